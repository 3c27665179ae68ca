"""More of the land: summer fields, the lake of the Polish partner, a night with lanterns."""

from kogu.demo.pictures import plants, terrain
from kogu.demo.pictures.canvas import Canvas, mix


def field_summer(seed):
    """Strips of rape, flax and clover under a high sky."""
    canvas = Canvas(seed)
    canvas.sky("#3f8fd0", "#8fc4e8", "#e4f0f2", down_to=560)
    terrain.clouds(canvas, 220, 120, "#ffffff", "#c6d6e6", 8)
    far = terrain.hills(canvas, 520, 40, "#7fa59a", "#8fb08a")
    plants.forest(canvas, far, "#5f8d7c", 30, gap=9)
    line = terrain.hills(canvas, 560, 16, "#a9bf62", "#8fb053", waves=3)
    strips = [("#f3dc4f", "#e6bb2e"), ("#8fbc5a", "#5f9440"), ("#9fb3e0", "#6f8ccb"),
              ("#b7cf6c", "#8cae4a"), ("#f6e27a", "#e9c640"), ("#6fa854", "#437c3c")]  # fmt: skip
    plants.furrows(canvas, line, 1067, strips, 930)
    plants.oak(canvas, 330, 700, 300, "#4f8c46")
    plants.oak(canvas, 1390, 640, 170, "#5a9449")
    plants.flowers(canvas, 890, 1067, ["#5f7fd6", "#d8524a", "#f6f1e2"], 420)
    return canvas


def lake_monastery(seed):
    """White towers on a wooded spit of a wide lake."""
    canvas = Canvas(seed)
    canvas.sky("#5f9bd0", "#b3d4e6", "#fbeed8", down_to=560)
    terrain.clouds(canvas, 240, 80, "#ffffff", "#d3dde6", 5, 0.75)
    far = terrain.hills(canvas, 505, 26, "#8faeb0", "#8fb0a4")
    plants.forest(canvas, far, "#7d9f9c", 24, gap=8)
    spit = [(520, 560), (640, 520), (820, 470), (1010, 462), (1190, 500), (1330, 560)]
    canvas.shade(spit, "#5f8f52", "#3f6b3f")
    plants.forest(canvas, [(-9, 900), *spit, (1700, 900)], "#3c6a45", 50, plants.pine, 20, 0.75,
                  trunk="#80583e")  # fmt: skip
    _monastery(canvas, 905, 470)
    canvas.mirror(560, 510, "#3f7fae", 0.3, 3)
    terrain.ripples(canvas, 570, 1050, "#eef8ff", 80)
    _sail(canvas, 380, 690, 130)
    _sail(canvas, 1290, 640, 70)
    plants.reeds(canvas, 1075, "#5f7a3a", 190, 190, 0, 520)
    plants.reeds(canvas, 1085, "#54702f", 120, 160, 1250, 1600)
    return canvas


def _monastery(canvas, x, y):
    canvas.rectangle(x - 120, y - 78, 250, 82, "#f5efe2")
    canvas.polygon([(x - 130, y - 76), (x - 96, y - 112), (x + 106, y - 112), (x + 140, y - 76)],
                   "#b0553c")  # fmt: skip
    for n in range(7):
        canvas.rectangle(x - 104 + n * 34, y - 54, 12, 26, "#8f9aa8", 5)
    for dx, tall in ((-66, 150), (44, 150)):
        canvas.rectangle(x + dx, y - tall, 36, tall - 70, "#fbf6ea")
        canvas.rectangle(x + dx + 12, y - tall + 14, 12, 26, "#8f9aa8", 5)
        canvas.shade(terrain.blob(x + dx + 18, y - tall, 20, 24), "#5f8f80", "#3f6f66")
        canvas.line([(x + dx + 18, y - tall - 22), (x + dx + 18, y - tall - 46)], "#3f5a58", 2.5)
        canvas.line([(x + dx + 12, y - tall - 38), (x + dx + 24, y - tall - 38)], "#3f5a58", 2.5)


def _sail(canvas, x, y, size):
    canvas.polygon([(x, y - size), (x, y - 8), (x + size * 0.46, y - 12)], "#fffaf0")
    canvas.polygon([(x - 6, y - size * 0.86), (x - 6, y - 10), (x - size * 0.3, y - 12)], "#f3d9c4")
    canvas.polygon([(x - size * 0.42, y - 6), (x + size * 0.5, y - 6), (x + size * 0.36, y + 10),
                    (x - size * 0.32, y + 10)], "#8a3f34")  # fmt: skip


def night_lights(seed):
    """Northern lights over a village by the river."""
    canvas = Canvas(seed)
    canvas.sky("#070d24", "#10244a", "#1f4a66", "#3f6f74", down_to=640)
    _aurora(canvas)
    terrain.stars(canvas, 560, 320)
    far = terrain.hills(canvas, 560, 50, "#15304a", "#1a3848")
    plants.forest(canvas, far, "#10263e", 40, gap=9)
    near = terrain.hills(canvas, 618, 24, "#0d1f34", "#0b1a2c", waves=3)
    plants.forest(canvas, near, "#0b1b30", 70, gap=17, spread=0.6)
    dice = canvas.dice
    for n in range(11):
        x = 420 + n * 74 + dice.uniform(-16, 16)
        _cottage(canvas, x, 632 + dice.uniform(-6, 6), dice.uniform(46, 66))
    canvas.mirror(646, 430, "#0d2038", 0.25, 6)
    terrain.ripples(canvas, 660, 1040, "#8fd9c0", 40)
    canvas.polygon([(0, 1067), (0, 930), (380, 985), (760, 1067)], "#081424")
    plants.reeds(canvas, 1000, "#0a1828", 110, 150, 0, 420)
    return canvas


def _aurora(canvas):
    """Curtains of light: many soft upright rays along a wandering hem."""
    dice = canvas.dice
    for n in range(3):
        hem = terrain.ridge(dice, 400 - n * 76, 90, 4)
        tone = mix("#46e6a4", "#8f86f0", n / 2.4)
        for x, y in hem[::2]:
            tall = dice.uniform(120, 300)
            ray = [(x, y), (x + 26, y - 4), (x + 64, y - tall), (x + 30, y - tall)]
            canvas.shade(ray, "#10244a", tone, opacity=dice.uniform(0.08, 0.26), blur=8)


def _cottage(canvas, x, y, wide):
    tall = wide * 0.62
    canvas.rectangle(x, y - tall, wide, tall, "#1c2233")
    canvas.polygon([(x - 6, y - tall + 2), (x + wide / 2, y - tall * 1.85),
                    (x + wide + 6, y - tall + 2)], "#0e1526")  # fmt: skip
    canvas.rectangle(x + wide * 0.16, y - tall * 0.66, wide * 0.24, tall * 0.36, "#ffcf7a", 1)
    canvas.rectangle(x + wide * 0.58, y - tall * 0.66, wide * 0.24, tall * 0.36, "#ffb75a", 1)
    canvas.glow(x + wide / 2, y - tall * 0.5, wide * 1.1, "#ffb45e", 0.3)
