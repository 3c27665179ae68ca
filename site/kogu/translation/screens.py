"""Screens for those who translate: what is not begun yet, and an item's languages."""

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.models import Locale, Page
from wagtail_localize.models import TranslationSource

from kogu.content.admin_screens import ScreenMixin
from kogu.content.models.public import PublicItem
from kogu.content.permissions import languages_of

from .language_status import language_statuses
from .missing import missing_translations
from .permissions import may_read_or_translate

ON_A_PAGE = 25


def held_locales(user):
    """Languages that the user may write in."""
    return Locale.objects.filter(language_code__in=languages_of(user))


class Screen(ScreenMixin, TemplateView):
    """A screen that says in its header where one is."""

    header_icon = "wagtail-localize-language"


class MissingTranslationsView(Screen):
    """Everything that a language has no version of yet, to be found by its words."""

    template_name = "translation/missing.html"
    page_title = _("Not yet in your language")

    def get_context_data(self, **kwargs):
        """One language at a time; whoever holds several chooses."""
        held = list(held_locales(self.request.user))
        if not held:
            raise PermissionDenied
        code = self.request.GET.get("locale")
        locale = next((one for one in held if one.language_code == code), held[0])
        words = self.request.GET.get("q", "").strip()[:200]
        pages = Paginator(missing_translations(locale, words), ON_A_PAGE)
        return super().get_context_data(
            held=held,
            locale=locale,
            words=words,
            found=pages.get_page(self.request.GET.get("p")),
            **kwargs,
        )


class LanguagesView(Screen):
    """How far each language of an item is, with the way to begin it or to bring it up to date."""

    template_name = "translation/languages.html"
    page_title = _("Languages")

    def dispatch(self, request, *args, **kwargs):
        """Whoever holds a language may see what readers see; a draft only who may change it, or
        translates it.
        """
        self.instance = _instance(kwargs["app_label"], kwargs["model_name"], kwargs["pk"])
        held = held_locales(request.user).exists()
        if not (held and may_read_or_translate(request.user, self.instance)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        """The title, as readers see it."""
        return str(self.instance)

    def get_context_data(self, **kwargs):
        """The languages; one button brings new words to all that are the user's."""
        found = language_statuses(self.instance, self.request.user)
        source = TranslationSource.objects.filter(object_id=self.instance.translation_key).first()
        return super().get_context_data(
            standings=found,
            source=source,
            may_update=any(one.is_outdated and one.open_url for one in found),
            **kwargs,
        )


def _instance(app_label, model_name, pk):
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError:
        raise Http404 from None
    if not issubclass(model, PublicItem):
        raise Http404
    instance = get_object_or_404(model, pk=pk)
    return instance.specific if isinstance(instance, Page) else instance
