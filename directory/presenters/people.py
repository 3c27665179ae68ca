"""People as other programs get them; they have no page of their own."""

from dataclasses import dataclass

from directory.codes import LANGUAGES_SPOKEN
from directory.models import Person
from kogu.api.fields import PLAIN, api_field
from kogu.api.vocabulary import Codes
from kogu.language.markers import name_in
from kogu.media.pictures import Picture
from kogu.presenting.card_views import CardView
from kogu.presenting.page import PagePresenter
from kogu.presenting.registry import presenter
from kogu.presenting.view_models import PageView


@dataclass(frozen=True)
class PersonView(PageView):
    """Somebody to turn to; people have no page of their own."""

    api_base = PLAIN
    role: str = api_field("What they do")
    organisation: CardView | None = api_field("Where they work")
    photo: Picture | None = api_field("Their photo", name="image")
    email: str = api_field("E-mail")
    phone: str = api_field("Phone")
    languages_spoken: tuple[str, ...] = api_field(
        "Codes of the languages they speak", codes=Codes("language", LANGUAGES_SPOKEN)
    )
    language_names: tuple[str, ...]


@presenter(Person)
class PersonPresenter(PagePresenter):
    """Somebody whose name may be published."""

    view = PersonView
    shows_incoming = False
    has_related = False

    def sharing_image_id(self):
        """Their photo."""
        return self.instance.photo_id

    def fields(self, resolved):
        """Role, organisation and how to reach them."""
        person = self.instance
        workplace = self.relations.targets("organisation", "works_for")
        return {
            **super().fields(resolved),
            "summary": person.role,
            "organisation": resolved.card(workplace[0]) if workplace else None,
            "photo": resolved.picture(person.photo_id, sizes="card"),
            "languages_spoken": tuple(person.languages_spoken or ()),
            "language_names": tuple(
                name_in(code, self.reader.locale) for code in person.languages_spoken or ()
            ),
        }
