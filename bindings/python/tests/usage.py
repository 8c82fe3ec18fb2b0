"""What a team writes: mypy has to take it, and each line marked as an error has to be one."""

from pydantic import MISSING
from typing_extensions import assert_type

from conversation_types.genesys_chat import ChatEvent, OperateChatParams, SendMessageParams
from conversation_types.proficient import AgentUpdateParams, MessagesList, SentBy
from conversation_types.wire import decode, encode


def show(text: str) -> list[str]:
    page = decode(MessagesList, text)
    assert_type(page, MessagesList)
    return [f"{message.sent_by}: {message.content}" for message in page.data]


def say(operation: OperateChatParams) -> str:
    return operation.text if isinstance(operation, SendMessageParams) else operation.operation_name


def text(event: ChatEvent) -> str:
    return "" if event.text is MISSING or event.text is None else event.text


tomorrow: SentBy = "supervisor"
clear: str = encode(AgentUpdateParams(description=None))
AgentUpdateParams(name=7)  # type: ignore[arg-type]  # a name is a text
