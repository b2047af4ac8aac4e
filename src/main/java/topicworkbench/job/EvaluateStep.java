package topicworkbench.job;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.evaluation.Evaluation;
import topicworkbench.evaluation.ModelChoice;
import topicworkbench.evaluation.ModelChoice.Chosen;
import topicworkbench.evaluation.ModelFiles;
import topicworkbench.evaluation.ScoredCorpus;
import topicworkbench.evaluation.SeedStability;
import topicworkbench.failure.ExplainedException;
import topicworkbench.files.AtomicFile;
import topicworkbench.fit.TopicInference;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.run.Quality;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecFile;
import topicworkbench.run.RunSpecJson;
import topicworkbench.sagemaker.ModelArtifact;
import topicworkbench.topic.TopicModel;
import topicworkbench.workspace.RunFiles;

/**
 * Scores what training left: inputs {@code models} (the artifacts of any number of training jobs, each a model.tar.gz in
 * folders as the service makes them), {@code corpus} (as {@link VectoriseStep} leaves it) and, where the specification names
 * word vectors, {@code embeddings} (that file). Output {@code evaluated}: a folder for each algorithm with the files of a run
 * folder that its best model decides, beside {@code scores.json} of the best of all, by which the state machine decides, and
 * {@code candidates.json}, all models with their losses.
 */
final class EvaluateStep implements ProcessingJob.Step {
    /** Names the place in S3 where the input models is from. */
    static final String MODELS = "TW_MODELS";
    /** Names the place in S3 where the output evaluated will be. */
    static final String EVALUATED = "TW_EVALUATED";
    private static final String ARTIFACT = "model.tar.gz";

    @Override
    public String run(JobFolders folders, Threads threads) throws IOException {
        RunSpec spec = RunSpecFile.read(folders.spec());
        Corpus corpus = CorpusFile.read(folders.input("corpus").resolve("corpus.bin"));
        ModelChoice choice = new ModelChoice(corpus, threads, ProgressListener.NONE);
        List<Path> artifacts = folders.inputs("models", ARTIFACT);
        if (artifacts.isEmpty()) {
            throw new ExplainedException("Training left no model.", "Look at the log of the training job; a job that was stopped"
                    + " or ran out of time leaves none.");
        }
        artifacts.forEach(choice::offer);
        ScoredCorpus scored = ScoredCorpus.of(corpus, spec.withEmbeddings(embeddings(spec, folders)), threads, ProgressListener.NONE);
        List<ModelScores> scores = new ArrayList<>();
        for (Chosen chosen : choice.chosen()) {
            scores.add(evaluate(chosen, spec, scored, folders, threads));
        }
        ModelScores best = ModelScores.best(scores, spec.gate());
        Path output = folders.output("evaluated");
        AtomicFile.write(output.resolve("candidates.json"), ModelScores.candidatesJson(choice.candidates(), folders.input("models")));
        AtomicFile.write(output.resolve("scores.json"), best.json());
        return best.inWords(scores);
    }

    private static ModelScores evaluate(Chosen chosen, RunSpec spec, ScoredCorpus scored, JobFolders folders, Threads threads)
            throws IOException {
        String algorithm = chosen.candidate().algorithm();
        RunFiles files = new RunFiles(folders.output("evaluated").resolve(algorithm));
        Files.createDirectories(files.work());
        Corpus corpus = scored.counts();
        TopicInference inference = chosen.model().inference(threads);
        FloatMatrix documentTopic = inference.documentTopic(corpus.counts(), ProgressListener.NONE);
        FloatMatrix topicTerm = chosen.model().topicTerm();
        ModelFiles.write(files, new TopicModel(corpus.vocabulary(), topicTerm, documentTopic), chosen.model().parameters(), corpus);
        Quality quality = new Evaluation(scored, SeedStability.NONE).write(topicTerm, documentTopic, inference, files.quality(),
                ProgressListener.NONE);
        AtomicFile.write(files.spec(), RunSpecJson.write(spec.withModel(chosen.model().options())));
        ModelScores scores = new ModelScores(algorithm, artifact(chosen, files, folders), chosen.candidate().host(),
                chosen.candidate().loss(), remark(chosen), topicTerm.rows(), corpus.documents(), quality);
        AtomicFile.write(files.folder().resolve("scores.json"), scores.json());
        return scores;
    }

    private static String remark(Chosen chosen) {
        boolean unknownEncoder = chosen.candidate().algorithm().equals("ntm") && chosen.model().isMixture();
        return chosen.why() + (unknownEncoder ? " Its encoder is of a kind that is not known, as with batch_norm; documents "
                + "found their topics by the topics' words alone." : "");
    }

    /**
     * Where the model is in S3. Which host's model an endpoint would take from an artifact of several is not known, so that of
     * several the chosen one is written as an artifact of its own.
     */
    private static String artifact(Chosen chosen, RunFiles files, JobFolders folders) throws IOException {
        if (chosen.hosts() == 1) {
            return folders.told(MODELS) + "/" + ModelScores.key(chosen.candidate().artifact(), folders.input("models"));
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(files.folder().resolve(ARTIFACT)))) {
            ModelArtifact.writeOnly(chosen.candidate().artifact(), chosen.candidate().host(), out);
        }
        return folders.told(EVALUATED) + "/" + chosen.candidate().algorithm() + "/" + ARTIFACT;
    }

    /** The specification names the file as it was called on the user's computer. */
    private static String embeddings(RunSpec spec, JobFolders folders) throws IOException {
        if (spec.embeddings() == null) {
            return null;
        }
        String name = spec.embeddings().substring(Math.max(spec.embeddings().lastIndexOf('/'), spec.embeddings().lastIndexOf('\\')) + 1);
        return folders.inputs("embeddings", name).stream().findFirst().map(Path::toString).orElseThrow(() ->
                new ExplainedException("The job was not given the word vectors " + name + ".",
                        "Leave the setting embeddings out, which makes vectors from the reviews, or give the file as the input"
                                + " embeddings."));
    }
}
