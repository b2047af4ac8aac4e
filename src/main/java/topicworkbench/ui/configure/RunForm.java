package topicworkbench.ui.configure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Settings;

/** The settings of a run as fields: a view on a {@link RunSpec}, which it gives back once every field is in order. */
public final class RunForm {
    static final String ALGORITHM = "algorithm";
    /** In the order in which the form shows them; every other setting keeps its recommended value. */
    private static final List<String> SHOWN = List.of("min_stars", "max_stars", ALGORITHM, "preset", "num_topics",
            "seed");

    private final Map<String, FormField> fields = new LinkedHashMap<>();

    RunForm() {
        RunSpec start = RunSpecs.defaults(RunSpecs.NTM, RunSpecs.DEFAULT_TOPICS);
        SHOWN.forEach(name -> fields.put(name, new FormField(Settings.named(name), start)));
        fields.values().forEach(field -> field.textProperty().subscribe(() -> check()));
    }

    public FormField field(String name) {
        return fields.get(name);
    }

    /** Whether the setting belongs to the algorithm that is chosen. */
    public boolean applies(String name) {
        return fields.get(name).setting().appliesTo(fields.get(ALGORITHM).textProperty().get());
    }

    private List<FormField> applying() {
        return fields.values().stream().filter(field -> applies(field.setting().name())).toList();
    }

    void show(RunSpec spec) {
        fields.values().stream().filter(field -> field.setting().appliesTo(spec.model().algorithm()))
                .forEach(field -> field.textProperty().set(field.setting().read(spec)));
    }

    private void check() {
        RunSpec base = base();
        applying().forEach(field -> field.check(base));
        if (errors().isEmpty()) {
            whole(new ReviewSource(List.of(), Map.of()));
        }
    }

    /** The fields that cannot be used as they are. */
    public List<FormField> errors() {
        return applying().stream().filter(field -> field.errorProperty().get() != null).toList();
    }

    /** The specification, or nothing if a field is wrong; its error then says so. */
    Optional<RunSpec> spec(ReviewSource source) {
        check();
        return errors().isEmpty() ? whole(source) : Optional.empty();
    }

    private Optional<RunSpec> whole(ReviewSource source) {
        List<String> assignments = new ArrayList<>(applying().stream().map(FormField::assignment).toList());
        try {
            return Optional.of(Settings.apply(base().withSource(source), assignments));
        } catch (InvalidOptionException e) {
            refuse(e);
            return Optional.empty();
        }
    }

    /** Shows a refusal beside its field, if the form has it. */
    boolean refuse(InvalidOptionException why) {
        FormField field = fields.get(why.option());
        if (field != null) {
            field.refuse(why);
        }
        return field != null;
    }

    private RunSpec base() {
        return RunSpecs.defaults(fields.get(ALGORITHM).textProperty().get(), RunSpecs.DEFAULT_TOPICS);
    }
}
