"""The demo region, served as in production but on this machine and without TLS."""

from .dev import *  # noqa: F403

DEBUG = False
KOGU_DEMO = True
