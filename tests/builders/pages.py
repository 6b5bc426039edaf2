"""What a browser would send of a page's form, untouched."""

import re
from html import unescape

INPUT = re.compile(r"<input\b[^>]*>|<select\b.*?</select>|<textarea\b.*?</textarea>", re.DOTALL)
OPTION = re.compile(r"<option\b[^>]*>")


def fields_in(page: str) -> dict[str, list[str]]:
    """Return the fields of the last form in the main part of the page, as they stand."""
    form = page[page.index("<main") :]
    form = form[form.rindex('method="post"', 0, form.index("</main>")) :].split("</form>")[0]
    found: dict[str, list[str]] = {}
    for tag in INPUT.findall(form):
        name = _of(tag, "name")
        for value in _values(tag):
            found.setdefault(name, []).append(value)
    return found


def _values(tag: str) -> list[str]:
    if tag.startswith("<select"):
        options = OPTION.findall(tag)
        chosen = [option for option in options if re.search(r"\bselected\b", option)]
        return [_of(option, "value") for option in (chosen or options[:1])]
    if tag.startswith("<textarea"):
        return [unescape(tag[tag.index(">") + 1 : -len("</textarea>")]).lstrip("\r\n")]
    is_box = _of(tag, "type") in {"checkbox", "radio"}
    return [_of(tag, "value")] if not is_box or re.search(r"\bchecked\b", tag) else []


def _of(tag: str, name: str) -> str:
    match = re.search(rf'\s{name}="([^"]*)"', tag)
    return unescape(match[1]) if match else ""
