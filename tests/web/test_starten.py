"""``amend web`` says where it is, stops cleanly, and says what is wrong when it cannot start."""

from __future__ import annotations

import signal
import socket
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.cli.hulp import amend
from tests.web.conftest import draaiend

pytest.importorskip("waitress", reason="waitress is not installed (extra web)")


@pytest.mark.parametrize("signaal", [signal.SIGINT, signal.SIGTERM])
def test_stopt_netjes(tmp_path: Path, signaal: signal.Signals) -> None:
    with draaiend(tmp_path) as server:
        assert server.adres.startswith("http://127.0.0.1:")
        assert server.proces.stdout is not None
        assert server.proces.stdout.readline() == "Alleen vanaf deze computer. Stop met Ctrl-C.\n"
        with urlopen(server.adres) as antwoord:  # noqa: S310 - our own address
            assert "De werkmap is nog leeg" in antwoord.read().decode()
        server.proces.send_signal(signaal)
        _, fout = server.proces.communicate(timeout=20)
        assert server.proces.returncode == 0
        assert fout == "amend is gestopt.\n"


def test_poort_in_gebruik(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as bezet:
        poort = bezet.getsockname()[1]
        uitkomst = amend("web", "--poort", str(poort), "--werkmap", str(tmp_path))
    assert uitkomst.status == 1
    assert f"Poort {poort} is al in gebruik. Draait amend al?" in uitkomst.fout


def test_buiten_deze_computer_waarschuwt(tmp_path: Path) -> None:
    with draaiend(tmp_path, "--host", ".".join("0000")) as server:
        server.proces.terminate()
        _, fout = server.proces.communicate(timeout=20)
    assert "LET OP: ook vanaf andere computers te bereiken, zonder wachtwoord." in fout
