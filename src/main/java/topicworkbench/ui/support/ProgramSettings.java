package topicworkbench.ui.support;

import topicworkbench.cloud.CloudPlace;

/**
 * How the user wants the program itself, whichever run it does.
 *
 * @param workspace   folder of the workspace that opens; empty for the usual one
 * @param threads     that a run computes on; 0 for as many as there are cores
 * @param memory      megabytes that Java may use at most; 0 for Java's own choice
 * @param wordVectors file of word vectors that new runs begin with; empty for none
 * @param awsProfile  of the AWS configuration in the user's home; empty for its default
 * @param awsRegion   where runs go on AWS, for example us-east-1; empty for the profile's
 * @param awsName     that the stacks on AWS begin with; empty for the usual one
 */
public record ProgramSettings(String workspace, int threads, int memory, String wordVectors, String awsProfile,
        String awsRegion, String awsName) {
    public static final ProgramSettings DEFAULT = new ProgramSettings("", 0, 0, "", "", "", "");
    /** With less the window itself is cramped. */
    public static final int LEAST_MEMORY = 512;

    public ProgramSettings {
        awsProfile = awsProfile == null ? "" : awsProfile; // of a file from before there was one
        awsRegion = awsRegion == null ? "" : awsRegion;
        awsName = awsName == null ? "" : awsName;
        if (workspace == null || wordVectors == null || threads < 0 || memory != 0 && memory < LEAST_MEMORY
                || !isRegion(awsRegion)
                || !isName(awsName)) {
            throw new IllegalArgumentException("settings " + workspace + ", " + threads + ", " + memory);
        }
    }

    /** Whether it is written as AWS writes its regions; empty counts as one. */
    public static boolean isRegion(String text) {
        return text.isEmpty() || CloudPlace.isRegion(text);
    }

    /** Whether stacks may be called so; empty counts as a name. */
    public static boolean isName(String text) {
        return text.isEmpty() || CloudPlace.isName(text);
    }

    /** Where runs go on AWS. */
    public CloudPlace place() {
        return new CloudPlace(awsProfile.isEmpty() ? null : awsProfile, awsRegion.isEmpty() ? null : awsRegion,
                awsName.isEmpty() ? CloudPlace.DEFAULT_NAME : awsName);
    }

    /** As Java's launcher reads it from a file of arguments. */
    String javaOptions() {
        return memory == 0 ? "" : "-Xmx" + memory + "m\n";
    }
}
