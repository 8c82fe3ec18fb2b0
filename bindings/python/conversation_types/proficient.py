# Made by bindings/generate.py. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal

from conversation_types.wire import Object, by_tag
from pydantic import (
    MISSING,
    ConfigDict,
    Discriminator,
    Field,
    StrictBool,
    StrictFloat,
    StrictInt,
    StrictStr,
    Tag,
)
from typing_extensions import TypeAliasType

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
        Field(description='Says that the object is an interaction.'),
    ],
)


InitialTurn = TypeAliasType(
    "InitialTurn",
    Annotated[
        Literal['user', 'agent'] | StrictStr,
        Field(description='Who has the first turn in an interaction.'),
    ],
)


class InteractionUpdateParams(Object):
    """
    The fields of an interaction to change. A field that is absent stays unchanged.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    name: Annotated[
        StrictStr | None | MISSING,
        Field(description='The new name. Absent, the name stays; null, it is cleared.'),
    ] = MISSING


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
        Field(description='Says that the object is a message.'),
    ],
)


SentBy = TypeAliasType(
    "SentBy",
    Annotated[
        Literal['user', 'agent'] | StrictStr, Field(description='Who wrote a message.')
    ],
)


class MessageCreateParams(Object):
    """
    A message of the end user, and the place in the tree where it goes.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    interaction_id: Annotated[
        InteractionId, Field(description='The interaction to add the message to.')
    ]
    content: Annotated[StrictStr, Field(description='The text of the message.')]
    parent_id: Annotated[
        MessageId | None | MISSING,
        Field(
            description='The message to go below, one of the same interaction. Absent or null, the message becomes a new root.'
        ),
    ] = MISSING


class MessageAskParams(Object):
    """
    What is needed to ask for a reply, beside the message in the path.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    interaction_id: Annotated[
        InteractionId,
        Field(description='The interaction that the message in the path belongs to.'),
    ]


AgentId = TypeAliasType(
    "AgentId",
    Annotated[
        StrictStr,
        Field(description='The id of an agent. Opaque; it starts with `ag_`.'),
    ],
)


AgentObject = TypeAliasType(
    "AgentObject",
    Annotated[
        Literal['agent'] | StrictStr,
        Field(description='Says that the object is an agent.'),
    ],
)


class AgentUpdateParams(Object):
    """
    The fields of an agent to change. A field that is absent stays unchanged.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    description: Annotated[
        StrictStr | None | MISSING,
        Field(
            description="What the agent is for, in words for the project's own people. Null clears it."
        ),
    ] = MISSING
    display_description: Annotated[
        StrictStr | None | MISSING,
        Field(
            description='What the agent is for, in words for end users. Null clears it.'
        ),
    ] = MISSING
    display_name: Annotated[
        StrictStr | None | MISSING,
        Field(description='The name that end users see. Null clears it.'),
    ] = MISSING
    name: Annotated[
        StrictStr | MISSING,
        Field(
            description="The name that the project's own people see. It cannot be cleared."
        ),
    ] = MISSING


AgentModel = TypeAliasType(
    "AgentModel",
    Annotated[
        Literal['anthropic.claude-v1', 'anthropic.claude-v1-100k', 'anthropic.claude-instant-v1', 'anthropic.claude-instant-v1-100k', 'openai.gpt-4', 'openai.gpt-3.5-turbo', 'openai.gpt-3.5-turbo-16k'] | StrictStr,
        Field(
            description="The language model that writes an agent's replies, as provider, dot, model. New models come often; a value\nunknown here is not an error."
        ),
    ],
)


AgentConfigObject = TypeAliasType(
    "AgentConfigObject",
    Annotated[
        Literal['agent_config'] | StrictStr,
        Field(description='Says that the object is the configuration of an agent.'),
    ],
)


AnthropicTemperature = TypeAliasType(
    "AnthropicTemperature",
    Annotated[
        StrictFloat,
        Field(
            description='How freely an Anthropic model words its replies, from 0 (least) to 1 (most).',
            ge=0.0,
            le=1.0,
        ),
    ],
)


