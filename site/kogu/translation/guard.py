"""Snippets have one permission for all languages; here each row is asked for its own."""

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.utils.translation import get_language
from wagtail.models import TranslatableMixin

from kogu.base.permissions import languages_of

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
            language = request.GET.get("locale") or get_language()
        else:
            language = None
        codename = "publish_page" if match.url_name == "unpublish" else "change_page"
        if language and language not in languages_of(request.user, codename):
            raise PermissionDenied


def _model(namespace):
    label, _underscore, name = namespace.removeprefix(_PREFIX).partition("_")
    model = apps.get_model(label, name)
    return model if issubclass(model, TranslatableMixin) else None
