"""Choosing among candidates by number: exactly one, a declared range, or a refusal that names the nearest."""

from __future__ import annotations

from collections.abc import Sequence

from amend.apply import codes
from amend.apply.werk import Werk, beschrijf, zeg
from amend.model.address import Niveau, Plaats
from amend.model.numbering import reeks, romeinse_sleutel, sleutel, uit_romeins
from amend.model.tree import Node, Pad, Status, platte_tekst

Kandidaat = tuple[Pad, Node]
Sleutel = tuple[tuple[int, int, str], ...]


def vervallen(node: Node) -> bool:
    """True for an element that was repealed and only shows its number."""
    return node.status is Status.VERVALLEN


def los(nummer: str) -> str:
    """A number for a tolerant comparison: no case, no spaces, no degree sign."""
    return "".join(nummer.split()).casefold().replace("º", "°").rstrip("°")


def romeins(nummers: Sequence[str]) -> bool:
    """True when the numbers of one level read as Roman numerals (i, ii, iii; I, IIa, III)."""
    gevuld = [n for n in nummers if n]
    if not gevuld or gevuld[0] not in ("i", "I"):
        return False
    return len(gevuld) == 1 or (uit_romeins(gevuld[1]) is not None and gevuld[1] not in ("j", "J"))


def sorteersleutel(nummer: str, *, als_romeins: bool) -> Sleutel:
    """The sort key of a number at a level that is Roman or not."""
    return romeinse_sleutel(nummer) if als_romeins else sleutel(nummer)


def kies(
    werk: Werk, kandidaten: Sequence[Kandidaat], niveau: Niveau, plaats: Plaats, *, stub_ok: bool = False
) -> list[Pad]:
    """The candidate that ``niveau`` names, or all of its range. Refuses when there is none or more than one."""
    if niveau.tot:
        return _bereik(werk, kandidaten, niveau, plaats)
    if niveau.nummer == "laatste":
        return kies_geteld(werk, kandidaten, niveau, plaats)
    if niveau.geteld:
        return kies_geteld(werk, kandidaten, niveau, plaats)
    return [_een(werk, kandidaten, niveau.nummer, niveau.soort, plaats, stub_ok=stub_ok)[0]]


def kies_geteld(werk: Werk, kandidaten: Sequence[Kandidaat], niveau: Niveau, plaats: Plaats) -> list[Pad]:
    """The n-th candidate (or range of positions), counted from 1; "laatste" is the last."""
    levend = [pad for pad, node in kandidaten if not vervallen(node)]
    van = len(levend) if niveau.nummer == "laatste" else _telnummer(niveau.nummer)
    tot = _telnummer(niveau.tot) if niveau.tot and niveau.tot != "laatste" else (len(levend) if niveau.tot else van)
    if not 1 <= van <= tot <= len(levend):
        werk.weiger(
            codes.DOEL_ONTBREEKT,
            f"{zeg(plaats)} bestaat niet; er {'is' if len(levend) == 1 else 'zijn'} {len(levend)} te tellen.",
            "Controleer de telling in de instructie.",
        )
    return levend[van - 1 : tot]


def _telnummer(nummer: str) -> int:
    return int(nummer) if nummer.isdecimal() else 0


def _een(
    werk: Werk, kandidaten: Sequence[Kandidaat], nummer: str, soort: str, plaats: Plaats, *, stub_ok: bool
) -> Kandidaat:
    raak = _op_nummer(werk, kandidaten, nummer, plaats)
    levend = [k for k in raak if not vervallen(k[1])]
    if len(levend) == 1:
        return levend[0]
    if len(levend) > 1:
        dubbel(werk, plaats, [node for _, node in levend])
    if raak and stub_ok:
        return raak[-1]
    if raak:
        werk.weiger(
            codes.AL_VERVALLEN, f"{zeg(plaats)} is al vervallen.", "Controleer of het besluit dit nummer bedoelt."
        )
    return ontbreekt(werk, plaats, soort, nummer, [node.nummer for _, node in kandidaten if not vervallen(node)])


def _op_nummer(werk: Werk, kandidaten: Sequence[Kandidaat], nummer: str, plaats: Plaats) -> list[Kandidaat]:
    raak = [k for k in kandidaten if k[1].nummer == nummer]
    if raak:
        return raak
    raak = [k for k in kandidaten if los(k[1].nummer) == los(nummer) and nummer]
    if len(raak) == 1:
        werk.meld(codes.HOOFDLETTERS, f"{zeg(plaats)} is gelezen als nummer “{raak[0][1].nummer}”.")
    return raak


