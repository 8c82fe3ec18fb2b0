// Made by bindings/generate.py. Do not edit.

package conversation.types;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The types of one API. */
public final class GenesysChatTypes {
    private GenesysChatTypes() {}

    /** The alias of the host that runs the session. It is a string, although it consists of digits in every published example. Any answer with `statusCode` 0 may renew it. It is opaque. */
    public record Alias(String value) implements Wire.Value {
        public Alias {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Alias of(JsonNode json) {
            return new Alias(Wire.read(json, Wire::string));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** An error that the successor of this API adds to an answer. It explains a `statusCode` and never overrides it. */
    public static final class ChatError extends Wire.Struct {
        /** The kind of error. Its type and values are not documented, so it may be any JSON value; numbers and strings have been seen. */
        public JsonNode code;

        /** A description of the error for people. Programs should not depend on it. Absent from some errors. */
        public Wire.Field<String> message = Wire.Field.absent();

        /** Advice for people on how to correct the problem. */
        public Wire.Field<String> advice = Wire.Field.absent();

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public ChatError(JsonNode code) {
            this.code = code;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ChatError of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            ChatError out = new ChatError(
                in.nullable("code", Wire::any));
            out.message = in.field("message", Wire::string);
            out.advice = in.field("advice", Wire::string);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.nullable("code", code);
            out.field("message", message);
            out.field("advice", advice);
            return out.close(unknown);
        }
    }

    /** One event of a transcript: a participant joined or left, sent a message or typed, or the system added a notice. All types of events share this flat form. Which fields appear with which `type` is a convention, not a rule: in the published example, the typing events have a `text`. A server omits the fields that an event does not have; it does not send null. Two events of a chat are the same if they have the same `index`. Neither `text` nor `utcTime` identifies an event: a bot may send the same text again, and two events may happen in the same millisecond. */
    public static final class ChatEvent extends Wire.Struct {
        /** The participant who caused the event, with the nickname and type at that time. */
        public Participant from;

        /** The position of the event in its transcript, counted from 1 over events of all types. It is optional, because a `Notice` without an index has been seen. Such an event has no position to request, and keeps its place in the order of the answer. */
        public Wire.Field<Long> index = Wire.Field.absent();

        /** The type of the event. */
        public ChatEventType type;

        /** The time of the event. */
        public Timestamp utcTime;

        /** The text of the event. `Message`: the message. `TypingStarted` and `TypingStopped`: a preview of a message, or the text of an earlier one, but not a message. `Notice`: a new nickname or a pushed URL, which cannot be distinguished, or a text of the system, usually together with `userData`. Absent when a participant joins or leaves. */
        public Wire.Field<String> text = Wire.Field.absent();

        /** A label that the sender gave the message. It has no predefined meaning. */
        public Wire.Field<String> messageType = Wire.Field.absent();

        /** Data attached to the event. System notices and the types that the successor adds have it. */
        public Wire.Field<UserData> userData = Wire.Field.absent();

        /** Additional attributes of the event, for example the reason code of a `ParticipantLeft`. */
        public Wire.Field<EventAttributes> eventAttributes = Wire.Field.absent();

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public ChatEvent(Participant from, ChatEventType type, Timestamp utcTime) {
            this.from = from;
            this.type = type;
            this.utcTime = utcTime;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ChatEvent of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            ChatEvent out = new ChatEvent(
                in.required("from", Participant::of),
                in.required("type", ChatEventType::of),
                in.required("utcTime", Timestamp::of));
            out.index = in.field("index", Wire::int64);
            out.text = in.field("text", Wire::string);
            out.messageType = in.field("messageType", Wire::string);
            out.userData = in.field("userData", UserData::of);
            out.eventAttributes = in.field("eventAttributes", EventAttributes::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("from", from);
            out.field("index", index);
            out.required("type", type);
            out.required("utcTime", utcTime);
            out.field("text", text);
            out.field("messageType", messageType);
            out.field("userData", userData);
            out.field("eventAttributes", eventAttributes);
            return out.close(unknown);
        }
    }

    /** The type of an event. New types may be added; an unknown type is kept unchanged and does not make a transcript invalid. Web API Server 8.5 uses `Notice` for both a change of nickname and a pushed URL. The successor has a separate type for each, and adds the other types marked below. Any other string is a value too. */
    public record ChatEventType(String value) implements Wire.Value {
        /** The participant joined the chat; there is no `text`. */
        public static final ChatEventType PARTICIPANT_JOINED = new ChatEventType("ParticipantJoined");
        /** The participant left, optionally with a reason code in `eventAttributes`; there is no `text`. */
        public static final ChatEventType PARTICIPANT_LEFT = new ChatEventType("ParticipantLeft");
        /** The participant wrote the message in `text`. */
        public static final ChatEventType MESSAGE = new ChatEventType("Message");
        /** The participant started typing; a `text` is only a preview. */
        public static final ChatEventType TYPING_STARTED = new ChatEventType("TypingStarted");
        /** The participant stopped typing; a `text` is only a preview. */
        public static final ChatEventType TYPING_STOPPED = new ChatEventType("TypingStopped");
        /** A new nickname or a pushed URL in `text` (indistinguishable), or a system notice with `userData`. */
        public static final ChatEventType NOTICE = new ChatEventType("Notice");
        /** The participant pushed a URL; a type of the successor. */
        public static final ChatEventType PUSH_URL = new ChatEventType("PushUrl");
        /** The participant took a new nickname; a type of the successor. */
        public static final ChatEventType NICKNAME_UPDATED = new ChatEventType("NicknameUpdated");
        /** A notice defined by an application; a type of the successor. */
        public static final ChatEventType CUSTOM_NOTICE = new ChatEventType("CustomNotice");
        /** The participant uploaded a file; a type of the successor. */
        public static final ChatEventType FILE_UPLOADED = new ChatEventType("FileUploaded");
        /** An uploaded file was deleted; a type of the successor. */
        public static final ChatEventType FILE_DELETED = new ChatEventType("FileDeleted");
        /** The chat has been idle and may be closed; a type of the successor. */
        public static final ChatEventType IDLE_ALERT = new ChatEventType("IdleAlert");
        /** The chat is closed because it was idle; a type of the successor. */
        public static final ChatEventType IDLE_CLOSE = new ChatEventType("IdleClose");

        public ChatEventType {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ChatEventType of(JsonNode json) {
            return new ChatEventType(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The id of a chat. It is assigned by Request Chat and never changes. It is opaque; ids of 16 letters and digits have been seen. */
    public record ChatId(String value) implements Wire.Value {
        public ChatId {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ChatId of(JsonNode json) {
            return new ChatId(Wire.read(json, Wire::string));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The state of a chat. Only one value is documented; others are kept unchanged. Use `chatEnded` to find out whether the chat has ended. Any other string is a value too. */
    public record ChatState(String value) implements Wire.Value {
        /** The chat is in progress. */
        public static final ChatState CHATTING = new ChatState("Chatting");

        public ChatState {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ChatState of(JsonNode json) {
            return new ChatState(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The outcome of a call. - 0: success. If `chatEnded` is true in the same answer, the chat has ended normally. - 1: recoverable, or the chat server cannot be reached. Try again. - 2: not recoverable. The session is over. With 1 or 2, all other fields of the answer are unreliable and may be missing. Other numbers are decoded as well; their meaning is unknown, so the other fields of such an answer are unreliable, too. */
    public record ChatStatus(Long value) implements Wire.Value {
        public ChatStatus {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ChatStatus of(JsonNode json) {
            return new ChatStatus(Wire.read(json, Wire::int64));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The `operationName` of End chat. Any other string is a value too. */
    public record CompleteOperation(String value) implements Wire.Value {
        /** Ends the chat. */
        public static final CompleteOperation COMPLETE = new CompleteOperation("Complete");

        public CompleteOperation {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static CompleteOperation of(JsonNode json) {
            return new CompleteOperation(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The body of End chat, which ends the chat permanently. The answer contains only the `statusCode`. */
    public static final class CompleteParams extends Wire.Struct implements OperateChatParams {
        /**  */
        public CompleteOperation operationName;

        /**  */
        public UserId userId;

        /**  */
        public SecureKey secureKey;

        /**  */
        public Alias alias;

        /**  */
        public TenantName tenantName;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public CompleteParams(CompleteOperation operationName, UserId userId, SecureKey secureKey, Alias alias, TenantName tenantName) {
            this.operationName = operationName;
            this.userId = userId;
            this.secureKey = secureKey;
            this.alias = alias;
            this.tenantName = tenantName;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static CompleteParams of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            CompleteParams out = new CompleteParams(
                in.required("operationName", CompleteOperation::of),
                in.required("userId", UserId::of),
                in.required("secureKey", SecureKey::of),
                in.required("alias", Alias::of),
                in.required("tenantName", TenantName::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("operationName", operationName);
            out.required("userId", userId);
            out.required("secureKey", secureKey);
            out.required("alias", alias);
            out.required("tenantName", tenantName);
            return out.close(unknown);
        }
    }

    /** Additional attributes of an event: names with any JSON values. Neither the names nor the values are documented; one example is the reason code of a `ParticipantLeft`. */
    public record EventAttributes(Map<String, JsonNode> value) implements Wire.Value {
        public EventAttributes {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static EventAttributes of(JsonNode json) {
            return new EventAttributes(Wire.read(json, Wire.map(Wire::any)));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The `operationName` of Get Chat. Any other string is a value too. */
    public record GetChatOperation(String value) implements Wire.Value {
        /** Returns the state of the chat and its participants. */
        public static final GetChatOperation GET_CHAT = new GetChatOperation("GetChat");

        public GetChatOperation {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GetChatOperation of(JsonNode json) {
            return new GetChatOperation(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The body of Get Chat, which returns the state of the chat and its participants. The answer is an acknowledgement with `state`, `participants` and `chatEnded`. */
    public static final class GetChatParams extends Wire.Struct implements OperateChatParams {
        /**  */
        public GetChatOperation operationName;

        /**  */
        public UserId userId;

        /**  */
        public SecureKey secureKey;

        /**  */
        public Alias alias;

        /**  */
        public TenantName tenantName;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GetChatParams(GetChatOperation operationName, UserId userId, SecureKey secureKey, Alias alias, TenantName tenantName) {
            this.operationName = operationName;
            this.userId = userId;
            this.secureKey = secureKey;
            this.alias = alias;
            this.tenantName = tenantName;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GetChatParams of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            GetChatParams out = new GetChatParams(
                in.required("operationName", GetChatOperation::of),
                in.required("userId", UserId::of),
                in.required("secureKey", SecureKey::of),
                in.required("alias", Alias::of),
                in.required("tenantName", TenantName::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("operationName", operationName);
            out.required("userId", userId);
            out.required("secureKey", secureKey);
            out.required("alias", alias);
            out.required("tenantName", tenantName);
            return out.close(unknown);
        }
    }

    /** The answer of Get Messages. With `statusCode` 0 it contains the events from the position on and the credentials for the next call. With any other `statusCode`, all other fields are unreliable and may be missing. It contains neither the `chatId` nor the next position. */
    public static final class GetMessagesAnswer extends Wire.Struct {
        /**  */
        public ChatStatus statusCode;

        /** The events from the requested position on, ordered by index. If empty or absent, there are no new events. There may be events below the position; ignore those that you already have. */
        public Wire.Field<List<ChatEvent>> messages = Wire.Field.absent();

        /** The user id to send with the next call. It replaces the previous one. */
        public Wire.Field<UserId> userId = Wire.Field.absent();

        /** The secure key to send with the next call. It replaces the previous one. */
        public Wire.Field<SecureKey> secureKey = Wire.Field.absent();

        /** The alias to send with the next call. It replaces the previous one. */
        public Wire.Field<Alias> alias = Wire.Field.absent();

        /** The tenant, as named in the request. */
        public Wire.Field<TenantName> tenantName = Wire.Field.absent();

        /** Whether the chat has ended normally. Default: false. Reliable only if `statusCode` is 0. */
        public Wire.Field<Boolean> chatEnded = Wire.Field.absent();

        /** The errors, one entry each. Only the successor of this API adds them. */
        public Wire.Field<List<ChatError>> errors = Wire.Field.absent();

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GetMessagesAnswer(ChatStatus statusCode) {
            this.statusCode = statusCode;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GetMessagesAnswer of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            GetMessagesAnswer out = new GetMessagesAnswer(
                in.required("statusCode", ChatStatus::of));
            out.messages = in.field("messages", Wire.list(ChatEvent::of));
            out.userId = in.field("userId", UserId::of);
            out.secureKey = in.field("secureKey", SecureKey::of);
            out.alias = in.field("alias", Alias::of);
            out.tenantName = in.field("tenantName", TenantName::of);
            out.chatEnded = in.field("chatEnded", Wire::bool);
            out.errors = in.field("errors", Wire.list(ChatError::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("statusCode", statusCode);
            out.field("messages", messages);
            out.field("userId", userId);
            out.field("secureKey", secureKey);
            out.field("alias", alias);
            out.field("tenantName", tenantName);
            out.field("chatEnded", chatEnded);
            out.field("errors", errors);
            return out.close(unknown);
        }
    }

    /** The body of Get Messages, with the credentials of the last answer. */
    public static final class GetMessagesParams extends Wire.Struct {
        /**  */
        public UserId userId;

        /**  */
        public SecureKey secureKey;

        /**  */
        public Alias alias;

        /**  */
        public TenantName tenantName;

        /**  */
        public Wire.Field<TranscriptPosition> transcriptPosition = Wire.Field.absent();

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GetMessagesParams(UserId userId, SecureKey secureKey, Alias alias, TenantName tenantName) {
            this.userId = userId;
            this.secureKey = secureKey;
            this.alias = alias;
            this.tenantName = tenantName;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GetMessagesParams of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            GetMessagesParams out = new GetMessagesParams(
                in.required("userId", UserId::of),
                in.required("secureKey", SecureKey::of),
                in.required("alias", Alias::of),
                in.required("tenantName", TenantName::of));
            out.transcriptPosition = in.field("transcriptPosition", TranscriptPosition::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("userId", userId);
            out.required("secureKey", secureKey);
            out.required("alias", alias);
            out.required("tenantName", tenantName);
            out.field("transcriptPosition", transcriptPosition);
            return out.close(unknown);
        }
    }

    /** The answer of an operation in a chat. With `statusCode` 0 it is an acknowledgement with the credentials for the next call. Get Chat adds `state`, `participants` and `chatEnded`; End chat returns only the `statusCode`. With any other `statusCode`, all other fields are unreliable and may be missing. */
    public static final class OperateChatAnswer extends Wire.Struct {
        /**  */
        public ChatStatus statusCode;

        /** The user id to send with the next call. It replaces the previous one. */
        public Wire.Field<UserId> userId = Wire.Field.absent();

        /** The secure key to send with the next call. It replaces the previous one. */
        public Wire.Field<SecureKey> secureKey = Wire.Field.absent();

        /** The alias to send with the next call. It replaces the previous one. */
        public Wire.Field<Alias> alias = Wire.Field.absent();

        /** The tenant, as named in the request. */
        public Wire.Field<TenantName> tenantName = Wire.Field.absent();

        /** Events of the transcript that the server included in this answer. They do not replace Get Messages: there may be others between them and the events already received. */
        public Wire.Field<List<ChatEvent>> messages = Wire.Field.absent();

        /** Whether the chat has ended normally. Default: false. Reliable only if `statusCode` is 0. */
        public Wire.Field<Boolean> chatEnded = Wire.Field.absent();

        /** The state of the chat. Only Get Chat returns it. */
        public Wire.Field<ChatState> state = Wire.Field.absent();

        /** The participants of the chat. Only Get Chat returns them. */
        public Wire.Field<List<Participant>> participants = Wire.Field.absent();

        /** The errors, one entry each. Only the successor of this API adds them. */
        public Wire.Field<List<ChatError>> errors = Wire.Field.absent();

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public OperateChatAnswer(ChatStatus statusCode) {
            this.statusCode = statusCode;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static OperateChatAnswer of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            OperateChatAnswer out = new OperateChatAnswer(
                in.required("statusCode", ChatStatus::of));
            out.userId = in.field("userId", UserId::of);
            out.secureKey = in.field("secureKey", SecureKey::of);
            out.alias = in.field("alias", Alias::of);
            out.tenantName = in.field("tenantName", TenantName::of);
            out.messages = in.field("messages", Wire.list(ChatEvent::of));
            out.chatEnded = in.field("chatEnded", Wire::bool);
            out.state = in.field("state", ChatState::of);
            out.participants = in.field("participants", Wire.list(Participant::of));
            out.errors = in.field("errors", Wire.list(ChatError::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("statusCode", statusCode);
            out.field("userId", userId);
            out.field("secureKey", secureKey);
            out.field("alias", alias);
            out.field("tenantName", tenantName);
            out.field("messages", messages);
            out.field("chatEnded", chatEnded);
            out.field("state", state);
            out.field("participants", participants);
            out.field("errors", errors);
            return out.close(unknown);
        }
    }

    /** The body of an operation in a chat. `operationName` selects one of the eight operations. An unknown name makes it an `OtherOperationParams`, which keeps all its fields. */
    public sealed interface OperateChatParams extends Wire.Value {
        /** Reads the member that `operationName` tells. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static OperateChatParams of(JsonNode json) {
            return switch (Wire.open(json).required("operationName", Wire::string)) {
                case "SendMessage" -> SendMessageParams.of(json);
                case "GetChat" -> GetChatParams.of(json);
                case "SendStartTypingNotification" -> StartTypingParams.of(json);
                case "SendStopTypingNotification" -> StopTypingParams.of(json);
                case "UpdateUserNickname" -> UpdateNicknameParams.of(json);
                case "SendUrl" -> PushUrlParams.of(json);
                case "UpdateUserData" -> UpdateUserDataParams.of(json);
                case "Complete" -> CompleteParams.of(json);
                default -> OtherOperationParams.of(json);
            };
        }
    }

    /** The body of an operation that is unknown to this document. It has the credentials that all operations have; its other fields are kept unchanged. */
    public static final class OtherOperationParams extends Wire.Struct implements OperateChatParams {
        /** The name of the operation, different from the eight known ones. */
        public String operationName;

        /**  */
        public UserId userId;

        /**  */
        public SecureKey secureKey;

        /**  */
        public Alias alias;

        /**  */
        public TenantName tenantName;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public OtherOperationParams(String operationName, UserId userId, SecureKey secureKey, Alias alias, TenantName tenantName) {
            this.operationName = operationName;
            this.userId = userId;
            this.secureKey = secureKey;
            this.alias = alias;
            this.tenantName = tenantName;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static OtherOperationParams of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            OtherOperationParams out = new OtherOperationParams(
                in.required("operationName", Wire::string),
                in.required("userId", UserId::of),
                in.required("secureKey", SecureKey::of),
                in.required("alias", Alias::of),
                in.required("tenantName", TenantName::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("operationName", operationName);
            out.required("userId", userId);
            out.required("secureKey", secureKey);
            out.required("alias", alias);
            out.required("tenantName", tenantName);
            return out.close(unknown);
        }
    }

    /** A participant in a chat, a person or a system. An event contains its participant as it was at that time, so the nickname of one `participantId` may differ from event to event. */
    public static final class Participant extends Wire.Struct {
        /** The name shown in the chat. It may change, and two participants may have the same one. */
        public String nickname;

        /**  */
        public ParticipantId participantId;

        /**  */
        public ParticipantType type;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public Participant(String nickname, ParticipantId participantId, ParticipantType type) {
            this.nickname = nickname;
            this.participantId = participantId;
            this.type = type;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Participant of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            Participant out = new Participant(
                in.required("nickname", Wire::string),
                in.required("participantId", ParticipantId::of),
                in.required("type", ParticipantType::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("nickname", nickname);
            out.required("participantId", participantId);
            out.required("type", type);
            return out.close(unknown);
        }
    }

    /** Identifies a participant within one chat, also after a change of nickname. In the published examples the client is 1 and the next participant to join is 2. */
    public record ParticipantId(Long value) implements Wire.Value {
        public ParticipantId {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ParticipantId of(JsonNode json) {
            return new ParticipantId(Wire.read(json, Wire::int64));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The role of a participant. New values may be added; an unknown value is kept unchanged and does not make a transcript invalid. Any other string is a value too. */
    public record ParticipantType(String value) implements Wire.Value {
        /** The customer for whom the chat was requested. */
        public static final ParticipantType CLIENT = new ParticipantType("Client");
        /** A bot or a system, such as the one that tells a customer to wait. */
        public static final ParticipantType EXTERNAL = new ParticipantType("External");
        /** A person of the contact centre who answers the customer. */
        public static final ParticipantType AGENT = new ParticipantType("Agent");
        /** A supervisor of the contact centre. */
        public static final ParticipantType SUPERVISOR = new ParticipantType("Supervisor");

        public ParticipantType {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ParticipantType of(JsonNode json) {
            return new ParticipantType(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The `operationName` of Push URL. Any other string is a value too. */
    public record PushUrlOperation(String value) implements Wire.Value {
        /** Shows a URL to the other participants. */
        public static final PushUrlOperation SEND_URL = new PushUrlOperation("SendUrl");

        public PushUrlOperation {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static PushUrlOperation of(JsonNode json) {
            return new PushUrlOperation(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The body of Push URL, which shows a URL to the other participants. It becomes a `Notice` event whose text is the URL; nothing in the event marks it as a URL. The answer is an acknowledgement. */
    public static final class PushUrlParams extends Wire.Struct implements OperateChatParams {
        /**  */
        public PushUrlOperation operationName;

        /**  */
        public UserId userId;

        /**  */
        public SecureKey secureKey;

        /**  */
        public Alias alias;

        /**  */
        public TenantName tenantName;

        /** The URL, sent as given. No validation is documented. */
        public String pushUrl;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public PushUrlParams(PushUrlOperation operationName, UserId userId, SecureKey secureKey, Alias alias, TenantName tenantName, String pushUrl) {
            this.operationName = operationName;
            this.userId = userId;
            this.secureKey = secureKey;
            this.alias = alias;
            this.tenantName = tenantName;
            this.pushUrl = pushUrl;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static PushUrlParams of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            PushUrlParams out = new PushUrlParams(
                in.required("operationName", PushUrlOperation::of),
                in.required("userId", UserId::of),
                in.required("secureKey", SecureKey::of),
                in.required("alias", Alias::of),
                in.required("tenantName", TenantName::of),
                in.required("pushUrl", Wire::string));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("operationName", operationName);
            out.required("userId", userId);
            out.required("secureKey", secureKey);
            out.required("alias", alias);
            out.required("tenantName", tenantName);
            out.required("pushUrl", pushUrl);
            return out.close(unknown);
        }
    }

    /** The answer of Request Chat. With `statusCode` 0 it contains the chat, the credentials for all later calls and the first event. With any other `statusCode` there is no chat; all other fields are unreliable and may be missing. */
    public static final class RequestChatAnswer extends Wire.Struct {
        /**  */
        public ChatStatus statusCode;

        /** The id of the chat. Every later call has it in its path; no later answer repeats it. */
        public Wire.Field<ChatId> chatId = Wire.Field.absent();

        /** The path of the chat, `/api/v2/chats/{chatId}`. It is relative to the `/webapi` of the server and does not contain `/webapi` or the origin. */
        public Wire.Field<String> path = Wire.Field.absent();

        /** The user id to send with the next call. */
        public Wire.Field<UserId> userId = Wire.Field.absent();

        /** The secure key to send with the next call. */
        public Wire.Field<SecureKey> secureKey = Wire.Field.absent();

        /** The alias to send with the next call. */
        public Wire.Field<Alias> alias = Wire.Field.absent();

        /** The tenant, as named in the request. */
        public Wire.Field<TenantName> tenantName = Wire.Field.absent();

        /** The first event: the `ParticipantJoined` of the caller, with index 1. */
        public Wire.Field<List<ChatEvent>> messages = Wire.Field.absent();

        /** The errors, one entry each. Only the successor of this API adds them. */
        public Wire.Field<List<ChatError>> errors = Wire.Field.absent();

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public RequestChatAnswer(ChatStatus statusCode) {
            this.statusCode = statusCode;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static RequestChatAnswer of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            RequestChatAnswer out = new RequestChatAnswer(
                in.required("statusCode", ChatStatus::of));
            out.chatId = in.field("chatId", ChatId::of);
            out.path = in.field("path", Wire::string);
            out.userId = in.field("userId", UserId::of);
            out.secureKey = in.field("secureKey", SecureKey::of);
            out.alias = in.field("alias", Alias::of);
            out.tenantName = in.field("tenantName", TenantName::of);
            out.messages = in.field("messages", Wire.list(ChatEvent::of));
            out.errors = in.field("errors", Wire.list(ChatError::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("statusCode", statusCode);
            out.field("chatId", chatId);
            out.field("path", path);
            out.field("userId", userId);
            out.field("secureKey", secureKey);
            out.field("alias", alias);
            out.field("tenantName", tenantName);
            out.field("messages", messages);
            out.field("errors", errors);
            return out.close(unknown);
        }
    }

    /** The body of Request Chat. In this document, all fields except the tenant are optional. Give the name of the customer as `nickname`, or as `firstName` and `lastName`: the vendor's page marks all three as required, but its own example sends only `nickname`. */
    public static final class RequestChatParams extends Wire.Struct {
        /**  */
        public TenantName tenantName;

        /** The name to show in the chat. */
        public Wire.Field<String> nickname = Wire.Field.absent();

        /** The customer's first name. */
        public Wire.Field<String> firstName = Wire.Field.absent();

        /** The customer's last name. */
        public Wire.Field<String> lastName = Wire.Field.absent();

        /** The customer's email address. No validation is documented. */
        public Wire.Field<String> emailAddress = Wire.Field.absent();

        /** The subject of the chat, in the customer's words. */
        public Wire.Field<String> subject = Wire.Field.absent();

        /** The name of the entry point through which the chat reaches the contact centre, as configured on the server. Default: chosen by the server. */
        public Wire.Field<String> endpoint = Wire.Field.absent();

        /** The data to attach to the chat when it is opened. */
        public Wire.Field<UserData> userData = Wire.Field.absent();

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public RequestChatParams(TenantName tenantName) {
            this.tenantName = tenantName;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static RequestChatParams of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            RequestChatParams out = new RequestChatParams(
                in.required("tenantName", TenantName::of));
            out.nickname = in.field("nickname", Wire::string);
            out.firstName = in.field("firstName", Wire::string);
            out.lastName = in.field("lastName", Wire::string);
            out.emailAddress = in.field("emailAddress", Wire::string);
            out.subject = in.field("subject", Wire::string);
            out.endpoint = in.field("endpoint", Wire::string);
            out.userData = in.field("userData", UserData::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("tenantName", tenantName);
            out.field("nickname", nickname);
            out.field("firstName", firstName);
            out.field("lastName", lastName);
            out.field("emailAddress", emailAddress);
            out.field("subject", subject);
            out.field("endpoint", endpoint);
            out.field("userData", userData);
            return out.close(unknown);
        }
    }

    /** The secret of the session: with it, one can read the chat and write in the customer's name. Any answer with `statusCode` 0 may renew it. It is opaque; keys of 16 and 20 hexadecimal digits have been seen. */
    public record SecureKey(String value) implements Wire.Value {
        public SecureKey {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static SecureKey of(JsonNode json) {
            return new SecureKey(Wire.read(json, Wire::string));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }

        @Override
        public String toString() {
            return "SecureKey[secret]";
        }
    }

    /** The `operationName` of Send Message. Any other string is a value too. */
    public record SendMessageOperation(String value) implements Wire.Value {
        /** Writes a message. */
        public static final SendMessageOperation SEND_MESSAGE = new SendMessageOperation("SendMessage");

        public SendMessageOperation {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static SendMessageOperation of(JsonNode json) {
            return new SendMessageOperation(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The body of Send Message, which sends a message to the chat. It becomes a `Message` event. The answer is an acknowledgement. */
    public static final class SendMessageParams extends Wire.Struct implements OperateChatParams {
        /**  */
        public SendMessageOperation operationName;

        /**  */
        public UserId userId;

        /**  */
        public SecureKey secureKey;

        /**  */
        public Alias alias;

        /**  */
        public TenantName tenantName;

        /** The text of the message. */
        public String text;

        /** A label for the message, repeated in its event. Default: none. */
        public Wire.Field<String> messageType = Wire.Field.absent();

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public SendMessageParams(SendMessageOperation operationName, UserId userId, SecureKey secureKey, Alias alias, TenantName tenantName, String text) {
            this.operationName = operationName;
            this.userId = userId;
            this.secureKey = secureKey;
            this.alias = alias;
            this.tenantName = tenantName;
            this.text = text;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static SendMessageParams of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            SendMessageParams out = new SendMessageParams(
                in.required("operationName", SendMessageOperation::of),
                in.required("userId", UserId::of),
                in.required("secureKey", SecureKey::of),
                in.required("alias", Alias::of),
                in.required("tenantName", TenantName::of),
                in.required("text", Wire::string));
            out.messageType = in.field("messageType", Wire::string);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("operationName", operationName);
            out.required("userId", userId);
            out.required("secureKey", secureKey);
            out.required("alias", alias);
            out.required("tenantName", tenantName);
            out.required("text", text);
            out.field("messageType", messageType);
            return out.close(unknown);
        }
    }

    /** The `operationName` of Start typing. Any other string is a value too. */
    public record StartTypingOperation(String value) implements Wire.Value {
        /** Reports that typing has started. */
        public static final StartTypingOperation SEND_START_TYPING_NOTIFICATION = new StartTypingOperation("SendStartTypingNotification");

        public StartTypingOperation {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static StartTypingOperation of(JsonNode json) {
            return new StartTypingOperation(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The body of Start typing, which notifies the other participants that the customer has started typing. It becomes a `TypingStarted` event. The answer is an acknowledgement. */
    public static final class StartTypingParams extends Wire.Struct implements OperateChatParams {
        /**  */
        public StartTypingOperation operationName;

        /**  */
        public UserId userId;

        /**  */
        public SecureKey secureKey;

        /**  */
        public Alias alias;

        /**  */
        public TenantName tenantName;

        /** A preview: the text that the customer has typed so far. It does not become a message. */
        public Wire.Field<String> text = Wire.Field.absent();

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public StartTypingParams(StartTypingOperation operationName, UserId userId, SecureKey secureKey, Alias alias, TenantName tenantName) {
            this.operationName = operationName;
            this.userId = userId;
            this.secureKey = secureKey;
            this.alias = alias;
            this.tenantName = tenantName;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static StartTypingParams of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            StartTypingParams out = new StartTypingParams(
                in.required("operationName", StartTypingOperation::of),
                in.required("userId", UserId::of),
                in.required("secureKey", SecureKey::of),
                in.required("alias", Alias::of),
                in.required("tenantName", TenantName::of));
            out.text = in.field("text", Wire::string);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("operationName", operationName);
            out.required("userId", userId);
            out.required("secureKey", secureKey);
            out.required("alias", alias);
            out.required("tenantName", tenantName);
            out.field("text", text);
            return out.close(unknown);
        }
    }

    /** The `operationName` of Stop typing. Any other string is a value too. */
    public record StopTypingOperation(String value) implements Wire.Value {
        /** Reports that typing has stopped. */
        public static final StopTypingOperation SEND_STOP_TYPING_NOTIFICATION = new StopTypingOperation("SendStopTypingNotification");

        public StopTypingOperation {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static StopTypingOperation of(JsonNode json) {
            return new StopTypingOperation(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The body of Stop typing, which notifies the other participants that the customer has stopped typing. It becomes a `TypingStopped` event. The answer is an acknowledgement. */
    public static final class StopTypingParams extends Wire.Struct implements OperateChatParams {
        /**  */
        public StopTypingOperation operationName;

        /**  */
        public UserId userId;

        /**  */
        public SecureKey secureKey;

        /**  */
        public Alias alias;

        /**  */
        public TenantName tenantName;

        /** A preview: the text that the customer has typed so far. It does not become a message. */
        public Wire.Field<String> text = Wire.Field.absent();

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public StopTypingParams(StopTypingOperation operationName, UserId userId, SecureKey secureKey, Alias alias, TenantName tenantName) {
            this.operationName = operationName;
            this.userId = userId;
            this.secureKey = secureKey;
            this.alias = alias;
            this.tenantName = tenantName;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static StopTypingParams of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            StopTypingParams out = new StopTypingParams(
                in.required("operationName", StopTypingOperation::of),
                in.required("userId", UserId::of),
                in.required("secureKey", SecureKey::of),
                in.required("alias", Alias::of),
                in.required("tenantName", TenantName::of));
            out.text = in.field("text", Wire::string);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("operationName", operationName);
            out.required("userId", userId);
            out.required("secureKey", secureKey);
            out.required("alias", alias);
            out.required("tenantName", tenantName);
            out.field("text", text);
            return out.close(unknown);
        }
    }

    /** The name of the tenant, the part of the contact centre to which the chat belongs. Every request sends it. */
    public record TenantName(String value) implements Wire.Value {
        public TenantName {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static TenantName of(JsonNode json) {
            return new TenantName(Wire.read(json, Wire::string));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** A point in time, in whole milliseconds since the Unix epoch (1970-01-01T00:00:00Z), UTC. Two events may have the same time, and weeks may pass between consecutive events. */
    public record Timestamp(Long value) implements Wire.Value {
        public Timestamp {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Timestamp of(JsonNode json) {
            return new Timestamp(Wire.read(json, Wire::int64));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The index of the first event to return. It is inclusive and counted from 1. Default: 1, which returns all events. The next position to request is the highest index received plus 1; no answer contains it. There is no position 0; in the successor of this API it means "no messages". */
    public record TranscriptPosition(Long value) implements Wire.Value {
        public TranscriptPosition {
            Objects.requireNonNull(value);
            Wire.valid(value >= 1L);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static TranscriptPosition of(JsonNode json) {
            return new TranscriptPosition(Wire.read(json, Wire::int64));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The `operationName` of Update nickname. Any other string is a value too. */
    public record UpdateNicknameOperation(String value) implements Wire.Value {
        /** Gives the customer a new nickname. */
        public static final UpdateNicknameOperation UPDATE_USER_NICKNAME = new UpdateNicknameOperation("UpdateUserNickname");

        public UpdateNicknameOperation {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static UpdateNicknameOperation of(JsonNode json) {
            return new UpdateNicknameOperation(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The body of Update nickname, which changes the name of the customer in the chat. It becomes a `Notice` event whose text is the nickname; nothing in the event marks it as a nickname. The answer is an acknowledgement. */
    public static final class UpdateNicknameParams extends Wire.Struct implements OperateChatParams {
        /**  */
        public UpdateNicknameOperation operationName;

        /**  */
        public UserId userId;

        /**  */
        public SecureKey secureKey;

        /**  */
        public Alias alias;

        /**  */
        public TenantName tenantName;

        /** The name to show in the chat from now on. */
        public String nickname;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public UpdateNicknameParams(UpdateNicknameOperation operationName, UserId userId, SecureKey secureKey, Alias alias, TenantName tenantName, String nickname) {
            this.operationName = operationName;
            this.userId = userId;
            this.secureKey = secureKey;
            this.alias = alias;
            this.tenantName = tenantName;
            this.nickname = nickname;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static UpdateNicknameParams of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            UpdateNicknameParams out = new UpdateNicknameParams(
                in.required("operationName", UpdateNicknameOperation::of),
                in.required("userId", UserId::of),
                in.required("secureKey", SecureKey::of),
                in.required("alias", Alias::of),
                in.required("tenantName", TenantName::of),
                in.required("nickname", Wire::string));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("operationName", operationName);
            out.required("userId", userId);
            out.required("secureKey", secureKey);
            out.required("alias", alias);
            out.required("tenantName", tenantName);
            out.required("nickname", nickname);
            return out.close(unknown);
        }
    }

    /** The `operationName` of Update attached data. Any other string is a value too. */
    public record UpdateUserDataOperation(String value) implements Wire.Value {
        /** Overwrites values of the attached data. */
        public static final UpdateUserDataOperation UPDATE_USER_DATA = new UpdateUserDataOperation("UpdateUserData");

        public UpdateUserDataOperation {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static UpdateUserDataOperation of(JsonNode json) {
            return new UpdateUserDataOperation(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The body of Update attached data, which overwrites the values of the given names in the data attached to the chat. Other names keep their values. How to remove a name is not documented. The answer is an acknowledgement. */
    public static final class UpdateUserDataParams extends Wire.Struct implements OperateChatParams {
        /**  */
        public UpdateUserDataOperation operationName;

        /**  */
        public UserId userId;

        /**  */
        public SecureKey secureKey;

        /**  */
        public Alias alias;

        /**  */
        public TenantName tenantName;

        /** The names to overwrite and their new values. */
        public UserData userData;

        /** A text that accompanies the change. Its effect is not documented. */
        public Wire.Field<String> text = Wire.Field.absent();

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public UpdateUserDataParams(UpdateUserDataOperation operationName, UserId userId, SecureKey secureKey, Alias alias, TenantName tenantName, UserData userData) {
            this.operationName = operationName;
            this.userId = userId;
            this.secureKey = secureKey;
            this.alias = alias;
            this.tenantName = tenantName;
            this.userData = userData;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static UpdateUserDataParams of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            UpdateUserDataParams out = new UpdateUserDataParams(
                in.required("operationName", UpdateUserDataOperation::of),
                in.required("userId", UserId::of),
                in.required("secureKey", SecureKey::of),
                in.required("alias", Alias::of),
                in.required("tenantName", TenantName::of),
                in.required("userData", UserData::of));
            out.text = in.field("text", Wire::string);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("operationName", operationName);
            out.required("userId", userId);
            out.required("secureKey", secureKey);
            out.required("alias", alias);
            out.required("tenantName", tenantName);
            out.required("userData", userData);
            out.field("text", text);
            return out.close(unknown);
        }
    }

    /** Attached data: names and values. The contact centre chooses the names. The values are strings as a rule; events with numbers, lists and objects have been seen. The data is passed on with the chat to the agent who handles it. */
    public record UserData(Map<String, JsonNode> value) implements Wire.Value {
        public UserData {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static UserData of(JsonNode json) {
            return new UserData(Wire.read(json, Wire.map(Wire::any)));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The id of the caller within the session; it does not identify a person. Any answer with `statusCode` 0 may renew it. It is opaque; ids of 16 hexadecimal digits have been seen. */
    public record UserId(String value) implements Wire.Value {
        public UserId {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static UserId of(JsonNode json) {
            return new UserId(Wire.read(json, Wire::string));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

}
