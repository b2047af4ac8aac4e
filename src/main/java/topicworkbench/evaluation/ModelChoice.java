package topicworkbench.evaluation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.Split;
import topicworkbench.failure.ExplainedException;
import topicworkbench.fit.HeldOutPerplexity;
import topicworkbench.fit.NtmInference;
import topicworkbench.fit.NtmOptions;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.sagemaker.HostModel;
import topicworkbench.sagemaker.ModelArtifact;

/**
 * Chooses among the models of one algorithm that training left: a job leaves one a host, a tuning job one a host of each of
 * its jobs. The one with the lowest loss on the validation documents is taken. The loss is measured here, since an artifact
 * does not tell it: of NTM total_loss as the service computes it, of others the log of the perplexity.
 */
public final class ModelChoice {
    private static final int NAMED_OTHERS = 3;
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::loss) // NaN is last
            .thenComparing(candidate -> candidate.artifact().toString()).thenComparingInt(Candidate::number);

    private final Corpus corpus;
    private final Threads threads;
    private final ProgressListener listener;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<String, Chosen> best = new HashMap<>();

    /**
     * @param corpus   on whose documents models are compared; null takes the first host of the first artifact
     * @param listener hears documents done, may cancel
     */
    public ModelChoice(Corpus corpus, Threads threads, ProgressListener listener) {
        this.corpus = corpus;
        this.threads = threads;
        this.listener = listener;
    }

    /**
     * One host's model.
     *
     * @param artifact  the file
     * @param algorithm {@code ntm} or {@code lda}
     * @param host      as in {@code algo-1}
     * @param loss      nats per token, lower is better; NaN where there were no documents
     */
    public record Candidate(Path artifact, String algorithm, String host, double loss) {
        private int number() {
            return Integer.parseInt(host.substring(host.indexOf('-') + 1));
        }
    }

    /**
     * The best of its algorithm.
     *
     * @param hosts that left a model in the same artifact
     * @param why   a sentence on what it was chosen from and by what
     */
    public record Chosen(Candidate candidate, ArtifactModel model, int hosts, String why) { }

    /** @throws ExplainedException if the file is no artifact, or its models are of another vocabulary */
    public void offer(Path modelTarGz) {
        ModelArtifact.forEachHost(modelTarGz, (host, model) -> offer(modelTarGz, host, model));
    }

    private void offer(Path artifact, String host, HostModel found) {
        if (corpus != null && found.terms() != corpus.vocabulary().size()) {
            throw new ExplainedException("The model in " + artifact.getFileName() + " knows " + found.terms()
                    + " terms, but the vocabulary has " + corpus.vocabulary().size() + ".",
                    "Give the vocabulary that the model was trained with.");
        }
        ArtifactModel model = ArtifactModel.of(found);
        Candidate candidate = new Candidate(artifact, found.algorithm(), host, corpus == null ? Double.NaN : loss(model));
        candidates.add(candidate);
        best.merge(candidate.algorithm(), new Chosen(candidate, model, 0, ""), (old, other) ->
                BEST_FIRST.compare(old.candidate, other.candidate) <= 0 ? old : other);
    }

    private double loss(ArtifactModel model) {
        int[] documents = comparedOn();
        return model.options() instanceof NtmOptions options && !model.isMixture()
                ? new NtmInference(options, model.parameters(), threads)
                        .totalLoss(corpus.counts().selectRows(documents), listener)
                : Math.log(HeldOutPerplexity.of(model.inference(threads), corpus, documents, listener));
    }

    /** As the service, which judges by the training documents where there are none for validation. */
    private int[] comparedOn() {
        int[] validation = corpus.documentsOf(Split.VALIDATION);
        return validation.length > 0 ? validation : corpus.documentsOf(Split.TRAIN);
    }

    /** All models that were offered, best first. */
    public List<Candidate> candidates() {
        return candidates.stream().sorted(BEST_FIRST).toList();
    }

    /** The best model of each algorithm, NTM before LDA. */
    public List<Chosen> chosen() {
        return best.values().stream().sorted(Comparator.comparing((Chosen one) -> one.candidate.algorithm()).reversed())
                .map(one -> new Chosen(one.candidate, one.model, (int) candidates.stream()
                        .filter(other -> other.artifact.equals(one.candidate.artifact)).count(), why(one.candidate)))
                .toList();
    }

    private String why(Candidate chosen) {
        List<Candidate> others = candidates().stream().filter(other -> other.algorithm.equals(chosen.algorithm)
                && other != chosen).toList();
        if (others.isEmpty()) {
            return "There was one model.";
        }
        if (Double.isNaN(chosen.loss)) {
            return String.format(Locale.ROOT, "Of %d models the first was taken, that of host %s: there were no documents to "
                    + "compare them on.", others.size() + 1, chosen.host);
        }
        boolean one = others.stream().allMatch(other -> other.artifact.equals(chosen.artifact));
        String rest = others.stream().limit(NAMED_OTHERS).map(other -> String.format(Locale.ROOT, "%.4f", other.loss))
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "Of %d models that of host %s%s was chosen by its loss on the %s documents, %.4f nats per "
                + "token (the next: %s).", others.size() + 1, chosen.host, one ? "" : " in " + chosen.artifact,
                corpus.documentsOf(Split.VALIDATION).length > 0 ? "validation" : "training", chosen.loss, rest);
    }
}
