"""What orders tell the rest of the shop."""

from dataclasses import dataclass

from shop.infra.events import Event


@dataclass(frozen=True, kw_only=True)
class OrderPlaced(Event):
    order_id: int


@dataclass(frozen=True, kw_only=True)
class OrderPaid(Event):
    """The order is paid: it is to be made."""

    order_id: int


@dataclass(frozen=True, kw_only=True)
class OrderCancelled(Event):
    """Somebody took the order back; what was paid for it is owed."""

    order_id: int
    reference: str
    refund_minor: int
    currency: str


@dataclass(frozen=True, kw_only=True)
class OrderExpired(Event):
    """Nobody paid; what was held for the order is free again."""

    order_id: int


@dataclass(frozen=True, kw_only=True)
class OrderShipped(Event):
    order_id: int


@dataclass(frozen=True, kw_only=True)
class OrderClaimed(Event):
    """A guest's order belongs to an account now."""

    reference: str
    person_id: int
