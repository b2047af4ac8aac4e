package topicworkbench.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import topicworkbench.corpus.SampleReviews;

/** A specification as the command that starts the same run, here or on AWS: only what differs from the defaults is written. */
public final class CommandText {
    private static final String PROGRAM = "topic-workbench";
    private static final Map<String, String> OPTIONS = Map.of("num_topics", "--topics", "seed", "--seed", "embeddings",
            "--embeddings", "min_wetc", "--min-wetc", "min_tu", "--min-tu");
    private static final Command RUN = new Command(List.of("run"), OPTIONS, "--name", Set.of());
    private static final Command LAUNCH = new Command(List.of("cloud", "launch"), OPTIONS, "--run-name", Set.of(CloudSettings.WHERE));
    private static final Command SWEEP = new Command(List.of("sweep"), withoutTopics(), "--name", Set.of());

    /**
     * How a command is written.
     *
     * @param options of settings that have one
     * @param naming  the option that names what it makes
     * @param implied settings that it makes by itself
     */
    private record Command(List<String> words, Map<String, String> options, String naming, Set<String> implied) { }

    /** There that option means what is varied. */
    private static Map<String, String> withoutTopics() {
        Map<String, String> options = new HashMap<>(OPTIONS);
        options.remove("num_topics");
        return options;
    }

    private CommandText() { }

    /**
     * @param name    what the run is to be called; empty for one made from the files
     * @param there   options that say where on AWS; for a run on this computer they do not count
     * @param windows whether the command is for Windows' command prompt, which quotes otherwise than other shells
     */
    public static String of(RunSpec spec, String name, List<String> there, boolean windows) {
        return arguments(spec, name, there).stream().map(argument -> quoted(argument, windows))
                .collect(Collectors.joining(" ", PROGRAM + " ", ""));
    }

    /** The same, one by one and without quotes; the program's name is not among them. */
    public static List<String> arguments(RunSpec spec, String name, List<String> there) {
        List<String> arguments = arguments(spec.cloud().onAws() ? LAUNCH : RUN, spec, name);
        if (spec.cloud().onAws()) {
            arguments.addAll(there);
        }
        return arguments;
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
        List<String> arguments = arguments(SWEEP, base, name);
        if (base.map() != null) { // which that command leaves out by itself
            arguments.addAll(List.of("--set", "map=true"));
        }
        variations.forEach(variation -> arguments.addAll(List.of("--vary", variation)));
        if (draws > 0) {
            arguments.addAll(List.of("--random", Integer.toString(draws)));
        }
        return arguments;
    }

    private static List<String> arguments(Command command, RunSpec spec, String name) {
        List<String> arguments = new ArrayList<>(command.words());
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
        addSettings(spec, command, arguments);
        if (!name.isBlank()) {
            arguments.add(command.naming());
            arguments.add(name.strip());
        }
        return arguments;
    }

    private static void addSettings(RunSpec spec, Command command, List<String> arguments) {
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
            boolean said = setting.name().equals(ModelSettings.ALGORITHM) || setting.name().equals(ModelSettings.PRESET)
                    || command.implied().contains(setting.name());
            if (said || value.equals(setting.read(base))) {
                continue;
            }
            String option = command.options().get(setting.name());
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
