package topicworkbench.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import topicworkbench.corpus.SampleReviews;

/** A specification as the command that starts the same run: only what differs from the defaults is written. */
public final class CommandText {
    private static final String PROGRAM = "topic-workbench";
    private static final Map<String, String> OPTIONS = Map.of("num_topics", "--topics", "seed", "--seed", "embeddings",
            "--embeddings", "min_wetc", "--min-wetc", "min_tu", "--min-tu");

    private CommandText() { }

    /**
     * @param name    what the run is to be called; empty for one made from the files
     * @param windows whether the command is for Windows' command prompt, which quotes otherwise than other shells
     */
    public static String of(RunSpec spec, String name, boolean windows) {
        return arguments(spec, name).stream().map(argument -> quoted(argument, windows))
                .collect(Collectors.joining(" ", PROGRAM + " ", ""));
    }

    /** The same, one by one and without quotes; the program's name is not among them. */
    public static List<String> arguments(RunSpec spec, String name) {
        return arguments("run", OPTIONS, spec, name);
    }

    /**
     * The command that tries several values, each combination in a run of its own.
     *
     * @param base       what the runs have in common
     * @param variations as the command line takes them, such as {@code num_topics=5,10}
     * @param draws      combinations to draw at random; 0 for all
     */
    public static String ofStudy(RunSpec base, List<String> variations, int draws, String name, boolean windows) {
        return studyArguments(base, variations, draws, name).stream().map(argument -> quoted(argument, windows))
                .collect(Collectors.joining(" ", PROGRAM + " ", ""));
    }

    /** The same, one by one and without quotes; the program's name is not among them. */
    public static List<String> studyArguments(RunSpec base, List<String> variations, int draws, String name) {
        Map<String, String> options = new HashMap<>(OPTIONS);
        options.remove("num_topics"); // whose option means there what is varied
        List<String> arguments = new ArrayList<>(arguments("sweep", options, base, name));
        if (base.map() != null) { // which that command leaves out by itself
            arguments.addAll(List.of("--set", "map=true"));
        }
        variations.forEach(variation -> arguments.addAll(List.of("--vary", variation)));
        if (draws > 0) {
            arguments.addAll(List.of("--random", Integer.toString(draws)));
        }
        return arguments;
    }

    private static List<String> arguments(String command, Map<String, String> options, RunSpec spec, String name) {
        List<String> arguments = new ArrayList<>(List.of(command));
        List<String> files = spec.source().paths().stream().filter(path -> !path.equals(SampleReviews.PATH)).toList();
        if (!files.isEmpty()) {
            arguments.add("--reviews");
            arguments.addAll(files);
        }
        if (SampleReviews.isIn(spec.source())) {
            arguments.add("--sample");
        }
        new TreeMap<>(spec.source().columns()).forEach((field, column) -> {
            arguments.add("--column");
            arguments.add(field + "=" + column);
        });
        addSettings(spec, options, arguments);
        if (!name.isBlank()) {
            arguments.add("--name");
            arguments.add(name.strip());
        }
        return arguments;
    }

    private static void addSettings(RunSpec spec, Map<String, String> options, List<String> arguments) {
        String algorithm = spec.model().algorithm();
        if (!algorithm.equals(RunSpecs.NTM)) {
            arguments.addAll(List.of("--algorithm", algorithm));
        }
        String preset = RunSpecs.nearestPreset(spec);
        if (!preset.equals(RunSpecs.RECOMMENDED)) {
            arguments.addAll(List.of("--preset", preset));
        }
        RunSpec base = RunSpecs.base(algorithm, preset);
        for (Setting setting : Settings.forAlgorithm(algorithm)) {
            String value = setting.read(spec);
            boolean said = setting.name().equals(ModelSettings.ALGORITHM) || setting.name().equals(ModelSettings.PRESET);
            if (said || value.equals(setting.read(base))) {
                continue;
            }
            String option = options.get(setting.name());
            arguments.add(option == null ? "--set" : option);
            arguments.add(option == null ? setting.name() + "=" + value : value);
        }
    }

    private static String quoted(String argument, boolean windows) {
        if (argument.matches("[\\w./:=+,@%-]+") && !(windows && argument.contains("%"))) {
            return argument;
        }
        return windows ? '"' + argument.replace("\"", "\\\"") + '"' : "'" + argument.replace("'", "'\\''") + "'";
    }
}
