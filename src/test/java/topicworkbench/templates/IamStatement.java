package topicworkbench.templates;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a policy allows.
 *
 * @param actions   with their asterisks
 * @param resources ARNs with their asterisks
 */
record IamStatement(List<String> actions, List<String> resources) {

    static List<IamStatement> all(JsonObject document) {
        List<IamStatement> statements = new ArrayList<>();
        document.getAsJsonArray("Statement").forEach(element -> {
            JsonObject statement = element.getAsJsonObject();
            if (statement.get("Effect").getAsString().equals("Allow")) {
                statements.add(new IamStatement(texts(statement.get("Action")), texts(statement.get("Resource"))));
            }
        });
        return statements;
    }

    private static List<String> texts(JsonElement oneOrMore) {
        return oneOrMore.isJsonArray() ? oneOrMore.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList()
                : List.of(oneOrMore.getAsString());
    }

    boolean allows(IamNeed need) {
        return actions.stream().anyMatch(action -> matches(action, need.action()))
                && resources.stream().anyMatch(resource -> matches(resource, need.resource()));
    }

    /** As IAM does: an asterisk is any number of characters, slashes and colons too. */
    static boolean matches(String pattern, String text) {
        return text.matches(Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
