"""``make bench``: time and memory of each stage on the two real documents, beside what lxml needs for the same XML.

The floor is parsing and serialising the stored XML with lxml alone. Times are the best of several runs in one
process; memory is the peak of Python allocations during one run. Ratios are to the floor.
"""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path

from lxml import etree

from amend import pipeline
from amend.cli.toon import tabel
from amend.read.besluit_tekst import lees_besluit_tekst
from amend.read.cvdr import lees_cvdr
from amend.read.op_xml import lees_besluit_xml
from amend.read.regeling_tekst import lees_regeling_tekst
from amend.store import Store
from amend.write.besluit_xml import schrijf_besluit_xml
from amend.write.cvdr import schrijf_cvdr
from tests.bench_groot import groei, lange_geschiedenis, per_zin, tekst_naar_tekst

REPO = Path(__file__).parents[1]
DATA = Path(__file__).parent / "data"


def meet(werk: Callable[[], object], keren: int = 7) -> tuple[float, int]:
    """Best wall time in seconds, and peak memory in bytes."""
    beste = min(_tijd(werk) for _ in range(keren))
    tracemalloc.start()
    werk()
    piek = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return beste, piek


def _tijd(werk: Callable[[], object]) -> float:
    begin = time.perf_counter()
    werk()
    return time.perf_counter() - begin


def _vloer(data: bytes) -> Callable[[], object]:
    return lambda: etree.tostring(etree.fromstring(data), encoding="utf-8")


def main() -> None:
    """Measure and print one table per document."""
    store = Store(REPO)
    besluit_tekst = (DATA / "seed_000.txt").read_text("utf-8")
    regeling_tekst = (DATA / "seed_002.txt").read_text("utf-8")
    besluit_xml = (store.pad_besluit("dordrecht-tweede-wijziging") / "besluit.xml").read_bytes()
    regeling_xml = store.pad_regeling("sociaal-organisatieverordening").read_bytes()
    besluit, _ = lees_besluit_xml(besluit_xml)
    regeling, _ = lees_cvdr(regeling_xml)
    raamwerk, _ = store.regeling("dordrecht-ambtelijke-organisatie")
    if besluit is None or regeling is None or raamwerk is None:
        raise SystemExit("the store cannot be read")
    ontleed = pipeline.ontleed(besluit)
    _toon(
        "seed 000 (besluit van Dordrecht)",
        _vloer(besluit_xml),
        {
            "tekst lezen": lambda: lees_besluit_tekst(besluit_tekst, "x"),
            "XML lezen": lambda: lees_besluit_xml(besluit_xml),
            "ontleden": lambda: pipeline.ontleed(besluit),
            "uitvoeren": lambda: pipeline.pas_toe(raamwerk, ontleed),
            "XML schrijven": lambda: schrijf_besluit_xml(besluit),
        },
    )
    _toon(
        "seed 002 (regeling van Sociaal)",
        _vloer(regeling_xml),
        {
            "tekst lezen": lambda: lees_regeling_tekst(regeling_tekst, "x"),
            "XML lezen": lambda: lees_cvdr(regeling_xml),
            "geschiedenis en versie": lambda: pipeline.consolideer(
                store, "sociaal-organisatieverordening", date(2026, 1, 1), date(2026, 11, 1)
            ),
            "CVDR schrijven": lambda: schrijf_cvdr(regeling),
            "HTML schrijven": lambda: pipeline.schrijf(regeling, "html"),
        },
    )
    _groot()


def _groot() -> None:
    """Sentences, text to text (the processor's time, shortest of a few runs), and a long history."""
    _, geheugen = meet(tekst_naar_tekst(1000), 1)
    rijen = [*per_zin(), *groei(), ("geheugen bij 1000 op 1000", f"{geheugen / 1e6:.1f} MB")]
    print(f"\nBesluit op regeling, van tekst tot tekst\n{tabel(('wat', 'hoeveel'), rijen)}")
    print(f"\n1.000 besluiten over 500 artikelen\n{tabel(('wat', 'hoeveel'), lange_geschiedenis(1000, 500))}")


def _toon(titel: str, vloer: Callable[[], object], stappen: dict[str, Callable[[], object]]) -> None:
    bodem, geheugen = meet(vloer)
    rijen = [("lxml: lezen en schrijven (de vloer)", f"{bodem * 1e3:.2f} ms", "1,0", f"{geheugen / 1e6:.1f} MB")]
    for naam, werk in stappen.items():
        tijd, piek = meet(werk)
        verhouding = f"{tijd / bodem:.1f}".replace(".", ",")
        rijen.append((naam, f"{tijd * 1e3:.2f} ms", verhouding, f"{piek / 1e6:.1f} MB"))
    print(f"\n{titel}\n{tabel(('stap', 'tijd', '× vloer', 'geheugen'), rijen)}")


if __name__ == "__main__":
    main()
