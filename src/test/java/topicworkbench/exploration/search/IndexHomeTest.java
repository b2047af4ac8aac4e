package topicworkbench.exploration.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;

class IndexHomeTest {
    private static final int DOCUMENTS = 2400;

    @TempDir
    private Path folder;
    private Path file;
    private Path search;
    private int[] reviews;

    @BeforeEach
    void writeReviews() throws SQLException {
        file = folder.resolve("reviews.parquet");
        search = folder.resolve("search");
        reviews = ReviewFixture.write(file, IntStream.range(0, DOCUMENTS)
                .mapToObj(i -> new String[] {"Number " + i, i % 2 == 0 ? "even" : "odd"}).toList());
    }

    private ReviewIndex open(String fingerprint, ProgressListener listener) {
        try (Threads threads = new Threads(2)) {
            return new IndexHome(search, fingerprint, reviews.length).openOrMake(reviews, file, threads, listener);
        }
    }

    private static int[] find(ReviewIndex index, String words) {
        try (Threads threads = new Threads(1); index) {
            return index.search(SearchQuery.parse(words), threads).toArray();
        }
    }

    @Test
    void isMadeOnceAndKept() throws IOException {
        assertThat(find(open("one", ProgressListener.NONE), "1700")).containsExactly(1700);
        assertThat(names(search)).containsExactlyInAnyOrder("lock", "one");
        Files.delete(file);
        assertThat(find(open("one", ProgressListener.NONE), "even")).hasSize(DOCUMENTS / 2);
    }

    @Test
    void aStaleOneIsReplaced() throws IOException {
        open("one", ProgressListener.NONE).close();
        assertThat(find(open("two", ProgressListener.NONE), "odd 7")).containsExactly(7);
        assertThat(names(search)).containsExactlyInAnyOrder("lock", "two");
    }

    @Test
    void aDamagedOneIsMadeAnew() throws IOException {
        open("one", ProgressListener.NONE).close();
        for (Path damaged : files(search.resolve("one"))) {
            byte[] bytes = Files.readAllBytes(damaged);
            if (bytes.length > 0) {
                bytes[bytes.length / 2] ^= 1;
                Files.write(damaged, bytes);
                assertThat(find(open("one", ProgressListener.NONE), "1701 odd")).as("after damage to " + damaged).containsExactly(1701);
            }
        }
        Files.delete(files(search.resolve("one")).getFirst());
        assertThat(find(open("one", ProgressListener.NONE), "1701 odd")).containsExactly(1701);
    }

    @Test
    void cancelledWorkLeavesNothing() throws IOException {
        assertThatThrownBy(() -> open("one", (done, total) -> {
            if (done > 600) {
                throw new CancellationException();
            }
        })).isInstanceOf(CancellationException.class);
        assertThat(names(search)).containsExactly("lock");
    }

    @Test
    void whatACrashLeftIsDiscarded() throws IOException {
        Files.createDirectories(search.resolve("unfinished/0"));
        Files.writeString(search.resolve("unfinished/0/segments_1"), "half");
        assertThat(find(open("one", ProgressListener.NONE), "3")).containsExactly(3);
        assertThat(names(search)).containsExactlyInAnyOrder("lock", "one");
    }

    @Test
    void twoWindowsDoNotDoTheWorkTwice() {
        AtomicInteger makers = new AtomicInteger();
        List<CompletableFuture<int[]>> windows = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            boolean[] made = new boolean[1];
            windows.add(CompletableFuture.supplyAsync(() -> find(open("one", (done, total) -> {
                if (total > 0 && !made[0]) {
                    made[0] = true;
                    makers.incrementAndGet();
                }
            }), "even 24"), task -> Thread.ofPlatform().daemon().start(task)));
        }
        windows.forEach(window -> assertThat(window.join()).containsExactly(24));
        assertThat(makers).hasValue(1);
    }

    @Test
    void missingReviewsAreSaidInWords() {
        reviews = IntStream.range(0, DOCUMENTS).map(i -> 2 * i + 1).toArray();
        assertThatThrownBy(() -> open("one", ProgressListener.NONE)).isInstanceOf(ExplainedException.class)
                .hasMessageContaining("lacks reviews");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> inside = Files.walk(folder)) {
            return inside.filter(Files::isRegularFile).filter(path -> !path.endsWith("write.lock")).sorted().toList();
        }
    }
}
