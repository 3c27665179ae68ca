"""The land of the demo region: river, lakes, bog, hills and woods at different hours."""

from kogu.demo.pictures import plants, terrain
from kogu.demo.pictures.canvas import Canvas, mix


def river_morning(seed):
    """The border river winds out of a misty morning."""
    canvas = Canvas(seed)
    canvas.sky("#6d86b8", "#c9a9b4", "#f7c9a0", "#fde3b8", down_to=620)
    canvas.glow(1090, 470, 420, "#ffd9a0", 0.9)
    canvas.ellipse(1090, 470, 44, 44, "#fff3d6")
    terrain.streaks(canvas, 250, 130, "#ffe2cf")
    far = terrain.hills(canvas, 520, 46, "#b99fb4", "#d9b7b0")
    plants.forest(canvas, far, "#a98fa9", 26, gap=11)
    terrain.mist(canvas, 545, 60, "#ffe6cc", 0.7)
    middle = terrain.hills(canvas, 575, 42, "#8a8798", "#b7a29f")
    plants.forest(canvas, middle, "#7b7b90", 52, gap=13)
    terrain.mist(canvas, 612, 60, "#ffe3c6", 0.7)
    terrain.hills(canvas, 640, 20, "#88936f", "#55683f", waves=3)
    terrain.path(canvas, (620, 1080), (1010, 640), (900, 16), ("#fbd9b0", "#a9a6b8", "#5f7191"),
                 bend=330, edge="#4c5c3b")  # fmt: skip
    terrain.mist(canvas, 690, 70, "#fff0dc", 0.45)
    for x, tall in ((120, 330), (215, 270), (1420, 360), (1525, 300), (1330, 240)):
        plants.birch(canvas, x, 860 + tall * 0.12, tall, "#8a8f45")
    plants.reeds(canvas, 1060, "#5a5f33", 150, 150, 0, 420)
    plants.reeds(canvas, 1066, "#4f5630", 120, 170, 1150, 1600)
    return canvas


def lake_evening(seed):
    """A lake after sunset with a boat by the jetty."""
    canvas = Canvas(seed)
    canvas.sky("#23345f", "#6a5a8c", "#d9807a", "#f7b27a", down_to=560)
    canvas.glow(560, 540, 520, "#ffb27a", 0.75)
    terrain.streaks(canvas, 300, 170, "#f3a08c", 12, 0.4)
    far = terrain.hills(canvas, 520, 30, "#6b5680", "#7c5c7e")
    plants.forest(canvas, far, "#57486f", 30, gap=9)
    near = terrain.hills(canvas, 552, 14, "#3d3a5c", "#33314f", waves=3)
    plants.forest(canvas, near, "#2f2f4e", 62, gap=13)
    canvas.mirror(574, 500, "#3a3f68", 0.22, 4)
    terrain.ripples(canvas, 585, 1040, "#ffd0a0")
    canvas.polygon([(900, 800), (1600, 742), (1600, 772), (906, 818)], "#2a2436")
    for x in range(930, 1600, 110):
        canvas.rectangle(x, 790 - (x - 900) * 0.075, 12, 96, "#221d2e")
    canvas.polygon([(610, 846), (900, 838), (868, 892), (660, 896)], "#3a2530")
    canvas.polygon([(610, 846), (900, 838), (892, 850), (622, 858)], "#a05a4c")
    canvas.line([(690, 850), (560, 905)], "#4a3038", 7)
    plants.reeds(canvas, 1075, "#1f2238", 220, 210, 0, 620)
    plants.reeds(canvas, 1085, "#1c1f33", 110, 150, 1180, 1600)
    return canvas


def bog_noon(seed):
    """A raised bog with pools and a boardwalk."""
    canvas = Canvas(seed)
    canvas.sky("#4f97cf", "#9cc9e6", "#e6f1ee", down_to=520)
    terrain.clouds(canvas, 250, 110, "#ffffff", "#c9d9e4", 6)
    far = terrain.hills(canvas, 480, 18, "#7f9a94", "#9bb08c")
    plants.forest(canvas, far, "#6a8a84", 34, gap=9)
    terrain.hills(canvas, 508, 10, "#c4ab66", "#a98446", "#77693a", waves=3)
    dice = canvas.dice
    for _ in range(90):
        share = dice.random() ** 1.4
        tone = mix(dice.choice(["#8a9a48", "#a34f34", "#c9a75a", "#6f7a36"]), "#b59a58", 0.35)
        x, y = dice.uniform(-60, 1660), 522 + 520 * share
        patch = terrain.puddle(dice, x, y, 60 + 160 * share, 4 + 22 * share)
        canvas.shade(patch, tone, opacity=0.55, blur=2)
    for n in range(24):
        share = (n / 24) ** 1.35
        x, y = dice.uniform(-60, 1660), 545 + 450 * share
        wide, tall = 46 + 200 * share, 5 + 32 * share
        pool = terrain.puddle(dice, x, y, wide, tall)
        canvas.shade([(px, py + 2 + 5 * share) for px, py in pool], "#4d4a26")
        canvas.shade(pool, "#dcebef", "#79aed2", "#2f5f8c")
    for _ in range(70):
        share = dice.random() ** 1.2
        x, y = dice.uniform(0, 1600), 540 + 400 * share
        tone = mix("#3f5f3c", "#6d7a3c", dice.random())
        plants.pine(canvas, x, y, 34 + 120 * share * dice.uniform(0.5, 1), tone, "#7a5138")
    _boardwalk(canvas, (700, 1090), (880, 530))
    plants.flowers(canvas, 900, 1080, ["#f4efe4", "#e9dfd0", "#c9566b"], 160)
    return canvas


