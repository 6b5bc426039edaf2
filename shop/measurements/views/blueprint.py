"""The pages on which somebody keeps bodies: her own, and those of others she orders for."""

from flask import Blueprint

blueprint = Blueprint("measurements", __name__, url_prefix="/profiles")
