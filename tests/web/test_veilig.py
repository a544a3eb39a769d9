"""Forged hosts and origins, paths in every parameter, hostile and heavy uploads, script in every field."""

from __future__ import annotations

import io
import re
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

pytest.importorskip("flask", reason="flask is not installed (extra web)")

from flask.testing import FlaskClient

from amend.store import Store
from amend.web import invoer
from amend.web.app import maak_app
from amend.web.concepten import Lade, Vol
from amend.web.instellingen import Instellingen, namen_van
from amend.write import vergrendel
from amend.write.vergrendel import vergrendeld
from tests.cli.hulp import inhoud
from tests.read.docx_maken import W, docx, verbouw
from tests.web.conftest import BESLUIT, REGELING, Server

KWAAD = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
PADEN = (
    "../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "/etc/passwd",
    "....//etc",
    "a\0b",
    "..\\..\\boot.ini",
    ".",
    "..",
)


@pytest.fixture
def klant(tmp_path: Path) -> Iterator[FlaskClient]:
    """The application over a copy of nothing, without a network."""
    app = maak_app(Instellingen(tmp_path / "map", hosts=frozenset({"localhost"}), max_bestand=2 * 1024 * 1024))
    with app.test_client() as klant:
        yield klant


def teken(klant: FlaskClient, adres: str = "/toevoegen") -> str:
    """The token of a form on a page."""
    gevonden = re.search(r'name="formulier" value="([0-9a-f]{64})"', klant.get(adres).text)
    assert gevonden is not None
    return gevonden[1]


def post(klant: FlaskClient, adres: str, **velden: Any) -> Any:
    """A form as the browser of the user sends it."""
    kop = {"Origin": "http://localhost"}
    return klant.post(adres, data={"formulier": teken(klant), **velden}, headers=kop)


def lever_in(klant: FlaskClient, tekst: str | bytes, naam: str = "x.txt", als: str = "") -> Any:
    """Hand in a file."""
    bytes_ = tekst if isinstance(tekst, bytes) else tekst.encode()
    return post(klant, "/toevoegen", bestand=(io.BytesIO(bytes_), naam), als=als)


def proef(klant: FlaskClient) -> str:
    """Store the made-up regulation; the address of the concept of its decision."""
    concept = lever_in(klant, REGELING, als="regeling").location
    post(klant, f"{concept}gegevens", bekend="2023-12-01", id="proefverordening")
    assert post(klant, f"{concept}bewaar").location == "/regelingen/proefverordening/"
    concept = str(lever_in(klant, BESLUIT, als="besluit").location)
    post(klant, f"{concept}gegevens", bekend="2024-06-01", id="proef-besluit", regeling="proefverordening")
    return concept


# ---- who may ask ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["kwaad.example", "localhost.kwaad.example", "localhost:1", "127.0.0.1", ""])
def test_vreemde_host(klant: FlaskClient, host: str) -> None:
    antwoord = klant.get("/", headers={"Host": host})
    assert antwoord.status_code == 421
    assert "alleen te bereiken op het adres" in antwoord.text


def test_namen_van_een_adres() -> None:
    assert namen_van("127.0.0.1", 8765) == {"127.0.0.1:8765", "localhost:8765", "[::1]:8765"}
    overal = ".".join("0000")
    assert f"{overal}:80" not in namen_van(overal, 80, ("juridisch.lan",))
    assert "juridisch.lan:80" in namen_van(overal, 80, ("juridisch.lan",))


