"""Makes the types of bindings/ from the JSON Schema bundles of crates/*/schemas.

    python bindings/generate.py SCRATCH [--check] [LANGUAGE ...]

SCRATCH is a folder for what is in between. With --check nothing is written, and a committed file that is not what the
bundles make is an error. The generators are named, with their versions, in requirements.txt and in
typescript/package.json; `bindings/README.md` says why each gets the form that it gets.
"""

import difflib
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
BIN = pathlib.Path(sys.executable).parent
MARK = "Made by bindings/generate.py. Do not edit."


# What a bundle says -------------------------------------------------------------------------------


class Unknown(Exception):
    """A bundle has a form that no language here was taught."""


class Bundle:
    """The definitions of a bundle by name, each a dict with a `kind`.

    What is nameless in the bundle and has to be a type gets a name: the members of a union, integers that are not
    64 bits with a sign. A form that is not known is an error, never left out."""

    def __init__(self, bundle):
        self.schemas = bundle["$defs"]
        self.definitions = {}
        for name, schema in self.schemas.items():
            self.define(name, schema)

    def define(self, name, schema):
        entry = self.entry(name, {key: value for key, value in schema.items() if key not in WORDS})
        entry["description"] = schema.get("description", "")
        if self.definitions.setdefault(name, entry) != entry:
            raise Unknown(f"{name}: two definitions of that name")
        return name

    def entry(self, name, said):
        match said:
            case {"anyOf": [{"enum": values} as known, {"type": "string", **rest}]} if not rest:
                return {"kind": "enum", "values": values, "about": about(known), "open": True}
            case {"type": "string", "enum": values}:
                return {"kind": "enum", "values": values, "about": about(said), "open": False}
            case {"type": "object", "required": [tag], "anyOf": _, "allOf": rules}:
                told = [(rule["if"]["properties"][tag], ref(rule["then"])) for rule in rules]
                members = [[condition["const"], member] for condition, member in told if "const" in condition]
                rest = {"not": {"enum": [value for value, _ in members]}}
                others = [member for condition, member in told if condition == rest]
                if len(members) + len(others) != len(rules):
                    raise Unknown(f"{name}: a rule is neither for one {tag} nor for every other")
                return {"kind": "union", "tag": tag, "members": members, "other": others[0] if others else None}
            case {"anyOf": members, **rest} | {"oneOf": members, **rest} if not rest:
                tags = {key for member in members for key in member.get("properties", {}) if tag_of(member, key)}
                return self.union(name, tags.pop(), members) if len(tags) == 1 else self.choice(name, members)
            case {"type": "object", "properties": {**fields}} if not is_map(said):
                required = said.get("required", [])
                closed = said.get("additionalProperties", True) is False
                const = [{"name": n, "value": shape["const"]} for n, shape in fields.items() if "const" in shape]
                fields = [
                    {"name": field, "required": field in required, **self.field(f"{name}.{field}", shape)}
                    for field, shape in fields.items()
                    if "const" not in shape
                ]
                return {"kind": "object", "fields": fields, "const": const, "closed": closed}
        shape = self.shape(name, said)
        if shape.get("type") == "map":
            return {"kind": "map", "values": shape["values"]}
        if said.get("type") in ("string", "integer", "number"):
            own = {"type": said["type"], **bounds(said)} if said["type"] == "integer" else shape
            return {"kind": "scalar", "shape": own, "secret": said.get("format") == "password"}
        raise Unknown(f"{name}: {json.dumps(said)}")

    def union(self, name, tag, members):
        """Objects that a property tells apart, which is a constant in each but the last."""
        known, other = [], None
        for member in members:
            told = member["properties"][tag]
            if "$ref" in member:
                inner = self.schemas[ref(member)]
                member = {**inner, "description": member.get("description", inner.get("description", ""))}
                member = {**member, "properties": {tag: told, **member["properties"]}}
            if "const" in told:
                known.append([told["const"], self.define(name + pascal(told["const"]), member)])
            else:
                tag_ = {"type": "string", "description": f"A `{tag}` that is not known here."}
                other = self.define(f"{name}Other", {**member, "properties": {tag: tag_}, "required": [tag]})
        return {"kind": "union", "tag": tag, "members": known, "other": other}

    def choice(self, name, members):
        """Values that their JSON types tell apart."""
        options = {}
        for member in members:
            seen = self.schemas[ref(member)] if "$ref" in member else member
            kind = seen["type"]
            if "enum" in member or "properties" in member:
                member = {"$ref": "#/$defs/" + self.define(name + pascal(kind), member)}
            options[kind] = self.shape(name, member)
        return {"kind": "choice", "options": options}

    def field(self, name, schema):
        said = {key: value for key, value in schema.items() if key not in WORDS}
        nullable = False
        match said:
            case {"type": [kind, "null"], **rest}:
                said, nullable = {"type": kind, **rest}, True
            case {"anyOf": [shape, {"type": "null"}], **rest} if not rest:
                said, nullable = shape, True
            case {"allOf": [shape], **rest} if not rest:
                said = shape
        return {"description": schema.get("description", ""), "nullable": nullable, "shape": self.shape(name, said)}

    def shape(self, name, schema):
        match {key: value for key, value in schema.items() if key not in WORDS}:
            case {"$ref": _, **rest} if not rest:
                return {"ref": ref(schema)}
            case {"type": "array", "items": items, **rest} if not rest:
                return {"type": "array", "items": self.shape(name, items)}
            case {"type": "string" | "boolean" as kind, **rest} if not set(rest) - {"format"}:
                return {"type": kind}
            case {"type": "integer", "format": format} as said if format in INTEGERS:
                if "." not in name or bounds(said) == INTEGERS["int64"]:
                    return {"type": "integer", **bounds(said)}
                description = f"An integer from {bounds(said)['minimum']} to {bounds(said)['maximum']}."
                said = {"type": "integer", "format": format, "description": description, **bounds(said)}
                return {"ref": self.define("Uint64" if format == "uint" else pascal(format), said)}
            case {"type": "number", "format": "double", **rest} if not set(rest) - {"minimum", "maximum"}:
                return {"type": "number", **rest}
            case said if is_map(said):
                values = said["additionalProperties"]
                return {"type": "map", "values": self.shape(name, {} if values is True else values)}
            case said if not said:
                return {}
        raise Unknown(f"{name}: {json.dumps(schema)}")


