package topicworkbench.run;

import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import topicworkbench.failure.InvalidOptionException;

/**
 * One thing about a run that can be set by name: the same on the command line, in the form and in spec.json.
 *
 * @param name      as the field or SageMaker spells it, for example {@code num_topics}
 * @param section   where it belongs
 * @param algorithm the only algorithm that has it, or null if every run has it
 * @param kind      what its text must be
 * @param optional  whether {@code none} (nothing asked for) is a value
 * @param choices   all values of a {@link SettingKind#CHOICE}; empty otherwise
 * @param range     which values are accepted, in words
 * @param help      one line: what it does
 * @param value     takes the value out of a specification
 */
public record Setting(String name, Section section, String algorithm, SettingKind kind, boolean optional,
        List<String> choices, String range, String help, Function<RunSpec, Object> value) {

    /** Parts of spec.json and of the form. */
    public enum Section {
        FILTER, TEXT, MODEL, QUALITY, MAP, RUN, CLOUD;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final String NONE = "none";

    public boolean appliesTo(String chosenAlgorithm) {
        return algorithm == null || algorithm.equals(chosenAlgorithm);
    }

    /** The value as text that {@link #with} accepts. */
    public String read(RunSpec spec) {
        Object current = value.apply(spec);
        return current == null ? NONE : kind.format(current);
    }

    /** The recommended value for an algorithm that has this setting. */
    public String defaultText(String chosenAlgorithm) {
        return read(RunSpecs.defaults(chosenAlgorithm, RunSpecs.DEFAULT_TOPICS));
    }

    /**
     * The same specification with this one value changed.
     *
     * @throws InvalidOptionException if the text is not of this kind, out of range, or for another algorithm
     */
    public RunSpec with(RunSpec spec, String text) {
        return Settings.apply(spec, Map.of(name, text));
    }

    /** The value that {@code text} stands for; null for {@code none}. */
    Object parse(String text) {
        String stripped = text.strip();
        if (optional && (stripped.isEmpty() || stripped.equalsIgnoreCase(NONE))) {
            return null;
        }
        Object parsed;
        try {
            parsed = kind.parse(stripped);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw refused(text, "is not " + kind.description());
        }
        if (kind == SettingKind.CHOICE && !choices.contains(parsed)) {
            throw refused(text, "is not a choice");
        }
        return parsed;
    }

    private InvalidOptionException refused(String text, String why) {
        return new InvalidOptionException(name, "The value \"" + text + "\" for " + name + " " + why + ".",
                "Give " + range + ".");
    }
}
