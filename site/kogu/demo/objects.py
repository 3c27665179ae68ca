"""What of the region stands in the database, found again by where it came from."""

from django.apps import apps

from kogu.content.models import Origin

SOURCE = "demo"
MODELS = {
    "home": "home.HomePage",
    "topic": "directory.Topic",
    "place": "directory.Place",
    "area": "directory.Area",
    "person": "directory.Person",
    "organisation": "directory.OrganisationPage",
    "programme": "directory.ProgrammePage",
    "strategy": "directory.StrategyPage",
    "goal": "directory.StrategyGoalPage",
    "cluster": "directory.ClusterPage",
    "project": "directory.ProjectPage",
    "event": "events.EventPage",
    "news": "home.NewsPage",
    "page": "home.InformationPage",
    "accessibility": "home.AccessibilityStatementPage",
    "text": "base.SiteText",
    "menu": "base.Menu",
    "image": "media.KoguImage",
    "section/news": "home.NewsIndexPage",
    "section/events": "events.EventIndexPage",
    "section/organisations": "directory.OrganisationIndexPage",
    "section/clusters": "directory.ClusterIndexPage",
    "section/projects": "directory.ProjectIndexPage",
    "section/programmes": "directory.ProgrammeIndexPage",
    "section/strategies": "directory.StrategyIndexPage",
    "section/topics": "directory.TopicIndexPage",
    "section/places": "directory.PlaceIndexPage",
}


def model_of(ref):
    """The model of what a ref names."""
    kind = ref if ref.startswith("section/") else ref.split("/")[0]
    return apps.get_model(MODELS[kind])


class DemoObjects:
    """The objects of the demo by ref; remembers which items named something not made yet."""

    def __init__(self, today):
        self.today = today
        # The language whose words are told as they were before an item's last change.
        self.early = ""
        self.waiting = set()
        self.telling = None
        self._keys = dict(Origin.objects.filter(source=SOURCE).values_list("identifier", "key"))
        self._found = {}

    def __contains__(self, ref):
        return ref in self._keys

    def __len__(self):
        return len(self._keys)

    def start_item(self, item):
        """Tell an item; one that grew after its translation is told in its first words."""
        self.telling = item.ref
        self.early = item.written_in if "outdated" in item.facts else ""

    def finish_item(self):
        """What is told from now on is told as it is today."""
        self.early = ""

    def add(self, ref, instance):
        """Note where an item came from, so that the next load finds it."""
        key = getattr(instance, "translation_key", None) or instance.uuid
        Origin.objects.create(source=SOURCE, identifier=ref, key=key)
        self._keys[ref] = key
        if "@" not in ref:
            self._found[ref] = instance

    def get(self, ref):
        """What the ref names, or None while it is not made or when it was deleted."""
        if not ref:
            return None
        if ref not in self._found:
            found = self._look_up(ref)
            if found is None:
                self.waiting.add(self.telling)
                return None
            self._found[ref] = found
        return self._found[ref]

    def pk(self, ref):
        """The primary key of what the ref names, or None."""
        found = self.get(ref)
        return found.pk if found else None

    def all(self, kind, names):
        """Those of a kind that are there, in the order of their names."""
        found = (self.get(f"{kind}/{name}") for name in names)
        return [instance for instance in found if instance]

    def _look_up(self, ref):
        if ref not in self._keys:
            return None
        field = "uuid" if ref.startswith("image/") else "translation_key"
        rows = model_of(ref).objects.filter(**{field: self._keys[ref]})
        return rows.order_by("pk").first()
