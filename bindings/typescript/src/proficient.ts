// Made by bindings/generate.py. Do not edit.

import type {Int64} from "./wire.js";

/**
 * The id of an interaction. Opaque; it starts with `int_`.
 */
export type InteractionId = string;
/**
 * The type of the object, always `interaction`.
 */
export type InteractionObject = "interaction" | (string & {});
/**
 * The id of an agent. Opaque; it starts with `ag_`.
 */
export type AgentId = string;
/**
 * A point in time, in milliseconds since the Unix epoch (1970-01-01T00:00:00Z), UTC. Present-day values need more
 * than 32 bits.
 */
export type Timestamp = Int64;
/**
 * Who has the first turn in an interaction.
 */
export type InitialTurn = "user" | "agent" | (string & {});
/**
 * The id that this API assigned to a user. Opaque; it starts with `u_`.
 */
export type UserId = string;
/**
 * The id of a message. Opaque; it starts with `msg_`.
 */
export type MessageId = string;
/**
 * The type of the object, always `message`.
 */
export type MessageObject = "message" | (string & {});
/**
 * Who wrote a message.
 */
export type SentBy = "user" | "agent" | (string & {});
/**
 * The type of the object, always `agent`.
 */
export type AgentObject = "agent" | (string & {});
/**
 * The language model that generates an agent's replies, written as provider, dot, model. New models are added
 * often: an unknown value is not an error.
 */
export type AgentModel =
  | "anthropic.claude-v1"
  | "anthropic.claude-v1-100k"
  | "anthropic.claude-instant-v1"
  | "anthropic.claude-instant-v1-100k"
  | "openai.gpt-4"
  | "openai.gpt-3.5-turbo"
  | "openai.gpt-3.5-turbo-16k"
  | (string & {});
/**
 * A penalty for repetition, from -2 (repetition is encouraged) through 0 (no effect) to 2 (repetition is
 * discouraged).
 */
export type Penalty = number;
/**
 * The sampling temperature of an OpenAI model, from 0 (least random) to 2 (most random).
 */
export type OpenAiTemperature = number;
/**
 * The type of the object, always `agent_config`.
 */
export type AgentConfigObject = "agent_config" | (string & {});
/**
 * The sampling temperature of an Anthropic model, from 0 (least random) to 1 (most random).
 */
export type AnthropicTemperature = number;
/**
 * The number of most likely tokens from which an Anthropic model chooses; -1 turns the limit off.
 */
export type AnthropicTopK = Int64;
/**
 * The cumulative probability of the tokens from which an Anthropic model chooses; -1 turns the limit off. The
 * vendor states no upper bound.
 */
export type AnthropicTopP = number;
/**
 * The type of the object, always `user`.
 */
export type UserObject = "user" | (string & {});
/**
 * The id of a user in the integrator's own system, in any form.
 */
export type UserExternalId = string;
/**
 * Which users to list, by their `live_mode`. A string, like every query parameter. The behaviour for unknown
 * values is not documented; treat them as no filter.
 */
export type LiveModeFilter = "true" | "false" | (string & {});
/**
 * The maximum number of objects in a page, from 1 to 100. Default: 20.
 */
export type PageLimit = Int64;
/**
 * The kind of error, for programs. Each known code corresponds to one HTTP status.
 */
export type ErrorCode =
  | "invalid_request"
  | "invalid_credentials"
  | "forbidden"
  | "resource_not_found"
  | "conflict"
  | "unavailable"
  | "unknown"
  | (string & {});

/**
 * Every type by its name.
 */
export interface Types {
  Interaction: Interaction;
  InteractionId: InteractionId;
  InteractionObject: InteractionObject;
  InitialTurn: InitialTurn;
  InteractionsList: InteractionsList;
  InteractionCreateParams: InteractionCreateParams;
  InteractionCreated: InteractionCreated;
  InteractionUpdateParams: InteractionUpdateParams;
  Message: Message;
  MessageId: MessageId;
  MessageObject: MessageObject;
  SentBy: SentBy;
  MessagesList: MessagesList;
  MessageCreateParams: MessageCreateParams;
  MessageAskParams: MessageAskParams;
  Agent: Agent;
  AgentId: AgentId;
  AgentObject: AgentObject;
  AgentsList: AgentsList;
  AgentCreateParams: AgentCreateParams;
  AgentUpdateParams: AgentUpdateParams;
  AgentModel: AgentModel;
  AgentConfig: AgentConfig;
  AgentConfigObject: AgentConfigObject;
  AgentConfigUpdateParams: AgentConfigUpdateParams;
  AnthropicConfig: AnthropicConfig;
  AnthropicTemperature: AnthropicTemperature;
  AnthropicTopK: AnthropicTopK;
  AnthropicTopP: AnthropicTopP;
  OpenAiConfig: OpenAiConfig;
  OpenAiTemperature: OpenAiTemperature;
  Penalty: Penalty;
  User: User;
  UserId: UserId;
  UserExternalId: UserExternalId;
  UserObject: UserObject;
  UsersList: UsersList;
  LiveModeFilter: LiveModeFilter;
  UserCreateParams: UserCreateParams;
  UserUpdateParams: UserUpdateParams;
  Timestamp: Timestamp;
  PageLimit: PageLimit;
  ApiError: ApiError;
  ApiErrorDetail: ApiErrorDetail;
  ErrorCode: ErrorCode;
}
/**
 * One conversation of one user with one agent. Its messages form a tree with any number of roots; list them with
 * `GET /messages`. Deleting the interaction deletes its messages. Deleting its agent or its user deletes the
 * interaction.
 */
