"""START HERE: the whole flow on one page, one short function per arrow.

    file ─read─▶ Besluit ─parse─▶ steps ─apply─▶ new Regeling ─history─▶ version at (valid on, known on) ─write─▶ file

Every function returns its value together with findings; nothing is raised but our own bugs and I/O errors.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import msgspec

from amend.apply.treffers import Treffer, geraakte_tekst
from amend.apply.uitvoeren import Uitvoering, voer_uit
from amend.history.codes import VERVAL_WACHT
from amend.history.data import Bekend, bepaalt_datum_van, doelen_van, wacht_op_ander
from amend.history.doel import los_doel, zonder_slot
from amend.history.gegevens import met_grondslag, met_titels
from amend.history.gekozen import in_woorden
from amend.history.geschiedenis import Geschiedenis, Versie
from amend.history.namen import eigen_stappen
from amend.history.op_besluiten import Bron, verwerk
from amend.history.rang import ander_orgaan
from amend.history.slot import Intrekking, slotbepalingen
from amend.history.standaard import Standaard, ingesteld
from amend.history.weergave import koopkop
from amend.model.besluit import Besluit
from amend.model.clausules import Verval
from amend.model.kalender import datum_tekst
from amend.model.melding import Melding, definieer
from amend.model.regeling import Regeling
from amend.model.stap import Keuze, OntleedBesluit, Stap, StapStatus
from amend.model.versiekop import VersieKop
from amend.parse.besluit import ontleed_besluit
from amend.read.besluit_tekst import lees_besluit_tekst
from amend.read.bestand import Bestand, herken, lees_bestand
from amend.read.controle import controleer
from amend.read.lezers import BESLUIT, REGELING, verkeerd_bestand
from amend.read.omzetten import omgezet
from amend.read.regeling_tekst import lees_regeling_tekst
from amend.read.verdacht import verdachte_woorden
from amend.store import Store, onjuiste_instelling
from amend.write import formaten
from amend.write.cvdr import schrijf_cvdr
from amend.write.cvdr_aanlevering import keuzenoten
from amend.write.stop.regeling import Model
from amend.write.uitgave import Uitgave
from amend.write.valideer import valideer as officieel_valideer

VERKEERDE_SOORT = definieer(
    "E520",
    "Dit soort bestand wordt hier niet gelezen",
    "Het bestand is geen regeling waar een regeling nodig is, of geen besluit waar een besluit nodig is, of van een "
    "soort die nog niet gelezen kan worden.",
)

Meldingen = tuple[Melding, ...]


# ---- read ------------------------------------------------------------------------------------------------------------


def lees_regeling(bestand: Bestand, id: str) -> tuple[Regeling | None, Meldingen]:
    """file → Regeling: XML (CVDR, BWB, STOP), a page of lokaleregelgeving.overheid.nl, or plain text."""
    if bestand.soort in REGELING:
        return REGELING[bestand.soort](bestand.inhoud, id or None)
    if bestand.tekst and bestand.soort in ("regeling_tekst", "besluit_tekst", "onbekend"):
        return lees_regeling_tekst(bestand.tekst, id)
    return None, (_verkeerde_soort(bestand, "een regeling"),)


def lees_besluit(bestand: Bestand, id: str) -> tuple[Besluit | None, Meldingen]:
    """file → Besluit: text, XML of an official publication, or a STOP decision."""
    if bestand.soort in BESLUIT:
        return BESLUIT[bestand.soort](bestand.inhoud, id or None)
    if bestand.tekst and bestand.soort in ("besluit_tekst", "regeling_tekst", "onbekend"):
        return lees_besluit_tekst(bestand.tekst, id)
    return None, (_verkeerde_soort(bestand, "een besluit"),)


def open_bestand(pad: Path) -> tuple[Bestand | None, Meldingen]:
    """path → bytes, decoded text and the kind of file, recognised from its content; None when it is unreadable."""
    return _leesbaar(omgezet(lees_bestand(pad)))


def open_bytes(inhoud: bytes) -> tuple[Bestand | None, Meldingen]:
    """The same for bytes (standard input, an upload)."""
    return _leesbaar(omgezet(herken(inhoud)))


def _leesbaar(bestand: Bestand) -> tuple[Bestand | None, Meldingen]:
    onleesbaar = any(m.blokkeert for m in bestand.meldingen)
    return (None if onleesbaar else bestand), bestand.meldingen


def _verkeerde_soort(bestand: Bestand, nodig: str) -> Melding:
    gebroken, soort, hulp = verkeerd_bestand(bestand, nodig)
    if gebroken is not None:
        return gebroken
    return VERKEERDE_SOORT.melding(f"Dit bestand ({soort}) is niet te lezen als {nodig}.", hulp=hulp)


# ---- parse -----------------------------------------------------------------------------------------------------------


def ontleed(besluit: Besluit) -> OntleedBesluit:
    """Besluit → steps of typed operations, clauses, and an account of every word."""
    return ontleed_besluit(besluit)


# ---- apply -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Toepassing:
    """One decision applied once to one regulation, outside the store."""

    regeling: Regeling
    uitvoering: Uitvoering
    meldingen: Meldingen

    @property
    def onvolledig(self) -> tuple[str, ...]:
        """Why the result is incomplete, one Dutch phrase per part; empty when it is complete."""
        weg = [v for v in self.uitvoering.verslag if v.status in (StapStatus.GEWEIGERD, StapStatus.WACHT)]
        delen = tuple(f"onderdeel {v.stap.naam} ({v.status.value})" for v in weg)
        algemeen = tuple(" ".join(m.tekst.split())[:200] for m in self.meldingen if m.blokkeert)
        return (*delen, *algemeen)


def pas_toe(
    regeling: Regeling, ontleed: OntleedBesluit, keuzes: Sequence[Keuze] = (), vooraf: Meldingen = ()
) -> Toepassing:
    """Regeling × decision → new Regeling, without dates: every step that speaks of this regulation, in order.

    ``vooraf`` are errors in reading the decision that leave the outcome incomplete.
    """
    bronnen, bij_besluit = verwerk([Bron(ontleed.besluit.meta, (los_doel(ontleed),), tuple(keuzes))])
    paren, meldingen = eigen_stappen(regeling.meta, bronnen[0].doelen[0].stappen)
    meldingen = (*bij_besluit, *meldingen)
    stappen = tuple(eigen for _, eigen in paren)
    meldingen = (*meldingen, *(m for m in ander_orgaan(regeling.meta, bronnen[0]) if stappen))
    besluit = ontleed.besluit.meta.id
    versie = f"{regeling.meta.autoriteit}_{besluit}"
    uitvoering = voer_uit(regeling.root, stappen, besluit, versie, keuzes)
    los = tuple(
        m for m in ontleed.meldingen if m.blokkeert and not any(m in stap.meldingen for stap in ontleed.stappen)
    )
    meldingen = (*meldingen, *_niet_zonder_dag(ontleed))
    toepassing = Toepassing(replace(regeling, root=uitvoering.root), uitvoering, (*meldingen, *los, *vooraf))
    meta = met_grondslag(met_titels(regeling.meta, regeling.root, uitvoering.root), ontleed.clausules)
    meta = replace(meta, onvolledig=toepassing.onvolledig)
    return replace(toepassing, regeling=replace(toepassing.regeling, meta=meta))


def _niet_zonder_dag(ontleed: OntleedBesluit) -> Meldingen:
    """W439 for provisions that lapse at a moment of their own: without dates that is not executed."""
    gezegd = {m.onderdeel for m in ontleed.meldingen if m.blokkeert}
    wat = [c for c in ontleed.clausules if isinstance(c, Verval) and c.wat not in ("besluit", "regeling")]
    wat = [c for c in wat if c.onderdeel not in gezegd]
    hulp = "Neem regeling en besluit op in een werkmap en vraag de tekst op voor een dag (“amend consolideer --op”)."
    zin = "Het verval van {} hangt af van een dag en is hier niet verwerkt."
    return tuple(VERVAL_WACHT.melding(zin.format(c.wat.replace("/", ", ")), None, hulp).bij(c.onderdeel) for c in wat)


def keur_regeling(regeling: Regeling) -> Meldingen:
    """What is doubtful in a regulation: gaps, double numbers, dangling references, suspected typing errors."""
    return (*controleer(regeling.root), *verdachte_woorden(regeling.root))


def keur_slot(ontleed: OntleedBesluit) -> Meldingen:
    """W407 when a decision says nothing about its entry into force: its end may be missing."""
    return zonder_slot(ontleed)


def treffers(regeling: Regeling, ontleed: OntleedBesluit) -> dict[Stap, tuple[Treffer, ...]]:
    """Per step that says "telkens": the blocks of text that it changes, as they stand at that moment, in order."""
    paren, _ = eigen_stappen(regeling.meta, ontleed.stappen)
    stappen = [eigen for _, eigen in paren]
    uit: dict[Stap, tuple[Treffer, ...]] = {}
    for i, stap in enumerate(stappen):
        if any(getattr(op, "telkens", False) for op in stap.bewerkingen):
            voor, na = (voer_uit(regeling.root, stappen[:n], "proef", "proef").root for n in (i, i + 1))
            uit[stap] = geraakte_tekst(voor, na)
    return uit


# ---- history ---------------------------------------------------------------------------------------------------------


def geschiedenis(
    store: Store,
    id: str,
    voortgang: Callable[[str], None] = lambda _: None,
    stel: Mapping[str, date] = MappingProxyType({}),
) -> tuple[Geschiedenis | None, Meldingen]:
    """The history of a stored regulation: base, the decisions on it, the choices, withdrawals by other documents.

    ``stel`` supposes another day of publication for a decision (what if). None when the regulation, a decision on it
    or its choices cannot be read: a version without them would be wrong.
    """
    voortgang(f"regeling {id} lezen")
    regeling, meldingen = store.regeling(id)
    if regeling is None:
        return None, meldingen
    ontlede: list[OntleedBesluit] = []
    keuzes: list[tuple[str, Keuze]] = []
    verzameld = list(meldingen)
    for besluit_id, besluit, bij_lezen in store.besluiten_van(id):
        voortgang(f"besluit {besluit_id} ontleden")
        gekozen, bij_keuzes = store.keuzes(besluit_id)
        verzameld.extend((*bij_lezen, *bij_keuzes))
        if besluit is None or any(m.blokkeert for m in bij_keuzes):
            return None, tuple(verzameld)
        if besluit_id in stel:
            besluit = replace(besluit, meta=replace(besluit.meta, bekend=stel[besluit_id]))
        ontlede.append(ontleed(besluit))
        keuzes.extend((besluit_id, keuze) for keuze in gekozen)
    voortgang("besluiten uitvoeren")
    standaarden, bij_instellingen = _standaarden(store)
    if standaarden is None:
        return None, (*verzameld, *bij_instellingen)
    anderen, elders = _andere_data(store, ontlede)
    historie = Geschiedenis(
        regeling, (*ontlede, *anderen), tuple(keuzes), intrekkingen_elders(store, id), elders, standaarden
    )
    return historie, (*verzameld, *historie.meldingen)


def _standaarden(store: Store) -> tuple[tuple[Standaard, ...] | None, Meldingen]:
    """When decisions enter into force that do not say so, with the settings of the work folder; None on an error."""
    instellingen, meldingen = store.instellingen()
    if meldingen:
        return None, meldingen
    try:
        return ingesteld(instellingen), ()
    except ValueError as fout:
        return None, (onjuiste_instelling(str(fout), store.werkmap / "instellingen.toml"),)


def _andere_data(
    store: Store, ontlede: Sequence[OntleedBesluit]
) -> tuple[tuple[OntleedBesluit, ...], dict[str, Bekend]]:
    """What the rest of the store says of dates that these decisions wait for.

    Decisions that fix the moment of one of ours (their clauses only), and by name the dates of everything else.
    """
    if not any(wacht_op_ander(clausule) for besluit in ontlede for clausule in besluit.clausules):
        return (), {}
    elders: dict[str, Bekend] = {}
    for id in store.regelingen:
        regeling = store.regeling(id)[0]
        if regeling is not None:
            meta = regeling.meta
            data = (meta.bekend, meta.inwerkingtreding)
            elders |= {naam: data for naam in (meta.titel, meta.citeertitel) if naam}
    anderen: list[OntleedBesluit] = []
    eigen = {besluit.besluit.meta.id for besluit in ontlede}
    for id in store.besluiten:
        besluit = store.besluit(id)[0] if id not in eigen else None
        if besluit is None:
            continue
        gelezen = ontleed(besluit)
        if bepaalt_datum_van(gelezen, [b.besluit.meta for b in ontlede]):
            anderen.append(replace(gelezen, stappen=(), meldingen=()))
        else:
            eerste = next((doel for doel in doelen_van(gelezen)[0] if doel.jwv), None)
            data = (besluit.meta.bekend, eerste.jwv if eerste else None)
            elders |= {naam: data for naam in (besluit.meta.titel, besluit.meta.citeertitel) if naam}
    return tuple(anderen), elders


def intrekkingen_elders(store: Store, id: str) -> tuple[Intrekking, ...]:
    """What the closing provisions of the other regulations in the store withdraw."""
    uit: list[Intrekking] = []
    for ander in store.regelingen:
        regeling = store.regeling(ander)[0] if ander != id else None
        if regeling is not None:
            uit.extend(slotbepalingen(regeling).intrekkingen)
    return tuple(uit)


def consolideer(store: Store, id: str, geldig_op: date, bekend_op: date) -> tuple[Versie | None, Meldingen]:
    """The version of a stored regulation valid on one day as known on another."""
    historie, meldingen = geschiedenis(store, id)
    if historie is None:
        return None, meldingen
    versie = historie.versie(geldig_op, bekend_op)
    return versie, (*meldingen, *versie.meldingen)


# ---- write -----------------------------------------------------------------------------------------------------------


def versiekop(versie: Versie, weergave: str = "", koop: str = "") -> VersieKop:
    """The header of a version: for which days, known on which day, made by which decisions, with which remarks.

    ``weergave`` says which of the three questions it answers, ``koop`` is the header of overheid.nl for that day.
    """
    regeling = versie.regeling
    terug = [d.gv for d in versie.doelen if d.terugwerkend and d.gv]
    besluiten = list(dict.fromkeys(d.besluit for d in versie.doelen[1:]))
    return VersieKop(
        titel=regeling.naam if regeling else "",
        geldig_van=versie.van,
        geldig_tot_en_met=versie.tot_en_met,
        terugwerkend_vanaf=max(terug) if terug and versie.van and max(terug) >= versie.van else None,
        geldig_op=versie.geldig_op,
        bekend_op=versie.bekend_op,
        besluiten=tuple(besluiten),
        waarschuwingen=regeling.meta.opmerkingen if regeling else (),
        onvolledig=regeling.meta.onvolledig if regeling else (),
        keuzes=tuple(in_woorden(besluit, keuze) for besluit, keuze in versie.keuzes),
        weergave=weergave,
        koop=koop,
    )


def schrijf(regeling: Regeling, formaat: str, kop: VersieKop | None = None) -> bytes:
    """Regeling → bytes in a working form: tekst, cvdr (our own, with identities) or html.

    An incomplete text is plainly marked in each. For others than ourselves: :func:`exporteer`.
    """
    naam = "opslag" if formaat == "cvdr" else formaat
    inhoud, _ = formaten.formaat(naam).schrijver(_met_keuzenoten(regeling, naam, kop), Uitgave(kop))
    assert inhoud is not None  # noqa: S101 - these writers never refuse
    return inhoud


def exporteer(regeling: Regeling, formaat: str, uitgave: Uitgave) -> tuple[bytes | None, Meldingen]:
    """Regeling → bytes in a format of :mod:`amend.write.formaten`, read back and compared; None when that fails."""
    return formaten.formaat(formaat).schrijf(_met_keuzenoten(regeling, formaat, uitgave.kop), uitgave)


def _met_keuzenoten(regeling: Regeling, formaat: str, kop: VersieKop | None) -> Regeling:
    """For the store form, which has no header: the choices of the version among the remarks."""
    noten = keuzenoten(kop) if formaat == "opslag" else ()
    return replace(regeling, meta=replace(regeling.meta, opmerkingen=(*regeling.meta.opmerkingen, *noten)))


def exporteer_besluit(historie: Geschiedenis, besluit: str, formaat: str) -> tuple[bytes | None, Meldingen]:
    """A decision of the store → bytes: stop-besluit (AanleveringBesluit with renvooi) or akn (bill)."""
    return formaten.exporteer_besluit(historie, besluit, formaat)


def uitgave(versie: Versie, historie: Geschiedenis, *, model: Model = "klassiek") -> Uitgave:
    """What the writers may know of a version of a stored regulation. ``model``: that of STOP."""
    kop = versiekop(versie, koop=koopkop(historie, versie.geldig_op, versie.bekend_op))
    return Uitgave(kop, versie, historie, model)


def valideer(inhoud: bytes, schemas: Path) -> Meldingen:
    """Bytes × a folder with official schemas → findings; empty when the file is valid."""
    return officieel_valideer(inhoud, schemas)


FORMATEN = (*(f.naam for f in formaten.FORMATEN), "stop-besluit")
"""The names of all formats: those of a version, and that of a decision."""


def controlesom(regeling: Regeling) -> str:
    """sha256 of the canonical form (our own CVDR form, with identities and origins): equal text, equal sum."""
    return hashlib.sha256(schrijf_cvdr(regeling)).hexdigest()


def invoer(store: Store, id: str, versie: Versie) -> tuple[tuple[str, str], ...]:
    """(file, sha256) of everything that this version was made of: base, decisions, choices."""
    paden = [store.pad_regeling(id)]
    for besluit in dict.fromkeys(b for doel in versie.doelen[1:] for b in (doel.besluit, doel.door) if b):
        paden += [store.pad_besluit(besluit) / naam for naam in ("besluit.xml", "keuzes.toml")]
    bestaand = [pad for pad in paden if pad.is_file()]
    return tuple(
        (str(pad.relative_to(store.werkmap)), hashlib.sha256(pad.read_bytes()).hexdigest()) for pad in bestaand
    )


def herkomst(store: Store, id: str, versie: Versie, kop: VersieKop) -> bytes:
    """What a version was made of, as JSON: the question, the sum of the text and the sums of every input."""
    assert versie.regeling is not None  # noqa: S101 - asked only for a text
    uit = {
        "regeling": id,
        "weergave": kop.weergave,
        "geldig_op": versie.geldig_op,
        "bekend_op": versie.bekend_op,
        "doelen": [doel.id for doel in versie.doelen],
        "volledig": versie.volledig,
        "sha256": controlesom(versie.regeling),
        "invoer": [{"bestand": naam, "sha256": som} for naam, som in invoer(store, id, versie)],
    }
    return msgspec.json.format(msgspec.json.encode(uit), indent=2)


def samenvatting(versie: Versie) -> str:
    """One Dutch line that says what this version is."""
    tot = f" t/m {datum_tekst(versie.tot_en_met)}" if versie.tot_en_met else ""
    van = datum_tekst(versie.van) if versie.van else "onbekend"
    return f"Geldend van {van}{tot or ' tot nader bericht'}, zoals bekend op {datum_tekst(versie.bekend_op)}."