WORDS = ("description", "examples", "title", "default", "$comment")
INTEGERS = {
    "int64": {"minimum": -(2**63), "maximum": 2**63 - 1},
    "uint64": {"minimum": 0, "maximum": 2**64 - 1},
    "uint": {"minimum": 0, "maximum": 2**64 - 1},
    "uint32": {"minimum": 0, "maximum": 2**32 - 1},
}


def bounds(integer):
    return {key: integer.get(key, limit) for key, limit in INTEGERS[integer["format"]].items()}


def is_map(schema):
    """A map; properties that it names are only a hint at its keys."""
    values = schema.get("additionalProperties", False)
    hints = [{k: v for k, v in hint.items() if k not in WORDS} for hint in schema.get("properties", {}).values()]
    if schema.get("type") != "object" or values is False:
        return False
    return not hints if values is True else all(hint == values for hint in hints)


def tag_of(member, key):
    said = member["properties"][key]
    return "const" in said or "not" in said


def about(known):
    """The sentence of each value of an enum, in the order of the values."""
    said = known.get("x-enum-descriptions", [])
    return [said[value] for value in known["enum"]] if isinstance(said, dict) else said


def pascal(text):
    return "".join(part[:1].upper() + part[1:] for part in text.split("_"))


def ref(schema):
    return schema["$ref"].removeprefix("#/$defs/")


# The forms that the generators understand ---------------------------------------------------------


def json_schema(definitions, enum, integer, union):
    """JSON Schema, in which `enum`, `integer` and `union` say how the generator wants to be told of these."""

    def typed(shape):
        match shape:
            case {"ref": name}:
                return {"$ref": f"#/$defs/{name}"}
            case {"type": "integer"}:
                return integer(shape)
            case {"type": "array", "items": items}:
                return {"type": "array", "items": typed(items)}
            case {"type": "map", "values": values}:
                return {"type": "object", "additionalProperties": typed(values)}
        return dict(shape)

    def of(entry):
        match entry["kind"]:
            case "enum":
                return enum(entry)
            case "union":
                return union(entry)
            case "choice":
                return {"anyOf": [typed(option) for option in entry["options"].values()]}
            case "map":
                return typed({"type": "map", "values": entry["values"]})
            case "scalar":
                return typed(entry["shape"])
        fields = {told["name"]: {"const": told["value"]} for told in entry["const"]}
        required = list(fields)
        for field in entry["fields"]:
            shape = typed(field["shape"])
            if field["nullable"]:
                shape = {"anyOf": [shape, {"type": "null"}]}
            if field["description"]:
                # A description beside a reference makes some generators copy what is referred to.
                shape = {**({"allOf": [shape]} if "$ref" in shape else shape), "description": field["description"]}
            fields[field["name"]] = shape
        required += [field["name"] for field in entry["fields"] if field["required"]]
        out = {"type": "object", "properties": fields, "additionalProperties": not entry["closed"]}
        return out | ({"required": required} if required else {})

    return {name: {"description": entry["description"], **of(entry)} for name, entry in definitions.items()}


