package topicworkbench.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import topicworkbench.evaluation.ArtifactModel;

/** Files made to do harm: each ends in a clear refusal, soon and in little memory. Those that chance found are in HostileInputTest. */
@Timeout(30)
class HostileFilesTest {
    private static final byte[] MODEL = Networks.smallBytes();

    @Test
    void aZipOfTenThousandMembersIsRefused() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (int i = 0; i < 10_000; i++) {
            members.put("member" + i, new byte[0]);
        }
        assertThatThrownBy(() -> StoredZip.read(StoredZip.write(members))).isInstanceOf(ArchiveTooLargeException.class);
    }

    /** Where the library's exception says nothing, we do. */
    @Test
    void aModelThatIsCutInASoundArchiveIsRefusedInWords() {
        for (int length = 4; length < MODEL.length - 220; length++) { // the zip's own list at its end is not read
            byte[] cut = Arrays.copyOf(MODEL, length);
            assertThatThrownBy(() -> HostModel.of(cut)).as("%d bytes", length).isInstanceOf(IOException.class)
                    .message().isNotBlank().doesNotContain("null");
        }
    }

    /** Four bytes each in the file, a hundred in memory. */
    @Test
    void aMillionEmptyArraysAreRefused() {
        ByteBuffer list = ByteBuffer.allocate(24 + (4 << 20) + 8).order(ByteOrder.LITTLE_ENDIAN);
        list.putLong(0x112).putLong(0).putLong(1 << 20);
        assertThatThrownBy(() -> MxnetArrays.read(list.array())).isInstanceOf(IOException.class).hasMessageContaining("1048576 arrays");
    }

    @Test
    void shapesThatOverflowAreRefused() {
        for (long[] shape : new long[][] {{1L << 32, 1L << 32}, {1L << 31, 2}, {65536, 65536}, {-1, -1}, {Long.MIN_VALUE, 2},
            {46341, 46341}, {Integer.MAX_VALUE, Integer.MAX_VALUE}}) {
            ByteBuffer list = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
            list.putLong(0x112).putLong(0).putLong(1).putInt(0xF993FAC9).putInt(0).putInt(shape.length);
            Arrays.stream(shape).forEach(list::putLong);
            assertThatThrownBy(() -> MxnetArrays.read(list.array())).isInstanceOf(IOException.class)
                    .hasMessageStartingWith("This is no MXNet array list");
        }
    }

    @Test
    void jsonThatIsDeepOrLongIsRefused() throws IOException {
        for (String json : new String[] {"[".repeat(60_000), "{\"training_parameters\":".repeat(2000), "{\"a\":\"" + "x".repeat(1 << 20)
                + "\"}", "{\"training_parameters\": {\"epochs\": [1]}}", "{\"training_parameters\": 7}", "null", "", "{}"}) {
            Map<String, byte[]> members = new LinkedHashMap<>(StoredZip.read(MODEL));
            members.put("meta.json", json.getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> NtmModel.of(StoredZip.write(members))).as(json.substring(0, Math.min(40, json.length())))
                    .isInstanceOf(IOException.class);
        }
    }

    /** Numbers that take an age to turn into binary, if anybody does. */
    @Test
    void hyperparametersThatTakeAnAgeAreNotWaitedFor() throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String name : new String[] {"epochs", "learning_rate", "tolerance", "clip_gradient", "mini_batch_size"}) {
            settings.put(name, name.equals("epochs") ? "1e999999999" : "9".repeat(8000) + "e-999999999");
        }
        NtmModel model = NtmModel.of(new NtmModel(settings, Networks.random(9, 2, 3, 2).parameters()).bytes());
        assertThat(ArtifactModel.of(model).options().topics()).isEqualTo(2);
    }

    /** Groups within groups, which a recursive parser follows down. */
    @Test
    void recordsWithinRecordsAreRefused() {
        byte[] deep = new byte[1 << 20];
        Arrays.fill(deep, (byte) 0x2B); // begins a group of field 5
        assertThatThrownBy(() -> FeatureRecord.decoded(deep)).isInstanceOf(IOException.class);
    }

    @Test
    void aRecordThatAnnouncesHalfAGigabyteIsRefusedWithoutTakingIt() {
        byte[] record = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putInt(RecordIoWriter.MAGIC).putInt((1 << 29) - 1).array();
        assertThatThrownBy(() -> CountRecords.read(new ByteArrayInputStream(record), 10)).isInstanceOf(IOException.class)
                .hasMessageContaining("more than");
    }

    @Test
    void aRecordInEndlesslyManyPartsIsRefused() {
        byte[] part = ByteBuffer.allocate(8 + (1 << 16)).order(ByteOrder.LITTLE_ENDIAN).putInt(RecordIoWriter.MAGIC)
                .putInt(RecordIoWriter.MIDDLE << RecordIoWriter.LENGTH_BITS | 1 << 16).array();
        byte[] first = part.clone();
        ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN).putInt(4, RecordIoWriter.BEGIN << RecordIoWriter.LENGTH_BITS | 1 << 16);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        for (int i = 0; i < 300; i++) {
            all.writeBytes(part);
        }
        assertThatThrownBy(() -> CountRecords.read(new ByteArrayInputStream(all.toByteArray()), 10)).isInstanceOf(IOException.class)
                .hasMessageContaining("more than");
    }

    /** Each line once sent a matcher looking for its end from every place. */
    @Test
    void logsThatMakeAMatcherSearchAreReadAtOnce() {
        TrainingLog log = TrainingLog.ofAll(new TrainingLog.Listener() { });
        String number = "1".repeat(200_000);
        for (String line : new String[] {"#throughput_metric: " + "throughput=1".repeat(50_000), "#progress_metric: completed " + number,
            "Bad epoch: " + "Bad count:".repeat(50_000), "#" + "x_metric: host=".repeat(30_000), "Loss (name: value) total: " + number,
            "Best model " + "epoch 1. Best loss: ".repeat(20_000), "[" + "1, ".repeat(100_000) + "]", "\u001B[" + "1;".repeat(200_000)}) {
            log.feed("[06/08/2021 23:18:14 INFO 140] " + line + "\n");
        }
        log.feed("[06/08/2021 23:18:14 INFO 140] Topics from epoch:final (num_topics:999999999) [, tu 0.1]:\n");
        for (int topic = 0; topic < 5000; topic++) {
            log.feed("[06/08/2021 23:18:14 INFO 140] " + "w ".repeat(1000) + "\n");
        }
        log.end();
        assertThat(log.hosts().getFirst().topics()).hasSize(1000).allSatisfy(topic -> assertThat(topic.words()).hasSize(100));
    }
}
