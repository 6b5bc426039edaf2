"""What follows new tables: rows of before that get a shape the new code gives to its own."""

from shop.infra import db
from shop.infra.log import say
from shop.kernel import clock
from shop.production import service as production


def carry_over() -> int:
    """Keep the spec of every piece that has none; return of how many.

    Batch by batch, each a transaction of its own: it may be broken off and begun again, run twice
    at once, and beside a shop that is open.
    """
    carried = 0
    while more := _some():
        carried += more
    say("production.carried_over", pieces=carried)
    return carried


def _some() -> int:
    with db.work() as session:
        return production.carry_over(session, now=clock.now())
