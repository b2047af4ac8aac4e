package topicworkbench.run.local;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import topicworkbench.corpus.IngestReport;
import topicworkbench.corpus.OtherColumns;
import topicworkbench.corpus.ReviewIngest;
import topicworkbench.run.RunSpec;
import topicworkbench.run.Stage;
import topicworkbench.workspace.RunFiles;

/** Reads the review files, whatever their layout, into one table. */
final class IngestStage implements PipelineStage {
    static final String READ = "read";
    static final String REJECTED = "rejected";

    @Override
    public Stage stage() {
        return Stage.INGEST;
    }

    @Override
    public Optional<Object> decidedBy(RunSpec spec) {
        return Optional.of(spec.source());
    }

    @Override
    public Result run(StageContext context) {
        RunFiles files = context.files();
        IngestReport report = new ReviewIngest().ingest(context.spec().source(), files.ingested(), files.rejected(),
                context.progress());
        report.files().forEach(file -> note(context, file));
        report.leftOut().forEach(column -> context.note("The column " + column.name() + " is left out: " + column.reason() + "."));
        if (!report.kept().isEmpty()) {
            context.note("Kept beside the fields: "
                    + report.kept().stream().map(IngestStage::words).collect(Collectors.joining(", ")) + ".");
        }
        Map<String, Long> figures = new LinkedHashMap<>();
        figures.put(READ, report.read());
        figures.put(REJECTED, report.rejected());
        return Result.of(figures);
    }

    /** How a file was understood, and what in it was not. */
    private static void note(StageContext context, IngestReport.FileReport file) {
        StringBuilder text = new StringBuilder(file.file()).append(": ").append(file.format()).append(", ")
                .append(file.layout()).append(", ").append(file.read()).append(" rows read");
        append(text, file.rejected(), "rejected");
        append(text, file.damaged(), "with damaged characters");
        file.unreadable().forEach((field, rows) -> append(text, rows, "with a " + field.key() + " that was not understood"));
        context.note(text.append('.').toString());
    }

    private static String words(OtherColumns.Kept column) {
        return column.name() + (column.number() ? " (number)" : column.cut() ? " (text, cut at "
                + OtherColumns.LONGEST_VALUE + " characters)" : " (text)");
    }

    private static void append(StringBuilder text, long rows, String what) {
        if (rows > 0) {
            text.append(", ").append(rows).append(' ').append(what);
        }
    }
}
