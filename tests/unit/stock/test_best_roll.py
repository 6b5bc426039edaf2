from dataclasses import dataclass

from shop.stock.rules import best_roll


@dataclass
class Roll:
    free_mm: int


def test_the_shortest_roll_that_suffices_is_taken() -> None:
    rolls = [Roll(9000), Roll(1500), Roll(1600)]

    assert best_roll(rolls, 1500) is rolls[1]
    assert best_roll(rolls, 1501) is rolls[2]
    assert best_roll(rolls, 9001) is None
    assert best_roll([], 1) is None
