"""A small fixed region with something of every kind, every row and every block in it."""

import datetime as dt
import uuid
from decimal import Decimal
from zoneinfo import ZoneInfo

from directory import models as directory
from events import models as events
from kogu.delivery.changes import public_change
from kogu.demo import factories as make

NAMES = uuid.UUID("0c1f8f0e-1111-4a4a-9a9a-5a5a5a5a5a5a")
NOW = dt.datetime(2026, 6, 1, 9, 0, tzinfo=dt.UTC)
LOCALE = "en"
TALLINN = ZoneInfo("Europe/Tallinn")


def key(*name):
    """The id of a thing of this world."""
    return uuid.uuid5(NAMES, "/".join(map(str, name)))


def _named(factory, name, n, /, **fields):
    fields.setdefault("locale", LOCALE)
    return factory(title=f"{name} {n}", translation_key=key(name, n), **fields)


def picture(name, width):
    """An image with two files, as the worker would have made them."""
    image = make.ImageFactory(title=name, uuid=key("image", name), size=(width, 427))
    files = [
        {"format": form, "width": width, "height": 427, "name": f"{name}.{form}"}
        for form in ("jpeg", "webp")
    ]
    with public_change():
        type(image).objects.filter(pk=image.pk).update(variants=files)
    return make.fresh(image)


