package topicworkbench.ui.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the window asks a person. Behind an interface, since a machine without a display has no file chooser. */
public interface Dialogs {

    /** @return the files chosen; empty if the person turned away */
    List<Path> chooseReviewFiles();

    /** @return the folder chosen; empty if the person turned away */
    Optional<Path> chooseReviewFolder();

    /** @return the new text; empty if the person turned away */
    Optional<String> askText(String title, String label, String current);

    /** @param verb what the button that agrees says, for example "Cancel run" */
    boolean confirm(String question, String consequence, String verb);
}
