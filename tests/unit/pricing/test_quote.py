from hypothesis import given
from hypothesis import strategies as st

from shop.catalogue.rules import Condition
from shop.kernel import documents
from shop.kernel.money import Money
from shop.pricing.rules import Quote, quote
from tests.builders.catalogue import a_cloth, a_group, a_model, values

COLLAR = a_group("collar", *values("spread", "band", band=-400))
CUFF = a_group(
    "cuff",
    *values("barrel", "french", french=1200),
    asked_when=(Condition(group="collar", values=frozenset({"spread"})),),
)
MODEL = a_model(COLLAR, CUFF)


@given(
    collar=st.sampled_from(["spread", "band", ""]),
    cuff=st.sampled_from(["barrel", "french", "lace"]),
    metre=st.integers(0, 20_000),
    mm=st.integers(0, 9_000),
)
def test_the_total_is_the_sum_of_the_lines(collar: str, cuff: str, metre: int, mm: int) -> None:
    cloth = a_cloth(price_per_metre_minor=metre)

    each = quote(
        MODEL, {"collar": collar, "cuff": cuff}, cloth, currency="EUR", cloth_mm=mm, locale="en_GB"
    )

    assert each.total.minor == sum(line.amount.minor for line in each.lines)
    assert documents.build(Quote, documents.plain(each)) == each


def test_cloth_is_rounded_half_up_to_a_minor_unit() -> None:
    cloth = a_cloth(price_per_metre_minor=2450)

    each = quote(MODEL, {}, cloth, currency="EUR", cloth_mm=1350, locale="en_GB")  # 3307.5

    assert each.lines[1].amount == Money(3308, "EUR")
    assert each.lines[1].note == "1.35 m at €24.50 a metre"
