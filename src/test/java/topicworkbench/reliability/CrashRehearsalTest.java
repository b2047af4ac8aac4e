package topicworkbench.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A short rehearsal; the long one is told of in reliability.md. */
@Timeout(value = 10, unit = TimeUnit.MINUTES) // a hang, not a slow machine
class CrashRehearsalTest {
    private static final int KILLS = 10;

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostWheneverItIsKilled() throws IOException, InterruptedException {
        assertThat(new CrashRehearsal(folder, 7).all(KILLS).values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(KILLS);
    }
}
