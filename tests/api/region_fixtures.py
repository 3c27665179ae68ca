"""A small fixed region with something of every kind, every row and every block in it."""

import datetime as dt

from directory import models as directory
from events import models as events
from kogu.demo import factories as make

from .activity_fixtures import Doings
from .fixture_names import LOCALE, NOW, key, named, picture

__all__ = ["NOW", "Scenario", "key"]


class Scenario(Doings):
    """Items of every kind, numbered; `grow()` adds one more of each."""

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
        self.organisation = named(
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

    def _pages(self, n):
        row = {"locale": self.locale}
        contact = directory.PageContact(
            person=self.person, role="manager", translation_key=key("contact", n), **row
        )
        self.news = named(
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
        self.information = named(make.InformationPageFactory, "About us", n, topics=[self.topic])

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
        embed = {
            "medium": "map",
            "title": "All stops",
            "url": "https://umap.openstreetmap.fr/en/map/stops_1",
            "text": "Eleven stops.",
        }
        step = {"when": "2021", "title": "The start", "text": "<p>Together.</p>"}
        return make.story(
            ("rich_text", {"text": link}),
            ("heading", {"text": "What comes next", "level": "2"}),
            ("quote", {"text": "Now I know nine.", "attribution": "Liis", "role": "weaver"}),
            ("call_to_action", {"label": "Come", "url": "https://tule.example/"}),
            ("image", {**picture, "is_decorative": False}),
            ("gallery", {"title": "", "pictures": make.items([picture, picture])}),
            ("document_list", {"title": "", "documents": make.items([self.document.pk])}),
            ("video", {"title": "A film", "url": "https://vimeo.com/76979871", "poster": None}),
            ("embed", {**embed, "poster": self.image.pk}),
            ("table", {"caption": "Visits", "table": table}),
            ("key_figures", {"title": "", "figures": make.items([{"number": "34", "label": "x"}])}),
            ("timeline", {"title": "", "steps": make.items([step, step])}),
            ("accordion", {"title": "", "items": make.items([answer])}),
            ("related_pages", {"title": "", "pages": make.items([self.organisation.pk])}),
            ("project_card", {"title": "", "pages": make.items([self.project.pk])}),
            ("event_list", {"title": "", "pages": make.items([self.event.pk])}),
            ("people", {"title": "", "people": make.items([self.person.pk])}),
            ("contact", {"title": "", "people": make.items([self.person.pk])}),
        )
