"""Make Jinja place values, read fields and call macros at less cost, with the same outcome.

A page places a thousand values, and reads twice as many fields. Jinja makes each value an object
that says it is escaped, only to join it with its neighbours a moment later; it asks for a field by
its name, through two calls; and before a template calls anything, it looks whether that wants the
context, the evaluation context or the environment as first argument, by attributes that are mostly
missing. Here a value that has nothing to escape is placed as it is, a field is read by a function
of its own, and what a macro wants is known. `code_generator_class` and `context_class` are where an
environment may say so: https://jinja.palletsprojects.com/en/stable/api/#jinja2.Environment
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Mapping, MutableMapping
from keyword import iskeyword
from typing import Any

import markupsafe
from jinja2 import Environment, Template, nodes, pass_eval_context
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.ext import Extension
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape


def plainly_escaped(text: str) -> str:
    """Return `text` as MarkupSafe escapes it; the outcome is no object of its own class."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&#34;").replace("'", "&#39;")


escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", plainly_escaped)
"""The same by what `escape` itself calls, written in C, of which a page has a thousand uses; a
MarkupSafe before 3.0 has none."""


def placed(value: object) -> str:
    """Return what stands on the page for `value`: markup as it is, else text, escaped."""
    kind = type(value)
    if kind is str:
        return escaped(value)  # type: ignore[arg-type] # as its type says
    if kind is Markup:
        return value  # type: ignore[return-value] # the same
    # Of a number nothing is to escape; a page has a hundred. (What is true or false is no `int`.)
    return str(value) if kind is int else escape(value)


