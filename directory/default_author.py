"""The usual author of new items: the site's own organisation, else that of the last item."""

from directory.models import PageOrganisation
from directory.models.relations import OrganisationRole
from kogu.content.models import SiteSettings

AUTHOR = OrganisationRole.AUTHOR


def default_author(locale, user=None):
    """The site's own organisation, or the one whose news the user wrote last; in the language."""
    site = SiteSettings.objects.select_related("organisation").first()
    organisation = (site and site.organisation) or (user and _last_author(user))
    if not organisation:
        return None
    return organisation.get_translation_or_none(locale) or organisation


def name_author(item, user=None):
    """Let a new item name its usual author, unless it names one."""
    rows = list(item.page_organisations.all())
    if any(row.role == AUTHOR for row in rows):
        return
    if organisation := default_author(item.locale, user):
        item.page_organisations.add(PageOrganisation(organisation=organisation, role=AUTHOR))


def _last_author(user):
    rows = PageOrganisation.objects.filter(role=AUTHOR, organisation__isnull=False)
    rows = rows.filter(page__owner=user).select_related("organisation")
    last = rows.order_by("-page_id").first()
    return last.organisation if last else None
