"""Payments, refunds and received webhooks as they lie in the database."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, composite, mapped_column, relationship

from shop.infra.db import Model, stored
from shop.infra.steps import Step
from shop.kernel.money import Money
from shop.payments.rules import Move, PayLine, PaymentState, RefundState


class Payment(Model):
    """One attempt to have an amount paid."""

    __tablename__ = "payments"
    __table_args__ = (
        UniqueConstraint("reference", "attempt"),
        Index("ix_payments_open", "state", "asked_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), index=True)
    reference: Mapped[str]
    attempt: Mapped[int]
    amount_minor: Mapped[int]
    currency: Mapped[str]
    state: Mapped[PaymentState] = mapped_column(stored(PaymentState))
    email: Mapped[str]  # for the hosted page; blanked once that is made
    description: Mapped[str]
    kept_lines: Mapped[list[dict[str, Any]]] = mapped_column(JSON)  # rules.PayLine
    success_url: Mapped[str]
    cancel_url: Mapped[str]
    provider_session_id: Mapped[str | None] = mapped_column(unique=True)
    provider_intent_id: Mapped[str | None] = mapped_column(index=True)
    hosted_url: Mapped[str | None]
    opened_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    asked_at: Mapped[datetime]  # when Stripe was last asked, or would have had to tell
    paid_at: Mapped[datetime | None]

    amount: Mapped[Money] = composite("amount_minor", "currency")
    steps: Mapped[list["PaymentStep"]] = relationship(
        order_by="PaymentStep.id", lazy="raise_on_sql", back_populates="payment"
    )
    refunds: Mapped[list["Refund"]] = relationship(
        order_by="Refund.id", lazy="raise_on_sql", back_populates="payment"
    )

    @property
    def lines(self) -> tuple[PayLine, ...]:
        return tuple(PayLine.from_json(kept, self.currency) for kept in self.kept_lines)


class PaymentStep(Step, Model):
    """One move in the life of a payment."""

    __tablename__ = "payment_steps"

    payment_id: Mapped[int] = mapped_column(ForeignKey("payments.id"), index=True)
    move: Mapped[Move] = mapped_column(stored(Move))
    before: Mapped[PaymentState] = mapped_column(stored(PaymentState, "before"))
    after: Mapped[PaymentState] = mapped_column(stored(PaymentState, "after"))

    payment: Mapped[Payment] = relationship(back_populates="steps", lazy="raise_on_sql")


class Refund(Model):
    """Money owed back; `key` is the caller's name for the one thing it is owed for."""

    __tablename__ = "refunds"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    key: Mapped[str] = mapped_column(unique=True)
    payment_id: Mapped[int] = mapped_column(ForeignKey("payments.id"), index=True)
    amount_minor: Mapped[int]
    currency: Mapped[str]
    reason: Mapped[str]
    state: Mapped[RefundState] = mapped_column(stored(RefundState))
    provider_refund_id: Mapped[str | None] = mapped_column(unique=True)
    wanted_at: Mapped[datetime]
    asked_at: Mapped[datetime]  # when Stripe was last asked about it
    settled_at: Mapped[datetime | None]

    amount: Mapped[Money] = composite("amount_minor", "currency")
    payment: Mapped[Payment] = relationship(back_populates="refunds", lazy="raise_on_sql")


class WebhookReceipt(Model):
    """A webhook that was taken in: its name and kind, nothing of what it told."""

    __tablename__ = "webhook_receipts"

    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    received_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
