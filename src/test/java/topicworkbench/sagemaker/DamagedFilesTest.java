package topicworkbench.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.evaluation.ArtifactModel;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.testdata.Mutations;

/**
 * Thousands of damaged files for each reader: every one is read, or refused in words, at once and in little memory. A million
 * of each: {@code mvn test -Dtest=DamagedFilesTest -Dtw.damaged=1000000}. What is found is kept in {@link HostileFilesTest}.
 */
class DamagedFilesTest {
    private static final int INPUTS = Integer.getInteger("tw.damaged", 3000);
    private static final long FROM = Long.getLong("tw.damaged.from", 0);
    /** Bytes that reading may allocate, beside so many for each byte of the input. */
    private static final long MEMORY = 48L << 20;
    private static final int FOR_EACH_BYTE = 200;
    private static final long MOST_NANOS = 10_000_000_000L;
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    private Path folder;

    /** Reads the bytes, or refuses them by one of two exceptions. */
    @FunctionalInterface
    private interface Reader {
        void read(byte[] bytes) throws IOException;
    }

    @Test
    void trainingRecords() throws IOException {
        CsrCounts counts = new CsrCounts(3, 2000, new int[] {0, 3, 3, 5}, new int[] {1, 5, 300, 0, 1999}, new int[] {2, 1, 3, 7, 1});
        ByteArrayOutputStream sparse = new ByteArrayOutputStream();
        CountRecords.write(counts, new int[] {0, 1, 2}, sparse);
        ByteArrayOutputStream others = new ByteArrayOutputStream();
        RecordIoWriter records = new RecordIoWriter(others);
        records.write(new FeatureRecord(null, new float[] {0, 3, 0, 1}, -1).encoded());
        records.write(HexFormat.of().parseHex("070000000a23d7ce0a23d7ce08000000"));
        survives(List.of(sparse.toByteArray(), others.toByteArray()), bytes -> CountRecords.read(new ByteArrayInputStream(bytes), 2000));
        survives(List.of(sparse.toByteArray(), others.toByteArray()), bytes -> {
            RecordIoReader reader = new RecordIoReader(new ByteArrayInputStream(bytes));
            for (byte[] payload = reader.next(); payload != null; payload = reader.next()) {
                FeatureRecord.decoded(payload);
            }
        });
        survives(List.of(new FeatureRecord(new int[] {1, 5, 300}, new float[] {2, 1, 3}, 2000).encoded()), FeatureRecord::decoded);
    }

    @Test
    void countsInLines() {
        survives(List.of("0,1,2\n3,0,0\n".getBytes(StandardCharsets.US_ASCII), "1.0, 2,3".getBytes(StandardCharsets.US_ASCII)),
                bytes -> CountLines.read(new ByteArrayInputStream(bytes), 3));
    }

    @Test
    void arrays() {
        Map<String, MxnetArray> arrays = new LinkedHashMap<>();
        arrays.put("arg:half", new MxnetArray(List.of(2), MxnetArray.Type.FLOAT16, new byte[] {0, 0x3C, 0, (byte) 0xC0}));
        arrays.put("arg:weight", MxnetArray.ofFloats(List.of(3, 2), new float[] {1, 2, 3, 4, 5, 6}));
        survives(List.of(MxnetArrays.write(arrays), lda().bytes()), MxnetArrays::matrices);
    }

    /** Damaged inside, with whole shells around: what checksums would have caught otherwise. */
    @Test
    void models() throws IOException {
        byte[] neural = network().bytes();
        survives(List.of(neural, lda().bytes()), bytes -> ArtifactModel.of(HostModel.of(bytes)));
        Map<String, byte[]> members = StoredZip.read(neural);
        for (String member : List.of("params", "meta.json")) {
            survives(List.of(members.get(member)), bytes -> {
                Map<String, byte[]> damaged = new LinkedHashMap<>(members);
                damaged.put(member, bytes);
                ArtifactModel.of(HostModel.of(StoredZip.write(damaged)));
            });
        }
    }

