"""JSON view for the editor's scripts: which user is signed in."""

from django.http import JsonResponse
from django.middleware.csrf import get_token
from django.utils.crypto import salted_hmac
from django.views.decorators.http import require_GET


@require_GET
def session_status(request):
    """The user, the token that forms must carry, and the key of drafts stored in the browser.

    Drafts are stored encrypted: nobody else who uses the browser is given the key.
    """
    user = request.user
    key = salted_hmac("kogu.editorial.drafts", str(user.pk), algorithm="sha256")
    return JsonResponse(
        {
            "id": str(user.pk),
            "name": user.get_full_name() or user.get_username(),
            "key": key.hexdigest(),
            "token": get_token(request),
        }
    )
