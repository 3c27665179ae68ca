"""One review for each language tree and one for snippets, made once and the operator's then."""

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override
from wagtail.models import (
    GroupApprovalTask,
    Workflow,
    WorkflowContentType,
    WorkflowMixin,
    WorkflowPage,
    WorkflowTask,
)
from wagtail.snippets.models import get_snippet_models

from home.models import HomePage
from kogu.language.markers import own_name

from .models import RoleGrant
from .roles import REVIEWER, group_of, in_default_language

SNIPPETS = gettext_noop("Review: topics, places, people and menus")


def ensure_workflows():
    """Give every language tree and the snippets a review, unless they were given one before."""
    for home in HomePage.objects.filter(depth=2).select_related("locale"):
        _once(f"workflow:page:{home.pk}", _for_tree, home)
    for model in get_snippet_models():
        if issubclass(model, WorkflowMixin):
            _once(f"workflow:{model._meta.label_lower}", _for_snippet, model)


def _once(what, make, subject):
    if not RoleGrant.objects.filter(role=REVIEWER.code, what=what).exists():
        make(subject)
        RoleGrant.objects.create(role=REVIEWER.code, group=group_of(REVIEWER), what=what)


def _review(name):
    workflow = Workflow.objects.filter(name=name).first()
    if workflow is not None:
        return workflow
    workflow = Workflow.objects.create(name=name)
    task = GroupApprovalTask.objects.create(name=name)
    task.groups.add(group_of(REVIEWER))
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow


def _for_tree(home):
    code = home.locale.language_code
    with override(code):
        name = _("Review: %(language)s") % {"language": own_name(code)}
    if not WorkflowPage.objects.filter(page=home).exists():
        WorkflowPage.objects.create(workflow=_review(name), page=home)


def _for_snippet(model):
    content_type = ContentType.objects.get_for_model(model, for_concrete_model=False)
    if not WorkflowContentType.objects.filter(content_type=content_type).exists():
        WorkflowContentType.objects.create(
            workflow=_review(in_default_language(SNIPPETS)), content_type=content_type
        )
