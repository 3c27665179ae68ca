"""The public site's stylesheet: many small files to write, one to fetch."""

import re

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLESHEET = "kogu/css/kogu.css"
_IMPORT = re.compile(r'^@import url\("([\w/.-]+)"\)(?: layer\((\w+)\))?;$', re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def imported(stylesheet):
    """The files a stylesheet imports, in order, each with its layer."""
    return _IMPORT.findall(stylesheet)


def joined(stylesheet, read):
    """The stylesheet with the files it imports in their place, without comments."""
    parts = []
    for name, layer in imported(stylesheet):
        rules = _COMMENT.sub("", read(name)).strip()
        parts.append(f"@layer {layer} {{\n{rules}\n}}" if layer else rules)
    return "\n".join(parts) + "\n"


class OneStylesheetStorage(CompressedManifestStaticFilesStorage):
    """Fingerprinted, compressed static files; the site's stylesheet is joined on the way.

    While developing, browsers read the imports themselves.
    """

    # Modules that import others name them by their fingerprints too.
    support_js_module_import_aggregation = True

    def post_process(self, paths, dry_run=False, **options):
        """Hash and compress the files after the stylesheet is made whole."""
        if STYLESHEET in paths and not dry_run:
            paths = {**paths, STYLESHEET: (self._joined(paths), STYLESHEET)}
        yield from super().post_process(paths, dry_run, **options)

    def _joined(self, paths):
        folder = STYLESHEET.rpartition("/")[0]

        def read(name):
            storage, path = paths[name]
            with storage.open(path) as file:
                return file.read().decode()

        whole = joined(read(STYLESHEET), lambda name: read(f"{folder}/{name}"))
        memory = InMemoryStorage()
        memory.save(STYLESHEET, ContentFile(whole.encode()))
        return memory
