"""The code of one expression: Jinja writes what it says, we the function around it.

A template of Jinja's sets up a context, a generator and its filters anew each time it is asked for
something. That takes longer than most expressions do, and a harvest evaluates some of them for
every note.
"""

from __future__ import annotations

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.idtracking import VAR_LOAD_RESOLVE
from jinja2.nodes import EvalContext
from jinja2.runtime import exported

from board_templates.expression_functions import FUNCTIONS


class ExpressionCode(CodeGenerator):
    """Writes `root(values)`, which returns what the only expression of a template gives.

    The names of an expression are looked up among the values, then among the functions of the
    format. `context`, which some filters ask for, is the same for all.
    """

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802  # Jinja's name
        """Write the module of a template that consists of one output of one expression."""
        (output,) = node.body
        frame = Frame(EvalContext(self.environment))
        frame.symbols.analyze_node(node)
        self.writeline("from jinja2.runtime import " + ", ".join(exported))
        self.writeline("name, blocks, debug_info = None, {}, ''")  # what Jinja asks of a module
        self.writeline("undefined, cond_expr_undefined = environment.undefined, Undefined")
        self.writeline("context, functions = environment.context, environment.globals")
        self.pull_dependencies([output])
        self.writeline("def root(values):")
        self.indent()
        self.enter_frame(frame)
        self.writeline("return ")
        for expression in output.iter_child_nodes():
            self.visit(expression, frame)

    def enter_frame(self, frame: Frame) -> None:
        """Write where each name of the expression comes from."""
        for target, (action, name) in frame.symbols.loads.items():
            if action != VAR_LOAD_RESOLVE:
                reason = f"an expression only reads its names, this one would {action} {name}"
                raise ValueError(reason)
            otherwise = f"functions[{name!r}]" if name in FUNCTIONS else "missing"
            self.writeline(f"{target} = values.get({name!r}, {otherwise})")
