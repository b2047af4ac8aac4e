package topicworkbench.ui.support;

/**
 * How the user wants the program itself, whichever run it does.
 *
 * @param workspace   folder of the workspace that opens; empty for the usual one
 * @param threads     that a run computes on; 0 for as many as there are cores
 * @param memory      megabytes that Java may use at most; 0 for Java's own choice
 * @param wordVectors file of word vectors that new runs begin with; empty for none
 */
public record ProgramSettings(String workspace, int threads, int memory, String wordVectors) {
    public static final ProgramSettings DEFAULT = new ProgramSettings("", 0, 0, "");
    /** With less the window itself is cramped. */
    public static final int LEAST_MEMORY = 512;

    public ProgramSettings {
        if (workspace == null || wordVectors == null || threads < 0 || memory != 0 && memory < LEAST_MEMORY) {
            throw new IllegalArgumentException("settings " + workspace + ", " + threads + ", " + memory);
        }
    }

    /** As Java's launcher reads it from a file of arguments. */
    String javaOptions() {
        return memory == 0 ? "" : "-Xmx" + memory + "m\n";
    }
}
