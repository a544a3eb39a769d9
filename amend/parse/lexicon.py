"""The words of amending sentences: phrase → (kind of token, value). Longest phrase wins; case does not matter.

A kind is what the grammar knows; the value is what the builder needs. Filler words are listed too: a word that is
not in this table is never skipped, only a regulation name or a heading may contain it.
"""

from __future__ import annotations

from typing import Final

Regel = tuple[str, str]

NIVEAUS: Final[dict[str, str]] = {
    "artikel": "artikel artikelen artikels art. artt.",
    "lid": "lid leden",
    "onderdeel": "onderdeel onderdelen subonderdeel subonderdelen sub letter letters nummer nummers opsomming",
    "streepje": "gedachtestreepje gedachtestreepjes aandachtsstreepje aandachtsstreepjes gedachtenstreepje "
    "gedachtenstreepjes streepje streepjes aandachtstreepje aandachtstreepjes bolletje bolletjes",
    "volzin": "volzin volzinnen zin zinnen",
    "alinea": "alinea alinea's alinea’s alineas",
    "hoofdstuk": "hoofdstuk hoofdstukken",
    "afdeling": "afdeling afdelingen",
    "paragraaf": "paragraaf paragrafen §",
    "subparagraaf": "subparagraaf subparagrafen",
    "titel": "titel titels",
    "deel": "deel delen",
    "boek": "boek boeken",
    "bijlage": "bijlage bijlagen bijlages",
    "tabel": "tabel tabellen",
    "rij": "rij rijen",
    "kolom": "kolom kolommen",
    "lijst": "lijst lijsten schaal schalen staat staten",
}
"""Level kind → the nouns that name it."""

MEERVOUD: Final = frozenset(
    [
        "artikelen",
        "leden",
        "onderdelen",
        "subonderdelen",
        "letters",
        "nummers",
        "volzinnen",
        "zinnen",
        "hoofdstukken",
        "afdelingen",
        "paragrafen",
        "titels",
        "delen",
        "boeken",
        "bijlagen",
        "bijlages",
        "tabellen",
        "rijen",
        "kolommen",
        "streepjes",
        "gedachtestreepjes",
        "gedachtenstreepjes",
        "aandachtsstreepjes",
        "alinea's",
        "alinea’s",
        "alineas",
        "subparagrafen",
        "artt.",
    ]
)

