"""Which clause governs which instruction: a decision falls apart into parts with one moment each (A4.22, A5.63)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from amend.history import codes
from amend.history.doel import valt_onder
from amend.model.address import Niveau, Plaats
from amend.model.besluit import BesluitMeta, WijzigArtikel
from amend.model.clausules import Inwerkingtreding
from amend.model.melding import Melding
from amend.model.operations import Handeling, Kader, MetDoel
from amend.model.stap import OntleedBesluit, Stap


@dataclass(frozen=True, slots=True)
class Elders:
    """A clause of another decision that fixes a moment for this one (a commencement decision)."""

    door: BesluitMeta
    clausule: Inwerkingtreding


@dataclass(frozen=True, slots=True)
class Deel:
    """Instructions with the same moments.

    ``vanaf`` is the clause that gives the entry into force (None: nothing said, or excepted and waiting), ``terug`` the
    one that gives retroactive effect, ``elders`` what other decisions fix. ``ingang`` and ``einde`` are days that the
    instructions name themselves. ``twijfel``: the part has a moment of its own while the decision as a whole works
    back in a separate clause; whether the part does so too is a question.
    """

    besluit: str
    stappen: tuple[Stap, ...] = ()
    vanaf: Inwerkingtreding | None = None
    terug: Inwerkingtreding | None = None
    elders: tuple[Elders, ...] = ()
    ingang: str = ""
    einde: str = ""
    twijfel: bool = False

    @property
    def naam(self) -> str:
        """How reports name it: the parts that its clause names, or the instructions with a day of their own."""
        doet = [stap for stap in self.stappen if not _is_kader(stap)] or self.stappen
        if self.ingang:
            return ", ".join(dict.fromkeys(str(_deel(stap)) for stap in doet))
        delen = [str(p) for c in (self.vanaf, self.terug) if c for p in c.delen]
        delen += [str(p) for e in self.elders for p in e.clausule.delen]
        if not delen and self.vanaf is None and self.stappen:
            delen = [str(_deel(stap)) for stap in doet]
        return ", ".join(dict.fromkeys(delen)) or "het besluit"


def verdeel(
    ontleed: OntleedBesluit, clausules: Sequence[Inwerkingtreding], elders: Sequence[Elders]
) -> tuple[tuple[Deel, ...], tuple[Melding, ...]]:
    """The parts of a decision in printed order, and findings about clauses that do not fit."""
    stappen = ontleed.stappen
    besluit = ontleed.besluit.meta.id
    clausules, vertaald = _bij_gewijzigd_artikel(ontleed, clausules)
    meldingen = [*vertaald, *_zonder_deel(ontleed, clausules)]
    if not stappen:
        vanaf, _ = _kies([c for c in clausules if c.vanaf is not None], None, stappen)
        terug, _ = _kies([c for c in clausules if c.terugwerkend is not None], None, stappen)
        return (Deel(besluit, (), vanaf, terug, tuple(elders)),), tuple(meldingen)
    groepen: dict[tuple[object, ...], list[Stap]] = {}
    inhoud: dict[tuple[object, ...], Deel] = {}
    for stap in _zonder_kaders(stappen):
        deel, dubbel = _deel_van(besluit, stap, stappen, clausules, elders)
        if dubbel:
            tekst = f"Onderdeel {stap.naam} heeft twee momenten van inwerkingtreding."
            meldingen.append(codes.TWEE_MOMENTEN.melding(tekst))
        sleutel = (deel.vanaf, deel.terug, tuple(id(e) for e in deel.elders), deel.ingang, deel.einde)
        groepen.setdefault(sleutel, []).append(stap)
        inhoud[sleutel] = deel
    for stap in stappen:
        if _is_kader(stap) and not any(s is stap for groep in groepen.values() for s in groep):
            groepen[_groep_van(stap, stappen, groepen)].append(stap)
    algemeen_eerst = sorted(groepen, key=lambda sleutel: _bijzonder(inhoud[sleutel]))
    plek = {id(stap): n for n, stap in enumerate(stappen)}
    delen = [
        replace(inhoud[s], stappen=tuple(sorted(groepen[s], key=lambda stap: plek[id(stap)]))) for s in algemeen_eerst
    ]
    return tuple(delen), tuple(dict.fromkeys(meldingen))


def _is_kader(stap: Stap) -> bool:
    return bool(stap.bewerkingen) and all(isinstance(op, Kader) for op in stap.bewerkingen)


def _zonder_kaders(stappen: Sequence[Stap]) -> list[Stap]:
    """The steps that do something; when there are none, all of them."""
    return [stap for stap in stappen if not _is_kader(stap)] or list(stappen)


def _groep_van(
    kader: Stap, stappen: Sequence[Stap], groepen: dict[tuple[object, ...], list[Stap]]
) -> tuple[object, ...]:
    """The group of the first instruction in the same article: a frame goes with what it frames."""
    eigen = next((s for s in stappen if s.artikel == kader.artikel and not _is_kader(s)), None)
    return next((k for k, groep in groepen.items() if any(s is eigen for s in groep)), next(iter(groepen)))


def _bijzonder(deel: Deel) -> tuple[bool, bool]:
    """Parts under the general clause first, then named parts, then instructions with a day of their own."""
    return bool(deel.ingang), deel.vanaf is None or bool(deel.vanaf.delen or (deel.terug and deel.terug.delen))


def _deel_van(
    besluit: str,
    stap: Stap,
    stappen: Sequence[Stap],
    clausules: Sequence[Inwerkingtreding],
    elders: Sequence[Elders],
) -> tuple[Deel, bool]:
    """The moments of one instruction, and whether two clauses of equal rank contradict each other."""
    vanaf, dubbel = _kies([c for c in clausules if c.vanaf is not None], stap, stappen)
    terugwerkend = [c for c in clausules if c.terugwerkend is not None and (c.vanaf is None or c is vanaf)]
    terug, ook_dubbel = _kies(terugwerkend, stap, stappen)
    raak = tuple(e for e in elders if _rang(e.clausule, stap, stappen) is not None)
    ingang = next((op.ingang for op in stap.bewerkingen if op.ingang), "") or ""
    einde = next((op.einde for op in stap.bewerkingen if op.einde), "") or ""
    los = terug is not None and terug is not vanaf and not terug.delen
    twijfel = bool(los and vanaf is not None and vanaf.delen and any(not c.delen for c in clausules if c.vanaf))
    return Deel(besluit, (stap,), vanaf, terug, raak, ingang, einde, twijfel), dubbel or ook_dubbel


def _kies(
    clausules: Sequence[Inwerkingtreding], stap: Stap | None, stappen: Sequence[Stap]
) -> tuple[Inwerkingtreding | None, bool]:
    """The most specific clause that covers the instruction, and whether another one of that rank says otherwise."""
    gerangschikt = [(rang, c) for c in clausules if (rang := _rang(c, stap, stappen)) is not None]
    if not gerangschikt:
        return None, False
    hoogste = max(rang for rang, _ in gerangschikt)
    beste = [c for rang, c in gerangschikt if rang == hoogste]
    return beste[0], any((c.vanaf, c.terugwerkend) != (beste[0].vanaf, beste[0].terugwerkend) for c in beste)


def _rang(clausule: Inwerkingtreding, stap: Stap | None, stappen: Sequence[Stap]) -> int | None:
    """How specific a clause is for an instruction: 0 the whole decision, more for each level; None: not covered."""
    if stap is None:
        return 0 if not clausule.delen else None
    if any(valt_onder(stap, deel, stappen) for deel in clausule.behalve):
        return None
    if not clausule.delen:
        return 0
    return max((len(deel.niveaus) for deel in clausule.delen if valt_onder(stap, deel, stappen)), default=None)


def _deel(stap: Stap) -> Plaats:
    onderdeel = (Niveau("onderdeel", stap.onderdeel),) if stap.onderdeel else ()
    return Plaats((Niveau("artikel", stap.artikel or "I"), *onderdeel))


def _bij_gewijzigd_artikel(
    ontleed: OntleedBesluit, clausules: Sequence[Inwerkingtreding]
) -> tuple[list[Inwerkingtreding], list[Melding]]:
    """ "… dat de wijziging van artikel 3 in werking treedt …": the instructions of the decision that change article 3.

    Only for an article that the decision itself does not have, and said in a finding.
    """
    meldingen: list[Melding] = []

    def om(plaatsen: tuple[Plaats, ...]) -> tuple[Plaats, ...]:
        uit: list[Plaats] = []
        for plaats in plaatsen:
            raak = _wijzigt(ontleed, plaats)
            if raak:
                delen = ", ".join(dict.fromkeys(f"onderdeel {stap.naam}" for stap in raak))
                tekst = f"De inwerkingtredingsbepaling noemt {plaats}; gelezen is: wat dat wijzigt ({delen})."
                meldingen.append(codes.DEEL_GEWIJZIGD_ARTIKEL.melding(tekst))
            uit.extend([_deel(stap) for stap in raak] or [plaats])
        return tuple(dict.fromkeys(uit))

    vertaald = [replace(c, delen=om(c.delen), behalve=om(c.behalve)) for c in clausules]
    return vertaald, list(dict.fromkeys(meldingen))


def _wijzigt(ontleed: OntleedBesluit, plaats: Plaats) -> list[Stap]:
    """The instructions that change this place of the regulation; none when the decision has such an article itself."""
    eigen = {a.nummer if isinstance(a, WijzigArtikel) else a.node.nummer for a in ontleed.besluit.artikelen}
    eerste = plaats.niveaus[0]
    if eerste.soort != "artikel" or eerste.tot or eerste.nummer in eigen or not eerste.nummer[:1].isdigit():
        return []
    return [
        stap
        for stap in ontleed.stappen
        if not _is_kader(stap)
        and any(p.niveaus[: len(plaats.niveaus)] == plaats.niveaus for op in stap.bewerkingen for p in _doelen(op))
    ]


def _doelen(op: Handeling) -> tuple[Plaats, ...]:
    return op.doel if isinstance(op, MetDoel) else ()


def per_datum(ontleed: OntleedBesluit) -> OntleedBesluit:
    """The decision with a sentence that names two days of its own ("met ingang van … en met ingang van …") cut up."""
    stappen = [deel for stap in ontleed.stappen for deel in _gesplitst(stap)]
    return ontleed if len(stappen) == len(ontleed.stappen) else replace(ontleed, stappen=tuple(stappen))


def _gesplitst(stap: Stap) -> list[Stap]:
    if len({(op.ingang, op.einde) for op in stap.bewerkingen if op.ingang}) < 2:
        return [stap]
    groepen: list[tuple[tuple[str | None, str | None], list[Handeling]]] = []
    for op in stap.bewerkingen:
        dag = (op.ingang, op.einde)
        if groepen and (not op.ingang or groepen[-1][0] == dag):
            groepen[-1][1].append(op)
        else:
            groepen.append((dag, [op]))
    eerste, *verder = (replace(stap, bewerkingen=tuple(ops)) for _, ops in groepen)
    return [eerste, *(replace(deel, meldingen=()) for deel in verder)]


def _zonder_deel(ontleed: OntleedBesluit, clausules: Sequence[Inwerkingtreding]) -> list[Melding]:
    """Parts that a clause names but the decision does not have; its other articles may be named without effect."""
    artikelen = {a.nummer if isinstance(a, WijzigArtikel) else a.node.nummer for a in ontleed.besluit.artikelen}
    uit = []
    for plaats in (p for c in clausules for p in (*c.delen, *c.behalve)):
        if any(valt_onder(stap, plaats, ontleed.stappen) for stap in ontleed.stappen):
            continue
        eigen = plaats.niveaus[0].soort == "artikel" and plaats.niveaus[0].nummer in artikelen
        if not eigen or any(niveau.soort == "onderdeel" for niveau in plaats.niveaus):
            tekst = f"De inwerkingtredingsbepaling noemt {plaats}, maar het besluit heeft dat niet."
            uit.append(codes.GEEN_DEEL.melding(tekst))
    return list(dict.fromkeys(uit))
