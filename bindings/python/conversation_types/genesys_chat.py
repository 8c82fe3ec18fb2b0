# Made by bindings/generate.py. Do not edit.

from __future__ import annotations

from typing import Annotated, Any, Literal

from conversation_types.wire import Object, by_tag
from pydantic import (
    MISSING,
    ConfigDict,
    Discriminator,
    Field,
    StrictBool,
    StrictInt,
    StrictStr,
    Tag,
)
from typing_extensions import TypeAliasType

ChatId = TypeAliasType(
    "ChatId",
    Annotated[
        StrictStr,
        Field(
            description='The id of a chat. It is assigned by Request Chat and never changes. It is opaque; ids of 16 letters and digits have been seen.'
        ),
    ],
)


UserId = TypeAliasType(
    "UserId",
    Annotated[
        StrictStr,
        Field(
            description='The id of the caller within the session; it does not identify a person. Any answer with `statusCode` 0 may renew it. It is opaque; ids of 16 hexadecimal digits have been seen.'
        ),
    ],
)


SecureKey = TypeAliasType(
    "SecureKey",
    Annotated[
        StrictStr,
        Field(
            description="The secret of the session: with it, one can read the chat and write in the customer's name. Any answer with `statusCode` 0 may renew it. It is opaque; keys of 16 and 20 hexadecimal digits have been seen."
        ),
    ],
)


Alias = TypeAliasType(
    "Alias",
    Annotated[
        StrictStr,
        Field(
            description='The alias of the host that runs the session. It is a string, although it consists of digits in every published example. Any answer with `statusCode` 0 may renew it. It is opaque.'
        ),
    ],
)


TenantName = TypeAliasType(
    "TenantName",
    Annotated[
        StrictStr,
        Field(
            description='The name of the tenant, the part of the contact centre to which the chat belongs. Every request sends it.'
        ),
    ],
)


