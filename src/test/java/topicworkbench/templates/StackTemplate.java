package topicworkbench.templates;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A stack's template as CloudFormation reads it: YAML whose short functions are written out ({@code !Ref} as {@code Ref}). */
record StackTemplate(JsonObject root) {
    static final Path PLATFORM = Path.of("templates/cloudformation/platform.yml");
    static final Path WORKFLOW = Path.of("templates/cloudformation/workflow.yml");

    static StackTemplate read(Path file) {
        return of(text(file));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static StackTemplate of(String yaml) {
        return new StackTemplate(json(new Yaml(new LoaderOptions()).compose(new StringReader(yaml))).getAsJsonObject());
    }

    /** By name, as they stand in the template. */
    Map<String, JsonObject> section(String name) {
        Map<String, JsonObject> members = new LinkedHashMap<>();
        if (root.has(name)) {
            root.getAsJsonObject(name).entrySet().forEach(entry -> members.put(entry.getKey(), entry.getValue().getAsJsonObject()));
        }
        return members;
    }

    Map<String, JsonObject> resources() {
        return section("Resources");
    }

    private static JsonElement json(Node node) {
        if (node.getAnchor() != null) {
            throw new IllegalArgumentException("CloudFormation refuses YAML aliases: &" + node.getAnchor());
        }
        JsonElement plain = switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode sequence -> {
                JsonArray array = new JsonArray();
                sequence.getValue().forEach(element -> array.add(json(element)));
                yield array;
            }
            case MappingNode mapping -> {
                JsonObject object = new JsonObject();
                for (NodeTuple tuple : mapping.getValue()) {
                    String key = ((ScalarNode) tuple.getKeyNode()).getValue();
                    if (object.has(key)) {
                        throw new IllegalArgumentException(key + " is there twice");
                    }
                    object.add(key, json(tuple.getValueNode()));
                }
                yield object;
            }
            default -> throw new IllegalArgumentException(node.toString());
        };
        String tag = node.getTag().getValue();
        return tag.startsWith("!") ? function(tag.substring(1), plain) : plain;
    }

    private static JsonElement function(String name, JsonElement argument) {
        JsonObject call = new JsonObject();
        if (name.equals("GetAtt") && argument.isJsonPrimitive()) {
            String[] parts = argument.getAsString().split("\\.", 2);
            JsonArray both = new JsonArray();
            both.add(parts[0]);
            both.add(parts[1]);
            call.add("Fn::GetAtt", both);
        } else {
            call.add(name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name, argument);
        }
        return call;
    }

    private static JsonElement scalar(ScalarNode node) {
        String value = node.getValue();
        if (node.getTag().equals(Tag.BOOL)) {
            return new JsonPrimitive(Boolean.parseBoolean(value));
        } else if (node.getTag().equals(Tag.INT)) {
            return new JsonPrimitive(Long.parseLong(value));
        } else if (node.getTag().equals(Tag.FLOAT)) {
            return new JsonPrimitive(Double.parseDouble(value));
        }
        return node.getTag().equals(Tag.NULL) ? JsonNull.INSTANCE : new JsonPrimitive(value);
    }
}
