"""Ways through the region: the border train, a cycle path."""

from kogu.demo.pictures import buildings, people, plants, terrain
from kogu.demo.pictures.canvas import Canvas, mix


def station(seed):
    """The border train at a small wooden station."""
    canvas = Canvas(seed)
    canvas.sky("#84b9d9", "#d5e6ea", "#fbeccf", down_to=620)
    terrain.clouds(canvas, 190, 80, "#ffffff", "#d9dfe6", 5)
    far = terrain.hills(canvas, 560, 40, "#9ab59a", "#86a576")
    plants.forest(canvas, far, "#7a9f80", 44, gap=10)
    canvas.shade([(0, 640), (1600, 620), (1600, 1067), (0, 1067)], "#b9b48a", "#8f8a64")
    _station_house(canvas, 120, 800)
    canvas.shade([(0, 796), (1600, 796), (1600, 860), (0, 860)], "#cfc3ae", "#a89a82")
    canvas.shade([(0, 858), (1600, 858), (1600, 880), (0, 880)], "#7a705f")
    canvas.shade([(0, 880), (1600, 880), (1600, 1067), (0, 1067)], "#9a8f7c", "#6b6252")
    for x in range(-40, 1640, 64):
        canvas.polygon([(x, 968), (x + 30, 968), (x + 22, 1014), (x - 12, 1014)], "#5f4a38")
    for y in (970, 1004):
        canvas.rectangle(0, y, 1600, 8, "#c9ccd0")
    _train(canvas, 640, 970)
    for x, tall, back in ((500, 220, False), (560, 205, True), (90, 215, False)):
        people.figure(canvas, x, 850, tall, back=back)
    buildings.lamp(canvas, 600, 850, 260)
    return canvas


def _station_house(canvas, x, y):
    canvas.shade([(x, y), (x, y - 210), (x + 400, y - 210), (x + 400, y)], "#e9c46f", "#cfa24e")
    for plank in range(10):
        canvas.line([(x, y - 20 - plank * 20), (x + 400, y - 20 - plank * 20)], "#c49a48", 1.4)
    canvas.shade(
        [(x - 30, y - 204), (x + 50, y - 310), (x + 350, y - 310), (x + 430, y - 204)],
        "#8c4a3a",
        "#6f382c",
    )
    canvas.shade([(x + 140, y - 300), (x + 200, y - 380), (x + 260, y - 300)], "#a55a46", "#8c4a3a")
    canvas.ellipse(x + 200, y - 326, 22, 22, "#fbf6ea")
    canvas.line([(x + 200, y - 326), (x + 200, y - 342)], "#2a2f3a", 3)
    canvas.line([(x + 200, y - 326), (x + 210, y - 322)], "#2a2f3a", 3)
    for n in range(5):
        tone = "#5d4030" if n == 2 else "#7f9ab0"
        canvas.rectangle(x + 24 + n * 76, y - 150, 52, 148 if n == 2 else 86, "#fbf6ea", 3)
        canvas.rectangle(x + 30 + n * 76, y - 144, 40, 142 if n == 2 else 74, tone)


def _train(canvas, x, y):
    wide = 1000
    nose = [
        (x, y - 30),
        (x + 8, y - 110),
        (x + 70, y - 210),
        (x + wide, y - 210),
        (x + wide, y - 30),
    ]
    canvas.shade(people.rounded(nose, 26), "#f4f2ec", "#d9d6cf")
    canvas.shade(
        [(x + 4, y - 92), (x + wide, y - 92), (x + wide, y - 56), (x, y - 56)], "#e0803a", "#c9682c"
    )
    canvas.shade([(x, y - 56), (x + wide, y - 56), (x + wide, y - 30), (x, y - 30)], "#3a4656")
    canvas.shade(
        people.rounded(
            [(x + 22, y - 112), (x + 76, y - 190), (x + 128, y - 190), (x + 128, y - 112)], 10
        ),
        "#2f3f52",
        "#56708a",
    )
    for n in range(6):
        left = x + 170 + n * 140
        if n % 3 == 1:
            canvas.rectangle(left, y - 190, 70, 150, "#c9d3da", 6)
            canvas.rectangle(left + 8, y - 182, 24, 78, "#3a4f66", 4)
            canvas.rectangle(left + 38, y - 182, 24, 78, "#3a4f66", 4)
            continue
        canvas.shade(
            people.rounded(
                [(left, y - 186), (left + 104, y - 186), (left + 104, y - 112), (left, y - 112)], 8
            ),
            "#3a4f66",
            "#7f9db5",
        )
    for left in (x + 120, x + 240, x + 700, x + 820):
        canvas.ellipse(left, y - 14, 26, 26, "#2a2f3a")
        canvas.ellipse(left, y - 14, 11, 11, "#8a94a2")


