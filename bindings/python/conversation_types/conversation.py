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

AgentId = TypeAliasType(
    "AgentId",
    Annotated[
        StrictStr,
        Field(description='The id of an agent. Opaque; it starts with `ag_`.'),
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


ChatId = TypeAliasType(
    "ChatId",
    Annotated[
        StrictStr,
        Field(
            description='The id of a chat. It is assigned by Request Chat and never changes. It is opaque; ids of 16 letters and digits have been seen.'
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


Uint64 = TypeAliasType(
    "Uint64",
    Annotated[
        StrictInt,
        Field(
            description='An integer from 0 to 18446744073709551615.',
            ge=0,
            le=18446744073709551615,
        ),
    ],
)


class ConversationSourceGenesys(Object):
    """
    A Genesys chat.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    of: Literal['genesys']
    chat_ended: Annotated[
        StrictBool | MISSING,
        Field(description='Whether the chat has ended, where that was said.'),
    ] = MISSING
    chat_id: Annotated[
        ChatId | MISSING,
        Field(
            description='The id of the chat, where it was given: the events do not have it.'
        ),
    ] = MISSING
    extra: Annotated[
        dict[str, Any] | MISSING,
        Field(
            description='What else was said beside it, that this version does not know.'
        ),
    ] = MISSING


class ConversationSourceOther(Object):
    """
    A side that this version does not know.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    of: Annotated[StrictStr, Field(description='A `of` that is not known here.')]


class DefectOther(Object):
    """
    Another defect, written by a later version of this crate.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Annotated[StrictStr, Field(description='A `kind` that is not known here.')]


Digest = TypeAliasType(
    "Digest",
    Annotated[
        StrictInt,
        Field(
            description='A digest of what an entry says: FNV-1a, of which 53 bits are kept, so that no JSON tool rounds them off.\n\nIt is stored with a residue and read by later releases, so what it is made of never changes. It guards against\nmistakes, not against an attacker who looks for two texts with one digest.',
            ge=0,
            le=18446744073709551615,
        ),
    ],
)


class EntryDetailsOther(Object):
    """
    Of something that a later version knows.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    of: Annotated[StrictStr, Field(description='A `of` that is not known here.')]


EntryKey1 = TypeAliasType(
    "EntryKey1",
    Annotated[
        StrictInt,
        Field(
            description='What tells an entry from others of its conversation, when the server keeps to its own rules.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ],
)


EntryKind = TypeAliasType(
    "EntryKind",
    Annotated[
        Literal['message', 'joined', 'left', 'typing_started', 'typing_stopped', 'notice', 'pushed_url', 'nickname', 'custom_notice', 'file_uploaded', 'file_deleted', 'idle_alert', 'idle_closed'] | StrictStr,
        Field(description=''),
    ],
)


EventAttributes = TypeAliasType("EventAttributes", dict[str, Any])


class GapShort(Object):
    """
    There are fewer messages than the interaction counts.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['short']
    counted: Annotated[
        StrictInt,
        Field(
            description='How many it counts.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    missing: Annotated[Uint64, Field(description='How many are missing.')]


class GapSurplus(Object):
    """
    There are more messages than the interaction counts, so its count was of another time and proves nothing.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['surplus']
    counted: Annotated[
        StrictInt,
        Field(
            description='How many it counts.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    received: Annotated[Uint64, Field(description='How many there are.')]


class GapUncounted(Object):
    """
    The number of messages is unknown.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['uncounted']


class GapDeleted(Object):
    """
    Messages were deleted during the walk. Those of them that are there make the interaction's count say less: as many
    others may be missing.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['deleted']


class GapPositions(Object):
    """
    No event was seen at these positions, both ends included.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['positions']
    first: Annotated[
        StrictInt,
        Field(
            description='The first position that is missing.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    last: Annotated[
        StrictInt,
        Field(
            description='The last position that is missing.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]


class GapUnreadable(Object):
    """
    Items were received that could not be read. They are not missing: they are kept as they came.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['unreadable']
    items: Annotated[Uint64, Field(description='How many.')]


class GapChatGoesOn(Object):
    """
    The chat goes on.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['chat_goes_on']


class GapEndUnknown(Object):
    """
    It is not known whether the chat has ended: nothing said so that could be read.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['end_unknown']


class GapUnconfirmed(Object):
    """
    The chat has ended, but no answer has yet confirmed that nothing is behind the events that were seen.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['unconfirmed']


class GapOther(Object):
    """
    Something else that may be missing, which a later version wrote.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Annotated[StrictStr, Field(description='A `kind` that is not known here.')]


InitialTurn = TypeAliasType(
    "InitialTurn",
    Annotated[
        Literal['user', 'agent'] | StrictStr,
        Field(description='Who has the first turn in an interaction.'),
    ],
)


InteractionId = TypeAliasType(
    "InteractionId",
    Annotated[
        StrictStr,
        Field(description='The id of an interaction. Opaque; it starts with `int_`.'),
    ],
)


InteractionObject = TypeAliasType(
    "InteractionObject",
    Annotated[
        Literal['interaction'] | StrictStr,
        Field(description='The type of the object, always `interaction`.'),
    ],
)


ItemKind = TypeAliasType(
    "ItemKind",
    Annotated[
        Literal['messages', 'interactions', 'events'] | StrictStr, Field(description='')
    ],
)


MessageId = TypeAliasType(
    "MessageId",
    Annotated[
        StrictStr,
        Field(description='The id of a message. Opaque; it starts with `msg_`.'),
    ],
)


MessageObject = TypeAliasType(
    "MessageObject",
    Annotated[
        Literal['message'] | StrictStr,
        Field(description='The type of the object, always `message`.'),
    ],
)


Uint32 = TypeAliasType(
    "Uint32",
    Annotated[
        StrictInt,
        Field(description='An integer from 0 to 4294967295.', ge=0, le=4294967295),
    ],
)


class PagerFaultOverLimit(Object):
    """
    A page had more items than the `limit` it was asked for with, so the server heeds no `limit`, and perhaps no
    `starting_after` either.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['over_limit']
    items: Annotated[Uint32, Field(description='How many items came.')]
    limit: Annotated[Uint32, Field(description='The limit.')]


class PagerFaultEmptyPage(Object):
    """
    A page had no items and said that others follow.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['empty_page']
    after: Annotated[
        MessageId | MISSING,
        Field(description='The id it was asked for with; nothing for the first page.'),
    ] = MISSING


class PagerFaultRepeatedPage(Object):
    """
    The page that ends in `after` came again as the page behind `after`.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['repeated_page']
    after: Annotated[MessageId, Field(description='The id it was asked for with.')]


class PagerFaultNoAdvance(Object):
    """
    The page behind `after` ended in `after`, so the next request would be the same again.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['no_advance']
    after: Annotated[MessageId, Field(description='The id it was asked for with.')]


class PagerFaultCycle(Object):
    """
    A page ended in the id in which an earlier one had ended, so the pages go round.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['cycle']
    id: Annotated[MessageId, Field(description='The id.')]


class PagerFaultMaxItems(Object):
    """
    As many items came as were allowed for, and others follow: the server may be inventing them.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['max_items']
    max_items: Annotated[Uint32, Field(description='The limit.')]


class PagerFaultNotFound(Object):
    """
    The server does not know what it was asked for, as `Pager::not_found` was told.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['not_found']
    after: Annotated[
        MessageId | MISSING,
        Field(
            description='The id to go on behind; nothing when not even the first page was found.'
        ),
    ] = MISSING


class PagerFaultUnreadable(Object):
    """
    No item of a page could be read, not even an id, and others follow.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['unreadable']
    after: Annotated[
        MessageId | MISSING,
        Field(description='The id it was requested with; absent for the first page.'),
    ] = MISSING
    items: Annotated[Uint32, Field(description='How many items the page had.')]


class PagerFaultOther(Object):
    """
    Another reason, which a later version wrote.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Annotated[StrictStr, Field(description='A `kind` that is not known here.')]


PagerFault = TypeAliasType(
    "PagerFault",
    Annotated[
        Annotated[PagerFaultOverLimit, Tag("(over_limit)")] | Annotated[PagerFaultEmptyPage, Tag("(empty_page)")] | Annotated[PagerFaultRepeatedPage, Tag("(repeated_page)")] | Annotated[PagerFaultNoAdvance, Tag("(no_advance)")] | Annotated[PagerFaultCycle, Tag("(cycle)")] | Annotated[PagerFaultMaxItems, Tag("(max_items)")] | Annotated[PagerFaultNotFound, Tag("(not_found)")] | Annotated[PagerFaultUnreadable, Tag("(unreadable)")] | Annotated[PagerFaultOther, Tag("()")],
        Discriminator(by_tag("kind", frozenset(["over_limit", "empty_page", "repeated_page", "no_advance", "cycle", "max_items", "not_found", "unreadable", ]))),
        Field(
            description="Something in a server's pages that makes it pointless or endless to go on. The walk is over with it."
        ),
    ],
)


class PagerFault2OverLimit(Object):
    """
    A page had more items than the `limit` it was asked for with, so the server heeds no `limit`, and perhaps no
    `starting_after` either.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['over_limit']
    items: Annotated[Uint32, Field(description='How many items came.')]
    limit: Annotated[Uint32, Field(description='The limit.')]


class PagerFault2EmptyPage(Object):
    """
    A page had no items and said that others follow.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['empty_page']
    after: Annotated[
        InteractionId | MISSING,
        Field(description='The id it was asked for with; nothing for the first page.'),
    ] = MISSING


class PagerFault2RepeatedPage(Object):
    """
    The page that ends in `after` came again as the page behind `after`.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['repeated_page']
    after: Annotated[InteractionId, Field(description='The id it was asked for with.')]


class PagerFault2NoAdvance(Object):
    """
    The page behind `after` ended in `after`, so the next request would be the same again.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['no_advance']
    after: Annotated[InteractionId, Field(description='The id it was asked for with.')]


class PagerFault2Cycle(Object):
    """
    A page ended in the id in which an earlier one had ended, so the pages go round.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['cycle']
    id: Annotated[InteractionId, Field(description='The id.')]


class PagerFault2MaxItems(Object):
    """
    As many items came as were allowed for, and others follow: the server may be inventing them.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['max_items']
    max_items: Annotated[Uint32, Field(description='The limit.')]


class PagerFault2NotFound(Object):
    """
    The server does not know what it was asked for, as `Pager::not_found` was told.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['not_found']
    after: Annotated[
        InteractionId | MISSING,
        Field(
            description='The id to go on behind; nothing when not even the first page was found.'
        ),
    ] = MISSING


class PagerFault2Unreadable(Object):
    """
    No item of a page could be read, not even an id, and others follow.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['unreadable']
    after: Annotated[
        InteractionId | MISSING,
        Field(description='The id it was requested with; absent for the first page.'),
    ] = MISSING
    items: Annotated[Uint32, Field(description='How many items the page had.')]


class PagerFault2Other(Object):
    """
    Another reason, which a later version wrote.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Annotated[StrictStr, Field(description='A `kind` that is not known here.')]


PagerFault2 = TypeAliasType(
    "PagerFault2",
    Annotated[
        Annotated[PagerFault2OverLimit, Tag("(over_limit)")] | Annotated[PagerFault2EmptyPage, Tag("(empty_page)")] | Annotated[PagerFault2RepeatedPage, Tag("(repeated_page)")] | Annotated[PagerFault2NoAdvance, Tag("(no_advance)")] | Annotated[PagerFault2Cycle, Tag("(cycle)")] | Annotated[PagerFault2MaxItems, Tag("(max_items)")] | Annotated[PagerFault2NotFound, Tag("(not_found)")] | Annotated[PagerFault2Unreadable, Tag("(unreadable)")] | Annotated[PagerFault2Other, Tag("()")],
        Discriminator(by_tag("kind", frozenset(["over_limit", "empty_page", "repeated_page", "no_advance", "cycle", "max_items", "not_found", "unreadable", ]))),
        Field(
            description="Something in a server's pages that makes it pointless or endless to go on. The walk is over with it."
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


ParticipantType = TypeAliasType(
    "ParticipantType",
    Annotated[
        Literal['Client', 'External', 'Agent', 'Supervisor'] | StrictStr,
        Field(
            description='The role of a participant. New values may be added; an unknown value is kept unchanged and does not make a transcript invalid.'
        ),
    ],
)


ProficientResidueParentString = TypeAliasType(
    "ProficientResidueParentString",
    Annotated[Literal['absent', 'null'], Field(description='')],
)


class ProficientResidueParentObject(Object):
    model_config = ConfigDict(
        extra='forbid',
    )
    message: MessageId


ProficientResidueParent = TypeAliasType(
    "ProficientResidueParent",
    Annotated[
        ProficientResidueParentString | ProficientResidueParentObject,
        Field(description='A `parent_id` in all of its states.'),
    ],
)


class ProficientResidueRules(Object):
    """
    How an interaction was projected. Its messages determine which thread it was.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    chat_id: ChatId
    nicknames: dict[str, StrictStr]
    types: dict[str, ParticipantType]


class ResidueOther(Object):
    """
    Of a side that a later version knows.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    of: Annotated[StrictStr, Field(description='A `of` that is not known here.')]


Role = TypeAliasType(
    "Role",
    Annotated[
        Literal['user', 'agent', 'supervisor', 'system'] | StrictStr,
        Field(description=''),
    ],
)


SentBy = TypeAliasType(
    "SentBy",
    Annotated[
        Literal['user', 'agent'] | StrictStr, Field(description='Who wrote a message.')
    ],
)


Timestamp = TypeAliasType(
    "Timestamp",
    Annotated[
        StrictInt,
        Field(
            description='Milliseconds since the Unix epoch.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ],
)


class TranscriptDefectGap(Object):
    """
    No event was given for these positions, both ends included. Positions before the first event count as well: an
    answer that starts at a later position always has such a gap.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['gap']
    first: Annotated[
        StrictInt,
        Field(
            description='The first position that is missing.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    last: Annotated[
        StrictInt,
        Field(
            description='The last position that is missing.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]


class TranscriptDefectConflict(Object):
    """
    One index came with different events. All of them are in the transcript, side by side.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['conflict']
    events: Annotated[
        Uint64,
        Field(description='How many different events came with it, two at least.'),
    ]
    index: Annotated[
        StrictInt,
        Field(
            description='The index.', ge=-9223372036854775808, le=9223372036854775807
        ),
    ]


class TranscriptDefectBadIndex(Object):
    """
    An index below 1, the first position there is.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['bad_index']
    index: Annotated[
        StrictInt,
        Field(
            description='The index.', ge=-9223372036854775808, le=9223372036854775807
        ),
    ]


class TranscriptDefectNoIndex(Object):
    """
    Events without an index, placed by their time.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['no_index']
    events: Annotated[Uint64, Field(description='How many there are.')]


class TranscriptDefectClockBack(Object):
    """
    An event is earlier than the one before it. [`Transcript::clock_defects`] finds these.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['clock_back']
    index: Annotated[
        StrictInt | MISSING,
        Field(
            description='The index of the later one in order, which has the earlier time; absent if it has none.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    milliseconds: Annotated[Uint64, Field(description='By how many milliseconds.')]


class TranscriptDefectOther(Object):
    """
    Another defect, which a later version wrote.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Annotated[StrictStr, Field(description='A `kind` that is not known here.')]


TranscriptDefect = TypeAliasType(
    "TranscriptDefect",
    Annotated[
        Annotated[TranscriptDefectGap, Tag("(gap)")] | Annotated[TranscriptDefectConflict, Tag("(conflict)")] | Annotated[TranscriptDefectBadIndex, Tag("(bad_index)")] | Annotated[TranscriptDefectNoIndex, Tag("(no_index)")] | Annotated[TranscriptDefectClockBack, Tag("(clock_back)")] | Annotated[TranscriptDefectOther, Tag("()")],
        Discriminator(by_tag("kind", frozenset(["gap", "conflict", "bad_index", "no_index", "clock_back", ]))),
        Field(
            description="Something in the events that is not as a chat's events should be. The transcript holds all of them anyway."
        ),
    ],
)


class TranscriptEndChatEnded(Object):
    """
    The chat has ended normally, and an answer after that brought nothing new.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['chat_ended']


class TranscriptEndSessionOver(Object):
    """
    The server said that the session is over.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['session_over']
    errors: Annotated[
        list[StrictStr] | MISSING,
        Field(
            description='The errors that the server gave with it, at most 10, each as `code: message (advice)`.'
        ),
    ] = MISSING


class TranscriptEndTooManyFailures(Object):
    """
    Too many answers in a row had a `statusCode` other than 0.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['too_many_failures']
    failures: Annotated[Uint32, Field(description='How many they were.')]
    status_code: Annotated[ChatStatus, Field(description='That of the last of them.')]


class TranscriptEndMaxItems(Object):
    """
    As many events came as were allowed for: the server may be inventing them.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['max_items']
    max_items: Annotated[Uint32, Field(description='The limit.')]


class TranscriptEndOther(Object):
    """
    Another reason, which a later version wrote.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Annotated[StrictStr, Field(description='A `kind` that is not known here.')]


TranscriptEnd = TypeAliasType(
    "TranscriptEnd",
    Annotated[
        Annotated[TranscriptEndChatEnded, Tag("(chat_ended)")] | Annotated[TranscriptEndSessionOver, Tag("(session_over)")] | Annotated[TranscriptEndTooManyFailures, Tag("(too_many_failures)")] | Annotated[TranscriptEndMaxItems, Tag("(max_items)")] | Annotated[TranscriptEndOther, Tag("()")],
        Discriminator(by_tag("kind", frozenset(["chat_ended", "session_over", "too_many_failures", "max_items", ]))),
        Field(description='Why a transcript cursor is over.'),
    ],
)


class UnreadableItem(Object):
    """
    A message or an event that could not be read, as it came.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    index: Annotated[
        Uint64,
        Field(description='Its index in the list, counted from 0 over all items.'),
    ]
    json_: Annotated[
        StrictStr,
        Field(
            alias='json',
            description='The item: the text of a JSON value. It is a text, so that no reader rounds its numbers.',
        ),
    ]


UserData = TypeAliasType("UserData", dict[str, Any])


UserId = TypeAliasType(
    "UserId",
    Annotated[
        StrictStr,
        Field(
            description='The id that this API assigned to a user. Opaque; it starts with `u_`.'
        ),
    ],
)


class ConversationParticipant(Object):
    """
    A person or a program that takes part.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    extra: Annotated[
        dict[str, Any] | MISSING,
        Field(
            description="Fields of the participant that its side's document does not list."
        ),
    ] = MISSING
    nickname: Annotated[
        StrictStr | MISSING,
        Field(description='The name shown in a chat; absent in an interaction.'),
    ] = MISSING
    number: Annotated[
        ParticipantId | MISSING,
        Field(
            description='The number that tells participants of a chat apart; absent in an interaction.'
        ),
    ] = MISSING
    role: Annotated[
        Role,
        Field(
            description='The part that is taken. In an interaction it is all that is known of a participant.'
        ),
    ]


class DefectMissingParent(Object):
    """
    The parent of a message is missing (`missing_parent`). The forest contains a placeholder for it.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['missing_parent']
    message: Annotated[
        MessageId, Field(description='The message whose parent is missing.')
    ]
    parent: Annotated[
        MessageId, Field(description='The id that it names as its parent.')
    ]


class DefectCycle(Object):
    """
    The parents of messages form a cycle (`cycle`): each message is below the next, and the last is below the first.
    The first one, which is the eldest (on a tie, the one with the least id), is made a root.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['cycle']
    messages: Annotated[
        list[MessageId],
        Field(description='The messages, starting with the one that was made a root.'),
    ]


class DefectConflict(Object):
    """
    Messages with different bodies have the same id (`conflict`). The latest by `created_at` is in the tree;
    `Node::others` lists the rest.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['conflict']
    bodies: Annotated[
        Uint64, Field(description='The number of different bodies, at least two.')
    ]
    message: Annotated[MessageId, Field(description='The id.')]


class DefectDepth(Object):
    """
    The `depth` of a message is not that of its parent plus 1, or not 0 for a root (`depth`).
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['depth']
    depth: Annotated[
        StrictInt,
        Field(
            description='The depth that it states.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    expected: Annotated[
        StrictInt,
        Field(
            description="The depth that follows from its parent's.",
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    message: Annotated[MessageId, Field(description='The message.')]


class DefectForeignInteraction(Object):
    """
    The message names another interaction than most of the messages (`foreign_interaction`).
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['foreign_interaction']
    interaction: Annotated[
        InteractionId, Field(description='The interaction that it names.')
    ]
    message: Annotated[MessageId, Field(description='The message.')]


class DefectOlderThanParent(Object):
    """
    The message has an earlier time than its parent (`older_than_parent`).
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['older_than_parent']
    message: Annotated[MessageId, Field(description='The message.')]
    parent: Annotated[MessageId, Field(description='Its parent.')]


Defect = TypeAliasType(
    "Defect",
    Annotated[
        Annotated[DefectMissingParent, Tag("(missing_parent)")] | Annotated[DefectCycle, Tag("(cycle)")] | Annotated[DefectConflict, Tag("(conflict)")] | Annotated[DefectDepth, Tag("(depth)")] | Annotated[DefectForeignInteraction, Tag("(foreign_interaction)")] | Annotated[DefectOlderThanParent, Tag("(older_than_parent)")] | Annotated[DefectOther, Tag("()")],
        Discriminator(by_tag("kind", frozenset(["missing_parent", "cycle", "conflict", "depth", "foreign_interaction", "older_than_parent", ]))),
        Field(
            description='A defect of the messages of an interaction. The forest still contains all of them.\n\nIn JSON, `kind` is the name of the variant in snake case: `missing_parent`, `cycle`, `conflict`, `depth`,\n`foreign_interaction`, `older_than_parent`. `Display` writes what is wrong and where.'
        ),
    ],
)


class EntryDetailsMessage(Object):
    """
    Of a message of an interaction.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    of: Literal['message']
    depth: Annotated[
        StrictInt,
        Field(
            description="The depth that the message claims: 0 for a root, otherwise its parent's plus 1, if that is true.",
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    interaction_id: Annotated[
        InteractionId, Field(description='The interaction that the message names.')
    ]
    object: Annotated[
        MessageObject, Field(description='What the object says that it is.')
    ]


class EntryDetailsEvent(Object):
    """
    Of an event of a chat.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    of: Literal['event']
    event_attributes: Annotated[
        EventAttributes | MISSING,
        Field(description='Further details of the event, such as a reason code.'),
    ] = MISSING
    message_type: Annotated[
        StrictStr | MISSING,
        Field(description='The free label that a sender gave a message.'),
    ] = MISSING
    user_data: Annotated[
        UserData | MISSING,
        Field(description='Data attached to the event, all strings.'),
    ] = MISSING


EntryDetails = TypeAliasType(
    "EntryDetails",
    Annotated[
        Annotated[EntryDetailsMessage, Tag("(message)")] | Annotated[EntryDetailsEvent, Tag("(event)")] | Annotated[EntryDetailsOther, Tag("()")],
        Discriminator(by_tag("of", frozenset(["message", "event", ]))),
        Field(description='What only one side says of an entry.'),
    ],
)


EntryKey = TypeAliasType(
    "EntryKey",
    Annotated[
        EntryKey1 | MessageId,
        Field(
            description='What tells an entry from others of its conversation, when the server keeps to its own rules.'
        ),
    ],
)


class EventDetails(Object):
    """
    What only Genesys says of an event.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    event_attributes: Annotated[
        EventAttributes | MISSING,
        Field(description='Further details of the event, such as a reason code.'),
    ] = MISSING
    message_type: Annotated[
        StrictStr | MISSING,
        Field(description='The free label that a sender gave a message.'),
    ] = MISSING
    user_data: Annotated[
        UserData | MISSING,
        Field(description='Data attached to the event, all strings.'),
    ] = MISSING


class GapParent(Object):
    """
    A message that others are below is missing.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['parent']
    children: Annotated[
        Uint64, Field(description='How many messages are right below it.')
    ]
    message: Annotated[MessageId, Field(description='Its id.')]


class GapDepth(Object):
    """
    A message is not as deep as its place makes it. If it is telling the truth, its parent is another message.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['depth']
    depth: Annotated[
        StrictInt,
        Field(
            description='The depth that it claims.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    expected: Annotated[
        StrictInt,
        Field(
            description="The depth that its parent's claim makes right.",
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    message: Annotated[MessageId, Field(description='The message.')]


class GapUnfinished(Object):
    """
    The walk over the messages is not over.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['unfinished']
    after: Annotated[
        MessageId | MISSING,
        Field(
            description='The message behind which it goes on; nothing when it has not started.'
        ),
    ] = MISSING


class GapCut(Object):
    """
    The walk over the messages was cut.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['cut']
    fault: Annotated[PagerFault, Field(description='Why.')]


class GapListUnfinished(Object):
    """
    The walk over a list of interactions is not over.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['list_unfinished']
    after: Annotated[
        InteractionId | MISSING,
        Field(
            description='The interaction behind which it goes on; nothing when it has not started.'
        ),
    ] = MISSING


class GapListCut(Object):
    """
    The walk over a list of interactions was cut.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['list_cut']
    fault: Annotated[PagerFault2, Field(description='Why.')]


class GapStopped(Object):
    """
    The transcript cursor was over before the chat was.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kind: Literal['stopped']
    end: Annotated[TranscriptEnd, Field(description='Why.')]


Gap = TypeAliasType(
    "Gap",
    Annotated[
        Annotated[GapParent, Tag("(parent)")] | Annotated[GapDepth, Tag("(depth)")] | Annotated[GapShort, Tag("(short)")] | Annotated[GapSurplus, Tag("(surplus)")] | Annotated[GapUncounted, Tag("(uncounted)")] | Annotated[GapDeleted, Tag("(deleted)")] | Annotated[GapUnfinished, Tag("(unfinished)")] | Annotated[GapCut, Tag("(cut)")] | Annotated[GapListUnfinished, Tag("(list_unfinished)")] | Annotated[GapListCut, Tag("(list_cut)")] | Annotated[GapPositions, Tag("(positions)")] | Annotated[GapUnreadable, Tag("(unreadable)")] | Annotated[GapChatGoesOn, Tag("(chat_goes_on)")] | Annotated[GapEndUnknown, Tag("(end_unknown)")] | Annotated[GapUnconfirmed, Tag("(unconfirmed)")] | Annotated[GapStopped, Tag("(stopped)")] | Annotated[GapOther, Tag("()")],
        Discriminator(by_tag("kind", frozenset(["parent", "depth", "short", "surplus", "uncounted", "deleted", "unfinished", "cut", "list_unfinished", "list_cut", "positions", "unreadable", "chat_goes_on", "end_unknown", "unconfirmed", "stopped", ]))),
        Field(
            description='Something that is missing, or that leaves open whether something is.'
        ),
    ],
)


class GenesysResidueRules(Object):
    """
    How a chat becomes an interaction.

    The `Message` events become a chain in the order of their index: each is below the one before it. All other events
    stay in the residue, and so does what an event says beside its time, its text and who it is from.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    agent_id: Annotated[AgentId, Field(description='The agent of the interaction.')]
    chat_id: Annotated[
        ChatId,
        Field(
            description='The chat. The ids of the messages are made of it: `msg_`, this id, `_`, the index.'
        ),
    ]
    interaction_id: Annotated[
        InteractionId, Field(description='The id of the interaction.')
    ]
    keep_notices: Annotated[
        StrictBool,
        Field(
            description='Whether a `Notice` with a text becomes a message too. It may be a nickname, a pushed URL or words of the system:\nnothing tells which. False, unless this is changed.'
        ),
    ]
    roles: Annotated[
        dict[str, SentBy],
        Field(
            description='Who the participants of each type are in the interaction: `Client` is the user, `External`, `Agent` and\n`Supervisor` are the agent, unless this is changed. A type that is not in here is sent by its own name.'
        ),
    ]
    user_id: Annotated[UserId, Field(description='The user of the interaction.')]


class Interaction(Object):
    """
    One conversation of one user with one agent. Its messages form a tree with any number of roots; list them with
    `GET /messages`. Deleting the interaction deletes its messages. Deleting its agent or its user deletes the
    interaction.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    agent_id: Annotated[AgentId, Field(description='The agent that the user talks to.')]
    archived: Annotated[
        StrictBool,
        Field(
            description='Whether the interaction is archived. No documented operation changes this field.'
        ),
    ]
    created_at: Annotated[
        StrictInt,
        Field(
            description='The time when the interaction was started.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    id: InteractionId
    initial_turn: Annotated[
        InitialTurn | None | MISSING,
        Field(
            description="Who had the first turn, according to the agent's configuration when the interaction was started."
        ),
    ] = MISSING
    name: Annotated[
        StrictStr | None,
        Field(
            description='The name that the user gave the interaction. Empty if it has none.'
        ),
    ]
    object: InteractionObject
    total_message_count: Annotated[
        StrictInt,
        Field(
            description='The number of messages in the interaction, on all branches. Never negative.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    updated_at: Annotated[
        StrictInt,
        Field(
            description='The time when the interaction was last changed.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    user_id: Annotated[UserId, Field(description='The user who owns the interaction.')]


class Message(Object):
    """
    One message of an interaction, a node of its tree. A root has depth 0 and no parent; the depth of any other
    message is its parent's depth plus 1. Messages with the same parent are siblings, and so are the roots of one
    interaction. Siblings are ordered by `created_at`.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    content: Annotated[
        StrictStr,
        Field(
            description='The text of the message. In a greeting, the template is already rendered.'
        ),
    ]
    created_at: Annotated[
        StrictInt,
        Field(
            description='The time when the message was written. Siblings are ordered by it.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    depth: Annotated[
        StrictInt,
        Field(
            description="The number of ancestors of the message: 0 for a root, otherwise the parent's depth plus 1. Never negative.",
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    id: MessageId
    interaction_id: Annotated[
        InteractionId, Field(description='The interaction that contains the message.')
    ]
    object: MessageObject
    parent_id: Annotated[
        MessageId | None | MISSING,
        Field(
            description='The parent of the message, in the same interaction. Absent on a root. A server may also send null or an\nempty string for a root.'
        ),
    ] = MISSING
    sent_by: SentBy


class MessageDetails(Object):
    """
    What only Proficient says of a message.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    depth: Annotated[
        StrictInt,
        Field(
            description="The depth that the message claims: 0 for a root, otherwise its parent's plus 1, if that is true.",
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    interaction_id: Annotated[
        InteractionId, Field(description='The interaction that the message names.')
    ]
    object: Annotated[
        MessageObject, Field(description='What the object says that it is.')
    ]


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


class ProficientConversation(Object):
    """
    An interaction with its messages.

    As JSON it has the form of the answer to `POST /interactions`.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    interaction: Annotated[
        Interaction | None | MISSING,
        Field(
            description='The interaction, if known. `GET /messages` does not have it.'
        ),
    ] = MISSING
    messages: Annotated[
        list[Message],
        Field(
            description='The messages of all branches, in any order, as the pages of `GET /messages` gave them.'
        ),
    ]


class ProficientResidueEntry(Object):
    """
    What an event does not say of the message that it was.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    depth: Annotated[
        StrictInt | MISSING,
        Field(
            description='The depth, where it is not the place in the thread.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    digest: Annotated[
        Digest, Field(description='Tells whether the event is still the same.')
    ]
    extra: dict[str, Any] | MISSING = MISSING
    id: Annotated[MessageId, Field(description='The id of the message.')]
    index: Annotated[
        StrictInt,
        Field(
            description='The index of the event.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    interaction_id: Annotated[
        InteractionId | MISSING,
        Field(description="The interaction, where it is another than the thread's."),
    ] = MISSING
    object: Annotated[
        MessageObject | MISSING,
        Field(
            description='What the object says that it is, where that is not a message.'
        ),
    ] = MISSING
    parent: Annotated[
        ProficientResidueParent | MISSING,
        Field(
            description='The parent, where it is not the message before, or not absent on the first.'
        ),
    ] = MISSING
    sent_by: Annotated[
        SentBy | MISSING,
        Field(
            description='Who sent it, where the type of the participant does not say.'
        ),
    ] = MISSING


class UnprojectedMessage(Object):
    """
    An entry that stayed behind.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    at: Annotated[Uint64, Field(description='Its place, counted from 0.')]
    entry: Annotated[Message, Field(description='The entry.')]


class UnprojectedOfMessage(Object):
    """
    The entries of one side that the other has no place for, and where the others were among them.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kept: Annotated[
        list[UnprojectedMessage] | MISSING,
        Field(description='The entries that stayed behind.'),
    ] = MISSING
    order: Annotated[
        list[Uint64] | MISSING,
        Field(
            description='The places of the entries that went across, in the order in which they did. Empty when they went in the order in\nwhich they were, as a rule: then they have the places that are left.'
        ),
    ] = MISSING


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
    event_attributes: Annotated[
        EventAttributes | None | MISSING,
        Field(
            alias='eventAttributes',
            description='Additional attributes of the event, for example the reason code of a `ParticipantLeft`.',
        ),
    ] = MISSING
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
    message_type: Annotated[
        StrictStr | None | MISSING,
        Field(
            alias='messageType',
            description='A label that the sender gave the message. It has no predefined meaning.',
        ),
    ] = MISSING
    text: Annotated[
        StrictStr | None | MISSING,
        Field(
            description='The text of the event. `Message`: the message. `TypingStarted` and `TypingStopped`: a preview of a message, or the text of an earlier one, but not a message. `Notice`: a new nickname or a pushed URL, which cannot be distinguished, or a text of the system, usually together with `userData`. Absent when a participant joins or leaves.'
        ),
    ] = MISSING
    type: Annotated[ChatEventType, Field(description='The type of the event.')]
    user_data: Annotated[
        UserData | None | MISSING,
        Field(
            alias='userData',
            description='Data attached to the event. System notices and the types that the successor adds have it.',
        ),
    ] = MISSING
    utc_time: Annotated[
        StrictInt,
        Field(
            alias='utcTime',
            description='The time of the event.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]


class Completeness(Object):
    """
    Whether everything of a conversation was received, and the gaps if not.

    ```
    use conversation_core::{Completeness, Forest, Gap, Verdict};
    use proficient_types::{InteractionId, Message, MessageId, SentBy, Timestamp};

    let (id, interaction) = (MessageId::new("msg_2"), InteractionId::new("int_1"));
    let mut answer = Message::new(id, "Gladly.", Timestamp::from_millis(0), 1, interaction, SentBy::Agent);
    answer.parent_id = MessageId::new("msg_1").into();

    let completeness = Completeness::of_forest(&Forest::build([answer]).0, None);
    assert_eq!(completeness.verdict(), Verdict::Incomplete);
    assert_eq!(
        completeness.to_string(),
        "incomplete: 1 message\\n\\
         - msg_1 is missing (the parent of 1 message)\\n\\
         - the number of messages is unknown: fetch the interaction and compare"
    );
    ```
    """

    model_config = ConfigDict(
        extra='allow',
    )
    gaps: Annotated[list[Gap], Field(description='What is missing, or may be.')]
    kind: Annotated[ItemKind, Field(description='What was read.')]
    received: Annotated[
        Uint64, Field(description='How much of it there is, repetitions counted once.')
    ]


class ConversationEntry(Object):
    """
    One message of an interaction, or one event of a chat.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    author: Annotated[
        Uint64,
        Field(
            description="The author's place in the conversation's `participants`, counted from 0."
        ),
    ]
    details: Annotated[
        EntryDetails | MISSING,
        Field(
            description='What only its own side says of it. Left out of JSON for an event of which there is nothing more to say.'
        ),
    ] = MISSING
    extra: Annotated[
        dict[str, Any] | MISSING,
        Field(description="Fields that its side's document does not list."),
    ] = MISSING
    key: Annotated[
        EntryKey | MISSING,
        Field(
            description="What tells it from other entries: a message's id, an event's index. Absent for an event without an index."
        ),
    ] = MISSING
    kind: Annotated[EntryKind, Field(description='What it is.')]
    parent: Annotated[
        MessageId | None | MISSING,
        Field(
            description='The message above this one. Absent on roots and events; a server may send null for a root.'
        ),
    ] = MISSING
    text: Annotated[
        StrictStr | MISSING,
        Field(
            description='Its text: the message, the notice, the pushed URL. For a typing entry it is a preview or the text of an earlier\nmessage, and never a message.'
        ),
    ] = MISSING
    time: Annotated[Timestamp, Field(description='When it was written or happened.')]


class ConversationSourceProficient(Object):
    """
    An interaction of Proficient.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    of: Literal['proficient']
    extra: Annotated[
        dict[str, Any] | MISSING,
        Field(
            description='What else was said beside it, that this version does not know.'
        ),
    ] = MISSING
    interaction: Annotated[
        Interaction | MISSING,
        Field(
            description='The interaction itself, where it was given beside its messages.'
        ),
    ] = MISSING


ConversationSource = TypeAliasType(
    "ConversationSource",
    Annotated[
        Annotated[ConversationSourceProficient, Tag("(proficient)")] | Annotated[ConversationSourceGenesys, Tag("(genesys)")] | Annotated[ConversationSourceOther, Tag("()")],
        Discriminator(by_tag("of", frozenset(["proficient", "genesys", ]))),
        Field(description='A side, and what it says of a conversation as a whole.'),
    ],
)


class GenesysConversation(Object):
    """
    A chat with its events.

    As JSON it has the members of an answer to Get Messages that are about the chat, and none of those that are about the
    session: credentials do not belong into a conversation.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    chat_ended: Annotated[
        StrictBool | None | MISSING,
        Field(
            alias='chatEnded',
            description='Whether the chat has ended, if an answer said so.',
        ),
    ] = MISSING
    chat_id: Annotated[
        ChatId | None | MISSING,
        Field(
            alias='chatId',
            description='The id of the chat, if known. Get Messages has it in the path and not in the answer.',
        ),
    ] = MISSING
    messages: Annotated[
        list[ChatEvent],
        Field(description='The events, in any order, as the answers gave them.'),
    ]


class GenesysResidueEntry(Object):
    """
    What a message does not say of the event that it was.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    digest: Annotated[
        Digest, Field(description='Tells whether the message is still the same.')
    ]
    event_attributes: EventAttributes | MISSING = MISSING
    extra: dict[str, Any] | MISSING = MISSING
    from_: Annotated[
        Participant | MISSING,
        Field(
            alias='from',
            description='Who it is from, where it is not the participant that first spoke for the sender.',
        ),
    ] = MISSING
    index: Annotated[
        StrictInt | MISSING,
        Field(
            description="The index, which is in the message's id as well; nothing where the event had none.",
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ] = MISSING
    message_type: StrictStr | MISSING = MISSING
    no_text: Annotated[
        StrictBool | MISSING,
        Field(
            description='Whether the event has no text; the message has an empty one.'
        ),
    ] = MISSING
    type: Annotated[
        ChatEventType | MISSING,
        Field(description='The type, where it is not `Message`.'),
    ] = MISSING
    user_data: UserData | MISSING = MISSING


class ProficientResidue(Object):
    """
    Everything of an interaction that a chat has no place for, and how the interaction was projected.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    extra: Annotated[
        dict[str, Any] | MISSING,
        Field(description='Fields of the conversation that are not known here.'),
    ] = MISSING
    interaction: Annotated[
        Interaction | MISSING,
        Field(description='The interaction itself, where it was given.'),
    ] = MISSING
    interaction_id: Annotated[
        InteractionId, Field(description='The interaction that the messages are of.')
    ]
    messages: Annotated[UnprojectedOfMessage, Field(description='The other messages.')]
    rules: Annotated[
        ProficientResidueRules, Field(description='How the interaction was projected.')
    ]
    thread: Annotated[
        list[ProficientResidueEntry],
        Field(description='The messages of the thread, root first.'),
    ]
    unreadable: Annotated[
        list[UnreadableItem] | MISSING,
        Field(description='The messages that could not be read.'),
    ] = MISSING


class ResidueProficient(Object):
    """
    Of an interaction that was projected to a chat.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    of: Literal['proficient']
    extra: Annotated[
        dict[str, Any] | MISSING,
        Field(description='Fields of the conversation that are not known here.'),
    ] = MISSING
    interaction: Annotated[
        Interaction | MISSING,
        Field(description='The interaction itself, where it was given.'),
    ] = MISSING
    interaction_id: Annotated[
        InteractionId, Field(description='The interaction that the messages are of.')
    ]
    messages: Annotated[UnprojectedOfMessage, Field(description='The other messages.')]
    rules: Annotated[
        ProficientResidueRules, Field(description='How the interaction was projected.')
    ]
    thread: Annotated[
        list[ProficientResidueEntry],
        Field(description='The messages of the thread, root first.'),
    ]
    unreadable: Annotated[
        list[UnreadableItem] | MISSING,
        Field(description='The messages that could not be read.'),
    ] = MISSING


class UnprojectedChatEvent(Object):
    """
    An entry that stayed behind.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    at: Annotated[Uint64, Field(description='Its place, counted from 0.')]
    entry: Annotated[ChatEvent, Field(description='The entry.')]


class UnprojectedOfChatEvent(Object):
    """
    The entries of one side that the other has no place for, and where the others were among them.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    kept: Annotated[
        list[UnprojectedChatEvent] | MISSING,
        Field(description='The entries that stayed behind.'),
    ] = MISSING
    order: Annotated[
        list[Uint64] | MISSING,
        Field(
            description='The places of the entries that went across, in the order in which they did. Empty when they went in the order in\nwhich they were, as a rule: then they have the places that are left.'
        ),
    ] = MISSING


class Conversation(Object):
    """
    A conversation of either side, with everything that the side sent.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    entries: Annotated[
        list[ConversationEntry],
        Field(
            description='What was said and what happened, in the order in which the side gave it. Neither side promises an order: messages\nhang together by their parents, events are numbered by their keys.'
        ),
    ]
    participants: Annotated[
        list[ConversationParticipant],
        Field(
            description='Everybody who is the author of an entry, in the order of their first entries.\n\nIn a chat every event repeats its participant as it was at the time, so a participant who took another nickname is\nhere once for each, with the same number.'
        ),
    ]
    source: Annotated[
        ConversationSource,
        Field(
            description='The side that it came from, and what that side says of the conversation as a whole.'
        ),
    ]
    unreadable: Annotated[
        list[UnreadableItem] | MISSING,
        Field(
            description='The messages or events that could not be read, as they came.'
        ),
    ] = MISSING


class GenesysResidue(Object):
    """
    Everything of a chat that an interaction has no place for, and how the chat was projected.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    chat_ended: Annotated[
        StrictBool | MISSING,
        Field(description='Whether the chat has ended, where that was said.'),
    ] = MISSING
    events: Annotated[UnprojectedOfChatEvent, Field(description='The other events.')]
    extra: Annotated[
        dict[str, Any] | MISSING,
        Field(description='Fields of the chat that are not known here.'),
    ] = MISSING
    messages: Annotated[
        list[GenesysResidueEntry],
        Field(description='The events that became messages, in their order.'),
    ]
    no_chat_id: Annotated[
        StrictBool | MISSING, Field(description='Whether the chat came without its id.')
    ] = MISSING
    participants: Annotated[
        dict[str, Participant] | MISSING,
        Field(
            description='The participant that first spoke for a sender, where that is not the one that anybody would guess.'
        ),
    ] = MISSING
    rules: Annotated[
        GenesysResidueRules, Field(description='How the chat was projected.')
    ]
    unreadable: Annotated[
        list[UnreadableItem] | MISSING,
        Field(description='The events that could not be read.'),
    ] = MISSING


class ResidueGenesys(Object):
    """
    Of a chat that was projected to an interaction.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    of: Literal['genesys']
    chat_ended: Annotated[
        StrictBool | MISSING,
        Field(description='Whether the chat has ended, where that was said.'),
    ] = MISSING
    events: Annotated[UnprojectedOfChatEvent, Field(description='The other events.')]
    extra: Annotated[
        dict[str, Any] | MISSING,
        Field(description='Fields of the chat that are not known here.'),
    ] = MISSING
    messages: Annotated[
        list[GenesysResidueEntry],
        Field(description='The events that became messages, in their order.'),
    ]
    no_chat_id: Annotated[
        StrictBool | MISSING, Field(description='Whether the chat came without its id.')
    ] = MISSING
    participants: Annotated[
        dict[str, Participant] | MISSING,
        Field(
            description='The participant that first spoke for a sender, where that is not the one that anybody would guess.'
        ),
    ] = MISSING
    rules: Annotated[
        GenesysResidueRules, Field(description='How the chat was projected.')
    ]
    unreadable: Annotated[
        list[UnreadableItem] | MISSING,
        Field(description='The events that could not be read.'),
    ] = MISSING


Residue = TypeAliasType(
    "Residue",
    Annotated[
        Annotated[ResidueGenesys, Tag("(genesys)")] | Annotated[ResidueProficient, Tag("(proficient)")] | Annotated[ResidueOther, Tag("()")],
        Discriminator(by_tag("of", frozenset(["genesys", "proficient", ]))),
        Field(
            description='What a projection left behind, of whichever side.\n\nAs JSON it says in `of` which side it is of.'
        ),
    ],
)
