"""``make bench-web``: readers and uploads against the application on 127.0.0.1, in a copy of the example store.

50 readers for a minute, each a page a second or so, as people who read do (SECONDEN, LEZERS and RUST change that);
then 20 uploads of a Word file at once, each stored under the same few names. Prints figures; status 1 when a request
failed, the 95th percentile of the text of Dordrecht is 200 ms or more, or an upload was half stored.
"""

from __future__ import annotations

import http.client
import os
import random
import re
import shutil
import sys
import tempfile
import threading
import time
import uuid
from collections import defaultdict
from pathlib import Path

from amend.store import Store
from tests.cli.hulp import DATA
from tests.read.docx_maken import alineas, docx
from tests.web.conftest import REPO, Server, draaiend

SECONDEN = float(os.environ.get("SECONDEN", "60"))
LEZERS = int(os.environ.get("LEZERS", "50"))
RUST = float(os.environ.get("RUST", "1"))
GRENS = 0.2
D = "/regelingen/dordrecht-ambtelijke-organisatie"
PAGINAS = {
    "tekst": [
        f"{D}/tekst?op={dag}&bekend={k}" for dag in ("2022-06-01", "2023-01-01") for k in ("2023-09-11", "2026-01-01")
    ],
    "overzicht": [f"{D}/"],
    "herkomst": [f"{D}/herkomst?op=2023-01-01&bekend=2026-01-01&deel=art_{n}" for n in (1, 4, 12)],
    "vergelijken": [f"{D}/vergelijk?van=2022-06-01&tot=2023-01-01"],
    "besluit": ["/besluiten/dordrecht-tweede-wijziging/"],
    "zoeken": ["/zoeken?q=opgave&op=2023-01-01"],
    "lijst": ["/"],
}
KANS = {"tekst": 8, "overzicht": 3, "herkomst": 3, "vergelijken": 2, "besluit": 1, "zoeken": 2, "lijst": 1}


def haal(lijn: http.client.HTTPConnection, adres: str) -> tuple[int, float]:
    """The status and the time of one page, read to its end."""
    begin = time.perf_counter()
    lijn.request("GET", adres)
    antwoord = lijn.getresponse()
    antwoord.read()
    return antwoord.status, time.perf_counter() - begin


def lees_mee(poort: int, tot: float, uit: dict[str, list[float]], fouten: list[str]) -> None:
    """One reader."""
    lijn = http.client.HTTPConnection("127.0.0.1", poort, timeout=30)
    keus = random.Random()  # noqa: S311 - which page somebody opens is no secret
    time.sleep(keus.random() * RUST)
    while time.perf_counter() < tot:
        (soort,) = keus.choices(list(KANS), list(KANS.values()))
        try:
            status, duur = haal(lijn, keus.choice(PAGINAS[soort]))
            if status != 200:
                fouten.append(f"{soort}: {status}")
            uit[soort].append(duur)
        except OSError as fout:
            fouten.append(f"{soort}: {fout}")
            lijn.close()
        time.sleep(keus.expovariate(1 / RUST) if RUST else 0)


