"""Run the command line as a user does: in its own process."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

REPO = Path(__file__).parents[2]
DATA = REPO / "tests" / "data"


@dataclass(frozen=True)
class Uitkomst:
    """Exit status and what was printed."""

    status: int
    uit: str
    fout: str


def amend(*argumenten: str | Path, invoer: str | bytes = "", map_: Path = REPO) -> Uitkomst:
    """``amend`` with these arguments, standard input and current folder."""
    data = invoer if isinstance(invoer, bytes) else invoer.encode()
    klaar = subprocess.run(
        [sys.executable, "-m", "amend", *map(str, argumenten)],
        input=data,
        capture_output=True,
        cwd=map_,
        check=False,
        timeout=120,
    )
    return Uitkomst(klaar.returncode, klaar.stdout.decode(), klaar.stderr.decode())


def inhoud(map_: Path) -> dict[str, bytes]:
    """Every file below a folder, to see that nothing changed."""
    return {str(pad.relative_to(map_)): pad.read_bytes() for pad in sorted(map_.rglob("*")) if pad.is_file()}
