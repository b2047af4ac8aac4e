package topicworkbench.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.failure.ExplainedException;

/** Archives made to do harm: each ends in a clear refusal, soon, in little memory, and nothing is left beside the file. */
@Timeout(30)
class HostileArchivesTest {
    private static final byte[] MODEL = Networks.smallBytes();

    @TempDir
    private Path folder;

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
