"""Findings of the official formats: what a format cannot hold, an export that does not agree with the text."""

from __future__ import annotations

from amend.model.melding import definieer

KAN_NIET = definieer(
    "E601",
    "Dit formaat kan een deel van de tekst niet bevatten",
    "Het formaat heeft geen plaats voor dit deel van de tekst, of eist iets dat de tekst niet heeft. Er wordt niets "
    "weggelaten en niets verzonnen: er is geen bestand gemaakt. Kies een ander formaat of pas de tekst aan.",
)
VERSCHIL = definieer(
    "E602",
    "Het geschreven bestand is niet gelijk aan de tekst",
    "Elk bestand wordt na het schrijven teruggelezen en met de tekst vergeleken. Er is een verschil; het bestand is "
    "niet bewaard. Meld dit, met de tekst waarbij het gebeurde.",
)
GEEN_VERSIE = definieer(
    "E603",
    "Voor dit formaat is een versie uit de werkmap nodig",
    "Dit formaat beschrijft een versie met haar data en besluiten. Die zijn er alleen voor een regeling in de werkmap.",
)
GEEN_MUTATIE = definieer(
    "E604",
    "Deze wijziging kan niet als mutatie worden geschreven",
    "STOP 1.3.0 kent geen mutatie van het opschrift, de aanhef of de sluiting van een regeling, en een mutatie kan "
    "alleen worden berekend als het besluit volledig is uitgevoerd en bekendgemaakt.",
)
GEEN_CODE = definieer(
    "W605",
    "De overheid heeft geen code die STOP kent",
    "In de identificaties van STOP 1.3.0 staat de code van een gemeente, provincie, waterschap of ministerie. Die is "
    "van deze regeling niet bekend; in het bestand staat een plaatsvervanger. Vul de code in voor u aanlevert "
    "(amend importeer … --autoriteit).",
)
AANGEVULD = definieer(
    "W606",
    "Verplicht gegeven ingevuld met een standaardwaarde",
    "Het formaat eist een gegeven dat niet bekend is. In het bestand staat een standaardwaarde; controleer die voor u "
    "aanlevert.",
)
VORM_ANDERS = definieer(
    "N607",
    "Iets staat in dit formaat in een andere vorm",
    "Alle woorden en nummers staan er, maar opmaak of volgorde is anders omdat het formaat die vorm niet kent.",
)
GEEN_UITBREIDING = definieer(
    "E608",
    "Voor dit formaat is een uitbreiding nodig",
    "Niet elk formaat zit in de basis van amend. De melding zegt welke uitbreiding geïnstalleerd moet worden.",
)
GEEN_TIJDSTEMPEL = definieer(
    "W616",
    "De datum van inwerkingtreding staat niet in het bestand",
    "In STOP verwijst een tijdstempel naar het artikel van het besluit dat de inwerkingtreding regelt. Het besluit "
    "heeft zo'n artikel niet, of de dag staat nog niet vast; het bestand heeft daarom voor dat deel geen tijdstempels.",
)
ONVOLLEDIG = definieer(
    "E609",
    "Een onvolledige tekst wordt niet aangeleverd",
    "STOP en Akoma Ntoso zijn vormen om aan te leveren. Een tekst waarin niet alles is uitgevoerd of beslist, wordt "
    "daarin niet geschreven; wel als webpagina, Word-document, platte tekst of JSON, duidelijk als onvolledig gemerkt.",
)
