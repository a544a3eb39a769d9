"""Which element of Akoma Ntoso 3.0 each kind is; shared by reader and writer.

What Akoma Ntoso has no name for is an ``hcontainer``, ``block`` or ``inline`` that says its kind in ``name``; what
else it cannot hold (a printed label, a state, attributes of a mark) are in attributes of our own namespace, which its
schema allows on every element.
"""

from __future__ import annotations

from typing import Final

from amend.model.tree import Soort

AKN: Final = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

HIERARCHIE: Final[dict[Soort, str]] = {
    Soort.BOEK: "book",
    Soort.DEEL: "part",
    Soort.TITEL: "title",
    Soort.HOOFDSTUK: "chapter",
    Soort.AFDELING: "subchapter",
    Soort.PARAGRAAF: "section",
    Soort.SUBPARAGRAAF: "subsection",
    Soort.ARTIKEL: "article",
    Soort.LID: "paragraph",
}
MARKS: Final[dict[str, str]] = {"vet": "b", "cursief": "i", "onderstreept": "u", "sup": "sup", "sub": "sub"}

TEKST: Final = "tekst"
"""Name of the hcontainer around loose text among elements with a heading."""


def a(lokaal: str) -> str:
    """The qualified name of an element of Akoma Ntoso."""
    return f"{{{AKN}}}{lokaal}"
