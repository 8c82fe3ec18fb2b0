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
        Field(description='The type of the object, always `interaction`.'),
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
    The fields of an interaction to change. A field that is absent or null stays unchanged.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    name: Annotated[
        StrictStr | None | MISSING,
        Field(
            description='The new name. An empty string clears the name. If absent or null, the name stays unchanged.'
        ),
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
        Field(description='The type of the object, always `message`.'),
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
    A new message of the end user and its position in the tree.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    interaction_id: Annotated[
        InteractionId,
        Field(description='The interaction to which the message is added.'),
    ]
    content: Annotated[StrictStr, Field(description='The text of the message.')]
    parent_id: Annotated[
        MessageId | None | MISSING,
        Field(
            description='The parent of the new message, in the same interaction. If absent or null, the message becomes a new root.'
        ),
    ] = MISSING


class MessageAskParams(Object):
    """
    The parameters of a request for a reply, in addition to the message in the path.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    interaction_id: Annotated[
        InteractionId,
        Field(description='The interaction that contains the message in the path.'),
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
        Field(description='The type of the object, always `agent`.'),
    ],
)


class AgentUpdateParams(Object):
    """
    The fields of an agent to change. A field that is absent or null stays unchanged.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    description: Annotated[
        StrictStr | None | MISSING,
        Field(
            description="The purpose of the agent, described for the project's own staff. An empty string clears it."
        ),
    ] = MISSING
    display_description: Annotated[
        StrictStr | None | MISSING,
        Field(
            description='The purpose of the agent, described for end users. An empty string clears it.'
        ),
    ] = MISSING
    display_name: Annotated[
        StrictStr | None | MISSING,
        Field(description='The name shown to end users. An empty string clears it.'),
    ] = MISSING
    name: Annotated[
        StrictStr | None | MISSING,
        Field(
            description="The name shown to the project's own staff. It cannot be cleared."
        ),
    ] = MISSING


AgentModel = TypeAliasType(
    "AgentModel",
    Annotated[
        Literal['anthropic.claude-v1', 'anthropic.claude-v1-100k', 'anthropic.claude-instant-v1', 'anthropic.claude-instant-v1-100k', 'openai.gpt-4', 'openai.gpt-3.5-turbo', 'openai.gpt-3.5-turbo-16k'] | StrictStr,
        Field(
            description="The language model that generates an agent's replies, written as provider, dot, model. New models are added\noften: an unknown value is not an error."
        ),
    ],
)


AgentConfigObject = TypeAliasType(
    "AgentConfigObject",
    Annotated[
        Literal['agent_config'] | StrictStr,
        Field(description='The type of the object, always `agent_config`.'),
    ],
)


AnthropicTemperature = TypeAliasType(
    "AnthropicTemperature",
    Annotated[
        StrictFloat,
        Field(
            description='The sampling temperature of an Anthropic model, from 0 (least random) to 1 (most random).',
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
            description='The number of most likely tokens from which an Anthropic model chooses; -1 turns the limit off.',
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
            description='The cumulative probability of the tokens from which an Anthropic model chooses; -1 turns the limit off. The\nvendor states no upper bound.',
            ge=-1.0,
        ),
    ],
)


OpenAiTemperature = TypeAliasType(
    "OpenAiTemperature",
    Annotated[
        StrictFloat,
        Field(
            description='The sampling temperature of an OpenAI model, from 0 (least random) to 2 (most random).',
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
            description='A penalty for repetition, from -2 (repetition is encouraged) through 0 (no effect) to 2 (repetition is\ndiscouraged).',
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
            description='The id that this API assigned to a user. Opaque; it starts with `u_`.'
        ),
    ],
)


UserExternalId = TypeAliasType(
    "UserExternalId",
    Annotated[
        StrictStr,
        Field(
            description="The id of a user in the integrator's own system, in any form."
        ),
    ],
)


UserObject = TypeAliasType(
    "UserObject",
    Annotated[
        Literal['user'] | StrictStr,
        Field(description='The type of the object, always `user`.'),
    ],
)


LiveModeFilter = TypeAliasType(
    "LiveModeFilter",
    Annotated[
        Literal['true', 'false'] | StrictStr,
        Field(
            description='Which users to list, by their `live_mode`. A string, like every query parameter. The behaviour for unknown\nvalues is not documented; treat them as no filter.'
        ),
    ],
)


class UserCreateParams(Object):
    """
    A new user. Omit the fields that you do not know.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    external_id: UserExternalId
    first_name: Annotated[
        StrictStr | None | MISSING,
        Field(description="The user's first name. Default: not known."),
    ] = MISSING
    last_name: Annotated[
        StrictStr | None | MISSING,
        Field(description="The user's last name. Default: not known."),
    ] = MISSING
    live_mode: Annotated[
        StrictBool | None | MISSING,
        Field(
            description='True for a live user, false for a test user. Default: true.'
        ),
    ] = MISSING


class UserUpdateParams(Object):
    """
    The fields of a user to change. A field that is absent or null stays unchanged.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    first_name: Annotated[
        StrictStr | None | MISSING,
        Field(description='The new first name. An empty string clears it.'),
    ] = MISSING
    last_name: Annotated[
        StrictStr | None | MISSING,
        Field(description='The new last name. An empty string clears it.'),
    ] = MISSING


Timestamp = TypeAliasType(
    "Timestamp",
    Annotated[
        StrictInt,
        Field(
            description='A point in time, in milliseconds since the Unix epoch (1970-01-01T00:00:00Z), UTC. Present-day values need more\nthan 32 bits.',
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
            description='The maximum number of objects in a page, from 1 to 100. Default: 20.',
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
            description='The kind of error, for programs. Each known code corresponds to one HTTP status.'
        ),
    ],
)


class Interaction(Object):
    """
    One conversation of one user with one agent. Its messages form a tree with any number of roots; list them with
    `GET /messages`. Deleting the interaction deletes its messages. Deleting its agent or its user deletes the
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
            description='Whether the interaction is archived. No documented operation changes this field.'
        ),
    ]
    created_at: Annotated[
        Timestamp, Field(description='The time when the interaction was started.')
    ]
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
    total_message_count: Annotated[
        StrictInt,
        Field(
            description='The number of messages in the interaction, on all branches. Never negative.',
            ge=-9223372036854775808,
            le=9223372036854775807,
        ),
    ]
    updated_at: Annotated[
        Timestamp, Field(description='The time when the interaction was last changed.')
    ]
    user_id: Annotated[UserId, Field(description='The user who owns the interaction.')]


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
            description='Whether older interactions follow. If so, request the next page with `starting_after` set to the id of the\nlast interaction in `data`.'
        ),
    ]


class InteractionCreateParams(Object):
    """
    The parameters of a new interaction.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    agent_id: Annotated[AgentId, Field(description='The agent to talk to.')]


class Message(Object):
    """
    One message of an interaction, a node of its tree. A root has depth 0 and no parent; the depth of any other
    message is its parent's depth plus 1. Messages with the same parent are siblings, and so are the roots of one
    interaction. Siblings are ordered by `created_at`.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    id: MessageId
    object: MessageObject
    content: Annotated[
        StrictStr,
        Field(
            description='The text of the message. In a greeting, the template is already rendered.'
        ),
    ]
    created_at: Annotated[
        Timestamp,
        Field(
            description='The time when the message was written. Siblings are ordered by it.'
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
    interaction_id: Annotated[
        InteractionId, Field(description='The interaction that contains the message.')
    ]
    parent_id: Annotated[
        MessageId | None | MISSING,
        Field(
            description='The parent of the message, in the same interaction. Absent on a root. A server may also send null or an\nempty string for a root.'
        ),
    ] = MISSING
    sent_by: SentBy


class MessagesList(Object):
    """
    One page of the messages on all branches of an interaction. The list is flat: `parent_id` defines the tree, and
    a parent may be on a later page than its children.
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
            description='Whether more messages follow. If so, request the next page with `starting_after` set to the id of the last\nmessage in `data`.'
        ),
    ]


