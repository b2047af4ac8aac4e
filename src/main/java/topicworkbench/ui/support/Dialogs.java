package topicworkbench.ui.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the window asks a person. Behind an interface, since a machine without a display has no file chooser. */
public interface Dialogs {

    /** @return the files chosen; empty if the person turned away */
    List<Path> chooseReviewFiles();

    /** @return the folder chosen; empty if the person turned away */
    Optional<Path> chooseFolder(String title);

    /**
     * @param kind    what the files are called that are shown first
     * @param endings of their names, for example {@code .json}
     * @return the file chosen; empty if the person turned away
     */
    Optional<Path> chooseFile(String title, String kind, List<String> endings);

    /**
     * @param verb what the button that agrees says, for example "Rename"
     * @return the new text; empty if the person turned away
     */
    Optional<String> askText(String title, String label, String current, String verb);

    /** @return the new words, which may be none; empty if the person turned away */
    Optional<String> askWords(String title, String label, String current, int lines);

    /** @return the file to write to, which may exist if the person agreed to replace it; empty if they turned away */
    Optional<Path> chooseNewFile(String title, String name);

    /**
     * @param verbs what the buttons say, safest first
     * @return the index of the one pressed; empty if the person went back
     */
    OptionalInt choose(String question, String consequence, List<String> verbs);

    /** @param verb what the button that agrees says, for example "Cancel run" */
    boolean confirm(String question, String consequence, String verb);
}
