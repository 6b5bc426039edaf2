"""Measuring the configurator: simulated shoppers on one model, every answer really worked out."""

import platform
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Final

from shop.catalogue.rules import GarmentModel, canonical
from shop.configurator import rules
from shop.configurator.rules.engine import Engine

SHOPPERS: Final = 8
ASKED_OF: Final = 0.8  # of the questions a shopper answers
QUESTIONS: Final = 3  # after every click: so many values are asked why, so many repaired
STATM: Final = Path("/proc/self/statm")

# ms of CPU on an idle core of 2.5 GHz, 95 of 100; the memory in MB. A repair is the choices to
# give up (1, 5) and what they become: one completion more (2, 12).
BARS: Final = {
    "shirt": {
        "start": 50,
        "memory": 5,
        "first click": 3,
        "all values after a click": 2,
        "why": 1,
        "repair": 3,
        "complete": 2,
        "cheapest": 5,
        "lint": 300,
    },
    "suit": {
        "start": 150,
        "memory": 10,
        "first click": 15,
        "all values after a click": 15,
        "why": 4,
        "repair": 17,
        "complete": 12,
        "cheapest": 35,
        "lint": 1000,
    },
}


@dataclass(frozen=True, kw_only=True)
class Figure:
    """What one thing costs: half and 95 of 100 take less, the worst took `most`."""

    step: str
    p50: float
    p95: float
    most: float
    times: int
    unit: str = "ms"
    bar: float | None = None

    @property
    def is_met(self) -> bool:
        return self.bar is None or self.p95 <= self.bar


def figures(name: str, model: GarmentModel) -> list[Figure]:
    """Measure one model; the two garments of the house have bars to meet."""
    bars = BARS.get(name, {})
    times = _times(model)
    found = [_figure(step, taken, bars.get(step)) for step, taken in times.items() if taken]
    memory = _memory_mb(model)
    found.insert(
        1,
        Figure(
            step="memory",
            p50=memory,
            p95=memory,
            most=memory,
            times=1,
            unit="MB",
            bar=bars.get("memory"),
        ),
    )
    proofs = proofs_per_click(model)
    found.append(
        Figure(
            step="proofs per click (mean)",
            p50=proofs,
            p95=proofs,
            most=proofs,
            times=SHOPPERS,
            unit="",
        )
    )
    return found


def machine() -> str:
    return (
        f"CPU ms on {platform.machine()}, Python {platform.python_version()}, "
        f"python-sat {version('python-sat')}; remembered answers dropped before every question"
    )


def _times(model: GarmentModel) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {
        "start": [_cpu_ms(lambda: Engine(model)) for _ in range(5)],
        "first click": [],
        "all values after a click": [],
        "why": [],
        "repair": [],
        "complete": [],
        "cheapest": [],
        "surprise": [],
    }
    rules.is_possible(model, {})  # builds the engine
    times["first click"].append(_cpu_ms(lambda: rules.possible(model, {})))
    for choices, offered, draw in _clicks(model):
        _ask(model, choices, offered, draw, times)
    times["lint"] = [_cpu_ms(lambda: rules.lint(model)) for _ in range(3)]
    return times


def _ask(
    model: GarmentModel,
    choices: dict[str, str],
    offered: dict[str, frozenset[str]],
    draw: random.Random,
    times: dict[str, list[float]],
) -> None:
    """Ask everything a page may ask after one click."""

    def asked(step: str, question: Callable[[], object]) -> None:
        rules.forget()
        times[step].append(_cpu_ms(question))

    asked("all values after a click", lambda: rules.possible(model, choices))
    asked("complete", lambda: rules.complete(model, choices))
    asked("cheapest", lambda: rules.cheapest(model, choices))
    asked("surprise", lambda: rules.surprise(model, choices, draw=draw))
    muted = [
        (group.code, value.code)
        for group in model.groups
        for value in group.values
        if value.code not in offered[group.code]
    ]
    for group, value in draw.sample(muted, min(QUESTIONS, len(muted))):
        asked("why", lambda g=group, v=value: rules.why(model, choices, g, v))  # type: ignore[misc]
        asked("repair", lambda g=group, v=value: rules.repair(model, choices, g, v))  # type: ignore[misc]


def _clicks(
    model: GarmentModel,
) -> Iterator[tuple[dict[str, str], dict[str, frozenset[str]], random.Random]]:
    """Give the states of shoppers who answer most questions in any order, from what is offered."""
    for shopper in range(SHOPPERS):
        draw = random.Random(shopper)  # noqa: S311 - the same shoppers each time
        asked = [group.code for group in model.groups if group.values]
        choices: dict[str, str] = {}
        for code in draw.sample(asked, int(len(asked) * ASKED_OF)):
            offered = sorted(rules.possible(model, choices)[code])
            if not offered:
                continue
            choices = rules.wanted_choices(model, choices, code, draw.choice(offered))
            yield choices, rules.possible(model, choices), draw


def proofs_per_click(model: GarmentModel) -> float:
    """Return how often the solver is asked for all values after a click."""
    proofs = []
    for choices, _offered, _draw in _clicks(model):
        rules.forget()
        before = rules.proofs_asked(model)
        rules.possible(model, choices)
        proofs.append(rules.proofs_asked(model) - before)
    return sum(proofs) / max(len(proofs), 1)


def _cpu_ms(question: Callable[[], object]) -> float:
    before = time.process_time()
    question()
    return (time.process_time() - before) * 1000


def _figure(step: str, times: list[float], bar: float | None) -> Figure:
    ranked = sorted(times)
    return Figure(
        step=step,
        p50=ranked[len(ranked) // 2],
        p95=ranked[int(len(ranked) * 0.95)],
        most=ranked[-1],
        times=len(ranked),
        bar=bar,
    )


def _memory_mb(model: GarmentModel) -> float:
    """Return what an engine and its first answer add to a process of their own."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "model.json"
        place.write_text(canonical.canonical(model), encoding="utf-8")
        code = f"from {__name__} import grown; print(grown({str(place)!r}))"
        run = [sys.executable, "-c", code]
        found = subprocess.run(run, capture_output=True, check=True, text=True)  # noqa: S603 - our own Python
    return float(found.stdout)


def grown(place: str) -> float:
    """Return by how many MB this process grows with an engine for the model in a file."""
    model = canonical.read(GarmentModel, Path(place).read_text(encoding="utf-8"))
    before = _resident_mb()
    rules.possible(model, {})
    return _resident_mb() - before


def _resident_mb() -> float:
    """Return the memory this process holds now; where the system does not tell, at its most."""
    if STATM.exists():
        return int(STATM.read_text().split()[1]) * resource.getpagesize() / 1024**2
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
