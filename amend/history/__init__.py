"""Decisions × dates → versions: doelen, the rule of (valid on, in force on, known on), withdrawals, the timeline."""
