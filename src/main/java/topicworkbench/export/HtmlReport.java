package topicworkbench.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import topicworkbench.failure.ExplainedException;
import topicworkbench.files.AtomicFile;
import topicworkbench.run.Provenance;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.Stage;
import topicworkbench.topic.Topic;
import topicworkbench.topic.TopicColors;
import topicworkbench.wording.Figures;
import topicworkbench.workspace.WriteFailures;

/**
 * A run as one self-contained page: no script, nothing from the network, light or dark as the reader's system is. It
 * holds topic words but no review, and escapes whatever it shows.
 */
public final class HtmlReport {
    private static final String STYLE = "/topicworkbench/export/report.css";

    private final RunReport run;

    private HtmlReport(RunReport run) {
        this.run = run;
    }

    /** @throws ExplainedException if the file cannot be written; an older report is left as it was then */
    public static void write(RunReport run, Path file) {
        Path target = file.toAbsolutePath().normalize();
        try {
            Files.createDirectories(target.getParent());
            AtomicFile.write(target, html(run));
        } catch (IOException | UncheckedIOException e) {
            throw WriteFailures.fullDisk(e, target.getParent()).orElseGet(() -> new ExplainedException(
                    "The report " + target + " cannot be written.", "Name a file in a folder that may be written.", e));
        }
    }

    static String html(RunReport run) {
        return new HtmlReport(run).page();
    }

    private String page() {
        String title = Html.escape(run.summary().name());
        return String.format(Locale.ROOT, """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <h1>%s</h1>
                %s%s%s%s%s%s</body>
                </html>
                """, title, style(), title, head(), tiles(), topics(), chart(), corpus(), origin());
    }

    private String head() {
        String failure = run.summary().failure() == null ? "" : "<p>" + Html.escape(run.summary().failure().whatHappened()
                + " " + run.summary().failure().remedy()) + "</p>\n";
        String synthetic = run.isSynthetic()
                ? "<p class=\"notice\">These reviews are synthetic: they were invented, no customer wrote them.</p>\n" : "";
        return "<p class=\"quiet\">Run " + Html.escape(run.summary().id()) + " · "
                + run.summary().state().inWords() + "</p>\n" + synthetic + failure;
    }

    private String tiles() {
        return "<dl class=\"tiles\">" + tile("Documents", Figures.count(run.counts().documents()))
                + tile("Topics", Figures.count(run.topics().size())) + tile("WETC", Figures.shortScore(run.quality().wetc()))
                + tile("Topic uniqueness", Figures.shortScore(run.quality().tu())) + tile("NPMI", Figures.shortScore(run.quality().npmi()))
                + tile("Held-out perplexity", Figures.perplexity(run.quality().perplexity()))
                + (hasStability() ? tile("Stability", Figures.shortScore(run.quality().stability())) : "") + "</dl>\n"
                + (run.quality().vectors() == null ? "" : "<p class=\"quiet\">WETC with the vectors "
                        + Html.escape(run.quality().vectors()) + ": " + Figures.count(run.quality().vectorsFound()) + " of "
                        + Figures.count(run.counts().terms()) + " terms found. Values of different vectors do not compare.</p>\n");
    }

    private static String tile(String name, String value) {
        return "<div><dt>" + name + "</dt><dd>" + value + "</dd></div>";
    }

    private String topics() {
        if (run.topics().isEmpty()) {
            return "";
        }
        double largest = run.topics().stream().mapToDouble(Topic::prevalence).max().orElse(1);
        String rows = run.topics().stream().map(topic -> row(topic, largest)).collect(Collectors.joining());
        return """
                <h2>Topics</h2>
                <table>
                <thead><tr><th class="number">Topic</th><th>Words by relevance</th><th>Prevalence</th>\
                <th class="number">WETC</th><th class="number">TU</th><th class="number">NPMI</th>""" + (hasStability() ? """
                <th class="number">Found in</th><th class="number">Overlap</th>""" : "") + """
                </tr></thead>
                <tbody>
                """ + rows + "</tbody>\n</table>\n";
    }

