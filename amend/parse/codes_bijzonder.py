"""The findings about rare instruction forms (codes 250-289): recognised, but left to a person or without effect."""

from typing import Final

from amend.model.melding import definieer

SAMENVOEGEN = definieer(
    "E250",
    "samenvoegen of opnieuw indelen",
    "“Samenvoegen” en “opnieuw indelen” zeggen niet hoe de nieuwe tekst luidt. Het bestuursorgaan moet de volledige "
    "nieuwe tekst geven (“komt te luiden:”).",
)
NUMMERING_OPNIEUW = definieer(
    "E251",
    "hele regeling opnieuw genummerd",
    "De nummering wordt opnieuw vastgesteld en aanhalingen worden aangepast (aanwijzing 6.22). Daarvoor is de "
    "integrale tekst of de lijst van oude en nieuwe nummers nodig; het programma leidt haar niet af.",
)
RECTIFICATIE = definieer(
    "E252",
    "rectificatie van een besluit",
    "Een rectificatie verbetert de bekendgemaakte tekst van een besluit, niet de regeling. Zij moet in dat besluit "
    "worden verwerkt, met de dag waarop de rectificatie bekend werd.",
)
WAAR_NAARTOE = definieer(
    "E253",
    "nieuwe plaats zonder nummer",
    "Een element wordt elders ondergebracht, maar het nummer van de nieuwe plaats is niet genoemd.",
)
DEEL_VAN_REGELING = definieer(
    "E254",
    "regeling ingetrokken met uitzondering van een deel",
    "Een regeling wordt in haar geheel ingetrokken; blijft een artikel gelden, dan vervallen de andere artikelen "
    "(aanwijzing 6.23).",
)
WISSELEN = definieer(
    "Q260",
    "elementen wisselen van plaats",
    "Niet blijkt of alleen de plaats wisselt of ook het nummer. “Uitvoeren” laat plaats en nummer wisselen.",
)
RECHTER = definieer(
    "Q261",
    "uitspraak van de rechter of vernietiging",
    "Een bepaling is vernietigd of onverbindend verklaard. Iemand moet vaststellen vanaf welke dag dat gevolg heeft en "
    "welke tekst overblijft; de tekst zelf is niet gewijzigd.",
)
DUUR = definieer(
    "Q262",
    "wijziging voor een duur",
    "“Voor de duur van …” wijzigt de tekst tijdelijk zonder te zeggen hoe zij terugkeert (aanwijzing 5.73). "
    "“Uitvoeren” wijzigt de tekst; het herstel moet een eigen onderdeel met een eigen datum zijn.",
)
HELE_ZIN = definieer(
    "Q264",
    "nieuwe tekst zonder aanhalingstekens na een hele zin",
    "De oude woorden eindigen op een punt en de nieuwe staan zonder aanhalingstekens voor een punt: die punt kan bij "
    "de nieuwe tekst horen of de opdracht sluiten. “Uitvoeren” houdt de punt in de nieuwe tekst.",
)
ELDERS = definieer(
    "Q265",
    "wijzigingen die elders staan",
    "De opdracht verwijst voor de wijzigingen naar een bijlage of een ander stuk. Dat stuk wordt niet als opdracht "
    "gelezen; de wijzigingen moeten als onderdelen onder de opdracht staan.",
)
HELE_TEKST = definieer(
    "Q266",
    "tekst na “wordt als volgt gewijzigd”",
    "Onder “artikel … wordt als volgt gewijzigd:” staan geen opdrachten maar tekst. Die kan de hele nieuwe tekst zijn, "
    "of een deel ervan. “Uitvoeren” leest haar als “komt te luiden:”.",
)
LEESREGEL = definieer(
    "W270",
    "leesregel voor een periode",
    "De bepaling verandert de tekst niet; zij wordt alleen voor dagen in die periode anders gelezen.",
)
INHOUDSOPGAVE = definieer(
    "N280",
    "inhoudsopgave",
    "Een inhoudsopgave hoort niet bij de regeling (aanwijzing 4.30); zij volgt uit de tekst en wordt niet gewijzigd.",
)
GRONDSLAG = definieer(
    "N281",
    "nieuwe grondslag",
    "Een nieuwe grondslag (aanwijzing 6.8) verandert de tekst niet; zij hoort bij de gegevens van de regeling.",
)

GEEN_HANDELING: Final = frozenset(
    code.code for code in (SAMENVOEGEN, NUMMERING_OPNIEUW, RECTIFICATIE, WAAR_NAARTOE, DEEL_VAN_REGELING, RECHTER)
)
"""Findings that come without an operation: the sentence was understood, but says nothing that can be done."""

MET_HANDELING: Final = frozenset({HELE_ZIN.code})
"""Questions about a sentence whose operations are known: a recorded choice lets them be executed."""
