package topicworkbench.reliability;

/** Where Jazzer comes in, with one input after the other. */
public final class FuzzedReader {
    private static FuzzTarget target;

    private FuzzedReader() { }

    /** @param arguments the reader's name */
    public static void fuzzerInitialize(String[] arguments) {
        target = FuzzTargets.named(arguments[0]);
        target.warmUp();
    }

    public static void fuzzerTestOneInput(byte[] input) {
        target.survives(input);
    }
}
