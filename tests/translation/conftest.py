"""People who translate, and something to translate."""

import pytest
from wagtail.models import Locale

from kogu.accounts.models import User
from kogu.delivery.changes import public_change
from kogu.editorial.roles import EVERYWHERE, group_of, translator
from kogu.language.markers import name_in
from kogu.translation import targets
from tests import shared_fixtures


def group_called(english):
    """The group of a role; its name is stored in the site's first language."""
    roles = [*EVERYWHERE, *(translator(locale) for locale in Locale.objects.all())]
    names = {
        role.name % {"language": name_in(role.language, "en") if role.language else ""}: role
        for role in roles
    }
    return group_of(names[english])


def user_in(name, *groups):
    user = User.objects.create_user(name, f"{name}@example.org", "password")
    user.groups.set(group_called(each) for each in groups)
    assert user.groups.count() == len(groups)
    return user


@pytest.fixture
def latvian(homes):
    """Somebody who translates into Latvian."""
    return user_in("latvian", "Translators: Latvian")


@pytest.fixture
def polish(homes):
    """Somebody who translates into Polish."""
    return user_in("polish", "Translators: Polish")


@pytest.fixture
def reviewer(homes):
    """Somebody who reviews."""
    return user_in("reviewer", "Reviewers")


@shared_fixtures.fixture
def sections(section, locales):
    """The news section, live in Estonian, Latvian and Polish."""
    from home.models import NewsIndexPage

    with public_change():
        for code, title in (("lv", "Ziņas"), ("pl", "Aktualności")):
            page = section.copy_for_translation(locales[code])
            page.title, page.slug = title, title.lower().replace("ź", "z").replace("ņ", "n")
            page.slug = page.slug.replace("ś", "s")
            page.save()
            page.save_revision().publish()
    return NewsIndexPage.objects


def translate_all(translation, words="{}", user=None):
    """Give every passage its translation."""
    from wagtail_localize.models import StringTranslation

    for segment in targets.outstanding(translation):
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=translation.target_locale,
            context=segment.context,
            defaults={
                "data": words.format(segment.string.data),
                "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
                "tool_name": "",
                "last_translated_by": user,
            },
        )


@shared_fixtures.fixture
def begun(news, sections, locales):
    """The news item begun in Latvian: a draft with Estonian words."""
    with public_change():
        return targets.start(news, [locales["lv"]])[0]


def update_source(source):
    """Take the source's words as they are live now; every target gets a draft of them."""
    source.update_from_db()
    for translation in source.translations.filter(enabled=True).select_related("target_locale"):
        targets.save_draft(translation)
