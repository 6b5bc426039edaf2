"""Payments are tested against the counter."""

from tests.counter import counter, seen, silence

__all__ = ["counter", "seen", "silence"]
