package topicworkbench.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class UnpackedLibraryTest {

    @Test
    void isGoneAsSoonAsItIsLoaded(@TempDir Path folder) throws IOException {
        DuckDb.open(folder).close();
        assertThat(Files.readString(Path.of("/proc/self/maps"))).containsPattern("libduckdb_java\\d+\\.so \\(deleted\\)");
    }
}
