"""The editor's form of a news item: a new one names the organisation that writes it."""

from directory.default_author import name_author
from kogu.content.page_form import PageForm


class NewsForm(PageForm):
    """A news item as an editor fills it in."""

    def __init__(self, data=None, files=None, *args, instance=None, **kwargs):
        if data is None and instance is not None and instance.pk is None:
            name_author(instance, kwargs.get("for_user"))
        super().__init__(data, files, *args, instance=instance, **kwargs)
