"""Codes of currencies and countries are understood however they were typed."""

import pytest
from django.core.exceptions import ValidationError
from django.forms import modelform_factory

from directory.models import ProjectPage
from directory.models.project_rows import ProjectPartner

PartnerForm = modelform_factory(ProjectPartner, fields=["country"])


@pytest.mark.parametrize("typed", ["ee", " Ee ", "EE"])
def test_a_country_is_stored_in_capitals(typed):
    form = PartnerForm({"country": typed})

    assert form.is_valid(), form.errors
    assert form.instance.country == "EE"


@pytest.mark.parametrize("typed", ["e1", "QQ", "Eesti"])
def test_what_is_no_country_is_refused(typed):
    assert "country" in PartnerForm({"country": typed}).errors


def test_a_currency_is_stored_in_capitals():
    field = ProjectPage._meta.get_field("currency")

    assert field.clean("eur", None) == "EUR"
    with pytest.raises(ValidationError):
        field.clean("euro", None)
