"""What must hold for every template."""

import re
from pathlib import Path

import pytest
from jinja2 import nodes

ROOT = Path(__file__).parents[2] / "templates"
PAGES = sorted(ROOT.rglob("*.html"))
ALL = sorted(p for p in ROOT.rglob("*") if p.is_file() and p.suffix in {".html", ".txt", ".xml"})
LONGEST = 150
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
    blocks = {b.name for p in path.parent.glob("*.html")
              for b in app.jinja_env.parse(p.read_text()).find_all(nodes.Block)}  # fmt: skip
    ids = set(re.findall(r'\sid="([\w-]+)"', sources))
    assert targets <= ids
    assert {target.replace("-", "_") for target in targets} <= blocks


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_every_template_is_short(path):
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
        assert "csrf_token" in form or "form_token()" in form, form[:120]


def words_in(tree):
    """The text a reader would see that is not marked for translation."""
    for data in tree.find_all(nodes.TemplateData):
        text = re.sub(r"<!--.*?-->|<[^>]*>|<[^>]*$|^[^<]*>", " ", data.data, flags=re.DOTALL)
        yield from re.findall(r"[A-Za-z]{3,}", re.sub(r"&\w+;", " ", text))


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_every_word_is_marked_for_translation(app, path):
    if path.suffix == ".xml" or path.name in {"styleguide.html", "base.html"}:
        pytest.skip("no words for customers")
    tree = app.jinja_env.parse(path.read_text())
    assert sorted(set(words_in(tree))) == []
