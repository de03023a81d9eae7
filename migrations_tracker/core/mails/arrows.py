"""Arrows between accounts, however they are drawn: "-->", "==>", ">>", "⇒", "<--".

All become → or ←, so that the rules know two signs only.
"""

from migrations_tracker.core.mails.screening import screened

SHAFT = r"[-=~\u2010-\u2015\u2500\u2501]"
FORWARDS = screened(
    rf"{SHAFT}{{1,20}}\s?>{{1,5}}|(?<=\s)>{{1,5}}(?=\s)|"
    rf"[\u2192\u21d2\u27f6\u27f9\u2794\u279c\u27a1\u25ba\u25b6\u2b95]\ufe0f?"
)
BACKWARDS = screened(
    rf"<{{1,5}}{SHAFT}{{1,20}}|(?<=\s)<{{2,5}}(?=\s)|[\u2190\u21d0\u27f5\u27f8\u2b05]\ufe0f?"
)


def plain_arrows(text: str) -> str:
    """``text`` with every arrow drawn as → or ←."""
    return BACKWARDS.sub(" ← ", FORWARDS.sub(" → ", text))


STEP = screened(
    r"→\s{0,3}(?=[\"'*(\u201c\u201d\u300c]?(?:sign|log|enter|type|click|press|choose|select|open|go|pick|"
    r"confirm|submit|tap|visit|merge accounts?|profile|next|then|サインイン|ログイン|入力|選択|"
    r"確認|クリック)(?:\b|を))"
)


def without_steps(text: str) -> str:
    """ "sign in → enter ‹1›": such an arrow leads to the next step, not into an account."""
    return STEP.sub("; ", text)
