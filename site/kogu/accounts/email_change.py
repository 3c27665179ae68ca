"""A changed e-mail address: asked for with the password, announced to the old address, and logged.

Whoever receives the mails of an account can set its password.
"""

from django import forms
from django.conf import settings
from django.db.models.signals import pre_save
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.account import NameEmailForm as StockNameEmailForm
from wagtail.log_actions import log
from wagtail.users.models import UserProfile

from kogu.delivery.mail import send_template_mail

from .second_factor_forms import NO_PASSWORD

LOGGED = "kogu.email_changed"


class NameEmailForm(StockNameEmailForm):
    """One's own name and e-mail address, the latter with the password."""

    current_password = forms.CharField(
        label=_("Your password"),
        help_text=_("Needed only to change the e-mail address."),
        required=False,
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )

    def clean(self):
        """A password that is given is looked at in any case: the attempt is counted."""
        values = super().clean()
        password = values.get("current_password", "")
        is_asked = "email" in self.changed_data or password
        if is_asked and not self.instance.check_password(password):
            self.add_error("current_password", NO_PASSWORD)
        return values


@receiver(pre_save, sender=settings.AUTH_USER_MODEL)
def tell_old_address(sender, instance, raw, update_fields, **kwargs):
    """Whoever changed it, and wherever."""
    is_kept = update_fields is not None and "email" not in update_fields
    if raw or is_kept or instance._state.adding:
        return
    old = sender.objects.filter(pk=instance.pk).values_list("email", flat=True).first()
    if old == instance.email:
        return
    log(instance, LOGGED)
    if old:
        language = UserProfile.get_for_user(instance).get_preferred_language()
        context = {"name": instance.get_full_name() or instance.get_username()}
        send_template_mail("email_changed", context, [old], language)
