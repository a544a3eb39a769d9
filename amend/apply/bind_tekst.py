"""Binding below the element: aanhef, slot, own text, alinea and volzin."""

from __future__ import annotations

import re

from amend.apply import codes
from amend.apply.begrip import norm
from amend.apply.doelwit import Deel, Doelwit
from amend.apply.kiezen import kies_geteld
from amend.apply.werk import Werk, zeg
from amend.apply.zinnen import Zinnen, splits
from amend.model.address import Niveau, Plaats
from amend.model.tree import Node, Pad, Soort, loop, platte_tekst


def bind_aanhef(werk: Werk, plek: Doelwit, niveau: Niveau, plaats: Plaats) -> list[Doelwit]:
    """``aanhef``: the text blocks before the first list of an element (F06)."""
    node = werk.node(plek.pad)
    if node.soort is Soort.REGELING:
        werk.vraag(codes.METATEKST, "de aanhef van de regeling wordt niet gewijzigd.", "Kies of dit toch moet.")
        return [Doelwit((i,)) for i, kind in enumerate(node.kinderen) if kind.soort is Soort.AANHEF][:1] or _geen(
            werk, plaats, "aanhef"
        )
    grens = next((i for i, kind in enumerate(node.kinderen) if kind.soort is Soort.LIJST), 0)
    if not grens or any(kind.soort is not Soort.AL for kind in node.kinderen[:grens]):
        return _geen(werk, plaats, "opsomming met een aanhef")
    return [Doelwit(plek.pad, Deel.BLOKKEN, 0, grens)]


def bind_slot(werk: Werk, plek: Doelwit, niveau: Niveau, plaats: Plaats) -> list[Doelwit]:
    """``slot``: the text blocks after the last list of an element."""
    node = werk.node(plek.pad)
    na_lijst = max((i + 1 for i, kind in enumerate(node.kinderen) if kind.soort is Soort.LIJST), default=0)
    rest = node.kinderen[na_lijst:]
    if not na_lijst or not rest or any(kind.soort is not Soort.AL for kind in rest):
        return _geen(werk, plaats, "slot na de opsomming")
    return [Doelwit(plek.pad, Deel.BLOKKEN, na_lijst, len(node.kinderen))]


def bind_tekst(werk: Werk, plek: Doelwit, niveau: Niveau, plaats: Plaats) -> list[Doelwit]:
    """``tekst``: an article's own text, when it has no leden."""
    node = werk.node(plek.pad)
    if any(kind.soort is Soort.LID for kind in node.kinderen):
        werk.weiger(codes.LEDEN, f"{zeg(plaats.ouder)} heeft leden en dus geen tekst buiten de leden.")
    if not node.kinderen:
        return _geen(werk, plaats, "tekst")
    return [Doelwit(plek.pad, Deel.BLOKKEN, 0, len(node.kinderen))]


def _geen(werk: Werk, plaats: Plaats, wat: str) -> list[Doelwit]:
    werk.weiger(codes.GEEN_ONDERVERDELING, f"{zeg(plaats.ouder)} heeft geen {wat}.")


def bind_alinea(werk: Werk, plek: Doelwit, niveau: Niveau, plaats: Plaats) -> list[Doelwit]:
    """``alinea 2``: the second text block standing directly in an element."""
    node = werk.node(plek.pad)
    van, tot = _grenzen(plek, node)
    alineas = [((*plek.pad, i), node.kinderen[i]) for i in range(van, tot) if node.kinderen[i].soort is Soort.AL]
    if not alineas:
        return _geen(werk, plaats, "alinea’s")
    if plek.pad in werk.geteld_gewijzigd:
        _verschoven(werk, plaats)
    paden = kies_geteld(werk, alineas, niveau, plaats)
    na_lijst = next((i for i in range(van, tot) if node.kinderen[i].soort is Soort.LIJST), tot)
    laatste_is_al = niveau.nummer == "laatste" and node.kinderen[tot - 1].soort is Soort.AL
    if (any(pad[-1] > na_lijst for pad in paden) and not laatste_is_al) or (
        niveau.nummer == "laatste" and not laatste_is_al
    ):
        werk.vraag(
            codes.ALINEA_ONZEKER,
            f"{zeg(plaats)}: tussen de alinea’s staat een opsomming.",
            "Kies “uitvoeren” als alleen de tekstblokken buiten de opsomming tellen.",
        )
    return [Doelwit(pad) for pad in paden]


def _grenzen(plek: Doelwit, node: Node) -> tuple[int, int]:
    return (plek.van, plek.tot) if plek.deel is Deel.BLOKKEN else (0, len(node.kinderen))


def bind_zinsnede(werk: Werk, plek: Doelwit, niveau: Niveau, plaats: Plaats) -> list[Doelwit]:
    """``zinsnede "X"``: the only text block of an element that begins with these words ("de zinsnede over X")."""
    gezocht = norm(niveau.citaat)
    blokken = [(pad, norm(platte_tekst(n.tekst))) for pad, n in loop(werk.node(plek.pad), plek.pad) if n.tekst]
    raak = [pad for pad, tekst in blokken if re.match(rf"{re.escape(gezocht)}(?!\w)", tekst)]
    if len(raak) != 1:
        code = codes.DOEL_DUBBEL if raak else codes.DOEL_ONTBREEKT
        tekst = f"komt {len(raak)} keer voor" if raak else f"staat niet in {zeg(plaats.ouder)}"
        hulp = "Een zinsnede wordt gevonden als een tekstblok met deze woorden begint; noem anders de woorden zelf."
        werk.weiger(code, f"de zinsnede over “{niveau.citaat}” {tekst}.", hulp)
    return [Doelwit(raak[0])]


