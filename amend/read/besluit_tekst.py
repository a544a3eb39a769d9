"""An amending decision as plain text → :class:`Besluit`. Nothing is dropped, nothing is corrected.

Order of a decision: title, aanhef, articles, closing, annexes, explanatory note. The articles are Roman (Artikel I)
in a pure amending decision, Arabic otherwise, or absent. Source: aanwijzingen 6.6, 6.15; regels.md 4.1.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from amend.model.besluit import Besluit, BesluitArtikel, Instructie, WijzigArtikel, is_verdwaalde_opdracht
from amend.model.melding import Melding
from amend.model.numbering import uit_romeins, volgende
from amend.model.tree import INDELING, Node, Soort, alinea, runs
from amend.read import codes
from amend.read.besluit_meta import BESLUIT, lees_meta, titel_van
from amend.read.instructies import lees_instructies
from amend.read.instructietaal import genoemde_nummers, is_hard, is_kader, kondigt_aan, lijkt_instructie
from amend.read.koppen import Kop, is_ondertekenaar, is_sluiting, is_toelichting, kop_van
from amend.read.merken import is_vervolg
from amend.read.regels import Regel, lees_regels, meldingen_over
from amend.read.slotzin import is_deelkop, is_slotkop, is_slotzin, opent_slot
from amend.read.structuur import Waarin, bouw

_ROMEINS: Final = re.compile(r"[IVXL]+[a-zA-Z]{0,2}$")
_TREEDT: Final = re.compile(r"\btre(?:edt|den) in werking\b|\baangehaald als\b", re.IGNORECASE)
_GAT: Final = 5
"""How many Roman numbers of the decision's own articles may be missing (an excerpt, a slip); W131 says so."""


@dataclass(slots=True)
class Deel:
    """An article of the decision: its heading and the lines below it.

    ``nummer`` and ``opschrift`` are for a closing provision without the word Artikel ("II", "Inwerkingtreding").
    """

    kop: Kop | None
    regel: Regel | None
    regels: list[Regel] = field(default_factory=list)
    nummer: str = ""
    opschrift: str = ""
    nagezien: int = 0


def lees_besluit_tekst(tekst: str, id: str) -> tuple[Besluit | None, tuple[Melding, ...]]:
    """The decision in ``tekst``. E102 when it is empty, E130 when no instruction is found (the text is still given)."""
    regels = lees_regels(tekst)
    if not regels:
        return None, (codes.LEEG.melding("De tekst is leeg.", None, "Kies een ander bestand."),)
    meldingen = list(meldingen_over(regels, tekst))
    begin = _begin(regels)
    delen, sluiting = _verdeel(regels, begin)
    slot, bijlagen, toelichting = _na_artikelen(regels[sluiting:])
    van, tot = titel_van(regels[:begin])
    artikelen: list[WijzigArtikel | BesluitArtikel] = []
    for deel in delen:
        gelezen, gemeld = _lees_deel(deel)
        artikelen += gelezen
        meldingen += gemeld
    if not any(isinstance(artikel, WijzigArtikel) for artikel in artikelen):
        zin = "In dit besluit is geen wijzigingsinstructie gevonden."
        meldingen.append(
            codes.GEEN_WIJZIGING.melding(zin, regels[0].plek, "Controleer of dit een wijzigingsbesluit is.")
        )
    meldingen += [*_overgeslagen(delen), *_verdwaald(regels[tot:begin]), *_na_ondertekening(slot, toelichting, delen)]
    meta = lees_meta(id, " ".join(r.heel for r in regels[van:tot]), regels[tot:begin], slot, regels[begin:])
    nabouw, gemeld1 = bouw(bijlagen, Waarin("regeling"))
    uitleg, gemeld2 = bouw(toelichting, Waarin("bijlage"))
    besluit = Besluit(
        meta=meta,
        intitule=runs(meta.titel),
        aanhef=tuple(alinea(regel.heel) for regel in (*regels[:van], *regels[tot:begin])),
        artikelen=tuple(artikelen),
        sluiting=tuple(alinea(regel.heel) for regel in slot),
        bijlagen=nabouw,
        toelichting=uitleg,
    )
    return besluit, (*meldingen, *gemeld1, *gemeld2)


