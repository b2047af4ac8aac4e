package topicworkbench.run;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.failure.NearestName;
import topicworkbench.run.Setting.Section;

/**
 * A specification as JSON: {@code schema}, {@code reviews} (paths and columns), then one object a section with the
 * names of {@link Settings}. Reading gives back an equal specification; what is left out keeps its recommended value.
 */
public final class RunSpecJson {
    private static final int SCHEMA = 1;
    private static final String SCHEMA_MEMBER = "schema";
    private static final String REVIEWS = "reviews";
    private static final String PATHS = "paths";
    private static final String COLUMNS = "columns";
    private static final Pattern PLACE = Pattern.compile("line \\d+ column \\d+");
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping()
            .setStrictness(Strictness.STRICT).create();

    private RunSpecJson() { }

    public static String write(RunSpec spec) {
        return GSON.toJson(toJson(spec)) + "\n";
    }

    /** The JSON object itself, to stand inside another. */
    public static JsonObject toJson(RunSpec spec) {
        JsonObject json = new JsonObject();
        json.addProperty(SCHEMA_MEMBER, SCHEMA);
        JsonObject reviews = new JsonObject();
        reviews.add(PATHS, strings(spec.source().paths()));
        JsonObject columns = new JsonObject();
        new TreeMap<>(spec.source().columns()).forEach(columns::addProperty);
        reviews.add(COLUMNS, columns);
        json.add(REVIEWS, reviews);
        for (Section section : Section.values()) {
            if (section == Section.CLOUD && spec.cloud().equals(CloudOptions.DEFAULTS)) {
                continue; // nothing is said of AWS unless somebody did
            }
            JsonObject members = new JsonObject();
            for (Setting setting : settings(section, spec.model().algorithm())) {
                if (!setting.name().equals(ModelSettings.PRESET)) { // the values it stands for are written instead
                    members.add(setting.name(), toJson(setting.value().apply(spec), setting));
                }
            }
            json.add(section.key(), members);
        }
        return json;
    }

    /**
     * @param name of the file, for messages
     * @throws ExplainedException if the text is no specification; unknown members are refused, with the nearest name
     */
    public static RunSpec read(String text, String name) {
        try {
            return fromJson(GSON.fromJson(text, JsonObject.class), name);
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | ClassCastException e) {
            throw new ExplainedException("The specification " + name + " is not the JSON of a run.",
                    "Give a spec.json that a run wrote" + place(e) + ".", e);
        }
    }

    private static RunSpec fromJson(JsonObject json, String name) {
        if (json == null) {
            throw new ExplainedException("The specification " + name + " is empty.", "Give a spec.json that a run wrote.");
        }
        List<String> sections = Arrays.stream(Section.values()).map(Section::key).toList();
        for (String member : json.keySet()) {
            if (!sections.contains(member) && !member.equals(SCHEMA_MEMBER) && !member.equals(REVIEWS)) {
                throw unknown(member, name, sections);
            }
        }
        requireSchema(json, name);
        Map<String, String> texts = new LinkedHashMap<>();
        for (Section section : Section.values()) {
            List<String> known = Settings.all().stream().filter(s -> s.section() == section).map(Setting::name).toList();
            for (Map.Entry<String, JsonElement> member : object(json, section.key()).entrySet()) {
                if (!known.contains(member.getKey())) {
                    throw unknown(section.key() + "." + member.getKey(), name, known);
                }
                texts.put(member.getKey(), text(member.getValue(), Settings.named(member.getKey())));
            }
        }
        return Settings.apply(RunSpecs.defaults(RunSpecs.NTM, RunSpecs.DEFAULT_TOPICS).withSource(source(json, name)), texts);
    }

    private static ReviewSource source(JsonObject json, String name) {
        JsonObject reviews = object(json, REVIEWS);
        for (String member : reviews.keySet()) {
            if (!member.equals(PATHS) && !member.equals(COLUMNS)) {
                throw unknown(REVIEWS + "." + member, name, List.of(PATHS, COLUMNS));
            }
        }
        Map<String, String> columns = new LinkedHashMap<>();
        object(reviews, COLUMNS).entrySet().forEach(e -> columns.put(e.getKey(), e.getValue().getAsString()));
        JsonArray paths = reviews.has(PATHS) ? reviews.getAsJsonArray(PATHS) : new JsonArray();
        return new ReviewSource(paths.asList().stream().map(JsonElement::getAsString).toList(), columns);
    }

    private static void requireSchema(JsonObject json, String name) {
        JsonElement schema = json.get(SCHEMA_MEMBER);
        if (schema != null && !schema.getAsString().equals(Integer.toString(SCHEMA))) {
            throw new ExplainedException("The specification " + name + " has schema " + schema + ", but this program knows "
                    + SCHEMA + ".", "Use the version of the program that wrote it, or a newer one.");
        }
    }

    private static InvalidOptionException unknown(String member, String name, List<String> known) {
        String last = member.substring(member.indexOf('.') + 1);
        return new InvalidOptionException(last, "The specification " + name + " has a member \"" + member
                + "\" that is not known." + NearestName.question(last, known), "Correct its name or leave it out.");
    }

    private static List<Setting> settings(Section section, String algorithm) {
        return Settings.forAlgorithm(algorithm).stream().filter(s -> s.section() == section).toList();
    }

    private static JsonElement toJson(Object value, Setting setting) {
        return switch (value) {
            case null -> JsonNull.INSTANCE;
            case Boolean flag -> new JsonPrimitive(flag);
            case Long number -> new JsonPrimitive(number);
            case Double number when !number.isInfinite() && !setting.kind().isAuto(number) -> new JsonPrimitive(number);
            case List<?> list when setting.kind() == SettingKind.NAMES -> strings(list);
            case List<?> list when setting.kind() == SettingKind.NUMBERS -> numbers(list);
            default -> new JsonPrimitive(setting.kind().format(value));
        };
    }

    /** The text that {@link Setting#parse} understands. */
    private static String text(JsonElement element, Setting setting) {
        if (element.isJsonNull()) {
            return Setting.NONE;
        }
        return element.isJsonArray()
                ? setting.kind().format(element.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList())
                : element.getAsString();
    }

    private static JsonObject object(JsonObject json, String member) {
        return json.has(member) ? json.getAsJsonObject(member) : new JsonObject();
    }

    private static JsonArray strings(List<?> items) {
        JsonArray array = new JsonArray();
        items.forEach(item -> array.add(item.toString()));
        return array;
    }

    private static JsonArray numbers(List<?> items) {
        JsonArray array = new JsonArray();
        items.forEach(item -> array.add((Double) item));
        return array;
    }

    /** Where the reader stumbled, if it says so. */
    private static String place(Exception e) {
        Matcher place = PLACE.matcher(String.valueOf(e.getMessage()));
        return place.find() ? ", or correct it near " + place.group() : "";
    }
}
