"""The paper a demo picture is drawn on: gradients, shapes, light and grain."""

import random

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1600, 1067
SCALE = 2  # drawn twice as large and reduced, which smooths every edge


def rgb(colour):
    """A colour given as hex text or as numbers, as three numbers."""
    return ImageColor.getrgb(colour) if isinstance(colour, str) else tuple(colour)


def mix(one, other, share):
    """The colour that lies `share` of the way from one to the other."""
    pairs = zip(rgb(one), rgb(other), strict=True)
    return tuple(round(a + (b - a) * share) for a, b in pairs)


def gradient(size, stops):
    """An image whose colours run from top to bottom through the stops."""
    width, height = max(1, size[0]), max(1, size[1])
    colours = [rgb(stop) for stop in stops]
    tall = max(4, min(192, height // 6))  # small shapes need few steps
    strip, last = Image.new("RGB", (1, tall)), len(colours) - 1
    strip.putdata([_along(colours, y / (tall - 1) * last, last) for y in range(tall)])
    return strip.resize((width, height), Image.Resampling.BILINEAR)


def _along(colours, place, last):
    low = min(int(place), last - 1)
    share = place - low
    pairs = zip(colours[low], colours[low + 1], strict=True)
    return tuple(round(a + (b - a) * share) for a, b in pairs)


class Canvas:
    """A sheet of 1600 × 1067 units with its own, repeatable dice."""

    def __init__(self, seed, size=(WIDTH, HEIGHT), paper="#ffffff"):
        self.dice = random.Random(seed)
        self.size = size
        self.image = Image.new("RGB", (size[0] * SCALE, size[1] * SCALE), rgb(paper))
        self.pen = ImageDraw.Draw(self.image)

    def sky(self, *stops, down_to=None):
        """Fill the sheet, or its upper part, with colours running downwards."""
        height = (down_to or self.size[1]) * SCALE
        self.image.paste(gradient((self.image.width, int(height)), stops), (0, 0))

    def polygon(self, points, colour):
        self.pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=rgb(colour))

    def ellipse(self, x, y, rx, ry, colour):
        box = [(x - rx) * SCALE, (y - ry) * SCALE, (x + rx) * SCALE, (y + ry) * SCALE]
        self.pen.ellipse(box, fill=rgb(colour))

    def rectangle(self, x, y, width, height, colour, radius=0):
        box = [x * SCALE, y * SCALE, (x + width) * SCALE, (y + height) * SCALE]
        self.pen.rounded_rectangle(box, radius * SCALE, fill=rgb(colour))

    def line(self, points, colour, width):
        track = [(x * SCALE, y * SCALE) for x, y in points]
        self.pen.line(track, fill=rgb(colour), width=max(1, round(width * SCALE)), joint="curve")

    def shade(self, points, *stops, opacity=1.0, blur=0):
        """A polygon filled with a gradient, as see-through and as soft as asked."""
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        margin = blur * 3
        left, top = max(0, min(xs) - margin), max(0, min(ys) - margin)
        right, bottom = min(self.size[0], max(xs) + margin), min(self.size[1], max(ys) + margin)
        box = [int(v * SCALE) for v in (left, top, right, bottom)]
        size = (box[2] - box[0], box[3] - box[1])
        if min(size) <= 0:
            return
        mask = Image.new("L", size, 0)
        moved = [(x * SCALE - box[0], y * SCALE - box[1]) for x, y in points]
        ImageDraw.Draw(mask).polygon(moved, fill=round(255 * opacity))
        if blur:
            mask = mask.filter(ImageFilter.BoxBlur(blur * SCALE))
        self.image.paste(gradient(size, stops if len(stops) > 1 else stops * 2), box[:2], mask)

    def glow(self, x, y, radius, colour, strength=0.8):
        """Light that fades outwards, added to what is there."""
        side = int(radius * 2 * SCALE)
        fade = ImageChops.invert(Image.radial_gradient("L")).resize((side, side))
        fade = fade.point([round(255 * strength * (v / 255) ** 2) for v in range(256)])
        corner = (int((x - radius) * SCALE), int((y - radius) * SCALE))
        frame = Image.new("L", self.image.size, 0) if self._outside(corner, side) else None
        light = Image.new("RGB", (side, side), rgb(colour))
        if frame is not None:
            frame.paste(fade, corner)
            whole = Image.new("RGB", self.image.size, rgb(colour))
            self.image.paste(ImageChops.screen(self.image, whole), (0, 0), frame)
            return
        box = (*corner, corner[0] + side, corner[1] + side)
        patch = self.image.crop(box)
        self.image.paste(ImageChops.screen(patch, light), corner, fade)

    def _outside(self, corner, side):
        inside_x = corner[0] >= 0 and corner[0] + side <= self.image.width
        return not (inside_x and corner[1] >= 0 and corner[1] + side <= self.image.height)

    def mirror(self, line, depth, tint, strength=0.35, blur=3):
        """Turn everything below the line into still water showing what is above it."""
        y = int(line * SCALE)
        height = min(int(depth * SCALE), self.image.height - y)
        tall = min(height, y)
        above = self.image.crop((0, y - tall, self.image.width, y))
        water = above.transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize((above.width, height))
        water = water.filter(ImageFilter.BoxBlur((1, blur * SCALE)))
        tinted = Image.new("RGB", water.size, rgb(tint))
        self.image.paste(Image.blend(water, tinted, strength), (0, y))

    def finish(self, grain=7, vignette=0.16):
        """The finished picture: reduced, slightly darker at its corners, with grain."""
        small = self.image.reduce(SCALE)
        if vignette:
            dark = Image.radial_gradient("L").resize(small.size)
            dark = dark.point([round(255 * vignette * max(0, v - 110) / 145) for v in range(256)])
            small.paste((18, 22, 34), (0, 0), dark)
        return _grained(small, self.dice, grain) if grain else small


def _grained(picture, dice, grain):
    """Film grain around the picture's own tones: as much lighter as darker."""
    width, height = picture.size
    noise = Image.frombytes("L", picture.size, dice.randbytes(width * height))
    noise = noise.filter(ImageFilter.BoxBlur(0.6))
    noise = noise.point([round(128 + (v - 128) * grain / 64) for v in range(256)])
    return ImageChops.add(picture, noise.convert("RGB"), scale=1, offset=-128)
