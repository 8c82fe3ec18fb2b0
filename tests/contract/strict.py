"""A reader that takes no liberties: every answer has every required field, none of them null, and no undocumented one.

schemathesis accepts more than generated clients of other vendors do: a null where the document allows none is unreadable to them.
"""

import pathlib

import schemathesis
from schemathesis.core.failures import Failure
import yaml


def load(name):
    path = pathlib.Path(__file__).parents[2] / "openapi" / name
    return yaml.safe_load(path.read_text(encoding="utf-8"))


class Strict:
    """The document of one API."""

    def __init__(self, document):
        self.document = load(document)

    def resolve(self, schema):
        while "$ref" in schema:
            value = self.document
            for part in schema["$ref"].removeprefix("#/").split("/"):
                value = value[part]
            schema = value
        return schema

    def flatten(self, schema):
        """The properties, the required ones, and whether others are documented, with `allOf` put together."""
        schema = self.resolve(schema)
        properties, required = dict(schema.get("properties", {})), set(schema.get("required", []))
        is_map = not properties and schema.get("type") == "object"
        for part in schema.get("allOf", []):
            inner, needed, inner_map = self.flatten(part)
            properties.update(inner)
            required |= needed
            is_map = is_map and inner_map
        return properties, required, is_map

    def is_nullable(self, schema):
        resolved = self.resolve(schema)
        return schema.get("nullable", False) or resolved.get("nullable", False)

    def faults(self, value, schema, path):
        resolved = self.resolve(schema)
        if value is None:
            if not self.is_nullable(schema):
                yield f"{path or 'the answer'} is null, and the document does not allow it"
            return
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield from self.faults(item, resolved.get("items", {}), f"{path}[{index}]")
        if not isinstance(value, dict):
            return
        properties, required, is_map = self.flatten(resolved)
        for name in sorted(required - value.keys()):
            yield f"{path}.{name} is missing, and the document requires it"
        for name, item in value.items():
            if name in properties:
                yield from self.faults(item, properties[name], f"{path}.{name}")
            elif properties and not is_map:
                yield f"{path}.{name} is not in the document"

    def check(self, operation, status, body):
        answers = operation["responses"]
        answer = answers.get(str(status)) or answers.get("default")
        if answer is None:
            return []
        content = self.resolve(answer).get("content", {}).get("application/json")
        return list(self.faults(body, content["schema"], "")) if content else []


class UnreadableToStrictReaders(Failure):
    """A generated client of another vendor cannot read the answer."""


def register(document):
    strict = Strict(document)

    @schemathesis.check
    def strict_reader(context, response, case):
        if not 200 <= response.status_code < 300:
            return None
        faults = strict.check(case.operation.definition.raw, response.status_code, response.json())
        if faults:
            raise UnreadableToStrictReaders(
                operation=case.operation.label, title="Unreadable to strict readers", message="\n".join(faults)
            )
        return None

    return strict
