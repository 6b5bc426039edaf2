"""Accounts from the command line: of colleagues, and of people who ask by letter."""

import json

import click
from flask.cli import with_appcontext
from sqlalchemy.orm import Session

from shop import register
from shop.accounts import queries, rules, service
from shop.accounts.models import Person
from shop.infra import db
from shop.infra.access import Role
from shop.kernel import clock
from shop.kernel.errors import ShopError

ROLES = [role.value for role in Role if role is not Role.CUSTOMER]


@click.group("staff")
def staff() -> None:
    """Accounts of colleagues."""


@staff.command("add")
@click.argument("email")
@click.option("--name", required=True)
@click.option("--role", type=click.Choice(ROLES), required=True)
@click.password_option(help="Asked for when it is not given.")
@with_appcontext
def add(email: str, name: str, role: str, password: str) -> None:
    """Make an account for a colleague, or give an existing account a role."""
    if fault := rules.password_fault(password, email):
        raise click.ClickException(fault)
    with db.work() as session:
        try:
            service.add_person(
                session, email=email, password=password, name=name, role=Role(role), now=clock.now()
            )
        except ShopError as error:
            raise click.ClickException(str(error)) from error
    click.echo(f"{email} may now sign in as {role}.")


@staff.command("list")
@with_appcontext
def show() -> None:
    """List colleagues and their roles."""
    with db.look() as session:
        for person in queries.staff(session):
            click.echo(f"{person.role:10} {person.email}")


@click.group("people")
def people() -> None:
    """Accounts of customers who ask by letter."""


@people.command("export")
@click.argument("email")
@with_appcontext
def export(email: str) -> None:
    """Print all that is kept of somebody, as the account page gives it."""
    with db.look() as session:
        told = register.export(session, _person(session, email).id, now=clock.now())
    click.echo(json.dumps(told, indent=2, ensure_ascii=False))


@people.command("forget")
@click.argument("email")
@click.confirmation_option(prompt="It is for good. Erase the account?")
@with_appcontext
def forget(email: str) -> None:
    """Erase an account, as its owner could on the account page; a colleague's too."""
    with db.work() as session:
        register.forget(session, _person(session, email).id, now=clock.now())
    click.echo("Erased, but for what an order under way or tax law needs.")


def _person(session: Session, email: str) -> Person:
    found = queries.find_by_email(session, email)
    if found is None:
        raise click.ClickException("Nobody has an account with this address.")
    return found


COMMANDS = (staff, people)
