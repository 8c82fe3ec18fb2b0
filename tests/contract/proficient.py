"""What schemathesis must know of the Proficient API beyond its document: who calls, what is there, what was decided."""

import base64
import hashlib
import hmac
import json
import os
import pathlib
import sys

import requests
import schemathesis
from schemathesis.core.failures import Failure
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation.meta import TestPhase
from schemathesis.openapi.checks import RejectedPositiveData

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import strict  # noqa: E402

strict.register("proficient.yaml")

# Where it is, and its keys.
EMULATOR = json.loads(os.environ["CONTRACT_EMULATOR"])
URL = EMULATOR["proficient_url"]
# Who calls an operation that takes both: "client", "signed-client" or "admin".
CALLER = os.environ["CONTRACT_CALLER"]
EXTERNAL_ID = "customer-4711"


def sign(external_id):
    mac = hmac.new(EMULATOR["hmac_secret"].encode(), external_id.encode(), hashlib.sha256)
    return base64.b64encode(mac.digest()).decode()


def client():
    headers = {
        "X-PROFICIENT-API-KEY": EMULATOR["publishable_key"],
        "X-PROFICIENT-USER-EXTERNAL-ID": EXTERNAL_ID,
    }
    if CALLER == "signed-client":
        headers["X-PROFICIENT-USER-HMAC"] = sign(EXTERNAL_ID)
    return headers


def admin():
    return {"Authorization": "Bearer " + EMULATOR["secret_key"]}


@schemathesis.auth(refresh_interval=None)
class Credentials:
    """Those that the operation's `security` names."""

    def get(self, case, context):
        schemes = {scheme for requirement in case.operation.definition.raw["security"] for scheme in requirement}
        if "SecretKey" in schemes and (CALLER == "admin" or "PublishableKey" not in schemes):
            return admin()
        return client()

    def set(self, case, data, context):
        case.headers.update(data)


class Stock:
    """Things that are there, so that requests with made-up ids get past "there is none"."""

    def __init__(self):
        self.session = requests.Session()
        # Every id that an answer gave.
        self.given = set()
        self.agent = self.interaction = self.message = None

    def ask(self, method, path, body=None, headers=None):
        return self.session.request(method, URL + path, json=body, headers=headers or client(), timeout=10)

    def make(self, path, body=None, headers=None):
        answer = self.ask("POST", path, body, headers)
        answer.raise_for_status()
        return answer.json()

    def restock(self):
        """Makes again what a request has deleted or put out of use."""
        active = self.agent and self.ask("POST", f"/agents/{self.agent}/activate", headers=admin()).ok
        if active and self.ask("GET", f"/messages/{self.message}").ok:
            return
        self.agent = self.make("/agents", {"model": "openai.gpt-4"}, admin())["id"]
        self.make(f"/agents/{self.agent}/activate", headers=admin())
        self.interaction = self.make("/interactions", {"agent_id": self.agent})["interaction"]["id"]
        self.message = self.make("/messages", {"interaction_id": self.interaction, "content": "Is it there?"})["id"]

    def of(self, operation, name, made_up):
        """The id for a parameter or a field of this name; what was made up when the name is not an id's."""
        match name:
            case "agent_id":
                return self.agent
            case "interaction_id":
                return self.interaction
            case "message_id" | "parent_id":
                return self.message
            case "starting_after":
                return self.interaction if operation == "interactions_list" else self.message
            case "user_id":
                return next(user["id"] for user in self.ask("GET", "/users", headers=admin()).json()["data"]
                            if user["external_id"] == EXTERNAL_ID)
            case "external_id":
                return f"{made_up} {sum(TURNS.values())}"
        return made_up


STOCK = Stock()
# How often each operation was called.
TURNS = {}
# The operations that are known to refuse what is not signed.
UNSIGNED = set()


@schemathesis.hook
def before_call(context, case, kwargs):
    operation = case.operation.definition.raw["operationId"]
    TURNS[operation] = TURNS.get(operation, 0) + 1
    # Requests for what is not there are part of the contract, too.
    if case.meta is None or TURNS[operation] % 5 == 0:
        return
    places = [
        (ParameterLocation.PATH, case.path_parameters),
        (ParameterLocation.QUERY, case.query),
        (ParameterLocation.BODY, case.body),
    ]
    # What a sequence of requests has made, it goes on with.
    kept = STOCK.given if case.meta.phase.name == TestPhase.STATEFUL else set()
    STOCK.restock()
    for location, values in places:
        # An id may be any string, so a string is never what is wrong with a body. In a path or a query all are strings.
        if not isinstance(values, dict) or location != ParameterLocation.BODY and case.meta.is_negative_at(location):
            continue
        for name, value in values.items():
            if isinstance(value, str) and value not in kept:
                values[name] = STOCK.of(operation, name, value)


@schemathesis.hook
def after_call(context, case, response):
    if response.status_code == 200:
        found = [response.json()]
        while found:
            value = found.pop()
            if isinstance(value, dict):
                STOCK.given.update(value[name] for name in value.keys() & {"id"} if isinstance(value[name], str))
                found.extend(value.values())
            elif isinstance(value, list):
                found.extend(value)


@schemathesis.hook
def filter_failure(context, failure: Failure, case, response):
    # An external id that a user has already is an invalid request, for no 409 is listed: openapi/README.md. So the same
    # good request is taken once. It is let pass when there is such a user, and for nothing else.
    if case.operation.definition.raw["operationId"] != "users_create" or not isinstance(failure, RejectedPositiveData):
        return True
    users = STOCK.ask("GET", "/users", headers=admin()).json()["data"]
    return case.body["external_id"] not in {user["external_id"] for user in users}


@schemathesis.check
def an_hmac_is_required_and_checked(ctx, response, case):
    """What is done for a signed external id is not done without its HMAC, nor with another's."""
    signature = case.headers.get("X-PROFICIENT-USER-HMAC")
    # Once it is known of an operation, it is known.
    if CALLER != "signed-client" or signature is None or response.status_code != 200 or case.operation.label in UNSIGNED:
        return
    UNSIGNED.add(case.operation.label)
    for other in [sign("somebody else"), signature[:-1], "", None]:
        # requests sends no header whose value is None.
        headers = dict(response.request.headers) | {"X-PROFICIENT-USER-HMAC": other}
        url, body = response.request.url, response.request.body
        answer = requests.request(case.method, url, data=body, headers=headers, timeout=10)
        assert answer.status_code == 401, f"with the HMAC {other!r}: {answer.status_code} {answer.text}"


@schemathesis.check
def what_was_deleted_is_gone(ctx, response, case):
    """It cannot be read or deleted once more. The sequences of schemathesis seldom come back to what they deleted."""
    if case.method != "DELETE" or response.status_code != 200:
        return
    for method in ["GET", "DELETE"]:
        answer = requests.request(method, response.request.url, headers=dict(response.request.headers), timeout=10)
        assert answer.status_code == 404, f"{method} after DELETE: {answer.status_code} {answer.text}"


@schemathesis.check
class every_operation_is_reached:
    """Fails when an operation was never done, or never refused."""

    def __init__(self):
        self.statuses = {}

    def after_response(self, ctx, response, case):
        self.statuses.setdefault(case.operation.label, set()).add(response.status_code)

    def after_run(self, ctx):
        unreached = [
            f"{label}: {sorted(statuses)}"
            for label, statuses in sorted(self.statuses.items())
            if 200 not in statuses or not statuses & {400, 401, 404}
        ]
        assert self.statuses, "nothing was tried"
        assert not unreached, "never done or never refused: " + "; ".join(unreached)
