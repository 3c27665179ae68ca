"""Towns of the demo region: streets, squares, market, station, old factory."""

from kogu.demo.pictures import buildings, people, plants, terrain
from kogu.demo.pictures.canvas import Canvas, mix

WALLS = ["#f0dfbf", "#e8c79a", "#d9a88a", "#c9d3d0", "#e9e2d2", "#b9c7b0", "#dcb7a4", "#cdbfa6"]
ROOFS = ["#a5462f", "#8c3b2c", "#b85a3c", "#6f4a42", "#5d5f6b"]


def twin_town(seed):
    """Roofs of a town that lies on both sides of a border."""
    canvas = Canvas(seed)
    canvas.sky("#6fb0dd", "#bfdcea", "#f7ecd6", down_to=600)
    terrain.clouds(canvas, 180, 80, "#ffffff", "#cfdbe6", 6)
    far = terrain.hills(canvas, 470, 40, "#9fb7ae", "#8fab8f")
    plants.forest(canvas, far, "#83a296", 28, gap=9)
    hazy = [mix(w, "#cfdde2", 0.5) for w in WALLS], [mix(r, "#cfdde2", 0.4) for r in ROOFS]
    buildings.street(canvas, 600, *hazy, 90, 110)
    buildings.church(canvas, 420, 600, 380, "#f3ead8", "#a5462f")
    buildings.church(canvas, 1180, 610, 320, "#e0d3bf", "#5d5f6b")
    softer = [mix(w, "#cfdde2", 0.22) for w in WALLS], [mix(r, "#cfdde2", 0.2) for r in ROOFS]
    buildings.street(canvas, 740, *softer, 120, 150)
    for x in range(60, 1600, 210):
        plants.oak(canvas, x + canvas.dice.uniform(-60, 60), 780, 150, "#6d9a52")
    buildings.street(canvas, 960, WALLS, ROOFS, 190, 220)
    for x in range(-20, 1640, 170):
        plants.oak(canvas, x + canvas.dice.uniform(-50, 50), 1090, 210, "#4f8044")
    return canvas


def square_evening(seed):
    """A town square in the evening, lamps and windows lit."""
    canvas = Canvas(seed)
    canvas.sky("#16234f", "#40508a", "#b87f95", "#f0b089", down_to=640)
    terrain.stars(canvas, 260, 60)
    dark = [mix(w, "#2a2f56", 0.6) for w in WALLS], [mix(r, "#1f2444", 0.6) for r in ROOFS]
    buildings.church(canvas, 640, 700, 520, "#8d86a0", "#463f62")
    buildings.street(canvas, 760, *dark, 240, 210, lit="#ffce7a", pane="#3a4270")
    canvas.shade([(0, 756), (1600, 756), (1600, 1067), (0, 1067)], "#4b466a", "#2c2a48")
    for n in range(8):
        y = 775 + n * n * 5
        canvas.line([(0, y), (1600, y)], "#565178", 1 + n * 0.3)
    for x in (180, 560, 1040, 1430):
        buildings.lamp(canvas, x, 880, 210, "#ffd488")
        canvas.glow(x, 890, 150, "#ffb866", 0.25)
    for x, y, tall in ((330, 900, 170), (395, 905, 160), (780, 860, 140), (1210, 930, 190),
                       (1270, 925, 180), (900, 980, 220)):  # fmt: skip
        canvas.shade(terrain.blob(x + 20, y + 2, tall * 0.28, 7), "#1c1a34", opacity=0.5, blur=3)
        people.figure(canvas, x, y, tall, back=canvas.dice.random() < 0.5)
    return canvas


def market_hall(seed):
    """Saturday in the market hall."""
    canvas = Canvas(seed)
    canvas.sky("#f1e4cb", "#e7d2ad", "#d9b98a")
    for n in range(9):
        x = -60 + n * 210
        canvas.shade([(x, 0), (x + 26, 0), (x + 26, 560), (x, 560)], "#8b6a4c", "#a5815c")
        canvas.line([(x + 13, 300), (x - 90, 150)], "#8b6a4c", 14)
        canvas.line([(x + 13, 300), (x + 116, 150)], "#8b6a4c", 14)
        window = [(x + 48, 330), (x + 48, 190), (x + 118, 130), (x + 188, 190), (x + 188, 330)]
        canvas.shade(window, "#cfe6f0", "#eef5ee")
        canvas.line([(x + 118, 130), (x + 118, 330)], "#8b6a4c", 5)
    canvas.shade([(0, 130), (1600, 130), (1600, 156), (0, 156)], "#7d5d42", "#936f4f")
    for x in range(140, 1600, 330):
        canvas.line([(x, 0), (x, 240)], "#4a3c30", 4)
        canvas.shade(
            [(x - 46, 268), (x - 16, 234), (x + 16, 234), (x + 46, 268)], "#2f4f4a", "#24403c"
        )
        canvas.glow(x, 280, 170, "#ffdf9a", 0.5)
    canvas.shade([(0, 560), (1600, 560), (1600, 1067), (0, 1067)], "#c9a377", "#8f6d4c")
    stripes = [
        ("#b8452f", "#f6efe0"),
        ("#2f6f6a", "#f6efe0"),
        ("#d99a2f", "#f6efe0"),
        ("#3a5f8c", "#f6efe0"),
    ]
    goods = ["#d9452f", "#e8b02f", "#6f9a3c", "#8a4f7a", "#e07f3c", "#c9b58a"]
    for n in range(5):
        buildings.stall(canvas, 30 + n * 320, 700, 250, stripes[n % 4], goods)
    people.crowd(canvas, 830, 250, 7, True, 120, 1500)
    for n in range(4):
        buildings.stall(canvas, -120 + n * 470, 1090, 350, stripes[(n + 1) % 4], goods)
    for x, back in ((290, True), (762, False), (1232, True)):
        people.figure(canvas, x, 1085, 330, back=back)
    return canvas