AnthropicTopK = TypeAliasType(
    "AnthropicTopK",
    Annotated[
        StrictInt,
        Field(
            description='From how many of the likeliest tokens an Anthropic model chooses; -1 turns this off.',
            ge=-1,
            le=9223372036854775807,
        ),
    ],
)


AnthropicTopP = TypeAliasType(
    "AnthropicTopP",
    Annotated[
        StrictFloat,
        Field(
            description='From what share of the probability an Anthropic model chooses; -1 turns this off. The vendor states no upper\nbound.',
            ge=-1.0,
        ),
    ],
)


OpenAiTemperature = TypeAliasType(
    "OpenAiTemperature",
    Annotated[
        StrictFloat,
        Field(
            description='How freely an OpenAI model words its replies, from 0 (least) to 2 (most).',
            ge=0.0,
            le=2.0,
        ),
    ],
)


Penalty = TypeAliasType(
    "Penalty",
    Annotated[
        StrictFloat,
        Field(
            description='How strongly repetition is discouraged, from -2 (encouraged) over 0 (no effect) to 2 (discouraged).',
            ge=-2.0,
            le=2.0,
        ),
    ],
)


UserId = TypeAliasType(
    "UserId",
    Annotated[
        StrictStr,
        Field(
            description='The id that this API gave a user. Opaque; it starts with `u_`.'
        ),
    ],
)


UserExternalId = TypeAliasType(
    "UserExternalId",
    Annotated[
        StrictStr,
        Field(
            description="The id that a user has in the integrator's own system, in whatever form that system gives it."
        ),
    ],
)


UserObject = TypeAliasType(
    "UserObject",
    Annotated[
        Literal['user'] | StrictStr,
        Field(description='Says that the object is a user.'),
    ],
)


LiveModeFilter = TypeAliasType(
    "LiveModeFilter",
    Annotated[
        Literal['true', 'false'] | StrictStr,
        Field(
            description='Which users to list, by their `live_mode`. A string, as in any query. What a server does with a value unknown\nhere is not documented; read it as no filter.'
        ),
    ],
)


class UserCreateParams(Object):
    """
    A new user. Leave out what is not known; nothing here may be null.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    external_id: UserExternalId
    first_name: Annotated[
        StrictStr | MISSING,
        Field(description="The user's first name. Left out, it is not known."),
    ] = MISSING
    last_name: Annotated[
        StrictStr | MISSING,
        Field(description="The user's last name. Left out, it is not known."),
    ] = MISSING
    live_mode: Annotated[
        StrictBool | MISSING,
        Field(
            description='True for a live user, false for a test user. Left out, true.'
        ),
    ] = MISSING


class UserUpdateParams(Object):
    """
    The fields of a user to change. A field that is absent stays unchanged.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    first_name: Annotated[
        StrictStr | None | MISSING,
        Field(description='The new first name. Null clears it.'),
    ] = MISSING
    last_name: Annotated[
        StrictStr | None | MISSING,
        Field(description='The new last name. Null clears it.'),
    ] = MISSING


