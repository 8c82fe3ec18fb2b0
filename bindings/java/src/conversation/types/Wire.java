package conversation.types;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the generated types read and write with: nothing is coerced and nothing is lost. */
public final class Wire {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();

    private Wire() {}

    /** Reads a document: {@code Wire.decode(text, MessagesList::of)}. */
    public static <T> T decode(String text, Function<JsonNode, T> type) {
        try {
            return type.apply(MAPPER.readTree(text));
        } catch (JsonProcessingException error) {
            // Of a limit that was crossed there is no place.
            boolean placed = error.getLocation() != null;
            throw new Invalid(placed ? "not JSON, in line " + error.getLocation().getLineNr() : "beyond a limit of the reader");
        } catch (StackOverflowError error) {
            throw new Invalid("nested too deep");
        }
    }

    /** Writes a document. */
    public static String encode(Value value) {
        return value.toJson().toString();
    }

    /** A value that is written as JSON. */
    public interface Value {
        /** The value as JSON. */
        @JsonValue
        JsonNode toJson();
    }

    /** An object; equal to another one that is written the same. */
    public abstract static class Struct implements Value {
        @Override
        public final boolean equals(Object other) {
            return other != null && getClass() == other.getClass() && toJson().equals(((Struct) other).toJson());
        }

        @Override
        public final int hashCode() {
            return toJson().hashCode();
        }
    }

    /** A field that may be absent, null or a value. */
    public record Field<T>(boolean present, T value) {
        /** A field that is not there. */
        public static <T> Field<T> absent() {
            return new Field<>(false, null);
        }

        /** A field with a value, or with null. */
        public static <T> Field<T> of(T value) {
            return new Field<>(true, value);
        }
    }

    /** Says what is wrong with a document, and where; quotes no value. */
    public static final class Invalid extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String at;
        private final String what;

        Invalid(String what) {
            this("", what);
        }

        private Invalid(String at, String what) {
            super("at \"" + at + "\": " + what);
            this.at = at;
            this.what = what;
        }

        private Invalid within(String name) {
            return new Invalid("/" + name.replace("~", "~0").replace("/", "~1") + at, what);
        }