def for_typescript(definitions):
    """`tsType` keeps an enum open without hiding its values, and gives each member of a union its tag.

    The root has every type as a property, so that the generator writes a map from names to types."""

    def enum(entry):
        return {"tsType": " | ".join([*map(json.dumps, entry["values"]), *["(string & {})"] * entry["open"]])}

    def union(entry):
        tag = json.dumps(entry["tag"])
        known = [f"({name} & {{ {tag}: {json.dumps(value)} }})" for value, name in entry["members"]]
        # The references make the generator write the members.
        members = [{"$ref": f"#/$defs/{name}"} for name in member_names(entry)]
        return {"tsType": " | ".join([*known, *[entry["other"]] * bool(entry["other"])]), "anyOf": members}

    defs = json_schema(definitions, enum, integer=lambda shape: {"tsType": "Int64"}, union=union)
    names = {name: {"$ref": f"#/$defs/{name}"} for name in defs}
    root = {"type": "object", "properties": names, "required": list(names), "additionalProperties": False}
    return {"title": "Types", "description": "Every type by its name.", **root, "$defs": defs}


def for_python(definitions):
    """A union is its members only: `by_tag`, from the template, chooses among them."""

    def enum(entry):
        known = {"type": "string", "enum": entry["values"]}
        return {"anyOf": [known, {"type": "string"}]} if entry["open"] else known

    def union(entry):
        return {"anyOf": [{"$ref": f"#/$defs/{name}"} for name in member_names(entry)]}

    defs = json_schema(definitions, enum, integer=dict, union=union)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$defs": defs}


def member_names(union):
    return list(dict.fromkeys([name for _, name in union["members"]] + [union["other"]] * bool(union["other"])))


def for_openapi(definitions):
    """OpenAPI 3.0, for the templates of Go and Java.

    The generator dissolves a named string, number or map into what it is made of. As an object with the one property
    `value` it keeps its name; `x-…` tells the templates what it is."""

    def typed(shape):
        match shape:
            case {"ref": name}:
                return {"$ref": f"#/components/schemas/{name}"}
            case {"type": "array", "items": items}:
                return {"type": "array", "items": typed(items)}
            case {"type": "map", "values": values}:
                return {"type": "object", "additionalProperties": typed(values)}
            case {"type": "integer"}:
                return {"type": "integer", "format": "int64"}
            case {"type": "number"}:
                return {"type": "number", "format": "double"}
        return dict(shape)

    def wrapper(shape, **marks):
        marks = {f"x-{mark}": value for mark, value in marks.items() if value}
        value = {"value": {**shape, **marks}}
        return {"type": "object", "x-wrapper": True, "properties": value, "required": ["value"]}

    def scalar(shape, secret):
        limits = {key: value for key, value in shape.items() if key in ("minimum", "maximum")}
        unsigned = shape.get("maximum") == 2**64 - 1
        limits = {key: value for key, value in limits.items() if not unsigned and abs(value) < 2**63 - 1}
        return wrapper({**typed(shape), **limits}, bounded=bool(limits), secret=secret, unsigned=unsigned)

    unions = {name: member_names(entry) for name, entry in definitions.items() if entry["kind"] == "union"}

    def of(name, entry):
        match entry["kind"]:
            case "enum":
                known = {"type": "string", "enum": entry["values"], "x-closed": not entry["open"]}
                return known | ({"x-enum-descriptions": entry["about"]} if entry["about"] else {})
            case "union":
                members = [{"tag": value, "type": member} for value, member in entry["members"]]
                union = {"tag": entry["tag"], "members": members, "other": [entry["other"]] * bool(entry["other"])}
                return {"type": "object", "properties": {entry["tag"]: {"type": "string"}}, "x-union": union}
            case "choice":
                options = {kind: typed(option) for kind, option in entry["options"].items()}
                return {"type": "object", "properties": options, "x-choice": True}
            case "map":
                return wrapper(typed({"type": "map", "values": entry["values"]}))
            case "scalar":
                return scalar(entry["shape"], entry["secret"])
        fields = {}
        for field in entry["fields"]:
            shape = typed(field["shape"])
            if "$ref" in shape:
                shape = {"allOf": [shape]}
            words = {"description": one_line(field["description"])} if field["description"] else {}
            fields[field["name"]] = shape | words | ({"nullable": True} if field["nullable"] else {})
        marks = {"x-object": True, "x-closed": entry["closed"], "x-const": entry["const"]}
        marks["required"] = [field["name"] for field in entry["fields"] if field["required"]]
        marks["x-within"] = [union for union, members in unions.items() if name in members]
        # An object without properties would be dissolved into a map.
        fields = fields or {"value": {"type": "string"}}
        marks["x-empty"] = not entry["fields"]
        return {"type": "object", "properties": fields} | {key: value for key, value in marks.items() if value}

    schemas = {
        name: {**of(name, entry), "description": one_line(entry["description"])} for name, entry in definitions.items()
    }
    info = {"title": "types", "version": "1"}
    return {"openapi": "3.0.3", "info": info, "paths": {}, "components": {"schemas": schemas}}


