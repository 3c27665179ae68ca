#!/usr/bin/env python
"""Kogu's command line."""

import os
import sys


def main():
    """Run a management command under the settings the environment names."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kogu.settings.dev")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
