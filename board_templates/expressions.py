"""Evaluates the expressions and fills the texts of method folders, which nobody needs to trust.

Jinja's sandbox keeps a template away from Python, but not from memory and time: whoever learned
that fixed it by allow-lists. So a template is parsed, every node of it is checked against a list,
and the operators that make large things out of small ones are our own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, cast

from jinja2 import StrictUndefined, TemplateError, meta, nodes
from jinja2.parser import Parser
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from board_templates import expression_functions as functions
from board_templates.board_spec import EXPRESSION_LIMIT
from board_templates.expression_code import ExpressionCode
from board_templates.plain import Plain
from board_templates.sentences import N_, Reasoned, Sentence, reason_of

TEXT_LIMIT = 8000
"""Most characters of a template text."""

_EXPRESSION_NODES = (
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
_TEXT_NODES = (*_EXPRESSION_NODES, nodes.Template, nodes.Output, nodes.TemplateData, nodes.If)
_PLAIN = (str, int, float, bool, type(None), list, tuple, dict)
_PLAIN_CLASSES: Final[frozenset[type]] = frozenset(_PLAIN)
_CALLABLE: Final = frozenset(functions.FUNCTIONS.values())

_Evaluated = Callable[[Mapping[str, Plain]], Plain]


class ExpressionError(ValueError):
    """An expression or a text of a method can't be used: which one, and why."""

    def __init__(self, expression: str, reason: Sentence) -> None:
        shown = expression if len(expression) <= EXPRESSION_LIMIT else expression[:80] + " …"
        self.sentence = N_("`{expression}`: {reason}", expression=shown, reason=reason)
        super().__init__(str(self.sentence))
        self.expression = expression
        self.reason = str(reason)


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja with nothing in it but the lists of `expression_functions`."""

    intercepted_binops = frozenset(functions.BINARY)

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=False, cache_size=0)
        from_jinja = {name: self.filters[name] for name in functions.FILTERS_FROM_JINJA}
        self.filters = {**from_jinja, **functions.OWN_FILTERS}
        self.tests = {name: self.tests[name] for name in functions.TESTS}
        self.globals = dict(functions.FUNCTIONS)

    def call_binop(self, context: Plain, operator: str, left: Plain, right: Plain) -> Plain:  # noqa: ARG002  # Jinja's signature
        """Carry out the operators that could make large values."""
        return functions.BINARY[operator](left, right)

    def is_safe_callable(self, obj: Plain) -> bool:
        """Allow calls of our own functions only."""
        return callable(obj) and obj in _CALLABLE

    def getattr(self, obj: Plain, attribute: str) -> Plain:
        """Look a name up in a mapping; nothing else has names."""
        if obj.__class__ is dict and attribute in obj:  # nearly always, and for every row
            return _plain(obj[attribute])
        return self._entry(obj, attribute)

    def getitem(self, obj: Plain, argument: Plain) -> Plain:
        """Look up an entry of a mapping, a list or a text."""
        if argument.__class__ is str:
            return self.getattr(obj, argument)
        if isinstance(obj, (list, tuple, str)) and isinstance(argument, (int, slice)):
            try:
                return obj[argument]
            except IndexError:
                return self.undefined(obj=obj, name=str(argument))
        return self._entry(obj, argument)

    def _entry(self, obj: Plain, key: Plain) -> Plain:
        if isinstance(obj, Mapping) and isinstance(key, str | int) and key in obj:
            return _plain(obj[key])
        return self.undefined(obj=None, name=str(key))


class _ExpressionEnvironment(_Environment):
    """The same, for expressions that are evaluated for every row; `context` holds no values."""

    code_generator_class = ExpressionCode

    def __init__(self) -> None:
        super().__init__()
        self.context = Context(self, {}, None, {})


def _plain(value: Plain) -> Plain:
    if value.__class__ not in _PLAIN_CLASSES and not isinstance(value, _PLAIN):
        kind = type(value).__name__
        raise Reasoned(N_("a value of type {kind} has no place in an expression", kind=kind))
    return value


class Expressions:
    """Compiles expressions and texts once and evaluates them over plain values."""

    def __init__(self) -> None:
        self._environment = _Environment()
        self._for_expressions = _ExpressionEnvironment()
        self._expressions: dict[str, _Evaluated] = {}
        self._texts: dict[str, Plain] = {}

    def evaluate(self, expression: str, values: Mapping[str, Plain]) -> Plain:
        """Return what an expression gives over the values: a primitive, a list or a mapping.

        Raises:
            ExpressionError: when it can't be compiled, misses a name, or makes something too large.
        """
        compiled = self._expressions.get(expression)
        if compiled is None:
            compiled = self._expressions[expression] = self._compiled(expression)
        try:
            return _settled(compiled(values))
        except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
            raise ExpressionError(expression, reason_of(error)) from error

    def render(self, text: str, values: Mapping[str, Plain]) -> str:
        """Return the text with its `{{ … }}` filled; text without any is returned as it is.

        Raises:
            ExpressionError: as `evaluate`.
        """
        if "{{" not in text and "{%" not in text:
            return text
        template = self._texts.get(text)
        if template is None:
            template = self._texts[text] = self._template(text)
        try:
            return functions.bounded_text("".join(template.generate(dict(values))))
        except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
            raise ExpressionError(text, reason_of(error)) from error

    def names(self, expression: str) -> frozenset[str]:
        """Return the names an expression asks of its values.

        Raises:
            ExpressionError: when it isn't an expression that may be used.
        """
        template = _template_of(self._expression_tree(expression))
        return _asked(template.set_environment(self._environment))

    def text_names(self, text: str) -> frozenset[str]:
        """Return the names a text asks of its values.

        Raises:
            ExpressionError: when it isn't a text that may be used.
        """
        if "{{" not in text and "{%" not in text and "{#" not in text:
            return frozenset()
        return _asked(self._text_tree(text))

    def _compiled(self, expression: str) -> _Evaluated:
        tree = _template_of(self._expression_tree(expression))
        tree.set_environment(self._for_expressions)
        return cast("_Evaluated", self._for_expressions.from_string(tree).root_render_func)

    def _template(self, text: str) -> Plain:
        self._text_tree(text)
        return self._environment.from_string(text)

    def _expression_tree(self, expression: str) -> nodes.Expr:
        if len(expression) > EXPRESSION_LIMIT:
            reason = N_(
                "it has {count} characters, {limit} are allowed",
                count=len(expression),
                limit=EXPRESSION_LIMIT,
            )
            raise ExpressionError(expression, reason)
        try:
            parser = Parser(self._environment, expression, state="variable")
            tree = parser.parse_expression()
            if not parser.stream.eos:
                raise ExpressionError(expression, N_("it goes on where it should end"))
        except (TemplateError, RecursionError) as error:
            raise ExpressionError(expression, reason_of(error)) from error
        self._check(tree, expression, _EXPRESSION_NODES)
        return tree

    def _text_tree(self, text: str) -> nodes.Template:
        if len(text) > TEXT_LIMIT:
            raise ExpressionError(
                text, N_("it is longer than {limit} characters", limit=TEXT_LIMIT)
            )
        try:
            tree = self._environment.parse(text)
        except (TemplateError, RecursionError) as error:
            raise ExpressionError(text, reason_of(error)) from error
        self._check(tree, text, _TEXT_NODES)
        return tree

    def _check(self, tree: nodes.Node, shown: str, allowed: tuple[type[nodes.Node], ...]) -> None:
        for node in _walk(tree):
            self._check_node(node, shown, allowed)

    def _check_node(self, node: nodes.Node, shown: str, allowed: tuple[type[Plain], ...]) -> None:
        if not isinstance(node, allowed):
            kind = type(node).__name__.lower()
            raise ExpressionError(shown, N_("{kind} is not allowed here", kind=kind))
        if isinstance(node, nodes.Call) and not _names_function(node.node):
            raise ExpressionError(shown, N_("only the functions of the format can be called"))
        if isinstance(node, nodes.Filter) and node.name not in self._environment.filters:
            raise ExpressionError(shown, N_("there is no filter “{name}”", name=node.name))
        if isinstance(node, nodes.Test) and node.name not in self._environment.tests:
            raise ExpressionError(shown, N_("there is no test “{name}”", name=node.name))
        if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
            raise ExpressionError(shown, N_("“{name}” is not a name of the format", name=node.attr))


def _template_of(tree: nodes.Expr) -> nodes.Template:
    return nodes.Template([nodes.Output([tree], lineno=1)], lineno=1)


def _asked(tree: nodes.Node) -> frozenset[str]:
    found = meta.find_undeclared_variables(cast("nodes.Template", tree))
    return frozenset(found) - frozenset(functions.FUNCTIONS)


def _names_function(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) and node.name in functions.FUNCTIONS


def _walk(tree: nodes.Node) -> Iterable[nodes.Node]:
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(node.iter_child_nodes())


def _settled(value: Plain) -> Plain:
    """Return a value that is there and plain; what a filter only promised is fetched."""
    if isinstance(value, _PLAIN):
        return functions.bounded_text(value) if isinstance(value, str) else value
    if isinstance(value, Undefined):
        str(value)
    if isinstance(value, Mapping):
        return value
    if hasattr(value, "__next__"):
        return functions.bounded_list(value)
    raise Reasoned(N_("it gives a {kind}, not a plain value", kind=type(value).__name__))
