"""Writing data sets: formats, layouts, single tables and the dataset package."""

from coder.exporters.base import formats, layouts
from coder.exporters.package import PackageWriter, Summary, TableWriter

__all__ = ["PackageWriter", "Summary", "TableWriter", "formats", "layouts"]
