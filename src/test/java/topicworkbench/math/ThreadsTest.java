package topicworkbench.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadsTest {

    @AfterEach
    void preferNone() {
        Threads.prefer(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void everyBlockIsDoneOnceByAWorkerThatThereIs(int count) {
        try (Threads threads = new Threads(count)) {
            assertThat(threads.count()).isEqualTo(count);
            for (int blocks : new int[] {0, 1, 2, 100}) {
                AtomicIntegerArray done = new AtomicIntegerArray(blocks);
                Set<Integer> workers = ConcurrentHashMap.newKeySet();
                threads.run(blocks, (block, worker) -> {
                    workers.add(worker);
                    done.incrementAndGet(block);
                });
                for (int block = 0; block < blocks; block++) {
                    assertThat(done.get(block)).isEqualTo(1);
                }
                assertThat(workers).allMatch(worker -> worker >= 0 && worker < count);
            }
        }
    }

    /** Each block waits for the other two, so that they are worked on at the same time or never. */
    @Test
    void asManyBlocksAsThreadsAreWorkedOnAtATimeEachWithItsOwnScratchSpace() {
        CyclicBarrier together = new CyclicBarrier(3);
        Set<Integer> workers = ConcurrentHashMap.newKeySet();
        try (Threads threads = new Threads(3)) {
            threads.run(3, (block, worker) -> {
                workers.add(worker);
                try {
                    together.await();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
        }
        assertThat(workers).containsExactlyInAnyOrder(0, 1, 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aFailureIsThrownAgainAndNoBlockBegunAfterIt(int count) {
        AtomicIntegerArray done = new AtomicIntegerArray(1);
        try (Threads threads = new Threads(count)) {
            assertThatThrownBy(() -> threads.run(100_000, (block, worker) -> {
                done.incrementAndGet(0);
                throw new UnsupportedOperationException("block " + block);
            })).isInstanceOf(UnsupportedOperationException.class);
            assertThat(done.get(0)).isLessThanOrEqualTo(count);
            threads.run(3, (block, worker) -> done.incrementAndGet(0));
            assertThat(done.get(0)).as("can be used again").isBetween(4, 3 + count);
        }
    }

    @Test
    void aHelpersErrorIsTold() {
        CyclicBarrier together = new CyclicBarrier(2);
        try (Threads threads = new Threads(2)) {
            assertThatThrownBy(() -> threads.run(2, (block, worker) -> {
                try {
                    together.await();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                if (worker == 1) {
                    throw new AssertionError("in a helper");
                }
            })).isInstanceOf(IllegalStateException.class).cause().hasMessage("in a helper");
        }
    }

    @Test
    void whoIsInterruptedStopsWaiting() {
        CyclicBarrier never = new CyclicBarrier(2);
        try (Threads threads = new Threads(2)) {
            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> threads.run(2, (block, worker) -> {
                if (worker == 0) {
                    Thread.currentThread().interrupt();
                    return;
                }
                try {
                    never.await();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
            assertThat(Thread.interrupted()).as("and remains interrupted").isTrue();
        }
    }

    @Test
    void theUsersWishComesBeforeTheMachinesCores() {
        assertThat(Threads.available()).isEqualTo(Integer.getInteger("tw.threads", Runtime.getRuntime().availableProcessors()));
        Threads.prefer(5);
        assertThat(Threads.available()).isEqualTo(Integer.getInteger("tw.threads", 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Threads(0));
    }
}
