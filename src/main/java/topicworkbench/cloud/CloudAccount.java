package topicworkbench.cloud;

/**
 * Who is signed in.
 *
 * @param id      twelve digits
 * @param who     the ARN of the user or role
 * @param region  that is worked in
 * @param profile of the configuration, or null
 */
public record CloudAccount(String id, String who, String region, String profile) { }