_FRASEN: Final[dict[Regel, str]] = {
    # --- small words -----------------------------------------------------------------------------------------
    ("DET", ""): "de|het|dit|deze|dat|die|genoemd|genoemde|voornoemd|voornoemde|voormeld|voormelde|onderstaande|"
    "de onderstaande|navolgende|hierna genoemde|de hierna genoemde|bovengenoemd|bovengenoemde|de bovengenoemde|"
    "onderhavige|de onderhavige|het onderhavige|bovenvermelde|de bovenvermelde|"
    "de bij de verordening behorende|de bij de regeling behorende|de bij het besluit behorende|"
    "betreffende|bestaande|de bestaande|het bestaande|de huidige|het huidige",
    ("EN", "en"): "en|alsmede|alsook|evenals|en ook|en tevens|en voorts|waarbij|en vervolgens|en er|en daarna",
    ("OF", "of"): "of|dan wel",
    ("VAN", ""): "van|uit|behorende bij|behorend bij|behorend tot",
    ("VANAF", ""): "vanaf|beginnend met|te beginnen met|beginnende met",
    ("IN", ""): "in|binnen|in de tekst van|in het bepaalde in|in het gestelde in",
    (
        "GESTELDEONDER",
        "",
    ): "in het gestelde onder|in het bepaalde onder|onder het kopje|onder de kop|onder het opschrift",
    ("AAN", ""): "aan",
    ("SLOTVAN", "van"): "aan het slot van|aan het einde van|aan het eind van|op het einde van|op het eind van",
    ("SLOTVAN", ""): "aan het slot|aan het einde|aan het eind|achteraan",
    ("NA", ""): "na|achter|volgend op|direct na|onmiddellijk na",
    ("VOOR", ""): "voor|vóór|voorafgaand aan|direct voor|onmiddellijk voor",
    ("BIJ", ""): "bij",
    ("DOOR", ""): "door",
    ("TOT", ""): "tot|naar",
    ("MET", ""): "met",
    ("TUSSEN", ""): "tussen",
    ("ER", ""): "er|hierbij|daarbij|voorts|tevens|ook|daarna|vervolgens|hierin|daarin|alsnog|aldus|daartoe",
    ("RESP", ""): "respectievelijk|onderscheidenlijk|resp.|achtereenvolgens",
    ("TM", ""): "tot en met|t/m|tot en met het|tot en met de|t.e.m.|tm|t m",
    ("NIEUWTAG", ""): "(nieuw)|( nieuw )|nieuw)|(oud)",
    ("VOORGESTELD", ""): "voorgestelde|het voorgestelde|de voorgestelde|in te voegen|nieuw voorgestelde",
    # --- places ----------------------------------------------------------------------------------------------
    ("KAAL", "aanhef"): "aanhef",
    ("KAAL", "slot"): "slot|slotzin|slotzinsnede|slottekst",
    ("KAAL", "opschrift"): "opschrift|opschriften|kop|titelopschrift|paragraaftitel|hoofdstuktitel|artikeltitel|kopje",
    ("KAAL", "intitule"): "intitulé|intitule|considerans",
    ("KAAL", "inhoudsopgave"): "inhoudsopgave",
    ("BEGRIP", ""): "begrip|begrippen|begripsomschrijving|begripsomschrijvingen|begripsbepaling|begripsbepalingen|"
    "definitie|definities|omschrijving|omschrijvingen|begripsdefinitie|begripsdefinities|omschrijving van het begrip|"
    "definitie van het begrip|begripsomschrijving van het begrip|definitiebepaling|definitiebepalingen|"
    "definitie van de term|begripsomschrijving bij|definitie bij",
    ("METBEGRIP", ""): "en de daarbij behorende begripsomschrijving|en de daarbij behorende begripsomschrijvingen|"
    "en de daarbij behorende omschrijving|en de daarbij behorende omschrijvingen|met bijbehorende begripsomschrijving|"
    "en de bijbehorende begripsomschrijving|en de bijbehorende begripsomschrijvingen|"
    "met de daarbij behorende definitie|"
    "met de daarbij behorende definities|en de daarbij behorende definitie|en de daarbij behorende definities|"
    "en bijbehorende definities|en bijbehorende definitie|en de daarbij behorende begripsbepalingen|"
    "en de daarbij behorende begripsbepaling|met bijbehorende begripsomschrijvingen|en de bijbehorende definitie|"
    "en de bijbehorende definities",
    ("METOPSCHRIFT", ""): "en het daarbij behorende opschrift|en de daarbij behorende opschriften|"
    "en het bijbehorende opschrift|en de bijbehorende opschriften|met opschrift|inclusief opschrift|"
    "met het daarbij behorende opschrift|en het opschrift daarvan|met bijbehorend opschrift",
    ("GEHEEL", ""): "gehele|hele|volledige|gehele tekst van de|overal in de",
    ("REGELING", ""): "verordening|regeling|besluit|wet|beleidsregel|beleidsregels|regels|reglement|nadere regels|"
    "beleidsnota|statuut",
    # --- quoted words ----------------------------------------------------------------------------------------
    ("KWAL", ""): "woord|woorden|zinsnede|zinsneden|zinsnedes|zinssnede|zinssneden|passage|passages|tekstgedeelte|"
    "tekstdeel|tekstfragment|tekst|teksten|term|termen|getal|getallen|datum|data|jaartal|jaartallen|percentage|"
    "percentages|letter|cijfer|cijfers|nummer|nummers|verwijzing|verwijzingen|zinsdeel|aanduiding|aanduidingen|"
    "aanhaling|formulering|frase|naam|namen|uitdrukking|volgende tekst|volgende woorden|volgende zinsnede|"
    "volgende passage|volgende zinsdeel|tekstpassage|tekstpassages|benaming|bewoording|bewoordingen|woordgroep",
    ("GESTELDE", ""): "gestelde|bepaalde|tekst van|gehele tekst van|volledige tekst van",
    ("AANDUIDING", ""): "aanduiding|aanduidingen|nummering|lidaanduiding|lidnummer|nummeraanduiding",
    ("BEDRAGWOORD", ""): "bedrag|bedragen|tarief|tarieven|percentage|percentages|subsidieplafond|minimumbedrag|"
    "maximumbedrag|restitutiebedrag|subsidiebedrag|heffingsbedrag|forfait|verplichtingenbedrag|uitgavenbedrag|"
    "ontvangstenbedrag|drempelbedrag|normbedrag|normbedragen|subsidieplafonds",
    ("GENOEMD", ""): "genoemd|genoemde|vermeld|vermelde|bedoeld|bedoelde|opgenomen|genoemd in|vermeld in|bedoeld in|"
    "opgenomen in",
    ("LEESTEKEN", "."): "slotpunt|punt",
    ("LEESTEKEN", ";"): "puntkomma|punt-komma|punt komma|kommapunt",
    ("LEESTEKEN", ","): "komma",
    ("LEESTEKEN", ":"): "dubbele punt|dubbelepunt|dubbelpunt",
    # --- verbs -----------------------------------------------------------------------------------------------
    ("WERKW", "wordt"): "wordt|worden|dient te worden|dienen te worden|zal worden|zullen worden|wordt hierbij",
    ("WERKW", "komt"): "komt|komen",
    ("WERKW", "te_luiden"): "te luiden|als volgt te luiden|te luiden als volgt|als volgt luiden|te komen luiden|"
    "te luiden:als volgt",
    ("WERKW", "luidt"): "luidt|luiden|luidt als volgt|luiden als volgt|dient te luiden|dienen te luiden|"
    "dient als volgt te luiden|dienen als volgt te luiden|wordt gewijzigd en komt te luiden|"
    "wordt gewijzigd en komt als volgt te luiden|worden gewijzigd en komen te luiden|"
    "worden gewijzigd en komen als volgt te luiden|wordt gewijzigd en luidt als volgt|"
    "worden gewijzigd en luiden als volgt|wordt gewijzigd en luidt als volgt uit|wordt gewijzigd en luidt|"
    "wordt aangepast en luidt als volgt|worden aangepast en luiden als volgt|wordt aangepast en komt te luiden|"
    "wordt aangepast en komt als volgt te luiden|waarna deze komt te luiden|waarna dit komt te luiden|"
    "wordt als volgt gewijzigd en komt te luiden|wordt herzien en komt te luiden|waarna deze als volgt luidt|"
    "luidt voortaan|luidt voortaan als volgt|zodanig te wijzigen dat deze komt te luiden|komt aldus te luiden|"
    "komen aldus te luiden|moet luiden|moeten luiden|wordt gewijzigd waardoor deze als volgt luidt|"
    "wordt zodanig gewijzigd dat deze komt te luiden|gewijzigd en luidt als volgt|aangepast en luidt als volgt",
    ("WERKW", "gelezen"): "gelezen|als volgt gelezen|gelezen als volgt|als volgt te lezen|te lezen als volgt|"
    "gewijzigd en als volgt gelezen|gewijzigd gelezen als volgt|gewijzigd en gelezen als volgt",
    ("WERKW", "vervalt"): "vervalt|vervallen|te vervallen|vervalt hierbij|komen te vervallen|komt te vervallen",
    ("WERKW", "geschrapt"): "geschrapt|verwijderd|weggelaten|doorgehaald|gewist|te schrappen|te verwijderen|"
    "te doen vervallen|te laten vervallen|vervallen verklaard",
    ("WERKW", "ingetrokken"): "ingetrokken|in te trekken|te trekken in",
    ("WERKW", "vervangen"): "vervangen|te vervangen|vervangen als volgt",
    ("GELEZENALS", ""): "gelezen als|te lezen als|gelezen worden als|lezen als",
    ("WERKW", "gewijzigd"): "gewijzigd|te wijzigen|wijzigen|veranderd|aangepast|te veranderen|aan te passen",
    ("WERKW", "als_volgt"): "als volgt",
    ("WERKW", "kader"): "als volgt gewijzigd|gewijzigd als volgt|te wijzigen als volgt|als volgt te wijzigen|"
    "als volgt aangepast|aangepast als volgt|als volgt aan te passen|de volgende wijzigingen aangebracht|"
    "de volgende wijziging aangebracht|de volgende wijzigen aangebracht|de navolgende wijzigingen aangebracht|"
    "volgende wijzigingen aangebracht|de volgende aanpassingen gedaan|de volgende aanpassingen aangebracht|"
    "de volgende wijzigingen doorgevoerd|de hierna volgende wijzigingen aangebracht|als volgt te worden gewijzigd|"
    "gewijzigd en wel als volgt|gewijzigd op de volgende wijze|op de volgende wijze gewijzigd|"
    "de volgende wijzigingen aan te brengen|de volgende bedragen gewijzigd|de volgende bedragen aangepast",
    ("WERKW", "ingevoegd"): "ingevoegd|in te voegen|tussengevoegd|geplaatst|te plaatsen|opgenomen|op te nemen|ingelast",
    ("WERKW", "toegevoegd"): "toegevoegd|toe te voegen|bijgevoegd|toegevoegd en wel",
    ("WERKW", "aangevuld"): "aangevuld|aan te vullen|uitgebreid|uit te breiden",
    ("WERKW", "vernummerd"): "vernummerd|verletterd|hernummerd|te vernummeren|te verletteren|te hernummeren|"
    "omgenummerd|omgeletterd|doorgenummerd|genummerd|geletterd|als volgt vernummerd",
    ("WERKW", "verplaatst"): "verplaatst|te verplaatsen|overgebracht",
    ("WERKW", "verhoogd"): "verhoogd|te verhogen",
    ("WERKW", "verlaagd"): "verlaagd|te verlagen",
    ("WERKW", "stelvast"): "vast te stellen|opnieuw vast te stellen|opnieuw vastgesteld|geheel opnieuw vastgesteld",
    ("WERKW", "gesteld"): "vastgesteld|gesteld|bepaald op",
    ("LUIDENDE", ""): "luidende|luidend|dat luidt|die luidt|die luiden|dat luiden|dat komt te luiden|"
    "die komen te luiden|die komt te luiden|dat als volgt luidt|die als volgt luiden|die als volgt luidt|"
    "dat thans luidt|dat nu luidt|die thans luidt|die nu luidt|"
    "luidende als volgt|als volgt luidende|dat luidt als volgt|die luidt als volgt|die luiden als volgt|"
    "en luidt als volgt|en luiden als volgt|en luidt|en luiden|lui dend|lui dende|met de volgende tekst|"
    "met de volgende inhoud|waarvan de tekst luidt|waarvan de tekst als volgt luidt|te weten|namelijk|"
    "welke luidt|welke luiden|welk luidt|en wel als volgt|en komt te luiden|dat als volgt komt te luiden|"
    "waardoor de tekst luidt als volgt|waardoor de tekst als volgt luidt|zodat de tekst luidt|luidende als hierna",
    # --- new elements ----------------------------------------------------------------------------------------
    ("NIEUW", ""): "nieuw|nieuwe|extra|aanvullend|aanvullende",
    ("VOLGENDE", ""): "het volgende|de volgende|volgende|de navolgende|het navolgende|volgend",
    ("BIJGEVOEGD", ""): "bijgevoegde|bijgaande|de bijgevoegde|de bijgaande|de bij dit besluit behorende|"
    "de bij dit besluit gevoegde|de bij deze regeling behorende|de bij deze regeling gevoegde|"
    "de bij deze verordening behorende|de bij deze verordening gevoegde|de in de bijlage bij dit besluit opgenomen|"
    "de als bijlage bij dit besluit gevoegde|de aan dit besluit gehechte|de bij dit besluit vastgestelde|"
    "de bij deze wijziging behorende|de bij dit wijzigingsbesluit behorende|de bij dit wijzigingsbesluit gevoegde|"
    "de bijgevoegde nieuwe|bijgevoegde nieuwe|de als bijlage bijgevoegde",
    ("ALFA", ""): "in de alfabetische rangschikking|in alfabetische rangschikking|in alfabetische volgorde|"
    "in de alfabetische volgorde|op alfabetische volgorde|alfabetisch|op de alfabetische plaats|"
    "op alfabetische plaats|naar alfabetische rangschikking|op de juiste alfabetische plaats|"
    "in de juiste alfabetische volgorde",
    ("LIJSTBEGRIPPEN", ""): "lijst begripsbepalingen|lijst van begripsbepalingen|lijst met begripsbepalingen|"
    "lijst met begrippen|lijst van begrippen|begrippenlijst|lijst met definities",
    # --- adverbs ---------------------------------------------------------------------------------------------
    (
        "BIJW",
        "telkens",
    ): "telkens|steeds|overal|in alle gevallen|telkenmale|iedere keer|elke keer|overal waar dit voorkomt",
    # --- "onder …" -------------------------------------------------------------------------------------------
    ("OVERNUMMERING", ""): "onder vernummering van|onder verlettering van|onder hernummering van|"
    "met vernummering van|met verlettering van|onder vernummering en verlettering van|onder omnummering van|"
    "met gelijktijdige vernummering van|onder gelijktijdige vernummering van|onder doornummering van|"
    "onder wijziging van de nummering van",
    ("OVERVANGING", ""): "onder vervanging van|onder vervanging in|met vervanging van|onder wijziging van",
    ("DOORTOEVOEGING", ""): "door toevoeging van|door invoeging van|door toe te voegen",
}


def _bouw() -> dict[str, dict[tuple[str, ...], Regel]]:
    uit: dict[str, dict[tuple[str, ...], Regel]] = {}
    for regel, frasen in _FRASEN.items():
        for frase in frasen.split("|"):
            woorden = tuple(frase.split())
            uit.setdefault(woorden[0], {}).setdefault(woorden, regel)
    for soort, woorden_ in NIVEAUS.items():
        for woord in woorden_.split():
            uit.setdefault(woord, {}).setdefault((woord,), ("NIVEAU", soort))
    return uit


FRASEN: Final = _bouw()
"""First word → phrase → (kind, value)."""

LANGSTE: Final = max(len(frase) for tabel in FRASEN.values() for frase in tabel)
