package topicworkbench.reliability;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import topicworkbench.failure.ExplainedException;

/**
 * A reader of bytes that somebody else made. It reads them, or refuses them by the failure that it documents; soon, and in memory
 * that goes with their length.
 *
 * @param name     of the reader, without a space
 * @param seeds    makes sound inputs, small ones
 * @param pace     how fast it is
 * @param refusals failures by which it may refuse; each has a message
 * @param reader   reads one input
 */
public record FuzzTarget(String name, Supplier<List<byte[]>> seeds, Pace pace, List<Class<? extends Exception>> refusals, Reader reader) {
    /** Nanoseconds that one input may take; a longer one hangs the window. */
    private static final long MOST_NANOS = 5_000_000_000L;
    /** Bytes that reading may allocate, beside so many for each byte of the input. */
    private static final long MEMORY = 64L << 20;
    private static final int FOR_EACH_BYTE = 256;
    private static final com.sun.management.ThreadMXBean THREADS = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** How long reading takes, and so how many inputs it gets. */
    public enum Pace {
        /** Microseconds. */
        MEMORY(1),
        /** Some more, for a file that is written and read. */
        FILES(10),
        /** Milliseconds, for a database that is opened. */
        DATABASE(200);

        private static final int FRESH = 2000;
        private final int times;

        Pace(int times) {
            this.times = times;
        }

        /** Of so many inputs for the fastest, how many this one gets. */
        long share(long inputs) {
            return inputs / times;
        }

        /** How many are made anew in every test. */
        int fresh() {
            return FRESH / times;
        }
    }

    /** Reads bytes. */
    @FunctionalInterface
    public interface Reader {
        void read(byte[] input) throws Exception;
    }

    /** A reader that speaks to people. */
    public static FuzzTarget explained(String name, Supplier<List<byte[]>> seeds, Reader reader) {
        return new FuzzTarget(name, seeds, Pace.MEMORY, List.of(ExplainedException.class), reader);
    }

    /** A reader of a format, whose caller puts its failures in words. */
    public static FuzzTarget checked(String name, Supplier<List<byte[]>> seeds, Reader reader) {
        return new FuzzTarget(name, seeds, Pace.MEMORY, List.of(IOException.class, ExplainedException.class), reader);
    }

    /** A reader that takes what it understands and passes over the rest. */
    public static FuzzTarget forgiving(String name, Supplier<List<byte[]>> seeds, Reader reader) {
        return new FuzzTarget(name, seeds, Pace.MEMORY, List.of(), reader);
    }

    public FuzzTarget inFiles() {
        return new FuzzTarget(name, seeds, Pace.FILES, refusals, reader);
    }

    public FuzzTarget inDatabase() {
        return new FuzzTarget(name, seeds, Pace.DATABASE, refusals, reader);
    }

    /** Reads every seed, so that no input is charged with loading what the reader needs. */
    void warmUp() {
        seeds.get().forEach(this::refuses);
    }

    /**
     * Reads the input, and once more if it was slow or took much memory: the first time may have loaded classes.
     *
     * @return whether the input was refused
     * @throws AssertionError if it was neither read nor refused, or again took too much
     */
    boolean survives(byte[] input) {
        boolean again = false;
        while (true) {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long begin = System.nanoTime();
            boolean refused = refuses(input);
            long nanos = System.nanoTime() - begin;
            allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
            if (nanos <= MOST_NANOS && allocated <= MEMORY + (long) FOR_EACH_BYTE * input.length) {
                return refused;
            }
            if (again) {
                throw new AssertionError(name + " took " + nanos + " ns and " + allocated + " bytes for " + start(input));
            }
            again = true;
        }
    }

    private boolean refuses(byte[] input) {
        try {
            reader.read(input);
            return false;
        } catch (Exception e) {
            if (refusals.stream().noneMatch(documented -> documented.isInstance(e))) {
                throw new AssertionError(name + ": an undocumented failure for " + start(input), e);
            }
            if (e.getMessage() == null || e.getMessage().isBlank()) {
                throw new AssertionError(name + ": a failure without a word for " + start(input), e);
            }
            return true;
        } catch (StackOverflowError e) {
            throw new AssertionError(name + ": the stack is full for " + start(input), e);
        }
    }

    private static String start(byte[] input) {
        return HexFormat.of().formatHex(input, 0, Math.min(input.length, 200));
    }
}