class Agent(Object):
    """
    An AI agent of a project. Its behaviour is defined by its configuration. Deleting the agent deletes its
    interactions and their messages.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    id: AgentId
    object: AgentObject
    active: Annotated[
        StrictBool,
        Field(
            description='Whether the agent is active, that is, in service. Change it with the operations that activate and deactivate\nan agent.'
        ),
    ]
    description: Annotated[
        StrictStr | None,
        Field(
            description="The purpose of the agent, described for the project's own staff. Empty if not set."
        ),
    ]
    display_description: Annotated[
        StrictStr | None,
        Field(
            description='The purpose of the agent, described for end users. Empty if not set.'
        ),
    ]
    display_name: Annotated[
        StrictStr | None,
        Field(description='The name shown to end users. Empty if not set.'),
    ]
    name: Annotated[
        StrictStr,
        Field(description="The name shown to the project's own staff. Never null."),
    ]
    created_at: Annotated[
        Timestamp, Field(description='The time when the agent was created.')
    ]
    updated_at: Annotated[
        Timestamp, Field(description='The time when the agent was last changed.')
    ]


class AgentsList(Object):
    """
    All agents of a project. The list has no pages, hence no `has_more`.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    data: Annotated[list[Agent], Field(description='The agents, newest first.')]


class AnthropicConfig(Object):
    """
    Settings for Anthropic models. If a setting is absent or null, the provider's default applies.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    temperature: Annotated[
        AnthropicTemperature | None | MISSING,
        Field(
            description="The sampling temperature. If absent or null, the provider's default applies."
        ),
    ] = MISSING
    top_k: Annotated[
        AnthropicTopK | None | MISSING,
        Field(
            description="The number of most likely tokens from which the model chooses. If absent or null, the provider's default\napplies."
        ),
    ] = MISSING
    top_p: Annotated[
        AnthropicTopP | None | MISSING,
        Field(
            description="The cumulative probability of the tokens from which the model chooses. If absent or null, the provider's\ndefault applies."
        ),
    ] = MISSING


class OpenAiConfig(Object):
    """
    Settings for OpenAI models. If a setting is absent or null, the provider's default applies.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    frequency_penalty: Annotated[
        Penalty | None | MISSING,
        Field(
            description="How strongly a token is penalised for each time it was already used. If absent or null, the provider's\ndefault applies."
        ),
    ] = MISSING
    presence_penalty: Annotated[
        Penalty | None | MISSING,
        Field(
            description="How strongly a token is penalised if it was already used at all. If absent or null, the provider's default\napplies."
        ),
    ] = MISSING
    temperature: Annotated[
        OpenAiTemperature | None | MISSING,
        Field(
            description="The sampling temperature. If absent or null, the provider's default applies."
        ),
    ] = MISSING
    top_p: Annotated[
        StrictFloat | None | MISSING,
        Field(
            description="The cumulative probability of the tokens from which the model chooses. The vendor states no bounds. If\nabsent or null, the provider's default applies."
        ),
    ] = MISSING


