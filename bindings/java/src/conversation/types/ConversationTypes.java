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
public final class ConversationTypes {
    private ConversationTypes() {}

    /** The id of an agent. Opaque; it starts with `ag_`. */
    public record AgentId(String value) implements Wire.Value {
        public AgentId {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static AgentId of(JsonNode json) {
            return new AgentId(Wire.read(json, Wire::string));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** One event of a transcript: a participant joined or left, sent a message or typed, or the system added a notice. All types of events share this flat form. Which fields appear with which `type` is a convention, not a rule: in the published example, the typing events have a `text`. A server omits the fields that an event does not have; it does not send null. Two events of a chat are the same if they have the same `index`. Neither `text` nor `utcTime` identifies an event: a bot may send the same text again, and two events may happen in the same millisecond. */
    public static final class ChatEvent extends Wire.Struct {
        /** Additional attributes of the event, for example the reason code of a `ParticipantLeft`. */
        public Wire.Field<EventAttributes> eventAttributes = Wire.Field.absent();

        /** The participant who caused the event, with the nickname and type at that time. */
        public Participant from;

        /** The position of the event in its transcript, counted from 1 over events of all types. It is optional, because a `Notice` without an index has been seen. Such an event has no position to request, and keeps its place in the order of the answer. */
        public Wire.Field<Long> index = Wire.Field.absent();

        /** A label that the sender gave the message. It has no predefined meaning. */
        public Wire.Field<String> messageType = Wire.Field.absent();

        /** The text of the event. `Message`: the message. `TypingStarted` and `TypingStopped`: a preview of a message, or the text of an earlier one, but not a message. `Notice`: a new nickname or a pushed URL, which cannot be distinguished, or a text of the system, usually together with `userData`. Absent when a participant joins or leaves. */
        public Wire.Field<String> text = Wire.Field.absent();

        /** The type of the event. */
        public ChatEventType type;

        /** Data attached to the event. System notices and the types that the successor adds have it. */
        public Wire.Field<UserData> userData = Wire.Field.absent();

        /** The time of the event. */
        public Long utcTime;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public ChatEvent(Participant from, ChatEventType type, Long utcTime) {
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
                in.required("utcTime", Wire::int64));
            out.eventAttributes = in.field("eventAttributes", EventAttributes::of);
            out.index = in.field("index", Wire::int64);
            out.messageType = in.field("messageType", Wire::string);
            out.text = in.field("text", Wire::string);
            out.userData = in.field("userData", UserData::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.field("eventAttributes", eventAttributes);
            out.required("from", from);
            out.field("index", index);
            out.field("messageType", messageType);
            out.field("text", text);
            out.required("type", type);
            out.field("userData", userData);
            out.required("utcTime", utcTime);
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

    /** Whether everything of a conversation was received, and the gaps if not. */
    public static final class Completeness extends Wire.Struct {
        /** What is missing, or may be. */
        public List<Gap> gaps;

        /** What was read. */
        public ItemKind kind;

        /** How much of it there is, repetitions counted once. */
        public Uint64 received;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public Completeness(List<Gap> gaps, ItemKind kind, Uint64 received) {
            this.gaps = gaps;
            this.kind = kind;
            this.received = received;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Completeness of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            Completeness out = new Completeness(
                in.required("gaps", Wire.list(Gap::of)),
                in.required("kind", ItemKind::of),
                in.required("received", Uint64::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("gaps", gaps);
            out.required("kind", kind);
            out.required("received", received);
            return out.close(unknown);
        }
    }

    /** A conversation of either side, with everything that the side sent. */
    public static final class Conversation extends Wire.Struct {
        /** What was said and what happened, in the order in which the side gave it. Neither side promises an order: messages hang together by their parents, events are numbered by their keys. */
        public List<ConversationEntry> entries;

        /** Everybody who is the author of an entry, in the order of their first entries. In a chat every event repeats its participant as it was at the time, so a participant who took another nickname is here once for each, with the same number. */
        public List<ConversationParticipant> participants;

        /** The side that it came from, and what that side says of the conversation as a whole. */
        public ConversationSource source;

        /** The messages or events that could not be read, as they came. Null when absent. */
        public List<UnreadableItem> unreadable;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public Conversation(List<ConversationEntry> entries, List<ConversationParticipant> participants, ConversationSource source) {
            this.entries = entries;
            this.participants = participants;
            this.source = source;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Conversation of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            Conversation out = new Conversation(
                in.required("entries", Wire.list(ConversationEntry::of)),
                in.required("participants", Wire.list(ConversationParticipant::of)),
                in.required("source", ConversationSource::of));
            out.unreadable = in.optional("unreadable", Wire.list(UnreadableItem::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("entries", entries);
            out.required("participants", participants);
            out.required("source", source);
            out.optional("unreadable", unreadable);
            return out.close(unknown);
        }
    }

    /** One message of an interaction, or one event of a chat. */
    public static final class ConversationEntry extends Wire.Struct {
        /** The author's place in the conversation's `participants`, counted from 0. */
        public Uint64 author;

        /** What only its own side says of it. Left out of JSON for an event of which there is nothing more to say. Null when absent. */
        public EntryDetails details;

        /** Fields that its side's document does not list. Null when absent. */
        public Map<String, JsonNode> extra;

        /** What tells it from other entries: a message's id, an event's index. Absent for an event without an index. Null when absent. */
        public EntryKey key;

        /** What it is. */
        public EntryKind kind;

        /** The message above this one. Absent on roots and events; a server may send null for a root. */
        public Wire.Field<MessageId> parent = Wire.Field.absent();

        /** Its text: the message, the notice, the pushed URL. For a typing entry it is a preview or the text of an earlier message, and never a message. Null when absent. */
        public String text;

        /** When it was written or happened. */
        public Timestamp time;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public ConversationEntry(Uint64 author, EntryKind kind, Timestamp time) {
            this.author = author;
            this.kind = kind;
            this.time = time;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ConversationEntry of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            ConversationEntry out = new ConversationEntry(
                in.required("author", Uint64::of),
                in.required("kind", EntryKind::of),
                in.required("time", Timestamp::of));
            out.details = in.optional("details", EntryDetails::of);
            out.extra = in.optional("extra", Wire.map(Wire::any));
            out.key = in.optional("key", EntryKey::of);
            out.parent = in.field("parent", MessageId::of);
            out.text = in.optional("text", Wire::string);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("author", author);
            out.optional("details", details);
            out.optional("extra", extra);
            out.optional("key", key);
            out.required("kind", kind);
            out.field("parent", parent);
            out.optional("text", text);
            out.required("time", time);
            return out.close(unknown);
        }
    }

    /** A person or a program that takes part. */
    public static final class ConversationParticipant extends Wire.Struct {
        /** Fields of the participant that its side's document does not list. Null when absent. */
        public Map<String, JsonNode> extra;

        /** The name shown in a chat; absent in an interaction. Null when absent. */
        public String nickname;

        /** The number that tells participants of a chat apart; absent in an interaction. Null when absent. */
        public ParticipantId number;

        /** The part that is taken. In an interaction it is all that is known of a participant. */
        public Role role;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public ConversationParticipant(Role role) {
            this.role = role;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ConversationParticipant of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            ConversationParticipant out = new ConversationParticipant(
                in.required("role", Role::of));
            out.extra = in.optional("extra", Wire.map(Wire::any));
            out.nickname = in.optional("nickname", Wire::string);
            out.number = in.optional("number", ParticipantId::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.optional("extra", extra);
            out.optional("nickname", nickname);
            out.optional("number", number);
            out.required("role", role);
            return out.close(unknown);
        }
    }

    /** A side, and what it says of a conversation as a whole. */
    public sealed interface ConversationSource extends Wire.Value {
        /** Reads the member that `of` tells. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static ConversationSource of(JsonNode json) {
            return switch (Wire.open(json).required("of", Wire::string)) {
                case "proficient" -> ConversationSourceProficient.of(json);
                case "genesys" -> ConversationSourceGenesys.of(json);
                default -> ConversationSourceOther.of(json);
            };
        }
    }

    /** A Genesys chat. */
    public static final class ConversationSourceGenesys extends Wire.Struct implements ConversationSource {
        /** Whether the chat has ended, where that was said. Null when absent. */
        public Boolean chatEnded;

        /** The id of the chat, where it was given: the events do not have it. Null when absent. */
        public ChatId chatId;

        /** What else was said beside it, that this version does not know. Null when absent. */
        public Map<String, JsonNode> extra;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public ConversationSourceGenesys() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ConversationSourceGenesys of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("of", "genesys");
            ConversationSourceGenesys out = new ConversationSourceGenesys();
            out.chatEnded = in.optional("chat_ended", Wire::bool);
            out.chatId = in.optional("chat_id", ChatId::of);
            out.extra = in.optional("extra", Wire.map(Wire::any));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("of", "genesys");
            out.optional("chat_ended", chatEnded);
            out.optional("chat_id", chatId);
            out.optional("extra", extra);
            return out.close(unknown);
        }
    }

    /** A side that this version does not know. */
    public static final class ConversationSourceOther extends Wire.Struct implements ConversationSource {
        /** A `of` that is not known here. */
        public String of;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public ConversationSourceOther(String of) {
            this.of = of;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ConversationSourceOther of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            ConversationSourceOther out = new ConversationSourceOther(
                in.required("of", Wire::string));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("of", of);
            return out.close(unknown);
        }
    }

    /** An interaction of Proficient. */
    public static final class ConversationSourceProficient extends Wire.Struct implements ConversationSource {
        /** What else was said beside it, that this version does not know. Null when absent. */
        public Map<String, JsonNode> extra;

        /** The interaction itself, where it was given beside its messages. Null when absent. */
        public Interaction interaction;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public ConversationSourceProficient() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ConversationSourceProficient of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("of", "proficient");
            ConversationSourceProficient out = new ConversationSourceProficient();
            out.extra = in.optional("extra", Wire.map(Wire::any));
            out.interaction = in.optional("interaction", Interaction::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("of", "proficient");
            out.optional("extra", extra);
            out.optional("interaction", interaction);
            return out.close(unknown);
        }
    }

    /** A defect of the messages of an interaction. The forest still contains all of them. In JSON, `kind` is the name of the variant in snake case: `missing_parent`, `cycle`, `conflict`, `depth`, `foreign_interaction`, `older_than_parent`. `Display` writes what is wrong and where. */
    public sealed interface Defect extends Wire.Value {
        /** Reads the member that `kind` tells. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Defect of(JsonNode json) {
            return switch (Wire.open(json).required("kind", Wire::string)) {
                case "missing_parent" -> DefectMissingParent.of(json);
                case "cycle" -> DefectCycle.of(json);
                case "conflict" -> DefectConflict.of(json);
                case "depth" -> DefectDepth.of(json);
                case "foreign_interaction" -> DefectForeignInteraction.of(json);
                case "older_than_parent" -> DefectOlderThanParent.of(json);
                default -> DefectOther.of(json);
            };
        }
    }

    /** Messages with different bodies have the same id (`conflict`). The latest by `created_at` is in the tree; `Node::others` lists the rest. */
    public static final class DefectConflict extends Wire.Struct implements Defect {
        /** The number of different bodies, at least two. */
        public Uint64 bodies;

        /** The id. */
        public MessageId message;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public DefectConflict(Uint64 bodies, MessageId message) {
            this.bodies = bodies;
            this.message = message;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static DefectConflict of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "conflict");
            DefectConflict out = new DefectConflict(
                in.required("bodies", Uint64::of),
                in.required("message", MessageId::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "conflict");
            out.required("bodies", bodies);
            out.required("message", message);
            return out.close(unknown);
        }
    }

    /** The parents of messages form a cycle (`cycle`): each message is below the next, and the last is below the first. The first one, which is the eldest (on a tie, the one with the least id), is made a root. */
    public static final class DefectCycle extends Wire.Struct implements Defect {
        /** The messages, starting with the one that was made a root. */
        public List<MessageId> messages;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public DefectCycle(List<MessageId> messages) {
            this.messages = messages;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static DefectCycle of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "cycle");
            DefectCycle out = new DefectCycle(
                in.required("messages", Wire.list(MessageId::of)));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "cycle");
            out.required("messages", messages);
            return out.close(unknown);
        }
    }

    /** The `depth` of a message is not that of its parent plus 1, or not 0 for a root (`depth`). */
    public static final class DefectDepth extends Wire.Struct implements Defect {
        /** The depth that it states. */
        public Long depth;

        /** The depth that follows from its parent's. */
        public Long expected;

        /** The message. */
        public MessageId message;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public DefectDepth(Long depth, Long expected, MessageId message) {
            this.depth = depth;
            this.expected = expected;
            this.message = message;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static DefectDepth of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "depth");
            DefectDepth out = new DefectDepth(
                in.required("depth", Wire::int64),
                in.required("expected", Wire::int64),
                in.required("message", MessageId::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "depth");
            out.required("depth", depth);
            out.required("expected", expected);
            out.required("message", message);
            return out.close(unknown);
        }
    }

    /** The message names another interaction than most of the messages (`foreign_interaction`). */
    public static final class DefectForeignInteraction extends Wire.Struct implements Defect {
        /** The interaction that it names. */
        public InteractionId interaction;

        /** The message. */
        public MessageId message;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public DefectForeignInteraction(InteractionId interaction, MessageId message) {
            this.interaction = interaction;
            this.message = message;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static DefectForeignInteraction of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "foreign_interaction");
            DefectForeignInteraction out = new DefectForeignInteraction(
                in.required("interaction", InteractionId::of),
                in.required("message", MessageId::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "foreign_interaction");
            out.required("interaction", interaction);
            out.required("message", message);
            return out.close(unknown);
        }
    }

    /** The parent of a message is missing (`missing_parent`). The forest contains a placeholder for it. */
    public static final class DefectMissingParent extends Wire.Struct implements Defect {
        /** The message whose parent is missing. */
        public MessageId message;

        /** The id that it names as its parent. */
        public MessageId parent;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public DefectMissingParent(MessageId message, MessageId parent) {
            this.message = message;
            this.parent = parent;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static DefectMissingParent of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "missing_parent");
            DefectMissingParent out = new DefectMissingParent(
                in.required("message", MessageId::of),
                in.required("parent", MessageId::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "missing_parent");
            out.required("message", message);
            out.required("parent", parent);
            return out.close(unknown);
        }
    }

    /** The message has an earlier time than its parent (`older_than_parent`). */
    public static final class DefectOlderThanParent extends Wire.Struct implements Defect {
        /** The message. */
        public MessageId message;

        /** Its parent. */
        public MessageId parent;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public DefectOlderThanParent(MessageId message, MessageId parent) {
            this.message = message;
            this.parent = parent;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static DefectOlderThanParent of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "older_than_parent");
            DefectOlderThanParent out = new DefectOlderThanParent(
                in.required("message", MessageId::of),
                in.required("parent", MessageId::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "older_than_parent");
            out.required("message", message);
            out.required("parent", parent);
            return out.close(unknown);
        }
    }

    /** Another defect, written by a later version of this crate. */
    public static final class DefectOther extends Wire.Struct implements Defect {
        /** A `kind` that is not known here. */
        public String kind;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public DefectOther(String kind) {
            this.kind = kind;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static DefectOther of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            DefectOther out = new DefectOther(
                in.required("kind", Wire::string));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", kind);
            return out.close(unknown);
        }
    }

    /** A digest of what an entry says: FNV-1a, of which 53 bits are kept, so that no JSON tool rounds them off. It is stored with a residue and read by later releases, so what it is made of never changes. It guards against mistakes, not against an attacker who looks for two texts with one digest. */
    public record Digest(BigInteger value) implements Wire.Value {
        public Digest {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Digest of(JsonNode json) {
            return new Digest(Wire.read(json, Wire::uint64));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** What only one side says of an entry. */
    public sealed interface EntryDetails extends Wire.Value {
        /** Reads the member that `of` tells. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static EntryDetails of(JsonNode json) {
            return switch (Wire.open(json).required("of", Wire::string)) {
                case "message" -> EntryDetailsMessage.of(json);
                case "event" -> EntryDetailsEvent.of(json);
                default -> EntryDetailsOther.of(json);
            };
        }
    }

    /** Of an event of a chat. */
    public static final class EntryDetailsEvent extends Wire.Struct implements EntryDetails {
        /** Further details of the event, such as a reason code. Null when absent. */
        public EventAttributes eventAttributes;

        /** The free label that a sender gave a message. Null when absent. */
        public String messageType;

        /** Data attached to the event, all strings. Null when absent. */
        public UserData userData;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public EntryDetailsEvent() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static EntryDetailsEvent of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("of", "event");
            EntryDetailsEvent out = new EntryDetailsEvent();
            out.eventAttributes = in.optional("event_attributes", EventAttributes::of);
            out.messageType = in.optional("message_type", Wire::string);
            out.userData = in.optional("user_data", UserData::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("of", "event");
            out.optional("event_attributes", eventAttributes);
            out.optional("message_type", messageType);
            out.optional("user_data", userData);
            return out.close(unknown);
        }
    }

    /** Of a message of an interaction. */
    public static final class EntryDetailsMessage extends Wire.Struct implements EntryDetails {
        /** The depth that the message claims: 0 for a root, otherwise its parent's plus 1, if that is true. */
        public Long depth;

        /** The interaction that the message names. */
        public InteractionId interactionId;

        /** What the object says that it is. */
        public MessageObject object;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public EntryDetailsMessage(Long depth, InteractionId interactionId, MessageObject object) {
            this.depth = depth;
            this.interactionId = interactionId;
            this.object = object;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static EntryDetailsMessage of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("of", "message");
            EntryDetailsMessage out = new EntryDetailsMessage(
                in.required("depth", Wire::int64),
                in.required("interaction_id", InteractionId::of),
                in.required("object", MessageObject::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("of", "message");
            out.required("depth", depth);
            out.required("interaction_id", interactionId);
            out.required("object", object);
            return out.close(unknown);
        }
    }

    /** Of something that a later version knows. */
    public static final class EntryDetailsOther extends Wire.Struct implements EntryDetails {
        /** A `of` that is not known here. */
        public String of;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public EntryDetailsOther(String of) {
            this.of = of;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static EntryDetailsOther of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            EntryDetailsOther out = new EntryDetailsOther(
                in.required("of", Wire::string));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("of", of);
            return out.close(unknown);
        }
    }

    /** What tells an entry from others of its conversation, when the server keeps to its own rules. */
    public record EntryKey(Long integer, MessageId string) implements Wire.Value {
        public EntryKey {
            Wire.valid(Wire.one(integer, string) != null);
        }

        /** Reads the one that the JSON type tells; the others are null. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static EntryKey of(JsonNode json) {
            return new EntryKey(
                Wire.when("integer", json, Wire::int64),
                Wire.when("string", json, MessageId::of));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(Wire.one(integer, string));
        }
    }

    /**  Any other string is a value too. */
    public record EntryKind(String value) implements Wire.Value {
        /** A message, in `text`. All entries of an interaction are messages. */
        public static final EntryKind MESSAGE = new EntryKind("message");
        /** The author joined. */
        public static final EntryKind JOINED = new EntryKind("joined");
        /** The author left. */
        public static final EntryKind LEFT = new EntryKind("left");
        /** The author began to type. */
        public static final EntryKind TYPING_STARTED = new EntryKind("typing_started");
        /** The author stopped typing. */
        public static final EntryKind TYPING_STOPPED = new EntryKind("typing_stopped");
        /** A new nickname, a pushed URL or words of the system: a `Notice` does not say which. */
        public static final EntryKind NOTICE = new EntryKind("notice");
        /** The author pushed a URL. */
        public static final EntryKind PUSHED_URL = new EntryKind("pushed_url");
        /** The author took a new nickname. */
        public static final EntryKind NICKNAME = new EntryKind("nickname");
        /** A notice that an application defined for itself. */
        public static final EntryKind CUSTOM_NOTICE = new EntryKind("custom_notice");
        /** The author uploaded a file. */
        public static final EntryKind FILE_UPLOADED = new EntryKind("file_uploaded");
        /** An uploaded file was deleted. */
        public static final EntryKind FILE_DELETED = new EntryKind("file_deleted");
        /** The conversation has been idle and may be closed. */
        public static final EntryKind IDLE_ALERT = new EntryKind("idle_alert");
        /** The conversation is closed because it was idle. */
        public static final EntryKind IDLE_CLOSED = new EntryKind("idle_closed");

        public EntryKind {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static EntryKind of(JsonNode json) {
            return new EntryKind(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
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

    /** What only Genesys says of an event. */
    public static final class EventDetails extends Wire.Struct {
        /** Further details of the event, such as a reason code. Null when absent. */
        public EventAttributes eventAttributes;

        /** The free label that a sender gave a message. Null when absent. */
        public String messageType;

        /** Data attached to the event, all strings. Null when absent. */
        public UserData userData;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public EventDetails() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static EventDetails of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            EventDetails out = new EventDetails();
            out.eventAttributes = in.optional("event_attributes", EventAttributes::of);
            out.messageType = in.optional("message_type", Wire::string);
            out.userData = in.optional("user_data", UserData::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.optional("event_attributes", eventAttributes);
            out.optional("message_type", messageType);
            out.optional("user_data", userData);
            return out.close(unknown);
        }
    }

    /** Something that is missing, or that leaves open whether something is. */
    public sealed interface Gap extends Wire.Value {
        /** Reads the member that `kind` tells. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Gap of(JsonNode json) {
            return switch (Wire.open(json).required("kind", Wire::string)) {
                case "parent" -> GapParent.of(json);
                case "depth" -> GapDepth.of(json);
                case "short" -> GapShort.of(json);
                case "surplus" -> GapSurplus.of(json);
                case "uncounted" -> GapUncounted.of(json);
                case "deleted" -> GapDeleted.of(json);
                case "unfinished" -> GapUnfinished.of(json);
                case "cut" -> GapCut.of(json);
                case "list_unfinished" -> GapListUnfinished.of(json);
                case "list_cut" -> GapListCut.of(json);
                case "positions" -> GapPositions.of(json);
                case "unreadable" -> GapUnreadable.of(json);
                case "chat_goes_on" -> GapChatGoesOn.of(json);
                case "end_unknown" -> GapEndUnknown.of(json);
                case "unconfirmed" -> GapUnconfirmed.of(json);
                case "stopped" -> GapStopped.of(json);
                default -> GapOther.of(json);
            };
        }
    }

    /** The chat goes on. */
    public static final class GapChatGoesOn extends Wire.Struct implements Gap {
        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GapChatGoesOn() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GapChatGoesOn of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "chat_goes_on");
            GapChatGoesOn out = new GapChatGoesOn();
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "chat_goes_on");
            return out.close(unknown);
        }
    }

    /** The walk over the messages was cut. */
    public static final class GapCut extends Wire.Struct implements Gap {
        /** Why. */
        public PagerFault fault;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GapCut(PagerFault fault) {
            this.fault = fault;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GapCut of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "cut");
            GapCut out = new GapCut(
                in.required("fault", PagerFault::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "cut");
            out.required("fault", fault);
            return out.close(unknown);
        }
    }

    /** Messages were deleted during the walk. Those of them that are there make the interaction's count say less: as many others may be missing. */
    public static final class GapDeleted extends Wire.Struct implements Gap {
        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GapDeleted() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GapDeleted of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "deleted");
            GapDeleted out = new GapDeleted();
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "deleted");
            return out.close(unknown);
        }
    }

    /** A message is not as deep as its place makes it. If it is telling the truth, its parent is another message. */
    public static final class GapDepth extends Wire.Struct implements Gap {
        /** The depth that it claims. */
        public Long depth;

        /** The depth that its parent's claim makes right. */
        public Long expected;

        /** The message. */
        public MessageId message;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GapDepth(Long depth, Long expected, MessageId message) {
            this.depth = depth;
            this.expected = expected;
            this.message = message;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GapDepth of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "depth");
            GapDepth out = new GapDepth(
                in.required("depth", Wire::int64),
                in.required("expected", Wire::int64),
                in.required("message", MessageId::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "depth");
            out.required("depth", depth);
            out.required("expected", expected);
            out.required("message", message);
            return out.close(unknown);
        }
    }

    /** It is not known whether the chat has ended: nothing said so that could be read. */
    public static final class GapEndUnknown extends Wire.Struct implements Gap {
        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GapEndUnknown() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GapEndUnknown of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "end_unknown");
            GapEndUnknown out = new GapEndUnknown();
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "end_unknown");
            return out.close(unknown);
        }
    }

    /** The walk over a list of interactions was cut. */
    public static final class GapListCut extends Wire.Struct implements Gap {
        /** Why. */
        public PagerFault2 fault;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GapListCut(PagerFault2 fault) {
            this.fault = fault;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GapListCut of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "list_cut");
            GapListCut out = new GapListCut(
                in.required("fault", PagerFault2::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "list_cut");
            out.required("fault", fault);
            return out.close(unknown);
        }
    }

    /** The walk over a list of interactions is not over. */
    public static final class GapListUnfinished extends Wire.Struct implements Gap {
        /** The interaction behind which it goes on; nothing when it has not started. Null when absent. */
        public InteractionId after;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GapListUnfinished() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GapListUnfinished of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "list_unfinished");
            GapListUnfinished out = new GapListUnfinished();
            out.after = in.optional("after", InteractionId::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "list_unfinished");
            out.optional("after", after);
            return out.close(unknown);
        }
    }

    /** Something else that may be missing, which a later version wrote. */
    public static final class GapOther extends Wire.Struct implements Gap {
        /** A `kind` that is not known here. */
        public String kind;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GapOther(String kind) {
            this.kind = kind;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GapOther of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            GapOther out = new GapOther(
                in.required("kind", Wire::string));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", kind);
            return out.close(unknown);
        }
    }

    /** A message that others are below is missing. */
    public static final class GapParent extends Wire.Struct implements Gap {
        /** How many messages are right below it. */
        public Uint64 children;

        /** Its id. */
        public MessageId message;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GapParent(Uint64 children, MessageId message) {
            this.children = children;
            this.message = message;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GapParent of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "parent");
            GapParent out = new GapParent(
                in.required("children", Uint64::of),
                in.required("message", MessageId::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "parent");
            out.required("children", children);
            out.required("message", message);
            return out.close(unknown);
        }
    }

    /** No event was seen at these positions, both ends included. */
    public static final class GapPositions extends Wire.Struct implements Gap {
        /** The first position that is missing. */
        public Long first;

        /** The last position that is missing. */
        public Long last;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GapPositions(Long first, Long last) {
            this.first = first;
            this.last = last;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GapPositions of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "positions");
            GapPositions out = new GapPositions(
                in.required("first", Wire::int64),
                in.required("last", Wire::int64));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "positions");
            out.required("first", first);
            out.required("last", last);
            return out.close(unknown);
        }
    }

    /** There are fewer messages than the interaction counts. */
    public static final class GapShort extends Wire.Struct implements Gap {
        /** How many it counts. */
        public Long counted;

        /** How many are missing. */
        public Uint64 missing;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GapShort(Long counted, Uint64 missing) {
            this.counted = counted;
            this.missing = missing;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GapShort of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "short");
            GapShort out = new GapShort(
                in.required("counted", Wire::int64),
                in.required("missing", Uint64::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "short");
            out.required("counted", counted);
            out.required("missing", missing);
            return out.close(unknown);
        }
    }

    /** The transcript cursor was over before the chat was. */
    public static final class GapStopped extends Wire.Struct implements Gap {
        /** Why. */
        public TranscriptEnd end;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GapStopped(TranscriptEnd end) {
            this.end = end;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GapStopped of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "stopped");
            GapStopped out = new GapStopped(
                in.required("end", TranscriptEnd::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "stopped");
            out.required("end", end);
            return out.close(unknown);
        }
    }

    /** There are more messages than the interaction counts, so its count was of another time and proves nothing. */
    public static final class GapSurplus extends Wire.Struct implements Gap {
        /** How many it counts. */
        public Long counted;

        /** How many there are. */
        public Uint64 received;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GapSurplus(Long counted, Uint64 received) {
            this.counted = counted;
            this.received = received;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GapSurplus of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "surplus");
            GapSurplus out = new GapSurplus(
                in.required("counted", Wire::int64),
                in.required("received", Uint64::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "surplus");
            out.required("counted", counted);
            out.required("received", received);
            return out.close(unknown);
        }
    }

    /** The chat has ended, but no answer has yet confirmed that nothing is behind the events that were seen. */
    public static final class GapUnconfirmed extends Wire.Struct implements Gap {
        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GapUnconfirmed() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GapUnconfirmed of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "unconfirmed");
            GapUnconfirmed out = new GapUnconfirmed();
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "unconfirmed");
            return out.close(unknown);
        }
    }

    /** The number of messages is unknown. */
    public static final class GapUncounted extends Wire.Struct implements Gap {
        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GapUncounted() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GapUncounted of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "uncounted");
            GapUncounted out = new GapUncounted();
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "uncounted");
            return out.close(unknown);
        }
    }

    /** The walk over the messages is not over. */
    public static final class GapUnfinished extends Wire.Struct implements Gap {
        /** The message behind which it goes on; nothing when it has not started. Null when absent. */
        public MessageId after;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GapUnfinished() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GapUnfinished of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "unfinished");
            GapUnfinished out = new GapUnfinished();
            out.after = in.optional("after", MessageId::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "unfinished");
            out.optional("after", after);
            return out.close(unknown);
        }
    }

