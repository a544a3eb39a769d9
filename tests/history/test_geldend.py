"""The rule of time: who counts for (valid on, in force up to, known up to), and in which order."""

from __future__ import annotations

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amend.history.doel import Doel
from amend.history.geldend import geldend


def dag(tekst: str) -> date:
    return date.fromisoformat(tekst)


def doel(naam: str, bek: str, jwv: str, gv: str | None = None, vast: str | None = None, blad: str = "") -> Doel:
    return Doel(
        naam, naam, naam, bek=dag(bek), jwv=dag(jwv), gv=dag(gv or jwv), vast=dag(vast) if vast else None, blad=blad
    )


VOORBEELD = [
    doel("B0", "2022-12-20", "2023-01-01"),
    doel("W1", "2023-03-10", "2023-04-01"),
    doel("W3", "2023-06-01", "2024-01-01"),
    doel("W2", "2023-09-11", "2023-09-12", "2023-02-01"),
]

# geldig op, bekend op, doelen: the worked example of the rule
WERKTABEL = [
    ("2023-01-15", "2023-05-01", "B0"),
    ("2023-01-15", "2023-10-01", "B0"),
    ("2023-02-15", "2023-05-01", "B0"),
    ("2023-02-15", "2023-09-11", "B0"),
    ("2023-02-15", "2023-09-12", "B0 W2"),
    ("2023-05-01", "2023-05-01", "B0 W1"),
    ("2023-05-01", "2023-10-01", "B0 W1 W2"),
    ("2023-09-12", "2023-09-11", "B0 W1 W2"),
    ("2024-02-01", "2023-06-15", "B0 W1 W3"),
    ("2024-02-01", "2023-10-01", "B0 W1 W2 W3"),
]


@pytest.mark.parametrize(("geldig_op", "bekend_op", "verwacht"), WERKTABEL)
def test_werktabel(geldig_op: str, bekend_op: str, verwacht: str) -> None:
    assert [d.id for d in geldend(VOORBEELD, dag(geldig_op), dag(bekend_op))] == verwacht.split()


STOP_10 = [
    doel("Instelling", "2020-01-21", "2020-02-01"),
    doel("Fop", "2020-02-18", "2020-03-01"),
    doel("Vuurwerk", "2020-04-20", "2020-05-01", "2020-02-15"),
]


@pytest.mark.parametrize(
    ("in_werking_op", "geldig_op", "verwacht"),
    [
        ("2020-05-01", "2020-03-01", "Instelling Fop Vuurwerk"),
        ("2020-05-01", "2020-02-15", "Instelling Vuurwerk"),
        ("2020-03-01", "2020-03-01", "Instelling Fop"),
        ("2020-02-01", "2020-02-01", "Instelling"),
    ],
)
def test_stop_scenario_terugwerkende_kracht(in_werking_op: str, geldig_op: str, verwacht: str) -> None:
    gekozen = geldend(STOP_10, dag(geldig_op), date.max, dag(in_werking_op))
    assert [d.id for d in gekozen] == verwacht.split()


def test_zelfde_datum_volgt_de_volgorde_van_aanwijzing_5_70() -> None:
    """Same entry into force: date of adoption, then date of issue, then number of the blad."""
    later_vastgesteld = doel("A", "2024-01-05", "2024-02-01", vast="2024-01-04")
    eerder_vastgesteld = doel("B", "2024-01-06", "2024-02-01", vast="2024-01-03")
    assert [d.id for d in geldend([later_vastgesteld, eerder_vastgesteld], dag("2024-03-01"), dag("2024-03-01"))] == [
        "B",
        "A",
    ]
    negen = doel("C", "2024-01-05", "2024-02-01", vast="2024-01-04", blad="gmb-2024-9")
    tien = doel("D", "2024-01-05", "2024-02-01", vast="2024-01-04", blad="gmb-2024-10")
    assert [d.id for d in geldend([tien, negen], dag("2024-03-01"), dag("2024-03-01"))] == ["C", "D"]


def test_zonder_datum_telt_een_doel_nooit_mee() -> None:
    wacht = Doel("P", "P", "P", bek=dag("2024-01-01"))
    assert geldend([wacht], dag("2999-01-01"), dag("2999-01-01")) == ()


BEGIN = date(2020, 1, 1)
dagen = st.integers(min_value=0, max_value=10).map(lambda n: BEGIN + timedelta(days=n))


@given(st.lists(st.tuples(dagen, dagen), max_size=6))
def test_gelijk_aan_de_eerste_passende_toestand_van_stop(paren: list[tuple[date, date]]) -> None:
    """STOP: the first state in the descending list of (jwv, gv) that fits holds exactly the doelen that count."""
    doelen = [Doel(str(i), str(i), "", bek=BEGIN, jwv=jwv, gv=min(jwv, gv)) for i, (jwv, gv) in enumerate(paren)]
    jwvs = sorted({d.jwv for d in doelen if d.jwv})
    toestanden = [
        (j, g, {d.id for d in doelen if d.jwv <= j and d.gv <= g})  # type: ignore[operator]
        for j in jwvs
        for g in sorted({d.gv for d in doelen if d.jwv <= j})  # type: ignore[operator,type-var]
    ]
    toestanden.sort(key=lambda t: (t[0], t[1]), reverse=True)  # type: ignore[arg-type,return-value]
    for j, g in itertools.product((BEGIN + timedelta(days=n) for n in range(12)), repeat=2):
        lijst = next((t[2] for t in toestanden if t[0] <= j and t[1] <= g), set())  # type: ignore[operator]
        assert {d.id for d in geldend(doelen, g, date.max, j)} == lijst


@given(st.lists(st.tuples(dagen, dagen, dagen), max_size=6), dagen, dagen)
def test_meer_weten_geeft_nooit_minder_besluiten(rijen: list[tuple[date, date, date]], d: date, k: date) -> None:
    doelen = [Doel(str(i), str(i), "", bek=b, jwv=j, gv=g) for i, (b, j, g) in enumerate(rijen)]
    nu = {x.id for x in geldend(doelen, d, k)}
    assert nu <= {x.id for x in geldend(doelen, d, k + timedelta(days=1))}
