"""Large cases for ``make bench``: 1,000 instructions on 1,000 articles, and 1,000 decisions on 500 articles."""

from __future__ import annotations

import copy
import json
import random
import time
import tracemalloc
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

from amend import pipeline
from amend.model.kalender import datum_tekst
from amend.parse.grammatica import kaart
from amend.parse.zin import ontleed_zin
from amend.read.besluit_tekst import lees_besluit_tekst
from amend.read.regeling_tekst import lees_regeling_tekst
from tests.history.verhaal import besluit, historie, regeling

INSTRUCTIES = (
    "In artikel {i}, eerste lid, wordt “per jaar” vervangen door “per maand”.",
    "Artikel {i}, tweede lid, komt te luiden:\n\n2. Het college wijkt niet af.",
    "In artikel {i}, tweede lid, vervalt “in bijzondere gevallen”.",
    "Aan artikel {i} wordt een lid toegevoegd, luidende:\n\n3. Een nieuw lid van {i}.",
    "Artikel {i}, tweede lid, vervalt.",
)


def grote_regeling(n: int) -> str:
    """A fictive regulation of ``n`` articles with two leden."""
    artikel = (
        "Artikel {i}\n\n1. Het tarief van post {i} bedraagt een vast bedrag per jaar.\n\n"
        "2. Het college kan in bijzondere gevallen van post {i} afwijken.\n\n"
    )
    return "Grote regeling (fictief)\n\n" + "".join(artikel.format(i=i) for i in range(1, n + 1))


def groot_besluit(n: int) -> str:
    """A fictive decision with ``n`` instructions, one per article."""
    delen = (f"{k}. " + INSTRUCTIES[k % 5].format(i=k) for k in range(1, n + 1))
    kop = "Fictief besluit\n\nDe raad;\n\nbesluit:\n\nArtikel I\n\nDe Grote regeling wordt als volgt gewijzigd:\n\n"
    return kop + "\n\n".join(delen) + "\n\nArtikel II\n\nDit besluit treedt in werking met ingang van 1 juli 2025.\n"


def tekst_naar_tekst(n: int) -> Callable[[], bytes]:
    """The whole way for ``n`` instructions on ``n`` articles."""
    basis, wijziging = grote_regeling(n), groot_besluit(n)

    def werk() -> bytes:
        oud, _ = lees_regeling_tekst(basis, "groot")
        gelezen, _ = lees_besluit_tekst(wijziging, "besluit")
        if oud is None or gelezen is None:
            raise SystemExit("the large case cannot be read")
        uitkomst = pipeline.pas_toe(oud, pipeline.ontleed(gelezen))
        if uitkomst.onvolledig:
            raise SystemExit(f"the large case is refused: {uitkomst.onvolledig[:3]}")
        return pipeline.schrijf(uitkomst.regeling, "tekst")

    return werk


def kortste(werk: Callable[[], object], keren: int = 5) -> float:
    """The shortest processor time of a few runs, in seconds (others may use the machine)."""
    tijden = []
    for _ in range(keren):
        start = time.process_time()
        werk()
        tijden.append(time.process_time() - start)
    return min(tijden)


def per_zin(n: int = 1000) -> list[tuple[str, str]]:
    """Microseconds per instruction sentence: with an empty cache, and warm."""
    zinnen = [INSTRUCTIES[k % 5].format(i=k).split("\n")[0] for k in range(1, n + 1)]
    ontleed_zin(zinnen[0])  # the grammar itself is read once
    kaart.cache_clear()
    start = time.process_time()
    for zin in zinnen[:5]:
        ontleed_zin(zin)
    koud = (time.process_time() - start) / 5
    warm = kortste(lambda: [ontleed_zin(zin) for zin in zinnen]) / n
    return [
        ("een zin ontleden, koud", f"{koud * 1e6:.0f} µs"),
        ("een zin ontleden, warm", f"{warm * 1e6:.0f} µs"),
        *_gemengd(),
        *_lang(),
    ]


