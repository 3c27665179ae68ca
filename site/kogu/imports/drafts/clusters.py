"""A cluster's draft: mission, goals, founders and who paid for what."""

from django.utils.translation import gettext as _

from directory.models import (
    ClusterActivity,
    ClusterFounder,
    ClusterGoal,
    ClusterPage,
    ClusterPartner,
    ClusterSupporter,
    StrategyDocument,
)
from kogu.imports.drafts.filling import common, day, known_to


def cluster(filling):
    """The page, and everything the document says of the cluster."""
    said = filling.understood["cluster"]
    page = ClusterPage(
        **common(filling),
        cluster_kind=said["kind"],
        mission=said["mission"],
        established=day(said["founded"]),
        established_precision=known_to(said["founded"]),
    )
    coordinator = said["coordinator"]
    page.coordinating_organisation = filling.organisation(coordinator["organisation"])
    if coordinator["person"]:
        page.coordinator = filling.known.person(coordinator["person"], coordinator["email"])
    page.goals = _points(ClusterGoal, said["goals"], filling)
    page.activities = _points(ClusterActivity, _new(said), filling)
    page.founders = [_party(ClusterFounder, name, filling) for name in said["founders"]]
    page.partners = [_party(ClusterPartner, name, filling) for name in said["partners"]]
    page.supporters = [_supporter(filling, one) for one in said["supporters"]]
    page.strategy_documents = [
        StrategyDocument(title=title, locale=filling.locale) for title in said["strategy_documents"]
    ]
    return page


def _new(said):
    """A list that stood under "goals and activities" is written down once."""
    return [] if said["activities"] == said["goals"] else said["activities"]


def _points(model, texts, filling):
    return [model(text=text, locale=filling.locale) for text in texts]


def _party(model, name, filling):
    organisation = filling.organisation(name)
    return model(organisation=organisation, name="" if organisation else name)


def _supporter(filling, said):
    """One supporter with its own programme, project, number and purpose."""
    organisation = filling.organisation(said["organisation"])
    programme = None
    if said["programme"] or said["number"]:
        programme = filling.programme(said["programme"], number=said["number"])
    project = filling.known.project(said["project"], said["number"])
    if project:
        filling.report.linked(_("project"), project.title, said["project"])
    elif said["project"]:
        filling.report.proposed(_("project"), said["project"])
    return ClusterSupporter(
        locale=filling.locale,
        organisation=organisation,
        name="" if organisation else said["organisation"],
        programme=programme,
        programme_name="" if programme else said["programme"],
        project=project,
        project_name="" if project else said["project"],
        number=said["number"],
        purpose=said["purpose"],
    )
