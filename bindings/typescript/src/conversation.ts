// Made by bindings/generate.py. Do not edit.

import type {Int64} from "./wire.js";

/**
 * The id of an agent. Opaque; it starts with `ag_`.
 */
export type AgentId = string;
/**
 * Identifies a participant within one chat, also after a change of nickname. In the published examples the client is 1 and the next participant to join is 2.
 */
export type ParticipantId = Int64;
/**
 * The role of a participant. New values may be added; an unknown value is kept unchanged and does not make a transcript invalid.
 */
export type ParticipantType = "Client" | "External" | "Agent" | "Supervisor" | (string & {});
/**
 * The type of an event. New types may be added; an unknown type is kept unchanged and does not make a transcript invalid. Web API Server 8.5 uses `Notice` for both a change of nickname and a pushed URL. The successor has a separate type for each, and adds the other types marked below.
 */
export type ChatEventType =
  | "ParticipantJoined"
  | "ParticipantLeft"
  | "Message"
  | "TypingStarted"
  | "TypingStopped"
  | "Notice"
  | "PushUrl"
  | "NicknameUpdated"
  | "CustomNotice"
  | "FileUploaded"
  | "FileDeleted"
  | "IdleAlert"
  | "IdleClose"
  | (string & {});
/**
 * The id of a chat. It is assigned by Request Chat and never changes. It is opaque; ids of 16 letters and digits have been seen.
 */
export type ChatId = string;
/**
 * The outcome of a call.
 *
 * - 0: success. If `chatEnded` is true in the same answer, the chat has ended normally.
 * - 1: recoverable, or the chat server cannot be reached. Try again.
 * - 2: not recoverable. The session is over.
 *
 * With 1 or 2, all other fields of the answer are unreliable and may be missing. Other numbers are decoded as
 * well; their meaning is unknown, so the other fields of such an answer are unreliable, too.
 */
export type ChatStatus = Int64;
/**
 * An integer from 0 to 18446744073709551615.
 */
export type Uint64 = Int64;
/**
 * Something that is missing, or that leaves open whether something is.
 */
export type Gap =
  | (GapParent & {kind: "parent"})
  | (GapDepth & {kind: "depth"})
  | (GapShort & {kind: "short"})
  | (GapSurplus & {kind: "surplus"})
  | (GapUncounted & {kind: "uncounted"})
  | (GapDeleted & {kind: "deleted"})
  | (GapUnfinished & {kind: "unfinished"})
  | (GapCut & {kind: "cut"})
  | (GapListUnfinished & {kind: "list_unfinished"})
  | (GapListCut & {kind: "list_cut"})
  | (GapPositions & {kind: "positions"})
  | (GapUnreadable & {kind: "unreadable"})
  | (GapChatGoesOn & {kind: "chat_goes_on"})
  | (GapEndUnknown & {kind: "end_unknown"})
  | (GapUnconfirmed & {kind: "unconfirmed"})
  | (GapStopped & {kind: "stopped"})
  | GapOther;
export type ItemKind = "messages" | "interactions" | "events" | (string & {});
/**
 * What only one side says of an entry.
 */
export type EntryDetails =
  (EntryDetailsMessage & {of: "message"}) | (EntryDetailsEvent & {of: "event"}) | EntryDetailsOther;
/**
 * What tells an entry from others of its conversation, when the server keeps to its own rules.
 */
export type EntryKey = Int64 | MessageId;
/**
 * The id of a message. Opaque; it starts with `msg_`.
 */
export type MessageId = string;
export type EntryKind =
  | "message"
  | "joined"
  | "left"
  | "typing_started"
  | "typing_stopped"
  | "notice"
  | "pushed_url"
  | "nickname"
  | "custom_notice"
  | "file_uploaded"
  | "file_deleted"
  | "idle_alert"
  | "idle_closed"
  | (string & {});
/**
 * Milliseconds since the Unix epoch.
 */
export type Timestamp = Int64;
export type Role = "user" | "agent" | "supervisor" | "system" | (string & {});
/**
 * A side, and what it says of a conversation as a whole.
 */
export type ConversationSource =
  | (ConversationSourceProficient & {of: "proficient"})
  | (ConversationSourceGenesys & {of: "genesys"})
  | ConversationSourceOther;
/**
 * The id of an interaction. Opaque; it starts with `int_`.
 */
export type InteractionId = string;
/**
 * Who has the first turn in an interaction.
 */
export type InitialTurn = "user" | "agent" | (string & {});
/**
 * The type of the object, always `interaction`.
 */
export type InteractionObject = "interaction" | (string & {});
/**
 * The id that this API assigned to a user. Opaque; it starts with `u_`.
 */
export type UserId = string;
/**
 * A defect of the messages of an interaction. The forest still contains all of them.
 *
 * In JSON, `kind` is the name of the variant in snake case: `missing_parent`, `cycle`, `conflict`, `depth`,
 * `foreign_interaction`, `older_than_parent`. `Display` writes what is wrong and where.
 */
export type Defect =
  | (DefectMissingParent & {kind: "missing_parent"})
  | (DefectCycle & {kind: "cycle"})
  | (DefectConflict & {kind: "conflict"})
  | (DefectDepth & {kind: "depth"})
  | (DefectForeignInteraction & {kind: "foreign_interaction"})
  | (DefectOlderThanParent & {kind: "older_than_parent"})
  | DefectOther;
/**
 * A digest of what an entry says: FNV-1a, of which 53 bits are kept, so that no JSON tool rounds them off.
 *
 * It is stored with a residue and read by later releases, so what it is made of never changes. It guards against
 * mistakes, not against an attacker who looks for two texts with one digest.
 */
export type Digest = Int64;
/**
 * The type of the object, always `message`.
 */
export type MessageObject = "message" | (string & {});
/**
 * Something in a server's pages that makes it pointless or endless to go on. The walk is over with it.
 */
