package topicworkbench.cloud;

import java.time.Instant;
import java.util.List;
import topicworkbench.run.CloudOptions;

/** Models that answer over the network, and that cost until they are deleted. */
public interface Endpoints {

    /** Those that carry our tags. */
    List<Endpoint> list();

    /** Puts the accepted model of a run behind an endpoint, made or updated; ends when it is in service. */
    Endpoint create(String runId, CloudOptions.Endpoint options);

    /** Takes an endpoint and its configuration away; ends when it is gone. */
    void delete(String name);

    /**
     * Asks it about documents.
     *
     * @param counts one line each: ids of terms and how often they occur
     * @return a line of topic weights each; they sum to 1
     */
    List<float[]> classify(String name, List<TermCounts> counts, int terms);

    /** @param terms ids; @param counts of each */
    record TermCounts(int[] terms, float[] counts) { }

    /**
     * @param run       id of the run whose model it is
     * @param priceHour NaN if not known, 0 for what is billed by use
     * @param failure   why it failed, or null
     */
    record Endpoint(String name, String state, String run, String kind, Instant since, double priceHour, String failure) {
        public boolean isInService() {
            return state.equals("InService");
        }
    }
}
