"""The configurator's bench: what it measures, and what a click may cost in proofs."""

import json
from textwrap import dedent

import pytest

from app import app
from shop.cli import bench_models
from shop.cli.configurator_costs import proofs_per_click
from shop.configurator import rules

STEPS = {"start", "memory", "first click", "all values after a click", "why", "repair", "complete",
         "cheapest", "surprise", "lint", "proofs per click (mean)"}  # fmt: skip
MODEL = dedent("""
    groups:
      cloth:
        name: Cloth
        section: cloth
        kind: cloth
        values:
          poplin: {name: Poplin, price: 30.00, attributes: {weight: 115}}
          denim: {name: Denim, price: 20.00, attributes: {weight: 300}}
      cuff:
        name: Cuff
        section: style
        values:
          barrel: {name: Barrel}
          french: {name: French, price: 12.00}
      pocket:
        name: Pocket
        section: style
        values:
          none: {name: None}
          chest: {name: Chest pocket, price: 6.00}
    rules:
      - code: french-cuff-wants-light-cloth
        when: {cuff: french}
        forbid: {cloth.weight: "> 180"}
        say: French cuffs need a light cloth.
""")


@pytest.fixture(scope="module")
def shirt():
    return bench_models.shirt()


def run(*arguments):
    return app.test_cli_runner().invoke(args=["bench", "configurator", *map(str, arguments)])


def test_a_model_from_a_file_is_measured(tmp_path):
    file = tmp_path / "small.yaml"
    file.write_text(MODEL)

    answer = run("--model", file, "--json")

    assert answer.exit_code == 0, answer.output
    found = json.loads(answer.output)
    assert found["yardstick_ms"] > 0
    small = found["models"]["small"]
    assert small["size"] == {"questions": 3, "values": 6, "rules": 1}
    steps = {step["step"]: step for step in small["steps"]}
    assert steps.keys() == STEPS
    assert all(step["p50"] <= step["p95"] <= step["most"] for step in steps.values())
    assert all(step["times"] >= 1 for step in steps.values())


def test_a_file_with_a_slip_is_told_by_its_line(tmp_path):
    file = tmp_path / "small.yaml"
    file.write_text(MODEL.replace("forbid: {cloth.weight", "forbid: {cloth.wieght"))

    answer = run("--model", file)

    assert answer.exit_code == 1
    assert "small.yaml:25" in answer.output
    assert "Did you mean `weight`?" in answer.output


def test_the_house_s_models_are_as_big_as_they_say(shirt):
    assert (len(shirt.groups), len(shirt.group("cloth").values)) == (25, 200)
    assert len(shirt.rules) + len(shirt.extras) == 120
    offered = rules.possible(shirt, {})
    assert all(offered[g.code] == {v.code for v in g.values} for g in shirt.groups)


def test_a_click_asks_the_solver_a_few_times_and_not_once_per_value(shirt):
    """471 values, about 13 proofs: a count is the same on every machine."""
    assert proofs_per_click(shirt) < 20