export type PagerFault =
  | (PagerFaultOverLimit & {kind: "over_limit"})
  | (PagerFaultEmptyPage & {kind: "empty_page"})
  | (PagerFaultRepeatedPage & {kind: "repeated_page"})
  | (PagerFaultNoAdvance & {kind: "no_advance"})
  | (PagerFaultCycle & {kind: "cycle"})
  | (PagerFaultMaxItems & {kind: "max_items"})
  | (PagerFaultNotFound & {kind: "not_found"})
  | (PagerFaultUnreadable & {kind: "unreadable"})
  | PagerFaultOther;
/**
 * Something in a server's pages that makes it pointless or endless to go on. The walk is over with it.
 */
export type PagerFault2 =
  | (PagerFault2OverLimit & {kind: "over_limit"})
  | (PagerFault2EmptyPage & {kind: "empty_page"})
  | (PagerFault2RepeatedPage & {kind: "repeated_page"})
  | (PagerFault2NoAdvance & {kind: "no_advance"})
  | (PagerFault2Cycle & {kind: "cycle"})
  | (PagerFault2MaxItems & {kind: "max_items"})
  | (PagerFault2NotFound & {kind: "not_found"})
  | (PagerFault2Unreadable & {kind: "unreadable"})
  | PagerFault2Other;
/**
 * Why a transcript cursor is over.
 */
export type TranscriptEnd =
  | (TranscriptEndChatEnded & {kind: "chat_ended"})
  | (TranscriptEndSessionOver & {kind: "session_over"})
  | (TranscriptEndTooManyFailures & {kind: "too_many_failures"})
  | (TranscriptEndMaxItems & {kind: "max_items"})
  | TranscriptEndOther;
/**
 * Who wrote a message.
 */
export type SentBy = "user" | "agent" | (string & {});
/**
 * An integer from 0 to 4294967295.
 */
export type Uint32 = Int64;
/**
 * A `parent_id` in all of its states.
 */
export type ProficientResidueParent = ProficientResidueParentString | ProficientResidueParentObject;
export type ProficientResidueParentString = "absent" | "null";
/**
 * What a projection left behind, of whichever side.
 *
 * As JSON it says in `of` which side it is of.
 */
export type Residue = (ResidueGenesys & {of: "genesys"}) | (ResidueProficient & {of: "proficient"}) | ResidueOther;
/**
 * Something in the events that is not as a chat's events should be. The transcript holds all of them anyway.
 */
export type TranscriptDefect =
  | (TranscriptDefectGap & {kind: "gap"})
  | (TranscriptDefectConflict & {kind: "conflict"})
  | (TranscriptDefectBadIndex & {kind: "bad_index"})
  | (TranscriptDefectNoIndex & {kind: "no_index"})
  | (TranscriptDefectClockBack & {kind: "clock_back"})
  | TranscriptDefectOther;

/**
 * Every type by its name.
 */
export interface Types {
  AgentId: AgentId;
  ChatEvent: ChatEvent;
  ChatEventType: ChatEventType;
  ChatId: ChatId;
  ChatStatus: ChatStatus;
  Uint64: Uint64;
  Completeness: Completeness;
  Conversation: Conversation;
  ConversationEntry: ConversationEntry;
  ConversationParticipant: ConversationParticipant;
  ConversationSourceProficient: ConversationSourceProficient;
  ConversationSourceGenesys: ConversationSourceGenesys;
  ConversationSourceOther: ConversationSourceOther;
  ConversationSource: ConversationSource;
  DefectMissingParent: DefectMissingParent;
  DefectCycle: DefectCycle;
  DefectConflict: DefectConflict;
  DefectDepth: DefectDepth;
  DefectForeignInteraction: DefectForeignInteraction;
  DefectOlderThanParent: DefectOlderThanParent;
  DefectOther: DefectOther;
  Defect: Defect;
  Digest: Digest;
  EntryDetailsMessage: EntryDetailsMessage;
  EntryDetailsEvent: EntryDetailsEvent;
  EntryDetailsOther: EntryDetailsOther;
  EntryDetails: EntryDetails;
  EntryKey: EntryKey;
  EntryKind: EntryKind;
  EventAttributes: EventAttributes;
  EventDetails: EventDetails;
  GapParent: GapParent;
  GapDepth: GapDepth;
  GapShort: GapShort;
  GapSurplus: GapSurplus;
  GapUncounted: GapUncounted;
  GapDeleted: GapDeleted;
  GapUnfinished: GapUnfinished;
  GapCut: GapCut;
  GapListUnfinished: GapListUnfinished;
  GapListCut: GapListCut;
  GapPositions: GapPositions;
  GapUnreadable: GapUnreadable;
  GapChatGoesOn: GapChatGoesOn;
  GapEndUnknown: GapEndUnknown;
  GapUnconfirmed: GapUnconfirmed;
  GapStopped: GapStopped;
  GapOther: GapOther;
  Gap: Gap;
  GenesysConversation: GenesysConversation;
  GenesysResidue: GenesysResidue;
  GenesysResidueEntry: GenesysResidueEntry;
  GenesysResidueRules: GenesysResidueRules;
  InitialTurn: InitialTurn;
  Interaction: Interaction;
  InteractionId: InteractionId;
  InteractionObject: InteractionObject;
  ItemKind: ItemKind;
  Message: Message;
  MessageDetails: MessageDetails;
  MessageId: MessageId;
  MessageObject: MessageObject;
  Uint32: Uint32;
  PagerFaultOverLimit: PagerFaultOverLimit;
  PagerFaultEmptyPage: PagerFaultEmptyPage;
  PagerFaultRepeatedPage: PagerFaultRepeatedPage;
  PagerFaultNoAdvance: PagerFaultNoAdvance;
  PagerFaultCycle: PagerFaultCycle;
  PagerFaultMaxItems: PagerFaultMaxItems;
  PagerFaultNotFound: PagerFaultNotFound;
  PagerFaultUnreadable: PagerFaultUnreadable;
  PagerFaultOther: PagerFaultOther;
  PagerFault: PagerFault;
  PagerFault2OverLimit: PagerFault2OverLimit;
  PagerFault2EmptyPage: PagerFault2EmptyPage;
  PagerFault2RepeatedPage: PagerFault2RepeatedPage;
  PagerFault2NoAdvance: PagerFault2NoAdvance;
  PagerFault2Cycle: PagerFault2Cycle;
  PagerFault2MaxItems: PagerFault2MaxItems;
  PagerFault2NotFound: PagerFault2NotFound;
  PagerFault2Unreadable: PagerFault2Unreadable;
  PagerFault2Other: PagerFault2Other;
  PagerFault2: PagerFault2;
  Participant: Participant;
  ParticipantId: ParticipantId;
  ParticipantType: ParticipantType;
  ProficientConversation: ProficientConversation;
  ProficientResidue: ProficientResidue;
  ProficientResidueEntry: ProficientResidueEntry;
  ProficientResidueParentString: ProficientResidueParentString;
  ProficientResidueParentObject: ProficientResidueParentObject;
  ProficientResidueParent: ProficientResidueParent;
  ProficientResidueRules: ProficientResidueRules;
  ResidueGenesys: ResidueGenesys;
  ResidueProficient: ResidueProficient;
  ResidueOther: ResidueOther;
  Residue: Residue;
  Role: Role;
  SentBy: SentBy;
  Timestamp: Timestamp;
  TranscriptDefectGap: TranscriptDefectGap;
  TranscriptDefectConflict: TranscriptDefectConflict;
  TranscriptDefectBadIndex: TranscriptDefectBadIndex;
  TranscriptDefectNoIndex: TranscriptDefectNoIndex;
  TranscriptDefectClockBack: TranscriptDefectClockBack;
  TranscriptDefectOther: TranscriptDefectOther;
  TranscriptDefect: TranscriptDefect;
  TranscriptEndChatEnded: TranscriptEndChatEnded;
  TranscriptEndSessionOver: TranscriptEndSessionOver;
  TranscriptEndTooManyFailures: TranscriptEndTooManyFailures;
  TranscriptEndMaxItems: TranscriptEndMaxItems;
  TranscriptEndOther: TranscriptEndOther;
  TranscriptEnd: TranscriptEnd;
  UnprojectedChatEvent: UnprojectedChatEvent;
  UnprojectedMessage: UnprojectedMessage;
  UnprojectedOfChatEvent: UnprojectedOfChatEvent;
  UnprojectedOfMessage: UnprojectedOfMessage;
  UnreadableItem: UnreadableItem;
  UserData: UserData;
  UserId: UserId;
}
/**
 * One event of a transcript: a participant joined or left, sent a message or typed, or the system added a notice.
 *
 * All types of events share this flat form. Which fields appear with which `type` is a convention, not a rule: in
 * the published example, the typing events have a `text`. A server omits the fields that an event does not have;
 * it does not send null.
 *
 * Two events of a chat are the same if they have the same `index`. Neither `text` nor `utcTime` identifies an
 * event: a bot may send the same text again, and two events may happen in the same millisecond.
 */
