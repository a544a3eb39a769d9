"""Name and version of the JSON form of a regulation; shared by reader and writer."""

from __future__ import annotations

from typing import Final

FORMAAT: Final = "amend-regeling"
VERSIE: Final = 1
"""Raised when a key changes its meaning or disappears; new keys do not raise it."""
