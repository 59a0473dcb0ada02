"""Bundles: files in which a database of newspapers gives many articles at once."""

from timeline_app.documents.bundles.pages import BundlePageReader
from timeline_app.documents.bundles.splitting import split_bundles

__all__ = ["BundlePageReader", "split_bundles"]
