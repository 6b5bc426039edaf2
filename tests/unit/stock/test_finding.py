"""Finding one cloth among hundreds."""

from itertools import product

import pytest

from shop.stock.rules import ClothOnShelf
from shop.stock.rules.finding import (
    FILTERS,
    Sort,
    WayOut,
    Wish,
    facets,
    found,
    page_of,
    ways_out,
)
from tests.builders.catalogue import a_cloth, shipped


def lying(code, *, longest_mm=5000, **facts):
    facts = {"name": code, "mill": "", "article": "", "weave": "", "story": "", **facts}
    return ClothOnShelf(cloth=a_cloth(code, **facts), longest_mm=longest_mm)


SHELF = (
    lying("sky", name="Sky poplin", colour="blue", weight_gsm=115, price_per_metre_minor=2500),
    lying("ink", name="ink Oxford", family="oxford", colour="navy", weight_gsm=150,
          price_per_metre_minor=2501, composition=(("cotton", 97), ("elastane", 3))),
    lying("moor", name="Moor flannel", family="flannel", colour="navy", weight_gsm=260,
          price_per_metre_minor=6000, season="winter", composition=(("wool", 100),),
          pattern="herringbone", mill="Łódzka Fabryka", article="PV 100/4", longest_mm=1499),
    lying("coat", name="Coating", family="wool", colour="grey", weight_gsm=261,
          price_per_metre_minor=6001, season="winter", composition=(("wool", 80), ("silk", 20)),
          weave="crêpe", story="Holds a crease all day."),
)  # fmt: skip


def codes(**wishes):
    return " ".join(each.cloth.code for each in found(SHELF, Wish(**wishes)))


def counts(facet):
    return {each.code: each.count for each in facet.values}


def facets_of(**wishes):
    return {each.code: each for each in facets(SHELF, Wish(**wishes))}


def test_no_wish_finds_the_whole_shelf_in_the_shops_order():
    assert codes() == "sky ink moor coat"


@pytest.mark.parametrize(
    ("wish", "there"),
    [({"family": "oxford"}, "ink"), ({"colour": "navy"}, "ink moor"),
     ({"pattern": "herringbone"}, "moor"), ({"season": "winter"}, "moor coat"),
     ({"fibre": "silk"}, "coat"), ({"fibre": "cotton"}, "sky ink"),
     ({"weight": "light"}, "sky"), ({"weight": "middle"}, "ink moor"),
     ({"weight": "heavy"}, "coat"),
     ({"price": "to-25"}, "sky"), ({"price": "to-40"}, "ink"), ({"price": "to-60"}, "moor"),
     ({"price": "more"}, "coat"), ({"stock": "yes"}, "sky ink coat"),
     ({"colour": "navy", "weight": "middle", "season": "winter"}, "moor"),
     ({"colour": "blue", "weight": "heavy"}, "")],
)  # fmt: skip
def test_every_filter_narrows(wish, there):
    assert codes(**wish) == there


@pytest.mark.parametrize(
    ("words", "there"),
    [("SKY", "sky"), ("pop", "sky"), ("plin", ""), ("oxford ink", "ink"), ("oxford sky", ""),
     ("lodzka", "moor"), ("łódzka fabryka", "moor"), ("pv 100/4", "moor"), ("100/5", ""),
     ("crepe", "coat"), ("crease", "coat"), ("silk", "coat"), ("herringb", "moor"),
     ("flannel navy", "moor"), ("  ", "sky ink moor coat"), ("?!", "sky ink moor coat")],
)  # fmt: skip
def test_all_words_must_occur_whatever_their_case_and_accents(words, there):
    assert codes(words=words) == there


@pytest.mark.parametrize(
    "words", ["flannal", "flanel", "flannnel", "flannle", "flannek", "glannel", "fabrka", "lannel"]
)
def test_one_slip_in_a_long_word_is_forgiven(words):
    assert codes(words=words) == "moor"


@pytest.mark.parametrize("words", ["flonnal", "flnel", "moro", "mooor flannal oxford", "skx"])
def test_two_slips_or_one_in_a_short_word_are_not(words):
    assert codes(words=words) == ""


def test_a_word_that_is_there_means_nothing_else():
    shelf = (lying("a", name="Linen"), lying("b", name="Lined"))

    assert [each.cloth.code for each in found(shelf, Wish(words="linen"))] == ["a"]
    assert [each.cloth.code for each in found(shelf, Wish(words="linet"))] == ["a", "b"]


@pytest.mark.parametrize(
    ("sort", "there"),
    [(Sort.HOUSE, "sky ink moor coat"), (Sort.CHEAPEST, "sky ink moor coat"),
     (Sort.DEAREST, "coat moor ink sky"), (Sort.LIGHTEST, "sky ink moor coat"),
     (Sort.HEAVIEST, "coat moor ink sky"), (Sort.NAME, "coat ink moor sky")],
)  # fmt: skip
def test_cloths_follow_each_other_as_wished(sort, there):
    assert codes(sort=sort) == there


def test_equal_cloths_stay_as_they_lie():
    shelf = tuple(lying(code, name="Same") for code in ("b", "c", "a"))

    for sort in Sort:
        assert found(shelf, Wish(sort=sort)) == shelf


