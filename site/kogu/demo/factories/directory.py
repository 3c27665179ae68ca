"""Topics, places, people, organisations and clusters."""

import factory

from directory import models as directory

from .base import LivingFactory, PageFactory
from .stories import story


class TopicFactory(LivingFactory):
    """What items are about."""

    class Meta:
        model = directory.Topic

    name = factory.Sequence(lambda n: f"Käsitöö {n}")


class PlaceFactory(LivingFactory):
    """Somewhere on the map."""

    class Meta:
        model = directory.Place

    name = factory.Sequence(lambda n: f"Rõuge {n}")
    place_kind = "municipality"
    latitude = "57.728100"
    longitude = "26.922200"


class AreaFactory(LivingFactory):
    """A set of places: `of=[place, …]`."""

    class Meta:
        model = directory.Area

    name = factory.Sequence(lambda n: f"Koivamaa {n}")
    of = ()

    @classmethod
    def _build(cls, model_class, *args, of=(), **kwargs):
        if of:
            kwargs["places"] = [directory.AreaPlace(place=place) for place in of]
        return super()._build(model_class, *args, **kwargs)


class PersonFactory(LivingFactory):
    """Somebody who may be named because of their office."""

    class Meta:
        model = directory.Person

    name = factory.Sequence(lambda n: f"Mari Maasikas {n}")
    role = "projektijuht"
    basis = directory.Basis.OFFICIAL_DUTY


class TopicIndexPageFactory(PageFactory):
    """The section of topics."""

    class Meta:
        model = directory.TopicIndexPage

    title = "Teemad"


class PlaceIndexPageFactory(PageFactory):
    """The section of places."""

    class Meta:
        model = directory.PlaceIndexPage

    title = "Kohad"


class OrganisationIndexPageFactory(PageFactory):
    """The register of organisations."""

    class Meta:
        model = directory.OrganisationIndexPage

    title = "Organisatsioonid"


class OrganisationPageFactory(PageFactory):
    """An organisation that agreed to stand in the register."""

    class Meta:
        model = directory.OrganisationPage

    title = factory.Sequence(lambda n: f"Koivakangas {n}")
    organisation_kind = directory.OrganisationKind.COMPANY
    basis_to_publish = directory.ProfileBasis.AGREEMENT
    description = "Kangakudumise töökoda Antslas."


class ClusterIndexPageFactory(PageFactory):
    """The list of clusters."""

    class Meta:
        model = directory.ClusterIndexPage

    title = "Klastrid"


class ClusterPageFactory(PageFactory):
    """A cluster with a mission; `members` are organisations."""

    class Meta:
        model = directory.ClusterPage

    title = factory.Sequence(lambda n: f"Loomeklaster {n}")
    cluster_kind = directory.ClusterKind.CLUSTER
    mission = "Teha käsitööst amet."
    story = factory.LazyFunction(lambda: story("Klaster sündis 2021. aasta sügisel."))
    members = ()

    @classmethod
    def _build(cls, model_class, *args, members=(), **kwargs):
        if members:
            kwargs["memberships"] = [directory.Membership(organisation=each) for each in members]
        return super()._build(model_class, *args, **kwargs)
