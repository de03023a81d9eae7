"""`make licences`: the list of licences in docs/licences.md.

What a package says of itself is often a free text, so a person looked each one up, once; a test
holds this table against the lock file and against what the installed packages say.
"""

from pathlib import Path

from certmove.dependencies.lock import EXTRAS_LOCK, packages_of

PAGE = Path(__file__).parents[2] / "docs" / "licences.md"

#: SPDX expressions.
LICENCES = {
    "asgiref": "BSD-3-Clause",
    "boto3": "Apache-2.0",
    "botocore": "Apache-2.0",
    "certifi": "MPL-2.0",
    "cffi": "MIT-0",
    "colorama": "BSD-3-Clause",
    "cryptography": "Apache-2.0 OR BSD-3-Clause",
    "django": "BSD-3-Clause",
    "django-allauth": "MIT",
    "django-environ": "MIT",
    "django-storages": "BSD-3-Clause",
    "et-xmlfile": "MIT",
    "fido2": "BSD-2-Clause AND Apache-2.0 AND MPL-2.0",
    "gunicorn": "MIT",
    "jmespath": "MIT",
    "lxml": "BSD-3-Clause",
    "openpyxl": "MIT",
    "polib": "MIT",
    "psycopg": "LGPL-3.0-only",
    "psycopg-binary": "LGPL-3.0-only",
    "pycparser": "BSD-3-Clause",
    "pypdf": "BSD-3-Clause",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "qrcode": "BSD-3-Clause",
    "s3transfer": "Apache-2.0",
    "sentry-sdk": "MIT",
    "six": "MIT",
    "sqlparse": "BSD-3-Clause",
    "typing-extensions": "PSF-2.0",
    "tzdata": "Apache-2.0",
    "urllib3": "MIT",
    "whitenoise": "MIT",
}

#: What is worth knowing beyond the expression.
NOTES = {
    **dict.fromkeys(
        (
            "boto3",
            "botocore",
            "django-storages",
            "jmespath",
            "python-dateutil",
            "s3transfer",
            "six",
            "urllib3",
        ),
        "only where files are in a bucket (`make extras`)",
    ),
    **dict.fromkeys(("certifi", "sentry-sdk"), "only where Sentry is used (`make extras`)"),
    "colorama": "on Windows only",
    "fido2": "the MPL covers its copy of the public suffix list",
    "psycopg": "only where PostgreSQL is used",
    "psycopg-binary": "only where PostgreSQL is used",
}

_HEAD = """\
# Licences

certmove itself is under the MIT licence. These packages run with it, in the versions of
`requirements.lock` and `requirements-extras.lock`; none of them is changed. Made by
`make licences`.

| package | version | licence | |
| --- | --- | --- | --- |
"""


def page_of(lock: str) -> str:
    """The page for the packages in ``lock``. Raises KeyError for one that nobody looked up."""
    rows = (
        f"| {each.name} | {each.version} | {LICENCES[each.name]} | {NOTES.get(each.name, '')} |\n"
        for each in packages_of(lock)
    )
    return _HEAD + "".join(rows)


if __name__ == "__main__":
    PAGE.write_text(page_of(EXTRAS_LOCK.read_text(encoding="utf-8")), encoding="utf-8")
