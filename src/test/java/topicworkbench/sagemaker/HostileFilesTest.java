package topicworkbench.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.evaluation.ArtifactModel;
import topicworkbench.failure.ExplainedException;

/** Files made to do harm: each ends in a clear refusal, soon, in little memory, and nothing is left beside the file. */
@Timeout(30)
class HostileFilesTest {
    private static final byte[] MODEL = model();

    @TempDir
    private Path folder;

    private static byte[] model() {
        try {
            return Networks.random(9, 2, 3, 2).bytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../model_algo-1", "/model_algo-1", "a/b/model_algo-1", "..\\model_algo-1/../model_algo-1"})
    void pathsInTheArchiveAreNotFollowed(String name) throws IOException {
        Path file = artifact(header(name, '0', MODEL.length), padded(MODEL), new byte[1024]);
        assertThat(ModelArtifact.read(file)).containsOnlyKeys("algo-1");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void linksAndDevicesAreNoModels() throws IOException {
        for (char type : "1234567DSVg".toCharArray()) {
            refused(artifact(header("model_algo-1", type, MODEL.length), padded(MODEL), new byte[1024]), "holds no model_algo-1");
        }
    }

    /** A library's reader calls itself once for each of these, until the stack is full. */
    @ParameterizedTest
    @ValueSource(chars = {'L', 'K', 'x', 'g'})
    void aHundredThousandLongNamesEndNowhere(char type) throws IOException {
        ByteArrayOutputStream headers = new ByteArrayOutputStream();
        byte[] one = joined(header("././@LongLink", type, 12), padded("12 path=abc\n".getBytes(StandardCharsets.US_ASCII)));
        for (int i = 0; i < 100_000; i++) {
            headers.write(one);
        }
        assertThat(ModelArtifact.read(artifact(headers.toByteArray(), header("model_algo-1", '0', MODEL.length), padded(MODEL))))
                .containsOnlyKeys("algo-1");
    }

    /** A megabyte each that unpacks to gigabytes: as a member, as a name, behind the end. */
    @Test
    void bombsAreRefusedBeforeTheyFillTheMemory() throws IOException {
        for (byte[] begin : new byte[][] {header("model_algo-1", '0', 4L << 30), header("readme", '0', 4L << 30),
            header("././@LongLink", 'L', 4L << 30), header("pax", 'x', 4L << 30), new byte[1024]}) {
            Path file = folder.resolve("model.tar.gz");
            byte[] zeros = zipped(new byte[1 << 20]); // gzip streams can be joined
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(zipped(begin));
                for (long i = 0; i <= ModelArtifact.mostBytes() >> 20; i++) {
                    out.write(zeros);
                }
            }
            assertThatThrownBy(() -> ModelArtifact.read(file)).isInstanceOf(ExplainedException.class)
                    .hasMessageContaining("unpacks to more than");
        }
    }

    @Test
    void aBombInTheZipIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("unknown"));
            for (int i = 0; i < 200; i++) {
                zip.write(new byte[1 << 20]);
            }
        }
        assertThat(bytes.size()).isLessThan(1 << 18);
        assertThatThrownBy(() -> ModelArtifact.read(artifact(bytes.toByteArray()))).hasMessageContaining("unpacks to more than");
    }

    @Test
    void aZipOfTenThousandMembersIsRefused() throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (int i = 0; i < 10_000; i++) {
            members.put("member" + i, new byte[0]);
        }
        assertThatThrownBy(() -> StoredZip.read(StoredZip.write(members))).isInstanceOf(ArchiveTooLargeException.class);
    }

    /** In octal, in the binary form of larger numbers, negative, and no number. */
    @ParameterizedTest
    @ValueSource(strings = {"77777777777\0", "777777777777", "\u0080\0\0\0\u007f\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff",
        "\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff", "-0000000001\0", "            ", "99999999999\0"})
    void sizesThatCannotBeAreRefused(String size) throws IOException {
        byte[] header = header("model_algo-1", '0', 0);
        System.arraycopy(size.getBytes(StandardCharsets.ISO_8859_1), 0, header, 124, 12);
        assertThatThrownBy(() -> ModelArtifact.read(artifact(withSum(header), padded(MODEL)))).isInstanceOf(ExplainedException.class);
    }

    @Test
    void anArchiveThatIsCutOrBelongsToSomethingElseIsRefused() throws IOException {
        Path file = artifact(header("model_algo-1", '0', MODEL.length), padded(MODEL), new byte[1024]);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 7) {
            Path cut = Files.write(folder.resolve("model.tar.gz"), Arrays.copyOf(whole, length));
            refused(cut, "is no SageMaker artifact");
        }
        for (byte[] other : new byte[][] {new byte[0], new byte[10], "PK\3\4".getBytes(StandardCharsets.ISO_8859_1), new byte[5000]}) {
            refused(artifact(header("model_algo-1", '0', other.length), padded(other)), "is no SageMaker artifact");
        }
        refused(artifact(header("readme.txt", '0', 5), padded("hello".getBytes(StandardCharsets.US_ASCII))), "holds no model_algo-1");
        byte[] twice = joined(header("model_algo-1", '0', MODEL.length), padded(MODEL));
        refused(artifact(twice, twice), "a host stands twice");
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

    /** But for bits that fill the last byte before the checksum. */
    @Test
    void aFlippedBitIsNoticedByAChecksumOrChangesNothing() throws IOException {
        Path file = artifact(header("model_algo-1", '0', MODEL.length), padded(MODEL), new byte[1024]);
        byte[] whole = Files.readAllBytes(file);
        Map<String, HostModel> sound = ModelArtifact.read(file);
        int noticed = 0;
        for (int at = 10; at < whole.length; at += 3) { // the first ten tell the time and the system
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x20;
            Files.write(file, flipped);
            try {
                assertThat(ModelArtifact.read(file)).as("byte %d of %d", at, whole.length).usingRecursiveComparison().isEqualTo(sound);
            } catch (ExplainedException e) {
                noticed++;
            }
        }
        assertThat(noticed).isGreaterThan((whole.length - 10) / 3 - 3);
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

    private void refused(Path file, String why) {
        assertThatThrownBy(() -> ModelArtifact.read(file)).isInstanceOf(ExplainedException.class).hasMessageContaining(why);
    }

    /** A file named like a model that holds this, in an archive that is sound. */
    private Path artifact(byte[] content) throws IOException {
        return artifact(header("model_algo-1", '0', content.length), padded(content), new byte[1024]);
    }

    private Path artifact(byte[] first, byte[] second, byte[]... more) throws IOException {
        Path file = folder.resolve("model.tar.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(first);
            out.write(second);
            for (byte[] block : more) {
                out.write(block);
            }
        }
        return file;
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static byte[] padded(byte[] content) {
        return Arrays.copyOf(content, (content.length + 511) / 512 * 512);
    }

    private static byte[] header(String name, char type, long size) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 100, "0000644\0" + "0000000\0" + "0000000\0");
        put(header, 124, String.format("%011o", size));
        put(header, 136, "00000000000");
        header[156] = (byte) type;
        put(header, 257, "ustar\00000");
        return withSum(header);
    }

    private static byte[] withSum(byte[] header) {
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xFF;
        }
        put(header, 148, String.format("%06o\0", sum));
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
