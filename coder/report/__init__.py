"""The HTML report on a dataset package: one file that needs no network."""

from coder.report.page import write_report

__all__ = ["write_report"]
