"""RELAX NG schemas of the store (data files)."""
