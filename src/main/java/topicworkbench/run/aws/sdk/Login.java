package topicworkbench.run.aws.sdk;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * How the user signs in, as the files of the AWS command line tell it, so that a failure can name the very command.
 *
 * @param profile asked for, or null
 * @param region  in words
 * @param files   of the user's configuration
 */
record Login(String profile, String region, ProfileFile files) {
    private static final String DEFAULT = "default";

    /** Names of the profiles, sorted. */
    List<String> profiles() {
        return files.profiles().keySet().stream().sorted().toList();
    }

    String who() {
        return profile == null ? "your user or role" : "the profile " + profile;
    }

    String whyRefused() {
        if (profile != null && find().isEmpty()) {
            return "There is no profile " + profile + " in the AWS configuration.";
        }
        return find().isEmpty() ? "No AWS credentials were found on this computer."
                : "The AWS login" + ofProfile() + " has expired or is not valid.";
    }

    String remedy() {
        Optional<Profile> found = find();
        if (found.isEmpty()) {
            return profile != null && !profiles().isEmpty() ? "Choose one of " + String.join(", ", profiles()) + "."
                    : "Run: aws configure sso" + option() + " (or aws configure" + option() + " where keys are used).";
        }
        return remedy(found.get());
    }

    private String remedy(Profile found) {
        if (has(found, "sso_session") || has(found, "sso_start_url")) {
            return "Run: aws sso login" + option();
        }
        if (has(found, "login_session")) {
            return "Run: aws login" + option();
        }
        if (has(found, "credential_process")) {
            return "Sign in with the program that credential_process names for the profile " + found.name() + ".";
        }
        Optional<Profile> source = found.property("source_profile").filter(name -> !name.equals(found.name()))
                .flatMap(files::profile);
        if (source.isPresent()) {
            return new Login(source.get().name(), region, files).remedy();
        }
        return has(found, "aws_session_token") ? "Renew the temporary keys of the profile " + found.name()
                + ", for example with: aws configure" + option() + "." : "Run: aws configure" + option();
    }

    private Optional<Profile> find() {
        return files.profile(profile == null ? DEFAULT : profile);
    }

    private String ofProfile() {
        return profile == null ? "" : " of the profile " + profile;
    }

    private String option() {
        return profile == null || profile.equals(DEFAULT) ? "" : " --profile " + profile;
    }

    private static boolean has(Profile profile, String property) {
        return profile.property(property).isPresent();
    }
}