export interface ChatEvent {
  /**
   * Additional attributes of the event, for example the reason code of a `ParticipantLeft`.
   */
  eventAttributes?: EventAttributes | null;
  /**
   * The participant who caused the event, with the nickname and type at that time.
   */
  from: Participant;
  /**
   * The position of the event in its transcript, counted from 1 over events of all types. It is optional, because a `Notice` without an index has been seen. Such an event has no position to request, and keeps its place in the order of the answer.
   */
  index?: Int64 | null;
  /**
   * A label that the sender gave the message. It has no predefined meaning.
   */
  messageType?: string | null;
  /**
   * The text of the event. `Message`: the message. `TypingStarted` and `TypingStopped`: a preview of a message, or the text of an earlier one, but not a message. `Notice`: a new nickname or a pushed URL, which cannot be distinguished, or a text of the system, usually together with `userData`. Absent when a participant joins or leaves.
   */
  text?: string | null;
  /**
   * The type of the event.
   */
  type: ChatEventType;
  /**
   * Data attached to the event. System notices and the types that the successor adds have it.
   */
  userData?: UserData | null;
  /**
   * The time of the event.
   */
  utcTime: Int64;
  [k: string]: unknown;
}
/**
 * Additional attributes of an event: names with any JSON values. Neither the names nor the values are documented; one example is the reason code of a `ParticipantLeft`.
 */
export interface EventAttributes {
  [k: string]: unknown;
}
/**
 * A participant in a chat, a person or a system. An event contains its participant as it was at that time, so the nickname of one `participantId` may differ from event to event.
 */
export interface Participant {
  /**
   * The name shown in the chat. It may change, and two participants may have the same one.
   */
  nickname: string;
  participantId: ParticipantId;
  type: ParticipantType;
  [k: string]: unknown;
}
/**
 * Attached data: names and values. The contact centre chooses the names. The values are strings as a rule; events with numbers, lists and objects have been seen. The data is passed on with the chat to the agent who handles it.
 */
export interface UserData {
  [k: string]: unknown;
}
/**
 * Whether everything of a conversation was received, and the gaps if not.
 *
 * ```
 * use conversation_core::{Completeness, Forest, Gap, Verdict};
 * use proficient_types::{InteractionId, Message, MessageId, SentBy, Timestamp};
 *
 * let (id, interaction) = (MessageId::new("msg_2"), InteractionId::new("int_1"));
 * let mut answer = Message::new(id, "Gladly.", Timestamp::from_millis(0), 1, interaction, SentBy::Agent);
 * answer.parent_id = MessageId::new("msg_1").into();
 *
 * let completeness = Completeness::of_forest(&Forest::build([answer]).0, None);
 * assert_eq!(completeness.verdict(), Verdict::Incomplete);
 * assert_eq!(
 *     completeness.to_string(),
 *     "incomplete: 1 message\n\
 *      - msg_1 is missing (the parent of 1 message)\n\
 *      - the number of messages is unknown: fetch the interaction and compare"
 * );
 * ```
 */
export interface Completeness {
  /**
   * What is missing, or may be.
   */
  gaps: Gap[];
  /**
   * What was read.
   */
  kind: ItemKind;
  /**
   * How much of it there is, repetitions counted once.
   */
  received: Uint64;
  [k: string]: unknown;
}
/**
 * A conversation of either side, with everything that the side sent.
 */
