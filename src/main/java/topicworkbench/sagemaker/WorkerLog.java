package topicworkbench.sagemaker;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import topicworkbench.sagemaker.HostTraining.LoggedTopic;

/** Understands the lines of one worker, in order; those it does not know mean nothing to it. */
final class WorkerLog {
    private static final String NUMBER = "([-+.0-9eE]+|nan|inf|-inf)";
    private static final Pattern HOST = Pattern.compile("#\\w+_metric: host=([\\w-]+),.*");
    private static final Pattern STARTING = Pattern.compile("# Starting training for epoch (\\d{1,9})");
    private static final Pattern FINISHED = Pattern.compile("# Finished training epoch (\\d{1,9}) on (\\d{1,9}) examples.*");
    private static final Pattern LOSS = Pattern.compile("Loss \\(name: value\\) (\\w+): " + NUMBER);
    private static final Pattern VALIDATION = Pattern.compile("#validation_score \\((\\d{1,9})\\): " + NUMBER);
    private static final Pattern FINAL = Pattern.compile(
            "#quality_metric: host=[\\w-]+, epoch=\\d+, validation total_loss <loss>=" + NUMBER);
    private static final Pattern BAD = Pattern.compile("Bad epoch: .*Bad count: ?(\\d{1,9})");
    private static final Pattern PROGRESS = Pattern.compile("#progress_metric: .*completed " + NUMBER + " ?% of epochs");
    private static final Pattern THROUGHPUT = Pattern.compile("#throughput_metric: .*throughput=" + NUMBER + " records/second");
    private static final Pattern BEST = Pattern.compile("Best model .*epoch (\\d{1,9})\\. Best loss: " + NUMBER);
    private static final Pattern UNKNOWN_WORDS = Pattern.compile("(\\d{1,9}) out of \\d+ in vocabulary do not have embeddings.*");
    private static final Pattern TOPICS = Pattern.compile(
            "Topics from epoch:\\S+ \\(num_topics:(\\d{1,9})\\)(?: \\[(?:wetc " + NUMBER + ")?, tu " + NUMBER + "])?:");
    private static final Pattern SCORED_TOPIC = Pattern.compile("\\[" + NUMBER + ", " + NUMBER + "] (\\S.*)");

    /** The service's limit. */
    private static final int MOST_TOPICS = 1000;
    /** Of a topic; the service lists 20. */
    private static final int MOST_WORDS = 100;

    private final Consumer<TrainingEpoch> epochEnded;
    private final List<TrainingEpoch> epochs = new ArrayList<>();
    private final List<LoggedTopic> topics = new ArrayList<>();
    private String host;
    private int epoch = -1;
    private int examples;
    private double total;
    private double reconstruction;
    private double divergence;
    private double validation;
    private int badCount;
    private double throughput;
    private double completed = Double.NaN;
    private boolean training;
    private int topicsToCome;
    private int bestEpoch = -1;
    private double bestLoss = Double.NaN;
    private boolean stoppedEarly;
    private double finalValidation = Double.NaN;
    private double wetc = Double.NaN;
    private double tu = Double.NaN;
    private int unknownWords = -1;

    /** @param host as far as known; a line that names it settles it */
    WorkerLog(String host, Consumer<TrainingEpoch> epochEnded) {
        this.host = host;
        this.epochEnded = epochEnded;
    }

    String host() {
        return host;
    }

    HostTraining told() {
        return new HostTraining(host, epochs, bestEpoch, bestLoss, stoppedEarly, finalValidation, wetc, tu, topics,
                unknownWords, completed);
    }

    void line(String text) {
        if (topicsToCome > 0 && topic(text)) {
            topicsToCome--;
            return;
        }
        Matcher matcher;
        if ((matcher = HOST.matcher(text)).matches()) {
            host = matcher.group(1);
        }
        if ((matcher = FINISHED.matcher(text)).matches()) {
            begin(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        } else if ((matcher = LOSS.matcher(text)).matches()) {
            loss(matcher.group(1), number(matcher.group(2)));
        } else if (text.equals("Metrics for Inference:")) {
            training = false;
        } else if ((matcher = VALIDATION.matcher(text)).matches()) {
            validation = Integer.parseInt(matcher.group(1)) == epoch ? number(matcher.group(2)) : validation;
        } else if ((matcher = BAD.matcher(text)).matches()) {
            badCount = Integer.parseInt(matcher.group(1));
        } else if ((matcher = PROGRESS.matcher(text)).matches()) {
            completed = number(matcher.group(1)) / 100;
        } else if ((matcher = THROUGHPUT.matcher(text)).matches()) {
            throughput = number(matcher.group(1));
            end();
        } else if (STARTING.matcher(text).matches()) {
            end();
        } else {
            ending(text);
        }
    }

    private void ending(String text) {
        Matcher matcher;
        if (text.startsWith("Early stop condition met")) {
            stoppedEarly = true;
        } else if ((matcher = FINAL.matcher(text)).matches()) {
            finalValidation = number(matcher.group(1));
        } else if ((matcher = BEST.matcher(text)).matches()) {
            end();
            bestEpoch = Integer.parseInt(matcher.group(1));
            bestLoss = number(matcher.group(2));
        } else if ((matcher = UNKNOWN_WORDS.matcher(text)).matches()) {
            unknownWords = Integer.parseInt(matcher.group(1));
        } else if ((matcher = TOPICS.matcher(text)).matches()) {
            topics.clear();
            topicsToCome = Math.min(Integer.parseInt(matcher.group(1)), MOST_TOPICS);
            wetc = number(matcher.group(2));
            tu = number(matcher.group(3));
        }
    }

    private void begin(int number, int documents) {
        end();
        epoch = number;
        examples = documents;
        training = true;
        total = Double.NaN;
        reconstruction = Double.NaN;
        divergence = Double.NaN;
        validation = Double.NaN;
        throughput = Double.NaN;
        badCount = 0;
    }

    private void loss(String name, double value) {
        if (!training || epoch < 0) {
            return; // of the validation documents, whose total has a line of its own
        }
        switch (name) {
            case "total" -> total = value;
            case "recons" -> reconstruction = value;
            case "kld" -> divergence = value;
            default -> { }
        }
    }

    /** Nothing more comes: the epoch that is going on counts as far as it was told. */
    void end() {
        if (epoch >= 0) {
            TrainingEpoch ended = new TrainingEpoch(host, epoch, examples, total, reconstruction, divergence, validation,
                    badCount, throughput, completed);
            epoch = -1;
            epochs.add(ended);
            epochEnded.accept(ended);
        }
    }

    private boolean topic(String text) {
        Matcher scored = SCORED_TOPIC.matcher(text);
        if (scored.matches()) {
            topics.add(new LoggedTopic(number(scored.group(1)), number(scored.group(2)), words(scored.group(3))));
            return true;
        }
        if (text.isBlank() || text.startsWith("#")) {
            return false;
        }
        topics.add(new LoggedTopic(Double.NaN, Double.NaN, words(text)));
        return true;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+", MOST_WORDS + 1)).limit(MOST_WORDS).toList();
    }

    private static double number(String text) {
        try {
            return text == null ? Double.NaN : switch (text) {
                case "nan" -> Double.NaN;
                case "inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(text);
            };
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
