"""Pictures on demand: each is made once, whoever asks, and kept in memory and among the files."""

from pathlib import Path
from typing import Final, Self

from flask import Flask, current_app

from shop.config import Settings
from shop.infra.store import Store
from shop.kernel.cache import Cache
from shop.preview import draw
from shop.preview.draw.requests import PictureRequest
from shop.preview.gateways.files import Bucket, Folder, PictureFiles
from shop.preview.gateways.files import prune as prune_files
from shop.preview.gateways.render_queue import RenderQueue
from shop.preview.gateways.workers import Draw, drawing

MEGABYTE: Final = 2**20
WAITING: Final = 5  # as many pictures as a browser asks for at once; quick and slow ones apart
PATIENCE_S: Final = 20.0


class Pictures:
    """The finished pictures of this process, and who makes the missing ones."""

    def __init__(self, *, files: PictureFiles, draw: Draw, memory_bytes: int, at_once: int) -> None:
        self.files = files
        self._draw = draw
        self._memory: Cache[str, bytes] = Cache(limit=memory_bytes)
        self._queues = {
            is_quick: RenderQueue(at_once=at_once, waiting=WAITING, patience_s=PATIENCE_S)
            for is_quick in (True, False)
        }

    @classmethod
    def as_set(cls, settings: Settings, store: Store) -> Self:
        """Return the pictures as the settings say: where they lie, how many are drawn at once."""
        folder = Folder(Path(settings.var_dir) / "pictures")
        files: PictureFiles = Bucket(store) if settings.store else folder
        return cls(
            files=files,
            draw=drawing(files, apart=settings.picture_workers > 0),
            memory_bytes=settings.picture_memory_mb * MEGABYTE,
            at_once=max(1, settings.picture_workers),
        )

    def made(self, wanted: PictureRequest) -> bytes:
        """Return the encoded picture, drawn now if need be; Busy when too many are asked for."""
        name = name_of(wanted)
        found = self._found(name)
        if found is not None:
            return found
        return self._queues[wanted.is_quick].made(
            name, find=lambda: self._found(name), make=lambda: self._drawn(name, wanted)
        )

    def _found(self, name: str) -> bytes | None:
        if (found := self._memory.find(name)) is None and (found := self.files.find(name)):
            self._memory.keep(name, found, size=len(found))
        return found

    def _drawn(self, name: str, wanted: PictureRequest) -> bytes:
        content = self._draw(wanted)
        if not wanted.artwork:  # which its owner may erase
            self.files.put(name, content)
        self._memory.keep(name, content, size=len(content))
        return content


def init_app(app: Flask) -> None:
    settings: Settings = app.extensions["settings"]
    app.extensions["pictures"] = Pictures.as_set(settings, app.extensions["store"])


def picture(wanted: PictureRequest) -> bytes:
    """Return the encoded picture; raise Busy when too many are being drawn."""
    pictures: Pictures = current_app.extensions["pictures"]
    return pictures.made(wanted)


def prune(*, keep_mb: int | None = None) -> tuple[int, int]:
    """Take the oldest out of the files; return how many went and how many bytes stay."""
    pictures: Pictures = current_app.extensions["pictures"]
    settings: Settings = current_app.extensions["settings"]
    limit = settings.picture_disk_mb if keep_mb is None else keep_mb
    return prune_files(pictures.files, limit_bytes=limit * MEGABYTE, current=draw.ENGINE)


def name_of(wanted: PictureRequest) -> str:
    """Return where the picture lies: by engine, so that those of a former one can be told."""
    return f"{draw.ENGINE}/{wanted.key[:2]}/{wanted.key}.{wanted.kind}"