export interface Interaction {
  id: InteractionId;
  object: InteractionObject;
  /**
   * The agent that the user talks to.
   */
  agent_id: AgentId;
  /**
   * Whether the interaction is archived. No documented operation changes this field.
   */
  archived: boolean;
  /**
   * The time when the interaction was started.
   */
  created_at: Timestamp;
  /**
   * Who had the first turn, according to the agent's configuration when the interaction was started.
   */
  initial_turn?: InitialTurn | null;
  /**
   * The name that the user gave the interaction. Empty if it has none.
   */
  name: string | null;
  /**
   * The number of messages in the interaction, on all branches. Never negative.
   */
  total_message_count: Int64;
  /**
   * The time when the interaction was last changed.
   */
  updated_at: Timestamp;
  /**
   * The user who owns the interaction.
   */
  user_id: UserId;
  [k: string]: unknown;
}
/**
 * One page of interactions.
 */
export interface InteractionsList {
  /**
   * The interactions, newest first; at most `limit` of them.
   */
  data: Interaction[];
  /**
   * Whether older interactions follow. If so, request the next page with `starting_after` set to the id of the
   * last interaction in `data`.
   */
  has_more: boolean;
  [k: string]: unknown;
}
/**
 * The parameters of a new interaction.
 */
export interface InteractionCreateParams {
  /**
   * The agent to talk to.
   */
  agent_id: AgentId;
  [k: string]: unknown;
}
/**
 * A new interaction and its first messages.
 */
export interface InteractionCreated {
  interaction: Interaction;
  /**
   * The first messages of the interaction: the greeting message if the agent has the first turn, otherwise none.
   */
  messages: Message[];
  [k: string]: unknown;
}
/**
 * One message of an interaction, a node of its tree. A root has depth 0 and no parent; the depth of any other
 * message is its parent's depth plus 1. Messages with the same parent are siblings, and so are the roots of one
 * interaction. Siblings are ordered by `created_at`.
 */
export interface Message {
  id: MessageId;
  object: MessageObject;
  /**
   * The text of the message. In a greeting, the template is already rendered.
   */
  content: string;
  /**
   * The time when the message was written. Siblings are ordered by it.
   */
  created_at: Timestamp;
  /**
   * The number of ancestors of the message: 0 for a root, otherwise the parent's depth plus 1. Never negative.
   */
  depth: Int64;
  /**
   * The interaction that contains the message.
   */
  interaction_id: InteractionId;
  /**
   * The parent of the message, in the same interaction. Absent on a root. A server may also send null or an
   * empty string for a root.
   */
  parent_id?: MessageId | null;
  sent_by: SentBy;
  [k: string]: unknown;
}
/**
 * The fields of an interaction to change. A field that is absent or null stays unchanged.
 */
export interface InteractionUpdateParams {
  /**
   * The new name. An empty string clears the name. If absent or null, the name stays unchanged.
   */
  name?: string | null;
  [k: string]: unknown;
}
/**
 * One page of the messages on all branches of an interaction. The list is flat: `parent_id` defines the tree, and
 * a parent may be on a later page than its children.
 */
export interface MessagesList {
  /**
   * The messages, at most `limit` of them. Their order is not documented.
   */
  data: Message[];
  /**
   * Whether more messages follow. If so, request the next page with `starting_after` set to the id of the last
   * message in `data`.
   */
  has_more: boolean;
  [k: string]: unknown;
}
/**
 * A new message of the end user and its position in the tree.
 */
