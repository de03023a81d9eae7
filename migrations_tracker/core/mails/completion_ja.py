"""Does a Japanese sentence say that accounts were merged?

The verb stands last: 統合いたしました is done, 統合いたします is a plan, and 統合しましたら
is a condition.
"""

from itertools import chain

from migrations_tracker.core.mails.screening import screened
from migrations_tracker.core.mails.statements import Statement

J_MERGE = (
    r"(?:統合|マージ|結合|合算|一本化|一元化|移行|移管|移動|連結|合併|集約|名寄せ|引き?継ぎ|まとめ)"
)
J_PAST = (
    r"(?:いたし|致し|し|され|させていただき|させて頂き|行い|行ない|実施し|実施いたし|なり|"
    r"終わり|終え|済ませ)(?:ました|ております|ています|た)"
)
J_DONE = screened(
    rf"{J_MERGE}(?:の)?(?:処理|作業|手続き|対応|ご?依頼|リクエスト)?(?:について|"
    rf"に関して)?(?:[はがをも]|、)?[^。、]{{0,16}}?(?:完了|終了)(?:{J_PAST}|です|済み?です|の旨|"
    rf"のお知らせ|のご連絡|$)(?!ら)|"
    rf"{J_MERGE}(?:処理|作業|手続き)?(?:[はがをも])?(?:正常に|無事に?|すべて|"
    rf"全て)?{J_PAST}(?!ら)|"
    rf"(?:1つ|一つ|ひとつ|1本|一本)に(?:まとめ|統合|集約|まとまり)(?:いたし|致し|し|され|"
    rf"られ)?ま?(?:した|ております|ています)(?!ら)|"
    rf"{J_MERGE}済み?(?:です|となって|でござい|と)|"
    rf"(?:作業|処理|手続き|対応)(?:は|が|を)?(?:すべて|全て|無事)?(?:完了|終了)(?:{J_PAST}|"
    rf"です)(?!ら)"
)  # fmt: skip
J_GONE_ON = screened(
    rf"{J_MERGE}[^。、]{{0,12}}(?:完了|終了)(?:いたし|致し|し)、|"
    rf"{J_MERGE}[^。、]{{0,16}}(?:終わりました|終えました|済みました|終わっております|"
    rf"済んで(?:おり|い)ます)|"
    rf"(?:認定|記録|履歴|アカウント)[^。]{{0,30}}(?:移りました|移行されました)|"
    rf"閉鎖済み"
)
J_NOT = screened(
    r"(?:次第|する前|前に|ません|できない|いたしかね|致しかね|まだ|未だ|予定|場合|まで|後に|"
    r"のち|た後|ましたら|されると|しますと|でしょうか|か[。?]?$|わけではない)"
)


def said_done_in_japanese(statement: Statement) -> str | None:
    for match in chain(J_DONE.finditer(statement.folded), J_GONE_ON.finditer(statement.folded)):
        after = statement.folded[match.end() : match.end() + 12]
        if not J_NOT.search(match[0]) and not J_NOT.match(after):
            return match[0]
    return None
