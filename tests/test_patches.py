"""What is replaced in the libraries stands in one register, and still fits the library."""

import inspect
import json
import subprocess
import sys
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import FunctionType

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import connection
from django.urls import get_resolver
from django.utils.functional import cached_property as django_cached_property
from wagtail.search.backends import get_search_backend

from kogu import patches

ROOT = Path(patches.__file__).resolve().parents[3]
OURS = tuple(f"{ROOT / name}/" for name in ("site", "home", "events", "directory", "search"))
SIGNATURES = {
    name: signature for patch in patches.REGISTER for name, signature in patch.signatures.items()
}
# What `replace` is called with, by the module that calls it or `wrap`.
RECORD = """
import json
import sys

from kogu import patches

calls, stock = [], patches.replace


def replace(owner, name, ours):
    caller = sys._getframe(1)
    if caller.f_globals is vars(patches):
        caller = caller.f_back
    calls.append([caller.f_globals["__name__"], f"{patches.full_name(owner)}.{name}"])
    stock(owner, name, ours)


patches.replace = replace

import django
from django.core.handlers.wsgi import WSGIHandler
from django.urls import get_resolver
from modelsearch.backends import database
from wagtail.search.backends import get_search_backend

database.USE_SQLITE_FTS = True  # without looking into a database, which this process has none of
django.setup()
WSGIHandler()
get_search_backend()
assert get_resolver().url_patterns
print(json.dumps(calls))
"""
OTHER_DATABASE = ".postgres." if connection.vendor == "sqlite" else ".sqlite."


@pytest.fixture
def _as_running(db):
    """Requests and searches have begun: some is replaced only then."""
    WSGIHandler()
    get_search_backend()
    assert get_resolver().url_patterns


def function_in(value):
    """What a property or class method is made of; else the value itself."""
    if issubclass(type(value), classmethod | staticmethod):
        return value.__func__
    if issubclass(type(value), property):
        return value.fget
    if issubclass(type(value), cached_property | django_cached_property):
        return value.func
    return value


def stock_of(name):
    """What the library has under this name."""
    if name in patches.stock:
        return patches.stock[name]
    owner, attribute = name.rsplit(".", 1)
    module, of = owner.rsplit(".", 1)
    return inspect.getattr_static(getattr(import_module(module), of), attribute)


def signature_of(value):
    function = function_in(value)
    if type(function) is FunctionType:
        signature = inspect.signature(function)
        bare = [one.replace(annotation=one.empty) for one in signature.parameters.values()]
        return str(inspect.Signature(bare))
    return value if value == patches.ABSENT else ""


def owners():
    """Every module of the libraries in use, and every class that stands in one."""
    for module in list(sys.modules.values()):
        if "site-packages" in (getattr(module, "__file__", None) or ""):
            yield module
            for value in list(vars(module).values()):
                if issubclass(type(value), type) and value.__module__ == module.__name__:
                    yield value


def is_ours(value):
    function = function_in(value)
    return type(function) is FunctionType and function.__code__.co_filename.startswith(OURS)


@pytest.mark.parametrize("name", sorted(SIGNATURES))
def test_what_is_replaced_has_the_signature_that_ours_relies_on(name):
    assert signature_of(stock_of(name)) == SIGNATURES[name]


@pytest.mark.usefixtures("_as_running")
def test_every_function_of_ours_in_a_library_stands_in_the_register():
    found = {
        f"{patches.full_name(owner)}.{name}"
        for owner in owners()
        for name, value in list(vars(owner).items())
        if is_ours(value)
    }

    assert not found - SIGNATURES.keys()


@pytest.mark.usefixtures("_as_running")
def test_the_register_lists_nothing_that_is_not_replaced():
    expected = {name for name in SIGNATURES if OTHER_DATABASE not in name}

    assert patches.stock.keys() == expected


def test_every_entry_names_the_module_that_replaces_it():
    answer = subprocess.run(
        [sys.executable, "-c", RECORD], cwd=ROOT, capture_output=True, text=True, check=True
    )
    replaced = {tuple(call) for call in json.loads(answer.stdout)}

    listed = {(patch.by, name) for patch in patches.REGISTER for name in patch.signatures}
    assert replaced == {one for one in listed if OTHER_DATABASE not in one[1]}


def test_what_is_not_in_the_register_is_not_replaced():
    with pytest.raises(KeyError, match=r"Path\.exists"):
        patches.replace(Path, "exists", None)
