"""The way a design was made, so that it can be walked back and forth again.

It stands in the address: two tabs, a reload and a browser without JavaScript each keep their own.
A step holds what the choices it changed were before: `collar:spread,cuff:` is one step, with the
cuff not chosen before; steps are parted by `~`, the last one last.
"""

from collections.abc import Mapping
from typing import Final
from urllib.parse import quote, unquote

Step = Mapping[str, str]  # group → its answer before, "" for none
Trail = tuple[Step, ...]
LONGEST: Final = 12


def recorded(trail: Trail, before: Mapping[str, str], after: Mapping[str, str]) -> Trail:
    """Return the trail with the step from one set of choices to the next; the oldest falls off."""
    changed = [code for code in {**before, **after} if before.get(code) != after.get(code)]
    if not changed:
        return trail
    return (*trail, {code: before.get(code, "") for code in changed})[-LONGEST:]


def walked(choices: Mapping[str, str], step: Step) -> dict[str, str]:
    """Return the choices as they were before the step."""
    return {code: answer for code, answer in {**choices, **step}.items() if answer}


def written(trail: Trail) -> str:
    """Return the trail as it stands in an address."""
    return "~".join(
        ",".join(f"{quote(c, safe='')}:{quote(a, safe='')}" for c, a in step.items())
        for step in trail
    )


def read(text: str) -> Trail:
    """Return the trail that is written; what means nothing is left out."""
    steps = (_step(part) for part in text.split("~")[-LONGEST:])
    return tuple(step for step in steps if step)


def _step(text: str) -> Step:
    pairs = (pair.partition(":") for pair in text.split(","))
    return {unquote(code): unquote(answer) for code, colon, answer in pairs if code and colon}
