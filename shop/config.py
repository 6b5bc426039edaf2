"""Settings: read once from the environment, checked as a whole, never read elsewhere."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError
from babel.numbers import is_currency

ROOT: Final = Path(__file__).resolve().parents[1]
SECRET_MIN: Final = 32  # characters
DEMO_SECRET: Final = "demo-only-not-a-secret"  # noqa: S105  # refused in production


class Misconfigured(Exception):
    """The settings do not fit together; the message lists all faults."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What may differ from shop to shop. Each field is `SHOP_` and its name in capitals."""

    env: str = "development"  # development | production
    secret_key: str = DEMO_SECRET
    url: str = "http://127.0.0.1:5000"
    var_dir: str = str(ROOT / "var")
    database_url: str = ""  # empty: SQLite in var_dir
    redis_url: str = ""  # empty: the job queue and rate limits stay on this machine
    store: str = ""  # empty: files in var_dir/store; s3://key:secret@bucket?endpoint=https://…
    log_format: str = "text"  # text | json

    name: str = "Toile"
    legal_name: str = "Toile Made-to-Order"
    street: str = "Weavers Lane 4"
    postcode: str = "1000"
    city: str = "Brussels"
    country: str = "BE"
    email: str = "hello@toile.example"
    phone: str = "+32 2 555 01 04"
    vat_id: str = "BE0000000000"
    accent: str = ""  # a colour that replaces indigo chalk, for a brand of your own
    locale: str = "en_GB"
    timezone: str = "Europe/Brussels"
    currency: str = "EUR"
    tax_percent: str = "21"

    stripe_secret_key: str = ""
    stripe_webhook_secret: str = ""
    stripe_api: str = "https://api.stripe.com"

    mail: str = "file"  # file | console | smtp://user:password@host:port
    mail_from: str = "Toile <hello@toile.example>"
    trusted_proxies: int = 0

    picture_workers: int = 1  # processes that draw; 0: the server draws itself
    picture_memory_mb: int = 32  # finished pictures in the memory of a server process
    picture_disk_mb: int = 1024  # pictures and styles kept in var_dir, or in the store

    argon2_memory_kib: int = 65_536

    @classmethod
    def read(cls, environment: dict[str, str] | None = None) -> Self:
        """Return the settings of this process; raise Misconfigured with every fault found."""
        given = dict(os.environ) if environment is None else environment
        values: dict[str, str | int] = {}
        faults = []
        for name, default in _defaults(cls).items():
            raw = given.get(f"SHOP_{name.upper()}")
            if raw is None:
                continue
            if isinstance(default, int) and not raw.isdigit():
                faults.append(f"SHOP_{name.upper()} is a whole number, not «{raw}».")
            else:
                values[name] = int(raw) if isinstance(default, int) else raw.strip()
        settings = cls(**values)  # type: ignore[arg-type]  # the kinds were checked above
        faults += settings.found_faults()
        if faults:
            raise Misconfigured("\n".join(faults))
        return settings

    @property
    def is_production(self) -> bool:
        return self.env == "production"

    @property
    def has_stripe(self) -> bool:
        return bool(self.stripe_secret_key)

    @property
    def database(self) -> str:
        return self.database_url or f"sqlite:///{Path(self.var_dir) / 'shop.sqlite'}"

    def found_faults(self) -> list[str]:
        """Return a sentence for each setting that is missing or contradicts another."""
        is_demo_secret = self.secret_key == DEMO_SECRET
        is_live = self.stripe_secret_key.startswith(("sk_live", "rk_live"))
        checks = (
            (
                self.env not in {"development", "production"},
                "SHOP_ENV is «development» or «production».",
            ),
            (
                bool(self.stripe_secret_key) != bool(self.stripe_webhook_secret),
                (
                    "SHOP_STRIPE_SECRET_KEY and SHOP_STRIPE_WEBHOOK_SECRET come together:"
                    " one is missing."
                ),
            ),
            (
                is_live and not self.is_production,
                "SHOP_STRIPE_SECRET_KEY is a live key, and the shop runs as development.",
            ),
            (
                self.is_production and (is_demo_secret or len(self.secret_key) < SECRET_MIN),
                (
                    "SHOP_SECRET_KEY must be a secret of your own, 32 characters or more,"
                    " in production."
                ),
            ),
            (
                self.is_production and not self.stripe_secret_key,
                (
                    "SHOP_STRIPE_SECRET_KEY is missing: the test counter never takes orders"
                    " in production."
                ),
            ),
            (
                self.is_production and not self.url.startswith("https://"),
                "SHOP_URL starts with https:// in production.",
            ),
            (
                bool(self.store) and not _is_store(self.store),
                (
                    "SHOP_STORE is empty, or such as"
                    " s3://bucket?endpoint=https://s3.example.com&region=eu."
                ),
            ),
            (
                self.is_production and not self.mail.startswith(("smtp://", "smtps://")),
                "SHOP_MAIL is an smtp:// address in production.",
            ),
            *self._house_faults(),
        )
        return [sentence for wrong, sentence in checks if wrong]

    def _house_faults(self) -> tuple[tuple[bool, str], ...]:
        """Return what of the house no page could be written with, each with its sentence."""
        return (
            (
                not re.fullmatch(r"\d{1,2}(\.\d{1,3})?", self.tax_percent),
                "SHOP_TAX_PERCENT is a number from 0 to below 100, such as 21 or 5.5.",
            ),
            (
                not _is_locale(self.locale),
                "SHOP_LOCALE is a language and a country, such as en_GB.",
            ),
            (
                not _is_timezone(self.timezone),
                "SHOP_TIMEZONE is a place of the time zone database, such as Europe/Brussels.",
            ),
            (
                not is_currency(self.currency),
                "SHOP_CURRENCY is a currency's three letters, such as EUR.",
            ),
            (
                not re.fullmatch(r"[A-Z]{2}", self.country),
                "SHOP_COUNTRY is a country's two letters, such as BE.",
            ),
            (
                bool(self.accent) and not re.fullmatch(r"#[0-9a-fA-F]{6}", self.accent),
                "SHOP_ACCENT is a colour such as #5A3A2E.",
            ),
        )


def _is_locale(name: str) -> bool:
    try:
        return bool(Locale.parse(name))
    except (UnknownLocaleError, ValueError):
        return False


def _is_timezone(name: str) -> bool:
    try:
        return bool(ZoneInfo(name))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


def _is_store(address: str) -> bool:
    """Tell whether the address names a bucket, and nothing beside it that we do not know."""
    try:
        parts = urlsplit(address)
        asked = parse_qs(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
    except ValueError:
        return False
    endpoint = asked.get("endpoint", ["https://"])[-1]
    return (
        parts.scheme == "s3"
        and bool(parts.hostname)
        and bool(parts.username) == bool(parts.password)
        and asked.keys() <= {"endpoint", "region"}
        and endpoint.startswith(("https://", "http://"))
    )


def _defaults(kind: type[Settings]) -> dict[str, object]:
    fields = kind.__dataclass_fields__
    return {name: each.default for name, each in fields.items()}
