"""The words for months, seasons, weekdays and years in the languages we read."""

MONTHS = {
    "et": (
        "jaanuar|jaan",
        "veebruar|veebr",
        "märts",
        "aprill|apr",
        "mai",
        "juuni",
        "juuli",
        "august|aug",
        "septemb(?:er|ri)|sept",
        "oktoob(?:er|ri)|okt",
        "novemb(?:er|ri)|nov",
        "detsemb(?:er|ri)|dets",
    ),
    "lv": (
        "janvār|janv",
        "februār|febr",
        "mart",
        "aprī[lļ]|apr",
        "maij",
        "jūnij|jūn",
        "jūlij|jūl",
        "august|aug",
        "septembr|sept",
        "oktobr|okt",
        "novembr|nov",
        "decembr|dec",
    ),
    "pl": (
        "stycz(?:eń|nia|niu)",
        "lut(?:y|ego|ym)",
        "mar(?:zec|ca|cu)",
        "kwie(?:cień|tnia|tniu)",
        "maja?|maju",
        "czerw(?:iec|ca|cu)",
        "lip(?:iec|ca|cu)",
        "sierp(?:ień|nia|niu)",
        "wrze(?:sień|śnia|śniu)",
        "październik(?:a|u)?",
        "listopad(?:a|zie)?",
        "gru(?:dzień|dnia|dniu)",
    ),
    "en": (
        "january|jan",
        "february|feb",
        "march|mar",
        "april|apr",
        "may",
        "june|jun",
        "july|jul",
        "august|aug",
        "september|sept|sep",
        "october|oct",
        "november|nov",
        "december|dec",
    ),
}
MONTH_ENDINGS = {
    "et": r"(?:i?(?:l|s|ni|st|ks|ga|t|sse|le|lt)|i)?\.?",
    "lv": r"(?:is|īs|ī|a|im|i|u|s|ā|am)?\.?",
    "pl": r"",
    "en": r"\.?",
}
# Spring, summer, autumn, winter; a season is written down by its first month.
SEASONS = {
    "et": (
        "kevad(?:el|e|eks|eni)?",
        "suv(?:i|el|e|eks|eni)",
        "sügis(?:el|e|eks|eni)?",
        "talv(?:el|e)?",
    ),
    "lv": ("pavasar(?:is|ī|a|i)", "vasar(?:a|ā|as|u)", "ruden(?:s|ī|i)", "ziem(?:a|ā|as|u)"),
    "pl": ("wiosn(?:a|ą|y|ę|ie)", "lat(?:o|em|a)", "jesie(?:ń|nią|ni)", "zim(?:a|ą|y|ie|ę)"),
    "en": ("spring", "summer", "autumn|fall", "winter"),
}
SEASON_MONTHS = (3, 6, 9, 12)

# What may stand after a year, and between a year and what it belongs to.
YEAR_AFTER = {
    "et": r"(?:\.?\s*(?:aasta(?:l|st|ks|ni|sse)?|a\.?)(?!\w))?",
    "lv": r"(?:\.?\s*(?:gad(?:a|ā|s|am|u|os)|g\.)(?!\w))?",
    "pl": r"(?:\s*(?:roku|rok|r\.)(?!\w))?",
    "en": r"",
}
WEEKDAYS = {
    "et": (
        "esmaspäev",
        "teisipäev",
        "kolmapäev",
        "neljapäev",
        "reede",
        "laupäev",
        "pühapäev",
    ),
    "lv": ("pirmdien", "otrdien", "trešdien", "ceturtdien", "piektdien", "sestdien", "svētdien"),
    "pl": (
        "poniedział",
        "wtor(?:ek|ku|kiem)",
        "środ[aęyą]",
        "czwart(?:ek|ku|kiem|kow)",
        "piąt(?:ek|ku|kiem|kow)",
        "sobot",
        "niedziel",
    ),
    "en": ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
}
# "Fri 3 – Sun 5 June", in any of the languages.
SHORT_WEEKDAYS = (
    r"(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|pirmd|otrd|trešd|ceturtd|piektd|sestd|svētd"
    r"|pon|wt|śr|czw|pt|sob|sb|niedz|ndz?|(?-i:E|T|K|N|R|L|P|O|C|S|Sv))\b"
)
# What joins the two ends of a period.
UNTIL = {
    "et": r"kuni",
    "lv": r"līdz",
    "pl": r"do",
    "en": r"to|until|till|through",
}
# "Between 22.00 and 02.00", "between 3 and 5 June"; in Estonian the word stands behind.
BETWEEN = {"et": r"(?!)", "lv": r"starp", "pl": r"(?:po)?między", "en": r"between"}
