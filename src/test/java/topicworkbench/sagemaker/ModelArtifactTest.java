package topicworkbench.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.math.FloatMatrix;
import topicworkbench.testdata.SharedData;

class ModelArtifactTest {
    @TempDir
    private Path folder;

    private static Path real() {
        return SharedData.require("sagemaker/ntm-artifact/model.tar.gz");
    }

    @Test
    void readsBothHostsOfARealArtifact() {
        Map<String, HostModel> hosts = ModelArtifact.read(real());
        assertThat(hosts.keySet()).containsExactly("algo-1", "algo-2");
        NtmModel first = (NtmModel) hosts.get("algo-1");
        assertThat(first.hyperparameters()).containsEntry("num_topics", "10").containsEntry("optimizer", "adadelta");
        assertThat(first.parameters()).hasSize(10);
        assertThat(first.encoderLayers()).containsExactly(30, 20);
        assertThat(first.terms()).isEqualTo(2000);
        assertThat(first.topics()).isEqualTo(10);
        assertThat(((NtmModel) hosts.get("algo-2")).parameters().get("projection_weight").values())
                .isNotEqualTo(first.parameters().get("projection_weight").values());
    }

    /** Against another library's tar and the real artifact's own bytes. */
    @Test
    void aWrittenNtmIsLaidOutAsTheServiceDoes() throws IOException {
        Path file = folder.resolve("model.tar.gz");
        Map<String, HostModel> hosts = ModelArtifact.read(real());
        ModelArtifact.write(hosts, Files.newOutputStream(file));
        Map<String, byte[]> written = members(file);
        Map<String, byte[]> theirs = members(real());
        assertThat(written.keySet()).containsExactlyInAnyOrderElementsOf(theirs.keySet());
        for (String member : theirs.keySet()) {
            Map<String, byte[]> ours = stored(written.get(member));
            Map<String, byte[]> real = stored(theirs.get(member));
            assertThat(ours.keySet()).containsExactly("meta.json", "symbol.json", "params")
                    .containsExactlyElementsOf(real.keySet());
            assertThat(new String(ours.get("symbol.json"), StandardCharsets.UTF_8))
                    .isEqualTo(new String(real.get("symbol.json"), StandardCharsets.UTF_8));
            assertThat(com.google.gson.JsonParser.parseString(new String(ours.get("meta.json"), StandardCharsets.UTF_8)))
                    .isEqualTo(com.google.gson.JsonParser.parseString(new String(real.get("meta.json"), StandardCharsets.UTF_8)));
            assertThat(ours.get("params")).isEqualTo(real.get("params"));
        }
        Map<String, HostModel> again = ModelArtifact.read(file);
        assertThat(again).usingRecursiveComparison().isEqualTo(hosts);
    }

    @Test
    void aWrittenLdaComesBackToTheLastBit() throws IOException {
        LdaModel model = new LdaModel(new FloatMatrix(1, 2, new float[] {0.3f, 0.7f}),
                new FloatMatrix(2, 3, new float[] {0.1f, 0.2f, 0.7f, 1 / 3f, 1 / 3f, 1 / 3f}));
        Path file = folder.resolve("model.tar.gz");
        ModelArtifact.write(Map.of("algo-1", model), Files.newOutputStream(file));
        assertThat(ModelArtifact.read(file)).usingRecursiveComparison().isEqualTo(Map.of("algo-1", model));
        List<MxnetArray> arrays = new ArrayList<>(MxnetArrays.read(members(file).get("model_algo-1")).values());
        assertThat(arrays.getFirst().shape()).containsExactly(2);
        assertThat(arrays.getLast().shape()).containsExactly(2, 3);
        byte[] bytes = members(file).get("model_algo-1");
        assertThat(java.util.Arrays.copyOfRange(bytes, bytes.length - 8, bytes.length)).as("no names").containsOnly(0);
    }

    /** The first dimension that runs is the layer's outputs, also where there is one. */
    @Test
    void anEncoderOfAnotherShapeIsWrittenAsWell() throws IOException {
        NtmModel narrow = Networks.random(7, 2, 1, 3, 1);
        NtmModel again = NtmModel.of(narrow.bytes());
        assertThat(again).usingRecursiveComparison().isEqualTo(narrow);
        assertThat(again.encoderLayers()).containsExactly(1, 3, 1);
        assertThat(MxnetArrays.read(stored(narrow.bytes()).get("params")).get("arg:enc_0_weight").shape()).containsExactly(1, 7);
        assertThat(new String(stored(narrow.bytes()).get("symbol.json"), StandardCharsets.UTF_8)).contains("\"activation3\"");
    }

    @Test
    void oneHostAloneIsTheSameModelAsTheOnlyOne() throws IOException {
        Path file = folder.resolve("model.tar.gz");
        try (OutputStream out = Files.newOutputStream(file)) {
            ModelArtifact.writeOnly(real(), "algo-2", out);
        }
        assertThat(members(file)).containsOnlyKeys("model_algo-1");
        assertThat(members(file).get("model_algo-1")).isEqualTo(members(real()).get("model_algo-2"));
    }

    @Test
    void hostsComeInTheOrderOfTheirNumbers() throws IOException {
        Map<String, HostModel> hosts = new LinkedHashMap<>();
        for (int host : new int[] {10, 2, 1}) {
            hosts.put("algo-" + host, Networks.random(4, 2, 3));
        }
        Path file = folder.resolve("model.tar.gz");
        ModelArtifact.write(hosts, Files.newOutputStream(file));
        assertThat(ModelArtifact.read(file).keySet()).containsExactly("algo-1", "algo-2", "algo-10");
    }

    @Test
    void modelsThatAreNoneAreRefused() {
        FloatMatrix topics = new FloatMatrix(2, 2, new float[] {0.5f, 0.5f, 0.5f, 0.5f});
        for (float[] alpha : new float[][] {{1}, {1, Float.NaN}, {1, -1}, {1, Float.POSITIVE_INFINITY}}) {
            assertThatThrownBy(() -> new LdaModel(new FloatMatrix(1, alpha.length, alpha), topics))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new LdaModel(new FloatMatrix(1, 2, new float[] {1, 1}), FloatMatrix.zeros(2, 2)))
                .isInstanceOf(IllegalArgumentException.class);
        Map<String, FloatMatrix> diverged = new LinkedHashMap<>(Networks.random(4, 2, 3).parameters());
        diverged.put("mean_bias", new FloatMatrix(1, 2, new float[] {0, Float.NaN}));
        assertThatThrownBy(() -> new NtmModel(Map.of(), diverged)).hasMessageContaining("diverged");
        assertThatThrownBy(() -> new NtmModel(Map.of(), Map.of())).hasMessageContaining("projection_weight");
    }

    private static Map<String, byte[]> members(Path file) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                members.put(entry.getName(), tar.readAllBytes());
            }
        }
        return members;
    }

    private static Map<String, byte[]> stored(byte[] zipped) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
                members.put(entry.getName(), zip.readAllBytes());
            }
        }
        return members;
    }
}
