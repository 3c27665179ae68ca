"""Translators find what to begin, and learn when a source has moved on."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation as language
from wagtail_localize.models import StringTranslation, TranslationSource

from kogu.delivery.changes import public_change
from kogu.demo.factories import NewsPageFactory, PersonFactory, TopicFactory
from kogu.translation import targets
from kogu.translation.language_status import changed_since, language_statuses, languages_url
from kogu.translation.missing import missing_translations

from .conftest import translate_all


def titles(locale, words=""):
    return [one.title for one in missing_translations(locale, words)]


def publish(instance, **values):
    with public_change():
        for name, value in values.items():
            setattr(instance, name, value)
        instance.save_revision().publish()


def test_what_is_published_elsewhere_is_wanted_newest_first(news, sections, locales):
    topic = TopicFactory(name="Suplus")

    assert titles(locales["lv"])[:2] == ["Suplus", "Tegijad kohtusid"]
    assert titles(locales["lv"], "kohtu") == ["Tegijad kohtusid"]
    assert titles(locales["et"]) == []
    publish(topic, name="Saun")
    assert titles(locales["lv"])[0] == "Saun"


def test_what_is_begun_or_not_published_is_not_wanted(news, begun, section, locales):
    NewsPageFactory(parent=section, title="Mustand", published=False)

    assert titles(locales["lv"]) == []


def test_a_page_waits_for_the_page_above_it(news, locales):
    assert titles(locales["pl"]) == ["Uudised"]


def test_a_private_page_is_not_shown(news, sections, locales):
    from wagtail.models import PageViewRestriction

    with public_change():
        PageViewRestriction.objects.create(page=news, restriction_type="login")

    assert titles(locales["lv"]) == []


def test_ten_wanted_things_cost_what_one_costs(news, sections, section, locales):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            found = missing_translations(locales["lv"])
        return len(found), len(queries)

    cost()
    one, before = cost()
    for number in range(5):
        NewsPageFactory(parent=section, title=f"Uudis {number}")
        PersonFactory(name=f"Inimene {number}")
    eleven, after = cost()

    assert (one, eleven) == (1, 11)
    assert after <= before


def test_a_short_list_begins_as_the_whole_one(sections, section, locales):
    for number in range(3):
        page = NewsPageFactory(parent=section, title=f"Uudis {number}")
        with public_change():
            page.copy_for_translation(locales["pl"]).save_revision().publish()
    everything = missing_translations(locales["lv"])

    assert len(everything) == 3
    assert missing_translations(locales["lv"], limit=2) == everything[:2]


def test_a_translator_begins_from_the_start_page(client, latvian, news, sections, locales):
    client.force_login(latvian)

    html = client.get(reverse("wagtailadmin_home")).content.decode()
    begin = reverse("wagtail_localize:submit_page_translation", args=[news.pk])
    assert f'action="{begin}"' in html
    answer = client.post(begin, {"locales": [locales["lv"].pk]})

    target = news.get_translation(locales["lv"])
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[target.pk])
    assert not target.live


def test_nobody_without_a_language_sees_the_list(client, homes):
    from .conftest import user_in

    user = user_in("nobody")
    user.groups.clear()
    client.force_login(user)

    assert client.get(reverse("kogu_translation:missing")).status_code in {302, 403}


def finished(translation):
    translate_all(translation, "LV {}")
    with public_change():
        targets.save_draft(translation).publish()


def source(instance):
    return TranslationSource.objects.get(object_id=instance.translation_key)


def has_changed(instance):
    return changed_since(type(instance).objects.get(pk=instance.pk), source(instance))


def test_new_words_make_a_translation_outdated_until_they_are_brought_in(
    client, latvian, news, begun
):
    finished(begun)
    assert not has_changed(news)
    publish(news, title="Tegijad kohtusid taas")
    assert has_changed(news)
    client.force_login(latvian)
    target = news.get_translation(begun.target_locale)
    editor = reverse("wagtailadmin_pages:edit", args=[target.pk])
    assert "Bring in the new words" in client.get(editor).content.decode()

    url = reverse("wagtail_localize:update_translations", args=[source(news).pk])
    client.post(url, {"next": editor})

    assert not has_changed(news)
    assert len(targets.outstanding(begun)) == 1
    assert "Bring in the new words" not in client.get(editor).content.decode()


def test_a_publication_that_changes_no_word_makes_nothing_outdated(news, begun):
    finished(begun)

    publish(news, show_in_menus=True)

    assert not has_changed(news)


def test_a_snippet_says_so_too_and_offers_the_way(client, latvian, locales, homes):
    topic = TopicFactory(name="Suplus")
    with public_change():
        translation = targets.start(topic, [locales["lv"]])[0]
    finished(translation)
    publish(topic, name="Saun")
    client.force_login(latvian)

    html = client.get(languages_url(topic)).content.decode()

    assert "The source has changed" in html
    assert reverse("wagtail_localize:update_translations", args=[source(topic).pk]) in html
    start = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Texts to translate" in start
    assert "LV Suplus" in start
    listing = reverse("wagtailsnippets_directory_topic:list")
    assert languages_url(topic) in client.get(listing).content.decode()


def test_a_draft_is_shown_to_nobody_who_may_not_change_it(client, polish, section):
    draft = NewsPageFactory(parent=section, title="Salajane", published=False)
    client.force_login(polish)

    assert client.get(languages_url(draft)).status_code in {302, 403}


def test_every_language_of_a_thing_has_its_standing(news, begun, latvian):
    found = {one.locale.language_code: one for one in language_statuses(news, latvian)}

    assert next(iter(found)) == "et"
    assert found["lv"].open_url
    assert not found["et"].open_url
    assert not found["pl"].begin_url
    assert any("passages wait" in words for words in found["lv"].words)


def title_segment(translation):
    found = targets.outstanding(translation)
    return next(one for one in found if one.context.path in {"title", "name"})


def write(translation, segment, words):
    StringTranslation.objects.update_or_create(
        translation_of=segment.string,
        locale=translation.target_locale,
        context=segment.context,
        defaults={"data": words, "translation_type": "manual"},
    )


def slugs(translation):
    return list(
        StringTranslation.objects.filter(
            context__path="slug", locale=translation.target_locale
        ).values_list("data", flat=True)
    )


def test_the_address_follows_the_translated_title(begun):
    segment = title_segment(begun)

    write(begun, segment, "Radītāji tikās")
    assert slugs(begun) == ["raditaji-tikas"]
    write(begun, segment, "Meistari tikās")

    assert slugs(begun) == ["meistari-tikas"]
    with public_change():
        targets.save_draft(begun)
    assert begun.get_target_instance().get_latest_revision_as_object().slug == "meistari-tikas"


def test_an_address_that_somebody_wrote_stays(begun):
    segment = title_segment(begun)
    write(begun, segment, "Radītāji tikās")
    StringTranslation.objects.filter(context__path="slug").update(data="mans", tool_name="")

    write(begun, segment, "Meistari tikās")

    assert slugs(begun) == ["mans"]


def test_a_live_address_stays(begun):
    write(begun, title_segment(begun), "Radītāji tikās")
    translate_all(begun, "LV {}")
    with public_change():
        targets.save_draft(begun).publish()

    first = StringTranslation.objects.get(context__path="title")
    first.data = "Meistari tikās"
    first.save()

    assert slugs(begun) == ["raditaji-tikas"]


def test_the_translators_editor_says_nothing_in_a_third_language(client, latvian):
    from wagtail.users.models import UserProfile

    profile = UserProfile.get_for_user(latvian)
    profile.preferred_language = "lv"
    profile.save()
    client.force_login(latvian)

    told = client.get(reverse("wagtail_localize:javascript_catalog")).content.decode()

    assert '"Cancel": ' in told
    assert "T\\u00fchista" not in told


def test_what_a_language_lacks_is_not_said_in_another():
    with language.override("lv"):
        assert language.gettext("Reports") != "Aruanded"
    with language.override("et"):
        assert language.gettext("Reports") == "Aruanded"
