package topicworkbench.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import topicworkbench.chart.HouseStyle;
import topicworkbench.chart.PictureOptions;
import topicworkbench.export.StudyExport;
import topicworkbench.export.file.ExportFormat;
import topicworkbench.export.file.ExportOptions;
import topicworkbench.export.file.RunExport;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.study.Studies;
import topicworkbench.study.Study;
import topicworkbench.study.StudyTable;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** A run as files for other people and other programs. */
@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = {
            "Writes a finished run as slides, report, notebook, charts and tables; of a study its table.",
            "In CSV, text that a spreadsheet would take for a formula begins with an apostrophe."},
        footer = {"", "Examples:", "  topic-workbench export \"March\" --to march/",
            "  topic-workbench export \"March\" --format pptx --to march.pptx --compare \"February\"",
            "  topic-workbench export \"March\" --format png,svg,pdf --size print --to charts/",
            "  topic-workbench export 20260412-101500-a1b2 --format all --to march/ --force"})
final class ExportCommand implements Callable<Integer> {
    private static final String ALL = "all";

    private final CommandContext context;

    @Spec
    private CommandSpec command;

    @Parameters(paramLabel = "RUN", description = "Id or name of the run or study.")
    private String run;

    @Option(names = "--to", paramLabel = "PATH", required = true,
            description = "Folder to write to, new or empty; or a file, for one of pptx, html, ipynb.")
    private Path target;

    @Option(names = "--format", paramLabel = "FORMATS", split = ",", defaultValue = "csv,parquet,json,html",
            description = "Of pptx (slides), html (report), ipynb (notebook), png, svg, pdf (charts), csv, parquet, json"
                    + " (tables); or all. Without it: ${DEFAULT-VALUE}.")
    private List<String> formats;

    @Option(names = "--compare", paramLabel = "RUN", description = "Run that the slides set beside this one.")
    private String compared;

    @Option(names = "--size", paramLabel = "SIZE", defaultValue = "slide",
            description = "Of charts: slide (16:9) or print (180 x 120 mm). Without it: ${DEFAULT-VALUE}.")
    private String size;

    @Option(names = "--scale", paramLabel = "N", defaultValue = "2",
            description = "Pixels a point has in png: 1, 2 or 4. Without it: ${DEFAULT-VALUE}.")
    private int scale;

    @Option(names = "--dark", description = "Charts on a dark ground.")
    private boolean dark;

    @Option(names = "--force", description = "Replace files of the same names.")
    private boolean force;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    ExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        Workspace runs = workspace.services(context.wiring()).workspace();
        Optional<Study> study = new Studies(runs).find(run);
        if (study.isPresent()) {
            GivenOptions.refuse(command, "a study, whose table is written as CSV, Parquet and JSON", "--format", "--compare", "--size",
                    "--scale", "--dark");
            return told(StudyExport.write(StudyTable.of(study.get(), runs), target, force));
        }
        RunFolder folder = runs.find(run);
        ExportOptions options = new ExportOptions(wanted(), pictures(), Optional.ofNullable(compared).map(runs::find), force);
        try {
            return told(CancellableWork.run(context.terminal(), "The export was cancelled; nothing was written.",
                    progress -> RunExport.write(folder, target, options, progress)));
        } catch (CancellationException e) {
            return ExitCode.CANCELLED;
        }
    }

    private int told(List<Path> files) {
        files.forEach(file -> context.terminal().print(Terminal.line(file.toString())));
        return ExitCode.DONE;
    }

    private Set<ExportFormat> wanted() {
        if (formats.size() == 1 && formats.getFirst().equals(ALL)) {
            return EnumSet.allOf(ExportFormat.class);
        }
        EnumSet<ExportFormat> wanted = EnumSet.noneOf(ExportFormat.class);
        formats.forEach(format -> wanted.add(ExportFormat.of(format)));
        return wanted;
    }

    private PictureOptions pictures() {
        PictureOptions.Size page = Arrays.stream(PictureOptions.Size.values())
                .filter(each -> each.name().equalsIgnoreCase(size)).findFirst().orElseThrow(() -> new InvalidOptionException(
                        "size", "There is no size \"" + size + "\".", "Give slide or print."));
        InvalidOptionException.unless(PictureOptions.SCALES.contains(scale), "scale", scale, "Give 1, 2 or 4.");
        return new PictureOptions(PictureOptions.Format.PNG, page, scale, HouseStyle.of(dark), true, true, true);
    }
}
