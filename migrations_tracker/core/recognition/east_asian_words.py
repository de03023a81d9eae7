"""What the words in names of certifications mean, in Japanese, Chinese and Korean.

These languages put no blanks between words, or put them anywhere: a text is cut
by the longest known word. Terms stand here as after NFKC and without the
lengthening mark ー, which people write as a dash, or leave out.
"""

from migrations_tracker.core.recognition.latin_words import AWS, CERTIFIED, FORMERLY, NOISE

_TERMS_BY_CONCEPTS = {
    AWS: """
        アマゾンウェブサービス アマゾンウエブサービス アマゾン 亚马逊云科技 亚马逊 亞馬遜
        아마존웹서비스 아마존""",
    CERTIFIED: """
        認定 認定資格 認定試験 認証 資格 資格試験 認證 认证 证书 證書 證照 資格証 証明書 認定証
        공인 인증 자격증 자격 인증서 ใบรับรอง ประกาศนียบัตร ใบประกาศนียบัตร""",
    FORMERLY: "旧 旧称 旧名称 原 구",
    NOISE: """
        しました した する です ました 済 受験 受験日 の を と は に が で 試験 レベル 级 級
        等级 取得 取得済 取得済み 合格 保有 有効 有効期限
        期限 終了 廃止 引退 廃止済 廃止予定 提供終了 予定 更新 再認定 年 月 日 版 日本語 英語
        日本語版 英語版 編 考试 考試 證 证 시험 레벨 취득 합격 수료 및 의 과정급 级别 級別 现 現
        現在 名称 (株) 認 者 スコアレポト 新 新名称 日本 試験用 试验 已退役 已过期 停用 일본어
        考取 考过 考過 考上 通过 通過 拿到 获得 獲得 持有 已通过 已通過 点 점 점수 点数 分
        สอบผ่าน ผ่าน
        한국어 中文 日文 英文 繁體中文 简体中文 取得日 バッジ 合格証 合格証書 合格通知""",
    "solutions architect": """
        ソリュションアキテクト ソリュションズアキテクト ソリュションアキテクチャ 解决方案架构师
        解決方案架構師 解决方案架构 解决方案设计师 解決方案設計師 솔루션스아키텍트
        솔루션즈아키텍트 솔루션아키텍트 솔루션설계자""",
    "solutions": "ソリュションズ ソリュション 解决方案 解決方案 솔루션스 솔루션즈 솔루션",
    "architect": "アキテクト アキテク 架构师 架構師 아키텍트",
    "developer": """
        デベロッパ ディベロッパ デベロパ デヴェロッパ 開発者 开发人员 开发者 开发工程师 開發人員
        開發者 開發工程師 개발자 디벨로퍼 디벨롭퍼 데벨로퍼""",
    "sysops": """
        シスオプス システムオペレション システムオペレションズ 系统运维 系統運維 系统操作 系統操作
        系統營運 시스옵스 시스템운영""",
    "sysops administrator": "系统运维管理员 系統運維管理員 系統營運管理員",
    "administrator": """
        アドミニストレタ アドミニストレイタ アドミニストレション 管理者 アドミン 管理员 管理員
        관리자 어드미니스트레이터""",
    "cloudops": "クラウドオプス クラウドオペレション 云运维 雲端營運 雲端運維 클라우드옵스",
    "cloudops engineer": "云运维工程师 雲端營運工程師 雲端運維工程師",
    "devops": "デブオプス デヴオプス 开发运维 開發營運 開發運維 데브옵스",
    "devops engineer": "开发运维工程师 開發營運工程師 開發運維工程師",
    "engineer": "エンジニア 工程师 工程師 엔지니어",
    "cloud practitioner": """
        クラウドプラクティショナ クラウドプラクティショナル クラプラ 云从业者 云从业人员
        云实践者 雲從業者
        雲端從業人員 雲端從業者 雲端實務從業人員 雲端實務從業者 雲端實踐者 云计算从业者
        클라우드실무자 클라우드전문가""",
    "cloud": "クラウド 云 雲 雲端 云计算 클라우드",
    "practitioner": """
        プラクティショナ プラクティショナル プラクティシャナ プラクティッショナ プラクショナ
        プラクテイショナ プラティクショナ 実務者 从业者 从业人员 從業者 從業人員 实践者 實踐者
        實務從業人員 프랙티셔너 프렉티셔너 실무자""",
    "ai": "エアイ 人工知能 人工智能 人工智慧 인공지능",
    "generative ai": "生成系ai 生成式人工智能 生成式人工智慧 생성형인공지능",
    "generative": "生成 生成系 生成式 ジェネレティブ ジェネレイティブ 생성형 생성",
    "business": "ビジネス 业务 商业 業務 商業 商務 비즈니스",
    "strategist": "ストラテジスト 战略家 战略师 策略师 策略師 策略家 전략가 스트래티지스트",
    "data": "デタ 数据 數據 資料 데이터",
    "analytics": """
        アナリティクス アナリティックス アナリテクス アナリシス 分析 分析学 애널리틱스 분석""",
    "data analytics": "デタ解析 数据分析 數據分析 資料分析",
    "big data": "ビッグデタ ビックデタ ビグデタ 大数据 大數據 巨量資料 빅데이터",
    "database": "デタベス 数据库 資料庫 數據庫 데이터베이스",
    "ml": "機械学習 マシンラニング マシンラニン 机器学习 機器學習 머신러닝 머신런닝 기계학습",
    "security": "セキュリティ セキュリテイ セキュリティ 安全 安全性 资安 資安 보안 시큐리티",
    "advanced": "高度な 高度 アドバンスト アドバンスド 高级 高階 進階 進級 고급 어드밴스드",
    "networking": """
        ネットワキング ネットワク ネットワクキング 网络 網路 網絡 联网 聯網 네트워킹 네트워크""",
    "advanced networking": "高级网络 高级联网 進階網路 高階網路 고급네트워킹 고급네트워크",
    "alexa": "アレクサ 알렉사",
    "skill builder": "スキルビルダ スキルビルド 技能构建者 技能构建 技能建構者 技能建置者 스킬빌더",
    "associate": """
        アソシエイト アソシエト アソシエイツ アソシエィト アシエイト アソシエイトレベル 助理级
        助理 助理級 助手级 어소시에이트 어소시에이츠 어쏘시에이트 어소시에트""",
    "professional": """
        プロフェッショナル プロフェショナル プロフェッショナルレベル プロ 프로페셔널 프로
        전문가""",
    "professional/specialty": "专业 专业级 專業 專業級 专家 专家级 專家 專家級",
    "specialty": """
        専門知識 専門 スペシャリティ スペシャルティ スペシャリテイ スペシャリティレベル
        スペシャルテイ 専門分野 专项 专项级 专长 专科 專科 專項 專長 专业知识
        專業知識 专业领域 스페셜티 스페셜리티 스페셜 전문분야 전문 전문지식 전문영역""",
    "specialist-": "スペシャリスト",
    "foundational": """
        ファンデショナル ファウンデショナル ファンデション 基礎 基礎レベル 基本 基础 基础级 基礎級
        기초 파운데이셔널""",
}


def without_lengthening(text: str) -> str:
    """Give ``text`` without ー, dashes, blanks and middle dots."""
    return text.translate(_DROPPED)


_DROPPED = dict.fromkeys(map(ord, "ー-・·‧ \u3099\u309a"))


def _meanings() -> dict[str, tuple[str, ...]]:
    return {
        without_lengthening(term): tuple(concepts.split())
        for concepts, terms in _TERMS_BY_CONCEPTS.items()
        for term in terms.split()
    }


MEANINGS = _meanings()
