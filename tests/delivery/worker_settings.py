"""The tests' settings, for a worker in a process of its own: jobs are really queued."""

import importlib
import os

_tests = importlib.import_module(os.environ["KOGU_TESTS_SETTINGS"])
globals().update({name: getattr(_tests, name) for name in dir(_tests) if name.isupper()})

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
LOGGING = {}
