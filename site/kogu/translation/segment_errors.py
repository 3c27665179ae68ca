"""Why what a translator wrote does not fit its field, in the reader's language."""

from bs4 import BeautifulSoup
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import FieldDoesNotExist, ObjectDoesNotExist, ValidationError
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail_localize.models import TranslationSource
from wagtail_localize.strings import StringValue, extract_ids, validate_translation_links

from kogu.content.site_urls import safe_url


def string_error(translation):
    """Why the words of a passage cannot be stored; None when they can."""
    try:
        text = StringValue.from_translated_html(translation.data).render_text()
        validate_translation_links(translation.translation_of.data, translation.data)
    except ValueError as error:
        return error.args[0]
    except RecursionError:
        return _("There are too many tags within one another.")
    return _refusal(translation.context, text)


def lost_links(translation):
    """The links of the source, with their tags, that the words of a passage have lost."""
    source = translation.translation_of.data
    if "<a " not in source:
        return []
    kept = extract_ids(translation.data)
    links = BeautifulSoup(source, "html.parser").find_all("a", id=True)
    return [link for link in links if link["id"] not in kept]


def link_note(translation):
    """The notice for a translator when a passage has lost links; None otherwise."""
    if lost := lost_links(translation):
        words = _("Saved without the link {links}. Set its tag again, or say why when you submit.")
        return words.format(links=", ".join(map(str, lost)))
    return None


def override_error(override):
    """Why an address cannot stand in the place of the source's; None when it can."""
    address = override.data
    if not address:
        return None
    if not isinstance(address, str) or not safe_url(address):
        return _("An address begins with https://, http://, mailto:, tel: or /.")
    return _refusal(override.context, address)


def _refusal(context, text):
    clean = context and _clean_of(context)
    try:
        if clean:
            clean(text.strip())
    except ValidationError as error:
        return " ".join(error.messages)
    return None


def _clean_of(context):
    """What the field or block of a passage does with a value; None where it asks nothing."""
    sources = TranslationSource.objects.filter(object_id=context.object_id)
    source = sources.only("specific_content_type_id").first()
    if source is None:
        return None
    model = ContentType.objects.get_for_id(source.specific_content_type_id).model_class()
    try:
        path = context.field_path or context.get_field_path(source.as_instance())
        return _clean_at(model, path.split("."))
    except (FieldDoesNotExist, KeyError, ObjectDoesNotExist):
        return None  # the source no longer has the passage


def _clean_at(model, names):
    field = model._meta.get_field(names[0])
    if field.one_to_many:
        return _clean_at(field.related_model, names[1:])
    if isinstance(field, StreamField):
        return _clean_in(field.stream_block, names[1:])
    if isinstance(field, RichTextField):
        return None
    return lambda text: field.clean(text, None)


def _clean_in(block, names):
    for name in names:
        if isinstance(block, blocks.ListBlock):
            block = block.child_block
        elif isinstance(block, blocks.StructBlock | blocks.StreamBlock):
            block = block.child_blocks[name]
    is_text = isinstance(block, blocks.FieldBlock) and not isinstance(block, blocks.RichTextBlock)
    return block.clean if is_text else None
