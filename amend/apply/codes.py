"""The findings that the executor issues (E3xx stop, Q3xx a person chooses, W3xx done with a warning, N3xx note)."""

from __future__ import annotations

from typing import Final

from amend.model.melding import Code, definieer


def _code(code: str, titel: str, uitleg: str) -> Code:
    return definieer(code, titel, uitleg)


DOEL_ONTBREEKT: Final = _code(
    "E301",
    "De plaats bestaat niet",
    "Het aangewezen element komt niet voor in de tekst zoals die op dat moment luidt. Er is niets gewijzigd: een "
    "ontbrekend onderdeel wordt nooit vervangen door het geheel waar het in zou staan.",
)
DOEL_DUBBEL: Final = _code(
    "E302",
    "De plaats is niet eenduidig",
    "Het adres past op meer dan één element. Noem het hogere niveau (het hoofdstuk, het lid) erbij.",
)
AL_VERVALLEN: Final = _code(
    "E303", "Het element is al vervallen", "Het aangewezen element is al vervallen en kan niet meer worden gewijzigd."
)
GEEN_ONDERVERDELING: Final = _code(
    "E304",
    "De onderverdeling ontbreekt",
    "Het adres noemt een lid, onderdeel, aanhef, slot of opschrift, maar het element heeft die onderverdeling niet.",
)
BEREIK: Final = _code(
    "E305", "Het bereik klopt niet", "Het begin of het einde van het bereik ontbreekt, of de volgorde klopt niet."
)
ADRES: Final = _code(
    "E306", "Het adres is hier niet bruikbaar", "Het niveau kan op deze plaats of voor deze handeling niet voorkomen."
)
PAYLOAD_ONTBREEKT: Final = _code(
    "E310", "De nieuwe tekst ontbreekt", "De instructie kondigt nieuwe tekst aan die niet in het besluit staat."
)
AANTAL: Final = _code(
    "E311",
    "Het aantal klopt niet",
    "Het aangekondigde aantal elementen en het aantal in de nieuwe tekst zijn verschillend.",
)
NUMMER: Final = _code(
    "E312",
    "Het nummer klopt niet",
    "Het nummer in de nieuwe tekst is een ander dan het nummer in de instructie.",
)
BEZET: Final = _code(
    "E313", "Het nummer is bezet", "Het nieuwe nummer hoort al bij een ander element dat zelf niet verschuift."
)
SOORT: Final = _code(
    "E314",
    "Het niveau klopt niet",
    "De nieuwe tekst is van een ander niveau dan de plaats waar zij moet komen (aanwijzing 6.11).",
)
AANSLUITING: Final = _code(
    "E315",
    "Het toegevoegde nummer sluit niet aan",
    "Toevoegen gebeurt aan het slot; het nieuwe nummer moet volgen op het laatste bestaande nummer.",
)
ONGELIJK: Final = _code(
    "E316", "De vernummering gaat niet op", "Het aantal oude en het aantal nieuwe nummers zijn verschillend."
)
GEEN_LIJST: Final = _code(
    "E317",
    "Er is geen opsomming",
    "Het onderdeel moet in een opsomming komen die er niet is, of die niet met zekerheid is aan te wijzen.",
)
CITAAT_ONTBREEKT: Final = _code(
    "E320",
    "De aangehaalde tekst staat er niet",
    "De aangehaalde woorden komen op de aangewezen plaats niet letterlijk voor.",
)
CITAAT_VAKER: Final = _code(
    "E321",
    "De aangehaalde tekst staat er vaker",
    "Zonder “telkens” moeten de aangehaalde woorden precies eenmaal voorkomen.",
)
CITAAT_OVER_GRENS: Final = _code(
    "E322",
    "De aangehaalde tekst loopt over elementen heen",
    "Woorden kunnen alleen binnen één tekstblok worden vervangen; noem anders het hele element (aanwijzing 6.9).",
)
TREFFERS: Final = _code(
    "E323", "Het aantal treffers klopt niet", "Het genoemde aantal of de genoemde plaats in de rij bestaat niet."
)
LEESTEKEN: Final = _code(
    "E324", "Het leesteken staat er niet", "Het element eindigt niet op het leesteken dat de instructie noemt."
)
INHOUD_VERLOREN: Final = _code(
    "E325",
    "De wijziging zou inhoud laten verdwijnen",
    "In de aangehaalde woorden staat een noot, afbeelding of andere inhoud die de instructie niet noemt.",
)
LEDEN: Final = _code(
    "E330",
    "De leden staan dit niet toe",
    "Een aanduiding kan alleen voor tekst zonder leden worden geplaatst, en alleen vervallen als er één lid over is.",
)
TABEL: Final = _code(
    "E331",
    "De tabel past niet",
    "De rij, kolom of cel is niet met zekerheid aan te wijzen, of het aantal cellen wijkt af.",
)
VOORGESTELD: Final = _code(
    "E341",
    "Wijziging van een ander besluit",
    "De instructie wijzigt een voorgestelde bepaling van een wijzigingsbesluit en niet de regeling zelf.",
)
LUIDT_ANDERS: Final = _code(
    "E342",
    "De aangehaalde bestaande tekst klopt niet",
    "De instructie haalt de tekst aan die het element nu heeft (“dat luidt: …”, of de kolom “oude tekst”). Die is een "
    "voorwaarde: is de tekst een andere, dan wordt niets gewijzigd.",
)
KOP_ANDERS: Final = _code(
    "E345",
    "Het genoemde opschrift klopt niet",
    "De instructie noemt achter het nummer het opschrift van het element, of de artikelen die erin staan. Zijn dat "
    "andere, dan is niet zeker welk element is bedoeld en wordt niets gewijzigd.",
)
BEELD: Final = _code(
    "E343",
    "De afbeelding is niet met zekerheid aan te wijzen",
    "In het genoemde element staat geen of meer dan één kaart of afbeelding, of de nieuwe inhoud is geen afbeelding.",
)
BEGRIP_ONVOLLEDIG: Final = _code(
    "E344",
    "De nieuwe begripsomschrijving is niet volledig",
    "De nieuwe tekst van een begrip noemt niet de term én de omschrijving, terwijl de bestaande dat wel doet; een van "
    "beide zou verdwijnen.",
)
NIET_GELEZEN: Final = _code(
    "E350",
    "De instructie is niet begrepen",
    "Bij het lezen is in de instructie geen handeling gevonden; daarom is zij niet uitgevoerd.",
)
WACHT: Final = _code(
    "E351",
    "Wacht op een geweigerde stap",
    "De stap raakt wat een eerdere, geweigerde stap zou hebben gewijzigd; zonder die stap is de uitkomst onzeker.",
)

