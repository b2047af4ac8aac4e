package topicworkbench.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.failure.ExplainedException;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.math.ProgressListener;
import topicworkbench.testdata.SmallRun;
import topicworkbench.workspace.RunFolder;
import topicworkbench.workspace.Workspace;

class SavedSelectionsTest {
    @TempDir
    private Path folder;
    private RunFolder made;
    private ExploredRun run;
    private SavedSelections saved;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        Workspace workspace = new Workspace(folder);
        made = workspace.find(SmallRun.in(workspace, "small").id());
        run = ExploredRun.open(made, ProgressListener.NONE);
        saved = new SavedSelections(run);
    }

    @Test
    void whatIsSavedIsThereWhenTheRunIsOpenedAgain() {
        Selection some = Selection.of(run.documents(), new int[] {3, 17, 40});
        assertThat(saved.names()).isEmpty();
        saved.save("Late; and \"lost\"", some);
        saved.save("First", Selection.of(run.documents(), new int[] {0}));
        SavedSelections again = new SavedSelections(ExploredRun.open(made, ProgressListener.NONE));
        assertThat(again.names()).containsExactly("Late; and \"lost\"", "First");
        assertThat(again.load("Late; and \"lost\"")).isEqualTo(some);
        again.save("First", some);
        assertThat(saved.load("First")).isEqualTo(some);
        again.delete("Late; and \"lost\"");
        assertThat(saved.names()).containsExactly("First");
        assertThat(saved.load("never saved").isEmpty()).isTrue();
    }

    @Test
    void noNameOrNoReviewIsRefused() {
        Selection some = Selection.all(run.documents());
        assertThatExceptionOfType(InvalidOptionException.class).isThrownBy(() -> saved.save(" ", some));
        assertThatExceptionOfType(InvalidOptionException.class).isThrownBy(() -> saved.save("x".repeat(81), some));
        assertThatExceptionOfType(InvalidOptionException.class).isThrownBy(() -> saved.save("x", some.inverted()));
    }

    @Test
    void aDamagedFileIsSaidToBe() throws IOException {
        Files.write(made.files().savedSelections(), List.of("not a table"));
        assertThatExceptionOfType(ExplainedException.class).isThrownBy(saved::names).withMessageContaining("selections.parquet");
    }

    @Test
    void wordsThatDocumentsHaveInCommonAreThoseOfTheirTheme() {
        int[] batteries = Selection.of(run.documents(), java.util.stream.IntStream.range(0, run.documents())
                .filter(document -> run.texts().read(document).getFirst().text().contains("charger")).toArray()).toArray();
        List<String> words = new CommonWords(run.corpus()).of(batteries, 4);
        assertThat(words).hasSize(4).isSubsetOf("battery", "charge", "charger", "power", "drains", "hours", "empty", "cable");
        assertThat(new CommonWords(run.corpus()).of(new int[0], 4)).isEmpty();
    }
}
