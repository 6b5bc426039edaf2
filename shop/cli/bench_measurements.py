"""What the body model costs: `flask bench measurements [--json]`."""

import json
import platform
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Final

import click
import numpy as np

from shop.anthropometry.rules import VARIABLES, Sex, check, estimate, explain, shipped
from shop.cli import yardstick
from shop.cli.bench import bench
from shop.cli.body_slips import SHEETS

ROUNDS: Final = 200
FEW: Final = ("height_said", "weight_said", "age")
CALL_MS, EXPLAIN_MS = 2.0, 10.0  # what a call may cost


@dataclass(frozen=True, kw_only=True)
class Cost:
    """CPU milliseconds of one call: half and 95 of 100 take less."""

    call: str
    p50: float
    p95: float
    bar: float

    @property
    def is_met(self) -> bool:
        return self.p95 <= self.bar


@bench.command("measurements")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def measurements(as_json: bool) -> None:  # noqa: FBT001  # a flag of the command line
    """CPU of an estimate, a check and an explanation, with little known and with everything."""
    costs = [_cost(call, bar, question) for call, (bar, question) in _calls().items()]
    speed = yardstick.milliseconds()
    if as_json:
        told = [asdict(each) | {"is_met": each.is_met} for each in costs]
        facts = {"machine": _machine(), "yardstick_ms": speed, "calls": told}
        click.echo(json.dumps(facts, indent=2))
        return
    click.echo(f"{'call':44} {'p50':>8} {'p95':>8} {'bar':>6}")
    for each in costs:
        missed = "" if each.is_met else ", missed"
        click.echo(f"{each.call:44} {each.p50:8.2f} {each.p95:8.2f} {each.bar:6g} ms{missed}")
    click.echo(_machine())
    click.echo(yardstick.line(speed))


def _calls() -> Mapping[str, tuple[float, Callable[[], object]]]:
    whole = _somebody()
    few = {key: whole[key] for key in FEW}
    most = {key: whole[key] for key in VARIABLES[:-3]}
    wrong = whole | {"chest": whole["waist"], "waist": whole["chest"]}
    sheet = {key: wrong[key] for key in SHEETS["whole sheet"]}
    sheet |= {key: sheet[key] / 2.54 for key in ("neck", "inseam")}
    calls: dict[str, tuple[float, Callable[[], object]]] = {}
    for sex, name in ((Sex.WOMEN, ""), (None, ", sex not known")):
        calls |= {
            f"estimate, 3 known{name}": (CALL_MS, lambda s=sex: estimate(few, sex=s)),  # type: ignore[misc]
            f"estimate, 39 known{name}": (CALL_MS, lambda s=sex: estimate(most, sex=s)),  # type: ignore[misc]
            f"check, 42 known{name}": (CALL_MS, lambda s=sex: check(whole, sex=s)),  # type: ignore[misc]
            f"explain, 42 known, clean{name}": (EXPLAIN_MS, lambda s=sex: explain(whole, sex=s)),  # type: ignore[misc]
            f"explain, 42 known, swapped{name}": (EXPLAIN_MS, lambda s=sex: explain(wrong, sex=s)),  # type: ignore[misc]
            f"explain, 19 known, 3 slips{name}": (EXPLAIN_MS, lambda s=sex: explain(sheet, sex=s)),  # type: ignore[misc]
        }
    return calls


def _somebody() -> dict[str, float]:
    """Return a woman drawn from the model, in whole mm, g and years."""
    women = shipped().of[Sex.WOMEN]
    logs = np.random.default_rng(1).multivariate_normal(women.means, women.covariance)
    return {key: float(round(v)) for key, v in zip(VARIABLES, np.exp(logs), strict=True)}


def _cost(call: str, bar: float, question: Callable[[], object]) -> Cost:
    question()
    times = sorted(_cpu_ms(question) for _round in range(ROUNDS))
    return Cost(
        call=call,
        p50=round(statistics.median(times), 3),
        p95=round(times[int(ROUNDS * 0.95)], 3),
        bar=bar,
    )


def _cpu_ms(question: Callable[[], object]) -> float:
    before = time.process_time()
    question()
    return (time.process_time() - before) * 1000


def _machine() -> str:
    return f"{platform.machine()}, Python {platform.python_version()}, numpy {np.__version__}"


COMMANDS = (bench,)
