"""The table of junk shapes: families of words first, then one row for each shape.

Sources: what news sites, wires and monitoring services leave in texts, collected from knowledge of such pages; every row
was measured by `python -m bench.junk`. Letter case does not count, except in `(?-i:...)`.
"""

from __future__ import annotations

from dragoman.read.junk_words import (
    AGENCY,
    ASK,
    ASKED_FOR,
    BEAT,
    BUTTON,
    CREDIT,
    CUT,
    FOOT,
    INSIDE,
    MEDIA,
    NAME,
    NAMES,
    NETWORK,
    PAGE,
    POINTER,
    RECORDING,
    SHOUT,
    STAMP,
    TAG,
    TIME,
    TO_END,
    UUID,
    WRITER,
)
from dragoman.terms import JunkKind

# The pattern is the whole line.
LINES: tuple[tuple[JunkKind, str], ...] = (
    # ids of embedded players; code of the page
    (JunkKind.EMBED, rf"(?:(?:{UUID}|\d{{9,}}|[0-9a-f]{{24,}})(?:\s+|$))+"),
    (JunkKind.EMBED, r"(?:var \w+ ?=|window\.|document\.|googletag|\(?adsbygoogle|function ?\(|<!--|\{\{|[.#][\w-]+ ?\{).*"),
    # placeholders of what stood there: "video", "[image]", "Photo 3 of 7", "Play video", "1 of 12"
    (
        JunkKind.MEDIA,
        rf"[\[(<]?\s*(?:(?:play|watch|view|see|listen to|open|launch)(?: the| this| all| full)? )?{MEDIA}"
        r"(?: \d+(?: of \d+)?| ?\(\d+(?: \w+)?\))?\s*[\])>]?\s*[.:]?",
    ),
    (JunkKind.MEDIA, r"(?:\d{1,3} ?(?:of|/) ?\d{1,3}|\d{1,2}:\d\d(?: / \d{1,2}:\d\d)?|\d+ (?:photos|images|pictures|videos))"),
    (
        JunkKind.MEDIA,
        r"(?:watch(?: live| now)?|videos?|photos|photo gallery|gallery|listen|audio|in pictures|slideshow|interactive"
        r"|infographic)(?: (?:above|below))?\s?[:|]\s.{1,120}",
    ),
    (
        JunkKind.MEDIA,
        r"(?:\W*advertisements?\b(?:\W*|\W+(?:continue|scroll|story|article).{0,40})|(?:story|article) continues .{0,40}"
        r"|loading\W*|sponsored(?: (?:content|links?|by .{2,40}))?|promoted(?: \w+)?|paid (?:post|content)|skip ad|now playing"
        r"|(?:up )?next(?: up)?(?: in .{2,25})?:?|(?:hide|show|toggle) captions?.{0,60}|tap to unmute|ad feedback)",
    ),
    (JunkKind.MEDIA, r"(?:enlarge|expand|zoom|close|open|view|click to \w+)(?: (?:in|this|the|full))?(?: ?(?:image|photo|gallery|fullscreen|screen|size))+"),
    (JunkKind.MEDIA, r"(?:listen to (?:this|the) \w+.{0,20}|(?:estimated )?read(?:ing)? time:?.{0,20}|\d{1,2}[ -]min(?:ute)?s? (?:read|listen))"),
    # buttons, menus and counters
    (JunkKind.SHARE, rf"(?:{BUTTON}(?: \(\d+\))?[\s|,/•·]+(?:(?:on|via|this|to|by|with)\s+)?)+{BUTTON}(?: \(\d+\))?"),
    (JunkKind.SHARE, rf"(?:share|tweet|print|menu|search|{NETWORK}|(?:share|save|bookmark) (?:this|on|via|for)\b.{{0,60}})\s*:?"),
    (JunkKind.SHARE, rf"(?:e-?mail|print|save|report|rate|download|bookmark) (?:this|an?) (?:{PAGE}|comment|error|typo|mistake)\.?"),
    (JunkKind.SHARE, r"send (?:us )?your (?:story ideas|stories|photos|pictures|videos|tips|comments|views|feedback)\b.{0,60}"),
    (
        JunkKind.SHARE,
        r"(?:\d[\d,.]*k? (?:comments?|shares?|views?|likes?|retweets?|replies)|(?:comments|shares) ?\(\d+\)"
        r"|(?:leave|post|add|write) a (?:comment|reply)|(?:view|show|read|see|hide)(?: all| \d+)? comments(?: \(\d+\))?"
        r"|log ?in(?: to comment)?|sign in|join the (?:conversation|discussion)|have your say\.?|be the first to comment\.?"
        r"|skip to .{3,30}|(?:back to|go to) (?:the )?(?:top|home ?page|home)|(?:text|font) size\b.{0,20})",
    ),
    (JunkKind.SHARE, r"(?:home|you are here:?.{2,30})(?:\s?[>»›/|]\s?[\w&'’, ]{2,60}){1,6}"),
    (JunkKind.SHARE, r"[\w&' ]{2,30}(?:\s?[>»›]\s?[\w&'’ -]{2,60}){2,6}"),
    (JunkKind.SHARE, rf"(?:{FOOT}\s*[|•·,/>]?\s*){{2,}}"),
    (JunkKind.SHARE, r"@\w{3,30}|#\w{3,40}(?:\s+#\w{3,40})*"),
    # captions and credits of pictures that are not there
    (JunkKind.CAPTION, rf"(?=.{{0,250}}?(?:^|[\s(\[]){CREDIT}).{{1,380}}"),
    (JunkKind.CAPTION, rf"(?=.{{0,360}}?{AGENCY}\s*\.?\s*$).+"),
    (
        JunkKind.CAPTION,
        rf"\[?(?:(?:image|media) (?:copyright|caption|source)|(?:photos?|images?|pictures?) ?(?:by|courtesy|via)|video courtesy"
        rf"|photos? ?/ ?{NAME})\b.{{2,300}}",
    ),
    (JunkKind.CAPTION, r"(?:courtesy|handout|file|stock|undated|supplied|contributed)[ -](?:photo|image|picture|video)s?\.?"),
    (JunkKind.CAPTION, r"(?:courtesy(?: of)?:? (?-i:[A-Z]).{2,60}|(?:.{0,60} via )?(?:getty(?: images)?|shutterstock|afp|ap photo|epa)\.?)"),
    (JunkKind.CAPTION, r"(?-i:Source|SOURCE)s?\s?: (?=(?-i:[A-Z]))(?!.*\b(?:said|says|told|that)\b).{2,80}"),
    (
        JunkKind.CAPTION,
        r"(?:\(?file\)?(?: (?:photo|picture|image))?\s*[-–—:]|in this (?:[\w.,]+ ){0,5}?(?:photo|photograph|image|picture|frame)\b"
        r"|pictured:).{1,380}",
    ),
    # pointers to other pages, and addresses, also those that a tokeniser took apart
    (JunkKind.LINK, rf"(?:{POINTER})\s*(?:[:|>»–-].{{0,160}}|\.{{0,3}})"),
    (JunkKind.LINK, rf"(?:online|on the (?:net|web)|(?:posted|filed) (?:in|under)|tags?|topics?|keywords|categor(?:y|ies)|tagged(?: with)?)\s?:.{{0,160}}"),
    (JunkKind.LINK, r"more (?:news|stories|headlines|coverage|articles|videos)?\s?(?:from|in|on|about) .{3,50}(?<![.!?])"),
    (JunkKind.LINK, r"(?:https?|ftp)\s?:\s?/\s?/(?:\s?[\w~%@]+(?:\s?[-./_?&=#:+,;!~%]+)++)*(?:\s?[\w~%@]+)?"),
    (JunkKind.LINK, r"www\s?\.(?:\s?[\w~%@]+(?:\s?[-./_?&=#:+,;!~%]+)++)*(?:\s?[\w~%@]+)?|(?:[\w-]+\.)+(?:com|org|net|gov|edu|info|tv|in|uk|za|ng|ke|pk|ae)(?:/\S*)?"),
    # the desk's own notes: contact lines, end marks, credits of the staff, lives of the writers
    (
        JunkKind.NOTE,
        r"(?:tel(?:ephone)?|(?:tele)?phone|fax|mob(?:ile)?|cell|whatsapp|e-?mail|web(?:site)?|twitter|hotline)(?: (?:no|number|us))?"
        r"\s?[.:]{1,2}\s?(?=.*(?:\d{3}|@|www|\.\w)).{3,100}",
    ),
    (JunkKind.NOTE, r"(?:\S+@\S+\.\w{2,}|\+?[\d() -]{9,20})"),
    (JunkKind.NOTE, r"(?:for )?(?:(?:media|press|news ?desk|further|more) )?(?:contacts?|enquiries|inquiries|queries)(?: us)?(?:[:,].{0,200})?"),
    (
        JunkKind.NOTE,
        r"(?:notes? (?:to|for) (?:the )?editors?|about (?:the|this) (?:authors?|writers?|reporters?|contributors?)|author(?: bio)?"
        r"|for immediate release|embargoed (?:until|till|to|for)\b.{3,60}|disclaimer)\s*:?",
    ),
    (JunkKind.NOTE, r"(?:correction|clarification|editor[’']?s?[’']? note|note to (?:editors|readers)|disclaimer|(?:ed|editor)\. note)s?\s?[:–—-].{3,600}"),
    (JunkKind.NOTE, rf"by:? {NAMES}(?:\s?[|,] ?{NAMES})*\s?(?:\d+ min(?:utes?)?(?: read)?|[|,]?\s?{WRITER}\b.{{0,60}})"),
    (JunkKind.NOTE, rf"{NAME}(?: {NAME}){{1,3}},? (?:is|are) (?:an? |the |our )?(?:[\w’'-]+ ){{0,4}}?{WRITER}\b.{{0,250}}"),
    (JunkKind.NOTE, rf"{NAME}(?: {NAME}){{1,3}} (?:covers|writes (?:about|on|for)|reports (?:on|for)) .{{3,60}} (?:for|at|from) .{{3,60}}"),
    (JunkKind.NOTE, rf"(?:the|our) (?:writer|author|columnist|correspondent)s? (?:is|are|can be|works?|teaches|has been)\b.{{3,250}}"),
    (JunkKind.NOTE, rf"{NAMES}\s?reported from {NAMES}(?:(?:,| and) {NAMES} from {NAMES})*\.?"),
    (JunkKind.NOTE, r"(?:information from: .{3,160}|\(h/t .{2,60}\)|\(?(?-i:[A-Z]{3,5})\)?|[-–—]{1,2}\s?(?:agencies|(?-i:[A-Z]{2,6})))(?<!\w\w\w\.)"),
    (JunkKind.NOTE, r"(?:[-–—*(/\s]*\b(?:ends?|end ?item|the end|more|-30-)\b[-–—*)/\s]*(?<!\w\s))(?<!^More)(?<!^more)"),
    (JunkKind.NOTE, r"(?:\[description of source|(?:reprinted|reproduced|republished|used|posted) (?:with|by) (?:\w+ )?permission|provided by|issued by|distributed by).{0,250}"),
)

