"""What the region's site needs beside its pages: pictures, accounts, menus, words."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from wagtail.models import Page, Site

from home.models import HomePage
from kogu.content.models import SiteSettings, SocialLink
from kogu.delivery.changes import public_change
from kogu.editorial import roles
from kogu.editorial.models import RoleGrant

from .factories import ImageFactory, MenuFactory, SiteFactory, SiteTextFactory
from .factories.base import locale_of
from .region_files import LANGUAGES, picture_files, table
from .translations import translate


def languages():
    """The languages of the site, made when they are missing."""
    with public_change():
        return {code: locale_of(code) for code in LANGUAGES}


def pictures(objects):
    """Upload what is missing, with words in every language."""
    words = table("images.toml")
    for name, path in picture_files().items():
        ref = f"image/{name}"
        if ref in objects:
            continue
        with public_change():
            image = ImageFactory(
                title=name.replace("-", " ").capitalize(),
                data=path.read_bytes(),
                filename=path.name,
                alt=words[name],
                credit="",
                licence="" if name == "eu-emblem" else "cc-by-4.0",
            )
            objects.add(ref, image)


def create_site(objects):
    """The site answers with the region's home page; Wagtail's welcome page goes."""
    root = objects.get("home/home")
    if Site.objects.filter(root_page=root).exists():
        return
    address = urlsplit(settings.WAGTAILADMIN_BASE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    SiteFactory(hostname=address.hostname, port=port, root_page=Page.objects.get(pk=root.pk))
    ours = HomePage.objects.values_list("pk", flat=True)
    with public_change():
        for page in Page.objects.filter(depth=2).exclude(pk__in=ours):
            page.specific.delete()


def texts_and_menus(objects, staff):
    """The site's names, its menus and its settings."""
    site = table("site.toml")
    _site_settings(site, objects)
    if "text/site" not in objects:
        _in_every_language(
            "text/site", objects, staff, lambda code: (SiteTextFactory, site["words"][code])
        )
    for position, refs in site["menus"].items():
        ref = f"menu/{position}"
        if ref not in objects:
            pages = [objects.get(_full(each)) for each in refs]
            values = {"position": position, "pages": [page for page in pages if page]}
            _in_every_language(
                ref, objects, staff, lambda _code, values=values: (MenuFactory, values)
            )


def _full(ref):
    return ref if "/" in ref else f"{ref}/{ref}"


def _in_every_language(ref, objects, staff, factory_in):
    first, *others = LANGUAGES
    factory, values = factory_in(first)
    with public_change():
        source = factory(locale=first, **values)
        objects.add(ref, source)
    for code in others:
        factory, values = factory_in(code)
        with public_change():
            target_instance = factory.build(locale=code, **values)
            translate(source, target_instance, code, staff.get(f"translator-{code}"))


def _site_settings(site, objects):
    with public_change():
        held = SiteSettings.load()
    if held.organisation_name:
        return
    held.organisation_name = site["organisation_name"]
    held.organisation = objects.get(site["organisation"])
    held.registry_code = site["registry_code"]
    held.email, held.phone, held.address = site["email"], site["phone"], site["address"]
    held.accent_colour = site["accent"]
    held.website_grant = objects.get(site["website_grant"])
    held.social_links = [SocialLink(name=name, url=url) for name, url in site["social"]]
    with public_change():
        held.save()


def accounts(password):
    """One person for each role; those who are there keep their password."""
    User = get_user_model()
    people = {}
    for username, data in table("site.toml")["accounts"].items():
        first, last = data["name"]
        user, created = User.objects.get_or_create(
            username=username,
            defaults={
                "first_name": first,
                "last_name": last,
                "email": f"{username}@koivamaa.example",
            },
        )
        if created:
            user.set_password(password)
            user.save()
            _give_language(user, data["language"])
        people[username] = user
    return people


def _give_language(user, code):
    from wagtail.users.models import UserProfile

    profile = UserProfile.get_for_user(user)
    profile.preferred_language = code
    profile.save()


def join_groups(people):
    """Roles exist once the languages have their home pages."""
    roles.ensure_roles()
    for username, data in table("site.toml")["accounts"].items():
        grant = RoleGrant.objects.filter(role=data["group"], what="group").first()
        if grant and not people[username].groups.exists():
            people[username].groups.add(grant.group)
