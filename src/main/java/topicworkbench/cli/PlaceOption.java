package topicworkbench.cli;

import picocli.CommandLine.Option;
import topicworkbench.cloud.CloudPlace;

/** The options that every command has which reaches AWS. */
final class PlaceOption {
    @Option(names = "--profile", paramLabel = "NAME", description = "Profile of your AWS configuration (default: what the AWS "
            + "command line would use).")
    private String profile;

    @Option(names = "--region", paramLabel = "REGION", description = "For example eu-west-1 (default: the profile's).")
    private String region;

    @Option(names = "--name", paramLabel = "NAME", description = "What all that is deployed is called (default: "
            + CloudPlace.DEFAULT_NAME + ").")
    private String name = CloudPlace.DEFAULT_NAME;

    CloudPlace place() {
        return new CloudPlace(profile, region, name);
    }
}
