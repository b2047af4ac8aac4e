package topicworkbench.export.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.testfx.util.WaitForAsyncUtils.waitFor;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.concurrent.Worker;
import javafx.scene.Scene;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import topicworkbench.export.Findings;
import topicworkbench.export.TopicFinding;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.testdata.HostileReviews;
import topicworkbench.topic.Relevance;
import topicworkbench.ui.support.SharedStage;
import topicworkbench.workspace.Workspace;

/** The report of hostile reviews, in two browsers: Chromium where it is installed, and the window's own. */
@ExtendWith(ApplicationExtension.class)
class InteractiveReportTest {
    private static final long PATIENCE_SECONDS = 600;

    @TempDir
    private static Path folder;
    private static Findings findings;
    private static Path file;
    private static String html;
    private WebView browser;
    private volatile boolean loaded;

    @BeforeAll
    static void writeReport() throws IOException, InterruptedException {
        try (Threads threads = new Threads(1)) {
            findings = Findings.of(HostileReviews.run(new Workspace(folder.resolve("workspace"))), 20, threads, ProgressListener.NONE);
        }
        file = folder.resolve("report.html");
        InteractiveReport.write(findings, file);
        html = Files.readString(file);
    }

    @Start
    void open(Stage stage) {
        browser = new WebView();
        browser.getEngine().getLoadWorker().stateProperty().subscribe(state -> loaded = state == Worker.State.SUCCEEDED);
        SharedStage.show(stage, new Scene(browser, 900, 700));
    }

    @Test
    void strangersTextIsNeverMarkup() {
        Document page = Jsoup.parse(html);
        assertThat(page.select("script")).hasSize(2);
        assertThat(page.select("img, a, iframe, link, object, [onerror], [onclick], [style]")).isEmpty();
        assertThat(html).doesNotContain("\u202e", "\u0007").doesNotContain("src=\"").doesNotContain("@import").doesNotContain("url(");
        JsonObject data = JsonParser.parseString(page.getElementById("data").data()).getAsJsonObject();
        assertThat(data.getAsJsonArray("topics").asList().stream().map(topic -> topic.getAsJsonObject().get("name").getAsString()))
                .anyMatch(name -> name.contains("</script><script>alert(1)</script>]]>"));
        assertThat(data.getAsJsonArray("reviews").asList().stream().map(review -> review.getAsJsonObject().get("text").getAsString()))
                .anyMatch(text -> text.contains("=cmd|' /C calc'!A0"));
    }

