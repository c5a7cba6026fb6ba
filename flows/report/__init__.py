"""The report: one HTML page about the published file that stands by itself and asks no network."""

from __future__ import annotations

from flows.report.page import RECORDS, write

__all__ = ["RECORDS", "write"]
