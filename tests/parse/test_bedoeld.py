"""A frame that is followed by the full new text: the help says what may be meant."""

from __future__ import annotations

from amend.parse.besluit import ontleed_besluit
from amend.read.besluit_tekst import lees_besluit_tekst


def test_kader_met_volledige_nieuwe_tekst() -> None:
    besluit, _ = lees_besluit_tekst(
        "Besluit tot wijziging van de Marktregeling\nDe raad van Dorp;\nbesluit:\nArtikel I\n"
        "De Marktregeling wordt als volgt gewijzigd:\n"
        "A. Artikel 2 wordt als volgt gewijzigd:\nArtikel 2 Duur\nTwee jaar.\n",
        "x",
    )
    assert besluit is not None
    hulp = [m.hulp for m in ontleed_besluit(besluit).meldingen if m.code == "E207"]
    assert hulp == ["Bedoeld kan zijn: “Artikel 2 komt te luiden:”."]
