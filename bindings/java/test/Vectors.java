import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import conversation.types.Wire;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** java Vectors ROOT OUT: decodes, encodes and compares every vector of the repository at ROOT. */
final class Vectors {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Vectors() {}

    public static void main(String[] arguments) throws Exception {
        ArrayNode results = JSON.createArrayNode();
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(arguments[0], "tests/vectors"), 2)) {
            files = all.filter(Vectors::isVectors).sorted().toList();
        }
        for (Path file : files) {
            JsonNode said = JSON.readTree(file.toFile());
            Function<JsonNode, Wire.Value> type = type(said.get("api").textValue(), said.get("type").textValue());
            for (JsonNode vector : said.get("vectors")) {
                ObjectNode result = results.addObject();
                List.of("api", "type").forEach(key -> result.set(key, said.get(key)));
                List.of("name", "group").forEach(key -> result.set(key, vector.get(key)));
                outcome(type, vector, result);
            }
        }
        Mac mac = Mac.getInstance("HmacSHA256");
        for (JsonNode known : JSON.readTree(Path.of(arguments[0], "tests/vectors/hmac.json").toFile()).get("vectors")) {
            mac.init(new SecretKeySpec(known.get("secret").textValue().getBytes(UTF_8), "HmacSHA256"));
            String id = known.get("external_id").textValue();
            String computed = Base64.getEncoder().encodeToString(mac.doFinal(id.getBytes(UTF_8)));
            ObjectNode result = results.addObject().put("api", "proficient").put("type", "UserHmac").put("name", id);
            boolean ok = computed.equals(known.get("hmac").textValue());
            result.put("group", "hmac").put("ok", ok).put("detail", computed);
        }
        ObjectNode out = JSON.createObjectNode().put("language", "java");
        JSON.writeValue(new File(arguments[1]), out.set("results", results));
    }

    private static boolean isVectors(Path file) {
        return file.toString().matches(".*/vectors/[^/]+/[^/]+[.]json");
    }

    private static void outcome(Function<JsonNode, Wire.Value> type, JsonNode vector, ObjectNode result) {
        JsonNode value = vector.get("value");
        boolean accept = vector.get("accept").booleanValue();
        try {
            String back = Wire.encode(Wire.decode(value.toString(), type));
            boolean ok = accept && value.equals(Vectors::compare, Wire.decode(back, json -> json));
            result.put("ok", ok).put("detail", ok ? "" : accept ? "came back as " + back : "accepted");
        } catch (Wire.Invalid error) {
            result.put("ok", !accept).put("detail", error.getMessage());
            if (!accept && vector.has("at")) {
                result.put("place", error.at().equals(vector.get("at").textValue()));
            }
        }
    }

    /** Numbers are equal by their value. */
    private static int compare(JsonNode one, JsonNode two) {
        boolean numbers = one.isNumber() && two.isNumber();
        return numbers ? one.decimalValue().compareTo(two.decimalValue()) : one.equals(two) ? 0 : 1;
    }

    private static Function<JsonNode, Wire.Value> type(String api, String name) throws ReflectiveOperationException {
        String outer = Stream.of(api.split("-"))
            .map(part -> part.substring(0, 1).toUpperCase() + part.substring(1))
            .collect(Collectors.joining());
        Method of = Class.forName("conversation.types." + outer + "Types$" + name).getMethod("of", JsonNode.class);
        return json -> {
            try {
                return (Wire.Value) of.invoke(null, json);
            } catch (InvocationTargetException error) {
                throw error.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(error);
            } catch (ReflectiveOperationException error) {
                throw new IllegalStateException(error);
            }
        };
    }
}
