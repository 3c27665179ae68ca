"""That every kind has a presenter: system check kogu.E006."""

from django.core.checks import Error, register

from kogu.content import kinds

from .registry import has_presenter


@register("kogu")
def check_presenters(app_configs, **_kwargs):
    """Without one its page, its cards and its place in the API would fail when they are asked."""
    hint = "Write @presenter(Model) in the app's presenters, imported by its AppConfig.ready()."
    return [
        Error("The kind has no presenter.", hint, model, "kogu.E006")
        for model in kinds.models_by_kind().values()
        if not has_presenter(model)
    ]
