"""Who, what and where: everything the directory keeps."""

# ruff: noqa: I001 - in the order in which one builds on the other
from .topics import Topic
from .places import Place
from .areas import Area, AreaPlace
from .sections import PlaceIndexPage, TopicIndexPage
from .people import Basis, Person
from .organisations import (
    OrganisationIndexPage,
    OrganisationKind,
    OrganisationPage,
    ProfileBasis,
)
from .organisation_rows import OpeningHours, OrganisationDocument, OrganisationSocial, Weekday
from .memberships import Membership, MemberRole, MemberState
from .clusters import ClusterIndexPage, ClusterKind, ClusterPage
from .cluster_rows import ClusterActivity, ClusterGoal, ClusterService, StrategyDocument
from .supporters import ClusterFounder, ClusterPartner, ClusterSupporter
from .relations import (
    OrganisationRole,
    PageContact,
    PageOrganisation,
    PagePlace,
    PageProject,
    PageTopic,
    ProjectRole,
)
from .cluster_relations import EventCluster, NewsCluster, NewsPerson, ProjectCluster

__all__ = [
    "Area",
    "AreaPlace",
    "Basis",
    "ClusterActivity",
    "ClusterFounder",
    "ClusterGoal",
    "ClusterIndexPage",
    "ClusterKind",
    "ClusterPage",
    "ClusterPartner",
    "ClusterService",
    "ClusterSupporter",
    "EventCluster",
    "MemberRole",
    "MemberState",
    "Membership",
    "NewsCluster",
    "NewsPerson",
    "OpeningHours",
    "OrganisationDocument",
    "OrganisationIndexPage",
    "OrganisationKind",
    "OrganisationPage",
    "OrganisationRole",
    "OrganisationSocial",
    "PageContact",
    "PageOrganisation",
    "PagePlace",
    "PageProject",
    "PageTopic",
    "Person",
    "Place",
    "PlaceIndexPage",
    "ProfileBasis",
    "ProjectCluster",
    "ProjectRole",
    "StrategyDocument",
    "Topic",
    "TopicIndexPage",
    "Weekday",
]
