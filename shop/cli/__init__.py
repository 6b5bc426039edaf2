"""Commands for the people who run the shop: `flask --help` lists them."""

from click import Command

from shop.cli import people, running


def commands() -> dict[str, Command]:
    """Return every command by its name."""
    return {each.name: each for each in (*people.COMMANDS, *running.COMMANDS) if each.name}
