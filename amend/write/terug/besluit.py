"""A written decision read back: every instruction is in it, and executing its mutation gives the known new text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from lxml import etree

from amend.history.geschiedenis import Geschiedenis
from amend.model.besluit import Besluit, BesluitArtikel, Instructie, WijzigArtikel
from amend.model.melding import Melding
from amend.model.regeling import Regeling
from amend.model.tree import Node, Soort
from amend.read.xml_veilig import parse_xml
from amend.write.codes import VERSCHIL
from amend.write.stop.besluit import Werk, werken_van
from amend.write.stop.namen import naam, t
from amend.write.stop.plek import Verslag
from amend.write.stop.regeling import bouw_regeling
from amend.write.stop.uitvoeren import voer_mutatie_uit
from amend.write.terug.stroom import STATUS, Teken, stroom, verschil, woorden

_EENHEID: Final = frozenset(
    {"Boek", "Deel", "Titel", "Hoofdstuk", "Afdeling", "Paragraaf", "Subparagraaf", "Artikel", "Bijlage"}
)
_LOS: Final = frozenset({"b", "i", "u", "strong", "sup", "sub", "ExtRef", "IntRef", "NieuweTekst", "VerwijderdeTekst"})


def controleer_besluit(data: bytes, historie: Geschiedenis, besluit_id: str, formaat: str) -> tuple[Melding, ...]:
    """Findings when an instruction is missing or (STOP) a mutation does not give the new text."""
    root, meldingen = parse_xml(data)
    if root is None:
        return meldingen
    besluit = next(o.besluit for o in historie.besluiten if o.besluit.meta.id == besluit_id)
    bij_woorden = _instructies(root, besluit)
    if bij_woorden or formaat == "akn":
        return bij_woorden
    werken = werken_van(historie, besluit_id, Verslag("STOP"))
    mutaties = list(root.iter(t("RegelingMutatie")))
    if len(werken) != len(mutaties):
        return (VERSCHIL.melding("Het bestand heeft niet voor elk deel van het besluit een mutatie."),)
    return tuple(
        m for werk, mutatie in zip(werken, mutaties, strict=True) for m in mutatie_klopt(werk, mutatie, historie)
    )


def mutatie_klopt(werk: Werk, mutatie: etree._Element, historie: Geschiedenis) -> tuple[Melding, ...]:
    """Findings when executing a RegelingMutatie on the text before does not give the text after."""
    meta, stil = historie.regeling.meta, Verslag("STOP")
    tekst = bouw_regeling(Regeling(meta, werk.rond.voor), stil)
    bezwaren = voer_mutatie_uit(tekst, mutatie)
    if bezwaren:
        return (VERSCHIL.melding(f"De mutatie in het bestand is niet uit te voeren: {'; '.join(bezwaren)}."),)
    nieuw = bouw_regeling(Regeling(meta, werk.rond.na), stil)
    return verschil(list(_stroom(nieuw, "")), list(_stroom(tekst, "")), "STOP")


def _stroom(element: etree._Element, plek: str) -> Iterator[Teken]:
    """Words and identities of units, in reading order."""
    if naam(element) in _EENHEID:
        plek = element.get("eId") or plek
        yield Teken(f"‹{naam(element)} {element.get('wId')}›", plek)
    if naam(element) == "Lid":
        yield Teken("‹Lid›", plek)
    yield from (Teken(woord, plek) for woord in woorden(_eigen(element)))
    for kind in element:
        if naam(kind) and naam(kind) not in _LOS:
            yield from _stroom(kind, plek)


def _eigen(element: etree._Element) -> str:
    """The text of an element with its inline elements, without that of blocks below it."""
    delen = [element.text or ""]
    for kind in element:
        if naam(kind) in _LOS:
            delen.append(_eigen(kind))
        elif naam(kind) == "Noot":
            delen.append(" ")
        delen.append(kind.tail or "")
    return "".join(delen)


_BLOK: Final = frozenset({"Al", "Label", "Nummer", "Opschrift", "LidNummer", "LiNummer", "Wat", "Term", "title"})
"""Elements that hold running text: a word never goes on from one into the next."""


def _instructies(root: etree._Element, besluit: Besluit) -> tuple[Melding, ...]:
    """A finding when a sentence of the decision is nowhere in the file."""
    tekst = " ".join("".join(str(deel) for deel in root.itertext()).split())
    los = " ".join(str(deel) for deel in root.itertext())
    per_blok = " ".join("".join(str(deel) for deel in el.itertext()) for el in root.iter() if naam(el) in _BLOK)
    kaal = Counter(woorden(tekst)) | Counter(woorden(los)) | Counter(woorden(per_blok))
    for zin in _zinnen(besluit):
        plat = " ".join(zin.split())
        if plat not in tekst and any(kaal[woord] == 0 for woord in woorden(plat)):
            bericht = f"De instructie “{plat[:120]}” staat niet in het bestand."
            return (VERSCHIL.melding(bericht, hulp="Er is niets geschreven. Meld dit verschil."),)
    rest = Counter(teken.tekst for teken in stroom(_overige(besluit))) - kaal
    weg = [woord for woord in rest if woord not in STATUS.values()]
    if weg:
        bericht = f"Niet alle woorden van het besluit staan in het bestand; er ontbreekt: {', '.join(weg[:5])}."
        return (VERSCHIL.melding(bericht, hulp="Er is niets geschreven. Meld dit verschil."),)
    return ()


def _overige(besluit: Besluit) -> Iterator[Node]:
    """What a decision has beside its instructions."""
    yield Node(Soort.AL, opschrift=besluit.intitule)
    yield from besluit.aanhef
    yield from (artikel.node for artikel in besluit.artikelen if isinstance(artikel, BesluitArtikel))
    yield from (*besluit.sluiting, *besluit.bijlagen, *besluit.toelichting)


def _zinnen(besluit: Besluit) -> Iterator[str]:
    for artikel in besluit.artikelen:
        if isinstance(artikel, WijzigArtikel):
            if artikel.zin is not None:
                yield artikel.zin.plat
            yield from _van(artikel.instructies)


def _van(instructies: tuple[Instructie, ...]) -> Iterator[str]:
    for instructie in instructies:
        if instructie.zin is not None:
            yield instructie.zin.plat
        yield from _van(instructie.instructies)
