"""The store: the folders regelingen/<id>/ and wijzigingen/<id>/ of a work folder.

A regulation is one file, regeling.xml. A decision is a folder: besluit.xml, the file as received (bron.*) and the
human choices (keuzes.toml). Reading gives findings; writing is whole or not at all, and one writer at a time.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from amend.model.besluit import Besluit
from amend.model.melding import Melding, definieer
from amend.model.regeling import Regeling
from amend.model.stap import Keuze
from amend.read.cvdr import lees_cvdr
from amend.read.keuzes import OnjuisteKeuze, lees_keuzes
from amend.read.op_xml import lees_besluit_xml
from amend.read.schema import valideer
from amend.write.besluit_xml import schrijf_besluit_xml
from amend.write.bestand import schrijf_atomisch
from amend.write.cvdr import schrijf_cvdr
from amend.write.keuzes_toml import schrijf_keuzes, zet_keuze, zonder_keuze
from amend.write.vergrendel import vergrendeld

BESTAAT_NIET = definieer(
    "E501", "Staat niet in de werkmap", "Er is geen regeling of besluit met deze naam in regelingen/ of wijzigingen/."
)
BESTAAT_AL = definieer(
    "E502",
    "Staat al in de werkmap",
    "Wat bewaard is wordt niet stilzwijgend overschreven. Kies een andere naam of geef --vervang.",
)
ONGELDIGE_NAAM = definieer(
    "E503", "Ongeldige naam", "Een naam in de werkmap bestaat uit kleine letters, cijfers en koppeltekens."
)
KEUZES_FOUT = definieer(
    "E504",
    "keuzes.toml is niet leesbaar",
    "Elke keuze heeft onderdeel, code, keuze, reden, wie en wanneer (een datum). Zonder geldige keuzes.toml wordt "
    "geen enkele keuze toegepast.",
)
BRON_GEWIJZIGD = definieer(
    "W505",
    "De bron van het besluit is veranderd",
    "Het bestand zoals ontvangen heeft niet meer de controlesom die bij het importeren is vastgelegd.",
)
IN_GEBRUIK = definieer(
    "E507",
    "Iemand anders schrijft nu in de werkmap",
    "Schrijven in de werkmap kan maar door een tegelijk. Er is niets gewijzigd; probeer het zo weer.",
)
INTUSSEN_GEWIJZIGD = definieer(
    "E508",
    "Het is intussen gewijzigd",
    "Iemand anders heeft het besluit of de keuzes erbij veranderd nadat u ze zag. Er is niets gewijzigd.",
)

INSTELLINGEN_FOUT = definieer(
    "E514",
    "instellingen.toml is niet bruikbaar",
    "Per soort orgaan kunnen het aantal dagen na de bekendmaking en de bron van die regel worden ingesteld. Zolang het "
    "bestand fout is, wordt geen tekst gemaakt: een andere datum zou een andere tekst geven.",
)

_NAAM = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")


def onjuiste_instelling(waarom: str, pad: Path) -> Melding:
    """The finding about a setting that cannot be used."""
    tekst = f"instellingen.toml is niet bruikbaar: {waarom}."
    hulp = 'Schrijf bijvoorbeeld [inwerkingtreding.gemeente] met dagen = 8 en bron = "…", of verwijder het bestand.'
    return INSTELLINGEN_FOUT.melding(tekst, hulp=hulp).bij(bestand=str(pad))


def is_naam(tekst: str) -> bool:
    """True for what can be the name of a regulation or decision in the work folder (and so is never a path)."""
    return _NAAM.fullmatch(tekst) is not None


@dataclass(frozen=True, slots=True)
class Store:
    """The work folder. Methods that read return (value or None, findings)."""

    werkmap: Path

    @property
    def regelingen(self) -> list[str]:
        """The ids of the regulations, sorted."""
        return _namen(self.werkmap.glob("regelingen/*/regeling.xml"))

    @property
    def besluiten(self) -> list[str]:
        """The ids of the decisions, sorted."""
        return _namen(self.werkmap.glob("wijzigingen/*/besluit.xml"))

    def pad_regeling(self, id: str) -> Path:
        """Where the regulation is kept."""
        return self.werkmap / "regelingen" / id / "regeling.xml"

    def pad_besluit(self, id: str) -> Path:
        """The folder of the decision."""
        return self.werkmap / "wijzigingen" / id

    def regeling(self, id: str) -> tuple[Regeling | None, tuple[Melding, ...]]:
        """The stored regulation."""
        pad = self.pad_regeling(id)
        if not _NAAM.fullmatch(id) or not pad.is_file():
            return None, (_niet_gevonden("regeling", id, self.regelingen),)
        data = pad.read_bytes()
        meldingen = _met_bestand(valideer(data, "regeling"), pad)
        if any(m.blokkeert for m in meldingen):
            return None, meldingen
        regeling, bij_lezen = lees_cvdr(data, id)
        return regeling, (*meldingen, *_met_bestand(bij_lezen, pad))

    def besluit(self, id: str) -> tuple[Besluit | None, tuple[Melding, ...]]:
        """The stored decision; checks the source file against its recorded sha256."""
        pad = self.pad_besluit(id) / "besluit.xml"
        if not _NAAM.fullmatch(id) or not pad.is_file():
            return None, (_niet_gevonden("besluit", id, self.besluiten),)
        data = pad.read_bytes()
        meldingen = _met_bestand(valideer(data, "besluit"), pad)
        if any(m.blokkeert for m in meldingen):
            return None, meldingen
        besluit, bij_lezen = lees_besluit_xml(data, id)
        meldingen = (*meldingen, *_met_bestand(bij_lezen, pad))
        return besluit, (*meldingen, *(self._controleer_bron(besluit) if besluit else ()))

    def keuzes(self, id: str) -> tuple[tuple[Keuze, ...], tuple[Melding, ...]]:
        """The human choices recorded beside a decision."""
        pad = self.pad_besluit(id) / "keuzes.toml"
        if not pad.is_file():
            return (), ()
        try:
            rijen = tomllib.loads(pad.read_text("utf-8")).get("keuze", [])
            return lees_keuzes(rijen), ()
        except OnjuisteKeuze as fout:
            tekst = f"keuzes.toml van {id} is niet leesbaar: {fout}."
            hulp = "Herstel die keuze; tot dan telt geen enkele keuze in het bestand."
            return (), (KEUZES_FOUT.melding(tekst, hulp=hulp).bij(bestand=str(pad)),)
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fout:
            tekst = f"keuzes.toml van {id} is niet leesbaar (geen geldig TOML): {fout}."
            return (), (KEUZES_FOUT.melding(tekst, hulp="Herstel het bestand of verwijder het.").bij(bestand=str(pad)),)

    def instellingen(self) -> tuple[dict[str, dict[str, object]], tuple[Melding, ...]]:
        """The settings of the work folder about entry into force (instellingen.toml), per kind of body."""
        pad = self.werkmap / "instellingen.toml"
        if not pad.is_file():
            return {}, ()
        try:
            gelezen = tomllib.loads(pad.read_text("utf-8")).get("inwerkingtreding", {})
            return {str(soort): dict(waarden) for soort, waarden in gelezen.items()}, ()
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, AttributeError, TypeError, ValueError) as fout:
            return {}, (onjuiste_instelling(str(fout), pad),)

    def bron(self, id: str) -> Path | None:
        """The file as received, if there is one."""
        return next(iter(sorted(self.pad_besluit(id).glob("bron.*"))), None)

    def besluiten_van(self, regeling: str) -> list[tuple[str, Besluit | None, tuple[Melding, ...]]]:
        """The decisions that say in their metadata that they change this regulation, as (id, decision, findings).

        A decision that names the regulation but cannot be read is in the list too (with None): it may not be missed.
        """
        uit = []
        for id in self.besluiten:
            data = (self.pad_besluit(id) / "besluit.xml").read_bytes()
            heel = b"<officiele-publicatie" in data and data.rstrip().endswith(b"</officiele-publicatie>")
            if regeling.encode() in data or not heel:
                besluit, meldingen = self.besluit(id)
                if besluit is None or regeling in besluit.meta.regelingen:
                    uit.append((id, besluit, meldingen))
        return uit

    def bewaar_regeling(self, regeling: Regeling, *, vervang: bool = False) -> tuple[Melding, ...]:
        """Store a regulation; findings (and nothing written) when the name is bad or taken."""
        if not is_naam(regeling.meta.id):
            return (_ongeldige_naam(regeling.meta.id),)
        xml = schrijf_cvdr(regeling)
        with vergrendeld(self.werkmap) as vrij:
            if bezwaar := _bezwaar(regeling.meta.id, self.pad_regeling(regeling.meta.id), vervang, vrij):
                return (bezwaar,)
            schrijf_atomisch(self.pad_regeling(regeling.meta.id), xml)
        return ()

    def bewaar_besluit(
        self,
        besluit: Besluit,
        bron: bytes,
        achtervoegsel: str,
        *,
        vervang: bool = False,
        keuzes: Sequence[Keuze] = (),
    ) -> tuple[Besluit, tuple[Melding, ...]]:
        """Store a decision with its source file and choices, as one folder; findings when the name is bad or taken."""
        if not is_naam(besluit.meta.id):
            return besluit, (_ongeldige_naam(besluit.meta.id),)
        map_ = self.pad_besluit(besluit.meta.id)
        som = hashlib.sha256(bron).hexdigest()
        bewaard = replace(besluit, meta=replace(besluit.meta, bron=f"bron{achtervoegsel}", sha256=som))
        bestanden = {f"bron{achtervoegsel}": bron, "besluit.xml": schrijf_besluit_xml(bewaard)}
        if keuzes:
            bestanden["keuzes.toml"] = schrijf_keuzes(tuple(keuzes)).encode()
        with vergrendeld(self.werkmap) as vrij:
            if bezwaar := _bezwaar(besluit.meta.id, map_ / "besluit.xml", vervang, vrij):
                return besluit, (bezwaar,)
            _vervang_map(map_, bestanden)
        return bewaard, ()

    def stempel_besluit(self, id: str) -> str:
        """What besluit.xml is now, as a checksum."""
        pad = self.pad_besluit(id) / "besluit.xml"
        return hashlib.sha256(pad.read_bytes()).hexdigest() if pad.is_file() else "geen"

    def vul_besluit_aan(self, id: str, gezien: str, bewerk: Callable[[Besluit], Besluit]) -> tuple[Melding, ...]:
        """Write what became known about a stored decision; text, source and choices stay as they are.

        ``gezien`` is the :meth:`stempel_besluit` that the person saw; findings (and nothing written) when it is not so
        any more.
        """
        with vergrendeld(self.werkmap) as vrij:
            if not vrij:
                return (_in_gebruik(),)
            besluit, meldingen = self.besluit(id)
            if besluit is None:
                return meldingen
            if self.stempel_besluit(id) != gezien:
                tekst = f"Het besluit {id} is gewijzigd nadat u de pagina opende."
                return (INTUSSEN_GEWIJZIGD.melding(tekst, hulp="Bekijk het besluit opnieuw."),)
            schrijf_atomisch(self.pad_besluit(id) / "besluit.xml", schrijf_besluit_xml(bewerk(besluit)))
        return ()

    def bewaar_nieuw(self, bestanden: Mapping[str, bytes]) -> tuple[Melding, ...]:
        """Store files of a regulation and its decisions ("regelingen/<id>/regeling.xml" → content) that are not here.

        All of them or none; findings (and nothing written) when one of the folders is here already.
        """
        mappen = {pad.rsplit("/", 1)[0]: self.werkmap / pad.rsplit("/", 1)[0] for pad in bestanden}
        with vergrendeld(self.werkmap) as vrij:
            for naam, map_ in mappen.items():
                if bezwaar := _bezwaar(naam, map_, vervang=False, vrij=vrij):
                    return (bezwaar,)
            gedaan: list[Path] = []
            try:
                for naam, map_ in sorted(mappen.items(), reverse=True):
                    gedaan.append(map_)
                    _vervang_map(
                        map_, {p.rsplit("/", 1)[1]: b for p, b in bestanden.items() if p.startswith(f"{naam}/")}
                    )
            except BaseException:
                for map_ in gedaan:
                    shutil.rmtree(map_, ignore_errors=True)
                raise
        return ()

    def stempel_keuzes(self, id: str) -> str:
        """What the choices of a decision are now, as a checksum: who changes them says which ones were seen."""
        pad = self.pad_besluit(id) / "keuzes.toml"
        return hashlib.sha256(pad.read_bytes()).hexdigest() if pad.is_file() else "geen"

    def bewaar_keuze(self, id: str, keuze: Keuze, gezien: str) -> tuple[Melding, ...]:
        """Record a choice beside a decision, in the place of an earlier one about the same question.

        ``gezien`` is the :meth:`stempel_keuzes` that the person saw; findings (and nothing written) when it is not so
        any more.
        """
        return self._wijzig_keuzes(id, gezien, lambda toml: zet_keuze(toml, keuze))

    def verwijder_keuze(self, id: str, onderdeel: str, code: str, gezien: str) -> tuple[Melding, ...]:
        """Take a recorded choice away: the question is open again."""
        return self._wijzig_keuzes(id, gezien, lambda toml: zonder_keuze(toml, onderdeel, code))

    def _wijzig_keuzes(self, id: str, gezien: str, bewerk: Callable[[str], str]) -> tuple[Melding, ...]:
        pad = self.pad_besluit(id) / "keuzes.toml"
        with vergrendeld(self.werkmap) as vrij:
            if not vrij:
                return (_in_gebruik(),)
            if id not in self.besluiten:
                return (_niet_gevonden("besluit", id, self.besluiten),)
            if fouten := self.keuzes(id)[1]:
                return fouten
            if self.stempel_keuzes(id) != gezien:
                tekst = f"De keuzes bij {id} zijn gewijzigd nadat u de pagina opende."
                return (INTUSSEN_GEWIJZIGD.melding(tekst, hulp="Bekijk de keuzes opnieuw en kies dan."),)
            schrijf_atomisch(pad, bewerk(pad.read_text("utf-8") if pad.is_file() else "").encode())
        return ()

    def _controleer_bron(self, besluit: Besluit) -> tuple[Melding, ...]:
        pad = self.pad_besluit(besluit.meta.id) / (besluit.meta.bron or "-")
        if not besluit.meta.sha256 or not pad.is_file():
            return ()
        if hashlib.sha256(pad.read_bytes()).hexdigest() == besluit.meta.sha256:
            return ()
        tekst = f"Het bronbestand van {besluit.meta.id} is veranderd sinds het importeren."
        return (
            BRON_GEWIJZIGD.melding(tekst, hulp="Importeer het besluit opnieuw met --vervang.").bij(bestand=str(pad)),
        )


def _vervang_map(map_: Path, bestanden: dict[str, bytes]) -> None:
    """Put a folder in place in one rename; choices that were recorded in the old one are kept."""
    map_.parent.mkdir(parents=True, exist_ok=True)
    nieuw = Path(tempfile.mkdtemp(prefix=f".{map_.name}.", dir=map_.parent))
    try:
        for naam, inhoud in bestanden.items():
            (nieuw / naam).write_bytes(inhoud)
        if (map_ / "keuzes.toml").is_file() and "keuzes.toml" not in bestanden:
            shutil.copy2(map_ / "keuzes.toml", nieuw / "keuzes.toml")
        nieuw.chmod(0o755)
        if map_.exists():
            oud = nieuw.with_name(nieuw.name + ".oud")
            map_.rename(oud)
            nieuw.rename(map_)
            shutil.rmtree(oud)
        else:
            nieuw.rename(map_)
    except BaseException:
        shutil.rmtree(nieuw, ignore_errors=True)
        raise


def _met_bestand(meldingen: Sequence[Melding], pad: Path) -> tuple[Melding, ...]:
    return tuple(m.bij(bestand=str(pad)) for m in meldingen)


def _namen(paden: Iterable[Path]) -> list[str]:
    """The names of the folders; not those that are being written."""
    return sorted(pad.parent.name for pad in paden if is_naam(pad.parent.name))


def _bezwaar(id: str, pad: Path, vervang: bool, vrij: bool) -> Melding | None:
    if not vrij:
        return _in_gebruik()
    if pad.exists() and not vervang:
        return BESTAAT_AL.melding(f"“{id}” staat al in de werkmap.", hulp="Geef --vervang of kies een andere naam.")
    return None


def _ongeldige_naam(id: str) -> Melding:
    tekst = f"“{id}” kan geen naam in de werkmap zijn."
    return ONGELDIGE_NAAM.melding(tekst, hulp="Gebruik kleine letters, cijfers en koppeltekens.")


def _in_gebruik() -> Melding:
    tekst = "Iemand anders schrijft nu in de werkmap; er is niets gewijzigd."
    return IN_GEBRUIK.melding(tekst, hulp="Wacht even en probeer het opnieuw.")


def _niet_gevonden(soort: str, id: str, aanwezig: Sequence[str]) -> Melding:
    lijst = ", ".join(aanwezig) or "nog niets"
    return BESTAAT_NIET.melding(f"Er is geen {soort} “{id}” in de werkmap.", hulp=f"Aanwezig: {lijst}.")
