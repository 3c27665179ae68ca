"""Where the editorial app meets Wagtail's admin."""

from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import include, path
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail import hooks

from . import (
    failed_schedules,
    home_panels,
    publishing_buttons,
    review_buttons,
    translations,
    warning_overrides,
)
from .bin import hooks as bin_hooks
from .dashboard import DashboardPanel
from .edit_views import edit_url
from .locks import refuse_locked
from .page_access import readable_pages, refuse_unmovable
from .session_status import session_status
from .submit_actions import may_act, perform_action, pop_action, refuse
from .views import ReasonView

_submit_urls = [
    path("<int:translation_id>/submit/", translations.submit, name="submit"),
    path("<int:translation_id>/publish/", translations.publish, name="publish"),
    path("<int:translation_id>/withdraw/", translations.withdraw, name="withdraw"),
]


@hooks.register("register_admin_urls")
def admin_urls():
    """Going on in spite of warnings, and with translations."""
    return [
        path(
            "editorial/<slug:app_label>/<slug:model_name>/<int:pk>/<slug:action>/",
            ReasonView.as_view(),
            name="kogu_editorial_reason",
        ),
        path("session/", session_status, name="kogu_session_status"),
        path(
            "translations/",
            include((_submit_urls, "kogu_submit"), namespace="kogu_submit"),
        ),
    ]


@hooks.register("register_log_actions")
def register_log_formatters(actions):
    """Log actions for a reason and for a schedule that was refused."""
    actions.register_action(warning_overrides.ACTION)(warning_overrides.OverrideFormatter)
    actions.register_action(failed_schedules.ACTION)(failed_schedules.ScheduleRefusedFormatter)


@hooks.register("insert_global_admin_css")
def admin_css():
    """Of our lists and bars, and the word beside the plus sign of an empty story.

    The script notes what is typed before any other script runs.
    """
    return format_html(
        '<link rel="stylesheet" href="{}"><style>:root {{ --kogu-first-part: "{}" }}</style>'
        '<script src="{}"></script>',
        static("editorial/admin.css"),
        _("Add the first part: a text, a picture, a quote…"),
        static("editorial/early_edits.js"),
    )


@hooks.register("insert_editor_js")
def editor_js():
    """Missing fields are led to, folded rows say what they hold, choosers search and keep ticks,
    screen readers hear names, and an end's calendar opens at the start.
    """
    names = (
        *("missing", "row_summaries", "chooser_focus", "chooser_selection", "accessible_names"),
        "calendar_month",
    )
    scripts = [(static(f"editorial/{name}.js"),) for name in names]
    return format_html_join("", '<script type="module" src="{}"></script>', scripts)


@hooks.register("construct_homepage_panels")
def add_dashboard_panel(request, panels):
    """First on the start of the admin."""
    panels.append(DashboardPanel())


@hooks.register("before_edit_page", order=-10)
def before_translating(request, page):
    """The translator's editor publishes our way."""
    return translations.stock_publish(request, page)


@hooks.register("before_edit_snippet", order=-10)
def before_translating_snippet(request, snippet):
    """The translator's editor publishes our way."""
    return translations.stock_publish(request, snippet) if hasattr(snippet, "locale_id") else None


@hooks.register("construct_page_chooser_queryset")
def limit_page_chooser(pages, request):
    """Whatever is chosen, no page that the user may not read is listed."""
    return pages.filter(pk__in=readable_pages(request.user).values("pk"))


@hooks.register("before_move_page")
def before_moving(request, page, destination):
    """Whoever may not move it does not see it either."""
    refuse_unmovable(request, page)


@hooks.register("before_unpublish")
def before_unpublishing(request, instance):
    """A lock holds for this too."""
    refuse_locked(request, [instance])


@hooks.register("before_delete_snippet")
def before_deleting(request, snippets):
    """A lock holds for this too, for one among many as well."""
    refuse_locked(request, snippets)


@hooks.register("before_edit_page")
def before_editing(request, page):
    """Save first."""
    pop_action(request)


@hooks.register("before_create_page")
def before_creating(request, parent, page_class):
    """Save first."""
    pop_action(request)


@hooks.register("after_edit_page")
@hooks.register("after_create_page")
@hooks.register("after_edit_snippet")
@hooks.register("after_create_snippet")
def after_saving(request, instance):
    """Then check, then act; who may not is told so beside the saved draft."""
    action = getattr(request, "kogu_action", None)
    if action is None:
        return None
    instance = type(instance)._default_manager.get(pk=instance.pk)
    if may_act(request.user, action, instance):
        return perform_action(request, instance, edit_url(instance))
    refuse(request, action)
    return redirect(edit_url(instance))
