"""Commands for the people who run the shop: `flask --help` lists them."""

from click import Command

from shop.cli import bench, catalogue, people, running, serving


def commands() -> dict[str, Command]:
    """Return every command by its name."""
    modules = (bench, catalogue, people, running, serving)
    return {each.name: each for module in modules for each in module.COMMANDS if each.name}