def p95(tijden: list[float]) -> float:
    """The 95th percentile."""
    return sorted(tijden)[min(len(tijden) * 95 // 100, len(tijden) - 1)]


def lezen(server: Server) -> bool:
    """The readers; prints a line per kind of page."""
    lijn = http.client.HTTPConnection("127.0.0.1", server.poort, timeout=60)
    eerste = {soort: sum(haal(lijn, adres)[1] for adres in adressen) for soort, adressen in PAGINAS.items()}
    uit: dict[str, list[float]] = defaultdict(list)
    fouten: list[str] = []
    tot = time.perf_counter() + SECONDEN
    draden = [threading.Thread(target=lees_mee, args=(server.poort, tot, uit, fouten)) for _ in range(LEZERS)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    totaal = sum(map(len, uit.values()))
    print(f"{LEZERS} lezers, {SECONDEN:.0f} s: {totaal} keer gelezen ({totaal / SECONDEN:.0f}/s), {len(fouten)} fouten")
    for soort, tijden in uit.items():
        midden = sorted(tijden)[len(tijden) // 2]
        print(
            f"  {soort:12} {len(tijden):5} x   midden {1000 * midden:5.0f} ms   p95 {1000 * p95(tijden):5.0f} ms"
            f"   langste {1000 * max(tijden):5.0f} ms   eerste keer samen {1000 * eerste[soort]:5.0f} ms"
        )
    for fout in sorted(set(fouten)):
        print(f"  FOUT {fout}")
    return not fouten and p95(uit["tekst"]) < GRENS


# ---- uploads -------------------------------------------------------------------------------------------------------


class Indiener:
    """One person who hands in a decision and stores it."""

    def __init__(self, poort: int) -> None:
        self.poort = poort
        self.lijn = http.client.HTTPConnection("127.0.0.1", poort, timeout=300)
        self.koekje = ""

    def vraag(self, wijze: str, adres: str, lijf: bytes | None = None, soort: str = "") -> tuple[int, str, str]:
        """Status, text, and where it sends on to."""
        kop = {"Cookie": self.koekje, "Origin": f"http://127.0.0.1:{self.poort}"}
        if soort:
            kop["Content-Type"] = soort
        self.lijn.request(wijze, adres, lijf, kop)
        antwoord = self.lijn.getresponse()
        tekst = antwoord.read().decode("utf-8", "replace")
        if zet := antwoord.headers.get("Set-Cookie"):
            self.koekje = zet.split(";")[0]
        return antwoord.status, tekst, antwoord.headers.get("Location", "")

    def teken(self) -> str:
        """The token of the form."""
        gevonden = re.search(r'name="formulier" value="(\w+)"', self.vraag("GET", "/toevoegen")[1])
        assert gevonden is not None
        return gevonden[1]

    def lever_in(self, inhoud: bytes, naam: str) -> tuple[int, str]:
        """Hand in, fill in, store: the last status and what was said."""
        grens = uuid.uuid4().hex
        veld = f'--{grens}\r\nContent-Disposition: form-data; name="%s"\r\n\r\n%s\r\n'
        lijf = (veld % ("formulier", self.teken())).encode()
        lijf += f'--{grens}\r\nContent-Disposition: form-data; name="bestand"; filename="b.docx"\r\n\r\n'.encode()
        lijf += inhoud + f"\r\n--{grens}--\r\n".encode()
        status, tekst, waar = self.vraag("POST", "/toevoegen", lijf, f"multipart/form-data; boundary={grens}")
        if status != 303:
            return status, tekst
        velden = f"formulier={self.teken()}&id={naam}&bekend=2023-09-11&regeling=dordrecht-ambtelijke-organisatie"
        status, tekst, _ = self.vraag("POST", f"{waar}bewaar", velden.encode(), "application/x-www-form-urlencoded")
        return status, tekst


def inleveren(server: Server, aantal: int = 20) -> bool:
    """The uploads at once, two of each name: one of them must win, the other must hear why."""
    inhoud = docx(alineas((DATA / "seed_000.txt").read_text("utf-8")))
    uit: list[tuple[str, int, str]] = []

    def een(nr: int) -> None:
        naam = f"inzending-{nr // 2}"
        try:
            uit.append((naam, *Indiener(server.poort).lever_in(inhoud, naam)))
        except OSError as fout:
            uit.append((naam, 0, str(fout)))

    begin = time.perf_counter()
    draden = [threading.Thread(target=een, args=(nr,)) for nr in range(aantal)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    store = Store(server.werkmap)
    bewaard = [naam for naam, status, _ in uit if status == 303]
    geweigerd = [tekst for _, status, tekst in uit if status in (409, 422, 503)]
    heel = [n for n in store.besluiten if n.startswith("inzending-") and store.besluit(n)[0] and store.bron(n)]
    print(
        f"{aantal} inzendingen tegelijk in {time.perf_counter() - begin:.0f} s: {len(bewaard)} bewaard, "
        f"{len(geweigerd)} geweigerd met uitleg, {aantal - len(bewaard) - len(geweigerd)} anders; "
        f"heel in de werkmap: {len(heel)}"
    )
    resten = [p.name for p in (server.werkmap / "wijzigingen").iterdir() if p.name.startswith(".")]
    goed = sorted(bewaard) == heel and len(bewaard) + len(geweigerd) == aantal and not resten
    return goed and all("staat al in de werkmap" in t or "druk" in t or "schrijft nu" in t for t in geweigerd)


def main() -> int:
    """Both, in a copy of the examples."""
    with tempfile.TemporaryDirectory() as map_:
        for naam in ("regelingen", "wijzigingen"):
            shutil.copytree(REPO / naam, Path(map_) / naam)
        with draaiend(Path(map_)) as server:
            return 0 if all([lezen(server), inleveren(server)]) else 1


if __name__ == "__main__":
    sys.exit(main())
