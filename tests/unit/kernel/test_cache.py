"""A bounded cache: what was longest not asked for goes first, sizes stay below the limit."""

from concurrent.futures import ThreadPoolExecutor

from shop.kernel.cache import Cache


def test_the_value_longest_unasked_for_goes_first():
    cache: Cache[str, int] = Cache(limit=2)
    cache.keep("a", 1)
    cache.keep("b", 2)
    cache.find("a")

    assert cache.keep("c", 3) == 3

    assert [cache.find(key) for key in "abc"] == [1, None, 3]
    assert cache.values() == [1, 3]


def test_sizes_count_when_they_are_said():
    cache: Cache[str, str] = Cache(limit=10)
    cache.keep("a", "A", size=4)
    cache.keep("b", "B", size=4)
    assert cache.find("a") == "A"

    cache.keep("c", "C", size=4)

    assert [cache.find(key) for key in "abc"] == ["A", None, "C"]
    assert cache.size == 8


def test_what_is_larger_than_the_limit_is_not_kept_and_displaces_nothing():
    cache: Cache[str, str] = Cache(limit=10)
    cache.keep("a", "A", size=4)

    assert cache.keep("b", "B", size=11) == "B"

    assert (cache.find("a"), cache.find("b"), cache.size) == ("A", None, 4)


def test_a_key_kept_again_counts_once():
    cache: Cache[str, str] = Cache(limit=10)
    cache.keep("a", "A", size=4)

    cache.keep("a", "B", size=6)

    assert (cache.find("a"), cache.size) == ("B", 6)


def test_a_cleared_cache_is_empty_and_goes_on():
    cache: Cache[str, int] = Cache(limit=2)
    cache.keep("a", 1)

    cache.clear()

    assert (cache.find("a"), cache.size) == (None, 0)
    assert cache.keep("a", 2) == cache.find("a")


def test_many_threads_leave_the_sizes_right():
    cache: Cache[int, int] = Cache(limit=100)

    def work(start: int) -> None:
        for number in range(start, start + 2000):
            cache.keep(number % 50, number, size=number % 7)
            cache.find(number % 31)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(work, range(4)))

    assert 0 <= cache.size <= 100
    assert cache.size == sum(size for _value, size in cache._values.values())
