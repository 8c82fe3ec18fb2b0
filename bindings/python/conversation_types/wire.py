"""What the generated types decode and encode with: nothing is coerced and nothing is lost."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, overload

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic_core import from_json, to_json
from typing_extensions import TypeAliasType

T = TypeVar("T")


class Object(BaseModel):
    """An object. Its fields that are not known here are in `model_extra`."""

    model_config = ConfigDict(
        extra="allow",
        strict=True,
        validate_by_name=True,
        validate_by_alias=True,
        validate_assignment=True,
        serialize_by_alias=True,
        hide_input_in_errors=True,
        allow_inf_nan=False,
    )


@overload
def decode(kind: type[T], text: str | bytes) -> T: ...
@overload
def decode(kind: TypeAliasType, text: str | bytes) -> Any: ...
def decode(kind: Any, text: str | bytes) -> Any:
    """Reads a document; raises pydantic's ValidationError, which quotes no value."""
    return _adapter(kind).validate_json(text, by_alias=True, by_name=False)


def encode(value: Any) -> str:
    """Writes a value of any of the types."""
    return to_json(value, by_alias=True).decode()


def pointer(error: ValidationError, text: str | bytes) -> str:
    """The JSON pointer to the value that is wrong or missing: of several errors, the one that lies deepest. Of a text that
    is not JSON it is empty.

    pydantic's `loc` also names the members of unions that it tried, which are left out here."""
    try:
        document = from_json(text)
    except ValueError:
        return ""
    errors = error.errors(include_url=False, include_input=False)
    places = [_place(one["loc"], one["type"] == "missing", document) for one in errors]
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in max(places, key=len))


def _place(loc: tuple[int | str, ...], missing: bool, value: Any) -> list[int | str]:
    out: list[int | str] = []
    for index, step in enumerate(loc):
        if isinstance(value, list) and isinstance(step, int):
            value = value[step]
        elif isinstance(value, dict) and step in value:
            value = value[step]
        elif not (missing and index + 1 == len(loc)):
            continue
        out.append(step)
    return out


def by_tag(name: str, known: frozenset[str]) -> Callable[[Any], str]:
    """Chooses the member of a union: "(the tag)" when it is known, "()" for everything else."""

    def choose(value: Any) -> str:
        given = value.model_dump(mode="json") if isinstance(value, Object) else value
        tag = given.get(name) if isinstance(given, dict) else None
        return f"({tag})" if isinstance(tag, str) and tag in known else "()"

    return choose


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    own = isinstance(kind, type) and issubclass(kind, BaseModel)
    return TypeAdapter(kind, config=None if own else ConfigDict(hide_input_in_errors=True))
