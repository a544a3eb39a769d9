"""When a part enters into force, and since when that is known; a moment may hang on another decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from amend.history import codes
from amend.history.data.gegevens import Bekend, Venster, besluiten_in, heet, iso_dag
from amend.history.data.stand import Rekenwerk
from amend.history.delen import Deel, Elders
from amend.history.doel import valt_onder
from amend.history.moment import Wanneer, dag_van
from amend.history.namen import gewone_naam, is_algemeen
from amend.model.address import Plaats
from amend.model.besluit import BesluitMeta
from amend.model.clausules import Moment, NaderTeBepalen, OpDatum
from amend.model.kalender import datum_tekst
from amend.model.melding import Melding
from amend.parse.cursor import Cursor
from amend.parse.fragment import lees_plaatsen
from amend.parse.momenten import lees_moment


def vensters_van(werk: Rekenwerk, deel: Deel) -> tuple[Venster, ...]:
    """What is known of the entry into force of a part, and since when; a circle gives a finding and no date."""
    if id(deel) in werk.klaar:
        return werk.klaar[id(deel)]
    if any(deel is bezig for bezig in werk.bezig):
        kring = [d.besluit for d in werk.bezig[werk.bezig.index(deel) :]] + [deel.besluit]
        tekst = f"De inwerkingtreding hangt in een kring af van zichzelf: {' → '.join(kring)}."
        hulp = "Leg voor een van deze besluiten een datum vast."
        for besluit in dict.fromkeys(kring):
            werk.meld(besluit, codes.KRING.melding(tekst, hulp=hulp))
        return (Venster(werk.meta(deel.besluit).bekend, None),)
    werk.bezig.append(deel)
    uit = _bereken(werk, deel)
    werk.bezig.pop()
    werk.klaar[id(deel)] = uit
    return uit


def _bereken(werk: Rekenwerk, deel: Deel) -> tuple[Venster, ...]:
    meta = werk.meta(deel.besluit)
    moment = _eigen_moment(deel.ingang) if deel.ingang and not deel.einde else deel.vanaf.vanaf if deel.vanaf else None
    uit = [Venster(sinds, jwv) for sinds, jwv in _op_kennis(werk, moment, meta)]
    for ander in deel.elders:
        venster = _venster_van(werk, ander, uit[-1], meta)
        if venster is not None:
            uit.append(venster)
    return tuple(uit)


def _op_kennis(werk: Rekenwerk, moment: Moment | None, meta: BesluitMeta) -> list[tuple[date | None, date | None]]:
    """(published, day) for a moment: more than once when it hangs on a date that became known later."""
    bronnen = [naam for naam in besluiten_in(moment) if naam]
    if moment is None:
        return [(meta.bekend, None)]
    if not bronnen:
        return [(meta.bekend, dag_van(moment, meta.bekend))]
    per_bron = {naam: _vensters_van_naam(werk, naam, meta) for naam in bronnen}
    dagen = {max(s, meta.bekend) for rij in per_bron.values() for s, _ in rij if s and meta.bekend}
    uit: list[tuple[date | None, date | None]] = []
    for sinds in (*sorted(dagen),) or (meta.bekend,):
        dag = dag_van(moment, meta.bekend, None, _op(per_bron, sinds))
        if not uit or uit[-1][1] != dag:
            uit.append((sinds, dag))
    if uit[0][0] != meta.bekend and meta.bekend is not None:
        uit.insert(0, (meta.bekend, None))
    return uit


def _vensters_van_naam(werk: Rekenwerk, naam: str, meta: BesluitMeta) -> list[tuple[date | None, date | None]]:
    """The entry into force of what a name stands for: a decision here, a part of it, or one elsewhere."""
    plaats, kern = _deel_en_naam(naam)
    if is_algemeen(kern) or heet(meta, kern):
        eigen: str | None = meta.id
    else:
        eigen = next((o.besluit.meta.id for o in werk.besluiten if heet(o.besluit.meta, kern)), None)
    if (eigen is not None and eigen in werk.delen) or eigen == meta.id:
        delen = werk.delen.get(eigen or "", ())
        gekozen = [d for d in delen if plaats is None or _bevat(d, plaats)] or list(delen)
        return [(v.sinds, v.jwv) for v in vensters_van(werk, gekozen[0])] if gekozen else []
    bekend = werk.elders.get(gewone_naam(kern))
    return [bekend] if bekend else []


def _venster_van(werk: Rekenwerk, ander: Elders, vorige: Venster, meta: BesluitMeta) -> Venster | None:
    """What another decision fixes for this part; None (and a finding) when that cannot be."""
    bek = ander.door.bekend
    if bek is None:
        return None
    if vorige.jwv is not None and vorige.jwv <= bek:
        werk.meld(meta.id, _al_in_werking(ander, meta, vorige.jwv))
        return None
    moment = ander.clausule.vanaf
    dag = _op_kennis(werk, moment, ander.door)[-1][1] if moment else None
    if dag is not None and dag <= bek:
        werk.meld(meta.id, _te_laat(ander, dag, bek))
        return Venster(max(bek, vorige.sinds or bek), None, ander.door.id)
    if dag is not None and vorige.jwv is not None:
        van, naar = datum_tekst(vorige.jwv), datum_tekst(dag)
        tekst = f"De inwerkingtreding is door {ander.door.id} verschoven van {van} naar {naar}."
        werk.meld(meta.id, codes.VERSCHOVEN.melding(tekst))
    terug = ander.clausule if ander.clausule.terugwerkend else None
    return Venster(max(bek, meta.bekend or bek), dag, ander.door.id, terug)


def _al_in_werking(ander: Elders, meta: BesluitMeta, sinds: date) -> Melding:
    naam = ander.door.titel or ander.door.id
    return codes.AL_IN_WERKING.melding(
        f"“{naam}” bepaalt opnieuw wanneer {meta.id} in werking treedt, maar dat is al in werking sinds "
        f"{datum_tekst(sinds)}."
    )


def _te_laat(ander: Elders, dag: date, bek: date) -> Melding:
    naam = ander.door.titel or ander.door.id
    return codes.TE_LAAT_BEPAALD.melding(
        f"“{naam}” bepaalt de inwerkingtreding op {datum_tekst(dag)}, maar is zelf pas bekendgemaakt op "
        f"{datum_tekst(bek)} (aanwijzing 4.16, tweede lid)."
    )


def _op(per_bron: Mapping[str, Sequence[Bekend]], sinds: date | None) -> Wanneer:
    """When the named decisions enter into force, as far as known on a day."""

    def wanneer(naam: str) -> date | None:
        bekend = [jwv for s, jwv in per_bron.get(naam, ()) if s is not None and sinds is not None and s <= sinds]
        return bekend[-1] if bekend else None

    return wanneer


def _deel_en_naam(naam: str) -> tuple[Plaats | None, str]:
    """ "artikel I, onderdeel P, van de Wet X" → the place and "Wet X"."""
    voor, van, na = naam.partition(" van ")
    deel = bool(van) and voor.lower().lstrip().startswith(("artikel", "onderdeel"))
    plaatsen = lees_plaatsen(voor.rstrip(",")) if deel else None
    return (plaatsen[0], na) if plaatsen else (None, naam)


def _bevat(deel: Deel, plaats: Plaats) -> bool:
    return any(valt_onder(stap, plaats, deel.stappen) for stap in deel.stappen)


def _eigen_moment(tekst: str) -> Moment:
    """The day that an instruction names itself, as an ISO day or in words ("het tijdstip waarop …")."""
    dag = iso_dag(tekst)
    if dag is not None:
        return OpDatum(dag)
    gevonden = lees_moment(Cursor(tekst))
    return gevonden[0] if gevonden else NaderTeBepalen(tekst)
