"""One world for every question about rights, people of every role in it, and its digest."""

import hashlib
from contextlib import contextmanager
from types import SimpleNamespace

from django.apps import apps
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone
from wagtail.actions.delete_page import DeletePageAction
from wagtail.models import Locale, PageViewRestriction

from kogu.delivery.changes import public_change
from kogu.delivery.models import Outbox
from kogu.demo.factories import (
    EventPageFactory,
    ImageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    TopicFactory,
    UserFactory,
    fresh,
    save_draft,
)
from kogu.imports.models import ImportedDocument
from kogu.translation import targets
from tests.translation.conftest import group_called, translate_all

# One letter for each role; a visitor has none.
ROLES = {
    "E": "Editors",
    "P": "Publishing editors",
    "R": "Reviewers",
    "L": "Translators: Latvian",
    "O": "Translators: Polish",
    "A": "Administrators",
}
SECRET = "Not for everybody"
# What signing in and looking around writes is no change.
UNWATCHED = {
    "django_session",
    "wagtailusers_userprofile",
    "wagtailcore_referenceindex",
    "wagtailcore_pagesubscription",
    "wagtailadmin_editingsession",
}


@contextmanager
def rolled_back():
    """Whatever happens inside is undone, also inside another of these."""
    atomic = transaction.atomic()
    # As TestCase marks its own: a public change may begin inside.
    atomic._from_testcase = True
    with atomic:
        yield
        transaction.set_rollback(True)


def digest():
    """What every table holds."""
    tables = sorted({model._meta.db_table for model in apps.get_models(include_auto_created=True)})
    found = {}
    with connection.cursor() as cursor:
        for table in tables:
            if table not in UNWATCHED:
                cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
                rows = repr(sorted(map(repr, cursor.fetchall())))
                found[table] = hashlib.sha256(rows.encode()).hexdigest()
    return found


def clients():
    """A browser for each role, signed in; the visitor's is not."""
    browsers = {"v": Client()}
    for letter, group in ROLES.items():
        browsers[letter] = Client()
        browsers[letter].force_login(
            UserFactory(username=f"role-{letter}", groups=[group_called(group)])
        )
    return browsers


def build(homes):
    """Live items, drafts, private pages, a review and a translation, in two languages."""
    sections = _sections(homes)
    lv = sections["lv"]
    author = UserFactory(username="author", groups=[group_called("Editors")])
    with public_change():
        scenario = SimpleNamespace(
            homes=homes,
            sections=sections,
            live=NewsPageFactory(parent=lv, title="Dzīva ziņa"),
            draft=NewsPageFactory(parent=lv, title=SECRET, published=False, user=author),
            private=NewsPageFactory(parent=lv, title=f"{SECRET} either"),
            reviewed=NewsPageFactory(parent=lv, title="Gaida", published=False, user=author),
            locked=NewsPageFactory(parent=lv, title="Slēgta"),
            event=_past_event(),
            topic=TopicFactory(name="Koks", locale="lv"),
            topic_draft=TopicFactory(name="Māls", locale="lv", published=False),
            image=ImageFactory(),
            author=author,
        )
        PageViewRestriction.objects.create(page=scenario.private, restriction_type="login")
        scenario.private.get_latest_revision()
        scenario.live.title = f"{SECRET} yet"
        scenario.old_revision = scenario.live.get_latest_revision()
        scenario.live = save_draft(scenario.live)
        scenario.locked.locked, scenario.locked.locked_at = True, timezone.now()
        scenario.locked.save()
        source = NewsPageFactory(parent=sections["et"], title="Uudis")
        latvian = Locale.objects.get(language_code="lv")
        scenario.source = source
        scenario.translation = targets.start(source, [latvian])[0]
        scenario.target = source.get_translation(latvian)
        whole = NewsPageFactory(parent=sections["et"], title="Kolmas uudis")
        scenario.whole = targets.start(whole, [latvian])[0]
        translate_all(scenario.whole, "LV {}")
        scenario.untranslated = NewsPageFactory(parent=sections["et"], title="Teine uudis")
        scenario.reviewed = _under_review(scenario.reviewed, author)
        gone = NewsPageFactory(parent=lv, title=f"{SECRET} any more")
        DeletePageAction(gone, user=author).execute(skip_permission_checks=True)
        scenario.deleted = gone.deleted_item
    _uploads(scenario)
    return scenario


def _sections(homes):
    first = NewsIndexPageFactory(parent=homes["et"], title="Uudised")
    made = {"et": first}
    for code in ("lv", "pl"):
        made[code] = NewsIndexPageFactory(
            parent=homes[code], title=f"Section {code}", translation_key=first.translation_key
        )
    made["lv2"] = NewsIndexPageFactory(parent=homes["lv"], title="Other section lv")
    return made


def _past_event():
    then = timezone.now() - timezone.timedelta(days=30)
    return EventPageFactory(
        locale="et", title="Laat", starts_at=then, ends_at=then + timezone.timedelta(hours=2)
    )


def _under_review(page, author):
    page.get_workflow().start(page, author)
    return fresh(page)


def _uploads(scenario):
    scenario.upload = ImportedDocument.objects.create(
        name=f"{SECRET}.txt", uploaded_by=scenario.author, understood={}
    )
    scenario.mail = Outbox.objects.create(
        kind="mail",
        payload={"subject": SECRET, "body": SECRET, "to": ["a@example.org"], "alternatives": []},
    )
