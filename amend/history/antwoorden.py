"""Which answers a question can get (docs/choices.md): per code the values for ``keuzes.toml`` with what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_DOEN: Final = ("uitvoeren", "Uitvoeren zoals hierboven is voorgesteld")
_LATEN: Final = ("overslaan", "Dit onderdeel niet uitvoeren")

ANTWOORDEN: Final[Mapping[str, tuple[tuple[str, str], ...]]] = {
    "Q213": (_DOEN,),
    "Q214": (_DOEN,),
    "Q405": (("dag-erna", "In werking op de dag na de bekendmaking"),),
    "Q435": (("wel", "Ook dat deel werkt terug"), ("niet", "Dat deel werkt niet terug")),
    "Q417": (_DOEN, _LATEN),
    "Q420": (
        ("letter", "Naar de letter: de bepaling die nu dit nummer heeft"),
        ("bedoeling", "Naar de bedoeling: de bepaling die dit nummer had bij de bekendmaking"),
        ("overslaan", "Dit onderdeel niet uitvoeren"),
    ),
    "Q421": (("lezing-1", "Lezing 1"), ("lezing-2", "Lezing 2")),
    "Q423": (
        ("volgorde", "De volgorde van aanwijzing 5.70"),
        ("omgekeerd", "De omgekeerde volgorde"),
    ),
}


def antwoorden(code: str) -> tuple[tuple[str, str], ...]:
    """(value, meaning) for a question about a decision; empty when it cannot be settled by a choice.

    Questions that a reader of files asks (Q1xx) are about the document itself and are settled by mending it.
    """
    if code in ANTWOORDEN:
        return ANTWOORDEN[code]
    return (_DOEN, _LATEN) if code.startswith(("Q2", "Q3")) else ()
