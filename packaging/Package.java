import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the application image of the system it runs on, with a Java of its own, and the installer: {@code .deb}, {@code .msi} or
 * {@code .dmg}. Run by {@code mvn -q -DskipTests -Pinstaller package exec:exec}; packaging/README.md says what was tried.
 *
 * <p>Arguments: the folder of the built program, the folder to write to, and the version.
 */
final class Package {
    private static final String NAME = "topic-workbench";
    private static final String TITLE = "Topic Workbench";
    private static final String ABOUT = "Find out what customer reviews are about";
    private static final String VENDOR = "Topic Workbench";
    private static final Path SOURCES = Path.of("packaging");
    private static final Path ICONS = Path.of("src", "main", "resources", "topicworkbench", "ui", "icon");

    /** What the program and its libraries use, as {@code jdeps --print-module-deps} says; and what services bring at run time. */
    private static final String MODULES = "java.base,java.datatransfer,java.desktop,java.logging,java.management,java.naming,"
            + "java.net.http,java.security.jgss,java.sql,java.xml,java.xml.crypto,jdk.charsets,jdk.crypto.cryptoki,jdk.crypto.ec,"
            + "jdk.incubator.vector,jdk.jfr,jdk.jsobject,jdk.localedata,jdk.management,jdk.unsupported,jdk.xml.dom,jdk.zipfs";
    private static final String JLINK = "--strip-debug --no-man-pages --no-header-files --include-locales=en --compress=zip-9";
    private static final List<String> JAVA_OPTIONS = List.of("--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Libraries that carry their machine code for every system, and how the folder or file of one of these is called. */
    private static final Map<String, Pattern> NATIVES = Map.of(
            "duckdb_jdbc", Pattern.compile("/libduckdb_java\\.so_(?<system>\\w+)"),
            "zstd-jni", Pattern.compile("/(?<system>\\w+/\\w+)/libzstd-jni.*"),
            "jna-jpms", Pattern.compile("/com/sun/jna/(?<system>[\\w-]+)/.*jnidispatch.*"));

    private final Host host = Host.ofThisSystem();
    private final Path app;
    private final Path out;
    private final String version;

    private Package(Path app, Path out, String version) {
        this.app = app;
        this.out = out;
        this.version = version;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Package(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2]).make();
    }

    private void make() throws IOException, InterruptedException {
        removeAll(out);
        Path input = out.resolve("input");
        copyAll(app, input);
        keepOwnMachineCode(input.resolve("lib"));
        Path image = applicationImage(input);
        if (host == Host.LINUX) {
            startByScript(image);
            archiveClasses(image);
            say(debian(image));
        } else {
            say(installer(image));
        }
        removeAll(input);
        System.out.printf(Locale.ROOT, "%s: %,d MB%n", image, sizeOf(image) >> 20);
    }

    /** What the user of another system would download for nothing. */
    private void keepOwnMachineCode(Path libraries) throws IOException {
        for (Path jar : list(libraries)) {
            for (Map.Entry<String, Pattern> known : NATIVES.entrySet()) {
                if (jar.getFileName().toString().startsWith(known.getKey())) {
                    keepOwnMachineCode(jar, known.getValue());
                }
            }
        }
    }

