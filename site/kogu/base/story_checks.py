"""Pictures have words and parts of a story are whole, whatever kind of page they stand on."""

from wagtail.fields import StreamField

from .completeness import Problem, also_checks
from .models.hero import HeroMixin
from .presenting.story import story_problems


@also_checks
def pictures_at_the_head_have_words(thing):
    """The picture at the head says something, or is declared to say nothing."""
    return thing.missing_hero_words() if isinstance(thing, HeroMixin) else []


@also_checks
def stories_are_whole(thing):
    """What the parts of its stories lack, in the language of the page."""
    return [
        Problem(field.name, problem)
        for field in thing._meta.fields
        if isinstance(field, StreamField)
        for problem in story_problems(getattr(thing, field.name), thing.locale.language_code)
    ]
