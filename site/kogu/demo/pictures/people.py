"""People as simple, friendly shapes."""

from kogu.demo.pictures.canvas import mix
from kogu.demo.pictures.terrain import blob

SKIN = ["#f2c9a8", "#e8b48f", "#d99f78", "#f5d6bc", "#c98a64"]
HAIR = ["#3a2a22", "#6b4a2f", "#c9a05a", "#8f8a86", "#22242c", "#9a4a2c", "#e0d9cf"]
CLOTHES = ["#2f5d7c", "#c2553f", "#e0a63f", "#4f7d5c", "#7a5a86", "#3a4256", "#d98a6a", "#5f8fa8"]


def rounded(points, radius, steps=6):
    """The same outline with its corners taken off in curves."""
    outline = []
    for n, corner in enumerate(points):
        before, after = points[n - 1], points[(n + 1) % len(points)]
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        for step in range(steps + 1):
            t = step / steps
            outline.append(
                tuple(
                    (1 - t) ** 2 * a + 2 * t * (1 - t) * c + t * t * b
                    for a, c, b in zip(start, corner, end, strict=True)
                )
            )
    return outline


def _towards(one, other, distance):
    length = max(1e-6, ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)
    share = min(0.5, distance / length)
    return (one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share)


def figure(canvas, x, y, tall, back=False, coat=None, seated=False, arm=None):
    """Somebody standing, or seated behind a table; from the back when asked."""
    dice = canvas.dice
    skin, hair = dice.choice(SKIN), dice.choice(HAIR)
    coat = coat or dice.choice(CLOTHES)
    head, neck = tall * 0.068, y - tall * 0.84
    long = dice.random() < 0.5
    if long and not back:
        canvas.shade(blob(x, neck - head * 0.5, head * 1.16, head * 1.75), hair)
    if not seated:
        _legs(canvas, x, y, tall)
    stem = tall * 0.026
    nape = [
        (x - stem, neck - stem),
        (x + stem, neck - stem),
        (x + stem, neck + stem * 2),
        (x - stem, neck + stem * 2),
    ]
    canvas.shade(nape, mix(skin, "#7a4a34", 0.25))
    _torso(canvas, x, neck, y - tall * 0.4, tall, coat)
    _arms(canvas, x, neck, tall, coat, skin, arm)
    if not back and dice.random() < 0.6:
        collar = [
            (x - tall * 0.034, neck + tall * 0.018),
            (x + tall * 0.034, neck + tall * 0.018),
            (x, neck + tall * 0.1),
        ]
        canvas.polygon(collar, mix(coat, "#ffffff", 0.78))
    if back:
        _nape(canvas, x, neck - head * 0.9, head, hair, long)
    else:
        _face(canvas, x, neck - head * 0.9, head, skin, hair)


def _legs(canvas, x, y, tall):
    tone = canvas.dice.choice(["#2b3242", "#4a4038", "#37485c", "#5b5148"])
    for side in (-1, 1):
        leg = [
            (x + side * tall * 0.006, y - tall * 0.46),
            (x + side * tall * 0.088, y - tall * 0.46),
            (x + side * tall * 0.07, y),
            (x + side * tall * 0.026, y),
        ]
        canvas.shade(leg, tone, mix(tone, "#000000", 0.25))
        shoe = [
            (x + side * tall * 0.018, y - tall * 0.02),
            (x + side * tall * 0.085, y - tall * 0.02),
            (x + side * tall * 0.1, y + tall * 0.01),
            (x + side * tall * 0.018, y + tall * 0.01),
        ]
        canvas.shade(rounded(shoe, tall * 0.012), "#232733")


def _torso(canvas, x, neck, hem, tall, coat):
    wide = tall * 0.115
    outline = [(x - wide * 0.5, neck + tall * 0.012), (x + wide * 0.5, neck + tall * 0.012),
               (x + wide, neck + tall * 0.06), (x + wide * 0.9, hem), (x - wide * 0.9, hem),
               (x - wide, neck + tall * 0.06)]  # fmt: skip
    canvas.shade(
        rounded(outline, tall * 0.05), mix(coat, "#ffffff", 0.14), mix(coat, "#141a28", 0.14)
    )


