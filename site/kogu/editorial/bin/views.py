"""The screens of the bin."""

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.filters import ContentTypeFilter, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn, UserColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from kogu.content.slugs import free_slug
from kogu.editorial.edit_views import edit_url
from kogu.editorial.models import DeletedItem
from kogu.language.markers import name_in
from kogu.translation.permissions import may_edit

from .permissions import may_delete_something, restorable
from .purging import NotPurgeable, purge
from .restoring import NotRestorable, parent_of, restore


def kind_of(item):
    """The name of the deleted item's type in lists of the admin."""
    return capfirst(item.model._meta.verbose_name) if item.model else ""


class KeptUntilColumn(Column):
    """The day of purging, which says what it is where a phone shows no heads of columns."""

    cell_template_name = "editorial/kept_until_cell.html"


class BinFilterSet(WagtailFilterSet):
    """Narrows the bin to one kind."""

    content_type = ContentTypeFilter(
        label=gettext_lazy("Kind"),
        queryset=lambda request: ContentType.objects.filter(
            pk__in=restorable(request.user).order_by().values("content_type")
        ).order_by("model"),
    )

    class Meta:
        model = DeletedItem
        fields = ["content_type"]


class BinView(IndexView):
    """List of the deleted items that the user may restore."""

    model = DeletedItem
    page_title = gettext_lazy("Bin")
    header_icon = "bin"
    index_url_name = "kogu_bin:index"
    index_results_url_name = "kogu_bin:index_results"
    filterset_class = BinFilterSet
    search_fields = ["title"]
    default_ordering = "-deleted_at"
    any_permission_required = None
    table_classname = "listing kogu-stacked"
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        """For those who may delete something."""
        if not may_delete_something(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        """What the user may delete."""
        found = restorable(self.request.user)
        return found.select_related("content_type", "deleted_by__wagtail_userprofile")

    @cached_property
    def columns(self):
        """Name, kind, language, by whom, when, and until when."""
        return [
            TitleColumn(
                "title",
                label=_("Title"),
                get_url=lambda item: reverse("kogu_bin:restore", args=[item.pk]),
                sort_key="title",
                classname="title",
            ),
            Column("kind", label=_("Kind"), accessor=kind_of),
            Column(
                "language",
                label=_("Language"),
                accessor=lambda item: name_in(item.language, get_language()),
                sort_key="language",
            ),
            UserColumn("deleted_by", label=_("Deleted by")),
            DateColumn("deleted_at", label=_("Deleted"), sort_key="deleted_at"),
            KeptUntilColumn("purged_at", label=_("Kept until")),
        ]


class RestoreForm(forms.Form):
    """Asks for what is not there any more: the parent, the free address."""

    parent = forms.ModelChoiceField(
        label=gettext_lazy("Below which page"),
        queryset=Page.objects.none(),
        help_text=gettext_lazy("The page below which it stood is not there any more."),
    )
    slug = forms.SlugField(
        label=gettext_lazy("Slug"),
        max_length=255,
        required=False,
        help_text=gettext_lazy("Its address is taken by another page. This one is free."),
    )

    def __init__(self, *args, item, parents, taken, **kwargs):
        super().__init__(*args, **kwargs)
        if parents is None:
            del self.fields["parent"]
        else:
            self.fields["parent"].queryset = parents
        if not taken:
            del self.fields["slug"]


class RestoreView(WagtailAdminTemplateMixin, FormView):
    """Brings one item back, after asking for what has changed meanwhile."""

    # Not PUT, which Django takes for POST, and which would lock nothing.
    http_method_names = ["get", "head", "post", "options"]
    form_class = RestoreForm
    template_name = "editorial/restore.html"
    page_title = gettext_lazy("Bring back")
    header_icon = "undo"
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        """Nobody else learns that it is there."""
        items = restorable(request.user).select_related("content_type", "deleted_by")
        if request.method == "POST":
            # Until it is back or gone, nobody else brings it back or purges it.
            items = items.select_for_update(of=("self",), no_key=True)
        self.item = get_object_or_404(items, pk=kwargs["pk"])
        self.parent = parent_of(self.item)
        return super().dispatch(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        """Bring it back, or let nobody do so any more."""
        if "purge" not in request.POST:
            return super().post(request, *args, **kwargs)
        try:
            purge(self.item, request.user)
        except NotPurgeable as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("“%(title)s” is deleted for good.") % {"title": self.item})
        return redirect("kogu_bin:index")

    def get_page_subtitle(self):
        """The name of what is brought back."""
        return self.item.title

    def get_breadcrumbs_items(self):
        """Below the bin."""
        return [
            *self.breadcrumbs_items,
            {"url": reverse("kogu_bin:index"), "label": _("Bin")},
            {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()},
        ]

    @cached_property
    def is_page(self):
        """Pages have a place."""
        return self.item.parent_page_id is not None

    @cached_property
    def free(self):
        """The address that it would get where it stood."""
        return free_slug(self.parent, self.item.slug) if self.is_page and self.parent else ""

    def get_form_kwargs(self):
        """The parents that may be chosen, and whether the address is taken."""
        lacks_parent = self.is_page and self.parent is None
        return {
            **super().get_form_kwargs(),
            "item": self.item,
            "parents": possible_parents(self.item, self.request.user) if lacks_parent else None,
            "taken": bool(self.free) and self.free != self.item.slug,
        }

    def get_initial(self):
        """The free address is offered."""
        return {"slug": self.free}

    def get_context_data(self, **kwargs):
        """What it is, and whether its parent can be brought back first."""
        waiting = DeletedItem.objects.none()
        if self.is_page and self.parent is None:
            waiting = restorable(self.request.user).filter(
                rows__model="wagtailcore.page", rows__object_id=str(self.item.parent_page_id)
            )
        return super().get_context_data(
            item=self.item,
            kind=kind_of(self.item),
            language=name_in(self.item.language, get_language()),
            deleted_parent=waiting.first(),
            **kwargs,
        )

    def form_valid(self, form):
        """Back to where it is edited."""
        parent = form.cleaned_data.get("parent") or self.parent
        slug = form.cleaned_data.get("slug", "")
        try:
            instance, notes = restore(self.item, self.request.user, parent, slug)
        except NotRestorable as error:
            messages.error(self.request, str(error))
            return redirect("kogu_bin:index")
        self._tell(instance, notes)
        return redirect(
            edit_url(instance) if may_edit(self.request.user, instance) else "kogu_bin:index"
        )

    def _tell(self, instance, notes):
        words = " ".join([_("“%(title)s” is back.") % {"title": self.item.title}, *notes])
        slug = getattr(instance, "slug", "")
        if slug != self.item.slug:
            words += " " + _("Its address was taken; it is “%(slug)s” now.") % {"slug": slug}
        url = instance.public_url() if instance.live else ""
        buttons = [messages.button(url, _("View live"))] if url else []
        messages.success(self.request, words, buttons=buttons)


def possible_parents(item, user):
    """Pages in its language below which it may stand and the user may add."""
    allowed = item.model.allowed_parent_page_models()
    pages = Page.objects.type(*allowed).filter(locale__language_code=item.language)
    fitting = [
        page.pk
        for page in pages.specific()
        if page.permissions_for_user(user).can_add_subpage() and item.model.can_create_at(page)
    ]
    return Page.objects.filter(pk__in=fitting).order_by("path")
