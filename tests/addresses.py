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


def right(scenario):
    """Every address, of something that is there."""
    found = {"/et/feed/", "/et/0/calendar.ics", "/et/_util/"}
    for route, namespaces in some_routes():
        real = existing(scenario, route, namespaces)
        found.add(filled(route, lambda _kind, name, real=real: real.get(name, "0")))
    return found - {None}


def wrong(scenario):
    """Every address with one of its values wrong, the others right, or with all of them wrong."""
    page = f"/admin/pages/{scenario.live.pk}"
    found = {
        f"{page}/revisions/compare/earliest...{9**30}/",
        f"/admin/pages/{9**30}/revisions/compare/earliest...live/",
        f"{page}/revisions/compare/0...0/",
        f"{reverse('wagtailadmin_choose_page_chosen_multiple')}?id=words",
        f"{reverse('wagtailsnippetchoosers_directory_topic:chosen_multiple')}?id=words",
    }
    for route, namespaces in some_routes():
        real = existing(scenario, route, namespaces)
        names = {name for _kind, name in PARAMETER.findall(route)}
        for number, one in enumerate(sorted(names)):
            found.add(filled(route, bogus(number, one, real)))
        for number in range(4 if len(names) == 1 else 1):
            found.add(filled(route, bogus(number, None, real)))
    return found - {None} - right(scenario)


def bogus(number, one, real):
    """A wrong value for one parameter, the others right; or for all of them."""

    def value(kind, name):
        wrong = BOGUS[kind or "str"]
        if one in (None, name) or name not in real:
            return wrong[number % len(wrong)]
        return real[name]

    return value


def existing(scenario, route, namespaces):
    """What each parameter of a route may be."""
    state = scenario.state
    page = scenario.reviewed.pk if "workflow" in route else scenario.live.pk
    return {
        "page_id": page,
        "page_pk": page,
        "parent_page_id": scenario.sections["lv"].pk,
        "page_to_move_id": scenario.live.pk,
        "destination_id": scenario.sections["lv2"].pk,
        "revision_id": scenario.old_revision.pk,
        "task_state_id": state.pk,
        "task_id": state.task_id,
        "workflow_state_id": state.workflow_state_id,
        "workflow_pk": scenario.workflow_pk,
        "translation_id": scenario.translation.pk,
        "translation_source_id": scenario.translation.source_id,
        "image_id": scenario.image.pk,
        "document_id": scenario.document.pk,
        "document_filename": scenario.document.filename,
        "doc_id": scenario.document.pk,
        "collection_id": scenario.document.collection_id,
        "event_id": scenario.event.pk,
        "content_type_app_name": "home",
        "content_type_model_name": "newspage",
        "action": "action-publish" if "editorial" in route else "publish",
        "action_name": "approve" if "workflow" in route else "publish",
        "filter_spec": "max-165x165",
        "spec": "original",
        "mode": "",
        "object_id": scenario.live.pk,
        "session_id": 0,
        "number": 1,
        **_of_the_model(scenario, route, namespaces),
    }


def _of_the_model(scenario, route, namespaces):
    """What stands under `pk`, `key` and the names of a model differs from place to place."""
    names = {
        "app_name": "base",
        "app_label": "home",
        "model_name": "newspage",
        "pk": scenario.live.pk,
    }
    if "settings" in route:
        names |= {"model_name": "sitesettings", "pk": 1}
    if "snippet" in route or "directory" in route:
        names |= {"app_label": "directory", "model_name": "topic", "pk": scenario.topic.pk}
    if "tasks/" in route:
        names |= {"app_label": "wagtailcore", "model_name": "groupapprovaltask"}
    for part, row in scenario.rows.items():
        if part in route:
            names["pk"] = row.pk
    return names | {
        "key": scenario.upload.key if "import" in route else scenario.live.translation_key
    }


def equip(scenario):
    """Adds a document, somebody who may do everything, and what stands under `pk` where."""
    scenario.document = DocumentFactory()
    scenario.state = scenario.reviewed.current_workflow_task_state
    scenario.workflow_pk = scenario.state.workflow_state.workflow_id
    superuser = UserFactory(username="root", is_superuser=True)
    scenario.rows = {
        "/workflows/": Workflow.objects.first(),
        "/tasks/": Task.objects.first(),
        "/collections/": Collection.get_first_root_node(),
        "/sites/": Site.objects.first(),
        "/locales/": Locale.objects.first(),
        "/groups/": Group.objects.first(),
        "/users/": scenario.author,
        "/outbox/": scenario.mail,
        "/images/": scenario.image,
        "/documents/": scenario.document,
    }
    for model in get_snippet_models():
        if row := model._default_manager.first():
            scenario.rows[f"/{model._meta.app_label}/{model._meta.model_name}/"] = row
    scenario.browsers["S"] = copy.copy(scenario.browsers["v"])
    scenario.browsers["S"].cookies = copy.deepcopy(scenario.browsers["v"].cookies)
    scenario.browsers["S"].force_login(superuser)
