"""Values: what attrs makes of a class, for the few classes that finding dates needs.

Importing attrs takes as long as reading all of English (measured: a fifth of the time to the first date), so only what
comes after the dates uses it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def frozen(cls: type[T]) -> type[T]:
    """Return a class with the fields that its body annotates: set once, and equal to another when all of them are.

    It has two fields or more; what it defines itself is left as it is.
    """
    fields = tuple(cls.__annotations__)
    own = {name: thing for name, thing in vars(cls).items() if name not in (*fields, "__dict__", "__weakref__")}
    made = type(cls.__name__, (), {**_methods(fields), **own, "__slots__": fields, "__match_args__": fields})
    defaults = {name: vars(cls)[name] for name in fields if name in vars(cls)}
    type.__setattr__(made, "__init__", _initialiser(made, fields, defaults))
    return made


def evolve(value: T, **changes: Any) -> T:
    """Return a value with some of its fields changed."""
    fields: tuple[str, ...] = type(value).__slots__  # type: ignore[attr-defined]
    return type(value)(**{name: getattr(value, name) for name in fields} | changes)


def _methods(fields: tuple[str, ...]) -> dict[str, Callable[..., Any]]:
    """Return the methods of a class of values with these fields."""
    values = attrgetter(*fields)

    def fixed(self: object, name: str, *_: object) -> None:
        raise AttributeError(f"{type(self).__name__} is a value: its {name} does not change")

    def equal(self: object, other: object) -> bool:
        return values(self) == values(other) if type(self) is type(other) else NotImplemented

    def shown(self: object) -> str:
        return f"{type(self).__name__}({', '.join(f'{n}={v!r}' for n, v in zip(fields, values(self), strict=True))})"

    return {
        "__setattr__": fixed,
        "__delattr__": fixed,
        "__eq__": equal,
        "__hash__": lambda self: hash(values(self)),
        "__repr__": shown,
        "__reduce__": lambda self: (type(self), values(self)),
    }


def _initialiser(made: type, fields: tuple[str, ...], defaults: Mapping[str, object]) -> Any:
    """Return the method that sets the fields: written out, because many dates are made."""
    setters = {f"set_{name}": vars(made)[name].__set__ for name in fields}
    parameters = ", ".join(f"{name}=defaults[{name!r}]" if name in defaults else name for name in fields)
    steps = "; ".join(f"set_{name}(self, {name})" for name in fields)
    scope: dict[str, Any] = {**setters, "defaults": defaults}
    exec(f"def __init__(self, {parameters}): {steps}", scope)
    return scope["__init__"]