class User(Object):
    """
    An end user of a project, identified there by an external id. Deleting the user deletes the user's interactions
    and their messages.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    id: UserId
    object: UserObject
    created_at: Annotated[
        Timestamp, Field(description='The time when the user was created.')
    ]
    external_id: UserExternalId
    first_name: Annotated[
        StrictStr | None,
        Field(description="The user's first name. Empty if not known."),
    ]
    last_name: Annotated[
        StrictStr | None, Field(description="The user's last name. Empty if not known.")
    ]
    live_mode: Annotated[
        StrictBool, Field(description='True for a live user, false for a test user.')
    ]
    updated_at: Annotated[
        Timestamp, Field(description='The time when the user was last changed.')
    ]


class UsersList(Object):
    """
    All users of a project that match the filter. The list has no pages, hence no `has_more`.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    data: Annotated[list[User], Field(description='The users, newest first.')]


class ApiErrorDetail(Object):
    """
    The error.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    code: ErrorCode
    message: Annotated[
        StrictStr,
        Field(
            description='A description of the error for developers. Do not compare it or show it to end users.'
        ),
    ]


class InteractionCreated(Object):
    """
    A new interaction and its first messages.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    interaction: Interaction
    messages: Annotated[
        list[Message],
        Field(
            description='The first messages of the interaction: the greeting message if the agent has the first turn, otherwise none.'
        ),
    ]


