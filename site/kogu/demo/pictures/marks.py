"""Logos of invented organisations, portraits, and the emblem of the European Union."""

import math

from PIL import Image, ImageDraw

from kogu.demo.pictures import people, terrain
from kogu.demo.pictures.canvas import SCALE, Canvas, mix

EU_BLUE, EU_GOLD = "#003399", "#ffcc00"
SQUARE = (900, 900)


def _star(x, y, radius):
    """A five-pointed star standing on two of its points."""
    points = []
    for n in range(10):
        reach = radius if n % 2 == 0 else radius * 0.381966
        angle = math.pi * (n / 5 - 0.5)
        points.append((x + reach * math.cos(angle), y + reach * math.sin(angle)))
    return points


def eu_emblem(seed=0):
    """The emblem by its own rules: 3:2, a circle of a third of the height's radius,
    twelve stars like hours on a clock, each in a circle of an eighteenth of the height."""
    size = (1200, 800)
    picture = Image.new("RGB", (size[0] * SCALE, size[1] * SCALE), EU_BLUE)
    pen = ImageDraw.Draw(picture)
    height = picture.height
    for hour in range(12):
        angle = math.pi * hour / 6
        x = picture.width / 2 + height / 3 * math.sin(angle)
        y = height / 2 - height / 3 * math.cos(angle)
        pen.polygon(_star(x, y, height / 18), fill=EU_GOLD)
    return picture.reduce(SCALE)


def network_logo(seed):
    """A river that joins two banks, in a round field."""
    canvas = Canvas(seed, SQUARE)
    canvas.shade(terrain.blob(450, 450, 380, 380, 120), "#2f7f86", "#1f4f6b")
    for n in range(3):
        wave = [
            (90 + t * 18, 450 + (n - 1) * 90 + 62 * math.sin(t / 6.4 + n * 0.2)) for t in range(41)
        ]
        canvas.line(wave, ["#f2c14e", "#f7efe0", "#8fd0c4"][n], 34)
    for angle in range(0, 360, 3):
        turn = math.radians(angle)
        canvas.ellipse(450 + 424 * math.cos(turn), 450 + 424 * math.sin(turn), 44, 44, "#ffffff")
    return canvas


def craft_logo(seed):
    """A woven square, as on a belt."""
    canvas = Canvas(seed, SQUARE)
    for row in range(9):
        for column in range(9):
            far = abs(row - 4) + abs(column - 4)
            tone = ["#b8382f", "#f4e6cc", "#b8382f", "#2a3f66", "#e0a63f", "#ffffff"][min(far, 5)]
            if far <= 4:
                canvas.rectangle(90 + column * 80, 90 + row * 80, 74, 74, tone, 8)
    return canvas


def food_logo(seed):
    """Ears of rye in a ring."""
    canvas = Canvas(seed, SQUARE)
    for n in range(9):
        turn = math.radians(-60 + n * 15)
        for k in range(9):
            reach = 240 + k * 52
            x, y = 450 + reach * math.sin(turn) * 0.72, 900 - reach * math.cos(turn)
            tone = mix("#c98a2c", "#6f8a3c", n / 8)
            for side in (-1, 1):
                canvas.shade(
                    terrain.blob(x + side * 15, y, 13, 28), mix(tone, "#ffffff", 0.25), tone
                )
    canvas.rectangle(330, 740, 240, 40, "#8c3b2c", 20)
    return canvas


def work_logo(seed):
    """Four rooms with their doors open to each other."""
    canvas = Canvas(seed, SQUARE)
    tones = ["#e0803a", "#2f5d7c", "#4f8a6c", "#e0b23f"]
    for n, (x, y) in enumerate(((110, 110), (470, 110), (110, 470), (470, 470))):
        canvas.rectangle(x, y, 320, 320, tones[n], 60)
    canvas.ellipse(450, 450, 150, 150, "#ffffff")
    canvas.ellipse(450, 450, 84, 84, "#26324a")
    return canvas


def portrait_one(seed):
    """Somebody who answers for an office."""
    return _portrait(seed, "#8fb5c0")


def portrait_two(seed):
    """Somebody who leads a cluster."""
    return _portrait(seed, "#d9b07a")


def portrait_three(seed):
    """Somebody who runs a project."""
    return _portrait(seed, "#a5b88f")


def _portrait(seed, ground):
    canvas = Canvas(seed, SQUARE, mix(ground, "#ffffff", 0.5))
    canvas.sky(mix(ground, "#ffffff", 0.6), mix(ground, "#ffffff", 0.2))
    people.portrait(canvas, 450, 430, 168, ground)
    return canvas
