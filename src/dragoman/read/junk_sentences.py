"""Shapes of junk that may stand inside running text: a kind and a pattern in each row.

They were collected and measured as those of `junk_lines.py`. Letter case does not count, except in `(?-i:...)`.
"""

from __future__ import annotations

from dragoman.read.junk_words import (
    ASK,
    ASKED_FOR,
    BUTTON,
    CUT,
    INSIDE,
    NAME,
    NAMES,
    NETWORK,
    PAGE,
    RECORDING,
    SHOUT,
    TAG,
    TIME,
    TO_END,
)
from dragoman.terms import JunkKind

# The pattern begins where a line or a sentence begins, and ends where the sentence, the line or the fixed words do.
SENTENCES: tuple[tuple[JunkKind, str], ...] = (
    (
        JunkKind.MEDIA,
        r"(?:media playback is|(?:to (?:play|watch|view) this|this) (?:video|audio|content"
        rf"|player)\b{INSIDE}{{0,60}}(?:javascript|browser|not supported|not available)|(?:your|this) browser"
        rf"|(?:please )?(?:enable|turn on) javascript|javascript (?:is|must)){TO_END}",
    ),
    (
        JunkKind.MEDIA,
        r"(?:story|article) continues (?:below|after|under)(?: (?:this |the )?(?:ad(?:vertisement)?|video"
        r"|gallery|photo)s?)?",
    ),
    (
        JunkKind.MEDIA,
        r"(?-i:WATCH|VIDEO|PHOTOS?|GALLERY|LISTEN|IN PICTURES)(?: (?-i:LIVE|NOW"
        rf"|MORE))?\s?[:|]{INSIDE}{{2,120}}(?:[.!?]|$)",
    ),
    (JunkKind.SHARE, rf"{BUTTON}(?:\s+(?:\|\s+)?(?:with )?{BUTTON}){{2,}}"),
    (
        JunkKind.SHARE,
        rf"(?:please )?(?:follow|tweet) (?:@\w+|(?:\S+ ){{1,5}}?on (?:{NETWORK}|google news|social media"
        rf"|(?:our )?whatsapp)){TO_END}",
    ),
    (
        JunkKind.SHARE,
        r"(?:(?:like|find|join|follow|visit|connect with) us on|like (?:the|our) page|join our (?:whatsapp"
        rf"|telegram|facebook)|click to (?:share|e-?mail|print)){TO_END}",
    ),
    (JunkKind.SHARE, r"like this:\s*like\s*loading\W*"),
    (
        JunkKind.SHARE,
        r"(?:all |reader |readers[’'] |user )?comments? (?:are|is|have been) (?:now )?(?:closed|moderated"
        rf"|disabled|subject|turned|published|not|the (?:sole|opinion)){TO_END}",
    ),
    (
        JunkKind.SHARE,
        r"(?:your e-?mail address will not|required fields are|(?:let us know|tell us) (?:what you|your|in"
        r" the)|what do you think\?|have you been affected|(?:do you have|got) an? (?:story|tip"
        rf"|news)){TO_END}",
    ),
    # asks for an address or money; walls before the text; cookies
    (JunkKind.SUBSCRIBE, rf"(?:please )?{ASK}\b(?={INSIDE}{{0,160}}\b{ASKED_FOR}){TO_END}"),
    (
        JunkKind.SUBSCRIBE,
        r"(?:not a|already an?|are you an?|existing|current)(?: \w+)? (?:subscriber|member"
        rf"|user)s?\b{TO_END}(?:\s+(?:log|sign) in\b{TO_END})?",
    ),
    (
        JunkKind.SUBSCRIBE,
        rf"you(?: have|[’']ve)? (?:reached|read|used|hit|have)\b{INSIDE}{{0,40}}\bfree (?:articles?|stories"
        rf"|views?|limit){TO_END}",
    ),
    (
        JunkKind.SUBSCRIBE,
        rf"(?:this|the rest of this|our) (?:{PAGE}|content|feature|premium content) is (?:only |exclusively "
        r"|currently |free )?(?:for|available|reserved|exclusive|restricted"
        rf"|locked)\b(?={INSIDE}{{0,60}}\b(?:subscriber|member|register)){TO_END}",
    ),
    (
        JunkKind.SUBSCRIBE,
        rf"to (?:continue|keep|finish|read|unlock|access)\b(?={INSIDE}{{0,40}}(?:reading|article|story|more"
        rf"|content|unlimited))(?={INSIDE}{{0,90}}\b(?:subscri|sign|log|regist|account)){TO_END}",
    ),
    (
        JunkKind.SUBSCRIBE,
        r"(?:since you[’']?re here|(?:thanks?|thank you) for (?:reading|visiting|signing up|subscribing"
        r"|registering)|(?:support|fund) (?:our|independent|quality|local|fearless|free) (?:\w+"
        r" )?(?:journalis[mt]|reporting|newsroom)|start your (?:free )?trial|manage your (?:account"
        rf"|subscription)){TO_END}",
    ),
    (JunkKind.SUBSCRIBE, rf"(?:please )?(?:download|install|get) (?:the|our) (?:[\w’'&]+ ){{0,4}}app\b{TO_END}"),
    (
        JunkKind.NOTE,
        r"(?:we|(?:this|our|the) (?:web)?sites?|(?:please )?accept|by (?:continuing|using|clicking|browsing"
        rf"|signing|visiting|submitting|subscribing))\b(?={INSIDE}{{0,140}}\b(?:cookies?|terms"
        rf"|privacy)\b)(?:{TO_END})(?:\s+accept\b)?",
    ),
    # captions
    (
        JunkKind.CAPTION,
        rf"image (?:copyright|source) {NAME}(?:[ /]{NAME}){{0,3}}? (?:image )?caption\b(?:{INSIDE}{{0,200}}$)?",
    ),
    # pointers
    (JunkKind.LINK, r"(?-i:R|r)elated (?:stor(?:y|ies)|articles?)(?!['’])[^.!?]{0,1500}$"),
    (JunkKind.LINK, rf"(?:{SHOUT}|read more|also read|read also)\s?[:|](?:(?:\s+[^\s.!?]+){{1,14}}(?:[.!?]|$))?"),
    (JunkKind.LINK, r"more\s*:.{0,300}$"),
    (
        JunkKind.LINK,
        r"(?:click|tap|go|swipe) (?:here(?: (?:to|for|if|and)\b|[.:!]|$)|(?:on )?(?:the |this )?(?:link|image"
        rf"|photo|video)){TO_END}",
    ),
    (
        JunkKind.LINK,
        r"(?:for (?:more|full|further|additional|complete|the latest|details)|to (?:learn|find out|read|see)"
        rf" more|more information)\b(?={INSIDE}{{0,120}}(?:(?:please|,) \w|(?:visit|go to|log on|click|call"
        rf"|e-?mail|see|contact)\b))(?={INSIDE}{{0,160}}(?:www|\w\.\w{{2}}|@|\d{{3}}|\bhere\b|website|page"
        rf"|office|visit|click)){TO_END}",
    ),
    (
        JunkKind.LINK,
        rf"these are external links\b{TO_END}|{INSIDE}{{3,40}}not responsible for the content (?:of|on)"
        rf" (?:external|third|other|linked){TO_END}",
    ),
    # the desk's own notes
    (JunkKind.NOTE, rf"\[(?:{CUT}|{RECORDING})\]"),
    (
        JunkKind.NOTE,
        r"(?:\((?:more|ends?)\)|-30-|#{3,}|\*{3,}|-0-|[-–—/]{1,2}\s?(?:ends?|more|agencies)\b[-–—/\s.]*"
        r"|enditem|end ?item|\((?-i:[A-Z]{2,6})\))\s*$",
    ),
    (
        JunkKind.NOTE,
        r"(?:contributing|additional reporting|(?:with )?(?:additional |further )?(?:reporting|writing"
        r"|editing|research|translation|graphics?|compiled|edited|translated|written)"
        rf" by)\s*:?\s{NAMES}(?:(?:,|;| and| in| from| at| with|/| &| by| editing| writing| additional|"
        rf" reporting)+:? {NAMES}){{0,6}}(?:[.;]|(?<=\.)|\s*$)",
    ),
    (
        JunkKind.NOTE,
        r"[^.!?]{3,160}(?:\.\w[^.!?]{1,80})* contributed (?:to this (?:report|story|article|dispatch)"
        rf"|reporting)\b{INSIDE}{{0,60}}(?:\.|$)",
    ),
    (
        JunkKind.NOTE,
        r"\(?(?:with|from) (?:additional |further )?(?:inputs?|files?|reports?|agency|agencies|wire|staff)(?:"
        rf" (?:reports?|inputs?|reporting|wires?))?(?: (?:from|by))?(?: {NAMES}| agencies| staff)?\)?[.]?\s*$",
    ),
    (
        JunkKind.NOTE,
        rf"(?:an?|the) (?:earlier|previous|original|prior) version of (?:this|the) (?:{PAGE}|headline){TO_END}",
    ),
    (
        JunkKind.NOTE,
        rf"\(?(?:this|the) (?:{PAGE}|headline|copy)(?: of this {PAGE})? (?:(?:has|have) (?:been|not been)|was"
        r"|is) (?:\w+ly )?(?:updated|amended|corrected|edited|revised|republished|modified|syndicated|auto"
        r"|translated|changed|(?:first|originally) (?:published|appeared)|part of an? (?:series"
        rf"|partnership)){TO_END}\)?",
    ),
    (
        JunkKind.NOTE,
        r"\((?:this|the) (?:story|article|report|copy|headline)[^()]{5,200}(?:edited|syndicated|generated"
        r"|published|updated)[^()]{0,200}\)\.?",
    ),
    (
        JunkKind.NOTE,
        rf"this (?:{PAGE}) (?:(?:first|originally) )?(?:appeared|published) (?:first |originally )?(?:in|on"
        rf"|at)\b{INSIDE}{{3,200}}(?:[.]|$)",
    ),
    (
        JunkKind.NOTE,
        r"(?:this is an? (?:developing|breaking)(?: news)? story|(?:please )?check back\b|refresh (?:this|the"
        r"|for)|stay (?:tuned|with us)\b|more (?:(?:details|information|updates?) )?(?:to come|to follow|soon"
        rf"|as we get)){TO_END}",
    ),
    (
        JunkKind.NOTE,
        r"(?:the )?(?:views|opinions)(?:,? (?:and|or|views|opinions|thoughts|comments))* (?:expressed"
        rf"|presented|contained|in this)\b(?={INSIDE}{{0,160}}(?:author|writer|own|reflect|represent"
        rf"|alone)){TO_END}",
    ),
    (
        JunkKind.NOTE,
        rf"(?:©\s?(?=\d{{4}}|(?-i:[A-Z]))|copyright (?:©|\(c\)|\d{{4}}|{NAME}(?:(?: of| and)?"
        rf" {NAME}){{0,6}},?(?: \d{{4}})?(?=\.|$))|\(c\) ?\d{{4}}|all rights reserved|this material may not be"
        r"|this content is (?:protected|copyright)|(?:any )?(?:unauthori[sz]ed|reproduction) (?:reproduction"
        r"|use|copying|or|of (?:this|the))|no part of (?:this|the)(?= (?:publication|article|story|material"
        rf"|site|content|website))){TO_END}",
    ),
    (JunkKind.NOTE, rf"may not be (?:published|reproduced|redistributed){TO_END}"),
    (
        JunkKind.NOTE,
        r"(?:you can )?(?:reach|contact|e-?mail|write to|call|tweet) (?:him|her|them|us|me|the (?:reporter"
        rf"|writer|author|newsroom)|{NAMES}){INSIDE}{{0,30}}(?:\sat|\son|:)\s{INSIDE}{{0,60}}(?:@\S+"
        rf"|\d{{3}}-\d{{4}}){TO_END}",
    ),
    (
        JunkKind.NOTE,
        rf"(?:he|she|they|{NAMES}|the writer) (?:can be|is|may be) (?:reached|contacted|followed|on twitter)\b{TO_END}",
    ),
    (
        JunkKind.NOTE,
        r"(?:tel(?:ephone)?|phone|fax|mob(?:ile)?|cell)\s?[.:]{1,2}\s?[+(]?\d[\d() -]{5,18}\d|e-?mail\s?:\s?\S+@\S+\w",
    ),
    (
        JunkKind.NOTE,
        r"[-–—*]{1,2}\s?(?:ends|end ?item|(?-i:END|MORE))\b\s?[-–—*]{0,2}|(?:tags|keywords|filed"
        r" under)\s?:[^.]{3,160}$",
    ),
    (
        JunkKind.NOTE,
        rf"{NAME} {NAME} is an? (?:[\w’'-]+ ){{0,2}}?(?:staff (?:writer|reporter)|freelance (?:writer"
        rf"|journalist))\b{TO_END}",
    ),
    (JunkKind.NOTE, rf"published in {NAMES},? (?:on )?{TIME}\.?"),
    (JunkKind.NOTE, rf"distributed by {NAMES}\s?\({INSIDE}{{3,60}}\)\.?"),
)