class AgentCreateParams(Object):
    """
    A new agent and its first configuration. Omit the fields that you do not want to set.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    model: Annotated[
        AgentModel, Field(description='The model that generates the replies.')
    ]
    description: Annotated[
        StrictStr | None | MISSING,
        Field(
            description="The purpose of the agent, described for the project's own staff. Default: none."
        ),
    ] = MISSING
    display_description: Annotated[
        StrictStr | None | MISSING,
        Field(
            description='The purpose of the agent, described for end users. Default: none.'
        ),
    ] = MISSING
    display_name: Annotated[
        StrictStr | None | MISSING,
        Field(description='The name shown to end users. Default: none.'),
    ] = MISSING
    greeting_message: Annotated[
        StrictStr | None | MISSING,
        Field(
            description='The template of the message with which the agent starts an interaction if it has the first turn: a\nHandlebars template over `user` and `agent`. Default: none.'
        ),
    ] = MISSING
    initial_turn: Annotated[
        InitialTurn | None | MISSING,
        Field(
            description='Who has the first turn. Default: `user`, even if a greeting message is given.'
        ),
    ] = MISSING
    name: Annotated[
        StrictStr | None | MISSING,
        Field(
            description="The name shown to the project's own staff. If absent, the server chooses one."
        ),
    ] = MISSING
    openai: Annotated[
        OpenAiConfig | None | MISSING,
        Field(
            description="The settings for OpenAI models. Default: the provider's defaults."
        ),
    ] = MISSING
    system_message: Annotated[
        StrictStr | None | MISSING,
        Field(
            description='The template of the instructions that the model receives before the conversation: a Handlebars template over\n`user` and `agent`. Default: none.'
        ),
    ] = MISSING


class AgentConfig(Object):
    """
    The configuration of an agent: its model, the settings of the model, and its templates. It has no id of its own;
    each agent has exactly one.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    object: AgentConfigObject
    agent_id: Annotated[
        AgentId, Field(description='The agent that has this configuration.')
    ]
    anthropic: Annotated[
        AnthropicConfig | None,
        Field(
            description='The settings for Anthropic models. They apply while `model` is an Anthropic model. Empty if none\nare set.'
        ),
    ]
    openai: Annotated[
        OpenAiConfig | None,
        Field(
            description='The settings for OpenAI models. They apply while `model` is an OpenAI model. Empty if none are\nset.'
        ),
    ]
    greeting_message: Annotated[
        StrictStr | None,
        Field(
            description='The template of the message with which the agent starts an interaction if it has the first turn: a\nHandlebars template over `user` and `agent`, with the fields of the two objects. This is the template as\nwritten; the message in the interaction is rendered. Empty if there is none.'
        ),
    ]
    initial_turn: Annotated[
        InitialTurn | None | MISSING,
        Field(
            description='Who has the first turn in interactions started from now on.'
        ),
    ] = MISSING
    model: Annotated[
        AgentModel, Field(description='The model that generates the replies.')
    ]
    system_message: Annotated[
        StrictStr | None,
        Field(
            description='The template of the instructions that the model receives before the conversation: a Handlebars template over\n`user` and `agent`, as written. It is not a message of the interaction. Empty if there is none.'
        ),
    ]


class AgentConfigUpdateParams(Object):
    """
    The fields of a configuration to change. A field that is absent or null stays unchanged.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    anthropic: Annotated[
        AnthropicConfig | None | MISSING,
        Field(
            description='The settings for Anthropic models. They replace all stored settings; an empty object clears them.'
        ),
    ] = MISSING
    greeting_message: Annotated[
        StrictStr | None | MISSING,
        Field(
            description='The template of the message with which the agent starts an interaction if it has the first turn: a\nHandlebars template over `user` and `agent`. An empty string clears it. Greetings already sent do not\nchange.'
        ),
    ] = MISSING
    initial_turn: Annotated[
        InitialTurn | None | MISSING,
        Field(
            description='Who has the first turn in interactions started from now on. It cannot be cleared.'
        ),
    ] = MISSING
    model: Annotated[
        AgentModel | None | MISSING,
        Field(
            description='The model that generates the replies from now on. It cannot be cleared.'
        ),
    ] = MISSING
    openai: Annotated[
        OpenAiConfig | None | MISSING,
        Field(
            description='The settings for OpenAI models. They replace all stored settings; an empty object clears them.'
        ),
    ] = MISSING
    system_message: Annotated[
        StrictStr | None | MISSING,
        Field(
            description='The template of the instructions that the model receives before the conversation: a Handlebars template over\n`user` and `agent`. An empty string clears it.'
        ),
    ] = MISSING


class ApiError(Object):
    """
    The body of every error response.
    """

    model_config = ConfigDict(
        extra='allow',
    )
    error: ApiErrorDetail
