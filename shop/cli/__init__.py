"""Commands for the people who run the shop: `flask --help` lists them."""

from click import Command

from shop.cli import (
    bench_configurator,
    bench_measurements,
    bench_picture,
    catalogue,
    measurements,
    people,
    pictures,
    running,
    serving,
    stock,
)


def commands() -> dict[str, Command]:
    """Return every command by its name."""
    modules = (
        bench_configurator,
        bench_measurements,
        bench_picture,
        catalogue,
        measurements,
        people,
        pictures,
        running,
        serving,
        stock,
    )
    return {each.name: each for module in modules for each in module.COMMANDS if each.name}
