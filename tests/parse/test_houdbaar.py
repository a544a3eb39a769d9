"""Soundness: words shuffled, added or dropped never give another operation silently; nothing raises; long sentences.

The sentences are those of zinnen.jsonl. Every case is drawn with a fixed seed, so a failure can be repeated.
"""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from amend.model.address import Plaats
from amend.parse.lexer import tokens
from amend.parse.lexer_token import Token
from amend.parse.lexicon import FRASEN
from amend.parse.zin import ontleed_zin
from amend.write.json_form import als_json

_RIJEN = [
    json.loads(regel)
    for regel in Path(__file__).with_name("zinnen.jsonl").read_text(encoding="utf-8").splitlines()
    if regel.strip()
]
_ZINNEN = [rij["zin"] for rij in _RIJEN if "code" not in rij and "context" not in rij]
_BEPERKEND = ("niet", "behalve", "uitsluitend", "gedeeltelijk", "tenzij", "zover", "xyzzy", "desgewenst")
_LOSSE_WOORDEN = sorted(woord for woord, frasen in FRASEN.items() if (woord,) in frasen)


def _operaties(zin: str) -> list[dict[str, Any]]:
    return [als_json(operatie) for operatie in ontleed_zin(zin).operaties]


def _tot_eigen_tekst(zin: str) -> list[Token]:
    """The tokens of the instruction itself: up to a colon, its own new text or a commencement."""
    rij = tokens(zin)
    return rij[: next((i for i, t in enumerate(rij) if t.soort in {"COLON", "TEKST", "INGANG"}), len(rij))]


def _noemt_regeling(zin: str) -> bool:
    """True for a sentence with a name, in which an unknown word may stand."""
    return any(token.soort in {"WOORD", "REGELING"} for token in tokens(zin))


def _in_eigen_tekst(zin: str, woord: str) -> bool:
    """True when the word became part of a text that stands without quotation marks, and the reader is told so."""
    ontleding = ontleed_zin(zin)
    kaal = any(melding.code == "W230" and woord in melding.tekst for melding in ontleding.meldingen)
    als_tekst = any(t.waarde.startswith(woord) for t in tokens(zin) if t.soort == "TEKST")
    return als_tekst or (woord == "xyzzy" and kaal)


@pytest.mark.parametrize("woord", _BEPERKEND)
def test_een_beperkend_woord_erbij_geeft_nooit_een_operatie(woord: str) -> None:
    """A word that the parser does not know, between any two words outside quotations, refuses the sentence."""
    gaaf = []
    kies = Random(woord)  # noqa: S311 - not for secrets
    for zin in _ZINNEN:
        if _noemt_regeling(zin):
            continue
        eigen = _tot_eigen_tekst(zin)
        if not eigen:
            continue
        plek = kies.choice(eigen).start
        nieuw = f"{zin[:plek]} {woord} {zin[plek:]}"
        if ontleed_zin(nieuw).begrepen and not _in_eigen_tekst(nieuw, woord):
            gaaf.append(nieuw)
    assert gaaf == []


def test_een_woord_weg_maakt_het_doel_nooit_ruimer() -> None:
    """Without one word of an address the sentence is refused, or speaks of the same or a smaller place."""
    ruimer = []
    for zin in _ZINNEN[::2]:
        gewoon = _operaties(zin)
        for token in _tot_eigen_tekst(zin):
            if token.soort not in {"NIVEAU", "NRS", "RANGS"}:
                continue
            over = f"{zin[: token.start]}{zin[token.eind :]}"
            if not _gemeld(over):
                ruimer += [over for operatie in _operaties(over) if _is_ruimer(operatie, gewoon)]
    assert ruimer == []


def _gemeld(zin: str) -> bool:
    """True when the reader is told that one noun in the singular has several numbers (W220)."""
    return any(melding.code == "W220" for melding in ontleed_zin(zin).meldingen)


def _is_ruimer(operatie: dict[str, Any], gewoon: list[dict[str, Any]]) -> bool:
    """The same act on a place that lies around one of the real ones, and is none of them."""
    if operatie["handeling"] in {"kader", "voeg_in", "voeg_toe", "vernummer"}:
        return False
    eigen = [doel for ander in gewoon if ander["handeling"] == operatie["handeling"] for doel in ander.get("doel", [])]
    return any(
        doel not in eigen and any(_ligt_om(Plaats.lees(doel), Plaats.lees(ander)) for ander in eigen)
        for doel in operatie.get("doel", [])
    )


def _ligt_om(buiten: Plaats, binnen: Plaats) -> bool:
    return len(buiten.niveaus) < len(binnen.niveaus) and binnen.niveaus[: len(buiten.niveaus)] == buiten.niveaus


def test_door_elkaar_geschudde_woorden_geven_geen_andere_operatie() -> None:
    """The words of an instruction in another order: refused, or the same operations (the language is free in order)."""
    kies = Random(7)  # noqa: S311 - not for secrets
    anders = []
    for zin in _ZINNEN:
        woorden = zin.rstrip(".:;").split()
        if "geplaatst" in zin or any(teken in zin for teken in "\"'«»“”„‘’`´,,:€()") or _noemt_regeling(zin):
            continue
        for _ in range(2):
            kies.shuffle(woorden)
            geschud = " ".join(woorden)
            gevonden = _operaties(geschud)
            if gevonden and _kern(gevonden) != _kern(_operaties(zin)):
                anders.append((geschud, gevonden))
    assert anders == []


def _kern(operaties: list[dict[str, Any]]) -> list[str]:
    return sorted(json.dumps({k: v for k, v in op.items() if k != "onderdeel"}, sort_keys=True) for op in operaties)


def test_willekeurige_bekende_woorden_zijn_zelden_een_opdracht() -> None:
    """Of 2,000 rows of known words at most 1 in 500 reads as an instruction; none raises."""
    kies = Random(11)  # noqa: S311 - not for secrets
    woorden = [*_LOSSE_WOORDEN, "1", "2", "a", "b", "tweede", "derde", "twee", "“x”", "“y”", ",", ";", ".", ":"]
    rijen = [" ".join(kies.choice(woorden) for _ in range(kies.randint(3, 10))) for _ in range(2000)]
    begrepen = [rij for rij in rijen if ontleed_zin(rij).begrepen]
    assert len(begrepen) <= 4, begrepen


def test_losse_leestekens_en_halve_aanhalingen_geven_geen_uitzondering() -> None:
    """Any text gives findings or operations, never an exception."""
    kies = Random(13)  # noqa: S311 - not for secrets
    tekens = "«»“”„‘’\"'`´,;:.()<>°§€% \n\t1a-–"
    for zin in _ZINNEN:
        plek = kies.randrange(len(zin))
        stuk = "".join(kies.choice(tekens) for _ in range(3))
        assert ontleed_zin(zin[:plek] + stuk + zin[plek:]) is not None
        assert ontleed_zin(zin[:plek]) is not None


@pytest.mark.parametrize("aantal", [5, 40, 90])
def test_lange_nevenschikking(aantal: int) -> None:
    """As many operations as clauses, however long the sentence is."""
    delen = [f"wordt in het {n}e lid «a{n}» vervangen door «b{n}»" for n in range(1, aantal + 1)]
    zin = f"In artikel 3 {', '.join(delen[:-1])} en {delen[-1]}."
    operaties = _operaties(zin)
    assert [op["doel"] for op in operaties] == [[f"artikel 3/lid {n}"] for n in range(1, aantal + 1)]
    assert [op["nieuw"] for op in operaties] == [f"b{n}" for n in range(1, aantal + 1)]