class _KnownMacro:
    """A macro that knows how many arguments it takes, and is made quickly.

    A page makes some fifty, and calls the half of them.
    """

    __slots__ = ("_autoescape", "_environment", "_signature", "draws", "takes")

    def __init__(
        self,
        environment: Environment,
        draws: Callable[..., str],
        takes: int,
        signature: tuple[Any, ...],
        autoescape: bool | None,  # noqa: FBT001 (in compiled templates it has no name)
    ) -> None:
        """Make what `draws` with so many arguments; with -1 only Jinja knows how to call it."""
        self.draws = draws
        self.takes = takes
        self._environment = environment
        self._signature = signature
        self._autoescape = autoescape

    @pass_eval_context
    def __call__(self, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 (as Jinja has it)
        """Draw as Jinja does, whatever it is given; what is called in the plain way at once."""
        told, given = self._autoescape, arguments
        if given and type(given[0]) is EvalContext:
            told, given = given[0].autoescape, given[1:]
        left = self.takes - len(given)
        if left < 0 or told is None:
            return self._whole()(*arguments, **named)
        if left:
            _, names, *_ = self._signature
            given += tuple([named.pop(name, missing) for name in names[-left:]])
        if named:
            return self._whole()(*arguments, **named)
        text = self.draws(*given)
        return Markup(text) if told else text  # noqa: S704 (drawn by a template)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (whatever Jinja's has)
        """Return what templates may ask of a macro: its name, its arguments."""
        return getattr(self._whole(), name)

    def _whole(self) -> Macro:
        name, arguments, *wants = self._signature
        named, more, caller = wants
        return Macro(
            self._environment, self.draws, name, arguments, named, more, caller, self._autoescape
        )


_Variables = Mapping[str, Any] | None


def called(
    context: Context,
    target: Any,  # noqa: ANN401 (whatever a template calls)
    arguments: tuple[Any, ...],
    in_loop: _Variables,
    in_block: _Variables,
) -> Any:  # noqa: ANN401 (whatever it returns)
    """Call `target` from a template; `in_loop` and `in_block` are the variables there."""
    if type(target) is _KnownMacro and target.takes == len(arguments):
        text = target.draws(*arguments)
        return Markup(text) if context.eval_ctx.autoescape else text  # noqa: S704 (drawn by a template)
    return context.call(target, *arguments, _loop_vars=in_loop, _block_vars=in_block)


def told(
    context: Context,
    target: Any,  # noqa: ANN401 (as for `called`)
    arguments: tuple[Any, ...],
    in_loop: _Variables,
    in_block: _Variables,
) -> str:
    """Do as `called`, where text is escaped, and return what stands on the page for the outcome."""
    known = type(target) is _KnownMacro and target.takes == len(arguments)
    if known and context.eval_ctx.autoescape:
        return target.draws(*arguments)  # type: ignore[no-any-return] # a text
    return placed(context.call(target, *arguments, _loop_vars=in_loop, _block_vars=in_block))


def imported(
    environment: Environment, name: str, by: str, context: Context, here: Mapping[str, Any]
) -> TemplateModule:
    """Return the template `name`, imported with context; `here` are the importer's variables."""
    given = {**context.parent, **context.vars}
    given.update([pair for pair in here.items() if pair[1] is not missing])
    template = _template(environment, name, by)
    inner = template.new_context(given, shared=True)
    if type(context) is _Calling:
        context.imports.append(inner)
    return TemplateModule(template, inner)


def _template(environment: Environment, name: str, by: str | None) -> Template:
    """Return a template, as `by` names it: a compiled one is found again by a single look."""
    known: dict[tuple[str, str | None], Template] = getattr(environment, "known", {})
    template = known.get((name, by))
    if template is None:
        template = environment.get_template(name, by)
        if not environment.auto_reload:
            known[name, by] = template
    return template


class _Placing(CodeGenerator):
    """Writes the functions above where Jinja would write its own; all else stays."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 (Jinja's name)
        """Write the module of a template, and below it what its code calls."""
        self.fields: set[str] = set()
        self.placed_calls: set[int] = set()
        super().visit_Template(node, frame)
        for name in ("escaped", "placed", "called", "told", "imported"):
            self.writeline(f"{name} = environment.{name}")
        self.writeline("Macro = environment.macro")
        for name in sorted(self.fields):
            # No line of the template is its own, so no traceback may show it.
            self.writeline("@internalcode")
            self.writeline(f"def of_{name}(value):")
            self.writeline("    try:")
            self.writeline(f"        return value.{name}")
            self.writeline("    except AttributeError:")
            self.writeline(f"        return environment.getattr(value, {name!r})")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (the same)
        """Write how a field is read."""
        name = node.attr
        # Python's own spelling of a name: it would read others in a normal form.
        plain = name.isascii() and name.isidentifier() and not iskeyword(name)
        if not plain or not self._is_usual():
            super().visit_Getattr(node, frame)
            return
        self.fields.add(name)
        self.write(f"of_{name}(")
        self.visit(node.node, frame)
        self.write(")")

    def visit_Call(  # noqa: N802 (the same)
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002 (as Jinja has it)
    ) -> None:
        """Write a call."""
        if forward_caller or not self._is_plain(node):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("told(" if id(node) in self.placed_calls else "called(")
        self.write("context, ")
        self.visit(node.node, frame)
        self.write(", (")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(f"), {'_loop_vars' if frame.loop_frame else None}")
        self.write(f", {'_block_vars' if frame.block_frame else None})")

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        if not node.with_context or self.environment.is_async:
            super()._import_common(node, frame)
            return
        self.write("imported(environment, ")
        self.visit(node.template, frame)
        self.write(f", {self.name!r}, context, {self.dump_local_context(frame)})")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:  # noqa: ARG002 (as Jinja has it)
        """Write how a macro is made."""
        node, wants = (
            macro_ref.node,
            (
                macro_ref.accesses_kwargs,
                macro_ref.accesses_varargs,
                macro_ref.accesses_caller,
            ),
        )
        arguments = tuple(argument.name for argument in node.args)
        takes = len(arguments) if self._is_usual() and not any(wants) else -1
        signature = (getattr(node, "name", None), arguments, *wants)
        self.write(
            f"Macro(environment, macro, {takes}, {signature!r}, context.eval_ctx.autoescape)"
        )

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        elif finalize.src is not None:
            self.write(f"placed({finalize.src}")
        elif self._is_plain_call(node):
            self.placed_calls.add(id(node))
            self.write("(")
        else:
            # Nearly all is text, for which no function of ours need be called.
            self.write("(escaped(put) if type(put := ")

    def _output_child_post(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        super()._output_child_post(node, frame, finalize)
        escapes = frame.eval_ctx.autoescape and not frame.eval_ctx.volatile
        if escapes and finalize.src is None and not self._is_plain_call(node):
            self.write(" is str else placed(put))")

    def _is_plain_call(self, node: nodes.Expr) -> bool:
        return isinstance(node, nodes.Call) and self._is_plain(node)

    def _is_plain(self, node: nodes.Call) -> bool:
        """Whether a call has arguments by place only."""
        return self._is_usual() and not (node.kwargs or node.dyn_args or node.dyn_kwargs)

    def _is_usual(self) -> bool:
        environment = self.environment
        return (
            not environment.is_async
            and not environment.sandboxed
            and type(environment).getattr is Environment.getattr
        )


class _Calling(Context):
    """A context that knows a macro when it is called, and is made quickly."""

    def __init__(
        self,
        environment: Environment,
        parent: dict[str, Any],
        name: str | None,
        blocks: dict[str, Callable[..., Any]],
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 (Jinja's name)
    ) -> None:
        """Make it as Jinja does."""
        # A template's globals are two mappings in a chain, the first nearly always empty; their
        # names are all that is wanted here, and those of a plain mapping come at once.
        if type(globals) is ChainMap and not globals.maps[0]:
            globals = globals.parents  # noqa: A001 (the same)
            if len(globals.maps) == 1:
                globals = globals.maps[0]  # noqa: A001 (the same)
        super().__init__(environment, parent, name, blocks, globals)
        self.imports: list[Context] = []
        """Of the templates that were imported with it."""

    def let_go(self) -> None:
        """Forget all variables: the page is drawn.

        Macros know their context, and it knows them; so these circles, many on every page, would
        wait for Python's collector.
        """
        for context in self.imports:
            if type(context) is _Calling:
                context.let_go()
        self.imports.clear()
        self.vars.clear()

    def call(self, target: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 (as Jinja has it)
        """Call `target` from a template."""
        if type(target) is not _KnownMacro:
            return super().call(target, *args, **kwargs)
        # What Jinja adds for callables that want the context, which no macro does.
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return target(self.eval_ctx, *args, **kwargs)


def page(environment: Environment, name: str, given: Mapping[str, Any]) -> str:
    """Return the page that the template `name` draws of what is `given`, by name.

    Raises what the template raises, which points to its lines.
    """
    template = _template(environment, name, None)
    context = template.new_context({**environment.globals, **given}, shared=True)
    try:
        drawn = environment.concat(template.root_render_func(context))
    except Exception:  # noqa: BLE001 (raised again, as Jinja's own `render` does)
        environment.handle_exception()
    if type(context) is _Calling:
        context.let_go()
    return drawn


class Placing(Extension):
    """Gives an environment both."""

    def __init__(self, environment: Environment) -> None:
        """Let the templates of `environment` place, read and call so."""
        super().__init__(environment)
        environment.code_generator_class = _Placing
        environment.context_class = _Calling
        environment.extend(
            escaped=escaped,
            placed=placed,
            called=called,
            told=told,
            imported=imported,
            macro=_KnownMacro,
            known={},
        )
