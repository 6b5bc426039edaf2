"""Who owns the reference is locked before the payment, whoever begins."""

from shop.kernel import clock
from shop.payments import service
from shop.payments.events import PaymentReceived, SettlingBegins
from tests.builders.payments import a_paged_payment


def test_the_owner_is_told_before_the_payment_is_locked(session, app, counter, monkeypatch):
    payment, order = a_paged_payment(session), []
    counter.press("pay", payment)
    monkeypatch.setitem(
        app.extensions,
        "subscriptions",
        {
            SettlingBegins: (lambda session, event: order.append(("begins", event.reference)),),
            PaymentReceived: (lambda session, event: order.append(("received", event.reference)),),
        },
    )

    page = counter.stripe.page(payment.provider_session_id)
    service.note_page(session, page, now=clock.now())

    assert order == [("begins", payment.reference), ("received", payment.reference)]
