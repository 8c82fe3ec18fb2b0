// Made by bindings/generate.py. Do not edit.

import type {Int64} from "./wire.js";

/**
 * The id of a chat. It is assigned by Request Chat and never changes. It is opaque; ids of 16 letters and digits have been seen.
 */
export type ChatId = string;
/**
 * The id of the caller within the session; it does not identify a person. Any answer with `statusCode` 0 may renew it. It is opaque; ids of 16 hexadecimal digits have been seen.
 */
export type UserId = string;
/**
 * The secret of the session: with it, one can read the chat and write in the customer's name. Any answer with `statusCode` 0 may renew it. It is opaque; keys of 16 and 20 hexadecimal digits have been seen.
 */
export type SecureKey = string;
/**
 * The alias of the host that runs the session. It is a string, although it consists of digits in every published example. Any answer with `statusCode` 0 may renew it. It is opaque.
 */
export type Alias = string;
/**
 * The name of the tenant, the part of the contact centre to which the chat belongs. Every request sends it.
 */
export type TenantName = string;
/**
 * Identifies a participant within one chat, also after a change of nickname. In the published examples the client is 1 and the next participant to join is 2.
 */
export type ParticipantId = Int64;
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
 * A point in time, in whole milliseconds since the Unix epoch (1970-01-01T00:00:00Z), UTC. Two events may have the same time, and weeks may pass between consecutive events.
 */
export type Timestamp = Int64;
/**
 * The index of the first event to return. It is inclusive and counted from 1. Default: 1, which returns all events. The next position to request is the highest index received plus 1; no answer contains it. There is no position 0; in the successor of this API it means "no messages".
 */
export type TranscriptPosition = Int64;
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
 * The body of an operation in a chat. `operationName` selects one of the eight operations. An unknown name makes it an `OtherOperationParams`, which keeps all its fields.
 */
export type OperateChatParams =
  | (SendMessageParams & {operationName: "SendMessage"})
  | (GetChatParams & {operationName: "GetChat"})
  | (StartTypingParams & {operationName: "SendStartTypingNotification"})
  | (StopTypingParams & {operationName: "SendStopTypingNotification"})
  | (UpdateNicknameParams & {operationName: "UpdateUserNickname"})
  | (PushUrlParams & {operationName: "SendUrl"})
  | (UpdateUserDataParams & {operationName: "UpdateUserData"})
  | (CompleteParams & {operationName: "Complete"})
  | OtherOperationParams;
/**
 * The `operationName` of Send Message.
 */
export type SendMessageOperation = "SendMessage" | (string & {});
/**
 * The `operationName` of Get Chat.
 */
export type GetChatOperation = "GetChat" | (string & {});
/**
 * The `operationName` of Start typing.
 */
export type StartTypingOperation = "SendStartTypingNotification" | (string & {});
/**
 * The `operationName` of Stop typing.
 */
export type StopTypingOperation = "SendStopTypingNotification" | (string & {});
/**
 * The `operationName` of Update nickname.
 */
export type UpdateNicknameOperation = "UpdateUserNickname" | (string & {});
/**
 * The `operationName` of Push URL.
 */
export type PushUrlOperation = "SendUrl" | (string & {});
/**
 * The `operationName` of Update attached data.
 */
export type UpdateUserDataOperation = "UpdateUserData" | (string & {});
/**
 * The `operationName` of End chat.
 */
export type CompleteOperation = "Complete" | (string & {});
/**
 * The state of a chat. Only one value is documented; others are kept unchanged. Use `chatEnded` to find out whether the chat has ended.
 */
export type ChatState = "Chatting" | (string & {});

/**
 * Every type by its name.
 */
