"""The command line: one module per command. User-facing text is Dutch.

The commands are imported inside :func:`main`, so that Ctrl-C while the program starts is answered in Dutch too.
"""

from __future__ import annotations

import sys


def main(argumenten: list[str] | None = None) -> None:
    """Run the program. Exit status: 0 done, 1 refused or incomplete, 2 wrong usage."""
    try:
        from amend.cli.opdrachten import voer_uit

        status = voer_uit(argumenten)
    except KeyboardInterrupt:
        sys.stderr.write("Afgebroken; er is niets gewijzigd.\n")
        status = 1
    sys.exit(status)
