"""Words that make a text something else than one of AWS's certifications.

Programmes and awards of AWS's that carry certifications' names (Credly badges,
partner accreditations, training), courses and books that prepare for an exam, and
other vendors' certifications. One such word anywhere, and the text is none.
"""

_PROGRAMMES = """
accreditation accreditations accredited acreditacion acreditacao akkreditierung knowledge quest
restart academy educate graduate student sme smes partner partners apn mentor mentors coach hero
heroes ambassador ambassadors ambassadeur champion champions community communities instructor
instructors trainer teacher adopter attendee attended participant participation participacion
completion jam gameday deepracer simulearn awardee award awards winner proficient competency
readiness fluency engagement navigate msp solver contributor organizer speaker leader group
volunteer amazonian employee jobs hiring meetup challenge challenges hackathon summit webinar
event club team bar raiser
"""

_PREPARATION = """
prep preparation preparations preparing prepare preparatory preparatoire preparacion preparacao
vorbereitung preparazione persiapan guide guides guia guida leitfaden panduan workshop workshops
practice practise practices sample samples example questions question quiz quizzes tutorial
tutorials bootcamp training trainings train treinamento entrenamiento capacitacion formation
formazione pelatihan schulung study studying studie estudo estudio course courses curso cursos
cours
kurs kursus corso ramp rampup essentials essential fundamentals foundations introduction intro
introductory masterclass class lecture lectures ultimate dump dumps braindump braindumps cheat
cheatsheet sheet notes note book books ebook flashcard flashcards mock simulator simulacro
simulado simulation lab labs plan path paths journey ready roadmap nanodegree learn learned
teach udemy coursera whizlabs pluralsight acloudguru dojo exampro examtopics exampro udacity edx
linuxacademy cloudacademy qwiklabs skillbuilder bundle video videos blog article discount voucher
vouchers coupon benefit benefits objectives syllabus outline how why tips tricks review reviews
experience story resources free best beginner beginners crash series podcast newsletter retake
topics
cursus szkolenie szkolenia kursu egitimi egitim hazirlik przygotowanie opleiding oefenexamen
handleiding
"""

_VENDORS = """
microsoft azure google gcp oracle oci redhat rhcsa rhce comptia cisco ccna ccnp ccie hashicorp
terraform vault cncf kubernetes cka ckad cks kcna linux lpic lpi isc isc2 ccsp cissp sscp cisa
cism
salesforce databricks snowflake vmware vcp pmi pmp prince2 scrum itil ibm alibaba aliyun tencent
huawei nvidia mongodb mulesoft servicenow atlassian docker github gitlab juniper fortinet paloalto
splunk elastic confluent cloudera tableau dynamics fabric office togaf giac sans eccouncil ceh
oscp
nutanix netapp citrix emc suse ubuntu openstack puppet ansible jenkins meta facebook apple
hana 4hana s4hana abap ipa cloudflare datadog okta uipath pega workday adobe istqb
safe psm csm ccsk finops devnet jncia jncis nse hcia hcip
"""

WORDS = frozenset(f"{_PROGRAMMES} {_PREPARATION} {_VENDORS}".split())

PHRASES = frozenset(
    tuple(phrase.split())
    for phrase in (
        "re start",
        "tech u",
        "subject matter",
        "red hat",
        "palo alto",
        "a cloud guru",
        "boot camp",
        "all certifications",
        "top engineer",
        "top engineers",
        "cloud quest",
        "skill builder course",
        "not certified",
        "professional services",
        "ramp up",
        "user group",
        "get certified",
        "learning path",
        "all in one",
        "khoa hoc",
        "luyen thi",
        "on thi",
        "dao tao",
        "de thi",
    )
)

_EAST_ASIAN_TERMS = """
認定インストラクター インストラクター アカデミー パートナー アンバサダー ヒーロー チャンピオン
コミュニティ ビルダーズ アクレディテーション ナレッジ バッジコレクション トップエンジニア
受賞 表彰 アワード 講師 修了 参加 トレーニング 研修 講座 コース 対策 模擬 模擬試験 模試 練習
練習問題 問題 問題集 質問例 サンプル 例題 ガイド 参考書 テキスト 教科書 入門 学習 勉強 勉強会
勉強法 ハンズオン ワークショップ セミナー 体験記 攻略 徹底 黒本 教材 書籍 本 解説 まとめ
ロードマップ 準備 受験記 合格記 合格対策 合格体験記 道場 演習 アーリーアダプター クエスト 対応
突破 一夜漬け 受験料 割引 スタディ スタディガイド 過去問 過去問題 予想問題 要点整理 要点
申し込み 申込 申込み 動画 講義 速習 単語帳 チートシート 参考 読本 ドリル 練習帳
バウチャー クーポン 特典 マイクロソフト グーグル オラクル シスコ 情報処理 情報処理技術者 基本情報
応用情報 支援士 高度情報 情報セキュリティ
 システムアーキテクト ITストラテジスト プロジェクトマネージャ
ディープラーニング G検定 E資格 検定 技術者 培训 培訓 課程 课程 学习 學習 练习 練習題 题库 題庫
模拟 模擬
模擬考 指南 考试指南 教程 备考 備考 样题 樣題 訓練 训练 訓練營 训练营 研習 研习 研討會 研讨会
講座 讲座 工作坊
筆記 笔记 心得 參考書 参考书 結業 结业 合作伙伴 合作夥伴 社区 社區 社群 英雄 大使 讲师
講師 学院 學院 微软 微軟 谷歌 阿里云 阿里雲 腾讯云 騰訊雲
华为 华为云 華為 華為雲 교육 강의 강좌 과정 학습 연습 문제 문제집 덤프
가이드 준비 워크숍 모의 모의고사 파트너 커뮤니티 체계 강사 스터디 후기 책 마이크로소프트 구글
오라클 애저 정보처리기사 체험 특강 인강 요약 정리 기출 기출문제 해설 합격후기 세미나 수강
คอร์ส เตรียมสอบ อบรม หลักสูตร เรียน แนวข้อสอบ ติว
"""

EAST_ASIAN_TERMS = frozenset(_EAST_ASIAN_TERMS.split())
