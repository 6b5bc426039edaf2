"""What translators get is what the shop says."""

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from babel.support import NullTranslations

from shop.infra import words
from shop.kernel import texts

ROOT = Path(__file__).parents[2]
POT = ROOT / "shop/translations/messages.pot"
METHODS = [("shop/**.py", "python"), ("templates/**.*", "jinja2")]
HOUSE = {"Toile", "Made", "Order", "hello", "toile", "example"}  # its name and address
KEYWORDS = {"_": None, "gettext": None, "lazy": None, "ngettext": (1, 2)}
AGAIN = (
    "pybabel extract -F pyproject.toml -k lazy -k _ --no-location --sort-output --omit-header "
    "-o shop/translations/messages.pot ."
)


def said():
    found = extract_from_dir(
        str(ROOT),
        METHODS,
        {"templates/**.*": {"trimmed": "true"}},
        KEYWORDS,
        directory_filter=lambda path: not Path(path).name.startswith((".", "var")),
    )
    return {message[0] if isinstance(message, tuple) else message for _, _, message, *_ in found}


def test_the_template_for_translators_is_complete():
    with POT.open("rb") as file:
        listed = {m.id[0] if m.pluralizable else m.id for m in read_po(file) if m.id}
    assert said() - listed == set(), f"new words; run: {AGAIN}"
    assert listed - said() == set(), f"words that nobody says any more; run: {AGAIN}"


class Elsewhere(NullTranslations):
    """A language of which one only knows that everything is said differently."""

    def gettext(self, message):
        return f"⟦{message}⟧"

    def ngettext(self, one, many, n):
        return f"⟦{one if n == 1 else many}⟧"


@pytest.fixture
def elsewhere(monkeypatch):
    monkeypatch.setattr(words, "_translations", lambda locale: Elsewhere())
    yield
    texts.speak(NullTranslations())


@pytest.mark.usefixtures("elsewhere")
@pytest.mark.parametrize(
    "address", ["/bag", "/sign-up", "/forgotten", "/profiles", "/profiles/new"]
)
def test_a_page_is_said_in_the_language_of_the_house(client, address):
    page = client.get(address).text

    seen = re.sub(r"<(head|address|form)\b.*?</\1>|<[^>]*>", "\n", page, flags=re.DOTALL)
    seen = re.sub(r"⟦.*?⟧", "", seen, flags=re.DOTALL)
    assert set(re.findall(r"[A-Za-z]{4,}", seen)) <= HOUSE
    assert "⟦" in page
