// Made by bindings/generate.py. Do not edit.

import type {Int64} from "./wire.js";

/**
 * The id of an interaction. Opaque; it starts with `int_`.
 */
export type InteractionId = string;
/**
 * Says that the object is an interaction.
 */
export type InteractionObject = "interaction" | (string & {});
/**
 * The id of an agent. Opaque; it starts with `ag_`.
 */
export type AgentId = string;
/**
 * A point in time, in milliseconds since the Unix epoch (1970-01-01T00:00:00Z), UTC. Today's times need more than
 * 32 bits.
 */
export type Timestamp = Int64;
/**
 * Who has the first turn in an interaction.
 */
export type InitialTurn = "user" | "agent" | (string & {});
/**
 * The id that this API gave a user. Opaque; it starts with `u_`.
 */
export type UserId = string;
/**
 * The id of a message. Opaque; it starts with `msg_`.
 */
export type MessageId = string;
/**
 * Says that the object is a message.
 */
export type MessageObject = "message" | (string & {});
/**
 * Who wrote a message.
 */
export type SentBy = "user" | "agent" | (string & {});
/**
 * Says that the object is an agent.
 */
export type AgentObject = "agent" | (string & {});
/**
 * The language model that writes an agent's replies, as provider, dot, model. New models come often; a value
 * unknown here is not an error.
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
 * How strongly repetition is discouraged, from -2 (encouraged) over 0 (no effect) to 2 (discouraged).
 */
export type Penalty = number;
/**
 * How freely an OpenAI model words its replies, from 0 (least) to 2 (most).
 */
export type OpenAiTemperature = number;
/**
 * Says that the object is the configuration of an agent.
 */
export type AgentConfigObject = "agent_config" | (string & {});
/**
 * How freely an Anthropic model words its replies, from 0 (least) to 1 (most).
 */
export type AnthropicTemperature = number;
/**
 * From how many of the likeliest tokens an Anthropic model chooses; -1 turns this off.
 */
export type AnthropicTopK = Int64;
/**
 * From what share of the probability an Anthropic model chooses; -1 turns this off. The vendor states no upper
 * bound.
 */
export type AnthropicTopP = number;
/**
 * Says that the object is a user.
 */
export type UserObject = "user" | (string & {});
/**
 * The id that a user has in the integrator's own system, in whatever form that system gives it.
 */
export type UserExternalId = string;
/**
 * Which users to list, by their `live_mode`. A string, as in any query. What a server does with a value unknown
 * here is not documented; read it as no filter.
 */
export type LiveModeFilter = "true" | "false" | (string & {});
/**
 * How many objects a page may hold at most, from 1 to 100; 20 when left out.
 */
export type PageLimit = Int64;
/**
 * What kind of error it is, for programs. Each known code goes with one HTTP status.
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
 * One conversation of one user with one agent. Its messages form a tree with any number of roots; they are listed
 * by `GET /messages`. Deleting the interaction deletes its messages; deleting its agent or its user deletes the
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
   * Whether the interaction was put away. No operation of this document changes it.
   */
  archived: boolean;
  /**
   * When the interaction was started.
   */
  created_at: Timestamp;
  /**
   * Who had the first turn, by the agent's configuration when the interaction was started.
   */
  initial_turn: InitialTurn;
  /**
   * The name the user gave the interaction. Null while it has none.
   */
  name: string | null;
  /**
   * How many messages the interaction has, on all branches. Never negative.
   */
  total_message_count: Int64;
  /**
   * When the interaction was last changed.
   */
  updated_at: Timestamp;
  /**
   * The user whose interaction it is.
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
   * Whether older interactions follow. If so, the next page is asked for with `starting_after` set to the id of
   * the last of `data`.
   */
  has_more: boolean;
  [k: string]: unknown;
}
/**
 * What is needed to start an interaction.
 */
export interface InteractionCreateParams {
  /**
   * The agent to talk to.
   */
  agent_id: AgentId;
  [k: string]: unknown;
}
/**
 * A new interaction and the messages it starts with.
 */
export interface InteractionCreated {
  interaction: Interaction;
  /**
   * The messages the interaction starts with: the greeting message when the agent has the first turn, otherwise
   * none.
   */
  messages: Message[];
  [k: string]: unknown;
}
/**
 * One message of an interaction, a node of its tree. A root has depth 0 and no parent; any other message is one
 * deeper than its parent. Messages of one parent are siblings, and so are the roots of one interaction; siblings
 * are shown in the order of `created_at`.
 */
export interface Message {
  id: MessageId;
  object: MessageObject;
  /**
   * The text of the message. A greeting is already rendered from its template.
   */
  content: string;
  /**
   * When the message was written. Siblings are shown in this order.
   */
  created_at: Timestamp;
  /**
   * How many ancestors the message has: 0 for a root, otherwise the parent's depth plus 1. Never negative.
   */
  depth: Int64;
  /**
   * The interaction that the message belongs to.
   */
  interaction_id: InteractionId;
  /**
   * The message above this one, in the same interaction. Absent on a root; read null, which a server may send,
   * as absent.
   */
  parent_id?: MessageId | null;
  sent_by: SentBy;
  [k: string]: unknown;
}
/**
 * The fields of an interaction to change. A field that is absent stays unchanged.
 */
