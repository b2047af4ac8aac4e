package topicworkbench.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import topicworkbench.math.CsrCounts;
import topicworkbench.testdata.SharedData;

class CountRecordsTest {
    /** Made with the service's own library, from 2, 1 and 3 in columns 1, 5 and 300 of 2000. */
    private static final String GOLDEN = "0a23d7ce260000000a240a0676616c756573121a12180a0c000000400000803f0000404012040105"
            + "ac021a02d00f0000";

    @Test
    void writesTheBytesOfTheServicesLibrary() throws IOException {
        CsrCounts counts = new CsrCounts(1, 2000, new int[] {0, 3}, new int[] {1, 5, 300}, new int[] {2, 1, 3});
        byte[] written = written(counts);
        assertThat(HexFormat.of().formatHex(written)).isEqualTo(GOLDEN);
        assertThat(read(written, 2000)).usingRecursiveComparison().isEqualTo(counts);
    }

    @Test
    void readsARealFileAndWritesItAgain() throws IOException {
        byte[] file = Files.readAllBytes(SharedData.require("sagemaker/recordio/lda-nips-train_1.pbr"));
        CsrCounts counts = read(file, 12_419);
        assertThat(counts.rows()).isEqualTo(350);
        assertThat(counts.total()).isGreaterThan(100_000);
        assertThat(read(written(counts), 12_419)).usingRecursiveComparison().isEqualTo(counts);
    }

    @Test
    void aRealFileWithOtherPayloadsIsFramedRightAndRefused() throws IOException {
        byte[] file = Files.readAllBytes(SharedData.require("sagemaker/recordio/one_p_mnist-first_10_rows_recordio"));
        assertThat(payloads(file)).hasSize(10);
        assertThatThrownBy(() -> read(file, 784)).isInstanceOf(IOException.class);
    }

    @Test
    void aPayloadThatHoldsTheMagicNumberIsSplitAndJoined() throws IOException {
        ByteBuffer words = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        words.putInt(7).putInt(RecordIoWriter.MAGIC).putInt(RecordIoWriter.MAGIC).putInt(8).putInt(9).putShort((short) 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RecordIoWriter writer = new RecordIoWriter(out);
        writer.write(words.array());
        writer.write(new byte[0]);
        assertThat(payloads(out.toByteArray())).containsExactly(words.array(), new byte[0]);
        // 7 | (empty) | 8 9 1: three parts, each with a header, none with the number inside
        assertThat(out.toByteArray()).hasSize(8 + 4 + 8 + 8 + 12 + 8);
    }

    @Test
    void randomCountsComeBack() throws IOException {
        Random random = new Random(1);
        for (int round = 0; round < 50; round++) {
            CsrCounts counts = random(random, random.nextInt(40), 1 + random.nextInt(100_000));
            assertThat(read(written(counts), counts.columns())).usingRecursiveComparison().isEqualTo(counts);
        }
    }

    @Test
    void denseRecordsLoseTheirZeros() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new RecordIoWriter(out).write(new FeatureRecord(null, new float[] {0, 3, 0, 1}, -1).encoded());
        assertThat(read(out.toByteArray(), 4)).usingRecursiveComparison()
                .isEqualTo(new CsrCounts(1, 4, new int[] {0, 2}, new int[] {1, 3}, new int[] {3, 1}));
    }

    @Test
    void countsThatAreNoneAreRefused() {
        for (FeatureRecord record : List.of(new FeatureRecord(new int[] {4}, new float[] {1}, 4),
                new FeatureRecord(new int[] {1, 1}, new float[] {1, 1}, 4), new FeatureRecord(new int[] {1}, new float[] {-1}, 4),
                new FeatureRecord(new int[] {1}, new float[] {0.5f}, 4), new FeatureRecord(new int[] {1}, new float[] {Float.NaN}, 4))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThatThrownBy(() -> {
                new RecordIoWriter(out).write(record.encoded());
                read(out.toByteArray(), 4);
            }).isInstanceOf(IOException.class).hasMessageContaining("no counts of 4 terms");
        }
    }

    /** Whatever is cut off or flipped ends in counts or in an {@link IOException}, soon. */
    @Test
    void damageIsRefused() throws IOException {
        byte[] whole = written(random(new Random(2), 5, 3000));
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertReadsOrRefuses(cut);
        }
        Random random = new Random(3);
        for (int round = 0; round < 20_000; round++) {
            byte[] flipped = whole.clone();
            for (int flips = 1 + random.nextInt(3); flips > 0; flips--) {
                flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            }
            assertReadsOrRefuses(flipped);
        }
    }

    private static void assertReadsOrRefuses(byte[] file) {
        try {
            read(file, 3000);
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static CsrCounts random(Random random, int rows, int columns) {
        int[] starts = new int[rows + 1];
        List<Integer> indices = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            random.ints(random.nextInt(60), 0, columns).distinct().sorted().forEach(indices::add);
            starts[row + 1] = indices.size();
        }
        return new CsrCounts(rows, columns, starts, indices.stream().mapToInt(Integer::intValue).toArray(),
                random.ints(indices.size(), 1, 50).toArray());
    }

    private static List<byte[]> payloads(byte[] file) throws IOException {
        List<byte[]> payloads = new ArrayList<>();
        try (RecordIoReader reader = new RecordIoReader(new ByteArrayInputStream(file))) {
            for (byte[] payload = reader.next(); payload != null; payload = reader.next()) {
                payloads.add(payload);
            }
        }
        return payloads;
    }

    private static byte[] written(CsrCounts counts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CountRecords.write(counts, IntStream.range(0, counts.rows()).toArray(), out);
        return out.toByteArray();
    }

    private static CsrCounts read(byte[] file, int columns) throws IOException {
        try (InputStream in = new ByteArrayInputStream(file)) {
            return CountRecords.read(in, columns);
        }
    }
}