# Anywhere in a line.
ANYWHERE: tuple[tuple[JunkKind, str], ...] = (
    (
        JunkKind.EMBED,
        rf"</\w+>\.?(?=\s*$)|</?{TAG}(?:\s[^<>]{{0,200}})?/?>|\[/?(?:caption|gallery|embed"
        r"|youtube)\b[^\[\]]{0,200}\]|&(?:nbsp|amp;nbsp);",
    ),
    (JunkKind.LINK, r"https?://[^\s<>\"”)]+[\w/]|\bpic\.twitter\.com/\w+"),
    (
        JunkKind.NOTE,
        r"\((?:with )?(?:additional |further )?(?:reporting|writing|editing|compiled|translated|edited"
        r"|written|inputs?) (?:by|from) [^()]{3,200}\)\.?",
    ),
    (JunkKind.NOTE, rf"(?:(?<=[.!?])|(?<=[.!?] ))(?:-{{1,2}}(?-i:[A-Z]{{2,6}})|--{NAMES})\.?\s*$"),
    (JunkKind.DATELINE, r"\(all times (?:local|gmt|[a-z]{2,4})\)[.:]?(?:\s+\d{1,2}:\d\d [ap]\.m\.)?"),
    (JunkKind.SHARE, r"\(opens in (?:a )?new (?:tab|window)\)"),
)
