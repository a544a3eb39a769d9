"""amend: Dutch regulations, the decisions that change them, and the text valid on any date."""

__version__ = "0.1.0"
