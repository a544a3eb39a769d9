"""Measure amend on real sentences and decisions outside the repository: ``python -m tests.corpus.meet [-v] [folder]``.

Figures as the README of the corpus describes them: (a) share of instructions parsed with no unexplained word,
(b) equality with hand labels per file, (c) articles equal to the official text after executing the official
amendment, and the share of closing clauses understood. Every miss goes to ``output/corpus-missers.txt`` and, with
``-v``, to the screen. Skips visibly when the corpus is not there.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from amend.parse.zin import ontleed_zin
from tests.corpus import drietallen
from tests.corpus.goud import gelijk_aan, telt_mee, vergelijk
from tests.corpus.omgeving import Omgeving

STANDAARD = Path(__file__).resolve().parents[3] / "shared" / "corpus"
MISSERS = Path(__file__).resolve().parents[2] / "output" / "corpus-missers.txt"


@dataclass(slots=True)
class Verslag:
    """The figures, one line each, and the misses with what was expected and found."""

    cijfers: list[str] = field(default_factory=list)
    missers: list[str] = field(default_factory=list)

    def cijfer(self, naam: str, goed: int, totaal: int, extra: str = "") -> None:
        """One figure as a share."""
        deel = f"{100 * goed / totaal:.1f} %" if totaal else "-"
        self.cijfers.append(f"{naam:<52} {goed:>4} van {totaal:>4} = {deel:>7}{extra and '   ' + extra}")


def lees(bestand: Path) -> list[dict[str, Any]]:
    """The rows of a JSON-lines file."""
    with bestand.open(encoding="utf-8") as invoer:
        return [json.loads(regel) for regel in invoer]


def meet_begrip(verslag: Verslag, naam: str, rijen: list[dict[str, Any]]) -> None:
    """The share of sentences with an operation or clause and no error."""
    goed = 0
    for rij in rijen:
        ontleding = ontleed_zin(rij["text"])
        if ontleding.begrepen:
            goed += 1
            continue
        verslag.missers.append(f"NIET BEGREPEN ({naam})  {rij['text']}")
        verslag.missers += [f"    {m.code} {m.tekst}" for m in ontleding.meldingen if m.blokkeert]
    verslag.cijfer(naam, goed, len(rijen))


def meet_goud(verslag: Verslag, naam: str, rijen: list[dict[str, Any]], omgeving: Omgeving) -> None:
    """The share of rows whose operations equal the labels, from the sentence alone and with its new text.

    A label may rest on the new text below the sentence (the number of an inserted article, or that "wordt als volgt
    gewijzigd" gives a whole new text). What is not equal from the sentence alone is read again as it stands in its
    decision, where the corpus has it; a row whose label is in neither is counted apart.
    """
    meetellend = [rij for rij in rijen if telt_mee(rij)]
    uitkomsten = [(rij, vergelijk(rij)) for rij in meetellend]
    alleen_zin = sum(uitkomst.gelijk for _, uitkomst in uitkomsten)
    anders = [(rij, uitkomst) for rij, uitkomst in uitkomsten if not uitkomst.gelijk]
    missers = [uitkomst for rij, uitkomst in anders if not gelijk_aan(rij, omgeving.operaties(rij))]
    verslag.cijfer(f"(b) {naam} gelijk, alleen de zin", alleen_zin, len(meetellend))
    elders = sum(bool(uitkomst.ontbreekt) for uitkomst in missers)
    extra = f"nieuwe tekst niet in het corpus: {elders}" if elders else ""
    verslag.cijfer(f"(b) {naam} gelijk, met de nieuwe tekst", len(meetellend) - len(missers), len(meetellend), extra)
    for uitkomst in missers:
        soort = "LABEL NIET IN DE ZIN" if uitkomst.ontbreekt else "ANDERS"
        verslag.missers.append(f"{soort} ({naam})  {uitkomst.zin}")
        verslag.missers += [f"    niet in de zin: {deel}" for deel in uitkomst.ontbreekt]
        verslag.missers += [f"    label     {json.dumps(label, ensure_ascii=False)}" for label in uitkomst.labels]
        verslag.missers += [f"    gevonden  {json.dumps(op, ensure_ascii=False)}" for op in uitkomst.gevonden]
        verslag.missers += [f"    {melding}" for melding in uitkomst.meldingen]


def meet_drietallen(verslag: Verslag, map_: Path) -> None:
    """Articles equal to the official text, per case."""
    uitslagen = [drietallen.meet_drietal(geval) for geval in drietallen.gevallen(map_)]
    gelijk, totaal = sum(u.gelijk for u in uitslagen), sum(u.totaal for u in uitslagen)
    verslag.cijfer("(c) drietallen, artikelen gelijk", gelijk, totaal)
    for uitslag in uitslagen:
        verslag.cijfers.append(f"      {uitslag.naam:<38} {uitslag.gelijk:>4} van {uitslag.totaal:>4}")
        for nummer, verwacht, gevonden in uitslag.anders:
            verslag.missers.append(f"ARTIKEL ANDERS (drietal {uitslag.naam})  artikel {nummer}")
            verslag.missers.append(f"    {drietallen.verschil(verwacht or '(vervallen)', gevonden or '(geen)')}")
        verslag.missers += [f"GEWEIGERD (drietal {uitslag.naam})  {regel}" for regel in uitslag.geweigerd]


def meet(map_: Path) -> Verslag:
    """All figures of the corpus in a folder."""
    verslag = Verslag()
    meet_begrip(verslag, "(a) instructies.jsonl begrepen", lees(map_ / "instructies.jsonl"))
    for naam in ("goud.jsonl", "goud-decentraal.jsonl"):
        meet_goud(verslag, naam, lees(map_ / naam), Omgeving(map_))
    meet_drietallen(verslag, map_ / "drietallen")
    meet_begrip(verslag, "    inwerkingtreding.jsonl begrepen", lees(map_ / "inwerkingtreding.jsonl"))
    return verslag


def main(argumenten: list[str]) -> int:
    """Print the figures and write the misses."""
    paden = [arg for arg in argumenten if not arg.startswith("-")]
    map_ = Path(paden[0]) if paden else STANDAARD
    if not map_.is_dir():
        print(f"OVERGESLAGEN: geen corpus in {map_.name}")
        return 0
    verslag = meet(map_)
    if "-v" in argumenten:
        print("\n".join(verslag.missers), end="\n\n")
    print("\n".join(verslag.cijfers))
    MISSERS.parent.mkdir(exist_ok=True)
    MISSERS.write_text("\n".join(verslag.missers) + "\n", encoding="utf-8")
    gemist = sum(not regel.startswith(" ") for regel in verslag.missers)
    print(f"{gemist} missers staan in output/{MISSERS.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
