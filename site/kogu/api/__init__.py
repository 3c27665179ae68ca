"""Parts of the public API that every app builds its resources from."""
