package topicworkbench.run.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.CorpusFile;
import topicworkbench.corpus.ParquetDocuments;
import topicworkbench.corpus.Vectorised;
import topicworkbench.corpus.Vectoriser;
import topicworkbench.evaluation.EnoughDocuments;
import topicworkbench.run.Counts;
import topicworkbench.run.RunSpec;
import topicworkbench.run.Stage;
import topicworkbench.workspace.DocumentTables;
import topicworkbench.workspace.RunFiles;

/** Turns the text of the prepared reviews into counts. */
final class VectoriseStage implements PipelineStage {
    static final String DOCUMENTS = "documents";
    static final String TERMS = "terms";

    @Override
    public Stage stage() {
        return Stage.VECTORISE;
    }

    /** The seed draws which documents are held out. */
    @Override
    public Optional<Object> decidedBy(RunSpec spec) {
        return Optional.of(List.of(spec.source(), spec.filter(), spec.text(), spec.seed()));
    }

    @Override
    public Result run(StageContext context) {
        EnoughDocuments.require(context.figure(Stage.PREPARE, PrepareStage.KEPT), context.spec().model().topics());
        RunFiles files = context.files();
        Vectorised vectorised = Vectoriser.vectorise(new ParquetDocuments(files.reviews()), context.spec().text(),
                context.spec().seed(), context.threads(), context.progress());
        Corpus corpus = vectorised.corpus();
        DocumentTables.writeTooShort(files.tooShort(), vectorised.tooShort());
        CorpusFile.writeVocabulary(corpus.vocabulary(), files.vocabulary());
        CorpusFile.write(corpus, files.corpus());
        Counts counts = new Counts(context.figure(Stage.INGEST, IngestStage.READ),
                context.figure(Stage.INGEST, IngestStage.REJECTED),
                context.figure(Stage.PREPARE, PrepareStage.FILTERED),
                context.figure(Stage.PREPARE, PrepareStage.EXACT_DUPLICATES)
                        + context.figure(Stage.PREPARE, PrepareStage.NEAR_DUPLICATES),
                vectorised.tooShort().size(), corpus.documents(), corpus.vocabulary().size(), corpus.counts().total());
        return new Result(figures(counts), counts, null);
    }

    private static Map<String, Long> figures(Counts counts) {
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put(DOCUMENTS, counts.documents());
        figures.put("too_short", counts.tooShort());
        figures.put(TERMS, counts.terms());
        figures.put("tokens", counts.tokens());
        return figures;
    }
}
