"""Trees, reeds and fields."""

from kogu.demo.pictures.canvas import mix
from kogu.demo.pictures.terrain import blob, height_at


def spruce(canvas, x, y, height, colour, snow=None):
    """A spruce in drooping tiers; with snow on its shoulders when asked."""
    dice = canvas.dice
    tiers = 7 if height > 160 else 4
    wide = height * dice.uniform(0.19, 0.25)
    trunk = mix(colour, "#000000", 0.25)
    canvas.rectangle(x - height * 0.016, y - height * 0.08, height * 0.032, height * 0.08, trunk)
    for n in range(tiers):
        share = n / tiers
        left, right = (wide * (1 - share) ** 0.9 * dice.uniform(0.9, 1.08) for _ in "lr")
        foot = y - height * (0.05 + 0.84 * share)
        tip = y - height * min(1.0, 0.05 + 0.84 * share + 1.75 * 0.84 / tiers)
        tone = mix(colour, "#ffffff", 0.09 * share)
        sag = height * 0.02
        canvas.polygon(
            [(x - left, foot + sag), (x, tip), (x + right, foot + sag), (x + right * 0.4, foot),
             (x, foot + sag * 1.2), (x - left * 0.4, foot)],
            tone,
        )  # fmt: skip
        if snow:
            cap = [(x - left, foot + sag), (x, tip), (x + right * 0.25, foot - sag * 3)]
            canvas.polygon([*cap, (x - left * 0.3, foot - sag)], snow)


def pine(canvas, x, y, height, colour, trunk):
    """A tall pine: bare trunk, flat crowns."""
    dice = canvas.dice
    bend = dice.uniform(-0.06, 0.06) * height
    top = (x + bend, y - height)
    canvas.line([(x, y), (x + bend * 0.3, y - height * 0.5), top], trunk, height * 0.035)
    for n in range(5):
        level = y - height * (0.55 + 0.11 * n)
        side = dice.uniform(-0.5, 0.5) * height * 0.16
        reach = height * dice.uniform(0.12, 0.2) * (1.2 - n * 0.14)
        tone = mix(colour, "#ffffff", 0.02 + 0.04 * n)
        crown = blob(x + bend * 0.8 + side, level, reach, height * 0.055, 24)
        canvas.shade(crown, mix(tone, "#ffffff", 0.08), tone)


def birch(canvas, x, y, height, leaf, trunk="#eae6dc"):
    """A birch with a light trunk and a loose crown."""
    dice = canvas.dice
    bend = dice.uniform(-0.05, 0.05) * height
    canvas.line([(x, y), (x + bend, y - height * 0.8)], trunk, max(1.5, height * 0.02))
    for _ in range(3):
        mark = y - height * dice.uniform(0.05, 0.45)
        canvas.rectangle(x - height * 0.01, mark, height * 0.02, height * 0.008, "#4a4640")
    for n in range(34):
        share = n / 34
        reach = 0.19 * (1.15 - abs(share - 0.35))
        px = x + bend * 0.7 + dice.uniform(-reach, reach) * height
        py = y - height * (0.4 + 0.6 * share)
        size = height * dice.uniform(0.035, 0.075)
        tone = mix(leaf, dice.choice(["#fff4c4", "#ffffff", "#203018"]), dice.uniform(0, 0.2))
        canvas.shade(blob(px, py, size, size * 1.25, 18), tone, opacity=0.8)


def oak(canvas, x, y, height, leaf, trunk="#4b3b30"):
    """A broad tree that stands alone."""
    dice = canvas.dice
    foot = height * 0.05
    canvas.polygon(
        [(x - foot, y), (x - foot * 0.6, y - height * 0.5), (x + foot * 0.6, y - height * 0.5),
         (x + foot, y)],
        trunk,
    )  # fmt: skip
    for n in range(46):
        share = n / 46
        reach = 0.36 * (1 - (share - 0.3) ** 2) - 0.07
        px = x + dice.uniform(-reach, reach) * height
        py = y - height * (0.4 + 0.48 * share)
        size = height * dice.uniform(0.065, 0.13)
        tone = mix(mix(leaf, "#14241a", 0.34), mix(leaf, "#fff2c8", 0.3), share)
        canvas.shade(blob(px, py, size, size * 0.85, 24), mix(tone, "#ffffff", 0.07), tone)


def forest(canvas, line, colour, height, kind=spruce, gap=18, spread=1.0, **options):
    """A wood along a skyline."""
    dice = canvas.dice
    if spread >= 1:
        edge = [(x, y - height * 0.16) for x, y in line]
        canvas.polygon([*edge, *((x, y + height * 0.1) for x, y in line[::-1])], colour)
    x = -20.0
    while x < canvas.size[0] + 20:
        tall = height * dice.uniform(0.6, 1.15)
        tone = mix(colour, "#000000", dice.uniform(0, 0.1))
        if dice.random() < spread:
            kind(canvas, x, height_at(line, x) + height * 0.12, tall, tone, **options)
        x += gap * dice.uniform(0.5, 1.5)


def reeds(canvas, y, colour, count=160, height=120, left=0, right=1600):
    """Reeds at the nearest shore, leaning with one wind."""
    dice = canvas.dice
    for _ in range(count):
        x, tall = dice.uniform(left, right), height * dice.uniform(0.4, 1.1)
        lean = tall * dice.uniform(0.02, 0.22)
        foot = y + dice.uniform(-8, 26)
        tone = mix(colour, dice.choice(["#000000", "#f3e3b0"]), dice.uniform(0, 0.22))
        canvas.polygon([(x - 1.6, foot), (x + lean, foot - tall), (x + 1.6, foot)], tone)
        if dice.random() < 0.16:
            canvas.line([(x + lean, foot - tall), (x + lean * 0.86, foot - tall * 0.84)], tone, 5)


def furrows(canvas, line, bottom, colours, vanish, rows=16):
    """A field in strips that meet at one far point."""
    top = min(y for _, y in line)
    for n in range(rows):
        x0, x1 = -900 + n * 3400 / rows, -900 + (n + 1) * 3400 / rows
        canvas.shade([(vanish, top + 10), (x0, bottom), (x1, bottom)], *colours[n % len(colours)])


def flowers(canvas, top, bottom, colours, count=500):
    """A meadow in bloom: specks far away, petals near."""
    dice = canvas.dice
    spots = sorted(dice.random() ** 0.7 for _ in range(count))
    for share in spots:
        x, y = dice.uniform(0, canvas.size[0]), top + (bottom - top) * share
        size = 0.8 + 5.5 * share**2
        stem = size * 3.4
        canvas.line([(x, y), (x, y + stem)], mix("#2f5a35", "#7fae5a", dice.random()), size * 0.3)
        canvas.ellipse(x, y, size, size * 0.8, dice.choice(colours))
        canvas.ellipse(x, y, size * 0.35, size * 0.3, "#ffe9a0")
