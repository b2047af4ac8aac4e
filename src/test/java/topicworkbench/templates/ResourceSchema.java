package topicworkbench.templates;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** AWS's own schema of what stacks are made of: types, properties however deep, required ones, values, attributes. */
final class ResourceSchema {
    private static final Path FILE = Path.of("templates/checks/node_modules/@aws-cdk/aws-service-spec/db.json.gz");

    private final Map<String, JsonObject> resources = new HashMap<>();
    private final Map<String, JsonObject> definitions = new HashMap<>();

    private ResourceSchema(JsonObject schema) {
        entities(schema, "resource").forEach(entity -> resources.put(entity.getAsJsonObject().get("cloudFormationType").getAsString(),
                entity.getAsJsonObject()));
        entities(schema, "typeDefinition").forEach(entity -> definitions.put(entity.getAsJsonObject().get("$id").getAsString(),
                entity.getAsJsonObject()));
    }

    private static JsonArray entities(JsonObject schema, String kind) {
        return schema.getAsJsonObject(kind).getAsJsonArray("entities");
    }

    /** Skips the test where it is not installed. */
    static ResourceSchema read() {
        Assumptions.assumeTrue(Files.exists(FILE), "@aws-cdk/aws-service-spec is not installed: install Node.js 20 or later, then"
                + " run npm install in templates/checks");
        try (InputStreamReader in = new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), StandardCharsets.UTF_8)) {
            return new ResourceSchema(JsonParser.parseReader(in).getAsJsonObject().getAsJsonObject("schema"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> faults(StackTemplate template) {
        List<String> faults = new ArrayList<>();
        template.resources().forEach((name, resource) -> {
            String type = resource.get("Type").getAsString();
            if (resources.containsKey(type)) {
                properties(resources.get(type), resource.get("Properties"), name, faults);
            } else {
                faults.add(name + ": there is no type " + type);
            }
        });
        attributes(template, template.root(), faults);
        return faults;
    }

    private void properties(JsonObject definition, JsonElement value, String at, List<String> faults) {
        if (isFunction(value)) {
            return;
        } else if (!value.isJsonObject()) {
            faults.add(at + " is no object");
            return;
        }
        JsonObject known = definition.getAsJsonObject("properties");
        value.getAsJsonObject().entrySet().forEach(entry -> {
            if (known.has(entry.getKey())) {
                check(known.getAsJsonObject(entry.getKey()).getAsJsonObject("type"), entry.getValue(), at + "." + entry.getKey(), faults);
            } else {
                faults.add(at + " has no property " + entry.getKey());
            }
        });
        known.entrySet().stream().filter(property -> property.getValue().getAsJsonObject().has("required")
                && property.getValue().getAsJsonObject().get("required").getAsBoolean() && !value.getAsJsonObject().has(property.getKey()))
                .forEach(property -> faults.add(at + " lacks " + property.getKey()));
    }

    private void check(JsonObject type, JsonElement value, String at, List<String> faults) {
        if (value instanceof JsonObject call && call.has("Fn::If")) {
            JsonArray cases = call.getAsJsonArray("Fn::If");
            check(type, cases.get(1), at, faults);
            check(type, cases.get(2), at, faults);
        } else if (!isFunction(value)) {
            String kind = type.get("type").getAsString();
            boolean fits = switch (kind) {
                case "ref" -> {
                    properties(definitions.get(type.getAsJsonObject("reference").get("$ref").getAsString()), value, at, faults);
                    yield true;
                }
                case "array" -> each(type.getAsJsonObject("element"), value, at, faults);
                case "map" -> value.isJsonObject();
                case "tag" -> value.isJsonObject() && value.getAsJsonObject().keySet().equals(java.util.Set.of("Key", "Value"));
                case "string" -> value.isJsonPrimitive() && allowed(type, value, at, faults);
                case "boolean" -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean();
                case "integer", "number" -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
                default -> true; // json and unions of it take anything
            };
            if (!fits) {
                faults.add(at + " is no " + kind);
            }
        }
    }

    private boolean each(JsonObject element, JsonElement value, String at, List<String> faults) {
        if (value.isJsonArray()) {
            value.getAsJsonArray().forEach(each -> check(element, each, at + "[]", faults));
        }
        return value.isJsonArray();
    }

    private static boolean allowed(JsonObject type, JsonElement value, String at, List<String> faults) {
        if (type.has("allowedValues") && !type.getAsJsonArray("allowedValues").contains(value)) {
            faults.add(at + " may not be " + value.getAsString());
        }
        return true;
    }

    private static boolean isFunction(JsonElement value) {
        return value instanceof JsonObject object && object.size() == 1
                && object.keySet().stream().allMatch(name -> name.equals("Ref") || name.startsWith("Fn::"));
    }

    private void attributes(StackTemplate template, JsonElement element, List<String> faults) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(each -> attributes(template, each, faults));
        } else if (element instanceof JsonObject object) {
            object.entrySet().forEach(entry -> attributes(template, entry.getValue(), faults));
            if (object.has("Fn::GetAtt")) {
                JsonArray parts = object.getAsJsonArray("Fn::GetAtt");
                JsonObject resource = template.resources().get(parts.get(0).getAsString());
                JsonObject type = resource == null ? null : resources.get(resource.get("Type").getAsString());
                if (type != null && !type.getAsJsonObject("attributes").has(parts.get(1).getAsString())) {
                    faults.add(parts.get(0).getAsString() + " has no attribute " + parts.get(1).getAsString());
                }
            }
        }
    }
}
