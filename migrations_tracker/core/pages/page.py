"""A whole page: blocks into records, and every line accounted for."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import zip_longest

from migrations_tracker.core.catalogue import Catalogue
from migrations_tracker.core.dates import DateOrder, infer_order
from migrations_tracker.core.folding import fold
from migrations_tracker.core.pages.benefits import benefit, is_benefit
from migrations_tracker.core.pages.blocks import Block, blocks_of
from migrations_tracker.core.pages.certifications import certification, is_certification
from migrations_tracker.core.pages.context import Context
from migrations_tracker.core.pages.document import PageLine, Role, page_lines
from migrations_tracker.core.pages.drafts import Draft
from migrations_tracker.core.pages.evidence import section_of
from migrations_tracker.core.pages.exam_history import exam_attempt, is_exam_attempt
from migrations_tracker.core.pages.fields import Field, Kind, Token
from migrations_tracker.core.pages.grouping import Grouping
from migrations_tracker.core.pages.groups import mark_groups
from migrations_tracker.core.pages.headings import PAST, heading_of
from migrations_tracker.core.pages.holder import read_holder
from migrations_tracker.core.pages.lines import LONGEST_LINE, split_lines
from migrations_tracker.core.pages.notes import is_empty_note
from migrations_tracker.core.pages.partings import partings_of
from migrations_tracker.core.pages.registrations import is_registration, registration
from migrations_tracker.core.pages.repetitions import without_repetitions
from migrations_tracker.core.pages.rivals import report_rivals
from migrations_tracker.core.pages.shapes import Shapes
from migrations_tracker.core.pages.side_by_side import one_below_the_other
from migrations_tracker.core.pages.slots import is_sentence, speaks_of_benefit
from migrations_tracker.core.pages.wrapping import join_wrapped_lines
from migrations_tracker.core.reading import Found, Leftover, ProblemKind, Reading, SourceKind
from migrations_tracker.core.records import Holder, Record, RecordType

_IS_RECORD: dict[RecordType, Callable[[Draft], bool]] = {
    RecordType.EXAM: is_exam_attempt,
    RecordType.CERTIFICATION: is_certification,
    RecordType.BENEFIT: is_benefit,
    RecordType.REGISTRATION: is_registration,
}
_BUILDERS: dict[RecordType, Callable[[Draft, Context], Record | None]] = {
    RecordType.EXAM: exam_attempt,
    RecordType.CERTIFICATION: certification,
    RecordType.BENEFIT: benefit,
    RecordType.REGISTRATION: registration,
}


def read_page(
    text: str,
    catalogue: Catalogue,
    *,
    section: RecordType | None = None,
    date_order: DateOrder | None = None,
    today: date | None = None,
) -> Reading:
    """Read the copied text of one or several portal pages.

    ``section`` is what the person says the text is, for texts without a heading.
    ``date_order`` is their answer for dates such as 8/4/2024; without it other dates
    of the text may settle it. ``today`` tells the state of what expires where the
    page names none. Kind UNKNOWN where nothing of a portal page is there.
    """
    shapes = Shapes(catalogue)
    lines = page_lines(split_lines(text), shapes)
    join_wrapped_lines(lines, shapes)
    order = date_order or infer_order(line.line.text for line in lines)
    context = Context(catalogue, order, today)
    holder = read_holder(lines)
    read = (item for block in blocks_of(lines) for item in _read_block(block, section, context))
    found = without_repetitions(read)
    _report_damage(lines, context)
    return Reading(
        kind=_kind(lines, found, holder, context),
        holder=holder,
        found=tuple(found),
        problems=tuple(sorted(context.problems, key=lambda problem: problem.line)),
        leftovers=tuple(_leftovers(lines, found)),
        ignored=tuple(context.ignored),
        furniture=tuple(_furniture(lines, found)),
    )


def _read_block(block: Block, hint: RecordType | None, context: Context) -> Iterable[Found]:
    section = section_of(block, hint)
    if section is None:
        _set_aside(block)
        return
    group = _group(block, section)
    mark_groups(block.lines, section)
    lines = one_below_the_other(block.lines)
    grouping = Grouping(section, group, partings_of(lines, section))
    for line in lines:
        grouping.add(line)
    for draft, following in zip_longest(grouping.drafts, grouping.drafts[1:]):
        if block.heading or (len(draft.values) > 1 and (hint or _speaks_for_itself(draft))):
            yield from _record(draft, following, context)


def _speaks_for_itself(draft: Draft) -> bool:
    """Tell a record from a sentence with a day in it, where no heading says what stands here."""
    name = draft.get(Field.BENEFIT_NAME)
    code = draft.get(Field.BENEFIT_CODE)
    named = name is None or speaks_of_benefit(name.text) or (code is not None and bool(code.field))
    return named and not draft.is_only_named()


def _group(block: Block, section: RecordType) -> str | None:
    """The state that the heading gives: of past exams also where they are past bookings."""
    heading = block.heading
    if heading is None:
        return None
    past = heading.group == PAST and section is RecordType.REGISTRATION
    return heading.group if heading.section is section or past else None


def _record(draft: Draft, following: Draft | None, context: Context) -> Iterable[Found]:
    if not _IS_RECORD[draft.section](draft):
        _set_offer_aside(draft)
        _doubt(draft, following)
        return
    record = _BUILDERS[draft.section](draft, context)
    if record is None:
        for line in draft.lines:
            line.role = Role.FURNITURE
        return
    report_rivals(draft, context)
    yield Found(record=record, lines=_numbers(draft))


def _numbers(draft: Draft) -> tuple[int, ...]:
    wrapped = [rest for line in draft.lines for rest in line.wrapped]
    return tuple(sorted({line.number for line in [*draft.lines, *wrapped]}))


def _set_offer_aside(draft: Draft) -> None:
    """An exam with a button to book it is no booking, and is understood."""
    is_offer = draft.has_only_a_name() and draft.asides(Kind.ACTION)
    if draft.section is RecordType.REGISTRATION and is_offer:
        for line in draft.lines:
            line.role = Role.FURNITURE


def _doubt(draft: Draft, following: Draft | None) -> None:
    """Several fields that make no record, or a benefit's bare name: a person should look.

    A name right above another one is its title.
    """
    name = draft.get(Field.BENEFIT_NAME)
    bare = name is not None and not is_sentence(name.text) and speaks_of_benefit(name.text)
    is_title = following is not None and following.lines[0].number == draft.lines[-1].number + 1
    for line in draft.lines:
        line.is_doubtful = draft.tells_something() or (bare and not is_title)


def _set_aside(block: Block) -> None:
    """Lists of what could be taken or earned: understood, unless something was taken or earned."""
    if block.heading is None:
        return
    for line in block.lines:
        if line.role is Role.CONTENT and not any(_tells_of_record(token) for token in line.tokens):
            line.role = Role.FURNITURE


def _tells_of_record(token: Token) -> bool:
    if token.kind is Kind.NUMBER:
        return len(token.text) in (16, 32)
    return token.kind in (Kind.TIME, Kind.WORD) or token.field in (Field.EARNED_ON, Field.TAKEN_ON)


def _report_damage(lines: Sequence[PageLine], context: Context) -> None:
    for line in lines:
        if line.line.was_cut:
            context.report(ProblemKind.TOO_LONG, line, str(LONGEST_LINE))
        if line.line.turns_direction:
            context.report(ProblemKind.INVISIBLE_CHARACTERS, line, "")


def _kind(
    lines: Sequence[PageLine], found: Sequence[Found], holder: Holder, context: Context
) -> SourceKind:
    """A page has records, two of the portal's headings, or one with a head, an ID or a note."""
    headings = (heading_of(fold(line.line.text)) for line in lines if line.is_menu_word)
    sections = {heading.section for heading in headings if heading and heading.section}
    is_page = bool(found or context.ignored or len(sections) > 1) or (
        bool(sections) and _is_own(lines, holder)
    )
    return SourceKind.PORTAL_PAGE if is_page else SourceKind.UNKNOWN


