package topicworkbench.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import topicworkbench.run.RunSpec;

/**
 * One of a study's runs, as planned.
 *
 * @param settings what is tried, by name, in the order of the study's variations
 * @param spec     of the whole run
 */
public record Trial(Map<String, String> settings, RunSpec spec) {

    public Trial {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** For example "num_topics=10, min_df=5". */
    public String inWords() {
        return settings.entrySet().stream().map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(", "));
    }
}
