"""Taking files away: every export format, the reports of a comparison, and one zip with all and their checksums."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from flask import Blueprint, Response, abort, request
from werkzeug.wrappers import Response as Antwoord

from amend import pipeline
from amend.compare.wijziging import Vergelijking
from amend.history.geschiedenis import Versie
from amend.model.melding import Melding
from amend.web.veilig import als_bestand
from amend.web.vergelijken import momenten, vergelijking_van
from amend.web.vraag import Moment, historie, kast, moment, pagina, versie
from amend.write.formaten import FORMATEN, Formaat
from amend.write.vergelijking_csv import schrijf_csv
from amend.write.vergelijking_html import schrijf_html, schrijf_was_wordt
from amend.write.vergelijking_json import schrijf_json

blad = Blueprint("meenemen", __name__)

_DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class Vorm:
    """One form of the report of a comparison."""

    naam: str
    label: str
    extensie: str
    media: str
    schrijf: Callable[[Vergelijking], bytes]


def _docx(v: Vergelijking) -> bytes:
    from amend.write.vergelijking_docx import schrijf_docx

    return schrijf_docx(v)


def _was_wordt_docx(v: Vergelijking) -> bytes:
    from amend.write.vergelijking_docx import schrijf_was_wordt_docx

    return schrijf_was_wordt_docx(v)


VORMEN: Final = (
    Vorm("docx", "Word-bestand met bijgehouden wijzigingen", "docx", _DOCX, _docx),
    Vorm("was-wordt-docx", "Was-wordttabel (Word)", "docx", _DOCX, _was_wordt_docx),
    Vorm(
        "was-wordt",
        "Was-wordttabel (HTML)",
        "html",
        "text/html; charset=utf-8",
        lambda v: schrijf_was_wordt(v).encode(),
    ),
    Vorm("was-wordt-csv", "Was-wordttabel (CSV, voor een rekenblad)", "csv", "text/csv; charset=utf-8", schrijf_csv),
    Vorm(
        "verslag",
        "Verslag van de vergelijking (HTML)",
        "html",
        "text/html; charset=utf-8",
        lambda v: schrijf_html(v).encode(),
    ),
    Vorm("json", "Wijzigingen voor programma's (JSON)", "json", "application/json", schrijf_json),
)


def vormen() -> tuple[Vorm, ...]:
    """The forms that can be made here: Word files need the extra ``docx``."""
    try:
        import docx  # noqa: F401
    except ModuleNotFoundError:
        return tuple(vorm for vorm in VORMEN if vorm.extensie != "docx")
    return VORMEN


@blad.get("/regelingen/<id>/meenemen")
def toon(id: str) -> Response:
    """What can be taken away for a moment."""
    gezocht, wanneer = historie(id), moment()
    van, tot = momenten(gezocht)
    return pagina(
        "meenemen.html",
        id=id,
        naam=gezocht.regeling.naam,
        wanneer=wanneer,
        versie=versie(id, wanneer),
        van=van,
        tot=tot,
        formaten=FORMATEN,
        vormen=vormen(),
        vergelijkbaar=vergelijking_van(id, van, tot) is not None,
    )


@blad.get("/regelingen/<id>/bestand/<naam>")
def bestand(id: str, naam: str) -> Antwoord:
    """The text in one format."""
    gevraagd = next((f for f in FORMATEN if f.naam == naam), None)
    if gevraagd is None:
        abort(404)
    wanneer = moment()
    inhoud, meldingen = _schrijf(id, gevraagd, wanneer)
    if inhoud is None:
        kop = f"{gevraagd.label} kan niet worden gemaakt"
        return pagina("meldingen.html", 409, kop=kop, meldingen=meldingen)
    return als_bestand(inhoud, _naam(id, wanneer, gevraagd.naam, gevraagd.extensie), gevraagd.media)


def _schrijf(id: str, formaat: Formaat, wanneer: Moment) -> tuple[bytes | None, tuple[Melding, ...]]:
    gevonden, gezocht = versie(id, wanneer), historie(id)
    regeling = gevonden.regeling
    if regeling is None:
        abort(409, gevonden.reden)
    uitgave = pipeline.uitgave(gevonden, gezocht)
    return kast().rustig(lambda: formaat.schrijf(regeling, uitgave))


@blad.get("/regelingen/<id>/vergelijking/<naam>")
def verslag(id: str, naam: str) -> Antwoord:
    """The report of a comparison in one form."""
    vorm = next((v for v in vormen() if v.naam == naam), None)
    if vorm is None:
        abort(404)
    van, tot = momenten(historie(id))
    vergelijking = vergelijking_van(id, van, tot)
    if vergelijking is None:
        abort(409, "Op een van beide dagen is er geen geldende tekst.")
    bestandsnaam = f"{id}-{van.op.isoformat()}-{tot.op.isoformat()}-{vorm.naam}.{vorm.extensie}"
    return als_bestand(vorm.schrijf(vergelijking), bestandsnaam, vorm.media)


@blad.get("/regelingen/<id>/alles.zip")
def alles(id: str) -> Antwoord:
    """Every format, every report, the stored sources, and a manifest with the checksum of each."""
    gezocht, wanneer = historie(id), moment()
    gevonden = versie(id, wanneer)
    if gevonden.regeling is None:
        abort(409, gevonden.reden)
    delen, niet = _bestanden(id, wanneer, gevonden)
    if "van" in request.args:
        van, tot = momenten(gezocht)
        vergelijking = vergelijking_van(id, van, tot)
        for vorm in vormen() if vergelijking is not None else ():
            assert vergelijking is not None  # noqa: S101 - checked in the line above
            delen[f"vergelijking/{vorm.naam}.{vorm.extensie}"] = vorm.schrijf(vergelijking)
    delen["leesmij.txt"] = _leesmij(gezocht.regeling.naam, gevonden, niet).encode()
    manifest = "".join(f"{hashlib.sha256(inhoud).hexdigest()}  {naam}\n" for naam, inhoud in sorted(delen.items()))
    return als_bestand(
        _zip({**delen, "manifest-sha256.txt": manifest.encode()}), f"{id}-{wanneer.op}.zip", "application/zip"
    )


def _bestanden(id: str, wanneer: Moment, gevonden: Versie) -> tuple[dict[str, bytes], list[str]]:
    delen: dict[str, bytes] = {}
    niet: list[str] = []
    for formaat in FORMATEN:
        inhoud, meldingen = _schrijf(id, formaat, wanneer)
        if inhoud is None:
            niet.append(f"{formaat.label}: {meldingen[0].tekst if meldingen else 'kan deze tekst niet bevatten'}")
        else:
            delen[f"tekst/{_naam(id, wanneer, formaat.naam, formaat.extensie)}"] = inhoud
    store = kast().store
    delen[f"bronnen/regelingen/{id}/regeling.xml"] = store.pad_regeling(id).read_bytes()
    for besluit in dict.fromkeys(doel.besluit for doel in gevonden.doelen[1:]):
        for pad in sorted(store.pad_besluit(besluit).glob("*")):
            if pad.is_file():
                delen[f"bronnen/wijzigingen/{besluit}/{pad.name}"] = pad.read_bytes()
    return delen, niet


def _leesmij(naam: str, gevonden: Versie, niet: list[str]) -> str:
    regels = [naam, pipeline.samenvatting(gevonden), ""]
    if not gevonden.volledig and gevonden.regeling is not None:
        regels += ["LET OP: deze tekst is onvolledig.", *gevonden.regeling.meta.onvolledig, ""]
    regels += [
        "In manifest-sha256.txt staat van elk bestand de controlesom (sha256).",
        "Controleren: sha256sum -c manifest-sha256.txt",
    ]
    if niet:
        regels += ["", "Niet gemaakt:", *niet]
    return "\n".join(regels) + "\n"


def _zip(delen: dict[str, bytes]) -> bytes:
    """A zip that is the same for the same content."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in sorted(delen.items()):
            info = zipfile.ZipInfo(naam, date_time=(1980, 1, 1, 0, 0, 0))
            info.external_attr = 0o644 << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archief.writestr(info, inhoud)
    return uit.getvalue()


def _naam(id: str, wanneer: Moment, formaat: str, extensie: str) -> str:
    return f"{id}-{wanneer.op.isoformat()}-bekend-{wanneer.bekend.isoformat()}-{formaat}.{extensie}"
