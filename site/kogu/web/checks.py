"""That every page type has a template: system check kogu.E007."""

from django.core.checks import Error, register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template

from kogu.content.checks import page_models

from .views import template_of


@register("kogu")
def check_templates(app_configs, **_kwargs):
    """A page type's template is named after its class."""
    return [
        Error("The page type has no template.", f"Write {name}.", model, "kogu.E007")
        for model in page_models()
        if not _exists(name := template_of(model))
    ]


def _exists(name):
    try:
        get_template(name)
    except TemplateDoesNotExist:
        return False
    return True
