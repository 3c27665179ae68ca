"""What the model of a page type or snippet has to declare: system checks kogu.E001 to E005."""

from collections import Counter

from django.apps import apps
from django.core.checks import Error, register
from modelcluster.fields import ParentalKey
from wagtail.models import Page, TranslatableMixin, get_page_models

from .models import BasePage, RelationRow
from .models.public import PublicItem

# Columns of Wagtail's own that no editor fills: identity, place in the tree, history, locks.
UNDECLARED = {
    *("id", "page_ptr", "path", "depth", "numchild", "translation_key", "locale", "live"),
    *("has_unpublished_changes", "content_type", "url_path", "owner", "go_live_at", "expire_at"),
    *("expired", "locked", "locked_at", "locked_by", "latest_revision", "live_revision"),
    *("latest_revision_created_at", "first_published_at", "last_published_at", "draft_title"),
    *("alias_of", "uuid", "sort_order"),
}


def our_models(base):
    """Models of the project that descend from a class of ours or of Wagtail's."""
    models = (model for model in apps.get_models() if issubclass(model, base))
    return [model for model in models if not model.__module__.startswith("wagtail")]


def page_models():
    """The page types of the project."""
    return [model for model in get_page_models() if not model.__module__.startswith("wagtail")]


@register("kogu")
def check_page_types(app_configs, **_kwargs):
    """Every page type is a `BasePage` and says where it may live."""
    errors = []
    for model in page_models():
        if not issubclass(model, BasePage):
            hint = "Derive it from kogu.content.models.BasePage."
            errors.append(Error("The page type is no BasePage.", hint, model, "kogu.E001"))
        for name in ("parent_page_types", "subpage_types"):
            if name not in vars(model):
                hint = "Wagtail would offer it everywhere; an empty list means nowhere."
                errors.append(Error(f"{name} is not declared.", hint, model, "kogu.E002"))
    return errors


@register("kogu")
def check_kinds(app_configs, **_kwargs):
    """Every page type and carded snippet has a `kind` of its own."""
    models = our_models(PublicItem)
    counted = Counter(model.kind for model in models if model.kind)
    hint = "It names the items in cards, tags and the API, and stays when the class is renamed."
    return [
        Error(f"The kind {model.kind!r} is not its own.", hint, model, "kogu.E003")
        for model in models
        if counted[model.kind] != 1
    ]


@register("kogu")
def check_languages(app_configs, **_kwargs):
    """Every field says once how languages treat it."""
    errors = []
    for model in our_models(TranslatableMixin):
        languages = getattr(model, "languages", ())
        declared = Counter(one.field_name for one in languages)
        for name in sorted({*declarable(model), *declared}):
            if declared[name] != 1:
                hint = "Name it once in `languages`, by words(), shared() or local()."
                message = f"The field {name} is declared {declared[name]} times for languages."
                errors.append(Error(message, hint, model, "kogu.E004"))
    return errors


@register("kogu")
def check_relation_rows(app_configs, **_kwargs):
    """A relation row names its relation, and a target that is read by key, never backwards."""
    hint = 'Set `relation`, and `target` to a foreign key with related_name="+" to an item.'
    return [
        Error("The relation row does not say what it relates.", hint, model, "kogu.E005")
        for model in our_models(RelationRow)
        if not _is_complete(model)
    ]


def _is_complete(model):
    keys = {field.name: field for field in model._meta.fields if field.many_to_one}
    target = keys.get(getattr(model, "target", ""))
    if target is None or not getattr(model, "relation", ""):
        return False
    return issubclass(target.related_model, TranslatableMixin | Page) and target.remote_field.hidden


def declarable(model):
    """Every column, many-to-many field and child relation that languages must be told about."""
    for field in model._meta.get_fields():
        if field.auto_created and isinstance(getattr(field, "remote_field", None), ParentalKey):
            if field.one_to_many and field.related_model._meta.app_label != "wagtailcore":
                yield field.name
        elif field.name in UNDECLARED or isinstance(field, ParentalKey):
            continue
        elif field.concrete or not (field.auto_created or field.is_relation):
            yield field.name