export interface Conversation {
  /**
   * What was said and what happened, in the order in which the side gave it. Neither side promises an order: messages
   * hang together by their parents, events are numbered by their keys.
   */
  entries: ConversationEntry[];
  /**
   * Everybody who is the author of an entry, in the order of their first entries.
   *
   * In a chat every event repeats its participant as it was at the time, so a participant who took another nickname is
   * here once for each, with the same number.
   */
  participants: ConversationParticipant[];
  /**
   * The side that it came from, and what that side says of the conversation as a whole.
   */
  source: ConversationSource;
  /**
   * The messages or events that could not be read, as they came.
   */
  unreadable?: UnreadableItem[];
  [k: string]: unknown;
}
/**
 * One message of an interaction, or one event of a chat.
 */
export interface ConversationEntry {
  /**
   * The author's place in the conversation's `participants`, counted from 0.
   */
  author: Uint64;
  /**
   * What only its own side says of it. Left out of JSON for an event of which there is nothing more to say.
   */
  details?: EntryDetails;
  /**
   * Fields that its side's document does not list.
   */
  extra?: {
    [k: string]: unknown;
  };
  /**
   * What tells it from other entries: a message's id, an event's index. Absent for an event without an index.
   */
  key?: EntryKey;
  /**
   * What it is.
   */
  kind: EntryKind;
  /**
   * The message above this one. Absent on roots and events; a server may send null for a root.
   */
  parent?: MessageId | null;
  /**
   * Its text: the message, the notice, the pushed URL. For a typing entry it is a preview or the text of an earlier
   * message, and never a message.
   */
  text?: string;
  /**
   * When it was written or happened.
   */
  time: Timestamp;
  [k: string]: unknown;
}
/**
 * A person or a program that takes part.
 */
export interface ConversationParticipant {
  /**
   * Fields of the participant that its side's document does not list.
   */
  extra?: {
    [k: string]: unknown;
  };
  /**
   * The name shown in a chat; absent in an interaction.
   */
  nickname?: string;
  /**
   * The number that tells participants of a chat apart; absent in an interaction.
   */
  number?: ParticipantId;
  /**
   * The part that is taken. In an interaction it is all that is known of a participant.
   */
  role: Role;
  [k: string]: unknown;
}
/**
 * A message or an event that could not be read, as it came.
 */
export interface UnreadableItem {
  /**
   * Its index in the list, counted from 0 over all items.
   */
  index: Uint64;
  /**
   * The item: the text of a JSON value. It is a text, so that no reader rounds its numbers.
   */
  json: string;
  [k: string]: unknown;
}
/**
 * An interaction of Proficient.
 */
export interface ConversationSourceProficient {
  of: "proficient";
  /**
   * What else was said beside it, that this version does not know.
   */
  extra?: {
    [k: string]: unknown;
  };
  /**
   * The interaction itself, where it was given beside its messages.
   */
  interaction?: Interaction;
  [k: string]: unknown;
}
/**
 * One conversation of one user with one agent. Its messages form a tree with any number of roots; list them with
 * `GET /messages`. Deleting the interaction deletes its messages. Deleting its agent or its user deletes the
 * interaction.
 */
export interface Interaction {
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
  created_at: Int64;
  id: InteractionId;
  /**
   * Who had the first turn, according to the agent's configuration when the interaction was started.
   */
  initial_turn?: InitialTurn | null;
  /**
   * The name that the user gave the interaction. Empty if it has none.
   */
  name: string | null;
  object: InteractionObject;
  /**
   * The number of messages in the interaction, on all branches. Never negative.
   */
  total_message_count: Int64;
  /**
   * The time when the interaction was last changed.
   */
  updated_at: Int64;
  /**
   * The user who owns the interaction.
   */
  user_id: UserId;
  [k: string]: unknown;
}
/**
 * A Genesys chat.
 */
export interface ConversationSourceGenesys {
  of: "genesys";
  /**
   * Whether the chat has ended, where that was said.
   */
  chat_ended?: boolean;
  /**
   * The id of the chat, where it was given: the events do not have it.
   */
  chat_id?: ChatId;
  /**
   * What else was said beside it, that this version does not know.
   */
  extra?: {
    [k: string]: unknown;
  };
  [k: string]: unknown;
}
/**
 * A side that this version does not know.
 */
export interface ConversationSourceOther {
  /**
   * A `of` that is not known here.
   */
  of: string;
  [k: string]: unknown;
}
/**
 * The parent of a message is missing (`missing_parent`). The forest contains a placeholder for it.
 */
export interface DefectMissingParent {
  kind: "missing_parent";
  /**
   * The message whose parent is missing.
   */
  message: MessageId;
  /**
   * The id that it names as its parent.
   */
  parent: MessageId;
  [k: string]: unknown;
}
/**
 * The parents of messages form a cycle (`cycle`): each message is below the next, and the last is below the first.
 * The first one, which is the eldest (on a tie, the one with the least id), is made a root.
 */
export interface DefectCycle {
  kind: "cycle";
  /**
   * The messages, starting with the one that was made a root.
   */
  messages: MessageId[];
  [k: string]: unknown;
}
/**
 * Messages with different bodies have the same id (`conflict`). The latest by `created_at` is in the tree;
 * `Node::others` lists the rest.
 */
export interface DefectConflict {
  kind: "conflict";
  /**
   * The number of different bodies, at least two.
   */
  bodies: Uint64;
  /**
   * The id.
   */
  message: MessageId;
  [k: string]: unknown;
}
/**
 * The `depth` of a message is not that of its parent plus 1, or not 0 for a root (`depth`).
 */
export interface DefectDepth {
  kind: "depth";
  /**
   * The depth that it states.
   */
  depth: Int64;
  /**
   * The depth that follows from its parent's.
   */
  expected: Int64;
  /**
   * The message.
   */
  message: MessageId;
  [k: string]: unknown;
}
/**
 * The message names another interaction than most of the messages (`foreign_interaction`).
 */
