"""Templates compiled to plainer Python than Jinja's own: the same pages, in half the time.

A page of a briefing escapes a thousand texts, reads fifteen hundred attributes and calls two hundred macros. Jinja
goes a long way round for each, for what such pages never have. Where they have it all the same, its way is taken.
"""

from collections.abc import Callable, Iterable, Iterator, MutableMapping
from functools import lru_cache
from types import FunctionType
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, _escape_inner, escape  # type: ignore[attr-defined]  # what makes no Markup of it

Cached = type(lru_cache(str))
"""A function whose results are kept."""


class PlainerCode(CodeGenerator):
    """What is escaped to be put out is text, not `Markup`; what has an attribute is not asked for an item.

    `s`, `k`, `o` and `v` are names no template can use.
    """

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if self._is_plain(frame, finalize):
            self.write("(s if (k := type(s := ")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if self._is_plain(frame, finalize):
            self.write(")) is Markup else environment.escaped(s) if k is str else environment.shown(s))")
        else:
            super()._output_child_post(node, frame, finalize)

    @staticmethod
    def _is_plain(frame: Frame, finalize: Any) -> bool:
        return bool(frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Read an attribute without calling Python."""
        self.write("(v if (v := getattr((o := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else environment.getattr(o, {node.attr!r}))")

    def visit_Call(  # noqa: N802
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Look up a text of the interface, ``_("Key points")``, which says the same on every page of a language."""
        if _is_text(node):
            self.write(f"environment.words[{node.args[0].value!r}]")  # type: ignore[attr-defined]
        else:
            super().visit_Call(node, frame, forward_caller=forward_caller)


def _is_text(node: nodes.Call) -> bool:
    if not isinstance(node.node, nodes.Name) or node.node.name != "_":
        return False
    return len(node.args) == 1 and isinstance(node.args[0], nodes.Const) and not (node.kwargs or node.dyn_kwargs)


class Words(dict[str, Markup]):
    """Texts of the interface by their messages, each translated when it is first asked for."""

    def __init__(self, translate: Callable[[str], str] = str) -> None:
        self._translate = translate

    def __missing__(self, message: str) -> Markup:
        """Translate a text, and escape it: catalogues have no markup, and a name that is asked for may have any."""
        text = self[message] = escape(self._translate(message))
        return text


class PlainerTemplate(Template):
    """A template whose blocks come as a whole: else each piece of a page would pass through all those around it."""

    @classmethod
    def from_code(cls, *arguments: Any) -> Template:
        """Return a template for compiled code."""
        made: Any = super().from_code(*arguments)
        names = made.root_render_func.__globals__  # where ``super()`` finds the block it stands in
        for name, block in made.blocks.items():
            names[block.__name__] = made.blocks[name] = _whole(block)
        made.root_render_func = _whole(made.root_render_func)
        return made  # type: ignore[no-any-return]


def _whole(render: Callable[[Context], Iterable[str]]) -> Callable[[Context], Iterator[str]]:
    def rendered(context: Context) -> Iterator[str]:
        yield "".join(render(context))

    return rendered


class PlainerEnvironment(Environment):
    """An environment whose templates are compiled so."""

    words = Words()
    """The words of its language."""

    code_generator_class = PlainerCode
    template_class = PlainerTemplate
    sandboxed = True  # so that calls in templates are made by `call`; nothing else is
    intercepted_binops = intercepted_unops = frozenset[str]()

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what every template knows, as one dictionary: it is looked through for each import of each page."""
        return {**self.globals, **(d or {})}

    escaped = staticmethod(_escape_inner)
    """A text as it may stand in HTML."""

    @staticmethod
    def shown(value: Any) -> str:
        """Return anything else as such a text; most of it is numbers."""
        return str(value) if type(value) is int else escape(value)

    @staticmethod
    def call(
        context: Context, called: Any, *arguments: Any, _loop_vars: Any = None, _block_vars: Any = None, **named: Any
    ) -> Any:
        """Call what a template calls; a macro and a plain function without more ado."""
        kind = type(called)
        if kind is Macro:
            given = _given(called, arguments, named)
            if given is not None and context.eval_ctx.autoescape:
                return str.__new__(Markup, called._func(*given))  # noqa: SLF001
        elif (kind is FunctionType or kind is Cached) and not hasattr(called, "jinja_pass_arg"):
            return called(*arguments, **named)
        return context.call(called, *arguments, _loop_vars=_loop_vars, _block_vars=_block_vars, **named)


def _given(macro: Macro, arguments: tuple[Any, ...], named: dict[str, Any]) -> tuple[Any, ...] | None:
    """Return what a macro is given for each of its arguments; None where that is a case for Jinja."""
    if macro.catch_kwargs or macro.catch_varargs or macro.caller:
        return None
    if not named:
        lacks = len(macro.arguments) - len(arguments)
        return arguments + (missing,) * lacks if lacks >= 0 else None
    lacking = macro.arguments[len(arguments) :]
    return (*arguments, *[named.get(name, missing) for name in lacking]) if named.keys() <= set(lacking) else None


def compiled_plainer(environment: Environment) -> PlainerEnvironment:
    """Return an environment, just made as an overlay, as one whose templates are compiled so."""
    plainer: Any = environment
    plainer.__class__ = PlainerEnvironment
    return plainer  # type: ignore[no-any-return]
