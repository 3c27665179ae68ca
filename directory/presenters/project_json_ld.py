"""Projects in schema.org's terms: what they are, who pays and how much."""

from kogu.content.site_urls import absolute
from kogu.presenting import json_ld

RESEARCH = {"horizon"}


def describe(view, chrome):
    """A project with its grants; research projects say so."""
    lead = next((p for p in view.partners if p.role == "lead"), None)
    return {
        "@type": "ResearchProject" if _is_research(view) else "Project",
        "name": view.title,
        "alternateName": view.acronym,
        "description": view.summary,
        "url": absolute(view.url),
        "identifier": [number.number for number in view.numbers],
        "image": json_ld.image(view.sharing_picture),
        "foundingDate": view.start.iso if view.start else None,
        "dissolutionDate": _ended(view),
        "keywords": [tag.lstrip("#") for tag in view.hashtags],
        "sameAs": [link.url for link in view.register_links],
        "parentOrganization": _organisation(lead) if lead else json_ld.organisation(chrome),
        "member": [_organisation(p) for p in view.partners if p is not lead],
        "sponsor": [_programme(card) for card in view.programmes],
        "funding": [_grant(line, view) for line in view.funding if line.money],
    }


def _is_research(view):
    return any((card.facts or {}).get("fund") in RESEARCH for card in view.programmes)


def _ended(view):
    """The end once it is past; a plan is no end."""
    if view.status not in {"finished", "terminated"}:
        return None
    end = view.actual_end or view.planned_end
    return end.iso if end else None


def _organisation(partner):
    page = partner.organisation
    return {
        "@type": "Organization",
        "name": partner.name,
        "url": absolute(page.url) if page else None,
    }


def _programme(card):
    return {"@type": "FundingScheme", "name": card.title, "url": absolute(card.url)}


def _grant(line, view):
    """One source of money; whose it is, if it is known."""
    numbers = [
        number.number
        for number in view.numbers
        if number.programme and line.programme and number.programme.key == line.programme.key
    ]
    return {
        "@type": "MonetaryGrant",
        "name": line.source_label,
        "identifier": numbers[0] if numbers else None,
        "funder": {"@type": "Organization", "name": line.programme.title}
        if line.programme
        else None,
        "amount": {
            "@type": "MonetaryAmount",
            "currency": line.money.currency,
            "value": f"{line.money.amount:.2f}",
        },
    }
