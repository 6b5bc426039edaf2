"""The picture that people send."""

from typing import Self

from flask import request
from werkzeug.datastructures import CombinedMultiDict, FileStorage
from wtforms import FileField
from wtforms.validators import DataRequired

from shop.artwork import rules
from shop.artwork.rules import Picture, Unreadable
from shop.infra.form_parts import OnceForm
from shop.kernel.texts import gettext
from shop.kernel.texts import lazy as _


class UploadForm(OnceForm):
    picture = FileField(
        _("Your picture"),
        [DataRequired()],  # marks the field; `read` says what is wrong with it
        description=_("PNG, JPEG or WebP, up to 20 MB. PNG and WebP may be transparent."),
        render_kw={"accept": "image/png,image/jpeg,image/webp"},
    )

    @classmethod
    def sent(cls) -> Self:
        """Return the form with the file of the running request."""
        return cls(CombinedMultiDict([request.files, request.form]))

    def read(self) -> Picture | None:
        """Return the picture that was sent; None, with a sentence at its field, for none."""
        try:
            return rules.read(self._content())
        except Unreadable as fault:
            self.picture.errors = [str(fault)]
            return None

    def _content(self) -> bytes:
        """Return what was sent, but never much more than may be."""
        sent = self.picture.data
        if not isinstance(sent, FileStorage) or not sent.filename:
            raise Unreadable(gettext("Choose a file first."))
        return sent.stream.read(rules.MOST_BYTES + 1)
