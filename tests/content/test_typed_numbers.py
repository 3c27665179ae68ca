"""Numbers are read as people write them, and what is none is refused, not guessed."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.forms import modelform_factory
from django.utils.translation import override
from wagtail.admin.forms.models import WagtailAdminModelForm

from directory.models import Place
from directory.models.project_rows import ProjectPartner
from kogu.content.number_fields import TypedDecimalField, TypedIntegerField

NARROW, NO_BREAK = "\u202f", "\u00a0"
LANGUAGES = ["et", "lv", "pl", "en"]


@pytest.fixture(params=LANGUAGES)
def language(request):
    with override(request.param):
        yield request.param


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12", "12"),
        (" 12 ", "12"),
        ("1 000 000", "1000000"),
        (f"1{NO_BREAK}000", "1000"),
        (f"24{NARROW}000,50", "24000.50"),
        ("-1 234.5", "-1234.5"),
        ("−5", "-5"),
        ("0,5", "0.5"),
        ("125 000,50", "125000.50"),
        (f"125{NO_BREAK}000,50", "125000.50"),
        ("125.000,50", "125000.50"),
        ("125,000.50", "125000.50"),
        ("125000.5", "125000.5"),
        ("125000,5", "125000.5"),
        ("1.250.000", "1250000"),
        ("1,250,000", "1250000"),
        ("1.250.000,5", "1250000.5"),
        ("1'250'000.50", "1250000.50"),
        ("0,125", "0.125"),
        ("1250,125", "1250.125"),
    ],
)
def test_a_decimal_number_is_read_in_every_language(typed, number, language):
    assert TypedDecimalField().clean(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed",
    [
        *("12 34", "1 00", "1000 000", "1 000 00", f"1 000{NO_BREAK}000", "1 2,5", "1_0"),
        *("1.25.000", "1,2,3", "1,2.3,4", "125.00,50.1", "ten", "5 €", "1e5", "NaN", "--5", "١٢"),
    ],
)
def test_what_is_no_decimal_number_is_refused(typed, language):
    with pytest.raises(ValidationError):
        TypedDecimalField().clean(typed)


@pytest.mark.parametrize("language", ["et", "lv", "pl"])
def test_a_mark_before_three_digits_separates_thousands_unless_it_is_the_languages_own(language):
    amount = TypedDecimalField(max_digits=14, decimal_places=2)
    with override(language):
        assert amount.clean("125.000") == 125_000
        with pytest.raises(ValidationError) as refused:
            amount.clean("125,000")

    (message,) = refused.value.messages
    assert f"125{NO_BREAK}000" in message


def test_in_english_it_is_the_other_way_round():
    amount = TypedDecimalField(max_digits=14, decimal_places=2)
    with override("en"):
        assert amount.clean("125,000") == 125_000
        with pytest.raises(ValidationError, match="may mean 125,000 or 125"):
            amount.clean("125.000")


def test_degrees_have_no_thousands(language):
    field = form_of(Place, "latitude").fields["latitude"]

    assert field.clean("58.385") == field.clean("58,385") == Decimal("58.385")


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("et", f"125{NO_BREAK}000,50"),
        ("lv", f"125{NO_BREAK}000,50"),
        ("pl", f"125{NO_BREAK}000,50"),
        ("en", "125,000.50"),
    ],
)
def test_an_amount_is_shown_as_its_language_writes_it_and_read_again(language, shown):
    with override(language):
        form = form_of(ProjectPartner, "budget", budget=Decimal("125000.5"))
        field = form.fields["budget"]

        assert form["budget"].value() == shown
        assert field.clean(shown) == Decimal("125000.50")
        assert not field.has_changed(Decimal("125000.50"), shown)


def test_whole_amounts_and_degrees_are_shown_without_zeros(language):
    amount = TypedDecimalField(decimal_places=2, max_digits=14)
    degrees = TypedDecimalField(decimal_places=6, max_digits=9)

    assert amount.prepare_value(Decimal("500.00")) == "500"
    assert degrees.prepare_value(Decimal("58.380000"))[-2:] == "38"
    assert amount.prepare_value(None) is None
    assert amount.prepare_value("viis") == "viis"


def form_of(model, name, **values):
    """The admin's form of one field."""
    form_class = modelform_factory(model, form=WagtailAdminModelForm, fields=[name])
    return form_class(initial=values)


@pytest.mark.parametrize("typed", ["1 000 000", "1000000", "1.000.000"])
def test_a_whole_number_is_read(typed, language):
    assert TypedIntegerField().clean(typed) == 1_000_000


@pytest.mark.parametrize("typed", ["12 34", "1_0", "1 000,5", "ten", "1.5"])
def test_what_is_no_whole_number_is_refused(typed, language):
    with pytest.raises(ValidationError):
        TypedIntegerField().clean(typed)


@pytest.mark.parametrize(
    "typed",
    [
        *("125 000 €", "125 000€", "€125 000", "€ 125 000", "125.000,00 EUR", "eur 125 000"),
        *("125 000 eurot", "125 000 euro", "125000 €\u00a0"),
    ],
)
def test_an_amount_may_stand_beside_its_currency(typed, language):
    assert posted_amount(typed, currency="EUR") == 125_000


@pytest.mark.parametrize(
    ("typed", "currency", "amount"),
    [
        ("125 000 zł", "PLN", 125_000),
        ("125 000 złotych", "pln", 125_000),
        ("CHF 125 000", "CHF", 125_000),
        ("125 000 €", "", 125_000),
        ("125 000 €", "PLN", None),
        ("125 000 zł", "EUR", None),
        ("umbes 5 €", "EUR", None),
        ("€ 5 €", "EUR", None),
        ("€", "EUR", None),
    ],
)
def test_an_amount_beside_another_currency_is_no_number(typed, currency, amount, language):
    if amount is None:
        with pytest.raises(ValidationError):
            posted_amount(typed, currency)
    else:
        assert posted_amount(typed, currency) == amount


def test_an_amount_of_a_row_is_in_the_currency_of_its_row_or_else_of_the_page():
    field = form_of(ProjectPartner, "budget").fields["budget"]
    posted = {"rows-0-budget": "5 zł", "rows-0-currency": "PLN", "currency": "EUR"}
    on_page = {"rows-0-budget": "5 zł", "currency": "PLN"}

    for data in (posted, on_page):
        assert field.clean(field.widget.value_from_datadict(data, {}, "rows-0-budget")) == 5


def posted_amount(typed, currency):
    field = form_of(ProjectPartner, "budget").fields["budget"]
    data = {"budget": typed, "currency": currency}
    return field.clean(field.widget.value_from_datadict(data, {}, "budget"))
