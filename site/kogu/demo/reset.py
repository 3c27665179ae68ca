"""Takes everything of the demo away again, so that it can be built anew."""

from django.contrib.auth import get_user_model
from wagtail.models import Page
from wagtail_localize.models import TranslatableObject, TranslationSource

from directory.models import Area, Person, Place, Topic
from kogu.content.models import LegacyURL, Menu, Origin, SiteSettings, SiteText
from kogu.delivery.changes import public_change
from kogu.media.models import KoguDocument, KoguImage

from .region_files import table

SNIPPETS = (Person, Topic, Place, Area, Menu, SiteText)


def delete_all_content():
    """Delete every page, snippet, picture and account of the demo installation."""
    with public_change():
        SiteSettings.objects.all().delete()
        for page in Page.objects.filter(depth=2):
            page.specific.delete()
        for model in SNIPPETS:
            for instance in model.objects.all():
                instance.delete()
        for model in (KoguImage, KoguDocument):
            for each in model.objects.all():
                each.delete()
        TranslationSource.objects.all().delete()
        TranslatableObject.objects.all().delete()
        Origin.objects.all().delete()
        LegacyURL.objects.all().delete()
        # Pages remember who answers for them: deleting an account writes pages too.
        names = table("site.toml")["accounts"]
        get_user_model().objects.filter(username__in=names).delete()
