"""The file of an image, measured without decoding it."""

from PIL import ExifTags
from PIL import Image as PillowImage
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

LYING_ON_ITS_SIDE = {5, 6, 7, 8}


def _upright_size(picture):
    width, height = picture.size
    if picture.getexif().get(ExifTags.Base.Orientation) in LYING_ON_ITS_SIDE:
        return height, width
    return width, height


class MeasuredFile(WagtailImageFieldFile):
    """Reads the size from the header; Wagtail's own way decodes every pixel to learn it."""

    def get_image_dimensions(self):
        close = self.closed
        try:
            self.open()
            return _upright_size(PillowImage.open(self))
        finally:
            if close:
                self.close()
            else:
                self.seek(0)


class MeasuredImageField(WagtailImageField):
    """An image file that knows its width and height."""

    attr_class = MeasuredFile
