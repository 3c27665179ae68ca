"""Makes drafts from text, HTML and Word documents."""

import hashlib
import json
import logging
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page

from kogu.imports.confined_reading import read_document
from kogu.imports.drafts import NoPlace, make_draft
from kogu.imports.errors import Refusal
from kogu.imports.limits import MAX_FILE_BYTES
from kogu.imports.messages import grouped, say_proposal, say_refusal, say_warning
from kogu.imports.pictures import take_pictures
from kogu.imports.understanding import KINDS, LANGUAGES

logger = logging.getLogger(__name__)
SHOWN = (
    "kind", "language", "title", "date", "summary", "people", "organisations", "project",
    "cluster", "warnings", "body",
)  # fmt: skip


class Command(BaseCommand):
    """`import_document FILE…`: reads documents, understands them, makes drafts."""

    help = "Make drafts from text, HTML and Word documents."

    def add_arguments(self, parser):
        """Files, and what a person knows better than the importer."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--kind", choices=("auto", *KINDS), default="auto")
        parser.add_argument("--language", choices=("auto", *LANGUAGES), default="auto")
        parser.add_argument("--parent", type=int, help="page below which the draft is put")
        parser.add_argument("--json", action="store_true", help="print all that was understood")
        parser.add_argument("--dry-run", action="store_true", help="make nothing")
        parser.add_argument(
            "--make-people",
            action="store_true",
            help="put new contacts into the register of people, to be confirmed",
        )

    def handle(self, *args, **options):
        """Each file by itself: one that is refused does not stop the others."""
        parent = self._parent(options["parent"])
        failed = [path for path in options["files"] if not self._one(path, parent, options)]
        if failed:
            words = ngettext(
                "%(failed)s document of %(all)s could not be imported.",
                "%(failed)s documents of %(all)s could not be imported.",
                len(failed),
            )
            raise CommandError(words % {"failed": len(failed), "all": len(options["files"])})

    def _parent(self, number):
        if number is None:
            return None
        found = Page.objects.filter(pk=number).first()
        if found is None:
            raise CommandError(_("There is no page %(number)s.") % {"number": number})
        return found.specific

    def _one(self, path, parent, options):
        try:
            return self._import(path, parent, options)
        except Exception:
            logger.exception("Importing %s failed", path)
            return self._refused(path, say_refusal("reader_failed", _))

    def _import(self, path, parent, options):
        try:
            if path.stat().st_size > MAX_FILE_BYTES:
                raise Refusal("too_large")
            data = path.read_bytes()
            reading = read_document(data, path.name, options["kind"], options["language"])
            pictures = take_pictures(data, reading.understood)
        except OSError as error:
            return self._refused(path, error.strerror)
        except Refusal as refusal:
            return self._refused(path, say_refusal(refusal.code, _))
        if options["json"]:
            self._print(reading.understood, is_alone=len(options["files"]) == 1)
        if options["dry_run"]:
            return self._say(path, reading.understood, options)
        return self._draft(path, data, pictures, reading.understood, parent, options)

    def _print(self, understood, *, is_alone):
        """One document as a tree; of several, each on a line of its own."""
        shown = {key: understood[key] for key in SHOWN}
        for warning in shown["warnings"]:
            warning["message"] = say_warning(warning["code"], _)
        for proposal in shown["date"]["proposals"] if shown["date"] else ():
            proposal["reason"] = say_proposal(proposal["reasons"], _)
        self.stdout.write(json.dumps(shown, ensure_ascii=False, indent=1 if is_alone else None))

    def _draft(self, path, data, pictures, understood, parent, options):
        try:
            made = make_draft(
                understood,
                parent=parent,
                origin=hashlib.sha256(data).hexdigest(),
                makes_people=options["make_people"],
                pictures=pictures,
            )
        except NoPlace:
            words = _("There is no section for %(kind)s in the language %(language)s.")
            return self._refused(path, words % understood)
        tell = self.stderr if options["json"] else self.stdout
        tell.write(f"{path}: {understood['kind']} draft {made.page.pk} “{made.page.title}”")
        for line in made.report.lines():
            tell.write(f"  {line}")
        return True

    def _say(self, path, understood, options):
        if not options["json"]:
            self.stdout.write(
                f"{path}: {understood['kind']}, {understood['language']}, “{understood['title']}”"
            )
            for words, _advice, texts in grouped(understood["warnings"], _):
                self.stdout.write(f"  {words}")
                for text, place in texts:
                    self.stdout.write(f"    {text}{place}")
        return True

    def _refused(self, path, words):
        self.stderr.write(f"{path}: {words}")
        return False
