"""Rows by which pages name other items: one factory each, and the short forms of pages."""

from factory.django import DjangoModelFactory

from directory import models as directory
from events import models as events

from .publishing import fresh, publish

SHORT = {
    "topics": ("page_topics", directory.PageTopic, "topic"),
    "places": ("page_places", directory.PagePlace, "place"),
    "organisations": ("page_organisations", directory.PageOrganisation, "organisation"),
    "projects": ("page_projects", directory.PageProject, "project"),
}


def relation_rows(values):
    """The values of a page with its short forms made into rows."""
    values = dict(values)
    for short, (relation, model, target) in SHORT.items():
        rows = [_row(model, target, each) for each in values.pop(short, ())]
        if rows:
            values[relation] = [*values.get(relation, ()), *rows]
    return values


def _row(model, target, named):
    instance, role = named if isinstance(named, tuple) else (named, None)
    return model(**{target: instance, **({"role": role} if role else {})})


class RowFactory(DjangoModelFactory):
    """A row of a page that exists: `page=…` gets it and is published anew."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        page = fresh(kwargs.pop("page"))
        field = model_class._meta.get_field("page")
        rows = getattr(page, field.remote_field.get_accessor_name())
        if any(f.name == "locale" for f in model_class._meta.concrete_fields):
            kwargs.setdefault("locale", page.locale)
        row = model_class(*args, **kwargs)
        rows.add(row)
        row.sort_order = rows.count()
        page = publish(page)
        return getattr(page, field.remote_field.get_accessor_name()).order_by("-pk").first()


def _factory(model, **defaults):
    """A row factory for the model, with its defaults."""
    meta = type("Meta", (), {"model": model})
    name = f"{model.__name__}Factory"
    return type(name, (RowFactory,), {"__doc__": model.__doc__, "Meta": meta, **defaults})


PageTopicFactory = _factory(directory.PageTopic)
PagePlaceFactory = _factory(directory.PagePlace)
PageContactFactory = _factory(directory.PageContact)
PageOrganisationFactory = _factory(directory.PageOrganisation)
PageProjectFactory = _factory(directory.PageProject)
NewsClusterFactory = _factory(directory.NewsCluster)
NewsPersonFactory = _factory(directory.NewsPerson)
NewsEventFactory = _factory(events.NewsEvent)
EventClusterFactory = _factory(directory.EventCluster)
EventSessionFactory = _factory(events.EventSession, title="Opening words")
EventSpeakerFactory = _factory(events.EventSpeaker)
EventMaterialFactory = _factory(events.EventMaterial)
OpeningHoursFactory = _factory(directory.OpeningHours, weekday=1)
OrganisationDocumentFactory = _factory(directory.OrganisationDocument)
OrganisationSocialFactory = _factory(
    directory.OrganisationSocial, name="Mastodon", url="https://mastodon.example/@who"
)
MembershipFactory = _factory(directory.Membership)
ClusterFounderFactory = _factory(directory.ClusterFounder)
ClusterPartnerFactory = _factory(directory.ClusterPartner)
ClusterSupporterFactory = _factory(directory.ClusterSupporter)
ClusterGoalFactory = _factory(directory.ClusterGoal, text="To sell together")
ClusterActivityFactory = _factory(directory.ClusterActivity, text="A shared sales desk")
ClusterServiceFactory = _factory(directory.ClusterService, text="Advice on prices")
StrategyDocumentFactory = _factory(directory.StrategyDocument, title="Strategy")
ProjectClusterFactory = _factory(directory.ProjectCluster)
ProjectProgrammeFactory = _factory(directory.ProjectProgramme)
ProjectNumberFactory = _factory(directory.ProjectNumber, number="EE-LV00078")
FundingLineFactory = _factory(directory.FundingLine, source="own")
ProjectPartnerFactory = _factory(directory.ProjectPartner, role="partner")
ProjectGoalFactory = _factory(directory.ProjectGoal)
RegisterLinkFactory = _factory(
    directory.RegisterLink, register="keep", url="https://keep.eu/projects/"
)
ProjectActivityFactory = _factory(directory.ProjectActivity, description="A travelling exhibition")
ProjectIndicatorFactory = _factory(directory.ProjectIndicator, name="Joint orders", target=40)
ProjectDeliverableFactory = _factory(directory.ProjectDeliverable, title="A guide to packing")
ProjectAmendmentFactory = _factory(directory.ProjectAmendment, what="Budget")
ProgrammeBodyFactory = _factory(directory.ProgrammeBody, name="State Shared Service Centre")
ProgrammeRuleFactory = _factory(directory.ProgrammeRule)
ProgrammeStatementFactory = _factory(
    directory.ProgrammeStatement, statement="Kaasrahastanud Euroopa Liit"
)
ProgrammeEmblemFactory = _factory(directory.ProgrammeEmblem, alt="Euroopa Liidu embleem")
ProgrammeThresholdFactory = _factory(directory.ProgrammeThreshold, amount="100000.00")
ChecklistItemFactory = _factory(directory.ChecklistItem, text="A poster hangs on the spot")