def one_line(text):
    """A description for a comment: without its code, which is in another language."""
    return " ".join(re.sub(r"```.*?```", "", text, flags=re.DOTALL).split()).replace("*/", "* /")


# The generators -----------------------------------------------------------------------------------


def typescript(api, definitions, scratch):
    form = write(scratch / f"{api}.typescript.json", for_typescript(definitions))
    head = f'// {MARK}\n\nimport type {{ Int64 }} from "./wire.js";'
    tool = HERE / "typescript/node_modules/.bin/json2ts"
    text = run([tool, "--input", form, "--no-additionalProperties", "--bannerComment", head])
    yield HERE / f"typescript/src/{api}.ts", text


def python(api, definitions, scratch):
    form = write(scratch / f"{api}.python.json", for_python(definitions))
    unions = {
        name: {"tag_name": entry["tag"], "members": entry["members"], "other": entry["other"]}
        for name, entry in definitions.items()
        if entry["kind"] == "union"
    }
    options = write(scratch / f"{api}.python.unions.json", unions)
    out = scratch / f"{api}.py"
    tool = BIN / "datamodel-codegen"
    run([tool, "--input", form, "--output", out, "--extra-template-data", options], HERE / "python")
    yield HERE / f"python/conversation_types/{api.replace('-', '_')}.py", out.read_text()


def openapi(language, api, definitions, scratch, *options):
    form = write(scratch / f"{api}.openapi.json", for_openapi(definitions))
    out = scratch / f"{api}.{language}"
    tool = [BIN / "openapi-generator-cli", "generate", "--config", HERE / language / "generator.yaml"]
    run([*tool, "--input-spec", form, "--output", out, *options], HERE / language)
    return out


def go(api, definitions, scratch):
    package = api.replace("-", "")
    out = openapi("go", api, definitions, scratch, "--package-name", package)
    yield HERE / f"go/{package}/types.go", run(["gofmt", out / "types.go"])


def java(api, definitions, scratch):
    name = api.title().replace("-", "") + "Types"
    out = openapi("java", api, definitions, scratch, "--additional-properties", f"apiClass={name}")
    yield HERE / f"java/src/conversation/types/{name}.java", re.sub(r"\n\n+", "\n\n", (out / "types.java").read_text())


LANGUAGES = {"typescript": typescript, "python": python, "go": go, "java": java}


def write(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=1))
    return path


def run(command, folder=HERE):
    done = subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def main(scratch, *options):
    check = "--check" in options
    wanted = [option for option in options if option != "--check"] or list(LANGUAGES)
    stale = []
    for path in sorted(HERE.parent.glob("crates/*/schemas/*.schema.json")):
        api = path.name.removesuffix(".schema.json")
        definitions = Bundle(json.loads(path.read_text())).definitions
        for language in wanted:
            for file, text in LANGUAGES[language](api, definitions, scratch):
                had = file.read_text() if file.exists() else ""
                if had != text:
                    name = str(file.relative_to(HERE.parent))
                    stale += [name]
                    if check:
                        lines = had.splitlines(True), text.splitlines(True)
                        sys.stdout.writelines(difflib.unified_diff(*lines, name, name))
                    else:
                        file.parent.mkdir(parents=True, exist_ok=True)
                        file.write_text(text)
                        print(f"{name}: written")
    if check and stale:
        sys.exit(f"not what the bundles make: {', '.join(stale)}; mend it with `cargo xtask bindings`")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]).resolve(), *sys.argv[2:])
