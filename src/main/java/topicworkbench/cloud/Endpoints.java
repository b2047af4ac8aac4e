package topicworkbench.cloud;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import topicworkbench.run.CloudOptions;

/** Models that answer over the network, and that cost until they are deleted. */
public interface Endpoints {

    /** What the endpoint of a run is called unless somebody names it. @param runId in the account */
    static String nameFor(String runId) {
        return "tw-" + runId;
    }

    /** Those that are ours, by name and tag. */
    List<Endpoint> list();

    /**
     * Puts the accepted model of a run behind an endpoint, made or updated; ends when it is in service. Interrupting the
     * thread stops waiting, not AWS.
     *
     * @param runId    here or in the account
     * @param name     of the endpoint, or null for the run's own
     * @param progress hears its state whenever that changes
     * @throws topicworkbench.failure.ExplainedException if the run has no accepted model, or the endpoint failed
     */
    Endpoint create(String runId, String name, CloudOptions.Endpoint options, Consumer<String> progress) throws InterruptedException;

    /** Takes an endpoint and its configuration away; ends when it is gone. The run's model stays: it costs nothing. */
    void delete(String name) throws InterruptedException;

    /**
     * Asks it about documents, in as many requests as their size needs.
     *
     * @param documents ids of terms and how often they occur
     * @param terms     size of the model's vocabulary
     * @return topic weights, one row each; positive, and they sum to 1
     * @throws topicworkbench.failure.ExplainedException if the endpoint does not answer, or answers nonsense
     */
    List<float[]> classify(String name, List<TermCounts> documents, int terms);

    /** @param terms ids, ascending; @param counts of each */
    record TermCounts(int[] terms, float[] counts) { }

    /**
     * @param state     AWS's word for it, for example {@code InService}
     * @param run       id of the run whose model it is, or null
     * @param kind      its instances, or {@code serverless}
     * @param priceHour US dollars; NaN if not known, 0 for what is billed by use
     * @param failure   why it failed, or null
     */
    record Endpoint(String name, String state, String run, String kind, Instant since, double priceHour, String failure) {
        public boolean isInService() {
            return state.equals("InService");
        }
    }
}
