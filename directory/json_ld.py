"""Organisations, clusters and places in schema.org's terms."""

from kogu.content.site_urls import absolute
from kogu.presenting import json_ld

from .models import Place

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Schema.org's types of organisations; the others are plain organisations.
ORGANISATION_TYPES = {
    "public": "GovernmentOrganization",
    "company": "Corporation",
    "education": "EducationalOrganization",
    "research": "ResearchOrganization",
    "association": "NGO",
    "foundation": "NGO",
    "creative": "ProfessionalService",
}


def organisation(view, chrome):
    """An organisation, with address and opening hours where they are known."""
    return {
        "@type": ORGANISATION_TYPES.get(view.organisation_kind, "Organization"),
        "name": view.title,
        "legalName": view.legal_name,
        "alternateName": view.short_name,
        "identifier": view.registry_code,
        "description": view.summary,
        "url": absolute(view.url),
        "logo": json_ld.image(view.logo),
        "image": json_ld.image(view.sharing_picture),
        "email": view.email,
        "telephone": view.phone,
        "sameAs": [url for url in (view.website, *(s.url for s in view.socials)) if url],
        "location": {
            "@type": "Place",
            "address": view.address,
            "geo": _geo(view),
            "openingHoursSpecification": [_hours(each) for each in view.opening_hours],
        }
        if view.address or view.latitude is not None or view.opening_hours
        else None,
        "memberOf": [_named("Organization", card) for card in view.member_of],
    }


def cluster(view, chrome):
    """A cluster, with those who belong to it."""
    coordinator = view.coordinating_organisation
    return {
        "@type": "Organization",
        "name": view.title,
        "description": view.summary,
        "slogan": view.mission,
        "url": absolute(view.url),
        "sameAs": view.website,
        "logo": json_ld.image(view.logo),
        "image": json_ld.image(view.sharing_picture),
        "parentOrganization": _named("Organization", coordinator) if coordinator else None,
        "member": [
            _named("Person" if group.kind == "person" else "Organization", member.card)
            for group in view.members
            for member in group.members
        ],
        "founder": [_party(party) for party in view.founders],
        "funder": [_party(party) for party in view.supporters],
    }


def place(view, chrome):
    """A place on the map."""
    kinds = {
        Place.Kind.COUNTRY: "Country",
        Place.Kind.VENUE: "Place",
    }
    return {
        "@type": kinds.get(view.place_kind, "AdministrativeArea" if view.place_kind else "Place"),
        "name": view.title,
        "description": view.summary,
        "address": view.address,
        "geo": _geo(view),
        "url": absolute(view.url),
        "containedInPlace": _named("Place", view.above[-1]) if view.above else None,
    }


def _geo(view):
    if view.latitude is None or view.longitude is None:
        return None
    return {
        "@type": "GeoCoordinates",
        "latitude": view.latitude,
        "longitude": view.longitude,
    }


def _hours(hours):
    return {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": [DAYS[day - 1] for day in hours.weekdays],
        "opens": hours.opens.isoformat("minutes") if hours.opens else None,
        "closes": hours.closes.isoformat("minutes") if hours.closes else None,
        "validFrom": hours.valid_from,
        "validThrough": hours.valid_until,
    }


def _named(kind, card):
    return {"@type": kind, "name": card.title, "url": absolute(card.url) or None}


def _party(party):
    url = absolute(party.organisation.url) if party.organisation else None
    return {"@type": "Organization", "name": party.name, "url": url}