def _overgeslagen(delen: Sequence[Deel]) -> list[Melding]:
    """W131 for a Roman article of the decision that skips numbers."""
    uit: list[Melding] = []
    koppen = [d for d in delen if d.kop is not None and d.regel is not None and d.kop.soort is Soort.ARTIKEL]
    for vorige, deel in itertools.pairwise(koppen):
        if vorige.kop and deel.kop and deel.regel and _romeins(deel.kop.nummer) - _romeins(vorige.kop.nummer) > 1:
            zin = f"Na artikel {vorige.kop.nummer} van het besluit volgt artikel {deel.kop.nummer}."
            uit.append(codes.LABEL_VOLGORDE.melding(zin, deel.regel.plek, "Controleer of er iets ontbreekt."))
    return uit


def _verdwaald(aanhef: Sequence[Regel]) -> list[Melding]:
    """E134 for a line above the articles that instructs: it would be taken for motivation and not be executed."""
    hulp = "Zet de opdracht in een artikel of onderdeel van het besluit, op een eigen regel."
    return [
        codes.OPDRACHT_IN_AANHEF.melding(
            f"Boven de artikelen staat een opdracht: “{regel.heel[:80]}”.", regel.plek, hulp
        )
        for regel in aanhef
        if is_verdwaalde_opdracht(regel.heel)
    ]


def _na_ondertekening(slot: Sequence[Regel], toelichting: Sequence[Regel], delen: Sequence[Deel]) -> list[Melding]:
    """E135 for orders behind the signature, or behind an explanatory note in the middle: they are not executed."""
    na_slot = [
        r
        for r in slot
        if (r.nummer[:1].isupper() and is_hard(r.tekst))
        or is_verdwaalde_opdracht(r.heel)
        or _artikelkop(r)
        or BESLUIT.match(r.heel)
    ]
    letters = [r.nummer for deel in delen for r in deel.regels if r.nummer[:1].isupper() and lijkt_instructie(r.tekst)]
    letters += [r.heel for deel in delen for r in deel.regels if re.fullmatch(r"[A-Z]", r.heel)]
    verder = volgende(letters[-1]) if letters and not slot else None
    eigen = [r.nummer or r.heel.strip(".") for r in toelichting]
    in_uitleg = (
        toelichting[eigen.index(verder)] if verder in eigen and "A" not in eigen[: eigen.index(verder)] else None
    )
    hulp = "Zet alle opdrachten vóór de ondertekening en de toelichting, en elk besluit in een eigen bestand."
    return [
        codes.NA_ONDERTEKENING.melding(f"Na {waar} staat nog een opdracht of besluit: “{r.heel[:80]}”.", r.plek, hulp)
        for waar, regel in (("de ondertekening", na_slot[:1]), ("de toelichting", [in_uitleg] if in_uitleg else []))
        for r in regel
    ]


# -- where the articles are --------------------------------------------------------------------------------------------


def _artikelkop(regel: Regel) -> Kop | None:
    kop = kop_van(regel.tekst) if not regel.merk else None
    return kop if kop is not None and kop.soort is Soort.ARTIKEL else None


def _begin(regels: Sequence[Regel]) -> int:
    """The index of the first line of the articles (or of the first instruction when there are no articles)."""
    besloten = next((i for i, r in enumerate(regels) if BESLUIT.match(r.heel)), -1)
    for i, regel in enumerate(regels):
        kop = _artikelkop(regel)
        if kop is not None and (_ROMEINS.match(kop.nummer) or kop.nummer in ("1", "A", "")):
            return _met_indeling(regels, i)
        if i > besloten and _is_eerste_instructie(regels, i):
            return _met_label(regels, i)
    return besloten + 1 if besloten >= 0 else titel_van(regels)[1]


