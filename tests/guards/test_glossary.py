"""The glossary speaks of things that are there."""

import re
from pathlib import Path

SHOP = Path(__file__).parents[2] / "shop"
LINES = (SHOP / "WORDS.md").read_text().splitlines()
ROWS = [line.split("|")[1:3] for line in LINES if re.match(r"\| (?!word )", line)]


def test_every_name_in_it_is_in_the_code():
    code = "\n".join(path.read_text() for path in SHOP.rglob("*.py"))
    named = {name for _word, what in ROWS for name in re.findall(r"`([^`]+)`", what)}

    assert len(named) > 50
    assert [name for name in sorted(named) if not re.search(rf"\b{name}\b", code)] == []


def test_words_stand_in_their_order():
    words = [word.strip() for word, _what in ROWS]

    assert len(words) > 50
    assert words == sorted(words)
