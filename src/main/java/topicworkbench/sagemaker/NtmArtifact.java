package topicworkbench.sagemaker;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.FloatMatrix;

/**
 * What a SageMaker NTM training job leaves as model.tar.gz: one model a host, which the service never merges.
 *
 * @param hosts by the name of the member, {@code model_algo-1}, …, in order
 */
public record NtmArtifact(Map<String, HostModel> hosts) {
    /** What an artifact may unpack to; a vocabulary of 100,000 with 200 topics takes 320 MB. */
    private static final int MAX_BYTES = 1 << 29;
    private static final int MAX_MEMBERS = 1000;

    /**
     * The model of one host.
     *
     * @param hyperparameters as the job ran with them, all as text
     * @param parameters      trained arrays by name, weights outputs x inputs, vectors 1 x n
     */
    public record HostModel(Map<String, String> hyperparameters, Map<String, FloatMatrix> parameters) { }

    /**
     * Reads an artifact in memory; nothing is extracted, so names inside it never meet the file system.
     *
     * @throws ExplainedException if the file cannot be read or is no NTM artifact
     */
    public static NtmArtifact read(Path modelTarGz) {
        try (InputStream file = Files.newInputStream(modelTarGz);
                TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(file))) {
            Map<String, HostModel> hosts = new TreeMap<>();
            int members = 0;
            long bytes = 0;
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                bytes += entry.getSize();
                if (++members > MAX_MEMBERS || bytes > MAX_BYTES) {
                    throw new IOException("too large: " + members + " members, " + bytes + " bytes");
                }
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (entry.isFile() && name.startsWith("model_algo-")) {
                    hosts.put(name, readHost(tar.readAllBytes()));
                }
            }
            if (hosts.isEmpty()) {
                throw new IOException("no member model_algo-1");
            }
            return new NtmArtifact(new LinkedHashMap<>(hosts));
        } catch (IOException | JsonParseException | IllegalStateException e) {
            throw new ExplainedException("The file " + modelTarGz.getFileName() + " is no SageMaker NTM artifact.",
                    "Choose the model.tar.gz from the output folder of an NTM training job.", e);
        }
    }

    private static HostModel readHost(byte[] zipped) throws IOException {
        Map<String, byte[]> members = new HashMap<>();
        int left = MAX_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes(left);
                left -= bytes.length;
                if (left == 0 || members.size() == MAX_MEMBERS) {
                    throw new IOException("too large: more than " + MAX_BYTES + " bytes or " + MAX_MEMBERS + " members");
                }
                members.put(entry.getName(), bytes);
            }
        }
        if (!members.keySet().containsAll(List.of("params", "meta.json"))) {
            throw new IOException("params or meta.json is missing");
        }
        return new HostModel(hyperparameters(members.get("meta.json")), MxnetArrays.matrices(members.get("params")));
    }

    /** The part of meta.json that is read. */
    private record Meta(@SerializedName("training_parameters") Map<String, String> trainingParameters) { }

    private static Map<String, String> hyperparameters(byte[] json) throws IOException {
        Meta meta = new Gson().fromJson(new String(json, StandardCharsets.UTF_8), Meta.class);
        if (meta == null || meta.trainingParameters == null) {
            throw new IOException("meta.json has no training_parameters");
        }
        return new TreeMap<>(meta.trainingParameters);
    }
}
