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
public final class ProficientTypes {
    private ProficientTypes() {}

    /** An AI agent of a project. Its behaviour is defined by its configuration. Deleting the agent deletes its interactions and their messages. */
    public static final class Agent extends Wire.Struct {
        /**  */
        public AgentId id;

        /**  */
        public AgentObject object;

        /** Whether the agent is active, that is, in service. Change it with the operations that activate and deactivate an agent. */
        public Boolean active;

        /** The purpose of the agent, described for the project's own staff. Empty if not set. */
        public String description;

        /** The purpose of the agent, described for end users. Empty if not set. */
        public String displayDescription;

        /** The name shown to end users. Empty if not set. */
        public String displayName;

        /** The name shown to the project's own staff. Never null. */
        public String name;

        /** The time when the agent was created. */
        public Timestamp createdAt;

        /** The time when the agent was last changed. */
        public Timestamp updatedAt;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public Agent(AgentId id, AgentObject object, Boolean active, String description, String displayDescription, String displayName, String name, Timestamp createdAt, Timestamp updatedAt) {
            this.id = id;
            this.object = object;
            this.active = active;
            this.description = description;
            this.displayDescription = displayDescription;
            this.displayName = displayName;
            this.name = name;
            this.createdAt = createdAt;
            this.updatedAt = updatedAt;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Agent of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            Agent out = new Agent(
                in.required("id", AgentId::of),
                in.required("object", AgentObject::of),
                in.required("active", Wire::bool),
                in.nullable("description", Wire::string),
                in.nullable("display_description", Wire::string),
                in.nullable("display_name", Wire::string),
                in.required("name", Wire::string),
                in.required("created_at", Timestamp::of),
                in.required("updated_at", Timestamp::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("id", id);
            out.required("object", object);
            out.required("active", active);
            out.nullable("description", description);
            out.nullable("display_description", displayDescription);
            out.nullable("display_name", displayName);
            out.required("name", name);
            out.required("created_at", createdAt);
            out.required("updated_at", updatedAt);
            return out.close(unknown);
        }
    }

    /** The configuration of an agent: its model, the settings of the model, and its templates. It has no id of its own; each agent has exactly one. */
    public static final class AgentConfig extends Wire.Struct {
        /**  */
        public AgentConfigObject object;

        /** The agent that has this configuration. */
        public AgentId agentId;

        /** The settings for Anthropic models. They apply while `model` is an Anthropic model. Empty if none are set. */
        public AnthropicConfig anthropic;

        /** The settings for OpenAI models. They apply while `model` is an OpenAI model. Empty if none are set. */
        public OpenAiConfig openai;

        /** The template of the message with which the agent starts an interaction if it has the first turn: a Handlebars template over `user` and `agent`, with the fields of the two objects. This is the template as written; the message in the interaction is rendered. Empty if there is none. */
        public String greetingMessage;

        /** Who has the first turn in interactions started from now on. */
        public Wire.Field<InitialTurn> initialTurn = Wire.Field.absent();

        /** The model that generates the replies. */
        public AgentModel model;

        /** The template of the instructions that the model receives before the conversation: a Handlebars template over `user` and `agent`, as written. It is not a message of the interaction. Empty if there is none. */
        public String systemMessage;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public AgentConfig(AgentConfigObject object, AgentId agentId, AnthropicConfig anthropic, OpenAiConfig openai, String greetingMessage, AgentModel model, String systemMessage) {
            this.object = object;
            this.agentId = agentId;
            this.anthropic = anthropic;
            this.openai = openai;
            this.greetingMessage = greetingMessage;
            this.model = model;
            this.systemMessage = systemMessage;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static AgentConfig of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            AgentConfig out = new AgentConfig(
                in.required("object", AgentConfigObject::of),
                in.required("agent_id", AgentId::of),
                in.nullable("anthropic", AnthropicConfig::of),
                in.nullable("openai", OpenAiConfig::of),
                in.nullable("greeting_message", Wire::string),
                in.required("model", AgentModel::of),
                in.nullable("system_message", Wire::string));
            out.initialTurn = in.field("initial_turn", InitialTurn::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("object", object);
            out.required("agent_id", agentId);
            out.nullable("anthropic", anthropic);
            out.nullable("openai", openai);
            out.nullable("greeting_message", greetingMessage);
            out.field("initial_turn", initialTurn);
            out.required("model", model);
            out.nullable("system_message", systemMessage);
            return out.close(unknown);
        }
    }

    /** The type of the object, always `agent_config`. Any other string is a value too. */
    public record AgentConfigObject(String value) implements Wire.Value {
        /** The configuration of an agent. */
        public static final AgentConfigObject AGENT_CONFIG = new AgentConfigObject("agent_config");

        public AgentConfigObject {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static AgentConfigObject of(JsonNode json) {
            return new AgentConfigObject(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The fields of a configuration to change. A field that is absent or null stays unchanged. */
    public static final class AgentConfigUpdateParams extends Wire.Struct {
        /** The settings for Anthropic models. They replace all stored settings; an empty object clears them. */
        public Wire.Field<AnthropicConfig> anthropic = Wire.Field.absent();

        /** The template of the message with which the agent starts an interaction if it has the first turn: a Handlebars template over `user` and `agent`. An empty string clears it. Greetings already sent do not change. */
        public Wire.Field<String> greetingMessage = Wire.Field.absent();

        /** Who has the first turn in interactions started from now on. It cannot be cleared. */
        public Wire.Field<InitialTurn> initialTurn = Wire.Field.absent();

        /** The model that generates the replies from now on. It cannot be cleared. */
        public Wire.Field<AgentModel> model = Wire.Field.absent();

        /** The settings for OpenAI models. They replace all stored settings; an empty object clears them. */
        public Wire.Field<OpenAiConfig> openai = Wire.Field.absent();

        /** The template of the instructions that the model receives before the conversation: a Handlebars template over `user` and `agent`. An empty string clears it. */
        public Wire.Field<String> systemMessage = Wire.Field.absent();

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public AgentConfigUpdateParams() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static AgentConfigUpdateParams of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            AgentConfigUpdateParams out = new AgentConfigUpdateParams();
            out.anthropic = in.field("anthropic", AnthropicConfig::of);
            out.greetingMessage = in.field("greeting_message", Wire::string);
            out.initialTurn = in.field("initial_turn", InitialTurn::of);
            out.model = in.field("model", AgentModel::of);
            out.openai = in.field("openai", OpenAiConfig::of);
            out.systemMessage = in.field("system_message", Wire::string);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.field("anthropic", anthropic);
            out.field("greeting_message", greetingMessage);
            out.field("initial_turn", initialTurn);
            out.field("model", model);
            out.field("openai", openai);
            out.field("system_message", systemMessage);
            return out.close(unknown);
        }
    }

    /** A new agent and its first configuration. Omit the fields that you do not want to set. */
    public static final class AgentCreateParams extends Wire.Struct {
        /** The model that generates the replies. */
        public AgentModel model;

        /** The purpose of the agent, described for the project's own staff. Default: none. */
        public Wire.Field<String> description = Wire.Field.absent();

        /** The purpose of the agent, described for end users. Default: none. */
        public Wire.Field<String> displayDescription = Wire.Field.absent();

        /** The name shown to end users. Default: none. */
        public Wire.Field<String> displayName = Wire.Field.absent();

        /** The template of the message with which the agent starts an interaction if it has the first turn: a Handlebars template over `user` and `agent`. Default: none. */
        public Wire.Field<String> greetingMessage = Wire.Field.absent();

        /** Who has the first turn. Default: `user`, even if a greeting message is given. */
        public Wire.Field<InitialTurn> initialTurn = Wire.Field.absent();

        /** The name shown to the project's own staff. If absent, the server chooses one. */
        public Wire.Field<String> name = Wire.Field.absent();

        /** The settings for OpenAI models. Default: the provider's defaults. */
        public Wire.Field<OpenAiConfig> openai = Wire.Field.absent();

        /** The template of the instructions that the model receives before the conversation: a Handlebars template over `user` and `agent`. Default: none. */
        public Wire.Field<String> systemMessage = Wire.Field.absent();

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public AgentCreateParams(AgentModel model) {
            this.model = model;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static AgentCreateParams of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            AgentCreateParams out = new AgentCreateParams(
                in.required("model", AgentModel::of));
            out.description = in.field("description", Wire::string);
            out.displayDescription = in.field("display_description", Wire::string);
            out.displayName = in.field("display_name", Wire::string);
            out.greetingMessage = in.field("greeting_message", Wire::string);
            out.initialTurn = in.field("initial_turn", InitialTurn::of);
            out.name = in.field("name", Wire::string);
            out.openai = in.field("openai", OpenAiConfig::of);
            out.systemMessage = in.field("system_message", Wire::string);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("model", model);
            out.field("description", description);
            out.field("display_description", displayDescription);
            out.field("display_name", displayName);
            out.field("greeting_message", greetingMessage);
            out.field("initial_turn", initialTurn);
            out.field("name", name);
            out.field("openai", openai);
            out.field("system_message", systemMessage);
            return out.close(unknown);
        }
    }

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

    /** The language model that generates an agent's replies, written as provider, dot, model. New models are added often: an unknown value is not an error. Any other string is a value too. */
    public record AgentModel(String value) implements Wire.Value {
        /** Anthropic's Claude v1. */
        public static final AgentModel ANTHROPIC_CLAUDE_V1 = new AgentModel("anthropic.claude-v1");
        /** Anthropic's Claude v1 with the longer context that its name states. */
        public static final AgentModel ANTHROPIC_CLAUDE_V1_100K = new AgentModel("anthropic.claude-v1-100k");
        /** Anthropic's Claude Instant v1. */
        public static final AgentModel ANTHROPIC_CLAUDE_INSTANT_V1 = new AgentModel("anthropic.claude-instant-v1");
        /** Anthropic's Claude Instant v1 with the longer context that its name states. */
        public static final AgentModel ANTHROPIC_CLAUDE_INSTANT_V1_100K = new AgentModel("anthropic.claude-instant-v1-100k");
        /** OpenAI's GPT-4. */
        public static final AgentModel OPENAI_GPT_4 = new AgentModel("openai.gpt-4");
        /** OpenAI's GPT-3.5 Turbo. */
        public static final AgentModel OPENAI_GPT_3_5_TURBO = new AgentModel("openai.gpt-3.5-turbo");
        /** OpenAI's GPT-3.5 Turbo with the longer context that its name states. */
        public static final AgentModel OPENAI_GPT_3_5_TURBO_16K = new AgentModel("openai.gpt-3.5-turbo-16k");

        public AgentModel {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static AgentModel of(JsonNode json) {
            return new AgentModel(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The type of the object, always `agent`. Any other string is a value too. */
    public record AgentObject(String value) implements Wire.Value {
        /** An agent. */
        public static final AgentObject AGENT = new AgentObject("agent");

        public AgentObject {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static AgentObject of(JsonNode json) {
            return new AgentObject(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The fields of an agent to change. A field that is absent or null stays unchanged. */
    public static final class AgentUpdateParams extends Wire.Struct {
        /** The purpose of the agent, described for the project's own staff. An empty string clears it. */
        public Wire.Field<String> description = Wire.Field.absent();

        /** The purpose of the agent, described for end users. An empty string clears it. */
        public Wire.Field<String> displayDescription = Wire.Field.absent();

        /** The name shown to end users. An empty string clears it. */
        public Wire.Field<String> displayName = Wire.Field.absent();

        /** The name shown to the project's own staff. It cannot be cleared. */
        public Wire.Field<String> name = Wire.Field.absent();

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public AgentUpdateParams() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static AgentUpdateParams of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            AgentUpdateParams out = new AgentUpdateParams();
            out.description = in.field("description", Wire::string);
            out.displayDescription = in.field("display_description", Wire::string);
            out.displayName = in.field("display_name", Wire::string);
            out.name = in.field("name", Wire::string);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.field("description", description);
            out.field("display_description", displayDescription);
            out.field("display_name", displayName);
            out.field("name", name);
            return out.close(unknown);
        }
    }

    /** All agents of a project. The list has no pages, hence no `has_more`. */
    public static final class AgentsList extends Wire.Struct {
        /** The agents, newest first. */
        public List<Agent> data;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public AgentsList(List<Agent> data) {
            this.data = data;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static AgentsList of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            AgentsList out = new AgentsList(
                in.required("data", Wire.list(Agent::of)));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("data", data);
            return out.close(unknown);
        }
    }

    /** Settings for Anthropic models. If a setting is absent or null, the provider's default applies. */
    public static final class AnthropicConfig extends Wire.Struct {
        /** The sampling temperature. If absent or null, the provider's default applies. */
        public Wire.Field<AnthropicTemperature> temperature = Wire.Field.absent();

        /** The number of most likely tokens from which the model chooses. If absent or null, the provider's default applies. */
        public Wire.Field<AnthropicTopK> topK = Wire.Field.absent();

        /** The cumulative probability of the tokens from which the model chooses. If absent or null, the provider's default applies. */
        public Wire.Field<AnthropicTopP> topP = Wire.Field.absent();

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public AnthropicConfig() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static AnthropicConfig of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            AnthropicConfig out = new AnthropicConfig();
            out.temperature = in.field("temperature", AnthropicTemperature::of);
            out.topK = in.field("top_k", AnthropicTopK::of);
            out.topP = in.field("top_p", AnthropicTopP::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.field("temperature", temperature);
            out.field("top_k", topK);
            out.field("top_p", topP);
            return out.close(unknown);
        }
    }

    /** The sampling temperature of an Anthropic model, from 0 (least random) to 1 (most random). */
    public record AnthropicTemperature(Double value) implements Wire.Value {
        public AnthropicTemperature {
            Objects.requireNonNull(value);
            Wire.valid(value >= 0 && value <= 1);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static AnthropicTemperature of(JsonNode json) {
            return new AnthropicTemperature(Wire.read(json, Wire::number));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The number of most likely tokens from which an Anthropic model chooses; -1 turns the limit off. */
    public record AnthropicTopK(Long value) implements Wire.Value {
        public AnthropicTopK {
            Objects.requireNonNull(value);
            Wire.valid(value >= -1L);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static AnthropicTopK of(JsonNode json) {
            return new AnthropicTopK(Wire.read(json, Wire::int64));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The cumulative probability of the tokens from which an Anthropic model chooses; -1 turns the limit off. The vendor states no upper bound. */
    public record AnthropicTopP(Double value) implements Wire.Value {
        public AnthropicTopP {
            Objects.requireNonNull(value);
            Wire.valid(value >= -1);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static AnthropicTopP of(JsonNode json) {
            return new AnthropicTopP(Wire.read(json, Wire::number));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The body of every error response. */
    public static final class ApiError extends Wire.Struct {
        /**  */
        public ApiErrorDetail error;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public ApiError(ApiErrorDetail error) {
            this.error = error;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ApiError of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            ApiError out = new ApiError(
                in.required("error", ApiErrorDetail::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("error", error);
            return out.close(unknown);
        }
    }

    /** The error. */
    public static final class ApiErrorDetail extends Wire.Struct {
        /**  */
        public ErrorCode code;

        /** A description of the error for developers. Do not compare it or show it to end users. */
        public String message;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public ApiErrorDetail(ErrorCode code, String message) {
            this.code = code;
            this.message = message;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ApiErrorDetail of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            ApiErrorDetail out = new ApiErrorDetail(
                in.required("code", ErrorCode::of),
                in.required("message", Wire::string));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("code", code);
            out.required("message", message);
            return out.close(unknown);
        }
    }

    /** The kind of error, for programs. Each known code corresponds to one HTTP status. Any other string is a value too. */
    public record ErrorCode(String value) implements Wire.Value {
        /** The request is invalid (status 400). */
        public static final ErrorCode INVALID_REQUEST = new ErrorCode("invalid_request");
        /** The credentials are missing or invalid (status 401). */
        public static final ErrorCode INVALID_CREDENTIALS = new ErrorCode("invalid_credentials");
        /** The credentials are valid but do not permit the request (status 403). */
        public static final ErrorCode FORBIDDEN = new ErrorCode("forbidden");
        /** An object that the request names does not exist (status 404). */
        public static final ErrorCode RESOURCE_NOT_FOUND = new ErrorCode("resource_not_found");
        /** The request conflicts with the current state (status 409). */
        public static final ErrorCode CONFLICT = new ErrorCode("conflict");
        /** The server cannot process the request now (status 503). */
        public static final ErrorCode UNAVAILABLE = new ErrorCode("unavailable");
        /** The server failed for an unknown reason (status 500). */
        public static final ErrorCode UNKNOWN = new ErrorCode("unknown");

        public ErrorCode {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static ErrorCode of(JsonNode json) {
            return new ErrorCode(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
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
        /**  */
        public InteractionId id;

        /**  */
        public InteractionObject object;

        /** The agent that the user talks to. */
        public AgentId agentId;

        /** Whether the interaction is archived. No documented operation changes this field. */
        public Boolean archived;

        /** The time when the interaction was started. */
        public Timestamp createdAt;

        /** Who had the first turn, according to the agent's configuration when the interaction was started. */
        public Wire.Field<InitialTurn> initialTurn = Wire.Field.absent();

        /** The name that the user gave the interaction. Empty if it has none. */
        public String name;

        /** The number of messages in the interaction, on all branches. Never negative. */
        public Long totalMessageCount;

        /** The time when the interaction was last changed. */
        public Timestamp updatedAt;

        /** The user who owns the interaction. */
        public UserId userId;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public Interaction(InteractionId id, InteractionObject object, AgentId agentId, Boolean archived, Timestamp createdAt, String name, Long totalMessageCount, Timestamp updatedAt, UserId userId) {
            this.id = id;
            this.object = object;
            this.agentId = agentId;
            this.archived = archived;
            this.createdAt = createdAt;
            this.name = name;
            this.totalMessageCount = totalMessageCount;
            this.updatedAt = updatedAt;
            this.userId = userId;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Interaction of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            Interaction out = new Interaction(
                in.required("id", InteractionId::of),
                in.required("object", InteractionObject::of),
                in.required("agent_id", AgentId::of),
                in.required("archived", Wire::bool),
                in.required("created_at", Timestamp::of),
                in.nullable("name", Wire::string),
                in.required("total_message_count", Wire::int64),
                in.required("updated_at", Timestamp::of),
                in.required("user_id", UserId::of));
            out.initialTurn = in.field("initial_turn", InitialTurn::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("id", id);
            out.required("object", object);
            out.required("agent_id", agentId);
            out.required("archived", archived);
            out.required("created_at", createdAt);
            out.field("initial_turn", initialTurn);
            out.nullable("name", name);
            out.required("total_message_count", totalMessageCount);
            out.required("updated_at", updatedAt);
            out.required("user_id", userId);
            return out.close(unknown);
        }
    }

    /** The parameters of a new interaction. */
    public static final class InteractionCreateParams extends Wire.Struct {
        /** The agent to talk to. */
        public AgentId agentId;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public InteractionCreateParams(AgentId agentId) {
            this.agentId = agentId;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static InteractionCreateParams of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            InteractionCreateParams out = new InteractionCreateParams(
                in.required("agent_id", AgentId::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("agent_id", agentId);
            return out.close(unknown);
        }
    }

    /** A new interaction and its first messages. */
    public static final class InteractionCreated extends Wire.Struct {
        /**  */
        public Interaction interaction;

        /** The first messages of the interaction: the greeting message if the agent has the first turn, otherwise none. */
        public List<Message> messages;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public InteractionCreated(Interaction interaction, List<Message> messages) {
            this.interaction = interaction;
            this.messages = messages;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static InteractionCreated of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            InteractionCreated out = new InteractionCreated(
                in.required("interaction", Interaction::of),
                in.required("messages", Wire.list(Message::of)));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("interaction", interaction);
            out.required("messages", messages);
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

    /** The fields of an interaction to change. A field that is absent or null stays unchanged. */
    public static final class InteractionUpdateParams extends Wire.Struct {
        /** The new name. An empty string clears the name. If absent or null, the name stays unchanged. */
        public Wire.Field<String> name = Wire.Field.absent();

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public InteractionUpdateParams() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static InteractionUpdateParams of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            InteractionUpdateParams out = new InteractionUpdateParams();
            out.name = in.field("name", Wire::string);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.field("name", name);
            return out.close(unknown);
        }
    }

    /** One page of interactions. */
    public static final class InteractionsList extends Wire.Struct {
        /** The interactions, newest first; at most `limit` of them. */
        public List<Interaction> data;

        /** Whether older interactions follow. If so, request the next page with `starting_after` set to the id of the last interaction in `data`. */
        public Boolean hasMore;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public InteractionsList(List<Interaction> data, Boolean hasMore) {
            this.data = data;
            this.hasMore = hasMore;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static InteractionsList of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            InteractionsList out = new InteractionsList(
                in.required("data", Wire.list(Interaction::of)),
                in.required("has_more", Wire::bool));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("data", data);
            out.required("has_more", hasMore);
            return out.close(unknown);
        }
    }

    /** Which users to list, by their `live_mode`. A string, like every query parameter. The behaviour for unknown values is not documented; treat them as no filter. Any other string is a value too. */
    public record LiveModeFilter(String value) implements Wire.Value {
        /** Only live users. */
        public static final LiveModeFilter TRUE = new LiveModeFilter("true");
        /** Only test users. */
        public static final LiveModeFilter FALSE = new LiveModeFilter("false");

        public LiveModeFilter {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static LiveModeFilter of(JsonNode json) {
            return new LiveModeFilter(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** One message of an interaction, a node of its tree. A root has depth 0 and no parent; the depth of any other message is its parent's depth plus 1. Messages with the same parent are siblings, and so are the roots of one interaction. Siblings are ordered by `created_at`. */
    public static final class Message extends Wire.Struct {
        /**  */
        public MessageId id;

        /**  */
        public MessageObject object;

        /** The text of the message. In a greeting, the template is already rendered. */
        public String content;

        /** The time when the message was written. Siblings are ordered by it. */
        public Timestamp createdAt;

        /** The number of ancestors of the message: 0 for a root, otherwise the parent's depth plus 1. Never negative. */
        public Long depth;

        /** The interaction that contains the message. */
        public InteractionId interactionId;

        /** The parent of the message, in the same interaction. Absent on a root. A server may also send null or an empty string for a root. */
        public Wire.Field<MessageId> parentId = Wire.Field.absent();

        /**  */
        public SentBy sentBy;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public Message(MessageId id, MessageObject object, String content, Timestamp createdAt, Long depth, InteractionId interactionId, SentBy sentBy) {
            this.id = id;
            this.object = object;
            this.content = content;
            this.createdAt = createdAt;
            this.depth = depth;
            this.interactionId = interactionId;
            this.sentBy = sentBy;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Message of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            Message out = new Message(
                in.required("id", MessageId::of),
                in.required("object", MessageObject::of),
                in.required("content", Wire::string),
                in.required("created_at", Timestamp::of),
                in.required("depth", Wire::int64),
                in.required("interaction_id", InteractionId::of),
                in.required("sent_by", SentBy::of));
            out.parentId = in.field("parent_id", MessageId::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("id", id);
            out.required("object", object);
            out.required("content", content);
            out.required("created_at", createdAt);
            out.required("depth", depth);
            out.required("interaction_id", interactionId);
            out.field("parent_id", parentId);
            out.required("sent_by", sentBy);
            return out.close(unknown);
        }
    }

    /** The parameters of a request for a reply, in addition to the message in the path. */
    public static final class MessageAskParams extends Wire.Struct {
        /** The interaction that contains the message in the path. */
        public InteractionId interactionId;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public MessageAskParams(InteractionId interactionId) {
            this.interactionId = interactionId;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static MessageAskParams of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            MessageAskParams out = new MessageAskParams(
                in.required("interaction_id", InteractionId::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("interaction_id", interactionId);
            return out.close(unknown);
        }
    }

    /** A new message of the end user and its position in the tree. */
    public static final class MessageCreateParams extends Wire.Struct {
        /** The interaction to which the message is added. */
        public InteractionId interactionId;

        /** The text of the message. */
        public String content;

        /** The parent of the new message, in the same interaction. If absent or null, the message becomes a new root. */
        public Wire.Field<MessageId> parentId = Wire.Field.absent();

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public MessageCreateParams(InteractionId interactionId, String content) {
            this.interactionId = interactionId;
            this.content = content;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static MessageCreateParams of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            MessageCreateParams out = new MessageCreateParams(
                in.required("interaction_id", InteractionId::of),
                in.required("content", Wire::string));
            out.parentId = in.field("parent_id", MessageId::of);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("interaction_id", interactionId);
            out.required("content", content);
            out.field("parent_id", parentId);
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

    /** One page of the messages on all branches of an interaction. The list is flat: `parent_id` defines the tree, and a parent may be on a later page than its children. */
    public static final class MessagesList extends Wire.Struct {
        /** The messages, at most `limit` of them. Their order is not documented. */
        public List<Message> data;

        /** Whether more messages follow. If so, request the next page with `starting_after` set to the id of the last message in `data`. */
        public Boolean hasMore;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public MessagesList(List<Message> data, Boolean hasMore) {
            this.data = data;
            this.hasMore = hasMore;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static MessagesList of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            MessagesList out = new MessagesList(
                in.required("data", Wire.list(Message::of)),
                in.required("has_more", Wire::bool));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("data", data);
            out.required("has_more", hasMore);
            return out.close(unknown);
        }
    }

    /** Settings for OpenAI models. If a setting is absent or null, the provider's default applies. */
    public static final class OpenAiConfig extends Wire.Struct {
        /** How strongly a token is penalised for each time it was already used. If absent or null, the provider's default applies. */
        public Wire.Field<Penalty> frequencyPenalty = Wire.Field.absent();

        /** How strongly a token is penalised if it was already used at all. If absent or null, the provider's default applies. */
        public Wire.Field<Penalty> presencePenalty = Wire.Field.absent();

        /** The sampling temperature. If absent or null, the provider's default applies. */
        public Wire.Field<OpenAiTemperature> temperature = Wire.Field.absent();

        /** The cumulative probability of the tokens from which the model chooses. The vendor states no bounds. If absent or null, the provider's default applies. */
        public Wire.Field<Double> topP = Wire.Field.absent();

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public OpenAiConfig() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static OpenAiConfig of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            OpenAiConfig out = new OpenAiConfig();
            out.frequencyPenalty = in.field("frequency_penalty", Penalty::of);
            out.presencePenalty = in.field("presence_penalty", Penalty::of);
            out.temperature = in.field("temperature", OpenAiTemperature::of);
            out.topP = in.field("top_p", Wire::number);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.field("frequency_penalty", frequencyPenalty);
            out.field("presence_penalty", presencePenalty);
            out.field("temperature", temperature);
            out.field("top_p", topP);
            return out.close(unknown);
        }
    }

    /** The sampling temperature of an OpenAI model, from 0 (least random) to 2 (most random). */
    public record OpenAiTemperature(Double value) implements Wire.Value {
        public OpenAiTemperature {
            Objects.requireNonNull(value);
            Wire.valid(value >= 0 && value <= 2);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static OpenAiTemperature of(JsonNode json) {
            return new OpenAiTemperature(Wire.read(json, Wire::number));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The maximum number of objects in a page, from 1 to 100. Default: 20. */
    public record PageLimit(Long value) implements Wire.Value {
        public PageLimit {
            Objects.requireNonNull(value);
            Wire.valid(value >= 1L && value <= 100L);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static PageLimit of(JsonNode json) {
            return new PageLimit(Wire.read(json, Wire::int64));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** A penalty for repetition, from -2 (repetition is encouraged) through 0 (no effect) to 2 (repetition is discouraged). */
    public record Penalty(Double value) implements Wire.Value {
        public Penalty {
            Objects.requireNonNull(value);
            Wire.valid(value >= -2 && value <= 2);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static Penalty of(JsonNode json) {
            return new Penalty(Wire.read(json, Wire::number));
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

    /** A point in time, in milliseconds since the Unix epoch (1970-01-01T00:00:00Z), UTC. Present-day values need more than 32 bits. */
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

    /** An end user of a project, identified there by an external id. Deleting the user deletes the user's interactions and their messages. */
    public static final class User extends Wire.Struct {
        /**  */
        public UserId id;

        /**  */
        public UserObject object;

        /** The time when the user was created. */
        public Timestamp createdAt;

        /**  */
        public UserExternalId externalId;

        /** The user's first name. Empty if not known. */
        public String firstName;

        /** The user's last name. Empty if not known. */
        public String lastName;

        /** True for a live user, false for a test user. */
        public Boolean liveMode;

        /** The time when the user was last changed. */
        public Timestamp updatedAt;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public User(UserId id, UserObject object, Timestamp createdAt, UserExternalId externalId, String firstName, String lastName, Boolean liveMode, Timestamp updatedAt) {
            this.id = id;
            this.object = object;
            this.createdAt = createdAt;
            this.externalId = externalId;
            this.firstName = firstName;
            this.lastName = lastName;
            this.liveMode = liveMode;
            this.updatedAt = updatedAt;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static User of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            User out = new User(
                in.required("id", UserId::of),
                in.required("object", UserObject::of),
                in.required("created_at", Timestamp::of),
                in.required("external_id", UserExternalId::of),
                in.nullable("first_name", Wire::string),
                in.nullable("last_name", Wire::string),
                in.required("live_mode", Wire::bool),
                in.required("updated_at", Timestamp::of));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("id", id);
            out.required("object", object);
            out.required("created_at", createdAt);
            out.required("external_id", externalId);
            out.nullable("first_name", firstName);
            out.nullable("last_name", lastName);
            out.required("live_mode", liveMode);
            out.required("updated_at", updatedAt);
            return out.close(unknown);
        }
    }

    /** A new user. Omit the fields that you do not know. */
    public static final class UserCreateParams extends Wire.Struct {
        /**  */
        public UserExternalId externalId;

        /** The user's first name. Default: not known. */
        public Wire.Field<String> firstName = Wire.Field.absent();

        /** The user's last name. Default: not known. */
        public Wire.Field<String> lastName = Wire.Field.absent();

        /** True for a live user, false for a test user. Default: true. */
        public Wire.Field<Boolean> liveMode = Wire.Field.absent();

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public UserCreateParams(UserExternalId externalId) {
            this.externalId = externalId;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static UserCreateParams of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            UserCreateParams out = new UserCreateParams(
                in.required("external_id", UserExternalId::of));
            out.firstName = in.field("first_name", Wire::string);
            out.lastName = in.field("last_name", Wire::string);
            out.liveMode = in.field("live_mode", Wire::bool);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("external_id", externalId);
            out.field("first_name", firstName);
            out.field("last_name", lastName);
            out.field("live_mode", liveMode);
            return out.close(unknown);
        }
    }

    /** The id of a user in the integrator's own system, in any form. */
    public record UserExternalId(String value) implements Wire.Value {
        public UserExternalId {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static UserExternalId of(JsonNode json) {
            return new UserExternalId(Wire.read(json, Wire::string));
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

    /** The type of the object, always `user`. Any other string is a value too. */
    public record UserObject(String value) implements Wire.Value {
        /** A user. */
        public static final UserObject USER = new UserObject("user");

        public UserObject {
            Objects.requireNonNull(value);
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static UserObject of(JsonNode json) {
            return new UserObject(Wire.string(json));
        }

        @Override
        public JsonNode toJson() {
            return Wire.node(value);
        }
    }

    /** The fields of a user to change. A field that is absent or null stays unchanged. */
    public static final class UserUpdateParams extends Wire.Struct {
        /** The new first name. An empty string clears it. */
        public Wire.Field<String> firstName = Wire.Field.absent();

        /** The new last name. An empty string clears it. */
        public Wire.Field<String> lastName = Wire.Field.absent();

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public UserUpdateParams() {
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static UserUpdateParams of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            UserUpdateParams out = new UserUpdateParams();
            out.firstName = in.field("first_name", Wire::string);
            out.lastName = in.field("last_name", Wire::string);
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.field("first_name", firstName);
            out.field("last_name", lastName);
            return out.close(unknown);
        }
    }

    /** All users of a project that match the filter. The list has no pages, hence no `has_more`. */
    public static final class UsersList extends Wire.Struct {
        /** The users, newest first. */
        public List<User> data;

        /** The fields that are not known here. */
        public final Map<String, JsonNode> unknown = new LinkedHashMap<>();

        /** One with the fields that are required. */
        public UsersList(List<User> data) {
            this.data = data;
        }

        /** Reads it. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public static UsersList of(JsonNode json) {
            Wire.Reader in = Wire.open(json);
            UsersList out = new UsersList(
                in.required("data", Wire.list(User::of)));
            out.unknown.putAll(in.rest());
            return out;
        }

        @Override
        public JsonNode toJson() {
            Wire.Writer out = new Wire.Writer();
            out.required("data", data);
            return out.close(unknown);
        }
    }

}
