"""``python -m tests.bench_vergelijk``: amend beside other programs that compare, on the same inputs, on this machine.

Counts, whether accepting all gives the new text and rejecting all the old, time (best of some runs) and its ratio to
amend, peak of Python allocations. The others are the extra ``bench``; one that is not installed is left out by name.
The planted pairs stand beside the repository; without them the Sociaal regulation with planted edits is used alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from importlib.util import find_spec
from random import Random

from lxml import html

from amend.cli.toon import tabel
from amend.compare.vergelijk import vergelijk
from amend.compare.wijziging import Wijzigsoort
from amend.model.identity import geef_wids
from amend.model.regeling import Regeling, RegelingMeta
from amend.model.tree import Node, Oorsprong, Soort, alinea, loop, platte_tekst, runs, wijzig, zichtbare_tekst
from amend.read.cvdr import lees_cvdr
from amend.read.regeling_tekst import lees_regeling_tekst
from amend.write.cvdr import schrijf_cvdr
from tests.bench import meet
from tests.compare.gevallen import CORPUS, DATA, PAREN


@dataclass
class Paar:
    """One input in the forms that the programs take: both files, both regulations, both texts as lines."""

    naam: str
    oud: bytes
    nieuw: bytes

    @cached_property
    def regelingen(self) -> tuple[Regeling, Regeling]:
        oud, nieuw = (lees_cvdr(data)[0] for data in (self.oud, self.nieuw))
        assert oud is not None
        assert nieuw is not None
        return oud, nieuw

    @cached_property
    def teksten(self) -> tuple[str, str]:
        oud, nieuw = self.regelingen
        return zichtbare_tekst(oud.root), zichtbare_tekst(nieuw.root)


@dataclass(frozen=True)
class Uitslag:
    """What a program made of a pair. None: it has no such function."""

    aantal: int
    aanvaard: bool | None
    verworpen: bool | None


def amend(paar: Paar, *, lezen: bool = False) -> Uitslag:
    """``lezen``: with reading the XML, as xmldiff does; else from what is in memory, as the programs for text do."""
    oud, nieuw = Paar(paar.naam, paar.oud, paar.nieuw).regelingen if lezen else paar.regelingen
    uit = vergelijk(oud, nieuw)
    aantal = sum(1 for w in uit.wijzigingen if w.soort is not Wijzigsoort.METADATA)
    return Uitslag(aantal, uit.controle.alles_aanvaard_is_nieuw, uit.controle.alles_verworpen_is_oud)


def met_xmldiff(paar: Paar) -> Uitslag:
    from xmldiff import main

    acties = main.diff_texts(paar.oud, paar.nieuw)
    from lxml import etree

    try:
        nieuw = main.patch_tree(acties, etree.fromstring(paar.oud))
    except IndexError:
        return Uitslag(len(acties), aanvaard=False, verworpen=None)
    gelijk = etree.tostring(nieuw, method="c14n") == etree.tostring(etree.fromstring(paar.nieuw), method="c14n")
    return Uitslag(len(acties), gelijk, None)


def met_redlines(paar: Paar) -> Uitslag:
    from redlines import Redlines

    oud, nieuw = paar.teksten
    uit = Redlines(oud, nieuw)
    kaal = re.sub(r"<span style='color:red[^>]*>.*?</span>", "", uit.output_markdown, flags=re.S)
    aanvaard = re.sub(r"<[^>]+>", "", kaal)
    kaal = re.sub(r"<span style='color:green[^>]*>.*?</span>", "", uit.output_markdown, flags=re.S)
    verworpen = re.sub(r"<[^>]+>", "", kaal)
    return Uitslag(len(uit.changes), _zelfde(aanvaard, nieuw), _zelfde(verworpen, oud))


def met_lxml(paar: Paar) -> Uitslag:
    from lxml.html.diff import htmldiff

    oud, nieuw = (_alineas(tekst) for tekst in paar.teksten)
    uit = html.fromstring(f"<div>{htmldiff(oud, nieuw)}</div>")
    aantal = len(uit.xpath(".//ins | .//del"))
    return Uitslag(aantal, _kant(uit, "del", nieuw), _kant(uit, "ins", oud))


def met_dmp(paar: Paar) -> Uitslag:
    from diff_match_patch import diff_match_patch

    motor = diff_match_patch()
    oud, nieuw = paar.teksten
    delen = motor.diff_main(oud, nieuw)
    motor.diff_cleanupSemantic(delen)
    aantal = sum(1 for soort, _ in delen if soort)
    return Uitslag(aantal, motor.diff_text2(delen) == nieuw, motor.diff_text1(delen) == oud)


ANDEREN: dict[str, tuple[str, Callable[[Paar], Uitslag]]] = {
    "xmldiff (met lezen)": ("xmldiff", met_xmldiff),
    "redlines": ("redlines", met_redlines),
    "lxml.html.diff": ("lxml", met_lxml),
    "diff-match-patch": ("diff_match_patch", met_dmp),
}


def _zelfde(a: str, b: str) -> bool:
    return "".join(a.replace("¶", "").split()) == "".join(b.split())


def _alineas(tekst: str) -> str:
    return "".join(f"<p>{escape(regel)}</p>" for regel in tekst.splitlines())


def _kant(uit: html.HtmlElement, weg: str, verwacht: str) -> bool:
    kopie = html.fromstring(html.tostring(uit, encoding="unicode"))
    for element in list(kopie.iter(weg)):
        element.drop_tree()
    return _zelfde(kopie.text_content(), html.fromstring(f"<div>{verwacht}</div>").text_content())


def paren() -> list[Paar]:
    uit = [
        Paar(naam, (CORPUS / naam / "a.xml").read_bytes(), (CORPUS / naam / "b.xml").read_bytes())
        for naam in PAREN
        if (CORPUS / naam).is_dir()
    ]
    return [*uit, sociaal()]


def sociaal() -> Paar:
    """The regulation of Sociaal with ten words planted."""
    regeling, _ = lees_regeling_tekst((DATA / "seed_002.txt").read_text("utf-8"), "sociaal")
    assert regeling is not None
    nieuw = replace(regeling, root=_planten(regeling.root, 10))
    return Paar("sociaal, 10 woorden", schrijf_cvdr(regeling), schrijf_cvdr(nieuw))


def _planten(root: Node, aantal: int) -> Node:
    keus = Random(1)  # noqa: S311 - planted edits, no secrets
    paden = [pad for pad, node in loop(root) if node.soort is Soort.AL and len(platte_tekst(node.tekst).split()) > 6]
    for pad in keus.sample(paden, aantal):
        root = wijzig(root, pad, _plant)
    return root


def _plant(node: Node) -> Node:
    woorden = platte_tekst(node.tekst).split(" ")
    woorden[3] = f"gewijzigd{woorden[3]}"
    return replace(node, tekst=runs(" ".join(woorden), Oorsprong("besluit", "A")))


def groot(artikelen: int) -> tuple[Regeling, Regeling]:
    """Two versions of one history: ten changes among so many articles."""
    inhoud = [_artikel(n) for n in range(1, artikelen + 1)]
    hoofdstukken = tuple(
        Node(Soort.HOOFDSTUK, nummer=str(h), label="Hoofdstuk", aanduiding=str(h), kinderen=tuple(inhoud[i : i + 50]))
        for h, i in enumerate(range(0, artikelen, 50), 1)
    )
    root = geef_wids(Node(Soort.REGELING, kinderen=hoofdstukken), "gm0001_1")
    meta = RegelingMeta(id="groot", autoriteit="gm0001")
    return Regeling(meta, root), Regeling(meta, _planten(root, 10))


def _artikel(n: int) -> Node:
    leden = tuple(
        Node(
            Soort.LID,
            nummer=str(k),
            aanduiding=f"{k}.",
            kinderen=(alinea(f"In geval {n}.{k} beslist het college binnen acht weken op de aanvraag."),),
        )
        for k in range(1, 4)
    )
    return Node(Soort.ARTIKEL, nummer=str(n), label="Artikel", aanduiding=str(n), kinderen=leden)


def main() -> None:
    """Print the tables."""
    for paar in paren():
        eigen, geheugen = meet(lambda paar=paar: amend(paar))
        met_lezen, piek = meet(lambda paar=paar: amend(paar, lezen=True))
        rijen = [
            _rij("amend", amend(paar), eigen, eigen, geheugen),
            _rij("amend, met lezen van de XML", amend(paar), met_lezen, eigen, piek),
        ]
        for naam, (module, doe) in ANDEREN.items():
            if find_spec(module) is None:
                rijen.append((naam, "niet geïnstalleerd (extra bench)", "", "", "", "", ""))
                continue
            uitslag = doe(paar)
            tijd, piek = meet(lambda doe=doe, paar=paar: doe(paar), 2)
            rijen.append(_rij(naam, uitslag, tijd, eigen, piek))
        koppen = ("programma", "wijzigingen", "aanvaard", "verworpen", "tijd", "× amend", "geheugen")
        print(f"\n{paar.naam}\n{tabel(koppen, rijen)}")
    _groei()


def _groei() -> None:
    rijen = []
    for aantal in (500, 5000):
        oud, nieuw = groot(aantal)
        tijd, piek = meet(lambda oud=oud, nieuw=nieuw: vergelijk(oud, nieuw, identiteit=True))
        gevonden = len(vergelijk(oud, nieuw, identiteit=True).wijzigingen)
        rijen.append((f"{aantal} artikelen", str(gevonden), f"{tijd * 1e3:.1f} ms", f"{piek / 1e6:.1f} MB"))
    print(f"\nTien wijzigingen, één geschiedenis\n{tabel(('regeling', 'wijzigingen', 'tijd', 'geheugen'), rijen)}")


def _rij(naam: str, uitslag: Uitslag, tijd: float, eigen: float, piek: int) -> tuple[str, ...]:
    woord = {True: "juist", False: "ONJUIST", None: "n.v.t."}
    return (
        *(naam, str(uitslag.aantal), woord[uitslag.aanvaard], woord[uitslag.verworpen]),
        *(f"{tijd:.3f} s", f"{tijd / eigen:.1f}".replace(".", ","), f"{piek / 1e6:.1f} MB"),
    )


if __name__ == "__main__":
    main()