export interface DefectForeignInteraction {
  kind: "foreign_interaction";
  /**
   * The interaction that it names.
   */
  interaction: InteractionId;
  /**
   * The message.
   */
  message: MessageId;
  [k: string]: unknown;
}
/**
 * The message has an earlier time than its parent (`older_than_parent`).
 */
export interface DefectOlderThanParent {
  kind: "older_than_parent";
  /**
   * The message.
   */
  message: MessageId;
  /**
   * Its parent.
   */
  parent: MessageId;
  [k: string]: unknown;
}
/**
 * Another defect, written by a later version of this crate.
 */
export interface DefectOther {
  /**
   * A `kind` that is not known here.
   */
  kind: string;
  [k: string]: unknown;
}
/**
 * Of a message of an interaction.
 */
export interface EntryDetailsMessage {
  of: "message";
  /**
   * The depth that the message claims: 0 for a root, otherwise its parent's plus 1, if that is true.
   */
  depth: Int64;
  /**
   * The interaction that the message names.
   */
  interaction_id: InteractionId;
  /**
   * What the object says that it is.
   */
  object: MessageObject;
  [k: string]: unknown;
}
/**
 * Of an event of a chat.
 */
export interface EntryDetailsEvent {
  of: "event";
  /**
   * Further details of the event, such as a reason code.
   */
  event_attributes?: EventAttributes;
  /**
   * The free label that a sender gave a message.
   */
  message_type?: string;
  /**
   * Data attached to the event, all strings.
   */
  user_data?: UserData;
  [k: string]: unknown;
}
/**
 * Of something that a later version knows.
 */
export interface EntryDetailsOther {
  /**
   * A `of` that is not known here.
   */
  of: string;
  [k: string]: unknown;
}
/**
 * What only Genesys says of an event.
 */
export interface EventDetails {
  /**
   * Further details of the event, such as a reason code.
   */
  event_attributes?: EventAttributes;
  /**
   * The free label that a sender gave a message.
   */
  message_type?: string;
  /**
   * Data attached to the event, all strings.
   */
  user_data?: UserData;
  [k: string]: unknown;
}
/**
 * A message that others are below is missing.
 */
export interface GapParent {
  kind: "parent";
  /**
   * How many messages are right below it.
   */
  children: Uint64;
  /**
   * Its id.
   */
  message: MessageId;
  [k: string]: unknown;
}
/**
 * A message is not as deep as its place makes it. If it is telling the truth, its parent is another message.
 */
export interface GapDepth {
  kind: "depth";
  /**
   * The depth that it claims.
   */
  depth: Int64;
  /**
   * The depth that its parent's claim makes right.
   */
  expected: Int64;
  /**
   * The message.
   */
  message: MessageId;
  [k: string]: unknown;
}
/**
 * There are fewer messages than the interaction counts.
 */
export interface GapShort {
  kind: "short";
  /**
   * How many it counts.
   */
  counted: Int64;
  /**
   * How many are missing.
   */
  missing: Uint64;
  [k: string]: unknown;
}
/**
 * There are more messages than the interaction counts, so its count was of another time and proves nothing.
 */
export interface GapSurplus {
  kind: "surplus";
  /**
   * How many it counts.
   */
  counted: Int64;
  /**
   * How many there are.
   */
  received: Uint64;
  [k: string]: unknown;
}
/**
 * The number of messages is unknown.
 */
export interface GapUncounted {
  kind: "uncounted";
  [k: string]: unknown;
}
/**
 * Messages were deleted during the walk. Those of them that are there make the interaction's count say less: as many
 * others may be missing.
 */
export interface GapDeleted {
  kind: "deleted";
  [k: string]: unknown;
}
/**
 * The walk over the messages is not over.
 */
export interface GapUnfinished {
  kind: "unfinished";
  /**
   * The message behind which it goes on; nothing when it has not started.
   */
  after?: MessageId;
  [k: string]: unknown;
}
/**
 * The walk over the messages was cut.
 */
export interface GapCut {
  kind: "cut";
  /**
   * Why.
   */
  fault: PagerFault;
  [k: string]: unknown;
}
/**
 * The walk over a list of interactions is not over.
 */
export interface GapListUnfinished {
  kind: "list_unfinished";
  /**
   * The interaction behind which it goes on; nothing when it has not started.
   */
  after?: InteractionId;
  [k: string]: unknown;
}
/**
 * The walk over a list of interactions was cut.
 */
export interface GapListCut {
  kind: "list_cut";
  /**
   * Why.
   */
  fault: PagerFault2;
  [k: string]: unknown;
}
/**
 * No event was seen at these positions, both ends included.
 */
export interface GapPositions {
  kind: "positions";
  /**
   * The first position that is missing.
   */
  first: Int64;
  /**
   * The last position that is missing.
   */
  last: Int64;
  [k: string]: unknown;
}
/**
 * Items were received that could not be read. They are not missing: they are kept as they came.
 */
export interface GapUnreadable {
  kind: "unreadable";
  /**
   * How many.
   */
  items: Uint64;
  [k: string]: unknown;
}
/**
 * The chat goes on.
 */
export interface GapChatGoesOn {
  kind: "chat_goes_on";
  [k: string]: unknown;
}
/**
 * It is not known whether the chat has ended: nothing said so that could be read.
 */
export interface GapEndUnknown {
  kind: "end_unknown";
  [k: string]: unknown;
}
/**
 * The chat has ended, but no answer has yet confirmed that nothing is behind the events that were seen.
 */
export interface GapUnconfirmed {
  kind: "unconfirmed";
  [k: string]: unknown;
}
/**
 * The transcript cursor was over before the chat was.
 */
export interface GapStopped {
  kind: "stopped";
  /**
   * Why.
   */
  end: TranscriptEnd;
  [k: string]: unknown;
}
/**
 * Something else that may be missing, which a later version wrote.
 */
