from shop.catalogue.queries.kept import Kept


def test_the_thing_longest_unasked_for_goes_first() -> None:
    shelf: Kept[str, int] = Kept(limit=2)
    shelf.keep("a", 1)
    shelf.keep("b", 2)
    shelf.find("a")

    shelf.keep("c", 3)

    assert [shelf.find(key) for key in "abc"] == [1, None, 3]