    private static String row(Topic topic, double largest) {
        String label = topic.label() == null ? "" : "<div class=\"label\">" + Html.escape(topic.label()) + "</div>";
        String words = topic.words().stream().map(word -> Html.escape(word.term())).collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "<tr><td class=\"number\">%d</td><td class=\"words\">%s%s</td><td class=\"number\">"
                + "<span class=\"bar\"><i style=\"width:%.1f%%;background:%s\"></i></span>%.1f%%</td><td class=\"number\">%s</td>"
                + "<td class=\"number\">%s</td><td class=\"number\">%s</td>%s</tr>%n", topic.id(), label, words,
                100 * topic.prevalence() / largest, TopicColors.web(topic.id()), 100 * topic.prevalence(), Figures.shortScore(topic.wetc()),
                Figures.shortScore(topic.tu()),
                Figures.shortScore(topic.npmi()), stability(topic));
    }

    private boolean hasStability() {
        return run.topics().stream().anyMatch(topic -> topic.stability() != null);
    }

    private static String stability(Topic topic) {
        return topic.stability() == null ? "" : "<td class=\"number\">" + topic.stability().foundIn() + " of "
                + topic.stability().seeds() + "</td><td class=\"number\">" + Figures.shortScore(topic.stability().overlap()) + "</td>";
    }

    private String chart() {
        return run.topics().isEmpty() ? "" : "<h2>Topic coherence (WETC) and uniqueness</h2>\n"
                + TopicScatter.svg(run.topics()) + "<p class=\"quiet\">Each circle is a topic, larger where more "
                + "of the tokens are. Good topics stand at the top right. Run " + Html.escape(run.summary().id()) + ", "
                + Figures.count(run.counts().documents()) + " documents.</p>\n";
    }

    private String corpus() {
        String skipped = run.skipped().stream().map(s -> fact("Skipped", Figures.count(s.count()) + " " + s.reason()))
                .collect(Collectors.joining());
        return "<h2>Reviews</h2>\n<dl class=\"facts\">" + fact("Read", Figures.count(run.counts().read())) + skipped
                + fact("Documents", Figures.count(run.counts().documents())) + fact("Terms", Figures.count(run.counts().terms()))
                + fact("Tokens", Figures.count(run.counts().tokens())) + "</dl>\n";
    }

    private String origin() {
        StringBuilder facts = new StringBuilder(fact("Asked for", run.summary().created().toString()));
        Provenance provenance = run.provenance();
        if (provenance != null) {
            facts.append(fact("Made by", provenance.application())).append(fact("Machine", provenance.machine()));
            new TreeMap<>(provenance.versions()).forEach((name, version) -> facts.append(fact(name, version)));
            for (Map.Entry<Stage, Double> stage : new TreeMap<>(provenance.stageSeconds()).entrySet()) {
                facts.append(fact("Stage " + stage.getKey().key(), String.format(Locale.ROOT, "%.1f s", stage.getValue())));
            }
            facts.append(fact("Peak memory", Figures.count(provenance.peakMemoryMb()) + " MB"))
                    .append(fact("Corpus SHA-256", String.valueOf(provenance.corpusHash())));
        }
        String spec = run.summary().spec() == null ? "" : "<details><summary>spec.json</summary><pre>"
                + Html.escape(RunSpecJson.write(run.summary().spec())) + "</pre></details>\n";
        return "<h2>Provenance</h2>\n<dl class=\"facts\">" + facts + "</dl>\n" + spec;
    }

    private static String fact(String name, String value) {
        return "<dt>" + Html.escape(name) + "</dt><dd>" + Html.escape(value) + "</dd>\n";
    }

    private static String style() {
        try (InputStream in = HtmlReport.class.getResourceAsStream(STYLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
