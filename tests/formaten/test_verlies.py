"""The safety net: a file of which something cannot be placed is refused, never read without it."""

from __future__ import annotations

from lxml import etree

from amend.model.tree import Node, Soort, Status, runs
from amend.read.verlies import van_nodes, verlies


def test_wat_ontbreekt_wordt_geweigerd() -> None:
    bron = etree.fromstring("<a>een <b>twee</b><!-- geen tekst --> drie</a>")
    alles = [Node(Soort.AL, tekst=runs("een twee drie"))]
    assert verlies((bron,), van_nodes(alles)) is None
    melding = verlies((bron,), van_nodes([Node(Soort.AL, tekst=runs("een twee"))]))
    assert melding is not None
    assert melding.code == "E159"
    assert melding.tekst == "Van de tekst in het bestand konden 4 letters of cijfers niet worden geplaatst (deir)."


def test_bewaarde_stukken_en_status_tellen_mee() -> None:
    bron = etree.fromstring("<a>Vervallen<x>tabel &amp; kaart</x></a>")
    nodes = [
        Node(Soort.ARTIKEL, status=Status.VERVALLEN),
        Node(Soort.FRAGMENT, xml="<x>tabel &amp; kaart</x>"),
    ]
    assert verlies((bron,), van_nodes(nodes)) is None
