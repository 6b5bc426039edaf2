"""Who may enter: one mark on every route, checked before the view runs.

The subject that knows people registers how to load the visitor and how to open a guest; this
module only compares marks with roles.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus
from typing import Any, Final, Protocol, TypeVar

from flask import Flask, Response, current_app, g, request

from shop.kernel.actors import NOBODY, Actor
from shop.kernel.errors import Forbidden, SignInNeeded
from shop.kernel.texts import gettext as _

View = TypeVar("View", bound=Callable[..., Any])


class Permission(StrEnum):
    """What staff may do; `GRANTS` says which role may do what."""

    SEE_WORK = "see-work"
    MOVE_WORK = "move-work"
    SEE_ORDERS = "see-orders"
    REFUND = "refund"
    EDIT_STOCK = "edit-stock"
    EDIT_PRICES = "edit-prices"
    EDIT_RULES = "edit-rules"
    CHECK_ARTWORK = "check-artwork"


class Role(StrEnum):
    CUSTOMER = "customer"
    WORKSHOP = "workshop"
    SERVICE = "service"
    MANAGER = "manager"


GRANTS: Final[dict[Role, frozenset[Permission]]] = {
    Role.CUSTOMER: frozenset(),
    Role.WORKSHOP: frozenset({Permission.SEE_WORK, Permission.MOVE_WORK, Permission.EDIT_STOCK,
                              Permission.CHECK_ARTWORK}),
    Role.SERVICE: frozenset({Permission.SEE_WORK, Permission.SEE_ORDERS, Permission.REFUND,
                             Permission.CHECK_ARTWORK}),
    Role.MANAGER: frozenset(Permission),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Visitor:
    """Who asks: a person with a role, or a guest who left no name yet."""

    person_id: int
    role: Role
    is_guest: bool
    name: str = ""

    def may(self, permission: Permission) -> bool:
        return permission in GRANTS[self.role]


class Doorkeeper(Protocol):
    def visitor(self) -> Visitor | None: ...
    def open_guest(self) -> Visitor: ...
    def forget_guest(self) -> None: ...


@dataclass(frozen=True)
class Mark:
    kind: str  # public | customer | staff
    permission: Permission | None = None


def public(view: View) -> View:
    """Open to everybody."""
    return _marked(view, Mark("public"))


def customers_only(view: View) -> View:
    """Open to who is signed in with a name of their own; others are asked to sign in."""
    return _marked(view, Mark("customer"))


def staff_only(permission: Permission) -> Callable[[View], View]:
    """Open to roles that hold this permission."""
    return lambda view: _marked(view, Mark("staff", permission))


def init_app(app: Flask, doorkeeper: Doorkeeper) -> None:
    app.extensions["doorkeeper"] = doorkeeper
    app.before_request(_check)
    app.after_request(_forget)


def visitor() -> Visitor | None:
    """Return who asks, or None for somebody who has not left anything with us."""
    if "visitor" not in g:
        g.visitor = current_app.extensions["doorkeeper"].visitor()
    found: Visitor | None = g.visitor
    return found


def visitor_id() -> int | None:
    """Return whose things may be shown, if anybody's."""
    found = visitor()
    return found.person_id if found else None


def become_known() -> int:
    """Return the person who acts; a newcomer becomes a guest, so that nothing is lost later."""
    if visitor() is None:
        g.visitor = current_app.extensions["doorkeeper"].open_guest()
        g.is_new_guest = True
    return int(g.visitor.person_id)


def actor() -> Actor:
    """Return who acts, for herself or for the house."""
    found = visitor()
    if found is None:
        return NOBODY
    act = Actor.customer if found.role is Role.CUSTOMER else Actor.colleague
    return act(found.person_id)


def mark_of(endpoint: str) -> Mark | None:
    return getattr(current_app.view_functions[endpoint], "access", None)


def _marked(view: View, mark: Mark) -> View:
    view.access = mark  # type: ignore[attr-defined]
    return view


def _forget(response: Response) -> Response:
    """Take the guest out of the cookie when her request was refused: she was never kept."""
    if response.status_code >= HTTPStatus.BAD_REQUEST and g.get("is_new_guest"):
        current_app.extensions["doorkeeper"].forget_guest()
    return response


def _check() -> None:
    if request.endpoint is None:
        return
    mark = mark_of(request.endpoint)
    if mark is None:
        raise Forbidden(_("This page is not open to anybody yet."))
    if mark.kind == "public":
        return
    found = visitor()
    if found is None or found.is_guest:
        raise SignInNeeded(_("Please sign in to see this page."))
    if mark.permission and not found.may(mark.permission):
        raise Forbidden(_("This page is for colleagues who do this work. Your account does not."))
