package topicworkbench.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the title and the desktop's notification say when a run ends while somebody looks at another window. */
class WorkbenchWindowTitleTest {

    @Test
    void aRunsNameDoesNotTurnWhatFollowsIt() {
        assertThat(WorkbenchWindow.ended("Done", "May 2026")).isEqualTo("Done: May 2026");
        assertThat(WorkbenchWindow.ended("Failed", "a\u202Eb\u001B]0;c\u0007\u2028")).startsWith("Failed: a[U+202E]b[U+001B]")
                .matches("[\\P{Cntrl}&&\\P{Cf}&&[^\u2028]]*");
    }
}
