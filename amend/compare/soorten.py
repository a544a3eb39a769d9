"""The merged tree → the changes that a reader sees, each difference in exactly one of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from amend.compare.delen import Gedeeld, zoek_gedeeld
from amend.compare.inhoud import (
    binnen,
    eigen_delen,
    enkel,
    heel,
    kop_van,
    met_bereik,
    naar_in,
    stand,
    tekst_van,
    van_tot,
    vervangen,
    zichtbare_tekst_zonder,
)
from amend.compare.plaats import onder, plaats_van
from amend.compare.samen import Aspect, Deel, Knoop, Relatie, Samen
from amend.compare.tak import Tak
from amend.compare.wijziging import Wijziging, Wijzigsoort
from amend.compare.woorden import Segment, woordparen
from amend.model.tree import Node, Soort


def wijzigingen_van(samen: Samen) -> list[Wijziging]:
    """Every change, in the order of the merged tree, numbered from 1."""
    lezer = _Lezer(samen)
    lezer.lees()
    return [replace(wijziging, nr=n) for n, wijziging in enumerate(lezer.klaar(), 1)]


class _Lezer:
    def __init__(self, samen: Samen) -> None:
        self.samen = samen
        self.uit: list[Wijziging] = []
        self.kenmerken: dict[str, list[tuple[Knoop, str, str]]] = defaultdict(list)
        self.van = {knoop.naar: knoop for knoop in samen.root.loop() if knoop.relatie is Relatie.VAN}
        self.naar_van = {k.kinderen[0].id: k for k in samen.root.loop() if k.relatie is Relatie.NAAR}
        self.gedeeld: dict[int, Gedeeld] = zoek_gedeeld(samen)
        self.deel_van = {
            deel.id: knoop for knoop in samen.root.loop() if (g := self.gedeeld.get(knoop.id)) for deel in g.delen
        }
        self.verwerkt: set[Deel] = set()

    def tak(self, knoop: Knoop) -> tuple[Tak | None, Tak | None]:
        return self.samen.takken[knoop.id]

    def lees(self) -> None:
        """Walk the merged tree; a place that one change accounts for as a whole is not entered."""
        stapel = [self.samen.root]
        while stapel:
            knoop = stapel.pop()
            match knoop.relatie:
                case Relatie.PAAR:
                    verder = self.paar(knoop)
                case Relatie.BIJ | Relatie.WEG:
                    verder = self.los(knoop)
                case Relatie.NAAR:
                    verder = self.naar(knoop)
                case _:
                    verder = ()
            stapel.extend(reversed(tuple(verder)))

    # ---- one place ----

    def paar(self, knoop: Knoop) -> Iterable[Knoop]:
        oud, nieuw = knoop.oud, knoop.nieuw
        assert oud is not None and nieuw is not None  # noqa: S101 - a pair has both
        self.deel(knoop)
        self.nummer(knoop, oud, nieuw)
        self.kenmerk(knoop, oud, nieuw)
        if oud.status is not nieuw.status:
            return self.status(knoop, oud, nieuw)
        self.tekst(knoop, Aspect.OPSCHRIFT, knoop.opschrift, Wijzigsoort.OPSCHRIFT)
        if oud.soort is Soort.CEL:
            return self.cel(knoop)
        self.tekst(knoop, Aspect.TEKST, knoop.tekst, Wijzigsoort.TEKST)
        if vervangen(knoop):
            self.vervangen(knoop)
        return knoop.kinderen

    def meld(self, soort: Wijzigsoort, knoop: Knoop, delen: Iterable[Deel], **meer: object) -> None:
        over = frozenset(delen) - self.verwerkt
        if not over:
            return
        self.verwerkt |= over
        a, b = self.tak(knoop)
        basis = Wijziging(
            0,
            soort,
            plaats_oud=plaats_van(a) if a else None,
            plaats_nieuw=plaats_van(b) if b else None,
            onder=onder(b or a) if b or a else "",  # type: ignore[arg-type]
            delen=over,
        )
        self.uit.append(replace(basis, **meer))  # type: ignore[arg-type]

    def nummer(self, knoop: Knoop, oud: Node, nieuw: Node) -> None:
        if kop_van(oud) == kop_van(nieuw):
            return
        paar = (" ".join(filter(None, kop_van(oud)[1:3])), " ".join(filter(None, kop_van(nieuw)[1:3])))
        delen = [(knoop.id, Aspect.NUMMER)]
        soort = Wijzigsoort.VERNUMMERD
        woorden: tuple[tuple[str, str], ...] = (paar,) if paar[0] != paar[1] else ()
        if oud.nummer == nieuw.nummer and (oud.label != nieuw.label or knoop.opschrift is not None):
            soort = Wijzigsoort.OPSCHRIFT
            delen += [deel for deel in eigen_delen(knoop, plek=False) if deel[1] is Aspect.OPSCHRIFT]
            woorden += woordparen(knoop.opschrift or ())
        self.meld(soort, knoop, delen, woorden=woorden)

    def tekst(self, knoop: Knoop, aspect: Aspect, delen: tuple[Segment, ...] | None, soort: Wijzigsoort) -> None:
        if delen is not None and any(not deel.gelijk or deel.opmaak for deel in delen):
            grond = "" if any(not deel.gelijk for deel in delen) else "opmaak"
            self.meld(soort, knoop, [(knoop.id, aspect)], woorden=woordparen(delen), grond=grond)

    def vervangen(self, knoop: Knoop) -> None:
        """Content of which nothing was kept ("komt te luiden"): one change, not one per paragraph."""
        delen = [deel for k in binnen(knoop) if k is not knoop for deel in eigen_delen(k, plek=True)]
        paar = (tekst_van(knoop, nieuw=False), tekst_van(knoop, nieuw=True))
        self.meld(Wijzigsoort.TEKST, knoop, delen, woorden=(paar,))

    def cel(self, knoop: Knoop) -> Iterable[Knoop]:
        """Everything inside a table cell is one change of the table."""
        delen = [deel for k in knoop.loop() for deel in eigen_delen(k, plek=True)]
        woorden = [p for k in knoop.loop() for p in woordparen(k.tekst or ())]
        woorden += [heel(k) for k in knoop.loop() if k.relatie in (Relatie.BIJ, Relatie.WEG) and k.node.tekst]
        zichtbaar = [deel for deel in delen if deel[1] is not Aspect.KENMERK]
        if zichtbaar:
            self.meld(Wijzigsoort.TABEL, knoop, zichtbaar, woorden=tuple(woorden))
        return knoop.kinderen

    def status(self, knoop: Knoop, oud: Node, nieuw: Node) -> Iterable[Knoop]:
        """A change of state takes what appears or disappears with it along."""
        delen: list[Deel] = [(knoop.id, Aspect.STATUS)]
        stapel = [knoop]
        while stapel:
            k = stapel.pop()
            delen.extend(deel for deel in eigen_delen(k, plek=True) if deel[1] is not Aspect.NUMMER)
            if k.relatie is Relatie.PAAR:
                stapel.extend(k.kinderen)
        woorden = ((stand(oud), stand(nieuw)),)
        self.meld(Wijzigsoort.STATUS, knoop, delen, woorden=woorden)
        return knoop.kinderen

    def kenmerk(self, knoop: Knoop, oud: Node, nieuw: Node) -> None:
        """Kept attributes of a foreign file: one change per attribute, for all elements together."""
        if oud.extra == nieuw.extra and oud.xml == nieuw.xml:
            return
        a, b = dict(oud.extra), dict(nieuw.extra)
        namen = [naam for naam in (*a, *(n for n in b if n not in a)) if a.get(naam) != b.get(naam)] or ["volgorde"]
        naam = namen[0] if len(namen) == 1 else "kenmerken"
        waarden = [" ".join(f"{n}={d[n]}" for n in namen if n in d) for d in (a, b)]
        self.kenmerken[naam].append((knoop, waarden[0], waarden[1]))

    def los(self, knoop: Knoop) -> Iterable[Knoop]:
        """A new or removed element: one change. What moved into or out of it is a change of its own."""
        if knoop.id in self.deel_van:
            self.deel(self.deel_van[knoop.id])
        delen = [(knoop.id, Aspect.PLEK)]
        bij = knoop.relatie is Relatie.BIJ
        if (omhuld := self.omhuld(knoop)) and knoop.node.soort is Soort.LID and enkel(knoop):
            self.genummerd(knoop, [*delen, *omhuld])
            return knoop.kinderen
        soort = Wijzigsoort.INGEVOEGD if bij else Wijzigsoort.VERWIJDERD
        tekst = zichtbare_tekst_zonder(knoop)
        self.meld(soort, knoop, [*delen, *omhuld], woorden=(("", tekst) if bij else (tekst, ""),))
        if (
            knoop.node.soort is Soort.LIJST
            and self.uit
            and self.uit[-1].soort is soort
            and delen[0] in self.uit[-1].delen
        ):
            self.uit[-1] = met_bereik(self.uit[-1], knoop)
        return naar_in(knoop)

    def omhuld(self, knoop: Knoop) -> list[Deel]:
        """The moves that follow from putting an element around others, or from taking one away around them."""
        delen: list[Deel] = []
        for kind in knoop.kinderen:
            paar = self.verhuizing(kind)
            if paar is None:
                continue
            van, naar = paar
            x, y = self.tak(van)[0], self.tak(naar)[1]
            eigen = self.tak(knoop)[1 if knoop.relatie is Relatie.BIJ else 0]
            if x is None or y is None or eigen is None or eigen.ouder is None:
                continue
            elders = x.ouder if knoop.relatie is Relatie.BIJ else y.ouder
            if elders is not None and eigen.ouder.partner is elders:
                delen += [(van.id, Aspect.PLEK), (naar.id, Aspect.PLEK)]
        return delen

    def verhuizing(self, kind: Knoop) -> tuple[Knoop, Knoop] | None:
        """Old and new place of a moved element, from either of them."""
        if kind.relatie is Relatie.NAAR:
            return self.van[kind.kinderen[0].id], kind
        if kind.relatie is Relatie.VAN:
            return kind, self.naar_van[kind.naar]
        return None

    def genummerd(self, knoop: Knoop, delen: list[Deel]) -> None:
        """Text that became a numbered lid as it stands ("voor de tekst wordt de aanduiding 1. geplaatst"), or that
        lost its number ("alsmede de aanduiding 1. voor het eerste lid")."""
        bij = knoop.relatie is Relatie.BIJ
        van, naar = next(paar for kind in knoop.kinderen if (paar := self.verhuizing(kind)))
        tak = self.tak(van)[0] if bij else self.tak(naar)[1]
        veld = "plaats_oud" if bij else "plaats_nieuw"
        nummer = knoop.node.aanduiding
        woorden = (("", nummer) if bij else (nummer, ""),)
        self.meld(Wijzigsoort.VERNUMMERD, knoop, delen, **{veld: plaats_van(tak) if tak else None}, woorden=woorden)

    def naar(self, knoop: Knoop) -> Iterable[Knoop]:
        inhoud = knoop.kinderen[0]
        van = self.van[inhoud.id]
        delen = [(knoop.id, Aspect.PLEK), (van.id, Aspect.PLEK)]
        a, b = self.tak(inhoud)
        if a is not None and b is not None:
            volledig = plaats_van(a) == plaats_van(b)
            oud, nieuw = (plaats_van(tak, volledig=volledig) for tak in (a, b))
            self.meld(Wijzigsoort.VERPLAATST, inhoud, delen, plaats_oud=oud, plaats_nieuw=nieuw)
        return (inhoud,)

    def deel(self, knoop: Knoop) -> None:
        """A lid that became several, or several that became one; told at the first of them."""
        gedeeld = self.gedeeld.pop(knoop.id, None)
        if gedeeld is None:
            return
        plaatsen = [self.tak(k)[0 if gedeeld.samen else 1] for k in gedeeld.delen]
        bereik = van_tot([plaats_van(tak) for tak in plaatsen if tak])
        delen = [deel for k in knoop.loop() for deel in eigen_delen(k, plek=False) if deel[1] is Aspect.TEKST]
        delen += [(k.id, Aspect.PLEK) for k in gedeeld.delen if k is not knoop]
        if gedeeld.nummer_blijft:
            delen.append((knoop.id, Aspect.NUMMER))
        soort = Wijzigsoort.SAMENGEVOEGD if gedeeld.samen else Wijzigsoort.GESPLITST
        veld = "plaats_oud" if gedeeld.samen else "plaats_nieuw"
        grond = "" if gedeeld.woorden else "zelfde woorden"
        self.meld(soort, knoop, delen, **{veld: bereik}, woorden=gedeeld.woorden, grond=grond)

    # ---- afterwards ----

    def klaar(self) -> list[Wijziging]:
        for naam, lijst in self.kenmerken.items():
            delen = frozenset((knoop.id, Aspect.KENMERK) for knoop, _, _ in lijst)
            waarden = tuple(dict.fromkeys((oud, nieuw) for _, oud, nieuw in lijst))[:20]
            knoop = lijst[0][0]
            a, b = self.tak(knoop)
            plaatsen = (plaats_van(a) if a else None, plaats_van(b) if b else None) if len(lijst) == 1 else (None, None)
            self.uit.append(
                Wijziging(0, Wijzigsoort.METADATA, *plaatsen, woorden=waarden, veld=naam, grond="kenmerk", delen=delen)
            )
        return self.uit