class World:
    """Things of every kind, numbered; `grow()` adds one more of each."""

    def __init__(self):
        self.locale = make.locale_of(LOCALE)
        self.size = 0
        self._sections()
        self.document = make.DocumentFactory(title="Statutes")
        self.emblem = picture("emblem", 64)

    def _sections(self):
        for name in ("News", "Topic", "Place", "Organisation", "Cluster", "Programme"):
            factory = getattr(make, f"{name}IndexPageFactory")
            factory(locale=LOCALE, title=f"{name}", translation_key=key("section", name))
        for name in ("Strategy", "Project", "Event"):
            factory = getattr(make, f"{name}IndexPageFactory")
            factory(locale=LOCALE, title=f"{name}", translation_key=key("section", name))

    def grow(self):
        """One more of every kind, related to each other."""
        self.size += 1
        n = self.size
        self.image = picture(f"meierei-{n}", 640)
        self._places(n)
        self._who(n)
        self._money(n)
        self._project(n)
        self._event(n)
        self._clusters(n)
        self._pages(n)
        return self

    def _places(self, n):
        self.topic = make.TopicFactory(
            locale=LOCALE,
            name=f"Crafts {n}",
            translation_key=key("topic", n),
            description="What hands make.",
            parent=getattr(self, "topic", None),
        )
        self.place = make.PlaceFactory(
            locale=LOCALE, name=f"Parish {n}", translation_key=key("place", n)
        )
        self.venue = make.PlaceFactory(
            locale=LOCALE,
            name=f"Dairy {n}",
            translation_key=key("venue", n),
            place_kind="venue",
            parent=self.place,
            address="Dairy 1",
            accessibility="Two steps.",
            nuts_code="EE008",
            local_code="0698",
        )
        self.area = make.AreaFactory(
            locale=LOCALE, name=f"Koivamaa {n}", translation_key=key("area", n), of=[self.place]
        )

    def _who(self, n):
        row = {"locale": self.locale}
        self.organisation = _named(
            make.OrganisationPageFactory,
            "Koivakangas",
            n,
            topics=[self.topic],
            places=[self.venue],
            sectors=["textile", "crafts"],
            logo=self.image,
            hero_image=self.image,
            hero_alt="A loom",
            legal_name="OÜ Koivakangas",
            short_name="KK",
            registry_code=f"1234567{n}",
            founded=dt.date(2004, 9, 1),
            founded_precision="season",
            email="info@koivakangas.example",
            phone="+372 5555 5555",
            website="https://koivakangas.example/",
            profile_email="salajane@koivakangas.example",
            opening_hours=[
                directory.OpeningHours(
                    weekday=day,
                    opens=dt.time(9),
                    closes=dt.time(17),
                    translation_key=key("hours", n, day),
                    **row,
                )
                for day in (1, 2)
            ],
            documents=[
                directory.OrganisationDocument(
                    document=self.document, title="Statutes", translation_key=key("doc", n), **row
                )
            ],
            socials=[directory.OrganisationSocial(name="Mastodon", url="https://m.example/@kk")],
        )
        self.person = make.PersonFactory(
            locale=LOCALE,
            name=f"Mari Maasikas {n}",
            translation_key=key("person", n),
            organisation=self.organisation,
            photo=self.image,
            email="mari@koivakangas.example",
            phone="+372 5555 0000",
            languages_spoken=["et", "lv"],
        )

    def _money(self, n):
        row = {"locale": self.locale}
        self.fund = _named(
            make.ProgrammePageFactory,
            "Interreg Eesti-Läti",
            n,
            level="programme",
            code="2021TC16RFCB001",
            short_name="EE-LV",
            period_from=2021,
            period_to=2027,
            website="https://estlat.example/",
            statement="Co-funded by the European Union",
            emblem=self.emblem,
            bodies=[
                directory.ProgrammeBody(
                    name="State Shared Service Centre",
                    role="managing_authority",
                    emblem=self.emblem,
                    translation_key=key("body", n),
                    **row,
                )
            ],
            rules=[
                directory.ProgrammeRule(
                    number_pattern=r"EE-LV\d{5}",
                    number_example="EE-LV00078",
                    required_fields=["acronym", "objective"],
                    keep_years=5,
                    keep_anchor="end",
                )
            ],
            thresholds=[
                directory.ProgrammeThreshold(
                    amount="100000.00", duty="A plaque.", translation_key=key("duty", n), **row
                )
            ],
            checklist=[
                directory.ChecklistItem(
                    text="A poster hangs.", translation_key=key("check", n), **row
                )
            ],
        )
        self.measure = _named(
            make.ProgrammePageFactory, "Measure", n, parent=self.fund, level="measure", fund=""
        )
        self.strategy = _named(
            make.StrategyPageFactory, "Strategy", n, period_from=2024, period_to=2035
        )
        self.domain = _named(
            make.StrategyGoalPageFactory,
            "Economy",
            n,
            parent=self.strategy,
            level="domain",
            code="1",
        )
        self.goal = _named(
            make.StrategyGoalPageFactory, "Selling together", n, parent=self.domain, code="1.1"
        )

    def _project(self, n):
        row = {"locale": self.locale}
        self.project = _named(
            make.ProjectPageFactory,
            "Creative border",
            n,
            acronym="PIIR",
            topics=[self.topic],
            places=[self.place],
            hero_image=self.image,
            hero_alt="A sales desk",
            focus="Crafts across the border.",
            total_budget=Decimal("24000.00"),
            stated_status="",
            programme=self.measure,
            number=f"EE-LV0007{n}",
            hashtags="#loovpiir",
            prepared_by=self.person,
            prepared_on=dt.date(2024, 8, 1),
            prepared_on_precision="month",
            last_verified=dt.date(2026, 5, 1),
            funding_lines=[
                directory.FundingLine(source="eu_fund", programme=self.measure, amount="20000.00"),
                directory.FundingLine(source="own", amount="4000.00"),
            ],
            project_partners=[
                directory.ProjectPartner(
                    organisation=self.organisation, role="lead", country="EE", budget="14000.00"
                ),
                directory.ProjectPartner(name="Valmieras novads", role="partner", country="LV"),
            ],
            project_goals=[directory.ProjectGoal(goal=self.goal)],
            register_links=[
                directory.RegisterLink(register="keep", url="https://keep.eu/projects/1/")
            ],
            activities=[
                directory.ProjectActivity(
                    description="A travelling exhibition",
                    planned_start=dt.date(2025, 6, 1),
                    planned_start_precision="season",
                    quantity=4,
                    unit="stops",
                    status="done",
                    place=self.place,
                    translation_key=key("activity", n),
                    **row,
                )
            ],
            indicators=[
                directory.ProjectIndicator(
                    name="Joint orders", target=40, achieved=12, translation_key=key("i", n), **row
                )
            ],
            deliverables=[
                directory.ProjectDeliverable(
                    title="A guide", document=self.document, translation_key=key("d", n), **row
                )
            ],
            amendments=[
                directory.ProjectAmendment(
                    what="End",
                    old="2026",
                    new="2027",
                    changed_on=dt.date(2025, 1, 1),
                    changed_on_precision="year",
                    translation_key=key("a", n),
                    **row,
                )
            ],
        )

    def _event(self, n):
        row = {"locale": self.locale}
        start = dt.datetime(2026, 6, 10 + n, 18, 0, tzinfo=TALLINN)
        self.event = _named(
            make.EventPageFactory,
            "Morning coffee",
            n,
            starts_at=start,
            ends_at=start + dt.timedelta(hours=2),
            venue=self.venue,
            room="Hall",
            hero_image=self.image,
            hero_alt="Coffee",
            topics=[self.topic],
            organisations=[(self.organisation, "organiser")],
            projects=[(self.project, "funded_by")],
            held_in=["et", "lv"],
            ages_from=16,
            attendance="hybrid",
            join_link="https://secret.example/meeting",
            registration_url="https://registreeru.example/",
            event_clusters=[],
            sessions=[
                events.EventSession(
                    title="Opening words", starts=dt.time(18), translation_key=key("s", n), **row
                )
            ],
            speakers=[
                events.EventSpeaker(person=self.person, translation_key=key("sp", n), **row),
                events.EventSpeaker(name="Jānis", translation_key=key("sp2", n), **row),
            ],
            materials=[
                events.EventMaterial(document=self.document, translation_key=key("m", n), **row)
            ],
        )

    def _clusters(self, n):
        row = {"locale": self.locale}
        before = getattr(self, "cluster", None)
        members = [
            directory.Membership(organisation=self.organisation, role="chair", private_note="hush"),
            directory.Membership(person=self.person),
        ]
        if before:
            members.append(directory.Membership(cluster=before))
        self.cluster = _named(
            make.ClusterPageFactory,
            "Creative cluster",
            n,
            established=dt.date(2021, 9, 1),
            established_precision="season",
            area=self.area,
            places=[self.venue],
            logo=self.image,
            website="https://klaster.example/",
            coordinating_organisation=self.organisation,
            coordinator=self.person,
            memberships=members,
            goals=[directory.ClusterGoal(text="Sell together", translation_key=key("g", n), **row)],
            founders=[directory.ClusterFounder(organisation=self.organisation)],
            partners=[directory.ClusterPartner(name="The neighbours")],
            supporters=[
                directory.ClusterSupporter(
                    programme=self.fund,
                    project=self.project,
                    purpose="Exhibition",
                    starts_on=dt.date(2024, 9, 1),
                    starts_on_precision="month",
                    translation_key=key("su", n),
                    **row,
                )
            ],
            strategy_documents=[
                directory.StrategyDocument(
                    document=self.document, translation_key=key("sd", n), **row
                )
            ],
        )

    def _pages(self, n):
        row = {"locale": self.locale}
        contact = directory.PageContact(
            person=self.person, role="manager", translation_key=key("contact", n), **row
        )
        self.news = _named(
            make.NewsPageFactory,
            "The dairy opened",
            n,
            hero_image=self.image,
            hero_alt="Dairy",
            story=self.story(),
            topics=[self.topic],
            places=[self.place],
            organisations=[self.organisation],
            projects=[(self.project, "funded_by")],
            page_contacts=[contact],
            news_clusters=[directory.NewsCluster(cluster=self.cluster)],
            news_people=[directory.NewsPerson(person=self.person)],
            news_events=[events.NewsEvent(event=self.event)],
        )
        self.information = _named(make.InformationPageFactory, "About us", n, topics=[self.topic])

    def story(self):
        """A story with every block in it."""
        picture = {"image": self.image.pk, "alt": "", "caption": "At night", "credit": ""}
        answer = {"title": "Must I?", "text": "<p>No.</p>"}
        table = {
            "columns": [
                {"type": "text", "heading": "Month"},
                {"type": "text", "heading": "Visitors"},
            ],
            "rows": [{"values": ["May", "7"]}],
            "caption": "",
        }
        link = f'<p><a linktype="page" id="{self.project.pk}">The project</a></p>'
        step = {"when": "2021", "title": "The start", "text": "<p>Together.</p>"}
        return make.story(
            ("rich_text", {"text": link}),
            ("heading", {"text": "What comes next", "level": "2"}),
            ("quote", {"text": "Now I know nine.", "attribution": "Liis", "role": "weaver"}),
            ("call_to_action", {"label": "Come", "url": "https://tule.example/"}),
            ("image", {**picture, "is_decorative": False}),
            ("gallery", {"title": "", "pictures": make.items([picture, picture])}),
            ("document_list", {"title": "", "documents": make.items([self.document.pk])}),
            ("table", {"caption": "Visits", "table": table}),
            ("key_figures", {"title": "", "figures": make.items([{"number": "34", "label": "x"}])}),
            ("timeline", {"title": "", "steps": make.items([step])}),
            ("accordion", {"title": "", "items": make.items([answer])}),
            ("related_pages", {"title": "", "pages": make.items([self.organisation.pk])}),
            ("project_card", {"title": "", "pages": make.items([self.project.pk])}),
            ("event_list", {"title": "", "pages": make.items([self.event.pk])}),
            ("people", {"title": "", "people": make.items([self.person.pk])}),
            ("contact", {"title": "", "people": make.items([self.person.pk])}),
        )
