"""Which field of a record a token fills, by its label or column, else by its shape."""

from collections.abc import Mapping

from migrations_tracker.core.folding import fold
from migrations_tracker.core.pages.fields import ACCEPTS, Field, Kind, Token, meant
from migrations_tracker.core.pages.vocabulary import words_of
from migrations_tracker.core.records import RecordType

_BY_KIND: dict[RecordType, dict[Kind, Field]] = {
    RecordType.EXAM: {
        Kind.CODE: Field.EXAM_CODE,
        Kind.NAME: Field.NAME,
        Kind.DATE: Field.TAKEN_ON,
        Kind.INTEGER: Field.SCORE,
        Kind.NUMBER: Field.REGISTRATION_NUMBER,
        Kind.WORD: Field.RESULT,
    },
    RecordType.CERTIFICATION: {
        Kind.CODE: Field.EXAM_CODE,
        Kind.NAME: Field.NAME,
        Kind.DATE: Field.EARNED_ON,
        Kind.NUMBER: Field.VALIDATION_NUMBER,
        Kind.WORD: Field.STATUS,
    },
    RecordType.BENEFIT: {
        Kind.CODE: Field.EARNED_FOR,
        Kind.NAME: Field.EARNED_FOR,
        Kind.DATE: Field.EXPIRES_ON,
        Kind.NUMBER: Field.BENEFIT_CODE,
        Kind.WORD: Field.STATUS,
        Kind.TEXT: Field.BENEFIT_NAME,
    },
    RecordType.REGISTRATION: {
        Kind.CODE: Field.EXAM_CODE,
        Kind.NAME: Field.NAME,
        Kind.DATE: Field.APPOINTMENT,
        Kind.TIME: Field.TIME,
        Kind.ZONE: Field.TIME_ZONE,
        Kind.NUMBER: Field.CONFIRMATION_NUMBER,
        Kind.WORD: Field.STATUS,
        Kind.PLACE: Field.WHERE,
    },
}
_BENEFIT_WORDS = tuple(
    words_of("""
        discount | % off | free | practice | voucher | benefit | sme | program | badge | store
        logo | swag | event | lounge | community | retake | merchandise | coupon | credit
        access | 割引 | 無料 | 模擬 | バウチャー | 特典 | プログラム | バッジ | ストア | ロゴ
        イベント | ラウンジ | クーポン | コミュニティ | 半額 | オフ | クレジット | 再受験
        グッズ | 할인 | 무료 | 바우처 | 折扣 | 免费 | 免費 | 优惠 | 優惠
    """)
)
_LONGEST_BENEFIT = 160


def shape_of(kind: Kind, section: RecordType) -> Field | None:
    """The field that a piece of this shape fills where no label says anything."""
    return _BY_KIND[section].get(kind)


def speaks_of_benefit(text: str) -> bool:
    """Tell whether ``text`` has a word that benefits are named with."""
    folded = fold(text)
    return any(map(folded.__contains__, _BENEFIT_WORDS))


def is_sentence(text: str) -> bool:
    return text.rstrip().endswith((".", "。", "!", "?", "？", "！"))


_NAMES = frozenset({Kind.NAME, Kind.CODE})
_MOVED = frozenset({Kind.TIME, Kind.ZONE, Kind.EMPTY})


def _settled_under(section: RecordType) -> dict[tuple[Field, Kind], Field]:
    """What a column of ``section`` and a shape settle, whatever else the record has."""
    return {
        (column, kind): field
        for column in Field
        if (field := meant(column, section)) not in (Field.OTHER, Field.UNKNOWN)
        for kind in ACCEPTS[field] - _MOVED - ({Kind.CODE} if field is Field.NAME else set())
    }


_SETTLED = {section: _settled_under(section) for section in RecordType}


def slot_of(token: Token, section: RecordType, taken: Mapping[Field, Token]) -> Field | None:
    """The field that ``token`` fills; None where it is of no interest."""
    if token.field is Field.CHECK_IN:
        return None
    if section is RecordType.BENEFIT and token.field is Field.NAME and token.kind in _NAMES:
        return _by_shape(token, section, taken)
    if token.field is not None and (settled := _SETTLED[section].get((token.field, token.kind))):
        return settled
    if token.field is not None:
        field = meant(token.field, section)
        if field is Field.OTHER and not _is_validation_number(token, section):
            return None
        if field not in (Field.OTHER, Field.UNKNOWN) and token.kind in ACCEPTS[field]:
            return _by_shape_under(field, token, section, taken)
    return _by_shape(token, section, taken)


def _is_validation_number(token: Token, section: RecordType) -> bool:
    """Even under "No.": nothing else on a certification has 16 or 32 characters."""
    certification = section is RecordType.CERTIFICATION
    return certification and token.kind is Kind.NUMBER and len(token.text) in (16, 32)


def _by_shape_under(
    field: Field, token: Token, section: RecordType, taken: Mapping[Field, Token]
) -> Field | None:
    """Cells of a date may hold a time, cells of a name a code: those go where they belong."""
    if token.kind is Kind.EMPTY:
        return None
    moved = {Kind.TIME, Kind.ZONE} | ({Kind.CODE} if field is Field.NAME else set())
    if token.kind in moved:
        return _by_shape(token, section, taken)
    return field


def _by_shape(token: Token, section: RecordType, taken: Mapping[Field, Token]) -> Field | None:
    slot = _BY_KIND[section].get(token.kind)
    if section is RecordType.BENEFIT and token.kind is Kind.NAME:
        return _benefit_or_its_origin(token, taken)
    if token.kind is Kind.NUMBER and section is RecordType.CERTIFICATION:
        return slot if len(token.text) in (16, 32) else None
    if token.kind is Kind.INTEGER and len(token.text) < 3:
        return None
    if section is RecordType.CERTIFICATION and slot is Field.EARNED_ON and Field.EARNED_ON in taken:
        return Field.EXPIRES_ON
    return slot


def _benefit_or_its_origin(token: Token, taken: Mapping[Field, Token]) -> Field | None:
    is_benefit = not token.candidates or speaks_of_benefit(token.text)
    return Field.BENEFIT_NAME if is_benefit else Field.EARNED_FOR


def may_be_name(token: Token, section: RecordType, taken: Mapping[Field, Token]) -> bool:
    """Tell whether unknown text names a record: only benefits are named freely."""
    if section is not RecordType.BENEFIT or len(token.text) > _LONGEST_BENEFIT:
        return False
    if token.text.rstrip().endswith(("?", "？")):
        return False
    if is_sentence(token.text):
        return Field.BENEFIT_NAME not in taken and speaks_of_benefit(token.text)
    return Field.BENEFIT_NAME not in taken or speaks_of_benefit(token.text)
