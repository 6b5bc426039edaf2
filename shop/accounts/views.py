"""The doors: sign in, sign up, sign out, a new password."""

from flask import Blueprint, Response, current_app, g, url_for
from flask import session as cookie
from itsdangerous import BadSignature, SignatureExpired, URLSafeTimedSerializer
from sqlalchemy.orm import Session

from shop.accounts import mails, queries, rules, service
from shop.accounts.forms import ForgottenForm, NewPasswordForm, SignInForm, SignUpForm
from shop.accounts.models import Person
from shop.infra import access, db, rate
from shop.infra.access import public
from shop.infra.form_base import text_of
from shop.infra.web import go_to, page, safe_next
from shop.kernel import clock
from shop.kernel.errors import Gone, TooMany
from shop.kernel.texts import gettext as _

blueprint = Blueprint("accounts", __name__)


class Door:
    """Tells `infra.access` who asks, from the secret in the cookie."""

    def visitor(self) -> access.Visitor | None:
        token = cookie.get(rules.COOKIE_KEY)
        if token is None:
            return None
        person = queries.find_by_token(db.session(), token, now=clock.now())
        return _visitor(person) if person else None

    def open_guest(self) -> access.Visitor:
        person, token = service.open_guest(db.session(), now=clock.now())
        _remember(token)
        return _visitor(person)

    def forget_guest(self) -> None:
        cookie.pop(rules.COOKIE_KEY, None)


@blueprint.get("/sign-in")
@public
def sign_in() -> Response:
    return _show_sign_in(SignInForm())


@blueprint.post("/sign-in")
@public
def sign_in_send() -> Response:
    form = SignInForm.sent()
    if not form.validate():
        return _show_sign_in(form, status=422)
    email = rules.tidy_email(text_of(form.email))
    try:
        person = service.checked(db.session(), email=email, password=form.password.data or "")
    except (service.WrongPassword, TooMany) as refusal:
        form.password.errors = [str(refusal)]
        return _show_sign_in(form, status=refusal.status)
    _enter(person)
    staff_home = url_for("workshop.board") if person.role is not access.Role.CUSTOMER else None
    return go_to(safe_next(staff_home or url_for("account.overview")))


@blueprint.get("/sign-up")
@public
def sign_up() -> Response:
    return _show_sign_up(SignUpForm())


@blueprint.post("/sign-up")
@public
def sign_up_send() -> Response:
    form = SignUpForm.sent()
    if not form.validate():
        return _show_sign_up(form, status=422)
    rate.hold(rules.TRIES, "sign-up", rate.address())
    session = db.session()
    guest = _guest() or service.open_guest(session, now=clock.now())[0]
    service.end_sign_ins(session, guest, now=clock.now())
    try:
        service.name_guest(
            session,
            guest,
            email=text_of(form.email),
            password=form.password.data or "",
            name=text_of(form.name),
        )
    except service.AddressTaken as taken:
        session.rollback()
        form.email.errors = [str(taken)]
        return _show_sign_up(form, status=422)
    _enter(guest)
    return go_to(safe_next(url_for("account.overview")))


@blueprint.post("/sign-out")
@public
def sign_out() -> Response:
    token = cookie.get(rules.COOKIE_KEY)
    if token is not None:
        service.sign_out(db.session(), token, now=clock.now())
    cookie.clear()
    return go_to(url_for("storefront.home"))


@blueprint.get("/forgotten")
@public
def forgotten() -> Response:
    return page("accounts/forgotten.html", form=ForgottenForm(), is_sent=False)


@blueprint.post("/forgotten")
@public
def forgotten_send() -> Response:
    """Answer the same whether or not the address has an account: that is nobody's business."""
    form = ForgottenForm.sent()
    if not form.validate():
        return page("accounts/forgotten.html", status=422, form=form, is_sent=False)
    rate.hold(rules.TRIES, "forgotten", rate.address())
    session = db.session()
    person = queries.find_by_email(session, text_of(form.email))
    if person is not None:
        _send_reset(session, person)
    return page("accounts/forgotten.html", form=form, is_sent=True)


@blueprint.get("/reset/<token>")
@public
def reset(token: str) -> Response:
    _person_of(token)
    return page("accounts/reset.html", form=NewPasswordForm(), token=token)


@blueprint.post("/reset/<token>")
@public
def reset_send(token: str) -> Response:
    person = _person_of(token)
    form = NewPasswordForm.sent()
    if not form.validate():
        return page("accounts/reset.html", status=422, form=form, token=token)
    service.change_password(
        db.session(), person, password=form.password.data or "", now=clock.now()
    )
    _enter(person)
    return go_to(url_for("account.overview"))


def _send_reset(session: Session, person: Person) -> None:
    """Write the letter, unless she got several lately: then she has a link that works."""
    try:
        rate.check(rules.LETTERS, "reset", str(person.id))
    except TooMany:
        return
    rate.count(rules.LETTERS, "reset", str(person.id))
    mails.reset(session, person, link_token=_links().dumps(_seal(person)))


def _show_sign_in(form: SignInForm, *, status: int = 200) -> Response:
    return page("accounts/sign_in.html", status=status, form=form, next=safe_next(""))


def _show_sign_up(form: SignUpForm, *, status: int = 200) -> Response:
    return page("accounts/sign_up.html", status=status, form=form, next=safe_next(""))


def _enter(person: Person) -> None:
    """Let the browser in under a fresh secret, and bring along what it left as a guest."""
    session, now = db.session(), clock.now()
    if guest := _guest():
        service.join(session, guest=guest, person=person, now=now)
    if before := cookie.get(rules.COOKIE_KEY):
        service.sign_out(session, before, now=now)
    token = service.begin(session, person, now=now)
    unit = cookie.get("unit")
    cookie.clear()
    if unit:
        cookie["unit"] = unit
    _remember(token)
    g.visitor = _visitor(person)


def _remember(token: str) -> None:
    cookie[rules.COOKIE_KEY] = token
    cookie.permanent = True


def _guest() -> Person | None:
    found = access.visitor()
    return queries.person(db.session(), found.person_id) if found and found.is_guest else None


def _visitor(person: Person) -> access.Visitor:
    return access.Visitor(
        person_id=person.id, role=person.role, is_guest=person.is_guest, name=person.name
    )


def _links() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.secret_key or "", salt="reset")


def _seal(person: Person) -> list[object]:
    """Name the person and the password to be replaced: a used link opens nothing more."""
    return [person.id, (person.password_hash or "")[-16:]]


def _person_of(token: str) -> Person:
    """Return whose link this is; raise Gone when it is old, used or broken."""
    over = Gone(_("This link has expired or was used already. Ask for a new one."))
    try:
        seal = _links().loads(token, max_age=int(rules.RESET_LASTS.total_seconds()))
    except (SignatureExpired, BadSignature):
        raise over from None
    person = db.session().get(Person, seal[0])
    if person is None or _seal(person) != seal:
        raise over
    return person
