package topicworkbench.ui.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the documentation that the build packs beside this class. */
final class HelpPages {
    private static final String FOLDER = "doc";
    /** How to use the window comes first, in the order of use, then what the numbers mean, the program's pages, and why it is so. */
    private static final List<String> CHAPTERS = List.of("window/", "understanding/", "", "cloud/", "decisions/");
    private static final List<String> ORDER_OF_USE = List.of("window/start.md", "window/new-run.md", "window/runs.md",
            "window/watching.md", "window/explore.md", "window/map.md", "window/reviews.md", "window/labelling.md",
            "window/compare.md", "window/cloud.md", "understanding/measures.md", "understanding/how-many-topics.md",
            "understanding/ntm-or-lda.md", "understanding/reading-the-map.md", "cloud/setting-up.md", "cloud/deployed.md",
            "cloud/launching.md", "cloud/costs.md",
            "cloud/removing.md");

    private HelpPages() { }

    /** In the order of reading. */
    static List<HelpPage> read() {
        try {
            URI place = HelpPages.class.getResource(FOLDER).toURI();
            if (!place.getScheme().equals("jar")) {
                return read(Path.of(place));
            }
            try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                return read(jar.provider().getPath(place));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<HelpPage> read(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).map(file -> page(folder, file))
                    .sorted(Comparator.<HelpPage>comparingInt(page -> CHAPTERS.indexOf(chapter(page.path())))
                            .thenComparingInt(page -> ORDER_OF_USE.indexOf(page.path()))
                            .thenComparing(HelpPage::path)).toList();
        }
    }

    private static HelpPage page(Path folder, Path file) {
        try {
            return HelpPage.of(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String chapter(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }
}
