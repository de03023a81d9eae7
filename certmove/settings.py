"""Settings. Each comes from the environment; .env.example names them all.

CERTMOVE_URL decides between two profiles: http on the loopback address for one
person on a laptop, https for a company.
"""

from pathlib import Path

from certmove.data_folder import new_encryption_keys, new_secret_key, open_data_folder, secret
from certmove.databases import SQLITE, database_of
from certmove.environment import (
    Environment,
    addresses,
    mail_server,
    number,
    own_file,
    port,
    switch,
    time_zone,
)
from certmove.file_storage import storage_at
from certmove.network_folders import refuse_a_network_folder
from certmove.profile import is_loopback, own_url, profile_of

BASE_DIR = Path(__file__).resolve().parent.parent

env = ENVIRONMENT = Environment()
ENV_FILE = BASE_DIR / env.str("CERTMOVE_ENV_FILE", default=".env")
if ENV_FILE.is_file():
    env.read_env(ENV_FILE)

# Where the installation is reached, and where it keeps what it knows

HOST = env.str("HOST", default="") or "127.0.0.1"
PORT = port(env, "PORT", default=8000)
PROFILE = profile_of(env.str("CERTMOVE_URL", default="") or own_url(HOST, PORT))
LISTENS_BEYOND_LOOPBACK = PROFILE.https or not is_loopback(HOST)

# `make demo`: in a folder of its own, with a database of its own.
DEMO = switch(env, "CERTMOVE_DEMO", default=False)
_folder = BASE_DIR / (env.str("CERTMOVE_DATA", default="") or "var")
DATA_FOLDER = open_data_folder(_folder / "demo" if DEMO else _folder)

SECRET_KEY = env.str("CERTMOVE_SECRET_KEY", default="") or secret(
    DATA_FOLDER / "secret.key", new_secret_key
)
CERTMOVE_ENC_KEYS = env.str("CERTMOVE_ENC_KEYS", default="") or secret(
    DATA_FOLDER / "enc.keys", new_encryption_keys
)
# The operator's own files; None where there is none.
CERTMOVE_CATALOGUE = own_file(env, "CERTMOVE_CATALOGUE", BASE_DIR)
CERTMOVE_WAYS = own_file(env, "CERTMOVE_WAYS", BASE_DIR)
CERTMOVE_LETTERS = own_file(env, "CERTMOVE_LETTERS", BASE_DIR)
CERTMOVE_OPEN_SIGNUP = switch(env, "CERTMOVE_OPEN_SIGNUP", default=False)

DEBUG = switch(env, "CERTMOVE_DEBUG", default=False)
ALLOWED_HOSTS = PROFILE.hosts
CSRF_TRUSTED_ORIGINS = PROFILE.origins

# The parts

INSTALLED_APPS = [
    "migrations_tracker",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",  # the list of sessions needs it
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "certmove.request_log.RequestLogMiddleware",
    "certmove.middleware.ProtectiveHeadersMiddleware",
    "certmove.health.HealthMiddleware",  # before what asks for the host
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # pads each page at random against BREACH
    "certmove.sessions.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "certmove.database_file.DatabaseFileMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "migrations_tracker.accounts.middleware.SessionLimitsMiddleware",
    "certmove.middleware.PreferencesMiddleware",
    "migrations_tracker.accounts.middleware.FirstUseMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "migrations_tracker.accounts.middleware.SecondFactorMiddleware",
    "certmove.middleware.OutOfOrderMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "certmove.context.preferences",
            ],
        },
    },
]
ROOT_URLCONF = "certmove.urls"

# Storage

DATABASES = {
    "default": database_of(
        (not DEMO and env.str("DATABASE_URL", default=""))
        or f"sqlite:///{DATA_FOLDER / 'certmove.sqlite3'}"
    ),
}
if DATABASES["default"]["ENGINE"] == SQLITE:
    refuse_a_network_folder(Path(DATABASES["default"]["NAME"]).parent)

