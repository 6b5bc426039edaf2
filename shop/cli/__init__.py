"""Commands for the people who run the shop: `flask --help` lists them."""

from click import Command

from shop.cli import bench, people, running, serving


def commands() -> dict[str, Command]:
    """Return every command by its name."""
    groups = (bench.COMMANDS, people.COMMANDS, running.COMMANDS, serving.COMMANDS)
    return {each.name: each for group in groups for each in group if each.name}