export interface GapOther {
  /**
   * A `kind` that is not known here.
   */
  kind: string;
  [k: string]: unknown;
}
/**
 * A chat with its events.
 *
 * As JSON it has the members of an answer to Get Messages that are about the chat, and none of those that are about the
 * session: credentials do not belong into a conversation.
 */
export interface GenesysConversation {
  /**
   * Whether the chat has ended, if an answer said so.
   */
  chatEnded?: boolean | null;
  /**
   * The id of the chat, if known. Get Messages has it in the path and not in the answer.
   */
  chatId?: ChatId | null;
  /**
   * The events, in any order, as the answers gave them.
   */
  messages: ChatEvent[];
  [k: string]: unknown;
}
/**
 * Everything of a chat that an interaction has no place for, and how the chat was projected.
 */
export interface GenesysResidue {
  /**
   * Whether the chat has ended, where that was said.
   */
  chat_ended?: boolean;
  /**
   * The other events.
   */
  events: UnprojectedOfChatEvent;
  /**
   * Fields of the chat that are not known here.
   */
  extra?: {
    [k: string]: unknown;
  };
  /**
   * The events that became messages, in their order.
   */
  messages: GenesysResidueEntry[];
  /**
   * Whether the chat came without its id.
   */
  no_chat_id?: boolean;
  /**
   * The participant that first spoke for a sender, where that is not the one that anybody would guess.
   */
  participants?: {
    [k: string]: Participant;
  };
  /**
   * How the chat was projected.
   */
  rules: GenesysResidueRules;
  /**
   * The events that could not be read.
   */
  unreadable?: UnreadableItem[];
  [k: string]: unknown;
}
/**
 * The entries of one side that the other has no place for, and where the others were among them.
 */
export interface UnprojectedOfChatEvent {
  /**
   * The entries that stayed behind.
   */
  kept?: UnprojectedChatEvent[];
  /**
   * The places of the entries that went across, in the order in which they did. Empty when they went in the order in
   * which they were, as a rule: then they have the places that are left.
   */
  order?: Uint64[];
  [k: string]: unknown;
}
/**
 * An entry that stayed behind.
 */
export interface UnprojectedChatEvent {
  /**
   * Its place, counted from 0.
   */
  at: Uint64;
  /**
   * The entry.
   */
  entry: ChatEvent;
  [k: string]: unknown;
}
/**
 * What a message does not say of the event that it was.
 */
export interface GenesysResidueEntry {
  /**
   * Tells whether the message is still the same.
   */
  digest: Digest;
  event_attributes?: EventAttributes;
  extra?: {
    [k: string]: unknown;
  };
  /**
   * Who it is from, where it is not the participant that first spoke for the sender.
   */
  from?: Participant;
  /**
   * The index, which is in the message's id as well; nothing where the event had none.
   */
  index?: Int64;
  message_type?: string;
  /**
   * Whether the event has no text; the message has an empty one.
   */
  no_text?: boolean;
  /**
   * The type, where it is not `Message`.
   */
  type?: ChatEventType;
  user_data?: UserData;
  [k: string]: unknown;
}
/**
 * How a chat becomes an interaction.
 *
 * The `Message` events become a chain in the order of their index: each is below the one before it. All other events
 * stay in the residue, and so does what an event says beside its time, its text and who it is from.
 */
export interface GenesysResidueRules {
  /**
   * The agent of the interaction.
   */
  agent_id: AgentId;
  /**
   * The chat. The ids of the messages are made of it: `msg_`, this id, `_`, the index.
   */
  chat_id: ChatId;
  /**
   * The id of the interaction.
   */
  interaction_id: InteractionId;
  /**
   * Whether a `Notice` with a text becomes a message too. It may be a nickname, a pushed URL or words of the system:
   * nothing tells which. False, unless this is changed.
   */
  keep_notices: boolean;
  /**
   * Who the participants of each type are in the interaction: `Client` is the user, `External`, `Agent` and
   * `Supervisor` are the agent, unless this is changed. A type that is not in here is sent by its own name.
   */
  roles: {
    [k: string]: SentBy;
  };
  /**
   * The user of the interaction.
   */
  user_id: UserId;
  [k: string]: unknown;
}
/**
 * One message of an interaction, a node of its tree. A root has depth 0 and no parent; the depth of any other
 * message is its parent's depth plus 1. Messages with the same parent are siblings, and so are the roots of one
 * interaction. Siblings are ordered by `created_at`.
 */
export interface Message {
  /**
   * The text of the message. In a greeting, the template is already rendered.
   */
  content: string;
  /**
   * The time when the message was written. Siblings are ordered by it.
   */
  created_at: Int64;
  /**
   * The number of ancestors of the message: 0 for a root, otherwise the parent's depth plus 1. Never negative.
   */
  depth: Int64;
  id: MessageId;
  /**
   * The interaction that contains the message.
   */
  interaction_id: InteractionId;
  object: MessageObject;
  /**
   * The parent of the message, in the same interaction. Absent on a root. A server may also send null or an
   * empty string for a root.
   */
  parent_id?: MessageId | null;
  sent_by: SentBy;
  [k: string]: unknown;
}
/**
 * What only Proficient says of a message.
 */
export interface MessageDetails {
  /**
   * The depth that the message claims: 0 for a root, otherwise its parent's plus 1, if that is true.
   */
  depth: Int64;
  /**
   * The interaction that the message names.
   */
  interaction_id: InteractionId;
  /**
   * What the object says that it is.
   */
  object: MessageObject;
  [k: string]: unknown;
}
/**
 * A page had more items than the `limit` it was asked for with, so the server heeds no `limit`, and perhaps no
 * `starting_after` either.
 */
export interface PagerFaultOverLimit {
  kind: "over_limit";
  /**
   * How many items came.
   */
  items: Uint32;
  /**
   * The limit.
   */
  limit: Uint32;
  [k: string]: unknown;
}
/**
 * A page had no items and said that others follow.
 */
export interface PagerFaultEmptyPage {
  kind: "empty_page";
  /**
   * The id it was asked for with; nothing for the first page.
   */
  after?: MessageId;
  [k: string]: unknown;
}
/**
 * The page that ends in `after` came again as the page behind `after`.
 */
