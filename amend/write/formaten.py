"""THE list of export formats of a regulation: name, Dutch label, extension, media type, how it is written and checked.

A writer takes a regulation and its :class:`Uitgave` and gives (bytes, findings); bytes is None when it refuses. Every
format is read back and compared with the text: ``Formaat.schrijf`` gives no bytes when there is a difference.
Commands and web pages read :data:`FORMATEN`; nothing else in the package lists formats.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from amend.history.geschiedenis import Geschiedenis
from amend.model.melding import Melding
from amend.model.regeling import Regeling
from amend.write.akn.besluit import schrijf_akn_besluit
from amend.write.akn.regeling import schrijf_akn
from amend.write.codes import GEEN_UITBREIDING, GEEN_VERSIE, ONVOLLEDIG
from amend.write.cvdr import schrijf_cvdr
from amend.write.cvdr_aanlevering import aanlevermeta
from amend.write.html import schrijf_html
from amend.write.json_regeling import schrijf_json
from amend.write.stop.besluit import schrijf_besluit
from amend.write.stop.levering import schrijf_levering, schrijf_verantwoording
from amend.write.stop.plek import Verslag
from amend.write.stop.regeling import schrijf_stop
from amend.write.tekst import schrijf_tekst
from amend.write.terug.akn import controleer_akn
from amend.write.terug.besluit import controleer_besluit
from amend.write.terug.cvdr import controleer_cvdr, controleer_json, controleer_opslag
from amend.write.terug.leesbaar import controleer_docx, controleer_html, controleer_tekst
from amend.write.terug.stop import controleer_stop
from amend.write.uitgave import Uitgave
from amend.write.verwijzingen import op_moment

Schrijfsel = tuple[bytes | None, tuple[Melding, ...]]
Schrijver = Callable[[Regeling, Uitgave], Schrijfsel]
Controle = Callable[[bytes, Regeling], tuple[Melding, ...]]


@dataclass(frozen=True, slots=True)
class Formaat:
    """One export format. ``label`` is what a reader sees in a menu; ``extensie`` has no dot.

    ``aanlevering``: an official form, in which an incomplete text is never written.
    """

    naam: str
    label: str
    extensie: str
    media: str
    schrijver: Schrijver
    controleer: Controle
    aanlevering: bool = False

    def schrijf(self, regeling: Regeling, uitgave: Uitgave) -> Schrijfsel:
        """Write, read back, compare. No bytes when the format cannot hold the text, or does not agree with it."""
        if self.aanlevering and regeling.meta.onvolledig:
            reden = "; ".join(regeling.meta.onvolledig)
            tekst = f"De tekst is onvolledig ({reden}); zij wordt niet geschreven in een vorm om aan te leveren."
            return None, (ONVOLLEDIG.melding(tekst, hulp="Los eerst de meldingen op, of kies een leesvorm."),)
        inhoud, meldingen = self.schrijver(regeling, uitgave)
        if inhoud is None:
            return None, _fouten_eerst(meldingen)
        bezwaren = self.controleer(inhoud, regeling)
        fout = any(m.blokkeert for m in bezwaren)
        return (None, _fouten_eerst((*meldingen, *bezwaren))) if fout else (inhoud, meldingen)


def _fouten_eerst(meldingen: tuple[Melding, ...]) -> tuple[Melding, ...]:
    """Why there is no file stands first."""
    return tuple(sorted(meldingen, key=lambda m: not m.blokkeert))


def xml_bytes(root: etree._Element) -> bytes:
    """A whole XML file (UTF-8). No indentation: white space in text would be text."""
    inhoud = etree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{inhoud}\n'.encode()


def _opslag(regeling: Regeling, uitgave: Uitgave) -> Schrijfsel:
    return schrijf_cvdr(regeling, onvolledig=regeling.meta.onvolledig), ()


def _cvdr(regeling: Regeling, uitgave: Uitgave) -> Schrijfsel:
    aan_te_leveren = replace(regeling, meta=aanlevermeta(regeling.meta, uitgave))
    return schrijf_cvdr(aan_te_leveren, onvolledig=regeling.meta.onvolledig, met_identiteit=False), ()


def _html(regeling: Regeling, uitgave: Uitgave) -> Schrijfsel:
    return schrijf_html(regeling, kop=uitgave.kop).encode(), ()


def _tekst(regeling: Regeling, uitgave: Uitgave) -> Schrijfsel:
    return schrijf_tekst(regeling, kop=uitgave.kop).encode(), ()


def _json(regeling: Regeling, uitgave: Uitgave) -> Schrijfsel:
    return schrijf_json(regeling, kop=uitgave.kop), ()


def _docx(regeling: Regeling, uitgave: Uitgave) -> Schrijfsel:
    try:
        from amend.write.docx_regeling import schrijf_docx
    except ImportError:
        tekst = "Voor een Word-document is de uitbreiding “docx” van amend nodig; die is niet geïnstalleerd."
        return None, (GEEN_UITBREIDING.melding(tekst, hulp="Installeer haar: pip install 'amend[docx]'."),)
    return schrijf_docx(regeling, kop=uitgave.kop), ()


def _stop(regeling: Regeling, uitgave: Uitgave) -> Schrijfsel:
    return _uit(*schrijf_stop(op_moment(regeling, uitgave), uitgave.model))


def _akn(regeling: Regeling, uitgave: Uitgave) -> Schrijfsel:
    verslag = Verslag("Akoma Ntoso")
    return _uit(schrijf_akn(op_moment(regeling, uitgave), uitgave, verslag), verslag)


def _levering(regeling: Regeling, uitgave: Uitgave) -> Schrijfsel:
    return (
        _uit(*schrijf_levering(op_moment(regeling, uitgave), uitgave))
        if uitgave.historie
        else _geen_versie("stop-levering")
    )


def _verantwoording(regeling: Regeling, uitgave: Uitgave) -> Schrijfsel:
    return _uit(*schrijf_verantwoording(regeling, uitgave)) if uitgave.historie else _geen_versie("stop-wti")


def _uit(element: etree._Element | None, verslag: Verslag) -> Schrijfsel:
    if element is None or verslag.geweigerd:
        return None, tuple(verslag.meldingen)
    return xml_bytes(element), tuple(verslag.meldingen)


def _geen_versie(formaat: str) -> Schrijfsel:
    tekst = f"Het formaat {formaat} beschrijft een versie van een regeling in de werkmap."
    return None, (GEEN_VERSIE.melding(tekst, hulp="Gebruik amend exporteer met een regeling uit de werkmap."),)


def _geen_tekst(data: bytes, regeling: Regeling) -> tuple[Melding, ...]:
    """A format without the text has nothing to compare."""
    return ()


_XML: Final = ("xml", "application/xml")
FORMATEN: Final[tuple[Formaat, ...]] = (
    Formaat("cvdr", "CVDR-XML (aanlevering)", *_XML, _cvdr, controleer_cvdr),
    Formaat("stop", "STOP 1.3.0: de tekst", *_XML, _stop, controleer_stop, aanlevering=True),
    Formaat("stop-levering", "STOP: geconsolideerde levering", *_XML, _levering, controleer_stop, aanlevering=True),
    Formaat("stop-wti", "STOP: juridische verantwoording", *_XML, _verantwoording, _geen_tekst, aanlevering=True),
    Formaat("akn", "Akoma Ntoso 3.0", *_XML, _akn, controleer_akn, aanlevering=True),
    Formaat("html", "Webpagina (HTML)", "html", "text/html; charset=utf-8", _html, controleer_html),
    Formaat(
        "docx",
        "Word-document",
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _docx,
        controleer_docx,
    ),
    Formaat("tekst", "Platte tekst", "txt", "text/plain; charset=utf-8", _tekst, controleer_tekst),
    Formaat("json", "JSON", "json", "application/json", _json, controleer_json),
    Formaat("opslag", "CVDR-XML met identiteit en herkomst (opslagvorm)", *_XML, _opslag, controleer_opslag),
)
"""In the order in which they are offered."""


def exporteer_besluit(historie: Geschiedenis, besluit: str, naam: str) -> Schrijfsel:
    """A decision on a regulation of the store: stop-besluit or akn. None when it fails or does not agree."""
    if naam == "akn":
        root, verslag = schrijf_akn_besluit(historie, besluit)
    else:
        root, verslag = schrijf_besluit(historie, besluit)
    inhoud, meldingen = _uit(root, verslag)
    if inhoud is None:
        return None, meldingen
    bezwaren = controleer_besluit(inhoud, historie, besluit, naam)
    fout = any(m.blokkeert for m in bezwaren)
    return (None, _fouten_eerst((*meldingen, *bezwaren))) if fout else (inhoud, meldingen)


def formaat(naam: str) -> Formaat:
    """The format of this name. Raises KeyError when there is none."""
    return {f.naam: f for f in FORMATEN}[naam]
