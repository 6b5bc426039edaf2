"""Free search over cloths: all words must occur; accents, case and one slip are forgiven."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from shop.catalogue.rules import Cloth

FORGIVEN_FROM: Final = 5  # letters: in a shorter word a slip is another word
_WORD: Final = re.compile(r"\w+")
_STROKES: Final = str.maketrans("øłđı", "oldi")  # letters that Unicode does not take apart


def words_of(text: str) -> tuple[str, ...]:
    """Return the words in small letters without accents: `Crêpe, TX-4` is `crepe tx 4`."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return tuple(_WORD.findall(plain.translate(_STROKES)))


def having(cloths: Sequence[Cloth], text: str) -> list[bool]:
    """Tell for each cloth whether all the words occur in it, as words or the beginnings of words.

    A word of five letters or more that begins none in any of the cloths may have one slip: a
    letter too many, missing, wrong, or two in the wrong order.
    """
    sought = words_of(text)
    if not sought:
        return [True] * len(cloths)
    texts = tuple([_text(cloth) for cloth in cloths])
    meant = [_meant(word, texts) for word in sought]
    return [all(any(word in text for word in words) for words in meant) for text in texts]


@lru_cache(maxsize=256)
def _meant(word: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return what stands in the texts for this word, each with the space before it."""
    begun = f" {word}"
    if len(word) < FORGIVEN_FROM or any(begun in text for text in texts):
        return (begun,)
    head, tail = word[: len(word) // 2], word[len(word) // 2 + 1 :]
    near = (each for each in _known(texts) if tail in each or each.startswith(head))
    return tuple(f" {each}" for each in near if _is_a_slip(word, each))


@lru_cache(maxsize=8)
def _known(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(" ".join(texts).split()))


def _is_a_slip(word: str, known: str) -> bool:
    """Tell whether the word is the known one, or its beginning, but for one letter."""
    pairs = zip(word, known, strict=False)
    same = next((at for at, (left, right) in enumerate(pairs) if left != right), len(known))
    left, right = word[same:], known[same:]
    is_too_many_or_turned = right.startswith((left[1:], left[1:2] + left[:1] + left[2:]))
    is_missing_or_wrong = right[1:].startswith((left, left[1:]))
    return is_too_many_or_turned or is_missing_or_wrong


@lru_cache(maxsize=4096)
def _text(cloth: Cloth) -> str:
    fibres = (fibre for fibre, _share in cloth.composition)
    said = (
        cloth.name,
        cloth.mill,
        cloth.colour,
        cloth.weave,
        cloth.family,
        cloth.pattern,
        cloth.article,
        cloth.story,
        *fibres,
    )
    words = (word for each in said for word in words_of(each))
    return " " + " ".join(dict.fromkeys(words))
