"""python validate.py ROOT OUT: validates every vector of the repository at ROOT with jsonschema, nothing of ours."""

import json
import sys
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

LIMITS = {"int64": (-(2**63), 2**63), "uint64": (0, 2**64), "uint": (0, 2**64), "uint32": (0, 2**32)}
formats = FormatChecker(formats=())
for name, (least, limit) in LIMITS.items():
    formats.checks(name)(lambda value, least=least, limit=limit: not isinstance(value, int | float) or least <= value < limit)


def main(root: str, out: str) -> None:
    results = []
    for path in sorted(Path(root).glob("crates/*/schemas/*.schema.json")):
        bundle: dict[str, Any] = json.loads(path.read_text())
        Draft202012Validator.check_schema(bundle)
        api = path.name.removesuffix(".schema.json")
        for file in sorted(Path(root).glob(f"tests/vectors/{api}/*.json")):
            said = json.loads(file.read_text())
            schema = bundle | {"$ref": f"#/$defs/{said['type']}"}
            validator = Draft202012Validator(schema, format_checker=formats)
            for vector in said["vectors"]:
                ok = validator.is_valid(vector["value"]) == vector["accept"]
                about = {"api": api, "type": said["type"], "name": vector["name"], "group": vector["group"]}
                results.append(about | {"ok": ok, "detail": ""})
    Path(out).write_text(json.dumps({"language": "jsonschema", "results": results}, indent=1))


main(*sys.argv[1:])