    @Test
    void thePolicyLetsOnlyItsOwnStyleAndScriptRun() throws Exception {
        Document page = Jsoup.parse(html);
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        for (String part : List.of(page.select("style").first().data(), page.select("script").last().data())) {
            assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256")
                    .digest(part.getBytes(StandardCharsets.UTF_8))) + "'");
        }
        assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe");
    }

    @Test
    void theWindowsBrowserShowsTopicsWordsAtAnyLambdaMapAndReviews(FxRobot robot) throws Exception {
        robot.interact(() -> browser.getEngine().load(file.toUri().toString()));
        waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> loaded);
        assertThat(ask(robot, "document.documentElement.dataset.ready")).isEqualTo("yes");
        assertThat(ask(robot, "document.title")).isNotEqualTo("taken");
        assertThat(ask(robot, "document.querySelectorAll('tbody tr').length")).isEqualTo(HostileReviews.TOPICS);
        TopicFinding last = findings.topics().getLast();
        for (double lambda : new double[] {0, 0.37, 1}) {
            ask(robot, "document.querySelector('tr[data-topic=\"" + last.id() + "\"]').click();"
                    + "const slider = document.getElementById('lambda'); slider.value = " + lambda
                    + "; slider.dispatchEvent(new Event('input'))");
            assertThat(ask(robot, "[...document.querySelectorAll('#words .word span')].map(word => word.textContent).join(' ')"))
                    .isEqualTo(leading(last, lambda));
        }
        assertThat(ask(robot, "document.getElementById('name').textContent")).isEqualTo(last.name());
        assertThat((int) ask(robot, "document.querySelectorAll('#reviews .review').length")).isPositive();
        assertThat(ask(robot, "document.querySelectorAll('#reviews img, #reviews script').length")).isEqualTo(0);
        assertThat((int) ask(robot, "document.querySelectorAll('#reviews mark').length")).isPositive();
        assertThat(ask(robot, "(() => { const pixels = document.getElementById('map').getContext('2d').getImageData(0, 0, 800, 600).data;"
                + " return pixels.some(value => value !== pixels[0]); })()")).as("the map has points").isEqualTo(true);
    }

    private static String leading(TopicFinding topic, double lambda) {
        int row = findings.curated().topics().indexOf(topic.topic());
        return Arrays.stream(Relevance.topWords(findings.curated().topicTerm(), findings.run().corpus().counts().columnTotals(),
                lambda, 20)[row]).mapToObj(term -> findings.run().corpus().vocabulary().term(term)).collect(Collectors.joining(" "));
    }

    private Object ask(FxRobot robot, String script) {
        Object[] answer = new Object[1];
        robot.interact(() -> answer[0] = browser.getEngine().executeScript(script.startsWith("document.querySelector('tr")
                ? "(() => {" + script + "})()" : script));
        return answer[0];
    }

    @Test
    void chromiumShowsTheSame() throws IOException, InterruptedException {
        Optional<Path> chromium = ChromiumPage.chromium();
        assumeTrue(chromium.isPresent(), "skipped: Chromium is not installed");
        Path dumped = folder.resolve("dumped.html");
        Process process = new ProcessBuilder(chromium.orElseThrow().toString(), "--headless=new", "--no-sandbox", "--disable-gpu",
                "--user-data-dir=" + folder.resolve("chromium"), "--enable-logging=stderr", "--virtual-time-budget=5000", "--dump-dom",
                file.toUri().toString()).redirectOutput(dumped.toFile()).redirectError(folder.resolve("console.log").toFile()).start();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        Document page = Jsoup.parse(Files.readString(dumped));
        assertThat(page.select("html").attr("data-ready")).isEqualTo("yes");
        assertThat(page.title()).isNotEqualTo("taken");
        TopicFinding first = findings.topics().getFirst();
        assertThat(page.select("#words .word span").eachText()).containsExactly(
                leading(first, ReportData.lambda(findings)).split(" "));
        assertThat(page.select("#reviews .review")).isNotEmpty();
        assertThat(page.select("#reviews img, #reviews script, #reviews b b")).isEmpty();
        assertThat(Files.readString(folder.resolve("console.log"))).doesNotContain("Content Security Policy", "Uncaught");
    }

    /** A topic, the slider, the search and a point of the map, by mouse and keys. */
    @Test
    void inChromiumWordsAndReviewsFollowEveryClick() throws IOException, InterruptedException {
        Optional<Path> chromium = ChromiumPage.chromium();
        assumeTrue(chromium.isPresent(), "skipped: Chromium is not installed");
        try (ChromiumPage page = ChromiumPage.open(chromium.orElseThrow(), file, folder.resolve("clicked"))) {
            ChromiumPage.until(() -> page.ask("document.documentElement.dataset.ready || ''").getAsString().equals("yes"));
            TopicFinding last = findings.topics().getLast();
            page.click("tr[data-topic='" + last.id() + "'] td");
            assertThat(page.text("#name")).isEqualTo(last.name());
            assertThat(page.text("#reviews-of")).contains("“" + last.name() + "”");
            assertThat(reviewsShown(page)).isNotEmpty().isSubsetOf(reviewsOf(page, last.id()));

            page.click("#lambda");
            page.press("Home", 36);
            assertThat(page.text("#lambda-value")).isEqualTo("0.00");
            assertThat(page.texts("#words .word span")).containsExactly(leading(last, 0).split(" "));
            page.press("End", 35);
            assertThat(page.texts("#words .word span")).containsExactly(leading(last, 1).split(" "));
            page.press("ArrowLeft", 37);
            assertThat(page.text("#lambda-value")).isEqualTo("0.99");

            String wanted = reviewsShown(page).getFirst().split(" ")[4];
            page.click("#search");
            page.type(wanted.toUpperCase(java.util.Locale.ROOT));
            List<String> found = reviewsOf(page, last.id()).stream().filter(text -> text.contains(wanted)).toList();
            assertThat(reviewsShown(page)).isNotEmpty().isSubsetOf(found);
            assertThat(page.text("#reviews-of")).contains(": " + found.size() + " of its");
            page.type(" and what nobody wrote");
            assertThat(reviewsShown(page)).isEmpty();

            int other = findings.topics().getFirst().id();
            List<Double> point = page.ask(LONELIEST.replace("TOPIC", Integer.toString(other))).getAsJsonArray().asList().stream()
                    .map(com.google.gson.JsonElement::getAsDouble).toList();
            page.click(point.get(0), point.get(1));
            assertThat(page.text("#name")).isEqualTo(findings.topics().getFirst().name());
            assertThat(page.ask("document.querySelector('tr[data-topic=\"" + other + "\"]').className").getAsString()).contains("chosen");
            assertThat(reviewsShown(page)).as("nobody wrote that either").isEmpty();
            page.click("#search");
            page.ask("document.getElementById('search').select()");
            page.press("Delete", 46);
            assertThat(reviewsShown(page)).isNotEmpty().isSubsetOf(reviewsOf(page, other));

            page.click("#look");
            assertThat(page.ask("document.documentElement.className").getAsString()).contains("dark");
            assertThat(page.ask("document.title").getAsString()).isNotEqualTo("taken");
        }
    }

    /** Where on the screen the point of a topic lies that is farthest from all of other topics; scrolls to the map. */
    private static final String LONELIEST = "(() => { const canvas = document.getElementById('map'); canvas.scrollIntoView({block:"
            + " 'center', behavior: 'instant'}); const box = canvas.getBoundingClientRect();"
            + " const xs = numbers(data.map.x, Int16Array), ys = numbers(data.map.y, Int16Array), topics = numbers(data.map.topic, "
            + "Uint16Array);"
            + " const scale = Math.min(box.width, box.height) / 68000; let best = -1, lonely = -1;"
            + " topics.forEach((topic, p) => { if (topic !== TOPIC) return; let near = Infinity;"
            + " topics.forEach((t, q) => { if (t !== topic) near = Math.min(near, Math.hypot(xs[p] - xs[q], ys[p] - ys[q])); });"
            + " if (near > lonely) { lonely = near; best = p; } });"
            + " return [box.left + box.width / 2 + xs[best] * scale, box.top + box.height / 2 - ys[best] * scale]; })()";

    private static List<String> reviewsShown(ChromiumPage page) {
        return page.texts("#reviews .review > div:not(.quiet)");
    }

    private static List<String> reviewsOf(ChromiumPage page, int topic) {
        return page.ask("data.reviews.filter(review => review.topic === " + topic + ").map(review => review.text)").getAsJsonArray()
                .asList().stream().map(com.google.gson.JsonElement::getAsString).toList();
    }
}
