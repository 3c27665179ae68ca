"""A region's saves ask for no index; at the end everything is found at once."""

from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex

from home.models import NewsPage
from kogu.delivery.changes import public_change
from kogu.demo import indexing
from kogu.demo.factories import ImageFactory, NewsPageFactory


def found():
    return [page.title for page in NewsPage.objects.search("Piimakoda")]


def uses(image):
    return ReferenceIndex.get_references_to(image).count()


def test_what_was_saved_meanwhile_is_found_after_the_rebuilding(homes):
    with indexing.deferred_indexing():
        image = ImageFactory()
        page = NewsPageFactory(title="Piimakoda", hero_image=image)
    assert isinstance(image, get_image_model())
    assert (found(), uses(image)) == ([], 0)

    indexing.rebuild()

    assert found() == ["Piimakoda"]
    assert uses(image) == 1
    with public_change():
        page.title = "Piimakoda ja saun"
        page.save()
    assert found() == ["Piimakoda ja saun"]
