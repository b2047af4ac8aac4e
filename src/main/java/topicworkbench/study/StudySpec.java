package topicworkbench.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.math.RandomStream;
import topicworkbench.run.RunSpec;
import topicworkbench.run.Setting;
import topicworkbench.run.Settings;

/**
 * What a study tries: a run, the settings in which its trials differ, and whether every combination is tried (a grid)
 * or some drawn at random, by the seed of the run. Same specification, same trials.
 *
 * @param base       what all trials have in common
 * @param variations at least one, each of another setting
 * @param draws      how many combinations to draw at random, or 0 for all of them
 */
public record StudySpec(RunSpec base, List<Variation> variations, int draws) {
    /** More are a mistake rather than a wish. */
    public static final int MOST_TRIALS = 1000;
    /** Draws without a new combination after which there is taken to be none left. */
    private static final int VAIN_DRAWS = 1000;

    /** @throws InvalidOptionException if a value cannot be, stands twice, or there is nothing or too much to try */
    public StudySpec {
        variations = variations.stream().map(variation -> checked(base, variation)).toList();
        if (variations.isEmpty()) {
            throw new InvalidOptionException("vary", "The study varies nothing.",
                    "Name what to try, for example --topics 5,10,20,40.");
        }
        Set<String> names = new HashSet<>();
        for (Variation variation : variations) {
            if (!names.add(variation.setting())) {
                throw new InvalidOptionException(variation.setting(), "The setting " + variation.setting()
                        + " is varied twice.", "Give all its values at once.");
            }
            if (draws == 0 && variation.values().isEmpty()) {
                throw new InvalidOptionException(variation.setting(), "The range " + variation.text()
                        + " has no step, so that its values cannot all be tried.",
                        "Give a step, as in " + variation.text() + ":STEP, or draw some with --random N.");
            }
        }
        InvalidOptionException.unless(draws >= 0 && draws <= MOST_TRIALS, "random", draws,
                "Give a number from 1 to " + MOST_TRIALS + ".");
        long combinations = count(variations);
        if (draws == 0 && combinations > MOST_TRIALS) {
            throw new InvalidOptionException("vary", "There are " + combinations + " combinations to try.",
                    "Name fewer values, or draw some with --random N.");
        }
        if (combinations > 0 && draws > combinations) {
            throw new InvalidOptionException("random", "There are only " + combinations + " combinations to draw from, not "
                    + draws + ".", "Ask for fewer, or leave --random out to try them all.");
        }
    }

    /**
     * The runs, in the order in which they are begun; of a grid the last variation changes fastest.
     *
     * @throws InvalidOptionException if some values cannot stand together
     */
    public List<Trial> trials() {
        return combinations().stream().map(this::trial).toList();
    }

    /** How many trials there are. */
    public int size() {
        return draws == 0 ? Math.toIntExact(count(variations)) : draws;
    }

    /** The settings of each trial. */
    List<Map<String, String>> combinations() {
        return draws == 0 ? grid() : List.copyOf(drawn());
    }

    private Trial trial(Map<String, String> settings) {
        return new Trial(settings, Settings.apply(base,
                settings.entrySet().stream().map(setting -> setting.getKey() + "=" + setting.getValue()).toList()));
    }

    private List<Map<String, String>> grid() {
        List<Map<String, String>> combinations = List.of(Map.of());
        for (Variation variation : variations) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> combination : combinations) {
                for (String value : variation.values()) {
                    Map<String, String> more = new LinkedHashMap<>(combination);
                    more.put(variation.setting(), value);
                    longer.add(more);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    private Collection<Map<String, String>> drawn() {
        RandomStream random = RandomStream.of(base.seed(), "study");
        Set<Map<String, String>> found = new LinkedHashSet<>();
        for (int vain = 0; found.size() < draws;) {
            Map<String, String> combination = new LinkedHashMap<>();
            variations.forEach(variation -> combination.put(variation.setting(), variation.draw(random)));
            vain = found.add(combination) ? 0 : vain + 1;
            if (vain > VAIN_DRAWS) {
                throw new InvalidOptionException("random", "The ranges hold too few different values for " + draws
                        + " draws.", "Ask for fewer.");
            }
        }
        return found;
    }

    /** How many there are, 0 where a range has no end of them. */
    private static long count(List<Variation> variations) {
        return variations.stream().mapToLong(variation -> variation.values().size()).reduce(1,
                (product, values) -> Math.min(product * values, Integer.MAX_VALUE));
    }

    /** With its values as the setting itself writes them, so that 0.10 and .1 are one. */
    private static Variation checked(RunSpec base, Variation variation) {
        Setting setting = Settings.named(variation.setting());
        if (!(variation instanceof Variation.Choice choice)) {
            return variation;
        }
        List<String> values = new ArrayList<>();
        for (String value : choice.values()) {
            String written = setting.read(setting.with(base, value));
            if (values.contains(written)) {
                throw new InvalidOptionException(choice.setting(), "The value " + written + " for " + choice.setting()
                        + " stands twice.", "Name each value once.");
            }
            values.add(written);
        }
        return new Variation.Choice(choice.setting(), values);
    }
}
