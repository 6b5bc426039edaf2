"""What the customer reads on the page where she pays."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from shop.kernel.errors import Refused
from shop.kernel.money import Money, total
from shop.kernel.texts import gettext as _


@dataclass(frozen=True, kw_only=True)
class PayLine:
    """One line: what it is, what one of it costs (gross, not negative), how many."""

    name: str
    amount: Money
    quantity: int = 1

    def as_json(self) -> dict[str, Any]:
        return {"name": self.name, "minor": self.amount.minor, "quantity": self.quantity}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any], currency: str) -> Self:
        return cls(
            name=kept["name"], amount=Money(kept["minor"], currency), quantity=kept["quantity"]
        )


def check_lines(amount: Money, lines: tuple[PayLine, ...]) -> None:
    """Make sure that the lines add up to the amount, and that there is something to pay.

    Raises Refused for nothing to pay, ValueError for lines that nobody could have meant.
    """
    if amount.minor <= 0:
        raise Refused(_("There is nothing to pay."))
    if any(line.amount.minor < 0 or line.quantity < 1 for line in lines):
        raise ValueError("a line has a negative amount or no quantity")
    if total((line.amount * line.quantity for line in lines), amount.currency) != amount:
        raise ValueError("the lines do not add up to the amount")
