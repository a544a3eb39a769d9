"""THE list of export formats of a regulation: name, Dutch label, extension, media type, and how each is written.

A writer takes a regulation and its :class:`Uitgave` and gives (bytes, findings); bytes is None when it refuses.
Commands and web pages read :data:`FORMATEN`; nothing else in the package lists formats.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from amend.model.melding import Melding
from amend.model.regeling import Regeling
from amend.write.cvdr import schrijf_cvdr
from amend.write.html import schrijf_html
from amend.write.tekst import schrijf_tekst
from amend.write.uitgave import Uitgave

Schrijfsel = tuple[bytes | None, tuple[Melding, ...]]
Schrijver = Callable[[Regeling, Uitgave], Schrijfsel]


@dataclass(frozen=True, slots=True)
class Formaat:
    """One export format. ``label`` is what a reader sees in a menu; ``extensie`` has no dot."""

    naam: str
    label: str
    extensie: str
    media: str
    schrijf: Schrijver


def _opslag(regeling: Regeling, uitgave: Uitgave) -> Schrijfsel:
    return schrijf_cvdr(regeling, onvolledig=regeling.meta.onvolledig), ()


def _cvdr(regeling: Regeling, uitgave: Uitgave) -> Schrijfsel:
    return schrijf_cvdr(regeling, onvolledig=regeling.meta.onvolledig, met_identiteit=False), ()


def _html(regeling: Regeling, uitgave: Uitgave) -> Schrijfsel:
    return schrijf_html(regeling, kop=uitgave.kop).encode(), ()


def _tekst(regeling: Regeling, uitgave: Uitgave) -> Schrijfsel:
    return schrijf_tekst(regeling, kop=uitgave.kop).encode(), ()


FORMATEN: Final[tuple[Formaat, ...]] = (
    Formaat("cvdr", "CVDR-XML (aanlevering)", "xml", "application/xml", _cvdr),
    Formaat("html", "Webpagina (HTML)", "html", "text/html; charset=utf-8", _html),
    Formaat("tekst", "Platte tekst", "txt", "text/plain; charset=utf-8", _tekst),
    Formaat("opslag", "CVDR-XML met identiteit en herkomst (opslagvorm)", "xml", "application/xml", _opslag),
)
"""In the order in which they are offered."""


def formaat(naam: str) -> Formaat:
    """The format of this name. Raises KeyError when there is none."""
    return {f.naam: f for f in FORMATEN}[naam]
