"""Pictures of a document on their way into the image library."""

from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.models import Collection
from wagtail.permissions import policy_registry
from wagtail.utils.file import hash_filelike

from kogu.imports.refusal import Refusal
from kogu.imports.sandbox import read_pictures
from kogu.media.uploads import cleaned


def cleaned_pictures(filling, data):
    """The pictures of the story by name, written anew; a picture that is refused is said."""
    names = [one["name"] for one in filling.understood["body"] if one["type"] == "image"]
    found = {}
    files = _files(data, list(dict.fromkeys(names)))
    for name in dict.fromkeys(names):
        file_name = PurePosixPath(name).name
        try:
            found[name] = ContentFile(cleaned(files[name], file_name), name=file_name)
        except KeyError:
            filling.report.open(_("This picture could not be read: %(name)s") % {"name": file_name})
        except ValidationError as problem:
            filling.report.open(f"{file_name}: {' '.join(problem.messages)}")
    return found


def _files(data, names):
    try:
        return read_pictures(data, names) if data and names else {}
    except Refusal:
        return {}


def library_images(filling, files, title, user):
    """An image for each file, by its name; one that the library has is not added again.

    A new one has no words yet: whoever publishes the page is asked to describe it.
    """
    found = {}
    collection = _collection(user)
    for number, (name, file) in enumerate(files.items(), 1):
        if collection is None:
            words = _("You may not add pictures, so this one was left out: %(name)s")
            filling.report.open(words % {"name": file.name})
            continue
        found[name] = _image(file, f"{title[:240]} ({number})", user, collection)
        filling.report.open(_("Picture to be described: %(title)s") % {"title": found[name].title})
    return found


def _image(file, title, user, collection):
    model = get_image_model()
    known = model.objects.filter(file_hash=hash_filelike(file), collection=collection)
    if image := known.order_by("pk").first():
        return image
    image = model(title=title, file=file, uploaded_by_user=user, collection=collection)
    image.save()
    return image


def _collection(user):
    """The root, or the first collection to which the person may add images, if there is one."""
    root = Collection.get_first_root_node()
    if user is None:
        return root
    policy = policy_registry.get_by_type(get_image_model())
    allowed = list(policy.collections_user_has_permission_for(user, "add").order_by("path"))
    return root if root in allowed else next(iter(allowed), None)
