package topicworkbench.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.corpus.Vocabulary;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.quality.TopicScores;
import topicworkbench.run.Provenance;
import topicworkbench.run.Quality;
import topicworkbench.run.RunEvent;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSummary;
import topicworkbench.run.SpecDifference;
import topicworkbench.topic.Topic;
import topicworkbench.workspace.ModelTables;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.RunResult;

/**
 * Runs side by side, scored alike.
 *
 * @param ground      what they are scored on; the documents, vectors and ranking of the first run
 * @param runs        at least two
 * @param differences between their specifications
 */
public record Comparison(CommonGround ground, List<ComparedRun> runs, List<SpecDifference> differences) {

    public Comparison {
        runs = List.copyOf(runs);
        differences = List.copyOf(differences);
    }

    /** What a run brings along, before it is scored. */
    private record Trained(RunFolder folder, RunSummary run, RunResult result, Vocabulary vocabulary,
            FloatMatrix topicTerm, Provenance provenance) { }

    /**
     * Reads the runs and scores them on common ground.
     *
     * @param folders  at least two, the reference first
     * @param listener hears how far the work is, may cancel
     * @throws ExplainedException if a run has no topics or misses files, or they have nothing in common
     */
    public static Comparison of(List<RunFolder> folders, Threads threads, ProgressListener listener) {
        if (folders.size() < 2) {
            throw new IllegalArgumentException(folders.size() + " runs");
        }
        List<Trained> trained = folders.stream().map(Comparison::read).toList();
        CommonGround ground = CommonGround.of(folders.getFirst(), trained.stream().map(Trained::vocabulary).toList(),
                threads, listener);
        List<ComparedRun> runs = new ArrayList<>();
        for (Trained each : trained) {
            listener.progress(runs.size(), trained.size());
            runs.add(score(each, trained.getFirst(), ground));
        }
        return new Comparison(ground, runs, SpecDifference.among(trained.stream().map(each -> each.run().spec()).toList()));
    }

    private static Trained read(RunFolder folder) {
        RunSummary run = folder.summary();
        try {
            RunSpec spec = folder.spec();
            RunResult result = folder.result();
            Vocabulary vocabulary = CorpusFile.readVocabulary(folder.files().vocabulary());
            FloatMatrix topicTerm = ModelTables.readTopicTerm(folder.files().topicTerm(), spec.model().topics(),
                    vocabulary.size());
            return new Trained(folder, run, result, vocabulary, topicTerm, folder.provenance());
        } catch (CancellationException e) {
            throw e;
        } catch (ExplainedException e) {
            throw new ExplainedException("\"" + run.name() + "\" cannot be compared. " + e.getMessage(), e.remedy(), e);
        }
    }

    private static ComparedRun score(Trained trained, Trained reference, CommonGround ground) {
        FloatMatrix topicTerm = ground.project(trained.topicTerm(), trained.vocabulary());
        int[][] topWords = ground.topWords(topicTerm);
        TopicScores scores = ground.score(topWords);
        List<Topic> topics = new ArrayList<>();
        for (Topic own : trained.result().topics()) {
            int id = own.id();
            topics.add(new Topic(id, own.label(), own.prevalence(), scores.wetc()[id], scores.tu()[id], scores.npmi()[id],
                    own.stability(), Arrays.stream(topWords[id]).mapToObj(term -> new Topic.Word(
                            ground.vocabulary().term(term), topicTerm.get(id, term))).toList()));
        }
        Quality own = trained.result().quality();
        double perplexity = isMeasuredAlike(trained, reference) ? own.perplexity() : Double.NaN;
        Provenance from = trained.provenance();
        return new ComparedRun(trained.run(), topics, topicTerm, new Quality(scores.meanWetc(), scores.meanTu(),
                scores.meanNpmi(), perplexity, own.stability(), ground.vectors(), own.vectorsFound()),
                kept(trained, ground), from == null ? Double.NaN : from.totalSeconds(),
                from == null ? 0 : from.peakMemoryMb(), epochs(trained.folder()));
    }

    /** The split into training and held-out documents follows from documents, shares and seed. */
    private static boolean isMeasuredAlike(Trained trained, Trained reference) {
        RunSpec spec = trained.run().spec();
        RunSpec other = reference.run().spec();
        return trained.provenance() != null && reference.provenance() != null
                && Objects.equals(trained.provenance().corpusHash(), reference.provenance().corpusHash())
                && spec.text().equals(other.text()) && spec.seed() == other.seed();
    }

    private static double kept(Trained trained, CommonGround ground) {
        double sum = 0;
        for (String term : ground.vocabulary().terms()) {
            int column = trained.vocabulary().indexOf(term);
            for (int topic = 0; topic < trained.topicTerm().rows(); topic++) {
                sum += trained.topicTerm().get(topic, column);
            }
        }
        return sum / trained.topicTerm().rows();
    }

    private static List<RunEvent.EpochFinished> epochs(RunFolder folder) {
        List<RunEvent.EpochFinished> epochs = new ArrayList<>();
        for (RunEvent event : folder.events()) {
            if (event instanceof RunEvent.StageStarted(var _, var stage) && stage == topicworkbench.run.Stage.TRAIN) {
                epochs.clear(); // a resumed run trains anew
            } else if (event instanceof RunEvent.EpochFinished epoch) {
                if (!epochs.isEmpty() && epoch.metrics().epoch() <= epochs.getLast().metrics().epoch()) {
                    epochs.clear(); // another of a tuning job's trainings
                }
                epochs.add(epoch);
            }
        }
        return epochs;
    }
}
