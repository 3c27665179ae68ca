"""Every address of the site, filled in with what a world holds or with what nobody holds."""

import copy
import re

from django.contrib.auth.models import Group
from django.urls import URLResolver, get_resolver, reverse
from wagtail.models import Collection, Locale, Site, Task, Workflow
from wagtail.snippets.models import get_snippet_models

from kogu.demo.factories import DocumentFactory, UserFactory

PARAMETER = re.compile(r"<(?:(\w+):)?(\w+)>")
BOGUS = {
    "int": ("0", "9" * 30),
    "uuid": ("00000000-0000-0000-0000-000000000000",),
    "slug": ("0", "words", "9" * 30),
    "str": ("0", "words", "%00", "9" * 30),
}
BOGUS["path"] = BOGUS["str"]
# Snippets have the same views; of those that look into languages two are enough.
ALIKE = re.compile(r"^wagtailsnippet\w*_(?!directory_topic|base_menu)\w+_\w+$")


def routes(resolver, namespaces=(), above=""):
    """Every route as it is written, with its namespaces."""
    for each in resolver.url_patterns:
        route = above + str(each.pattern).removeprefix("^").removesuffix("$")
        if isinstance(each, URLResolver):
            inner = (*namespaces, each.namespace) if each.namespace else namespaces
            yield from routes(each, inner, route)
        else:
            yield route, namespaces


def filled(route, values):
    """The route with a value for each of its parameters; none if it has others."""
    address = PARAMETER.sub(lambda match: str(values(*match.groups())), route)
    return None if re.search(r"[\[(*?]", address) else f"/{address}"


def some_routes():
    """Every route, with its namespaces."""
    for route, namespaces in routes(get_resolver()):
        if not any(ALIKE.match(name) for name in namespaces):
            yield route, namespaces


def right(world):
    """Every address, of something that is there."""
    found = {"/et/feed/", "/et/0/calendar.ics", "/et/_util/"}
    for route, namespaces in some_routes():
        real = existing(world, route, namespaces)
        found.add(filled(route, lambda _kind, name, real=real: real.get(name, "0")))
    return found - {None}


def wrong(world):
    """Every address with one of its values wrong, the others right, or with all of them wrong."""
    page = f"/admin/pages/{world.live.pk}"
    found = {
        f"{page}/revisions/compare/earliest...{9**30}/",
        f"/admin/pages/{9**30}/revisions/compare/earliest...live/",
        f"{page}/revisions/compare/0...0/",
        f"{reverse('wagtailadmin_choose_page_chosen_multiple')}?id=words",
        f"{reverse('wagtailsnippetchoosers_directory_topic:chosen_multiple')}?id=words",
    }
    for route, namespaces in some_routes():
        real = existing(world, route, namespaces)
        names = {name for _kind, name in PARAMETER.findall(route)}
        for number, one in enumerate(sorted(names)):
            found.add(filled(route, bogus(number, one, real)))
        for number in range(4 if len(names) == 1 else 1):
            found.add(filled(route, bogus(number, None, real)))
    return found - {None} - right(world)


def bogus(number, one, real):
    """A wrong value for one parameter, the others right; or for all of them."""

    def value(kind, name):
        wrong = BOGUS[kind or "str"]
        if one in (None, name) or name not in real:
            return wrong[number % len(wrong)]
        return real[name]

    return value


def existing(world, route, namespaces):
    """What each parameter of a route may be."""
    state = world.state
    page = world.reviewed.pk if "workflow" in route else world.live.pk
    return {
        "page_id": page,
        "page_pk": page,
        "parent_page_id": world.sections["lv"].pk,
        "page_to_move_id": world.live.pk,
        "destination_id": world.sections["lv2"].pk,
        "revision_id": world.old_revision.pk,
        "task_state_id": state.pk,
        "task_id": state.task_id,
        "workflow_state_id": state.workflow_state_id,
        "workflow_pk": world.workflow_pk,
        "translation_id": world.translation.pk,
        "translation_source_id": world.translation.source_id,
        "image_id": world.image.pk,
        "document_id": world.document.pk,
        "document_filename": world.document.filename,
        "doc_id": world.document.pk,
        "collection_id": world.document.collection_id,
        "event_id": world.event.pk,
        "content_type_app_name": "home",
        "content_type_model_name": "newspage",
        "action": "action-publish" if "editorial" in route else "publish",
        "action_name": "approve" if "workflow" in route else "publish",
        "filter_spec": "max-165x165",
        "spec": "original",
        "mode": "",
        "object_id": world.live.pk,
        "session_id": 0,
        "number": 1,
        **_of_the_model(world, route, namespaces),
    }


def _of_the_model(world, route, namespaces):
    """What stands under `pk`, `key` and the names of a model differs from place to place."""
    names = {"app_name": "base", "app_label": "home", "model_name": "newspage", "pk": world.live.pk}
    if "settings" in route:
        names |= {"model_name": "sitesettings", "pk": 1}
    if "snippet" in route or "directory" in route:
        names |= {"app_label": "directory", "model_name": "topic", "pk": world.topic.pk}
    if "tasks/" in route:
        names |= {"app_label": "wagtailcore", "model_name": "groupapprovaltask"}
    for part, row in world.rows.items():
        if part in route:
            names["pk"] = row.pk
    return names | {"key": world.upload.key if "import" in route else world.live.translation_key}


def equip(world):
    """Adds a document, somebody who may do everything, and what stands under `pk` where."""
    world.document = DocumentFactory()
    world.state = world.reviewed.current_workflow_task_state
    world.workflow_pk = world.state.workflow_state.workflow_id
    superuser = UserFactory(username="root", is_superuser=True)
    world.rows = {
        "/workflows/": Workflow.objects.first(),
        "/tasks/": Task.objects.first(),
        "/collections/": Collection.get_first_root_node(),
        "/sites/": Site.objects.first(),
        "/locales/": Locale.objects.first(),
        "/groups/": Group.objects.first(),
        "/users/": world.author,
        "/outbox/": world.mail,
        "/images/": world.image,
        "/documents/": world.document,
    }
    for model in get_snippet_models():
        if row := model._default_manager.first():
            world.rows[f"/{model._meta.app_label}/{model._meta.model_name}/"] = row
    world.browsers["S"] = copy.copy(world.browsers["v"])
    world.browsers["S"].cookies = copy.deepcopy(world.browsers["v"].cookies)
    world.browsers["S"].force_login(superuser)
