package topicworkbench.run.aws.fake;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Collection;
import java.util.List;

/** JSON in few words: names and values by turns; a null value leaves the member out. */
public final class Json {
    private Json() { }

    public static JsonObject of(Object... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                object.add((String) namesAndValues[i], value(namesAndValues[i + 1]));
            }
        }
        return object;
    }

    public static JsonArray list(Collection<?> values) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(value(value)));
        return array;
    }

    public static JsonArray list(Object... values) {
        return list(List.of(values));
    }

    public static String text(JsonObject object, String name) {
        return object.has(name) ? object.get(name).getAsString() : null;
    }

    private static JsonElement value(Object value) {
        return switch (value) {
            case JsonElement element -> element;
            case Number number -> new JsonPrimitive(number);
            case Boolean truth -> new JsonPrimitive(truth);
            case Collection<?> many -> list(many);
            default -> new JsonPrimitive(value.toString());
        };
    }
}
