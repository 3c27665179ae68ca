"""The presenter of each model and kind: one class says everything that is shown of a kind."""

from functools import cache

from kogu.content import kinds

_presenters = {}


def presenter(model):
    """Registers the presenter of a model: `@presenter(NewsPage)`."""

    def register(cls):
        _presenters[model] = cls
        cls.model = model
        return cls

    return register


def presenter_of(model):
    """The presenter class of a model; KeyError when it has none."""
    return _presenters[model]


def has_presenter(model):
    """Whether a presenter of the model is registered."""
    return model in _presenters


def presenter_of_kind(kind):
    """The presenter class of a kind; KeyError for a kind nobody knows."""
    return _presenters[kinds.model(kind)]


@cache
def presenters():
    """Every presenter class by its kind, in the order of the kinds' names."""
    return {model.kind: cls for model, cls in sorted(_presenters.items(), key=lambda p: p[0].kind)}
