"""Saved pages: what a person would see and copy, and no parser that can be made to hang."""

import pytest

from migrations_tracker.core.pages.html import NestedTooDeeply, page_lines_from_html


def test_rows_of_a_table_become_lines_parted_by_tabs() -> None:
    html = (
        "<table><tr><th>Exam</th><th>Date</th></tr><tr><td> A <b>B</b></td><td>C</td></tr></table>"
    )
    assert page_lines_from_html(html) == "Exam\tDate\nA B\tC"


def test_rows_made_of_roles_are_rows_too() -> None:
    html = '<div role="row"><div role="cell">A</div><div role="cell"><p>B</p><p>C</p></div></div>'
    assert page_lines_from_html(html) == "A\tB C"


def test_an_empty_cell_keeps_its_column() -> None:
    assert page_lines_from_html("<table><tr><td>A<td><td>C</table>") == "A\t\tC"


def test_a_table_that_lays_out_other_tables_is_no_table() -> None:
    html = (
        "<table><tr><td>Menu</td><td><table><tr><td>A</td><td>B</td></tr></table></td></tr></table>"
    )
    assert page_lines_from_html(html) == "Menu\nA\tB"


def test_scripts_styles_hidden_parts_and_icons_are_left_out() -> None:
    html = (
        "<style>p{}</style><script>var a = '<p>x</p>'</script><p hidden>no</p>"
        '<p style="display: none">no</p><span class="sr-only">no</span>'
        '<p><mat-icon>check_circle</mat-icon> Pass <i class="material-icons">download</i></p>'
        "<!-- no --><noscript>no</noscript>"
    )
    assert page_lines_from_html(html) == "Pass"


def test_neighbours_without_a_blank_between_them_stay_apart() -> None:
    assert (
        page_lines_from_html("<div><span>Status</span><span>Active</span></div>") == "Status Active"
    )
    assert page_lines_from_html("<a>Exam History</a><a>Benefits</a>") == "Exam History\nBenefits"


def test_the_title_is_a_line_since_some_pages_have_no_other_heading() -> None:
    html = "<html><head><title>Certification Status</title></head><body><p>x</p></body></html>"
    assert page_lines_from_html(html) == "Certification Status\nx"


def test_text_in_a_row_without_cells_is_kept() -> None:
    assert page_lines_from_html("<div role=row>A<div role=cell>B</div>C</div>D").split() == [
        "A",
        "B",
        "C",
        "D",
    ]


@pytest.mark.parametrize("tags", ["<div>", "<b><i>", "<table><tr><td>"])
def test_elements_nested_too_deeply_are_refused(tags: str) -> None:
    with pytest.raises(NestedTooDeeply):
        page_lines_from_html(tags * 1_000)


@pytest.mark.parametrize(
    "broken",
    ["", "\x00", "<", "<<<>>>", "</td></tr>", "<p>a<tr>b", "&#xD800;", "\ud800", "<a href='"],
)
def test_broken_pages_give_what_text_they_have(broken: str) -> None:
    assert isinstance(page_lines_from_html(broken), str)


def test_many_unclosed_elements_are_read_to_the_end() -> None:
    assert page_lines_from_html("<p>x" * 100_000).count("x") == 100_000


def test_a_field_that_only_shows_is_seen_and_one_to_fill_in_is_not() -> None:
    html = (
        "<p>Code</p><p><input readonly value='ABC-123'></p>"
        "<p><input value='search'></p><p><input type=hidden value='x' readonly></p>"
    )
    assert page_lines_from_html(html) == "Code\nABC-123"


def test_a_cell_over_several_rows_stands_in_each_of_them() -> None:
    html = (
        "<table><tr><th>Exam</th><th>Date</th></tr><tr><td rowspan=2>A</td><td>1</td></tr>"
        "<tr><td>2</td></tr><tr><td colspan=2>B</td><td>3</td></tr></table>"
    )
    assert page_lines_from_html(html) == "Exam\tDate\nA\t1\nA\t2\nB\t\t3"


def test_cells_over_many_rows_do_not_swell_a_page() -> None:
    tall = "<td rowspan=65534 colspan=65534>" + "x" * 250
    html = f"<table><tr>{tall * 40}</tr>{'<tr><td>y</td></tr>' * 5_000}</table>"
    assert len(page_lines_from_html(html)) < 20 * len(html)


@pytest.mark.parametrize(
    ("wide", "narrow"), [("d-none d-md-block", "d-md-none"), ("hidden md:table", "md:hidden")]
)
def test_of_a_page_for_two_widths_the_wide_one_is_read(wide: str, narrow: str) -> None:
    both = f'<div class="{wide}">A</div><ul class="cards {narrow}"><li>A</li></ul>'
    assert page_lines_from_html(both) == "A"
    assert page_lines_from_html(f'<ul class="{narrow}"><li>A</li></ul>') == "A"
