"""The page to compare with: Flask, Jinja, three questions to the same database, nothing of ours."""

from flask import Flask, render_template
from jinja2 import DictLoader
from sqlalchemy import Engine, select
from sqlalchemy.orm import sessionmaker

from shop.catalogue.models import ClothRow, Garment
from shop.designs.models import Design

BASE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{% block title %}{% endblock %}</title></head>
<body>
<header><a href="/">Home</a> <a href="/garments">Garments</a> <a href="/cloths">Cloths</a></header>
<main>{% block main %}{% endblock %}</main>
</body>
</html>
"""
PAGE = """{% extends "base.html" %}
{% block title %}A page{% endblock %}
{% block main %}
<h1>Garments</h1>
<ul>{% for each in garments %}
<li><a href="/garments/{{ each.code }}">{{ each.code }}</a></li>
{% endfor %}</ul>
<h2>Cloths</h2>
<ul>{% for each in cloths %}
<li><h3>{{ each.name }}</h3><p>{{ each.story }}</p></li>
{% endfor %}</ul>
<h2>Designs</h2>
<ul>{% for each in designs %}
<li><a href="/gallery/{{ each.public_id }}">{{ each.name }}</a></li>
{% endfor %}</ul>
{% endblock %}
"""


def bare_app(engine: Engine) -> Flask:
    """Return an application with one page, at `/`, read through the ORM in three questions."""
    app = Flask(__name__, static_folder=None)
    app.jinja_loader = DictLoader({"base.html": BASE, "page.html": PAGE})
    sessions = sessionmaker(engine)
    garments = select(Garment).order_by(Garment.position)
    cloths = select(ClothRow).order_by(ClothRow.position).limit(12)
    designs = select(Design).where(Design.published_at.is_not(None)).limit(8)

    @app.get("/")
    def page() -> str:
        with sessions() as session:
            return render_template(
                "page.html",
                garments=session.scalars(garments).all(),
                cloths=session.scalars(cloths).all(),
                designs=session.scalars(designs).all(),
            )

    return app
