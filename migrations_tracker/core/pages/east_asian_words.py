"""What Korean and Chinese copies of the portal's pages say: labels, headings, states, menus.

The portal speaks Korean and Chinese too (its language menu, 2022 to 2026); the words are
those of AWS's own pages about certification in these languages and their usual synonyms.
"""

from collections.abc import Mapping

from migrations_tracker.core.pages.fields import Field
from migrations_tracker.core.pages.vocabulary import words_of
from migrations_tracker.core.records import RecordType

LABELS: Mapping[Field, str] = {
    Field.EXAM_CODE: """
        시험 코드 | 시험코드 | 시험 번호 | 考试代码 | 考试编号 | 考试代号 | 考試代碼 | 考試代號
        考試編號
    """,
    Field.NAME: """
        시험명 | 시험 이름 | 시험 | 시험 제목 | 인증 | 인증명 | 인증 이름 | 자격증 | 자격증명
        자격증 이름 | 이름 | 考试名称 | 考试 | 考试标题 | 认证 | 认证名称 | 证书 | 证书名称
        考試名稱
        考試 | 認證 | 認證名稱 | 證書 | 證書名稱 | 名稱
    """,
    Field.DATE: "날짜 | 일자 | 日期 | 日期和时间 | 日期與時間 | 일시",
    Field.CODE: "코드 | 代码 | 代碼",
    Field.NUMBER: "번호 | 编号 | 編號",
    Field.STATUS: "상태 | 현재 상태 | 状态 | 当前状态 | 狀態 | 目前狀態",
    Field.TAKEN_ON: """
        시험일 | 시험 날짜 | 시험 일자 | 응시일 | 응시 날짜 | 응시일자 | 考试日期 | 应试日期
        参加日期
        考試日期 | 應試日期 | 測驗日期
    """,
    Field.SCORE: "점수 | 시험 점수 | 分数 | 得分 | 成绩 | 考试分数 | 分數 | 成績 | 考試分數",
    Field.RESULT: """
        결과 | 시험 결과 | 합격 여부 | 합격여부 | 합격/불합격 | 结果 | 考试结果 | 通过/未通过
        考試結果 | 通過/未通過
    """,
    Field.SCORE_REPORT: """
        성적표 | 점수 보고서 | 성적 보고서 | 점수 리포트 | 成绩单 | 成绩报告 | 分数报告 | 成績單
        成績報告
        分數報告
    """,
    Field.EARNED_ON: """
        취득일 | 취득 날짜 | 획득일 | 획득 날짜 | 발급일 | 인증일 | 获得日期 | 获取日期 | 颁发日期
        授予日期 | 取得日期 | 認證日期 | 认证日期 | 頒發日期 | 獲得日期 | 授予日
    """,
    Field.EXPIRES_ON: """
        만료일 | 만료 날짜 | 만료 | 유효 기간 | 유효기간 | 사용 기한 | 到期日期 | 到期日 | 过期日期
        失效日期 | 有效期 | 有效期至 | 過期日期 | 有效期限至 | 有效期間
    """,
    Field.VALIDATION_NUMBER: """
        검증 번호 | 인증 번호 | 자격증 번호 | 验证编号 | 验证号码 | 验证号 | 证书编号 | 驗證號碼
        驗證編號
        證書編號
    """,
    Field.BENEFIT_NAME: """
        혜택 | 혜택명 | 혜택 이름 | 权益 | 权益名称 | 福利 | 優惠 | 优惠 | 權益 | 權益名稱
    """,
    Field.BENEFIT_CODE: """
        할인 코드 | 쿠폰 코드 | 바우처 코드 | 프로모션 코드 | 折扣代码 | 优惠码 | 优惠代码
        促销代码
        折扣代碼 | 優惠碼 | 優惠代碼 | 促銷代碼
    """,
    Field.APPOINTMENT: """
        예약일 | 예약 날짜 | 예약 일시 | 시험 일시 | 시험 일정 | 预约 | 预约日期 | 预约时间
        考试时间
        預約 | 預約日期 | 預約時間 | 考試時間
    """,
    Field.TIME: "시간 | 시작 시간 | 시험 시간 | 时间 | 开始时间 | 開始時間",
    Field.CHECK_IN: "체크인 | 체크인 시간 | 签到时间 | 簽到時間 | 报到时间 | 報到時間",
    Field.TIME_ZONE: "시간대 | 표준 시간대 | 时区 | 時區",
    Field.WHERE: """
        장소 | 위치 | 시험 장소 | 시험장 | 시험 센터 | 地点 | 考试地点 | 考点 | 考试中心 | 地點
        考試地點
        考場 | 考試中心
    """,
    Field.CONFIRMATION_NUMBER: """
        확인 번호 | 예약 번호 | 주문 번호 | 确认号 | 确认编号 | 确认码 | 订单号 | 预约号 | 確認號碼
        訂單編號
        預約號碼
    """,
    Field.REGISTRATION_NUMBER: """
        등록 번호 | 등록번호 | 注册号 | 注册编号 | 报名号 | 註冊編號 | 報名編號
    """,
    Field.BUTTON: "작업 | 동작 | 다운로드 | 下载 | 下載 | 링크 | 链接 | 連結",
    Field.OTHER: """
        언어 | 시험 언어 | 레벨 | 수준 | 등급 | 비고 | 语言 | 考试语言 | 级别 | 等级 | 备注 | 語言
        考試語言
        級別 | 等級 | 備註
    """,
}
SECTIONS: Mapping[RecordType, str] = {
    RecordType.EXAM: """
        시험 기록 | 시험 이력 | 시험 내역 | 시험 결과 | 응시 기록 | 응시 이력 | 응시 내역
        考试历史记录
        考试历史 | 考试记录 | 历史考试 | 考試歷史 | 考試歷史記錄 | 考試記錄 | 考試紀錄 | 考试结果
    """,
    RecordType.CERTIFICATION: """
        인증 | 인증 상태 | 취득한 인증 | 내 인증 | 보유 자격증 | 자격증 | 认证 | 认证状态 | 我的认证
        已获得的认证 | 已取得的认证 | 認證 | 認證狀態 | 我的認證 | 已取得的認證 | 已獲得的認證
    """,
    RecordType.BENEFIT: """
        혜택 | 인증 혜택 | 내 혜택 | 权益 | 认证权益 | 我的权益 | 福利 | 认证福利 | 權益 | 認證權益
        認證福利 | 我的權益
    """,
    RecordType.REGISTRATION: """
        시험 등록 | 시험 예약 | 예약된 시험 | 예정된 시험 | 考试注册 | 考试预约 | 已预约的考试
        即将到来的预约
        考試註冊 | 考試預約 | 已預約的考試
    """,
}
STATES: Mapping[RecordType, Mapping[str, str]] = {
    RecordType.EXAM: {
        "pass": "합격 | 통과 | 通过 | 通過 | 已通过 | 已通過",
        "fail": "불합격 | 탈락 | 미통과 | 未通过 | 未通過 | 不通过 | 不通過 | 没有通过",
        "pending": """
            대기 중 | 보류 | 보류 중 | 결과 대기 | 待定 | 等待结果 | 待处理 | 等待結果 | 待處理
        """,
        "no_show": "불참 | 결시 | 미응시 | 缺考 | 未参加 | 未出席 | 未參加",
        "cancelled": "취소됨 | 취소 | 已取消",
    },
    RecordType.CERTIFICATION: {
        "active": "활성 | 유효 | 유효함 | 有效 | 有效的",
        "expired": "만료됨 | 만료 | 已过期 | 过期 | 已失效 | 已過期 | 過期",
    },
    RecordType.BENEFIT: {
        "available": "사용 가능 | 미사용 | 可用 | 未领取 | 未領取",
        "claimed": "청구됨 | 신청됨 | 신청 완료 | 已领取 | 已申领 | 已領取",
        "used": "사용됨 | 사용 완료 | 已使用 | 已兑换 | 已兌換",
        "expired": "만료됨 | 만료 | 已过期 | 过期 | 已失效 | 已過期 | 過期",
    },
    RecordType.REGISTRATION: {
        "scheduled": """
            예약됨 | 예약 완료 | 확정 | 확인됨 | 已预约 | 已安排 | 已确认 | 已預約 | 已確認
        """,
        "cancelled": "취소됨 | 취소 | 已取消",
    },
}
MENU = words_of("""
    홈 | 대시보드 | 프로필 | 내 프로필 | 계정 | 설정 | 도움말 | 지원 | 로그아웃 | 로그인 | 알림
    디지털 배지
    首页 | 主页 | 仪表板 | 个人资料 | 帐户 | 账户 | 设置 | 帮助 | 支持 | 退出 | 注销 | 登录 | 通知
    数字徽章
    首頁 | 主頁 | 儀表板 | 個人資料 | 帳戶 | 設定 | 說明 | 支援 | 登出 | 登入 | 數位徽章
""")
ACTIONS = words_of("""
    보기 | 다운로드 | 점수 보고서 다운로드 | 성적표 | 공유 | 자세히 | 일정 변경 | 예약 변경
    예약 취소
    下载 | 查看 | 分享 | 详情 | 成绩单 | 下载成绩单 | 更改预约 | 取消预约 | 重新安排 | 下載 | 檢視
    詳情
    成績單 | 下載成績單 | 更改預約 | 取消預約
""")
FOOTERS = (
    r"(?:개인정보 ?(?:보호|처리방침)|隐私(?:声明|权)?|隱私(?:權|聲明)?)(?: ?[|·•,/] ?.*)?",
    r"(?:이용 ?약관|사이트 ?(?:이용 ?)?약관|网站条款|使用条款|網站條款|使用條款)(?: ?[|·•,/] ?.*)?",
    r"(?:cookie|쿠키) ?(?:首选项|偏好设置|偏好設定|喜好設定|기본 ?설정)",
)