# The pattern begins where a line or a sentence begins, and ends where the sentence, the line or the fixed words do.
SENTENCES: tuple[tuple[JunkKind, str], ...] = (
    (JunkKind.MEDIA, rf"(?:media playback is|(?:to (?:play|watch|view) this|this) (?:video|audio|content|player)\b{INSIDE}{{0,60}}(?:javascript|browser|not supported|not available)|(?:your|this) browser|(?:please )?(?:enable|turn on) javascript|javascript (?:is|must)){TO_END}"),
    (JunkKind.MEDIA, r"(?:story|article) continues (?:below|after|under)(?: (?:this |the )?(?:ad(?:vertisement)?|video|gallery|photo)s?)?"),
    (JunkKind.MEDIA, rf"(?-i:WATCH|VIDEO|PHOTOS?|GALLERY|LISTEN|IN PICTURES)(?: (?-i:LIVE|NOW|MORE))?\s?[:|]{INSIDE}{{2,120}}(?:[.!?]|$)"),
    (JunkKind.SHARE, rf"{BUTTON}(?:\s+(?:\|\s+)?(?:with )?{BUTTON}){{2,}}"),
    (JunkKind.SHARE, rf"(?:please )?(?:follow|tweet) (?:@\w+|(?:\S+ ){{1,5}}?on (?:{NETWORK}|google news|social media|(?:our )?whatsapp)){TO_END}"),
    (JunkKind.SHARE, rf"(?:(?:like|find|join|follow|visit|connect with) us on|like (?:the|our) page|join our (?:whatsapp|telegram|facebook)|click to (?:share|e-?mail|print)){TO_END}"),
    (JunkKind.SHARE, r"like this:\s*like\s*loading\W*"),
    (JunkKind.SHARE, rf"(?:all |reader |readers[’'] |user )?comments? (?:are|is|have been) (?:now )?(?:closed|moderated|disabled|subject|turned|published|not|the (?:sole|opinion)){TO_END}"),
    (JunkKind.SHARE, rf"(?:your e-?mail address will not|required fields are|(?:let us know|tell us) (?:what you|your|in the)|what do you think\?|have you been affected|(?:do you have|got) an? (?:story|tip|news)){TO_END}"),
    # asks for an address or money; walls before the text; cookies
    (JunkKind.SUBSCRIBE, rf"(?:please )?{ASK}\b(?={INSIDE}{{0,160}}\b{ASKED_FOR}){TO_END}"),
    (JunkKind.SUBSCRIBE, rf"(?:not a|already an?|are you an?|existing|current)(?: \w+)? (?:subscriber|member|user)s?\b{TO_END}(?:\s+(?:log|sign) in\b{TO_END})?"),
    (JunkKind.SUBSCRIBE, rf"you(?: have|[’']ve)? (?:reached|read|used|hit|have)\b{INSIDE}{{0,40}}\bfree (?:articles?|stories|views?|limit){TO_END}"),
    (JunkKind.SUBSCRIBE, rf"(?:this|the rest of this|our) (?:{PAGE}|content|feature|premium content) is (?:only |exclusively |currently |free )?(?:for|available|reserved|exclusive|restricted|locked)\b(?={INSIDE}{{0,60}}\b(?:subscriber|member|register)){TO_END}"),
    (JunkKind.SUBSCRIBE, rf"to (?:continue|keep|finish|read|unlock|access)\b(?={INSIDE}{{0,40}}(?:reading|article|story|more|content|unlimited))(?={INSIDE}{{0,90}}\b(?:subscri|sign|log|regist|account)){TO_END}"),
    (JunkKind.SUBSCRIBE, rf"(?:since you[’']?re here|(?:thanks?|thank you) for (?:reading|visiting|signing up|subscribing|registering)|(?:support|fund) (?:our|independent|quality|local|fearless|free) (?:\w+ )?(?:journalis[mt]|reporting|newsroom)|start your (?:free )?trial|manage your (?:account|subscription)){TO_END}"),
    (JunkKind.SUBSCRIBE, rf"(?:please )?(?:download|install|get) (?:the|our) (?:[\w’'&]+ ){{0,4}}app\b{TO_END}"),
    (JunkKind.NOTE, rf"(?:we|(?:this|our|the) (?:web)?sites?|(?:please )?accept|by (?:continuing|using|clicking|browsing|signing|visiting|submitting|subscribing))\b(?={INSIDE}{{0,140}}\b(?:cookies?|terms|privacy)\b)(?:{TO_END})(?:\s+accept\b)?"),
    # captions
    (JunkKind.CAPTION, rf"image (?:copyright|source) {NAME}(?:[ /]{NAME}){{0,3}}? (?:image )?caption\b(?:{INSIDE}{{0,200}}$)?"),
    # pointers
    (JunkKind.LINK, r"(?-i:R|r)elated (?:stor(?:y|ies)|articles?)(?!['’])[^.!?]{0,1500}$"),
    (JunkKind.LINK, rf"(?:{SHOUT}|read more|also read|read also)\s?[:|](?:{INSIDE}{{0,160}}(?:[.!?]|$))?"),
    (JunkKind.LINK, r"more\s*:.{0,300}$"),
    (JunkKind.LINK, rf"(?:click|tap|go|swipe) (?:here(?: (?:to|for|if|and)\b|[.:!]|$)|(?:on )?(?:the |this )?(?:link|image|photo|video)){TO_END}"),
    (JunkKind.LINK, rf"(?:for (?:more|full|further|additional|complete|the latest|details)|to (?:learn|find out|read|see) more|more information)\b(?={INSIDE}{{0,120}}(?:(?:please|,) \w|(?:visit|go to|log on|click|call|e-?mail|see|contact)\b))(?={INSIDE}{{0,160}}(?:www|\w\.\w{{2}}|@|\d{{3}}|\bhere\b|website|page|office|visit|click)){TO_END}"),
    (JunkKind.LINK, rf"these are external links\b{TO_END}|{INSIDE}{{3,40}}not responsible for the content (?:of|on) (?:external|third|other|linked){TO_END}"),
    # the desk's own notes
    (JunkKind.NOTE, rf"\[(?:{CUT}|{RECORDING})\]"),
    (JunkKind.NOTE, r"(?:\((?:more|ends?)\)|-30-|#{3,}|\*{3,}|-0-|[-–—/]{1,2}\s?(?:ends?|more|agencies)\b[-–—/\s.]*|enditem|end ?item|\((?-i:[A-Z]{2,6})\))\s*$"),
    (JunkKind.NOTE, rf"(?:contributing|additional reporting|(?:with )?(?:additional |further )?(?:reporting|writing|editing|research|translation|graphics?|compiled|edited|translated|written) by)\s*:?\s{NAMES}(?:(?:,|;| and| in| from| at| with|/| &| by| editing| writing| additional| reporting)+:? {NAMES}){{0,12}}[.;]?\s*$"),
    (JunkKind.NOTE, rf"[^.!?]{{3,160}}(?:\.\w[^.!?]{{1,80}})* contributed (?:to this (?:report|story|article|dispatch)|reporting)\b{INSIDE}{{0,60}}(?:\.|$)"),
    (JunkKind.NOTE, rf"\(?(?:with|from) (?:additional |further )?(?:inputs?|files?|reports?|agency|agencies|wire|staff)(?: (?:reports?|inputs?|reporting|wires?))?(?: (?:from|by))?(?: {NAMES}| agencies| staff)?\)?[.]?\s*$"),
    (JunkKind.NOTE, rf"(?:an?|the) (?:earlier|previous|original|prior) version of (?:this|the) (?:{PAGE}|headline){TO_END}"),
    (JunkKind.NOTE, rf"\(?(?:this|the) (?:{PAGE}|headline|copy) (?:(?:has|have) (?:been|not been)|was|is) (?:\w+ly )?(?:updated|amended|corrected|edited|revised|republished|modified|syndicated|auto|translated|changed|(?:first|originally) (?:published|appeared)|(?:a |part of ))\b(?!of the)(?:(?<!a )|(?=(?:breaking news|developing|syndicated|series)\b)){TO_END}"),
    (JunkKind.NOTE, rf"this (?:{PAGE}) (?:(?:first|originally) )?(?:appeared|published) (?:first |originally )?(?:in|on|at)\b{INSIDE}{{3,200}}(?:[.]|$)"),
    (JunkKind.NOTE, rf"(?:this is an? (?:developing|breaking)(?: news)? story|(?:please )?check back\b|refresh (?:this|the|for)|stay (?:tuned|with us)\b|more (?:(?:details|information|updates?) )?(?:to come|to follow|soon|as we get)){TO_END}"),
    (JunkKind.NOTE, rf"(?:the )?(?:views|opinions)(?:,? (?:and|or|views|opinions|thoughts|comments))* (?:expressed|presented|contained|in this)\b(?={INSIDE}{{0,160}}(?:author|writer|own|reflect|represent|alone)){TO_END}"),
    (JunkKind.NOTE, rf"(?:©\s?(?=\d{{4}}|(?-i:[A-Z]))|copyright (?:©|\(c\)|\d{{4}}|{NAME}(?:(?: of| and)? {NAME}){{0,6}},?(?: \d{{4}})?(?=\.|$))|\(c\) ?\d{{4}}|all rights reserved|this material may not be|this content is (?:protected|copyright)|(?:any )?(?:unauthori[sz]ed|reproduction) (?:reproduction|use|copying|or|of (?:this|the))|no part of (?:this|the)(?= (?:publication|article|story|material|site|content|website))){TO_END}"),
    (JunkKind.NOTE, rf"may not be (?:published|reproduced|redistributed){TO_END}"),
    (JunkKind.NOTE, rf"(?:you can )?(?:reach|contact|e-?mail|write to|call|tweet) (?:him|her|them|us|me|the (?:reporter|writer|author|newsroom)|{NAMES}){INSIDE}{{0,30}}(?:\sat|\son|:)\s{INSIDE}{{0,60}}(?:@\S+|\d{{3}}-\d{{4}}){TO_END}"),
    (JunkKind.NOTE, rf"(?:he|she|they|{NAMES}|the writer) (?:can be|is|may be) (?:reached|contacted|followed|on twitter)\b{TO_END}"),
    (JunkKind.NOTE, rf"published in {NAMES},? (?:on )?{TIME}\.?"),
    (JunkKind.NOTE, rf"distributed by {NAMES}\s?\({INSIDE}{{3,60}}\)\.?"),
)

