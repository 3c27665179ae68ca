"""Whether this session's password was given just now, as what changes the sign-in asks for."""

import time
from functools import wraps

from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

KEY = "kogu_password_given_at"
SECONDS = 600


@receiver(user_logged_in)
def store_password_time(request, **kwargs):
    """Stores in the session when the password was given."""
    request.session[KEY] = int(time.time())


def needs_recent_password(view):
    """Leads to where the password is asked for again, unless it was given within ten minutes."""

    @wraps(view)
    def wrapped(request, *args, **kwargs):
        if time.time() - request.session.get(KEY, 0) > SECONDS:
            query = urlencode({"next": request.get_full_path()})
            return redirect(f"{reverse('second_factor:confirm')}?{query}")
        return view(request, *args, **kwargs)

    return wrapped
