"""The shop's words: gettext for pure code. The edge sets the language, everybody asks here."""

from contextvars import ContextVar

from babel.support import LazyProxy, NullTranslations

_current: ContextVar[NullTranslations] = ContextVar("translations")
_english = NullTranslations()


def speak(translations: NullTranslations) -> None:
    """Use these translations for the rest of the running request or job."""
    _current.set(translations)


def translations() -> NullTranslations:
    return _current.get(_english)


def gettext(message: str, **values: object) -> str:
    """Return the message in the reader's language, with its `%(name)s` filled in."""
    said: str = translations().gettext(message)
    return said % values if values else said


def ngettext(one: str, many: str, n: int, **values: object) -> str:
    """Return the form that fits the number, which the message knows as `%(n)s`."""
    said: str = translations().ngettext(one, many, n)
    return said % {"n": n, **values}


def lazy(message: str) -> str:
    """Return a message that is looked up when it is shown, for labels made at import."""
    proxy: str = LazyProxy(gettext, message, enable_cache=False)  # type: ignore[assignment]  # acts as str
    return proxy


def in_a_sentence(name: str) -> str:
    """Return a name as it stands inside a sentence: `Shirt` becomes `shirt`, `T-shirt` stays."""
    return name if name[1:2] == "-" else name[:1].lower() + name[1:]
