"""A comparison → one page of HTML in Dutch: list of changes, redline, both versions side by side; no scripts."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from importlib.resources import files
from typing import Final

from amend.compare.lijkt import MET_KOP
from amend.compare.plaats import naam_van
from amend.compare.samen import Knoop, Relatie
from amend.compare.wijziging import Vergelijking, Wijzigsoort
from amend.model.tree import INDELING, Soort
from amend.write.vergelijking_csv import KOPPEN, Rij, was_wordt
from amend.write.vergelijking_html_boom import Boom, merk
from amend.write.vergelijking_regels import (
    Groep,
    Regel,
    controleregels,
    door,
    groepen,
    per_onder,
    regels,
    samenvatting,
    zin,
)

_BEVEILIGING: Final = "default-src 'none'; style-src 'unsafe-inline'"
_OMGEVING: Final = 10


def schrijf_html(vergelijking: Vergelijking, *, op_gewicht: bool = False) -> str:
    """The whole report as a page of its own."""
    v = vergelijking
    delen = (
        begin(v, "Vergelijking"),
        '<nav aria-label="Onderdelen"><ul><li><a href="#lijst">Lijst van wijzigingen</a></li>'
        '<li><a href="#doorlopend">Doorlopende tekst met wijzigingen</a></li>'
        '<li><a href="#naast">Oud en nieuw naast elkaar</a></li></ul></nav>\n<main id="inhoud" tabindex="-1">\n',
        '<section aria-labelledby="lijst">\n<h2 id="lijst">Lijst van wijzigingen</h2>\n',
        f"{_lijst(v, op_gewicht)}</section>\n",
        '<section aria-labelledby="doorlopend">\n<h2 id="doorlopend">Doorlopende tekst met wijzigingen</h2>\n',
        f"{_LEGENDA}{doorlopend(v)}</section>\n",
        '<section aria-labelledby="naast">\n<h2 id="naast">Oud en nieuw naast elkaar</h2>\n',
        f"{naast(v)}</section>\n{controle(v)}</main>\n</body>\n</html>\n",
    )
    return "".join(delen)


def schrijf_was_wordt(vergelijking: Vergelijking, *, op_gewicht: bool = False) -> str:
    """The was-wordt table as a page of its own."""
    v = vergelijking
    rijen = "".join(map(_rij, was_wordt(v, op_gewicht=op_gewicht)))
    koppen = "".join(f'<th scope="col">{kop}</th>' for kop in KOPPEN)
    return "".join(
        (
            begin(v, "Was-wordttabel"),
            '<main id="inhoud" tabindex="-1">\n<div class="houder" tabindex="0" role="region" aria-labelledby="tabel">',
            '<table class="was-wordt">\n<caption id="tabel">Was-wordttabel</caption>\n',
            f"<thead><tr>{koppen}</tr></thead>\n<tbody>\n{rijen}</tbody></table></div>\n{controle(v)}</main>\n</body>\n</html>\n",
        )
    )


def _rij(rij: Rij) -> str:
    cellen = (lijnen(rij.was), lijnen(rij.wordt), escape(rij.wat), escape(rij.gewicht), escape(rij.door))
    return f'<tr><th scope="row">{escape(rij.plaats)}</th>{"".join(f"<td>{cel}</td>" for cel in cellen)}</tr>\n'


def lijnen(stukken: Iterable[Regel]) -> str:
    """Lines of stretches as paragraphs, with what went and what came marked."""
    return "".join(f"<p>{_stukken(regel)}</p>" for regel in stukken)


def _stukken(regel: Regel) -> str:
    element = {"oud": "del", "nieuw": "ins"}
    return "".join(
        merk("del" if element[soort] == "del" else "ins", tekst) if soort in element else escape(tekst)
        for soort, tekst in regel
    )


def begin(v: Vergelijking, wat: str) -> str:
    """The head of a page about a comparison, up to and with its header; the page has a ``main`` called inhoud."""
    stijl = files("amend.write").joinpath("vergelijking.css").read_text("utf-8")
    titel = f"{wat}: {v.nieuw.naam or v.oud.naam or 'regeling'}"
    return (
        '<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_BEVEILIGING}">\n'
        f"<title>{escape(titel)}</title>\n<style>\n{stijl}</style>\n</head>\n<body>\n"
        '<a class="overslaan" href="#inhoud">Naar de inhoud</a>\n<header>\n'
        f"<h1>{escape(titel)}</h1>\n<p>Oud: {escape(v.van or v.oud.meta.id)}<br>Nieuw: "
        f"{escape(v.tot or v.nieuw.meta.id)}</p>\n<p>{escape(samenvatting(v))}</p>\n</header>\n"
    )


_LEGENDA: Final = f"<p>Leeswijzer: {merk('del', 'vervallen tekst')}, {merk('ins', 'nieuwe tekst')}, ↷ verplaatst.</p>\n"


def controle(v: Vergelijking) -> str:
    """The check of the laws, as a note."""
    klasse = "klopt" if v.controle.goed else "klopt-niet"
    regels_ = "".join(f"<p>{escape(regel)}</p>" for regel in controleregels(v))
    return f'<div class="{klasse}" role="note">{regels_}</div>\n'


# ---- the list ------------------------------------------------------------------------------------------------------


def _lijst(v: Vergelijking, op_gewicht: bool) -> str:
    index = v.samen.index()
    uit: list[str] = []
    for naam, lijst in per_onder(groepen(v, op_gewicht=op_gewicht)):
        items = "".join(_item(groep, index) for groep in lijst)
        uit.append(f'<h3>{escape(naam)}</h3>\n<ol class="wijzigingen">\n{items}</ol>\n')
    return "".join(uit) or "<p>Geen wijzigingen.</p>\n"


def _item(groep: Groep, index: dict[int, Knoop]) -> str:
    w = groep.eerste
    ankers = "".join(f'<span id="w{lid.nr}"></span>' for lid in groep.wijzigingen[1:])
    woorden = ""
    if len(groep.wijzigingen) == 1 and w.soort is not Wijzigsoort.VERNUMMERD:
        woorden = lijnen(regels(w, index, omgeving=_OMGEVING))
    grond = f": {w.grond}" if w.grond and w.grond not in ("overig", "element") else ""
    return (
        f'<li id="w{w.nr}" value="{w.nr}">{ankers}{escape(zin(groep))} '
        f'<span class="gewicht {w.gewicht.value}">{escape(w.gewicht.value + grond)}</span>'
        f"{woorden}{_oorzaak(groep)}</li>\n"
    )


def _oorzaak(groep: Groep) -> str:
    uit = ""
    for oorzaak in groep.eerste.oorzaken:
        citaat = f" <q>{escape(oorzaak.zin)}</q>" if oorzaak.zin else ""
        uit += f'<p class="zin">Door {escape(door(oorzaak))}.{citaat}</p>'
    return uit


# ---- the text ------------------------------------------------------------------------------------------------------


def doorlopend(v: Vergelijking) -> str:
    """The whole text; what did not change is folded away under its heading."""
    boom = Boom(v, "samen")
    uit: list[str] = []
    stapel = [(v.samen.root, 3)]
    while stapel:
        knoop, boom.niveau = stapel.pop()
        if knoop.relatie is Relatie.GELIJK and knoop.node.soort in MET_KOP:
            naam = escape(naam_van(knoop.node) or "Deel zonder opschrift")
            uit.append(f"<details><summary>{naam} (ongewijzigd)</summary>\n{boom.schrijf(knoop)}</details>\n")
        elif knoop.relatie is Relatie.PAAR and knoop.node.soort in INDELING | {Soort.REGELING}:
            voor, _, dieper = boom.omhulsel(knoop, boom.niveau, "gelijk")
            uit.append(voor)
            stapel.extend((kind, dieper) for kind in reversed(knoop.kinderen))
        else:
            uit.append(boom.schrijf(knoop))
    return "".join(uit)


def naast(v: Vergelijking) -> str:
    """The changed articles and other frames, old beside new."""
    oud, nieuw = Boom(v, "oud"), Boom(v, "nieuw")
    rijen = [f"<tr><td>{oud.schrijf(k)}</td><td>{nieuw.schrijf(k)}</td></tr>\n" for k in _kaders(v.samen.root)]
    if not rijen:
        return "<p>Geen wijzigingen in de tekst.</p>\n"
    return (
        '<table class="naast">\n<caption>Alleen wat is gewijzigd</caption>\n<thead><tr><th scope="col">Oud</th>'
        f'<th scope="col">Nieuw</th></tr></thead>\n<tbody>\n{"".join(rijen)}</tbody></table>\n'
    )


def _kaders(root: Knoop) -> list[Knoop]:
    """The outermost changed places below the divisions; a division itself with its heading only."""
    uit, stapel = [], [root]
    while stapel:
        knoop = stapel.pop()
        if knoop.relatie is Relatie.GELIJK:
            continue
        if knoop.relatie is Relatie.PAAR and knoop.node.soort in INDELING | {Soort.REGELING}:
            if _kop_gewijzigd(knoop):
                uit.append(Knoop(knoop.id, Relatie.PAAR, knoop.oud, knoop.nieuw, knoop.opschrift, knoop.tekst))
            stapel.extend(reversed(knoop.kinderen))
        elif _zichtbaar(knoop):
            uit.append(knoop)
    return uit


def _kop_gewijzigd(knoop: Knoop) -> bool:
    oud, nieuw = knoop.oud, knoop.nieuw
    return knoop.opschrift is not None or (oud is not None and nieuw is not None and naam_van(oud) != naam_van(nieuw))


def _zichtbaar(knoop: Knoop) -> bool:
    """True when something that a reader sees differs at or below this place."""
    for k in knoop.loop():
        if k.relatie not in (Relatie.GELIJK, Relatie.PAAR):
            return True
        segmenten = (*(k.tekst or ()), *(k.opschrift or ()))
        if any(not deel.gelijk for deel in segmenten) or _kop_gewijzigd(k):
            return True
        if k.oud is not None and k.nieuw is not None and k.oud.status is not k.nieuw.status:
            return True
    return False
