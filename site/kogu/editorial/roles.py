"""Who may do what: groups made after every migration, and for every new language.

Only ever adds: what an operator has taken from a group on purpose stays taken,
because a group's rights are written when it is made, and for a new language.
"""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.translation import gettext, gettext_noop, override
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission
from wagtail.snippets.models import get_snippet_models

from home.models import HomePage
from kogu.language.markers import name_in

from .models import RoleGrant


@dataclass(frozen=True)
class Role:
    """A group and its rights, by page, snippet and collection."""

    code: str
    name: str
    page: tuple[str, ...] = ()
    snippet: tuple[str, ...] = ()
    collection: tuple[str, ...] = ("add", "choose")
    more: tuple[str, ...] = ()
    language: str = ""

    @property
    def stored_name(self):
        """What the group is called when it is made, in the site's first language."""
        language = self.language and name_in(self.language, settings.LANGUAGE_CODE)
        return in_default_language(self.name) % {"language": language}


EDITOR = Role("editor", gettext_noop("Editors"), ("add", "change"), ("add", "change", "view"))
PUBLISHER = Role(
    "publisher",
    gettext_noop("Publishing editors"),
    ("add", "change", "publish", "lock", "unlock"),
    ("add", "change", "publish", "view"),
    ("add", "change", "choose"),
)
REVIEWER = Role(
    "reviewer",
    gettext_noop("Reviewers"),
    ("add", "change", "publish", "lock", "unlock"),
    ("add", "change", "publish", "view"),
)
ADMINISTRATOR = Role(
    "administrator",
    gettext_noop("Administrators"),
    ("add", "change", "publish", "lock", "unlock", "bulk_delete"),
    ("add", "change", "publish", "delete", "view"),
    ("add", "change", "choose"),
    (
        "base.change_sitesettings",
        "delivery.view_outbox",
        "accounts.add_user",
        "accounts.change_user",
        "accounts.delete_user",
        "accounts.view_user",
        "wagtailredirects.add_redirect",
        "wagtailredirects.change_redirect",
        "wagtailredirects.delete_redirect",
        "wagtailcore.add_workflow",
        "wagtailcore.change_workflow",
        "wagtailcore.add_task",
        "wagtailcore.change_task",
    ),
)
EVERYWHERE = (EDITOR, PUBLISHER, REVIEWER, ADMINISTRATOR)


def in_default_language(words):
    """Words in the site's first language: what a group is called is stored once, for everybody."""
    with override(settings.LANGUAGE_CODE):
        return gettext(words)


def translator(locale):
    """The role of those who translate into a language."""
    return Role(
        f"translator:{locale.language_code}",
        gettext_noop("Translators: %(language)s"),
        ("change",),
        ("change", "view"),
        ("choose",),
        language=locale.language_code,
    )


def ensure_roles():
    """Make the groups that are missing, and give each its rights for every language once."""
    homes = list(HomePage.objects.filter(depth=2).select_related("locale"))
    for role in EVERYWHERE:
        group = _group(role)
        _once(group, "general", _grant_general, role)
        for home in homes:
            _once(group, f"page:{home.pk}", _grant_page, role, home)
    for home in homes:
        role = translator(home.locale)
        group = _group(role)
        _once(group, "general", _grant_general, role)
        _once(group, f"page:{home.pk}", _grant_page, role, home)


def group_of(role):
    """The group of a role."""
    return _group(role)


def _group(role):
    grant = RoleGrant.objects.filter(role=role.code, what="group").select_related("group").first()
    if grant is not None:
        return grant.group
    # Wagtail's own "Editors" becomes ours: two groups for one role would confuse.
    group = Group.objects.filter(name__in=[role.stored_name, role.name]).first() or Group()
    group.name = role.stored_name
    group.save()
    RoleGrant.objects.create(role=role.code, group=group, what="group")
    return group


def _once(group, what, grant, role, *args):
    done = RoleGrant.objects.filter(role=role.code, group=group, what=what)
    if not done.exists():
        grant(group, role, *args)
        RoleGrant.objects.create(role=role.code, group=group, what=what)


def _grant_page(group, role, home):
    pages = ContentType.objects.get(app_label="wagtailcore", model="page")
    permissions = Permission.objects.filter(
        content_type=pages, codename__in=[f"{action}_page" for action in role.page]
    )
    for permission in permissions:
        GroupPagePermission.objects.get_or_create(group=group, page=home, permission=permission)


def _grant_general(group, role):
    codes = [("wagtailadmin", "access_admin"), *(code.split(".") for code in role.more)]
    for model in get_snippet_models():
        name = model._meta.model_name
        codes += [(model._meta.app_label, f"{action}_{name}") for action in role.snippet]
    condition = Q(pk=None)
    for label, codename in codes:
        condition |= Q(content_type__app_label=label, codename=codename)
    group.permissions.add(*Permission.objects.filter(condition))
    _grant_collections(group, role)


def _grant_collections(group, role):
    root = Collection.get_first_root_node()
    if root is None:
        return
    # Wagtail asks for the rights of its own models, whichever models stand in for them.
    for model in (Image, Document):
        content_type = ContentType.objects.get_for_model(model)
        codenames = [f"{action}_{model._meta.model_name}" for action in role.collection]
        for permission in Permission.objects.filter(
            content_type=content_type, codename__in=codenames
        ):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=root, permission=permission
            )
