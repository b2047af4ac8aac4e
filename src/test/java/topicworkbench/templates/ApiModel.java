package topicworkbench.templates;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * AWS's own description of a service, against which requests are checked: unknown and missing members, wrong types, values
 * that are not in an enumeration, lengths, numbers and patterns out of bounds.
 */
public final class ApiModel {
    private static final Map<String, String> FILES = Map.ofEntries(Map.entry("sagemaker", "api.sagemaker-2017-07-24"),
            Map.entry("glue", "glue-2017-03-31"), Map.entry("sns", "sns-2010-03-31"), Map.entry("logs", "logs-2014-03-28"),
            Map.entry("states", "states-2016-11-23"), Map.entry("cloudformation", "cloudformation-2010-05-15"),
            Map.entry("codebuild", "codebuild-2016-10-06"), Map.entry("ecr", "api.ecr-2015-09-21"),
            Map.entry("pricing", "api.pricing-2017-10-15"), Map.entry("servicequotas", "service-quotas-2019-06-24"),
            Map.entry("tagging", "tagging-2017-01-26"), Map.entry("sts", "sts-2011-06-15"),
            Map.entry("monitoring", "monitoring-2010-08-01"));
    private static final Map<String, ApiModel> READ = new ConcurrentHashMap<>();

    private final JsonObject operations;
    private final JsonObject shapes;

    private ApiModel(JsonObject model) {
        operations = model.getAsJsonObject("operations");
        shapes = model.getAsJsonObject("shapes");
    }

    /** @param service for example sagemaker, as IAM calls it but for a few */
    public static ApiModel of(String service) {
        return READ.computeIfAbsent(service, name -> {
            String file = "/models/" + FILES.get(name) + "-model.json";
            try (InputStream in = ApiModel.class.getResourceAsStream(file)) {
                return new ApiModel(JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8)).getAsJsonObject());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static boolean knows(String service) {
        return FILES.containsKey(service);
    }

    /**
     * What is wrong with a request. A member whose name ends in {@code .$} has a value that is known only at run time: it
     * counts as there, and its value as right.
     */
    public List<String> faults(String operation, JsonObject request) {
        List<String> faults = new ArrayList<>();
        if (!operations.has(operation)) {
            return List.of("there is no operation " + operation);
        }
        check(inputShape(operation), request, operation, faults);
        return faults;
    }

    /** What is wrong with an answer. */
    public List<String> answerFaults(String operation, JsonObject answer) {
        List<String> faults = new ArrayList<>();
        JsonObject output = operations.getAsJsonObject(operation).getAsJsonObject("output");
        if (output != null) {
            check(output.get("shape").getAsString(), answer, operation, faults);
        }
        return faults;
    }

    public String inputShape(String operation) {
        return operations.getAsJsonObject(operation).getAsJsonObject("input").get("shape").getAsString();
    }

    /** The shape of a structure's member; the name itself, which then is none, where there is no such member. */
    public String member(String shape, String name) {
        JsonObject members = shapes.has(shape) ? shapes.getAsJsonObject(shape).getAsJsonObject("members") : null;
        return members != null && members.has(name) ? members.getAsJsonObject(name).get("shape").getAsString() : name;
    }

    /** The shape of a list's elements. */
    public String element(String shape) {
        JsonObject list = shapes.getAsJsonObject(shape);
        return list != null && list.has("member") ? list.getAsJsonObject("member").get("shape").getAsString() : shape;
    }

    /** A text of a form as the type that a shape has. */
    public JsonPrimitive typed(String shape, String text) {
        String type = shapes.has(shape) ? shapes.getAsJsonObject(shape).get("type").getAsString() : "string";
        return switch (type) {
            case "boolean" -> new JsonPrimitive(Boolean.parseBoolean(text));
            case "integer", "long", "float", "double" -> new JsonPrimitive(Double.valueOf(text));
            default -> new JsonPrimitive(text);
        };
    }

    private void check(String shapeName, JsonElement value, String at, List<String> faults) {
        JsonObject shape = shapes.getAsJsonObject(shapeName);
        switch (shape.get("type").getAsString()) {
            case "structure" -> structure(shape, value, at, faults);
            case "list" -> {
                if (require(value.isJsonArray(), at + " is no list", faults)) {
                    bounds(shape, value.getAsJsonArray().size(), at, faults);
                    JsonArray list = value.getAsJsonArray();
                    for (int i = 0; i < list.size(); i++) {
                        check(shape.getAsJsonObject("member").get("shape").getAsString(), list.get(i), at + "[" + i + "]", faults);
                    }
                }
            }
            case "map" -> {
                if (require(value.isJsonObject(), at + " is no map", faults)) {
                    value.getAsJsonObject().entrySet().stream().filter(entry -> !entry.getKey().endsWith(".$")).forEach(entry ->
                            check(shape.getAsJsonObject("value").get("shape").getAsString(), entry.getValue(), at + "."
                                    + entry.getKey(), faults));
                }
            }
            case "string" -> string(shape, value, at, faults);
            case "boolean" -> require(value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean(), at + " is no boolean", faults);
            case "integer", "long", "float", "double" -> {
                if (require(value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber(), at + " is no number", faults)) {
                    bounds(shape, value.getAsDouble(), at, faults);
                }
            }
            default -> { }
        }
    }

    private void structure(JsonObject shape, JsonElement value, String at, List<String> faults) {
        if (!require(value.isJsonObject(), at + " is no object", faults)) {
            return;
        }
        JsonObject members = shape.getAsJsonObject("members");
        List<String> there = new ArrayList<>();
        value.getAsJsonObject().entrySet().forEach(entry -> {
            boolean later = entry.getKey().endsWith(".$");
            String written = later ? entry.getKey().substring(0, entry.getKey().length() - 2) : entry.getKey();
            // definitions begin every member with a capital, whatever the service does
            String name = members.has(written) || written.isEmpty() ? written
                    : Character.toLowerCase(written.charAt(0)) + written.substring(1);
            there.add(name);
            if (require(members.has(name), at + " has no member " + written, faults) && !later) {
                check(members.getAsJsonObject(name).get("shape").getAsString(), entry.getValue(), at + "." + name, faults);
            }
        });
        if (shape.has("required")) {
            shape.getAsJsonArray("required").forEach(name ->
                    require(there.contains(name.getAsString()), at + " lacks " + name.getAsString(), faults));
        }
    }

    private void string(JsonObject shape, JsonElement value, String at, List<String> faults) {
        if (!require(value.isJsonPrimitive() && value.getAsJsonPrimitive().isString(), at + " is no string", faults)) {
            return;
        }
        String text = value.getAsString();
        bounds(shape, text.length(), at, faults);
        if (shape.has("enum")) {
            require(shape.getAsJsonArray("enum").contains(value), at + " may not be " + text, faults);
        }
        if (shape.has("pattern")) {
            require(text.matches(shape.get("pattern").getAsString()), at + " does not match " + shape.get("pattern").getAsString()
                    + ": " + text, faults);
        }
    }

    private static void bounds(JsonObject shape, double size, String at, List<String> faults) {
        require(!shape.has("min") || size >= shape.get("min").getAsDouble(), at + " is below " + shape.get("min"), faults);
        require(!shape.has("max") || size <= shape.get("max").getAsDouble(), at + " is above " + shape.get("max"), faults);
    }

    private static boolean require(boolean holds, String fault, List<String> faults) {
        if (!holds) {
            faults.add(fault);
        }
        return holds;
    }
}
