package topicworkbench.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import topicworkbench.run.Setting.Section;

/**
 * One setting in which runs differ.
 *
 * @param name    of the setting, or {@code reviews} for the files themselves
 * @param section where the setting belongs
 * @param values  of each run, in their order; null where its algorithm has no such setting
 */
public record SpecDifference(String name, Section section, List<String> values) {
    private static final String REVIEWS = "reviews";

    /** Everything in which some specifications are not the same, in the order of the settings. */
    public static List<SpecDifference> among(List<RunSpec> specs) {
        List<SpecDifference> differences = new ArrayList<>();
        add(differences, REVIEWS, Section.FILTER, specs, spec -> spec.source().paths().isEmpty() ? Setting.NONE
                : String.join(", ", spec.source().paths()));
        add(differences, "columns", Section.FILTER, specs, spec -> spec.source().columns().isEmpty() ? Setting.NONE
                : spec.source().columns().toString());
        for (Setting setting : Settings.all()) {
            add(differences, setting.name(), setting.section(), specs,
                    spec -> setting.appliesTo(spec.model().algorithm()) ? setting.read(spec) : null);
        }
        return differences;
    }

    private static void add(List<SpecDifference> differences, String name, Section section, List<RunSpec> specs,
            Function<RunSpec, String> value) {
        List<String> values = new ArrayList<>();
        specs.forEach(spec -> values.add(value.apply(spec)));
        if (new HashSet<>(values).size() > 1) {
            differences.add(new SpecDifference(name, section, values));
        }
    }
}
