"""Pages, fragments and redirects: the only module that reads or writes HX- headers."""

from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from flask import Response, current_app, make_response, redirect, render_template, request
from jinja2_fragments.flask import render_blocks
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RoutingException
from werkzeug.urls import iri_to_uri

REDIRECTED = 303


def is_fragment_request() -> bool:
    """Tell whether htmx asks for a part of a page rather than for the page."""
    headers = request.headers
    return (
        headers.get("HX-Request") == "true"
        and headers.get("HX-Boosted") != "true"
        and headers.get("HX-History-Restore-Request") != "true"
    )


def wanted_block() -> str | None:
    """Return the block named like the target element (htmx 2: `id`, htmx 4: `tag#id`)."""
    target = request.headers.get("HX-Target", "").rpartition("#")[2]
    return target.replace("-", "_") or None


def page(
    template: str,
    *,
    fragments: tuple[str, ...] = (),
    also: tuple[str, ...] = (),
    status: int = 200,
    **context: Any,
) -> Response:
    """Render the page, or only the fragment htmx will swap, from the same template."""
    block = wanted_block() if is_fragment_request() else None
    if block in fragments and block is not None:
        html = render_blocks(template, [block, *also], **context)
    else:
        html = render_template(template, **context)
    response = make_response(html, status)
    response.vary.update(["HX-Request", "HX-Target"])
    return response


def parts(template: str, *, url: str, **context: Any) -> Response:
    """Send htmx the parts of a page that changed, each with its id, and the page's new address."""
    response = make_response(render_template(template, **context))
    response.headers["HX-Push-Url"] = iri_to_uri(url)
    return response


def problem(template: str, *, status: int, **context: Any) -> Response:
    """Say what went wrong: a page, or for htmx the same words in place of the main part."""
    if not is_fragment_request():
        return page(template, status=status, **context)
    response = make_response(render_blocks(template, ["main"], **context), status)
    response.headers.update({"HX-Retarget": "#main", "HX-Reswap": "innerHTML"})
    return response


def go_to(url: str) -> Response:
    """Send the browser to another page after a change, with or without htmx."""
    if is_fragment_request():
        return Response(status=204, headers={"HX-Redirect": iri_to_uri(url)})
    return make_response(redirect(url, code=REDIRECTED))


def safe_next(fallback: str) -> str:
    """Return the page the visitor came for, if it is one of ours; else the fallback."""
    wanted = request.values.get("next", "")
    is_path = wanted.startswith("/") and not wanted.startswith("//")
    is_plain = "\\" not in wanted and wanted.isprintable()  # browsers read past tabs and breaks
    return wanted if is_path and is_plain else fallback


def onward(name: str, value: str, *, fallback: str) -> str:
    """Return the page the visitor came for, told one thing more; the fallback if it is not ours.

    What its address said under the same name before is replaced.
    """
    parts = urlsplit(safe_next(""))
    if not parts.path:
        return fallback
    asked = [(each, said) for each, said in parse_qsl(parts.query) if each != name]
    return urlunsplit(parts._replace(query=urlencode([*asked, (name, value)])))


def page_left(fallback: str) -> str:
    """Return the page whose form was sent, which htmx may have changed since it was drawn.

    The fallback for a page of somebody else, or one that only an answer to a form could show.
    """
    try:
        left = urlsplit(request.referrer or "")
        current_app.url_map.bind(request.host).match(left.path, method="GET")
    except (ValueError, HTTPException, RoutingException):
        return fallback
    if left.netloc != request.host:
        return fallback
    return left._replace(scheme="", netloc="", fragment="").geturl()
