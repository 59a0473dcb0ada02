"""The words that pages put around an article: buttons, notices, captions, invitations.

Tables only; a line is compared in lower case and without the punctuation at its ends.
"""

from __future__ import annotations

import re

_WHOLE_LINES = frozenset(
    """
    actions; ad; ad feedback; add a comment; add comment; advertisement; advertising; ads; all
    comments; article; back to top; bookmark; breaking; breaking news; close; comment; comments;
    continue reading; continue reading below; copy link; copied; dismiss; editor's note;
    editors' picks; email; email this article; facebook; follow; for immediate release; getty
    images; gift article; give this article; home; home page; instagram; join the conversation;
    latest; latest news; leave a comment; leave a reply; linkedin; listen; listen to article;
    listen to this article; live; loading; log in; login; menu; more; more from this section;
    more like this; more news; more on this story; more stories; most popular; most read; most
    viewed; newsletter; newsletters; next; next article; next story; open in app; our standards;
    paid content; pinterest; play; popular; previous; previous article; print; print article;
    print this page; promoted; read; read later; read less; read more; read next; recommended;
    recommended for you; recommended stories; reddit; register; related; related articles;
    related content; related coverage; related news; related posts; related stories; related
    topics; reply; report an error; report this ad; reuters; save; save article; save for later;
    scroll down; scroll to continue; search; see also; see more; share; share article; share on
    facebook; share on twitter; share this; share this article; share this page; share this
    post; share this story; show comments; show less; show more; sign in; sign up; skip; skip
    advertisement; skip ad; sponsored; sponsored content; start free trial; story continues;
    story continues below; story continues below advertisement; subscribe; subscribe now;
    supported by; tags; telegram; text size; top stories; topics; translate; trending; trending
    now; tweet; twitter; view all; view comments; view more; watch; watch live; watch now;
    whatsapp; you may also like; you might also like; your ad choices
    """.replace("\n    ", " ").strip().split("; ")
)  # fmt: skip

_OPENINGS = re.compile(
    r"(?:photo(?:graph|s)?|image|picture|video|credit|caption|illustration|graphic|source image)"
    r"\s*(?:credit|by|courtesy|caption|source)?\s*[:/©]"
    r"|(?:photo(?:graph)?|image|illustration)s? (?:by|courtesy)\b"
    r"|(?:related|read more|read also|also read|read next|see also|more on this|watch|listen)\s*:"
    r"|(?:read more|read also) (?:about|on|at|from|here)\b"
    r"|(?:click|tap) (?:here|to)\b"
    r"|(?:sign up|subscribe|register) (?:for|to|now|here|today|and)\b"
    r"|follow (?:us|me|him|her|them|@\w+) on\b"
    r"|(?:get|download) (?:our|the) (?:free )?(?:app|newsletter|daily)\b"
    r"|(?:additional |with )?(?:reporting|writing|editing|compiled|edited) by\b"
    r"|skip to (?:main )?content\b"
    r"|this (?:article|story|post|piece) (?:was|is|has been) (?:originally |first |also )?"
    r"(?:published|posted|updated|syndicated|reproduced)\b"
    r"|(?:©|\(c\)|copyright)(?:\s|\d)"
    r"|all rights reserved\b"
    r"|our standards\b|the thomson reuters trust principles\b"
    r"|filed under\b|posted in\b|tagged (?:with|as)\b|(?:tags|topics|categories|keywords)\s*:"
    r"|listen to (?:this )?(?:article|story)\b"
    r"|(?:(?:updated|posted|published):? )?(?:\d+|an?) "
    r"(?:min(?:ute)?|h(?:ou)?r|day|week|month|year)s? ago$"
    r"|[\w&' -]{1,20}(?:\s[>»›]\s[\w&' -]{1,20})+$"
    r"|advertisement\b.{0,40}$"
    r"|\d+ (?:min(?:ute)?s?|mins?) read\b|\d+[\d,.]* (?:comments?|shares?|views?|likes?)$"
    r"|estimated reading time\b|reading time\s*:"
    r"|(?:file )?(?:photo|picture)[,.]? .{0,60}(?:getty|reuters|ap photo|afp)\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:/|\(|via |credit:? |photo:? )\s*(?:getty(?: images)?|ap(?: photo)?|afp|reuters"
    r"|epa(?:-efe)?|shutterstock|alamy|bloomberg|tass|xinhua|anadolu)(?: images| photo)?\s*\)?$",
    re.IGNORECASE,
)
_COOKIES = re.compile(r"\bcookies?\b", re.IGNORECASE)
_CONSENT = re.compile(
    r"\b(?:we use|uses? cookies|accept|consent|agree|privacy policy|preferences|browser)\b",
    re.IGNORECASE,
)
_LONGEST, _LONGEST_NOTICE = 200, 600  # letters
_EDGE_PUNCTUATION = " \t\N{NO-BREAK SPACE}.:;,!…-–—|•·»«›‹<>[]()*_#→▶▼▲×+\"'"


def is_furniture(line: str) -> bool:
    """Whether a line belongs to the page and not to the article's own words."""
    if len(line) > _LONGEST_NOTICE:
        return False
    if _COOKIES.search(line) and _CONSENT.search(line):
        return True
    if len(line) > _LONGEST:
        return False
    bare = line.casefold().strip(_EDGE_PUNCTUATION)
    if not any(char.isalnum() for char in bare):
        return True
    return (
        bare in _WHOLE_LINES
        or bool(_OPENINGS.match(line.lstrip("*_#>• ")))
        or (bool(_CREDIT.search(line)) and not line.endswith("."))
    )
