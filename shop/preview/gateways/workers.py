"""The workers that draw: processes of their own, so that neither pages wait nor their memory grows.

A drawing takes half a second of one core and some two hundred megabytes. In a process apart it
shares no interpreter lock with the pages, gives its memory back when it ends, and what goes wrong
in it is one picture that is missing. `python -m shop.preview.gateways.renderer` is what runs there.
"""

import atexit
import os
import re
import subprocess
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from queue import Empty, LifoQueue
from typing import Any, Final

from shop.config import ROOT
from shop.preview.draw.requests import PictureRequest
from shop.preview.gateways.files import PictureFiles

PATIENCE_S: Final = 30
RENDERER: Final = "shop.preview.gateways.renderer"
Draw = Callable[[PictureRequest], bytes]


class DrawingFailed(Exception):
    """A picture could not be drawn; the message is what went wrong there."""


class RenderWorkers:
    """Takes the worker that drew last, or begins one; as many as there are callers at a time.

    Large pictures and cloths close up have workers of their own: they take as long as ten others,
    and the memory in which others keep what is asked for next.
    """

    def __init__(self, files: PictureFiles) -> None:
        self._files = files
        self._free: dict[bool, LifoQueue[Worker]] = {True: LifoQueue(), False: LifoQueue()}
        self._all: list[Worker] = []
        atexit.register(self.close)

    def draw(self, wanted: PictureRequest) -> bytes:
        """Return the encoded picture; raise DrawingFailed when the worker falters or dies."""
        free = self._free[wanted.is_quick]
        try:
            worker = free.get_nowait()
        except Empty:
            self._all.append(worker := Worker(self._files))
        try:
            return worker.draw(wanted)
        finally:
            free.put(worker)

    def peak_bytes(self) -> int:
        """Return the most memory that one of them has had."""
        return max((worker.peak_bytes() for worker in self._all), default=0)

    def close(self) -> None:
        for worker in self._all:
            worker.close()


class Worker:
    """One process. It begins with its first picture, and anew after it died."""

    def __init__(self, files: PictureFiles) -> None:
        self._files = files
        self._process: subprocess.Popen[bytes] | None = None
        self._line: Connection | None = None

    def draw(self, wanted: PictureRequest) -> bytes:
        line = self._begun()
        try:
            line.send(wanted)
            return self._answer(line)
        except (OSError, EOFError) as error:
            self.close()
            raise DrawingFailed(f"{type(error).__name__} while drawing {wanted.key}") from error

    def _answer(self, line: Connection) -> bytes:
        """Give the worker what it asks for from the files until it has drawn."""
        while True:
            if not line.poll(PATIENCE_S):
                raise TimeoutError
            said: tuple[Any, ...] = line.recv()
            match said:
                case ("find", name):
                    line.send(self._files.find(name))
                case ("put", name, content):
                    self._files.put(name, content)
                case ("drawn", picture):
                    return bytes(picture)
                case (_, fault):
                    raise DrawingFailed(fault)

    def _begun(self) -> Connection:
        if self._line is not None and self._process and self._process.poll() is None:
            return self._line
        self.close()
        self._line, theirs = Pipe()
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", RENDERER, str(theirs.fileno())],
            pass_fds=(theirs.fileno(),),
            cwd=ROOT,
        )
        theirs.close()
        return self._line

    def peak_bytes(self) -> int:
        """Return the most memory it has had; 0 where the system does not tell."""
        status = Path(f"/proc/{self._process.pid}/status") if self._process else Path()
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text()) if status.is_file() else None
        return int(found[1]) * 1024 if found else 0

    def close(self) -> None:
        if self._line is not None:
            self._line.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._line = self._process = None


def drawing(files: PictureFiles, *, apart: bool) -> Draw:
    """Return who draws: processes of their own, or this one where pipes cannot be handed on."""
    if apart and os.name != "nt":
        return RenderWorkers(files).draw
    from shop.preview.gateways.renderer import Renderer  # noqa: PLC0415 - numpy only where one draws

    return Renderer(files).draw
