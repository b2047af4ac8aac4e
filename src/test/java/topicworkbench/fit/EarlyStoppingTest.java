package topicworkbench.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topicworkbench.testdata.SharedData;

/** Every decision that four real SageMaker training logs show, host by host. */
class EarlyStoppingTest {
    private static final Pattern LINE = Pattern.compile("INFO (\\d+)\\] (.*?)(?:\\x1b.*)?$");
    private static final Pattern CONFIGURATION = Pattern.compile(
            "Final configuration.*'num_patience_epochs': u?'(\\d+)'");
    private static final Pattern TOLERANCE = Pattern.compile("'tolerance': u?'([\\d.]+)'");
    private static final Pattern TRAIN_LOSS = Pattern.compile("train total_loss <loss>=([\\d.]+)");
    private static final Pattern VALIDATION_LOSS = Pattern.compile("#validation_score \\(\\d+\\): ([\\d.]+)");
    private static final Pattern BAD = Pattern.compile("Bad epoch.*Bad count:(\\d+)");

    /** What one host logged; bad counts by epoch, 1-based. */
    private static final class Host {
        private int patience;
        private double tolerance;
        private final List<Double> trainLosses = new ArrayList<>();
        private final List<Double> validationLosses = new ArrayList<>();
        private final Map<Integer, Integer> badCounts = new LinkedHashMap<>();

        private List<Double> losses() {
            return validationLosses.isEmpty() ? trainLosses : validationLosses;
        }
    }

    @ParameterizedTest
    @CsvSource({"20newsgroups-k20-2hosts-2021-no-vocab.log, 2, 150", "abcnews-k5-2hosts-2019-wetc.log, 2, 30",
        "enron-k3-2hosts-2019-wetc-oov.log, 2, 104", "nytimes-k20-2018-oldest-format.log, 1, 96"})
    void repeatsEveryLoggedDecision(String log, int hosts, int epochs) throws IOException {
        Map<String, Host> logged = read(SharedData.require("sagemaker/ntm-logs/" + log));
        assertThat(logged).hasSize(hosts);
        assertThat(logged.values().stream().mapToInt(h -> h.losses().size()).sum()).isEqualTo(epochs);
        logged.values().forEach(EarlyStoppingTest::repeat);
    }

    private static void repeat(Host host) {
        EarlyStopping stopping = new EarlyStopping(host.patience, host.tolerance);
        Map<Integer, Integer> badCounts = new LinkedHashMap<>();
        for (int epoch = 1; epoch <= host.losses().size(); epoch++) {
            if (stopping.isBad(host.losses().get(epoch - 1))) {
                badCounts.put(epoch, stopping.badCount());
            }
            assertThat(stopping.shouldStop()).as("stop after epoch %d", epoch)
                    .isEqualTo(epoch == host.losses().size());
        }
        assertThat(badCounts).isNotEmpty().isEqualTo(host.badCounts);
    }

    private static Map<String, Host> read(Path log) throws IOException {
        Map<String, Host> hosts = new LinkedHashMap<>();
        for (String line : Files.readAllLines(log)) {
            Matcher entry = LINE.matcher(line);
            if (entry.find()) {
                read(entry.group(2), hosts.computeIfAbsent(entry.group(1), thread -> new Host()));
            }
        }
        hosts.values().removeIf(h -> h.patience == 0);
        return hosts;
    }

    private static void read(String message, Host host) {
        Matcher configuration = CONFIGURATION.matcher(message);
        if (configuration.find()) {
            host.patience = Integer.parseInt(configuration.group(1));
            Matcher tolerance = TOLERANCE.matcher(message);
            assertThat(tolerance.find()).isTrue();
            host.tolerance = Double.parseDouble(tolerance.group(1));
        }
        Matcher train = TRAIN_LOSS.matcher(message);
        if (train.find()) {
            host.trainLosses.add(Double.parseDouble(train.group(1)));
        }
        Matcher validation = VALIDATION_LOSS.matcher(message);
        if (validation.find()) {
            host.validationLosses.add(Double.parseDouble(validation.group(1)));
        }
        Matcher bad = BAD.matcher(message);
        if (bad.find()) {
            host.badCounts.put(host.losses().size(), Integer.parseInt(bad.group(1)));
        }
    }

    @Test
    void nothingIsBadBeforeThereIsSomethingToCompare() {
        EarlyStopping stopping = new EarlyStopping(2, 0.001);
        assertThat(stopping.isBad(5)).isFalse();
        assertThat(stopping.isBad(9)).isFalse();
        assertThat(stopping.isBad(4.9995)).isTrue();
        assertThat(stopping.isBad(3)).isFalse();
        assertThat(stopping.badCount()).isZero();
    }
}
