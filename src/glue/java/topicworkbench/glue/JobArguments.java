package topicworkbench.glue;

import java.util.HashMap;
import java.util.Map;
import topicworkbench.failure.ExplainedException;

/**
 * What the state machine tells a job; Glue adds arguments of its own, which are passed over.
 *
 * @param run    name of the run
 * @param spec   where its specification lies
 * @param input  file or folder to read
 * @param output folder to write; what was there before is replaced
 */
record JobArguments(String run, String spec, String input, String output) {

    static JobArguments of(String... arguments) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i + 1 < arguments.length; i++) {
            if (arguments[i].startsWith("--")) {
                named.put(arguments[i].substring(2), arguments[i + 1]);
            }
        }
        return new JobArguments(told(named, "run"), told(named, "spec"), told(named, "input"), told(named, "output"));
    }

    private static String told(Map<String, String> arguments, String name) {
        String value = arguments.get(name);
        if (value == null || value.isBlank()) {
            throw new ExplainedException("The job was not told --" + name + ".",
                    "Deploy the stacks and the jar of the same version.");
        }
        return value;
    }
}
