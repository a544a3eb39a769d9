"""Findings of the readers of Word, HTML and pdf files (140-149)."""

from __future__ import annotations

from amend.model.melding import definieer

GEEN_DOCUMENT = definieer(
    "E140",
    "Het bestand is niet te openen",
    "Het Word- of pdf-bestand is beschadigd, versleuteld of van een andere soort dan het zegt te zijn.",
)
TE_ZWAAR = definieer(
    "E141",
    "Het bestand is te zwaar",
    "Uitgepakt is het bestand te groot, of het lezen kostte te veel tijd of geheugen. Er is niets gelezen.",
)
BIJGEHOUDEN = definieer(
    "W142",
    "Er staan bijgehouden wijzigingen in het Word-bestand",
    "De tekst is gelezen alsof alle bijgehouden wijzigingen zijn aanvaard. Lever liever de vastgestelde tekst.",
)
WOORDEN_WEG = definieer(
    "E143",
    "Niet alle tekst is gelezen",
    "In het bestand staat tekst die niet in de gelezen tekst terugkomt. Omdat geen woord verloren mag gaan, is het "
    "bestand geweigerd.",
)
WEGGELATEN = definieer(
    "N144",
    "Delen buiten de tekst zijn weggelaten",
    "Menu's, kop- en voetteksten en paginanummers horen niet bij de tekst en zijn niet gelezen. De melding noemt ze.",
)
PDF = definieer(
    "W145",
    "Gelezen uit een pdf: te bevestigen",
    "Een pdf bevat geen alinea's maar losse regels. De indeling is daaruit afgeleid; een mens moet de tekst "
    "vergelijken met de pdf.",
)
GEEN_TEKST = definieer(
    "E146",
    "De pdf bevat geen tekst",
    "De pdf bestaat waarschijnlijk uit plaatjes (een scan). Tekst in plaatjes wordt niet gelezen.",
)
UITBREIDING = definieer(
    "E147",
    "Voor dit soort bestand is een uitbreiding nodig",
    "Word- en pdf-bestanden worden gelezen met extra programmatuur: pip install 'amend[import]'.",
)
NOOT_OF_BEELD = definieer(
    "W148",
    "Voetnoten of afbeeldingen in het bestand",
    "Voetnoten staan na het lezen onderaan, met [1] in de tekst; op de plaats van een afbeelding staat [afbeelding].",
)