export interface InteractionUpdateParams {
  /**
   * The new name. Absent, the name stays; null, it is cleared.
   */
  name?: string | null;
  [k: string]: unknown;
}
/**
 * One page of the messages of all branches of an interaction. The list is flat: `parent_id` tells how the messages
 * hang together, and a parent may be on a later page than its children.
 */
export interface MessagesList {
  /**
   * The messages, at most `limit` of them. Their order is not documented.
   */
  data: Message[];
  /**
   * Whether other messages follow. If so, the next page is asked for with `starting_after` set to the id of the
   * last of `data`.
   */
  has_more: boolean;
  [k: string]: unknown;
}
/**
 * A message of the end user, and the place in the tree where it goes.
 */
export interface MessageCreateParams {
  /**
   * The interaction to add the message to.
   */
  interaction_id: InteractionId;
  /**
   * The text of the message.
   */
  content: string;
  /**
   * The message to go below, one of the same interaction. Absent or null, the message becomes a new root.
   */
  parent_id?: MessageId | null;
  [k: string]: unknown;
}
/**
 * What is needed to ask for a reply, beside the message in the path.
 */
export interface MessageAskParams {
  /**
   * The interaction that the message in the path belongs to.
   */
  interaction_id: InteractionId;
  [k: string]: unknown;
}
/**
 * An AI agent of a project. How it talks is in its configuration. Deleting the agent deletes its interactions and
 * their messages.
 */
export interface Agent {
  id: AgentId;
  object: AgentObject;
  /**
   * Whether the agent is in service. Changed by activating and deactivating.
   */
  active: boolean;
  /**
   * What the agent is for, in words for the project's own people. Null when not given.
   */
  description: string | null;
  /**
   * What the agent is for, in words for end users. Null when not given.
   */
  display_description: string | null;
  /**
   * The name that end users see. Null when not given.
   */
  display_name: string | null;
  /**
   * The name that the project's own people see. Never null.
   */
  name: string;
  /**
   * When the agent was created.
   */
  created_at: Timestamp;
  /**
   * When the agent was last changed.
   */
  updated_at: Timestamp;
  [k: string]: unknown;
}
/**
 * All agents of a project. There are no pages, hence no `has_more`.
 */
export interface AgentsList {
  /**
   * The agents, newest first.
   */
  data: Agent[];
  [k: string]: unknown;
}
/**
 * A new agent and its first configuration. Leave out what is not known; nothing here may be null.
 */
export interface AgentCreateParams {
  /**
   * The model that writes the replies.
   */
  model: AgentModel;
  /**
   * What the agent is for, in words for the project's own people. Left out, there is none.
   */
  description?: string;
  /**
   * What the agent is for, in words for end users. Left out, there is none.
   */
  display_description?: string;
  /**
   * The name that end users see. Left out, there is none.
   */
  display_name?: string;
  /**
   * The template of the message with which the agent opens an interaction when it has the first turn: a
   * Handlebars template over `user` and `agent`. Left out, there is none.
   */
  greeting_message?: string;
  /**
   * Who has the first turn. Left out, the server chooses.
   */
  initial_turn?: InitialTurn;
  /**
   * The name that the project's own people see. Left out, the server chooses one.
   */
  name?: string;
  /**
   * The settings for OpenAI models. Left out, the provider's defaults hold.
   */
  openai?: OpenAiConfig;
  /**
   * The template of the instructions that the model gets before the conversation: a Handlebars template over
   * `user` and `agent`. Left out, there are none.
   */
  system_message?: string;
  [k: string]: unknown;
}
/**
 * Settings for OpenAI models. A setting that is absent or null is left to the provider.
 */
export interface OpenAiConfig {
  /**
   * How much a token counts less the more often it was used. Absent or null, the default holds.
   */
  frequency_penalty?: Penalty | null;
  /**
   * How much a token counts less once it was used. Absent or null, the default holds.
   */
  presence_penalty?: Penalty | null;
  /**
   * How freely the model words its replies. Absent or null, the provider's default holds.
   */
  temperature?: OpenAiTemperature | null;
  /**
   * From what share of the probability the model chooses. The vendor states no bounds. Absent or null, the
   * default holds.
   */
  top_p?: number | null;
  [k: string]: unknown;
}
/**
 * The fields of an agent to change. A field that is absent stays unchanged.
 */
export interface AgentUpdateParams {
  /**
   * What the agent is for, in words for the project's own people. Null clears it.
   */
  description?: string | null;
  /**
   * What the agent is for, in words for end users. Null clears it.
   */
  display_description?: string | null;
  /**
   * The name that end users see. Null clears it.
   */
  display_name?: string | null;
  /**
   * The name that the project's own people see. It cannot be cleared.
   */
  name?: string;
  [k: string]: unknown;
}
/**
 * How an agent talks: its model, the model's settings and its templates. It has no id of its own; each agent has
 * one.
 */
