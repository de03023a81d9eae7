"""What the words in names of certifications mean, in languages with Latin letters.

English, Portuguese, Spanish, French, German, Italian and Indonesian, without
accents and in lower case, with the short forms and slips people write. A word
means one or more concepts; the concepts are those of the catalogue's ``roles``
and ``topics``, a level, or one of the marks below.

"professional-" is a word that means the level Professional, and in Portuguese,
Spanish and Italian a practitioner too ("profissional de nuvem").
"""

AWS = "aws"
CERTIFIED = "certified"
FORMERLY = "formerly"
NOISE = "noise"

_WORDS_BY_CONCEPTS = {
    AWS: "aws amazon",
    CERTIFIED: """
        certified certification certifications certificate certificates cert certs certifed
        certificado certificada certificados certificacao certificacion certificato certificata
        certificazione certifie certifiee zertifiziert zertifizierte zertifizierter zertifizierung
        zertifikat bersertifikat tersertifikasi sertifikasi sertifikat
        gecertificeerd gecertificeerde certificaat certificering certyfikat certyfikaty
        certyfikowany
        certyfikacja sertifika sertifikasi sertifikali сертификат сертификация
        сертифицированный""",
    FORMERLY: """
        formerly former ex previously antes anteriormente anciennement ehemals precedentemente""",
    "solutions": """
        solutions solution sol solns soluciones solucion solucoes solucao losungen losungs losung
        soluzioni soluzione solusi""",
    "architect": """
        architect architects arch architecture arquitecto arquitecta arquiteto arquiteta
        architecte
        architekt
        architektin architetto architetta arsitek""",
    "solutions architect": "sa losungsarchitekt solutionsarchitekt",
    "certified solutions architect": "csa",
    "certified developer associate": "cda",
    "certified solutions architect associate": "csaa",
    "certified solutions architect professional": "csap",
    "solutions architect professional": "sapro",
    "developer": """
        developer developers dev desarrollador desarrolladora desenvolvedor desenvolvedora
        developpeur developpeuse entwickler entwicklerin sviluppatore sviluppatrice pengembang""",
    "sysops": "sysops sysop sysopps",
    "cloudops": "cloudops",
    "devops": "devops devop",
    "administrator": """
        administrator administrators admin administrador administradora administrateur
        administratrice amministratore amministratrice""",
    "engineer": """
        engineer engineers eng ingeniero ingeniera engenheiro engenheira ingenieur ingenieure
        ingenieurin ingegnere insinyur teknisi""",
    "data engineer": "dateningenieur",
    "cloud": "cloud clould clound cloude clowd nube nuvem nuage komputasi awan",
    "practitioner": """
        practitioner practitioners practioner pratitioner practicioner practisioner
        practicante praticante praticien praticienne praktiker praktikerin praktisi""",
    "cloud practitioner": "cloudpraktiker",
    "ccp": "ccp",
    "ai": "ai ia ki artificial inteligencia intelligence intelligenza kecerdasan",
    "ai practitioner": "kipraktiker",
    "generative ai": "genai",
    "generative": "generative gen generativa generativ generativen generativer generatif",
    "business": "business negocios affaires geschafts",
    "strategist": "strategist estratega estrategista stratege stratega",
    "data": "data datos dados donnees daten dati",
    "analytics": "analytics analytic analisis analise analyse analisi analitik analytique",
    "data analytics": "datenanalyse",
    "big": "big",
    "big data": "bigdata",
    "database": "database databases db datenbank datenbanken",
    "base": "base bases bancos banco basi basis",
    "machine": "machine maquina automatico automatique automatizado maschinelles maschinelle mesin",
    "learning": "learning aprendizaje aprendizado aprendizagem apprentissage lernen "
    "apprendimento pembelajaran",
    "ml": "ml",
    "ml engineer": "mle",
    "ml engineer associate": "mlea",
    "security": "security sec seguridad seguranca securite sicherheit sicurezza keamanan",
    "advanced": """
        advanced adv avanzada avanzadas avanzado avanzate avanzata avancada avancadas avancado
        avancee avance avances fortgeschrittene fortgeschrittenes erweiterte erweitertes lanjutan
        tingkat""",
    "networking": """
        networking network networks net redes red rede reseaux reseau netzwerk netzwerke
        networkinge reti rete jaringan""",
    "alexa": "alexa",
    "skill": "skill skills",
    "builder": "builder",
    "sap": "sap",
    "associate": """
        associate associates assoc asso asociado asociada associado associada associe associee
        associato associata assoziierter asosiasi rekanan""",
    "professional": "professional professionals pro prof professionnel professionnelle "
    "professionell professionale",
    "professional-": "profissional profesional professionista",
    "specialty": """
        specialty speciality specialities spec specialization especialidad
        especialidade especializacion especializacao specialite specialita
        specializzazione spezialisierung spezialgebiet fachgebiet spesialisasi
        khusus specialties""",
    "foundational": "foundational foundation fundamental basico grundlegend",
    # Only AWS's specialties have specialists here; elsewhere it is another's title.
    "specialist-": "specialist specialists spezialist especialista spesialis",
    # Words of their own, not slips of the pen.
    "unknown": """
        analyst analysts scientist architecting developing development developed
        engineering administering securing secured practical professor learner
        partition partitions""",
    NOISE: """
        ndash mdash amp nbsp quot planned target ongoing pursuing screenshot tm
        exam exams examination test examen exame esame prufung ujian level levels nivel niveau
        livello stufe jenjang retired retiring retires retire retirado retirada aposentado expired
        expires expire expiring expiration expiry valid validity until till through thru from
        since
        on at of the and for by in with an a version new current currently active inactive passed
        earned issued achieved awarded obtained date dates no nr number id badge badges digital
        credential credentials credly acclaim official pdf png jpg jpeg doc docx txt html copy
        final
        scan scanned web services service inc llc com www https http org status renewed
        recertified
        recertification renewal beta legacy old my i am im is was as holder verified
        verification validation
        january february march april may june july august september october november december jan
        feb mar apr jun jul aug sep sept oct nov dec st nd rd th q1 q2 q3 q4 japanese english
        korean
        chinese simplified traditional portuguese brazil brazilian spanish french german italian
        indonesian latin america spain france germany italy japan jp jpn ja en eng us uk ko kor zh
        cn tw pt br es fr de it la le les los las el il lo del della delle degli dei di da do dos
        das das dem der die den des du em en e et et y und o os as no na nos nas pour por para per
        fur von vom im auf au aux sur su dari dan untuk di pada dengan tentang como pela pelo
        pelas pelos como profile
        code codes score report results result notice candidate currently expected
        points pts try attempt first second now renamed aka
                month months day days summary name title nome nombre nom
        nama""",
}


