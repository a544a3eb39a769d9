"""Findings of validation against official schemas."""

from __future__ import annotations

from amend.model.melding import definieer

XSD = definieer(
    "E610",
    "Het bestand voldoet niet aan het officiële schema",
    "Het bestand is gecontroleerd met het XML-schema uit de opgegeven map en voldoet daar niet aan. Het is niet "
    "bewaard.",
)
SCHEMATRON = definieer(
    "E611",
    "Het bestand voldoet niet aan een bedrijfsregel",
    "Het bestand is gecontroleerd met de Schematron-regels uit de opgegeven map en voldoet niet aan een regel met de "
    "rol fout. Het is niet bewaard.",
)
ONTRADEN = definieer(
    "W612",
    "Een bedrijfsregel waarschuwt",
    "Een Schematron-regel met de rol waarschuwing of ontraden slaat aan. Het bestand kan worden aangeleverd.",
)
BEKENDE_FOUT = definieer(
    "N613",
    "Een bekende fout in een bedrijfsregel slaat aan",
    "Regel STOP1029 van STOP 1.3.0 keurt elk doel af dat zowel juridischWerkendVanaf als geldigVanaf heeft, ook in het "
    "officiële voorbeeld van terugwerkende kracht. Versie 1.4.0 vervangt de regel. Dit is geen fout in het bestand.",
)
GEEN_SCHEMA = definieer(
    "E614",
    "Het schema staat niet in de opgegeven map",
    "In de map van --schemas staat geen bruikbaar schema voor dit soort bestand. Er is niet gevalideerd.",
)
GEEN_SAXON = definieer(
    "E615",
    "De Schematron-regels zijn niet gecontroleerd",
    "De Schematron-regels van STOP zijn in XSLT 2 geschreven; daarvoor is de uitbreiding “validate” van amend nodig.",
)
