"""The bench of the body model: what it measures."""

import json

from app import app


def test_every_question_is_measured():
    answer = app.test_cli_runner().invoke(args=["bench", "measurements", "--json"])

    assert answer.exit_code == 0, answer.output
    found = json.loads(answer.output)
    calls = found["calls"]
    assert found["yardstick_ms"] > 0
    assert {each["call"].split(",")[0] for each in calls} == {"estimate", "check", "explain"}
    assert all(0 < each["p50"] <= each["p95"] for each in calls)
