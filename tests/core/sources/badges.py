"""Badges of Credly as its public page gives them, people made up."""

from typing import Any

AWS = "Amazon Web Services Training and Certification"


def issuer(name: str = AWS) -> dict[str, Any]:
    entity = {"type": "Organization", "id": "9a1b", "name": name, "verified": True}
    return {
        "summary": f"issued by {name}",
        "entities": [{"label": "Issued by", "primary": True, "entity": entity}],
    }


def badge(name: str, category: str | None = "Certification", **changes: Any) -> dict[str, Any]:
    template = {"id": f"t-{name}", "name": name, "type_category": category, "level": "Intermediate"}
    return {
        "id": f"b-{name}",
        "issued_to": "TARO YAMADA",
        "issued_at_date": "2024-08-04",
        "issued_at": "2024-08-03T22:00:00.000Z",
        "expires_at_date": "2027-08-04",
        "expires_at": "2027-08-03T22:00:00.000Z",
        "state": "accepted",
        "public": True,
        "issuer": issuer(),
        "badge_template": template,
        **changes,
    }


def page(*badges: dict[str, Any], total: int | None = None, number: int = 1) -> dict[str, Any]:
    count = len(badges)
    return {
        "data": list(badges),
        "metadata": {
            "count": count,
            "current_page": number,
            "total_count": count if total is None else total,
            "per": 48,
        },
    }


SAA = "AWS Certified Solutions Architect – Associate"
DOP = "AWS Certified DevOps Engineer – Professional"
CLF = "AWS Certified Cloud Practitioner"