LID_VERZWEGEN: Final = _code(
    "Q301", "Het lid is niet genoemd", "Het onderdeel komt in één van de leden voor, maar het lid is niet genoemd."
)
ZINSGRENS: Final = _code(
    "Q302", "De zinsgrens is onzeker", "De grens tussen de volzinnen is niet met zekerheid vast te stellen."
)
ALLEEN_KOP: Final = _code(
    "Q303",
    "Alleen het opschrift of alles",
    "De nieuwe tekst van de indeling bevat alleen een opschrift; bedoeld kan zijn het opschrift of de hele indeling.",
)
NUMMER_NIEUW: Final = _code(
    "Q304", "Nieuw nummer bij samenvoegen", "Het nummer van het ene nieuwe element is niet een van de oude nummers."
)
ALLEEN_IN_OPSCHRIFT: Final = _code(
    "Q305",
    "De tekst staat alleen in het opschrift",
    "De aangehaalde woorden komen alleen in het opschrift voor, terwijl dat niet is genoemd.",
)
OVERLAP: Final = _code(
    "Q306",
    "Wijzigingen overlappen",
    "De aangehaalde woorden raken tekst die dezelfde volzin van het besluit net heeft geschreven.",
)
SLOT_OF_ONDERDEEL: Final = _code(
    "Q307",
    "Aanhef, laatste onderdeel of slot",
    "De tekst moet achter een element met een opsomming; onzeker is waar precies.",
)
INDELING_NIET_GENOEMD: Final = _code(
    "Q308",
    "De indeling is niet genoemd",
    "Het artikel waarna wordt ingevoegd is het laatste van zijn indeling; het nieuwe artikel komt dan aan het slot van "
    "die indeling (aanwijzing 6.11), maar het kan ook het eerste van de volgende moeten zijn.",
)
TUSSENNUMMER: Final = _code(
    "Q309",
    "Tussengevoegd nummer in de vernummering",
    "In het bereik staat een tussengevoegd element (16a) waarvoor de vernummering geen eigen nummer geeft.",
)
GELAAGD_NUMMER: Final = _code(
    "Q310",
    "Nummers met het nummer van de indeling erin",
    "De artikelen in de indeling dragen haar nummer (7.1); onzeker is of zij mee vernummerd worden.",
)
ANDERE_INDELING: Final = _code(
    "Q311",
    "Vernummering over de grens van een indeling",
    "Het nieuwe nummer past niet op de huidige plaats en zou het element naar een andere indeling brengen.",
)
INDELING_OPHEFFEN: Final = _code(
    "Q312",
    "Indeling opheffen",
    "Als de kop van een indeling vervalt, is onzeker waar de artikelen daarna onder vallen.",
)
METATEKST: Final = _code(
    "Q313",
    "Opschrift of aanhef van de regeling",
    "Het opschrift en de aanhef van een regeling worden niet gewijzigd (aanwijzing 6.7).",
)
EERST_NUMMEREN: Final = _code(
    "Q314",
    "Artikel zonder leden krijgt een lid",
    "Voor het toevoegen van een lid moet de bestaande tekst eerst de aanduiding “1.” krijgen (aanwijzing 6.18).",
)
BEDRAGEN: Final = _code(
    "Q315", "Bedragen volgen uit een rekenregel", "Bedragen worden nooit door het programma uitgerekend."
)
NIVEAUWISSEL: Final = _code(
    "Q316",
    "Verplaatsing naar een ander niveau",
    "Het element zou een ander niveau of een ander bovenliggend element krijgen.",
)
HELE_REGELING: Final = _code(
    "Q317", "De hele regeling wordt vervangen", "Onzeker is of dit een wijziging is of een nieuwe regeling."
)
ALINEA_ONZEKER: Final = _code(
    "Q318", "De alinea is onzeker", "Tussen de alinea’s staat een opsomming; de telling is daardoor niet zeker."
)
HELE_TEKST: Final = _code(
    "Q319",
    "De hele tekst zou verdwijnen",
    "De aangehaalde woorden zijn de hele tekst van het element; bedoeld kan zijn dat het element vervalt.",
)
INDELING_NIEUW: Final = _code(
    "Q320", "Nieuwe indeling in bestaande artikelen", "Onzeker is welke artikelen onder de nieuwe indeling vallen."
)
SAMEN: Final = _code(
    "Q321",
    "Invoegen en verletteren staan los van elkaar",
    "Het nieuwe nummer is nog bezet; een latere stap van het besluit maakt het vrij.",
)
TELLING: Final = _code(
    "Q322",
    "De telling kan verschoven zijn",
    "Een eerder deel van dezelfde instructie heeft een geteld element ingevoegd of laten vervallen.",
)
ONDERDEEL_ZONDER_AANHEF: Final = _code(
    "Q323", "Opsomming zonder aanhef", "De tekst zou een onderdeel worden, maar een aanhef is niet gegeven."
)

