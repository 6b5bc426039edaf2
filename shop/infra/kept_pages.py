"""Pages that are the same for all who ask: rendered once, answered many times.

What differs from visitor to visitor (who is signed in, the bag, the unit, the token of forms)
stands in parts of its own, which the layout includes by `own`. A kept page has a hole in the place
of each; they are made anew at every answer and never kept. Of a page that is not the same for all,
a template keeps a part that is: `{{ kept_part("ui/_facets.html", key, facets=facets) }}`.
"""

from collections.abc import Callable, Hashable
from typing import Any, Final

from flask import Flask, Response, current_app, make_response, render_template, request
from jinja2 import Template
from markupsafe import Markup

from shop.infra import words
from shop.infra.web import is_fragment_request, page
from shop.kernel.cache import Cache

LIMIT: Final = 16_000_000  # letters of kept pages in a process: some hundreds of pages
HOLE: Final = "\0"  # no text of ours can hold it: databases and requests refuse it
WITHHELD: Final = ("visitor", "bag_count", "unit", "session", "g", "csrf_token")
FORM: Final = 'name="csrf_token"'

Pieces = tuple[str, ...]  # text and, at every second place, the name of a visitor's own part


def init_app(app: Flask) -> None:
    app.extensions["kept_pages"] = Cache[Hashable, Pieces](limit=LIMIT)
    app.jinja_env.globals["kept_part"] = kept_part
    app.context_processor(lambda: {"own": str})  # elsewhere such a part is included like any other


def kept_page(
    template: str,
    *,
    key: Hashable,
    context: Callable[[], dict[str, Any]],
    fragments: tuple[str, ...] = (),
) -> Response:
    """Answer with a public page from what is kept of it; work it out when that is not there.

    `key` says all that the page shows beside its path: a page under the same key is the same page.
    The template may not ask for anything of the visitor; it raises UndefinedError if it does.
    """
    if is_fragment_request() or current_app.jinja_env.auto_reload:
        return page(template, fragments=fragments, **context())
    pages: Cache[Hashable, Pieces] = current_app.extensions["kept_pages"]
    whole = (template, request.path, *words.facts().values(), key)
    pieces = pages.find(whole)
    if pieces is None:
        pieces = _rendered(template, context())
        pages.keep(whole, pieces, size=sum(map(len, pieces)))
    response = make_response(_filled(pieces))
    response.vary.update(["HX-Request", "HX-Target"])
    return response


def kept_part(template: str, key: Hashable, **facts: Any) -> Markup:
    """Return a part of a page from what is kept of it under its key, as `kept_page` does.

    The part knows these facts, the house and its language, and nothing of the visitor.
    """
    pages: Cache[Hashable, Pieces] = current_app.extensions["kept_pages"]
    language = words.facts()
    whole = (template, *language.values(), key)
    if (pieces := pages.find(whole)) is None or current_app.jinja_env.auto_reload:
        house = {"shop": current_app.extensions["settings"]}
        html = current_app.jinja_env.get_template(template).render(language | house | facts)
        pieces = pages.keep(whole, (html,), size=len(html))
    return Markup(pieces[0])  # noqa: S704 - a template of ours made it


def _rendered(template: str, context: dict[str, Any]) -> Pieces:
    nobody = {name: current_app.jinja_env.undefined(name=name) for name in WITHHELD}
    html = render_template(template, **{**nobody, **context, "own": _hole})
    if FORM in html:
        raise ValueError(f"{template} holds a visitor's token: it cannot be kept.")
    return tuple(html.split(HOLE))


def _hole(part: str) -> Template:
    """Return what stands in a kept page in the place of a visitor's own part."""
    return current_app.jinja_env.from_string(f"{HOLE}{part}{HOLE}")


def _filled(pieces: Pieces) -> str:
    """Return the page with the parts of this visitor in their places."""
    own: dict[str, Any] = {}
    current_app.update_template_context(own)
    templates = current_app.jinja_env
    return "".join(
        templates.get_template(piece).render(own) if at % 2 else piece
        for at, piece in enumerate(pieces)
    )
