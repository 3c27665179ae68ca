"""Which writes may change what the public sees: each is told to the present public change."""

from collections import defaultdict
from functools import cache

from django.contrib.contenttypes.models import ContentType
from django.db.models import SET_NULL
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from modelcluster.fields import ParentalKey
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageViewRestriction, ReferenceIndex, Site
from wagtail.signals import pre_page_move

from kogu.delivery.changes import recheck, touch, touch_tag
from kogu.delivery.refs import Ref
from kogu.media.models import ImageText, KoguDocument, KoguImage
from kogu.media.signals import document_access_changed

from .models import LegacyURL, SiteSettings
from .models.public import PublicItem

# How far a draft is; an autosave writes these only, and is no change.
DRAFT_FIELDS = frozenset(
    {
        "draft_title",
        "go_live_at",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "locked",
        "locked_at",
        "locked_by",
        "numchild",
    }
)

PUBLIC_MODELS = (PublicItem, Page)
# What answers are made from beside the items themselves.
ALONE = (ImageText, KoguImage, LegacyURL, Locale, Redirect, Site, SiteSettings)
# What nothing shows at the moment it is made.
UNSEEN_AT_FIRST = (KoguDocument, KoguImage, Locale)


def touch_instance(instance):
    """The item may be public, changed or gone; items without a card touch a tag."""
    if ref := ref_of(instance):
        touch(ref)
    elif isinstance(instance, SiteSettings):
        touch_tag("settings")
    elif isinstance(instance, PublicItem) and instance.kind:
        touch_tag(f"{instance.kind}:{instance.locale.language_code}")


def ref_of(instance) -> Ref | None:
    """The ref of a page or snippet with a card; a bare page is known by its type."""
    model = instance.specific_class if isinstance(instance, Page) else type(instance)
    if model is None or not issubclass(model, PublicItem):
        return None
    if not (model.kind and model.is_carded) or instance.locale_id is None:
        return None
    return Ref(model.kind, instance.translation_key, instance.locale.language_code)


def touch_below(path: str):
    """Everything at a place in the tree and below may be elsewhere, or public no more."""
    pages = Page.objects.filter(path__startswith=path).select_related("locale")
    refs = {ref for page in pages.defer_streamfields() if (ref := ref_of(page))}
    recheck(*refs)


def touch_documents(ids):
    """These documents, and the items that name them, say something else now."""
    touch_tag(*(f"document:{pk}" for pk in ids))
    named = {"to_content_type": ContentType.objects.get_for_model(KoguDocument)}
    rows = ReferenceIndex.objects.filter(**named, to_object_id__in=[str(pk) for pk in ids])
    by_type = defaultdict(set)
    for type_id, pk in rows.values_list("base_content_type", "object_id"):
        by_type[type_id].add(pk)
    for type_id, pks in by_type.items():
        model = ContentType.objects.get_for_id(type_id).model_class()
        if issubclass(model, PUBLIC_MODELS):
            for instance in model._base_manager.filter(pk__in=pks).select_related("locale"):
                touch_instance(instance)


@receiver(document_access_changed)
def documents_opened_or_closed(sender, ids, **_kwargs):
    """What names them shows them now, or no more."""
    touch_documents(ids)


def touch_by(instance):
    """An item, something shown beside items, or a row of an item was written."""
    if isinstance(instance, PUBLIC_MODELS):
        touch_instance(instance)
    elif isinstance(instance, KoguDocument):
        touch_documents([instance.pk])
    elif isinstance(instance, ALONE):
        touch_tag(*_tags_of(instance))
    elif parent := _parent_of(instance):
        touch_instance(parent)


def _is_draft_only(update_fields) -> bool:
    return update_fields is not None and set(update_fields) <= DRAFT_FIELDS


@receiver(pre_save)
def before_saving(sender, instance, raw=False, update_fields=None, **_kwargs):
    """What the row said until now: its old language, and the addresses below an old slug."""
    if (
        raw
        or not issubclass(sender, PUBLIC_MODELS)
        or not instance.pk
        or _is_draft_only(update_fields)
    ):
        return
    before = _row_before(sender, instance.pk)
    if before is None or _says_the_same(sender, before, instance):
        return
    touch_instance(before)
    if isinstance(before, Page) and before.url_path != instance.url_path:
        touch_below(before.path)


def _row_before(sender, pk):
    names = ["translation_key", "locale"]
    if sender is Page:
        names = [field.name for field in Page._meta.concrete_fields]
    elif issubclass(sender, Page):
        names += ["url_path", "path", "content_type"]
    return sender._base_manager.select_related("locale").only(*names).filter(pk=pk).first()


def _says_the_same(sender, before, now) -> bool:
    """Whether a bare page is saved unchanged, as when it is only put in another order."""
    return sender is Page and all(
        getattr(before, field.attname) == getattr(now, field.attname)
        for field in Page._meta.concrete_fields
        if field.name not in DRAFT_FIELDS
    )


@receiver(post_save)
def after_saving(sender, instance, raw=False, created=False, update_fields=None, **_kwargs):
    """What the row says now; a bare page was looked at before, when the difference was known."""
    unseen = created and issubclass(sender, UNSEEN_AT_FIRST)
    if not (raw or unseen or sender is Page or _is_draft_only(update_fields)):
        touch_by(instance)


@receiver(pre_delete)
def before_deleting(sender, instance, **_kwargs):
    """What will be gone: an item, one of its rows, or something that items name."""
    touch_by(instance)
    for model, field in _named_by(sender):
        for affected in model._base_manager.filter(**{field: instance.pk}).select_related("locale"):
            touch_instance(affected)


@receiver(pre_page_move)
def before_moving(sender, instance, **_kwargs):
    """A page takes everything below it along; its neighbours come in another order."""
    touch_below(instance.path)
    if ref := ref_of(instance):
        touch_tag(ref.list_tag)


@receiver([post_save, pre_delete, post_delete], sender=PageViewRestriction)
def after_restriction_change(sender, instance, **_kwargs):
    """A restriction reaches everything below its page."""
    touch_below(instance.page.path)


def _tags_of(instance) -> set[str]:
    if isinstance(instance, ImageText):
        return {f"image:{instance.image_id}"}
    if isinstance(instance, KoguImage):
        return {f"image:{instance.pk}"}
    return {"redirects"} if isinstance(instance, LegacyURL | Redirect) else {"settings"}


def _parent_of(row):
    """The item whose row this is: a contact of a page, an entry of a menu, a funding line."""
    name = _parental_field(type(row))
    return getattr(row, name) if name and getattr(row, f"{name}_id") is not None else None


@cache
def _parental_field(model) -> str | None:
    owners = (*PUBLIC_MODELS, SiteSettings)
    for field in model._meta.concrete_fields:
        if isinstance(field, ParentalKey) and issubclass(field.related_model, owners):
            return field.name
    return None


@cache
def _named_by(model) -> list[tuple[type, str]]:
    """The items whose own field empties when a row of this model is deleted."""
    return [
        (relation.related_model, relation.field.name)
        for relation in model._meta.get_fields(include_hidden=True)
        if relation.auto_created
        and (relation.one_to_many or relation.one_to_one)
        and getattr(relation, "on_delete", None) is SET_NULL
        and issubclass(relation.related_model, PUBLIC_MODELS)
    ]