# Rate limits count in the cache: in memory, each process would count for itself.
CACHES = {
    "default": {
        "BACKEND": "certmove.sessions.ReadableCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
}

CERTMOVE_FILES = env.str("CERTMOVE_FILES", default="")  # "": in the data folder
EVIDENCE_STORAGE = storage_at(CERTMOVE_FILES, DATA_FOLDER / "evidence")
STORAGES = {
    "default": EVIDENCE_STORAGE,
    "evidence": EVIDENCE_STORAGE,
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
STATIC_URL = "static/"
STATIC_ROOT = DATA_FOLDER / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]

# Sizes. A paste that is too long for its form is told so beside the field; only
# what goes far beyond that is refused before it is read.

MEGABYTE = 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 32 * MEGABYTE  # ten million bytes grow threefold on their way
UPLOAD_MAX_SIZE = 64 * MEGABYTE  # one request, all its files
FILE_UPLOAD_HANDLERS = [
    "certmove.uploads.CappedUploadHandler",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# Language and time

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ja", "日本語")]  # each by its own name, in every language
LOCALE_PATHS = [BASE_DIR / "migrations_tracker" / "locale"]
FORMAT_MODULE_PATH = "certmove.formats"
USE_TZ = True
# Times are kept in UTC and shown in each person's own zone. This one is for whom no zone
# is known yet; UTC is the one zone that nobody takes for local time by mistake.
TIME_ZONE = time_zone(env, "CERTMOVE_TIME_ZONE", default="UTC")

# People

AUTH_USER_MODEL = "migrations_tracker.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS: list[dict[str, object]] = [
    {
        "NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["first_name", "last_name", "email"]},
    },
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": "migrations_tracker.accounts.passwords.ContextWordsValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "account_login"

ACCOUNT_ADAPTER = "migrations_tracker.accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_SUBJECT_PREFIX = "certmove: "
ACCOUNT_EMAIL_NOTIFICATIONS = True  # a mail on each change of password or second factor
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if PROFILE.https else "http"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False  # other sessions end, this one stays
ACCOUNT_REAUTHENTICATION_REQUIRED = True  # before addresses or factors change, or codes show
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
MFA_ADAPTER = "migrations_tracker.accounts.adapters.MFAAdapter"
_PASSKEYS = "migrations_tracker.accounts.passkey_forms"
MFA_FORMS = {
    "add_webauthn": f"{_PASSKEYS}.AddPasskeyForm",
    "login_webauthn": f"{_PASSKEYS}.LoginPasskeyForm",
    "authenticate_webauthn": f"{_PASSKEYS}.AuthenticatePasskeyForm",
    "reauthenticate_webauthn": f"{_PASSKEYS}.ReauthenticatePasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "certmove"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PROFILE.https  # http://localhost, for one person
ALLAUTH_TRUSTED_PROXY_COUNT = number(env, "CERTMOVE_PROXIES", default=0)
# A second factor for everybody, as soon as more than one person is here.
CERTMOVE_REQUIRE_MFA = switch(env, "CERTMOVE_REQUIRE_MFA", default=PROFILE.https)

# How many of what one person may do, and within how many seconds; 0 for no limit.
RATE_LIMITS = {
    "reading": (number(env, "CERTMOVE_MOST_READINGS", default=120), 10 * 60),
    "mail": (number(env, "CERTMOVE_MOST_MAILS", default=30), 60 * 60),
    "export": (number(env, "CERTMOVE_MOST_EXPORTS", default=60), 10 * 60),
}

# Cookies and headers

SESSION_COOKIE_NAME = PROFILE.cookie("sessionid")
CSRF_COOKIE_NAME = PROFILE.cookie("csrftoken")
LANGUAGE_COOKIE_NAME = PROFILE.cookie("language")
THEME_COOKIE_NAME = PROFILE.cookie("theme")
DEVICE_COOKIE_NAME = PROFILE.cookie("device")
MESSAGE_STORAGE = "certmove.messages.MessageStorage"  # for its cookie's name
SESSION_COOKIE_AGE = 12 * 60 * 60  # without any use
SESSION_ABSOLUTE_AGE = 14 * 24 * 60 * 60  # however much it is used
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = PROFILE.https
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60

SECURE_SSL_REDIRECT = PROFILE.https
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if PROFILE.https else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = (
    switch(env, "CERTMOVE_HSTS_SUBDOMAINS", default=PROFILE.subdomains_are_its_own)
    and PROFILE.https
)
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if ALLAUTH_TRUSTED_PROXY_COUNT else None
)
SECURE_REFERRER_POLICY = "same-origin"
# W021 asks for the browsers' preload list, which binds a whole domain: not ours to ask for.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
# Written as Django 6 writes it, so that its own middleware can take over.
_OWN, _NOBODY = ["'self'"], ["'none'"]
SECURE_CSP = {
    "default-src": _NOBODY,
    **dict.fromkeys(("script-src", "style-src", "img-src", "font-src", "connect-src"), _OWN),
    "form-action": _OWN,
    "frame-ancestors": _NOBODY,
    "base-uri": _NOBODY,
}
# What single views need beyond that, by the name of the view.
SECURE_CSP_BY_VIEW = {
    "mfa_activate_totp": {"img-src": ["'self'", "data:"]},  # the QR code
}

# Mail and logs

_mail = mail_server(env, "EMAIL_URL", default="consolemail://")
EMAIL_BACKEND = _mail["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = _mail["EMAIL_HOST"] or "localhost", _mail["EMAIL_PORT"] or 25
EMAIL_HOST_USER = _mail["EMAIL_HOST_USER"] or ""
EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_PASSWORD"] or ""
EMAIL_USE_TLS = _mail.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _mail.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 20  # a mail server that does not answer must not hold a page up
DEFAULT_FROM_EMAIL = SERVER_EMAIL = (
    env.str("CERTMOVE_MAIL_FROM", default="") or "certmove@localhost"
)

ADMINS = [(each, each) for each in addresses(env, "CERTMOVE_ADMINS")]
CERTMOVE_SENTRY_DSN = env.str("CERTMOVE_SENTRY_DSN", default="")
CERTMOVE_ACCESS_LOG = switch(env, "CERTMOVE_ACCESS_LOG", default=PROFILE.https)
CERTMOVE_LEAST_FREE_MB = number(env, "CERTMOVE_LEAST_FREE_MB", default=200)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "certmove.json_log.JsonFormatter"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "json"},
        "mail": {"class": "certmove.error_mail.ErrorMailHandler"},
    },
    "root": {"handlers": ["console", "mail"], "level": "INFO"},
    # Django's own logger would send errors to the admins' mail alone when DEBUG is off.
    "loggers": {"django": {"handlers": [], "propagate": True}},
}
