"""Redirects and "gone": a public address never just stops to answer."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from wagtail.contrib.redirects.models import Redirect

from .models import PastAddress
from .refs import Ref

if TYPE_CHECKING:
    from .changes import Transition

logger = logging.getLogger(__name__)
_LONGEST = Redirect._meta.get_field("old_path").max_length


def normalize_path(url: str) -> str:
    """The path of an address, as redirects are looked up: no host, no final slash."""
    return str(Redirect.normalise_path(urlsplit(url).path))


def is_gone(path: str) -> bool:
    """Whether something public stood at this path and stands nowhere now."""
    # PostgreSQL's text knows no NUL, and nothing ever stood at such a path.
    return "\x00" not in path and PastAddress.objects.filter(path=normalize_path(path)).exists()


def moved_transitions(transitions: "Iterable[Transition]") -> "list[Transition]":
    """The transitions that change an item's public address."""
    return [t for t in transitions if (t.before_url or "") != (t.after_url or "")]


@dataclass
class _Plan:
    """What is to be written: where former paths redirect to, and which paths are gone."""

    targets: dict[str, str] = field(default_factory=dict)
    gone: dict[str, Ref] = field(default_factory=dict)


def follow(transitions: "list[Transition]", tick: int) -> None:
    """Keeps every former address leading to where the item stands now, or to "gone"."""
    transitions = moved_transitions(transitions)
    if not transitions:
        return
    arrived = {normalize_path(t.after_url) for t in transitions if t.after_url}
    _free(arrived)
    plan = _Plan()
    _plan_former(transitions, plan)
    for transition in transitions:
        path = transition.before_url and normalize_path(transition.before_url)
        if path and path not in arrived:
            _plan_path(plan, path, transition)
    _plan_returned(transitions, plan)
    _write_redirects(plan.targets)
    _write_gone(plan.gone, tick)


def _free(arrived: set[str]) -> None:
    """Frees the addresses at which something is public now from redirects and 410s."""
    Redirect.objects.filter(old_path__in=arrived, automatically_created=True).delete()
    PastAddress.objects.filter(path__in=arrived).delete()


def _plan_path(plan: _Plan, path: str, transition: "Transition") -> None:
    if transition.after_url:
        plan.targets[path] = urlsplit(transition.after_url).path
    else:
        plan.gone[path] = transition.ref


def _plan_former(transitions: "list[Transition]", plan: _Plan) -> None:
    """Redirects that led to a vacated address are led on, so that chains never form."""
    by_path = {normalize_path(t.before_url): t for t in transitions if t.before_url}
    links = [link for path in by_path for link in (path, f"{path}/")]
    redirects = Redirect.objects.filter(
        automatically_created=True, redirect_link__in=links, site=None
    )
    for redirect in redirects:
        _plan_path(plan, redirect.old_path, by_path[normalize_path(redirect.redirect_link)])
    redirects.delete()


def _plan_returned(transitions: "list[Transition]", plan: _Plan) -> None:
    """Plans redirects from the former addresses of items that are public again."""
    urls = {t.ref: t.after_url for t in transitions if t.after_url and not t.before_url}
    former = PastAddress.objects.filter(key__in={ref.key for ref in urls})
    for address in former:
        ref = Ref(address.kind, address.key, address.locale)
        if ref in urls:
            plan.targets[address.path] = urlsplit(urls[ref]).path
            address.delete()


def _write_redirects(targets: dict[str, str]) -> None:
    kept_by_staff = set(
        Redirect.objects.filter(old_path__in=targets, site=None).values_list("old_path", flat=True)
    )
    to_create = []
    for path, link in sorted(targets.items()):
        if max(len(path), len(link)) > _LONGEST:
            logger.warning("No redirect from %s: the address is too long to keep", path)
        elif path not in kept_by_staff:
            to_create.append(
                Redirect(old_path=path, redirect_link=link, automatically_created=True)
            )
    Redirect.objects.bulk_create(to_create)


def _write_gone(gone: dict[str, Ref], tick: int) -> None:
    PastAddress.objects.bulk_create(
        [
            PastAddress(path=path, kind=ref.kind, key=ref.key, locale=ref.locale, tick=tick)
            for path, ref in sorted(gone.items())
        ],
        update_conflicts=True,
        unique_fields=["path"],
        update_fields=["kind", "key", "locale", "tick"],
    )
