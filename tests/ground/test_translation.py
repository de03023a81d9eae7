"""No string is lost on its way into the catalogue, and none comes out of it wrong."""

import gettext
from pathlib import Path

import polib
import pytest

from certmove.translation.catalogue import faults, update
from certmove.translation.compiling import compile_catalogues
from certmove.translation.extracting import Message, messages_in, messages_of

HELLO = Message("Hello")
DAYS = Message("%(n)s day", plural="%(n)s days")
LIGHT = Message("Light", context="appearance")


def translated(path: Path, **texts: str) -> None:
    """Give each message of ``path`` its text, by the message's first word."""
    catalogue = polib.pofile(str(path))
    for entry in catalogue:
        text = texts.get(entry.msgid.split()[-1], "訳")
        if entry.msgid_plural:
            entry.msgstr_plural = {0: text}
        else:
            entry.msgstr = text
    catalogue.save()


@pytest.fixture
def po(tmp_path: Path) -> Path:
    path = tmp_path / "ja" / "LC_MESSAGES" / "django.po"
    update(path, [DAYS, HELLO, LIGHT])
    translated(path, day="%(n)s 日", Hello="こんにちは", Light="明るい")
    return path


@pytest.mark.parametrize(
    ("source", "messages"),
    [
        ('_("a")', [Message("a")]),
        ('gettext_lazy("a" " b")', [Message("a b")]),
        ('Sentence(gettext_noop("%(x)s is late"), {"x": _("it")})', ["%(x)s is late", "it"]),
        ('ngettext("%(n)s day", "%(n)s days", n)', [DAYS]),
        ('pgettext_lazy("appearance", "Light")', [LIGHT]),
        ("gettext(variable)", []),
        ('print("not for people")', []),
    ],
)
def test_python_gives_its_messages(source: str, messages: list[Message | str]) -> None:
    wanted = [m if isinstance(m, Message) else Message(m) for m in messages]
    assert list(messages_in(source)) == wanted


@pytest.mark.parametrize(
    ("source", "messages"),
    [
        ('<p>{% translate "It\'s 5" %}</p>', [Message("It's 5")]),
        ('   {% if x %}\n {% translate "a" as b %}\n{% endif %}', [Message("a")]),
        ('{% translate "Light" context "appearance" %}', [LIGHT]),
        (
            "{% blocktranslate count n=x trimmed %}\n {{ n }} day\n"
            "{% plural %} {{ n }} days{% endblocktranslate %}",
            [DAYS],
        ),
        ("{{ _('a') }}", [Message("a")]),
        ("<p>plain</p>", []),
    ],
)
def test_a_template_gives_its_messages(source: str, messages: list[Message]) -> None:
    assert list(messages_in(source, template=True)) == messages


def test_the_project_gives_messages_of_python_core_and_templates(tmp_path: Path) -> None:
    for name, text in {
        "migrations_tracker/core/a.py": 'gettext_noop("of the core")',
        "templates/b.html": '{% translate "of a template" %}',
        "templates/mail.txt": '{% translate "of a mail" %}',
        "migrations_tracker/migrations/0001.py": '_("of a migration")',
    }.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    assert [m.text for m in messages_of(tmp_path)] == ["of a mail", "of a template", "of the core"]


def test_the_glossary_at_the_top_stays(po: Path) -> None:
    catalogue = polib.pofile(str(po))
    catalogue.header = "Glossary\nHello  こんにちは"
    catalogue.save()
    update(po, [HELLO])
    assert polib.pofile(str(po)).header == "Glossary\nHello  こんにちは"


def test_a_complete_catalogue_has_no_faults(po: Path) -> None:
    assert faults(po, [DAYS, HELLO, LIGHT]) == []


def test_bringing_it_up_to_date_twice_changes_nothing(po: Path) -> None:
    update(po, [DAYS, HELLO, LIGHT])
    before = po.read_bytes()
    update(po, [DAYS, HELLO, LIGHT])
    assert po.read_bytes() == before
    assert faults(po, [DAYS, HELLO, LIGHT]) == []


def test_a_message_that_goes_and_comes_back_keeps_its_translation(po: Path) -> None:
    update(po, [DAYS, LIGHT])
    assert faults(po, [DAYS, LIGHT]) == []
    update(po, [DAYS, HELLO, LIGHT])
    assert faults(po, [DAYS, HELLO, LIGHT]) == []


def test_a_new_message_is_a_fault_until_it_is_translated(po: Path) -> None:
    new = Message("Goodbye")
    assert faults(po, [DAYS, HELLO, LIGHT, new]) == ["not in the catalogue: 'Goodbye'"]
    update(po, [DAYS, HELLO, LIGHT, new])
    assert faults(po, [DAYS, HELLO, LIGHT, new]) == ["not translated: 'Goodbye'"]


def test_a_message_that_the_source_lost_is_a_fault(po: Path) -> None:
    assert faults(po, [DAYS, LIGHT]) == ["no longer in the source: 'Hello'"]


def test_a_fuzzy_translation_is_a_fault_and_stays_fuzzy(po: Path) -> None:
    catalogue = polib.pofile(str(po))
    next(entry for entry in catalogue if entry.msgid == "Hello").flags.append("fuzzy")
    catalogue.save()
    update(po, [DAYS, HELLO, LIGHT])
    assert faults(po, [DAYS, HELLO, LIGHT]) == ["fuzzy: 'Hello'"]


@pytest.mark.parametrize("text", ["日", "%(m)s 日", "%s 日", "%(n)s %(n)s 日"])
def test_a_translation_with_other_places_is_a_fault(po: Path, text: str) -> None:
    translated(po, day=text)
    [fault] = faults(po, [DAYS, HELLO, LIGHT])
    assert fault.startswith("other places than ['%(n)s']")


def test_the_compiled_catalogue_speaks(po: Path, tmp_path: Path) -> None:
    assert compile_catalogues(tmp_path) == [po.with_suffix(".mo")]
    spoken = gettext.translation("django", tmp_path, ["ja"])
    assert spoken.gettext("Hello") == "こんにちは"
    assert spoken.pgettext("appearance", "Light") == "明るい"
    assert spoken.ngettext("%(n)s day", "%(n)s days", 3) == "%(n)s 日"


def test_only_what_changed_is_compiled_again(po: Path, tmp_path: Path) -> None:
    compile_catalogues(tmp_path)
    assert compile_catalogues(tmp_path) == []
