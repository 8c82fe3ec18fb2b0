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
            description='Names a chat. Request Chat hands it out, and it never changes. It is opaque; 16 letters and digits have been seen.'
        ),
    ],
)


UserId = TypeAliasType(
    "UserId",
    Annotated[
        StrictStr,
        Field(
            description='Names the caller within the session, not a person. Any answer with `statusCode` 0 may renew it. It is opaque; 16 hexadecimal digits have been seen.'
        ),
    ],
)


SecureKey = TypeAliasType(
    "SecureKey",
    Annotated[
        StrictStr,
        Field(
            description="The secret of the session: whoever holds it can read the chat and write in the customer's name. Any answer with `statusCode` 0 may renew it. It is opaque; 16 and 20 hexadecimal digits have been seen."
        ),
    ],
)


Alias = TypeAliasType(
    "Alias",
    Annotated[
        StrictStr,
        Field(
            description='Names the host that holds the session. It consists of digits in every published example and is a string all the same. Any answer with `statusCode` 0 may renew it. It is opaque.'
        ),
    ],
)


TenantName = TypeAliasType(
    "TenantName",
    Annotated[
        StrictStr,
        Field(
            description='Names the tenant of the contact centre that the chat belongs to. Every request sends it.'
        ),
    ],
)


ParticipantId = TypeAliasType(
    "ParticipantId",
    Annotated[
        StrictInt,
        Field(
            description='Tells the participants of one chat apart, also when a nickname changes. In the published examples the client is 1 and the next to join is 2.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ],
)


StatusCode = TypeAliasType(
    "StatusCode",
    Annotated[
        StrictInt,
        Field(
            description='The outcome of a call.\n\n- 0: the call is done. When `chatEnded` is true beside it, the chat has ended normally.\n- 1: recoverable, or the chat server cannot be reached. Try again.\n- 2: not recoverable. The session is over.\n\nWith 1 or 2 nothing else in the answer is to be trusted, and all of it may be missing. Any other number is\nread as well: this document does not know what it means, so nothing else in that answer is to be trusted\neither.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ],
)


class ChatError(Object):
    """
    One thing that went wrong, as the successor of this API adds it to an answer. It explains a `statusCode`, and never overrules it.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    code: Annotated[
        Any,
        Field(
            description='Names the kind of error. Its type and its values are not documented, so it may be any JSON value.'
        ),
    ]
    message: Annotated[
        StrictStr,
        Field(
            description='What went wrong, in words for a reader. It is no key to decide by.'
        ),
    ]
    advice: Annotated[
        StrictStr | MISSING,
        Field(description='What to do about it, in words for a reader.'),
    ] = MISSING


Timestamp = TypeAliasType(
    "Timestamp",
    Annotated[
        StrictInt,
        Field(
            description='A time in whole milliseconds since the Unix epoch, 1970-01-01T00:00:00 UTC. Two events may have the same time, and weeks may pass between one event and the next.',
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
            description='The index of the first event to answer with. It is inclusive and counted from 1; absent, it is 1, which asks for everything. The position to ask for next is the highest index held plus 1, since no answer names it. There is no position 0: the successor of this API takes it to mean no messages.',
            ge=1,
            le=9223372036854775807,
        ),
    ],
)


ChatEventType = TypeAliasType(
    "ChatEventType",
    Annotated[
        Literal['ParticipantJoined', 'ParticipantLeft', 'Message', 'TypingStarted', 'TypingStopped', 'Notice', 'PushUrl', 'NicknameUpdated', 'CustomNotice', 'FileUploaded', 'FileDeleted', 'IdleAlert', 'IdleClose'] | StrictStr,
        Field(
            description='What happened. The list grows: a type that is not known here is kept as it came, and never makes a transcript unreadable. Web API Server 8.5 writes a nickname change and a pushed URL both as `Notice`; its successor has a type for each, and the other types marked as its own.'
        ),
    ],
)


UserData = TypeAliasType("UserData", dict[str, StrictStr])


EventAttributes = TypeAliasType("EventAttributes", dict[str, Any])


ParticipantType = TypeAliasType(
    "ParticipantType",
    Annotated[
        Literal['Client', 'External', 'Agent', 'Supervisor'] | StrictStr,
        Field(
            description='The part a participant takes. The list grows: a type that is not known here is kept as it came, and never makes a transcript unreadable.'
        ),
    ],
)


class RequestChatParams(Object):
    """
    Body of Request Chat. Beside the tenant everything is optional here. The customer should be named by `nickname`, or by `firstName` and `lastName`; the vendor's page calls all three required, and its own example sends only `nickname`.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    tenant_name: Annotated[TenantName, Field(alias='tenantName')]
    nickname: Annotated[
        StrictStr | MISSING, Field(description='The name to show in the chat.')
    ] = MISSING
    first_name: Annotated[
        StrictStr | MISSING,
        Field(alias='firstName', description="The customer's first name."),
    ] = MISSING
    last_name: Annotated[
        StrictStr | MISSING,
        Field(alias='lastName', description="The customer's last name."),
    ] = MISSING
    email_address: Annotated[
        StrictStr | MISSING,
        Field(
            alias='emailAddress',
            description="The customer's email address. No check of its form is documented.",
        ),
    ] = MISSING
    subject: Annotated[
        StrictStr | MISSING,
        Field(description="What the chat is about, in the customer's words."),
    ] = MISSING
    endpoint: Annotated[
        StrictStr | MISSING,
        Field(
            description="The name of the entry point, as configured on the server, through which the chat reaches the contact centre. Absent, it is the server's choice."
        ),
    ] = MISSING
    user_data: Annotated[
        UserData | MISSING,
        Field(
            alias='userData', description='Data to attach to the chat from its start.'
        ),
    ] = MISSING


class GetMessagesParams(Object):
    """
    Body of Get Messages, with the credentials as the last answer left them.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    user_id: Annotated[UserId, Field(alias='userId')]
    secure_key: Annotated[SecureKey, Field(alias='secureKey')]
    alias: Alias
    tenant_name: Annotated[TenantName, Field(alias='tenantName')]
    transcript_position: Annotated[
        TranscriptPosition | MISSING, Field(alias='transcriptPosition')
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
    Body of an operation that is not known here. It has the credentials that all operations have; its other fields are kept as they are.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    operation_name: Annotated[
        StrictStr,
        Field(
            alias='operationName',
            description='The name of the operation, other than those of the eight known ones.',
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
            description='How a chat stands. Only one value is documented; others are kept as they came. Whether the chat has ended is said by `chatEnded`.'
        ),
    ],
)


class Participant(Object):
    """
    Somebody or something that takes part in a chat. An event repeats its participant as it was at the time, so the nickname for one `participantId` may differ from event to event.
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
    Body of Send Message, which writes a message into the chat. It becomes a `Message` event. The answer is an acknowledgement.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    operation_name: Annotated[SendMessageOperation, Field(alias='operationName')]
    user_id: Annotated[UserId, Field(alias='userId')]
    secure_key: Annotated[SecureKey, Field(alias='secureKey')]
    alias: Alias
    tenant_name: Annotated[TenantName, Field(alias='tenantName')]
    text: Annotated[StrictStr, Field(description='The message.')]
    message_type: Annotated[
        StrictStr | MISSING,
        Field(
            alias='messageType',
            description='A free label for the message, which its event carries. Absent, the event has none.',
        ),
    ] = MISSING


class GetChatParams(Object):
    """
    Body of Get Chat, which asks how the chat stands and who is in it. The answer is an acknowledgement with `state`, `participants` and `chatEnded`.
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
    Body of Start typing, which tells the other participants that the customer has begun to type. It becomes a `TypingStarted` event. The answer is an acknowledgement.
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
        StrictStr | MISSING,
        Field(
            description='A preview, what the customer has typed so far. It does not become a message.'
        ),
    ] = MISSING


class StopTypingParams(Object):
    """
    Body of Stop typing, which tells the other participants that the customer has stopped typing. It becomes a `TypingStopped` event. The answer is an acknowledgement.
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
        StrictStr | MISSING,
        Field(
            description='A preview, what the customer has typed so far. It does not become a message.'
        ),
    ] = MISSING


class UpdateNicknameParams(Object):
    """
    Body of Update nickname, which gives the customer a new name in the chat. It becomes a `Notice` event whose text is the nickname, and nothing in that event says that it is one. The answer is an acknowledgement.
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
    Body of Push URL, which shows a URL to the other participants. It becomes a `Notice` event whose text is the URL, and nothing in that event says that it is one. The answer is an acknowledgement.
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
            description='The URL. It is taken as it is; no check of its form is documented.',
        ),
    ]


class UpdateUserDataParams(Object):
    """
    Body of Update attached data, which overwrites the values of the given names in the data attached to the chat, and leaves the others. How a name is removed is not documented. The answer is an acknowledgement.
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
            alias='userData',
            description='The names to overwrite, with their new values.',
        ),
    ]
    text: Annotated[
        StrictStr | MISSING,
        Field(
            description='A text that goes with the change. What becomes of it is not documented.'
        ),
    ] = MISSING


class CompleteParams(Object):
    """
    Body of End chat, which ends the chat for good. The answer has the `statusCode` only.
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
    One event of a transcript: somebody joined or left, wrote a message, typed, or something was noted.

    All types of events have this one flat form. What `type` a field goes with is a habit, not a rule: in the
    published example the typing events have a `text`. A field that an event does not have is absent, never null.

    Two events of a chat are the same when they have the same `index`. Neither `text` nor `utcTime` says so: a bot
    may repeat itself, and two events may happen in the same millisecond.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    from_: Annotated[
        Participant,
        Field(
            alias='from',
            description='The participant the event comes from, with the nickname and type as this event gives them.',
        ),
    ]
    index: Annotated[
        StrictInt | MISSING,
        Field(
            description='The position of the event in its transcript, counted from 1 over the events of every type. It is optional on the wire, as a `Notice` without one has been seen; such an event has no position to ask for, and is kept where the answer has it.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    type: Annotated[ChatEventType, Field(description='What happened.')]
    utc_time: Annotated[
        Timestamp, Field(alias='utcTime', description='When it happened.')
    ]
    text: Annotated[
        StrictStr | MISSING,
        Field(
            description='The text of the event. For a `Message` it is the message. For `TypingStarted` and `TypingStopped` it is a preview of a message, or the text of an earlier one, and never a message. For a `Notice` it is a new nickname or a pushed URL, with nothing to tell the two apart, or the words of the system, as a rule with `userData` beside it. Joining and leaving have none.'
        ),
    ] = MISSING
    message_type: Annotated[
        StrictStr | MISSING,
        Field(
            alias='messageType',
            description='A free label that the sender of a message gave it. It has no meaning of its own.',
        ),
    ] = MISSING
    user_data: Annotated[
        UserData | MISSING,
        Field(
            alias='userData',
            description='Data attached to the event. Notices of the system and the types the successor adds have some.',
        ),
    ] = MISSING
    event_attributes: Annotated[
        EventAttributes | MISSING,
        Field(
            alias='eventAttributes',
            description='Further details of the event, such as the reason code of a `ParticipantLeft`.',
        ),
    ] = MISSING


class RequestChatAnswer(Object):
    """
    Answer of Request Chat. With `statusCode` 0 it holds the chat, the credentials of every later call and the first event; with any other there is no chat, nothing else in it is to be trusted, and all of it may be missing.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    status_code: Annotated[StatusCode, Field(alias='statusCode')]
    chat_id: Annotated[
        ChatId | MISSING,
        Field(
            alias='chatId',
            description='The chat. Every later call has it in its path, and no later answer repeats it.',
        ),
    ] = MISSING
    path: Annotated[
        StrictStr | MISSING,
        Field(
            description='The path of the chat, `/api/v2/chats/{chatId}`. It begins below the `/webapi` of the server, and holds neither that nor the origin.'
        ),
    ] = MISSING
    user_id: Annotated[
        UserId | MISSING,
        Field(alias='userId', description='The user id to send with the next call.'),
    ] = MISSING
    secure_key: Annotated[
        SecureKey | MISSING,
        Field(
            alias='secureKey', description='The secure key to send with the next call.'
        ),
    ] = MISSING
    alias: Annotated[
        Alias | MISSING, Field(description='The alias to send with the next call.')
    ] = MISSING
    tenant_name: Annotated[
        TenantName | MISSING,
        Field(alias='tenantName', description='The tenant, as the request named it.'),
    ] = MISSING
    messages: Annotated[
        list[ChatEvent] | MISSING,
        Field(
            description='The first event, the `ParticipantJoined` of the caller with the index 1.'
        ),
    ] = MISSING
    errors: Annotated[
        list[ChatError] | MISSING,
        Field(
            description='What went wrong, one entry for each error. The successor of this API adds it.'
        ),
    ] = MISSING


class GetMessagesAnswer(Object):
    """
    Answer of Get Messages. With `statusCode` 0 it holds the events from the position on and the credentials to use from now on; with any other nothing else in it is to be trusted, and all of it may be missing. It has neither the `chatId` nor the next position.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    status_code: Annotated[StatusCode, Field(alias='statusCode')]
    messages: Annotated[
        list[ChatEvent] | MISSING,
        Field(
            description='The events from the position asked for on, in the order of their index. When it is empty or absent, nothing has happened since. There may be events below the position; a client that has their index passes over them.'
        ),
    ] = MISSING
    user_id: Annotated[
        UserId | MISSING,
        Field(
            alias='userId',
            description='The user id to send with the next call. It replaces the one held.',
        ),
    ] = MISSING
    secure_key: Annotated[
        SecureKey | MISSING,
        Field(
            alias='secureKey',
            description='The secure key to send with the next call. It replaces the one held.',
        ),
    ] = MISSING
    alias: Annotated[
        Alias | MISSING,
        Field(
            description='The alias to send with the next call. It replaces the one held.'
        ),
    ] = MISSING
    tenant_name: Annotated[
        TenantName | MISSING,
        Field(alias='tenantName', description='The tenant, as the request named it.'),
    ] = MISSING
    chat_ended: Annotated[
        StrictBool | MISSING,
        Field(
            alias='chatEnded',
            description='Whether the chat has ended normally. Absent, it has not. It counts only when `statusCode` is 0.',
        ),
    ] = MISSING
    errors: Annotated[
        list[ChatError] | MISSING,
        Field(
            description='What went wrong, one entry for each error. The successor of this API adds it.'
        ),
    ] = MISSING


OperateChatParams = TypeAliasType(
    "OperateChatParams",
    Annotated[
        Annotated[SendMessageParams, Tag("(SendMessage)")] | Annotated[GetChatParams, Tag("(GetChat)")] | Annotated[StartTypingParams, Tag("(SendStartTypingNotification)")] | Annotated[StopTypingParams, Tag("(SendStopTypingNotification)")] | Annotated[UpdateNicknameParams, Tag("(UpdateUserNickname)")] | Annotated[PushUrlParams, Tag("(SendUrl)")] | Annotated[UpdateUserDataParams, Tag("(UpdateUserData)")] | Annotated[CompleteParams, Tag("(Complete)")] | Annotated[OtherOperationParams, Tag("()")],
        Discriminator(by_tag("operationName", frozenset(["SendMessage", "GetChat", "SendStartTypingNotification", "SendStopTypingNotification", "UpdateUserNickname", "SendUrl", "UpdateUserData", "Complete", ]))),
        Field(
            description='Body of an operation in a chat. `operationName` says which of the eight it is; a name that is not known here makes it an `OtherOperationParams`, which keeps all its fields.'
        ),
    ],
)


class OperateChatAnswer(Object):
    """
    Answer of an operation in a chat. With `statusCode` 0 it is an acknowledgement with the credentials to use from now on; Get Chat adds `state`, `participants` and `chatEnded`, and End chat is answered with the `statusCode` only. With any other `statusCode` nothing else in it is to be trusted, and all of it may be missing.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    status_code: Annotated[StatusCode, Field(alias='statusCode')]
    user_id: Annotated[
        UserId | MISSING,
        Field(
            alias='userId',
            description='The user id to send with the next call. It replaces the one held.',
        ),
    ] = MISSING
    secure_key: Annotated[
        SecureKey | MISSING,
        Field(
            alias='secureKey',
            description='The secure key to send with the next call. It replaces the one held.',
        ),
    ] = MISSING
    alias: Annotated[
        Alias | MISSING,
        Field(
            description='The alias to send with the next call. It replaces the one held.'
        ),
    ] = MISSING
    tenant_name: Annotated[
        TenantName | MISSING,
        Field(alias='tenantName', description='The tenant, as the request named it.'),
    ] = MISSING
    messages: Annotated[
        list[ChatEvent] | MISSING,
        Field(
            description='Events of the transcript that the server chose to send along. They are no substitute for Get Messages: there may be others between them and those already held.'
        ),
    ] = MISSING
    chat_ended: Annotated[
        StrictBool | MISSING,
        Field(
            alias='chatEnded',
            description='Whether the chat has ended normally. Absent, it has not. It counts only when `statusCode` is 0.',
        ),
    ] = MISSING
    state: Annotated[
        ChatState | MISSING,
        Field(description='How the chat stands. Only Get Chat answers with it.'),
    ] = MISSING
    participants: Annotated[
        list[Participant] | MISSING,
        Field(description='Who is in the chat. Only Get Chat answers with it.'),
    ] = MISSING
    errors: Annotated[
        list[ChatError] | MISSING,
        Field(
            description='What went wrong, one entry for each error. The successor of this API adds it.'
        ),
    ] = MISSING
