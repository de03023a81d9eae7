"""`make sbom`: the software bill of materials, as CycloneDX 1.6 JSON on standard output.

Field names are those of the CycloneDX specification (ECMA-424). The same lock file gives the same
text, byte for byte: there is no moment in it, and its number is made from its content.
"""

import json
import sys
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from certmove import VERSION
from certmove.dependencies.licences import LICENCES
from certmove.dependencies.lock import LOCK, Package, packages_of

_SELF = f"pkg:generic/certmove@{VERSION}"


def sbom_of(lock: str) -> dict[str, Any]:
    """The bill of materials of the packages in ``lock``."""
    packages = packages_of(lock)
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, _SELF + lock)}",
        "version": 1,
        "metadata": {
            "lifecycles": [{"phase": "pre-build"}],
            "component": {
                "type": "application",
                "bom-ref": _SELF,
                "name": "certmove",
                "version": VERSION,
                "licenses": [{"license": {"id": "MIT"}}],
            },
        },
        "components": [_component(package) for package in packages],
        "dependencies": _dependencies(packages),
    }


def _component(package: Package) -> dict[str, Any]:
    return {
        "type": "library",
        "bom-ref": package.purl,
        "name": package.name,
        "version": package.version,
        "purl": package.purl,
        "hashes": [{"alg": "SHA-256", "content": each} for each in package.hashes],
        "licenses": [{"expression": LICENCES[package.name]}],
    }


def _dependencies(packages: list[Package]) -> list[dict[str, Any]]:
    refs = {package.name: package.purl for package in packages}
    wanted: dict[str, list[str]] = {_SELF: [], **{purl: [] for purl in refs.values()}}
    for package in packages:
        for name in package.wanted_by:
            wanted[refs.get(name, _SELF)].append(package.purl)
    return [{"ref": ref, "dependsOn": sorted(set(on))} for ref, on in wanted.items()]


if __name__ == "__main__":
    json.dump(sbom_of(LOCK.read_text(encoding="utf-8")), sys.stdout, indent=1)
    sys.stdout.write("\n")
