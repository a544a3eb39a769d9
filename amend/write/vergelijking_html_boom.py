"""The merged tree → HTML: what went in ``del``, what came in ``ins``, with signs that do not depend on colour."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Final, Literal

from amend.compare.lijkt import MET_KOP
from amend.compare.plaats import naam_van
from amend.compare.samen import Aspect, Deel, Knoop, Relatie
from amend.compare.wijziging import Vergelijking, Wijziging
from amend.compare.woorden import Segment
from amend.model.tree import ITEMS, Node, Soort, Status, Tekst, platte_tekst
from amend.write.vergelijking_regels import door

Kant = Literal["samen", "oud", "nieuw"]
Staat = Literal["gelijk", "bij", "weg"]
_TEKEN: Final = {"ins": ("{+", "+}", "toegevoegd: "), "del": ("[−", "−]", "vervallen: ")}
_MAX_KOP: Final = 6


def merk(element: Literal["ins", "del"], tekst: str, uitleg: str = "") -> str:
    """Escaped text in ``ins`` or ``del``, with its signs and a word for those who hear the page."""
    open_, dicht, hoor = _TEKEN[element]
    titel = f' title="{escape(uitleg)}"' if uitleg else ""
    return (
        f'<{element}{titel}><span class="hoor">{hoor}</span><span class="teken" aria-hidden="true">{open_}</span>'
        f'{escape(tekst)}<span class="teken" aria-hidden="true">{dicht}</span></{element}>'
    )


class Boom:
    """Writes parts of the merged tree. ``vlaggen``: with the numbers of the changes, linked to their list."""

    def __init__(self, vergelijking: Vergelijking, kant: Kant, *, niveau: int = 3) -> None:
        self.kant = kant
        self.niveau = niveau
        self.index = vergelijking.samen.index()
        self.bij_deel: Mapping[Deel, Wijziging] = {deel: w for w in vergelijking.wijzigingen for deel in w.delen}
        self.gevlagd: set[int] = set()

    def schrijf(self, knoop: Knoop) -> str:
        """The HTML of this place and all below it."""
        uit: list[str] = []
        stapel: list[str | tuple[Knoop, int, Staat]] = [(knoop, self.niveau, "gelijk")]
        while stapel:
            ding = stapel.pop()
            if isinstance(ding, str):
                uit.append(ding)
            else:
                stapel.extend(reversed(self.delen(*ding)))
        return "".join(uit)

    def delen(self, knoop: Knoop, niveau: int, staat: Staat) -> list[str | tuple[Knoop, int, Staat]]:
        """The place itself as text, and its children still to be written."""
        if knoop.relatie is Relatie.VAN:
            return self._van(knoop, niveau)
        if knoop.relatie is Relatie.NAAR:
            return self._naar(knoop, niveau)
        if knoop.relatie is Relatie.BIJ:
            staat = "bij"
        elif knoop.relatie is Relatie.WEG:
            staat = "weg"
        if (staat, self.kant) in (("bij", "oud"), ("weg", "nieuw")):
            return []
        voor, na, dieper = self.omhulsel(knoop, niveau, staat)
        kinderen: list[str | tuple[Knoop, int, Staat]] = [(kind, dieper, staat) for kind in knoop.kinderen]
        if knoop.relatie is Relatie.GELIJK and knoop.oud is not None:
            kinderen = [(gelijk(kind), dieper, staat) for kind in knoop.oud.kinderen]
        return [voor, *kinderen, na]

    def _van(self, knoop: Knoop, niveau: int) -> list[str | tuple[Knoop, int, Staat]]:
        inhoud = self.index[knoop.naar]
        if self.kant == "nieuw":
            return []
        if self.kant == "oud":
            return [self._plek(knoop, "verplaatst van hier"), (inhoud, niveau, "gelijk")]
        return [self._plek(knoop, f"Hier stond {naam_van(inhoud.oud or inhoud.node) or 'tekst'}, nu verplaatst")]

    def _naar(self, knoop: Knoop, niveau: int) -> list[str | tuple[Knoop, int, Staat]]:
        if self.kant == "oud":
            return []
        return [self._plek(knoop, "Verplaatst naar hier"), (knoop.kinderen[0], niveau, "gelijk")]

    def _plek(self, knoop: Knoop, zin: str) -> str:
        w = self.bij_deel.get((knoop.id, Aspect.PLEK))
        waar = f" ({escape(w.plaats_oud or '')} → {escape(w.plaats_nieuw or '')})" if w else ""
        return f'<p class="plek">↷ {escape(zin)}{waar}.{self.vlag((knoop.id, Aspect.PLEK))}</p>\n'

    def vlag(self, deel: Deel) -> str:
        """The number of the change, linked to its entry; each change once."""
        w = self.bij_deel.get(deel)
        if w is None or w.nr in self.gevlagd or self.kant != "samen":
            return ""
        self.gevlagd.add(w.nr)
        return f'<a class="vlag" href="#w{w.nr}" aria-label="wijziging {w.nr}"{_titel(w)}>{w.nr}</a>'

    # ---- one place ----

    def omhulsel(self, knoop: Knoop, niveau: int, staat: Staat) -> tuple[str, str, int]:
        """What stands before and after the children of a place, and the heading level below it."""
        soort = knoop.node.soort
        if soort in MET_KOP:
            kop = f"{self._nummer(knoop, staat)} {self._tekst(knoop, Aspect.OPSCHRIFT, staat)}{self._status(knoop)}"
            kop = f"<h{niveau}>{kop}</h{niveau}>\n" if kop.strip() else ""
            return kop + self._eigen(knoop, staat), "", min(niveau + 1, _MAX_KOP)
        if soort in ITEMS or soort is Soort.LID:
            nummer = self._nummer(knoop, staat) or ("–" if soort is Soort.STREEPJE else "")
            tekst = f"{self._status(knoop)}{self._eigen(knoop, staat)}"
            voor = f'<div class="blok"><span class="nr">{nummer}</span><div>{tekst}'
            return voor, "</div></div>\n", niveau
        vorm = _VORM.get(soort)
        if vorm is not None:
            return vorm[0], vorm[1], niveau
        if soort is Soort.FRAGMENT:
            woord = {"bij": "ins", "weg": "del", "gelijk": ""}[staat]
            naam = "[afbeelding of ander deel dat niet als tekst is te tonen]"
            return f"<p>{merk('ins' if woord == 'ins' else 'del', naam) if woord else escape(naam)}</p>\n", "", niveau
        return self._eigen(knoop, staat), "", niveau

    def _eigen(self, knoop: Knoop, staat: Staat) -> str:
        tekst = self._tekst(knoop, Aspect.TEKST, staat)
        vlag = self.vlag((knoop.id, Aspect.PLEK)) + self.vlag((knoop.id, Aspect.TEKST))
        return f"<p>{tekst}{vlag}</p>\n" if tekst or vlag else ""

    def _nummer(self, knoop: Knoop, staat: Staat) -> str:
        oud, nieuw = (_nummer(node) if node else "" for node in (knoop.oud, knoop.nieuw))
        if knoop.relatie is Relatie.PAAR and oud != nieuw:
            kanten = {"oud": oud and merk("del", oud), "nieuw": nieuw and merk("ins", nieuw)}
            kanten["samen"] = f"{kanten['oud']} {kanten['nieuw']}"
            return kanten[self.kant] + self.vlag((knoop.id, Aspect.NUMMER))
        return _in_staat(_nummer(knoop.node), staat)

    def _status(self, knoop: Knoop) -> str:
        oud, nieuw = knoop.oud, knoop.nieuw
        if oud is not None and nieuw is not None and oud.status is not nieuw.status:
            delen = [merk("del", f"[{oud.status.value}]")] if self.kant != "nieuw" else []
            delen += [merk("ins", f"[{nieuw.status.value}]")] if self.kant != "oud" else []
            return " " + " ".join(delen) + self.vlag((knoop.id, Aspect.STATUS))
        status = knoop.node.status
        return f" <em>[{status.value}]</em>" if status is not Status.ACTIEF else ""

    def _tekst(self, knoop: Knoop, aspect: Aspect, staat: Staat) -> str:
        delen = knoop.opschrift if aspect is Aspect.OPSCHRIFT else knoop.tekst
        bron: Callable[[Node], Tekst] = (lambda n: n.opschrift) if aspect is Aspect.OPSCHRIFT else (lambda n: n.tekst)
        if delen is None:
            return _in_staat(platte_tekst(bron(knoop.node)), staat)
        w = self.bij_deel.get((knoop.id, aspect))
        uitleg = _uitleg(w) if w else ""
        vlag = self.vlag((knoop.id, aspect)) if aspect is Aspect.OPSCHRIFT else ""
        return "".join(self._segment(deel, uitleg) for deel in delen) + vlag

    def _segment(self, deel: Segment, uitleg: str) -> str:
        if deel.gelijk:
            return escape(deel.nieuwe_tekst)
        weg = merk("del", deel.oude_tekst, uitleg) if deel.oude_tekst and self.kant != "nieuw" else ""
        bij = merk("ins", deel.nieuwe_tekst, uitleg) if deel.nieuwe_tekst and self.kant != "oud" else ""
        return weg + bij


_VORM: Final = {
    Soort.TABEL: (
        '<div class="houder" role="group" tabindex="0" aria-label="Tabel"><table><tbody>\n',
        "</tbody></table></div>\n",
    ),
    Soort.RIJ: ("<tr>", "</tr>\n"),
    Soort.CEL: ("<td>", "</td>"),
}


def gelijk(node: Node) -> Knoop:
    """A place for an element that both versions share."""
    return Knoop(0, Relatie.GELIJK, node, node)


def _nummer(node: Node) -> str:
    return " ".join(filter(None, (node.label, node.aanduiding or (node.nummer if node.label else ""))))


def _in_staat(tekst: str, staat: Staat) -> str:
    if not tekst or staat == "gelijk":
        return escape(tekst)
    return merk("ins" if staat == "bij" else "del", tekst)


def _uitleg(w: Wijziging) -> str:
    return "; ".join(f"{door(o)}: {o.zin}" if o.zin else door(o) for o in w.oorzaken)


def _titel(w: Wijziging) -> str:
    uitleg = _uitleg(w)
    return f' title="{escape(uitleg)}"' if uitleg else ""