def _is_eerste_instructie(regels: Sequence[Regel], plek: int) -> bool:
    """True for an instruction outside articles; a frame directly above "Artikel I" is part of the aanhef."""
    if regels[plek].tekst.startswith(("#", "<")) or not lijkt_instructie(regels[plek].tekst):
        return False
    volgende = _artikelkop(regels[plek + 1]) if plek + 1 < len(regels) else None
    return volgende is None or not _ROMEINS.match(volgende.nummer)


def _met_indeling(regels: Sequence[Regel], plek: int) -> int:
    """The chapter heading above the first article belongs to the articles."""
    kop = kop_van(regels[plek - 1].tekst) if plek else None
    return plek - 1 if kop is not None and kop.soort in INDELING else plek


def _met_label(regels: Sequence[Regel], plek: int) -> int:
    """A label alone on the line above the first instruction belongs to it."""
    return plek - 1 if plek and re.fullmatch(r"[0a]?[A-Z]{1,2}\.?", regels[plek - 1].heel) else plek


def _verdeel(regels: Sequence[Regel], begin: int) -> tuple[list[Deel], int]:
    """The articles of the decision, and the index where the closing (or what replaces it) begins."""
    eerste = next((k for r in regels[begin : begin + 2] if (k := _artikelkop(r))), None)
    romeins = eerste is not None and bool(_ROMEINS.match(eerste.nummer))
    delen = [] if eerste is not None and _artikelkop(regels[begin]) is not None else [Deel(None, None)]
    plek = begin
    while plek < len(regels):
        regel = regels[plek]
        if delen and _eindigt(regels, plek, delen):
            break
        kop = _artikelkop(regel)
        if kop is not None and (not delen or _is_besluitartikel(kop, delen, romeins)):
            delen.append(Deel(kop, regel))
        elif _tussenkop(regels, plek, begin, delen, romeins) and not _wacht_op_tekst(delen):
            delen.append(Deel(kop_van(regel.tekst), regel))
        elif delen and _opent_eigen_slot(regels, plek, delen[-1]):
            delen.append(_slotdeel(delen[-1], regel))
        else:
            delen[-1].regels.append(regel)
        plek += 1
    return [deel for deel in delen if deel.kop or deel.regels], plek


def _wacht_op_tekst(delen: Sequence[Deel]) -> bool:
    """True directly below "Het opschrift van hoofdstuk 2 komt te luiden:": the heading is the new text (F81)."""
    regels = delen[-1].regels if delen else []
    laatste = regels[-1].tekst if regels else ""
    return lijkt_instructie(laatste) and kondigt_aan(laatste) and not is_kader(laatste)


def _opent_eigen_slot(regels: Sequence[Regel], plek: int, deel: Deel) -> bool:
    """True when a provision about the decision itself stands below its instructions (never new text, G17).

    A long part that does not instruct is looked at again only after it has doubled.
    """
    if deel.nagezien > 50 and len(deel.regels) < 2 * deel.nagezien:
        return False
    if not opent_slot(regels, plek, plek - len(deel.regels)):
        return False
    wijzigt = _wijzigt(deel)
    deel.nagezien = 0 if wijzigt else len(deel.regels)
    return wijzigt


def _slotdeel(vorige: Deel, regel: Regel) -> Deel:
    """The provision as an article, with the part number and heading that stand directly above it."""
    slot = Deel(None, None, [regel])
    if regel.merk:
        slot = Deel(None, None, [replace(regel, merk="", weg="", merkplek=(0, 0))], nummer=regel.merk)
    if vorige.regels and is_slotkop(vorige.regels[-1]):
        slot.opschrift = vorige.regels.pop().tekst
    if vorige.regels and not slot.nummer and is_deelkop(vorige.regels[-1]):
        slot.nummer = vorige.regels.pop().heel
    return slot


