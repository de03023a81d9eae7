"""The rules that hold the house up, read from the code itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

APP = Path(__file__).parent.parent / "migrations_tracker"

#: Each layer, and the layers it may import from besides itself; the rest are use cases.
LAYERS = {
    "core": set(),
    "models": {"core"},
    "use cases": {"core", "models"},
    "forms": {"core", "models", "use cases"},
    "templatetags": {"core", "models", "use cases"},
    "views": {"core", "models", "use cases", "forms", "templatetags"},
    "edge": {"core", "models", "use cases", "forms", "templatetags", "views"},
}
_EDGE = {"admin", "apps", "urls", "leaving_urls", "management"}
_USE_CASE_PACKAGES = {"samples", "box", "accounts"}


def sources() -> list[Path]:
    return [path for path in APP.rglob("*.py") if "migrations" not in path.relative_to(APP).parts]


def layer_of(parts: tuple[str, ...]) -> str:
    head = parts[0].removesuffix(".py")
    if head in _EDGE or head in LAYERS:
        return "edge" if head in _EDGE else head
    # The accounts' package holds its own views and forms beside their use cases.
    if head in _USE_CASE_PACKAGES and any("views" in p or "urls" in p for p in parts):
        return "edge"
    return "use cases"


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _breaches(path: Path) -> Iterator[str]:
    mine = layer_of(path.relative_to(APP).parts)
    for module in imported(path):
        if module.startswith("migrations_tracker."):
            theirs = layer_of(tuple(module.split(".")[1:]))
            if theirs not in LAYERS[mine] | {mine}:
                yield f"{path.relative_to(APP)} ({mine}) imports {module} ({theirs})"


def test_each_layer_imports_only_from_the_layers_below_it() -> None:
    assert [breach for path in sources() for breach in _breaches(path)] == []


def _places() -> dict[str, set[str]]:
    """For each folder and module below the app, which others of them it imports."""
    found: dict[str, set[str]] = {}
    for path in sources():
        mine = path.relative_to(APP).parts[0].removesuffix(".py")
        theirs = {
            module.split(".")[1] for module in imported(path) if module.startswith(f"{APP.name}.")
        }
        found.setdefault(mine, set()).update(theirs - {mine})
    return found


def test_no_folder_is_imported_by_what_it_imports() -> None:
    left = _places()
    while ground := [place for place, needed in left.items() if not needed & left.keys()]:
        left = {place: needed for place, needed in left.items() if place not in ground}
    assert left == {}


def _writes_a_status(path: Path) -> bool:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            writes = node.func.attr in {"update", "create", "update_or_create"}
            if writes and any(keyword.arg == "status" for keyword in node.keywords):
                return True
        if isinstance(node, ast.Assign | ast.AugAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(t, ast.Attribute) and t.attr == "status" for t in targets):
                return True
    return False


def test_a_status_is_written_in_one_place() -> None:
    writers = [path for path in sources() if _writes_a_status(path)]
    assert writers == [APP / "merge_requests.py"]


def test_no_logic_hides_in_signals_or_save() -> None:
    for path in sources():
        text = path.read_text()
        assert "django.db.models.signals" not in text, path
        defined = {n.name for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef)}
        assert "save" not in defined, path


def test_the_clock_is_read_only_at_the_edge() -> None:
    """Use cases take ``at``: the same act at the same moment does the same."""
    for path in sources():
        if layer_of(path.relative_to(APP).parts) in {"core", "models"}:
            assert "timezone.now" not in path.read_text(), path