TELKENS_VARIANT: Final = _code(
    "Q324",
    "“Telkens” met één treffer en een bijna gelijke plaats",
    "De aangehaalde woorden staan er één keer letterlijk en nog eens in een afwijkende vorm.",
)
DEEL_VAN_WOORD: Final = _code(
    "Q325",
    "Treffer binnen een woord",
    "De aangehaalde tekst is een deel van een langer woord, op één plaats. Onzeker is of die is bedoeld.",
)

LEESREGEL_ZONDER_DAG: Final = _code(
    "Q326",
    "Leesregel voor een periode",
    "De bepaling wijzigt de tekst niet, maar laat haar voor dagen in een periode anders lezen. Zonder dag is niet te "
    "zeggen of zij geldt.",
)
VOORWAARDE: Final = _code(
    "Q327",
    "Opdracht onder een voorwaarde",
    "De opdracht geldt alleen als een ander besluit eerder, later of tegelijk in werking treedt (aanwijzing 5.68). "
    "Iemand moet vaststellen of dat zo is.",
)
VERBUIGINGEN: Final = _code(
    "Q328",
    "Woorden en verbuigingen daarvan",
    "De instructie bedoelt ook verbogen vormen van de aangehaalde woorden; welke nieuwe vorm daarbij hoort, staat er "
    "niet. De gevonden vormen worden genoemd.",
)
BEDRAGEN_OP_VOLGORDE: Final = _code(
    "Q329",
    "Bedragen toegewezen naar volgorde",
    "De nieuwe bedragen staan in een rij zonder de oude erbij; zij zijn alleen naar volgorde aan elkaar te koppelen.",
)