def _arms(canvas, x, neck, tall, coat, skin, arm):
    sleeve = mix(coat, "#141a28", 0.08)
    wide = tall * 0.1
    for side in (-1, 1):
        start = (x + side * wide * 0.96, neck + tall * 0.09)
        if arm == "point" and side == 1:
            bends = [
                start,
                (x + wide * 1.75, neck + tall * 0.16),
                (x + wide * 2.5, neck - tall * 0.01),
            ]
        elif arm == "table":
            bends = [
                start,
                (x + side * wide * 1.5, neck + tall * 0.26),
                (x + side * wide * 0.55, neck + tall * 0.36),
            ]
        else:
            bends = [
                start,
                (x + side * wide * 1.2, neck + tall * 0.24),
                (x + side * wide * 1.08, neck + tall * 0.38),
            ]
        canvas.line(bends, sleeve, tall * 0.046)
        for bend in bends[:2]:
            canvas.ellipse(*bend, tall * 0.023, tall * 0.023, sleeve)
        canvas.ellipse(*bends[2], tall * 0.022, tall * 0.024, skin)


def _face(canvas, x, y, size, skin, hair):
    dice = canvas.dice
    canvas.ellipse(x, y, size * 0.9, size * 1.1, skin)
    fringe = dice.uniform(-0.25, 0.25) * size
    top = [
        (x - size, y + size * 0.05),
        (x - size * 0.95, y - size * 0.9),
        (x, y - size * 1.32),
        (x + size * 0.95, y - size * 0.9),
        (x + size, y + size * 0.05),
        (x + size * 0.72, y - size * 0.5),
        (x + fringe, y - size * 0.72),
        (x - size * 0.72, y - size * 0.5),
    ]
    canvas.shade(rounded(top, size * 0.45), mix(hair, "#ffffff", 0.12), hair)
    for side in (-1, 1):
        canvas.ellipse(x + side * size * 0.32, y + size * 0.1, size * 0.07, size * 0.09, "#2a2430")
        canvas.ellipse(
            x + side * size * 0.5,
            y + size * 0.4,
            size * 0.15,
            size * 0.1,
            mix(skin, "#e07a5a", 0.28),
        )
    smile = [
        (x + size * 0.24 * t / 4, y + size * (0.58 - 0.1 * (t / 4) ** 2)) for t in range(-4, 5)
    ]
    canvas.line(smile, mix(skin, "#7a2f24", 0.6), size * 0.06)
    nose = [
        (x, y + size * 0.14),
        (x + size * 0.05, y + size * 0.3),
        (x - size * 0.03, y + size * 0.31),
    ]
    canvas.line(nose, mix(skin, "#8a4a30", 0.35), size * 0.045)


def _nape(canvas, x, y, size, hair, long):
    light = mix(hair, "#ffffff", 0.16)
    if long:
        fall = [
            (x - size * 0.95, y - size * 0.3),
            (x + size * 0.95, y - size * 0.3),
            (x + size * 0.8, y + size * 1.7),
            (x - size * 0.8, y + size * 1.7),
        ]
        canvas.shade(rounded(fall, size * 0.5), light, hair)
    canvas.shade(blob(x, y, size * 0.96, size * 1.08), light, hair)
    if not long and canvas.dice.random() < 0.35:
        canvas.shade(blob(x, y - size * 0.95, size * 0.42, size * 0.42), light, hair)


def crowd(canvas, y, tall, count, back=True, left=40, right=1560):
    """A row of people, side by side."""
    step = (right - left) / max(1, count - 1)
    for n in range(count):
        x = left + n * step + canvas.dice.uniform(-0.2, 0.2) * step
        coat = CLOTHES[(n * 3 + count) % len(CLOTHES)]
        figure(canvas, x, y + canvas.dice.uniform(-0.03, 0.03) * tall, tall, back=back, coat=coat)


def portrait(canvas, x, y, size, ground):
    """Head and shoulders of somebody, for a profile."""
    field = blob(x, y + size * 0.6, size * 2.2, size * 2.2, 90)
    canvas.shade(field, mix(ground, "#ffffff", 0.22), ground)
    figure(canvas, x, y + size * 12.6, size * 14)