def _tussenkop(regels: Sequence[Regel], plek: int, begin: int, delen: Sequence[Deel], romeins: bool) -> bool:
    """A chapter heading of the decision itself: directly before one of its own articles.

    Where the articles are not Roman, the decision must have begun with such a heading, and this one must be the next.
    """
    kop = kop_van(regels[plek].tekst) if not regels[plek].merk else None
    volgende = _artikelkop(regels[plek + 1]) if plek + 1 < len(regels) else None
    if kop is None or kop.soort not in INDELING or volgende is None:
        return False
    if romeins:
        return bool(_ROMEINS.match(volgende.nummer))
    eigen = [d.kop for d in delen if d.kop is not None and d.kop.soort is kop.soort]
    if not eigen:
        return plek == begin
    stijl = "R" if _ROMEINS.match(kop.nummer) else "n"
    vorige = next((d.kop.nummer for d in reversed(delen) if d.kop and d.kop.soort is Soort.ARTIKEL), "")
    opvolgend = volgende.nummer in ("", "1") or is_vervolg(volgende.nummer, vorige, "n")
    return is_vervolg(kop.nummer, eigen[-1].nummer, stijl) and opvolgend


def _is_besluitartikel(kop: Kop, delen: Sequence[Deel], romeins: bool) -> bool:
    """True when the heading is the next article of the decision, not the heading of new text."""
    vorige = next((d.kop.nummer for d in reversed(delen) if d.kop and d.kop.soort is Soort.ARTIKEL), "")
    if delen[-1].kop is not None and delen[-1].kop.soort in INDELING and not delen[-1].regels:
        return True
    if romeins:
        if not _ROMEINS.match(kop.nummer):
            return False
        slaat_over = 0 < _romeins(kop.nummer) - _romeins(vorige) <= _GAT and not _aangekondigd(kop, delen[-1].regels)
        return _volgt_romeins(kop.nummer, vorige) or slaat_over
    if not vorige and delen[0].kop is None:
        return kop.nummer in ("1", "2", "I", "II") and not _aangekondigd(kop, delen[-1].regels)
    if not is_vervolg(kop.nummer, vorige, "A" if vorige.isalpha() else "n"):
        return False
    return not _aangekondigd(kop, delen[-1].regels)


def _romeins(nummer: str) -> int:
    return uit_romeins(re.sub(r"[a-z]+$", "", nummer)) or 0


def _volgt_romeins(nummer: str, vorige: str) -> bool:
    kaal = re.sub(r"[a-z]+$|(?<=[IVXL])[A-H]$", "", vorige)
    if nummer.startswith(vorige) and re.fullmatch(r"[a-zA-Z]", nummer[len(vorige) :]) and nummer[-1] not in "IVXL":
        return True
    return is_vervolg(nummer, vorige, "R") or is_vervolg(nummer, kaal, "R") or not vorige


def _aangekondigd(kop: Kop, regels: Sequence[Regel]) -> bool:
    """True when the last instruction above the heading announces an article of this number, or just any new text."""
    for afstand, regel in enumerate(reversed(regels)):
        gezien = _artikelkop(regel)
        if gezien is not None and gezien.nummer == kop.nummer:
            return False
        if lijkt_instructie(regel.tekst):
            direct = afstand == 0 and kondigt_aan(regel.tekst) and not is_kader(regel.tekst)
            return direct or (kondigt_aan(regel.tekst) and kop.nummer in genoemde_nummers(regel.tekst))
    return False


def _eindigt(regels: Sequence[Regel], plek: int, delen: Sequence[Deel]) -> bool:
    """True when the closing formula, an annex of the decision or the explanatory note starts here and no article."""
    regel = regels[plek]
    if _opent_bijlagen(regel, delen[-1]):
        return True
    if regel.merk:
        return False
    if _ondertekent(regels, plek, delen):
        return True
    if not (is_sluiting(regel.tekst) or is_toelichting(regel.tekst)):
        return False
    if not is_sluiting(regel.tekst) or not delen[0].kop:
        return True
    romeins = bool(_ROMEINS.match(delen[0].kop.nummer))
    return not any(
        (kop := _artikelkop(r)) is not None and _is_besluitartikel(kop, delen, romeins) and romeins
        for r in regels[plek:]
    )