RIJ_ZONDER_PLAATS: Final = _code(
    "Q330",
    "Oude en nieuwe tekst zonder plaats",
    "De rij noemt niet welk element wordt gewijzigd; de oude tekst staat op precies één plaats, die bedoeld kan zijn.",
)

TELLING_HOOFDLETTER: Final = _code(
    "Q331",
    "Telling met een andere hoofdletter ervoor",
    "De instructie wijst de zoveelste keer aan; dezelfde woorden staan er ook met een andere beginletter, zodat de "
    "telling onzeker is.",
)

HOOFDLETTERS: Final = _code(
    "W301",
    "Nummer wijkt af in schrijfwijze",
    "Het nummer is gevonden met verschil in hoofdletters, spaties of het graadteken.",
)
LID_NIET_GENOEMD: Final = _code(
    "W302", "Het lid is niet genoemd", "Het onderdeel is gevonden in de enige opsomming van het artikel."
)
GAT: Final = _code(
    "W303",
    "Een nummer in het bereik ontbreekt",
    "Een nummer tussen het begin en het einde bestaat niet of is al vervallen.",
)
OPSCHRIFT_BEHOUDEN: Final = _code(
    "W304",
    "Het opschrift is behouden",
    "De nieuwe tekst geeft geen opschrift; het bestaande opschrift is blijven staan.",
)
VOLGORDE: Final = _code(
    "W305", "De nummering loopt niet op", "Het nieuwe element past met zijn nummer niet in de volgorde op deze plaats."
)
GEEN_WIJZIGING: Final = _code("W306", "Geen wijziging", "De tekst na de stap is gelijk aan de tekst ervoor.")
SCHRIJFWIJZE: Final = _code(
    "W307",
    "De aangehaalde tekst wijkt af in tekens",
    "Aanhalingstekens, streepjes, vaste spaties of afbreekstreepjes verschillen; de woorden zijn gelijk.",
)
EEN_TREFFER: Final = _code("W308", "“Telkens” met één treffer", "De aangehaalde woorden komen maar eenmaal voor.")
LEESTEKENS: Final = _code(
    "W310", "Leestekens of spaties na de wijziging", "Na de wijziging staan er dubbele of losse leestekens."
)
SLOTLEESTEKEN: Final = _code(
    "W311",
    "Slotleesteken van de opsomming",
    "Het leesteken aan het slot van een onderdeel past niet bij zijn plaats; de tekst is niet aangepast.",
)
ALFABET: Final = _code("W312", "De begrippen staan niet op alfabet", "De bestaande lijst is niet alfabetisch.")
TOEVOEGEN_ALS_INVOEGEN: Final = _code(
    "W313", "Toevoegen gebruikt voor invoegen", "Het nummer hoort niet aan het slot; het bepaalt hier de plaats."
)
NUMMER_NIET_GENOEMD: Final = _code(
    "W314",
    "De nieuwe tekst noemt geen nummer",
    "De nieuwe tekst begint niet met haar aanduiding; het nummer van de instructie geldt.",
)
INHOUD_ONTBREEKT: Final = _code(
    "W315",
    "De inhoud van de bijlage ontbreekt",
    "De nieuwe bijlage heeft een kop maar geen tekst (afbeelding of los bestand).",
)
LIJST_GEMAAKT: Final = _code(
    "W316", "Nieuwe opsomming", "Er is een opsomming gemaakt omdat de tekst op een dubbele punt eindigt."
)
BESLIST: Final = _code("W317", "Vraag beslist", "De stap is uitgevoerd omdat een mens de vraag zo heeft beantwoord.")
LEEG: Final = _code("W318", "Er blijft niets over", "Na de stap heeft het element geen tekst meer.")
ELLIPS: Final = _code(
    "W319",
    "Aanhaling met weggelaten woorden",
    "De aanhaling is gelezen als: van het eerste tot en met het laatste deel.",
)
OPGEMAAKT: Final = _code(
    "W320",
    "Opmaak verschilt binnen de aanhaling",
    "De nieuwe woorden dragen alleen de opmaak die alle oude woorden hadden.",
)
ALS_VOLZIN: Final = _code(
    "W321", "Toegevoegd als volzin", "De toegevoegde tekst is een hele zin en staat na de slotpunt."
)
ONBEKENDE_KEUZE: Final = _code(
    "W322",
    "Onbekende keuze",
    "Welke keuzes een vraag kent, staat bij de vraag (meestal “uitvoeren” of “overslaan”); een andere waarde heeft "
    "geen gevolg, en de vraag blijft open.",
)
ANKER_HOGER: Final = _code(
    "W323",
    "Ingevoegd na de indeling van het anker",
    "Het anker is het laatste artikel van de indeling waarna is ingevoegd.",
)
NUMMER_HERGEBRUIKT: Final = _code(
    "W325",
    "Vervallen nummer opnieuw gebruikt",
    "Het element was vervallen; de nieuwe tekst krijgt het nummer, maar is een nieuw element en geen voortzetting.",
)
SLOT_VAN_INDELING: Final = _code(
    "W326",
    "Ingevoegd aan het slot van een indeling",
    "Het artikel waarna is ingevoegd is het laatste van zijn hoofdstuk of paragraaf. Wie een artikel als eerste van "
    "een indeling invoegt, noemt die indeling (aanwijzing 6.11); zonder dat komt het nieuwe artikel aan het slot.",
)
HOOFDLETTER_ANDERS: Final = _code(
    "W327",
    "Dezelfde woorden met een andere beginletter",
    "“Telkens” is toegepast op de woorden zoals aangehaald; dezelfde woorden met een andere beginletter zijn niet "
    "gewijzigd.",
)
SAMENGEVOEGD: Final = _code("W324", "Twee stappen samen uitgevoerd", "Het verletteren is vóór het invoegen uitgevoerd.")

