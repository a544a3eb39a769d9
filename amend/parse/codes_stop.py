"""Finding codes 290-299: reading decisions in STOP."""

from amend.model.melding import definieer

VASTSTELLING = definieer(
    "N290",
    "artikel dat een regeling vaststelt",
    "Het artikel stelt een nieuwe regeling vast. Dat wijzigt geen bestaande tekst; de regeling zelf wordt apart "
    "opgenomen.",
)
BIJLAGE_ONTBREEKT = definieer(
    "E290",
    "de bijlage met de wijzigingen ontbreekt",
    "Het artikel zegt dat de wijzigingen in een bijlage staan, maar die bijlage staat niet in het bestand.",
)
TIJDSTEMPEL_ANDERS = definieer(
    "Q290",
    "tijdstempel anders dan de tekst",
    "Een STOP-besluit geeft de datum van inwerkingtreding in zijn tekst en als tijdstempel. Die zijn niet gelijk; een "
    "mens moet nagaan welke geldt.",
)
