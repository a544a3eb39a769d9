"""What every report of a comparison shares: the order, the grouping of a series, the Dutch sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from amend.compare.samen import Aspect, Knoop
from amend.compare.wijziging import Gewicht, Oorzaak, Vergelijking, Wijziging, Wijzigsoort
from amend.compare.woorden import Segment
from amend.model.kalender import datum_tekst
from amend.model.numbering import volgende

WERKWOORD: Final = {
    Wijzigsoort.INGEVOEGD: "ingevoegd",
    Wijzigsoort.VERWIJDERD: "vervallen",
    Wijzigsoort.VERPLAATST: "verplaatst",
    Wijzigsoort.VERNUMMERD: "vernummerd",
    Wijzigsoort.OPSCHRIFT: "opschrift gewijzigd",
    Wijzigsoort.TEKST: "tekst gewijzigd",
    Wijzigsoort.STATUS: "status gewijzigd",
    Wijzigsoort.TABEL: "tabel gewijzigd",
    Wijzigsoort.GESPLITST: "gesplitst",
    Wijzigsoort.SAMENGEVOEGD: "samengevoegd",
    Wijzigsoort.METADATA: "gegevens gewijzigd",
}
"""How each kind is named in a report."""

VELDEN: Final = {
    "id": "kenmerk",
    "titel": "officiële naam",
    "citeertitel": "citeertitel",
    "inwerkingtreding": "inwerkingtreding",
    "vastgesteld": "vastgesteld op",
    "overig": "overige gegevens",
    "terugwerkend": "terugwerkende kracht tot en met",
    "uitwerkingtreding": "uitwerkingtreding",
    "bron": "bron bekendmaking",
    "onvolledig": "onvolledig",
    "overzicht": "overzicht van wijzigingen",
}
"""How metadata fields are named."""


@dataclass(frozen=True, slots=True)
class Groep:
    """One line of a report: a change, or a series of renumberings that are one event."""

    wijzigingen: tuple[Wijziging, ...]

    @property
    def eerste(self) -> Wijziging:
        """The change that stands first."""
        return self.wijzigingen[0]


def groepen(vergelijking: Vergelijking, *, op_gewicht: bool = False) -> list[Groep]:
    """The changes in reading order, a series at its first member; ``op_gewicht``: substantive ones first."""
    per_reeks: dict[str, list[Wijziging]] = {}
    for wijziging in vergelijking.wijzigingen:
        per_reeks.setdefault(wijziging.reeks or f"nr {wijziging.nr}", []).append(wijziging)
    uit = [Groep(tuple(lijst)) for lijst in per_reeks.values()]
    if op_gewicht:
        uit.sort(key=lambda groep: groep.eerste.gewicht is Gewicht.REDACTIONEEL)
    return uit


def zin(groep: Groep) -> str:
    """What happened, as a line: "artikelen 16 tot en met 33 vernummerd tot 12 tot en met 29"."""
    w = groep.eerste
    if len(groep.wijzigingen) > 1:
        return f"{opsomming([w.plaats_oud or '' for w in groep.wijzigingen])} vernummerd tot {_nieuwe_nummers(groep)}"
    oud, nieuw = w.plaats_oud, w.plaats_nieuw
    werkwoord = WERKWOORD[w.soort]
    if w.soort is Wijzigsoort.METADATA:
        return f"{VELDEN.get(w.veld, w.veld)}: {werkwoord}"
    if oud and nieuw and oud != nieuw:
        tussen = {
            Wijzigsoort.VERPLAATST: "verplaatst naar",
            Wijzigsoort.VERNUMMERD: "vernummerd tot",
            Wijzigsoort.GESPLITST: "gesplitst in",
            Wijzigsoort.SAMENGEVOEGD: "samengevoegd tot",
        }.get(w.soort)
        return f"{oud} {tussen} {nieuw}" if tussen else f"{nieuw} (was {oud}): {werkwoord}"
    return f"{w.plaats}: {werkwoord}"


def _nieuwe_nummers(groep: Groep) -> str:
    return opsomming([w.plaats_nieuw or "" for w in groep.wijzigingen], zonder_soort=True)


def opsomming(plaatsen: Sequence[str], *, zonder_soort: bool = False) -> str:
    """``artikel 16``, …, ``artikel 33`` → "artikelen 16 tot en met 33"; what does not join up is counted out."""
    nummers = [plaats.rsplit(" ", 1)[-1] for plaats in plaatsen]
    voor = plaatsen[0][: len(plaatsen[0]) - len(nummers[0])]
    if len(nummers) > 1:
        voor = _MEERVOUD.sub(lambda m: f"{_MEERVOUDEN[m[1]]} ", voor)
    stukken = [f"{s[0]} tot en met {s[-1]}" if len(s) > 2 else " en ".join(s) for s in _aansluitend(nummers)]
    tussen = "; " if any(" en " in stuk for stuk in stukken[:-1]) else ", "
    reeks = tussen.join(stukken[:-1]) + (" en " if len(stukken) > 1 else "") + stukken[-1]
    return reeks if zonder_soort else voor + reeks


_MEERVOUDEN: Final = {"artikel": "artikelen", "lid": "leden", "onderdeel": "onderdelen", "hoofdstuk": "hoofdstukken"}
_MEERVOUD: Final = re.compile(rf"\b({'|'.join(_MEERVOUDEN)}) $")


def _aansluitend(nummers: Sequence[str]) -> list[list[str]]:
    """The numbers in stretches of direct successors; a pair of successors stays apart."""
    reeksen: list[list[str]] = [[nummers[0]]]
    for vorige, nummer in pairwise(nummers):
        if volgende(vorige) == nummer:
            reeksen[-1].append(nummer)
        else:
            reeksen.append([nummer])
    return [deel for reeks in reeksen for deel in ([reeks] if len(reeks) > 2 else [[n] for n in reeks])]


def door(oorzaak: Oorzaak | None) -> str:
    """The cause as a phrase: "besluit x, onderdeel E (in werking 12 september 2023, geldig vanaf 1 januari 2023)"."""
    if oorzaak is None:
        return ""
    deel = f", onderdeel {oorzaak.onderdeel}" if oorzaak.onderdeel else ""
    data = [
        f"{naam} {datum_tekst(dag)}"
        for naam, dag in (
            ("bekend", oorzaak.bekend),
            ("in werking", oorzaak.in_werking),
            ("geldig vanaf", oorzaak.geldig_vanaf),
        )
        if isinstance(dag, date)
    ]
    return f"besluit {oorzaak.besluit}{deel}" + (f" ({', '.join(data)})" if data else "")


def controleregels(vergelijking: Vergelijking) -> tuple[str, str]:
    """The outcome of the two laws, as printed under every report."""
    controle = vergelijking.controle
    uitkomst = {True: "klopt", False: "KLOPT NIET"}
    return (
        f"Controle: alles aanvaard geeft de nieuwe tekst: {uitkomst[controle.alles_aanvaard_is_nieuw]}.",
        f"Controle: alles verworpen geeft de oude tekst: {uitkomst[controle.alles_verworpen_is_oud]}.",
    )


def samenvatting(vergelijking: Vergelijking) -> str:
    """How many changes of which kind: "12 wijzigingen: 8 vernummerd (1 reeks), …"."""
    tel: dict[str, int] = {}
    for wijziging in vergelijking.wijzigingen:
        tel[WERKWOORD[wijziging.soort]] = tel.get(WERKWOORD[wijziging.soort], 0) + 1
    inhoudelijk = sum(1 for w in vergelijking.wijzigingen if w.gewicht is Gewicht.INHOUDELIJK)
    aantal = len(vergelijking.wijzigingen)
    if not aantal:
        return "Geen wijzigingen."
    delen = ", ".join(f"{n} {naam}" for naam, n in tel.items())
    return f"{aantal} {'wijziging' if aantal == 1 else 'wijzigingen'} ({inhoudelijk} inhoudelijk): {delen}."


Regel = tuple[tuple[str, str], ...]
"""Stretches of text with their kind: "gelijk", "oud" or "nieuw"."""


def regels(wijziging: Wijziging, index: dict[int, Knoop], *, omgeving: int | None = None) -> list[Regel]:
    """The words of a change in their surroundings, one line per text; all of the text when ``omgeving`` is None."""
    uit: list[Regel] = []
    if wijziging.soort is not Wijzigsoort.METADATA:
        for knoop_id, aspect in sorted(wijziging.delen):
            delen = _segmenten(index[knoop_id], aspect)
            if delen:
                uit.append(_regel(delen, omgeving))
    uit = [regel for regel in uit if regel]
    if uit and wijziging.soort is not Wijzigsoort.GESPLITST and len(wijziging.delen) == len(uit):
        return uit
    return [_paar(oud, nieuw) for oud, nieuw in wijziging.woorden if oud or nieuw]


def _segmenten(knoop: Knoop, aspect: Aspect) -> Sequence[Segment]:
    if aspect is Aspect.TEKST:
        return knoop.tekst or ()
    return (knoop.opschrift or ()) if aspect is Aspect.OPSCHRIFT else ()


def _paar(oud: str, nieuw: str) -> Regel:
    return tuple((soort, tekst) for soort, tekst in (("oud", oud), ("nieuw", nieuw)) if tekst)


def _regel(delen: Sequence[Segment], omgeving: int | None) -> Regel:
    uit: list[tuple[str, str]] = []
    for n, deel in enumerate(delen):
        if deel.gelijk:
            uit.append(("gelijk", _kort(deel.nieuwe_tekst, n > 0, n < len(delen) - 1, omgeving)))
        else:
            uit.extend(_paar(deel.oude_tekst, deel.nieuwe_tekst))
    return tuple(stuk for stuk in uit if stuk[1])


def _kort(tekst: str, links: bool, rechts: bool, omgeving: int | None) -> str:
    """An equal stretch, cut to a few words beside what changed."""
    if omgeving is None:
        return tekst
    woorden = tekst.split(" ")
    if len(woorden) <= 2 * omgeving:
        return tekst
    voor = " ".join(woorden[:omgeving]) + " …" if links else "…"
    na = " " + " ".join(woorden[-omgeving:]) if rechts else ""
    return voor + na


def per_onder(lijst: Iterable[Groep]) -> list[tuple[str, list[Groep]]]:
    """Neighbouring lines of one article or annex under its name."""
    uit: list[tuple[str, list[Groep]]] = []
    for groep in lijst:
        naam = groep.eerste.onder or "Gegevens van de regeling"
        if not uit or uit[-1][0] != naam:
            uit.append((naam, []))
        uit[-1][1].append(groep)
    return uit
