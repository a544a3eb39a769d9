"""What the person who starts the application decides."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

MB: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Instellingen:
    """``hosts`` are the values of the Host header that are answered; ``geheim`` signs the forms of this run.

    ``max_bestand`` bounds a request in bytes, ``max_concepten`` what may wait unstored at one time.
    """

    werkmap: Path
    hosts: frozenset[str] = frozenset({"127.0.0.1:8765", "localhost:8765", "[::1]:8765"})
    max_bestand: int = 20 * MB
    max_concepten: int = 40
    leestijd: float = 60.0
    geheim: bytes = field(default_factory=lambda: secrets.token_bytes(32))


def namen_van(host: str, poort: int, extra: tuple[str, ...] = ()) -> frozenset[str]:
    """The Host headers for an address: the address itself, the names of this computer, and extra names."""
    namen = {host, "127.0.0.1", "localhost", "::1", *extra} - {"", "0.0.0.0", "::"}  # noqa: S104 - taken out
    met_haken = {f"[{naam}]" if ":" in naam else naam for naam in namen}
    return frozenset(f"{naam.lower()}:{poort}" for naam in met_haken) | (frozenset(met_haken) if poort == 80 else set())
