package topicworkbench.run.local;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import topicworkbench.corpus.PrepareReport;
import topicworkbench.corpus.ReviewPreparation;
import topicworkbench.run.RunSpec;
import topicworkbench.run.Stage;
import topicworkbench.workspace.RunFiles;

/** Cleans the reviews and keeps those the filter asks for, each once. */
final class PrepareStage implements PipelineStage {
    static final String FILTERED = "filtered";
    static final String EXACT_DUPLICATES = "exact_duplicates";
    static final String NEAR_DUPLICATES = "near_duplicates";
    static final String KEPT = "kept";

    @Override
    public Stage stage() {
        return Stage.PREPARE;
    }

    @Override
    public Optional<Object> decidedBy(RunSpec spec) {
        return Optional.of(List.of(spec.source(), spec.filter()));
    }

    @Override
    public Result run(StageContext context) {
        RunFiles files = context.files();
        PrepareReport report = new ReviewPreparation().prepare(files.ingested(), context.spec().filter(),
                files.reviews(), context.progress());
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put(FILTERED, report.filtered());
        report.filteredBy().forEach((bound, reviews) -> figures.put(FILTERED + "_by_" + bound, reviews));
        figures.put(EXACT_DUPLICATES, report.exactDuplicates());
        figures.put(NEAR_DUPLICATES, report.nearDuplicates());
        figures.put(KEPT, report.kept());
        return Result.of(figures);
    }
}
