package topicworkbench.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import topicworkbench.failure.ExplainedException;
import topicworkbench.testdata.Mutations;

/**
 * Every reader survives what {@link Fuzzing} once found, and some thousand inputs that are damaged here; more of them:
 * {@code mvn test -Dtest=HostileInputTest -Dtw.damaged=50}, fifty times as many.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES) // a hang, not a slow machine
class HostileInputTest {
    private static final Path FOUND = Path.of("src/test/resources/topicworkbench/reliability/found");
    private static final int THOROUGH = Integer.getInteger("tw.damaged", 1);
    private static final byte[] SOUND = {1, 2, 3};

    static Stream<String> readers() {
        return FuzzTargets.ALL.stream().map(FuzzTarget::name);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void damagedInputsAreReadOrRefused(String reader) {
        FuzzTarget target = FuzzTargets.named(reader);
        List<byte[]> seeds = target.seeds().get();
        assertThat(seeds.stream().filter(seed -> !target.survives(seed)).count()).as("seeds that are not refused").isPositive();
        Mutations mutations = new Mutations(seeds);
        int refused = 0;
        for (int number = 0; number < THOROUGH * target.pace().fresh(); number++) {
            refused += target.survives(mutations.input(number)) ? 1 : 0;
        }
        assertThat(refused > 0).as("%d were refused", refused).isEqualTo(!target.refusals().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("readers")
    void whatWasFoundIsSurvived(String reader) throws IOException {
        FuzzTarget target = FuzzTargets.named(reader);
        for (Path file : found(reader)) {
            target.survives(Files.readAllBytes(file));
        }
    }

    private static List<Path> found(String reader) throws IOException {
        Path folder = FOUND.resolve(reader);
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.sorted().toList();
        }
    }

    @Test
    void whatWasFoundBelongsToReaders() throws IOException {
        try (Stream<Path> folders = Files.list(FOUND)) {
            assertThat(readers()).containsAll(folders.map(folder -> folder.getFileName().toString()).toList());
        }
    }

    @Test
    void aReaderThatDoesWhatItMayNotIsFound() {
        isFound("an undocumented failure", bytes -> Integer.parseInt("x"));
        isFound("an undocumented failure", bytes -> {
            throw new IOException("not by this reader");
        });
        isFound("a failure without a word", bytes -> {
            throw new ExplainedException("", "Nothing.");
        });
        isFound("the stack is full", HostileInputTest::endlessly);
        isFound("bytes for 010203", bytes -> assertThat(new byte[1 << 27]).isNotNull());
        Scratch scratch = Scratch.make();
        isFound("more than it should be", bytes -> {
            Files.write(scratch.folder().resolve("../escaped"), bytes);
            scratch.holdsOnly();
        });
    }

    private static void endlessly(byte[] bytes) {
        if (bytes.length > 0) {
            endlessly(bytes);
        }
    }

    private static void isFound(String what, FuzzTarget.Reader reader) {
        FuzzTarget target = FuzzTarget.explained("planted", () -> List.of(SOUND), reader);
        assertThatThrownBy(() -> target.survives(SOUND)).isInstanceOf(AssertionError.class).hasMessageContaining(what);
    }
}
