"""Files of measurements that people send, and what was understood of them, to be looked over."""

from dataclasses import replace
from typing import Final, Self, TypeVar

from flask import request
from werkzeug.datastructures import CombinedMultiDict, FileStorage
from wtforms import FileField, HiddenField
from wtforms.validators import DataRequired

from shop.infra import words
from shop.infra.form_base import Form, text_of
from shop.kernel import lengths
from shop.kernel.texts import gettext
from shop.kernel.texts import lazy as _
from shop.measurements.forms.sheets import SheetForm, TapeForm, sheet, shown
from shop.measurements.rules import Body, Measured, Source, freesewing
from shop.measurements.rules.freesewing import FoundSet, Unreadable
from shop.measurements.rules.names import name_of

FILE_MM: Final = "_mm"  # what the file says, which the field may show rounded to a sixteenth

DIGITS: Final = 5

Kind = TypeVar("Kind", bound="ImportedForm")


class FileForm(Form):
    file = FileField(
        _("Your file"),
        [DataRequired()],  # marks the field; `found` says what is wrong with it
        description=_("As FreeSewing saves it, JSON or YAML, up to 64 kB."),
        render_kw={"accept": ".json,.yaml,.yml"},
    )

    @classmethod
    def sent(cls) -> Self:
        """Return the form with the file of the running request."""
        return cls(CombinedMultiDict([request.files, request.form]))

    def found(self) -> FoundSet | None:
        """Return what the file says; None, with a sentence at its field, for no such file."""
        try:
            return freesewing.read_set(self._content())
        except Unreadable as fault:
            self.file.errors = [str(fault)]
            return None

    def _content(self) -> bytes:
        sent = self.file.data
        if not isinstance(sent, FileStorage) or not sent.filename:
            raise Unreadable(gettext("Choose the file first."))
        return sent.stream.read(freesewing.MOST_BYTES + 1)


class ImportedForm(SheetForm):
    """What was understood of a file, a field each; a neighbour of our measure is left empty."""

    scale = HiddenField()
    unknown = HiddenField()  # names we have no measure for

    def unknown_names(self) -> list[str]:
        return text_of(self.unknown).split()

    def scale_label(self) -> str:
        sent = text_of(self.scale)
        return freesewing.Scale(sent).label if sent in set(freesewing.Scale) else ""

    def remark_all(self) -> None:
        """Say at each field how FreeSewing's measure differs, and what the file says of it."""
        for key in self.keys:
            name, mm = name_of(key), self._file_mm(key)
            if name.is_near and mm:
                said = gettext(
                    "The file says %(length)s. Write it down if you agree.",
                    length=words.length(mm, self.given_unit()),
                )
                self[key].description = f"{name.remark} {said}"
            elif name.remark:
                self[key].description = f"{self[key].description} {name.remark}"

    def exact(self, changed: Body) -> dict[str, Measured]:
        """Return the values with the file's own millimetres where the field shows them."""
        return {key: self._exact(key, value) for key, value in changed.items()}

    def _exact(self, key: str, value: Measured) -> Measured:
        mm = self._file_mm(key) if key in self.keys else 0
        is_same = mm and lengths.says_same(text_of(self[key]), mm, self.given_unit())
        return replace(value, mm=mm) if is_same else value

    def _file_mm(self, key: str) -> int:
        sent = text_of(self[key + FILE_MM])
        return int(sent) if sent.isdecimal() and len(sent) <= DIGITS else 0


class NewImportedForm(ImportedForm, TapeForm):
    """The same, for a new profile."""


def imported(kind: type[Kind], keys: tuple[str, ...]) -> type[Kind]:
    """Return a form of this kind for these measures."""
    fields = {key + FILE_MM: HiddenField() for key in keys}
    return type(kind.__name__, (sheet(kind, keys),), fields)


def values_of(found: FoundSet) -> dict[str, str]:
    """Return what the fields show at first, in the reader's unit; neighbours are left empty."""
    body = {key: Measured(mm=mm, source=Source.TAPE) for key, mm in found.lengths.items()}
    same = [key for key in body if not name_of(key).is_near]
    values = dict(shown(body, same, words.current_unit()))
    return values | {key + FILE_MM: str(mm) for key, mm in found.lengths.items()}
