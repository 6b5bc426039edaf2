"""What a picture costs: `flask bench picture [--json]`."""

import json
from dataclasses import asdict

import click

from shop.cli import yardstick
from shop.cli.bench import bench


@bench.command("picture")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def picture(as_json: bool) -> None:  # noqa: FBT001  # a flag of the command line
    """CPU per step of drawing, memory of the process that draws, bytes of its pictures."""
    from shop.cli import picture_costs  # numpy only where one draws

    memory, sizes = picture_costs.worker()  # first, while this process is small
    costs = [*picture_costs.steps(), memory]
    machine, speed = picture_costs.machine(), yardstick.milliseconds()
    if as_json:
        steps = [asdict(each) for each in costs]
        found = {"machine": machine, "yardstick_ms": speed, "steps": steps, "bytes": sizes}
        click.echo(json.dumps(found, indent=2))
        return
    click.echo(f"{'step':54} {'median':>8} {'p95':>8} {'target':>8}")
    for each in costs:
        kept = "" if each.is_kept else ", missed"
        figures = f"{each.median:8.1f} {each.p95:8.1f} {each.target:8.0f}"
        click.echo(f"{each.step:54} {figures} {each.unit}, {each.times} times{kept}")
    click.echo(", ".join(f"{name} {size / 1000:.0f} kB" for name, size in sizes.items()))
    click.echo(machine)
    click.echo(yardstick.line(speed))


COMMANDS = (bench,)
