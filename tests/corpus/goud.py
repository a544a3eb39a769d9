"""Hand labels beside what the parser finds: equal as the README of the corpus says, and what a label can rest on.

Operations are compared as multisets after splitting one with several targets; a label fixes only the keys it states;
texts go without outer quotation marks and closing stop, white space folded. A counted item ("onderdeel #11", as the
machine form now writes "het elfde onderdeel") equals the older label "onderdeel 11".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from amend.model.numbering import rang
from amend.parse.zin import ontleed_zin
from amend.write.json_form import als_json

Object = dict[str, Any]
_VAN_ONS = {"onderdeel", "zin"}


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """One row: the labels, what was found, the findings, whether they are equal, and what the row does not show."""

    zin: str
    labels: tuple[Object, ...]
    gevonden: tuple[Object, ...]
    meldingen: tuple[str, ...]
    gelijk: bool
    ontbreekt: tuple[str, ...]


def telt_mee(rij: Object) -> bool:
    """Rows that are labelled, and with confidence."""
    return rij.get("confidence") != "laag" and bool(rij.get("ops"))


def vergelijk(rij: Object) -> Vergelijking:
    """The row as labelled and as parsed from its sentence alone."""
    labels = _labels(rij)
    ontleding = ontleed_zin(rij["text"])
    objecten = [als_json(op) for op in ontleding.operaties]
    gevonden = [deel for object_ in objecten for deel in splits(object_)]
    gelijk_ = gelijk(labels, gevonden) and bool(objecten)
    return Vergelijking(
        rij["text"],
        tuple(labels),
        tuple(gevonden),
        tuple(f"{m.code} {m.tekst}" for m in ontleding.meldingen if m.blokkeert),
        gelijk_,
        () if gelijk_ else tuple(_ontbreekt(rij["text"], labels)),
    )


def gelijk_aan(rij: Object, objecten: Sequence[Object]) -> bool:
    """True when operations in the machine form equal the labels of the row."""
    return bool(objecten) and gelijk(_labels(rij), [deel for object_ in objecten for deel in splits(object_)])


def _labels(rij: Object) -> list[Object]:
    return [deel for operatie in rij["ops"] for deel in splits(operatie)]


def splits(operatie: Object) -> list[Object]:
    """One operation per address, normalised; frames left out."""
    if operatie["handeling"] == "kader":
        return []
    velden = {sleutel: _norm(waarde) for sleutel, waarde in operatie.items() if sleutel not in _VAN_ONS}
    doelen = operatie.get("doel")
    return [{**velden, "doel": _norm(doel)} for doel in doelen] if doelen else [velden]


def _norm(waarde: Any) -> Any:
    if isinstance(waarde, str):
        waarde = waarde.replace("onderdeel #", "onderdeel ")
        kaal = re.sub(r"\s+", " ", waarde).strip(" \"“”«»‘’'")
        return re.sub(r"[.;]+$", "", kaal).strip() or kaal
    return [_norm(deel) for deel in waarde] if isinstance(waarde, list) else waarde


def gelijk(labels: list[Object], gevonden: list[Object]) -> bool:
    """Equal multisets, where a label fixes only the keys it states."""
    if not labels:
        return not gevonden
    eerste, rest = labels[0], labels[1:]
    return any(
        _past(eerste, kandidaat) and gelijk(rest, gevonden[:i] + gevonden[i + 1 :])
        for i, kandidaat in enumerate(gevonden)
    )


def _past(label: Object, gevonden: Object) -> bool:
    return all(
        gevonden.get(sleutel, False if waarde is False else None) == waarde
        or (waarde == [] and not gevonden.get(sleutel))
        for sleutel, waarde in label.items()
    )


# --- what a label rests on -----------------------------------------------------------------------------------------


def _ontbreekt(zin: str, labels: list[Object]) -> Iterator[str]:
    """Numbers and texts of the labels that the sentence does not show: they stand in the new text or elsewhere."""
    woorden = re.findall(r"[\w:.°]*\w°?", zin)
    getoond = {woord.lower() for woord in woorden} | {str(rang(woord)) for woord in woorden if rang(woord)}
    plat = re.sub(r"\W+", " ", zin).lower()
    for label in labels:
        for nummer in (*label.get("nummer", ()), *_nummers(label)):
            if nummer.lower() not in getoond and re.sub(r"\W+", " ", nummer).strip().lower() not in plat:
                yield f"nummer {nummer}"
        for sleutel in ("oud", "nieuw", "na", "voor"):
            tekst = label.get(sleutel)
            if isinstance(tekst, str) and not _in_zin(tekst, plat):
                yield f"{sleutel} {tekst[:60]}"


def _in_zin(tekst: str, plat: str) -> bool:
    return re.sub(r"\W+", " ", tekst).strip().lower() in plat


def _nummers(label: Object) -> Iterator[str]:
    plaatsen = [label.get("doel", ""), *label.get("van", ()), *label.get("naar", ())]
    for plaats in plaatsen:
        if isinstance(plaats, str):
            yield from (deel for deel in re.findall(r"(?:lid|artikel) (\w[\w:.]*?)(?:\.\.|/|$)", plaats))
            yield from re.findall(r"\.\.(\w+)", plaats)
