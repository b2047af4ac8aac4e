package topicworkbench.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import topicworkbench.testdata.SharedData;

/** Against the complete logs of four NTM jobs and one LDA job. */
class TrainingLogTest {
    private final List<TrainingLogLine> lines = new ArrayList<>();
    private final List<TrainingEpoch> heard = new ArrayList<>();
    private final TrainingLog.Listener listener = new TrainingLog.Listener() {
        @Override
        public void line(TrainingLogLine line) {
            lines.add(line);
        }

        @Override
        public void epochEnded(TrainingEpoch epoch) {
            heard.add(epoch);
        }
    };

    @Test
    void twoMixedHostsWithoutAVocabulary() throws IOException {
        TrainingLog log = read("20newsgroups-k20-2hosts-2021-no-vocab.log");
        assertThat(log.hosts()).extracting(HostTraining::host).containsExactly("algo-1", "algo-2");
        HostTraining first = log.hosts().getFirst();
        HostTraining second = log.hosts().getLast();
        assertThat(first.epochs().size() + second.epochs().size()).isEqualTo(150).isEqualTo(heard.size());
        assertThat(first.epochs()).extracting(TrainingEpoch::epoch).isSorted().doesNotHaveDuplicates();
        TrainingEpoch two = first.epochs().get(1);
        assertThat(two).isEqualTo(new TrainingEpoch("algo-1", 2, 3868, 6.945022417652991, 6.941911282077912,
                0.0031111678878416216, 7.119487626211984, 0, 3115.119614255585, 0.02));
        assertThat(first.stoppedEarly()).isTrue();
        assertThat(first.bestEpoch()).isEqualTo(67);
        assertThat(first.bestLoss()).isCloseTo(6.6566, within(1e-4));
        assertThat(first.finalValidation()).isCloseTo(6.664144515991211, within(1e-12));
        assertThat(first.tu()).isEqualTo(0.72);
        assertThat(second.tu()).isEqualTo(0.74);
        assertThat(first.wetc()).isNaN();
        assertThat(first.topics()).hasSize(20);
        assertThat(first.topics().getFirst().words()).hasSize(20).startsWith("773", "679", "1931").endsWith("979");
        assertThat(second.topics().getFirst().words()).startsWith("773", "679", "419");
        assertThat(first.epochs().getLast().badCount()).isEqualTo(6);
        assertThat(log.best()).contains(second);
    }

    @Test
    void topicsWithScores() throws IOException {
        TrainingLog log = read("abcnews-k5-2hosts-2019-wetc.log");
        HostTraining first = log.hosts().getFirst();
        assertThat(first.wetc()).isEqualTo(0.49);
        assertThat(first.tu()).isEqualTo(0.88);
        assertThat(first.topics()).hasSize(5);
        assertThat(first.topics().getFirst().wetc()).isEqualTo(0.56);
        assertThat(first.topics().getFirst().tu()).isEqualTo(0.93);
        assertThat(first.topics().getFirst().words()).hasSize(20).startsWith("dies", "charged", "found");
        assertThat(log.hosts().getLast().wetc()).isEqualTo(0.50);
        assertThat(first.topics()).allSatisfy(topic -> assertThat(topic.words()).hasSize(20));
    }

    @Test
    void wordsWithoutAnEmbedding() throws IOException {
        HostTraining first = read("enron-k3-2hosts-2019-wetc-oov.log").hosts().getFirst();
        assertThat(first.unknownWords()).isPositive();
        assertThat(first.bestEpoch()).isEqualTo(45);
        assertThat(first.bestLoss()).isEqualTo(8.41057954446);
        assertThat(first.finalValidation()).isEqualTo(8.41261264116);
        assertThat(first.topics()).extracting(HostTraining.LoggedTopic::wetc).containsExactly(0.61, 0.24, 0.17);
    }

    /** In it the SDK's word on the job's state stands before an epoch of a host, in the same line. */
    @Test
    void twoLinesInOneAreTwo() throws IOException {
        TrainingLog log = read("enron-k3-2hosts-2019-wetc-oov.log");
        for (HostTraining host : log.hosts()) {
            assertThat(host.epochs()).extracting(TrainingEpoch::epoch).isEqualTo(
                    IntStream.rangeClosed(1, host.epochs().size()).boxed().toList());
        }
        assertThat(heard).hasSize(104).filteredOn(epoch -> epoch.badCount() > 0).hasSize(53);
        assertThat(lines).anySatisfy(line -> assertThat(line.text())
                .isEqualTo("2019-04-09 17:30:48 Uploading - Uploading generated training model"));
    }

