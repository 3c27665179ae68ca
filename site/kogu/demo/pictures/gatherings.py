"""People who have come together: at a festival, in a hall."""

import math

from kogu.demo.pictures import buildings, people, plants, terrain
from kogu.demo.pictures.canvas import Canvas, mix


def festival(seed):
    """A summer evening in the park: lamps in the trees, tents, neighbours."""
    canvas = Canvas(seed)
    canvas.sky("#2b3f73", "#7a6a9c", "#e89a83", "#f9cf95", down_to=640)
    canvas.glow(820, 600, 460, "#ffcf8a", 0.6)
    far = terrain.hills(canvas, 580, 40, "#6b5f86", "#5f5f78")
    plants.forest(canvas, far, "#54507a", 60, plants.birch, 30, trunk="#6b6486")
    ground = terrain.hills(canvas, 680, 20, "#5f7a56", "#33503f", waves=3)
    for x, y, wide, tone in (
        (250, 780, 260, "#e9b45a"),
        (1220, 770, 280, "#d9705a"),
        (760, 740, 180, "#6fa5a0"),
    ):
        _tent(canvas, x, y, wide, tone)
    for x, tall in ((60, 520), (1540, 560)):
        plants.oak(canvas, x, 930, tall, "#4a6a4c")
    lamps = ["#ffe08a", "#ffb27a", "#ff9a8a", "#fff0c0"]
    for start, end, sag in (
        ((60, 430), (800, 360), 70),
        ((800, 360), (1540, 410), 80),
        ((60, 520), (1540, 500), 120),
    ):
        buildings.string_lights(canvas, start, end, sag, lamps, 18)
    canvas.rectangle(796, 350, 8, 460, "#3a2f3c")
    people.crowd(canvas, 900, 210, 8, False, 330, 1300)
    people.crowd(canvas, 1050, 270, 6, True, 240, 1380)
    plants.flowers(canvas, terrain.height_at(ground, 400) + 320, 1070, ["#f6e6c0", "#e9a0a0"], 120)
    return canvas


def _tent(canvas, x, y, wide, tone):
    tall = wide * 0.72
    canvas.shade(
        [
            (x - wide / 2, y),
            (x - wide / 2, y - tall * 0.5),
            (x + wide / 2, y - tall * 0.5),
            (x + wide / 2, y),
        ],
        "#ffe7b0",
        mix(tone, "#3a2430", 0.3),
    )
    for n in range(6):
        a, b = (
            x - wide / 2 - 14 + n * (wide + 28) / 6,
            x - wide / 2 - 14 + (n + 1) * (wide + 28) / 6,
        )
        stripe = tone if n % 2 else "#f7ecd8"
        canvas.shade(
            [(x, y - tall), (x, y - tall), (b, y - tall * 0.48), (a, y - tall * 0.48)],
            stripe,
            mix(stripe, "#2a2440", 0.2),
        )
    canvas.line([(x, y - tall), (x, y - tall * 1.2)], "#3a2f3c", 4)
    canvas.polygon(
        [(x, y - tall * 1.2), (x + wide * 0.16, y - tall * 1.14), (x, y - tall * 1.08)], "#c2452f"
    )


def stage(seed):
    """A speaker on stage before a full hall."""
    canvas = Canvas(seed)
    canvas.sky("#1f2440", "#2f3a60", "#46406a")
    screen = [(430, 120), (1170, 120), (1170, 530), (430, 530)]
    canvas.shade(screen, "#f7ecd6", "#eac9a0")
    _slide(canvas)
    for x in (300, 800, 1300):
        beam = [(x - 10, 0), (x + 10, 0), (x + 190, 640), (x - 190, 640)]
        canvas.shade(beam, "#fff0c8", opacity=0.1, blur=10)
    canvas.shade([(0, 640), (1600, 640), (1600, 730), (0, 730)], "#a5774c", "#6b4a30")
    canvas.shade([(1180, 650), (1190, 500), (1320, 500), (1330, 650)], "#8a5f3a", "#5f4028")
    people.figure(canvas, 1110, 655, 380, coat="#c2553f", arm="point")
    canvas.glow(1110, 480, 260, "#ffe7b0", 0.25)
    for row, (y, tall, count) in enumerate(((1060, 440, 13), (1150, 520, 10), (1260, 620, 8))):
        shade = 0.35 + row * 0.14
        for n in range(count):
            x = 40 + n * 1520 / (count - 1) + canvas.dice.uniform(-20, 20)
            coat = mix(people.CLOTHES[(n * 3 + row) % 8], "#1a1c34", shade)
            people.figure(canvas, x, y, tall, back=True, coat=coat, seated=True)
    return canvas


def _slide(canvas):
    for n, tall in enumerate((90, 140, 120, 190, 240)):
        x = 500 + n * 74
        canvas.shade(
            [(x, 480), (x, 480 - tall), (x + 48, 480 - tall), (x + 48, 480)], "#3f7f86", "#2f5d7c"
        )
    curve = [(890 + t * 6, 440 - 190 / (1 + math.exp(-(t - 20) / 6))) for t in range(40)]
    canvas.line(curve, "#c2553f", 9)
    for y in (200, 236):
        canvas.rectangle(500, y - 30, 300 - (y - 200) * 2, 14, "#8a7f86", 6)
