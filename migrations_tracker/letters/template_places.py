"""Which places a text in Django's template language has, read from it without filling them."""

from collections.abc import Iterator
from typing import Any

from django.template.base import FilterExpression, Node, TextNode, Variable, VariableNode
from django.template.defaulttags import CommentNode, ForNode, IfNode

Place = tuple[int, str | None]


def names_in(nodes: Any, of_loops: frozenset[str] = frozenset()) -> Iterator[Place]:
    """Each place by its line and name ("keep.login"), in branches that are not taken, too.

    A name that a loop gives is no place. None stands for a tag other than if and for.
    """
    for node in nodes:
        line = node.token.lineno if node.token else 1
        for name in _of_node(node):
            if name is None or name.partition(".")[0] not in of_loops:
                yield line, name
        for inner, given in _inside(node):
            yield from names_in(inner, of_loops | given)


def _of_node(node: Node) -> Iterator[str | None]:
    """The names in the tag itself."""
    if isinstance(node, VariableNode):
        yield from _of_expression(node.filter_expression)
    elif isinstance(node, IfNode):
        for test, _ in node.conditions_nodelists:
            yield from _of_test(test)
    elif isinstance(node, ForNode):
        yield from _of_expression(node.sequence)
    elif not isinstance(node, TextNode | CommentNode):
        yield None


def _inside(node: Node) -> Iterator[tuple[Any, frozenset[str]]]:
    """What stands between a tag and its end, and the names that the tag gives there."""
    if isinstance(node, IfNode):
        for _, inner in node.conditions_nodelists:
            yield inner, frozenset()
    elif isinstance(node, ForNode):
        yield node.nodelist_loop, frozenset({"forloop", *node.loopvars})
        yield node.nodelist_empty, frozenset()


def _of_expression(expression: FilterExpression | str) -> Iterator[str]:
    """The names in ``name|default:employer``: the value's, and those of its filters."""
    if not isinstance(expression, FilterExpression):
        return
    arguments = (value for _, values in expression.filters for _, value in values)
    for each in (expression.var, *arguments):
        if isinstance(each, Variable) and each.lookups:
            yield ".".join(each.lookups)


def _of_test(test: Any) -> Iterator[str]:
    """The names in ``if``'s test: a tree with expressions at its ends."""
    if test is None:
        return
    yield from _of_expression(getattr(test, "value", ""))
    for side in ("first", "second"):
        yield from _of_test(getattr(test, side, None))
