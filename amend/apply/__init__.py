"""Executing typed operations on an immutable tree: address → exactly one node, one atomic step per clause."""