def _meanings() -> dict[str, tuple[str, ...]]:
    return {
        word: tuple(concepts.split())
        for concepts, words in reversed(_WORDS_BY_CONCEPTS.items())
        for word in words.split()
    }


MEANINGS = _meanings()

# Several words that mean something only together.
PHRASES: dict[tuple[str, ...], tuple[str, ...]] = {
    ("chung", "chi"): (CERTIFIED,),  # Vietnamese
    ("chung", "nhan"): (CERTIFIED,),
    ("kien", "truc", "su", "giai", "phap"): ("solutions architect",),
    ("nha", "phat", "trien"): ("developer",),
    ("chuyen", "nghiep"): ("professional",),
    ("cap", "do"): (NOISE,),
    ("studying", "for"): (NOISE,),
    ("exam", "labs"): (NOISE,),  # part of SOA-C02 until 2023
    ("labs", "exam"): (NOISE,),
    ("with", "labs"): (NOISE,),
    ("training", "and", "certification"): (NOISE,),
    ("training", "certification"): (NOISE,),
    ("web", "services", "training", "and", "certification"): (NOISE,),
    ("amazon", "web", "services"): (AWS,),
    ("sys", "ops"): ("sysops",),
    ("system", "operations"): ("sysops",),
    ("system", "operation"): ("sysops",),
    ("systems", "operations"): ("sysops",),
    ("cloud", "ops"): ("cloudops",),
    ("dev", "ops"): ("devops",),
    ("data", "base"): ("database",),
    ("artificial", "intelligence"): ("ai",),
    ("a", "i"): ("ai",),  # A.I.
    ("m", "l"): ("ml",),
    ("inteligencia", "artificial"): ("ai",),
    ("intelligence", "artificielle"): ("ai",),
    ("intelligenza", "artificiale"): ("ai",),
    ("kunstliche", "intelligenz"): ("ai",),
    ("kecerdasan", "buatan"): ("ai",),
    ("komputasi", "awan"): ("cloud",),
    ("mise", "en", "reseau"): ("networking",),
    ("work", "in", "progress"): (NOISE,),
    ("in", "progress"): (NOISE,),
    ("in", "preparation"): (NOISE,),
    ("en", "preparation"): (NOISE,),
    ("in", "vorbereitung"): (NOISE,),
    ("in", "arbeit"): (NOISE,),
    ("in", "preparazione"): (NOISE,),
    ("in", "corso"): (NOISE,),
    ("en", "preparacion"): (NOISE,),
    ("en", "curso"): (NOISE,),
    ("em", "preparacao"): (NOISE,),
    ("em", "curso"): (NOISE,),
    ("em", "andamento"): (NOISE,),
    ("en", "cours"): (NOISE,),
    ("dalam", "proses"): (NOISE,),
    ("sap", "on", "aws"): (AWS, "sap-on-aws"),
    ("sap", "on", "amazon"): (AWS, "sap-on-aws"),
    ("sap", "no", "aws"): (AWS, "sap-on-aws"),
    ("sap", "na", "aws"): (AWS, "sap-on-aws"),
    ("sap", "en", "aws"): (AWS, "sap-on-aws"),
    ("sap", "sur", "aws"): (AWS, "sap-on-aws"),
    ("sap", "su", "aws"): (AWS, "sap-on-aws"),
    ("sap", "auf", "aws"): (AWS, "sap-on-aws"),
    ("sap", "di", "aws"): (AWS, "sap-on-aws"),
    ("sap", "pada", "aws"): (AWS, "sap-on-aws"),
}
