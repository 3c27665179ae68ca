"""What the small fixed region does: who pays, what for, when it happens, who joins."""

import datetime as dt
from decimal import Decimal

from directory import models as directory
from events import models as events
from kogu.demo import factories as make

from .fixture_names import TALLINN, key, named


class Doings:
    """Programmes, strategies, projects, events and clusters."""

    def _money(self, n):
        row = {"locale": self.locale}
        self.fund = named(
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
        self.measure = named(
            make.ProgrammePageFactory, "Measure", n, parent=self.fund, level="measure", fund=""
        )
        self.strategy = named(
            make.StrategyPageFactory, "Strategy", n, period_from=2024, period_to=2035
        )
        self.domain = named(
            make.StrategyGoalPageFactory,
            "Economy",
            n,
            parent=self.strategy,
            level="domain",
            code="1",
        )
        self.goal = named(
            make.StrategyGoalPageFactory, "Selling together", n, parent=self.domain, code="1.1"
        )

    def _project(self, n):
        row = {"locale": self.locale}
        self.project = named(
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
                    places=[("place", self.place)],
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
        self.event = named(
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
            directory.Membership(person=self.person, since=dt.date(2021, 9, 1)),
        ]
        if before:
            members.append(directory.Membership(cluster=before))
        self.cluster = named(
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
