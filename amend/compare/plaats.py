"""The address of a branch in its own tree, in the public form (``artikel 3/lid 2/onderdeel b``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from amend.compare.tak import Tak
from amend.model.address import DIEPTE, Niveau, Plaats
from amend.model.tree import INDELING, Node, Soort, platte_tekst

_TEKST: Final = frozenset({Soort.AL, Soort.FRAGMENT})
_LANG: Final = 40


def plaats_van(tak: Tak, *, volledig: bool = False) -> str:
    """The address; divisions above an article are named only when ``volledig``."""
    lijn = tak.lijn()[1:]
    if not lijn:
        return "regeling"
    artikel = next((n for n, deel in enumerate(lijn) if deel.node.soort is Soort.ARTIKEL), None)
    if artikel is not None and not volledig:
        lijn = [deel for n, deel in enumerate(lijn) if n >= artikel or deel.node.soort not in INDELING]
    return str(Plaats(tuple(niveau for deel in lijn for niveau in _niveaus(deel))))


def naam_van(node: Node) -> str:
    """What is printed above an element: "Artikel 3 Taken", "2."."""
    return " ".join(filter(None, (node.label, node.aanduiding or node.nummer, platte_tekst(node.opschrift)))).strip()


def onder(tak: Tak) -> str:
    """The name of the innermost article, annex or division around (or at) the branch."""
    houders = INDELING | {Soort.ARTIKEL, Soort.BIJLAGE, Soort.DIVISIE, Soort.TOELICHTING}
    for deel in reversed(tak.lijn()):
        if deel.node.soort in houders:
            return naam_van(deel.node)
    return "Aanhef" if any(deel.node.soort is Soort.AANHEF for deel in tak.lijn()) else "Regeling"


def _niveaus(tak: Tak) -> Iterable[Niveau]:
    node = tak.node
    if node.soort in _TEKST:
        return _alinea(tak)
    if node.soort is Soort.LIJST:
        return ()
    maak = _NIVEAU.get(node.soort, _met_kop)
    return (maak(tak),)


def _met_kop(tak: Tak) -> Niveau:
    node = tak.node
    label = node.label.lower().strip()
    soort = label if label in DIEPTE else node.soort.value
    if node.nummer:
        return Niveau(soort, node.nummer)
    if node.soort is Soort.TOELICHTING:
        return Niveau("bijlage", citaat="toelichting")
    kop = _kort(platte_tekst(node.opschrift))
    return Niveau(soort, citaat=kop) if kop else Niveau(soort, str(_rang(tak)), geteld=True)


def _alinea(tak: Tak) -> Iterable[Niveau]:
    """Nothing for the only text of its parent; aanhef and slot around one list; else the count."""
    if tak.ouder is None:
        return
    rangen, tel = tak.ouder.rangen
    blokken = sum(tel[soort] for soort in _TEKST)
    if blokken == 1 and sum(tel.values()) == 1:
        return
    plek = _lijst_bij(tak) if tel[Soort.LIJST] == 1 and blokken <= 2 else None
    if plek is not None:
        yield Niveau("aanhef" if tak.index < plek else "slot")
        return
    nummer = rangen[tak.index]
    if tel[Soort.FRAGMENT] and tel[Soort.AL]:
        nummer = sum(1 for kind in tak.ouder.node.kinderen[: tak.index + 1] if kind.soort in _TEKST)
    yield Niveau("alinea", str(nummer))


def _lijst_bij(tak: Tak) -> int | None:
    """Where the one list of the parent stands, when at most one text stands on each side of it."""
    soorten = [kind.soort for kind in (tak.ouder.node.kinderen if tak.ouder else ())]
    plek = soorten.index(Soort.LIJST)
    voor, na = (sum(soort in _TEKST for soort in deel) for deel in (soorten[:plek], soorten[plek:]))
    return plek if voor <= 1 and na <= 1 else None


def _rang(tak: Tak) -> int:
    return tak.ouder.rangen[0][tak.index] if tak.ouder else 1


def _aantal(tak: Tak) -> int:
    return tak.ouder.rangen[1][tak.node.soort] if tak.ouder else 1


def _begrip(node: Node) -> str:
    tekst = platte_tekst(node.opschrift) or next((platte_tekst(kind.tekst) for kind in node.kinderen), "")
    return _kort(tekst.split(":")[0].strip())


def _kort(tekst: str) -> str:
    tekst = " ".join(tekst.split())
    return tekst if len(tekst) <= _LANG else tekst[:_LANG].rsplit(" ", 1)[0] + " …"


_NIVEAU: Final[dict[Soort, Callable[[Tak], Niveau]]] = {
    Soort.AANHEF: lambda _: Niveau("aanhef"),
    Soort.SLUITING: lambda _: Niveau("slot"),
    Soort.TUSSENKOP: lambda tak: Niveau("kopje", citaat=_kort(platte_tekst(tak.node.tekst))),
    Soort.STREEPJE: lambda tak: Niveau("streepje", str(_rang(tak))),
    Soort.BEGRIP: lambda tak: Niveau("begrip", citaat=_begrip(tak.node)),
    Soort.TABEL: lambda tak: Niveau("tabel", tak.node.nummer or (str(_rang(tak)) if _aantal(tak) > 1 else "")),
    Soort.RIJ: lambda tak: Niveau("rij", str(_rang(tak))),
    Soort.CEL: lambda tak: Niveau("kolom", str(_rang(tak))),
}
