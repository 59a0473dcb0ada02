"""The control words of RTF that matter for the text, as tables.

Source: Rich Text Format Specification 1.9.1, Microsoft 2008.
"""

from __future__ import annotations

SIGNS = {
    "emdash": "—",
    "endash": "–",
    "bullet": "•",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "tab": " ",
    "line": "\n",
    "softline": "\n",
    "lbr": "\n",
}
SYMBOLS = {"~": " ", "_": "-", "\t": " "}
PARAGRAPH_ENDS = frozenset(("par", "sect", "page", "column", "nestcell", "nestrow"))

# Groups that hold no text of the document, though no asterisk says so.
SKIPPED = frozenset(
    """
    annotation atnauthor atnid bkmkend bkmkstart colortbl comment doccomm fldinst fontemb filetbl
    ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn keywords listtext nonshppict objclass objdata
    objname operator pict pntext private category manager company hlinkbase shpinst shprslt
    stylesheet subject tc tcn template xe rxe xmlnstbl
    """.split()
)
HEADS = frozenset("header headerf headerl headerr footer footerf footerl footerr".split())
FIELDS = frozenset(("title", "author", "creatim", "revtim"))  # of the group "info"
# Text that stands within groups which are else passed over.
WITHIN_SHAPES = frozenset(("shptxt", "dptxbxtext"))
REPEATED = "shprslt"  # a shape once more, as programs before 1997 understand it

# Character sets of fonts (\fcharset), as Python names the code pages.
CHARSETS = {
    0: "cp1252",
    77: "mac_roman",
    78: "cp932",
    80: "cp936",
    81: "cp950",
    82: "cp949",
    83: "mac_greek",
    84: "mac_cyrillic",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "cp936",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    255: "cp850",
}
