"""The text of a regulation on a day, as known on a day: header, pickers, contents, anchors, search in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from flask import Blueprint, Response, request, url_for

from amend import pipeline
from amend.history.geschiedenis import Versie
from amend.history.weergave import koopkop, opschrift
from amend.model.regeling import Regeling
from amend.model.tree import Node, Pad, Soort, platte_tekst
from amend.web.namen import besluitnamen
from amend.web.vraag import Moment, historie, kast, moment, pagina, versie
from amend.web.zoeken import Treffer, zoek_in
from amend.write.html_blokken import Blokken, kop_tekst
from amend.write.html_tekst import tekst_html
from amend.write.kopregels import kopregels, onvolledig, waarschuwingen

blad = Blueprint("tekst", __name__)

_MET_HERKOMST: Final = frozenset({Soort.ARTIKEL, Soort.BIJLAGE, Soort.TOELICHTING, Soort.AANHEF, Soort.SLUITING})
_TABSTOP: Final = re.compile(r'<span class="herkomst" tabindex="0" title="[^"]*"')


@dataclass(frozen=True, slots=True)
class Leestekst:
    """A version as HTML: contents, text, footnotes, and what stands above it."""

    inhoud: str
    tekst: str
    noten: tuple[str, ...]
    kop: tuple[tuple[str, str], ...]
    onvolledig: tuple[str, ...]
    let_op: tuple[str, ...]
    intitule: str


class Schermblokken(Blokken):
    """The blocks of the export, with a way to the pedigree at every article and annex."""

    def __init__(self, root: Node, adres: str) -> None:
        super().__init__(root)
        self.adres = adres

    def sectie(self, node: Node, pad: Pad, niveau: int) -> str:
        """An element with a heading, and under the heading the way to its pedigree."""
        html = super().sectie(node, pad, niveau)
        if node.soort not in _MET_HERKOMST or pad not in self.ankers:
            return html
        naam = kop_tekst(node) or node.soort.value
        adres = f"{self.adres}&{urlencode({'deel': self.ankers[pad]})}".replace("&", "&amp;")
        link = (
            f'<p class="naar-herkomst"><a href="{adres}">Herkomst<span class="hoor"> van {_kaal(naam)}</span></a></p>'
        )
        eind = html.find(f"</h{min(niveau, 6)}>\n")
        knip = html.find(">\n") + 2 if eind < 0 else eind + 6
        return f"{html[:knip]}{link}\n{html[knip:]}"


def _kaal(tekst: str) -> str:
    return tekst.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@blad.get("/regelingen/<id>/tekst")
def lees(id: str) -> Response:
    """The text."""
    wanneer, zoek = moment(), request.args.get("zoek", "")[:100]
    gezocht, gevonden = historie(id), versie(id, wanneer)
    vaste = {"id": id, "naam": gezocht.regeling.naam, "wanneer": wanneer, "zoek": zoek}
    if gevonden.regeling is None:
        return pagina("geen_tekst.html", reden=gevonden.reden, **vaste)
    regeling = gevonden.regeling
    beeld = kast().onthoud(("leestekst", id, wanneer), lambda: leestekst(id, gevonden, regeling, wanneer))
    treffers: list[Treffer] = zoek_in(regeling, zoek) if zoek.strip() else []
    return pagina(
        "tekst.html",
        beeld=beeld,
        versie=gevonden,
        treffers=treffers,
        som=kast().onthoud(("som", id, wanneer), lambda: pipeline.controlesom(regeling)),
        **vaste,
    )


def leestekst(id: str, gevonden: Versie, regeling: Regeling, wanneer: Moment) -> Leestekst:
    """A version for the screen."""
    adres = f"{url_for('herkomst.toon', id=id)}?{urlencode(wanneer.als_adres)}"
    blokken = Schermblokken(regeling.root, adres)
    tekst = _TABSTOP.sub('<span class="herkomst"', blokken.alles())
    kop = pipeline.versiekop(
        gevonden,
        opschrift(wanneer.weergave, wanneer.op, wanneer.bekend),
        kast().rustig(lambda: koopkop(historie(id), wanneer.op, wanneer.bekend)),
    )
    namen = besluitnamen()
    regels = tuple(
        (naam, "; ".join(namen.get(b, b) for b in kop.besluiten) if naam == "Verwerkte besluiten" else waarde)
        for naam, waarde in kopregels(kop)
    )
    anders = platte_tekst(regeling.root.opschrift).strip() not in ("", regeling.naam, regeling.meta.titel)
    return Leestekst(
        inhoud=blokken.inhoud(),
        tekst=tekst,
        noten=tuple(blokken.noten.lijst),
        kop=regels,
        onvolledig=onvolledig(regeling, kop),
        let_op=waarschuwingen(regeling, kop),
        intitule=tekst_html(regeling.root.opschrift, blokken.noten) if anders else "",
    )
