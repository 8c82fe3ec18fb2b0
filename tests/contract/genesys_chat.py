"""What schemathesis must know of the Genesys chat API beyond its document: credentials, and refusals within an answer."""

import copy
import json
import os
import pathlib
import sys

import requests
import schemathesis
from schemathesis.checks import CHECKS
from schemathesis.core.parameters import ParameterLocation
from schemathesis.generation.meta import REQUEST_SHAPE_PROBES, TestPhase, coverage_scenario

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import strict  # noqa: E402

strict.register("genesys-chat.yaml")

URL = json.loads(os.environ["CONTRACT_EMULATOR"])["genesys_url"] + "/api/v2/chats"
TENANT = "Environment"
CREDENTIALS = ["userId", "secureKey", "alias"]

# The eight operations that share a path, each with what its body has beside the credentials.
EIGHT = {
    "SendMessage": ["text", "messageType"],
    "GetChat": [],
    "SendStartTypingNotification": ["text"],
    "SendStopTypingNotification": ["text"],
    "UpdateUserNickname": ["nickname"],
    "SendUrl": ["pushUrl"],
    "UpdateUserData": ["userData", "text"],
    "Complete": [],
}

# What an answer may say of a good request: that the chat or the name of the operation is none, or that it is over.
STATE = {"unknown-chat", "wrong-credentials", "unknown-operation", "chat-ended"}


class Chats:
    """Every chat that was opened, with its credentials."""

    def __init__(self):
        self.session = requests.Session()
        self.credentials = {}
        self.ended = set()
        self.current = None
        self.calls = 0

    def remember(self, answer, tenant):
        kept = {name: answer[name] for name in CREDENTIALS}
        self.credentials[answer["chatId"]] = kept | {"tenantName": tenant}

    def open(self):
        """A chat that goes on. Its transcript stays short."""
        if self.current is None or self.current in self.ended or self.calls % 40 == 0:
            answer = self.session.post(URL, json={"tenantName": TENANT, "nickname": "Sam"}, timeout=10).json()
            assert answer["statusCode"] == 0, answer
            self.remember(answer, TENANT)
            self.current = answer["chatId"]
        self.calls += 1
        return self.current


CHATS = Chats()
TURNS = {}


@schemathesis.hook
def before_call(context, case, kwargs):
    operation = case.operation.definition.raw["operationId"]
    TURNS[operation] = TURNS.get(operation, 0) + 1
    # Requests about chats that are not there, or with wrong credentials, are part of the contract, too.
    if operation == "request_chat" or case.meta is None or TURNS[operation] % 5 == 0:
        return
    chat = case.path_parameters.get("chatId")
    # What a sequence of requests has opened, it goes on with.
    if case.meta.phase.name != TestPhase.STATEFUL or chat not in CHATS.credentials:
        if case.meta.is_negative_at(ParameterLocation.PATH):
            return
        chat = case.path_parameters["chatId"] = CHATS.open()
    if isinstance(case.body, dict):
        # A credential may be any string, so a string is never what is wrong with a body.
        for name, value in CHATS.credentials[chat].items():
            if isinstance(case.body.get(name), str):
                case.body[name] = value


@schemathesis.hook
def after_call(context, case, response):
    if response.status_code != 200 or (answer := response.json())["statusCode"] != 0:
        return
    if case.operation.definition.raw["operationId"] == "request_chat":
        CHATS.remember(answer, answer["tenantName"])
    elif isinstance(case.body, dict) and case.body.get("operationName") == "Complete":
        CHATS.ended.add(case.path_parameters["chatId"])


def codes(response):
    return {error["code"] for error in response.json().get("errors", [])}


def names_another_operation(case):
    """Whether a body has the name of none of the eight. By the document, its fields may be anything then."""
    name = case.body.get("operationName") if isinstance(case.body, dict) else None
    return isinstance(name, str) and name not in EIGHT


@schemathesis.check
def refused_in_the_answer(ctx, response, case):
    """A bad request is refused, and it is said that the request is bad."""
    if response.status_code != 200:
        return
    why = {"invalid-request"} | (STATE if names_another_operation(case) else set())
    if response.json()["statusCode"] == 2 and codes(response) and codes(response) <= why:
        return
    strict = copy.copy(ctx)
    strict.config = copy.deepcopy(ctx.config)
    strict.config.negative_data_rejection.expected_statuses = ["400"]
    CHECKS.get_one("negative_data_rejection")(strict, response, case)


@schemathesis.check
def accepted_in_the_answer(ctx, response, case):
    """A good request is done, or the state of the chat forbids it."""
    if case.meta is None or case.meta.generation.mode.is_negative or coverage_scenario(case) in REQUEST_SHAPE_PROBES:
        return
    answer = response.json()
    done = answer["statusCode"] == 0 and not codes(response)
    assert done or answer["statusCode"] == 2 and codes(response) <= STATE, f"a good request is refused: {answer}"


@schemathesis.check
def the_name_decides_what_the_body_has(ctx, response, case):
    """A body is judged by the operation that it names.

    schemathesis cannot see this: read without its discriminator, the document takes any field as another operation's.
    """
    if response.status_code != 200 or response.json()["statusCode"] != 0 or not isinstance(case.body, dict):
        return
    for name in EIGHT.get(case.body.get("operationName"), []):
        body = case.body | {name: 0}
        answer = CHATS.session.post(f"{URL}/{case.path_parameters['chatId']}", json=body, timeout=10).json()
        codes = [error["code"] for error in answer.get("errors", [])]
        assert answer["statusCode"] == 2 and codes == ["invalid-request"], f"{name}: 0 is answered with {answer}"


@schemathesis.check
class every_operation_is_reached:
    """Fails when an operation was never done, or never refused."""

    def __init__(self):
        self.outcomes = {}

    def after_response(self, ctx, response, case):
        if response.status_code != 200:
            return
        label = case.operation.definition.raw["operationId"]
        if label == "operate_chat":
            name = case.body.get("operationName") if isinstance(case.body, dict) else None
            label += f" {name}" if isinstance(name, str) and name in EIGHT else " another"
        self.outcomes.setdefault(label, set()).add(response.json()["statusCode"])

    def after_run(self, ctx):
        expected = {f"operate_chat {name}": {0, 2} for name in EIGHT}
        expected |= {"request_chat": {0, 2}, "get_messages": {0, 2}, "operate_chat another": {2}}
        unreached = {label: outcomes - self.outcomes.get(label, set()) for label, outcomes in expected.items()}
        unreached = {label: outcomes for label, outcomes in unreached.items() if outcomes}
        assert not unreached, f"these outcomes were never seen: {unreached}"
