package topicworkbench.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SystemNoticeTest {
    @Test
    void aRunsNameIsNeverPartOfAScriptOrOfMarkup() {
        String hostile = "\" & (do shell script \"ls\") <b>--help";
        assertThat(SystemNotice.command("Mac OS X", hostile, "ended")).endsWith(hostile, "ended")
                .element(2).asString().doesNotContain("ls");
        assertThat(SystemNotice.command("Linux", "--help", "<b>&"))
                .containsExactly("notify-send", "--app-name=Topic Workbench", "--", "--help", "&lt;b&gt;&amp;");
    }
}