export interface PagerFaultRepeatedPage {
  kind: "repeated_page";
  /**
   * The id it was asked for with.
   */
  after: MessageId;
  [k: string]: unknown;
}
/**
 * The page behind `after` ended in `after`, so the next request would be the same again.
 */
export interface PagerFaultNoAdvance {
  kind: "no_advance";
  /**
   * The id it was asked for with.
   */
  after: MessageId;
  [k: string]: unknown;
}
/**
 * A page ended in the id in which an earlier one had ended, so the pages go round.
 */
export interface PagerFaultCycle {
  kind: "cycle";
  /**
   * The id.
   */
  id: MessageId;
  [k: string]: unknown;
}
/**
 * As many items came as were allowed for, and others follow: the server may be inventing them.
 */
export interface PagerFaultMaxItems {
  kind: "max_items";
  /**
   * The limit.
   */
  max_items: Uint32;
  [k: string]: unknown;
}
/**
 * The server does not know what it was asked for, as `Pager::not_found` was told.
 */
export interface PagerFaultNotFound {
  kind: "not_found";
  /**
   * The id to go on behind; nothing when not even the first page was found.
   */
  after?: MessageId;
  [k: string]: unknown;
}
/**
 * No item of a page could be read, not even an id, and others follow.
 */
export interface PagerFaultUnreadable {
  kind: "unreadable";
  /**
   * The id it was requested with; absent for the first page.
   */
  after?: MessageId;
  /**
   * How many items the page had.
   */
  items: Uint32;
  [k: string]: unknown;
}
/**
 * Another reason, which a later version wrote.
 */
export interface PagerFaultOther {
  /**
   * A `kind` that is not known here.
   */
  kind: string;
  [k: string]: unknown;
}
/**
 * A page had more items than the `limit` it was asked for with, so the server heeds no `limit`, and perhaps no
 * `starting_after` either.
 */
export interface PagerFault2OverLimit {
  kind: "over_limit";
  /**
   * How many items came.
   */
  items: Uint32;
  /**
   * The limit.
   */
  limit: Uint32;
  [k: string]: unknown;
}
/**
 * A page had no items and said that others follow.
 */
export interface PagerFault2EmptyPage {
  kind: "empty_page";
  /**
   * The id it was asked for with; nothing for the first page.
   */
  after?: InteractionId;
  [k: string]: unknown;
}
/**
 * The page that ends in `after` came again as the page behind `after`.
 */
export interface PagerFault2RepeatedPage {
  kind: "repeated_page";
  /**
   * The id it was asked for with.
   */
  after: InteractionId;
  [k: string]: unknown;
}
/**
 * The page behind `after` ended in `after`, so the next request would be the same again.
 */
export interface PagerFault2NoAdvance {
  kind: "no_advance";
  /**
   * The id it was asked for with.
   */
  after: InteractionId;
  [k: string]: unknown;
}
/**
 * A page ended in the id in which an earlier one had ended, so the pages go round.
 */
export interface PagerFault2Cycle {
  kind: "cycle";
  /**
   * The id.
   */
  id: InteractionId;
  [k: string]: unknown;
}
/**
 * As many items came as were allowed for, and others follow: the server may be inventing them.
 */
export interface PagerFault2MaxItems {
  kind: "max_items";
  /**
   * The limit.
   */
  max_items: Uint32;
  [k: string]: unknown;
}
/**
 * The server does not know what it was asked for, as `Pager::not_found` was told.
 */
export interface PagerFault2NotFound {
  kind: "not_found";
  /**
   * The id to go on behind; nothing when not even the first page was found.
   */
  after?: InteractionId;
  [k: string]: unknown;
}
/**
 * No item of a page could be read, not even an id, and others follow.
 */
export interface PagerFault2Unreadable {
  kind: "unreadable";
  /**
   * The id it was requested with; absent for the first page.
   */
  after?: InteractionId;
  /**
   * How many items the page had.
   */
  items: Uint32;
  [k: string]: unknown;
}
/**
 * Another reason, which a later version wrote.
 */
export interface PagerFault2Other {
  /**
   * A `kind` that is not known here.
   */
  kind: string;
  [k: string]: unknown;
}
/**
 * An interaction with its messages.
 *
 * As JSON it has the form of the answer to `POST /interactions`.
 */
export interface ProficientConversation {
  /**
   * The interaction, if known. `GET /messages` does not have it.
   */
  interaction?: Interaction | null;
  /**
   * The messages of all branches, in any order, as the pages of `GET /messages` gave them.
   */
  messages: Message[];
  [k: string]: unknown;
}
/**
 * Everything of an interaction that a chat has no place for, and how the interaction was projected.
 */
export interface ProficientResidue {
  /**
   * Fields of the conversation that are not known here.
   */
  extra?: {
    [k: string]: unknown;
  };
  /**
   * The interaction itself, where it was given.
   */
  interaction?: Interaction;
  /**
   * The interaction that the messages are of.
   */
  interaction_id: InteractionId;
  /**
   * The other messages.
   */
  messages: UnprojectedOfMessage;
  /**
   * How the interaction was projected.
   */
  rules: ProficientResidueRules;
  /**
   * The messages of the thread, root first.
   */
  thread: ProficientResidueEntry[];
  /**
   * The messages that could not be read.
   */
  unreadable?: UnreadableItem[];
  [k: string]: unknown;
}
/**
 * The entries of one side that the other has no place for, and where the others were among them.
 */
export interface UnprojectedOfMessage {
  /**
   * The entries that stayed behind.
   */
  kept?: UnprojectedMessage[];
  /**
   * The places of the entries that went across, in the order in which they did. Empty when they went in the order in
   * which they were, as a rule: then they have the places that are left.
   */
  order?: Uint64[];
  [k: string]: unknown;
}
/**
 * An entry that stayed behind.
 */
export interface UnprojectedMessage {
  /**
   * Its place, counted from 0.
   */
  at: Uint64;
  /**
   * The entry.
   */
  entry: Message;
  [k: string]: unknown;
}
/**
 * How an interaction was projected. Its messages determine which thread it was.
 */
