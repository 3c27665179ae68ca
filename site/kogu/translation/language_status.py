"""How far each language of an item has come, and whether its source has changed since."""

import json
from dataclasses import dataclass, field

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    OverridableSegment,
    StringSegment,
    TemplateSegment,
    Translation,
    TranslationSource,
    get_edit_url,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments

from kogu.language.markers import name_in

from .permissions import may_edit, offered_locales
from .statuses import Status, with_status
from .targets import outstanding


@dataclass
class LanguageStatus:
    """One language of an item: what can be said of it, and what its reader may do."""

    locale: Locale
    instance: object = None
    words: list[str] = field(default_factory=list)
    status: Status | None = None
    is_outdated: bool = False
    open_url: str = ""
    begin_url: str = ""

    @property
    def language(self):
        """In the reader's words."""
        return name_in(self.locale.language_code, get_language())


def language_statuses(instance, user):
    """Every language of the site, the source's first."""
    recorded = TranslationSource.objects.filter(object_id=instance.translation_key).first()
    origin = source_of(instance, recorded)
    rows = {row.locale_id: row for row in instance.get_translations(inclusive=True)}
    enabled = Translation.objects.filter(source=recorded, enabled=True).select_related("source")
    translations = {one.target_locale_id: one for one in with_status(enabled)}
    offered = set(offered_locales(user, origin).values_list("pk", flat=True))
    found = []
    for locale in sorted(Locale.objects.all(), key=lambda one: one.pk != origin.locale_id):
        row = rows.get(locale.pk)
        one = LanguageStatus(locale, row)
        if row is not None and may_edit(user, row):
            one.open_url = get_edit_url(row)
        elif row is None and locale.pk in offered:
            one.begin_url = begin_url(origin)
        one.words = _status_lines(one, origin, translations.get(locale.pk))
        found.append(one)
    return found


def source_of(instance, recorded):
    """The row from which the item is translated; the item itself before anything was begun."""
    if recorded is None or recorded.locale_id == instance.locale_id:
        return instance
    return (
        type(instance)
        ._default_manager.filter(
            translation_key=instance.translation_key, locale=recorded.locale_id
        )
        .first()
        or instance
    )


def _status_lines(entry, origin, translation):
    row = entry.instance
    if row is None:
        return [_("Not begun")]
    if row.pk == origin.pk:
        lines = [_("Written in this language")]
    elif translation is None:
        lines = [_("A version of its own")]
    else:
        lines = _progress_lines(entry, origin, translation)
    return [*lines, _("Live") if row.live else _("Draft")]


def _progress_lines(entry, origin, translation):
    entry.status = Status(translation.status)
    entry.is_outdated = changed_since(origin, translation.source)
    waiting = len(outstanding(translation))
    lines = [entry.status.label]
    if entry.is_outdated:
        lines.append(_("The source has changed since"))
    if waiting:
        words = ngettext("%(count)s passage waits", "%(count)s passages wait", waiting)
        lines.append(words % {"count": waiting})
    return lines


def changed_since(origin, recorded):
    """Whether other words of the source were published than translators have before them.

    Never where the source is missing: then the origin is the translation itself.
    """
    published = origin.last_published_at
    is_source = origin.locale_id == recorded.locale_id
    return bool(is_source and origin.live and published and published > recorded.last_updated_at)


def keep_current(published, recorded):
    """A publication that changes no word leaves every translation up to date."""
    if changed_since(published, recorded) and _same_words(published, recorded):
        now = timezone.now()
        TranslationSource.objects.filter(pk=recorded.pk).update(last_updated_at=now)


def _same_words(published, recorded):
    now = set()
    for segment in extract_segments(published):
        if isinstance(segment, StringSegmentValue):
            now.add((segment.path, segment.string.data))
        elif isinstance(segment, TemplateSegmentValue):
            now.add((segment.path, segment.template))
        elif isinstance(segment, OverridableSegmentValue):
            now.add((segment.path, json.dumps(segment.data)))
    strings = StringSegment.objects.filter(source=recorded)
    templates = TemplateSegment.objects.filter(source=recorded)
    addresses = OverridableSegment.objects.filter(source=recorded)
    return now == {
        *strings.values_list("context__path", "string__data"),
        *templates.values_list("context__path", "template__template"),
        *addresses.values_list("context__path", "data_json"),
    }


def begin_url(instance):
    """Where an item is begun in other languages."""
    if isinstance(instance, Page):
        return reverse("wagtail_localize:submit_page_translation", args=[instance.pk])
    meta = instance._meta
    args = [meta.app_label, meta.model_name, quote(instance.pk)]
    return reverse("wagtail_localize:submit_snippet_translation", args=args)


def languages_url(instance):
    """The screen that shows the item's languages."""
    meta = instance._meta
    return reverse("kogu_languages", args=[meta.app_label, meta.model_name, quote(instance.pk)])
