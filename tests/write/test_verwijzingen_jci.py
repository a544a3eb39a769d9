"""References in an export: JCI 1.3 with the days of the version, and never other words."""

from __future__ import annotations

from datetime import date

import pytest

from amend.model.jci import als_jci, met_moment


@pytest.mark.parametrize(
    ("verwijzing", "verwacht"),
    [
        ("jci1.3:c:BWBR0005416&artikel=147", "jci1.3:c:BWBR0005416&artikel=147&z=2024-03-02&g=2024-01-01"),
        ("1.0:c:BWBR0024779&artikel=2.1", "jci1.3:c:BWBR0024779&artikel=2.1&z=2024-03-02&g=2024-01-01"),
        ("jci1.3:c:BWBR0005416&g=2018-07-28", "jci1.3:c:BWBR0005416&g=2018-07-28&z=2024-03-02"),
        ("https://voorbeeld.nl/", "https://voorbeeld.nl/"),
        ("1.1:CVDR77862_1", "1.1:CVDR77862_1"),
    ],
)
def test_dagen_van_de_versie(verwijzing: str, verwacht: str) -> None:
    assert met_moment(als_jci(verwijzing), date(2024, 1, 1), date(2024, 3, 2)) == verwacht


def test_zonder_versie_geen_dagen() -> None:
    assert met_moment("jci1.3:c:BWBR0005416", None, None) == "jci1.3:c:BWBR0005416"
