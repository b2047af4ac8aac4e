package topicworkbench.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.failure.ExplainedException;

class HtmlReportTest {
    private static final String HOSTILE = "\"'></style></svg><script>alert(1)</script><img src=x onerror=alert(2)>\u202e\u001b[31m";

    @TempDir
    private Path folder;

    @Test
    void hostileTextStaysText() {
        Document page = Jsoup.parse(HtmlReport.html(Reports.of(HOSTILE)));
        assertThat(page.select("script, img, a, iframe, link, [onerror]")).isEmpty();
        assertThat(page.select("h1").text()).contains("<script>alert(1)</script>");
        assertThat(page.html()).doesNotContain("\u202e", "\u001b");
    }

    @Test
    void needsNothingFromTheNetwork() {
        String html = HtmlReport.html(Reports.of("plain"));
        assertThat(html).doesNotContain("http:", "https:", "src=", "@import", "url(").contains("default-src 'none'")
                .contains("prefers-color-scheme: dark");
    }

    @Test
    void showsTopicsWithWordsScoresAndChart() {
        Document page = Jsoup.parse(HtmlReport.html(Reports.of("plain")));
        assertThat(page.select("tbody tr")).hasSize(2);
        assertThat(page.select("tbody tr").get(0).text()).isEqualTo("0 plain plain, refund 70.0% 0.40 0.90 0.10");
        assertThat(page.select("tbody tr").get(1).text()).as("not measured").isEqualTo("1 battery 30.0% – 0.80 −0.20");
        assertThat(page.select(".bar i").eachAttr("style"))
                .isEqualTo(List.of("width:100.0%;background:#4a75d1", "width:42.9%;background:#db9110"));
        assertThat(page.select("svg circle")).as("topics that have a WETC").hasSize(1);
        assertThat(page.text()).contains("Corpus SHA-256 00ff", "Stage train 1.5 s").doesNotContain("synthetic");
    }

    @Test
    void sampleIsLabelledSynthetic() {
        assertThat(HtmlReport.html(Reports.of("sample:"))).contains("These reviews are synthetic");
    }

    @Test
    void fileThatCannotBeWrittenIsSaidAndLeavesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> HtmlReport.write(Reports.of("plain"), file.resolve("report.html")))
                .isInstanceOf(ExplainedException.class).hasMessageContaining("cannot be written");
        assertThat(file).hasContent("");
    }
}