    @Test
    void artifacts() throws IOException {
        Path file = folder.resolve("model.tar.gz");
        Map<String, HostModel> hosts = Map.of("algo-1", network(), "algo-2", lda());
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        ModelArtifact.write(hosts, whole);
        Reader reader = bytes -> {
            Files.write(file, bytes);
            ModelArtifact.forEachHost(file, (host, model) -> ArtifactModel.of(model));
        };
        survives(List.of(whole.toByteArray()), reader);
        byte[] tar = new java.util.zip.GZIPInputStream(new ByteArrayInputStream(whole.toByteArray())).readAllBytes();
        survives(List.of(tar), bytes -> reader.read(zipped(withRightSums(bytes))));
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void trainingLogs() {
        String log = """
                [06/08/2021 23:18:14 INFO 140] # Finished training epoch 1 on 3868 examples from 31 batches, each of size 128.
                [06/08/2021 23:18:14 INFO 140] Loss (name: value) total: 7.021950817877246
                \u001B[34m[06/08/2021 23:18:14 INFO 141] #quality_metric: host=algo-1, epoch=1, train total_loss <loss>=7.02\u001B[0m
                [06/08/2021 23:18:14 INFO 140] #validation_score (1): 7.136931283133371
                [06/08/2021 23:18:14 INFO 140] #throughput_metric: host=algo-1, train throughput=3278.2553720648184 records/second
                [06/08/2021 23:18:14 INFO 140] Topics from epoch:final (num_topics:2) [wetc 0.37, tu 0.75]:
                [06/08/2021 23:18:14 INFO 140] [0.39, 0.72] game season september released
                [06/08/2021 23:18:14 INFO 140] [0.39, 0.72] game season september released
                """;
        assertThat(refused(List.of(log.getBytes(StandardCharsets.UTF_8)), bytes -> {
            TrainingLog read = TrainingLog.ofAll(new TrainingLog.Listener() { });
            String text = new String(bytes, StandardCharsets.UTF_8);
            read.feed(text.substring(0, text.length() / 2));
            read.feed(text.substring(text.length() / 2));
            read.end();
            read.best();
        })).as("logs are never refused").isZero();
    }

    private static NtmModel network() {
        return Networks.random(9, 2, 3, 2);
    }

    private static LdaModel lda() {
        return new LdaModel(new FloatMatrix(1, 2, new float[] {0.3f, 0.7f}),
                new FloatMatrix(2, 3, new float[] {0.1f, 0.2f, 0.7f, 1 / 3f, 1 / 3f, 1 / 3f}));
    }

    private static byte[] zipped(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }

    /** A tar whose headers all have the sums they say, where there are blocks that look like headers. */
    private static byte[] withRightSums(byte[] tar) {
        for (int block = 0; block + 512 <= tar.length; block += 512) {
            if (new String(tar, block + 257, 5, StandardCharsets.ISO_8859_1).equals("ustar")) {
                Arrays.fill(tar, block + 148, block + 156, (byte) ' ');
                int sum = 0;
                for (int i = block; i < block + 512; i++) {
                    sum += tar[i] & 0xFF;
                }
                System.arraycopy(String.format("%06o\0", sum).getBytes(StandardCharsets.US_ASCII), 0, tar, block + 148, 7);
            }
        }
        return tar;
    }

    private static void survives(List<byte[]> seeds, Reader reader) {
        assertThat(refused(seeds, reader)).as("inputs that were refused, of %d", INPUTS).isPositive();
    }

    private static int refused(List<byte[]> seeds, Reader reader) {
        Mutations mutations = new Mutations(seeds);
        int refused = 0;
        for (long number = FROM; number < FROM + INPUTS; number++) {
            byte[] input = mutations.input(number);
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long begin = System.nanoTime();
            try {
                reader.read(input);
            } catch (ExplainedException | IOException e) {
                refused++;
                assertThat(e.getMessage()).as("input %d", number).isNotBlank();
            } catch (RuntimeException | Error e) {
                fail("input " + number + ": " + HexFormat.of().formatHex(input, 0, Math.min(input.length, 2000)), e);
            }
            assertThat(System.nanoTime() - begin).as("nanoseconds for input %d", number).isLessThan(MOST_NANOS);
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - allocated).as("bytes allocated for input %d", number)
                    .isLessThan(MEMORY + (long) FOR_EACH_BYTE * input.length);
        }
        return refused;
    }
}
