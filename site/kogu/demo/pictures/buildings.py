"""Houses, roofs, windows, stalls and what stands in front of them."""

from kogu.demo.pictures.canvas import mix


def house(canvas, x, y, wide, tall, wall, roof, pitch=0.5, lit=None, pane="#5d6f86"):
    """A house seen from the street: gable or eaves, windows in rows, a door."""
    dice = canvas.dice
    shadow = mix(wall, "#1d2436", 0.16)
    canvas.shade([(x, y), (x, y - tall), (x + wide, y - tall), (x + wide, y)], wall, shadow)
    rise = wide * pitch
    if dice.random() < 0.5:
        canvas.shade([(x - 8, y - tall + 4), (x + wide / 2, y - tall - rise),
                      (x + wide + 8, y - tall + 4)], mix(roof, "#ffffff", 0.1), roof)  # fmt: skip
        glass = lit if lit and dice.random() < 0.6 else pane
        canvas.ellipse(x + wide / 2, y - tall - rise * 0.3, wide * 0.06, wide * 0.06, glass)
    else:
        canvas.shade([(x - 8, y - tall + 4), (x + wide * 0.1, y - tall - rise * 0.75),
                      (x + wide * 0.9, y - tall - rise * 0.75), (x + wide + 8, y - tall + 4)],
                     mix(roof, "#ffffff", 0.1), roof)  # fmt: skip
        _chimney(canvas, x + wide * dice.uniform(0.25, 0.7), y - tall - rise * 0.75, wide, roof)
    windows(canvas, x, y, wide, tall, wall, lit, pane)


def _chimney(canvas, x, y, wide, roof):
    tone = mix(roof, "#3a2018", 0.4)
    canvas.rectangle(x, y - wide * 0.12, wide * 0.09, wide * 0.2, tone)
    canvas.rectangle(
        x - 2, y - wide * 0.14, wide * 0.09 + 4, wide * 0.03, mix(tone, "#ffffff", 0.2)
    )


def windows(canvas, x, y, wide, tall, wall, lit=None, pane="#5d6f86"):
    """Rows of windows with a door below; some lit in the evening."""
    dice = canvas.dice
    columns, rows = max(2, round(wide / 62)), max(1, round(tall / 88))
    gap_x, gap_y = wide / columns, tall / rows
    frame = mix(wall, "#ffffff", 0.55)
    for row in range(rows):
        for column in range(columns):
            px = x + gap_x * (column + 0.5) - gap_x * 0.2
            py = y - gap_y * (row + 0.82)
            if row == 0 and column == columns // 2:
                canvas.rectangle(
                    px, y - gap_y * 0.72, gap_x * 0.4, gap_y * 0.72, mix(wall, "#3a2a24", 0.7), 3
                )
                continue
            glass = lit if lit and dice.random() < 0.66 else pane
            canvas.rectangle(px - 3, py - 3, gap_x * 0.4 + 6, gap_y * 0.55 + 6, frame, 2)
            canvas.rectangle(px, py, gap_x * 0.4, gap_y * 0.55, glass)
            canvas.line([(px + gap_x * 0.2, py), (px + gap_x * 0.2, py + gap_y * 0.55)], frame, 2)
            canvas.line([(px, py + gap_y * 0.2), (px + gap_x * 0.4, py + gap_y * 0.2)], frame, 2)


def church(canvas, x, y, tall, wall, roof):
    """A small town's church: tower, spire, nave."""
    wide = tall * 0.2
    canvas.shade([(x + wide, y), (x + wide, y - tall * 0.32), (x + wide * 3, y - tall * 0.32),
                  (x + wide * 3, y)], wall, mix(wall, "#2a3044", 0.2))  # fmt: skip
    canvas.polygon(
        [
            (x + wide, y - tall * 0.31),
            (x + wide, y - tall * 0.47),
            (x + wide * 2.7, y - tall * 0.47),
            (x + wide * 3.1, y - tall * 0.31),
        ],
        roof,
    )
    canvas.shade([(x, y), (x, y - tall * 0.6), (x + wide, y - tall * 0.6), (x + wide, y)],
                 wall, mix(wall, "#2a3044", 0.22))  # fmt: skip
    canvas.polygon(
        [(x - 5, y - tall * 0.59), (x + wide / 2, y - tall), (x + wide + 5, y - tall * 0.59)],
        mix(roof, "#1f3a3a", 0.5),
    )
    for n in range(3):
        canvas.rectangle(
            x + wide * (1.3 + n * 0.55), y - tall * 0.25, wide * 0.2, tall * 0.15, "#4f6078", 8
        )
    canvas.rectangle(x + wide * 0.36, y - tall * 0.54, wide * 0.28, tall * 0.1, "#4f6078", 8)
    canvas.line([(x + wide / 2, y - tall), (x + wide / 2, y - tall * 1.06)], "#3a3f4a", 3)


