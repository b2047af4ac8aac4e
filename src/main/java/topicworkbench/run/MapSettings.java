package topicworkbench.run;

import static topicworkbench.run.SettingKind.NUMBER;
import static topicworkbench.run.SettingKind.NUMBERS;
import static topicworkbench.run.SettingKind.NUMBER_OR_AUTO;

import java.util.List;
import topicworkbench.run.Setting.Section;

/** The map of the documents, setting by setting; names are openTSNE's after {@code map_}. */
final class MapSettings {
    static final List<Setting> ROWS = new SettingTable<>(Section.MAP, null, RunSpec::map)
            .addFlag("map", "Lay the documents out in the plane by t-SNE, the last step of the run", MapOptions::wanted)
            .add("map_perplexity", NUMBERS, "one or more numbers from 1 to 1000, separated by commas",
                    "Neighbors a document is held to; several show coarse and fine structure at once",
                    MapOptions::perplexities)
            .addCount("map_steps", "0 or more", "Steps after the early ones; more take longer and settle further",
                    MapOptions::steps)
            .add("map_exaggeration", NUMBER_OR_AUTO, "auto, or 1 to 100",
                    "Pull between neighbors; auto is 1 up to 100,000 documents and rises to 4 for a million",
                    MapOptions::exaggeration)
            .addCount("map_early_steps", "0 or more", "First steps, in which clusters form; more gather them better",
                    MapOptions::earlySteps)
            .add("map_early_exaggeration", NUMBER, "1 to 100",
                    "Pull between neighbors in the first steps; a higher one parts clusters further",
                    MapOptions::earlyExaggeration)
            .add("map_learning_rate", NUMBER_OR_AUTO, "auto, or a number above 0",
                    "Length of a step; auto is the number of documents divided by the exaggeration",
                    MapOptions::learningRate)
            .addChoice("map_initialization", MapOptions.Initialization.class,
                    "Documents start on their principal axes, or at the mean of their topics",
                    MapOptions::initialization)
            .rows();

    private MapSettings() { }

    static MapOptions build(SettingValues values) {
        return new MapOptions(values.flag("map"), values.numbers("map_perplexity"), values.count("map_steps"),
                values.number("map_exaggeration"), values.count("map_early_steps"),
                values.number("map_early_exaggeration"), values.number("map_learning_rate"),
                values.choice("map_initialization", MapOptions.Initialization.class));
    }
}
