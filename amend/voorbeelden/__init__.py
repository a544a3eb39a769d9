"""The two examples, as they stand in the store of the repository (the folders here are links to it).

A built package holds copies, so that an installed program can offer them too.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import Final


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """One regulation with its decisions. ``uitleg`` says what it shows."""

    regeling: str
    besluiten: tuple[str, ...]
    titel: str
    uitleg: str


VOORBEELDEN: Final = (
    Voorbeeld(
        "dordrecht-ambtelijke-organisatie",
        ("dordrecht-tweede-wijziging",),
        "Regels omtrent de ambtelijke organisatie Dordrecht",
        "Een regeling met één wijzigingsbesluit, dat met terugwerkende kracht geldt.",
    ),
    Voorbeeld(
        "sociaal-organisatieverordening",
        ("sociaal-fictief-1", "sociaal-fictief-2", "sociaal-fictief-3"),
        "Organisatieverordening Sociaal",
        "Een verordening met drie verzonnen wijzigingen, die voor een deel in de toekomst liggen.",
    ),
)


def bestanden(voorbeeld: Voorbeeld) -> dict[str, bytes]:
    """Path in the work folder → content, for the regulation and its decisions."""
    wortel = files("amend.voorbeelden")
    mappen = [f"regelingen/{voorbeeld.regeling}", *(f"wijzigingen/{besluit}" for besluit in voorbeeld.besluiten)]
    return {
        f"{map_}/{bestand.name}": bestand.read_bytes()
        for map_ in mappen
        for bestand in wortel.joinpath(*map_.split("/")).iterdir()
        if bestand.is_file()
    }
