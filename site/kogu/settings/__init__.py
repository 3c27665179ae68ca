"""Settings: `base` is shaped for production; `dev`, `test` and `production` adjust it."""
