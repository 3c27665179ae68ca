"""Pictures of a document on their way into the image library."""

from django.utils.translation import gettext as _
from wagtail.images import get_image_model
from wagtail.models import Collection
from wagtail.permissions import policy_registry
from wagtail.utils.file import hash_filelike


def library_images(filling, files, title, user):
    """An image for each file, by its name; one that the library has is not added again.

    A new one has no words yet: whoever publishes the page is asked to describe it.
    """
    collection = _collection(user)
    if files and collection is None:
        words = _("Pictures were left out, as you may add pictures to no collection: %(names)s")
        filling.report.open(words % {"names": ", ".join(file.name for file in files.values())})
        return {}
    found = {}
    for number, (name, file) in enumerate(files.items(), 1):
        found[name] = _image(file, f"{title[:240]} ({number})", user, collection)
        filling.report.open(_("Picture to be described: %(title)s") % {"title": found[name].title})
    return found


def _image(file, title, user, collection):
    model = get_image_model()
    known = _choosable(user).filter(file_hash=hash_filelike(file), collection=collection)
    if image := known.order_by("pk").first():
        return image
    image = model(title=title, file=file, uploaded_by_user=user, collection=collection)
    image.save()
    return image


def _choosable(user):
    model = get_image_model()
    if user is None:
        return model.objects.all()
    policy = policy_registry.get_by_type(model)
    return policy.instances_user_has_any_permission_for(user, ["choose", "change"])


def _collection(user):
    """The first collection to which the person may add images, if there is one; else none."""
    root = Collection.get_first_root_node()
    if user is None:
        return root
    policy = policy_registry.get_by_type(get_image_model())
    allowed = list(policy.collections_user_has_permission_for(user, "add").order_by("path"))
    return root if root in allowed else next(iter(allowed), None)
