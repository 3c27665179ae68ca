"""Crafts of the demo region: wood, weaving, books."""

import math

from kogu.demo.pictures import people
from kogu.demo.pictures.canvas import mix
from kogu.demo.pictures.people import rounded
from kogu.demo.pictures.rooms import room, window


def woodwork(seed):
    """A joiner's bench under a wall of tools."""
    canvas = room(seed, "#e6d3b4", "#cfb68f", "#9b7550")
    canvas.shade([(420, 90), (1210, 90), (1210, 560), (420, 560)], "#b98d5c", "#a3784a")
    for x in range(460, 1200, 62):
        _tool(canvas, x, 150, canvas.dice.choice(["saw", "hammer", "chisel", "square", "chisel"]))
    for x in range(470, 1190, 74):
        _tool(canvas, x, 350, canvas.dice.choice(["plane", "hammer", "chisel", "saw"]))
    window(canvas, 70, 120, 280, 430)
    window(canvas, 1290, 120, 250, 430)
    people.figure(canvas, 1010, 1020, 590, coat="#3f6a5a", seated=True, arm="table")
    people.figure(canvas, 640, 1020, 560, coat="#c9843c", seated=True, arm="table")
    canvas.shade([(250, 780), (1380, 780), (1380, 838), (250, 838)], "#dcb27a", "#b78a52")
    for x in (310, 1230):
        canvas.shade(
            [(x, 836), (x + 90, 836), (x + 80, 1067), (x + 10, 1067)], "#a87c48", "#7d5a34"
        )
    canvas.shade(rounded([(700, 730), (980, 716), (984, 764), (704, 778)], 4), "#f0cf98", "#d9ad6c")
    for n in range(5):
        canvas.line([(706, 738 + n * 8), (980, 724 + n * 8)], "#d9ad6c", 1.4)
    for _ in range(46):
        _shaving(canvas, canvas.dice.gauss(820, 260), canvas.dice.uniform(775, 1050))
    return canvas


def _tool(canvas, x, y, kind):
    steel, grip = "#d5dbe0", canvas.dice.choice(["#8c4a2c", "#2f4f5c", "#b0462f"])
    if kind == "saw":
        canvas.polygon([(x, y), (x + 34, y + 6), (x + 22, y + 130), (x + 8, y + 130)], steel)
        canvas.rectangle(x - 2, y - 34, 40, 44, grip, 12)
    elif kind == "hammer":
        canvas.rectangle(x + 10, y, 11, 130, grip, 4)
        canvas.rectangle(x - 8, y - 8, 48, 26, "#5d6670", 5)
    elif kind == "square":
        canvas.polygon(
            [
                (x, y),
                (x + 12, y),
                (x + 12, y + 100),
                (x + 54, y + 100),
                (x + 54, y + 112),
                (x, y + 112),
            ],
            steel,
        )
    elif kind == "plane":
        canvas.shade(
            rounded([(x - 6, y + 40), (x + 60, y + 40), (x + 66, y + 78), (x - 12, y + 78)], 8),
            grip,
        )
        canvas.rectangle(x + 6, y + 16, 12, 34, "#5d6670", 4)
    else:
        canvas.rectangle(x + 8, y - 10, 16, 62, grip, 7)
        canvas.rectangle(x + 11, y + 50, 10, 74, steel)


def _shaving(canvas, x, y):
    dice = canvas.dice
    size, turn = dice.uniform(7, 17), dice.uniform(0, 6)
    curl = []
    for n in range(14):
        angle, reach = turn + n * 0.5, size * (0.3 + n / 16)
        curl.append((x + math.cos(angle) * reach, y + math.sin(angle) * reach * 0.6))
    canvas.line(curl, mix("#f3d9a8", "#c99a5c", dice.random()), 3)


