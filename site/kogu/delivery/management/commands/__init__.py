"""`manage.py work`: the worker beside the web server."""
