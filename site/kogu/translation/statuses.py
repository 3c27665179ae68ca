"""How far a translation is: one answer for the home, the report and the languages of an item."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    Exists,
    F,
    OuterRef,
    Q,
    TextChoices,
    Value,
    When,
)
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, WorkflowState
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
)

from kogu.content.models import PublicSnippet


class Status(TextChoices):
    """The next step of a translation; of several that apply, the first in this order."""

    SENT_BACK = "sent_back", _("Sent back")
    OUTDATED = "outdated", _("Outdated")
    BEGUN = "begun", _("Begun")
    READY = "ready", _("Ready to submit")
    IN_REVIEW = "in_review", _("In review")
    CURRENT = "current", _("Up to date")
    SCHEDULED = "scheduled", _("To be published")
    UNPUBLISHED = "unpublished", _("Unpublished")


# Its translators have nothing to do.
AT_REST = (Status.CURRENT, Status.SCHEDULED, Status.UNPUBLISHED)


def with_status(translations):
    """The translations, each with its `status`."""
    return translations.annotate(
        status=Case(
            When(_in_workflow(WorkflowState.STATUS_IN_PROGRESS), then=Value(Status.IN_REVIEW)),
            When(_in_workflow(WorkflowState.STATUS_NEEDS_CHANGES), then=Value(Status.SENT_BACK)),
            When(_was_unpublished(), then=Value(Status.UNPUBLISHED)),
            When(_source_changed() | _needs_review(), then=Value(Status.OUTDATED)),
            When(_unwritten() | _refused_address(), then=Value(Status.BEGUN)),
            When(_is_scheduled(), then=Value(Status.SCHEDULED)),
            When(_has_draft(), then=Value(Status.READY)),
            default=Value(Status.CURRENT),
            output_field=CharField(),
        )
    )


def targets_of(translations):
    """The translated rows by the keys of their translations, by one query for each kind."""
    keys_by_model = {}
    for one in translations:
        place = one.source.object_id, one.target_locale_id
        keys_by_model.setdefault(one.source.specific_content_type.model_class(), {})[place] = one.pk
    found = {}
    for model, keys in keys_by_model.items():
        rows = model._default_manager.filter(translation_key__in={key for key, _locale in keys})
        for row in rows.select_related("locale"):
            if key := keys.get((row.translation_key, row.locale_id)):
                found[key] = row
    return found


def title_of(instance):
    """The item's title in lists of the admin."""
    return instance.get_admin_display_title() if isinstance(instance, Page) else str(instance)


def _row(key, locale, condition):
    """Whether the row of a key and language fulfils a condition, which is told its kind."""
    found = Q(_exists(Page, key, locale, condition))
    for model in get_snippet_models():
        if issubclass(model, PublicSnippet):
            kind = Q(source__specific_content_type=ContentType.objects.get_for_model(model))
            found |= kind & Q(_exists(model, key, locale, condition))
    return found


def _exists(model, key, locale, condition):
    rows = model._default_manager.filter(translation_key=OuterRef(key), locale=OuterRef(locale))
    return Exists(rows.filter(condition(model)).order_by())


def _target(condition):
    return _row("source__object_id", "target_locale", condition)


def _in_workflow(status):
    def in_workflow(model):
        states = WorkflowState.objects.filter(
            base_content_type=ContentType.objects.get_for_model(model), status=status
        )
        numbers = states.annotate(number=Cast("object_id", BigIntegerField()))
        return Q(pk__in=numbers.values("number"))

    return _target(in_workflow)


def _source_changed():
    """A row of the source was published after translators took its words."""
    newer = Q(live=True, last_published_at__gt=OuterRef("source__last_updated_at"))
    return _row("source__object_id", "source__locale", lambda _model: newer)


def _written(**values):
    """Translations of a passage of the source."""
    return StringTranslation.objects.filter(
        translation_of=OuterRef("string_id"),
        context=OuterRef("context_id"),
        locale=OuterRef(OuterRef("target_locale_id")),
        **values,
    )


def _passages(condition):
    return Q(Exists(StringSegment.objects.filter(condition, source=OuterRef("source_id"))))


def _needs_review():
    return _passages(Exists(_written(outdated__isnull=False)))


def _unwritten():
    return _passages(~Exists(_written(has_error=False)))


def _refused_address():
    refused = SegmentOverride.objects.filter(
        context=OuterRef("context_id"),
        locale=OuterRef(OuterRef("target_locale_id")),
        has_error=True,
    )
    addresses = OverridableSegment.objects.filter(Exists(refused), source=OuterRef("source_id"))
    return Q(Exists(addresses))


def _has_draft():
    """There is no live row, or a draft or words that are newer."""
    changed = Q(live=False) | Q(has_unpublished_changes=True) | Q(_newer_words())
    return _target(lambda _model: changed)


def _was_unpublished():
    """It was published, is not live any more, and nobody has gone on with it since."""
    since = Q(latest_revision=None) | Q(
        latest_revision__created_at__lte=F("last_published_at"),
    )
    down = Q(live=False, last_published_at__isnull=False) & since & ~Q(_newer_words())
    return _target(lambda _model: down)


def _is_scheduled():
    """Its latest version is approved, and waits for its moment."""
    scheduled = Q(latest_revision__approved_go_live_at__isnull=False) & ~Q(_newer_words())
    return _target(lambda _model: scheduled)


def _newer_words():
    """Words that the latest version does not have."""
    return Exists(
        StringTranslation.objects.filter(
            context__object_id=OuterRef("translation_key"),
            locale=OuterRef("locale"),
            updated_at__gt=OuterRef("latest_revision__created_at"),
        )
    )
