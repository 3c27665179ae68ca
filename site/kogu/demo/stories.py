"""Makes the stories of the region: the region's blocks as the editor would store them."""

from .factories.stories import items, raw_block, stream
from .rich_text import rich_text

NO_WORDS = {"alt": "", "credit": "", "is_decorative": False}


def story_of(item, language, objects):
    """The item's story in a language; blocks have the same ids in every language."""
    raw = []
    for n, block in enumerate(item.story):
        value = _MAKERS[block["block"]](block, language, objects, f"{item.ref}/{n}")
        if value is not None:
            raw.append(raw_block(block["block"], value, item.ref, n))
    return stream(raw)


def _text_in(block, name, language):
    """Words under a name: the same for all languages, or by language."""
    value = block.get(name, "")
    return value.get(language, "") if isinstance(value, dict) else value


def _rich_text(block, language, objects, path):
    text = block["before"] if "before" in block and objects.early == language else block[language]
    return {"text": rich_text(text)}


def _heading(block, language, objects, path):
    return {"text": block[language], "level": "2"}


def _quote(block, language, objects, path):
    role = _text_in(block, "role", language)
    return {"text": block[language], "attribution": block["by"], "role": role}


def _call_to_action(block, language, objects, path):
    before, label = block[language]
    page = objects.pk(block["page"])
    return {"words_before": before, "label": label, "page": page, "url": ""} if page else None


def _picture(name, objects, caption=""):
    return {"image": objects.pk(f"image/{name}"), "caption": caption, **NO_WORDS}


def _image(block, language, objects, path):
    return _picture(block["image"], objects, block[language])


def _gallery(block, language, objects, path):
    pictures = [_picture(name, objects) for name in block["images"]]
    return {"title": _text_in(block, "title", language), "pictures": items(pictures, path)}


def _key_figures(block, language, objects, path):
    pairs = zip(block["numbers"], block[language], strict=True)
    figures = [{"number": number, "label": label} for number, label in pairs]
    return {"title": _text_in(block, "title", language), "figures": items(figures, path)}


def _table(block, language, objects, path):
    columns = [{"type": "text", "heading": words} for words in block["columns"][language]]
    rows = [{"values": row} for row in block[language]]
    return {
        "caption": block["caption"][language],
        "table": {"columns": columns, "rows": rows, "caption": ""},
    }


def _timeline(block, language, objects, path):
    steps = [
        {"when": when, "title": title, "text": rich_text(text)}
        for when, title, text in block[language]
    ]
    return {"title": _text_in(block, "title", language), "steps": items(steps, path)}


def _accordion(block, language, objects, path):
    answers = [{"title": title, "text": rich_text(text)} for title, text in block[language]]
    return {"title": _text_in(block, "title", language), "items": items(answers, path)}


def _chosen(name, kind=""):
    """A maker for blocks that show chosen items."""

    def make(block, language, objects, path):
        pks = [pk for ref in block[name] if (pk := objects.pk(f"{kind}{ref}"))]
        title = _text_in(block, "title", language)
        return {"title": title, name: items(pks, path)} if pks else None

    return make


def _embed(block, language, objects, path):
    poster = objects.pk(f"image/{block['image']}") if "image" in block else None
    return {
        "medium": block["medium"],
        "url": block["url"],
        "poster": poster,
        "title": _text_in(block, "title", language),
        "text": block[language],
    }


_MAKERS = {
    "rich_text": _rich_text,
    "heading": _heading,
    "quote": _quote,
    "call_to_action": _call_to_action,
    "image": _image,
    "gallery": _gallery,
    "embed": _embed,
    "key_figures": _key_figures,
    "table": _table,
    "timeline": _timeline,
    "accordion": _accordion,
    "related_pages": _chosen("pages"),
    "project_card": _chosen("pages"),
    "event_list": _chosen("pages"),
    "people": _chosen("people", "person/"),
    "contact": _chosen("people", "person/"),
}
