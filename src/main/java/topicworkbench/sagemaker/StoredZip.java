package topicworkbench.sagemaker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A zip in memory whose members are stored as they are, as the service writes it; one that is compressed is read as well. */
final class StoredZip {
    /** What members that are compressed may unpack to, for each byte of the zip; trained arrays hardly compress. */
    private static final int MOST_GROWTH = 20;
    private static final int LEAST_ALLOWED = 1 << 20;
    private static final int MOST_MEMBERS = 100;
    /** The oldest that a zip can tell: the same model gives the same bytes. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private StoredZip() { }

    static boolean begins(byte[] bytes) {
        return bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    /** Members by name; names are keys and nothing else. */
    static Map<String, byte[]> read(byte[] zipped) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        long allowed = Math.min(ModelArtifact.mostBytes(), Math.max(LEAST_ALLOWED, (long) MOST_GROWTH * zipped.length));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes((int) allowed + 1);
                allowed -= bytes.length;
                if (allowed < 0 || members.size() == MOST_MEMBERS) {
                    throw new ArchiveTooLargeException();
                }
                if (members.put(entry.getName(), bytes) != null) {
                    throw new IOException("a name stands twice in it");
                }
            }
        } catch (EOFException e) { // which says nothing
            throw new IOException("its zip is cut short", e);
        } catch (IllegalArgumentException e) { // a name that is no UTF-8
            throw new IOException("a name in it is damaged", e);
        }
        return members;
    }

    static byte[] write(Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Map.Entry<String, byte[]> member : members.entrySet()) {
                ZipEntry entry = new ZipEntry(member.getKey());
                CRC32 sum = new CRC32();
                sum.update(member.getValue());
                entry.setCrc(sum.getValue());
                entry.setSize(member.getValue().length);
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(member.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
