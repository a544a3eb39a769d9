"""Words said once for several clauses: "in a wordt «x» en in b «y» vervangen door respectievelijk «p» en «q»"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from amend.parse.delen import Clause, Deel


def met_gedeeld_door(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Clauses that wait for the verb of the last one, each with its own new words from the last "door …".

    One text is for all; with "respectievelijk" the texts are dealt out, one each. Clauses with a "door" of their own,
    and unequal counts, stay as they are, so that the frame refuses them.
    """
    door = _een(clauses[-1], "door")
    met_tekst = [clause for clause in clauses if _een(clause, "tekst")]
    if door is None or len(met_tekst) < 2 or any(_een(clause, "door") for clause in clauses[:-1]):
        return tuple(clauses)
    porties = _porties(door, [len(oud.teksten) for clause in met_tekst if (oud := _een(clause, "tekst"))])
    if porties is None:
        return tuple(clauses)
    over = iter(porties)
    return tuple(_met_door(clause, next(over)) if _een(clause, "tekst") else clause for clause in clauses)


def _porties(door: Deel, aantallen: Sequence[int]) -> list[Deel] | None:
    if door.adres or door.nieuw:
        return None
    if len(door.teksten) <= 1 and not door.resp:
        return [door] * len(aantallen)
    if door.resp and all(aantal == 1 for aantal in aantallen) and len(door.teksten) == len(aantallen):
        return [replace(door, teksten=(tekst,), resp=False) for tekst in door.teksten]
    return None


def _een(clause: Clause, rol: str) -> Deel | None:
    gevonden = [deel for deel in clause.delen if deel.rol == rol]
    return gevonden[0] if len(gevonden) == 1 else None


def _met_door(clause: Clause, door: Deel) -> Clause:
    return replace(clause, delen=(*(deel for deel in clause.delen if deel.rol != "door"), door))
