"""Hills, water, mist, clouds and stars."""

import math

from kogu.demo.pictures.canvas import mix


def ridge(dice, base, height, waves=5, width=1600, step=8):
    """A line of hills from left to right: long waves first, small ones after them."""
    parts = [
        (height / (n + 1) ** 1.15, dice.uniform(0.6, 1.1) * (n + 1) / 620, dice.uniform(0, 6.3))
        for n in range(waves)
    ]
    return [
        (x, base - sum(a * math.sin(x * f * 2.2 + p) for a, f, p in parts) * 0.6)
        for x in range(-step, width + step * 2, step)
    ]


def hills(canvas, base, height, *stops, waves=5, opacity=1.0):
    """Draw one fold of land and hand back its skyline."""
    line = ridge(canvas.dice, base, height, waves, canvas.size[0])
    bottom = canvas.size[1]
    canvas.shade([*line, (line[-1][0], bottom), (line[0][0], bottom)], *stops, opacity=opacity)
    return line


def height_at(line, x):
    """How high the skyline runs at one place."""
    return min(line, key=lambda point: abs(point[0] - x))[1]


def mist(canvas, y, thickness, colour, opacity=0.5):
    """A bank of mist that lies across the land."""
    dice = canvas.dice
    for _ in range(4):
        x, wide = dice.uniform(-200, 1500), dice.uniform(500, 1100)
        bank = blob(x, y + dice.uniform(-0.4, 0.4) * thickness, wide / 2, thickness / 2)
        canvas.shade(bank, colour, opacity=opacity * dice.uniform(0.5, 1), blur=26)


def blob(x, y, rx, ry, points=40):
    """The outline of an ellipse, for shapes that need a gradient or soft edges."""
    turn = 2 * math.pi / points
    return [(x + rx * math.cos(i * turn), y + ry * math.sin(i * turn)) for i in range(points)]


def puddle(dice, x, y, rx, ry, points=36):
    """The outline of a pool: an ellipse that nature has pulled about."""
    waves = [(k, dice.uniform(0.04, 0.16), dice.uniform(0, 6.3)) for k in (2, 3, 5)]
    outline = []
    for i in range(points):
        angle = 2 * math.pi * i / points
        swell = 1 + sum(a * math.sin(k * angle + p) for k, a, p in waves)
        outline.append((x + rx * swell * math.cos(angle), y + ry * swell * math.sin(angle)))
    return outline


def clouds(canvas, y, spread, light, shadow, count=6, opacity=0.85):
    """Heaps of summer cloud with light above and shadow below."""
    dice = canvas.dice
    for _ in range(count):
        x, level = dice.uniform(0, canvas.size[0]), y + dice.uniform(-spread, spread)
        size = dice.uniform(70, 170)
        for _ in range(7):
            puff = dice.uniform(0.25, 0.6) * size
            left = x + dice.uniform(-1.5, 1.5) * size
            outline = blob(left, level - puff * 0.5, puff, puff * 0.62)
            canvas.shade(outline, light, shadow, opacity=opacity * 0.55, blur=7)
        canvas.shade(blob(x, level, size * 1.9, size * 0.16), shadow, opacity=opacity * 0.5, blur=8)


def streaks(canvas, y, spread, colour, count=7, opacity=0.35):
    """Thin evening clouds."""
    dice = canvas.dice
    for _ in range(count):
        x, wide = dice.uniform(0, canvas.size[0]), dice.uniform(160, 520)
        level = y + dice.uniform(-spread, spread)
        outline = blob(x, level, wide, dice.uniform(5, 14))
        canvas.shade(outline, colour, opacity=opacity, blur=6)


def stars(canvas, down_to, count=260):
    """A clear night, denser overhead."""
    dice = canvas.dice
    for _ in range(count):
        x, y = dice.uniform(0, canvas.size[0]), down_to * dice.random() ** 1.6
        size = dice.choice([0.7, 0.8, 1, 1.2, 1.8])
        canvas.ellipse(x, y, size, size, mix("#c9d6f2", "#fff6df", dice.random()))


def ripples(canvas, top, bottom, colour, count=46):
    """Short bright lines on water, finer far away than near."""
    dice = canvas.dice
    for _ in range(count):
        share = dice.random() ** 1.5
        y, x = top + (bottom - top) * share, dice.uniform(0, canvas.size[0])
        reach = 14 + 90 * share * dice.uniform(0.4, 1)
        canvas.shade(blob(x, y, reach, 0.8 + 2.2 * share, 20), colour, opacity=0.28)


def path(canvas, start, end, widths, colour, bend=120, edge=None):
    """A road, river or boardwalk that winds towards the horizon."""
    left, right = [], []
    for n in range(31):
        share = n / 30
        y = start[1] + (end[1] - start[1]) * share
        sway = math.sin(share * 6.0) * bend * (1 - share)
        x = start[0] + (end[0] - start[0]) * share + sway
        half = (widths[0] + (widths[1] - widths[0]) * share**0.75) / 2
        left.append((x - half, y))
        right.append((x + half, y))
    if edge:
        wider = [(x - 5, y) for x, y in left] + [(x + 5, y) for x, y in reversed(right)]
        canvas.polygon(wider, edge)
    canvas.shade(left + right[::-1], *([colour] if isinstance(colour, str) else colour))
    return left, right
