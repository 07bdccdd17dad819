"""Judges what Jinja parsed: every node of an expression or a text is held against a list."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment, nodes

from board_templates.expression_functions import FUNCTIONS, bounded_number
from board_templates.sentences import N_, Reasoned

DEPTH_LIMIT = 40
TOO_DEEP = N_("it is nested too deep")

EXPRESSION_NODES = (
    nodes.Add,
    nodes.And,
    nodes.Call,
    nodes.Compare,
    nodes.Concat,
    nodes.CondExpr,
    nodes.Const,
    nodes.Dict,
    nodes.Div,
    nodes.Filter,
    nodes.FloorDiv,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Keyword,
    nodes.List,
    nodes.Mod,
    nodes.Mul,
    nodes.Name,
    nodes.Neg,
    nodes.Not,
    nodes.Operand,
    nodes.Or,
    nodes.Pair,
    nodes.Pos,
    nodes.Pow,
    nodes.Slice,
    nodes.Sub,
    nodes.Test,
    nodes.Tuple,
)
TEXT_NODES = (*EXPRESSION_NODES, nodes.Template, nodes.Output, nodes.TemplateData, nodes.If)


def check_tree(
    tree: nodes.Node, allowed: tuple[type[nodes.Node], ...], environment: Environment
) -> None:
    """Refuse what isn't of the format.

    Raises:
        Reasoned: with what it is.
    """
    for node, depth in _walk(tree):
        if depth > DEPTH_LIMIT:
            raise Reasoned(TOO_DEEP)
        _check_node(node, allowed, environment)


def puts_together(tree: nodes.Node) -> bool:
    """Tell whether an expression makes a list or a mapping of other values."""
    made = (nodes.List, nodes.Tuple, nodes.Dict)
    return any(isinstance(node, made) for node, _ in _walk(tree))


def _check_node(
    node: nodes.Node, allowed: tuple[type[nodes.Node], ...], environment: Environment
) -> None:
    if not isinstance(node, allowed):
        raise Reasoned(N_("{kind} is not allowed here", kind=type(node).__name__.lower()))
    if isinstance(node, nodes.Call) and not _names_function(node.node):
        raise Reasoned(N_("only the functions of the format can be called"))
    if isinstance(node, nodes.Filter) and node.name not in environment.filters:
        raise Reasoned(N_("there is no filter “{name}”", name=node.name))
    if isinstance(node, nodes.Test) and node.name not in environment.tests:
        raise Reasoned(N_("there is no test “{name}”", name=node.name))
    if isinstance(node, nodes.Const):
        bounded_number(node.value)
    name = _entry_named(node)
    if name.startswith("_"):
        raise Reasoned(N_("“{name}” is not a name of the format", name=name))


def _names_function(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name in FUNCTIONS


def _entry_named(node: nodes.Node) -> str:
    """Return the name of the entry that a node asks for; nothing when it asks for none by name."""
    if isinstance(node, nodes.Getattr):
        return node.attr
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return str(node.arg.value)
    return ""


def _walk(tree: nodes.Node) -> Iterator[tuple[nodes.Node, int]]:
    """Yield every node with how deep it lies."""
    waiting = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        yield node, depth
        waiting.extend((inner, depth + 1) for inner in node.iter_child_nodes())
