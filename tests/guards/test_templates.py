"""What must hold for every template."""

import re
from pathlib import Path

import pytest
from jinja2 import nodes

ROOT = Path(__file__).parents[2] / "templates"
PAGES = sorted(ROOT.rglob("*.html"))
WORDED = [p for p in [*PAGES, *sorted(ROOT.rglob("*.txt"))] if p.name != "styleguide.html"]
LONGEST = 150  # the component page shows everything and is longer
HANDED_ON = re.compile(r"""(?:, |target=|"hx-target": )["']#([a-z][\w-]*)["']""")
FEWEST = 3  # targets that are handed on today
SAME_PAGE = re.compile(r'hx-target="#([\w-]+)"')


def name_of(path):
    return str(path.relative_to(ROOT))


def whole_source(path):
    """The template with what it includes, since a target may be a block of the page around it."""
    folder = path.parent
    return "\n".join(each.read_text() for each in folder.glob("*.html"))


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_swap_target_is_a_block_of_the_same_name(app, path):
    targets = set(SAME_PAGE.findall(path.read_text()))
    sources = whole_source(path)
    blocks = {
        b.name
        for p in path.parent.glob("*.html")
        for b in app.jinja_env.parse(p.read_text()).find_all(nodes.Block)
    }
    ids = set(re.findall(r'\sid="([\w-]+)"', sources))
    assert targets <= ids
    assert {target.replace("-", "_") for target in targets} <= blocks


def test_a_target_that_is_handed_on_is_a_block_of_some_page(app):
    """Macros and dicts give targets too: `cloth_filters(…, target="#cloths-found")`."""
    sources = {path: path.read_text() for path in PAGES}
    handed = {each for source in sources.values() for each in HANDED_ON.findall(source)}
    ids = {each for source in sources.values() for each in re.findall(r'\sid="([\w-]+)"', source)}
    blocks = {
        block.name
        for source in sources.values()
        for block in app.jinja_env.parse(source).find_all(nodes.Block)
    }

    assert len(handed) >= FEWEST
    assert handed <= ids
    assert {each.replace("-", "_") for each in handed} <= blocks


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_template_is_short(path):
    if path.name == "styleguide.html":
        return
    assert len(path.read_text().splitlines()) <= LONGEST


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_change_is_a_form_that_works_without_a_script(path):
    for form in re.findall(r"<form[^>]*hx-post[^>]*>", path.read_text()):
        assert 'method="post"' in form
        assert "action=" in form


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_nothing_is_inline_and_nothing_needs_eval(path):
    source = path.read_text()
    assert not re.search(r"\sstyle=", source)
    assert not re.search(r"<style|<script(?![^>]*\ssrc=)", source)
    assert not re.search(r"\s(hx-on|hx-vals=.js:|on[a-z]+=)", source)
    assert not re.search(r'hx-trigger="[^"]*\[', source)


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_post_form_carries_the_token(path):
    for form in re.findall(r"<form[^>]*method=\"post\".*?</form>", path.read_text(), re.DOTALL):
        is_outside = "test-counter" in form or "counter" in path.parts  # Stripe's page, not ours
        assert is_outside or "csrf_token" in form or "form_token()" in form, form[:120]


TRANSLATED = re.compile(r"\{%-?\s*trans.*?endtrans\s*-?%\}", re.DOTALL)
CLASS = re.compile(r"\{% block \w+_class %\}.*?\{% endblock %\}")
JINJA = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
SPOKEN = re.compile(r'\s(?:aria-label|alt|title|placeholder)="([^"]*)"')


def words_in(source):
    """The words a reader would see or hear that are not marked for translation."""
    bare = JINJA.sub("", CLASS.sub("", TRANSLATED.sub("", source)))
    spoken = " ".join(SPOKEN.findall(bare))
    bare = re.sub(r"\S*/staff/\S*|https?://\S+", "", bare)  # an address is no word
    seen = re.sub(r"<!doctype.*?>|<title>.*?</title>|<[^>]*>|&\w+;", " ", bare, flags=re.DOTALL)
    return sorted(set(re.findall(r"[A-Za-z]{3,}", f"{seen} {spoken}")))


@pytest.mark.parametrize("path", WORDED, ids=name_of)
def test_every_word_is_marked_for_translation(path):
    assert words_in(path.read_text()) == []
