"""Commands for the people who run the shop: `flask --help` lists them."""

from click import Command

from shop.cli import catalogue, people, running


def commands() -> dict[str, Command]:
    """Return every command by its name."""
    each_of_all = (*catalogue.COMMANDS, *people.COMMANDS, *running.COMMANDS)
    return {each.name: each for each in each_of_all if each.name}
