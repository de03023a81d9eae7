"""What mails carry below their message: signatures, surveys, legal notices.

Their words ("resolved", "rate my response", "do not reply") would be taken for the
message's own. A paragraph is cut at the sentence that bears them.
"""

import re

from migrations_tracker.core.mails.screening import Marked, Screened, screened

SIGNATURE = re.compile(r"--\s?$")
SURVEY = screened(
    r"[★☆⭐]|\bvalue your (?:feedback|opinion)|\bfeedback (?:is|helps|link|form)|"
    r"\b(?:rate|rating)\b|\bsurvey\b|\bquestionnaire|"
    r"\bhow (?:did (?:we|i) do|was your (?:experience|support))|"
    r"\b(?:did|was) (?:this|my|our) (?:\w+ )?(?:help|answer|resolve|solve)|"
    r"\b(?:share|leave|give us|send us) (?:your )?feedback|"
    r"(?<!matter of )(?<!matter of great )\b(?:dis|un)?satisf(?:ied|action)|"
    r"アンケート|満足度|評価(?:を|して|ください|いただ)|ご意見をお聞かせ|"
    r"フィードバック",
    re.I,
)
NOTICE = screened(
    r"\bintended recipient|\bconfidential|\bunsubscribe|配信停止|本メールは送信専用|"
    r"このメールは送信専用|\bamazon web services, inc\. is a subsidiary|\ball rights reserved|"
    r"\bthis (?:message|email|e-mail) (?:was|is) (?:produced|sent (?:automatically|from a)|"
    r"automatically)|"
    r"\bnotification-only|\bplease do not reply to this|\bto contact us again about this case|"
    r"機密情報|誤って受信",
    re.I,
)
SENTENCE_END = re.compile(r"[.!?](?=\s)|[。！？\n]")
RULE = re.compile(r"\s*[_=*─━-]{3}[\s_=*─━-]*$")


def without_footer(text: str) -> tuple[str, bool]:
    """Take signature, survey and notices off; the second value tells of a survey."""
    kept: list[str] = []
    survey = False
    whole = Marked(text)
    marked = Marked if any(each.could_match(whole) for each in (SURVEY, NOTICE)) else whole.piece
    for lines in _paragraphs(text.split("\n")):
        paragraph = marked("\n".join(_without_signature(lines)))
        survey = survey or bool(SURVEY.search(paragraph))
        kept.append(_before(SURVEY, _before(NOTICE, paragraph)))
    return "\n\n".join(paragraph for paragraph in kept if paragraph), survey


def _before(pattern: Screened, paragraph: str) -> str:
    """The paragraph up to the sentence that bears the footer's words."""
    match = pattern.search(paragraph)
    if match is None:
        return paragraph
    ends = [end.end() for end in SENTENCE_END.finditer(paragraph, 0, match.start())]
    return paragraph[: ends[-1]].rstrip() if ends else ""


def _paragraphs(lines: list[str]) -> list[list[str]]:
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if not line.strip() or RULE.match(line):
            paragraphs.append([])
        else:
            paragraphs[-1].append(line)
    return [paragraph for paragraph in paragraphs if paragraph]


def _without_signature(paragraph: list[str]) -> list[str]:
    marks = [index for index, line in enumerate(paragraph) if SIGNATURE.match(line)]
    return paragraph[: marks[0]] if marks else paragraph
