"""No picture goes out without words for who does not see it, whatever kind of page shows it."""

import pytest

from kogu.content.completeness import Incomplete, problems
from kogu.delivery.changes import public_change
from kogu.demo.factories import (
    ClusterPageFactory,
    EventPageFactory,
    ImageFactory,
    InformationPageFactory,
    NewsPageFactory,
    OrganisationPageFactory,
    ProjectPageFactory,
    items,
    story,
)

WITH_A_STORY = [
    ClusterPageFactory,
    EventPageFactory,
    InformationPageFactory,
    NewsPageFactory,
    OrganisationPageFactory,
    ProjectPageFactory,
]


def use(image, **words):
    return {"image": image.pk, "alt": "", "is_decorative": False, **words}


def missing(page, field):
    found = [each for each in problems(page) if each.field == field and not each.is_warning]
    return [str(each.message) for each in found]


@pytest.mark.parametrize("factory", WITH_A_STORY, ids=lambda factory: factory.__name__)
def test_a_picture_in_a_story_needs_words_on_every_kind_of_page(homes, factory):
    image = ImageFactory(title="Hall at dusk", alt="")

    page = factory(story=story(("image", use(image))), published=False)

    assert any("Hall at dusk" in message for message in missing(page, "story"))


@pytest.mark.parametrize("factory", WITH_A_STORY, ids=lambda factory: factory.__name__)
def test_the_picture_at_the_head_needs_words_on_every_kind_of_page(homes, factory):
    page = factory(hero_image=ImageFactory(alt=""), published=False)

    assert missing(page, "hero_alt")


@pytest.mark.parametrize(
    "words", [{"alt": "People at looms"}, {"is_decorative": True}], ids=["said", "decorative"]
)
def test_words_of_its_own_or_none_to_say_are_enough(homes, words):
    image = ImageFactory(alt="")

    page = NewsPageFactory(story=story(("image", use(image, **words))), published=False)

    assert not [each for each in missing(page, "story") if image.title in each]


def test_the_image_s_words_count_in_their_own_language_only(homes):
    image = ImageFactory(alt={"lv": "Stelles"})

    page = NewsPageFactory(story=story(("image", use(image))), published=False)

    assert any(image.title in each for each in missing(page, "story"))
    with public_change():
        image.texts.update(language="et")
    assert not any(image.title in each for each in missing(page, "story"))


def test_a_gallery_names_each_picture_without_words(homes):
    told, first, second = ImageFactory(alt="Looms"), ImageFactory(alt=""), ImageFactory(alt="")
    uses = items([use(each) for each in (told, first, second)])
    gallery = {"title": "", "pictures": uses}

    page = NewsPageFactory(story=story(("gallery", gallery)), published=False)

    said = " ".join(missing(page, "story"))
    assert first.title in said
    assert second.title in said
    assert told.title not in said


def test_it_is_not_published_whichever_way_it_is_tried(homes):
    image = ImageFactory(alt="")
    page = InformationPageFactory(story=story(("image", use(image))), published=False)

    with pytest.raises(Incomplete):
        page.get_latest_revision().publish()
