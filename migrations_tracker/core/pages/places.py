"""Where an exam is taken: at home under supervision, or in a test centre."""

import re

_ONLINE = re.compile(
    r"onvue|\bonline\b|オンライン|在宅|自宅|remote(?:ly)? proctored|home or office", re.I
)
_CENTRE = re.compile(
    r"test(?:ing)? cent(?:er|re)|professional cent(?:er|re)|テスト ?センター|"
    r"試験 ?センター|プロフェッショナル ?センター|ピアソン|会場|"
    r"in[- ]person|onsite|on-site|pearson vue[ :,-]+\S|pearson professional",
    re.IGNORECASE,
)
# One of these is in everything that _ONLINE, _CENTRE and _VENDOR match.
_MARKS_OF_PLACE = (
    *("online", "onvue", "remote", "home", "test", "cent", "person", "site", "pearson", "psi"),
    *("オンライン", "在宅", "自宅", "センター", "会場", "ピアソン"),
)
_VENDOR = re.compile(r"pearson ?vue|psi(?: services)?|pearson", re.IGNORECASE)


def is_online(text: str) -> bool:
    """Tell whether ``text`` says that the exam is taken at home, under OnVUE or the like."""
    return _ONLINE.search(text) is not None


def is_centre(text: str) -> bool:
    """Tell whether ``text`` names a test centre."""
    return not is_online(text) and _CENTRE.search(text) is not None


def is_place(text: str) -> bool:
    """Tell whether ``text``, the whole of it, says where an exam is taken."""
    if len(text) > 120 or text.rstrip().endswith((".", "。")):
        return False
    lowered = text.lower()
    if not any(map(lowered.__contains__, _MARKS_OF_PLACE)):
        return False
    return is_online(text) or is_centre(text) or _VENDOR.fullmatch(text) is not None
