package topicworkbench.job;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.corpus.Split;
import topicworkbench.corpus.TermShard;
import topicworkbench.corpus.Vectorised;
import topicworkbench.evaluation.EnoughDocuments;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.Threads;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecFile;
import topicworkbench.sagemaker.CountRecords;
import topicworkbench.workspace.DocumentTables;

/**
 * Makes the training data from all counts: input {@code counts}; outputs {@code train}, {@code validation}, {@code test}
 * (RecordIO-protobuf in parts of a fixed number of documents, so that the parts are the same however many instances share
 * the writing), {@code auxiliary} (vocab.txt) and {@code corpus} (what the run folder keeps, and {@code corpus.json}, which
 * tells the state machine how to train on this, {@link TrainingInput}). Only the first instance writes the last two.
 */
final class VectoriseStep implements ProcessingJob.Step {
    /** Documents of one part; at 60 different words each about 25 MB. */
    static final int PART = 1 << 16;

    /** Names the place in S3 where the outputs will be. */
    static final String TRAINING = "TW_TRAINING";

    private final int part;

    VectoriseStep() {
        this(PART);
    }

    /** @param part documents of one part */
    VectoriseStep(int part) {
        this.part = part;
    }

    @Override
    public String run(JobFolders folders, Threads threads) throws IOException {
        RunSpec spec = RunSpecFile.read(folders.spec());
        List<Path> shards = folders.inputs("counts", CountStep.SUFFIX);
        if (shards.isEmpty()) {
            throw new ExplainedException("The job was given no counts.", "Look at the step before, count.");
        }
        Vectorised vectorised = TermShard.vectorise(shards, spec.text(), spec.seed(), threads);
        Corpus corpus = vectorised.corpus();
        EnoughDocuments.require(corpus.documentsOf(Split.TRAIN).length, spec.model().topics()); // before a training job is paid for
        JobFolders.Instance instance = folders.instance();
        for (Split split : Split.values()) {
            writeParts(corpus, split, folders.output(split.name().toLowerCase(Locale.ROOT)), instance);
        }
        if (instance.number() == 0) {
            CorpusFile.writeVocabulary(corpus.vocabulary(), folders.output("auxiliary").resolve("vocab.txt"));
            Path kept = folders.output("corpus");
            CorpusFile.writeVocabulary(corpus.vocabulary(), kept.resolve("vocabulary.txt"));
            CorpusFile.write(corpus, kept.resolve("corpus.bin"));
            DocumentTables.writeTooShort(kept.resolve("too_short.parquet"), vectorised.tooShort());
            Files.writeString(kept.resolve("corpus.json"), new TrainingInput(folders.told(TRAINING), corpus).json() + "\n");
        }
        return corpus.documents() + " documents, " + corpus.vocabulary().size() + " terms, "
                + corpus.counts().total() + " tokens.";
    }

    private void writeParts(Corpus corpus, Split split, Path folder, JobFolders.Instance instance) throws IOException {
        int[] documents = corpus.documentsOf(split);
        for (int number = 0; number * (long) part < documents.length; number++) {
            if (number % instance.count() == instance.number()) {
                int from = number * part;
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(
                        folder.resolve(String.format(Locale.ROOT, "part-%05d.pbr", number))))) {
                    CountRecords.write(corpus.counts(),
                            Arrays.copyOfRange(documents, from, Math.min(documents.length, from + part)), out);
                }
            }
        }
    }
}
