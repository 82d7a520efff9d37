"""Call the macros of templates without asking each time what they are.

Before a template calls anything, Jinja looks whether it wants the context, the evaluation context
or the environment as first argument: by attributes that are mostly missing, at several times the
cost of the call itself. What a macro wants is known. All else is called as ever.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment
from jinja2.ext import Extension
from jinja2.runtime import Context, Macro


class _MacroContext(Context):
    """A context that knows a macro."""

    def call(self, target: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 (as Jinja has it)
        """Call `target` from a template."""
        if type(target) is not Macro:
            return super().call(target, *args, **kwargs)
        # What Jinja adds for callables that want the context, which no macro does.
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return target(self.eval_ctx, *args, **kwargs)


class MacroCalls(Extension):
    """Lets an environment's templates call macros at once."""

    def __init__(self, environment: Environment) -> None:
        """Give `environment` contexts that know macros."""
        super().__init__(environment)
        environment.context_class = _MacroContext
