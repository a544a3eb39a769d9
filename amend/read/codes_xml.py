"""Finding codes 150-199: reading XML."""

from amend.model.melding import definieer

GEEN_XML = definieer(
    "E150",
    "geen goed gevormde XML",
    "Het bestand is op de genoemde plaats geen goed gevormde XML. Er wordt niets gelezen: herstel het bestand of vraag "
    "het opnieuw op.",
)
DTD = definieer(
    "E151",
    "DTD of entiteiten geweigerd",
    "Het bestand heeft een DOCTYPE of verwijst naar entiteiten. Die worden om veiligheidsredenen nooit verwerkt. "
    "Verwijder de DOCTYPE en schrijf de tekens voluit.",
)
TE_DIEP = definieer(
    "E152",
    "te diep genest",
    "Elementen zijn dieper in elkaar genest dan in regelgeving voorkomt; het bestand is geweigerd.",
)
TE_GROOT = definieer("E153", "te groot bestand", "Het bestand is groter dan de toegelaten omvang en is niet gelezen.")
CODERING = definieer(
    "E154",
    "verkeerde tekencodering",
    "De bytes van het bestand passen niet bij de tekencodering die het opgeeft (of UTF-8, als het niets opgeeft). "
    "Er wordt niets gelezen, want letters zouden stil kunnen veranderen.",
)
AFGEBROKEN = definieer(
    "E155", "afgebroken bestand", "Het bestand houdt op voordat alle elementen gesloten zijn. Vraag het opnieuw op."
)
ANDER_SOORT = definieer(
    "E156",
    "ander soort XML",
    "Het bestand is goed gevormde XML, maar niet van het soort dat hier gelezen wordt (CVDR of officiële publicatie).",
)
GEEN_TEKST = definieer("E157", "geen regeling in het bestand", "In het bestand staat geen regeling of besluit.")
MEER_TEKSTEN = definieer(
    "E158",
    "meer dan één regeling in het bestand",
    "Het bestand bevat meer dan één regelingtekst of versie. Welke bedoeld is, wordt niet geraden: lever een bestand "
    "aan met alleen de tekst die u nodig hebt.",
)
VERLIES = definieer(
    "E159",
    "niet alle tekst is te plaatsen",
    "Een deel van de tekst staat op een plaats waar geen tekst hoort en kon niet worden bewaard. Een tekst waaraan "
    "iets ontbreekt is erger dan geen tekst; daarom is er niets gelezen.",
)
FRAGMENT = definieer(
    "W160",
    "onbekend element bewaard",
    "Het bestand bevat een element waar het model geen naam voor heeft. Het is letterlijk bewaard en wordt "
    "teruggeschreven, maar instructies kunnen er niet op werken.",
)
COMMENTAAR = definieer(
    "W161",
    "commentaar bewaard",
    "Het bestand bevat XML-commentaar of een verwerkingsinstructie tussen de tekst. Dat is bewaard op zijn plaats.",
)
LEDEN_UIT_LIJST = definieer(
    "W162",
    "leden stonden als lijst",
    "In oudere bestanden staan leden als genummerde lijst. Zij zijn als leden gelezen; controleer de indeling.",
)
KOP_GESPLITST = definieer(
    "N163", "kop gesplitst", "De hele kop stond in één element; hij is gesplitst in aanduiding, nummer en opschrift."
)
LOSSE_TEKST = definieer("W164", "losse tekst", "Tekst die niet in een alinea stond, is als alinea gelezen.")
DATUM = definieer("W165", "onleesbare datum", "Een datum in de metagegevens is geen datum; de tekst ervan is bewaard.")
GEEN_LICHAAM = definieer(
    "W166",
    "lege regelingtekst",
    "Het bestand heeft een leeg tekstdeel. Mogelijk staat de hele regeling in de aanhef; instructies vinden dan geen "
    "artikelen.",
)
INDELING_AFGELEID = definieer(
    "W169",
    "indeling afgeleid uit de tekst",
    "In het bestand stonden artikelen als gewone (vette) regels. Zij zijn als artikelen gelezen, zodat instructies ze "
    "vinden; geen woord is veranderd. Controleer de indeling.",
)
NIET_OVERGENOMEN = definieer(
    "N167",
    "commentaar niet overgenomen",
    "Commentaar en verwerkingsinstructies tussen instructies zijn niet overgenomen; zij staan nog in het bronbestand.",
)
MEDEDELING = definieer(
    "N168",
    "zakelijke mededeling",
    "De publicatie is een kennisgeving of andere mededeling. Zij is in haar geheel bewaard, maar wijzigt geen "
    "regeling.",
)
SCHEMA = definieer("E170", "voldoet niet aan het schema", "Het bestand heeft niet de vorm waarin amend het bewaart.")
