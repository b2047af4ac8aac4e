package topicworkbench.ui.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Dialogs whose answers the test has given before. */
public final class FakeDialogs implements Dialogs {
    public List<Path> files = List.of();
    public String text;
    public boolean agrees = true;
    public int choice = -1;
    /** The last question with its consequence. */
    public String asked = "";
    /** How many were asked. */
    public int questions;

    @Override
    public List<Path> chooseReviewFiles() {
        return files;
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        return files.stream().findFirst();
    }

    @Override
    public Optional<Path> chooseFile(String title, String kind, List<String> endings) {
        return files.stream().findFirst();
    }

    @Override
    public Optional<String> askText(String title, String label, String current, String verb) {
        return Optional.ofNullable(text);
    }

    @Override
    public Optional<String> askWords(String title, String label, String current, int lines) {
        return Optional.ofNullable(text);
    }

    @Override
    public Optional<Path> chooseNewFile(String title, String name) {
        return files.stream().findFirst().map(folder -> folder.resolveSibling(name));
    }

    @Override
    public OptionalInt choose(String question, String consequence, List<String> verbs) {
        note(question, consequence);
        return choice < 0 ? OptionalInt.empty() : OptionalInt.of(choice);
    }

    @Override
    public boolean confirm(String question, String consequence, String verb) {
        note(question, consequence);
        return agrees;
    }

    private void note(String question, String consequence) {
        asked = question + "\n" + consequence;
        questions++;
    }
}
