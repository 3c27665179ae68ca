"""The server's entry."""

import os

from django.core.wsgi import get_wsgi_application
from django.db import connection, connections

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kogu.settings.production")

application = get_wsgi_application()

# Seconds for a turn in this process and again for the file: whoever waits for a page is told
# after ten at most, while the worker and commands wait longer.
if connection.vendor == "sqlite":
    connections.settings["default"]["OPTIONS"]["timeout"] = 5
