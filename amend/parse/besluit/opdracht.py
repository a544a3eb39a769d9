"""Does a text sound like an instruction? Then it may not pass for a heading or for a provision of the decision."""

from __future__ import annotations

import re
from typing import Final

_OPDRACHTWOORD: Final = re.compile(
    r"\b(?:komt|komen)\s.*te\s+luiden|vervangen\s+door|ingevoegd|toegevoegd|\bvervalt\b|\bvervallen\b|in\s*werking|terug\s+tot|vernummerd|terug\s?werk|"
    r"\bgaat\s+in\b|\bingetrokken\b|\bin\s+te\s+trekken\b|\bgeldt\s+(?:met\s+ingang|vanaf|per)\b",
    re.I,
)


def klinkt_als_opdracht(tekst: str) -> bool:
    """True for a text with the words of an instruction or of a commencement."""
    return _OPDRACHTWOORD.search(tekst) is not None