export interface ProficientResidueRules {
  chat_id: ChatId;
  nicknames: {
    [k: string]: string;
  };
  types: {
    [k: string]: ParticipantType;
  };
  [k: string]: unknown;
}
/**
 * What an event does not say of the message that it was.
 */
export interface ProficientResidueEntry {
  /**
   * The depth, where it is not the place in the thread.
   */
  depth?: Int64;
  /**
   * Tells whether the event is still the same.
   */
  digest: Digest;
  extra?: {
    [k: string]: unknown;
  };
  /**
   * The id of the message.
   */
  id: MessageId;
  /**
   * The index of the event.
   */
  index: Int64;
  /**
   * The interaction, where it is another than the thread's.
   */
  interaction_id?: InteractionId;
  /**
   * What the object says that it is, where that is not a message.
   */
  object?: MessageObject;
  /**
   * The parent, where it is not the message before, or not absent on the first.
   */
  parent?: ProficientResidueParent;
  /**
   * Who sent it, where the type of the participant does not say.
   */
  sent_by?: SentBy;
  [k: string]: unknown;
}
export interface ProficientResidueParentObject {
  message: MessageId;
}
/**
 * Of a chat that was projected to an interaction.
 */
export interface ResidueGenesys {
  of: "genesys";
  /**
   * Whether the chat has ended, where that was said.
   */
  chat_ended?: boolean;
  /**
   * The other events.
   */
  events: UnprojectedOfChatEvent;
  /**
   * Fields of the chat that are not known here.
   */
  extra?: {
    [k: string]: unknown;
  };
  /**
   * The events that became messages, in their order.
   */
  messages: GenesysResidueEntry[];
  /**
   * Whether the chat came without its id.
   */
  no_chat_id?: boolean;
  /**
   * The participant that first spoke for a sender, where that is not the one that anybody would guess.
   */
  participants?: {
    [k: string]: Participant;
  };
  /**
   * How the chat was projected.
   */
  rules: GenesysResidueRules;
  /**
   * The events that could not be read.
   */
  unreadable?: UnreadableItem[];
  [k: string]: unknown;
}
/**
 * Of an interaction that was projected to a chat.
 */
export interface ResidueProficient {
  of: "proficient";
  /**
   * Fields of the conversation that are not known here.
   */
  extra?: {
    [k: string]: unknown;
  };
  /**
   * The interaction itself, where it was given.
   */
  interaction?: Interaction;
  /**
   * The interaction that the messages are of.
   */
  interaction_id: InteractionId;
  /**
   * The other messages.
   */
  messages: UnprojectedOfMessage;
  /**
   * How the interaction was projected.
   */
  rules: ProficientResidueRules;
  /**
   * The messages of the thread, root first.
   */
  thread: ProficientResidueEntry[];
  /**
   * The messages that could not be read.
   */
  unreadable?: UnreadableItem[];
  [k: string]: unknown;
}
/**
 * Of a side that a later version knows.
 */
export interface ResidueOther {
  /**
   * A `of` that is not known here.
   */
  of: string;
  [k: string]: unknown;
}
/**
 * No event was given for these positions, both ends included. Positions before the first event count as well: an
 * answer that starts at a later position always has such a gap.
 */
export interface TranscriptDefectGap {
  kind: "gap";
  /**
   * The first position that is missing.
   */
  first: Int64;
  /**
   * The last position that is missing.
   */
  last: Int64;
  [k: string]: unknown;
}
/**
 * One index came with different events. All of them are in the transcript, side by side.
 */
export interface TranscriptDefectConflict {
  kind: "conflict";
  /**
   * How many different events came with it, two at least.
   */
  events: Uint64;
  /**
   * The index.
   */
  index: Int64;
  [k: string]: unknown;
}
/**
 * An index below 1, the first position there is.
 */
export interface TranscriptDefectBadIndex {
  kind: "bad_index";
  /**
   * The index.
   */
  index: Int64;
  [k: string]: unknown;
}
/**
 * Events without an index, placed by their time.
 */
export interface TranscriptDefectNoIndex {
  kind: "no_index";
  /**
   * How many there are.
   */
  events: Uint64;
  [k: string]: unknown;
}
/**
 * An event is earlier than the one before it. [`Transcript::clock_defects`] finds these.
 */
export interface TranscriptDefectClockBack {
  kind: "clock_back";
  /**
   * The index of the later one in order, which has the earlier time; absent if it has none.
   */
  index?: Int64;
  /**
   * By how many milliseconds.
   */
  milliseconds: Uint64;
  [k: string]: unknown;
}
/**
 * Another defect, which a later version wrote.
 */
export interface TranscriptDefectOther {
  /**
   * A `kind` that is not known here.
   */
  kind: string;
  [k: string]: unknown;
}
/**
 * The chat has ended normally, and an answer after that brought nothing new.
 */
export interface TranscriptEndChatEnded {
  kind: "chat_ended";
  [k: string]: unknown;
}
/**
 * The server said that the session is over.
 */
export interface TranscriptEndSessionOver {
  kind: "session_over";
  /**
   * The errors that the server gave with it, at most 10, each as `code: message (advice)`.
   */
  errors?: string[];
  [k: string]: unknown;
}
/**
 * Too many answers in a row had a `statusCode` other than 0.
 */
export interface TranscriptEndTooManyFailures {
  kind: "too_many_failures";
  /**
   * How many they were.
   */
  failures: Uint32;
  /**
   * That of the last of them.
   */
  status_code: ChatStatus;
  [k: string]: unknown;
}
/**
 * As many events came as were allowed for: the server may be inventing them.
 */
export interface TranscriptEndMaxItems {
  kind: "max_items";
  /**
   * The limit.
   */
  max_items: Uint32;
  [k: string]: unknown;
}
/**
 * Another reason, which a later version wrote.
 */
export interface TranscriptEndOther {
  /**
   * A `kind` that is not known here.
   */
  kind: string;
  [k: string]: unknown;
}