    /** Items were received that could not be read. They are not missing: they are kept as they came. */
    public static final class GapUnreadable extends Wire.Struct implements Gap {
        /** How many. */
        public Uint64 items;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GapUnreadable(Uint64 items) {
            this.items = items;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GapUnreadable of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "unreadable");
            GapUnreadable out = new GapUnreadable(
                in.required("items", Uint64::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "unreadable");
            out.required("items", items);
            return out.close(unknown);
        }
    }

    /** A chat with its events. As JSON it has the members of an answer to Get Messages that are about the chat, and none of those that are about the session: credentials do not belong into a conversation. */
    public static final class GenesysConversation extends Wire.Struct {
        /** Whether the chat has ended, if an answer said so. */
        public Wire.Field<Boolean> chatEnded = Wire.Field.absent();

        /** The id of the chat, if known. Get Messages has it in the path and not in the answer. */
        public Wire.Field<ChatId> chatId = Wire.Field.absent();

        /** The events, in any order, as the answers gave them. */
        public List<ChatEvent> messages;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GenesysConversation(List<ChatEvent> messages) {
            this.messages = messages;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GenesysConversation of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            GenesysConversation out = new GenesysConversation(
                in.required("messages", Wire.list(ChatEvent::of)));
            out.chatEnded = in.field("chatEnded", Wire::bool);
            out.chatId = in.field("chatId", ChatId::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.field("chatEnded", chatEnded);
            out.field("chatId", chatId);
            out.required("messages", messages);
            return out.close(unknown);
        }
    }