Timestamp = TypeAliasType(
    "Timestamp",
    Annotated[
        StrictInt,
        Field(
            description="A point in time, in milliseconds since the Unix epoch (1970-01-01T00:00:00Z), UTC. Today's times need more than\n32 bits.",
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ],
)


PageLimit = TypeAliasType(
    "PageLimit",
    Annotated[
        StrictInt,
        Field(
            description='How many objects a page may hold at most, from 1 to 100; 20 when left out.',
            ge=1,
            le=100,
        ),
    ],
)


ErrorCode = TypeAliasType(
    "ErrorCode",
    Annotated[
        Literal['invalid_request', 'invalid_credentials', 'forbidden', 'resource_not_found', 'conflict', 'unavailable', 'unknown'] | StrictStr,
        Field(
            description='What kind of error it is, for programs. Each known code goes with one HTTP status.'
        ),
    ],
)


class Interaction(Object):
    """
    One conversation of one user with one agent. Its messages form a tree with any number of roots; they are listed
    by `GET /messages`. Deleting the interaction deletes its messages; deleting its agent or its user deletes the
    interaction.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    id: InteractionId
    object: InteractionObject
    agent_id: Annotated[AgentId, Field(description='The agent that the user talks to.')]
    archived: Annotated[
        StrictBool,
        Field(
            description='Whether the interaction was put away. No operation of this document changes it.'
        ),
    ]
    created_at: Annotated[
        Timestamp, Field(description='When the interaction was started.')
    ]
    initial_turn: Annotated[
        InitialTurn,
        Field(
            description="Who had the first turn, by the agent's configuration when the interaction was started."
        ),
    ]
    name: Annotated[
        StrictStr | None,
        Field(
            description='The name the user gave the interaction. Null while it has none.'
        ),
    ]
    total_message_count: Annotated[
        StrictInt,
        Field(
            description='How many messages the interaction has, on all branches. Never negative.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    updated_at: Annotated[
        Timestamp, Field(description='When the interaction was last changed.')
    ]
    user_id: Annotated[UserId, Field(description='The user whose interaction it is.')]


class InteractionsList(Object):
    """
    One page of interactions.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    data: Annotated[
        list[Interaction],
        Field(description='The interactions, newest first; at most `limit` of them.'),
    ]
    has_more: Annotated[
        StrictBool,
        Field(
            description='Whether older interactions follow. If so, the next page is asked for with `starting_after` set to the id of\nthe last of `data`.'
        ),
    ]


class InteractionCreateParams(Object):
    """
    What is needed to start an interaction.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    agent_id: Annotated[AgentId, Field(description='The agent to talk to.')]


class Message(Object):
    """
    One message of an interaction, a node of its tree. A root has depth 0 and no parent; any other message is one
    deeper than its parent. Messages of one parent are siblings, and so are the roots of one interaction; siblings
    are shown in the order of `created_at`.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    id: MessageId
    object: MessageObject
    content: Annotated[
        StrictStr,
        Field(
            description='The text of the message. A greeting is already rendered from its template.'
        ),
    ]
    created_at: Annotated[
        Timestamp,
        Field(
            description='When the message was written. Siblings are shown in this order.'
        ),
    ]
    depth: Annotated[
        StrictInt,
        Field(
            description="How many ancestors the message has: 0 for a root, otherwise the parent's depth plus 1. Never negative.",
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    interaction_id: Annotated[
        InteractionId, Field(description='The interaction that the message belongs to.')
    ]
    parent_id: Annotated[
        MessageId | None | MISSING,
        Field(
            description='The message above this one, in the same interaction. Absent on a root; read null, which a server may send,\nas absent.'
        ),
    ] = MISSING
    sent_by: SentBy


class MessagesList(Object):
    """
    One page of the messages of all branches of an interaction. The list is flat: `parent_id` tells how the messages
    hang together, and a parent may be on a later page than its children.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    data: Annotated[
        list[Message],
        Field(
            description='The messages, at most `limit` of them. Their order is not documented.'
        ),
    ]
    has_more: Annotated[
        StrictBool,
        Field(
            description='Whether other messages follow. If so, the next page is asked for with `starting_after` set to the id of the\nlast of `data`.'
        ),
    ]


class Agent(Object):
    """
    An AI agent of a project. How it talks is in its configuration. Deleting the agent deletes its interactions and
    their messages.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    id: AgentId
    object: AgentObject
    active: Annotated[
        StrictBool,
        Field(
            description='Whether the agent is in service. Changed by activating and deactivating.'
        ),
    ]
    description: Annotated[
        StrictStr | None,
        Field(
            description="What the agent is for, in words for the project's own people. Null when not given."
        ),
    ]
    display_description: Annotated[
        StrictStr | None,
        Field(
            description='What the agent is for, in words for end users. Null when not given.'
        ),
    ]
    display_name: Annotated[
        StrictStr | None,
        Field(description='The name that end users see. Null when not given.'),
    ]
    name: Annotated[
        StrictStr,
        Field(description="The name that the project's own people see. Never null."),
    ]
    created_at: Annotated[Timestamp, Field(description='When the agent was created.')]
    updated_at: Annotated[
        Timestamp, Field(description='When the agent was last changed.')
    ]


class AgentsList(Object):
    """
    All agents of a project. There are no pages, hence no `has_more`.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    data: Annotated[list[Agent], Field(description='The agents, newest first.')]


class AnthropicConfig(Object):
    """
    Settings for Anthropic models. A setting that is absent or null is left to the provider.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    temperature: Annotated[
        AnthropicTemperature | None | MISSING,
        Field(
            description="How freely the model words its replies. Absent or null, the provider's default holds."
        ),
    ] = MISSING
    top_k: Annotated[
        AnthropicTopK | None | MISSING,
        Field(
            description='From how many of the likeliest tokens the model chooses. Absent or null, the default holds.'
        ),
    ] = MISSING
    top_p: Annotated[
        AnthropicTopP | None | MISSING,
        Field(
            description='From what share of the probability the model chooses. Absent or null, the default holds.'
        ),
    ] = MISSING


class OpenAiConfig(Object):
    """
    Settings for OpenAI models. A setting that is absent or null is left to the provider.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    frequency_penalty: Annotated[
        Penalty | None | MISSING,
        Field(
            description='How much a token counts less the more often it was used. Absent or null, the default holds.'
        ),
    ] = MISSING
    presence_penalty: Annotated[
        Penalty | None | MISSING,
        Field(
            description='How much a token counts less once it was used. Absent or null, the default holds.'
        ),
    ] = MISSING
    temperature: Annotated[
        OpenAiTemperature | None | MISSING,
        Field(
            description="How freely the model words its replies. Absent or null, the provider's default holds."
        ),
    ] = MISSING
    top_p: Annotated[
        StrictFloat | None | MISSING,
        Field(
            description='From what share of the probability the model chooses. The vendor states no bounds. Absent or null, the\ndefault holds.'
        ),
    ] = MISSING


class User(Object):
    """
    An end user of a project, known there by an external id. Deleting the user deletes the user's interactions and
    their messages.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    id: UserId
    object: UserObject
    created_at: Annotated[Timestamp, Field(description='When the user was created.')]
    external_id: UserExternalId
    first_name: Annotated[
        StrictStr | None,
        Field(description="The user's first name. Null when not known."),
    ]
    last_name: Annotated[
        StrictStr | None,
        Field(description="The user's last name. Null when not known."),
    ]
    live_mode: Annotated[
        StrictBool, Field(description='True for a live user, false for a test user.')
    ]
    updated_at: Annotated[
        Timestamp, Field(description='When the user was last changed.')
    ]


class UsersList(Object):
    """
    All users of a project that pass the filter. There are no pages, hence no `has_more`.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    data: Annotated[
        list[User], Field(description='The users. Their order is not documented.')
    ]


class ApiErrorDetail(Object):
    """
    What went wrong.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    code: ErrorCode
    message: Annotated[
        StrictStr,
        Field(
            description='What went wrong, in words for people. Not made to be compared or shown to end users.'
        ),
    ]


class InteractionCreated(Object):
    """
    A new interaction and the messages it starts with.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    interaction: Interaction
    messages: Annotated[
        list[Message],
        Field(
            description='The messages the interaction starts with: the greeting message when the agent has the first turn, otherwise\nnone.'
        ),
    ]


class AgentCreateParams(Object):
    """
    A new agent and its first configuration. Leave out what is not known; nothing here may be null.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    model: Annotated[
        AgentModel, Field(description='The model that writes the replies.')
    ]
    description: Annotated[
        StrictStr | MISSING,
        Field(
            description="What the agent is for, in words for the project's own people. Left out, there is none."
        ),
    ] = MISSING
    display_description: Annotated[
        StrictStr | MISSING,
        Field(
            description='What the agent is for, in words for end users. Left out, there is none.'
        ),
    ] = MISSING
    display_name: Annotated[
        StrictStr | MISSING,
        Field(description='The name that end users see. Left out, there is none.'),
    ] = MISSING
    greeting_message: Annotated[
        StrictStr | MISSING,
        Field(
            description='The template of the message with which the agent opens an interaction when it has the first turn: a\nHandlebars template over `user` and `agent`. Left out, there is none.'
        ),
    ] = MISSING
    initial_turn: Annotated[
        InitialTurn | MISSING,
        Field(description='Who has the first turn. Left out, the server chooses.'),
    ] = MISSING
    name: Annotated[
        StrictStr | MISSING,
        Field(
            description="The name that the project's own people see. Left out, the server chooses one."
        ),
    ] = MISSING
    openai: Annotated[
        OpenAiConfig | MISSING,
        Field(
            description="The settings for OpenAI models. Left out, the provider's defaults hold."
        ),
    ] = MISSING
    system_message: Annotated[
        StrictStr | MISSING,
        Field(
            description='The template of the instructions that the model gets before the conversation: a Handlebars template over\n`user` and `agent`. Left out, there are none.'
        ),
    ] = MISSING


class AgentConfig(Object):
    """
    How an agent talks: its model, the model's settings and its templates. It has no id of its own; each agent has
    one.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    object: AgentConfigObject
    agent_id: Annotated[
        AgentId, Field(description='The agent whose configuration it is.')
    ]
    anthropic: Annotated[
        AnthropicConfig | None,
        Field(
            description='The settings for Anthropic models, used while the model is one of theirs. Null when none were given.'
        ),
    ]
    openai: Annotated[
        OpenAiConfig | None,
        Field(
            description='The settings for OpenAI models, used while the model is one of theirs. Null when none were given.'
        ),
    ]
    greeting_message: Annotated[
        StrictStr | None,
        Field(
            description='The template of the message with which the agent opens an interaction when it has the first turn: a\nHandlebars template over `user` and `agent`, whose fields are those of the two objects. It is given here as\nwritten; the message in the interaction is rendered. Null when there is none.'
        ),
    ]
    initial_turn: Annotated[
        InitialTurn,
        Field(
            description='Who has the first turn in an interaction started from now on.'
        ),
    ]
    model: Annotated[
        AgentModel, Field(description='The model that writes the replies.')
    ]
    system_message: Annotated[
        StrictStr | None,
        Field(
            description='The template of the instructions that the model gets before the conversation: a Handlebars template over\n`user` and `agent`, given here as written. It is not a message of the interaction. Null when there is none.'
        ),
    ]


class AgentConfigUpdateParams(Object):
    """
    The fields of a configuration to change. A field that is absent stays unchanged.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    anthropic: Annotated[
        AnthropicConfig | None | MISSING,
        Field(
            description='The settings for Anthropic models, replaced as a whole. Null clears them.'
        ),
    ] = MISSING
    greeting_message: Annotated[
        StrictStr | None | MISSING,
        Field(
            description='The template of the message with which the agent opens an interaction when it has the first turn: a\nHandlebars template over `user` and `agent`. Null clears it. Greetings already sent do not change.'
        ),
    ] = MISSING
    initial_turn: Annotated[
        InitialTurn | MISSING,
        Field(
            description='Who has the first turn in an interaction started from now on. It cannot be cleared.'
        ),
    ] = MISSING
    model: Annotated[
        AgentModel | MISSING,
        Field(
            description='The model that writes the replies from now on. It cannot be cleared.'
        ),
    ] = MISSING
    openai: Annotated[
        OpenAiConfig | None | MISSING,
        Field(
            description='The settings for OpenAI models, replaced as a whole. Null clears them.'
        ),
    ] = MISSING
    system_message: Annotated[
        StrictStr | None | MISSING,
        Field(
            description='The template of the instructions that the model gets before the conversation: a Handlebars template over\n`user` and `agent`. Null clears it.'
        ),
    ] = MISSING


class ApiError(Object):
    """
    The body of every error answer.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    error: ApiErrorDetail