export interface AgentConfig {
  object: AgentConfigObject;
  /**
   * The agent whose configuration it is.
   */
  agent_id: AgentId;
  /**
   * The settings for Anthropic models, used while the model is one of theirs. Null when none were given.
   */
  anthropic: AnthropicConfig | null;
  /**
   * The settings for OpenAI models, used while the model is one of theirs. Null when none were given.
   */
  openai: OpenAiConfig | null;
  /**
   * The template of the message with which the agent opens an interaction when it has the first turn: a
   * Handlebars template over `user` and `agent`, whose fields are those of the two objects. It is given here as
   * written; the message in the interaction is rendered. Null when there is none.
   */
  greeting_message: string | null;
  /**
   * Who has the first turn in an interaction started from now on.
   */
  initial_turn: InitialTurn;
  /**
   * The model that writes the replies.
   */
  model: AgentModel;
  /**
   * The template of the instructions that the model gets before the conversation: a Handlebars template over
   * `user` and `agent`, given here as written. It is not a message of the interaction. Null when there is none.
   */
  system_message: string | null;
  [k: string]: unknown;
}
/**
 * Settings for Anthropic models. A setting that is absent or null is left to the provider.
 */
export interface AnthropicConfig {
  /**
   * How freely the model words its replies. Absent or null, the provider's default holds.
   */
  temperature?: AnthropicTemperature | null;
  /**
   * From how many of the likeliest tokens the model chooses. Absent or null, the default holds.
   */
  top_k?: AnthropicTopK | null;
  /**
   * From what share of the probability the model chooses. Absent or null, the default holds.
   */
  top_p?: AnthropicTopP | null;
  [k: string]: unknown;
}
/**
 * The fields of a configuration to change. A field that is absent stays unchanged.
 */
export interface AgentConfigUpdateParams {
  /**
   * The settings for Anthropic models, replaced as a whole. Null clears them.
   */
  anthropic?: AnthropicConfig | null;
  /**
   * The template of the message with which the agent opens an interaction when it has the first turn: a
   * Handlebars template over `user` and `agent`. Null clears it. Greetings already sent do not change.
   */
  greeting_message?: string | null;
  /**
   * Who has the first turn in an interaction started from now on. It cannot be cleared.
   */
  initial_turn?: InitialTurn;
  /**
   * The model that writes the replies from now on. It cannot be cleared.
   */
  model?: AgentModel;
  /**
   * The settings for OpenAI models, replaced as a whole. Null clears them.
   */
  openai?: OpenAiConfig | null;
  /**
   * The template of the instructions that the model gets before the conversation: a Handlebars template over
   * `user` and `agent`. Null clears it.
   */
  system_message?: string | null;
  [k: string]: unknown;
}
/**
 * An end user of a project, known there by an external id. Deleting the user deletes the user's interactions and
 * their messages.
 */
export interface User {
  id: UserId;
  object: UserObject;
  /**
   * When the user was created.
   */
  created_at: Timestamp;
  external_id: UserExternalId;
  /**
   * The user's first name. Null when not known.
   */
  first_name: string | null;
  /**
   * The user's last name. Null when not known.
   */
  last_name: string | null;
  /**
   * True for a live user, false for a test user.
   */
  live_mode: boolean;
  /**
   * When the user was last changed.
   */
  updated_at: Timestamp;
  [k: string]: unknown;
}
/**
 * All users of a project that pass the filter. There are no pages, hence no `has_more`.
 */
export interface UsersList {
  /**
   * The users. Their order is not documented.
   */
  data: User[];
  [k: string]: unknown;
}
/**
 * A new user. Leave out what is not known; nothing here may be null.
 */
export interface UserCreateParams {
  external_id: UserExternalId;
  /**
   * The user's first name. Left out, it is not known.
   */
  first_name?: string;
  /**
   * The user's last name. Left out, it is not known.
   */
  last_name?: string;
  /**
   * True for a live user, false for a test user. Left out, true.
   */
  live_mode?: boolean;
  [k: string]: unknown;
}
/**
 * The fields of a user to change. A field that is absent stays unchanged.
 */
export interface UserUpdateParams {
  /**
   * The new first name. Null clears it.
   */
  first_name?: string | null;
  /**
   * The new last name. Null clears it.
   */
  last_name?: string | null;
  [k: string]: unknown;
}
/**
 * The body of every error answer.
 */
export interface ApiError {
  error: ApiErrorDetail;
  [k: string]: unknown;
}
/**
 * What went wrong.
 */
export interface ApiErrorDetail {
  code: ErrorCode;
  /**
   * What went wrong, in words for people. Not made to be compared or shown to end users.
   */
  message: string;
  [k: string]: unknown;
}
