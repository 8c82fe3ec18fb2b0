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

    /** Names the host that holds the session. It consists of digits in every published example and is a string all the same. Any answer with `statusCode` 0 may renew it. It is opaque. */
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

    /** One thing that went wrong, as the successor of this API adds it to an answer. It explains a `statusCode`, and never overrules it. */
    public static final class ChatError extends Wire.Struct {
        /** Names the kind of error. Its type and its values are not documented, so it may be any JSON value. */
        public JsonNode code;

        /** What went wrong, in words for a reader. It is no key to decide by. */
        public String message;

        /** What to do about it, in words for a reader. Null when absent. */
        public String advice;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public ChatError(JsonNode code, String message) {
            this.code = code;
            this.message = message;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ChatError of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            ChatError out = new ChatError(
                in.nullable("code", Wire::any),
                in.required("message", Wire::string));
            out.advice = in.optional("advice", Wire::string);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.nullable("code", code);
            out.required("message", message);
            out.optional("advice", advice);
            return out.close(unknown);
        }
    }

    /** One event of a transcript: somebody joined or left, wrote a message, typed, or something was noted. All types of events have this one flat form. What `type` a field goes with is a habit, not a rule: in the published example the typing events have a `text`. A field that an event does not have is absent, never null. Two events of a chat are the same when they have the same `index`. Neither `text` nor `utcTime` says so: a bot may repeat itself, and two events may happen in the same millisecond. */
    public static final class ChatEvent extends Wire.Struct {
        /** The participant the event comes from, with the nickname and type as this event gives them. */
        public Participant from;

        /** The position of the event in its transcript, counted from 1 over the events of every type. It is optional on the wire, as a `Notice` without one has been seen; such an event has no position to ask for, and is kept where the answer has it. Null when absent. */
        public Long index;

        /** What happened. */
        public ChatEventType type;

        /** When it happened. */
        public Timestamp utcTime;

        /** The text of the event. For a `Message` it is the message. For `TypingStarted` and `TypingStopped` it is a preview of a message, or the text of an earlier one, and never a message. For a `Notice` it is a new nickname or a pushed URL, with nothing to tell the two apart, or the words of the system, as a rule with `userData` beside it. Joining and leaving have none. Null when absent. */
        public String text;

        /** A free label that the sender of a message gave it. It has no meaning of its own. Null when absent. */
        public String messageType;

        /** Data attached to the event. Notices of the system and the types the successor adds have some. Null when absent. */
        public UserData userData;

        /** Further details of the event, such as the reason code of a `ParticipantLeft`. Null when absent. */
        public EventAttributes eventAttributes;

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
            out.index = in.optional("index", Wire::int64);
            out.text = in.optional("text", Wire::string);
            out.messageType = in.optional("messageType", Wire::string);
            out.userData = in.optional("userData", UserData::of);
            out.eventAttributes = in.optional("eventAttributes", EventAttributes::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("from", from);
            out.optional("index", index);
            out.required("type", type);
            out.required("utcTime", utcTime);
            out.optional("text", text);
            out.optional("messageType", messageType);
            out.optional("userData", userData);
            out.optional("eventAttributes", eventAttributes);
            return out.close(unknown);
        }
    }

    /** What happened. The list grows: a type that is not known here is kept as it came, and never makes a transcript unreadable. Web API Server 8.5 writes a nickname change and a pushed URL both as `Notice`; its successor has a type for each, and the other types marked as its own. Any other string is a value too. */
    public record ChatEventType(String value) implements Wire.Value {
        /** The participant joined the chat; there is no `text`. */
        public static final ChatEventType PARTICIPANT_JOINED = new ChatEventType("ParticipantJoined");
        /** The participant left, perhaps with a reason code in `eventAttributes`; there is no `text`. */
        public static final ChatEventType PARTICIPANT_LEFT = new ChatEventType("ParticipantLeft");
        /** The participant wrote the message in `text`. */
        public static final ChatEventType MESSAGE = new ChatEventType("Message");
        /** The participant began to type; a `text` is only a preview. */
        public static final ChatEventType TYPING_STARTED = new ChatEventType("TypingStarted");
        /** The participant stopped typing; a `text` is only a preview. */
        public static final ChatEventType TYPING_STOPPED = new ChatEventType("TypingStopped");
        /** A new nickname or a pushed URL in `text`, indistinguishably, or a notice of the system with `userData`. */
        public static final ChatEventType NOTICE = new ChatEventType("Notice");
        /** The participant pushed a URL; a type of the successor. */
        public static final ChatEventType PUSH_URL = new ChatEventType("PushUrl");
        /** The participant took a new nickname; a type of the successor. */
        public static final ChatEventType NICKNAME_UPDATED = new ChatEventType("NicknameUpdated");
        /** A notice that an application defined for itself; a type of the successor. */
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

    /** Names a chat. Request Chat hands it out, and it never changes. It is opaque; 16 letters and digits have been seen. */
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

    /** How a chat stands. Only one value is documented; others are kept as they came. Whether the chat has ended is said by `chatEnded`. Any other string is a value too. */
    public record ChatState(String value) implements Wire.Value {
        /** The chat goes on. */
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

    /** Body of End chat, which ends the chat for good. The answer has the `statusCode` only. */
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

    /** Further details of an event, as names and any JSON values. Neither the names nor the values are documented; the reason code of a `ParticipantLeft` is one of them. */
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
        /** Asks how the chat stands and who is in it. */
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

    /** Body of Get Chat, which asks how the chat stands and who is in it. The answer is an acknowledgement with `state`, `participants` and `chatEnded`. */
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

    /** Answer of Get Messages. With `statusCode` 0 it holds the events from the position on and the credentials to use from now on; with any other nothing else in it is to be trusted, and all of it may be missing. It has neither the `chatId` nor the next position. */
    public static final class GetMessagesAnswer extends Wire.Struct {
        /**  */
        public StatusCode statusCode;

        /** The events from the position asked for on, in the order of their index. When it is empty or absent, nothing has happened since. There may be events below the position; a client that has their index passes over them. Null when absent. */
        public List<ChatEvent> messages;

        /** The user id to send with the next call. It replaces the one held. Null when absent. */
        public UserId userId;

        /** The secure key to send with the next call. It replaces the one held. Null when absent. */
        public SecureKey secureKey;

        /** The alias to send with the next call. It replaces the one held. Null when absent. */
        public Alias alias;

        /** The tenant, as the request named it. Null when absent. */
        public TenantName tenantName;

        /** Whether the chat has ended normally. Absent, it has not. It counts only when `statusCode` is 0. Null when absent. */
        public Boolean chatEnded;

        /** What went wrong, one entry for each error. The successor of this API adds it. Null when absent. */
        public List<ChatError> errors;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GetMessagesAnswer(StatusCode statusCode) {
            this.statusCode = statusCode;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GetMessagesAnswer of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            GetMessagesAnswer out = new GetMessagesAnswer(
                in.required("statusCode", StatusCode::of));
            out.messages = in.optional("messages", Wire.list(ChatEvent::of));
            out.userId = in.optional("userId", UserId::of);
            out.secureKey = in.optional("secureKey", SecureKey::of);
            out.alias = in.optional("alias", Alias::of);
            out.tenantName = in.optional("tenantName", TenantName::of);
            out.chatEnded = in.optional("chatEnded", Wire::bool);
            out.errors = in.optional("errors", Wire.list(ChatError::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("statusCode", statusCode);
            out.optional("messages", messages);
            out.optional("userId", userId);
            out.optional("secureKey", secureKey);
            out.optional("alias", alias);
            out.optional("tenantName", tenantName);
            out.optional("chatEnded", chatEnded);
            out.optional("errors", errors);
            return out.close(unknown);
        }
    }

    /** Body of Get Messages, with the credentials as the last answer left them. */
    public static final class GetMessagesParams extends Wire.Struct {
        /**  */
        public UserId userId;

        /**  */
        public SecureKey secureKey;

        /**  */
        public Alias alias;

        /**  */
        public TenantName tenantName;

        /**  Null when absent. */
        public TranscriptPosition transcriptPosition;

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
            out.transcriptPosition = in.optional("transcriptPosition", TranscriptPosition::of);
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
            out.optional("transcriptPosition", transcriptPosition);
            return out.close(unknown);
        }
    }

    /** Answer of an operation in a chat. With `statusCode` 0 it is an acknowledgement with the credentials to use from now on; Get Chat adds `state`, `participants` and `chatEnded`, and End chat is answered with the `statusCode` only. With any other `statusCode` nothing else in it is to be trusted, and all of it may be missing. */
    public static final class OperateChatAnswer extends Wire.Struct {
        /**  */
        public StatusCode statusCode;

        /** The user id to send with the next call. It replaces the one held. Null when absent. */
        public UserId userId;

        /** The secure key to send with the next call. It replaces the one held. Null when absent. */
        public SecureKey secureKey;

        /** The alias to send with the next call. It replaces the one held. Null when absent. */
        public Alias alias;

        /** The tenant, as the request named it. Null when absent. */
        public TenantName tenantName;

        /** Events of the transcript that the server chose to send along. They are no substitute for Get Messages: there may be others between them and those already held. Null when absent. */
        public List<ChatEvent> messages;

        /** Whether the chat has ended normally. Absent, it has not. It counts only when `statusCode` is 0. Null when absent. */
        public Boolean chatEnded;

        /** How the chat stands. Only Get Chat answers with it. Null when absent. */
        public ChatState state;

        /** Who is in the chat. Only Get Chat answers with it. Null when absent. */
        public List<Participant> participants;

        /** What went wrong, one entry for each error. The successor of this API adds it. Null when absent. */
        public List<ChatError> errors;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public OperateChatAnswer(StatusCode statusCode) {
            this.statusCode = statusCode;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static OperateChatAnswer of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            OperateChatAnswer out = new OperateChatAnswer(
                in.required("statusCode", StatusCode::of));
            out.userId = in.optional("userId", UserId::of);
            out.secureKey = in.optional("secureKey", SecureKey::of);
            out.alias = in.optional("alias", Alias::of);
            out.tenantName = in.optional("tenantName", TenantName::of);
            out.messages = in.optional("messages", Wire.list(ChatEvent::of));
            out.chatEnded = in.optional("chatEnded", Wire::bool);
            out.state = in.optional("state", ChatState::of);
            out.participants = in.optional("participants", Wire.list(Participant::of));
            out.errors = in.optional("errors", Wire.list(ChatError::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("statusCode", statusCode);
            out.optional("userId", userId);
            out.optional("secureKey", secureKey);
            out.optional("alias", alias);
            out.optional("tenantName", tenantName);
            out.optional("messages", messages);
            out.optional("chatEnded", chatEnded);
            out.optional("state", state);
            out.optional("participants", participants);
            out.optional("errors", errors);
            return out.close(unknown);
        }
    }

    /** Body of an operation in a chat. `operationName` says which of the eight it is; a name that is not known here makes it an `OtherOperationParams`, which keeps all its fields. */
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

    /** Body of an operation that is not known here. It has the credentials that all operations have; its other fields are kept as they are. */
    public static final class OtherOperationParams extends Wire.Struct implements OperateChatParams {
        /** The name of the operation, other than those of the eight known ones. */
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

    /** Somebody or something that takes part in a chat. An event repeats its participant as it was at the time, so the nickname for one `participantId` may differ from event to event. */
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

    /** Tells the participants of one chat apart, also when a nickname changes. In the published examples the client is 1 and the next to join is 2. */
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

    /** The part a participant takes. The list grows: a type that is not known here is kept as it came, and never makes a transcript unreadable. Any other string is a value too. */
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

    /** Body of Push URL, which shows a URL to the other participants. It becomes a `Notice` event whose text is the URL, and nothing in that event says that it is one. The answer is an acknowledgement. */
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

        /** The URL. It is taken as it is; no check of its form is documented. */
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

    /** Answer of Request Chat. With `statusCode` 0 it holds the chat, the credentials of every later call and the first event; with any other there is no chat, nothing else in it is to be trusted, and all of it may be missing. */
    public static final class RequestChatAnswer extends Wire.Struct {
        /**  */
        public StatusCode statusCode;

        /** The chat. Every later call has it in its path, and no later answer repeats it. Null when absent. */
        public ChatId chatId;

        /** The path of the chat, `/api/v2/chats/{chatId}`. It begins below the `/webapi` of the server, and holds neither that nor the origin. Null when absent. */
        public String path;

        /** The user id to send with the next call. Null when absent. */
        public UserId userId;

        /** The secure key to send with the next call. Null when absent. */
        public SecureKey secureKey;

        /** The alias to send with the next call. Null when absent. */
        public Alias alias;

        /** The tenant, as the request named it. Null when absent. */
        public TenantName tenantName;

        /** The first event, the `ParticipantJoined` of the caller with the index 1. Null when absent. */
        public List<ChatEvent> messages;

        /** What went wrong, one entry for each error. The successor of this API adds it. Null when absent. */
        public List<ChatError> errors;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public RequestChatAnswer(StatusCode statusCode) {
            this.statusCode = statusCode;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static RequestChatAnswer of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            RequestChatAnswer out = new RequestChatAnswer(
                in.required("statusCode", StatusCode::of));
            out.chatId = in.optional("chatId", ChatId::of);
            out.path = in.optional("path", Wire::string);
            out.userId = in.optional("userId", UserId::of);
            out.secureKey = in.optional("secureKey", SecureKey::of);
            out.alias = in.optional("alias", Alias::of);
            out.tenantName = in.optional("tenantName", TenantName::of);
            out.messages = in.optional("messages", Wire.list(ChatEvent::of));
            out.errors = in.optional("errors", Wire.list(ChatError::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("statusCode", statusCode);
            out.optional("chatId", chatId);
            out.optional("path", path);
            out.optional("userId", userId);
            out.optional("secureKey", secureKey);
            out.optional("alias", alias);
            out.optional("tenantName", tenantName);
            out.optional("messages", messages);
            out.optional("errors", errors);
            return out.close(unknown);
        }
    }

    /** Body of Request Chat. Beside the tenant everything is optional here. The customer should be named by `nickname`, or by `firstName` and `lastName`; the vendor's page calls all three required, and its own example sends only `nickname`. */
    public static final class RequestChatParams extends Wire.Struct {
        /**  */
        public TenantName tenantName;

        /** The name to show in the chat. Null when absent. */
        public String nickname;

        /** The customer's first name. Null when absent. */
        public String firstName;

        /** The customer's last name. Null when absent. */
        public String lastName;

        /** The customer's email address. No check of its form is documented. Null when absent. */
        public String emailAddress;

        /** What the chat is about, in the customer's words. Null when absent. */
        public String subject;

        /** The name of the entry point, as configured on the server, through which the chat reaches the contact centre. Absent, it is the server's choice. Null when absent. */
        public String endpoint;

        /** Data to attach to the chat from its start. Null when absent. */
        public UserData userData;

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
            out.nickname = in.optional("nickname", Wire::string);
            out.firstName = in.optional("firstName", Wire::string);
            out.lastName = in.optional("lastName", Wire::string);
            out.emailAddress = in.optional("emailAddress", Wire::string);
            out.subject = in.optional("subject", Wire::string);
            out.endpoint = in.optional("endpoint", Wire::string);
            out.userData = in.optional("userData", UserData::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("tenantName", tenantName);
            out.optional("nickname", nickname);
            out.optional("firstName", firstName);
            out.optional("lastName", lastName);
            out.optional("emailAddress", emailAddress);
            out.optional("subject", subject);
            out.optional("endpoint", endpoint);
            out.optional("userData", userData);
            return out.close(unknown);
        }
    }

    /** The secret of the session: whoever holds it can read the chat and write in the customer's name. Any answer with `statusCode` 0 may renew it. It is opaque; 16 and 20 hexadecimal digits have been seen. */
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

    /** Body of Send Message, which writes a message into the chat. It becomes a `Message` event. The answer is an acknowledgement. */
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

        /** The message. */
        public String text;

        /** A free label for the message, which its event carries. Absent, the event has none. Null when absent. */
        public String messageType;

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
            out.messageType = in.optional("messageType", Wire::string);
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
            out.optional("messageType", messageType);
            return out.close(unknown);
        }
    }

    /** The `operationName` of Start typing. Any other string is a value too. */
    public record StartTypingOperation(String value) implements Wire.Value {
        /** Tells that typing has begun. */
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

    /** Body of Start typing, which tells the other participants that the customer has begun to type. It becomes a `TypingStarted` event. The answer is an acknowledgement. */
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

        /** A preview, what the customer has typed so far. It does not become a message. Null when absent. */
        public String text;

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
            out.text = in.optional("text", Wire::string);
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
            out.optional("text", text);
            return out.close(unknown);
        }
    }

    /** The outcome of a call. - 0: the call is done. When `chatEnded` is true beside it, the chat has ended normally. - 1: recoverable, or the chat server cannot be reached. Try again. - 2: not recoverable. The session is over. With 1 or 2 nothing else in the answer is to be trusted, and all of it may be missing. Any other number is read as well: this document does not know what it means, so nothing else in that answer is to be trusted either. */
    public record StatusCode(Long value) implements Wire.Value {
        public StatusCode {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static StatusCode of(JsonNode json) {
            return new StatusCode(Wire.read(json, Wire::int64));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The `operationName` of Stop typing. Any other string is a value too. */
    public record StopTypingOperation(String value) implements Wire.Value {
        /** Tells that typing has stopped. */
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

    /** Body of Stop typing, which tells the other participants that the customer has stopped typing. It becomes a `TypingStopped` event. The answer is an acknowledgement. */
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

        /** A preview, what the customer has typed so far. It does not become a message. Null when absent. */
        public String text;

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
            out.text = in.optional("text", Wire::string);
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
            out.optional("text", text);
            return out.close(unknown);
        }
    }

    /** Names the tenant of the contact centre that the chat belongs to. Every request sends it. */
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

    /** A time in whole milliseconds since the Unix epoch, 1970-01-01T00:00:00 UTC. Two events may have the same time, and weeks may pass between one event and the next. */
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

    /** The index of the first event to answer with. It is inclusive and counted from 1; absent, it is 1, which asks for everything. The position to ask for next is the highest index held plus 1, since no answer names it. There is no position 0: the successor of this API takes it to mean no messages. */
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

    /** Body of Update nickname, which gives the customer a new name in the chat. It becomes a `Notice` event whose text is the nickname, and nothing in that event says that it is one. The answer is an acknowledgement. */
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

    /** Body of Update attached data, which overwrites the values of the given names in the data attached to the chat, and leaves the others. How a name is removed is not documented. The answer is an acknowledgement. */
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

        /** The names to overwrite, with their new values. */
        public UserData userData;

        /** A text that goes with the change. What becomes of it is not documented. Null when absent. */
        public String text;

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
            out.text = in.optional("text", Wire::string);
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
            out.optional("text", text);
            return out.close(unknown);
        }
    }

    /** Attached data, as names and values that are all strings. The names are up to the contact centre. It travels with the chat to whoever handles it. */
    public record UserData(Map<String, String> value) implements Wire.Value {
        public UserData {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static UserData of(JsonNode json) {
            return new UserData(Wire.read(json, Wire.map(Wire::string)));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** Names the caller within the session, not a person. Any answer with `statusCode` 0 may renew it. It is opaque; 16 hexadecimal digits have been seen. */
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
