"""Every table of the shop, gathered for migrations and tests."""

from shop.accounts import models as accounts
from shop.infra import outbox
from shop.infra.db import Model

METADATA = Model.metadata
SOURCES = (accounts, outbox)
