"""The counter's side of Stripe's API: sessions, refunds, idempotency keys, errors in its form."""

import hashlib
from collections.abc import Callable
from typing import Any

from flask import Blueprint, Response, jsonify, request, url_for

from shop.payments.gateways.counter import dealings, documents, keys
from shop.payments.gateways.counter.asked import Fault, expect, nested
from shop.payments.gateways.counter.desk import dealing, desk, session_of, version
from shop.payments.gateways.counter.store import Document, Store

blueprint = Blueprint("api", __name__, url_prefix="/v1")


@blueprint.before_request
def check_key() -> None:
    if request.headers.get("Authorization") != f"Bearer {keys.API_KEY}":
        raise Fault("Invalid API Key provided.", status=401)


@blueprint.errorhandler(Fault)
def tell(fault: Fault) -> tuple[Response, int]:
    return jsonify(fault.body), fault.status


@blueprint.post("/checkout/sessions")
def create_session() -> Response:
    def work(store: Store, asked: dict[str, Any]) -> Document:
        session = documents.new_session(asked, now=desk().now())
        session["url"] = url_for("pages.show", name=session["id"], _external=True)
        return dealings.open_session(store, session)

    return _once(work)


@blueprint.get("/checkout/sessions/<name>")
def retrieve_session(name: str) -> Response:
    with dealing() as store:
        return jsonify(_expanded(store, session_of(store, name)))


@blueprint.post("/checkout/sessions/<name>/expire")
def expire_session(name: str) -> Response:
    def work(store: Store, asked: dict[str, Any]) -> Document:
        expect(asked, frozenset())
        session = session_of(store, name)
        dealings.expire(store, session, now=desk().now(), version=version())
        return session

    return _once(work)


@blueprint.post("/refunds")
def create_refund() -> Response:
    return _once(
        lambda store, asked: dealings.refund(store, asked, now=desk().now(), version=version())
    )


@blueprint.get("/refunds/<name>")
def retrieve_refund(name: str) -> Response:
    with dealing() as store:
        found = store.find("refund", name)
        if found is None:
            raise Fault(f"No such refund: {name}", code="resource_missing", status=404)
        return jsonify(documents.told(found))


def _once(work: Callable[[Store, dict[str, Any]], Document]) -> Response:
    """Do the work once for an idempotency key; the same request again gets the same answer.

    Raises Fault when the key was used for another request.
    """
    key = request.headers.get("Idempotency-Key", "")
    asked = hashlib.sha256(
        repr((request.path, sorted(request.form.items(multi=True)))).encode()
    ).hexdigest()
    with dealing() as store:
        if key and (known := store.answer_to(key)):
            return _again(known, asked)
        answer = documents.told(work(store, nested(request.form.items(multi=True))))
        if key:
            store.keep_answer(key, asked=asked, body=answer)
    return jsonify(answer)


def _again(known: tuple[str, Document], asked: str) -> Response:
    first, answer = known
    if first != asked:
        raise Fault(
            "Keys for idempotent requests can only be used with the same parameters they were "
            "first used with.",
            kind="idempotency_error",
        )
    response = jsonify(answer)
    response.headers["Idempotent-Replayed"] = "true"
    return response


def _expanded(store: Store, session: Document) -> Document:
    answer = documents.told(session)
    if "payment_intent" in request.args.values() and answer["payment_intent"]:
        answer["payment_intent"] = store.find("payment_intent", answer["payment_intent"])
    return answer
