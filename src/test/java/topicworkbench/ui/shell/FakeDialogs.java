package topicworkbench.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import topicworkbench.ui.support.Dialogs;

/** Dialogs whose answers the test has given before. */
final class FakeDialogs implements Dialogs {
    List<Path> files = List.of();
    String text;
    boolean agrees = true;

    @Override
    public List<Path> chooseReviewFiles() {
        return files;
    }

    @Override
    public Optional<Path> chooseReviewFolder() {
        return files.stream().findFirst();
    }

    @Override
    public Optional<String> askText(String title, String label, String current) {
        return Optional.ofNullable(text);
    }

    @Override
    public boolean confirm(String question, String consequence, String verb) {
        return agrees;
    }
}