export interface Types {
  ChatId: ChatId;
  UserId: UserId;
  SecureKey: SecureKey;
  Alias: Alias;
  TenantName: TenantName;
  ParticipantId: ParticipantId;
  ChatStatus: ChatStatus;
  ChatError: ChatError;
  Timestamp: Timestamp;
  TranscriptPosition: TranscriptPosition;
  ChatEvent: ChatEvent;
  ChatEventType: ChatEventType;
  UserData: UserData;
  EventAttributes: EventAttributes;
  Participant: Participant;
  ParticipantType: ParticipantType;
  RequestChatParams: RequestChatParams;
  RequestChatAnswer: RequestChatAnswer;
  GetMessagesParams: GetMessagesParams;
  GetMessagesAnswer: GetMessagesAnswer;
  OperateChatParams: OperateChatParams;
  SendMessageParams: SendMessageParams;
  SendMessageOperation: SendMessageOperation;
  GetChatParams: GetChatParams;
  GetChatOperation: GetChatOperation;
  StartTypingParams: StartTypingParams;
  StartTypingOperation: StartTypingOperation;
  StopTypingParams: StopTypingParams;
  StopTypingOperation: StopTypingOperation;
  UpdateNicknameParams: UpdateNicknameParams;
  UpdateNicknameOperation: UpdateNicknameOperation;
  PushUrlParams: PushUrlParams;
  PushUrlOperation: PushUrlOperation;
  UpdateUserDataParams: UpdateUserDataParams;
  UpdateUserDataOperation: UpdateUserDataOperation;
  CompleteParams: CompleteParams;
  CompleteOperation: CompleteOperation;
  OtherOperationParams: OtherOperationParams;
  OperateChatAnswer: OperateChatAnswer;
  ChatState: ChatState;
}
/**
 * An error that the successor of this API adds to an answer. It explains a `statusCode` and never overrides it.
 */
