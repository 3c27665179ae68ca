"""Where translation meets Wagtail's admin."""

from django.shortcuts import redirect
from django.urls import include, path
from wagtail import hooks

from . import views
from .targets import translation_of


@hooks.register("register_admin_urls")
def translation_urls():
    """Our views under wagtail-localize's own addresses; ours are found first."""
    stock = [
        path("submit/page/<int:page_id>/", views.StartPage.as_view()),
        path(
            "submit/snippet/<slug:app_label>/<slug:model_name>/<str:pk>/",
            views.StartSnippet.as_view(),
        ),
        path("update/<int:translation_source_id>/", views.update),
        path("page/<int:page_id>/convert_to_alias/", views.no_aliases),
        path("translate/<int:translation_id>/disable/", views.stop),
    ]
    ours = [
        path("<int:translation_id>/save/", views.save, name="save"),
        path("<int:translation_id>/submit/", views.submit, name="submit"),
        path("<int:translation_id>/publish/", views.publish, name="publish"),
    ]
    return [
        path("localize/", include(stock)),
        path("translations/", include((ours, "kogu_translation"), namespace="kogu_translation")),
    ]


def _stock_publish(request, thing):
    """The stock editor's publish button goes our way."""
    if request.method == "POST" and request.POST.get("action") == "publish":
        translation = translation_of(thing)
        if translation is not None:
            return views.publish(request, translation.pk)
    return None


@hooks.register("before_edit_page", order=-10)
def before_edit_page(request, page):
    """Publishing a target is ours; becoming an alias is nobody's."""
    if request.method == "POST" and "localize-convert-to-alias" in request.POST:
        return redirect("wagtailadmin_pages:edit", page.pk)
    return _stock_publish(request, page)


@hooks.register("before_edit_snippet", order=-10)
def before_edit_snippet(request, snippet):
    """Publishing a target is ours."""
    return _stock_publish(request, snippet) if hasattr(snippet, "locale_id") else None


@hooks.register("construct_page_action_menu")
def without_aliases(menu_items, request, context):
    """Nothing offers to make an alias."""
    menu_items[:] = [item for item in menu_items if item.name != "localize-convert-to-alias"]
