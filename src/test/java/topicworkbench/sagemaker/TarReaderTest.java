package topicworkbench.sagemaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import topicworkbench.sagemaker.TarReader.Member;

/** Against archives that another library wrote. */
class TarReaderTest {
    private static final int BLOCK = 512;

    private final ByteArrayOutputStream archive = new ByteArrayOutputStream();

    private interface Writing {
        void to(TarArchiveOutputStream out) throws IOException;
    }

    private byte[] write(Writing writing) throws IOException {
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(archive)) {
            out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            writing.to(out);
        }
        return archive.toByteArray();
    }

    private static void put(TarArchiveOutputStream out, String name, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(content.length);
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
    }

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) 'x');
        return bytes;
    }

    private static List<Member> read(TarReader reader) throws IOException {
        List<Member> members = new ArrayList<>();
        for (Member member = reader.next(); member != null; member = reader.next()) {
            members.add(member);
        }
        return members;
    }

    @Test
    void filesOfEveryLengthComeBack() throws IOException {
        int[] lengths = {0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 5000};
        byte[] written = write(out -> {
            for (int length : lengths) {
                put(out, "some/where/file-" + length, bytes(length));
            }
        });
        List<Member> members = read(new TarReader(new ByteArrayInputStream(written), written.length));
        assertThat(members).extracting(Member::name).containsExactly("file-0", "file-1", "file-511", "file-512", "file-513", "file-5000");
        for (int i = 0; i < lengths.length; i++) {
            assertThat(members.get(i).content()).isEqualTo(bytes(lengths[i]));
        }
    }

    @Test
    void foldersLinksAndExtensionsArePassedOver() throws IOException {
        String longName = "folder/" + "n".repeat(150);
        byte[] written = write(out -> {
            out.putArchiveEntry(new TarArchiveEntry("folder/"));
            out.closeArchiveEntry();
            TarArchiveEntry link = new TarArchiveEntry("link", TarConstants.LF_SYMLINK);
            link.setLinkName("folder");
            out.putArchiveEntry(link);
            out.closeArchiveEntry();
            put(out, longName, bytes(7));
            put(out, "n".repeat(100), bytes(9));
        });
        List<Member> members = read(new TarReader(new ByteArrayInputStream(written), written.length));
        assertThat(members).hasSize(2);
        assertThat(members.getFirst().name()).isEqualTo(longName.substring(7, 100));
        assertThat(members.getFirst().content()).hasSize(7);
        assertThat(members.getLast().name()).isEqualTo("n".repeat(100));
    }

    /** What one member took is counted with its header and its padding. */
    @Test
    void noMoreIsTakenThanIsAllowed() throws IOException {
        byte[] written = write(out -> {
            put(out, "first", bytes(600));
            put(out, "second", bytes(10));
        });
        TarReader exact = new TarReader(new ByteArrayInputStream(written), 3 * BLOCK + 2 * BLOCK);
        assertThat(read(exact)).hasSize(2);
        TarReader tight = new TarReader(new ByteArrayInputStream(written), 3 * BLOCK + 2 * BLOCK - 1);
        assertThat(tight.next()).isNotNull();
        assertThatExceptionOfType(ArchiveTooLargeException.class).isThrownBy(tight::next);
        TarReader givenBack = new TarReader(new ByteArrayInputStream(written), 3 * BLOCK);
        assertThat(givenBack.next()).isNotNull();
        givenBack.allow(2 * BLOCK);
        assertThat(givenBack.next()).isNotNull();
    }

    @Test
    void whatStandsBehindTheEndIsReadAsFarAsAllowed() throws IOException {
        byte[] written = write(out -> put(out, "only", bytes(10)));
        int behind = written.length - 3 * BLOCK; // the first of the blocks that mark the end has been read by then
        TarReader exact = new TarReader(new ByteArrayInputStream(written), 2 * BLOCK + behind);
        read(exact);
        exact.drain();
        TarReader less = new TarReader(new ByteArrayInputStream(written), 2 * BLOCK + behind - 1);
        read(less);
        assertThatExceptionOfType(ArchiveTooLargeException.class).isThrownBy(less::drain);
    }
}