def test_a_facet_counts_what_would_remain():
    there = facets_of(colour="navy")

    assert counts(there["colour"]) == {"grey": 1, "navy": 2, "blue": 1}
    assert counts(there["family"]) == {"oxford": 1, "flannel": 1}
    assert counts(there["fibre"]) == {"cotton": 1, "elastane": 1, "wool": 1}
    assert counts(there["weight"]) == {"middle": 2}
    assert (there["colour"].any_count, there["family"].any_count) == (4, 2)
    assert there["colour"].chosen.code == "navy"
    assert there["family"].chosen is None


def test_a_chosen_value_stays_though_nothing_is_left():
    there = facets_of(colour="blue", season="winter")

    assert counts(there["colour"]) == {"grey": 1, "navy": 1, "blue": 0}
    assert counts(there["season"]) == {"all-year": 1, "winter": 0}
    assert counts(there["family"]) == {}


def test_search_narrows_the_facets_too():
    assert counts(facets_of(words="wool")["colour"]) == {"grey": 1, "navy": 1}


def test_every_count_is_what_choosing_it_finds():
    shelf = tuple(
        ClothOnShelf(cloth=each.cloth, longest_mm=n * 200)
        for n, each in enumerate(shipped().cloths)
    )
    for colour, weight, words in product(("", "navy"), ("", "light", "heavy"), ("", "cotton")):
        wish = {"colour": colour, "weight": weight, "words": words}
        for facet in facets(shelf, Wish(**wish)):
            assert facet.any_count == len(found(shelf, Wish(**(wish | {facet.code: ""}))))
            for each in facet.values:
                there = found(shelf, Wish(**(wish | {facet.code: each.code})))
                assert each.count == len(there), (wish, facet.code, each.code)


def test_when_nothing_is_found_it_says_what_to_give_up():
    assert ways_out(SHELF, Wish(colour="navy", weight="heavy")) == (
        WayOut(code="weight", count=2),
        WayOut(code="colour", count=1),
    )
    assert ways_out(SHELF, Wish(words="poplin", colour="navy")) == (
        WayOut(code="words", count=2),
        WayOut(code="colour", count=1),
    )
    assert ways_out(SHELF, Wish(words="silk", colour="blue", season="summer")) == ()


def test_a_wish_is_read_as_it_was_written():
    values = {each.code: tuple(each.values)[-1] for each in FILTERS}
    wish = Wish(words="blue oxford", sort=Sort.NAME, page=3, **values)

    query = wish.query()

    assert Wish.read(query) == wish
    assert all(name.startswith("f-") for name in query)
    assert query["f-q"] == "blue oxford"
    assert (query["f-sort"], query["f-page"], query["f-colour"]) == ("name", "3", "orange")


def test_only_what_is_wished_is_written():
    assert Wish().query() == {}
    assert Wish(colour="navy").query() == {"f-colour": "navy"}
    assert not Wish(sort=Sort.NAME, page=2)
    assert Wish(words="a")
    assert Wish(stock="yes")


def test_a_wish_shares_an_address_with_a_design():
    design = {"colour": "blue", "step": "cloth", "f-colour": "red", "f-page": "3"}

    together = Wish(colour="navy").beside(design)

    assert together == {"colour": "blue", "step": "cloth", "f-colour": "navy"}
    assert design["f-colour"] == "red"


@pytest.mark.parametrize(
    "args",
    [{"f-colour": "nothing", "f-family": "🧵", "f-weight": "140", "f-stock": "1", "f-sort": "x"},
     {"colour": "navy", "q": "navy", "page": "2"}, {"f-q": " \t "}, {"f-page": "-1"},
     {"f-page": "0"}, {"f-page": "1.5"}, {"f-page": "²"}, {"f-page": "9" * 5000}],
)  # fmt: skip
def test_unknown_words_are_no_wish(args):
    assert Wish.read(args) == Wish()


def test_a_search_is_kept_short():
    assert Wish.read({"f-q": "  blue   oxford "}).words == "blue oxford"
    assert Wish.read({"f-q": "a" * 79 + " b"}).words == "a" * 79


def test_what_is_given_up_starts_again_from_the_first_page():
    wish = Wish(words="a", colour="navy", sort=Sort.NAME, page=4)

    assert wish.without("colour") == Wish(words="a", sort=Sort.NAME)
    assert wish.without("words") == Wish(colour="navy", sort=Sort.NAME)
    assert wish.cleared() == Wish(sort=Sort.NAME)
    assert wish.at(2) == Wish(words="a", colour="navy", sort=Sort.NAME, page=2)


@pytest.mark.parametrize(
    ("number", "shown", "is_on"),
    [(1, (0, 1, 2), 1), (3, (6,), 3), (9, (6,), 3), (-1, (0, 1, 2), 1)],
)  # fmt: skip
def test_pages_are_kept_within_what_there_is(number, shown, is_on):
    page = page_of(range(7), number, size=3)

    assert page.items == shown
    assert (page.number, page.pages, page.total) == (is_on, 3, 7)


def test_nothing_is_one_empty_page():
    page = page_of((), 2)

    assert (page.items, page.number, page.pages, page.total) == ((), 1, 1, 0)
    assert page_of(range(24), 1).pages == 1
    assert page_of(range(25), 1).pages == 2
