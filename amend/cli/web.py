"""``amend web``: the same work on a screen, in the browser on this computer."""

from __future__ import annotations

import errno
import logging
import signal
import socket
from pathlib import Path
from types import FrameType

import click

from amend.cli.basis import Opdracht, werkmap_optie

_LOKAAL = ("127.0.0.1", "localhost", "::1")


@click.command(cls=Opdracht)
@click.option("--host", default="127.0.0.1", metavar="ADRES", help="Het adres waarop wordt geluisterd.")
@click.option("--poort", type=click.IntRange(0, 65535), default=8765, metavar="N", help="De poort (0: een vrije).")
@click.option(
    "--naam", "namen", multiple=True, metavar="NAAM", help="Nog een naam waaronder de pagina's te bereiken zijn."
)
@werkmap_optie
def web(host: str, poort: int, namen: tuple[str, ...], werkmap: Path) -> int:
    """Start een toepassing op deze computer waarmee u in de browser hetzelfde doet als met de opdrachten.

    Standaard alleen vanaf deze computer te bereiken (127.0.0.1). Stop met Ctrl-C.
    """
    try:
        from waitress import create_server

        from amend.read.begrensd import warm_op
        from amend.web.app import maak_app
        from amend.web.instellingen import Instellingen, namen_van
    except ModuleNotFoundError as fout:
        raise click.ClickException("Voor amend web zijn flask en waitress nodig: pip install 'amend[web]'.") from fout
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # says in English that a page waits its turn
    warm_op("amend.opname", "amend.compare.vergelijk")
    ingang = _ingang(host, poort)
    poort = ingang.getsockname()[1]
    instellingen = Instellingen(werkmap, hosts=namen_van(host, poort, namen))
    server = create_server(
        maak_app(instellingen),
        sockets=[ingang],
        threads=8,
        ident=None,
        channel_timeout=60,
        connection_limit=200,
        max_request_body_size=instellingen.max_bestand + 64 * 1024,
        clear_untrusted_proxy_headers=True,
    )
    signal.signal(signal.SIGTERM, _stop)
    try:
        _zeg_waar(host, poort)
        server.run()
    except (KeyboardInterrupt, SystemExit):
        pass
    finally:
        server.close()
    click.echo("amend is gestopt.", err=True)
    return 0


def _ingang(host: str, poort: int) -> socket.socket:
    """The socket on which the application listens; a clear message when the port is taken."""
    try:
        soort = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, poort), family=soort, backlog=128)
    except OSError as fout:
        if fout.errno == errno.EADDRINUSE:
            tekst = f"Poort {poort} is al in gebruik. Draait amend al? Kies anders een andere poort met --poort."
            raise click.ClickException(tekst) from fout
        raise click.ClickException(f"Op {host}, poort {poort}, kan niet worden geluisterd.") from fout


def _zeg_waar(host: str, poort: int) -> None:
    naam = f"[{host}]" if ":" in host else host
    if host not in _LOKAAL:
        click.echo("LET OP: ook vanaf andere computers te bereiken, zonder wachtwoord.", err=True)
    click.echo(f"amend is bereikbaar op http://{naam}:{poort}/")
    click.echo("Alleen vanaf deze computer. Stop met Ctrl-C." if host in _LOKAAL else "Stop met Ctrl-C.")


def _stop(_signaal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)
