package topicworkbench.ui.help;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.SameThreadTasks;

class HelpPagesTest {
    private static final Path DOC = Path.of("src/main/doc");
    private static final Pattern LINK = Pattern.compile("href=\"([^\"#]+)[^\"]*\"");

    private final List<String> browsed = new ArrayList<>();
    private final Messages messages = new Messages();
    private final HelpViewModel model = new HelpViewModel(new SameThreadTasks(), messages, browsed::add);

    @Test
    void theHelpIsTheDocumentation() throws IOException {
        List<HelpPage> pages = HelpPages.read();
        assertThat(pages).hasSizeGreaterThan(10).allSatisfy(page ->
                assertThat(page.markdown()).isEqualTo(Files.readString(DOC.resolve(page.path()))));
        assertThat(pages.getFirst().path()).startsWith("window/");
        assertThat(pages.stream().map(page -> HelpPages.chapter(page.path())).distinct())
                .containsExactly("window/", "understanding/", "", "cloud/", "decisions/");
    }

    @Test
    void everyLinkLeadsSomewhere() {
        for (HelpPage page : HelpPages.read()) {
            Matcher link = LINK.matcher(page.html());
            while (link.find()) {
                if (!link.group(1).startsWith("http")) {
                    assertThat(DOC.resolve(page.path()).resolveSibling(link.group(1))).as(page.path()).exists();
                }
            }
        }
    }

    @Test
    void linksAreFollowedHereAndAddressesOutside() {
        model.open("window/runs.md");
        model.follow("../run-folder.md#tables");
        assertThat(model.pageProperty().get().path()).isEqualTo("run-folder.md");
        model.follow("https://example.org/");
        assertThat(browsed).containsExactly("https://example.org/");
        model.follow("javascript:alert(1)");
        model.follow("file:///etc/passwd");
        assertThat(browsed).hasSize(1);
        model.follow("no-such-page.md");
        assertThat(messages.lastProperty().get().text()).contains("no-such-page.md");
        assertThat(model.pageProperty().get().path()).isEqualTo("run-folder.md");
    }

    @Test
    void textIsNotObeyedAsHtml() {
        HelpPage page = HelpPage.of("x.md", "# Title\n\n<script>alert(1)</script> [x](javascript:alert(1))\n\n| a |\n|---|\n| b |\n");
        assertThat(page.title()).isEqualTo("Title");
        assertThat(page.html()).doesNotContain("<script").doesNotContain("href=\"javascript").contains("<td>b</td>");
    }
}