        /** The JSON pointer to the value that is wrong or missing. */
        public String at() {
            return at;
        }
    }

    // Reading

    static String string(JsonNode json) {
        return expect(json.isTextual(), json, "a string").textValue();
    }

    static Boolean bool(JsonNode json) {
        return expect(json.isBoolean(), json, "a boolean").booleanValue();
    }

    static Long int64(JsonNode json) {
        return expect(json.isIntegralNumber() && json.canConvertToLong(), json, "an integer of 64 bits").longValue();
    }

    static BigInteger uint64(JsonNode json) {
        BigInteger number = json.isIntegralNumber() ? json.bigIntegerValue() : BigInteger.ONE.negate();
        expect(number.signum() >= 0 && number.bitLength() <= 64, json, "an integer of 64 bits without a sign");
        return number;
    }

    static Double number(JsonNode json) {
        return expect(json.isNumber() && Double.isFinite(json.doubleValue()), json, "a number").doubleValue();
    }

    static JsonNode any(JsonNode json) {
        return json;
    }

    static <T> T read(JsonNode json, Function<JsonNode, T> decoder) {
        return decoder.apply(json);
    }

    /** The value when JSON Schema calls its type {@code kind}, otherwise null. */
    static <T> T when(String kind, JsonNode json, Function<JsonNode, T> decoder) {
        boolean is = switch (kind) {
            case "integer" -> json.isIntegralNumber();
            case "string" -> json.isTextual();
            case "object" -> json.isObject();
            case "array" -> json.isArray();
            case "boolean" -> json.isBoolean();
            default -> json.isNumber();
        };
        return is ? decoder.apply(json) : null;
    }

    /** The only one that is not null; null when there is none, or more than one. */
    static Object one(Object... values) {
        Object[] given = Stream.of(values).filter(Objects::nonNull).toArray();
        return given.length == 1 ? given[0] : null;
    }

    static void valid(boolean is) {
        if (!is) {
            throw new Invalid("out of bounds");
        }
    }

    static Invalid unknown(String name) {
        return new Invalid("not known").within(name);
    }

    static <T> Function<JsonNode, List<T>> list(Function<JsonNode, T> decoder) {
        return json -> {
            List<T> out = new ArrayList<>();
            for (JsonNode item : expect(json.isArray(), json, "an array")) {
                out.add(at(String.valueOf(out.size()), item, decoder));
            }
            return out;
        };
    }

    static <T> Function<JsonNode, Map<String, T>> map(Function<JsonNode, T> decoder) {
        return json -> {
            Map<String, T> out = new LinkedHashMap<>();
            expect(json.isObject(), json, "an object").fields()
                .forEachRemaining(field -> out.put(field.getKey(), at(field.getKey(), field.getValue(), decoder)));
            return out;
        };
    }

    static Reader open(JsonNode json) {
        return new Reader(expect(json.isObject(), json, "an object"));
    }

    private static JsonNode expect(boolean is, JsonNode json, String what) {
        if (!is) {
            throw new Invalid(json.getNodeType().name().toLowerCase(java.util.Locale.ROOT) + " instead of " + what);
        }
        return json;
    }

    private static <T> T at(String name, JsonNode json, Function<JsonNode, T> decoder) {
        try {
            return decoder.apply(json);
        } catch (Invalid error) {
            throw error.within(name);
        }
    }

    /** Reads the fields of an object, and hands out those that were not read. */
    static final class Reader {
        private final Map<String, JsonNode> fields = new LinkedHashMap<>();

        private Reader(JsonNode object) {
            object.fields().forEachRemaining(field -> fields.put(field.getKey(), field.getValue()));
        }

        <T> T required(String name, Function<JsonNode, T> decoder) {
            JsonNode json = fields.remove(name);
            if (json == null) {
                throw new Invalid("missing").within(name);
            }
            return at(name, json, decoder);
        }

        <T> T nullable(String name, Function<JsonNode, T> decoder) {
            return required(name, json -> json.isNull() ? null : decoder.apply(json));
        }

        <T> T optional(String name, Function<JsonNode, T> decoder) {
            return fields.containsKey(name) ? required(name, decoder) : null;
        }

        <T> Field<T> field(String name, Function<JsonNode, T> decoder) {
            return fields.containsKey(name) ? Field.of(nullable(name, decoder)) : Field.absent();
        }

        void constant(String name, String value) {
            if (!required(name, Wire::string).equals(value)) {
                throw unknown(name);
            }
        }

        Map<String, JsonNode> rest() {
            return fields;
        }

        void end() {
            fields.keySet().stream().findFirst().ifPresent(name -> {
                throw unknown(name);
            });
        }
    }

    // Writing

    static JsonNode node(Object value) {
        if (value == null) {
            return NODES.nullNode();
        } else if (value instanceof Value json) {
            return json.toJson();
        } else if (value instanceof JsonNode json) {
            return json;
        } else if (value instanceof String text) {
            return NODES.textNode(text);
        } else if (value instanceof Boolean is) {
            return NODES.booleanNode(is);
        } else if (value instanceof Long number) {
            return NODES.numberNode(number);
        } else if (value instanceof BigInteger number) {
            return NODES.numberNode(number);
        } else if (value instanceof Double number) {
            return NODES.numberNode(number);
        } else if (value instanceof List<?> items) {
            ArrayNode array = NODES.arrayNode();
            items.forEach(item -> array.add(node(item)));
            return array;
        } else if (value instanceof Map<?, ?> members) {
            ObjectNode object = NODES.objectNode();
            members.forEach((name, member) -> object.set((String) name, node(member)));
            return object;
        }
        throw new IllegalArgumentException(value.getClass().getName());
    }

    /** Writes the fields of an object. */
    static final class Writer {
        private final ObjectNode object = NODES.objectNode();

        void required(String name, Object value) {
            object.set(name, node(Objects.requireNonNull(value, name)));
        }

        void nullable(String name, Object value) {
            object.set(name, node(value));
        }

        void optional(String name, Object value) {
            if (value != null) {
                object.set(name, node(value));
            }
        }

        void field(String name, Field<?> value) {
            if (value.present()) {
                object.set(name, node(value.value()));
            }
        }

        JsonNode close(Map<String, JsonNode> unknown) {
            unknown.forEach(object::putIfAbsent);
            return object;
        }
    }
}