def _boardwalk(canvas, start, end):
    left, right = terrain.path(
        canvas, start, end, (330, 10), ("#d9c29a", "#a98a5f"), 150, "#57452e"
    )
    for n in range(1, 30):
        for step in range(4):
            share = step / 4
            edges = [_between(side[n - 1], side[n], share) for side in (left, right)]
            canvas.line(edges, "#8a6e49", max(0.6, 3.4 * (1 - n / 31)))


def _between(one, other, share):
    return tuple(a + (b - a) * share for a, b in zip(one, other, strict=True))


def hills_autumn(seed):
    """Fields, oaks and a farm among rounded hills in October light."""
    canvas = Canvas(seed)
    canvas.sky("#7ba7c9", "#d4dcd2", "#f6e2b6", down_to=560)
    canvas.glow(1330, 330, 380, "#ffeebf", 0.7)
    terrain.clouds(canvas, 190, 70, "#fff8ea", "#d9cdb9", 4, 0.6)
    for base, colour, wood in ((430, "#a9b3a8", "#98a59a"), (490, "#b59f6f", "#8d7a4b")):
        plants.forest(canvas, terrain.hills(canvas, base, 80, colour), wood, 30, gap=10, spread=0.7)
    line = terrain.hills(canvas, 590, 90, "#d9a94c", "#a9873f")
    plants.forest(canvas, line, "#b8642c", 74, plants.birch, 40, 0.5)
    _farm(canvas, 980, 640)
    line = terrain.hills(canvas, 730, 80, "#8f9a4a", "#5f7436")
    for x, tall, leaf in ((250, 320, "#c9762c"), (470, 250, "#d59a35"), (1300, 300, "#a94f2a")):
        plants.oak(canvas, x, terrain.height_at(line, x) + 26, tall, leaf)
    near = terrain.hills(canvas, 900, 60, "#6b8440", "#34502c", waves=3)
    terrain.path(canvas, (1180, 1090), (840, 800), (190, 14), ("#e9d3a0", "#b3925c"), 60)
    plants.flowers(canvas, terrain.height_at(near, 400) + 40, 1070, ["#e9c65a", "#f1e8d0"], 260)
    return canvas


def _farm(canvas, x, y):
    for dx, wide, wall, roof in ((0, 92, "#8b3f34", "#4d4640"), (116, 60, "#e9dcc0", "#7a4034")):
        canvas.rectangle(x + dx, y - 44, wide, 46, wall)
        canvas.polygon(
            [(x + dx - 8, y - 42), (x + dx + wide / 2, y - 84), (x + dx + wide + 8, y - 42)], roof
        )
        canvas.rectangle(x + dx + wide * 0.4, y - 26, 14, 18, "#fff1c4")


def forest_winter(seed):
    """Snow on spruces at the blue hour, with one lit cabin."""
    canvas = Canvas(seed)
    canvas.sky("#14244a", "#39568c", "#a9a3c4", "#f1c9b4", down_to=640)
    terrain.stars(canvas, 300, 110)
    far = terrain.hills(canvas, 560, 60, "#7183ac", "#a7b2cc")
    plants.forest(canvas, far, "#5b6d9b", 46, gap=11, snow="#8d9cc0")
    middle = terrain.hills(canvas, 650, 46, "#9fb0d2", "#c6d2e8")
    plants.forest(canvas, middle, "#3c507f", 104, gap=26, snow="#aebddd")
    terrain.hills(canvas, 760, 40, "#cfdaee", "#a9bbdb", waves=3)
    _cabin(canvas, 930, 790)
    for x, y, tall in ((90, 960, 520), (270, 930, 360), (1350, 950, 480), (1530, 990, 600),
                       (430, 900, 230), (1210, 880, 220)):  # fmt: skip
        plants.spruce(canvas, x, y, tall, "#22335c", snow="#dfe8f6")
    terrain.hills(canvas, 960, 30, "#e6edf8", "#b5c5e2", waves=3)
    for _ in range(420):
        size = canvas.dice.uniform(0.7, 2.6)
        x, y = canvas.dice.uniform(0, 1600), canvas.dice.uniform(0, 1067)
        canvas.ellipse(x, y, size, size, "#f3f7ff")
    return canvas


def _cabin(canvas, x, y):
    canvas.glow(x + 70, y - 30, 190, "#ffb45e", 0.55)
    canvas.rectangle(x, y - 70, 140, 72, "#4a3340")
    canvas.polygon([(x - 18, y - 66), (x + 70, y - 136), (x + 158, y - 66)], "#e9f0fa")
    canvas.polygon([(x - 6, y - 66), (x + 70, y - 122), (x + 146, y - 66)], "#3a2a38")
    for dx in (24, 84):
        canvas.rectangle(x + dx, y - 50, 32, 28, "#ffd27f", 2)
    canvas.rectangle(x + 100, y - 140, 16, 40, "#3a2a38")
