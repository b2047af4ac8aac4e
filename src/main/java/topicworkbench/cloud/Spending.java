package topicworkbench.cloud;

import java.time.Instant;
import java.util.List;
import topicworkbench.run.RunSpec;

/** What runs may cost, do cost and have cost. Amounts are US dollars. */
public interface Spending {

    /**
     * What a run would take, before anything is started: every resource, every call, prices, quotas.
     *
     * @param size of the work; {@link WorkSize#UNKNOWN} gives no estimate but everything else
     */
    LaunchPlan plan(RunSpec spec, WorkSize size);

    /** Asks AWS for a higher quota; says what became of the request. */
    String requestIncrease(Quota quota, int instances);

    /** Everything billable that a run has made, with its cost so far; looked up in the account, not in memory. */
    Ledger ledger(String runId);

    /** Everything billable that carries our tags and is there now. */
    List<Running> running();

    /**
     * How much work a run is, from what this computer measured or from the files.
     *
     * @param reviews  that are read
     * @param bytes    of their files
     * @param epochSeconds that an epoch takes here, or NaN
     */
    record WorkSize(long reviews, long bytes, double epochSeconds) {
        public static final WorkSize UNKNOWN = new WorkSize(0, 0, Double.NaN);

        public boolean isKnown() {
            return reviews > 0;
        }
    }

    /**
     * @param lines    one for each thing that costs
     * @param low      of the whole, NaN if not known
     * @param expected of the whole
     * @param high     of the whole
     * @param ceiling  that the jobs' time limits enforce, or null
     * @param pricesOf when and where the prices are from, in words
     * @param quotas   that it needs
     * @param calls    that would be made, in order, in words
     * @param concerns what the user should know before starting, in words
     */
    record LaunchPlan(List<Line> lines, double low, double expected, double high, Double ceiling, String pricesOf,
            List<Quota> quotas, List<String> calls, List<String> concerns) {
        public LaunchPlan {
            lines = List.copyOf(lines);
            quotas = List.copyOf(quotas);
            calls = List.copyOf(calls);
            concerns = List.copyOf(concerns);
        }
    }

    /**
     * @param what       for example {@code train: 1 × ml.g4dn.xlarge}
     * @param priceHour  of all its instances, or NaN if not known
     * @param minutesLow at least, NaN if not known
     */
    record Line(String what, double priceHour, double minutesLow, double minutesExpected, double minutesHigh) { }

    /**
     * How many instances an account may use at a time.
     *
     * @param code    of Service Quotas, or null where it could not be found
     * @param name    for example {@code ml.g4dn.xlarge for training job usage}
     * @param allowed NaN if not known
     * @param needed  by the run
     */
    record Quota(String code, String name, double allowed, int needed) {
        public boolean isEnough() {
            return Double.isNaN(allowed) || allowed >= needed;
        }
    }

    /**
     * @param entries everything billable that the run made
     * @param total   of their costs, those that are not known left out
     * @param left    what of it still costs
     */
    record Ledger(List<Entry> entries, double total, List<Running> left) { }

    /**
     * @param seconds billable
     * @param cost    NaN if no price is known
     */
    record Entry(String stage, String kind, String name, String instances, double seconds, double cost, String state) { }

    /**
     * @param kind      for example {@code endpoint}
     * @param run       id of the run whose tag it carries
     * @param priceHour NaN if not known, 0 for what is billed by use
     */
    record Running(String kind, String name, String state, String run, Instant since, double priceHour) { }
}
