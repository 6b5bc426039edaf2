"""Settings are listed for who deploys, and contradictions are refused."""

import re
from pathlib import Path

import pytest

from shop.config import Misconfigured, Settings

EXAMPLE = Path(__file__).parents[2] / ".env.example"
GOOD = {
    "SHOP_ENV": "production",
    "SHOP_SECRET_KEY": "a" * 40,
    "SHOP_URL": "https://shop.example",
    "SHOP_STRIPE_SECRET_KEY": "sk_live_x",
    "SHOP_STRIPE_WEBHOOK_SECRET": "whsec_x",
    "SHOP_MAIL": "smtp://mail.example:587",
}


def test_the_example_lists_every_setting():
    listed = set(re.findall(r"^#?\s?(SHOP_[A-Z0-9_]+)=", EXAMPLE.read_text(), re.MULTILINE))
    assert listed == {f"SHOP_{name.upper()}" for name in Settings.__dataclass_fields__}


def test_a_production_shop_with_everything_starts():
    assert Settings.read(GOOD).is_production


@pytest.mark.parametrize("missing", [key for key in GOOD if key != "SHOP_ENV"])
def test_a_production_shop_without_one_of_them_does_not(missing):
    with pytest.raises(Misconfigured):
        Settings.read({k: v for k, v in GOOD.items() if k != missing})


def test_the_test_counter_never_takes_orders_in_production():
    keyless = {k: v for k, v in GOOD.items() if "STRIPE" not in k}
    with pytest.raises(Misconfigured, match="test counter"):
        Settings.read(keyless)


def test_a_live_key_does_not_run_in_development():
    live = {"SHOP_STRIPE_SECRET_KEY": "sk_live_x", "SHOP_STRIPE_WEBHOOK_SECRET": "whsec_x"}
    with pytest.raises(Misconfigured, match="live key"):
        Settings.read(live)


def test_a_half_configured_stripe_is_refused():
    with pytest.raises(Misconfigured, match="one is missing"):
        Settings.read({"SHOP_STRIPE_SECRET_KEY": "sk_test_x"})


def test_all_faults_are_told_at_once():
    with pytest.raises(Misconfigured) as caught:
        Settings.read({"SHOP_ENV": "production", "SHOP_TRUSTED_PROXIES": "two"})
    assert len(str(caught.value).splitlines()) >= 5


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("TAX_PERCENT", "abc", "number from 0 to below 100"),
        ("TAX_PERCENT", "-1", "number from 0 to below 100"),
        ("TAX_PERCENT", "100", "number from 0 to below 100"),
        ("LOCALE", "xx", "such as en_GB"),
        ("LOCALE", "", "such as en_GB"),
        ("TIMEZONE", "Mars/Base", "such as Europe/Brussels"),
        ("TIMEZONE", "../etc/passwd", "such as Europe/Brussels"),
        ("CURRENCY", "EURO", "three letters"),
        ("CURRENCY", "eur", "three letters"),
        ("COUNTRY", "Belgium", "two letters"),
    ],
)
def test_what_no_page_could_be_written_with_is_refused_at_the_start(name, value, sentence):
    with pytest.raises(Misconfigured, match=sentence):
        Settings.read({f"SHOP_{name}": value})


@pytest.mark.parametrize(
    ("name", "value"),
    [("TAX_PERCENT", "5.5"), ("TAX_PERCENT", "0"), ("LOCALE", "de_DE"), ("LOCALE", "fr"),
     ("TIMEZONE", "Asia/Tokyo"), ("CURRENCY", "JPY"), ("COUNTRY", "DE")],
)  # fmt: skip
def test_houses_elsewhere_are_at_home(name, value):
    assert getattr(Settings.read({f"SHOP_{name}": value}), name.lower()) == value
