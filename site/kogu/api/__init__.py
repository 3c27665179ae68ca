"""Parts of the public API that every room builds its resources from."""