def bind_volzin(werk: Werk, plek: Doelwit, niveau: Niveau, plaats: Plaats) -> list[Doelwit]:
    """``volzin 2``, ``volzin 2..3``, ``volzin laatste``: a span of characters in one text block."""
    node = werk.node(plek.pad)
    leden = [i for i, kind in enumerate(node.kinderen) if kind.soort is Soort.LID]
    if len(leden) == 1 and plek.deel is not Deel.BLOKKEN:
        plek = Doelwit((*plek.pad, leden[0]))
        node = werk.node(plek.pad)
    elif leden:
        werk.weiger(codes.GEEN_ONDERVERDELING, f"{zeg(plaats.ouder)} heeft leden; noem het lid waarin de volzin staat.")
    zinnen = _volzinnen(werk, plek, node, niveau, plaats)
    van = len(zinnen) if niveau.nummer == "laatste" else _getal(werk, niveau.nummer, plaats)
    tot = (len(zinnen) if niveau.tot == "laatste" else _getal(werk, niveau.tot, plaats)) if niveau.tot else van
    if not 1 <= van <= tot <= len(zinnen):
        werk.weiger(
            codes.DOEL_ONTBREEKT,
            f"{zeg(plaats)} bestaat niet; er {'is' if len(zinnen) == 1 else 'zijn'} {len(zinnen)} te tellen.",
            "Controleer de telling in de instructie.",
        )
    gekozen = zinnen[van - 1 : tot]
    if len({pad for pad, _, _ in gekozen}) > 1:
        werk.weiger(codes.ADRES, f"{zeg(plaats)}: de volzinnen staan in verschillende tekstblokken.")
    pad, _, eind = gekozen[-1]
    laatste = niveau.nummer == "laatste" and not niveau.tot
    if pad in werk.laatste_gewijzigd if laatste else eind > werk.zinnen_gewijzigd.get(pad, eind):
        _verschoven(werk, plaats)
    return [Doelwit(pad, Deel.TEKENS, gekozen[0][1], eind)]


def _verschoven(werk: Werk, plaats: Plaats) -> None:
    """The numbers of one sentence refer to the text before it (F70); an earlier part of it has moved the count."""
    werk.vraag(
        codes.TELLING,
        f"{zeg(plaats)}: een eerder deel van deze instructie heeft de telling veranderd.",
        "Kies “uitvoeren” als na die wijziging moet worden geteld.",
    )


def _getal(werk: Werk, nummer: str, plaats: Plaats) -> int:
    if not nummer.isdecimal():
        werk.weiger(codes.ADRES, f"{zeg(plaats)}: “{nummer}” is geen telling.")
    return int(nummer)


def _volzinnen(werk: Werk, plek: Doelwit, node: Node, niveau: Niveau, plaats: Plaats) -> list[tuple[Pad, int, int]]:
    """The sentences of an element in reading order, as far as they can be counted with certainty."""
    if node.soort is Soort.AL:
        blokken: list[tuple[Pad, Node]] = [(plek.pad, node)]
    else:
        van, tot = _grenzen(plek, node)
        blokken = [((*plek.pad, i), node.kinderen[i]) for i in range(van, tot)]
    uit: list[tuple[Pad, int, int]] = []
    gevraagd = _hoogste(niveau)
    for pad, blok in blokken:
        if blok.soort is not Soort.AL:
            if gevraagd is None or len(uit) < gevraagd:
                _onzeker(werk, plaats, "er staat een opsomming of tabel tussen")
            break
        zinnen = splits(platte_tekst(blok.tekst))
        _controleer(werk, zinnen, None if gevraagd is None else gevraagd - len(uit), plaats)
        uit.extend((pad, start, eind) for start, eind in zinnen.spannen)
    return uit


def _hoogste(niveau: Niveau) -> int | None:
    laatste = niveau.tot or niveau.nummer
    return int(laatste) if laatste.isdecimal() else None


def _controleer(werk: Werk, zinnen: Zinnen, gevraagd: int | None, plaats: Plaats) -> None:
    """Ask when a doubtful boundary stands at or before the end of the wanted sentence."""
    if gevraagd is not None and gevraagd <= 0:
        return
    wil = zinnen.spannen[gevraagd - 1] if gevraagd is not None and gevraagd <= len(zinnen.spannen) else None
    if not zinnen.zeker and (wil is None or not zinnen.zeker_tot(wil[1] + 1)):
        _onzeker(werk, plaats, "een punt kan bij een afkorting horen")


def _onzeker(werk: Werk, plaats: Plaats, waarom: str) -> None:
    werk.vraag(
        codes.ZINSGRENS,
        f"{zeg(plaats)}: de zinsgrens is niet zeker ({waarom}).",
        "Kies “uitvoeren” als de telling van het programma klopt.",
    )