    /** Everything of a chat that an interaction has no place for, and how the chat was projected. */
    public static final class GenesysResidue extends Wire.Struct {
        /** Whether the chat has ended, where that was said. Null when absent. */
        public Boolean chatEnded;

        /** The other events. */
        public UnprojectedOfChatEvent events;

        /** Fields of the chat that are not known here. Null when absent. */
        public Map<String, JsonNode> extra;

        /** The events that became messages, in their order. */
        public List<GenesysResidueEntry> messages;

        /** Whether the chat came without its id. Null when absent. */
        public Boolean noChatId;

        /** The participant that first spoke for a sender, where that is not the one that anybody would guess. Null when absent. */
        public Map<String, Participant> participants;

        /** How the chat was projected. */
        public GenesysResidueRules rules;

        /** The events that could not be read. Null when absent. */
        public List<UnreadableItem> unreadable;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GenesysResidue(UnprojectedOfChatEvent events, List<GenesysResidueEntry> messages, GenesysResidueRules rules) {
            this.events = events;
            this.messages = messages;
            this.rules = rules;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GenesysResidue of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            GenesysResidue out = new GenesysResidue(
                in.required("events", UnprojectedOfChatEvent::of),
                in.required("messages", Wire.list(GenesysResidueEntry::of)),
                in.required("rules", GenesysResidueRules::of));
            out.chatEnded = in.optional("chat_ended", Wire::bool);
            out.extra = in.optional("extra", Wire.map(Wire::any));
            out.noChatId = in.optional("no_chat_id", Wire::bool);
            out.participants = in.optional("participants", Wire.map(Participant::of));
            out.unreadable = in.optional("unreadable", Wire.list(UnreadableItem::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.optional("chat_ended", chatEnded);
            out.required("events", events);
            out.optional("extra", extra);
            out.required("messages", messages);
            out.optional("no_chat_id", noChatId);
            out.optional("participants", participants);
            out.required("rules", rules);
            out.optional("unreadable", unreadable);
            return out.close(unknown);
        }
    }

    /** What a message does not say of the event that it was. */
    public static final class GenesysResidueEntry extends Wire.Struct {
        /** Tells whether the message is still the same. */
        public Digest digest;

        /**  Null when absent. */
        public EventAttributes eventAttributes;

        /**  Null when absent. */
        public Map<String, JsonNode> extra;

        /** Who it is from, where it is not the participant that first spoke for the sender. Null when absent. */
        public Participant from;

        /** The index, which is in the message's id as well; nothing where the event had none. Null when absent. */
        public Long index;

        /**  Null when absent. */
        public String messageType;

        /** Whether the event has no text; the message has an empty one. Null when absent. */
        public Boolean noText;

        /** The type, where it is not `Message`. Null when absent. */
        public ChatEventType type;

        /**  Null when absent. */
        public UserData userData;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GenesysResidueEntry(Digest digest) {
            this.digest = digest;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GenesysResidueEntry of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            GenesysResidueEntry out = new GenesysResidueEntry(
                in.required("digest", Digest::of));
            out.eventAttributes = in.optional("event_attributes", EventAttributes::of);
            out.extra = in.optional("extra", Wire.map(Wire::any));
            out.from = in.optional("from", Participant::of);
            out.index = in.optional("index", Wire::int64);
            out.messageType = in.optional("message_type", Wire::string);
            out.noText = in.optional("no_text", Wire::bool);
            out.type = in.optional("type", ChatEventType::of);
            out.userData = in.optional("user_data", UserData::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("digest", digest);
            out.optional("event_attributes", eventAttributes);
            out.optional("extra", extra);
            out.optional("from", from);
            out.optional("index", index);
            out.optional("message_type", messageType);
            out.optional("no_text", noText);
            out.optional("type", type);
            out.optional("user_data", userData);
            return out.close(unknown);
        }
    }

    /** How a chat becomes an interaction. The `Message` events become a chain in the order of their index: each is below the one before it. All other events stay in the residue, and so does what an event says beside its time, its text and who it is from. */
    public static final class GenesysResidueRules extends Wire.Struct {
        /** The agent of the interaction. */
        public AgentId agentId;

        /** The chat. The ids of the messages are made of it: `msg_`, this id, `_`, the index. */
        public ChatId chatId;

        /** The id of the interaction. */
        public InteractionId interactionId;

        /** Whether a `Notice` with a text becomes a message too. It may be a nickname, a pushed URL or words of the system: nothing tells which. False, unless this is changed. */
        public Boolean keepNotices;

        /** Who the participants of each type are in the interaction: `Client` is the user, `External`, `Agent` and `Supervisor` are the agent, unless this is changed. A type that is not in here is sent by its own name. */
        public Map<String, SentBy> roles;

        /** The user of the interaction. */
        public UserId userId;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public GenesysResidueRules(AgentId agentId, ChatId chatId, InteractionId interactionId, Boolean keepNotices, Map<String, SentBy> roles, UserId userId) {
            this.agentId = agentId;
            this.chatId = chatId;
            this.interactionId = interactionId;
            this.keepNotices = keepNotices;
            this.roles = roles;
            this.userId = userId;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static GenesysResidueRules of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            GenesysResidueRules out = new GenesysResidueRules(
                in.required("agent_id", AgentId::of),
                in.required("chat_id", ChatId::of),
                in.required("interaction_id", InteractionId::of),
                in.required("keep_notices", Wire::bool),
                in.required("roles", Wire.map(SentBy::of)),
                in.required("user_id", UserId::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("agent_id", agentId);
            out.required("chat_id", chatId);
            out.required("interaction_id", interactionId);
            out.required("keep_notices", keepNotices);
            out.required("roles", roles);
            out.required("user_id", userId);
            return out.close(unknown);
        }
    }

    /** Who has the first turn in an interaction. Any other string is a value too. */
    public record InitialTurn(String value) implements Wire.Value {
        /** The end user writes the first message. */
        public static final InitialTurn USER = new InitialTurn("user");
        /** The agent starts with its greeting message. */
        public static final InitialTurn AGENT = new InitialTurn("agent");

        public InitialTurn {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static InitialTurn of(JsonNode json) {
            return new InitialTurn(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** One conversation of one user with one agent. Its messages form a tree with any number of roots; list them with `GET /messages`. Deleting the interaction deletes its messages. Deleting its agent or its user deletes the interaction. */
    public static final class Interaction extends Wire.Struct {
        /** The agent that the user talks to. */
        public AgentId agentId;

        /** Whether the interaction is archived. No documented operation changes this field. */
        public Boolean archived;

        /** The time when the interaction was started. */
        public Long createdAt;

        /**  */
        public InteractionId id;

        /** Who had the first turn, according to the agent's configuration when the interaction was started. */
        public Wire.Field<InitialTurn> initialTurn = Wire.Field.absent();

        /** The name that the user gave the interaction. Empty if it has none. */
        public String name;

        /**  */
        public InteractionObject object;

        /** The number of messages in the interaction, on all branches. Never negative. */
        public Long totalMessageCount;

        /** The time when the interaction was last changed. */
        public Long updatedAt;

        /** The user who owns the interaction. */
        public UserId userId;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public Interaction(AgentId agentId, Boolean archived, Long createdAt, InteractionId id, String name, InteractionObject object, Long totalMessageCount, Long updatedAt, UserId userId) {
            this.agentId = agentId;
            this.archived = archived;
            this.createdAt = createdAt;
            this.id = id;
            this.name = name;
            this.object = object;
            this.totalMessageCount = totalMessageCount;
            this.updatedAt = updatedAt;
            this.userId = userId;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Interaction of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            Interaction out = new Interaction(
                in.required("agent_id", AgentId::of),
                in.required("archived", Wire::bool),
                in.required("created_at", Wire::int64),
                in.required("id", InteractionId::of),
                in.nullable("name", Wire::string),
                in.required("object", InteractionObject::of),
                in.required("total_message_count", Wire::int64),
                in.required("updated_at", Wire::int64),
                in.required("user_id", UserId::of));
            out.initialTurn = in.field("initial_turn", InitialTurn::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("agent_id", agentId);
            out.required("archived", archived);
            out.required("created_at", createdAt);
            out.required("id", id);
            out.field("initial_turn", initialTurn);
            out.nullable("name", name);
            out.required("object", object);
            out.required("total_message_count", totalMessageCount);
            out.required("updated_at", updatedAt);
            out.required("user_id", userId);
            return out.close(unknown);
        }
    }

    /** The id of an interaction. Opaque; it starts with `int_`. */
    public record InteractionId(String value) implements Wire.Value {
        public InteractionId {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static InteractionId of(JsonNode json) {
            return new InteractionId(Wire.read(json, Wire::string));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The type of the object, always `interaction`. Any other string is a value too. */
    public record InteractionObject(String value) implements Wire.Value {
        /** An interaction. */
        public static final InteractionObject INTERACTION = new InteractionObject("interaction");

        public InteractionObject {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static InteractionObject of(JsonNode json) {
            return new InteractionObject(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /**  Any other string is a value too. */
    public record ItemKind(String value) implements Wire.Value {
        /** Messages of an interaction. */
        public static final ItemKind MESSAGES = new ItemKind("messages");
        /** Interactions of a user. */
        public static final ItemKind INTERACTIONS = new ItemKind("interactions");
        /** Events of a chat. */
        public static final ItemKind EVENTS = new ItemKind("events");

        public ItemKind {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ItemKind of(JsonNode json) {
            return new ItemKind(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** One message of an interaction, a node of its tree. A root has depth 0 and no parent; the depth of any other message is its parent's depth plus 1. Messages with the same parent are siblings, and so are the roots of one interaction. Siblings are ordered by `created_at`. */
    public static final class Message extends Wire.Struct {
        /** The text of the message. In a greeting, the template is already rendered. */
        public String content;

        /** The time when the message was written. Siblings are ordered by it. */
        public Long createdAt;

        /** The number of ancestors of the message: 0 for a root, otherwise the parent's depth plus 1. Never negative. */
        public Long depth;

        /**  */
        public MessageId id;

        /** The interaction that contains the message. */
        public InteractionId interactionId;

        /**  */
        public MessageObject object;

        /** The parent of the message, in the same interaction. Absent on a root. A server may also send null or an empty string for a root. */
        public Wire.Field<MessageId> parentId = Wire.Field.absent();

        /**  */
        public SentBy sentBy;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public Message(String content, Long createdAt, Long depth, MessageId id, InteractionId interactionId, MessageObject object, SentBy sentBy) {
            this.content = content;
            this.createdAt = createdAt;
            this.depth = depth;
            this.id = id;
            this.interactionId = interactionId;
            this.object = object;
            this.sentBy = sentBy;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Message of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            Message out = new Message(
                in.required("content", Wire::string),
                in.required("created_at", Wire::int64),
                in.required("depth", Wire::int64),
                in.required("id", MessageId::of),
                in.required("interaction_id", InteractionId::of),
                in.required("object", MessageObject::of),
                in.required("sent_by", SentBy::of));
            out.parentId = in.field("parent_id", MessageId::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("content", content);
            out.required("created_at", createdAt);
            out.required("depth", depth);
            out.required("id", id);
            out.required("interaction_id", interactionId);
            out.required("object", object);
            out.field("parent_id", parentId);
            out.required("sent_by", sentBy);
            return out.close(unknown);
        }
    }

    /** What only Proficient says of a message. */
    public static final class MessageDetails extends Wire.Struct {
        /** The depth that the message claims: 0 for a root, otherwise its parent's plus 1, if that is true. */
        public Long depth;

        /** The interaction that the message names. */
        public InteractionId interactionId;

        /** What the object says that it is. */
        public MessageObject object;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public MessageDetails(Long depth, InteractionId interactionId, MessageObject object) {
            this.depth = depth;
            this.interactionId = interactionId;
            this.object = object;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static MessageDetails of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            MessageDetails out = new MessageDetails(
                in.required("depth", Wire::int64),
                in.required("interaction_id", InteractionId::of),
                in.required("object", MessageObject::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("depth", depth);
            out.required("interaction_id", interactionId);
            out.required("object", object);
            return out.close(unknown);
        }
    }

    /** The id of a message. Opaque; it starts with `msg_`. */
    public record MessageId(String value) implements Wire.Value {
        public MessageId {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static MessageId of(JsonNode json) {
            return new MessageId(Wire.read(json, Wire::string));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The type of the object, always `message`. Any other string is a value too. */
    public record MessageObject(String value) implements Wire.Value {
        /** A message. */
        public static final MessageObject MESSAGE = new MessageObject("message");

        public MessageObject {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static MessageObject of(JsonNode json) {
            return new MessageObject(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** Something in a server's pages that makes it pointless or endless to go on. The walk is over with it. */
    public sealed interface PagerFault extends Wire.Value {
        /** Reads the member that `kind` tells. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static PagerFault of(JsonNode json) {
            return switch (Wire.open(json).required("kind", Wire::string)) {
                case "over_limit" -> PagerFaultOverLimit.of(json);
                case "empty_page" -> PagerFaultEmptyPage.of(json);
                case "repeated_page" -> PagerFaultRepeatedPage.of(json);
                case "no_advance" -> PagerFaultNoAdvance.of(json);
                case "cycle" -> PagerFaultCycle.of(json);
                case "max_items" -> PagerFaultMaxItems.of(json);
                case "not_found" -> PagerFaultNotFound.of(json);
                case "unreadable" -> PagerFaultUnreadable.of(json);
                default -> PagerFaultOther.of(json);
            };
        }
    }

    /** Something in a server's pages that makes it pointless or endless to go on. The walk is over with it. */
    public sealed interface PagerFault2 extends Wire.Value {
        /** Reads the member that `kind` tells. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static PagerFault2 of(JsonNode json) {
            return switch (Wire.open(json).required("kind", Wire::string)) {
                case "over_limit" -> PagerFault2OverLimit.of(json);
                case "empty_page" -> PagerFault2EmptyPage.of(json);
                case "repeated_page" -> PagerFault2RepeatedPage.of(json);
                case "no_advance" -> PagerFault2NoAdvance.of(json);
                case "cycle" -> PagerFault2Cycle.of(json);
                case "max_items" -> PagerFault2MaxItems.of(json);
                case "not_found" -> PagerFault2NotFound.of(json);
                case "unreadable" -> PagerFault2Unreadable.of(json);
                default -> PagerFault2Other.of(json);
            };
        }
    }

    /** A page ended in the id in which an earlier one had ended, so the pages go round. */
    public static final class PagerFault2Cycle extends Wire.Struct implements PagerFault2 {
        /** The id. */
        public InteractionId id;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public PagerFault2Cycle(InteractionId id) {
            this.id = id;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static PagerFault2Cycle of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "cycle");
            PagerFault2Cycle out = new PagerFault2Cycle(
                in.required("id", InteractionId::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "cycle");
            out.required("id", id);
            return out.close(unknown);
        }
    }

    /** A page had no items and said that others follow. */
    public static final class PagerFault2EmptyPage extends Wire.Struct implements PagerFault2 {
        /** The id it was asked for with; nothing for the first page. Null when absent. */
        public InteractionId after;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public PagerFault2EmptyPage() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static PagerFault2EmptyPage of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "empty_page");
            PagerFault2EmptyPage out = new PagerFault2EmptyPage();
            out.after = in.optional("after", InteractionId::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "empty_page");
            out.optional("after", after);
            return out.close(unknown);
        }
    }

    /** As many items came as were allowed for, and others follow: the server may be inventing them. */
    public static final class PagerFault2MaxItems extends Wire.Struct implements PagerFault2 {
        /** The limit. */
        public Uint32 maxItems;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public PagerFault2MaxItems(Uint32 maxItems) {
            this.maxItems = maxItems;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static PagerFault2MaxItems of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "max_items");
            PagerFault2MaxItems out = new PagerFault2MaxItems(
                in.required("max_items", Uint32::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "max_items");
            out.required("max_items", maxItems);
            return out.close(unknown);
        }
    }

    /** The page behind `after` ended in `after`, so the next request would be the same again. */
    public static final class PagerFault2NoAdvance extends Wire.Struct implements PagerFault2 {
        /** The id it was asked for with. */
        public InteractionId after;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public PagerFault2NoAdvance(InteractionId after) {
            this.after = after;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static PagerFault2NoAdvance of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "no_advance");
            PagerFault2NoAdvance out = new PagerFault2NoAdvance(
                in.required("after", InteractionId::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "no_advance");
            out.required("after", after);
            return out.close(unknown);
        }
    }

    /** The server does not know what it was asked for, as `Pager::not_found` was told. */
    public static final class PagerFault2NotFound extends Wire.Struct implements PagerFault2 {
        /** The id to go on behind; nothing when not even the first page was found. Null when absent. */
        public InteractionId after;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public PagerFault2NotFound() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static PagerFault2NotFound of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "not_found");
            PagerFault2NotFound out = new PagerFault2NotFound();
            out.after = in.optional("after", InteractionId::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "not_found");
            out.optional("after", after);
            return out.close(unknown);
        }
    }

    /** Another reason, which a later version wrote. */
    public static final class PagerFault2Other extends Wire.Struct implements PagerFault2 {
        /** A `kind` that is not known here. */
        public String kind;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public PagerFault2Other(String kind) {
            this.kind = kind;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static PagerFault2Other of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            PagerFault2Other out = new PagerFault2Other(
                in.required("kind", Wire::string));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", kind);
            return out.close(unknown);
        }
    }

    /** A page had more items than the `limit` it was asked for with, so the server heeds no `limit`, and perhaps no `starting_after` either. */
    public static final class PagerFault2OverLimit extends Wire.Struct implements PagerFault2 {
        /** How many items came. */
        public Uint32 items;

        /** The limit. */
        public Uint32 limit;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public PagerFault2OverLimit(Uint32 items, Uint32 limit) {
            this.items = items;
            this.limit = limit;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static PagerFault2OverLimit of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "over_limit");
            PagerFault2OverLimit out = new PagerFault2OverLimit(
                in.required("items", Uint32::of),
                in.required("limit", Uint32::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "over_limit");
            out.required("items", items);
            out.required("limit", limit);
            return out.close(unknown);
        }
    }

    /** The page that ends in `after` came again as the page behind `after`. */
    public static final class PagerFault2RepeatedPage extends Wire.Struct implements PagerFault2 {
        /** The id it was asked for with. */
        public InteractionId after;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public PagerFault2RepeatedPage(InteractionId after) {
            this.after = after;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static PagerFault2RepeatedPage of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "repeated_page");
            PagerFault2RepeatedPage out = new PagerFault2RepeatedPage(
                in.required("after", InteractionId::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "repeated_page");
            out.required("after", after);
            return out.close(unknown);
        }
    }

    /** No item of a page could be read, not even an id, and others follow. */
    public static final class PagerFault2Unreadable extends Wire.Struct implements PagerFault2 {
        /** The id it was requested with; absent for the first page. Null when absent. */
        public InteractionId after;

        /** How many items the page had. */
        public Uint32 items;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public PagerFault2Unreadable(Uint32 items) {
            this.items = items;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static PagerFault2Unreadable of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "unreadable");
            PagerFault2Unreadable out = new PagerFault2Unreadable(
                in.required("items", Uint32::of));
            out.after = in.optional("after", InteractionId::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "unreadable");
            out.optional("after", after);
            out.required("items", items);
            return out.close(unknown);
        }
    }

    /** A page ended in the id in which an earlier one had ended, so the pages go round. */
    public static final class PagerFaultCycle extends Wire.Struct implements PagerFault {
        /** The id. */
        public MessageId id;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public PagerFaultCycle(MessageId id) {
            this.id = id;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static PagerFaultCycle of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "cycle");
            PagerFaultCycle out = new PagerFaultCycle(
                in.required("id", MessageId::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "cycle");
            out.required("id", id);
            return out.close(unknown);
        }
    }

    /** A page had no items and said that others follow. */
    public static final class PagerFaultEmptyPage extends Wire.Struct implements PagerFault {
        /** The id it was asked for with; nothing for the first page. Null when absent. */
        public MessageId after;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public PagerFaultEmptyPage() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static PagerFaultEmptyPage of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "empty_page");
            PagerFaultEmptyPage out = new PagerFaultEmptyPage();
            out.after = in.optional("after", MessageId::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "empty_page");
            out.optional("after", after);
            return out.close(unknown);
        }
    }

    /** As many items came as were allowed for, and others follow: the server may be inventing them. */
    public static final class PagerFaultMaxItems extends Wire.Struct implements PagerFault {
        /** The limit. */
        public Uint32 maxItems;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public PagerFaultMaxItems(Uint32 maxItems) {
            this.maxItems = maxItems;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static PagerFaultMaxItems of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "max_items");
            PagerFaultMaxItems out = new PagerFaultMaxItems(
                in.required("max_items", Uint32::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "max_items");
            out.required("max_items", maxItems);
            return out.close(unknown);
        }
    }

    /** The page behind `after` ended in `after`, so the next request would be the same again. */
    public static final class PagerFaultNoAdvance extends Wire.Struct implements PagerFault {
        /** The id it was asked for with. */
        public MessageId after;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public PagerFaultNoAdvance(MessageId after) {
            this.after = after;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static PagerFaultNoAdvance of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "no_advance");
            PagerFaultNoAdvance out = new PagerFaultNoAdvance(
                in.required("after", MessageId::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "no_advance");
            out.required("after", after);
            return out.close(unknown);
        }
    }

    /** The server does not know what it was asked for, as `Pager::not_found` was told. */
    public static final class PagerFaultNotFound extends Wire.Struct implements PagerFault {
        /** The id to go on behind; nothing when not even the first page was found. Null when absent. */
        public MessageId after;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public PagerFaultNotFound() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static PagerFaultNotFound of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "not_found");
            PagerFaultNotFound out = new PagerFaultNotFound();
            out.after = in.optional("after", MessageId::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "not_found");
            out.optional("after", after);
            return out.close(unknown);
        }
    }

    /** Another reason, which a later version wrote. */
    public static final class PagerFaultOther extends Wire.Struct implements PagerFault {
        /** A `kind` that is not known here. */
        public String kind;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public PagerFaultOther(String kind) {
            this.kind = kind;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static PagerFaultOther of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            PagerFaultOther out = new PagerFaultOther(
                in.required("kind", Wire::string));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", kind);
            return out.close(unknown);
        }
    }

    /** A page had more items than the `limit` it was asked for with, so the server heeds no `limit`, and perhaps no `starting_after` either. */
    public static final class PagerFaultOverLimit extends Wire.Struct implements PagerFault {
        /** How many items came. */
        public Uint32 items;

        /** The limit. */
        public Uint32 limit;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public PagerFaultOverLimit(Uint32 items, Uint32 limit) {
            this.items = items;
            this.limit = limit;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static PagerFaultOverLimit of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "over_limit");
            PagerFaultOverLimit out = new PagerFaultOverLimit(
                in.required("items", Uint32::of),
                in.required("limit", Uint32::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "over_limit");
            out.required("items", items);
            out.required("limit", limit);
            return out.close(unknown);
        }
    }

    /** The page that ends in `after` came again as the page behind `after`. */
    public static final class PagerFaultRepeatedPage extends Wire.Struct implements PagerFault {
        /** The id it was asked for with. */
        public MessageId after;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public PagerFaultRepeatedPage(MessageId after) {
            this.after = after;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static PagerFaultRepeatedPage of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "repeated_page");
            PagerFaultRepeatedPage out = new PagerFaultRepeatedPage(
                in.required("after", MessageId::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "repeated_page");
            out.required("after", after);
            return out.close(unknown);
        }
    }

    /** No item of a page could be read, not even an id, and others follow. */
    public static final class PagerFaultUnreadable extends Wire.Struct implements PagerFault {
        /** The id it was requested with; absent for the first page. Null when absent. */
        public MessageId after;

        /** How many items the page had. */
        public Uint32 items;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public PagerFaultUnreadable(Uint32 items) {
            this.items = items;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static PagerFaultUnreadable of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "unreadable");
            PagerFaultUnreadable out = new PagerFaultUnreadable(
                in.required("items", Uint32::of));
            out.after = in.optional("after", MessageId::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "unreadable");
            out.optional("after", after);
            out.required("items", items);
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

    /** An interaction with its messages. As JSON it has the form of the answer to `POST /interactions`. */
    public static final class ProficientConversation extends Wire.Struct {
        /** The interaction, if known. `GET /messages` does not have it. */
        public Wire.Field<Interaction> interaction = Wire.Field.absent();

        /** The messages of all branches, in any order, as the pages of `GET /messages` gave them. */
        public List<Message> messages;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public ProficientConversation(List<Message> messages) {
            this.messages = messages;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ProficientConversation of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            ProficientConversation out = new ProficientConversation(
                in.required("messages", Wire.list(Message::of)));
            out.interaction = in.field("interaction", Interaction::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.field("interaction", interaction);
            out.required("messages", messages);
            return out.close(unknown);
        }
    }

    /** Everything of an interaction that a chat has no place for, and how the interaction was projected. */
    public static final class ProficientResidue extends Wire.Struct {
        /** Fields of the conversation that are not known here. Null when absent. */
        public Map<String, JsonNode> extra;

        /** The interaction itself, where it was given. Null when absent. */
        public Interaction interaction;

        /** The interaction that the messages are of. */
        public InteractionId interactionId;

        /** The other messages. */
        public UnprojectedOfMessage messages;

        /** How the interaction was projected. */
        public ProficientResidueRules rules;

        /** The messages of the thread, root first. */
        public List<ProficientResidueEntry> thread;

        /** The messages that could not be read. Null when absent. */
        public List<UnreadableItem> unreadable;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public ProficientResidue(InteractionId interactionId, UnprojectedOfMessage messages, ProficientResidueRules rules, List<ProficientResidueEntry> thread) {
            this.interactionId = interactionId;
            this.messages = messages;
            this.rules = rules;
            this.thread = thread;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ProficientResidue of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            ProficientResidue out = new ProficientResidue(
                in.required("interaction_id", InteractionId::of),
                in.required("messages", UnprojectedOfMessage::of),
                in.required("rules", ProficientResidueRules::of),
                in.required("thread", Wire.list(ProficientResidueEntry::of)));
            out.extra = in.optional("extra", Wire.map(Wire::any));
            out.interaction = in.optional("interaction", Interaction::of);
            out.unreadable = in.optional("unreadable", Wire.list(UnreadableItem::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.optional("extra", extra);
            out.optional("interaction", interaction);
            out.required("interaction_id", interactionId);
            out.required("messages", messages);
            out.required("rules", rules);
            out.required("thread", thread);
            out.optional("unreadable", unreadable);
            return out.close(unknown);
        }
    }

    /** What an event does not say of the message that it was. */
    public static final class ProficientResidueEntry extends Wire.Struct {
        /** The depth, where it is not the place in the thread. Null when absent. */
        public Long depth;

        /** Tells whether the event is still the same. */
        public Digest digest;

        /**  Null when absent. */
        public Map<String, JsonNode> extra;

        /** The id of the message. */
        public MessageId id;

        /** The index of the event. */
        public Long index;

        /** The interaction, where it is another than the thread's. Null when absent. */
        public InteractionId interactionId;

        /** What the object says that it is, where that is not a message. Null when absent. */
        public MessageObject object;

        /** The parent, where it is not the message before, or not absent on the first. Null when absent. */
        public ProficientResidueParent parent;

        /** Who sent it, where the type of the participant does not say. Null when absent. */
        public SentBy sentBy;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public ProficientResidueEntry(Digest digest, MessageId id, Long index) {
            this.digest = digest;
            this.id = id;
            this.index = index;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ProficientResidueEntry of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            ProficientResidueEntry out = new ProficientResidueEntry(
                in.required("digest", Digest::of),
                in.required("id", MessageId::of),
                in.required("index", Wire::int64));
            out.depth = in.optional("depth", Wire::int64);
            out.extra = in.optional("extra", Wire.map(Wire::any));
            out.interactionId = in.optional("interaction_id", InteractionId::of);
            out.object = in.optional("object", MessageObject::of);
            out.parent = in.optional("parent", ProficientResidueParent::of);
            out.sentBy = in.optional("sent_by", SentBy::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.optional("depth", depth);
            out.required("digest", digest);
            out.optional("extra", extra);
            out.required("id", id);
            out.required("index", index);
            out.optional("interaction_id", interactionId);
            out.optional("object", object);
            out.optional("parent", parent);
            out.optional("sent_by", sentBy);
            return out.close(unknown);
        }
    }

    /** A `parent_id` in all of its states. */
    public record ProficientResidueParent(ProficientResidueParentString string, ProficientResidueParentObject object) implements Wire.Value {
        public ProficientResidueParent {
            Wire.valid(Wire.one(string, object) != null);
        }

        /** Reads the one that the JSON type tells; the others are null. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ProficientResidueParent of(JsonNode json) {
            return new ProficientResidueParent(
                Wire.when("string", json, ProficientResidueParentString::of),
                Wire.when("object", json, ProficientResidueParentObject::of));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(Wire.one(string, object));
        }
    }

    /**  */
    public static final class ProficientResidueParentObject extends Wire.Struct {
        /**  */
        public MessageId message;

        /** One with the fields that are required. */
        public ProficientResidueParentObject(MessageId message) {
            this.message = message;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ProficientResidueParentObject of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            ProficientResidueParentObject out = new ProficientResidueParentObject(
                in.required("message", MessageId::of));
            in.end();
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("message", message);
            return out.close(Map.of());
        }
    }

    /**  */
    public record ProficientResidueParentString(String value) implements Wire.Value {
        public static final ProficientResidueParentString ABSENT = new ProficientResidueParentString("absent");
        public static final ProficientResidueParentString NULL = new ProficientResidueParentString("null");

        public ProficientResidueParentString {
            Objects.requireNonNull(value);
            Wire.valid(List.of("absent", "null").contains(value));
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ProficientResidueParentString of(JsonNode json) {
            return new ProficientResidueParentString(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** How an interaction was projected. Its messages determine which thread it was. */
    public static final class ProficientResidueRules extends Wire.Struct {
        /**  */
        public ChatId chatId;

        /**  */
        public Map<String, String> nicknames;

        /**  */
        public Map<String, ParticipantType> types;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public ProficientResidueRules(ChatId chatId, Map<String, String> nicknames, Map<String, ParticipantType> types) {
            this.chatId = chatId;
            this.nicknames = nicknames;
            this.types = types;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ProficientResidueRules of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            ProficientResidueRules out = new ProficientResidueRules(
                in.required("chat_id", ChatId::of),
                in.required("nicknames", Wire.map(Wire::string)),
                in.required("types", Wire.map(ParticipantType::of)));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("chat_id", chatId);
            out.required("nicknames", nicknames);
            out.required("types", types);
            return out.close(unknown);
        }
    }

    /** What a projection left behind, of whichever side. As JSON it says in `of` which side it is of. */
    public sealed interface Residue extends Wire.Value {
        /** Reads the member that `of` tells. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Residue of(JsonNode json) {
            return switch (Wire.open(json).required("of", Wire::string)) {
                case "genesys" -> ResidueGenesys.of(json);
                case "proficient" -> ResidueProficient.of(json);
                default -> ResidueOther.of(json);
            };
        }
    }

    /** Of a chat that was projected to an interaction. */
    public static final class ResidueGenesys extends Wire.Struct implements Residue {
        /** Whether the chat has ended, where that was said. Null when absent. */
        public Boolean chatEnded;

        /** The other events. */
        public UnprojectedOfChatEvent events;

        /** Fields of the chat that are not known here. Null when absent. */
        public Map<String, JsonNode> extra;

        /** The events that became messages, in their order. */
        public List<GenesysResidueEntry> messages;

        /** Whether the chat came without its id. Null when absent. */
        public Boolean noChatId;

        /** The participant that first spoke for a sender, where that is not the one that anybody would guess. Null when absent. */
        public Map<String, Participant> participants;

        /** How the chat was projected. */
        public GenesysResidueRules rules;

        /** The events that could not be read. Null when absent. */
        public List<UnreadableItem> unreadable;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public ResidueGenesys(UnprojectedOfChatEvent events, List<GenesysResidueEntry> messages, GenesysResidueRules rules) {
            this.events = events;
            this.messages = messages;
            this.rules = rules;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ResidueGenesys of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("of", "genesys");
            ResidueGenesys out = new ResidueGenesys(
                in.required("events", UnprojectedOfChatEvent::of),
                in.required("messages", Wire.list(GenesysResidueEntry::of)),
                in.required("rules", GenesysResidueRules::of));
            out.chatEnded = in.optional("chat_ended", Wire::bool);
            out.extra = in.optional("extra", Wire.map(Wire::any));
            out.noChatId = in.optional("no_chat_id", Wire::bool);
            out.participants = in.optional("participants", Wire.map(Participant::of));
            out.unreadable = in.optional("unreadable", Wire.list(UnreadableItem::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("of", "genesys");
            out.optional("chat_ended", chatEnded);
            out.required("events", events);
            out.optional("extra", extra);
            out.required("messages", messages);
            out.optional("no_chat_id", noChatId);
            out.optional("participants", participants);
            out.required("rules", rules);
            out.optional("unreadable", unreadable);
            return out.close(unknown);
        }
    }

    /** Of a side that a later version knows. */
    public static final class ResidueOther extends Wire.Struct implements Residue {
        /** A `of` that is not known here. */
        public String of;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public ResidueOther(String of) {
            this.of = of;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ResidueOther of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            ResidueOther out = new ResidueOther(
                in.required("of", Wire::string));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("of", of);
            return out.close(unknown);
        }
    }

    /** Of an interaction that was projected to a chat. */
    public static final class ResidueProficient extends Wire.Struct implements Residue {
        /** Fields of the conversation that are not known here. Null when absent. */
        public Map<String, JsonNode> extra;

        /** The interaction itself, where it was given. Null when absent. */
        public Interaction interaction;

        /** The interaction that the messages are of. */
        public InteractionId interactionId;

        /** The other messages. */
        public UnprojectedOfMessage messages;

        /** How the interaction was projected. */
        public ProficientResidueRules rules;

        /** The messages of the thread, root first. */
        public List<ProficientResidueEntry> thread;

        /** The messages that could not be read. Null when absent. */
        public List<UnreadableItem> unreadable;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public ResidueProficient(InteractionId interactionId, UnprojectedOfMessage messages, ProficientResidueRules rules, List<ProficientResidueEntry> thread) {
            this.interactionId = interactionId;
            this.messages = messages;
            this.rules = rules;
            this.thread = thread;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ResidueProficient of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("of", "proficient");
            ResidueProficient out = new ResidueProficient(
                in.required("interaction_id", InteractionId::of),
                in.required("messages", UnprojectedOfMessage::of),
                in.required("rules", ProficientResidueRules::of),
                in.required("thread", Wire.list(ProficientResidueEntry::of)));
            out.extra = in.optional("extra", Wire.map(Wire::any));
            out.interaction = in.optional("interaction", Interaction::of);
            out.unreadable = in.optional("unreadable", Wire.list(UnreadableItem::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("of", "proficient");
            out.optional("extra", extra);
            out.optional("interaction", interaction);
            out.required("interaction_id", interactionId);
            out.required("messages", messages);
            out.required("rules", rules);
            out.required("thread", thread);
            out.optional("unreadable", unreadable);
            return out.close(unknown);
        }
    }

    /**  Any other string is a value too. */
    public record Role(String value) implements Wire.Value {
        /** The person who is helped: `user` in Proficient, `Client` in Genesys. */
        public static final Role USER = new Role("user");
        /** Who helps: the AI agent of Proficient, a person of the contact centre (`Agent`) in Genesys. */
        public static final Role AGENT = new Role("agent");
        /** A supervisor of the contact centre: `Supervisor` in Genesys. */
        public static final Role SUPERVISOR = new Role("supervisor");
        /** A bot or a system: `External` in Genesys. */
        public static final Role SYSTEM = new Role("system");

        public Role {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Role of(JsonNode json) {
            return new Role(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** Who wrote a message. Any other string is a value too. */
    public record SentBy(String value) implements Wire.Value {
        /** The end user wrote the message. */
        public static final SentBy USER = new SentBy("user");
        /** The agent wrote the message. */
        public static final SentBy AGENT = new SentBy("agent");

        public SentBy {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static SentBy of(JsonNode json) {
            return new SentBy(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** Milliseconds since the Unix epoch. */
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

    /** Something in the events that is not as a chat's events should be. The transcript holds all of them anyway. */
    public sealed interface TranscriptDefect extends Wire.Value {
        /** Reads the member that `kind` tells. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static TranscriptDefect of(JsonNode json) {
            return switch (Wire.open(json).required("kind", Wire::string)) {
                case "gap" -> TranscriptDefectGap.of(json);
                case "conflict" -> TranscriptDefectConflict.of(json);
                case "bad_index" -> TranscriptDefectBadIndex.of(json);
                case "no_index" -> TranscriptDefectNoIndex.of(json);
                case "clock_back" -> TranscriptDefectClockBack.of(json);
                default -> TranscriptDefectOther.of(json);
            };
        }
    }

    /** An index below 1, the first position there is. */
    public static final class TranscriptDefectBadIndex extends Wire.Struct implements TranscriptDefect {
        /** The index. */
        public Long index;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public TranscriptDefectBadIndex(Long index) {
            this.index = index;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static TranscriptDefectBadIndex of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "bad_index");
            TranscriptDefectBadIndex out = new TranscriptDefectBadIndex(
                in.required("index", Wire::int64));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "bad_index");
            out.required("index", index);
            return out.close(unknown);
        }
    }

    /** An event is earlier than the one before it. [`Transcript::clock_defects`] finds these. */
    public static final class TranscriptDefectClockBack extends Wire.Struct implements TranscriptDefect {
        /** The index of the later one in order, which has the earlier time; absent if it has none. Null when absent. */
        public Long index;

        /** By how many milliseconds. */
        public Uint64 milliseconds;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public TranscriptDefectClockBack(Uint64 milliseconds) {
            this.milliseconds = milliseconds;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static TranscriptDefectClockBack of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "clock_back");
            TranscriptDefectClockBack out = new TranscriptDefectClockBack(
                in.required("milliseconds", Uint64::of));
            out.index = in.optional("index", Wire::int64);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "clock_back");
            out.optional("index", index);
            out.required("milliseconds", milliseconds);
            return out.close(unknown);
        }
    }

    /** One index came with different events. All of them are in the transcript, side by side. */
    public static final class TranscriptDefectConflict extends Wire.Struct implements TranscriptDefect {
        /** How many different events came with it, two at least. */
        public Uint64 events;

        /** The index. */
        public Long index;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public TranscriptDefectConflict(Uint64 events, Long index) {
            this.events = events;
            this.index = index;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static TranscriptDefectConflict of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "conflict");
            TranscriptDefectConflict out = new TranscriptDefectConflict(
                in.required("events", Uint64::of),
                in.required("index", Wire::int64));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "conflict");
            out.required("events", events);
            out.required("index", index);
            return out.close(unknown);
        }
    }

    /** No event was given for these positions, both ends included. Positions before the first event count as well: an answer that starts at a later position always has such a gap. */
    public static final class TranscriptDefectGap extends Wire.Struct implements TranscriptDefect {
        /** The first position that is missing. */
        public Long first;

        /** The last position that is missing. */
        public Long last;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public TranscriptDefectGap(Long first, Long last) {
            this.first = first;
            this.last = last;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static TranscriptDefectGap of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "gap");
            TranscriptDefectGap out = new TranscriptDefectGap(
                in.required("first", Wire::int64),
                in.required("last", Wire::int64));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "gap");
            out.required("first", first);
            out.required("last", last);
            return out.close(unknown);
        }
    }

    /** Events without an index, placed by their time. */
    public static final class TranscriptDefectNoIndex extends Wire.Struct implements TranscriptDefect {
        /** How many there are. */
        public Uint64 events;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public TranscriptDefectNoIndex(Uint64 events) {
            this.events = events;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static TranscriptDefectNoIndex of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "no_index");
            TranscriptDefectNoIndex out = new TranscriptDefectNoIndex(
                in.required("events", Uint64::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "no_index");
            out.required("events", events);
            return out.close(unknown);
        }
    }

    /** Another defect, which a later version wrote. */
    public static final class TranscriptDefectOther extends Wire.Struct implements TranscriptDefect {
        /** A `kind` that is not known here. */
        public String kind;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public TranscriptDefectOther(String kind) {
            this.kind = kind;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static TranscriptDefectOther of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            TranscriptDefectOther out = new TranscriptDefectOther(
                in.required("kind", Wire::string));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", kind);
            return out.close(unknown);
        }
    }

    /** Why a transcript cursor is over. */
    public sealed interface TranscriptEnd extends Wire.Value {
        /** Reads the member that `kind` tells. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static TranscriptEnd of(JsonNode json) {
            return switch (Wire.open(json).required("kind", Wire::string)) {
                case "chat_ended" -> TranscriptEndChatEnded.of(json);
                case "session_over" -> TranscriptEndSessionOver.of(json);
                case "too_many_failures" -> TranscriptEndTooManyFailures.of(json);
                case "max_items" -> TranscriptEndMaxItems.of(json);
                default -> TranscriptEndOther.of(json);
            };
        }
    }

    /** The chat has ended normally, and an answer after that brought nothing new. */
    public static final class TranscriptEndChatEnded extends Wire.Struct implements TranscriptEnd {
        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public TranscriptEndChatEnded() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static TranscriptEndChatEnded of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "chat_ended");
            TranscriptEndChatEnded out = new TranscriptEndChatEnded();
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "chat_ended");
            return out.close(unknown);
        }
    }

    /** As many events came as were allowed for: the server may be inventing them. */
    public static final class TranscriptEndMaxItems extends Wire.Struct implements TranscriptEnd {
        /** The limit. */
        public Uint32 maxItems;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public TranscriptEndMaxItems(Uint32 maxItems) {
            this.maxItems = maxItems;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static TranscriptEndMaxItems of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "max_items");
            TranscriptEndMaxItems out = new TranscriptEndMaxItems(
                in.required("max_items", Uint32::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "max_items");
            out.required("max_items", maxItems);
            return out.close(unknown);
        }
    }

    /** Another reason, which a later version wrote. */
    public static final class TranscriptEndOther extends Wire.Struct implements TranscriptEnd {
        /** A `kind` that is not known here. */
        public String kind;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public TranscriptEndOther(String kind) {
            this.kind = kind;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static TranscriptEndOther of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            TranscriptEndOther out = new TranscriptEndOther(
                in.required("kind", Wire::string));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", kind);
            return out.close(unknown);
        }
    }

    /** The server said that the session is over. */
    public static final class TranscriptEndSessionOver extends Wire.Struct implements TranscriptEnd {
        /** The errors that the server gave with it, at most 10, each as `code: message (advice)`. Null when absent. */
        public List<String> errors;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public TranscriptEndSessionOver() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static TranscriptEndSessionOver of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "session_over");
            TranscriptEndSessionOver out = new TranscriptEndSessionOver();
            out.errors = in.optional("errors", Wire.list(Wire::string));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "session_over");
            out.optional("errors", errors);
            return out.close(unknown);
        }
    }

    /** Too many answers in a row had a `statusCode` other than 0. */
    public static final class TranscriptEndTooManyFailures extends Wire.Struct implements TranscriptEnd {
        /** How many they were. */
        public Uint32 failures;

        /** That of the last of them. */
        public ChatStatus statusCode;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public TranscriptEndTooManyFailures(Uint32 failures, ChatStatus statusCode) {
            this.failures = failures;
            this.statusCode = statusCode;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static TranscriptEndTooManyFailures of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            in.constant("kind", "too_many_failures");
            TranscriptEndTooManyFailures out = new TranscriptEndTooManyFailures(
                in.required("failures", Uint32::of),
                in.required("status_code", ChatStatus::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("kind", "too_many_failures");
            out.required("failures", failures);
            out.required("status_code", statusCode);
            return out.close(unknown);
        }
    }

    /** An integer from 0 to 4294967295. */
    public record Uint32(Long value) implements Wire.Value {
        public Uint32 {
            Objects.requireNonNull(value);
            Wire.valid(value >= 0L && value <= 4294967295L);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Uint32 of(JsonNode json) {
            return new Uint32(Wire.read(json, Wire::int64));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** An integer from 0 to 18446744073709551615. */
    public record Uint64(BigInteger value) implements Wire.Value {
        public Uint64 {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Uint64 of(JsonNode json) {
            return new Uint64(Wire.read(json, Wire::uint64));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** An entry that stayed behind. */
    public static final class UnprojectedChatEvent extends Wire.Struct {
        /** Its place, counted from 0. */
        public Uint64 at;

        /** The entry. */
        public ChatEvent entry;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public UnprojectedChatEvent(Uint64 at, ChatEvent entry) {
            this.at = at;
            this.entry = entry;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static UnprojectedChatEvent of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            UnprojectedChatEvent out = new UnprojectedChatEvent(
                in.required("at", Uint64::of),
                in.required("entry", ChatEvent::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("at", at);
            out.required("entry", entry);
            return out.close(unknown);
        }
    }

    /** An entry that stayed behind. */
    public static final class UnprojectedMessage extends Wire.Struct {
        /** Its place, counted from 0. */
        public Uint64 at;

        /** The entry. */
        public Message entry;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public UnprojectedMessage(Uint64 at, Message entry) {
            this.at = at;
            this.entry = entry;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static UnprojectedMessage of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            UnprojectedMessage out = new UnprojectedMessage(
                in.required("at", Uint64::of),
                in.required("entry", Message::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("at", at);
            out.required("entry", entry);
            return out.close(unknown);
        }
    }

    /** The entries of one side that the other has no place for, and where the others were among them. */
    public static final class UnprojectedOfChatEvent extends Wire.Struct {
        /** The entries that stayed behind. Null when absent. */
        public List<UnprojectedChatEvent> kept;

        /** The places of the entries that went across, in the order in which they did. Empty when they went in the order in which they were, as a rule: then they have the places that are left. Null when absent. */
        public List<Uint64> order;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public UnprojectedOfChatEvent() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static UnprojectedOfChatEvent of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            UnprojectedOfChatEvent out = new UnprojectedOfChatEvent();
            out.kept = in.optional("kept", Wire.list(UnprojectedChatEvent::of));
            out.order = in.optional("order", Wire.list(Uint64::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.optional("kept", kept);
            out.optional("order", order);
            return out.close(unknown);
        }
    }

    /** The entries of one side that the other has no place for, and where the others were among them. */
    public static final class UnprojectedOfMessage extends Wire.Struct {
        /** The entries that stayed behind. Null when absent. */
        public List<UnprojectedMessage> kept;

        /** The places of the entries that went across, in the order in which they did. Empty when they went in the order in which they were, as a rule: then they have the places that are left. Null when absent. */
        public List<Uint64> order;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public UnprojectedOfMessage() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static UnprojectedOfMessage of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            UnprojectedOfMessage out = new UnprojectedOfMessage();
            out.kept = in.optional("kept", Wire.list(UnprojectedMessage::of));
            out.order = in.optional("order", Wire.list(Uint64::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.optional("kept", kept);
            out.optional("order", order);
            return out.close(unknown);
        }
    }

    /** A message or an event that could not be read, as it came. */
    public static final class UnreadableItem extends Wire.Struct {
        /** Its index in the list, counted from 0 over all items. */
        public Uint64 index;

        /** The item: the text of a JSON value. It is a text, so that no reader rounds its numbers. */
        public String json;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public UnreadableItem(Uint64 index, String json) {
            this.index = index;
            this.json = json;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static UnreadableItem of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            UnreadableItem out = new UnreadableItem(
                in.required("index", Uint64::of),
                in.required("json", Wire::string));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("index", index);
            out.required("json", json);
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

    /** The id that this API assigned to a user. Opaque; it starts with `u_`. */
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
