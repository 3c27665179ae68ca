"""The directory's pages, snippets and the relations by which pages name them."""

# ruff: noqa: I001 in the order in which one builds on the other
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
from .programmes import ProgrammeBody, ProgrammeIndexPage, ProgrammePage
from .rules import (
    ChecklistItem,
    Placement,
    ProgrammeEmblem,
    ProgrammeRule,
    ProgrammeStatement,
    ProgrammeThreshold,
)
from .strategies import StrategyGoalPage, StrategyIndexPage, StrategyPage
from .projects import ProjectIndexPage, ProjectPage
from .project_rows import (
    FundingLine,
    ProjectGoal,
    ProjectNumber,
    ProjectPartner,
    ProjectProgramme,
    RegisterLink,
)
from .project_work import ProjectActivity, ProjectAmendment, ProjectDeliverable, ProjectIndicator
from .project_time import ProjectStatus

__all__ = [
    "Area",
    "AreaPlace",
    "Basis",
    "ChecklistItem",
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
    "FundingLine",
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
    "Placement",
    "ProfileBasis",
    "ProgrammeBody",
    "ProgrammeEmblem",
    "ProgrammeIndexPage",
    "ProgrammePage",
    "ProgrammeRule",
    "ProgrammeStatement",
    "ProgrammeThreshold",
    "ProjectActivity",
    "ProjectAmendment",
    "ProjectCluster",
    "ProjectDeliverable",
    "ProjectGoal",
    "ProjectIndexPage",
    "ProjectIndicator",
    "ProjectNumber",
    "ProjectPage",
    "ProjectPartner",
    "ProjectProgramme",
    "ProjectRole",
    "ProjectStatus",
    "RegisterLink",
    "StrategyDocument",
    "StrategyGoalPage",
    "StrategyIndexPage",
    "StrategyPage",
    "Topic",
    "TopicIndexPage",
    "Weekday",
]
