"""Measure the parser on real sentences outside the repository: ``python -m tests.corpus.meet [-v] [folder]``.

Figures as the corpus describes them: (a) share of instructions parsed with no unexplained word, (b) equality with
hand labels, and the share of closing clauses understood. Skips visibly when the corpus is not there.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from amend.parse.zin import ontleed_zin
from amend.write.json_form import als_json

STANDAARD = Path(__file__).resolve().parents[3] / "shared" / "corpus"
_VAN_ONS = {"onderdeel", "zin"}


def lees(bestand: Path) -> list[dict[str, Any]]:
    """The rows of a JSON-lines file."""
    with bestand.open(encoding="utf-8") as invoer:
        return [json.loads(regel) for regel in invoer]


def begrepen(tekst: str) -> bool:
    """True when the sentence has an operation or clause and no error."""
    ontleding = ontleed_zin(tekst)
    return bool(ontleding.operaties) and not any(m.ernst == "fout" for m in ontleding.meldingen)


def _norm(waarde: Any) -> Any:
    if isinstance(waarde, str):
        kaal = re.sub(r"\s+", " ", waarde).strip(" \"“”«»‘’'")
        return re.sub(r"[.;]+$", "", kaal).strip() or kaal
    return [_norm(deel) for deel in waarde] if isinstance(waarde, list) else waarde


def splits(operatie: dict[str, Any]) -> list[dict[str, Any]]:
    """One operation per address, normalised; frames left out."""
    if operatie["handeling"] == "kader":
        return []
    velden = {sleutel: _norm(waarde) for sleutel, waarde in operatie.items() if sleutel not in _VAN_ONS}
    doelen = operatie.get("doel")
    return [{**velden, "doel": doel} for doel in doelen] if doelen else [velden]


def _past(label: dict[str, Any], gevonden: dict[str, Any], zonder: frozenset[str]) -> bool:
    return all(
        gevonden.get(sleutel, False if waarde is False else None) == waarde
        or (waarde == [] and not gevonden.get(sleutel))
        for sleutel, waarde in label.items()
        if sleutel not in zonder
    )


def gelijk(labels: list[dict[str, Any]], gevonden: list[dict[str, Any]], zonder: frozenset[str] = frozenset()) -> bool:
    """Equal multisets, where a label fixes only the keys it states."""
    over = list(gevonden)
    for label in labels:
        passend = next((kandidaat for kandidaat in over if _past(label, kandidaat, zonder)), None)
        if passend is None:
            return False
        over.remove(passend)
    return not over


def meet_goud(rijen: list[dict[str, Any]], uitgebreid: bool) -> tuple[int, int, int]:
    """Equal, equal apart from numbers that only the payload shows, and the total."""
    goed = bijna = totaal = 0
    for rij in rijen:
        if rij.get("confidence") == "laag" or not rij.get("ops"):
            continue
        totaal += 1
        labels = [deel for operatie in rij["ops"] for deel in splits(operatie)]
        ontleding = ontleed_zin(rij["text"])
        gevonden = [deel for op in ontleding.operaties for deel in splits(als_json(op))]
        kader = any(als_json(op)["handeling"] == "kader" for op in ontleding.operaties)
        volledig = gelijk(labels, gevonden) and (bool(gevonden) or kader)
        nummerloos = volledig or (gelijk(labels, gevonden, frozenset({"nummer"})) and (bool(gevonden) or kader))
        goed += volledig
        bijna += nummerloos
        if uitgebreid and not volledig:
            print(f"{'NUMMER' if nummerloos else 'ANDERS'} {rij['text'][:300]}")
            for label in labels:
                print("    label   ", json.dumps(label, ensure_ascii=False)[:300])
            for op in gevonden:
                print("    gevonden", json.dumps(op, ensure_ascii=False)[:300])
            for melding in ontleding.meldingen:
                print("    ", melding.code, melding.tekst[:160])
    return goed, bijna, totaal


def meet_begrip(rijen: list[dict[str, Any]], uitgebreid: bool) -> tuple[int, int]:
    """Understood and total."""
    goed = 0
    for rij in rijen:
        raak = begrepen(rij["text"])
        goed += raak
        if uitgebreid and not raak:
            ontleding = ontleed_zin(rij["text"])
            print("NIET   ", rij["text"][:300])
            print("       ", *(f"{m.code} {m.tekst[:200]}" for m in ontleding.meldingen if m.blokkeert))
    return goed, len(rijen)


def main(argumenten: list[str]) -> int:
    """Print the figures."""
    uitgebreid = "-v" in argumenten
    paden = [arg for arg in argumenten if not arg.startswith("-")]
    map_ = Path(paden[0]) if paden else STANDAARD
    if not map_.is_dir():
        print(f"OVERGESLAGEN: geen corpus in {map_.name}")
        return 0
    uitkomst: Counter[str] = Counter()
    goed, totaal = meet_begrip(lees(map_ / "instructies.jsonl"), uitgebreid)
    print(f"(a) instructies begrepen: {goed}/{totaal} = {100 * goed / totaal:.1f}%")
    for naam in ("goud.jsonl", "goud-decentraal.jsonl"):
        gelijk_, bijna, aantal = meet_goud(lees(map_ / naam), uitgebreid)
        uitkomst.update(gelijk=gelijk_, bijna=bijna, aantal=aantal)
        print(f"(b) {naam}: {gelijk_}/{aantal} = {100 * gelijk_ / aantal:.1f}% (zonder nummers uit payload {bijna})")
    alles = uitkomst["aantal"]
    print(f"(b) samen: {100 * uitkomst['gelijk'] / alles:.1f}% / {100 * uitkomst['bijna'] / alles:.1f}%")
    goed, totaal = meet_begrip(lees(map_ / "inwerkingtreding.jsonl"), uitgebreid)
    print(f"(c) clausules begrepen: {goed}/{totaal} = {100 * goed / totaal:.1f}%")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