OVERGESLAGEN: Final = _code("N301", "Stap overgeslagen", "Een mens heeft gekozen om deze stap niet uit te voeren.")
INGETROKKEN: Final = _code(
    "N302", "Een regeling wordt ingetrokken", "De stap trekt een hele regeling in; de tekst zelf verandert niet."
)
NIET_MEEGENOMEN: Final = _code(
    "N303", "Langere woorden niet gewijzigd", "De aangehaalde tekst komt ook voor als deel van langere woorden."
)
TREFFERS_GEMELD: Final = _code("N304", "Aantal vervangingen", "Hoe vaak “telkens” is toegepast.")
SLOTPUNT: Final = _code(
    "N306",
    "Slotpunt van de instructie",
    "De punt na “;” of “,” sluit de instructie af en hoort niet bij de nieuwe tekst.",
)
MERKSTIJL: Final = _code(
    "N307",
    "Nummer gedrukt zoals de andere",
    "Het nummer van het nieuwe element is gedrukt zoals bij de elementen ernaast (“3” of “3.”); het nummer is gelijk.",
)
ENIG_LID: Final = _code(
    "N305",
    "Eén lid over",
    "Het enige overblijvende lid houdt zijn nummer, tenzij het besluit de aanduiding laat vervallen.",
)
WID_ONTBREEKT = definieer(
    "E360",
    "het element met deze identiteit bestaat niet",
    "Een STOP-besluit wijst elementen aan met hun blijvende identiteit (wId). Die staat niet, of meer dan eens, in "
    "deze tekst: het is een andere versie, of de regeling is uit een bestand zonder STOP-identiteiten ingelezen. Op "
    "het nummer afgaan zou gokken zijn, want een wId volgt de vernummering niet.",
)
WID_ONJUIST = definieer(
    "E361",
    "de mutatie klopt niet",
    "De nieuwe tekst van een STOP-mutatie past niet bij wat zij wijzigt: een andere identiteit, een identiteit die al "
    "in gebruik is, een andere soort element, of niet precies één element (STOP0077).",
)
OUDE_TEKST_ANDERS = definieer(
    "Q360",
    "de oude tekst in het besluit is niet de geldende tekst",
    "Een STOP-besluit toont met renvooi wat er stond. Dat is niet wat er nu staat: een eerdere wijziging is niet in "
    "het besluit verwerkt, of het besluit hoort bij een andere versie. Uitvoeren zou die wijziging ongedaan maken.",
)
NUMMER_ANDERS_GEDRUKT = definieer(
    "W360",
    "nummers anders gedrukt dan in de oude tekst",
    "Wat een STOP-besluit als oude tekst toont, verschilt alleen in punten of haken bij nummers van wat er staat. De "
    "wijziging is uitgevoerd; de nummers staan er zoals het besluit ze geeft.",
)
