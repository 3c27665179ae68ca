"""Where accounts meet Wagtail's admin."""

from django.contrib.auth import get_user_model
from wagtail import hooks

from .users import refuse_below


@hooks.register("before_bulk_action")
def superusers_are_left_alone(request, action_type, objects, action_class_instance):
    """Several users at once: no superuser among them, unless by a superuser."""
    if action_class_instance.model is get_user_model():
        refuse_below(request.user, objects)
