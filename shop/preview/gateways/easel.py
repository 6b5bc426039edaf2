"""Drawing what is wanted, with the styles that were worked out before at hand."""

import sys
from io import BytesIO
from multiprocessing.connection import Connection
from typing import Any

from PIL import Image

from shop.preview.draw.wanted import Wanted, WantedCloth, WantedGarment


class Easel:
    def __init__(self, shelf: Any) -> None:
        self._shelf = shelf

    def draw(self, wanted: Wanted) -> bytes:
        """Return the encoded picture."""
        match wanted:
            case WantedGarment(width=width):
                image = Image.new("RGB", (width, width * 4 // 3), wanted.look.ground)
            case WantedCloth(width=width):
                image = Image.new("RGB", (width, width), wanted.look.ground)
            case _:
                image = Image.new("RGB", (1200, 630), wanted.look.ground)
        out = BytesIO()
        image.save(out, "JPEG" if wanted.kind == "jpg" else "WEBP")
        return out.getvalue()


def main(line: Connection) -> None:
    """Draw what comes through the line until it is closed."""
    easel = Easel(line)
    while True:
        try:
            wanted = line.recv()
        except EOFError:
            return
        try:
            line.send(("drawn", easel.draw(wanted)))
        except Exception as error:  # noqa: BLE001 - told to who asked, and the next one is drawn
            line.send(("failed", f"{type(error).__name__}: {error}"))


if __name__ == "__main__":
    main(Connection(int(sys.argv[1])))
