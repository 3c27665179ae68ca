"""A forgotten password: the answer is the same, and as fast, whether somebody has the address.

The request only writes down what was asked. Who has the address is looked up
by the worker, who makes the link when the mail is sent, so that it is stored nowhere.
"""

from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from wagtail.admin.forms.auth import PasswordResetForm

from kogu.delivery import outbox
from kogu.delivery.mail import send

KIND = "accounts.forgotten_password"
TEMPLATES = "wagtailadmin/account/password_reset"


class ForgottenPasswordForm(PasswordResetForm):
    """Takes an address, and never reveals whether it is known."""

    def save(self, **options):
        """The same few steps for every address."""
        payload = {"to": [self.cleaned_data["email"]], "language": translation.get_language()}
        outbox.enqueue(KIND, payload)


@outbox.register_handler(KIND)
def deliver(entry):
    """Sends the link to who has the address; to others nothing."""
    (address,) = entry.payload["to"]
    with translation.override(entry.payload["language"]):
        for user in PasswordResetForm().get_users(address):
            send(_message(user), entry)


def _message(user):
    context = {
        "user": user,
        "uid": urlsafe_base64_encode(force_bytes(user.pk)),
        "token": default_token_generator.make_token(user),
    }
    subject = render_to_string(f"{TEMPLATES}/email_subject.txt", context)
    body = render_to_string(f"{TEMPLATES}/email.txt", context)
    return EmailMultiAlternatives(" ".join(subject.split()), body, to=[user.email])