def _is_own(lines: Sequence[PageLine], holder: Holder) -> bool:
    """Tell whether a page names its person, has a table's head, or says that it is empty."""
    return bool(
        holder.candidate_id
        or any(line.columns for line in lines)
        or any(is_empty_note(fold(line.line.text)) for line in lines)
    )


def _leftovers(lines: Sequence[PageLine], found: Sequence[Found]) -> Iterable[Leftover]:
    used = {number for item in found for number in item.lines}
    for line in lines:
        if line.role is Role.CONTENT and line.number not in used:
            text = line.line.text.strip()
            yield Leftover(line=line.number, text=text, suspicious=_is_suspicious(line))


def _is_suspicious(line: PageLine) -> bool:
    marks = {Kind.CODE, Kind.DATE}
    return line.is_doubtful or any(
        token.kind in marks
        or bool(token.candidates)
        or (token.kind is Kind.NUMBER and len(token.text) in (16, 32))
        for token in line.tokens
    )


def _furniture(lines: Sequence[PageLine], found: Sequence[Found]) -> Iterable[int]:
    used = {number for item in found for number in item.lines}
    for line in lines:
        empty_quotation = line.role is Role.BLANK and ">" in line.line.pasted
        known = line.role not in (Role.BLANK, Role.CONTENT) and line.number not in used
        if known or empty_quotation:
            yield line.number
