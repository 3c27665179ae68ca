"""Where a person may put what they import."""

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
