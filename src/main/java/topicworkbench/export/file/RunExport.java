package topicworkbench.export.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import topicworkbench.chart.Figure;
import topicworkbench.chart.PictureFile;
import topicworkbench.chart.PictureOptions;
import topicworkbench.comparison.AlignedTopics;
import topicworkbench.comparison.Comparison;
import topicworkbench.export.ExportFolder;
import topicworkbench.export.Findings;
import topicworkbench.export.deck.Deck;
import topicworkbench.export.notebook.NotebookFile;
import topicworkbench.export.picture.RunFigures;
import topicworkbench.export.report.InteractiveReport;
import topicworkbench.export.table.RunTables;
import topicworkbench.export.table.TableFormat;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.files.AtomicFile;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.WriteFailures;

/** Takes a finished run along: as one file, or as a folder of files. Either is there whole, or not at all. */
public final class RunExport {
    /** So that a report of any number of topics has about 2,000 reviews in it. */
    private static final int REVIEWS = 2000;
    private static final int MOST_TYPICAL = 100;
    private static final int LEAST_TYPICAL = 10;
    private static final String CHARTS = "charts";

    /** Hears what is being made, and how far that is; may cancel. */
    @FunctionalInterface
    public interface Listener {
        /** @param total 0 if not known */
        void making(String what, long done, long total);
    }

    private final RunFolder run;
    private final ExportOptions options;
    private final Listener listener;
    private final Threads threads;

    private RunExport(RunFolder run, ExportOptions options, Listener listener, Threads threads) {
        this.run = run;
        this.options = options;
        this.listener = listener;
        this.threads = threads;
    }

    /**
     * @param target a file, where one format is wanted that is one file and its name ends like it; else a folder that is
     *               new or empty, unless the options say that files of the same names may be replaced
     * @return the files written
     * @throws ExplainedException if the run has no topics, or the target holds something or cannot be written
     */
    public static List<Path> write(RunFolder run, Path target, ExportOptions options, Listener listener) {
        run.result(); // says at once if there are no topics
        Path wanted = target.toAbsolutePath().normalize();
        Optional<ExportFormat> named = oneFile(wanted, options.formats());
        try (Threads threads = new Threads(Threads.available())) {
            RunExport export = new RunExport(run, options, listener, threads);
            return named.isPresent() ? List.of(export.writeFile(wanted, named.get()))
                    : ExportFolder.write(wanted, options.force(), export::fill);
        }
    }

    /** The format of the file that the target names; empty if it is a folder. */
    private static Optional<ExportFormat> oneFile(Path target, Set<ExportFormat> formats) {
        String name = target.getFileName() == null ? "" : target.getFileName().toString();
        for (ExportFormat format : ExportFormat.values()) {
            if (name.toLowerCase(Locale.ROOT).endsWith("." + format.key()) && !Files.isDirectory(target)) {
                if (formats.equals(EnumSet.of(format)) && format.isOneFile()) {
                    return Optional.of(format);
                }
                throw refused(target, formats);
            }
        }
        return Optional.empty();
    }

    private static InvalidOptionException refused(Path target, Set<ExportFormat> formats) {
        if (formats.size() > 1) {
            return new InvalidOptionException("to", target + " names one file, but several formats are wanted.",
                    "Name a folder, or ask for one format.");
        }
        ExportFormat wanted = formats.iterator().next();
        return wanted.isOneFile() ? new InvalidOptionException("to", target + " does not end in ." + wanted.key()
                + ", the format that is wanted.", "Let it end so, or name a folder.")
                : new InvalidOptionException("to", target + " names one file, but " + wanted.key() + " makes several.",
                "Name a folder; pptx, html and ipynb can be one file.");
    }

    private Path writeFile(Path file, ExportFormat format) {
        if (!options.force() && Files.exists(file)) {
            throw new InvalidOptionException("to", "The file " + file + " is there already.",
                    "Name another, or give --force to replace it.");
        }
        try {
            Files.createDirectories(file.getParent());
            Findings findings = findings();
            AtomicFile.write(file, temporary -> writeOne(format, findings, temporary));
            return file;
        } catch (IOException | UncheckedIOException e) {
            throw WriteFailures.fullDisk(e, file.getParent()).orElseGet(() -> new ExplainedException(
                    "The file " + file + " cannot be written.", "Name another with --to, or make its folder writable.", e));
        }
    }

    private void fill(Path folder) throws IOException, SQLException {
        Findings findings = findings();
        for (ExportFormat format : options.formats()) {
            if (format.isOneFile()) {
                writeOne(format, findings, folder.resolve(fileName(format)));
            }
        }
        writePictures(findings, folder.resolve(CHARTS));
        writeTables(findings, folder);
    }

    private Findings findings() {
        int topics = Math.max(1, run.result().topics().size());
        return Findings.of(run, Math.clamp(REVIEWS / topics, LEAST_TYPICAL, MOST_TYPICAL), threads, hears("topics"));
    }

    private static String fileName(ExportFormat format) {
        return switch (format) {
            case PPTX -> "deck.pptx";
            case HTML -> "report.html";
            case IPYNB -> "notebook.ipynb";
            default -> throw new IllegalArgumentException(format.key());
        };
    }

    private void writeOne(ExportFormat format, Findings findings, Path file) throws IOException {
        switch (format) {
            case PPTX -> writeDeck(findings, file);
            case HTML -> InteractiveReport.write(findings, file);
            case IPYNB -> NotebookFile.write(findings, file);
            default -> throw new IllegalArgumentException(format.key());
        }
    }

    private void writeDeck(Findings findings, Path file) throws IOException {
        Optional<AlignedTopics> compared = options.compared().map(other -> {
            Comparison both = Comparison.of(List.of(run, other), threads, hears("comparison"));
            return AlignedTopics.of(both.runs().get(0), both.runs().get(1), threads);
        });
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Deck.write(findings, compared, out, hears("deck"));
        }
    }

    private void writePictures(Findings findings, Path folder) throws IOException {
        for (PictureOptions.Format format : PictureOptions.Format.values()) {
            if (options.formats().contains(ExportFormat.valueOf(format.name()))) {
                Files.createDirectories(folder);
                Map<String, Figure> figures = RunFigures.of(findings);
                int done = 0;
                for (Map.Entry<String, Figure> figure : figures.entrySet()) {
                    listener.making("charts as " + format, done++, figures.size());
                    Path file = folder.resolve(figure.getKey() + "." + format.ending());
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                        PictureFile.write(figure.getValue(), options.pictures().as(format), out);
                    }
                }
            }
        }
    }

    private void writeTables(Findings findings, Path folder) throws SQLException {
        Set<TableFormat> tables = EnumSet.noneOf(TableFormat.class);
        for (TableFormat format : TableFormat.values()) {
            if (options.formats().contains(ExportFormat.valueOf(format.name()))) {
                tables.add(format);
            }
        }
        if (!tables.isEmpty()) {
            RunTables.write(findings, tables, folder, hears("tables"));
        }
    }

    private ProgressListener hears(String what) {
        return (done, total) -> listener.making(what, done, total);
    }
}
