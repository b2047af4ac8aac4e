package topicworkbench.testdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Settings;
import topicworkbench.run.local.LocalPipelineRunner;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

/** Invented reviews by people who mean no good: scripts, formulas, marks that turn text around, words without end. */
public final class HostileReviews {
    public static final int ROWS = 240;
    public static final int TOPICS = 3;
    public static final String LABEL = "=HYPERLINK(\"x\")</script><script>alert(1)</script>]]>\u202e\u0007 \ud83d\ude21 退款 "
            + "W".repeat(200);
    public static final List<String> TEXTS = List.of("&lt;/script&gt;&lt;script&gt;document.title='taken'&lt;/script&gt;",
            "<img src=x onerror=alert(2)>", "]]><!--", "=cmd|' /C calc'!A0", "\u202egnp.exe\u202c", "+1+1", "@SUM(1)",
            "\ud83d\ude21 退款 مشكلة", "&lt;b&gt; \"quotes' `ticks` ${x} {{y}} \\u003c/script>", "w".repeat(200));

    private static final List<List<String>> THEMES = List.of(
            List.of("battery", "charge", "charger", "power", "drains", "hours", "empty", "cable"),
            List.of("delivery", "late", "package", "courier", "weeks", "waiting", "shipping", "tracking"),
            List.of("size", "small", "tight", "shoulders", "fits", "sleeves", "large", "narrow"));

    private HostileReviews() { }

    /** A finished run on them with a map, whose first topic bears a hostile label. */
    public static RunFolder run(Workspace workspace) throws IOException, InterruptedException {
        Path csv = write(workspace.root().resolve("hostile.csv"));
        String id = new LocalPipelineRunner(workspace, 1).start(Settings.apply(RunSpecs.defaults(RunSpecs.LDA, TOPICS)
                .withSource(new ReviewSource(List.of(csv.toString()), Map.of())), List.of("iterations=20", "map_steps=50",
                        "near_duplicates=false")), "<b>Hostile</b> " + "run ".repeat(40), event -> { }).await().id();
        RunFolder run = workspace.find(id);
        run.label(0, LABEL);
        return run;
    }

    private static Path write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Random random = new Random(11);
        StringBuilder csv = new StringBuilder("id,stars,title,text,product,date,helpful_votes,Shop & <b>Co</b>,price\n");
        for (int row = 0; row < ROWS; row++) {
            List<String> theme = THEMES.get(row % THEMES.size());
            String hostile = TEXTS.get(row % TEXTS.size());
            StringBuilder text = new StringBuilder(hostile);
            for (int word = 0; word < 14; word++) {
                text.append(' ').append(theme.get(random.nextInt(theme.size())));
            }
            csv.append(row).append(',').append(1 + row % 5).append(',').append(quoted(hostile)).append(',')
                    .append(quoted(text.toString())).append(',').append(quoted("Thing " + TEXTS.get(row % 3))).append(',')
                    .append(LocalDate.of(2024, 1, 1).plusDays(2L * row)).append(',').append(row % 7).append(',')
                    .append(quoted(hostile)).append(',').append(row % 9 / 2.0).append('\n');
        }
        return Files.writeString(file, csv);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