def _ondertekent(regels: Sequence[Regel], plek: int, delen: Sequence[Deel]) -> bool:
    """True for "De griffier," below the closing provision, when nothing but signatures (and annexes) follows."""
    if not is_ondertekenaar(regels[plek].tekst) or not any(
        is_slotzin(r.tekst) or _TREEDT.search(r.tekst) for r in delen[-1].regels[-4:]
    ):
        return False
    for regel in regels[plek : plek + 40]:
        if kop_van(regel.tekst) or is_toelichting(regel.heel):
            kop = kop_van(regel.tekst)
            return kop is None or kop.soort is Soort.BIJLAGE
        if regel.nummer or lijkt_instructie(regel.tekst):
            return False
    return True


def _opent_bijlagen(regel: Regel, deel: Deel) -> bool:
    """True for "Bijlage 2 …" below the closing provision of a decision that is not signed (F89, F90)."""
    kop = kop_van(regel.tekst) if not regel.merk else None
    bijlage = kop is not None and kop.soort is Soort.BIJLAGE and not lijkt_instructie(regel.tekst)
    return bijlage and any(is_slotzin(r.tekst) for r in deel.regels)


def _na_artikelen(regels: Sequence[Regel]) -> tuple[Sequence[Regel], Sequence[Regel], Sequence[Regel]]:
    """Closing, annexes and explanatory note."""
    toelichting = next((i for i, r in enumerate(regels) if is_toelichting(r.heel)), len(regels))
    bijlage = next(
        (i for i, r in enumerate(regels) if not r.merk and (k := kop_van(r.tekst)) and k.soort is Soort.BIJLAGE),
        len(regels),
    )
    slot = min(toelichting, bijlage)
    if bijlage > toelichting:
        return regels[:slot], (), regels[toelichting:]
    return regels[:slot], regels[bijlage:toelichting], regels[toelichting:]


# -- one article -------------------------------------------------------------------------------------------------------


def _lees_deel(deel: Deel) -> tuple[list[WijzigArtikel | BesluitArtikel], list[Melding]]:
    if deel.kop is not None and deel.kop.soort is not Soort.ARTIKEL:
        return _los_deel(deel)
    if _wijzigt(deel):
        artikel, meldingen = _wijzigartikel(deel)
        return [artikel], meldingen
    return _los_deel(deel)


def _los_deel(deel: Deel) -> tuple[list[WijzigArtikel | BesluitArtikel], list[Melding]]:
    regels = [deel.regel, *deel.regels] if deel.regel else deel.regels
    nodes, meldingen = bouw([r for r in regels if r is not None], Waarin("regeling"))
    nr = deel.regel.nr if deel.regel else (deel.regels[0].nr if deel.regels else 0)
    if deel.kop is None:
        kaal = deel.nummer.strip(".")
        kop = Node(Soort.ARTIKEL, nummer=kaal, aanduiding=deel.nummer, opschrift=runs(deel.opschrift))
        nodes = (replace(kop, kinderen=nodes),) if nodes else ()
    return [BesluitArtikel(node, nr) for node in nodes], list(meldingen)


def _wijzigt(deel: Deel) -> bool:
    """True when the article changes a regulation: an instruction or frame opens it, or labelled instructions follow."""
    if deel.kop is not None and deel.kop.rest:
        return lijkt_instructie(deel.kop.rest)
    regels = deel.regels
    if any(lijkt_instructie(regel.tekst) for regel in regels[:2]):
        return True
    gelabeld = [
        r
        for i, r in enumerate(regels)
        if (r.merk[:1].isupper() and lijkt_instructie(r.tekst))
        or (re.fullmatch(r"[0a]?[A-Z]{1,2}", r.heel) and i + 1 < len(regels) and lijkt_instructie(regels[i + 1].tekst))
    ]
    return bool(gelabeld)


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
        regel=deel.regel.nr if deel.regel else (deel.regels[0].nr if deel.regels else 0),
    )