def old_dairy(seed):
    """A brick dairy that has become a house for work."""
    canvas = Canvas(seed)
    canvas.sky("#7fb8dc", "#cfe3ea", "#f6edda", down_to=640)
    terrain.clouds(canvas, 220, 90, "#ffffff", "#d3dee6", 5)
    far = terrain.hills(canvas, 600, 30, "#93b08f", "#7f9f6c")
    plants.forest(canvas, far, "#6f9a72", 54, plants.birch, 30)
    canvas.shade([(1180, 800), (1190, 220), (1236, 220), (1250, 800)], "#b3624a", "#8f4636")
    for y in (250, 275):
        canvas.rectangle(1186, y, 54, 8, "#e6d7c4")
    _brick_hall(canvas)
    canvas.shade([(0, 840), (1600, 840), (1600, 1067), (0, 1067)], "#b9c48a", "#7f9a5a")
    terrain.path(canvas, (760, 1090), (770, 838), (420, 120), ("#e3d5b8", "#c7b48f"), 20)
    for x, tall in ((90, 330), (1500, 380), (1390, 250)):
        plants.birch(canvas, x, 900, tall, "#8fb04f")
    for x, y, tall in ((560, 930, 200), (620, 940, 195), (980, 900, 175)):
        people.figure(canvas, x, y, tall)
    _bicycles(canvas, 1110, 902)
    return canvas


def _brick_hall(canvas):
    canvas.shade([(250, 850), (250, 520), (1290, 520), (1290, 850)], "#c0694d", "#9d4d3a")
    canvas.shade([(220, 528), (330, 400), (1210, 400), (1320, 528)], "#5d6470", "#454b58")
    for _ in range(260):
        x, y = canvas.dice.uniform(255, 1270), 526 + canvas.dice.randrange(40) * 8
        tone = mix(
            "#b35a42", canvas.dice.choice(["#d58a68", "#7d3a2c"]), canvas.dice.uniform(0.1, 0.6)
        )
        canvas.rectangle(x, y, 18, 6, tone)
    for n in range(7):
        x = 300 + n * 138
        if n == 3:
            canvas.rectangle(x - 14, 640, 118, 212, "#e9dcc6", 6)
            canvas.rectangle(x - 4, 650, 98, 202, "#24514e", 4)
            canvas.rectangle(x + 8, 664, 36, 120, "#ffe3a4")
            canvas.rectangle(x + 50, 664, 36, 120, "#ffe3a4")
            continue
        canvas.ellipse(x + 45, 604, 52, 52, "#e9dcc6")
        canvas.rectangle(x - 7, 604, 104, 176, "#e9dcc6")
        canvas.ellipse(x + 45, 604, 45, 45, "#ffe0a0")
        canvas.shade([(x, 604), (x + 90, 604), (x + 90, 772), (x, 772)], "#ffe0a0", "#9fc0cc")
        for dx in (30, 60):
            canvas.line([(x + dx, 566), (x + dx, 772)], "#4a3a34", 4)
        for dy in (640, 700):
            canvas.line([(x, dy), (x + 90, dy)], "#4a3a34", 4)
    for x in range(420, 1180, 190):
        canvas.shade([(x, 500), (x + 22, 438), (x + 92, 438), (x + 114, 500)], "#bfe0ea", "#e6f3f2")


def _bicycles(canvas, x, y):
    for n in range(3):
        left = x + n * 62
        for wheel in (left, left + 62):
            for turn in range(2):
                canvas.line(terrain.blob(wheel, y - 24, 23 - turn, 23 - turn, 24), "#2a2f3a", 3)
        frame = [(left, y - 24), (left + 22, y - 56), (left + 52, y - 56), (left + 30, y - 22),
                 (left + 22, y - 56)]  # fmt: skip
        canvas.line(frame, ["#c2553f", "#2f5d7c", "#e0a63f"][n], 4)
        canvas.line([(left + 62, y - 24), (left + 50, y - 66), (left + 60, y - 70)], "#2a2f3a", 4)
