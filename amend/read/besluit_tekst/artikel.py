"""The lines of one article → a wijzig-artikel with instructions, or an article of the decision itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from amend.model.besluit import BesluitArtikel, Instructie, WijzigArtikel
from amend.model.melding import Melding
from amend.model.tree import Node, Soort, runs
from amend.read import codes
from amend.read.besluit_tekst.deel import Deel, wijzigt_regeling
from amend.read.instructies import lees_instructies
from amend.read.instructietaal import lijkt_instructie
from amend.read.koppen import kop_van
from amend.read.regels import Regel
from amend.read.structuur import Waarin, bouw


def lees_deel(deel: Deel) -> tuple[list[WijzigArtikel | BesluitArtikel], list[Melding]]:
    """The article with its instructions, or as text of the decision; a heading without text may give several."""
    if deel.kop is not None and deel.kop.soort is not Soort.ARTIKEL:
        return _los_deel(deel)
    if wijzigt_regeling(deel):
        artikel, meldingen = _wijzigartikel(deel)
        return [artikel], meldingen
    return _los_deel(deel)


def _los_deel(deel: Deel) -> tuple[list[WijzigArtikel | BesluitArtikel], list[Melding]]:
    regels = [deel.regel, *deel.regels] if deel.regel else deel.regels
    nodes, meldingen = bouw([r for r in regels if r is not None], Waarin("regeling"))
    if deel.kop is None:
        kaal = deel.nummer.strip(".")
        kop = Node(Soort.ARTIKEL, nummer=kaal, aanduiding=deel.nummer, opschrift=runs(deel.opschrift))
        nodes = (replace(kop, kinderen=nodes),) if nodes else ()
    return [BesluitArtikel(node, deel.nr) for node in nodes], list(meldingen)


def _wijzigartikel(deel: Deel) -> tuple[WijzigArtikel, list[Melding]]:
    regels = list(deel.regels)
    meldingen: list[Melding] = []
    kop, opschrift = deel.kop, ""
    if kop is not None and deel.regel is not None:
        opschrift = kop.opschrift
        if kop.rest:
            regels.insert(0, deel.regel.staart(len(deel.regel.tekst) - len(kop.rest)))
        elif not opschrift and _is_opschrift(regels):
            opschrift = regels.pop(0).tekst
    inhoud, gemeld = lees_instructies(regels)
    meldingen += gemeld
    if opschrift and inhoud.zin is None and deel.regel is not None:
        zin = f"De te wijzigen regeling blijkt alleen uit het opschrift “{opschrift}”."
        meldingen.append(codes.OPSCHRIFT_ALS_DOEL.melding(zin, deel.regel.plek))
    return _artikel(deel, opschrift, inhoud), meldingen


def _is_opschrift(regels: Sequence[Regel]) -> bool:
    """True when the first line under a bare "Artikel I" is its heading."""
    if len(regels) < 2 or regels[0].merk or regels[0].tekst[-1] in ".:;,":
        return False
    tekst = regels[0].tekst
    return not lijkt_instructie(tekst) and not re.fullmatch(r"[0a]?[A-Z]{1,2}\.?", tekst) and not kop_van(tekst)


def _artikel(deel: Deel, opschrift: str, inhoud: Instructie) -> WijzigArtikel:
    kop = deel.kop
    return WijzigArtikel(
        label=kop.label if kop else "",
        aanduiding=kop.aanduiding if kop else "",
        nummer=kop.nummer if kop else "",
        opschrift=runs(opschrift),
        zin=inhoud.zin,
        payload=inhoud.payload,
        instructies=inhoud.instructies,
        regel=deel.nr,
    )
