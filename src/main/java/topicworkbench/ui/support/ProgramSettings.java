package topicworkbench.ui.support;

import java.util.regex.Pattern;

/**
 * How the user wants the program itself, whichever run it does.
 *
 * @param workspace   folder of the workspace that opens; empty for the usual one
 * @param threads     that a run computes on; 0 for as many as there are cores
 * @param memory      megabytes that Java may use at most; 0 for Java's own choice
 * @param wordVectors file of word vectors that new runs begin with; empty for none
 * @param awsProfile  of the AWS configuration in the user's home; empty for its default
 * @param awsRegion   where runs go on AWS, for example us-east-1; empty for the profile's
 */
public record ProgramSettings(String workspace, int threads, int memory, String wordVectors, String awsProfile,
        String awsRegion) {
    public static final ProgramSettings DEFAULT = new ProgramSettings("", 0, 0, "", "", "");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(-[a-z]+)+-\\d{1,2}");
    /** With less the window itself is cramped. */
    public static final int LEAST_MEMORY = 512;

    public ProgramSettings {
        awsProfile = awsProfile == null ? "" : awsProfile; // of a file from before there was one
        awsRegion = awsRegion == null ? "" : awsRegion;
        if (workspace == null || wordVectors == null || threads < 0 || memory != 0 && memory < LEAST_MEMORY
                || !isRegion(awsRegion)) {
            throw new IllegalArgumentException("settings " + workspace + ", " + threads + ", " + memory);
        }
    }

    /** Whether it is written as AWS writes its regions; empty counts as one. */
    public static boolean isRegion(String text) {
        return text.isEmpty() || REGION.matcher(text).matches();
    }

    /** As Java's launcher reads it from a file of arguments. */
    String javaOptions() {
        return memory == 0 ? "" : "-Xmx" + memory + "m\n";
    }
}
