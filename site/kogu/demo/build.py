"""Builds the region: makes what is missing, ties it together, translates it."""

from directory.models.named_snippets import NamedSnippet
from kogu.delivery.changes import public_change

from .factories import PageFactory, factory_of
from .factories.publishing import fresh, save_draft
from .field_values import values
from .objects import model_of
from .region_files import region
from .translations import source_of, translate

# What others live in or hang from comes first, in every language.
WAVES = (
    ("home",),
    ("section",),
    ("topic", "place", "area"),
    ("person", "organisation"),
    ("programme", "strategy", "goal"),
)


def build(objects, staff, tell):
    """Make everything of the region that is not there yet."""
    items = list(region().values())
    for kinds in WAVES:
        _wave([item for item in items if item.kind in kinds], objects, staff, tell)
    first = {kind for kinds in WAVES for kind in kinds}
    _wave([item for item in items if item.kind not in first], objects, staff, tell)


def _wave(items, objects, staff, tell):
    made = [item for item in items if item.ref not in objects]
    for item in made:
        _make(item, objects, staff)
    for item in [item for item in made if item.ref in objects.waiting]:
        _complete(item, objects)
    for item in items:
        if item.facts.get("state", "live") == "live" and _translate(item, objects, staff):
            _change_after_translation(item, objects, staff)
            tell(item)


def build_instance(item, language, objects):
    """The item in a language as it would be saved; not saved."""
    instance = _factory(item).build(**values(item, language, objects), locale=language)
    if isinstance(instance, NamedSnippet):
        instance.clean()  # makes the short name for its address
    return instance


def _factory(item):
    return factory_of(model_of(item.ref))


def _make(item, objects, staff):
    objects.start_item(item)
    language = item.written_in
    options = {
        "locale": language,
        "published": item.facts.get("state", "live") == "live",
    }
    if issubclass(_factory(item), PageFactory):
        options["owner"] = staff.get("editor")
    if parent := item.facts.get("parent"):
        options.update(_below(item, parent, objects))
    with public_change():
        instance = _factory(item)(**values(item, language, objects), **options)
        objects.add(item.ref, instance)
    objects.finish_item()


def _below(item, parent, objects):
    """Trees of pages say their parent; trees of snippets have a field for it."""
    if item.kind == "programme":
        return {"parent": objects.get(f"programme/{parent}")}
    return {"parent": objects.get(parent)} if item.kind == "goal" else {}


def _complete(item, objects):
    """Say again what named something that was not there when the item was made."""
    objects.start_item(item)
    instance = fresh(objects.get(item.ref))
    for name, value in values(item, item.written_in, objects).items():
        if name != "slug":
            setattr(instance, name, value)
    if instance.live:
        with public_change():
            instance.save_revision().publish()
    else:
        save_draft(instance)
    objects.finish_item()


def _translate(item, objects, staff):
    """Translate into the languages that are missing; says whether there were any."""
    missing = [code for code in item.languages[1:] if f"{item.ref}@{code}" not in objects]
    found = objects.get(item.ref)
    if not missing or found is None:
        return False
    objects.start_item(item)
    with public_change():
        source = source_of(fresh(found))
    for language in missing:
        with public_change():
            target = translate(
                source,
                build_instance(item, language, objects),
                language,
                staff.get(f"translator-{language}"),
            )
            objects.add(f"{item.ref}@{language}", target)
    objects.finish_item()
    return True


def _change_after_translation(item, objects, staff):
    """A source that grows after its translations leaves some of them outdated."""
    outdated = item.facts.get("outdated")
    if not outdated:
        return
    _publish_late(item, objects)
    for language in item.languages[1:]:
        if language not in outdated:
            source = fresh(objects.get(item.ref))
            with public_change():
                translate(source, build_instance(item, language, objects), language)


def _publish_late(item, objects):
    instance = fresh(objects.get(item.ref))
    instance.story = values(item, item.written_in, objects)["story"]
    with public_change():
        instance.save_revision().publish()
