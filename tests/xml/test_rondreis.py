"""The round-trip laws: reading what was written gives the same value, and writing is deterministic."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from amend.model.besluit import Besluit
from amend.model.regeling import Regeling
from amend.read.cvdr import lees_cvdr
from amend.read.op_xml import lees_besluit_xml
from amend.write.besluit_xml import schrijf_besluit_xml
from amend.write.cvdr import schrijf_cvdr
from tests.xml.strategie import besluiten, regelingen

_rustig = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


@_rustig
@given(regelingen())
def test_regeling_rondreis(regeling: Regeling) -> None:
    data = schrijf_cvdr(regeling)
    gelezen, meldingen = lees_cvdr(data)
    assert meldingen == ()
    assert gelezen == regeling
    assert schrijf_cvdr(gelezen) == data


@_rustig
@given(besluiten)
def test_besluit_rondreis(besluit: Besluit) -> None:
    data = schrijf_besluit_xml(besluit)
    gelezen, meldingen = lees_besluit_xml(data)
    assert meldingen == ()
    assert gelezen == besluit
    assert schrijf_besluit_xml(gelezen) == data


@_rustig
@given(regelingen())
def test_zonder_identiteit_is_leesbaar_en_zonder_eigen_kenmerken(regeling: Regeling) -> None:
    data = schrijf_cvdr(regeling, met_identiteit=False)
    gelezen, _ = lees_cvdr(data)
    assert gelezen is not None
    if not regeling.meta.onvolledig:
        assert b"urn:amend" not in data
