"""Rooms where people work, learn and meet."""

import math

from kogu.demo.pictures import people, terrain
from kogu.demo.pictures.canvas import Canvas, mix
from kogu.demo.pictures.people import rounded


def meeting(seed):
    """Partners around a long table, a map of the region behind them."""
    canvas = room(seed, "#e9e2d2", "#d5cab4", "#b08a62")
    window(canvas, 90, 110, 300, 420)
    window(canvas, 1210, 110, 300, 420)
    _map(canvas, 520, 90, 560, 380)
    for n, x in enumerate((210, 410, 610, 810, 1010, 1210, 1400)):
        people.figure(
            canvas,
            x,
            1010,
            560 + (n * 37) % 50,
            coat=people.CLOTHES[n * 3 % 8],
            seated=True,
            arm="table",
        )
    top = [(60, 760), (1540, 760), (1600, 860), (0, 860)]
    canvas.shade(rounded(top, 12), "#d9b27c", "#c0935c")
    canvas.shade([(0, 858), (1600, 858), (1600, 892), (0, 892)], "#9a7144", "#835d37")
    canvas.shade([(40, 890), (1560, 890), (1560, 1067), (40, 1067)], "#5f4a38", "#463627")
    for x in range(150, 1500, 190):
        _table_things(canvas, x)
    return canvas


def room(seed, wall, shade, floor):
    canvas = Canvas(seed)
    canvas.sky(wall, shade, down_to=800)
    canvas.shade(
        [(0, 796), (1600, 796), (1600, 1067), (0, 1067)], floor, mix(floor, "#20160e", 0.25)
    )
    for n in range(9):
        y = 806 + n * n * 3.6
        canvas.line([(0, y), (1600, y)], mix(floor, "#3a2a1c", 0.22), 1 + n * 0.3)
    canvas.rectangle(0, 784, 1600, 14, mix(wall, "#ffffff", 0.5))
    return canvas


def window(canvas, x, y, wide, tall):
    frame = "#fbf7ee"
    canvas.rectangle(x - 14, y - 14, wide + 28, tall + 28, frame, 4)
    canvas.shade([(x, y), (x + wide, y), (x + wide, y + tall), (x, y + tall)], "#9fd0ea", "#e3f1ee")
    hill = [
        (x, y + tall * 0.7),
        (x + wide * 0.3, y + tall * 0.6),
        (x + wide * 0.7, y + tall * 0.72),
        (x + wide, y + tall * 0.62),
        (x + wide, y + tall),
        (x, y + tall),
    ]
    canvas.shade(hill, "#8fb87a", "#6f9a5c")
    for share, size in ((0.2, 0.12), (0.76, 0.17)):
        canvas.shade(
            terrain.blob(x + wide * share, y + tall * 0.6, wide * size, tall * 0.14),
            "#7aa860",
            "#5a8a4a",
        )
    canvas.rectangle(x + wide / 2 - 5, y, 10, tall, frame)
    canvas.rectangle(x, y + tall * 0.36, wide, 9, frame)
    light = [(x, y + tall), (x + wide, y + tall), (x + wide + 180, 1067), (x + 60, 1067)]
    canvas.shade(light, "#fff4d6", opacity=0.14, blur=14)


def _map(canvas, x, y, wide, tall):
    canvas.rectangle(x - 12, y - 12, wide + 24, tall + 24, "#6b5238", 4)
    canvas.shade([(x, y), (x + wide, y), (x + wide, y + tall), (x, y + tall)], "#f3ead2", "#e6dabb")
    dice = canvas.dice
    for n in range(8):
        patch = terrain.puddle(
            dice,
            x + dice.uniform(0.15, 0.85) * wide,
            y + dice.uniform(0.2, 0.8) * tall,
            wide * dice.uniform(0.06, 0.14),
            tall * dice.uniform(0.06, 0.13),
        )
        canvas.shade(patch, ["#c9d6a0", "#a9c9d6", "#d9c48f", "#b9cf9a"][n % 4], opacity=0.9)
    bends = [(t / 40, 0.55 + 0.13 * math.sin(t / 5) + 0.05 * math.sin(t / 1.7)) for t in range(41)]
    river = [(x + wide * across, y + tall * down) for across, down in bends]
    canvas.line(river, "#6fa5c9", 6)
    for _ in range(11):
        px, py = x + dice.uniform(0.1, 0.9) * wide, y + dice.uniform(0.15, 0.85) * tall
        canvas.polygon([(px, py + 16), (px - 8, py), (px + 8, py)], "#c2452f")
        canvas.ellipse(px, py, 9, 9, "#c2452f")
        canvas.ellipse(px, py, 3.4, 3.4, "#fbf3e4")


def _table_things(canvas, x):
    dice = canvas.dice
    kind = dice.choice(["laptop", "paper", "cup", "paper"])
    if kind == "laptop":
        canvas.shade(
            rounded([(x - 52, 716), (x + 52, 716), (x + 58, 790), (x - 58, 790)], 6),
            "#aab3bf",
            "#8a94a2",
        )
        canvas.ellipse(x, 752, 6, 6, "#dfe5ea")
        canvas.polygon([(x - 60, 790), (x + 60, 790), (x + 68, 800), (x - 68, 800)], "#7a8492")
    elif kind == "paper":
        for turn in (0, 14):
            canvas.polygon(
                [
                    (x - 40 + turn, 792),
                    (x + 24 + turn, 788),
                    (x + 40 + turn, 830),
                    (x - 34 + turn, 836),
                ],
                "#fbf8f0",
            )
        for line in range(3):
            canvas.line([(x - 18, 802 + line * 10), (x + 32, 799 + line * 10)], "#b9b3a6", 2)
    else:
        tone = dice.choice(["#c2553f", "#2f5d7c", "#f4efe4"])
        canvas.ellipse(x + 22, 806, 12, 12, mix(tone, "#000000", 0.2))
        canvas.shade(
            rounded([(x - 18, 788), (x + 18, 788), (x + 14, 828), (x - 14, 828)], 6),
            tone,
            mix(tone, "#000000", 0.15),
        )
        canvas.ellipse(x, 788, 18, 5, mix(tone, "#20120a", 0.6))