export interface MessageCreateParams {
  /**
   * The interaction to which the message is added.
   */
  interaction_id: InteractionId;
  /**
   * The text of the message.
   */
  content: string;
  /**
   * The parent of the new message, in the same interaction. If absent or null, the message becomes a new root.
   */
  parent_id?: MessageId | null;
  [k: string]: unknown;
}
/**
 * The parameters of a request for a reply, in addition to the message in the path.
 */
export interface MessageAskParams {
  /**
   * The interaction that contains the message in the path.
   */
  interaction_id: InteractionId;
  [k: string]: unknown;
}
/**
 * An AI agent of a project. Its behaviour is defined by its configuration. Deleting the agent deletes its
 * interactions and their messages.
 */
export interface Agent {
  id: AgentId;
  object: AgentObject;
  /**
   * Whether the agent is active, that is, in service. Change it with the operations that activate and deactivate
   * an agent.
   */
  active: boolean;
  /**
   * The purpose of the agent, described for the project's own staff. Empty if not set.
   */
  description: string | null;
  /**
   * The purpose of the agent, described for end users. Empty if not set.
   */
  display_description: string | null;
  /**
   * The name shown to end users. Empty if not set.
   */
  display_name: string | null;
  /**
   * The name shown to the project's own staff. Never null.
   */
  name: string;
  /**
   * The time when the agent was created.
   */
  created_at: Timestamp;
  /**
   * The time when the agent was last changed.
   */
  updated_at: Timestamp;
  [k: string]: unknown;
}
/**
 * All agents of a project. The list has no pages, hence no `has_more`.
 */
export interface AgentsList {
  /**
   * The agents, newest first.
   */
  data: Agent[];
  [k: string]: unknown;
}
/**
 * A new agent and its first configuration. Omit the fields that you do not want to set.
 */
export interface AgentCreateParams {
  /**
   * The model that generates the replies.
   */
  model: AgentModel;
  /**
   * The purpose of the agent, described for the project's own staff. Default: none.
   */
  description?: string | null;
  /**
   * The purpose of the agent, described for end users. Default: none.
   */
  display_description?: string | null;
  /**
   * The name shown to end users. Default: none.
   */
  display_name?: string | null;
  /**
   * The template of the message with which the agent starts an interaction if it has the first turn: a
   * Handlebars template over `user` and `agent`. Default: none.
   */
  greeting_message?: string | null;
  /**
   * Who has the first turn. Default: `user`, even if a greeting message is given.
   */
  initial_turn?: InitialTurn | null;
  /**
   * The name shown to the project's own staff. If absent, the server chooses one.
   */
  name?: string | null;
  /**
   * The settings for OpenAI models. Default: the provider's defaults.
   */
  openai?: OpenAiConfig | null;
  /**
   * The template of the instructions that the model receives before the conversation: a Handlebars template over
   * `user` and `agent`. Default: none.
   */
  system_message?: string | null;
  [k: string]: unknown;
}
/**
 * Settings for OpenAI models. If a setting is absent or null, the provider's default applies.
 */
export interface OpenAiConfig {
  /**
   * How strongly a token is penalised for each time it was already used. If absent or null, the provider's
   * default applies.
   */
  frequency_penalty?: Penalty | null;
  /**
   * How strongly a token is penalised if it was already used at all. If absent or null, the provider's default
   * applies.
   */
  presence_penalty?: Penalty | null;
  /**
   * The sampling temperature. If absent or null, the provider's default applies.
   */
  temperature?: OpenAiTemperature | null;
  /**
   * The cumulative probability of the tokens from which the model chooses. The vendor states no bounds. If
   * absent or null, the provider's default applies.
   */
  top_p?: number | null;
  [k: string]: unknown;
}
/**
 * The fields of an agent to change. A field that is absent or null stays unchanged.
 */
export interface AgentUpdateParams {
  /**
   * The purpose of the agent, described for the project's own staff. An empty string clears it.
   */
  description?: string | null;
  /**
   * The purpose of the agent, described for end users. An empty string clears it.
   */
  display_description?: string | null;
  /**
   * The name shown to end users. An empty string clears it.
   */
  display_name?: string | null;
  /**
   * The name shown to the project's own staff. It cannot be cleared.
   */
  name?: string | null;
  [k: string]: unknown;
}
/**
 * The configuration of an agent: its model, the settings of the model, and its templates. It has no id of its own;
 * each agent has exactly one.
 */