@pytest.mark.parametrize(
    "kop",
    [
        {"Origin": "https://kwaad.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:8080"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_wijziging_vanaf_een_andere_site(klant: FlaskClient, kop: dict[str, str]) -> None:
    data = {"formulier": teken(klant, "/"), "voorbeeld": "sociaal-organisatieverordening"}
    antwoord = klant.post("/voorbeelden", data=data, headers=kop)
    assert antwoord.status_code == 403
    assert "vanaf een andere website" in antwoord.text
    assert klant.post("/voorbeelden", data=data, headers={"Origin": "http://localhost"}).status_code == 303


def test_formulier_zonder_of_met_vreemd_teken(klant: FlaskClient) -> None:
    eigen = teken(klant)
    for gegeven in ("", "0" * 64, eigen[:-1] + ("0" if eigen[-1] != "0" else "1"), "é"):
        antwoord = klant.post("/toevoegen", data={"formulier": gegeven, "tekst": REGELING})
        assert antwoord.status_code == 403
        assert "Het formulier is verlopen" in antwoord.text
    klant.delete_cookie("amend-formulier")
    assert klant.post("/toevoegen", data={"formulier": eigen, "tekst": REGELING}).status_code == 403


def test_elke_wijziging_vraagt_een_teken(klant: FlaskClient) -> None:
    regels = klant.application.url_map.iter_rules()
    adressen = [r.rule.replace("<teken>", "t").replace("<id>", "i") for r in regels if "POST" in (r.methods or ())]
    assert len(adressen) == 9
    assert {klant.post(adres).status_code for adres in adressen} == {403}


def test_regels_bij_elk_antwoord(klant: FlaskClient) -> None:
    for adres in ("/", "/bestaat-niet", "/static/amend.css", "/hulp"):
        koppen = klant.get(adres).headers
        assert "default-src 'none'" in koppen["Content-Security-Policy"]
        assert "unsafe" not in koppen["Content-Security-Policy"]
        assert koppen["X-Content-Type-Options"] == "nosniff"
        assert koppen["X-Frame-Options"] == "DENY"
    koekje = klant.get("/toevoegen").headers.get("Set-Cookie", "")
    klant.delete_cookie("amend-formulier")
    koekje = klant.get("/toevoegen").headers["Set-Cookie"]
    assert "HttpOnly" in koekje
    assert "SameSite=Strict" in koekje


# ---- what is asked for ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pad", PADEN)
def test_geen_pad_uit_een_verzoek_bereikt_een_bestand(klant: FlaskClient, tmp_path: Path, pad: str) -> None:
    proef(klant)
    (tmp_path / "geheim.txt").write_text("GEHEIM")
    voor = inhoud(tmp_path)
    for vorm in ("/regelingen/{}/", "/regelingen/{}/tekst", "/besluiten/{}/", "/besluiten/{}/bron", "/concept/{}/"):
        antwoord = klant.get(vorm.format(quote(pad, safe="%")))
        assert antwoord.status_code in (308, 400, 404, 410, 301, 302), (vorm, antwoord.status_code)
    r = "/regelingen/proefverordening"
    for adres in (
        f"{r}/bestand/{quote(pad, safe='%')}",
        f"{r}/vergelijking/{quote(pad, safe='%')}",
        f"{r}/herkomst?deel={quote(pad)}",
        f"/hulp/meldingen/{quote(pad, safe='%')}",
        f"/static/{quote(pad, safe='%')}",
    ):
        assert klant.get(adres).status_code in (308, 404, 301, 302), adres
    for naam in ("op", "bekend"):
        assert klant.get(f"{r}/tekst?{naam}={quote(pad)}").status_code == 400
    assert klant.get(f"{r}/tekst?zoek={quote(pad)}").status_code == 200
    concept = lever_in(klant, BESLUIT, naam=pad, als="besluit").location
    assert post(klant, f"{concept}gegevens", id=pad).status_code == 400
    assert post(klant, f"{concept}gegevens", regeling=pad).status_code == 400
    assert inhoud(tmp_path) == voor


def test_voorbeeld_met_een_verzonnen_naam(klant: FlaskClient) -> None:
    assert post(klant, "/voorbeelden", voorbeeld="../../etc").status_code == 404


# ---- what is handed in ---------------------------------------------------------------------------------------------


def test_te_groot(klant: FlaskClient) -> None:
    antwoord = lever_in(klant, b"x" * (3 * 1024 * 1024))
    assert antwoord.status_code == 413
    assert "Dat is te groot" in antwoord.text


def test_xxe(klant: FlaskClient, tmp_path: Path) -> None:
    (tmp_path / "geheim.txt").write_text("GEHEIM")
    kwaad = f'<?xml version="1.0"?><!DOCTYPE cvdr [<!ENTITY x SYSTEM "file://{tmp_path}/geheim.txt">]><cvdr>&x;</cvdr>'
    antwoord = lever_in(klant, kwaad, "x.xml")
    assert antwoord.status_code == 422
    assert "DOCTYPE" in antwoord.text
    assert "GEHEIM" not in antwoord.text
    word = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{tmp_path}/geheim.txt">]><w:document {W}><w:body/></w:document>'
    antwoord = lever_in(klant, verbouw(docx(["x"]), {"word/document.xml": word.encode()}), "x.docx")
    assert antwoord.status_code == 422
    assert "DOCTYPE" in antwoord.text


def test_zipbom(klant: FlaskClient) -> None:
    bom = verbouw(docx(["x"]), {"word/media/nul.bin": b"\0" * (90 * 1024 * 1024)})
    antwoord = lever_in(klant, bom, "x.docx")
    assert antwoord.status_code == 422
    assert "uitgepakt 90 MB" in antwoord.text


def _traag(*_: object) -> None:
    time.sleep(60)


def test_lezen_dat_te_lang_duurt(klant: FlaskClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(invoer, "lees_bytes", _traag)
    app = klant.application
    app.extensions["amend-instellingen"] = Instellingen(tmp_path / "map", hosts=frozenset({"localhost"}), leestijd=1.0)
    antwoord = lever_in(klant, REGELING)
    assert antwoord.status_code == 422
    assert "lezen kostte te veel tijd; het lezen is gestopt" in antwoord.text


@pytest.mark.parametrize(
    "rommel", [b"\0\1\2", b"%PDF-1.4 x", b"PK\x03\x04", b"<cvdr>", b"   ", "é".encode("utf-16")[:3]]
)
def test_rommel(klant: FlaskClient, rommel: bytes) -> None:
    assert lever_in(klant, rommel).status_code in (400, 422)


def test_de_lade_loopt_niet_over(klant: FlaskClient) -> None:
    klant.application.extensions["amend-concepten"] = Lade(2)
    adressen = [lever_in(klant, REGELING, als="regeling").location for _ in range(2)]
    antwoord = lever_in(klant, REGELING, als="regeling")
    assert antwoord.status_code == 503
    assert "wachten al te veel stukken" in antwoord.text
    post(klant, f"{adressen[0]}weg")
    assert lever_in(klant, REGELING, als="regeling").status_code == 303
    assert klant.get(adressen[0]).status_code == 410


def test_een_oud_concept_maakt_plaats(monkeypatch: pytest.MonkeyPatch) -> None:
    lade = Lade(1)
    eerste = lade.leg(lambda t: _concept(t))
    with pytest.raises(Vol):
        lade.leg(lambda t: _concept(t))
    later = time.monotonic() + 3600
    monkeypatch.setattr(time, "monotonic", lambda: later)
    tweede = lade.leg(lambda t: _concept(t))
    assert lade.pak(eerste.teken) is None
    assert lade.pak(tweede.teken) is not None


def _concept(teken: str) -> Any:
    from amend.opname import Opname
    from amend.web.concepten import Concept

    return Concept(teken, "x", "", Opname(None, None, b"", ".txt"), ())


# ---- script in every field -----------------------------------------------------------------------------------------


def _inert(tekst: str) -> bool:
    """No element or handler of the hostile text is part of the page."""
    return not re.search(r"<script>alert|<img src=x", tekst)


def test_script_in_elk_veld_is_tekst(klant: FlaskClient) -> None:
    regeling = REGELING.replace("Proefverordening", f"Proef {KWAAD}").replace("een plan", f"een plan {KWAAD}")
    concept = lever_in(klant, regeling.replace("Begrippen", KWAAD), naam=f"{KWAAD}.txt", als="regeling").location
    velden = {"bekend": "2023-12-01", "id": "proefverordening", "blad": KWAAD, "kenmerk": KWAAD}
    assert post(klant, f"{concept}gegevens", **velden).status_code == 303
    assert _inert(klant.get(concept).text)
    assert "&lt;script&gt;alert(1)" in klant.get(concept).text
    assert post(klant, f"{concept}bewaar").status_code == 303
    besluit = BESLUIT.replace('"zes weken"', f'"zes {KWAAD.replace(chr(34), "")} weken"')
    besluit = besluit.replace("Besluit tot", f"Besluit {KWAAD} tot")
    concept = lever_in(klant, besluit, als="besluit").location
    post(klant, f"{concept}gegevens", bekend="2024-06-01", id="kwaad", regeling="proefverordening")
    keuze = {"onderdeel": "B", "code": "Q301", "keuze": "uitvoeren", "reden": KWAAD, "wie": KWAAD}
    assert post(klant, f"{concept}keuze", **keuze).status_code == 303
    assert _inert(klant.get(concept).text)
    assert post(klant, f"{concept}bewaar").location == "/besluiten/kwaad/"
    r, kwaad = "/regelingen/proefverordening", quote(KWAAD)
    for adres in (
        *("/", "/besluiten/", "/besluiten/kwaad/", f"{r}/", f"{r}/meenemen", f"{r}/tekst?zoek={kwaad}"),
        *(f"{r}/tekst?op=2024-07-01", f"{r}/herkomst?op=2024-07-01&deel=art_2", f"{r}/tekst?op={kwaad}"),
        *(f"{r}/vergelijk?van=2024-01-01&tot=2024-07-01", f"/zoeken?q={kwaad}", f"/{kwaad}"),
        f"{r}/vergelijk?van=2024-01-01&tot=2024-07-01&artikel={kwaad}&besluit={kwaad}&gewicht={kwaad}",
        f"/besluiten/kwaad/?regeling={kwaad}",
    ):
        antwoord = klant.get(adres)
        assert antwoord.status_code in (200, 400, 404), adres
        assert _inert(antwoord.text), adres
    toml = Store(klant.application.extensions["amend-instellingen"].werkmap).keuzes("kwaad")[0]
    assert toml[0].reden == " ".join(KWAAD.split())


def test_bestanden_worden_nooit_als_pagina_getoond(klant: FlaskClient) -> None:
    concept = proef(klant)
    post(klant, f"{concept}bewaar")
    r = "/regelingen/proefverordening"
    for adres in (
        *(f"{r}/bestand/html?op=2024-01-01", f"{r}/vergelijking/verslag?van=2024-01-01&tot=2024-07-01"),
        *("/besluiten/proef-besluit/bron", f"{r}/alles.zip?op=2024-01-01&van=2024-01-01"),
    ):
        koppen = klant.get(adres).headers
        assert koppen["Content-Disposition"].startswith("attachment; filename="), adres
        assert koppen["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert koppen["X-Content-Type-Options"] == "nosniff"


# ---- storing -------------------------------------------------------------------------------------------------------


def test_bewaren_terwijl_een_ander_schrijft(
    klant: FlaskClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    concept = proef(klant)
    monkeypatch.setattr(vergrendel, "GEDULD", 0.1)
    voor = inhoud(tmp_path)
    with vergrendeld(tmp_path / "map"):
        antwoord = post(klant, f"{concept}bewaar")
    assert antwoord.status_code == 409
    assert "Iemand anders schrijft nu in de werkmap; er is niets gewijzigd." in antwoord.text
    assert inhoud(tmp_path) == voor
    assert post(klant, f"{concept}bewaar").status_code == 303
    assert post(klant, f"{concept}bewaar").status_code == 410


def test_wat_ontbreekt_wordt_later_aangevuld_en_niet_overschreven(klant: FlaskClient) -> None:
    proef(klant)
    concept = lever_in(klant, BESLUIT, als="besluit").location
    post(klant, f"{concept}bewaar", id="zonder-dag", regeling="proefverordening")
    store = Store(klant.application.extensions["amend-instellingen"].werkmap)
    gezien = store.stempel_besluit("zonder-dag")
    bron = store.bron("zonder-dag")
    assert bron is not None
    voor = bron.read_bytes()
    antwoord = post(klant, "/besluiten/zonder-dag/gegevens", bekend="1 juni 2024", blad="gmb-2024-1", stempel=gezien)
    assert antwoord.status_code == 303
    antwoord = post(klant, "/besluiten/zonder-dag/gegevens", bekend="2-6-2024", kenmerk="K1", stempel=gezien)
    assert antwoord.status_code == 409
    gezien = store.stempel_besluit("zonder-dag")
    post(klant, "/besluiten/zonder-dag/gegevens", bekend="2-6-2024", kenmerk="K1", stempel=gezien)
    besluit, _ = store.besluit("zonder-dag")
    assert besluit is not None
    assert (str(besluit.meta.bekend), besluit.meta.blad, besluit.meta.kenmerk) == ("2024-06-01", "gmb-2024-1", "K1")
    assert bron.read_bytes() == voor


def test_een_naam_die_er_al_is(klant: FlaskClient) -> None:
    concept = proef(klant)
    post(klant, f"{concept}bewaar")
    nog_een = lever_in(klant, BESLUIT, als="besluit").location
    post(klant, f"{nog_een}gegevens", id="proef-besluit", regeling="proefverordening")
    antwoord = post(klant, f"{nog_een}bewaar")
    assert antwoord.status_code == 409
    assert "“proef-besluit” staat al in de werkmap." in antwoord.text
    post(klant, f"{nog_een}gegevens", id="proef-besluit-2", regeling="proefverordening")
    assert post(klant, f"{nog_een}bewaar").status_code == 303


# ---- over the wire -------------------------------------------------------------------------------------------------


def ruw(server: Server, verzoek: bytes, lees: int = 65536) -> bytes:
    """What the server says to these bytes."""
    with socket.create_connection(("127.0.0.1", server.poort), timeout=20) as lijn:
        lijn.sendall(verzoek)
        lijn.shutdown(socket.SHUT_WR)
        delen = []
        while deel := lijn.recv(lees):
            delen.append(deel)
    return b"".join(delen)


def test_ruw_vreemde_host_en_geen_host(server: Server) -> None:
    for regel in (b"Host: kwaad.example\r\n", b"", b"Host: 127.0.0.1\r\n"):
        antwoord = ruw(server, b"GET / HTTP/1.1\r\n" + regel + b"Connection: close\r\n\r\n")
        assert antwoord.split(b" ")[1] in (b"421", b"400")
        assert b"ambtelijke organisatie" not in antwoord


def test_ruw_pad_omhoog(server: Server) -> None:
    host = f"Host: 127.0.0.1:{server.poort}\r\nConnection: close\r\n\r\n".encode()
    for pad in (b"/static/../../app.py", b"/static/%2e%2e/%2e%2e/app.py", b"//etc/passwd", b"/regelingen/../../x/"):
        antwoord = ruw(server, b"GET " + pad + b" HTTP/1.1\r\n" + host)
        assert antwoord.split(b" ")[1] in (b"404", b"400", b"308", b"301")
        assert b"from flask" not in antwoord


def test_200_mb_wordt_niet_aangenomen(server: Server) -> None:
    kop = (
        f"POST /toevoegen HTTP/1.1\r\nHost: 127.0.0.1:{server.poort}\r\n"
        f"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: {200 * 1024 * 1024}\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", server.poort), timeout=20) as lijn:
        lijn.sendall(kop.encode())
        verstuurd = 0
        try:
            while verstuurd < 200 * 1024 * 1024:
                lijn.sendall(b"x" * 65536)
                verstuurd += 65536
        except OSError:
            pass
        try:
            antwoord = lijn.recv(65536)
        except OSError:
            antwoord = b""
    assert verstuurd < 200 * 1024 * 1024 or antwoord.startswith(b"HTTP/1.1 413")
    assert not antwoord or antwoord.split(b" ")[1] == b"413"
    gewoon = f"GET /hulp HTTP/1.1\r\nHost: 127.0.0.1:{server.poort}\r\nConnection: close\r\n\r\n"
    assert ruw(server, gewoon.encode()).startswith(b"HTTP/1.1 200")
