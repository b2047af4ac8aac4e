package topicworkbench.ui.support;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import topicworkbench.files.AtomicFile;

/** What the window remembers from one day to the next: a small file in the user's own settings folder. */
public final class WindowPreferences {
    private static final System.Logger LOG = System.getLogger(WindowPreferences.class.getName());
    private static final int MOST_RECENT = 8;
    private static final int MOST_SEARCHES = 20;
    /** Beside this file, for the start script: a program cannot change its own memory. */
    private static final String JAVA_OPTIONS = "java-options";
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    private final Path file;
    private final Remembered remembered;

    /** The file's content; a field that is missing or damaged falls back to its default. */
    private static final class Remembered {
        Appearance appearance = Appearance.SYSTEM;
        double width = 1280;
        double height = 800;
        boolean maximized;
        /** Divider positions, 0 to 1, and column widths in pixels, by their node's id. */
        Map<String, Double> sizes = new TreeMap<>();
        /** Columns that the user chose for a table, left to right, by the table's id. */
        Map<String, List<String>> columns = new TreeMap<>();
        /** What was shown where several things take turns, by the place's name. */
        Map<String, String> choices = new TreeMap<>();
        /** Reviews chosen before, newest first; each a choice of one or more paths. */
        List<List<String>> recentReviews = new ArrayList<>();
        /** What was searched for in reviews, newest first. */
        List<String> searches = new ArrayList<>();
        ProgramSettings settings = ProgramSettings.DEFAULT;
    }

    private WindowPreferences(Path file, Remembered remembered) {
        this.file = file;
        this.remembered = remembered;
    }

    /** Reads the file if it is there; a file that cannot be read counts as none. */
    public static WindowPreferences open(Path file) {
        try {
            Remembered read = Files.exists(file) ? GSON.fromJson(Files.readString(file), Remembered.class) : null;
            if (read != null && isWhole(read)) {
                return new WindowPreferences(file, read);
            }
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.WARNING, "preferences " + file + " cannot be read; the defaults are used", e);
        }
        return new WindowPreferences(file, new Remembered());
    }

    /** JSON may have null anywhere, and numbers that are larger than any. */
    private static boolean isWhole(Remembered read) {
        Stream<Collection<?>> collections = Stream.concat(Stream.of(read.sizes.values(), read.columns.values(), read.choices.values(),
                read.recentReviews, read.searches), Stream.concat(read.columns.values().stream(), read.recentReviews.stream()));
        return read.appearance != null && read.settings != null && collections.flatMap(Collection::stream).allMatch(Objects::nonNull)
                && Stream.concat(Stream.of(read.width, read.height), read.sizes.values().stream()).allMatch(Double::isFinite);
    }

    /** Where this system keeps a program's settings. */
    public static Path defaultFile() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home"));
        Path folder;
        if (system.contains("win")) {
            folder = fromEnvironment("APPDATA", home.resolve("AppData/Roaming"));
        } else if (system.contains("mac")) {
            folder = home.resolve("Library/Application Support");
        } else {
            folder = fromEnvironment("XDG_CONFIG_HOME", home.resolve(".config"));
        }
        return folder.resolve("topic-workbench").resolve("window.json");
    }

    private static Path fromEnvironment(String variable, Path otherwise) {
        String value = System.getenv(variable);
        return value == null || value.isBlank() ? otherwise : Path.of(value);
    }

    public Appearance appearance() {
        return remembered.appearance;
    }

    public void setAppearance(Appearance appearance) {
        remembered.appearance = appearance;
    }

    public ProgramSettings settings() {
        return remembered.settings;
    }

    public void setSettings(ProgramSettings settings) {
        remembered.settings = settings;
    }

    public double width() {
        return remembered.width;
    }

    public double height() {
        return remembered.height;
    }

    public boolean maximized() {
        return remembered.maximized;
    }

    public void setWindow(double width, double height, boolean maximized) {
        if (!maximized) {
            remembered.width = width;
            remembered.height = height;
        }
        remembered.maximized = maximized;
    }

    /** A divider's position or a column's width, by name. */
    public double size(String name, double otherwise) {
        return remembered.sizes.getOrDefault(name, otherwise);
    }

    public void setSize(String name, double value) {
        remembered.sizes.put(name, value);
    }

    /** Ids of a table's columns, left to right. */
    public List<String> columns(String table, List<String> otherwise) {
        return List.copyOf(remembered.columns.getOrDefault(table, otherwise));
    }

    public void setColumns(String table, List<String> columns) {
        remembered.columns.put(table, List.copyOf(columns));
    }

    /** What was chosen in a place, by name. */
    public String choice(String place, String otherwise) {
        return remembered.choices.getOrDefault(place, otherwise);
    }

    public void setChoice(String place, String chosen) {
        remembered.choices.put(place, chosen);
    }

    /** Choices of review files, newest first. */
    public List<List<String>> recentReviews() {
        return List.copyOf(remembered.recentReviews);
    }

    public void addRecentReviews(List<String> paths) {
        remembered.recentReviews.remove(paths);
        remembered.recentReviews.addFirst(List.copyOf(paths));
        while (remembered.recentReviews.size() > MOST_RECENT) {
            remembered.recentReviews.removeLast();
        }
    }

    /** What was searched for in reviews, newest first. */
    public List<String> searches() {
        return List.copyOf(remembered.searches);
    }

    public void addSearch(String search) {
        remembered.searches.remove(search);
        remembered.searches.addFirst(search);
        while (remembered.searches.size() > MOST_SEARCHES) {
            remembered.searches.removeLast();
        }
    }

    /** Writes the file whole or not at all; a window that cannot remember still works. */
    public void save() {
        try {
            Files.createDirectories(file.getParent());
            AtomicFile.write(file, GSON.toJson(remembered));
            AtomicFile.write(file.resolveSibling(JAVA_OPTIONS), remembered.settings.javaOptions());
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.WARNING, "preferences " + file + " cannot be written", e);
        }
    }
}
