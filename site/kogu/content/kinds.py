"""Every kind of public item and the model that keeps it."""

from functools import cache

from django.apps import apps

from .models.public import PublicItem


@cache
def models_by_kind():
    """Models of items that have cards, by kind."""
    return {
        model.kind: model
        for model in apps.get_models()
        if issubclass(model, PublicItem) and model.kind and model.is_carded
    }


def model(kind):
    """The model of a kind; KeyError for a kind nobody knows."""
    return models_by_kind()[kind]