ParticipantId = TypeAliasType(
    "ParticipantId",
    Annotated[
        StrictInt,
        Field(
            description='Identifies a participant within one chat, also after a change of nickname. In the published examples the client is 1 and the next participant to join is 2.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ],
)


ChatStatus = TypeAliasType(
    "ChatStatus",
    Annotated[
        StrictInt,
        Field(
            description='The outcome of a call.\n\n- 0: success. If `chatEnded` is true in the same answer, the chat has ended normally.\n- 1: recoverable, or the chat server cannot be reached. Try again.\n- 2: not recoverable. The session is over.\n\nWith 1 or 2, all other fields of the answer are unreliable and may be missing. Other numbers are decoded as\nwell; their meaning is unknown, so the other fields of such an answer are unreliable, too.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ],
)


class ChatError(Object):
    """
    An error that the successor of this API adds to an answer. It explains a `statusCode` and never overrides it.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    code: Annotated[
        Any,
        Field(
            description='The kind of error. Its type and values are not documented, so it may be any JSON value; numbers and strings have been seen.'
        ),
    ]
    message: Annotated[
        StrictStr | None | MISSING,
        Field(
            description='A description of the error for people. Programs should not depend on it. Absent from some errors.'
        ),
    ] = MISSING
    advice: Annotated[
        StrictStr | None | MISSING,
        Field(description='Advice for people on how to correct the problem.'),
    ] = MISSING


Timestamp = TypeAliasType(
    "Timestamp",
    Annotated[
        StrictInt,
        Field(
            description='A point in time, in whole milliseconds since the Unix epoch (1970-01-01T00:00:00Z), UTC. Two events may have the same time, and weeks may pass between consecutive events.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ],
)


TranscriptPosition = TypeAliasType(
    "TranscriptPosition",
    Annotated[
        StrictInt,
        Field(
            description='The index of the first event to return. It is inclusive and counted from 1. Default: 1, which returns all events. The next position to request is the highest index received plus 1; no answer contains it. There is no position 0; in the successor of this API it means "no messages".',
            ge=1,
            le=9223372036854775807,
        ),
    ],
)


Index = TypeAliasType(
    "Index",
    Annotated[
        StrictInt,
        Field(
            description='The position of the event in its transcript, counted from 1 over events of all types. It is optional, because a `Notice` without an index has been seen. Such an event has no position to request, and keeps its place in the order of the answer.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ],
)


ChatEventType = TypeAliasType(
    "ChatEventType",
    Annotated[
        Literal['ParticipantJoined', 'ParticipantLeft', 'Message', 'TypingStarted', 'TypingStopped', 'Notice', 'PushUrl', 'NicknameUpdated', 'CustomNotice', 'FileUploaded', 'FileDeleted', 'IdleAlert', 'IdleClose'] | StrictStr,
        Field(
            description='The type of an event. New types may be added; an unknown type is kept unchanged and does not make a transcript invalid. Web API Server 8.5 uses `Notice` for both a change of nickname and a pushed URL. The successor has a separate type for each, and adds the other types marked below.'
        ),
    ],
)


UserData = TypeAliasType("UserData", dict[str, Any])


EventAttributes = TypeAliasType("EventAttributes", dict[str, Any])


ParticipantType = TypeAliasType(
    "ParticipantType",
    Annotated[
        Literal['Client', 'External', 'Agent', 'Supervisor'] | StrictStr,
        Field(
            description='The role of a participant. New values may be added; an unknown value is kept unchanged and does not make a transcript invalid.'
        ),
    ],
)


class RequestChatParams(Object):
    """
    The body of Request Chat. In this document, all fields except the tenant are optional. Give the name of the customer as `nickname`, or as `firstName` and `lastName`: the vendor's page marks all three as required, but its own example sends only `nickname`.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    tenant_name: Annotated[TenantName, Field(alias='tenantName')]
    nickname: Annotated[
        StrictStr | None | MISSING, Field(description='The name to show in the chat.')
    ] = MISSING
    first_name: Annotated[
        StrictStr | None | MISSING,
        Field(alias='firstName', description="The customer's first name."),
    ] = MISSING
    last_name: Annotated[
        StrictStr | None | MISSING,
        Field(alias='lastName', description="The customer's last name."),
    ] = MISSING
    email_address: Annotated[
        StrictStr | None | MISSING,
        Field(
            alias='emailAddress',
            description="The customer's email address. No validation is documented.",
        ),
    ] = MISSING
    subject: Annotated[
        StrictStr | None | MISSING,
        Field(description="The subject of the chat, in the customer's words."),
    ] = MISSING
    endpoint: Annotated[
        StrictStr | None | MISSING,
        Field(
            description='The name of the entry point through which the chat reaches the contact centre, as configured on the server. Default: chosen by the server.'
        ),
    ] = MISSING
    user_data: Annotated[
        UserData | None | MISSING,
        Field(
            alias='userData',
            description='The data to attach to the chat when it is opened.',
        ),
    ] = MISSING


class GetMessagesParams(Object):
    """
    The body of Get Messages, with the credentials of the last answer.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    user_id: Annotated[UserId, Field(alias='userId')]
    secure_key: Annotated[SecureKey, Field(alias='secureKey')]
    alias: Alias
    tenant_name: Annotated[TenantName, Field(alias='tenantName')]
    transcript_position: Annotated[
        TranscriptPosition | None | MISSING, Field(alias='transcriptPosition')
    ] = MISSING


SendMessageOperation = TypeAliasType(
    "SendMessageOperation",
    Annotated[
        Literal['SendMessage'] | StrictStr,
        Field(description='The `operationName` of Send Message.'),
    ],
)


GetChatOperation = TypeAliasType(
    "GetChatOperation",
    Annotated[
        Literal['GetChat'] | StrictStr,
        Field(description='The `operationName` of Get Chat.'),
    ],
)


StartTypingOperation = TypeAliasType(
    "StartTypingOperation",
    Annotated[
        Literal['SendStartTypingNotification'] | StrictStr,
        Field(description='The `operationName` of Start typing.'),
    ],
)


StopTypingOperation = TypeAliasType(
    "StopTypingOperation",
    Annotated[
        Literal['SendStopTypingNotification'] | StrictStr,
        Field(description='The `operationName` of Stop typing.'),
    ],
)


UpdateNicknameOperation = TypeAliasType(
    "UpdateNicknameOperation",
    Annotated[
        Literal['UpdateUserNickname'] | StrictStr,
        Field(description='The `operationName` of Update nickname.'),
    ],
)


PushUrlOperation = TypeAliasType(
    "PushUrlOperation",
    Annotated[
        Literal['SendUrl'] | StrictStr,
        Field(description='The `operationName` of Push URL.'),
    ],
)


UpdateUserDataOperation = TypeAliasType(
    "UpdateUserDataOperation",
    Annotated[
        Literal['UpdateUserData'] | StrictStr,
        Field(description='The `operationName` of Update attached data.'),
    ],
)


CompleteOperation = TypeAliasType(
    "CompleteOperation",
    Annotated[
        Literal['Complete'] | StrictStr,
        Field(description='The `operationName` of End chat.'),
    ],
)


class OtherOperationParams(Object):
    """
    The body of an operation that is unknown to this document. It has the credentials that all operations have; its other fields are kept unchanged.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    operation_name: Annotated[
        StrictStr,
        Field(
            alias='operationName',
            description='The name of the operation, different from the eight known ones.',
        ),
    ]
    user_id: Annotated[UserId, Field(alias='userId')]
    secure_key: Annotated[SecureKey, Field(alias='secureKey')]
    alias: Alias
    tenant_name: Annotated[TenantName, Field(alias='tenantName')]


ChatState = TypeAliasType(
    "ChatState",
    Annotated[
        Literal['Chatting'] | StrictStr,
        Field(
            description='The state of a chat. Only one value is documented; others are kept unchanged. Use `chatEnded` to find out whether the chat has ended.'
        ),
    ],
)


class Participant(Object):
    """
    A participant in a chat, a person or a system. An event contains its participant as it was at that time, so the nickname of one `participantId` may differ from event to event.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    nickname: Annotated[
        StrictStr,
        Field(
            description='The name shown in the chat. It may change, and two participants may have the same one.'
        ),
    ]
    participant_id: Annotated[ParticipantId, Field(alias='participantId')]
    type: ParticipantType


class SendMessageParams(Object):
    """
    The body of Send Message, which sends a message to the chat. It becomes a `Message` event. The answer is an acknowledgement.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    operation_name: Annotated[SendMessageOperation, Field(alias='operationName')]
    user_id: Annotated[UserId, Field(alias='userId')]
    secure_key: Annotated[SecureKey, Field(alias='secureKey')]
    alias: Alias
    tenant_name: Annotated[TenantName, Field(alias='tenantName')]
    text: Annotated[StrictStr, Field(description='The text of the message.')]
    message_type: Annotated[
        StrictStr | None | MISSING,
        Field(
            alias='messageType',
            description='A label for the message, repeated in its event. Default: none.',
        ),
    ] = MISSING


class GetChatParams(Object):
    """
    The body of Get Chat, which returns the state of the chat and its participants. The answer is an acknowledgement with `state`, `participants` and `chatEnded`.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    operation_name: Annotated[GetChatOperation, Field(alias='operationName')]
    user_id: Annotated[UserId, Field(alias='userId')]
    secure_key: Annotated[SecureKey, Field(alias='secureKey')]
    alias: Alias
    tenant_name: Annotated[TenantName, Field(alias='tenantName')]


class StartTypingParams(Object):
    """
    The body of Start typing, which notifies the other participants that the customer has started typing. It becomes a `TypingStarted` event. The answer is an acknowledgement.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    operation_name: Annotated[StartTypingOperation, Field(alias='operationName')]
    user_id: Annotated[UserId, Field(alias='userId')]
    secure_key: Annotated[SecureKey, Field(alias='secureKey')]
    alias: Alias
    tenant_name: Annotated[TenantName, Field(alias='tenantName')]
    text: Annotated[
        StrictStr | None | MISSING,
        Field(
            description='A preview: the text that the customer has typed so far. It does not become a message.'
        ),
    ] = MISSING


class StopTypingParams(Object):
    """
    The body of Stop typing, which notifies the other participants that the customer has stopped typing. It becomes a `TypingStopped` event. The answer is an acknowledgement.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    operation_name: Annotated[StopTypingOperation, Field(alias='operationName')]
    user_id: Annotated[UserId, Field(alias='userId')]
    secure_key: Annotated[SecureKey, Field(alias='secureKey')]
    alias: Alias
    tenant_name: Annotated[TenantName, Field(alias='tenantName')]
    text: Annotated[
        StrictStr | None | MISSING,
        Field(
            description='A preview: the text that the customer has typed so far. It does not become a message.'
        ),
    ] = MISSING


class UpdateNicknameParams(Object):
    """
    The body of Update nickname, which changes the name of the customer in the chat. It becomes a `Notice` event whose text is the nickname; nothing in the event marks it as a nickname. The answer is an acknowledgement.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    operation_name: Annotated[UpdateNicknameOperation, Field(alias='operationName')]
    user_id: Annotated[UserId, Field(alias='userId')]
    secure_key: Annotated[SecureKey, Field(alias='secureKey')]
    alias: Alias
    tenant_name: Annotated[TenantName, Field(alias='tenantName')]
    nickname: Annotated[
        StrictStr, Field(description='The name to show in the chat from now on.')
    ]


class PushUrlParams(Object):
    """
    The body of Push URL, which shows a URL to the other participants. It becomes a `Notice` event whose text is the URL; nothing in the event marks it as a URL. The answer is an acknowledgement.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    operation_name: Annotated[PushUrlOperation, Field(alias='operationName')]
    user_id: Annotated[UserId, Field(alias='userId')]
    secure_key: Annotated[SecureKey, Field(alias='secureKey')]
    alias: Alias
    tenant_name: Annotated[TenantName, Field(alias='tenantName')]
    push_url: Annotated[
        StrictStr,
        Field(
            alias='pushUrl',
            description='The URL, sent as given. No validation is documented.',
        ),
    ]


class UpdateUserDataParams(Object):
    """
    The body of Update attached data, which overwrites the values of the given names in the data attached to the chat. Other names keep their values. How to remove a name is not documented. The answer is an acknowledgement.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    operation_name: Annotated[UpdateUserDataOperation, Field(alias='operationName')]
    user_id: Annotated[UserId, Field(alias='userId')]
    secure_key: Annotated[SecureKey, Field(alias='secureKey')]
    alias: Alias
    tenant_name: Annotated[TenantName, Field(alias='tenantName')]
    user_data: Annotated[
        UserData,
        Field(
            alias='userData', description='The names to overwrite and their new values.'
        ),
    ]
    text: Annotated[
        StrictStr | None | MISSING,
        Field(
            description='A text that accompanies the change. Its effect is not documented.'
        ),
    ] = MISSING


class CompleteParams(Object):
    """
    The body of End chat, which ends the chat permanently. The answer contains only the `statusCode`.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    operation_name: Annotated[CompleteOperation, Field(alias='operationName')]
    user_id: Annotated[UserId, Field(alias='userId')]
    secure_key: Annotated[SecureKey, Field(alias='secureKey')]
    alias: Alias
    tenant_name: Annotated[TenantName, Field(alias='tenantName')]


class ChatEvent(Object):
    """
    One event of a transcript: a participant joined or left, sent a message or typed, or the system added a notice.

    All types of events share this flat form. Which fields appear with which `type` is a convention, not a rule: in
    the published example, the typing events have a `text`. A server omits the fields that an event does not have;
    it does not send null.

    Two events of a chat are the same if they have the same `index`. Neither `text` nor `utcTime` identifies an
    event: a bot may send the same text again, and two events may happen in the same millisecond.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    from_: Annotated[
        Participant,
        Field(
            alias='from',
            description='The participant who caused the event, with the nickname and type at that time.',
        ),
    ]
    index: Annotated[
        Index | None | MISSING,
        Field(
            description='The position of the event in its transcript, counted from 1 over events of all types. It is optional, because a `Notice` without an index has been seen. Such an event has no position to request, and keeps its place in the order of the answer.'
        ),
    ] = MISSING
    type: Annotated[ChatEventType, Field(description='The type of the event.')]
    utc_time: Annotated[
        Timestamp, Field(alias='utcTime', description='The time of the event.')
    ]
    text: Annotated[
        StrictStr | None | MISSING,
        Field(
            description='The text of the event. `Message`: the message. `TypingStarted` and `TypingStopped`: a preview of a message, or the text of an earlier one, but not a message. `Notice`: a new nickname or a pushed URL, which cannot be distinguished, or a text of the system, usually together with `userData`. Absent when a participant joins or leaves.'
        ),
    ] = MISSING
    message_type: Annotated[
        StrictStr | None | MISSING,
        Field(
            alias='messageType',
            description='A label that the sender gave the message. It has no predefined meaning.',
        ),
    ] = MISSING
    user_data: Annotated[
        UserData | None | MISSING,
        Field(
            alias='userData',
            description='Data attached to the event. System notices and the types that the successor adds have it.',
        ),
    ] = MISSING
    event_attributes: Annotated[
        EventAttributes | None | MISSING,
        Field(
            alias='eventAttributes',
            description='Additional attributes of the event, for example the reason code of a `ParticipantLeft`.',
        ),
    ] = MISSING


class RequestChatAnswer(Object):
    """
    The answer of Request Chat. With `statusCode` 0 it contains the chat, the credentials for all later calls and the first event. With any other `statusCode` there is no chat; all other fields are unreliable and may be missing.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    status_code: Annotated[ChatStatus, Field(alias='statusCode')]
    chat_id: Annotated[
        ChatId | None | MISSING,
        Field(
            alias='chatId',
            description='The id of the chat. Every later call has it in its path; no later answer repeats it.',
        ),
    ] = MISSING
    path: Annotated[
        StrictStr | None | MISSING,
        Field(
            description='The path of the chat, `/api/v2/chats/{chatId}`. It is relative to the `/webapi` of the server and does not contain `/webapi` or the origin.'
        ),
    ] = MISSING
    user_id: Annotated[
        UserId | None | MISSING,
        Field(alias='userId', description='The user id to send with the next call.'),
    ] = MISSING
    secure_key: Annotated[
        SecureKey | None | MISSING,
        Field(
            alias='secureKey', description='The secure key to send with the next call.'
        ),
    ] = MISSING
    alias: Annotated[
        Alias | None | MISSING,
        Field(description='The alias to send with the next call.'),
    ] = MISSING
    tenant_name: Annotated[
        TenantName | None | MISSING,
        Field(alias='tenantName', description='The tenant, as named in the request.'),
    ] = MISSING
    messages: Annotated[
        list[ChatEvent] | None | MISSING,
        Field(
            description='The first event: the `ParticipantJoined` of the caller, with index 1.'
        ),
    ] = MISSING
    errors: Annotated[
        list[ChatError] | None | MISSING,
        Field(
            description='The errors, one entry each. Only the successor of this API adds them.'
        ),
    ] = MISSING


class GetMessagesAnswer(Object):
    """
    The answer of Get Messages. With `statusCode` 0 it contains the events from the position on and the credentials for the next call. With any other `statusCode`, all other fields are unreliable and may be missing. It contains neither the `chatId` nor the next position.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    status_code: Annotated[ChatStatus, Field(alias='statusCode')]
    messages: Annotated[
        list[ChatEvent] | None | MISSING,
        Field(
            description='The events from the requested position on, ordered by index. If empty or absent, there are no new events. There may be events below the position; ignore those that you already have.'
        ),
    ] = MISSING
    user_id: Annotated[
        UserId | None | MISSING,
        Field(
            alias='userId',
            description='The user id to send with the next call. It replaces the previous one.',
        ),
    ] = MISSING
    secure_key: Annotated[
        SecureKey | None | MISSING,
        Field(
            alias='secureKey',
            description='The secure key to send with the next call. It replaces the previous one.',
        ),
    ] = MISSING
    alias: Annotated[
        Alias | None | MISSING,
        Field(
            description='The alias to send with the next call. It replaces the previous one.'
        ),
    ] = MISSING
    tenant_name: Annotated[
        TenantName | None | MISSING,
        Field(alias='tenantName', description='The tenant, as named in the request.'),
    ] = MISSING
    chat_ended: Annotated[
        StrictBool | None | MISSING,
        Field(
            alias='chatEnded',
            description='Whether the chat has ended normally. Default: false. Reliable only if `statusCode` is 0.',
        ),
    ] = MISSING
    errors: Annotated[
        list[ChatError] | None | MISSING,
        Field(
            description='The errors, one entry each. Only the successor of this API adds them.'
        ),
    ] = MISSING


OperateChatParams = TypeAliasType(
    "OperateChatParams",
    Annotated[
        Annotated[SendMessageParams, Tag("(SendMessage)")] | Annotated[GetChatParams, Tag("(GetChat)")] | Annotated[StartTypingParams, Tag("(SendStartTypingNotification)")] | Annotated[StopTypingParams, Tag("(SendStopTypingNotification)")] | Annotated[UpdateNicknameParams, Tag("(UpdateUserNickname)")] | Annotated[PushUrlParams, Tag("(SendUrl)")] | Annotated[UpdateUserDataParams, Tag("(UpdateUserData)")] | Annotated[CompleteParams, Tag("(Complete)")] | Annotated[OtherOperationParams, Tag("()")],
        Discriminator(by_tag("operationName", frozenset(["SendMessage", "GetChat", "SendStartTypingNotification", "SendStopTypingNotification", "UpdateUserNickname", "SendUrl", "UpdateUserData", "Complete", ]))),
        Field(
            description='The body of an operation in a chat. `operationName` selects one of the eight operations. An unknown name makes it an `OtherOperationParams`, which keeps all its fields.'
        ),
    ],
)


class OperateChatAnswer(Object):
    """
    The answer of an operation in a chat. With `statusCode` 0 it is an acknowledgement with the credentials for the next call. Get Chat adds `state`, `participants` and `chatEnded`; End chat returns only the `statusCode`. With any other `statusCode`, all other fields are unreliable and may be missing.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    status_code: Annotated[ChatStatus, Field(alias='statusCode')]
    user_id: Annotated[
        UserId | None | MISSING,
        Field(
            alias='userId',
            description='The user id to send with the next call. It replaces the previous one.',
        ),
    ] = MISSING
    secure_key: Annotated[
        SecureKey | None | MISSING,
        Field(
            alias='secureKey',
            description='The secure key to send with the next call. It replaces the previous one.',
        ),
    ] = MISSING
    alias: Annotated[
        Alias | None | MISSING,
        Field(
            description='The alias to send with the next call. It replaces the previous one.'
        ),
    ] = MISSING
    tenant_name: Annotated[
        TenantName | None | MISSING,
        Field(alias='tenantName', description='The tenant, as named in the request.'),
    ] = MISSING
    messages: Annotated[
        list[ChatEvent] | None | MISSING,
        Field(
            description='Events of the transcript that the server included in this answer. They do not replace Get Messages: there may be others between them and the events already received.'
        ),
    ] = MISSING
    chat_ended: Annotated[
        StrictBool | None | MISSING,
        Field(
            alias='chatEnded',
            description='Whether the chat has ended normally. Default: false. Reliable only if `statusCode` is 0.',
        ),
    ] = MISSING
    state: Annotated[
        ChatState | None | MISSING,
        Field(description='The state of the chat. Only Get Chat returns it.'),
    ] = MISSING
    participants: Annotated[
        list[Participant] | None | MISSING,
        Field(description='The participants of the chat. Only Get Chat returns them.'),
    ] = MISSING
    errors: Annotated[
        list[ChatError] | None | MISSING,
        Field(
            description='The errors, one entry each. Only the successor of this API adds them.'
        ),
    ] = MISSING
