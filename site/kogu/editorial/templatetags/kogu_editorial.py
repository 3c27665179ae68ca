"""Template tag for the bulk actions that a list of the admin offers."""

from django import template

from kogu.editorial.bulk_actions import buttons

register = template.Library()


@register.inclusion_tag("wagtailadmin/shared/buttons.html", takes_context=True)
def allowed_bulk_actions(context, app_label, model_name):
    """As Wagtail's `bulk_action_choices`, only what this person may do here."""
    user, parent = context["request"].user, context.get("parent_page")
    return {"buttons": buttons(user, app_label, model_name, parent)}
