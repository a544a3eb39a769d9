"""The predicate of a clause: which verbs go together, what they need, and which frame they ask for."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from amend.parse.delen import AfgekeurdError, Clause, Rest
from amend.parse.toestand import Toestand

_PREDICATEN: Final[dict[frozenset[str], str]] = {
    frozenset({"vervangen"}): "vervang",
    frozenset({"vervangen", "gewijzigd"}): "vervang",
    frozenset({"gewijzigd"}): "wijzig_in",
    frozenset({"komt", "te_luiden"}): "luid",
    frozenset({"te_luiden"}): "luid",
    frozenset({"luidt"}): "luid",
    frozenset({"luidt", "als_volgt"}): "luid",
    frozenset({"komt", "luidt"}): "luid",
    frozenset({"gewijzigd", "luidt"}): "luid",
    frozenset({"kader", "luidt"}): "luid",
    frozenset({"gelezen"}): "lees",
    frozenset({"als_volgt", "gelezen"}): "lees",
    frozenset({"als_volgt", "vervangen"}): "lees",
    frozenset({"vervalt"}): "verval",
    frozenset({"komt", "vervalt"}): "verval",
    frozenset({"geschrapt"}): "verval",
    frozenset({"ingetrokken"}): "intrek",
    frozenset({"kader"}): "kader",
    frozenset({"als_volgt", "gewijzigd"}): "kader",
    frozenset({"ingevoegd"}): "invoeg",
    frozenset({"geplaatst"}): "plaats",
    frozenset({"komt", "staan"}): "vervang",
    frozenset({"toegevoegd"}): "toevoeg",
    frozenset({"toegevoegd", "luidt"}): "toevoeg",
    frozenset({"aangevuld"}): "vul_aan",
    frozenset({"stelvast"}): "stel_vast",
    frozenset({"vernummerd"}): "vernummer",
    frozenset({"verplaatst"}): "verplaats",
    frozenset({"verhoogd"}): "verhoog",
    frozenset({"verlaagd"}): "verhoog",
    frozenset({"gesteld"}): "verhoog",
}
_DEELWOORDEN: Final = frozenset(
    {
        *("vervangen", "gewijzigd", "gelezen", "geschrapt", "ingetrokken", "kader", "ingevoegd", "geplaatst"),
        *("toegevoegd", "aangevuld", "vernummerd", "verplaatst", "verhoogd", "verlaagd", "gesteld", "stelvast"),
    }
)


def gezegde(clause: Clause) -> str:
    """The predicate that the verbs of a clause make; empty without verb, AfgekeurdError when they make none."""
    woorden = clause.werkwoorden - {"wordt", "dient"}
    if not woorden:
        return ""
    if woorden not in _PREDICATEN:
        raise AfgekeurdError(f"werkwoorden {sorted(woorden)}")
    return _PREDICATEN[woorden]


def toets_persoonsvorm(toestand: Toestand, clause: Clause) -> None:
    """A participle needs "wordt", here or in a clause before; an infinitive ("te vervangen") needs none."""
    werkwoorden = [deel for deel in clause.delen if deel.rol == "werkwoord"]
    if len({deel.waarde for deel in werkwoorden}) != len(werkwoorden):
        raise AfgekeurdError("twee keer hetzelfde werkwoord")
    finiet = {deel.waarde for deel in werkwoorden} & {"wordt", "dient"}
    wordt = bool(finiet)
    deelwoord = any(deel.waarde in _DEELWOORDEN and not deel.eigen for deel in werkwoorden)
    if "wordt" in finiet and clause.werkwoorden & {"vervalt", "te_luiden"}:
        raise AfgekeurdError("'wordt' bij een ander gezegde")
    if deelwoord and not (wordt or toestand.wordt):
        raise AfgekeurdError("deelwoord zonder 'wordt'")
    toestand.wordt = wordt or toestand.wordt


def frame_van(toestand: Toestand, rest: Rest, werkwoorden: frozenset[str]) -> str:
    """The frame: "gewijzigd" is a replacement with "in", an addition with "door toevoeging van".

    "wordt" alone between two places is a renumbering, whatever the clause before it said.
    """
    if werkwoorden == {"wordt"} and any(sum(d.rol == rol for d in rest.delen) == 2 for rol in ("onderwerp", "tekst")):
        return "word"
    kaal = any(deel.rol == "tot" and deel.waarde == "kaal" for deel in rest.delen)
    if werkwoorden == {"wordt"} and kaal and any(deel.rol == "onderwerp" for deel in rest.delen):
        return "vernummer"
    if toestand.predicaat == "lees":
        return "vervang" if _leest_woorden(rest) else "luid"
    if toestand.predicaat == "luid" and sum(d.rol == "tekst" for d in rest.delen) == 2:
        return "word"
    if toestand.predicaat in {"invoeg", "verhoog", "plaats"} and any(d.rol == "ipv" for d in rest.delen):
        return "vervang"
    if toestand.predicaat != "wijzig_in":
        return toestand.predicaat
    rollen = {deel.rol for deel in rest.delen}
    if "toevoeging" in rollen:
        return "vul_aan"
    if "door" in rollen:
        return "vervang"
    if "luidende" in rollen:
        return "luid"
    raise AfgekeurdError("gewijzigd, maar waarin?")


def _leest_woorden(rest: Rest) -> bool:
    """ "«a» gelezen als «b»", "in plaats van «a» gelezen «b»", "voor «a» gelezen «b»": words, not an element."""
    rollen = {deel.rol for deel in rest.delen}
    voor = next((deel for deel in rest.delen if deel.rol == "voor" and deel.teksten), None)
    if voor is not None and "tekst" in rollen:
        rest.delen[rest.delen.index(voor)] = replace(voor, rol="ipv")
        return True
    return bool(rollen & {"door", "ipv"})
