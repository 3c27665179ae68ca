"""What the worker clears away: counts that hold nobody up, and devices long unused."""

from kogu.delivery.periodic import every

from . import known_devices, login_throttle


@every(3600)
def clear_failed_attempts():
    """Deletes counts of failed attempts that ended."""
    return login_throttle.purge()


@every(86400)
def clear_known_devices():
    """Deletes devices from which nobody signed in for half a year."""
    return known_devices.purge()
