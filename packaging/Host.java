import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The system that is packaged for: the one this runs on. */
enum Host {
    LINUX, WINDOWS, MACOS;

    static final String ARCHITECTURE = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";

    static Host ofThisSystem() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return system.startsWith("windows") ? WINDOWS : system.startsWith("mac") ? MACOS : LINUX;
    }

    /** Whether a library's word for a system means this one. */
    boolean isMeantBy(String system) {
        String word = system.replace("win32", "win").replace("aarch64", "arm64").replace("x86-64", "amd64")
                .replace("x86_64", "amd64");
        return Stream.of(switch (this) {
            case LINUX -> List.of("linux");
            case WINDOWS -> List.of("win", "windows");
            case MACOS -> List.of("darwin", "macos", "osx");
        }).flatMap(List::stream).anyMatch(name -> Stream.of("_", "/", "-")
                .anyMatch(between -> word.equals(name + between + ARCHITECTURE) || word.equals(name + between + "universal")));
    }

    String name(String plain, String title) {
        return this == LINUX ? plain : title;
    }

    String image(String plain, String title) {
        return this == MACOS ? title + ".app" : name(plain, title);
    }

    List<String> iconOptions(String name) {
        String ending = switch (this) {
            case LINUX -> null;
            case WINDOWS -> ".ico";
            case MACOS -> ".icns";
        };
        return ending == null ? List.of() : List.of("--icon", Path.of("packaging", "icons", name + ending).toString());
    }

    String installer() {
        return this == WINDOWS ? "msi" : "dmg";
    }

    List<String> installerOptions() {
        return this == WINDOWS ? List.of("--win-menu", "--win-shortcut-prompt", "--win-per-user-install", "--win-dir-chooser",
                "--win-upgrade-uuid", "5f0c2f0e-53f1-4f0a-9a0d-6d2a4c1f7b3e") : List.of();
    }
}