def _gemengd() -> list[tuple[str, str]]:
    """The sentences of the parser tests, all different: with an empty cache, and once more."""
    bestand = Path(__file__).parent / "parse" / "zinnen.jsonl"
    zinnen = [json.loads(regel)["zin"] for regel in bestand.read_text(encoding="utf-8").splitlines() if regel.strip()]
    uit = []
    kaart.cache_clear()
    for hoe in ("koud", "warm"):
        start = time.process_time()
        for zin in zinnen:
            ontleed_zin(zin)
        duur = (time.process_time() - start) / len(zinnen)
        uit.append((f"{len(zinnen)} verschillende zinnen, per zin, {hoe}", f"{duur * 1e6:.0f} µs"))
    return uit


def _lang(maten: Sequence[int] = (10, 40, 90)) -> list[tuple[str, str]]:
    """One sentence of many clauses, per clause, with an empty cache: the same for each length when linear."""
    uit = []
    for n in maten:
        delen = [f"wordt in het {k}e lid «a» vervangen door «b»" for k in range(1, n + 1)]
        kaart.cache_clear()
        start = time.process_time()
        ontleed_zin(f"In artikel 3 {', '.join(delen[:-1])} en {delen[-1]}.")
        uit.append(
            (f"een zin van {n} nevengeschikte delen, per deel", f"{(time.process_time() - start) / n * 1e6:.0f} µs")
        )
    return uit


def groei(maten: Sequence[int] = (250, 500, 1000, 2000, 4000)) -> list[tuple[str, str]]:
    """Text to text for more and more instructions on as many articles; the factor per doubling is 2 when linear."""
    rij: list[tuple[str, str]] = []
    vorige = 0.0
    for n in maten:
        duur = kortste(tekst_naar_tekst(n), 3)
        factor = f" (× {duur / vorige:.1f})" if vorige else ""
        rij.append((f"{n} opdrachten op {n} artikelen", f"{duur:.2f} s{factor}"))
        vorige = duur
    return rij


def lange_geschiedenis(besluiten: int, artikelen: int) -> list[tuple[str, str]]:
    """Figures of a long history: building all versions once, a question, memory against a copy per version.

    Questions are measured in processor time, so that other work on the machine does not count.
    """
    basis_tekst = "".join(f"Artikel {i}\n\nHet tarief is 1000 euro.\n\n" for i in range(1, artikelen + 1))
    basis = regeling(f"Tariefregeling (fictief)\n\n{basis_tekst}", "2000-01-01", "2000-01-02")
    begin = date(2001, 1, 1)
    rij = []
    for k in range(besluiten):
        dag, oud = begin + timedelta(days=7 * k), 1000 + k // artikelen
        tekst = f"A. In artikel {k % artikelen + 1} wordt “{oud}” vervangen door “{oud + 1}”."
        slot = f"Dit besluit treedt in werking met ingang van {datum_tekst(dag)}."
        rij.append(besluit(f"w{k}", tekst, slot, (dag - timedelta(days=3)).isoformat()))
    tracemalloc.start()
    start = time.perf_counter()
    verhaal = historie(basis, *rij)
    laatste = verhaal.versie(date(2099, 1, 1), date(2099, 1, 1))
    opbouw, geheugen = time.perf_counter() - start, tracemalloc.get_traced_memory()[0]
    if not laatste.volledig or laatste.regeling is None:
        raise SystemExit("the long history is incomplete")
    ervoor = tracemalloc.get_traced_memory()[0]
    kopie = copy.deepcopy(laatste.regeling.root)
    naief = (tracemalloc.get_traced_memory()[0] - ervoor) * besluiten
    tracemalloc.stop()
    del kopie
    toeval = random.Random(1)  # noqa: S311 - no secret
    duur = []
    for _ in range(500):
        d, k = (begin + timedelta(days=toeval.randint(0, 7 * besluiten)) for _ in range(2))
        start = time.process_time()
        verhaal.versie(d, k)
        duur.append(time.process_time() - start)
    duur.sort()
    midden, langste = duur[len(duur) // 2], duur[-1]
    return [
        ("alle versies één keer maken", f"{opbouw:.2f} s"),
        ("een vraag (D, K), mediaan", f"{midden * 1e3:.2f} ms ({opbouw / midden:.0f} × sneller dan alles uitvoeren)"),
        ("een vraag (D, K), langste van 500", f"{langste * 1e3:.2f} ms (eis: 5 ms)"),
        ("geheugen van alle versies", f"{geheugen / 1e6:.1f} MB"),
        ("een kopie per versie zou kosten", f"{naief / 1e6:.0f} MB ({naief / geheugen:.0f} ×)"),
    ]
