"""Where a person may put what they import."""

from wagtail.permissions import policy_registry

from directory.models import Person
from kogu.content.permissions import languages_of
from kogu.imports.drafts import MAKERS, page_model


def sections_for(kind, user, language=""):
    """Sections for pages of the kind to which the user may add; the language's own first."""
    model = page_model(kind)
    found = [
        section
        for above in model.clean_parent_page_models()
        if above is not model
        for section in above.objects.select_related("locale").order_by("path")
        if section.permissions_for_user(user).can_add_subpage()
    ]
    return sorted(found, key=lambda section: section.locale.language_code != language)


def may_import(user):
    """Whether there is any page at all that the user may add."""
    return any(sections_for(kind, user) for kind in MAKERS)


def people_languages_of(user):
    """Codes of the languages in which the user may add people to the register."""
    may_add = policy_registry.get_by_type(Person).user_has_permission(user, "add")
    return languages_of(user) if may_add else set()
