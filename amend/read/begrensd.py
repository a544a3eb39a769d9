"""Reading what strangers made, in a process of its own with a limit on time and memory.

A function of a module and its arguments go to the process, its result comes back; a file that would keep the program
busy or eat its memory takes only that process with it.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from typing import Any, Final, Literal, TypeVar

T = TypeVar("T")

MEGABYTES: Final = 1536
"""Address space of the process, in MB (what it maps counts, so it is far above what it uses)."""
_binnen = False


class Begrenzing(Exception):
    """The work was stopped: it took too long, or too much memory, or the process broke down."""

    def __init__(self, waarom: Literal["tijd", "geheugen", "fout"], wat: str = "") -> None:
        super().__init__(wat or waarom)
        self.waarom = waarom


def begrensd(functie: Callable[..., T], *argumenten: Any, seconden: float, megabytes: int = MEGABYTES) -> T:
    """The result of ``functie(*argumenten)``. Raises Begrenzing. Inside such a process the function just runs."""
    if _binnen:
        return functie(*argumenten)
    context = _context()
    hier, daar = context.Pipe(duplex=False)
    proces = context.Process(target=_kind, args=(daar, megabytes, int(seconden) + 1, functie, argumenten), daemon=True)
    proces.start()
    daar.close()
    try:
        if not hier.poll(seconden):
            raise Begrenzing("tijd")
        soort, uitkomst = hier.recv()
    except EOFError:
        raise Begrenzing("geheugen") from None
    finally:
        hier.close()
        proces.kill()
        proces.join()
    if soort != "goed":
        raise Begrenzing(soort, str(uitkomst))
    uit: T = uitkomst
    return uit


def _context() -> SpawnContext | ForkServerContext:
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    return multiprocessing.get_context("forkserver")


def warm_op(*modules: str) -> None:
    """Start the process from which the others are split off, with these modules loaded, so that each starts at once."""
    if sys.platform != "win32":
        from multiprocessing import forkserver

        multiprocessing.get_context("forkserver").set_forkserver_preload(list(modules))
        forkserver.ensure_running()


def _kind(
    terug: Connection, megabytes: int, seconden: int, functie: Callable[..., Any], argumenten: tuple[Any, ...]
) -> None:
    global _binnen
    _binnen = True
    _beperk(megabytes, seconden)
    try:
        terug.send(("goed", functie(*argumenten)))
    except MemoryError:
        terug.send(("geheugen", ""))
    except Exception as fout:  # noqa: BLE001 - whatever it is, the caller must hear of it
        terug.send(("fout", f"{type(fout).__name__}: {fout}"))
    terug.close()


def _beperk(megabytes: int, seconden: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1024 * 1024, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CPU, (seconden, seconden + 1))
