package topicworkbench.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.FloatMatrix;
import topicworkbench.testdata.SharedData;

class NtmArtifactTest {
    private static final String META = "{\"training_parameters\": {\"num_topics\": \"2\"}}";

    @TempDir
    private Path folder;

    @Test
    void readsBothHostsOfARealArtifact() {
        NtmArtifact artifact = NtmArtifact.read(SharedData.require("sagemaker/ntm-artifact/model.tar.gz"));
        assertThat(artifact.hosts().keySet()).containsExactly("model_algo-1", "model_algo-2");
        NtmArtifact.HostModel first = artifact.hosts().get("model_algo-1");
        assertThat(first.hyperparameters()).containsEntry("num_topics", "10").containsEntry("optimizer", "adadelta");
        assertThat(first.parameters()).hasSize(10);
        FloatMatrix weight = first.parameters().get("projection_weight");
        assertThat(weight.rows()).isEqualTo(2000);
        assertThat(weight.columns()).isEqualTo(10);
        assertThat(artifact.hosts().get("model_algo-2").parameters().get("projection_weight").values())
                .isNotEqualTo(weight.values());
    }

    @Test
    void pathsInTheArchiveAreNotFollowed() throws IOException {
        Path file = archive("../../../model_algo-1", zip(META, params()));
        assertThat(NtmArtifact.read(file).hosts().keySet()).containsExactly("model_algo-1");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void otherFilesAreRefusedInWords() throws IOException {
        refused(Files.writeString(folder.resolve("a.tar.gz"), "no archive at all"));
        refused(archive("readme.txt", new byte[10]));
        refused(archive("model_algo-1", new byte[10]));
        refused(archive("model_algo-1", zip("{}", params())));
        refused(archive("model_algo-1", zip("no json", params())));
        refused(archive("model_algo-1", zip(META, new byte[100])));
        byte[] whole = Files.readAllBytes(archive("model_algo-1", zip(META, params())));
        refused(Files.write(folder.resolve("cut.tar.gz"), java.util.Arrays.copyOf(whole, whole.length / 2)));
    }

    /** 600 MB of zeros in half a megabyte. */
    @Test
    void aBombIsRefusedBeforeItFillsTheMemory() throws IOException {
        Path file = folder.resolve("bomb.tar.gz");
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            TarArchiveEntry entry = new TarArchiveEntry("model_algo-1");
            entry.setSize(600L << 20);
            tar.putArchiveEntry(entry);
            for (int i = 0; i < 600; i++) {
                tar.write(new byte[1 << 20]);
            }
            tar.closeArchiveEntry();
        }
        refused(file);
    }

    private static void refused(Path file) {
        assertThatThrownBy(() -> NtmArtifact.read(file)).isInstanceOf(ExplainedException.class)
                .hasMessageContaining("is no SageMaker NTM artifact");
    }

    private static byte[] params() {
        return MxnetArrays.write(Map.of("arg:projection_weight", MxnetArray.of(FloatMatrix.zeros(3, 2))));
    }

    private static byte[] zip(String meta, byte[] params) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("meta.json"));
            zip.write(meta.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("params"));
            zip.write(params);
        }
        return bytes.toByteArray();
    }

    private Path archive(String member, byte[] content) throws IOException {
        Path file = folder.resolve("model.tar.gz");
        try (OutputStream out = Files.newOutputStream(file);
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            TarArchiveEntry entry = new TarArchiveEntry(member, true);
            entry.setSize(content.length);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return file;
    }
}
