package topicworkbench.cloud;

import java.time.Instant;
import java.util.List;
import topicworkbench.run.CloudOptions;
import topicworkbench.run.RunSpec;

/** What runs may cost, do cost and have cost. Amounts are US dollars. */
public interface Spending {

    /**
     * What a run would take, before anything is started: every resource, every call, prices, quotas. How much work it is
     * comes from earlier runs on this computer, or from the sizes of its files.
     */
    LaunchPlan plan(RunSpec spec);

    /** The same of each of several runs, in their order. */
    default List<LaunchPlan> plans(List<RunSpec> specs) {
        return specs.stream().map(this::plan).toList();
    }

    /** How many instances the account may use at a time of those that a run needs; nothing of the run itself is looked at. */
    List<Quota> quotas(RunSpec spec);

    /** What an endpoint costs an hour in US dollars; 0 for what is billed by use, NaN if not known. */
    double endpointHour(CloudOptions.Endpoint endpoint);

    /**
     * What classifying by a batch transform would take, before anything is started.
     *
     * @param documents how many; NaN if not known
     */
    LaunchPlan planTransform(String instanceType, double documents);

    /** Asks AWS for a higher quota; says what became of the request. Never done by itself. */
    String requestIncrease(Quota quota);

    /**
     * Everything billable that a run has made, with its cost so far: looked up in the account, and kept with the run where it is here.
     *
     * @param runId here or in the account
     */
    Ledger ledger(String runId);

    /** Everything of ours that is billed by the hour and is there now. */
    List<Running> running();

    /**
     * @param lines    one for each job, in order
     * @param others   what costs besides, in words: storage, requests, the build, the log
     * @param expected cost of the whole; unknown where the work or a price is
     * @param limits   that the ceiling becomes, or null where a price is not known
     * @param workFrom how much work it is and where that is known from, in words
     * @param pricesOf when and where the prices are from, in words
     * @param quotas   that it needs
     * @param calls    that would be made, in order, in words
     * @param concerns what the user should know before starting, in words
     */
    record LaunchPlan(List<Line> lines, List<String> others, Range expected, Limits limits, String workFrom, String pricesOf,
            List<Quota> quotas, List<String> calls, List<String> concerns) {
        public LaunchPlan {
            lines = List.copyOf(lines);
            others = List.copyOf(others);
            quotas = List.copyOf(quotas);
            calls = List.copyOf(calls);
            concerns = List.copyOf(concerns);
        }
    }

    /** From at least to at most, and what to expect; all NaN where not known. */
    record Range(double low, double expected, double high) {
        public static final Range UNKNOWN = new Range(Double.NaN, Double.NaN, Double.NaN);

        public boolean isKnown() {
            return !Double.isNaN(expected);
        }

        public Range plus(Range other) {
            return new Range(low + other.low, expected + other.expected, high + other.high);
        }

        public Range times(double factor) {
            return new Range(low * factor, expected * factor, high * factor);
        }
    }

    /**
     * What a job may cost at most, made into the time after which AWS ends it. All that run within these limits cost the
     * ceiling at most.
     *
     * @param ceiling           US dollars, or null where only the hours limit the run
     * @param sparkSeconds      of each of both Spark jobs
     * @param processingSeconds of each of the processing jobs
     * @param trainingSeconds   of each training
     * @param atMost            US dollars, if every job took all its time
     */
    record Limits(Double ceiling, int sparkSeconds, int processingSeconds, int trainingSeconds, double atMost) { }

    /**
     * @param what      for example {@code train: 1 × ml.g4dn.xlarge}
     * @param priceHour of all its instances, or NaN if not known
     * @param minutes   that are billed
     * @param limit     minutes after which AWS ends it, NaN if not known
     */
    record Line(String what, double priceHour, Range minutes, double limit) {
        /** US dollars. */
        public Range cost() {
            return minutes.times(priceHour / 60);
        }
    }

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
     * @param notes   what could not be looked up and what is billed besides, in words
     * @param whole   whether the account let all of it be seen
     */
    record Ledger(List<Entry> entries, double total, List<Running> left, List<String> notes, boolean whole) {
        public Ledger {
            entries = List.copyOf(entries);
            left = List.copyOf(left);
            notes = List.copyOf(notes);
        }

        /** One of which all could be seen. */
        public Ledger(List<Entry> entries, double total, List<Running> left, List<String> notes) {
            this(entries, total, left, notes, true);
        }
    }

    /**
     * @param kind      for example {@code training job}
     * @param instances for example {@code 1 × ml.g4dn.xlarge}
     * @param seconds   billable, of one instance
     * @param cost      NaN if no price is known
     * @param state     AWS's word for it
     */
    record Entry(String kind, String name, String instances, double seconds, double cost, String state) { }

    /**
     * @param kind      for example {@code endpoint}
     * @param run       id of the run that made it, or null
     * @param priceHour NaN if not known, 0 for what is billed by use
     */
    record Running(String kind, String name, String state, String run, Instant since, double priceHour) { }
}
