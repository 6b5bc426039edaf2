"""What must hold for every table of moves: words, colours, and a decision about letters."""

import importlib
import pkgutil
import re
from inspect import getmembers, isfunction, signature
from pathlib import Path

import pytest

import shop
from shop.artwork.rules import states as artwork
from shop.kernel.moves import Moves
from shop.orders import mails as orders
from shop.orders.rules import MOVES as ORDERS
from shop.payments.rules import states as payments
from shop.production.rules import stages as production

TABLES = {
    "orders": (ORDERS, orders.LETTERS),
    "payments": (payments.MOVES, payments.LETTERS),
    "pieces": (production.MOVES, production.LETTERS),
    "artwork": (artwork.MOVES, artwork.LETTERS),
}

COLOURED = ("orders", "pieces", "artwork")  # a page shows their states in a badge
BADGE = re.compile(r"badge\((\w*?)labels\[([\w.]+)\], ([^)]*)\)")
# Letters that no state sends, and what does.
OTHERS = {
    "shop.accounts.mails.reset": "somebody forgot her password",
    "shop.measurements.mails.remind": "half a year has passed",
    "shop.orders.mails.refund_failed": "to the house: a bank would not take money back",
}


def modules():
    names = [each.name for each in pkgutil.walk_packages(shop.__path__, "shop.")]
    return [importlib.import_module(name) for name in names if "bootstrap" not in name]


def every_table():
    """Return all tables of moves that any module of the shop names."""
    found = (value for module in modules() for value in vars(module).values())
    return {id(value): value for value in found if isinstance(value, Moves)}


def every_letter():
    """Return what a `mails` of any subject writes into the outbox, by its name."""
    return {
        name_of(each): each
        for module in modules()
        if module.__name__.endswith(".mails")
        for name, each in getmembers(module, isfunction)
        if each.__module__ == module.__name__
        and not name.startswith("_")
        and "session" in signature(each).parameters
    }


def name_of(letter):
    return f"{letter.__module__}.{letter.__qualname__}"


def badges():
    """Return colour and state of every badge with a state's label, by template."""
    root = Path(__file__).parents[2] / "templates"
    sources = {str(path.relative_to(root)): path.read_text() for path in root.rglob("*.html")}
    return [
        (name, prefix, state, colour)
        for name, source in sorted(sources.items())
        for prefix, state, colour in BADGE.findall(source)
    ]


def test_every_table_is_looked_at_here():
    assert set(every_table()) == {id(moves) for moves, _letters in TABLES.values()}


@pytest.mark.parametrize("name", TABLES)
def test_every_state_and_move_has_words(name):
    moves, _letters = TABLES[name]
    words = [*moves.labels.values(), *moves.move_labels.values()]

    assert set(moves.labels) == set(moves.states)
    assert {move for _state, move in moves.table} <= set(moves.move_labels)
    assert all(str(each).strip() for each in words)


@pytest.mark.parametrize("name", TABLES)
def test_every_state_has_a_letter_or_a_reason(name):
    moves, letters = TABLES[name]

    assert set(letters) == set(moves.states)
    assert all(callable(each) or len(each.split()) > 2 for each in letters.values())


@pytest.mark.parametrize("name", TABLES)
def test_every_state_has_a_tone_where_pages_show_one(name):
    moves, _letters = TABLES[name]

    assert set(moves.tones) == (set(moves.states) if name in COLOURED else set())


def test_no_page_chooses_the_colour_of_a_state_itself():
    found = badges()

    assert len(found) == 7
    for name, prefix, state, colour in found:
        assert re.fullmatch(rf"{prefix}tones\[{re.escape(state)}\]( or \"\w+\")?", colour), name


def test_every_letter_is_sent_by_a_state_or_named_among_the_others():
    by_states = {
        name_of(each)
        for _moves, letters in TABLES.values()
        for each in letters.values()
        if callable(each)
    }

    assert len(every_letter()) == 6
    assert set(every_letter()) == by_states | set(OTHERS)
    assert by_states.isdisjoint(OTHERS)