    private void keepOwnMachineCode(Path jar, Pattern natives) throws IOException {
        int kept = 0;
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            for (Path file : tree(files.getPath("/"))) {
                var matcher = natives.matcher(file.toString());
                if (matcher.matches() && host.isMeantBy(matcher.group("system"))) {
                    kept++;
                } else if (matcher.matches()) {
                    Files.delete(file);
                }
            }
        }
        if (kept != 1) {
            throw new IOException(jar + " has " + kept + " libraries for " + host + " on " + Host.ARCHITECTURE + ", not one");
        }
    }

    private Path applicationImage(Path input) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tool("jpackage"), "--type", "app-image", "--name", host.name(NAME, TITLE),
                "--app-version", version, "--vendor", VENDOR, "--description", ABOUT, "--dest", out.toString(),
                "--input", input.toString(), "--main-jar", NAME + ".jar", "--add-modules", MODULES, "--jlink-options", JLINK));
        JAVA_OPTIONS.forEach(option -> command.addAll(List.of("--java-options", option)));
        command.addAll(host.iconOptions());
        execute(command, Map.of());
        return out.resolve(host.image(NAME, TITLE));
    }

    /** The native launcher cannot read the memory that the preferences say; the script that starts the program elsewhere can. */
    private void startByScript(Path image) throws IOException, InterruptedException {
        Path launcher = image.resolve("bin").resolve(NAME);
        Files.delete(launcher);
        Files.createSymbolicLink(launcher, Path.of("..", "lib", "app", NAME));
        Files.deleteIfExists(image.resolve("lib/app/" + NAME + ".cfg"));
        Files.deleteIfExists(image.resolve("lib/libapplauncher.so"));
        execute(List.of("strip", "--strip-unneeded", image.resolve("lib/runtime/lib/server/libjvm.so").toString()), Map.of());
    }

    /**
     * Opens the window once, on JavaFX's headless platform, and lays its classes out in a file that later starts map into memory.
     * Java takes the file only where name, size and time of every jar are the same, so this comes last.
     */
    private void archiveClasses(Path image) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("package");
        Path app = image.toRealPath().resolve("lib/app");
        Path archive = app.resolve(NAME + ".jsa");
        List<String> command = new ArrayList<>(List.of(image.toRealPath().resolve("lib/runtime/bin/java").toString()));
        command.addAll(JAVA_OPTIONS);
        command.addAll(List.of("-Duser.home=" + home, "-Dglass.platform=Headless", "-Djavafx.cachedir=" + home.resolve("javafx"),
                "-jar", app.resolve(NAME + ".jar").toString()));
        ProcessBuilder window = new ProcessBuilder(command).redirectErrorStream(true)
                .directory(home.toFile()) // where Java leaves what its laying out has said
                .redirectOutput(Redirect.to(out.resolve("window.log").toFile()));
        window.environment().putAll(Map.of("HOME", home.toString(), "XDG_CACHE_HOME", home.resolve("cache").toString(),
                "XDG_CONFIG_HOME", home.resolve("config").toString()));
        Process running = window.start();
        try {
            awaitWindow(running, home.resolve("cache/topic-workbench/topic-workbench.log"));
            execute(List.of(tool("jcmd"), Long.toString(running.pid()), "VM.cds", "static_dump", archive.toString()), Map.of());
        } finally {
            running.destroyForcibly().waitFor();
            removeAll(home);
        }
        if (!Files.isRegularFile(archive)) {
            throw new IOException("Java wrote no archive of classes; see " + out.resolve("window.log"));
        }
        Files.delete(out.resolve("window.log"));
    }

    private void awaitWindow(Process running, Path log) throws IOException, InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (!Files.exists(log) || !Files.readString(log).contains("The window was usable")) {
            if (Instant.now().isAfter(until) || running.waitFor(200, TimeUnit.MILLISECONDS)) {
                throw new IOException("The window did not open; see " + out.resolve("window.log"));
            }
        }
    }

    /**
     * By dpkg-deb, not by jpackage: what jpackage's package puts into the desktop's menu it puts there by a script, which fails
     * where there is no menu; here every file is the package's own, so that removing it leaves none behind.
     */
    private Path debian(Path image) throws IOException, InterruptedException {
        Path root = out.resolve("deb");
        copyAll(image, root.resolve("opt").resolve(NAME));
        Path share = root.resolve("usr/share");
        Files.createDirectories(root.resolve("usr/bin"));
        Files.createSymbolicLink(root.resolve("usr/bin").resolve(NAME), Path.of("../../opt", NAME, "bin", NAME));
        copy(SOURCES.resolve("linux/" + NAME + ".desktop"), share.resolve("applications/" + NAME + ".desktop"));
        copy(SOURCES.resolve("linux/" + NAME + ".xml"), share.resolve("mime/packages/" + NAME + ".xml"));
        copy(SOURCES.resolve("icons/" + NAME + ".svg"), share.resolve("icons/hicolor/scalable/apps/" + NAME + ".svg"));
        for (Path icon : list(ICONS)) {
            String size = icon.getFileName().toString().replace(".png", "");
            copy(icon, share.resolve("icons/hicolor/" + size + "x" + size + "/apps/" + NAME + ".png"));
        }
        Path notices = share.resolve("doc/" + NAME);
        copy(Path.of("LICENSE"), notices.resolve("copyright"));
        copy(app.resolveSibling("classes").resolve("topicworkbench/ui/shell/libraries.txt"), notices.resolve("libraries.txt"));
        Path control = root.resolve("DEBIAN/control");
        Files.createDirectories(control.getParent());
        Files.writeString(control, Files.readString(SOURCES.resolve("linux/control")).replace("@VERSION@", version)
                .replace("@ARCHITECTURE@", Host.ARCHITECTURE).replace("@KILOBYTES@", Long.toString(sizeOf(root) >> 10)));
        Path deb = out.resolve(NAME + "_" + version + "_" + Host.ARCHITECTURE + ".deb");
        // zstd would be smaller, but dpkg has it from version 1.21.18 on only; the jars are compressed already
        execute(List.of("dpkg-deb", "--root-owner-group", "-Zgzip", "--build", root.toString(), deb.toString()), Map.of());
        removeAll(root);
        return deb;
    }

    private Path installer(Path image) throws IOException, InterruptedException {
        Path association = out.resolve("twspec.properties");
        Files.writeString(association, "extension=twspec\nmime-type=application/x-topic-workbench-spec\n"
                + "description=Topic Workbench specification\n");
        List<String> command = new ArrayList<>(List.of(tool("jpackage"), "--type", host.installer(), "--name", TITLE,
                "--app-version", version, "--vendor", VENDOR, "--description", ABOUT, "--dest", out.toString(),
                "--app-image", image.toString(), "--license-file", "LICENSE", "--file-associations", association.toString()));
        command.addAll(host.installerOptions());
        execute(command, Map.of());
        try (Stream<Path> made = Files.list(out)) {
            return made.filter(file -> file.toString().endsWith(host.installer())).findFirst().orElseThrow();
        }
    }

    private static void say(Path made) throws IOException {
        System.out.printf(Locale.ROOT, "%s: %,d MB%n", made, Files.size(made) >> 20);
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    private static void execute(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IOException(command.getFirst() + " failed:\n" + said);
        }
    }

    private static List<Path> tree(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.toList();
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static long sizeOf(Path folder) throws IOException {
        long bytes = 0;
        for (Path path : tree(folder)) {
            if (Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).isRegularFile()) {
                bytes += Files.size(path);
            }
        }
        return bytes;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        if (Files.getFileStore(to).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static void copyAll(Path from, Path to) throws IOException {
        for (Path path : tree(from)) {
            Path target = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path) && !Files.isSymbolicLink(path)) {
                Files.createDirectories(target);
            } else {
                Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static void removeAll(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path path : tree(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** The system that is packaged for: the one this runs on. */
    private enum Host {
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

        List<String> iconOptions() {
            String ending = switch (this) {
                case LINUX -> null;
                case WINDOWS -> ".ico";
                case MACOS -> ".icns";
            };
            return ending == null ? List.of() : List.of("--icon", SOURCES.resolve("icons").resolve(NAME + ending).toString());
        }

        String installer() {
            return this == WINDOWS ? "msi" : "dmg";
        }

        List<String> installerOptions() {
            return this == WINDOWS ? List.of("--win-menu", "--win-shortcut-prompt", "--win-per-user-install", "--win-dir-chooser",
                    "--win-upgrade-uuid", "5f0c2f0e-53f1-4f0a-9a0d-6d2a4c1f7b3e") : List.of();
        }
    }
}
