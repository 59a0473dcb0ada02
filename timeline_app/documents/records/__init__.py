"""Bibliographic records: what RIS, BibTeX, CSL-JSON and Zotero RDF say of texts and their files."""

from timeline_app.documents.records.bibtex import BibtexReader
from timeline_app.documents.records.csl_json import CslJsonReader
from timeline_app.documents.records.joining import with_record
from timeline_app.documents.records.ris import RisReader
from timeline_app.documents.records.zotero_rdf import ZoteroRdfReader

__all__ = ["BibtexReader", "CslJsonReader", "RisReader", "ZoteroRdfReader", "with_record"]
