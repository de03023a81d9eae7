"""A file that says nothing about its encoding still becomes the right text."""

import pytest

from migrations_tracker.core.sources.encodings import decode, storable

JAPANESE = (
    "氏名,認定名,取得日\n山田 太郎,AWS 認定ソリューションアーキテクト – アソシエイト,2024年8月4日\n"
).replace("–", "－")
ENGLISH = "User Name,Work Email\nTaro Yamada,taro.yamada@example.co.jp\n"


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp932", "euc_jp"],
)
def test_japanese_text_survives_every_encoding(encoding: str) -> None:
    text = JAPANESE.replace("－", "-") if encoding == "euc_jp" else JAPANESE
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert not decoded.lossy


def test_iso_2022_jp_is_told_by_its_escapes() -> None:
    text = "件名: 統合のお願い\n山田太郎\n"
    assert decode(text.encode("iso2022_jp")).text == text


@pytest.mark.parametrize("encoding", ["ascii", "utf-16-le", "utf-16-be", "utf-16", "cp1252"])
def test_english_text_survives_every_encoding(encoding: str) -> None:
    assert decode(ENGLISH.encode(encoding)).text == ENGLISH


@pytest.mark.parametrize("name", ["José Müller", "François Lefèvre", "Søren Ångström", "Zoë"])
def test_a_western_name_in_windows_latin_is_not_taken_for_japanese(name: str) -> None:
    decoded = decode(f"User Name,Work Email\n{name},x@example.com\n".encode("cp1252"))
    assert name in decoded.text
    assert not decoded.lossy


@pytest.mark.parametrize("name", ["佐藤 花子", "髙橋 一郎", "ｻﾄｳ ハナコ 佐藤花子", "鈴木"])
def test_one_japanese_name_among_english_is_enough_to_tell(name: str) -> None:
    assert name in decode(f"User Name,Work Email\n{name},x@example.com\n".encode("cp932")).text


def test_a_declared_charset_is_followed() -> None:
    page = '<meta charset="euc-kr"><p>한국어 자격증</p>'
    assert decode(page.encode("euc-kr")).text == page


def test_a_declared_charset_that_is_no_text_encoding_is_not_followed() -> None:
    assert decode(b'<meta charset="hex">\xe9').text.endswith("\xe9")
    assert decode(b'<meta charset="no-such-thing">\xe9').text.endswith("\xe9")


def test_utf8_cut_in_the_middle_of_a_character_keeps_the_rest_and_says_so() -> None:
    decoded = decode(JAPANESE.encode()[:-3] + b"\xe6")
    assert decoded.text.startswith("氏名,認定名")
    assert decoded.lossy


def test_shift_jis_with_a_broken_byte_keeps_the_rest_and_says_so() -> None:
    decoded = decode(JAPANESE.encode("cp932") + b"\xff\n")
    assert "山田 太郎" in decoded.text
    assert decoded.lossy


def test_a_nul_inside_text_is_shown_as_a_gap() -> None:
    decoded = decode(b"Taro\x00Yamada and a good deal more text than that\n")
    assert decoded.text.startswith("Taro\ufffdYamada")
    assert decoded.lossy


def test_lone_surrogates_become_storable() -> None:
    assert storable("a\ud800b\x00") == "a\ufffdb\ufffd"


def test_nothing_decodes_to_nothing() -> None:
    assert decode(b"").text == ""


@pytest.mark.parametrize("seed", range(0, 256, 5))
def test_any_bytes_become_some_text(seed: int) -> None:
    data = bytes((seed * i * 7 + i) % 256 for i in range(300))
    decode(data).text.encode("utf-8")
