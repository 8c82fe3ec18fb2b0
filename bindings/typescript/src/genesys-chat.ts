// Made by bindings/generate.py. Do not edit.

import type {Int64} from "./wire.js";

/**
 * Names a chat. Request Chat hands it out, and it never changes. It is opaque; 16 letters and digits have been seen.
 */
export type ChatId = string;
/**
 * Names the caller within the session, not a person. Any answer with `statusCode` 0 may renew it. It is opaque; 16 hexadecimal digits have been seen.
 */
export type UserId = string;
/**
 * The secret of the session: whoever holds it can read the chat and write in the customer's name. Any answer with `statusCode` 0 may renew it. It is opaque; 16 and 20 hexadecimal digits have been seen.
 */
export type SecureKey = string;
/**
 * Names the host that holds the session. It consists of digits in every published example and is a string all the same. Any answer with `statusCode` 0 may renew it. It is opaque.
 */
export type Alias = string;
/**
 * Names the tenant of the contact centre that the chat belongs to. Every request sends it.
 */
export type TenantName = string;
/**
 * Tells the participants of one chat apart, also when a nickname changes. In the published examples the client is 1 and the next to join is 2.
 */
export type ParticipantId = Int64;
/**
 * The outcome of a call.
 *
 * - 0: the call is done. When `chatEnded` is true beside it, the chat has ended normally.
 * - 1: recoverable, or the chat server cannot be reached. Try again.
 * - 2: not recoverable. The session is over.
 *
 * With 1 or 2 nothing else in the answer is to be trusted, and all of it may be missing. Any other number is
 * read as well: this document does not know what it means, so nothing else in that answer is to be trusted
 * either.
 */
export type StatusCode = Int64;
/**
 * A time in whole milliseconds since the Unix epoch, 1970-01-01T00:00:00 UTC. Two events may have the same time, and weeks may pass between one event and the next.
 */
export type Timestamp = Int64;
/**
 * The index of the first event to answer with. It is inclusive and counted from 1; absent, it is 1, which asks for everything. The position to ask for next is the highest index held plus 1, since no answer names it. There is no position 0: the successor of this API takes it to mean no messages.
 */
export type TranscriptPosition = Int64;
/**
 * The part a participant takes. The list grows: a type that is not known here is kept as it came, and never makes a transcript unreadable.
 */
export type ParticipantType = "Client" | "External" | "Agent" | "Supervisor" | (string & {});
/**
 * What happened. The list grows: a type that is not known here is kept as it came, and never makes a transcript unreadable. Web API Server 8.5 writes a nickname change and a pushed URL both as `Notice`; its successor has a type for each, and the other types marked as its own.
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
 * Body of an operation in a chat. `operationName` says which of the eight it is; a name that is not known here makes it an `OtherOperationParams`, which keeps all its fields.
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
 * How a chat stands. Only one value is documented; others are kept as they came. Whether the chat has ended is said by `chatEnded`.
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
  StatusCode: StatusCode;
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
 * One thing that went wrong, as the successor of this API adds it to an answer. It explains a `statusCode`, and never overrules it.
 */
export interface ChatError {
  /**
   * Names the kind of error. Its type and its values are not documented, so it may be any JSON value.
   */
  code: {
    [k: string]: unknown;
  };
  /**
   * What went wrong, in words for a reader. It is no key to decide by.
   */
  message: string;
  /**
   * What to do about it, in words for a reader.
   */
  advice?: string;
  [k: string]: unknown;
}
/**
 * One event of a transcript: somebody joined or left, wrote a message, typed, or something was noted.
 *
 * All types of events have this one flat form. What `type` a field goes with is a habit, not a rule: in the
 * published example the typing events have a `text`. A field that an event does not have is absent, never null.
 *
 * Two events of a chat are the same when they have the same `index`. Neither `text` nor `utcTime` says so: a bot
 * may repeat itself, and two events may happen in the same millisecond.
 */
