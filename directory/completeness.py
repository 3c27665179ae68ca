"""Nobody is named as a contact without a ground for it, and no payer who is not public."""

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _

from kogu.content.completeness import Problem, register_check
from kogu.content.models import Card

from .models.relations import ProjectRole


def rows_of(instance, relation, target):
    """The rows of a relation, if it has that, with all that they name fetched at once."""
    rows = list(getattr(instance, relation).all()) if hasattr(instance, relation) else []
    prefetch_related_objects(rows, target)
    return rows


@register_check
def check_grounds_of_contacts(instance):
    """Problems with people whom a page names as contacts or coordinator."""
    people = [(row.person, "page_contacts") for row in rows_of(instance, "page_contacts", "person")]
    people.append((getattr(instance, "coordinator", None), "coordinator"))
    message = _("%(name)s has no basis for publishing yet.")
    return [
        Problem(field, message % {"name": person.name})
        for person, field in people
        if person and not person.may_be_shown
    ]


@register_check
def check_payers_are_public(instance):
    """Warns of projects that pay for a page while nobody can read of them: no notice is shown."""
    paying = [
        row.project
        for row in rows_of(instance, "page_projects", "project")
        if row.project and row.role == ProjectRole.FUNDED_BY
    ]
    keys = {project.translation_key for project in paying}
    public = set(Card.objects.visible().filter(key__in=keys).values_list("key", flat=True))
    message = _(
        "“%(title)s” pays for this page but is not published, so its funder's notice is not shown."
    )
    return [
        Problem("page_projects", message % {"title": project.title}, is_warning=True)
        for project in paying
        if project.translation_key not in public
    ]
