package topicworkbench.workspace;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import topicworkbench.run.RunEvent;

/**
 * How records of a run folder are written as JSON: members in snake case, enum constants in lower case, times as
 * ISO 8601, and null for a number that is not one, which JSON cannot write.
 */
final class WorkspaceJson {
    private static final String EVENT = "event";

    static final Gson COMPACT = builder().create();
    static final Gson PRETTY = builder().setPrettyPrinting().create();

    private WorkspaceJson() { }

    /** One line of events.jsonl: the kind of event first. */
    static JsonObject toJson(RunEvent event) {
        JsonObject json = new JsonObject();
        json.addProperty(EVENT, kind(event.getClass()));
        COMPACT.toJsonTree(event).getAsJsonObject().asMap().forEach(json::add);
        return json;
    }

    /** @return null if this version does not know the kind of event, or it is damaged */
    static RunEvent toEvent(JsonObject json) {
        try {
            return Arrays.stream(RunEvent.class.getPermittedSubclasses())
                    .filter(type -> type.isRecord() && json.has(EVENT) && kind(type).equals(json.get(EVENT).getAsString()))
                    .map(type -> (RunEvent) COMPACT.fromJson(json, type)).findFirst().orElse(null);
        } catch (RuntimeException e) { // also what a record's constructor refuses
            return null;
        }
    }

    /** {@code EpochFinished} becomes {@code epoch_finished}. */
    private static String kind(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<!^)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static GsonBuilder builder() {
        return new GsonBuilder().setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES).serializeNulls()
                .disableHtmlEscaping().enableComplexMapKeySerialization()
                .registerTypeAdapter(double.class, new NumberOrNull())
                .registerTypeAdapter(Double.class, new NumberOrNull())
                .registerTypeAdapter(Instant.class, new Times().nullSafe())
                .registerTypeAdapterFactory(new LowerCaseEnums());
    }

    private static final class NumberOrNull extends TypeAdapter<Double> {
        @Override
        public void write(JsonWriter out, Double value) throws IOException {
            if (Double.isFinite(value)) {
                out.value(value);
            } else {
                out.nullValue();
            }
        }

        @Override
        public Double read(JsonReader in) throws IOException {
            if (in.peek() == JsonToken.NULL) {
                in.nextNull();
                return Double.NaN;
            }
            return in.nextDouble();
        }
    }

    private static final class Times extends TypeAdapter<Instant> {
        @Override
        public void write(JsonWriter out, Instant time) throws IOException {
            out.value(time.truncatedTo(ChronoUnit.MILLIS).toString());
        }

        @Override
        public Instant read(JsonReader in) throws IOException {
            try {
                return Instant.parse(in.nextString());
            } catch (DateTimeException e) {
                throw new JsonParseException(e);
            }
        }
    }

    private static final class LowerCaseEnums implements TypeAdapterFactory {
        @Override
        @SuppressWarnings("unchecked") // the constants of an enum type are of that type
        public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
            Class<? super T> raw = type.getRawType();
            return raw.isEnum() ? new TypeAdapter<T>() {
                @Override
                public void write(JsonWriter out, T value) throws IOException {
                    out.value(((Enum<?>) value).name().toLowerCase(Locale.ROOT));
                }

                @Override
                public T read(JsonReader in) throws IOException {
                    String name = in.nextString();
                    return (T) Arrays.stream(raw.getEnumConstants())
                            .filter(c -> ((Enum<?>) c).name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
                            .orElseThrow(() -> new JsonParseException("no " + raw.getSimpleName() + " is called " + name));
                }
            }.nullSafe() : null;
        }
    }
}