export interface AgentConfig {
  object: AgentConfigObject;
  /**
   * The agent that has this configuration.
   */
  agent_id: AgentId;
  /**
   * The settings for Anthropic models. They apply while `model` is an Anthropic model. Empty if none
   * are set.
   */
  anthropic: AnthropicConfig | null;
  /**
   * The settings for OpenAI models. They apply while `model` is an OpenAI model. Empty if none are
   * set.
   */
  openai: OpenAiConfig | null;
  /**
   * The template of the message with which the agent starts an interaction if it has the first turn: a
   * Handlebars template over `user` and `agent`, with the fields of the two objects. This is the template as
   * written; the message in the interaction is rendered. Empty if there is none.
   */
  greeting_message: string | null;
  /**
   * Who has the first turn in interactions started from now on.
   */
  initial_turn?: InitialTurn | null;
  /**
   * The model that generates the replies.
   */
  model: AgentModel;
  /**
   * The template of the instructions that the model receives before the conversation: a Handlebars template over
   * `user` and `agent`, as written. It is not a message of the interaction. Empty if there is none.
   */
  system_message: string | null;
  [k: string]: unknown;
}
/**
 * Settings for Anthropic models. If a setting is absent or null, the provider's default applies.
 */
export interface AnthropicConfig {
  /**
   * The sampling temperature. If absent or null, the provider's default applies.
   */
  temperature?: AnthropicTemperature | null;
  /**
   * The number of most likely tokens from which the model chooses. If absent or null, the provider's default
   * applies.
   */
  top_k?: AnthropicTopK | null;
  /**
   * The cumulative probability of the tokens from which the model chooses. If absent or null, the provider's
   * default applies.
   */
  top_p?: AnthropicTopP | null;
  [k: string]: unknown;
}
/**
 * The fields of a configuration to change. A field that is absent or null stays unchanged.
 */
export interface AgentConfigUpdateParams {
  /**
   * The settings for Anthropic models. They replace all stored settings; an empty object clears them.
   */
  anthropic?: AnthropicConfig | null;
  /**
   * The template of the message with which the agent starts an interaction if it has the first turn: a
   * Handlebars template over `user` and `agent`. An empty string clears it. Greetings already sent do not
   * change.
   */
  greeting_message?: string | null;
  /**
   * Who has the first turn in interactions started from now on. It cannot be cleared.
   */
  initial_turn?: InitialTurn | null;
  /**
   * The model that generates the replies from now on. It cannot be cleared.
   */
  model?: AgentModel | null;
  /**
   * The settings for OpenAI models. They replace all stored settings; an empty object clears them.
   */
  openai?: OpenAiConfig | null;
  /**
   * The template of the instructions that the model receives before the conversation: a Handlebars template over
   * `user` and `agent`. An empty string clears it.
   */
  system_message?: string | null;
  [k: string]: unknown;
}
/**
 * An end user of a project, identified there by an external id. Deleting the user deletes the user's interactions
 * and their messages.
 */
export interface User {
  id: UserId;
  object: UserObject;
  /**
   * The time when the user was created.
   */
  created_at: Timestamp;
  external_id: UserExternalId;
  /**
   * The user's first name. Empty if not known.
   */
  first_name: string | null;
  /**
   * The user's last name. Empty if not known.
   */
  last_name: string | null;
  /**
   * True for a live user, false for a test user.
   */
  live_mode: boolean;
  /**
   * The time when the user was last changed.
   */
  updated_at: Timestamp;
  [k: string]: unknown;
}
/**
 * All users of a project that match the filter. The list has no pages, hence no `has_more`.
 */
export interface UsersList {
  /**
   * The users, newest first.
   */
  data: User[];
  [k: string]: unknown;
}
/**
 * A new user. Omit the fields that you do not know.
 */
export interface UserCreateParams {
  external_id: UserExternalId;
  /**
   * The user's first name. Default: not known.
   */
  first_name?: string | null;
  /**
   * The user's last name. Default: not known.
   */
  last_name?: string | null;
  /**
   * True for a live user, false for a test user. Default: true.
   */
  live_mode?: boolean | null;
  [k: string]: unknown;
}
/**
 * The fields of a user to change. A field that is absent or null stays unchanged.
 */
export interface UserUpdateParams {
  /**
   * The new first name. An empty string clears it.
   */
  first_name?: string | null;
  /**
   * The new last name. An empty string clears it.
   */
  last_name?: string | null;
  [k: string]: unknown;
}
/**
 * The body of every error response.
 */
export interface ApiError {
  error: ApiErrorDetail;
  [k: string]: unknown;
}
/**
 * The error.
 */
export interface ApiErrorDetail {
  code: ErrorCode;
  /**
   * A description of the error for developers. Do not compare it or show it to end users.
   */
  message: string;
  [k: string]: unknown;
}