def weaving(seed):
    """A loom with a belt pattern of the borderland."""
    canvas = room(seed, "#e9e4da", "#d3cab9", "#a37f59")
    window(canvas, 1230, 110, 290, 440)
    _yarn_shelf(canvas, 70, 110)
    wood, dark = "#b88a56", "#8d6438"
    canvas.shade([(430, 150), (480, 150), (490, 1040), (420, 1040)], wood, dark)
    canvas.shade([(1090, 150), (1140, 150), (1150, 1040), (1080, 1040)], wood, dark)
    canvas.shade([(400, 150), (1170, 150), (1170, 196), (400, 196)], "#cfa36c", wood)
    for n in range(84):
        x = 500 + n * 6.9
        tone = ["#c9382f", "#f2e7d0", "#2f4f7c", "#e0a63f"][(n // 4) % 4]
        canvas.line([(x, 196), (x, 560)], tone, 2.2)
    _cloth(canvas, 498, 556, 584, 360)
    canvas.shade([(440, 540), (1130, 540), (1130, 572), (440, 572)], "#dcb681", "#b78a52")
    canvas.shade([(410, 908), (1160, 908), (1160, 962), (410, 962)], "#cfa36c", dark)
    people.figure(canvas, 300, 1050, 610, coat="#7a3f4a", arm="point")
    return canvas


def _cloth(canvas, x, y, wide, tall):
    columns, rows = 45, 28
    cell_x, cell_y = wide / columns, tall / rows
    for row in range(rows):
        for column in range(columns):
            folded = abs((column % 18) - 9)
            band = (row + folded) % 10
            if row % 14 in (0, 1):
                tone = "#2f4f7c"
            elif band in (0, 1):
                tone = "#c9382f"
            elif band == 5 and folded % 2:
                tone = "#e0a63f"
            else:
                tone = "#f4ead6"
            canvas.rectangle(
                x + column * cell_x, y + row * cell_y, cell_x + 0.5, cell_y + 0.5, tone
            )


def _yarn_shelf(canvas, x, y):
    for row in range(3):
        for column in range(4):
            tone = canvas.dice.choice(
                ["#c9382f", "#2f4f7c", "#e0a63f", "#4f7d5c", "#8a4f7a", "#e9dcc6"]
            )
            px, py = x + 36 + column * 72, y + 84 + row * 130
            canvas.ellipse(px, py, 33, 33, tone)
            for n in range(5):
                canvas.line(
                    [(px - 26, py - 18 + n * 9), (px + 26, py - 10 + n * 7)],
                    mix(tone, "#ffffff", 0.3),
                    2,
                )
        canvas.rectangle(x - 8, y + 117 + row * 130, 310, 14, "#a37a4c", 3)


def library(seed):
    """A reading room with children's books and a lamp."""
    canvas = room(seed, "#dfe3d6", "#c6ccb9", "#b0875c")
    dice = canvas.dice
    for left in (40, 1080):
        canvas.shade(
            [(left, 80), (left + 480, 80), (left + 480, 800), (left, 800)], "#a9794a", "#8a6038"
        )
        for shelf in range(5):
            top = 104 + shelf * 138
            canvas.rectangle(left + 18, top, 444, 118, "#6b4a2c")
            x = left + 24
            while x < left + 440:
                wide, tall = dice.uniform(13, 30), dice.uniform(72, 112)
                tone = dice.choice([*people.CLOTHES, "#e9dcc0", "#a9c0a0"])
                canvas.shade(
                    [
                        (x, top + 118),
                        (x, top + 118 - tall),
                        (x + wide, top + 118 - tall),
                        (x + wide, top + 118),
                    ],
                    mix(tone, "#ffffff", 0.16),
                    tone,
                )
                canvas.rectangle(
                    x + 3, top + 118 - tall * 0.8, wide - 6, 5, mix(tone, "#ffffff", 0.55)
                )
                x += wide + dice.choice([1, 1, 2, 14])
    window(canvas, 620, 110, 360, 470)
    canvas.shade(
        rounded([(560, 820), (1040, 820), (1120, 1040), (480, 1040)], 60), "#8fb0a4", "#6f968a"
    )
    people.figure(canvas, 640, 1060, 520, coat="#c2553f")
    people.figure(canvas, 790, 1064, 360, coat="#e0a63f")
    people.figure(canvas, 930, 1062, 400, coat="#2f5d7c")
    return canvas
