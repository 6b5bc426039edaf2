import pytest

from shop.accounts import rules

ANNA = "anna.maria@example.com"


@pytest.mark.parametrize(
    "password",
    [
        "a few words",
        "0123456789",
        "x" * 198 + "yz",
        "anna.maria@example.com!",
        "abcabcabca",
        "ÄÖÜäöüß€áé-",
    ],
)
def test_a_good_password(password):
    assert rules.password_fault(password, ANNA) is None


@pytest.mark.parametrize(
    ("password", "sentence"),
    [
        ("", "Use at least 10 characters. A few words in a row are fine."),
        ("a" * 9, "Use at least 10 characters. A few words in a row are fine."),
        ("xyz" * 67, "Use at most 200 characters."),
        (ANNA.upper(), "Use something other than your e-mail address."),
        ("Anna.Maria", "Use something other than your e-mail address."),
        ("aaaaaaaaab", "That repeats too few characters to be safe."),
        ("          ", "That repeats too few characters to be safe."),
    ],
)
def test_a_bad_password_is_told_why(password, sentence):
    assert rules.password_fault(password, ANNA) == sentence


@pytest.mark.parametrize("typed", ["anna@example.com", " Anna@Example.com\n", "ANNA@EXAMPLE.COM"])
def test_an_address_is_kept_in_one_form(typed):
    assert rules.tidy_email(typed) == "anna@example.com"