    /** What grep counts in the files. */
    @Test
    void everyEpochIsHeard() throws IOException {
        read("abcnews-k5-2hosts-2019-wetc.log");
        assertThat(heard).hasSize(30).filteredOn(epoch -> epoch.badCount() > 0).hasSize(8);
        read("nytimes-k20-2018-oldest-format.log");
        assertThat(heard).hasSize(126).filteredOn(epoch -> epoch.badCount() > 0).hasSize(33);
    }

    @Test
    void theOldestFormatWithoutScoresAndValidation() throws IOException {
        HostTraining host = read("nytimes-k20-2018-oldest-format.log").hosts().getFirst();
        assertThat(host.host()).isEqualTo("algo-1");
        assertThat(host.epochs()).hasSize(96);
        assertThat(host.epochs().getFirst().total()).isEqualTo(7.75356005736);
        assertThat(host.epochs().getFirst().validationTotal()).isNaN();
        assertThat(host.epochs().getFirst().documentsPerSecond()).isEqualTo(50970.0637471);
        assertThat(host.bestEpoch()).isEqualTo(96);
        assertThat(host.topics()).hasSize(20);
        assertThat(host.topics().getFirst().words()).startsWith("1536", "3019").hasSize(20);
        assertThat(host.tu()).isNaN();
    }

    @Test
    void ldaTellsItsProgress() throws IOException {
        TrainingLog log = TrainingLog.ofHost("algo-1", listener);
        log.feed(Files.readString(SharedData.require("sagemaker/lda-log/lda_synthetic_10topics_2021-05-13.log")));
        log.end();
        assertThat(log.hosts().getFirst().completed()).isEqualTo(1);
        assertThat(log.best()).isEmpty();
        assertThat(heard).isEmpty();
    }

    @Test
    void everyLineIsHandedOnWithoutItsColors() throws IOException {
        String file = text("20newsgroups-k20-2hosts-2021-no-vocab.log");
        read("20newsgroups-k20-2hosts-2021-no-vocab.log");
        assertThat(lines).hasSize((int) file.lines().filter(line -> !line.isEmpty()).count());
        assertThat(lines).allSatisfy(line -> assertThat(line.text()).doesNotContain("\u001B"));
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.time()).hasToString("2021-06-08T23:18:14Z");
            assertThat(line.level()).isEqualTo("INFO");
        });
    }

    @Test
    void howTheLogIsTornDoesNotMatter() throws IOException {
        for (String name : List.of("20newsgroups-k20-2hosts-2021-no-vocab.log", "abcnews-k5-2hosts-2019-wetc.log")) {
            List<HostTraining> whole = read(name).hosts();
            String file = text(name);
            Random random = new Random(4);
            TrainingLog torn = TrainingLog.ofAll(listener);
            for (int at = 0; at < file.length(); ) {
                int to = Math.min(file.length(), at + 1 + random.nextInt(300));
                torn.feed(file.substring(at, to));
                at = to;
            }
            torn.end();
            assertThat(torn.hosts()).isEqualTo(whole);
        }
    }

    @Test
    void damageIsRead() throws IOException {
        String file = text("abcnews-k5-2hosts-2019-wetc.log");
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            StringBuilder damaged = new StringBuilder(file);
            for (int flips = 0; flips < 300; flips++) {
                damaged.setCharAt(random.nextInt(damaged.length()), (char) random.nextInt(128));
            }
            TrainingLog log = TrainingLog.ofAll(listener);
            log.feed(damaged);
            log.end();
            assertThat(log.hosts()).isNotNull();
        }
        TrainingLog endless = TrainingLog.ofAll(listener);
        endless.feed("x".repeat(3 * TrainingLog.LONGEST_LINE));
        endless.feed("Topics from epoch:final (num_topics:999999999999) [, tu 0.1]:\n");
        endless.end();
        assertThat(endless.hosts()).isEmpty();
    }

    private TrainingLog read(String name) throws IOException {
        TrainingLog log = TrainingLog.ofAll(listener);
        log.feed(text(name));
        log.end();
        return log;
    }

    private static String text(String name) throws IOException {
        return Files.readString(SharedData.require("sagemaker/ntm-logs/" + name));
    }
}
