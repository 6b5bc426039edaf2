"""What colleagues type, as whole minor units and millimetres."""

import pytest
from wtforms.validators import ValidationError

from shop.staff.amounts import minor_of, mm_of, written


@pytest.mark.parametrize(
    ("typed", "minor"), [("12", 1200), ("12.5", 1250), ("12,50", 1250), ("0", 0), ("12.", 1200)]
)
def test_an_amount_is_read(typed: str, minor: int) -> None:
    assert minor_of(typed, "EUR") == minor


def test_a_currency_without_cents_takes_none() -> None:
    assert minor_of("1250", "JPY") == 1250
    with pytest.raises(ValidationError):
        minor_of("12.5", "JPY")


def test_what_a_choice_takes_off_may_be_below_zero() -> None:
    assert minor_of("-8", "EUR", may_be_less=True) == -800
    assert minor_of("\N{MINUS SIGN}8.50", "EUR", may_be_less=True) == -850
    with pytest.raises(ValidationError, match="below zero"):
        minor_of("-8", "EUR")
    with pytest.raises(ValidationError):
        minor_of("--8", "EUR", may_be_less=True)


@pytest.mark.parametrize("typed", ["", "ten", "1e3", "1 000", "1.2.3", "NaN", "٣", "1000000"])
def test_what_cannot_be_read_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        minor_of(typed, "EUR")


def test_metres_are_millimetres() -> None:
    assert mm_of("28,2") == 28_200
    assert mm_of("0.005") == 5


def test_an_amount_is_written_as_it_is_typed() -> None:
    assert (written(1250, "EUR"), written(-800, "EUR"), written(1250, "JPY")) == (
        "12.50",
        "-8.00",
        "1250",
    )
