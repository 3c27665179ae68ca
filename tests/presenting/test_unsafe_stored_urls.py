"""A trick that was stored past every form leads nowhere: every block, every output, redirects."""

import json
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import connection
from wagtail import blocks
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.coreutils import resolve_model_string
from wagtail.fields import RichTextField, StreamField

from kogu.api.resource import resources
from kogu.content.models import Card
from kogu.delivery import tick_cache
from kogu.delivery.changes import public_change
from tests.api.conftest import one_of_every_kind, scenario  # noqa: F401 fixtures

# Stands in every address below, and in no text.
MARK = "evil7"
TRICKS = [
    *(f"javascript:{MARK}()", f"JavaScript:{MARK}()", f" java\nscript:{MARK}()"),
    *(f"java\tscript:{MARK}()", f"\x01javascript:{MARK}()", f"java\\u0000script:{MARK}()"),
    *(f"data:text/html,{MARK}", f"vbscript:{MARK}", f"blob:https://{MARK}.example/1"),
    *(f"//{MARK}.example/", f"/\\{MARK}.example/", f"\\\\{MARK}.example/", f"/\t/{MARK}.example/"),
    *(f"https:{MARK}", f"https:///{MARK}.example", f"https:\\\\{MARK}.example/"),
    *(f"java&#115;cript:{MARK}()", f"javascript&colon;{MARK}()", f"&#1;javascript:{MARK}()"),
]
MARKUP = [
    *(f"<script>{MARK}()</script>", f"<img src=x onerror={MARK}()>", f"<b onclick={MARK}()>x</b>"),
    *(f"<svg onload={MARK}()>", f'<a href="/" onclick="{MARK}()">x</a>', f"<!-- {MARK} -->"),
    *(f'<iframe src="https://{MARK}.example/"></iframe>', f"<style>@import '{MARK}'</style>"),
    *(f'<embed embedtype="media" url="https://{MARK}.example/">', f"<base href=//{MARK}.example>"),
    *(f'<form action="https://{MARK}.example/"><button>x</button></form>', f"<a name={MARK}>x</a>"),
    f'<math><a xlink:href="javascript:{MARK}()">x</a></math>',
]
GOOD = "https://good7.example/"


def link(address):
    escaped = address.replace('"', "&quot;")
    return "".join(
        f"<p>{opening}words</a></p>"
        for opening in (
            *(f'<a href="{escaped}">', f"<A HREF='{escaped}'>", f"<a href={escaped}>"),
            f'<a linktype="external" href="{escaped}">',
        )
    )


RICH = "".join(map(link, TRICKS)) + "".join(MARKUP)
PLAIN = {
    blocks.BooleanBlock: True,
    blocks.IntegerBlock: 7,
    blocks.DateBlock: "2026-06-01",
    blocks.TimeBlock: "10:00",
    blocks.DateTimeBlock: "2026-06-01T10:00:00",
}


def values(block, address, rich):
    """What a block of this kind stores, its addresses and rich texts being these."""
    if isinstance(block, blocks.URLBlock):
        return address
    if isinstance(block, blocks.RichTextBlock):
        return rich
    if isinstance(block, TypedTableBlock):
        columns = [{"type": name, "heading": "Words"} for name in block.child_blocks]
        cells = [values(each, address, rich) for each in block.child_blocks.values()]
        return {"columns": columns, "rows": [{"values": cells}], "caption": "Words"}
    if isinstance(block, blocks.StreamBlock):
        return [item(name, values(each, address, rich)) for name, each in _children(block)]
    if isinstance(block, blocks.StructBlock):
        return {name: values(each, address, rich) for name, each in _children(block)}
    if isinstance(block, blocks.ListBlock):
        return [item("item", values(block.child_block, address, rich))]
    return _simple(block)


def _children(block):
    return block.child_blocks.items()


def _simple(block):
    if isinstance(block, blocks.ChooserBlock):
        model = resolve_model_string(block.target_model)
        row = model._default_manager.order_by("-pk").first()
        return row.pk if row and block.required else None
    if isinstance(block, blocks.ChoiceBlock):
        return next(value for value, _label in block.field.choices if value)
    return next((value for kind, value in PLAIN.items() if isinstance(block, kind)), "Words")


def item(name, value):
    return {"type": name, "value": value, "id": str(uuid4())}


def story(stream, addresses, rich):
    """Every kind of block with the texts, and those that hold addresses with each address."""
    others = [
        item(name, values(block, each, "<p>Words</p>"))
        for each in addresses[1:]
        for name, block in _children(stream)
        if holds_address(block)
    ]
    return values(stream, addresses[0], rich) + others


def holds_address(block):
    inner = [*getattr(block, "child_blocks", {}).values(), getattr(block, "child_block", None)]
    return isinstance(block, blocks.URLBlock) or any(holds_address(each) for each in inner if each)


def store(addresses, rich):
    """A story of all blocks in every page, a text of all tricks in every field; past all forms."""
    with public_change(), connection.cursor() as cursor:
        for model in apps.get_models():
            for field in model._meta.local_concrete_fields:
                if isinstance(field, StreamField):
                    value = json.dumps(story(field.stream_block, addresses, rich))
                elif isinstance(field, RichTextField):
                    value = rich
                else:
                    continue
                sql = f'UPDATE "{model._meta.db_table}" SET "{field.column}" = %s'
                cursor.execute(sql, [value])
    tick_cache.clear()


def outputs(client):
    """What readers and programs get, by address."""
    paths = [f"/api/v1/{name}?locale=en&limit=100" for name in resources]
    for card in Card.objects.exclude(url=""):
        paths += [card.url, f"{card.url}feed/", f"{card.url}calendar.ics"]
        if card.kind in resources or f"{card.kind}s" in resources:
            name = card.kind if card.kind in resources else f"{card.kind}s"
            paths.append(f"/api/v1/{name}/{card.key}?locale={card.locale}")
    answers = {path: client.get(path) for path in dict.fromkeys(paths)}
    assert {path for path, answer in answers.items() if answer.status_code >= 500} == set()
    return {path: answer.content.decode() for path, answer in answers.items()}


def test_what_is_stored_in_any_block_leads_nowhere_unsafe(client, scenario):
    store([GOOD], link(GOOD))
    good = {path for path, text in outputs(client).items() if "good7" in text}

    store(TRICKS, RICH)

    assert len([path for path in good if path.startswith("/api/")]) >= 6
    assert len([path for path in good if path.startswith("/en/")]) >= 6
    assert {path for path, text in outputs(client).items() if MARK in text} == set()


@pytest.mark.parametrize("address", TRICKS)
def test_a_stored_redirect_leads_nowhere_unsafe(client, homes, address):
    with public_change():
        redirect = Redirect.add_redirect("/vana", GOOD)
        assert client.get("/vana")["Location"] == GOOD
        Redirect.objects.filter(pk=redirect.pk).update(redirect_link=address)

    answer = client.get("/vana")

    assert answer.status_code == 404
    assert "Location" not in answer