def dubbel(werk: Werk, plaats: Plaats, nodes: Sequence[Node]) -> None:
    """Refuse: the address fits several elements."""
    namen = "; ".join(beschrijf(node) for node in nodes[:5])
    werk.weiger(
        codes.DOEL_DUBBEL,
        f"{zeg(plaats)} is niet eenduidig: het komt {len(nodes)} keer voor.",
        f"Gevonden: {namen}. Noem het bovenliggende niveau of het lid erbij.",
    )


def ontbreekt(werk: Werk, plaats: Plaats, soort: str, nummer: str, aanwezig: Sequence[str]) -> Kandidaat:
    """Refuse: there is no such element; the help names the nearest numbers."""
    dichtbij = naaste(nummer, aanwezig)
    hulp = f"Bedoelde u {' of '.join(f'{soort} {n}' for n in dichtbij)}?" if dichtbij else None
    werk.weiger(codes.DOEL_ONTBREEKT, f"{zeg(plaats)} bestaat niet in de tekst zoals die nu luidt.", hulp)


def naaste(nummer: str, aanwezig: Sequence[str], aantal: int = 3) -> list[str]:
    """The numbers nearest to ``nummer`` in the order of numbers, at most ``aantal``, best first."""
    als_romeins = romeins(list(aanwezig))
    eigen = sorteersleutel(nummer, als_romeins=als_romeins)
    op_rij = sorted({n for n in aanwezig if n}, key=lambda n: sorteersleutel(n, als_romeins=als_romeins))
    onder = [n for n in op_rij if sorteersleutel(n, als_romeins=als_romeins) <= eigen]
    boven = [n for n in op_rij if sorteersleutel(n, als_romeins=als_romeins) > eigen]
    kop = [n for n in boven if sleutel(n)[:1] == sleutel(nummer)[:1] and sleutel(nummer)]
    return list(dict.fromkeys([*kop[:1], *onder[-1:], *boven[:1], *onder[-2:-1]]))[:aantal]


def _bereik(werk: Werk, kandidaten: Sequence[Kandidaat], niveau: Niveau, plaats: Plaats) -> list[Pad]:
    begin = _eind_van_bereik(werk, kandidaten, niveau.nummer, niveau, plaats)
    eind = (
        len(kandidaten) - 1
        if niveau.tot == "laatste"
        else _eind_van_bereik(werk, kandidaten, niveau.tot, niveau, plaats)
    )
    if begin > eind:
        werk.weiger(
            codes.BEREIK,
            f"{zeg(plaats)}: {niveau.tot} staat vóór {niveau.nummer}.",
            "Controleer de volgorde van het bereik in de instructie.",
        )
    binnen = kandidaten[begin : eind + 1]
    levend = [k for k in binnen if not vervallen(k[1])]
    _controleer_bereik(werk, [node.nummer for _, node in levend], niveau, plaats)
    return [pad for pad, _ in levend]


def _eind_van_bereik(werk: Werk, kandidaten: Sequence[Kandidaat], nummer: str, niveau: Niveau, plaats: Plaats) -> int:
    pad, _ = _een(werk, kandidaten, nummer, niveau.soort, plaats.ouder.met(Niveau(niveau.soort, nummer)), stub_ok=False)
    return next(i for i, k in enumerate(kandidaten) if k[0] == pad)


def _controleer_bereik(werk: Werk, nummers: Sequence[str], niveau: Niveau, plaats: Plaats) -> None:
    als_romeins = romeins(nummers) or (uit_romeins(niveau.nummer) is not None and niveau.soort != "onderdeel")
    tot = niveau.tot if niveau.tot != "laatste" else nummers[-1]
    laag, hoog = (sorteersleutel(n, als_romeins=als_romeins) for n in (niveau.nummer, tot))
    buiten = [n for n in nummers if not laag <= sorteersleutel(n, als_romeins=als_romeins) <= hoog]
    if buiten:
        werk.weiger(
            codes.BEREIK,
            f"{zeg(plaats)}: in het bereik staat ook {niveau.soort} {buiten[0]}, dat er naar nummer niet in hoort.",
            "Noem de elementen afzonderlijk.",
        )
    verwacht = reeks(niveau.nummer, tot, romeins=als_romeins)
    mist = [n for n in verwacht or () if n not in nummers]
    if mist and len(mist) < len(verwacht or ()):
        werk.meld(codes.GAT, f"{zeg(plaats)}: {niveau.soort} {', '.join(mist)} bestaat niet (meer) en is overgeslagen.")


def kop_van(node: Node) -> str:
    """The heading as plain text."""
    return " ".join(platte_tekst(node.opschrift).split())
