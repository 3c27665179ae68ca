"""Nobody is named as a contact without a ground for it."""

from django.utils.translation import gettext as _

from kogu.base.completeness import Problem, also_checks


@also_checks
def contacts_have_a_ground(thing):
    """Problems with people whom a page names as contacts or coordinator."""
    rows = getattr(thing, "page_contacts", None)
    people = [(row.person, "page_contacts") for row in rows.all()] if rows is not None else []
    people.append((getattr(thing, "coordinator", None), "coordinator"))
    message = _("%(name)s has no basis for publishing yet.")
    return [
        Problem(field, message % {"name": person.name})
        for person, field in people
        if person and not person.may_be_shown
    ]
