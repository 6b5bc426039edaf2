"""Words inside sentences."""

import pytest

from shop.kernel.texts import in_a_sentence


@pytest.mark.parametrize(
    ("name", "inside"), [("Shirt", "shirt"), ("T-shirt", "T-shirt"), ("A", "a"), ("", "")]
)
def test_a_name_stands_in_a_sentence(name: str, inside: str) -> None:
    assert in_a_sentence(name) == inside
