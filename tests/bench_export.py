"""Export time per format, against lxml's own serialisation of the same tree (part of ``make bench``)."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from lxml import etree

from amend import pipeline
from amend.cli.toon import tabel
from amend.store import Store
from amend.write.formaten import FORMATEN, exporteer_besluit

WERKMAP = Path(__file__).parents[1]


def _beste(werk: Callable[[], object], keren: int = 5) -> float:
    tijden = []
    for _ in range(keren):
        begin = time.perf_counter()
        werk()
        tijden.append(time.perf_counter() - begin)
    return min(tijden)


def toon_export(id: str, dag: date) -> None:
    """A table for one version: writing, writing with reading back and comparing, and the floor."""
    historie, _ = pipeline.geschiedenis(Store(WERKMAP), id)
    if historie is None:
        raise SystemExit(f"{id} cannot be read")
    versie = historie.versie(dag, date(2026, 11, 1))
    if versie.regeling is None:
        raise SystemExit(f"{id} has no text on {dag}")
    regeling, uitgave = versie.regeling, pipeline.uitgave(versie, historie)
    boom = etree.fromstring(pipeline.schrijf(regeling, "cvdr"))
    vloer = _beste(lambda: etree.tostring(boom, encoding="utf-8"))
    rijen = [("lxml: de opslagvorm wegschrijven (de vloer)", f"{vloer * 1e3:.2f} ms", "1", "", "")]
    for f in FORMATEN:
        kaal, heel = (
            _beste(lambda f=f: f.schrijver(regeling, uitgave)),
            _beste(lambda f=f: f.schrijf(regeling, uitgave)),
        )
        inhoud, _ = f.schrijf(regeling, uitgave)
        omvang = f"{len(inhoud) / 1e3:.0f} kB" if inhoud is not None else "geweigerd"
        rijen.append((f.naam, f"{kaal * 1e3:.1f} ms", f"{kaal / vloer:.0f}", f"{heel * 1e3:.1f} ms", omvang))
    for besluit in dict.fromkeys(doel.besluit for doel in versie.doelen[1:]):
        tijd = _beste(lambda b=besluit: exporteer_besluit(historie, b, "stop-besluit"), 3)
        rijen.append((f"stop-besluit {besluit}", "", "", f"{tijd * 1e3:.1f} ms", ""))
    kop = ("formaat", "schrijven", "× vloer", "met teruglezen", "omvang")
    print(f"\nExport van {id} op {dag}\n{tabel(kop, rijen)}")


def main() -> None:
    """Both real regulations."""
    toon_export("dordrecht-ambtelijke-organisatie", date(2023, 1, 1))
    toon_export("sociaal-organisatieverordening", date(2026, 1, 1))


if __name__ == "__main__":
    main()
