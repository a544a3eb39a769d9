"""An operation or clause in one readable Dutch phrase, from its public JSON form."""

from __future__ import annotations

from typing import Any

_TELKENS = " (telkens)"


def handeling(vorm: dict[str, Any]) -> str:
    """The name of the operation, in words."""
    return str(vorm["handeling"]).replace("_", " ")


def omschrijf(vorm: dict[str, Any]) -> str:
    """What the operation does: "artikel 3/lid 2: “a” → “b”"."""
    doel = ", ".join(vorm.get("doel", ()))
    tekst = _TEKST.get(vorm["handeling"], _algemeen)(vorm, doel)
    regeling = vorm.get("regeling")
    return f"{tekst} [{regeling}]" if regeling and regeling not in tekst else tekst


def _citaat(vorm: dict[str, Any], sleutel: str) -> str:
    return f"“{vorm[sleutel]}”" if vorm.get(sleutel) else "(tekst hierna)"


def _hoe_vaak(vorm: dict[str, Any]) -> str:
    if vorm.get("telkens"):
        return _TELKENS
    if vorm.get("rang"):
        return f" (de {vorm['rang']}e keer)"
    return f" ({vorm['aantal']} keer)" if vorm.get("aantal") else ""


def _vervang_tekst(vorm: dict[str, Any], doel: str) -> str:
    return f"{doel}: “{vorm['oud']}” → “{vorm['nieuw']}”{_hoe_vaak(vorm)}"


def _verwijder_tekst(vorm: dict[str, Any], doel: str) -> str:
    return f"{doel}: “{vorm['oud']}” vervalt{_hoe_vaak(vorm)}"


def _anker(vorm: dict[str, Any]) -> str:
    for woord in ("na", "voor", "naar"):
        if vorm.get(woord):
            return f" {woord} {vorm[woord]}"
    return ""


def _voeg_tekst_in(vorm: dict[str, Any], doel: str) -> str:
    anker = f"na “{vorm['na']}”" if vorm.get("na") else f"voor “{vorm.get('voor', '')}”"
    return f"{doel}: {anker} komt {_citaat(vorm, 'nieuw')}{_hoe_vaak(vorm)}"


def _voeg_tekst_toe(vorm: dict[str, Any], doel: str) -> str:
    return f"aan het slot van {doel or 'de tekst'} komt {_citaat(vorm, 'nieuw')}"


def _wat(vorm: dict[str, Any]) -> str:
    nummers = ", ".join(vorm.get("nummer", ()))
    aantal = f"{vorm['aantal']} × " if vorm.get("aantal", 1) > 1 and not nummers else ""
    return f"{aantal}{vorm.get('soort', 'element')} {nummers}".strip()


def _voeg_in(vorm: dict[str, Any], doel: str) -> str:
    waar = _anker(vorm) or (f" in {vorm['in']}" if vorm.get("in") else "")
    return f"{_wat(vorm)}{waar}{_volgorde(vorm)}"


def _voeg_toe(vorm: dict[str, Any], doel: str) -> str:
    return f"{_wat(vorm)} aan {doel or 'het element hierboven'}{_volgorde(vorm)}"


def _volgorde(vorm: dict[str, Any]) -> str:
    return " (in alfabetische volgorde)" if vorm.get("plaats") else ""


def _vernummer(vorm: dict[str, Any], doel: str) -> str:
    return f"{', '.join(vorm['van'])} → {', '.join(vorm['naar'])}"


def _leesteken(vorm: dict[str, Any], doel: str) -> str:
    return f"aan het slot van {doel}: “{vorm['oud']}” → “{vorm['nieuw']}”"


def _inwerkingtreding(vorm: dict[str, Any], doel: str) -> str:
    delen = ", ".join(vorm.get("delen", ())) or "het besluit"
    behalve = f", behalve {', '.join(vorm['behalve'])}" if vorm.get("behalve") else ""
    terug = f"; geldt vanaf {vorm['terugwerkend']}" if vorm.get("terugwerkend") else ""
    return f"{delen}{behalve}: {_moment(vorm.get('vanaf') or {})}{terug}"


def _moment(vanaf: dict[str, Any]) -> str:
    match vanaf.get("soort"):
        case "datum":
            return str(vanaf["datum"])
        case "na_bekendmaking":
            return f"{_termijn(vanaf)} na de bekendmaking"
        case "na_inwerkingtreding":
            return f"{_termijn(vanaf)} na de inwerkingtreding"
        case "maand_na_bekendmaking":
            return f"dag {vanaf['dag']} van kalendermaand {vanaf['maand']} na de bekendmaking"
        case "nader_te_bepalen":
            return f"nader te bepalen{' door ' + vanaf['door'] if vanaf.get('door') else ''}"
        case "met":
            termijn = f"{_termijn(vanaf)} na" if _termijn(vanaf) else "met"
            return f"{termijn} de inwerkingtreding van {vanaf.get('besluit') or 'dit besluit'}"
        case None:
            return "zelfde moment"
        case soort:
            return str(soort)


def _termijn(vanaf: dict[str, Any]) -> str:
    """ "1 jaar en 2 maanden"; "" when the moment has no term."""
    eenheden = {"jaren": ("jaar", "jaar"), "maanden": ("maand", "maanden"), "dagen": ("dag", "dagen")}
    delen = [f"{n} {een if n == 1 else meer}" for naam, (een, meer) in eenheden.items() if (n := vanaf.get(naam))]
    return " en ".join(delen)


def _verval(vorm: dict[str, Any], doel: str) -> str:
    per = vorm.get("per")
    per_dag = not isinstance(per, dict) or per.get("soort") == "datum"
    return f"{vorm.get('wat')} vervalt {'per ' if per_dag else ''}{_moment(per) if isinstance(per, dict) else per}"


def _grondslag(vorm: dict[str, Any], doel: str) -> str:
    return f"{vorm.get('regeling') or 'de regeling'} berust {'mede ' if vorm.get('mede') else ''}op {vorm['berust_op']}"


def _algemeen(vorm: dict[str, Any], doel: str) -> str:
    rest = vorm.get("titel") or vorm.get("tekst") or vorm.get("regeling") or ""
    return f"{doel or rest}{_anker(vorm)}"


_TEKST = {
    "vervang_tekst": _vervang_tekst,
    "verwijder_tekst": _verwijder_tekst,
    "voeg_tekst_in": _voeg_tekst_in,
    "voeg_tekst_toe": _voeg_tekst_toe,
    "voeg_in": _voeg_in,
    "voeg_toe": _voeg_toe,
    "vernummer": _vernummer,
    "vervang_leesteken": _leesteken,
    "inwerkingtreding": _inwerkingtreding,
    "verval": _verval,
    "grondslag": _grondslag,
}
