package topicworkbench.run;

import static topicworkbench.run.SettingKind.NUMBER;
import static topicworkbench.run.SettingKind.TEXT;

import java.util.List;
import topicworkbench.run.Setting.Section;

/** How topics are scored and what they must reach, setting by setting. */
final class QualitySettings {
    static final List<Setting> ROWS = new SettingTable<>(Section.QUALITY, null, spec -> spec)
            .addOptional("embeddings", TEXT, "a file of word vectors",
                    "Vectors behind WETC; none trains them on the run's own reviews", RunSpec::embeddings)
            .add("relevance_lambda", NUMBER, "0 to 1",
                    "How words are ranked: a higher value prefers probable words (1), a lower one particular words (0)",
                    RunSpec::relevanceLambda)
            .addOptional("min_wetc", NUMBER, "-1 to 1",
                    "Least mean WETC of an accepted model; a higher one refuses more models",
                    spec -> spec.gate().minWetc())
            .addOptional("min_tu", NUMBER, "0 to 1",
                    "Least mean topic uniqueness of an accepted model; a higher one refuses more models",
                    spec -> spec.gate().minTu())
            .rows();

    private QualitySettings() { }

    static QualityGate gate(SettingValues values) {
        return new QualityGate(values.numberOrNull("min_wetc"), values.numberOrNull("min_tu"));
    }
}
