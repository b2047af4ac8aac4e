package topicworkbench.sagemaker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import topicworkbench.failure.ExplainedException;

/**
 * What a SageMaker training job of NTM or LDA leaves as model.tar.gz: one model a host. Artifacts are read in memory; nothing
 * is extracted, so that names inside never meet the file system.
 */
public final class ModelArtifact {
    /** What one model may take; a vocabulary of 100,000 with 200 topics takes 320 MB. */
    private static final int MOST_BYTES = 1 << 29;
    /** Reading holds the model several times: packed, unpacked, as arrays, beside the best of the hosts so far. */
    private static final int COPIES = 10;
    private static final int MOST_HOSTS = 100;
    private static final Pattern MEMBER = Pattern.compile("model_(algo-\\d{1,6})");
    private static final Comparator<String> BY_NUMBER = Comparator.comparingInt(host ->
            Integer.parseInt(host.substring(host.indexOf('-') + 1)));

    private ModelArtifact() { }

    /** What one model may take, also by the memory that there is. */
    static long mostBytes() {
        return Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / COPIES);
    }

    /**
     * Reads one host's model after the other, so that only those are in memory that {@code each} keeps.
     *
     * @param each hears the host, as in {@code algo-1}, and its model, in the file's order
     * @throws ExplainedException if the file cannot be read or is no such artifact
     */
    public static void forEachHost(Path modelTarGz, BiConsumer<String, HostModel> each) {
        forEachMember(modelTarGz, (host, bytes) -> each.accept(host, HostModel.of(bytes)));
    }

    /** All hosts' models by host, in order of their numbers. */
    public static Map<String, HostModel> read(Path modelTarGz) {
        Map<String, HostModel> hosts = new TreeMap<>(BY_NUMBER);
        forEachHost(modelTarGz, hosts::put);
        return hosts;
    }

    /** @param out closed at the end */
    public static void write(Map<String, HostModel> hosts, OutputStream out) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            for (Map.Entry<String, HostModel> host : hosts.entrySet()) {
                put(tar, host.getKey(), host.getValue().bytes());
            }
        }
    }

    /**
     * Writes an artifact with one of the hosts' models, byte for byte, as if its host had been the only one.
     *
     * @param out closed at the end
     */
    public static void writeOnly(Path modelTarGz, String wanted, OutputStream out) throws IOException {
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            forEachMember(modelTarGz, (host, bytes) -> {
                if (host.equals(wanted)) {
                    put(tar, "algo-1", bytes);
                }
            });
        }
    }

    private static void put(TarArchiveOutputStream tar, String host, byte[] bytes) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry("model_" + host);
        entry.setSize(bytes.length);
        entry.setModTime(0);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    /** Takes the bytes of one host's model. */
    @FunctionalInterface
    private interface MemberReader {
        void member(String host, byte[] bytes) throws IOException;
    }

    private static void forEachMember(Path modelTarGz, MemberReader reader) {
        Set<String> hosts = new HashSet<>();
        try (InputStream file = new BufferedInputStream(Files.newInputStream(modelTarGz))) {
            TarReader tar = new TarReader(new GZIPInputStream(file, 1 << 16), mostBytes());
            for (TarReader.Member member = tar.next(); member != null; member = tar.next()) {
                Matcher matcher = MEMBER.matcher(member.name());
                if (matcher.matches()) {
                    if (!hosts.add(matcher.group(1)) || hosts.size() > MOST_HOSTS) {
                        throw new IOException("a host stands twice in it, or there are more than " + MOST_HOSTS);
                    }
                    reader.member(matcher.group(1), member.content());
                    tar.allow(member.content().length); // it may be gone by now
                }
            }
            tar.drain();
            if (hosts.isEmpty()) {
                throw new IOException("it holds no model_algo-1");
            }
        } catch (ArchiveTooLargeException e) {
            throw new ExplainedException("The artifact " + modelTarGz.getFileName() + " unpacks to more than "
                    + (mostBytes() >> 20) + " MB, which this program has no memory for.",
                    "If it comes from a training job of yours, give Java more memory with -Xmx.", e);
        } catch (IOException e) {
            throw new ExplainedException("The file " + modelTarGz.getFileName() + " is no SageMaker artifact of NTM or LDA: "
                    + (e.getMessage() == null ? "it is cut short or damaged" : e.getMessage()) + ".",
                    "Choose the model.tar.gz from the output folder of a training job.", e);
        }
    }
}
