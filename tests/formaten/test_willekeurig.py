# ruff: noqa: E501 - XML as it is delivered
"""Random XML in the vocabularies, well built or not: nothing is raised, no word is lost, what is kept reads the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from amend.model.besluit import Besluit
from amend.model.regeling import Regeling
from amend.read.bwb import lees_bwb
from amend.read.cvdr import lees_cvdr
from amend.read.op_regeling import lees_op_regeling
from amend.read.op_xml import lees_besluit_xml
from amend.read.stop import lees_stop
from amend.read.stop_besluit import lees_stop_besluit
from amend.write.besluit_xml import schrijf_besluit_xml
from amend.write.bwb import schrijf_bwb
from amend.write.cvdr import schrijf_cvdr

_rustig = settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    phases=(Phase.explicit, Phase.generate),
)

OP_NAMEN = [
    "al",
    "artikel",
    "lid",
    "lidnr",
    "lijst",
    "li",
    "li.nr",
    "kop",
    "label",
    "nr",
    "titel",
    "subtitel",
    "hoofdstuk",
    "paragraaf",
    "structuurtekst",
    "bijlage",
    "divisie",
    "tussenkop",
    "table",
    "tgroup",
    "tbody",
    "thead",
    "row",
    "entry",
    "title",
    "definitielijst",
    "definitie-item",
    "term",
    "definitie",
    "vet",
    "nadruk",
    "extref",
    "noot",
    "noot.nr",
    "noot.al",
    "redactie",
    "plaatje",
    "vreemd-ding",
    "aanhef",
    "preambule",
    "considerans",
    "considerans.al",
    "wij",
    "slotformulering",
    "ondertekening",
    "functie",
    "naam",
    "regeling-sluiting",
    "nota-toelichting",
    "wat",
    "wijziging",
    "artikeltekst",
    "tekst",
]
STOP_NAMEN = [
    "Al",
    "Artikel",
    "Lid",
    "LidNummer",
    "Lijst",
    "Li",
    "LiNummer",
    "Lijstaanhef",
    "Lijstsluiting",
    "Kop",
    "Label",
    "Nummer",
    "Opschrift",
    "Subtitel",
    "Hoofdstuk",
    "Paragraaf",
    "Inhoud",
    "Groep",
    "Bijlage",
    "Divisie",
    "Divisietekst",
    "Tussenkop",
    "table",
    "tgroup",
    "tbody",
    "row",
    "entry",
    "Begrippenlijst",
    "Begrip",
    "Term",
    "Definitie",
    "b",
    "i",
    "ExtRef",
    "IntRef",
    "ExtIoRef",
    "Noot",
    "NootNummer",
    "Figuur",
    "Vervallen",
    "Gereserveerd",
    "Aanhef",
    "Considerans",
    "Sluiting",
    "Ondertekening",
    "Toelichting",
    "AlgemeneToelichting",
    "ArtikelgewijzeToelichting",
    "NieuweTekst",
    "VerwijderdeTekst",
    "Redactioneel",
]
MUTATIE_NAMEN = [*STOP_NAMEN, "Wat", "WijzigArtikel", "WijzigLid", "RegelingMutatie", "Vervang", "VoegToe", "Verwijder"]
MUTATIE_NAMEN += ["VervangKop", "WijzigInstructies", "Instructie"]
WIJZIG_NAMEN = [*OP_NAMEN, "wijzig-artikel", "wijzig-lid", "wijzig-divisie", "wijzig-lid-groep", "artikelkop"]


@st.composite
def inhoud(draw: st.DrawFn, namen: list[str]) -> str:
    """A forest of elements with numbered words between them."""
    teller = 0

    def woord() -> str:
        nonlocal teller
        teller += 1
        return draw(st.sampled_from(["", f" woord{teller} ", f" {teller}. w{teller} ", f" W{teller} "]))

    def bouw(diepte: int) -> str:
        uit = []
        for _ in range(draw(st.integers(0, 3 if diepte else 1))):
            naam = draw(st.sampled_from(namen))
            binnen = bouw(diepte - 1) if diepte else ""
            nummer = f' nr="{draw(st.sampled_from(["1.", "a.", "-"]))}"' if naam == "li" else ""
            uit.append(f"<{naam}{nummer}>{woord()}{binnen}{woord()}</{naam}>{woord() if draw(st.booleans()) else ''}")
        return "".join(uit)

    return "".join(bouw(4) for _ in range(3))


def woorden(data: bytes, *, kenmerken: bool = False) -> Counter[str]:
    root = etree.fromstring(data)
    stukken = [str(t) for t in root.xpath("//text()")]
    stukken += [str(w) for w in root.xpath("//@*")] if kenmerken else []
    return Counter(re.findall(r"[wW]\d+|woord\d+", " ".join(stukken)))


def _regeling(lees: Callable[..., tuple[Regeling | None, Any]], data: bytes) -> Regeling | None:
    regeling, meldingen = lees(data, "x")
    assert regeling is not None or meldingen
    if regeling is not None:
        bewaard = schrijf_cvdr(regeling)
        assert lees_cvdr(bewaard) == (regeling, ())
        assert not woorden(data) - woorden(bewaard, kenmerken=True)
    return regeling


def _besluit(lees: Callable[..., tuple[Besluit | None, Any]], data: bytes) -> None:
    besluit, meldingen = lees(data, "x")
    assert besluit is not None or meldingen
    if besluit is not None:
        bewaard = schrijf_besluit_xml(besluit)
        assert lees_besluit_xml(bewaard) == (besluit, ())
        assert not woorden(data) - woorden(bewaard, kenmerken=True)


@_rustig
@given(inhoud(OP_NAMEN))
def test_cvdr(tekst: str) -> None:
    ns = "http://standaarden.overheid.nl/cvdr/terms/"
    data = f'<cvdr xmlns="{ns}"><body><intitule>w0</intitule><regeling><regeling-tekst>{tekst}</regeling-tekst></regeling></body></cvdr>'
    _regeling(lees_cvdr, data.encode())


@_rustig
@given(inhoud(OP_NAMEN))
def test_bwb(tekst: str) -> None:
    data = f"<toestand><wetgeving><intitule>w0</intitule><wet-besluit><wettekst>{tekst}</wettekst></wet-besluit></wetgeving></toestand>"
    regeling = _regeling(lees_bwb, data.encode())
    if regeling is not None:
        assert not woorden(data.encode()) - woorden(schrijf_bwb(regeling), kenmerken=True)


@_rustig
@given(inhoud(OP_NAMEN))
def test_publicatie_als_regeling(tekst: str) -> None:
    data = f"<officiele-publicatie><regeling><regeling-tekst>{tekst}</regeling-tekst></regeling></officiele-publicatie>"
    _regeling(lees_op_regeling, data.encode())


@_rustig
@given(inhoud(WIJZIG_NAMEN))
def test_publicatie_als_besluit(tekst: str) -> None:
    data = f"<officiele-publicatie><regeling><regeling-tekst>{tekst}</regeling-tekst></regeling></officiele-publicatie>"
    _besluit(lees_besluit_xml, data.encode())


@_rustig
@given(inhoud(STOP_NAMEN))
def test_stop_regeling(tekst: str) -> None:
    ns = "https://standaarden.overheid.nl/stop/imop/tekst/"
    data = f'<RegelingKlassiek xmlns="{ns}"><RegelingOpschrift><Al>w0</Al></RegelingOpschrift><Lichaam>{tekst}</Lichaam></RegelingKlassiek>'
    _regeling(lees_stop, data.encode())


@_rustig
@given(inhoud(MUTATIE_NAMEN))
def test_stop_besluit(tekst: str) -> None:
    ns = "https://standaarden.overheid.nl/stop/imop/tekst/"
    data = f'<BesluitCompact xmlns="{ns}"><Lichaam>{tekst}</Lichaam></BesluitCompact>'
    _besluit(lees_stop_besluit, data.encode())
