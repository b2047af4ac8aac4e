package topicworkbench.cloud;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import topicworkbench.failure.InvalidOptionException;

/**
 * Which account, region and stacks are meant. Credentials are never held: the SDK's own chain finds them anew.
 *
 * @param profile of the user's AWS configuration, or null for what the chain finds first
 * @param region  for example {@code eu-west-1}, or null for the profile's
 * @param name    that the stacks and all they contain begin with
 */
public record CloudPlace(String profile, String region, String name) {
    public static final String DEFAULT_NAME = "topic-workbench";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{2,23}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d");

    /** Where commands go that name none. */
    public static final CloudPlace USUAL = new CloudPlace(null, null, DEFAULT_NAME);

    public CloudPlace {
        InvalidOptionException.unless(isName(name), "name", name,
                "Give 3 to 24 small letters, digits and hyphens, beginning with a letter.");
        InvalidOptionException.unless(region == null || isRegion(region), "region", region,
                "Give a region of AWS, for example eu-west-1.");
    }

    /** As the command line takes it; what is usual is left out. */
    public List<String> options() {
        List<String> options = new ArrayList<>();
        if (profile != null) {
            options.addAll(List.of("--profile", profile));
        }
        if (region != null) {
            options.addAll(List.of("--region", region));
        }
        if (!name.equals(DEFAULT_NAME)) {
            options.addAll(List.of("--name", name));
        }
        return options;
    }

    /** Whether it is written as AWS writes its regions. */
    public static boolean isRegion(String text) {
        return REGION.matcher(text).matches();
    }

    /** Whether stacks may be called so. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
