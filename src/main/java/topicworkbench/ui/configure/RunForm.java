package topicworkbench.ui.configure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Setting;
import topicworkbench.run.Settings;

/**
 * The settings of a run as fields: a view on a {@link RunSpec}, which it gives back once every field is in order. What
 * is right and wrong is decided by {@link Settings}, as for the command line, and told in its words.
 */
public final class RunForm {
    static final String ALGORITHM = "algorithm";
    static final String PRESET = "preset";

    private final Map<String, FormField> fields = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<RunSpec> usable = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper checks = new ReadOnlyIntegerWrapper();
    /** While many fields change together, the whole is checked once. */
    private boolean filling;

    RunForm() {
        for (Setting setting : Settings.all()) {
            String algorithm = setting.algorithm() == null ? RunSpecs.NTM : setting.algorithm();
            fields.put(setting.name(), new FormField(setting, setting.defaultText(algorithm)));
        }
        fields.values().forEach(field -> field.textProperty().subscribe((before, now) -> changed(field)));
        check();
    }

    public FormField field(String name) {
        return fields.get(name);
    }

    /** Every field, in the order of files; those of other algorithms too. */
    public List<FormField> fields() {
        return List.copyOf(fields.values());
    }

    /** Whether the setting belongs to the algorithm that is chosen. */
    public boolean applies(String name) {
        return fields.get(name).setting().appliesTo(algorithm());
    }

    /** The specification without reviews; fields that are wrong have their base's value in it. */
    public ReadOnlyObjectProperty<RunSpec> usableProperty() {
        return usable.getReadOnlyProperty();
    }

    /** Rises whenever the fields were checked anew: then errors and changes may be others. */
    public ReadOnlyIntegerProperty checksProperty() {
        return checks.getReadOnlyProperty();
    }

    /** The fields that cannot be used as they are. */
    public List<FormField> errors() {
        return applying(field -> field.errorProperty().get() != null);
    }

    /** The fields that differ from the preset or the default. */
    public List<FormField> changes() {
        return applying(field -> field.changedProperty().get());
    }

    /** The specification, or nothing if a field is wrong; its error then says so. */
    Optional<RunSpec> spec(ReviewSource source) {
        check(); // what a runner refused may be in order by now
        return errors().isEmpty() ? Optional.of(usable.get().withSource(source)) : Optional.empty();
    }

    /** Shows a specification; the preset becomes the one from which it differs least. */
    void show(RunSpec spec) {
        fill(() -> {
            fields.get(ALGORITHM).textProperty().set(spec.model().algorithm());
            fields.get(PRESET).textProperty().set(RunSpecs.nearestPreset(spec));
            rebase();
            applying(field -> !isPreset(field)).forEach(field -> field.textProperty().set(field.setting().read(spec)));
        });
    }

    /** Goes back to the preset or the default in every one of these fields. */
    void reset(List<FormField> some) {
        fill(() -> some.forEach(FormField::reset));
    }

    /** Shows a refusal beside its field, if the form has it. */
    boolean refuse(InvalidOptionException why) {
        FormField field = fields.get(why.option());
        if (field != null) {
            field.refuse(why);
            checks.set(checks.get() + 1);
        }
        return field != null;
    }

    private String algorithm() {
        String chosen = fields.get(ALGORITHM).text();
        return RunSpecs.ALGORITHMS.contains(chosen) ? chosen : RunSpecs.NTM;
    }

    private List<FormField> applying(Predicate<FormField> which) {
        return fields.values().stream().filter(field -> field.setting().appliesTo(algorithm())).filter(which).toList();
    }

    /** Algorithm and preset are no differences: the others differ from them. */
    static boolean isChoiceOfBase(String setting) {
        return setting.equals(PRESET) || setting.equals(ALGORITHM);
    }

    private static boolean isPreset(FormField field) {
        return field.setting().name().equals(PRESET);
    }

    private void changed(FormField field) {
        if (!filling) {
            if (isChoiceOfBase(field.setting().name())) {
                fill(this::rebase);
            } else {
                check();
            }
        }
    }

    private void fill(Runnable changes) {
        filling = true;
        try {
            changes.run();
        } finally {
            filling = false;
        }
        check();
    }

    /** Fields that were left alone follow the preset and the algorithm; those that were changed stay. */
    private void rebase() {
        RunSpec base = base();
        applying(field -> true).forEach(field -> field.rebase(isChoiceOfBase(field.setting().name()) ? field.text()
                : field.setting().read(base)));
    }

    private RunSpec base() {
        return RunSpecs.base(algorithm(), fields.get(PRESET).text());
    }

    /** Tries the whole; a field that is refused is marked and left at its base, until the rest is in order. */
    private void check() {
        RunSpec base = base();
        Map<String, String> texts = new LinkedHashMap<>();
        applying(field -> !isPreset(field)).forEach(field -> texts.put(field.setting().name(), field.text()));
        Map<String, InvalidOptionException> refusals = new HashMap<>();
        RunSpec tried = null;
        while (tried == null) {
            try {
                tried = Settings.apply(base, assignments(texts));
            } catch (InvalidOptionException e) {
                if (texts.remove(e.option()) == null) { // what it contradicts is refused in its stead
                    texts.clear();
                }
                refusals.putIfAbsent(e.option(), e);
            }
        }
        RunSpec whole = tried;
        fields.forEach((name, field) -> {
            if (refusals.containsKey(name)) {
                field.refuse(refusals.get(name));
            } else {
                field.accept(applies(name) && !isPreset(field) ? field.setting().read(whole) : null);
            }
            field.note(Settings.whyIdle(field.setting(), whole).orElse(""));
        });
        usable.set(whole);
        checks.set(checks.get() + 1);
    }

    private static List<String> assignments(Map<String, String> texts) {
        List<String> assignments = new ArrayList<>();
        texts.forEach((name, text) -> assignments.add(name + "=" + text));
        return assignments;
    }
}
