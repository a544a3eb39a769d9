"""One writer at a time in a work folder: an advisory lock on a file in it, held for the time of one change."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

SLOTBESTAND: Final = ".amend-slot"
GEDULD: Final = 5.0
"""Seconds that a second writer waits before it gives up."""


@contextmanager
def vergrendeld(map_: Path, geduld: float | None = None) -> Iterator[bool]:
    """Hold the lock of a folder; gives False when another process or thread kept it longer than ``geduld``.

    The lock is the system's: it is released when the process that holds it ends, however it ends. Raises OSError.
    """
    map_.mkdir(parents=True, exist_ok=True)
    eind = time.monotonic() + (GEDULD if geduld is None else geduld)
    with (map_ / SLOTBESTAND).open("a+b") as greep:
        while not (vrij := _neem(greep)) and time.monotonic() < eind:
            time.sleep(0.02)
        try:
            yield vrij
        finally:
            if vrij:
                _geef(greep)


if sys.platform == "win32":
    import msvcrt

    def _neem(greep: IO[bytes]) -> bool:
        try:
            greep.seek(0)
            msvcrt.locking(greep.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _geef(greep: IO[bytes]) -> None:
        greep.seek(0)
        msvcrt.locking(greep.fileno(), msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _neem(greep: IO[bytes]) -> bool:
        try:
            fcntl.flock(greep, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _geef(greep: IO[bytes]) -> None:
        fcntl.flock(greep, fcntl.LOCK_UN)
