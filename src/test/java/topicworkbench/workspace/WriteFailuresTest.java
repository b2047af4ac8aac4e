package topicworkbench.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import topicworkbench.failure.ExplainedException;

class WriteFailuresTest {
    private static final Path PLACE = Path.of("/workspace");

    @ParameterizedTest
    @ValueSource(strings = {"No space left on device", "There is not enough space on the disk",
        "Disk quota exceeded", "IO Error: Could not write file \"x.parquet\": No space left on device",
        "Out of Memory Error: failed to offload data block of size 256.0 KiB (1.0 MiB/1.0 MiB used).\nThis limit was "
                + "set by the 'max_temp_directory_size' setting."})
    void aFullDiskIsKnownByItsWordsHoweverDeep(String message) {
        Exception wrapped = new IllegalStateException(new ExplainedException("A table could not be written.", "Look.",
                new SQLException(message)));
        assertThat(WriteFailures.fullDisk(wrapped, PLACE)).get().satisfies(e -> {
            assertThat(e.getMessage()).isEqualTo("The disk of /workspace is full.");
            assertThat(e.remedy()).contains("--workspace");
        });
    }

    @Test
    void aPlaceThatMayNotBeWrittenIsKnownByItsType() {
        assertThat(WriteFailures.notWritable(new UncheckedIOException(new AccessDeniedException("x")), PLACE)).isPresent();
        assertThat(WriteFailures.notWritable(new ReadOnlyFileSystemException(), PLACE)).isPresent();
        assertThat(WriteFailures.notWritable(new IOException("x: Read-only file system"), PLACE)).isPresent();
    }

    @Test
    void otherFailuresAreLeftToTellThemselves() {
        Exception other = new UncheckedIOException(new NoSuchFileException("x"));
        assertThat(WriteFailures.fullDisk(other, PLACE)).isEmpty();
        assertThat(WriteFailures.notWritable(other, PLACE)).isEmpty();
        assertThat(WriteFailures.fullDisk(new IllegalStateException((String) null), PLACE)).isEmpty();
    }
}
