package topicworkbench.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import topicworkbench.ui.support.ProgramSettings;
import topicworkbench.ui.support.WindowPreferences;

/** The preferences as they are typed; nothing is kept before all of them are in order. */
final class PreferencesViewModel {
    private final WindowPreferences preferences;
    private final int cores;
    private final StringProperty workspace = new SimpleStringProperty();
    private final StringProperty threads = new SimpleStringProperty();
    private final StringProperty memory = new SimpleStringProperty();
    private final StringProperty wordVectors = new SimpleStringProperty();
    private final StringProperty awsProfile = new SimpleStringProperty();
    private final StringProperty awsRegion = new SimpleStringProperty();
    private final StringProperty awsName = new SimpleStringProperty();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /** @param cores of this computer */
    PreferencesViewModel(WindowPreferences preferences, int cores) {
        this.preferences = preferences;
        this.cores = cores;
        ProgramSettings now = preferences.settings();
        workspace.set(now.workspace());
        threads.set(now.threads() == 0 ? "" : Integer.toString(now.threads()));
        memory.set(now.memory() == 0 ? "" : Integer.toString(now.memory()));
        wordVectors.set(now.wordVectors());
        awsProfile.set(now.awsProfile());
        awsRegion.set(now.awsRegion());
        awsName.set(now.awsName());
    }

    /** A folder; empty for the usual one. */
    StringProperty workspaceProperty() {
        return workspace;
    }

    /** 1 to the number of cores; empty for all. */
    StringProperty threadsProperty() {
        return threads;
    }

    /** In megabytes; empty for Java's own choice. */
    StringProperty memoryProperty() {
        return memory;
    }

    /** A file; empty for none. */
    StringProperty wordVectorsProperty() {
        return wordVectors;
    }

    /** A name in the user's AWS configuration; empty for the default. */
    StringProperty awsProfileProperty() {
        return awsProfile;
    }

    /** For example us-east-1; empty for the profile's. */
    StringProperty awsRegionProperty() {
        return awsRegion;
    }

    /** What the stacks begin with; empty for the usual. */
    StringProperty awsNameProperty() {
        return awsName;
    }

    /** What is wrong, or empty. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** @return whether all was in order and is kept; what is wrong is told */
    boolean save() {
        problem.set(firstProblem());
        if (!problem.get().isEmpty()) {
            return false;
        }
        preferences.setSettings(new ProgramSettings(workspace.get().strip(), number(threads), number(memory),
                wordVectors.get().strip(), awsProfile.get().strip(), awsRegion.get().strip(),
                awsName.get().strip()));
        preferences.save();
        return true;
    }

    private String firstProblem() {
        if (!isEmptyOr(threads, 1, cores)) {
            return "Threads: give a whole number from 1 to " + cores + ", or nothing for all cores.";
        }
        if (!isEmptyOr(memory, ProgramSettings.LEAST_MEMORY, Integer.MAX_VALUE)) {
            return "Memory: give megabytes, at least " + ProgramSettings.LEAST_MEMORY + ", or nothing for Java's choice.";
        }
        if (!workspace.get().isBlank() && Files.exists(path(workspace)) && !Files.isDirectory(path(workspace))) {
            return "Workspace: " + path(workspace) + " is a file. Choose a folder.";
        }
        if (!wordVectors.get().isBlank() && !Files.isReadable(path(wordVectors))) {
            return "Word vectors: " + path(wordVectors) + " cannot be read. Choose a file of vectors, or none.";
        }
        if (!ProgramSettings.isRegion(awsRegion.get().strip())) {
            return "AWS region: give one such as us-east-1, or nothing for the profile's.";
        }
        if (!ProgramSettings.isName(awsName.get().strip())) {
            return "AWS name: give 3 to 24 small letters, digits and hyphens, beginning with a letter, or nothing for the usual.";
        }
        return "";
    }

    private static Path path(StringProperty text) {
        return Path.of(text.get().strip());
    }

    private static boolean isEmptyOr(StringProperty text, int least, int most) {
        try {
            return text.get().isBlank() || number(text) >= least && number(text) <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static int number(StringProperty text) {
        return text.get().isBlank() ? 0 : Integer.parseInt(text.get().strip());
    }
}