export interface ChatEvent {
  /**
   * The participant the event comes from, with the nickname and type as this event gives them.
   */
  from: Participant;
  /**
   * The position of the event in its transcript, counted from 1 over the events of every type. It is optional on the wire, as a `Notice` without one has been seen; such an event has no position to ask for, and is kept where the answer has it.
   */
  index?: Int64;
  /**
   * What happened.
   */
  type: ChatEventType;
  /**
   * When it happened.
   */
  utcTime: Timestamp;
  /**
   * The text of the event. For a `Message` it is the message. For `TypingStarted` and `TypingStopped` it is a preview of a message, or the text of an earlier one, and never a message. For a `Notice` it is a new nickname or a pushed URL, with nothing to tell the two apart, or the words of the system, as a rule with `userData` beside it. Joining and leaving have none.
   */
  text?: string;
  /**
   * A free label that the sender of a message gave it. It has no meaning of its own.
   */
  messageType?: string;
  /**
   * Data attached to the event. Notices of the system and the types the successor adds have some.
   */
  userData?: UserData;
  /**
   * Further details of the event, such as the reason code of a `ParticipantLeft`.
   */
  eventAttributes?: EventAttributes;
  [k: string]: unknown;
}
/**
 * Somebody or something that takes part in a chat. An event repeats its participant as it was at the time, so the nickname for one `participantId` may differ from event to event.
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
 * Attached data, as names and values that are all strings. The names are up to the contact centre. It travels with the chat to whoever handles it.
 */
export interface UserData {
  [k: string]: string;
}
/**
 * Further details of an event, as names and any JSON values. Neither the names nor the values are documented; the reason code of a `ParticipantLeft` is one of them.
 */
export interface EventAttributes {
  [k: string]: unknown;
}
/**
 * Body of Request Chat. Beside the tenant everything is optional here. The customer should be named by `nickname`, or by `firstName` and `lastName`; the vendor's page calls all three required, and its own example sends only `nickname`.
 */
export interface RequestChatParams {
  tenantName: TenantName;
  /**
   * The name to show in the chat.
   */
  nickname?: string;
  /**
   * The customer's first name.
   */
  firstName?: string;
  /**
   * The customer's last name.
   */
  lastName?: string;
  /**
   * The customer's email address. No check of its form is documented.
   */
  emailAddress?: string;
  /**
   * What the chat is about, in the customer's words.
   */
  subject?: string;
  /**
   * The name of the entry point, as configured on the server, through which the chat reaches the contact centre. Absent, it is the server's choice.
   */
  endpoint?: string;
  /**
   * Data to attach to the chat from its start.
   */
  userData?: UserData;
  [k: string]: unknown;
}
/**
 * Answer of Request Chat. With `statusCode` 0 it holds the chat, the credentials of every later call and the first event; with any other there is no chat, nothing else in it is to be trusted, and all of it may be missing.
 */
export interface RequestChatAnswer {
  statusCode: StatusCode;
  /**
   * The chat. Every later call has it in its path, and no later answer repeats it.
   */
  chatId?: ChatId;
  /**
   * The path of the chat, `/api/v2/chats/{chatId}`. It begins below the `/webapi` of the server, and holds neither that nor the origin.
   */
  path?: string;
  /**
   * The user id to send with the next call.
   */
  userId?: UserId;
  /**
   * The secure key to send with the next call.
   */
  secureKey?: SecureKey;
  /**
   * The alias to send with the next call.
   */
  alias?: Alias;
  /**
   * The tenant, as the request named it.
   */
  tenantName?: TenantName;
  /**
   * The first event, the `ParticipantJoined` of the caller with the index 1.
   */
  messages?: ChatEvent[];
  /**
   * What went wrong, one entry for each error. The successor of this API adds it.
   */
  errors?: ChatError[];
  [k: string]: unknown;
}
/**
 * Body of Get Messages, with the credentials as the last answer left them.
 */
export interface GetMessagesParams {
  userId: UserId;
  secureKey: SecureKey;
  alias: Alias;
  tenantName: TenantName;
  transcriptPosition?: TranscriptPosition;
  [k: string]: unknown;
}
/**
 * Answer of Get Messages. With `statusCode` 0 it holds the events from the position on and the credentials to use from now on; with any other nothing else in it is to be trusted, and all of it may be missing. It has neither the `chatId` nor the next position.
 */
export interface GetMessagesAnswer {
  statusCode: StatusCode;
  /**
   * The events from the position asked for on, in the order of their index. When it is empty or absent, nothing has happened since. There may be events below the position; a client that has their index passes over them.
   */
  messages?: ChatEvent[];
  /**
   * The user id to send with the next call. It replaces the one held.
   */
  userId?: UserId;
  /**
   * The secure key to send with the next call. It replaces the one held.
   */
  secureKey?: SecureKey;
  /**
   * The alias to send with the next call. It replaces the one held.
   */
  alias?: Alias;
  /**
   * The tenant, as the request named it.
   */
  tenantName?: TenantName;
  /**
   * Whether the chat has ended normally. Absent, it has not. It counts only when `statusCode` is 0.
   */
  chatEnded?: boolean;
  /**
   * What went wrong, one entry for each error. The successor of this API adds it.
   */
  errors?: ChatError[];
  [k: string]: unknown;
}
/**
 * Body of Send Message, which writes a message into the chat. It becomes a `Message` event. The answer is an acknowledgement.
 */
