"""Findings of the text readers (100-149). The XML readers have their own list."""

from __future__ import annotations

from amend.model.melding import definieer

TE_GROOT = definieer(
    "E100",
    "Bestand te groot",
    "Een bestand mag hoogstens 50 MB zijn, platte tekst 10 MB. Splits het bestand of lever de tekst apart aan.",
)
ONLEESBAAR = definieer(
    "E101",
    "Geen leesbare tekst",
    "Het bestand bevat nultekens of stuurtekens en is dus geen tekst. Controleer of het juiste bestand is gekozen.",
)
LEEG = definieer("E102", "Leeg bestand", "Het bestand bevat geen tekst. Controleer of het volledig is opgeslagen.")
CP1252 = definieer(
    "W103",
    "Oude tekencodering",
    "Het bestand is geen UTF-8; het is gelezen als Windows-1252. Controleer bijzondere tekens zoals é en €.",
)
GEEN_ARTIKELEN = definieer(
    "E104",
    "Geen artikelen gevonden",
    "In de tekst is geen artikel, lid of andere indeling herkend. Controleer of dit een regeling of besluit is.",
)
TE_DIEP = definieer(
    "E110",
    "Te diep genest",
    "Opsommingen zijn dieper genest dan wordt ondersteund. De tekst is bewaard, maar op het diepste niveau geplaatst.",
)
STREEPJE_WEG = definieer(
    "W111",
    "Streepje voor nummer of letter weggelaten",
    "Een streepje voor een nummer of letter is een overblijfsel van de omzetting en hoort niet bij de tekst.",
)
NUMMER_GESPLITST = definieer(
    "W112",
    "Gesplitst artikelnummer hersteld",
    "Het artikelnummer bevat een spatie; de instructie kondigt het nummer zonder spatie aan en dat is gebruikt.",
)
NUMMER_ONZEKER = definieer(
    "Q113",
    "Artikelnummer onzeker",
    "Na het artikelnummer volgt een los cijfer. Kies of dat cijfer bij het nummer of bij het opschrift hoort.",
)
INHOUD_ONTBREEKT = definieer(
    "W114",
    "Inhoud ontbreekt (afbeelding)",
    "Onder een kop staat geen tekst; waarschijnlijk stond er een afbeelding. Voeg de inhoud toe vanuit het origineel.",
)
DUBBELE_LETTER = definieer(
    "W115",
    "Letter of nummer in gewone tekst",
    "Een alinea begint met een letter of nummer uit de opsomming die erna komt. Zij blijft gewone tekst.",
)
LOSSE_LABELS = definieer(
    "W116",
    "Losse woorden zonder tekst",
    "Een reeks korte regels zonder tekst ertussen is waarschijnlijk een schema; zij zijn bewaard als tussenkoppen.",
)
NUMMER_SPRINGT = definieer(
    "W117",
    "Nummering springt",
    "De nummering van leden of onderdelen slaat iets over of begint niet vooraan. De tekst is niet aangepast.",
)
AFGEBROKEN = definieer(
    "N118",
    "Mogelijk afgebroken woord",
    "Een woord lijkt door een afbreekstreepje in tweeën gesplitst. De tekst is niet aangepast.",
)
GAT_ARTIKELEN = definieer(
    "W120", "Artikelnummer ontbreekt", "De doorlopende nummering van de artikelen slaat een of meer nummers over."
)
DUBBEL_NUMMER = definieer(
    "W121",
    "Nummer komt dubbel voor",
    "Twee onderdelen van dezelfde soort hebben hetzelfde nummer. Een verwijzing naar dat nummer is dubbelzinnig.",
)
GEEN_OPSCHRIFT = definieer(
    "N122", "Artikel zonder opschrift", "Andere artikelen van deze regeling hebben een opschrift, dit artikel niet."
)
VERWIJZING_LEEG = definieer(
    "W123",
    "Verwijzing naar een artikel dat niet bestaat",
    "De tekst verwijst naar een artikel van deze regeling dat er niet in staat.",
)
DATUM_ONZEKER = definieer(
    "Q124",
    "Datums niet te onderscheiden",
    "Twee aaneengeschreven datums zijn gelijk; kies of de tweede terugwerkende kracht of uitwerkingtreding is.",
)
BEKEND_AFGELEID = definieer(
    "N126",
    "Datum van bekendmaking afgeleid",
    "De datum van bekendmaking is afgeleid uit de inwerkingtreding op de dag na de bekendmaking.",
)
GEEN_WIJZIGING = definieer(
    "E130",
    "Geen wijzigingsinstructies gevonden",
    "In het besluit is geen instructie gevonden die een regeling wijzigt. Controleer of dit een wijzigingsbesluit is.",
)
LABEL_VOLGORDE = definieer(
    "W131",
    "Onderdeel buiten de volgorde",
    "De letters of nummers van de onderdelen van het besluit volgen elkaar niet op. Controleer of er iets ontbreekt.",
)
OPSCHRIFT_ALS_DOEL = definieer(
    "N132",
    "Regeling alleen in het opschrift genoemd",
    "De te wijzigen regeling staat in het opschrift van het artikel en niet in een zin.",
)
AANHALING = definieer(
    "W133",
    "Aanhalingstekens om nieuwe tekst weggelaten",
    "De nieuwe tekst stond tussen aanhalingstekens. Die horen bij de opdracht en niet bij de tekst van de regeling.",
)
AANEEN = definieer(
    "W136",
    "Tekst zonder regeleinden gesplitst",
    "De regeleinden van het origineel zijn verloren gegaan. De tekst is gesplitst waar de doorlopende nummering en de "
    "opdrachten dat bewijzen; er is niets aan veranderd. Vergelijk de indeling met het origineel.",
)
VERDACHT = definieer(
    "N138",
    "Vermoedelijke type- of leesfout",
    "Een woord of leesteken ziet eruit als een typefout of een fout bij het scannen. De tekst wordt nooit aangepast.",
)
OPDRACHT_IN_AANHEF = definieer(
    "E134",
    "Opdracht boven de artikelen",
    "In de aanhef staat een zin die een wijziging opdraagt. Zij is niet als opdracht gelezen en dus niet uitgevoerd.",
)
NA_ONDERTEKENING = definieer(
    "E135",
    "Opdracht na de ondertekening of de toelichting",
    "Achter de ondertekening of een toelichting staat nog een opdracht of een tweede besluit; die is niet uitgevoerd.",
)
PAGINAREST = definieer(
    "W137",
    "Paginanummer weggelaten",
    "Een regel met alleen een paginanummer is een overblijfsel van de gedrukte bladzijde en hoort niet bij de tekst.",
)
LID_OF_ITEM = definieer(
    "W138",
    "Lid of onderdeel",
    "Een nummer kan het volgende lid zijn of het volgende onderdeel van een genummerde opsomming; uit de leestekens en "
    "het inspringen blijkt niet welk van beide. Het is als onderdeel gelezen.",
)
OPSCHRIFT_BOVEN = definieer(
    "N139",
    "Opschrift boven het nummer",
    "De opschriften staan op de regel boven het nummer van het artikel, zoals in oudere verordeningen. Omdat dat bij "
    "alle artikelen zo is, is die regel gelezen als opschrift en niet als slot van het artikel erboven.",
)
REGEL_BOVEN = definieer(
    "W127",
    "Opschrift of slot van het artikel erboven",
    "Boven het nummer van een deel van de artikelen staat een korte regel. Dat kan het opschrift zijn, maar de "
    "andere artikelen zijn niet zo gedrukt. De regel is gelezen als slot van het artikel erboven.",
)
KOLOMMEN_WEG = definieer(
    "E128",
    "Kolommen met oude en nieuwe tekst verloren",
    "De koppen van een tabel met oude en nieuwe tekst staan onder elkaar: de kolommen zijn bij het omzetten verloren "
    "gegaan. Welke tekst oud is en welke nieuw, blijkt dan niet meer.",
)
