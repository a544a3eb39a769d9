"""Real amendments on real bases give the official text, and their traps are refused; needs ../shared/corpus."""

from __future__ import annotations

import pytest

from tests.corpus.drietallen import STANDAARD, Uitslag, gevallen, meet_drietal

pytestmark = pytest.mark.skipif(not gevallen(), reason=f"het corpus {STANDAARD} is hier niet")

NIET = {
    "regelingbouwbesluit2012_stcrt2012-13245": {"1.13": "B"},  # its chapter is not in the excerpt
}
"""Articles that cannot be equal: the part that makes them addresses something that the excerpt lacks."""
VALLEN = {
    "regelingwapens_stcrt2013-610": ("D", "E320"),  # the quotation differs by one comma
    "wav_stb2013-499": ("0A", "Q324"),  # "telkens", but the second place is worded differently
    "regelingbouwbesluit2012_stcrt2012-13245": ("B", "E301"),
}


@pytest.fixture(scope="module")
def uitslagen() -> dict[str, Uitslag]:
    return {map_.name: meet_drietal(map_) for map_ in gevallen()}


def test_elk_artikel_is_gelijk_aan_de_officiele_tekst(uitslagen: dict[str, Uitslag]) -> None:
    anders = {naam: {nr for nr, _, _ in u.anders} for naam, u in uitslagen.items() if u.anders}
    assert anders == {naam: set(artikelen) for naam, artikelen in NIET.items()}


@pytest.mark.parametrize("naam", VALLEN)
def test_de_valkuil_wordt_geweigerd(uitslagen: dict[str, Uitslag], naam: str) -> None:
    onderdeel, code = VALLEN[naam]
    regel = next(regel for regel in uitslagen[naam].geweigerd if regel.startswith(f"{onderdeel} geweigerd"))
    assert code in regel