def street(canvas, y, walls, roofs, tall, wide, left=-40, right=1640, **options):
    """A row of houses, shoulder to shoulder."""
    dice, x = canvas.dice, left
    while x < right:
        w, t = wide * dice.uniform(0.75, 1.3), tall * dice.uniform(0.75, 1.25)
        wall, roof = dice.choice(walls), dice.choice(roofs)
        house(canvas, x, y, w, t, wall, roof, dice.uniform(0.35, 0.55), **options)
        x += w + dice.choice([0, 0, 4, 10])


def stall(canvas, x, y, wide, stripes, goods):
    """A market stall with a striped awning and crates of goods."""
    dice = canvas.dice
    tall = wide * 0.86
    canvas.rectangle(x + 6, y - tall, 7, tall, "#5b4636")
    canvas.rectangle(x + wide - 13, y - tall, 7, tall, "#5b4636")
    canvas.shade([(x, y), (x, y - tall * 0.36), (x + wide, y - tall * 0.36), (x + wide, y)],
                 "#a87d55", "#7d5a3c")  # fmt: skip
    for n in range(4):
        left = x + 6 + n * (wide - 12) / 4
        tone = dice.choice(goods)
        for _ in range(16):
            canvas.ellipse(
                left + dice.uniform(8, wide / 4 - 14),
                y - tall * dice.uniform(0.37, 0.45),
                wide * 0.028,
                wide * 0.026,
                mix(tone, "#ffffff", dice.uniform(0, 0.3)),
            )
        canvas.rectangle(left, y - tall * 0.38, (wide - 12) / 4 - 6, tall * 0.1, "#8d6746", 3)
    bands = 8
    for n in range(bands):
        a, b = x - 10 + n * (wide + 20) / bands, x - 10 + (n + 1) * (wide + 20) / bands
        top_a, top_b = x + 14 + n * (wide - 28) / bands, x + 14 + (n + 1) * (wide - 28) / bands
        tone = stripes[n % 2]
        canvas.shade(
            [
                (top_a, y - tall * 1.18),
                (top_b, y - tall * 1.18),
                (b, y - tall * 0.92),
                (a, y - tall * 0.92),
            ],
            mix(tone, "#ffffff", 0.1),
            mix(tone, "#20242c", 0.1),
        )
        canvas.ellipse(
            (a + b) / 2, y - tall * 0.92, (b - a) / 2, wide * 0.035, mix(tone, "#20242c", 0.1)
        )


def lamp(canvas, x, y, tall, glow=None):
    """A street lamp, lit when it has a glow."""
    canvas.rectangle(x - 3, y - tall, 6, tall, "#2a2f3a")
    canvas.rectangle(x - 13, y - tall - 26, 26, 28, glow or "#dfe6ea", 5)
    canvas.polygon(
        [(x - 18, y - tall - 24), (x, y - tall - 42), (x + 18, y - tall - 24)], "#2a2f3a"
    )
    if glow:
        canvas.glow(x, y - tall - 12, 120, glow, 0.6)


def string_lights(canvas, start, end, sag, colours, count=16):
    """A string of little lamps between two points."""
    points = []
    for n in range(count + 1):
        share = n / count
        x = start[0] + (end[0] - start[0]) * share
        y = start[1] + (end[1] - start[1]) * share + sag * 4 * share * (1 - share)
        points.append((x, y))
    canvas.line(points, "#2a2430", 2)
    for n, (x, y) in enumerate(points[1:-1]):
        tone = colours[n % len(colours)]
        canvas.ellipse(x, y + 8, 6, 8, tone)
        canvas.glow(x, y + 8, 34, tone, 0.5)
