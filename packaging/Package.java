import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes the application image of the system it runs on, with a Java of its own, and the installer: {@code .deb}, {@code .msi} or
 * {@code .dmg}. Run by {@code mvn -q -DskipTests -Pinstaller package exec:exec}; packaging/README.md says what was tried.
 *
 * <p>Arguments: the folder of the built program, the folder to write to, the version, and the folder of ProGuard.
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

    private final Host host = Host.ofThisSystem();
    private final Path app;
    private final Path out;
    private final String version;
    private final Path proguard;

    private Package(Path app, Path out, String version, Path proguard) {
        this.app = app;
        this.out = out;
        this.version = version;
        this.proguard = proguard;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Package(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2], Path.of(arguments[3])).make();
    }

    private void make() throws IOException, InterruptedException {
        Folders.removeAll(out);
        Path input = out.resolve("input");
        Folders.copyAll(app, input);
        new Libraries(input.resolve("lib"), host).leaveOutWhatIsNeverLoaded(input.resolve(NAME + ".jar"), proguard);
        Path image = applicationImage(input);
        if (host == Host.LINUX) {
            startByScript(image);
            archiveClasses(image);
            say(debian(image));
        } else {
            say(installer(image));
        }
        Folders.removeAll(input);
        System.out.printf(Locale.ROOT, "%s: %,.1f MB (%,.1f MiB)%n", image, Folders.sizeOf(image) / 1e6, Folders.sizeOf(image) / 1048576.0);
    }

    private Path applicationImage(Path input) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Tools.tool("jpackage"), "--type", "app-image", "--name", host.name(NAME, TITLE),
                "--app-version", version, "--vendor", VENDOR, "--description", ABOUT, "--dest", out.toString(),
                "--input", input.toString(), "--main-jar", NAME + ".jar", "--add-modules", MODULES, "--jlink-options", JLINK));
        JAVA_OPTIONS.forEach(option -> command.addAll(List.of("--java-options", option)));
        command.addAll(host.iconOptions(NAME));
        Tools.execute(command);
        return out.resolve(host.image(NAME, TITLE));
    }

    /** The native launcher cannot read the memory that the preferences say; the script that starts the program elsewhere can. */
    private void startByScript(Path image) throws IOException, InterruptedException {
        Path launcher = image.resolve("bin").resolve(NAME);
        Files.delete(launcher);
        Files.createSymbolicLink(launcher, Path.of("..", "lib", "app", NAME));
        Files.deleteIfExists(image.resolve("lib/app/" + NAME + ".cfg"));
        Files.deleteIfExists(image.resolve("lib/libapplauncher.so"));
        Tools.execute(List.of("strip", "--strip-unneeded", image.resolve("lib/runtime/lib/server/libjvm.so").toString()));
    }

    /**
     * Opens the window once, on JavaFX's headless platform, and lays its classes, those of lambdas too, out in a file that later
     * starts map into memory. Java takes the file only where name, size and time of every jar are the same, so this comes last.
     */
    private void archiveClasses(Path image) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("package");
        try {
            Path classes = home.resolve("classes");
            classesOfTheWindow(image, home, classes);
            Tools.execute(java(image, List.of("-Xshare:dump", "-XX:SharedClassListFile=" + classes,
                    "-XX:SharedArchiveFile=" + image.toRealPath().resolve("lib/app").resolve(NAME + ".jsa"))));
        } finally {
            Folders.removeAll(home);
        }
    }

    private void classesOfTheWindow(Path image, Path home, Path classes) throws IOException, InterruptedException {
        ProcessBuilder window = new ProcessBuilder(java(image, List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + classes,
                "-Duser.home=" + home, "-Dglass.platform=Headless", "-Djavafx.cachedir=" + home.resolve("javafx"))))
                .redirectErrorStream(true).redirectOutput(Redirect.to(out.resolve("window.log").toFile()));
        window.environment().putAll(Map.of("HOME", home.toString(), "XDG_CACHE_HOME", home.resolve("cache").toString(),
                "XDG_CONFIG_HOME", home.resolve("config").toString()));
        Process running = window.start();
        try {
            awaitWindow(running, home.resolve("cache/topic-workbench/topic-workbench.log"));
        } finally {
            running.destroy();
            running.waitFor();
        }
        String list = Files.readString(classes);
        Files.writeString(classes, list.substring(0, list.lastIndexOf('\n') + 1)); // the last line may have been cut off
        Files.delete(out.resolve("window.log"));
    }

    /** The image's own Java with the program, as its start script calls it. */
    private static List<String> java(Path image, List<String> options) throws IOException {
        Path real = image.toRealPath().resolve("lib");
        List<String> command = new ArrayList<>(List.of(real.resolve("runtime/bin/java").toString()));
        command.addAll(JAVA_OPTIONS);
        command.addAll(options);
        command.addAll(List.of("-jar", real.resolve("app").resolve(NAME + ".jar").toString()));
        return command;
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
        Folders.copyAll(image, root.resolve("opt").resolve(NAME));
        Path share = root.resolve("usr/share");
        Files.createDirectories(root.resolve("usr/bin"));
        Files.createSymbolicLink(root.resolve("usr/bin").resolve(NAME), Path.of("../../opt", NAME, "bin", NAME));
        Folders.copy(SOURCES.resolve("linux/" + NAME + ".desktop"), share.resolve("applications/" + NAME + ".desktop"));
        Folders.copy(SOURCES.resolve("linux/" + NAME + ".xml"), share.resolve("mime/packages/" + NAME + ".xml"));
        Folders.copy(SOURCES.resolve("icons/" + NAME + ".svg"), share.resolve("icons/hicolor/scalable/apps/" + NAME + ".svg"));
        for (Path icon : Folders.list(ICONS)) {
            String size = icon.getFileName().toString().replace(".png", "");
            Folders.copy(icon, share.resolve("icons/hicolor/" + size + "x" + size + "/apps/" + NAME + ".png"));
        }
        Path notices = share.resolve("doc/" + NAME);
        Folders.copy(Path.of("LICENSE"), notices.resolve("copyright"));
        Folders.copy(app.resolveSibling("classes").resolve("topicworkbench/ui/shell/libraries.txt"), notices.resolve("libraries.txt"));
        Path control = root.resolve("DEBIAN/control");
        Files.createDirectories(control.getParent());
        Files.writeString(control, Files.readString(SOURCES.resolve("linux/control")).replace("@VERSION@", version)
                .replace("@ARCHITECTURE@", Host.ARCHITECTURE).replace("@KILOBYTES@", Long.toString(Folders.sizeOf(root) >> 10)));
        Path deb = out.resolve(NAME + "_" + version + "_" + Host.ARCHITECTURE + ".deb");
        // zstd would be smaller, but dpkg has it from version 1.21.18 on only; the jars are compressed already
        Tools.execute(List.of("dpkg-deb", "--root-owner-group", "-Zgzip", "--build", root.toString(), deb.toString()));
        Folders.removeAll(root);
        return deb;
    }

    private Path installer(Path image) throws IOException, InterruptedException {
        Path association = out.resolve("twspec.properties");
        Files.writeString(association, "extension=twspec\nmime-type=application/x-topic-workbench-spec\n"
                + "description=Topic Workbench specification\n");
        List<String> command = new ArrayList<>(List.of(Tools.tool("jpackage"), "--type", host.installer(), "--name", TITLE,
                "--app-version", version, "--vendor", VENDOR, "--description", ABOUT, "--dest", out.toString(),
                "--app-image", image.toString(), "--license-file", "LICENSE", "--file-associations", association.toString()));
        command.addAll(host.installerOptions());
        Tools.execute(command);
        try (Stream<Path> made = Files.list(out)) {
            return made.filter(file -> file.toString().endsWith(host.installer())).findFirst().orElseThrow();
        }
    }

    private static void say(Path made) throws IOException {
        System.out.printf(Locale.ROOT, "%s: %,d MB%n", made, Files.size(made) >> 20);
    }
}
