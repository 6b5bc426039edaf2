"""People who were measured, as a CSV of the columns of ANSUR II: read, split, written."""

import csv
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import click
import numpy as np
from numpy.typing import NDArray

from shop.anthropometry.rules import AGE, VARIABLES, WEIGHTS, Sex

LETTERS: Final = {Sex.MEN: "M", Sex.WOMEN: "F"}
UNITS: Final = {AGE: 1.0} | dict.fromkeys(WEIGHTS, 1000.0)  # years, kg in the file; the rest cm
IN_MM: Final = 10.0


@dataclass(frozen=True, kw_only=True, eq=False)
class People:
    """Rows in the order of VARIABLES, in mm, g and years; 0 where the file has no value."""

    rows: Mapping[Sex, NDArray[np.float64]]

    def __len__(self) -> int:
        return sum(len(rows) for rows in self.rows.values())

    def each(self) -> Iterator[tuple[Sex, dict[str, float]]]:
        """Give every person: sex, and what is known of her."""
        for sex, rows in self.rows.items():
            for row in rows.tolist():
                named = zip(VARIABLES, row, strict=True)
                yield sex, {key: value for key, value in named if value > 0}


def read_people(file: Path) -> People:
    """Return the people in the file; say which column or value cannot be read."""
    with file.open(encoding="utf-8-sig", newline="") as opened:
        reader = csv.DictReader(opened)
        missing = [key for key in ("sex", *VARIABLES) if key not in (reader.fieldnames or ())]
        if missing:
            raise click.ClickException(f"{file} has no column {', '.join(missing)}.")
        rows: dict[Sex, list[list[float]]] = {sex: [] for sex in Sex}
        for row in reader:
            rows[_sex(row["sex"], reader.line_num)].append(_values(row, reader.line_num))
    shape = (-1, len(VARIABLES))
    return People(rows={sex: np.array(found).reshape(shape) for sex, found in rows.items()})


def split(people: People, *, share: float, seed: int) -> tuple[People, People]:
    """Return those to fit on and those held out: `share` of each sex, drawn by the seed."""
    draw = np.random.default_rng(seed)
    used, held_out = {}, {}
    for sex, rows in people.rows.items():
        order = draw.permutation(len(rows))
        count = round(len(rows) * share)
        held_out[sex], used[sex] = rows[np.sort(order[:count])], rows[np.sort(order[count:])]
    return People(rows=used), People(rows=held_out)


def write_people(people: People, file: Path) -> None:
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(["sex", *VARIABLES])
        for sex, rows in people.rows.items():
            for row in rows.tolist():
                values = zip(VARIABLES, row, strict=True)
                writer.writerow([LETTERS[sex], *(f"{value / _unit(k):g}" for k, value in values)])


def _unit(key: str) -> float:
    return UNITS.get(key, IN_MM)


def _sex(written: str, line: int) -> Sex:
    letter = written.strip().upper()[:1]
    found = next((sex for sex, own in LETTERS.items() if letter in {own, sex[0].upper()}), None)
    if found is None:
        raise click.ClickException(f"Line {line}: the sex is {written!r}, not M or F.")
    return found


def _values(row: Mapping[str, str], line: int) -> list[float]:
    try:
        return [_number(row[key]) * _unit(key) for key in VARIABLES]
    except (TypeError, ValueError) as wrong:
        raise click.ClickException(f"Line {line}: {wrong}.") from wrong


def _number(written: str) -> float:
    number = float(written or 0)
    if not math.isfinite(number):
        raise ValueError(f"{written!r} is no measure")
    return number
