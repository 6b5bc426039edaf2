"""What translators get is what the shop says."""

from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).parents[2]
POT = ROOT / "shop/translations/messages.pot"
METHODS = [("shop/**.py", "python"), ("templates/**.*", "jinja2")]
KEYWORDS = {"_": None, "gettext": None, "lazy": None, "ngettext": (1, 2)}
AGAIN = (
    "pybabel extract -F pyproject.toml -k lazy -k _ --no-location --sort-output --omit-header "
    "-o shop/translations/messages.pot ."
)


def said():
    found = extract_from_dir(
        str(ROOT), METHODS, {"templates/**.*": {"trimmed": "true"}}, KEYWORDS,
        directory_filter=lambda path: not Path(path).name.startswith((".", "var")),
    )  # fmt: skip
    return {message[0] if isinstance(message, tuple) else message for _, _, message, *_ in found}


def test_the_template_for_translators_is_complete():
    with POT.open("rb") as file:
        listed = {m.id[0] if m.pluralizable else m.id for m in read_po(file) if m.id}
    assert said() - listed == set(), f"new words; run: {AGAIN}"
    assert listed - said() == set(), f"words that nobody says any more; run: {AGAIN}"