# Anywhere in a line.
ANYWHERE: tuple[tuple[JunkKind, str], ...] = (
    (JunkKind.EMBED, rf"</\w+>\.?(?=\s*$)|</?{TAG}(?:\s[^<>]{{0,200}})?/?>|\[/?(?:caption|gallery|embed|youtube)\b[^\[\]]{{0,200}}\]|&(?:nbsp|amp;nbsp);"),
    (JunkKind.LINK, r"https?://[^\s<>\"”)]+[\w/]|\bpic\.twitter\.com/\w+"),
    (JunkKind.NOTE, r"\((?:with )?(?:additional |further )?(?:reporting|writing|editing|compiled|translated|edited|written|inputs?) (?:by|from) [^()]{3,200}\)\.?"),
    (JunkKind.NOTE, rf"(?:(?<=[.!?])|(?<=[.!?] ))(?:-{{1,2}}(?-i:[A-Z]{{2,6}})|--{NAMES})\.?\s*$"),
    (JunkKind.DATELINE, r"\(all times (?:local|gmt|[a-z]{2,4})\)[.:]?(?:\s+\d{1,2}:\d\d [ap]\.m\.)?"),
    (JunkKind.SHARE, r"\(opens in (?:a )?new (?:tab|window)\)"),
)

# Datelines at the start of a line: clock lines of a running story, and what tells when the page was changed.
CLOCKS: tuple[tuple[JunkKind, str], ...] = (
    (JunkKind.DATELINE, r"\d{1,2}(?::\d\d)? [ap]\.m\.(?=\s+(?-i:[A-Z“\"])|\s*$)"),
    (JunkKind.DATELINE, rf"(?=.*\b(?:19|20)\d\d\b).{{0,40}}?\bthis story (?:is|was) from\s.{{4,60}}$"),
    (JunkKind.DATELINE, r"(?:(?:last )?(?:updated|modified|published|posted)\s?:?\s)?(?:\d+|an?|one|two|a few) (?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month|year)s? ago\W*$"),
)

# A stamp of the page below the report's first sentences repeats its date; above them it tells the date of publication.
STAMPS: tuple[tuple[JunkKind, str], ...] = ((JunkKind.DATELINE, STAMP),)
