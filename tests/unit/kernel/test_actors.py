"""Who acted is a person with a number, or nobody in particular."""

import pytest

from shop.kernel.actors import CLOCK, PEOPLE, Actor, ActorKind


@pytest.mark.parametrize("kind", ActorKind)
def test_who_is_a_person_has_a_number_and_nobody_else(kind):
    fits, does_not = (3, None) if kind in PEOPLE else (None, 3)

    assert Actor(kind, fits).person_id == fits
    with pytest.raises(ValueError, match=kind.value):
        Actor(kind, does_not)


def test_an_actor_stands_in_the_log_by_number():
    assert str(Actor.colleague(3)) == "colleague:3"
    assert str(Actor.customer(4)) == "customer:4"
    assert str(CLOCK) == "clock"
