"""Evaluates the expressions and fills the texts of method folders, which nobody needs to trust.

Jinja's sandbox keeps a template away from Python, but not from memory and time: whoever learned
that fixed it by allow-lists. So a template is parsed, every node of it is checked against a list,
and the operators that make large things out of small ones are our own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, cast

from jinja2 import StrictUndefined, TemplateError, meta, nodes
from jinja2.exceptions import SecurityError
from jinja2.parser import Parser
from jinja2.runtime import Context, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from board_templates import expression_functions as functions
from board_templates.board_spec import EXPRESSION_LIMIT
from board_templates.bounds import ON_BOARDS, Bounds
from board_templates.expression_code import ExpressionCode
from board_templates.expression_trees import (
    EXPRESSION_NODES,
    TEXT_NODES,
    TOO_DEEP,
    check_tree,
    puts_together,
)
from board_templates.plain import PLAIN, PLAIN_CLASSES, Plain
from board_templates.sentences import N_, Reasoned, Sentence, reason_of

TEXT_LIMIT = 8000
"""Most characters of a template text."""

_FAILURES = (
    TemplateError,
    ArithmeticError,
    LookupError,
    TypeError,
    ValueError,
    RecursionError,
    MemoryError,
)

_BOUNDED_CLASSES: Final[frozenset[type]] = frozenset({bool, type(None), dict})  # by themselves
_CALLABLE: Final = frozenset(functions.FUNCTIONS.values())

_Evaluated = Callable[[Mapping[str, Plain]], Plain]


class ExpressionError(ValueError):
    """An expression or a text of a method can't be used: which one, and why."""

    def __init__(self, expression: str, reason: Sentence) -> None:
        shown = expression if len(expression) <= EXPRESSION_LIMIT else expression[:80] + " …"
        self.sentence = N_("`{expression}`: {reason}", expression=shown, reason=reason)
        super().__init__(str(self.sentence))
        self.expression = expression
        self.reason, self.why = str(reason), reason


class _Environment(ImmutableSandboxedEnvironment):
    """Jinja with nothing in it but the lists of `expression_functions`."""

    intercepted_binops = frozenset(functions.BINARY)

    def __init__(self, bounds: Bounds) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=False, cache_size=0)
        from_jinja = {name: self.filters[name] for name in functions.FILTERS_FROM_JINJA}
        self.filters = {**from_jinja, **bounds.filters()}
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
            value = obj[attribute]
            return value if value.__class__ in PLAIN_CLASSES else _plain(value)
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

    def __init__(self, bounds: Bounds) -> None:
        super().__init__(bounds)
        self.context = Context(self, {}, None, {})

    def call(self, context: Context, called: Plain, /, *args: Plain, **kwargs: Plain) -> Plain:  # noqa: ARG002  # Jinja's signature
        """Call one of our own functions; none of them asks Jinja for anything."""
        if not self.is_safe_callable(called):
            raise SecurityError(f"{called!r} is not safely callable")
        return called(*args, **kwargs)


def _plain(value: Plain) -> Plain:
    if value.__class__ not in PLAIN_CLASSES and not isinstance(value, PLAIN):
        kind = type(value).__name__
        raise Reasoned(N_("a value of type {kind} has no place in an expression", kind=kind))
    return value


class Expressions:
    """Compiles expressions and texts once and evaluates them over plain values.

    `bounds` says how much they may make.
    """

    def __init__(self, bounds: Bounds = ON_BOARDS) -> None:
        self._bounds = bounds
        self._environment = _Environment(bounds)
        self._for_expressions = _ExpressionEnvironment(bounds)
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
            return self._settled(compiled(values))
        except _FAILURES as error:
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
            return "".join(self._bounds.lengths(template.generate(dict(values))))
        except _FAILURES as error:
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
        expression_tree = self._expression_tree(expression)
        tree = _template_of(expression_tree)
        tree.set_environment(self._for_expressions)
        code = cast("_Evaluated", self._for_expressions.from_string(tree).root_render_func)
        if not puts_together(expression_tree):
            return code
        checked = self._bounds.checked
        return lambda values: checked(code(values))

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
                raise Reasoned(N_("it goes on where it should end"))
            check_tree(tree, EXPRESSION_NODES, self._environment)
        except RecursionError as error:
            raise ExpressionError(expression, TOO_DEEP) from error
        except (TemplateError, ValueError) as error:
            raise ExpressionError(expression, reason_of(error)) from error
        return tree

    def _text_tree(self, text: str) -> nodes.Template:
        if len(text) > TEXT_LIMIT:
            raise ExpressionError(
                text, N_("it is longer than {limit} characters", limit=TEXT_LIMIT)
            )
        try:
            tree = self._environment.parse(text)
            check_tree(tree, TEXT_NODES, self._environment)
        except RecursionError as error:
            raise ExpressionError(text, TOO_DEEP) from error
        except (TemplateError, ValueError) as error:
            raise ExpressionError(text, reason_of(error)) from error
        return tree

    def _settled(self, value: Plain) -> Plain:
        """Return a value that is there and plain; what a filter only promised is fetched."""
        if value.__class__ in _BOUNDED_CLASSES:
            return value
        if isinstance(value, str):
            return self._bounds.checked_text(value)
        if isinstance(value, list | tuple):
            return self._bounds.checked_length(value)
        if isinstance(value, PLAIN):
            return functions.bounded_number(value)
        if isinstance(value, Undefined):
            str(value)
        if isinstance(value, Mapping):
            return value
        if hasattr(value, "__next__"):
            return self._bounds.as_list(value)
        raise Reasoned(N_("it gives a {kind}, not a plain value", kind=type(value).__name__))


def _template_of(tree: nodes.Expr) -> nodes.Template:
    return nodes.Template([nodes.Output([tree], lineno=1)], lineno=1)


def _asked(tree: nodes.Node) -> frozenset[str]:
    found = meta.find_undeclared_variables(cast("nodes.Template", tree))
    return frozenset(found) - frozenset(functions.FUNCTIONS)
