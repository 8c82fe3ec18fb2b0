"""python vectors.py ROOT OUT: decodes, encodes and compares every vector of the repository at ROOT."""

import base64
import hmac
import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from conversation_types.wire import decode, encode, pointer


def same(one: Any, two: Any) -> bool:
    """Whether two values are equal; numbers are by their value, and true is no 1."""
    if isinstance(one, dict) and isinstance(two, dict):
        return one.keys() == two.keys() and all(same(one[name], two[name]) for name in one)
    if isinstance(one, list) and isinstance(two, list):
        return len(one) == len(two) and all(map(same, one, two))
    return isinstance(one, bool) == isinstance(two, bool) and bool(one == two)


def outcome(kind: Any, vector: dict[str, Any]) -> dict[str, Any]:
    text, accept, at = json.dumps(vector["value"]), vector["accept"], vector.get("at")
    try:
        back = encode(decode(kind, text))
    except ValidationError as error:
        place = None if accept or at is None else pointer(error, text) == at
        return {"ok": not accept, "place": place, "detail": str(error)}
    ok = accept and same(vector["value"], json.loads(back))
    return {"ok": ok, "detail": "" if ok else f"came back as {back}" if accept else "accepted"}


def main(root: str, out: str) -> None:
    results = []
    for file in sorted(Path(root).glob("tests/vectors/*/*.json")):
        said = json.loads(file.read_text())
        kind = getattr(import_module(f"conversation_types.{said['api'].replace('-', '_')}"), said["type"])
        about = {"api": said["api"], "type": said["type"]}
        for vector in said["vectors"]:
            results.append(about | {key: vector[key] for key in ("name", "group")} | outcome(kind, vector))
    for known in json.loads((Path(root) / "tests/vectors/hmac.json").read_text())["vectors"]:
        secret, external_id = known["secret"].encode(), known["external_id"].encode()
        computed = base64.b64encode(hmac.digest(secret, external_id, "sha256")).decode()
        about = {"api": "proficient", "type": "UserHmac", "name": known["external_id"], "group": "hmac"}
        results.append(about | {"ok": computed == known["hmac"], "detail": computed})
    Path(out).write_text(json.dumps({"language": "python", "results": results}, indent=1))


main(*sys.argv[1:])
