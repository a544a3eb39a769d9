"""Real files of the registers; they stand beside the checkout and are never part of it."""

from __future__ import annotations

from pathlib import Path

import pytest

GEDEELD = Path(__file__).resolve().parents[3] / "shared"
nodig = pytest.mark.skipif(not GEDEELD.is_dir(), reason="de map ../shared met echte bestanden ontbreekt")

CVDR = [
    *sorted(GEDEELD.glob("voorbeelden/cvdr/*.xml")),
    *sorted(GEDEELD.glob("corpus/drietallen/*/basis.xml")),
    *sorted(GEDEELD.glob("corpus/vergelijk/*/[ab].xml")),
]
OP = [GEDEELD / "voorbeelden/op" / naam for naam in ("stb-2025-263.xml", "stb-2026-187.wijzig-artikelen.xml")]
OP += [GEDEELD / "voorbeelden/op" / naam for naam in ("stb.xml", "bgr.xml")]


def naam(pad: Path) -> str:
    """A short name for a test."""
    return f"{pad.parent.name}/{pad.stem}"
