"""What runs with certmove is known: each package with its hashes and its licence."""

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest

from certmove import VERSION
from certmove.dependencies.licences import LICENCES, PAGE, page_of
from certmove.dependencies.lock import EXTRAS_LOCK, LOCK, packages_of
from certmove.dependencies.sbom import sbom_of

TEXT = LOCK.read_text(encoding="utf-8")
WITH_EXTRAS = EXTRAS_LOCK.read_text(encoding="utf-8")
PROJECT = Path(__file__).parents[2]
#: Weak copyleft runs here only as a package of its own that anybody can exchange.
ALLOWED = {
    "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "LGPL-3.0-only", "MIT", "MIT-0", "MPL-2.0",
    "PSF-2.0",
}  # fmt: skip


def test_every_package_of_the_lock_is_read_with_its_hashes() -> None:
    pinned = re.findall(r"^([a-z0-9._-]+)(?:\[.*\])?==", TEXT, re.MULTILINE)
    packages = packages_of(TEXT)
    assert [each.name for each in packages] == pinned
    assert all(each.hashes for each in packages)
    assert sum(len(each.hashes) for each in packages) == TEXT.count("--hash=sha256:")
    assert next(each for each in packages if each.name == "pycparser").wanted_by == ("cffi",)
    with pytest.raises(ValueError, match="no line of a lock file"):
        packages_of("-r another.txt")


def test_the_bill_of_materials_names_each_package_and_who_wants_it() -> None:
    bill = sbom_of(TEXT)
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    components = {each["bom-ref"]: each for each in bill["components"]}
    assert list(components) == [each.purl for each in packages_of(TEXT)]
    wants = {each["ref"]: each["dependsOn"] for each in bill["dependencies"]}
    assert set(wants) == {*components, f"pkg:generic/certmove@{VERSION}"}
    reached: set[str] = set()
    waiting = [f"pkg:generic/certmove@{VERSION}"]
    while waiting:
        new = [ref for ref in wants[waiting.pop()] if ref not in reached]
        reached.update(new)
        waiting += new
    assert reached == set(components)  # nothing is there that nobody asked for
    assert sbom_of(TEXT) == bill


def test_the_page_of_licences_is_complete_and_up_to_date() -> None:
    assert set(LICENCES) == {each.name for each in packages_of(WITH_EXTRAS)}
    assert PAGE.read_text(encoding="utf-8") == page_of(WITH_EXTRAS), "run: make licences"
    for expression in LICENCES.values():
        assert set(re.split(r" AND | OR ", expression)) <= ALLOWED


@pytest.mark.parametrize("name", LICENCES)
def test_a_licence_is_what_the_package_says(name: str) -> None:
    try:
        said = metadata(name)
    except PackageNotFoundError:
        pytest.skip("not for this system")
    if expression := said.get("License-Expression"):
        assert LICENCES[name] == expression
    else:
        free_text = " ".join([said.get("License") or "", *(said.get_all("Classifier") or [])])
        family = LICENCES[name].split("-")[0].split(" ")[0]
        assert family in free_text


def test_the_extras_change_no_version_of_what_runs_anyway() -> None:
    versions = {each.name: each.version for each in packages_of(WITH_EXTRAS)}
    assert {each.name: versions[each.name] for each in packages_of(TEXT)} == {
        each.name: each.version for each in packages_of(TEXT)
    }
    assert not {"boto3", "sentry-sdk"} & {each.name for each in packages_of(TEXT)}


def test_the_version_is_the_projects() -> None:
    assert f'\nversion = "{VERSION}"\n' in (PROJECT / "pyproject.toml").read_text()
