"""Shapes of junk that is a line of its own: a kind and a pattern in each row.

They were collected from knowledge of what news sites, wires and monitoring services leave in texts, and measured by
`python -m bench.junk`. Letter case does not count, except in `(?-i:...)`.
"""

from __future__ import annotations

from dragoman.read.junk_words import (
    AGENCY,
    BUTTON,
    CREDIT,
    FOOT,
    MEDIA,
    NAME,
    NAMES,
    NETWORK,
    PAGE,
    POINTER,
    STAMP,
    UUID,
    WRITER,
)
from dragoman.terms import JunkKind

# The pattern is the whole line.
LINES: tuple[tuple[JunkKind, str], ...] = (
    # ids of embedded players; code of the page
    (JunkKind.EMBED, rf"(?:[\w-]{{0,30}}embed\s+)?(?:(?:{UUID}|\d{{9,}}|[0-9a-f]{{24,}})(?:\s+|$))+"),
    (
        JunkKind.EMBED,
        r"(?:var \w+ ?=|window\.|document\.|googletag|\(?adsbygoogle|function ?\(|<!--|\{\{|[.#][\w-]+ ?\{).*",
    ),
    # placeholders of what stood there: "video", "[image]", "Photo 3 of 7", "Play video", "1 of 12"
    (
        JunkKind.MEDIA,
        rf"[\[(<]?\s*(?:(?:play|watch|view|see|listen to|open|launch)(?: the| this| all| full)? )?{MEDIA}"
        r"(?: \d+(?: of \d+)?| ?\(\d+(?: \w+)?\))?\s*[\])>]?\s*[.:]?",
    ),
    (
        JunkKind.MEDIA,
        r"(?:\d{1,3} ?(?:of|/) ?\d{1,3}|\d{1,2}:\d\d(?: / \d{1,2}:\d\d)?|\d+ (?:photos|images|pictures|videos))",
    ),
    (
        JunkKind.MEDIA,
        r"(?:watch(?: live| now)?|videos?|photos|photo gallery|gallery|listen|audio|in pictures|slideshow|interactive"
        r"|infographic)(?: (?:above|below))?\s?[:|]\s.{1,120}",
    ),
    (
        JunkKind.MEDIA,
        r"(?:\W*advertisements?\b(?:\W*|\W+(?:continue|scroll|story|article).{0,40})|(?:story|article)"
        r" continues .{0,40}"
        r"|loading\W*|sponsored(?: (?:content|links?|by (?-i:[A-Z])[^,]{2,30}))?|promoted(?: \w+)?|paid"
        r" (?:post|content)|skip ad|now playing"
        r"|(?:up )?next(?: up)?(?: in .{2,25})?:?|(?:hide|show|toggle) captions?.{0,60}|tap to unmute|ad feedback)",
    ),
    (
        JunkKind.MEDIA,
        r"(?:enlarge|expand|zoom|close|open|view|click to \w+)(?: (?:in|this|the|full))?(?: ?(?:image|photo"
        r"|gallery|fullscreen|screen|size))+",
    ),
    (
        JunkKind.MEDIA,
        r"(?:listen to (?:this|the) \w+.{0,20}|(?:estimated )?read(?:ing)? time:?.{0,20}|\d{1,2}["
        r" -]min(?:ute)?s? (?:read|listen))",
    ),
    # buttons, menus and counters
    (JunkKind.SHARE, rf"(?:{BUTTON}(?: \(\d+\))?[\s|,/•·]+(?:(?:on|via|this|to|by|with)\s+)?)+{BUTTON}(?: \(\d+\))?"),
    (
        JunkKind.SHARE,
        rf"(?:share|tweet|print|menu|search|{NETWORK}|(?:share|save|bookmark) (?:this|on|via|for)\b.{{0,60}})\s*:?",
    ),
    (
        JunkKind.SHARE,
        rf"(?:e-?mail|print|save|report|rate|download|bookmark) (?:this|an?) (?:{PAGE}|comment|error|typo|mistake)\.?",
    ),
    (
        JunkKind.SHARE,
        r"send (?:us )?your (?:story ideas|stories|photos|pictures|videos|tips|comments|views|feedback)\b.{0,60}",
    ),
    (
        JunkKind.SHARE,
        r"(?:\d[\d,.]*k? (?:comments?|shares?|views?|likes?|retweets?|replies)|(?:comments|shares) ?\(\d+\)"
        r"|(?:leave|post|add|write) a (?:comment|reply)|(?:view|show|read|see|hide)(?: all| \d+)? comments(?: \(\d+\))?"
        r"|log ?in(?: to comment)?|sign in|join the (?:conversation|discussion)|have your say\.?|be the first"
        r" to comment\.?"
        r"|skip to .{3,30}|(?:back to|go to) (?:the )?(?:top|home ?page|home)|(?:text|font) size\b.{0,20})",
    ),
    (JunkKind.SHARE, r"(?:home|you are here:?.{2,30})(?:\s?[>»›/|]\s?[\w&'’, ]{2,60}){1,6}"),
    (JunkKind.SHARE, r"[\w&' ]{2,30}(?:\s?[>»›]\s?[\w&'’ -]{2,60}){2,6}"),
    (JunkKind.SHARE, rf"(?:{FOOT}\s*[|•·,/>]?\s*){{2,}}+"),
    (JunkKind.SHARE, r"@\w{3,30}|#\w{3,40}(?:\s+#\w{3,40})*"),
    # captions and credits of pictures that are not there
    (JunkKind.CAPTION, rf"(?=.{{0,250}}?(?:^|[\s(\[]){CREDIT}).{{1,380}}"),
    (JunkKind.CAPTION, rf"(?=.{{0,360}}?{AGENCY}\s*\.?\s*$).+"),
    (
        JunkKind.CAPTION,
        r"\[?(?:(?:image|media) (?:copyright|caption|source)|(?:photos?|images?|pictures?) ?(?:by|courtesy"
        r"|via)|video courtesy"
        rf"|photos? ?/ ?{NAME})\b.{{2,300}}",
    ),
    (
        JunkKind.CAPTION,
        r"(?:courtesy|handout|file|stock|undated|supplied|contributed)[ -](?:photo|image|picture|video)s?\.?",
    ),
    (
        JunkKind.CAPTION,
        r"(?:courtesy(?: of)?:? (?-i:[A-Z]).{2,60}|(?:.{0,60} via )?(?:getty(?: images)?|shutterstock|afp|ap"
        r" photo|epa)\.?)",
    ),
    (JunkKind.CAPTION, r"(?-i:Source|SOURCE)s?\s?: (?=(?-i:[A-Z]))(?!.*\b(?:said|says|told|that)\b).{2,80}"),
    (
        JunkKind.CAPTION,
        r"(?:\(?file\)?(?: (?:photo|picture|image))?\s*[-–—:]|in this (?:[\w.,]+ ){0,5}?(?:photo|photograph"
        r"|image|picture|frame)\b"
        r"|pictured:).{1,380}",
    ),
    # pointers to other pages, and addresses, also those that a tokeniser took apart
    (JunkKind.LINK, rf"(?:{POINTER})\s*(?:[:|>»–-].{{0,160}}|\.{{0,3}})"),
    (
        JunkKind.LINK,
        r"(?:online|on the (?:net|web)|(?:posted|filed) (?:in|under)|tags?|topics?|keywords|categor(?:y|ies)"
        r"|tagged(?: with)?)\s?:.{0,160}",
    ),
    (
        JunkKind.LINK,
        r"more (?:news|stories|headlines|coverage|articles|videos)?\s?(?:from|in|on|about) .{3,50}(?<![.!?])",
    ),
    (JunkKind.LINK, r"(?:https?|ftp)\s?:\s?/\s?/(?:\s?[\w~%@]+(?:\s?[-./_?&=#:+,;!~%]+)++)*(?:\s?[\w~%@]+)?"),
    (
        JunkKind.LINK,
        r"www\s?\.(?:\s?[\w~%@]+(?:\s?[-./_?&=#:+,;!~%]+)++)*(?:\s?[\w~%@]+)?|(?:[\w-]+\.)+(?:com|org|net|gov"
        r"|edu|info|tv|in|uk|za|ng|ke|pk|ae)(?:/\S*)?",
    ),
    # the desk's own notes: contact lines, end marks, credits of the staff, lives of the writers
    (
        JunkKind.NOTE,
        r"(?:tel(?:ephone)?|(?:tele)?phone|fax|mob(?:ile)?|cell|whatsapp|e-?mail|web(?:site)?|twitter"
        r"|hotline)(?: (?:no|number|us))?"
        r"\s?[.:]{1,2}\s?(?=.*(?:\d{3}|@|www|\.\w)).{3,100}",
    ),
    (JunkKind.NOTE, r"(?:\S+@\S+\.\w{2,}|\+?[\d() -]{9,20})"),
    (
        JunkKind.NOTE,
        r"(?:for )?(?:(?:media|press|news ?desk|further|more) )?(?:contacts?|enquiries|inquiries|queries)(?:"
        r" us)?(?:[:,].{0,200})?",
    ),
    (
        JunkKind.NOTE,
        r"(?:notes? (?:to|for) (?:the )?editors?|about (?:the|this) (?:authors?|writers?|reporters?"
        r"|contributors?)|author(?: bio)?"
        r"|for immediate release|embargoed (?:until|till|to|for)\b.{3,60}|disclaimer)\s*:?",
    ),
    (
        JunkKind.NOTE,
        r"(?:correction|clarification|editor[’']?s?[’']? note|note to (?:editors|readers)|disclaimer|(?:ed"
        r"|editor)\. note)s?\s?[:–—-].{3,600}",
    ),
    (
        JunkKind.NOTE,
        rf"by:? {NAMES}(?:\s?[|,] ?{NAMES})*\s?(?:\d+ min(?:utes?)?(?: read)?|[|,]?\s?{WRITER}\b.{{0,60}})",
    ),
    (
        JunkKind.NOTE,
        rf"{NAME}(?: {NAME}){{1,3}},? (?:is|are) (?:an? |the |our )?(?:[\w’'-]+ ){{0,4}}?{WRITER}\b.{{0,250}}",
    ),
    (
        JunkKind.NOTE,
        rf"{NAME}(?: {NAME}){{1,3}} (?:covers|writes (?:about|on|for)|reports (?:on|for)) .{{3,60}} (?:for|at"
        r"|from) .{3,60}",
    ),
    (
        JunkKind.NOTE,
        r"(?:the|our) (?:writer|author|columnist|correspondent)s? (?:is|are|can be|works?|teaches|has"
        r" been)\b.{3,250}",
    ),
    (JunkKind.NOTE, rf"{NAMES}\s?reported from {NAMES}(?:(?:,| and) {NAMES} from {NAMES})*\.?"),
    (
        JunkKind.NOTE,
        r"(?:information from: .{3,160}|\(h/t .{2,60}\)|\((?-i:[A-Z]{2,6})\)|[-–—]{1,2}\s?(?:agencies"
        r"|(?-i:[A-Z]{2,6}))|\(?agencies\)?)",
    ),
    (JunkKind.NOTE, r"[-–—*(/\s]*(?:ends?|end ?item|the end|-30-|30)[-–—*)/\s]*"),
    (
        JunkKind.NOTE,
        r"(?:\[description of source|(?:reprinted|reproduced|republished|used|posted) (?:with|by) (?:\w+"
        r" )?permission|provided by|issued by|distributed by).{0,250}",
    ),
)

# Datelines at the start of a line: clock lines of a running story, and what tells when the page was changed.
CLOCKS: tuple[tuple[JunkKind, str], ...] = (
    (JunkKind.DATELINE, r"\d{1,2}(?::\d\d)? [ap]\.m\.(?=\s+(?-i:[A-Z“\"])|\s*$)"),
    (JunkKind.DATELINE, r"(?=.*\b(?:19|20)\d\d\b).{0,40}?\bthis story (?:is|was) from\s.{4,60}$"),
    (
        JunkKind.DATELINE,
        r"(?:(?:last )?(?:updated|modified|published|posted)\s?:?\s)?\d+ (?:sec(?:ond)?|min(?:ute)?|hour|hr"
        r"|day|week|month|year)s? ago\W*$",
    ),
)

# A stamp of the page below the report's first sentences repeats its date; above them it tells the date of publication.
STAMPS: tuple[tuple[JunkKind, str], ...] = ((JunkKind.DATELINE, STAMP),)
