"""Numbers are read as people write them, and what is none is refused, not guessed."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from kogu.base.number_fields import TypedDecimalField, TypedIntegerField

pytestmark = pytest.mark.pure
NARROW, NO_BREAK = "\u202f", "\u00a0"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("12", "12"),
        (" 12 ", "12"),
        ("1 000 000", "1000000"),
        (f"1{NO_BREAK}000", "1000"),
        (f"24{NARROW}000,50", "24000.50"),
        ("-1 234.5", "-1234.5"),
        ("0,5", "0.5"),
    ],
)
def test_a_decimal_number_is_read(typed, number):
    assert TypedDecimalField().clean(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed",
    ["12 34", "1 00", "1000 000", "1 000 00", f"1 000{NO_BREAK}000", "1,234", "1 2,5", "1_0"],
)
def test_what_is_no_decimal_number_is_refused(typed):
    with pytest.raises(ValidationError):
        TypedDecimalField().clean(typed)


def test_a_whole_number_is_read():
    assert TypedIntegerField().clean("1 000 000") == 1_000_000


@pytest.mark.parametrize("typed", ["12 34", "1_0", "1 000,5", "ten"])
def test_what_is_no_whole_number_is_refused(typed):
    with pytest.raises(ValidationError):
        TypedIntegerField().clean(typed)
