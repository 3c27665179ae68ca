"""Snippets have one permission for all languages; here each row is asked for its own."""

from functools import wraps

from django.apps import apps
from django.core.exceptions import PermissionDenied
from wagtail.models import Locale, TranslatableMixin
from wagtail.snippets.views.snippets import CreateView

from kogu.content.permissions import languages_of
from kogu.patches import wrap

_PREFIX = "wagtailsnippets_"
# What anybody with access to the snippets may look at, in every language; and so for one that
# is public as it stands.
LISTS = {"list", "list_results"}
READING = {"inspect", "usage", "history", "history_results"}


class LanguageGuardMiddleware:
    """Refuses changes to snippets in languages that the user does not hold."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Pass on."""
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Look at the row, or at the language a new row is to have."""
        match = request.resolver_match
        namespace = next((n for n in match.namespaces if n.startswith(_PREFIX)), None)
        if namespace is None or not request.user.is_authenticated:
            return
        model = _model(namespace)
        if model is None or match.url_name in LISTS:
            return
        if "pk" in kwargs:
            row = model.objects.select_related("locale").filter(pk=kwargs["pk"]).first()
            if row and match.url_name in READING and row.live and not row.has_unpublished_changes:
                return
            language = row and row.locale.language_code
        elif match.url_name == "add":
            # As Wagtail's view takes it.
            language = request.GET.get("locale") or Locale.get_default().language_code
        else:
            language = None
        codename = "publish_page" if match.url_name == "unpublish" else "change_page"
        if language and language not in languages_of(request.user, codename):
            raise PermissionDenied


def guard_new_snippets():
    """A new row is looked at once more when it is saved, whatever address it came by."""
    wrap(CreateView, "save_instance", _in_own_languages)


def _in_own_languages(stock):
    @wraps(stock)
    def save_instance(self):
        row = self.form.instance
        translatable = isinstance(row, TranslatableMixin)
        if translatable and row.locale.language_code not in languages_of(self.request.user):
            raise PermissionDenied
        return stock(self)

    return save_instance


def _model(namespace):
    label, _underscore, name = namespace.removeprefix(_PREFIX).partition("_")
    model = apps.get_model(label, name)
    return model if issubclass(model, TranslatableMixin) else None
