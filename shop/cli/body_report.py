"""The table of `flask measurements evaluate`: errors, coverage, slips found, false alarms."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any, Final

import numpy as np

from shop.anthropometry.rules import Sex, shipped
from shop.cli.body_errors import CORE, WAYS, Way, coverage, mean_errors
from shop.cli.body_people import People
from shop.cli.body_slips import SHEETS, SLIPS, TAPES, false_alarms, found

MEAN: Final = "mean"
Report = dict[str, Any]
SWAPPED: Final = "chest and waist swapped"


def report(people: People, *, seed: int) -> Report:
    """Return everything that is printed, as plain values; errors in cm, the rest in per cent."""
    return {
        "people": len(people),
        **{str(sex): len(people.rows[sex]) for sex in Sex},
        "model": shipped().split,
        "seed": seed,
        "mean absolute error, cm": {way.name: _errors(people, way, seed) for way in WAYS},
        "coverage of 90 %": coverage(people, WAYS[0], seed=seed, widened=False),
        "coverage of 90 %, widened": coverage(people, WAYS[0], seed=seed, widened=True),
        "slips": {name: _slips(people, keys, seed) for name, keys in SHEETS.items()},
        "false alarms": {name: _alarms(people, keys, seed) for name, keys in SHEETS.items()},
    }


def lines(told: Report) -> Iterator[str]:
    """Give the report as lines of text."""
    yield f"{told['people']} people: {told['men']} men, {told['women']} women; seed {told['seed']}"
    yield f"model: {told['model']}"
    yield from _error_lines(told["mean absolute error, cm"])
    yield from _coverage_lines(told["coverage of 90 %"], told["coverage of 90 %, widened"])
    for sheet, each in told["slips"].items():
        yield from _slip_lines(sheet, each)
    for sheet, each in told["false alarms"].items():
        yield from _alarm_lines(sheet, each)


def _errors(people: People, way: Way, seed: int) -> dict[str, float]:
    each = mean_errors(people, way, seed=seed)
    return each | {MEAN: float(np.mean([*each.values()]))} if each else {}


def _slips(people: People, keys: tuple[str, ...], seed: int) -> Report:
    return {slip: asdict(found(people, keys, slip, seed=seed)) for slip in SLIPS}


def _alarms(people: People, keys: tuple[str, ...], seed: int) -> Report:
    """Return the false alarms of each tape, and with them how often the swap is found."""
    asked: dict[str, Any] = {tape.name: {"tape": tape} for tape in TAPES}
    asked["sex not known"] = {"sex_is_known": False}
    return {
        name: false_alarms(people, keys, seed=seed, **how)
        | {SWAPPED: found(people, keys, SWAPPED, seed=seed, **how).asked}
        for name, how in asked.items()
    }


def _error_lines(errors: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    yield "\nmean absolute error, cm"
    for number, name in enumerate(errors):
        yield f"  ({'abcde'[number]}) {name}"
    yield f"{'':18}" + "".join(f"{f'({letter})':>7}" for letter in "abcde"[: len(errors)])
    for key in (*CORE, MEAN):
        cells = (
            f"{each[key]:7.2f}" if key in each else f"{'known' if each else '':>7}"
            for each in errors.values()
        )
        yield f"{key:18}" + "".join(cells)


def _coverage_lines(plain: Mapping[str, float], widened: Mapping[str, float]) -> Iterator[str]:
    yield "\nheld by the 90 % interval of (a), and by the one that is shown (1.25 times as wide), %"
    for key, share in plain.items():
        yield f"{key:18}{share:7.1f}{widened[key]:7.1f}"
    if not plain:
        return
    for what, of in (("least", min), ("most", max), (MEAN, lambda some: float(np.mean([*some])))):
        yield f"{what:18}{of(plain.values()):7.1f}{of(widened.values()):7.1f}"


def _slip_lines(sheet: str, slips: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    yield f"\nslips on a {sheet}, %"
    yield f"{'':26}{'asked':>8}{'field':>8}{'of asked':>10}{'repair':>8}{'tried':>8}"
    for slip, each in slips.items():
        cells = f"{each['asked']:8.1f}{each['right_field']:8.1f}"
        of_asked = f"{each['right_field_of_asked']:10.1f}"
        yield f"{slip:26}{cells}{of_asked}{each['right_repair']:8.1f}{each['tried']:8}"


def _alarm_lines(sheet: str, alarms: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    yield f"\npeople asked about a clean {sheet}, %; of chests and waists swapped, asked, %"
    yield f"{'':40}" + "".join(f"{who:>8}" for who in ("all", "men", "women", "swap"))
    for tape, each in alarms.items():
        cells = (each.get(who) for who in ("all", "men", "women", SWAPPED))
        yield f"{tape:40}" + "".join(f"{'' if c is None else f'{c:.2f}':>8}" for c in cells)