def cycle_path(seed):
    """Cyclists on a path between lupins and birches."""
    canvas = Canvas(seed)
    canvas.sky("#58a4d6", "#a9d4ea", "#f0f3e2", down_to=560)
    terrain.clouds(canvas, 200, 90, "#ffffff", "#cbd9e6", 6)
    far = terrain.hills(canvas, 500, 70, "#8fb3a0", "#86ad7c")
    plants.forest(canvas, far, "#75a184", 36, gap=10)
    terrain.hills(canvas, 600, 50, "#a5c26c", "#7fa650")
    terrain.hills(canvas, 700, 26, "#86b05a", "#4f7f3f", waves=3)
    terrain.path(
        canvas, (780, 1100), (1010, 690), (560, 22), ("#e9dcc0", "#cdb992"), 130, edge="#8aa05a"
    )
    for x, y, tall in (
        (130, 860, 420),
        (300, 800, 320),
        (1400, 850, 430),
        (1530, 900, 480),
        (1250, 760, 220),
    ):
        plants.birch(canvas, x, y, tall, "#7fae4a")
    _cyclist(canvas, 960, 830, 150, "#c2553f")
    _cyclist(canvas, 720, 960, 230, "#2f5d7c")
    plants.flowers(canvas, 880, 1070, ["#7a5fc0", "#b06fc9", "#f4efe4"], 260)
    return canvas


def _cyclist(canvas, x, y, tall, coat):
    wheel = tall * 0.2
    left, right = x - tall * 0.27, x + tall * 0.27
    for centre in (left, right):
        ring = terrain.blob(centre, y - wheel, wheel, wheel, 40)
        canvas.line([*ring, ring[0]], "#2a2f3a", tall * 0.022)
    hub, seat, bar = (
        (x, y - wheel),
        (x - tall * 0.12, y - tall * 0.46),
        (right - tall * 0.06, y - tall * 0.48),
    )
    frame = mix(coat, "#ffffff", 0.3)
    canvas.line([(left, y - wheel), hub, seat, (left, y - wheel)], frame, tall * 0.02)
    canvas.line([hub, bar, (right, y - wheel)], frame, tall * 0.02)
    canvas.line([seat, bar], frame, tall * 0.02)
    _rider(canvas, (x, y), tall, coat, seat, bar)


def _rider(canvas, at, tall, coat, seat, bar):
    x, y = at
    hip, neck = (seat[0], seat[1] - tall * 0.04), (x + tall * 0.04, y - tall * 0.8)
    canvas.line(
        [hip, (x + tall * 0.1, y - tall * 0.34), (x + tall * 0.02, y - tall * 0.12)],
        "#37485c",
        tall * 0.07,
    )
    trunk = [
        (hip[0] - tall * 0.07, hip[1]),
        (neck[0] - tall * 0.07, neck[1]),
        (neck[0] + tall * 0.07, neck[1] + tall * 0.04),
        (hip[0] + tall * 0.09, hip[1]),
    ]
    canvas.shade(people.rounded(trunk, tall * 0.05), mix(coat, "#ffffff", 0.15), coat)
    canvas.line(
        [(neck[0] + tall * 0.02, neck[1] + tall * 0.08), (x + tall * 0.16, y - tall * 0.58), bar],
        mix(coat, "#141a28", 0.1),
        tall * 0.05,
    )
    head = (neck[0] + tall * 0.05, neck[1] - tall * 0.09)
    canvas.ellipse(*head, tall * 0.075, tall * 0.085, canvas.dice.choice(people.SKIN))
    helmet = [
        (head[0] - tall * 0.09, head[1] - tall * 0.01),
        (head[0] - tall * 0.06, head[1] - tall * 0.11),
        (head[0] + tall * 0.06, head[1] - tall * 0.11),
        (head[0] + tall * 0.1, head[1] - tall * 0.01),
    ]
    canvas.shade(people.rounded(helmet, tall * 0.04), "#f4efe4", "#d9d3c4")
