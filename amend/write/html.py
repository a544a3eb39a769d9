"""Regeling → one readable, accessible HTML page in Dutch: no scripts, nothing from elsewhere, all text escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from importlib.resources import files

from amend.model.kalender import datum_tekst
from amend.model.regeling import OverzichtRegel, Regeling
from amend.model.tree import platte_tekst
from amend.model.versiekop import VersieKop
from amend.write.html_blokken import Blokken
from amend.write.html_tekst import tekst_html
from amend.write.kopregels import gegevens, kopregels, onvolledig, titel_van, waarschuwingen

_BEVEILIGING = "default-src 'none'; style-src 'unsafe-inline'"


def schrijf_html(regeling: Regeling, *, kop: VersieKop | None = None) -> str:
    """The regulation as a page of its own. ``kop``: which version this is; an incomplete text says so on top."""
    blokken = Blokken(regeling.root)
    redenen = onvolledig(regeling, kop)
    titel = titel_van(regeling, kop)
    tekst = blokken.alles()
    intitule = tekst_html(regeling.root.opschrift, blokken.noten)
    anders = platte_tekst(regeling.root.opschrift).strip() not in ("", titel)
    inhoud = blokken.inhoud()
    return "".join(
        (
            _hoofd(titel, bool(redenen)),
            '<a class="overslaan" href="#tekst">Naar de tekst</a>\n<header>\n',
            f"<h1>{escape(titel)}</h1>\n",
            _lijst("onvolledig", "LET OP: deze tekst is onvolledig", redenen),
            _gegevens(kopregels(kop)),
            _lijst("waarschuwing", "Let op", waarschuwingen(regeling, kop)),
            _over(regeling),
            "</header>\n",
            f'<nav aria-label="Inhoud">\n<h2>Inhoud</h2>\n{inhoud}\n</nav>\n' if inhoud else "",
            '<main id="tekst" tabindex="-1">\n',
            f'<p class="intitule"><strong>{intitule}</strong></p>\n' if anders else "",
            tekst,
            "</main>\n",
            _noten(blokken.noten.lijst),
            "</body>\n</html>\n",
        )
    )


def _hoofd(titel: str, is_onvolledig: bool) -> str:
    stijl = files("amend.write").joinpath("opmaak.css").read_text("utf-8")
    voor = "ONVOLLEDIG: " if is_onvolledig else ""
    return (
        '<!DOCTYPE html>\n<html lang="nl">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_BEVEILIGING}">\n'
        f"<title>{escape(voor + titel)}</title>\n<style>\n{stijl}</style>\n</head>\n<body>\n"
    )


def _lijst(klasse: str, kop: str, regels: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(regel)}</li>" for regel in regels)
    if not items:
        return ""
    rol = "alert" if klasse == "onvolledig" else "note"
    return f'<div class="{klasse}" role="{rol}">\n<h2>{kop}</h2>\n<ul>{items}</ul>\n</div>\n'


def _gegevens(regels: Iterable[tuple[str, str]]) -> str:
    paren = "".join(f"<dt>{escape(naam)}</dt><dd>{escape(waarde)}</dd>\n" for naam, waarde in regels)
    return f"<dl>\n{paren}</dl>\n" if paren else ""


def _over(regeling: Regeling) -> str:
    binnen = _gegevens(gegevens(regeling)) + _overzicht(regeling.meta.overzicht)
    return f"<details>\n<summary>Gegevens van de regeling</summary>\n{binnen}</details>\n" if binnen else ""


def _overzicht(regels: Iterable[OverzichtRegel]) -> str:
    """The table of changes that the national register shows."""
    koppen = ("Inwerkingtreding", "Terugwerkende kracht tot en met", "Uitwerkingtreding", "Betreft")
    kop = "".join(f'<th scope="col">{naam}</th>' for naam in (*koppen, "Ondertekening", "Bron", "Kenmerk"))
    rijen = "".join(f"<tr>{''.join(f'<td>{escape(cel)}</td>' for cel in _cellen(regel))}</tr>" for regel in regels)
    if not rijen:
        return ""
    naam = "Overzicht van in de tekst verwerkte wijzigingen"
    tabel = f"<table><caption>{naam}</caption><thead><tr>{kop}</tr></thead><tbody>{rijen}</tbody></table>"
    return f'<div class="tabelhouder" role="region" tabindex="0" aria-label="{naam}">{tabel}</div>\n'


def _cellen(regel: OverzichtRegel) -> tuple[str, ...]:
    datums = (regel.inwerkingtreding, regel.terugwerkend, regel.uitwerkingtreding)
    voor = tuple(datum_tekst(dag) if dag else "" for dag in datums)
    ondertekend = datum_tekst(regel.ondertekening) if regel.ondertekening else ""
    return (*voor, regel.betreft, ondertekend, regel.bron, regel.kenmerk)


def _noten(noten: Iterable[str]) -> str:
    items = "".join(
        f'<li id="noot-{n}">{noot} <a href="#noot-bij-{n}" aria-label="terug naar de tekst">↩</a></li>\n'
        for n, noot in enumerate(noten, 1)
    )
    return f'<section aria-label="Voetnoten">\n<h2>Voetnoten</h2>\n<ol>\n{items}</ol>\n</section>\n' if items else ""