export interface SendMessageParams {
  operationName: SendMessageOperation;
  userId: UserId;
  secureKey: SecureKey;
  alias: Alias;
  tenantName: TenantName;
  /**
   * The message.
   */
  text: string;
  /**
   * A free label for the message, which its event carries. Absent, the event has none.
   */
  messageType?: string;
  [k: string]: unknown;
}
/**
 * Body of Get Chat, which asks how the chat stands and who is in it. The answer is an acknowledgement with `state`, `participants` and `chatEnded`.
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
 * Body of Start typing, which tells the other participants that the customer has begun to type. It becomes a `TypingStarted` event. The answer is an acknowledgement.
 */
export interface StartTypingParams {
  operationName: StartTypingOperation;
  userId: UserId;
  secureKey: SecureKey;
  alias: Alias;
  tenantName: TenantName;
  /**
   * A preview, what the customer has typed so far. It does not become a message.
   */
  text?: string;
  [k: string]: unknown;
}
/**
 * Body of Stop typing, which tells the other participants that the customer has stopped typing. It becomes a `TypingStopped` event. The answer is an acknowledgement.
 */
export interface StopTypingParams {
  operationName: StopTypingOperation;
  userId: UserId;
  secureKey: SecureKey;
  alias: Alias;
  tenantName: TenantName;
  /**
   * A preview, what the customer has typed so far. It does not become a message.
   */
  text?: string;
  [k: string]: unknown;
}
/**
 * Body of Update nickname, which gives the customer a new name in the chat. It becomes a `Notice` event whose text is the nickname, and nothing in that event says that it is one. The answer is an acknowledgement.
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
 * Body of Push URL, which shows a URL to the other participants. It becomes a `Notice` event whose text is the URL, and nothing in that event says that it is one. The answer is an acknowledgement.
 */
export interface PushUrlParams {
  operationName: PushUrlOperation;
  userId: UserId;
  secureKey: SecureKey;
  alias: Alias;
  tenantName: TenantName;
  /**
   * The URL. It is taken as it is; no check of its form is documented.
   */
  pushUrl: string;
  [k: string]: unknown;
}
/**
 * Body of Update attached data, which overwrites the values of the given names in the data attached to the chat, and leaves the others. How a name is removed is not documented. The answer is an acknowledgement.
 */
export interface UpdateUserDataParams {
  operationName: UpdateUserDataOperation;
  userId: UserId;
  secureKey: SecureKey;
  alias: Alias;
  tenantName: TenantName;
  /**
   * The names to overwrite, with their new values.
   */
  userData: UserData;
  /**
   * A text that goes with the change. What becomes of it is not documented.
   */
  text?: string;
  [k: string]: unknown;
}
/**
 * Body of End chat, which ends the chat for good. The answer has the `statusCode` only.
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
 * Body of an operation that is not known here. It has the credentials that all operations have; its other fields are kept as they are.
 */
export interface OtherOperationParams {
  /**
   * The name of the operation, other than those of the eight known ones.
   */
  operationName: string;
  userId: UserId;
  secureKey: SecureKey;
  alias: Alias;
  tenantName: TenantName;
  [k: string]: unknown;
}
/**
 * Answer of an operation in a chat. With `statusCode` 0 it is an acknowledgement with the credentials to use from now on; Get Chat adds `state`, `participants` and `chatEnded`, and End chat is answered with the `statusCode` only. With any other `statusCode` nothing else in it is to be trusted, and all of it may be missing.
 */
export interface OperateChatAnswer {
  statusCode: StatusCode;
  /**
   * The user id to send with the next call. It replaces the one held.
   */
  userId?: UserId;
  /**
   * The secure key to send with the next call. It replaces the one held.
   */
  secureKey?: SecureKey;
  /**
   * The alias to send with the next call. It replaces the one held.
   */
  alias?: Alias;
  /**
   * The tenant, as the request named it.
   */
  tenantName?: TenantName;
  /**
   * Events of the transcript that the server chose to send along. They are no substitute for Get Messages: there may be others between them and those already held.
   */
  messages?: ChatEvent[];
  /**
   * Whether the chat has ended normally. Absent, it has not. It counts only when `statusCode` is 0.
   */
  chatEnded?: boolean;
  /**
   * How the chat stands. Only Get Chat answers with it.
   */
  state?: ChatState;
  /**
   * Who is in the chat. Only Get Chat answers with it.
   */
  participants?: Participant[];
  /**
   * What went wrong, one entry for each error. The successor of this API adds it.
   */
  errors?: ChatError[];
  [k: string]: unknown;
}
