"""Every table of the shop, gathered for migrations and tests."""

from shop.accounts import models as accounts
from shop.artwork import models as artwork
from shop.cart import models as cart
from shop.catalogue import models as catalogue
from shop.designs import models as designs
from shop.fitting import models as fitting
from shop.infra import outbox
from shop.infra.db import Model
from shop.measurements import models as measurements
from shop.orders import models as orders
from shop.payments import models as payments
from shop.production import models as production
from shop.promises import models as promises
from shop.stock import models as stock
from shop.wardrobe import models as wardrobe

METADATA = Model.metadata
SOURCES = (accounts, artwork, cart, catalogue, designs, fitting, measurements, orders, outbox,
           payments, production, promises, stock, wardrobe)  # fmt: skip
