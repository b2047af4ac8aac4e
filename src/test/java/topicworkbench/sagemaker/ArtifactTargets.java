package topicworkbench.sagemaker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import topicworkbench.evaluation.ArtifactModel;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.reliability.FuzzTarget;
import topicworkbench.reliability.Scratch;

/** The readers of SageMaker's formats. Where a shell has checksums, what is inside is damaged in a whole shell as well. */
public final class ArtifactTargets {
    private static final int TERMS = 2000;
    private static final int BLOCK = 512;
    private static final int SUM = 148;
    private static final NtmModel NETWORK = Networks.random(9, 2, 3, 2);
    private static final LdaModel MIXTURE = new LdaModel(new FloatMatrix(1, 2, new float[] {0.3f, 0.7f}),
            new FloatMatrix(2, 3, new float[] {0.1f, 0.2f, 0.7f, 1 / 3f, 1 / 3f, 1 / 3f}));
    private static final String LOG = """
            [06/08/2021 23:18:14 INFO 140] # Finished training epoch 1 on 3868 examples from 31 batches, each of size 128.
            [06/08/2021 23:18:14 INFO 140] Loss (name: value) total: 7.021950817877246
            \u001B[34m[06/08/2021 23:18:14 INFO 141] #quality_metric: host=algo-1, epoch=1, train total_loss <loss>=7.02\u001B[0m
            [06/08/2021 23:18:14 INFO 140] #validation_score (1): 7.136931283133371
            [06/08/2021 23:18:14 INFO 140] #throughput_metric: host=algo-1, train throughput=3278.2553720648184 records/second
            [06/08/2021 23:18:14 INFO 140] #progress_metric: host=algo-1, completed 50 %
            [06/08/2021 23:18:14 INFO 140] Topics from epoch:final (num_topics:2) [wetc 0.37, tu 0.75]:
            [06/08/2021 23:18:14 INFO 140] [0.39, 0.72] game season september released
            [06/08/2021 23:18:14 INFO 140] [0.39, 0.72] game season september released
            """;

    private ArtifactTargets() { }

    public static List<FuzzTarget> all() {
        return List.of(
                FuzzTarget.checked("recordio", ArtifactTargets::records,
                bytes -> CountRecords.read(new ByteArrayInputStream(bytes), TERMS)),
                FuzzTarget.checked("feature-record",
                () -> List.of(new FeatureRecord(new int[] {1, 5, 300}, new float[] {2, 1, 3}, TERMS).encoded(),
                        new FeatureRecord(null, new float[] {0, 3, 0, 1}, -1).encoded()), FeatureRecord::decoded),
                FuzzTarget.checked("mxnet-arrays", () -> List.of(arrays(), MIXTURE.bytes()), MxnetArrays::matrices),
                FuzzTarget.checked("ntm-or-lda", () -> List.of(Networks.smallBytes(), MIXTURE.bytes()),
                bytes -> ArtifactModel.of(HostModel.of(bytes))),
                inNtm("params"), inNtm("meta.json"), artifact("artifact", List::of), artifact("artifact-unpacked", () -> List.of(tar())),
                FuzzTarget.forgiving("training-log", () -> List.of(LOG.getBytes(StandardCharsets.UTF_8)), ArtifactTargets::log));
    }

    /** One member of the zip is damaged; its checksum is right. */
    private static FuzzTarget inNtm(String member) {
        return FuzzTarget.checked("ntm-" + member.replace('.', '-'), () -> List.of(members().get(member)), bytes -> {
            Map<String, byte[]> damaged = members();
            damaged.put(member, bytes);
            ArtifactModel.of(HostModel.of(StoredZip.write(damaged)));
        });
    }

    /** @param unpacked tars, where the input is what is packed with right sums; none where it is the file */
    private static FuzzTarget artifact(String name, java.util.function.Supplier<List<byte[]>> unpacked) {
        Scratch scratch = Scratch.make();
        return FuzzTarget.explained(name, () -> unpacked.get().isEmpty() ? List.of(zipped(tar())) : unpacked.get(), bytes -> {
            Path file = scratch.file("model.tar.gz", unpacked.get().isEmpty() ? bytes : zipped(withRightSums(bytes)));
            try {
                ModelArtifact.forEachHost(file, (host, model) -> ArtifactModel.of(model));
            } finally {
                scratch.holdsOnly("model.tar.gz");
            }
        }).inFiles();
    }

    private static void log(byte[] bytes) {
        TrainingLog read = TrainingLog.ofAll(new TrainingLog.Listener() { });
        String text = new String(bytes, StandardCharsets.UTF_8);
        read.feed(text.substring(0, text.length() / 2));
        read.feed(text.substring(text.length() / 2));
        read.end();
        read.best();
    }

    private static List<byte[]> records() {
        try {
            CsrCounts counts = new CsrCounts(3, TERMS, new int[] {0, 3, 3, 5}, new int[] {1, 5, 300, 0, 1999}, new int[] {2, 1, 3, 7, 1});
            ByteArrayOutputStream sparse = new ByteArrayOutputStream();
            CountRecords.write(counts, new int[] {0, 1, 2}, sparse);
            ByteArrayOutputStream others = new ByteArrayOutputStream();
            RecordIoWriter records = new RecordIoWriter(others);
            records.write(new FeatureRecord(null, new float[] {0, 3, 0, 1}, -1).encoded());
            records.write(HexFormat.of().parseHex("070000000a23d7ce0a23d7ce08000000"));
            return List.of(sparse.toByteArray(), others.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] arrays() {
        Map<String, MxnetArray> arrays = new LinkedHashMap<>();
        arrays.put("arg:half", new MxnetArray(List.of(2), MxnetArray.Type.FLOAT16, new byte[] {0, 0x3C, 0, (byte) 0xC0}));
        arrays.put("arg:weight", MxnetArray.ofFloats(List.of(3, 2), new float[] {1, 2, 3, 4, 5, 6}));
        return MxnetArrays.write(arrays);
    }

    private static Map<String, byte[]> members() {
        try {
            return new LinkedHashMap<>(StoredZip.read(Networks.smallBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] tar() {
        try {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            ModelArtifact.write(Map.of("algo-1", NETWORK, "algo-2", MIXTURE), whole);
            return new GZIPInputStream(new ByteArrayInputStream(whole.toByteArray())).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zipped(byte[] bytes) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    /** A tar whose headers all have the sums they say, where there are blocks that look like headers. */
    private static byte[] withRightSums(byte[] damaged) {
        byte[] tar = damaged.clone();
        for (int block = 0; block + BLOCK <= tar.length; block += BLOCK) {
            if (new String(tar, block + 257, 5, StandardCharsets.ISO_8859_1).equals("ustar")) {
                Arrays.fill(tar, block + SUM, block + SUM + 8, (byte) ' ');
                int sum = 0;
                for (int i = block; i < block + BLOCK; i++) {
                    sum += tar[i] & 0xFF;
                }
                System.arraycopy(ascii(String.format("%06o\0", sum)), 0, tar, block + SUM, 7);
            }
        }
        return tar;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
