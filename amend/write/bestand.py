"""Writing a file whole or not at all: a temporary file beside it, then a rename."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def schrijf_atomisch(pad: Path, inhoud: bytes) -> None:
    """Write ``inhoud`` to ``pad``; on any failure the old file is untouched. Raises OSError naming ``pad``."""
    try:
        _schrijf(pad, inhoud)
    except OSError as fout:
        fout.filename = str(pad)  # the user knows no temporary file
        raise


def _schrijf(pad: Path, inhoud: bytes) -> None:
    pad.parent.mkdir(parents=True, exist_ok=True)
    greep, tijdelijk = tempfile.mkstemp(prefix=f".{pad.name}.", dir=pad.parent)
    try:
        with os.fdopen(greep, "wb") as bestand:
            bestand.write(inhoud)
            bestand.flush()
            os.fsync(bestand.fileno())
        Path(tijdelijk).chmod(0o644)
        Path(tijdelijk).replace(pad)
    except BaseException:
        Path(tijdelijk).unlink(missing_ok=True)
        raise
