package topicworkbench.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.failure.NearestName;
import topicworkbench.fit.ModelOptions;
import topicworkbench.run.Setting.Section;

/** Everything about a run that can be set by name. */
public final class Settings {
    private static final List<Setting> SEEDS = new SettingTable<>(Section.RUN, null, spec -> spec)
            .add("seed", SettingKind.WHOLE, "a whole number",
                    "Of every random choice; the same seed repeats the same topics, another gives others",
                    RunSpec::seed)
            .addCount("seeds", "1 to " + RunSpec.MOST_SEEDS,
                    "Models to train, each from the next seed; several tell which topics hold still, and take as many "
                    + "times longer", RunSpec::seeds)
            .rows();

    private static final List<Setting> ALL = Stream
            .of(FilterSettings.ROWS, TextSettings.ROWS, ModelSettings.ROWS, QualitySettings.ROWS, MapSettings.ROWS,
                    SEEDS, CloudSettings.ROWS)
            .flatMap(List::stream).toList();

    private static final Map<String, Setting> BY_NAME = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(Setting::name, Function.identity()));

    private Settings() { }

    /** In the order in which files and forms show them. */
    public static List<Setting> all() {
        return ALL;
    }

    /** Those that a run of this algorithm has. */
    public static List<Setting> forAlgorithm(String algorithm) {
        return ALL.stream().filter(s -> s.appliesTo(algorithm)).toList();
    }

    /** @throws InvalidOptionException if there is none of this name; it names the nearest */
    public static Setting named(String name) {
        Setting setting = BY_NAME.get(name);
        if (setting == null) {
            throw new InvalidOptionException(name, "There is no setting called \"" + name + "\"."
                    + NearestName.question(name, BY_NAME.keySet()),
                    "Use one of the settings that the help of the command run lists.");
        }
        return setting;
    }

    /** Why a setting has no effect beside the others of a specification; empty where it has. */
    public static Optional<String> whyIdle(Setting setting, RunSpec spec) {
        return CloudSettings.whyIdle(setting, spec).or(() -> ModelSettings.whyIdle(setting.name(), spec.model()));
    }

    /**
     * Applies {@code name=value} texts. The algorithm and the preset come first wherever they stand, so that they do
     * not undo the others; of two texts for one name the last counts.
     */
    public static RunSpec apply(RunSpec spec, List<String> assignments) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 1) {
                throw new InvalidOptionException("set", "\"" + assignment + "\" sets nothing.",
                        "Write name=value, for example learning_rate=0.01.");
            }
            texts.put(assignment.substring(0, equals).strip(), assignment.substring(equals + 1));
        }
        return apply(spec, texts);
    }

    /** Changes several values and then checks the whole. */
    static RunSpec apply(RunSpec spec, Map<String, String> texts) {
        RunSpec base = withPresetRanking(spec.withModel(model(spec.model(), texts)), texts);
        SettingValues values = SettingValues.of(base);
        texts.forEach((name, text) -> {
            Setting setting = named(ModelSettings.current(name, base.model().algorithm()));
            requireAlgorithm(setting, base.model().algorithm());
            values.put(setting, setting.parse(text));
        });
        return build(base, values);
    }

    /** The model whose values the rest of {@code texts} changes. */
    private static ModelOptions model(ModelOptions current, Map<String, String> texts) {
        ModelOptions model = current;
        String algorithm = texts.get(ModelSettings.ALGORITHM);
        if (algorithm != null) {
            String chosen = (String) named(ModelSettings.ALGORITHM).parse(algorithm);
            model = chosen.equals(model.algorithm()) ? model : RunSpecs.recommended(chosen, model.topics());
        }
        String preset = texts.get(ModelSettings.PRESET);
        if (preset != null) {
            Setting setting = named(ModelSettings.PRESET);
            requireAlgorithm(setting, model.algorithm());
            String chosen = (String) setting.parse(preset);
            model = chosen.equals(RunSpecs.CUSTOM) ? model : RunSpecs.preset(chosen, model.topics());
        }
        return model;
    }

    /** A preset also says how words are ranked, unless the ranking is set beside it. */
    private static RunSpec withPresetRanking(RunSpec spec, Map<String, String> texts) {
        if (!texts.containsKey(ModelSettings.PRESET)) {
            return spec;
        }
        String preset = (String) named(ModelSettings.PRESET).parse(texts.get(ModelSettings.PRESET));
        return preset.equals(RunSpecs.CUSTOM) ? spec : spec.withRelevanceLambda(RunSpecs.relevanceLambda(preset));
    }

    private static RunSpec build(RunSpec base, SettingValues values) {
        return new RunSpec(FilterSettings.source(base.source(), values), FilterSettings.build(values), TextSettings.build(values),
                ModelSettings.build(values), values.text("embeddings"), values.number("relevance_lambda"),
                QualitySettings.gate(values), MapSettings.build(values), values.whole("seed"),
                values.count("seeds"), CloudSettings.build(values));
    }

    private static void requireAlgorithm(Setting setting, String algorithm) {
        if (!setting.appliesTo(algorithm)) {
            throw new InvalidOptionException(setting.name(),
            "The setting " + setting.name() + " belongs to the algorithm "
                    + setting.algorithm() + ", but this run uses " + algorithm + ".",
                    "Leave it out, or choose the algorithm " + setting.algorithm() + ".");
        }
    }
}
