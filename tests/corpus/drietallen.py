"""Official base × official amendment → official result: how many articles are equal after executing.

``python -m tests.corpus.drietallen [-v] [folder]``. Each case is a folder with ``basis.xml``, ``besluit.txt`` and
``verwacht.json`` (article number → text afterwards: heading, then per block its marker and text, without white space;
null = repealed). The decision is executed as ``amend pas-toe … --gedeeltelijk`` does.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from amend import pipeline
from amend.model.operations import Kader
from amend.model.stap import StapStatus
from amend.model.tree import Node, Soort, Status, loop, platte_tekst

STANDAARD = Path(__file__).resolve().parents[3] / "shared" / "corpus" / "drietallen"
_KRUL = str.maketrans({"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})


@dataclass(frozen=True, slots=True)
class Uitslag:
    """One case: equal articles, all articles, the differing ones (number, expected, found), the refused parts."""

    naam: str
    gelijk: int
    totaal: int
    anders: tuple[tuple[str, str | None, str | None], ...]
    geweigerd: tuple[str, ...]


def gevallen(map_: Path = STANDAARD) -> list[Path]:
    """The folders with a case; empty when the corpus is not there."""
    return sorted(pad.parent for pad in map_.glob("*/verwacht.json")) if map_.is_dir() else []


def meet_drietal(map_: Path) -> Uitslag:
    """Execute one case and compare every article that it names."""
    verwacht: dict[str, str | None] = json.loads((map_ / "verwacht.json").read_text(encoding="utf-8"))
    root, geweigerd = voer_uit(map_)
    gevonden = {str(nr): artikeltekst(root, str(nr)) for nr in verwacht}
    anders = tuple((nr, _kaal(tekst), gevonden[nr]) for nr, tekst in verwacht.items() if _kaal(tekst) != gevonden[nr])
    return Uitslag(map_.name, len(verwacht) - len(anders), len(verwacht), anders, geweigerd)


def voer_uit(map_: Path) -> tuple[Node, tuple[str, ...]]:
    """The tree after executing what can be executed, and one line per refused part."""
    basis_bestand, _ = pipeline.open_bestand(map_ / "basis.xml")
    besluit_bestand, _ = pipeline.open_bestand(map_ / "besluit.txt")
    assert basis_bestand is not None
    assert besluit_bestand is not None
    basis, _ = pipeline.lees_regeling(basis_bestand, "")
    besluit, _ = pipeline.lees_besluit(besluit_bestand, "besluit")
    assert basis is not None
    assert besluit is not None
    uitkomst = pipeline.pas_toe(basis, pipeline.ontleed(besluit))
    geweigerd = tuple(
        f"{v.stap.naam} {v.status.value}: {' '.join(m.code + ' ' + m.tekst for m in v.meldingen if m.blokkeert)}"
        for v in uitkomst.uitvoering.verslag
        if v.status in (StapStatus.GEWEIGERD, StapStatus.WACHT) and not _is_kader(v.stap.bewerkingen)
    )
    los = tuple(f"{m.code} {m.tekst}" for m in uitkomst.meldingen if m.blokkeert)
    return uitkomst.regeling.root, geweigerd + los


def _is_kader(bewerkingen: tuple[object, ...]) -> bool:
    return bool(bewerkingen) and all(isinstance(op, Kader) for op in bewerkingen)


def artikeltekst(root: Node, nummer: str) -> str | None:
    """Heading and per block marker and text of the article, without white space; None when absent or repealed."""
    node = next((n for _, n in loop(root) if n.soort is Soort.ARTIKEL and n.nummer == nummer), None)
    if node is None or node.status is Status.VERVALLEN:
        return None
    delen = [platte_tekst(node.opschrift)]
    for _, deel in loop(node):
        if deel is not node:
            delen += [deel.aanduiding, platte_tekst(deel.opschrift), platte_tekst(deel.tekst)]
    return _kaal("".join(delen))


def _kaal(tekst: str | None) -> str | None:
    return None if tekst is None else re.sub(r"[\s\u00a0]+", "", tekst).translate(_KRUL)


def verschil(verwacht: str, gevonden: str) -> str:
    """The place where two texts begin to differ."""
    plek = next((i for i, (a, b) in enumerate(zip(verwacht, gevonden, strict=False)) if a != b), len(verwacht))
    begin = max(plek - 30, 0)
    return f"verwacht …{verwacht[begin : plek + 60]}…\n             gevonden …{gevonden[begin : plek + 60]}…"


def verslag(map_: Path = STANDAARD, *, uitgebreid: bool = False) -> tuple[int, int]:
    """Print the figures per case; equal and total."""
    gelijk = totaal = 0
    for geval in gevallen(map_):
        uitslag = meet_drietal(geval)
        gelijk += uitslag.gelijk
        totaal += uitslag.totaal
        print(f"    {uitslag.naam}: {uitslag.gelijk}/{uitslag.totaal}")
        for nummer, verwacht, gevonden in uitslag.anders:
            print(f"        artikel {nummer} anders", end="")
            print(f": {verschil(verwacht or '(vervallen)', gevonden or '(geen)')}" if uitgebreid else "")
        for regel in uitslag.geweigerd if uitgebreid else ():
            print(f"        geweigerd {regel}")
    return gelijk, totaal


def main(argumenten: list[str]) -> int:
    """Print the figures."""
    paden = [arg for arg in argumenten if not arg.startswith("-")]
    map_ = Path(paden[0]) if paden else STANDAARD
    if not gevallen(map_):
        print(f"OVERGESLAGEN: geen drietallen in {map_.name}")
        return 0
    gelijk, totaal = verslag(map_, uitgebreid="-v" in argumenten)
    print(f"drietallen: {gelijk}/{totaal} artikelen gelijk aan de officiële tekst")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
