"""Staff accounts: made, given a role, listed from the command line."""

import click
from flask.cli import with_appcontext

from shop.accounts import queries, rules, service
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
            service.add_person(session, email=email, password=password, name=name, role=Role(role),
                               now=clock.now())  # fmt: skip
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


COMMANDS = (staff,)
