"""What Unicode has to offer to who wants to break something, or just writes another script."""

from hypothesis import strategies as st

ODD = (
    "\x00",
    "a\x00b",
    "\ud800",  # half a surrogate pair
    "a\udfffb",
    "ＡＷＳ１２３４５６７８",
    "２０２４／０８／０４",
    "‮txet siht nrut‬",
    "‎‏⁦⁧⁨⁩",
    "مرحبا ١٢٣",
    "e" + "́" * 500,
    "Z̸̢͇̆a̷̡͝l̶̨͐g̵̢̀o̸",
    "👩‍👩‍👧‍👦🏴‍☠️🇯🇵",
    "﷽" * 100,
    "ﬁ㍿㎏⑳",
    "\u2028\u2029\x85\x0b\x0c\x1c\x1d\x1e",
    "\r\nSet-Cookie: a=b",
    "\ufeff\u200b\u200d\u2060",
    "\uffff\U0010ffff",
    "ｶﾞｷﾞｸﾞ",
    "ß".upper() + "ıİſK",
    "9" * 400,
    "-1",
    "1e999",
    "٣",
    "NaN",
    "²",
    "0x10",
    "９９９",
    "1" * 20 + ".5",
    "2024-02-30",
    "0001-01-01",
    "99999-12-31",
    "24:00",
    "{{ 7 }}{% debug %}",
    "%s%n%(x)s{0.__class__}",
    "../../../etc/passwd\x00.png",
    "' OR 1=1 --",
    "\\",
    "[" * 3000,
    '{"a":' * 500,
    "AWS Certified " * 300,
    "x" * 20_000,
    "あ" * 20_000,
    " " * 20_000 + "x",
    "\t" * 5_000,
    "\n" * 5_000,
    "a@" + "b." * 5_000 + "c",
    "=cmd|' /C calc'!A0",
)

#: Anything at all, lone surrogates among it.
ANYTHING = st.text(st.characters(exclude_categories=[]), max_size=60)
odd_texts = st.one_of(st.sampled_from(ODD), ANYTHING)
