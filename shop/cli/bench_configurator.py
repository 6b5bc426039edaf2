"""What the configurator costs: `flask bench configurator [--model FILE] [--json]`."""

import json
from dataclasses import asdict
from pathlib import Path

import click

from shop.catalogue.gateways.files import FilesAtFault, read_model
from shop.catalogue.rules import GarmentModel
from shop.cli import yardstick
from shop.cli.bench import bench
from shop.cli.configurator_costs import Figure, figures, machine


@bench.command("configurator")
@click.option(
    "--model",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Measure the model of this file instead, written in the trade language.",
)
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def configurator(file: Path | None, as_json: bool) -> None:  # noqa: FBT001  # a flag
    """CPU and memory of the configurator on a garment of 25 questions and on one of 40."""
    found = {name: (_size(model), figures(name, model)) for name, model in _models(file).items()}
    speed = yardstick.milliseconds()
    if as_json:
        told = {name: _told(size, steps) for name, (size, steps) in found.items()}
        facts = {"machine": machine(), "yardstick_ms": speed, "models": told}
        click.echo(json.dumps(facts, indent=2))
        return
    for name, (size, steps) in found.items():
        click.echo(f"{name}: " + ", ".join(f"{n} {what}" for what, n in size.items()))
        _print(steps)
    click.echo(machine())
    click.echo(yardstick.line(speed))


def _told(size: dict[str, int], steps: list[Figure]) -> dict[str, object]:
    return {"size": size, "steps": [asdict(each) | {"is_met": each.is_met} for each in steps]}


def _models(file: Path | None) -> dict[str, GarmentModel]:
    if file is not None:
        try:
            return {file.stem: read_model(file)}
        except FilesAtFault as fault:
            raise click.ClickException(str(fault)) from fault
    from shop.cli import bench_models  # seconds to draw: only where one measures

    return {"shirt": bench_models.shirt(), "suit": bench_models.suit()}


def _size(model: GarmentModel) -> dict[str, int]:
    return {
        "questions": len(model.groups),
        "values": sum(len(group.values) for group in model.groups),
        "rules": len(model.rules) + len(model.extras),
    }


def _print(steps: list[Figure]) -> None:
    click.echo(f"{'':28} {'p50':>9} {'p95':>9} {'worst':>9} {'bar':>7}")
    for each in steps:
        numbers = f"{each.p50:9.2f} {each.p95:9.2f} {each.most:9.2f}"
        bar = "" if each.bar is None else f"{each.bar:g}"
        missed = "" if each.is_met else ", missed"
        click.echo(f"{each.step:28} {numbers} {bar:>7} {each.unit}, {each.times} times{missed}")


COMMANDS = (bench,)
