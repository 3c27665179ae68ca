"""Errors in the language of the address; nothing in them depends on who asks."""

import logging

from django.conf import settings
from django.db import DatabaseError
from django.shortcuts import render
from django.template import TemplateDoesNotExist
from django.utils.translation import get_language, get_language_from_path, override

from .presenting import chrome

log = logging.getLogger(__name__)


def _surroundings(locale):
    try:
        return chrome(locale)
    except DatabaseError:
        log.exception("an error page without its surroundings")
        return None


def _answer(request, template, status):
    locale = get_language_from_path(request.path_info) or get_language() or settings.LANGUAGE_CODE
    with override(locale):
        context = {"chrome": _surroundings(locale), "locale": locale}
        response = render(request, template, context, status=status)
    response.is_private = True
    return response


def forbidden(request, exception=None):
    """403."""
    return _answer(request, "403.html", 403)


def not_found(request, exception=None):
    """404."""
    return _answer(request, "404.html", 404)


def broken(request):
    """500: as plain as it must be to work when little else does."""
    try:
        return _answer(request, "500.html", 500)
    except (TemplateDoesNotExist, DatabaseError):
        return render(request, "500.html", {"chrome": None}, status=500)