def notes_wall(seed):
    """A group plans together in front of a wall of notes."""
    canvas = room(seed, "#dfe6e2", "#c3d0cb", "#a8845f")
    canvas.rectangle(330, 90, 940, 500, "#fbfaf5", 8)
    canvas.rectangle(330, 586, 940, 12, "#9aa5a5", 3)
    dice, tones = canvas.dice, ["#f2cf52", "#f09a7a", "#8fc9b0", "#8fb5e0", "#d9a0c9"]
    for column in range(9):
        for row in range(dice.randrange(2, 6)):
            x, y = 366 + column * 100 + dice.uniform(-6, 6), 126 + row * 88 + dice.uniform(-5, 5)
            tilt, tone = dice.uniform(-5, 5), dice.choice(tones)
            note = [(x, y + tilt), (x + 70, y - tilt), (x + 70 + tilt, y + 68), (x + tilt, y + 70)]
            canvas.shade([(px + 4, py + 6) for px, py in note], "#5f6a6a", opacity=0.25, blur=2)
            canvas.shade(note, mix(tone, "#ffffff", 0.2), tone)
            for line in range(dice.randrange(1, 4)):
                canvas.line(
                    [(x + 12, y + 20 + line * 14), (x + dice.uniform(36, 60), y + 19 + line * 14)],
                    mix(tone, "#3a2a20", 0.6),
                    2.5,
                )
    window(canvas, 60, 130, 200, 400)
    _plant(canvas, 1430, 850, 240)
    for x, tall, back, arm in (
        (300, 600, False, "point"),
        (560, 570, True, None),
        (760, 600, True, None),
        (1010, 560, True, None),
        (1250, 610, False, None),
    ):
        people.figure(canvas, x, 1040, tall, back=back, arm=arm)
    return canvas


def _plant(canvas, x, y, tall):
    dice = canvas.dice
    for _ in range(15):
        lean, reach = dice.uniform(-0.5, 0.5) * tall, tall * dice.uniform(0.7, 1.15)
        leaf = [
            (x - 6, y - tall * 0.3),
            (x + lean * 0.5 - 16, y - reach * 0.75),
            (x + lean, y - reach - tall * 0.1),
            (x + lean * 0.5 + 16, y - reach * 0.7),
            (x + 6, y - tall * 0.3),
        ]
        tone = mix("#3f7a4a", dice.choice(["#8fbf6a", "#1f4a34"]), dice.uniform(0, 0.5))
        canvas.shade(rounded(leaf, 20), mix(tone, "#ffffff", 0.15), tone)
    pot = [
        (x - tall * 0.2, y - tall * 0.34),
        (x + tall * 0.2, y - tall * 0.34),
        (x + tall * 0.14, y),
        (x - tall * 0.14, y),
    ]
    canvas.shade(rounded(pot, 10), "#d98a5c", "#b0623c")


def coworking(seed):
    """Desks by tall windows in a shared office."""
    canvas = room(seed, "#f0e6d6", "#dccbb0", "#b58d63")
    for x in (90, 480, 870, 1260):
        window(canvas, x, 100, 260, 470)
    for x in (260, 660, 1060, 1440):
        canvas.line([(x, 0), (x, 250)], "#3a3430", 3)
        canvas.shade(terrain.blob(x, 270, 44, 30), "#e0a63f", "#c4842c")
        canvas.glow(x, 290, 130, "#ffe0a0", 0.5)
    for n, x in enumerate((250, 640, 1030, 1400)):
        if n != 2:
            people.figure(canvas, x, 1020, 520, seated=True, arm="table", back=False)
        _desk(canvas, x, 800)
    _plant(canvas, 60, 960, 300)
    _plant(canvas, 1545, 1000, 330)
    people.figure(canvas, 840, 1060, 560, back=True)
    return canvas


def _desk(canvas, x, y):
    canvas.shade(
        [(x - 170, y), (x + 170, y), (x + 170, y + 20), (x - 170, y + 20)], "#e0bd8a", "#c49a62"
    )
    for side in (-150, 138):
        canvas.polygon(
            [
                (x + side, y + 20),
                (x + side + 12, y + 20),
                (x + side + 6, 1040),
                (x + side - 2, 1040),
            ],
            "#4a3f36",
        )
    canvas.shade(
        rounded([(x - 60, y - 92), (x + 60, y - 92), (x + 64, y - 6), (x - 64, y - 6)], 8),
        "#56606e",
        "#3d4654",
    )
    canvas.ellipse(x, y - 50, 7, 7, "#8a94a2")
    canvas.rectangle(
        x + 104, y - 34, 26, 34, canvas.dice.choice(["#c2553f", "#2f6f6a", "#f6f0e2"]), 5
    )
    for n in range(3):
        canvas.rectangle(
            x - 146,
            y - 12 - n * 11,
            62 - n * 6,
            10,
            canvas.dice.choice(["#3a5f8c", "#c9843c", "#6f8a5c"]),
            2,
        )