export interface ChatError {
  /**
   * The kind of error. Its type and values are not documented, so it may be any JSON value; numbers and strings have been seen.
   */
  code: {
    [k: string]: unknown;
  };
  /**
   * A description of the error for people. Programs should not depend on it. Absent from some errors.
   */
  message?: string | null;
  /**
   * Advice for people on how to correct the problem.
   */
  advice?: string | null;
  [k: string]: unknown;
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
   * The participant who caused the event, with the nickname and type at that time.
   */
  from: Participant;
  /**
   * The position of the event in its transcript, counted from 1 over events of all types. It is optional, because a `Notice` without an index has been seen. Such an event has no position to request, and keeps its place in the order of the answer.
   */
  index?: Int64 | null;
  /**
   * The type of the event.
   */
  type: ChatEventType;
  /**
   * The time of the event.
   */
  utcTime: Timestamp;
  /**
   * The text of the event. `Message`: the message. `TypingStarted` and `TypingStopped`: a preview of a message, or the text of an earlier one, but not a message. `Notice`: a new nickname or a pushed URL, which cannot be distinguished, or a text of the system, usually together with `userData`. Absent when a participant joins or leaves.
   */
  text?: string | null;
  /**
   * A label that the sender gave the message. It has no predefined meaning.
   */
  messageType?: string | null;
  /**
   * Data attached to the event. System notices and the types that the successor adds have it.
   */
  userData?: UserData | null;
  /**
   * Additional attributes of the event, for example the reason code of a `ParticipantLeft`.
   */
  eventAttributes?: EventAttributes | null;
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
 * Additional attributes of an event: names with any JSON values. Neither the names nor the values are documented; one example is the reason code of a `ParticipantLeft`.
 */
export interface EventAttributes {
  [k: string]: unknown;
}
/**
 * The body of Request Chat. In this document, all fields except the tenant are optional. Give the name of the customer as `nickname`, or as `firstName` and `lastName`: the vendor's page marks all three as required, but its own example sends only `nickname`.
 */
export interface RequestChatParams {
  tenantName: TenantName;
  /**
   * The name to show in the chat.
   */
  nickname?: string | null;
  /**
   * The customer's first name.
   */
  firstName?: string | null;
  /**
   * The customer's last name.
   */
  lastName?: string | null;
  /**
   * The customer's email address. No validation is documented.
   */
  emailAddress?: string | null;
  /**
   * The subject of the chat, in the customer's words.
   */
  subject?: string | null;
  /**
   * The name of the entry point through which the chat reaches the contact centre, as configured on the server. Default: chosen by the server.
   */
  endpoint?: string | null;
  /**
   * The data to attach to the chat when it is opened.
   */
  userData?: UserData | null;
  [k: string]: unknown;
}
/**
 * The answer of Request Chat. With `statusCode` 0 it contains the chat, the credentials for all later calls and the first event. With any other `statusCode` there is no chat; all other fields are unreliable and may be missing.
 */
export interface RequestChatAnswer {
  statusCode: ChatStatus;
  /**
   * The id of the chat. Every later call has it in its path; no later answer repeats it.
   */
  chatId?: ChatId | null;
  /**
   * The path of the chat, `/api/v2/chats/{chatId}`. It is relative to the `/webapi` of the server and does not contain `/webapi` or the origin.
   */
  path?: string | null;
  /**
   * The user id to send with the next call.
   */
  userId?: UserId | null;
  /**
   * The secure key to send with the next call.
   */
  secureKey?: SecureKey | null;
  /**
   * The alias to send with the next call.
   */
  alias?: Alias | null;
  /**
   * The tenant, as named in the request.
   */
  tenantName?: TenantName | null;
  /**
   * The first event: the `ParticipantJoined` of the caller, with index 1.
   */
  messages?: ChatEvent[] | null;
  /**
   * The errors, one entry each. Only the successor of this API adds them.
   */
  errors?: ChatError[] | null;
  [k: string]: unknown;
}
/**
 * The body of Get Messages, with the credentials of the last answer.
 */
export interface GetMessagesParams {
  userId: UserId;
  secureKey: SecureKey;
  alias: Alias;
  tenantName: TenantName;
  transcriptPosition?: TranscriptPosition | null;
  [k: string]: unknown;
}
/**
 * The answer of Get Messages. With `statusCode` 0 it contains the events from the position on and the credentials for the next call. With any other `statusCode`, all other fields are unreliable and may be missing. It contains neither the `chatId` nor the next position.
 */
export interface GetMessagesAnswer {
  statusCode: ChatStatus;
  /**
   * The events from the requested position on, ordered by index. If empty or absent, there are no new events. There may be events below the position; ignore those that you already have.
   */
  messages?: ChatEvent[] | null;
  /**
   * The user id to send with the next call. It replaces the previous one.
   */
  userId?: UserId | null;
  /**
   * The secure key to send with the next call. It replaces the previous one.
   */
  secureKey?: SecureKey | null;
  /**
   * The alias to send with the next call. It replaces the previous one.
   */
  alias?: Alias | null;
  /**
   * The tenant, as named in the request.
   */
  tenantName?: TenantName | null;
  /**
   * Whether the chat has ended normally. Default: false. Reliable only if `statusCode` is 0.
   */
  chatEnded?: boolean | null;
  /**
   * The errors, one entry each. Only the successor of this API adds them.
   */
  errors?: ChatError[] | null;
  [k: string]: unknown;
}
/**
 * The body of Send Message, which sends a message to the chat. It becomes a `Message` event. The answer is an acknowledgement.
 */
export interface SendMessageParams {
  operationName: SendMessageOperation;
  userId: UserId;
  secureKey: SecureKey;
  alias: Alias;
  tenantName: TenantName;
  /**
   * The text of the message.
   */
  text: string;
  /**
   * A label for the message, repeated in its event. Default: none.
   */
  messageType?: string | null;
  [k: string]: unknown;
}
/**
 * The body of Get Chat, which returns the state of the chat and its participants. The answer is an acknowledgement with `state`, `participants` and `chatEnded`.
 */
export interface GetChatParams {
  operationName: GetChatOperation;
  userId: UserId;
  secureKey: SecureKey;
  alias: Alias;
  tenantName: TenantName;
  [k: string]: unknown;
}
/**
 * The body of Start typing, which notifies the other participants that the customer has started typing. It becomes a `TypingStarted` event. The answer is an acknowledgement.
 */
export interface StartTypingParams {
  operationName: StartTypingOperation;
  userId: UserId;
  secureKey: SecureKey;
  alias: Alias;
  tenantName: TenantName;
  /**
   * A preview: the text that the customer has typed so far. It does not become a message.
   */
  text?: string | null;
  [k: string]: unknown;
}
/**
 * The body of Stop typing, which notifies the other participants that the customer has stopped typing. It becomes a `TypingStopped` event. The answer is an acknowledgement.
 */
export interface StopTypingParams {
  operationName: StopTypingOperation;
  userId: UserId;
  secureKey: SecureKey;
  alias: Alias;
  tenantName: TenantName;
  /**
   * A preview: the text that the customer has typed so far. It does not become a message.
   */
  text?: string | null;
  [k: string]: unknown;
}
/**
 * The body of Update nickname, which changes the name of the customer in the chat. It becomes a `Notice` event whose text is the nickname; nothing in the event marks it as a nickname. The answer is an acknowledgement.
 */
export interface UpdateNicknameParams {
  operationName: UpdateNicknameOperation;
  userId: UserId;
  secureKey: SecureKey;
  alias: Alias;
  tenantName: TenantName;
  /**
   * The name to show in the chat from now on.
   */
  nickname: string;
  [k: string]: unknown;
}
/**
 * The body of Push URL, which shows a URL to the other participants. It becomes a `Notice` event whose text is the URL; nothing in the event marks it as a URL. The answer is an acknowledgement.
 */
export interface PushUrlParams {
  operationName: PushUrlOperation;
  userId: UserId;
  secureKey: SecureKey;
  alias: Alias;
  tenantName: TenantName;
  /**
   * The URL, sent as given. No validation is documented.
   */
  pushUrl: string;
  [k: string]: unknown;
}
/**
 * The body of Update attached data, which overwrites the values of the given names in the data attached to the chat. Other names keep their values. How to remove a name is not documented. The answer is an acknowledgement.
 */
export interface UpdateUserDataParams {
  operationName: UpdateUserDataOperation;
  userId: UserId;
  secureKey: SecureKey;
  alias: Alias;
  tenantName: TenantName;
  /**
   * The names to overwrite and their new values.
   */
  userData: UserData;
  /**
   * A text that accompanies the change. Its effect is not documented.
   */
  text?: string | null;
  [k: string]: unknown;
}
/**
 * The body of End chat, which ends the chat permanently. The answer contains only the `statusCode`.
 */
export interface CompleteParams {
  operationName: CompleteOperation;
  userId: UserId;
  secureKey: SecureKey;
  alias: Alias;
  tenantName: TenantName;
  [k: string]: unknown;
}
/**
 * The body of an operation that is unknown to this document. It has the credentials that all operations have; its other fields are kept unchanged.
 */
export interface OtherOperationParams {
  /**
   * The name of the operation, different from the eight known ones.
   */
  operationName: string;
  userId: UserId;
  secureKey: SecureKey;
  alias: Alias;
  tenantName: TenantName;
  [k: string]: unknown;
}
/**
 * The answer of an operation in a chat. With `statusCode` 0 it is an acknowledgement with the credentials for the next call. Get Chat adds `state`, `participants` and `chatEnded`; End chat returns only the `statusCode`. With any other `statusCode`, all other fields are unreliable and may be missing.
 */
export interface OperateChatAnswer {
  statusCode: ChatStatus;
  /**
   * The user id to send with the next call. It replaces the previous one.
   */
  userId?: UserId | null;
  /**
   * The secure key to send with the next call. It replaces the previous one.
   */
  secureKey?: SecureKey | null;
  /**
   * The alias to send with the next call. It replaces the previous one.
   */
  alias?: Alias | null;
  /**
   * The tenant, as named in the request.
   */
  tenantName?: TenantName | null;
  /**
   * Events of the transcript that the server included in this answer. They do not replace Get Messages: there may be others between them and the events already received.
   */
  messages?: ChatEvent[] | null;
  /**
   * Whether the chat has ended normally. Default: false. Reliable only if `statusCode` is 0.
   */
  chatEnded?: boolean | null;
  /**
   * The state of the chat. Only Get Chat returns it.
   */
  state?: ChatState | null;
  /**
   * The participants of the chat. Only Get Chat returns them.
   */
  participants?: Participant[] | null;
  /**
   * The errors, one entry each. Only the successor of this API adds them.
   */
  errors?: ChatError[] | null;
  [k: string]: unknown;
}
