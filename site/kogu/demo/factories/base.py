"""What every factory of a page or a public snippet shares."""

import factory
from django.conf import settings
from factory.django import DjangoModelFactory
from wagtail.models import Locale, Page

from kogu.content.slugs import slug_of

from .publishing import place


def locale_of(code):
    """The language's row, made when it is missing."""
    if isinstance(code, Locale):
        return code
    return Locale.objects.get_or_create(language_code=code)[0]


class LivingFactory(DjangoModelFactory):
    """A page or snippet in one language; published unless `published=False`."""

    class Meta:
        abstract = True

    locale = settings.LANGUAGE_CODE
    published = True
    user = None

    @classmethod
    def _build(cls, model_class, *args, **kwargs):
        for name in ("published", "user"):
            kwargs.pop(name, None)
        kwargs["locale"] = locale_of(kwargs["locale"])
        return model_class(*args, **kwargs)

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        options = {"published": kwargs["published"], "user": kwargs["user"]}
        return place(cls._build(model_class, *args, **kwargs), **options)


class PageFactory(LivingFactory):
    """A page below `parent`, else below the section where its type lives.

    Rows go in by their relation's name: `page_topics=[PageTopic(topic=…)]`; the
    short forms `topics`, `places`, `organisations` and `projects` take what the
    rows name, the last two also as `(item, role)`.
    """

    class Meta:
        abstract = True

    parent = None
    title = factory.Sequence(lambda n: f"Page {n}")
    slug = factory.LazyAttribute(lambda page: slug_of(page.title))
    topics = ()
    places = ()
    organisations = ()
    projects = ()

    @classmethod
    def _build(cls, model_class, *args, **kwargs):
        from .rows import relation_rows

        kwargs.pop("parent", None)
        return super()._build(model_class, *args, **relation_rows(kwargs))

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        parent = kwargs.get("parent")
        if parent is None:
            parent = section_for(model_class, kwargs["locale"])
        elif kwargs["locale"] == settings.LANGUAGE_CODE:
            kwargs["locale"] = parent.locale
        options = {"published": kwargs["published"], "user": kwargs["user"]}
        page = cls._build(model_class, *args, **kwargs)
        page.slug = free_slug(parent, page.slug)
        return place(page, Page.objects.get(pk=parent.pk), **options)


def free_slug(parent, slug):
    """The slug, or the first numbered form of it that no sibling has."""
    taken = set(
        Page.objects.filter(path__startswith=parent.path, depth=parent.depth + 1).values_list(
            "slug", flat=True
        )
    )
    candidates = (slug, *(f"{slug}-{n}" for n in range(2, len(taken) + 3)))
    return next(each for each in candidates if each not in taken)


def section_for(model, locale):
    """The page below which pages of the type live in a language, made when it is missing."""
    above = next(parent for parent in model.clean_parent_page_models() if parent is not model)
    if above is Page:
        return Page.objects.get(depth=1)
    found = above.objects.filter(locale=locale_of(locale)).order_by("path").first()
    return found or factory_of(above)(locale=locale, **_translation_of(above))


def _translation_of(model):
    """A section is a translation of the same section in another language."""
    other = model.objects.order_by("path").first()
    return {"translation_key": other.translation_key} if other else {}


def factory_of(model):
    """The factory that makes the model."""
    return next(each for each in _below(LivingFactory) if each._meta.model is model)


def _below(cls):
    for each in cls.__subclasses__():
        if each._meta.model is not None:
            yield each
        yield from _below(each)
