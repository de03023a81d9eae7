"""Contractions and the shorthand of quick mails, written out: "can't", "dont", "ur", "w/o".

The rules then need one spelling of each phrase. Text is expected in lower case.
"""

from migrations_tracker.core.mails.screening import Choice, Marked, screened

APOSTROPHES = {0x2019: "'", 0x2018: "'"}
NO_APOSTROPHE = r"(do|does|did|is|are|was|were|could|would|should|has|have|had)"
IS_BEHIND = r"(that|it|here|there|everything|what|all|who|he|she)"
WRITTEN_OUT = tuple(
    (screened(pattern), replacement)
    for pattern, replacement in (
        (r"\bcannot\b", "can not"),
        (r"\bcan'?t\b", "can not"),
        (r"\bwon't\b|\bwont\b", "will not"),
        (r"\bshan't\b", "shall not"),
        (r"n't\b", " not"),
        (rf"\b{NO_APOSTROPHE}nt\b", r"\1 not"),
        (r"'ve\b", " have"),
        (r"'ll\b", " will"),
        (r"'re\b", " are"),
        (r"\b(i|you|we|they|he|she|it|that|who)'d\b", r"\1 would"),
        (r"\bi'?m\b", "i am"),
        (r"\bive\b", "i have"),
        (r"\byouve\b", "you have"),
        (r"\bweve\b", "we have"),
        (r"\byoure\b", "you are"),
        (rf"\b{IS_BEHIND}'s\b", r"\1 is"),
        (r"\b(that|here|there|everything|what|who)s\b", r"\1 is"),
        (r"\bits (?=(?:all |now |already |been )?(?:done|merged|finished|complete))", "it is "),
        (
            r"\b(\w+)'s (?=(?:the|an?|not|been|done|now|gone|going|it|all|finished|merged|"
            r"complete)\b)",
            r"\1 is ",
        ),
        (r"\blet's\b|\blets\b(?! (?:you|us|me|them|people|the|anyone)\b)", "let us"),
        (r"\be-mail", "email"),
        (r"\bw/o\b", "without"),
        (r"\bw/(?=\s?\w)", "with "),
        (r"\bb4\b", "before"),
        (r"\b(?:pls|plz|plse)\b", "please"),
        (r"\b(?:thx|thks|tks|tnx)\b", "thanks"),
        (r"\b(?:tmrw|tmr|tmw|2moro)\b", "tomorrow"),
        (r"\bu\b(?!\.)", "you"),
        (r"\bur\b", "your"),
        (r"\br (?=you\b)", "are "),
        (r"\bgonna\b", "going to"),
        (r"\bwanna\b", "want to"),
        (r"\bgotta\b", "have to"),
        (r"\bacct(s?)\b\.?", r"account\1"),
        (r"\bcerts\b", "certifications"),
        (r"\binfos?\b", "information"),
        (r"\bnot (?:any ?)?more (?=(?:work|employ|with|at|in|part|exist)\w*\b)", "no longer "),
        (r"\b(is|are|does|do|can|will) not (exist|work|employed)(\w*) (?:any ?)?more\b",
         r"\1 no longer \2\3"),
    )
)  # fmt: skip
ANY_SHORTHAND = Choice(*(pattern for pattern, _ in WRITTEN_OUT))


def written_out(text: str) -> Marked:
    """``text`` (lower case) with its contractions and shorthand in full words."""
    plain = Marked(text if text.isascii() else text.translate(APOSTROPHES))
    if ANY_SHORTHAND.none_could_match(plain):
        return plain
    for pattern, replacement in WRITTEN_OUT:
        if pattern.could_match(plain):
            plain = plain.rewritten(pattern.sub(replacement, plain))
    return plain
