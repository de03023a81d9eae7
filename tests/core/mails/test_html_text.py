"""HTML parts as text."""

import pytest

from migrations_tracker.core.mails.html_text import text_of_html


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("one<br>two", "one\ntwo"),
        ("<ul><li>one</li><li>two</li></ul>", "* one\n* two"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", "a\tb\nc\td"),
        ("<table><tr><td></td><th><p>a</p></th><th>b</th></tr></table>", "\ta\tb"),
        ("<table><tr><td>a<br>b</td><td>c<br>d</td></tr></table>", "a\nb\nc\nd"),
        ("<blockquote>one<br>two</blockquote>three", "> one\n> two\n\nthree"),
        ("<script>x</script><style>y</style>shown", "shown"),
        ('<div style="display: none">x</div>shown', "shown"),
        ("<!-- x -->shown", "shown"),
        ('<?xml version="1.0" encoding="utf-8"?><p>shown</p>', "shown"),
        ("a&nbsp;b &lt;c&gt;", "a b <c>"),
        ("", ""),
        ("<div>" * 5_000, ""),
    ],
)
def test_html_becomes_lines(markup: str, text: str) -> None:
    assert text_of_html(markup) == text
