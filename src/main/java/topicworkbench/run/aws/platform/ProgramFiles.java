package topicworkbench.run.aws.platform;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The running program as the image takes it: its own classes in one jar, beside it the libraries that jobs need. Works from
 * an installed program and from a build folder alike.
 */
public final class ProgramFiles {
    static final String JAR = "topic-workbench.jar";
    /** What only the window, the exports and the cloud's clients need. */
    private static final Pattern NOT_IN_JOBS = Pattern.compile("(javafx|atlantafx|ikonli|flatlaf|jfreechart|batik|xmlgraphics"
            + "|xml-apis|graphics2d|pdfbox|fontbox|poi|xmlbeans|commonmark|picocli|netty|httpclient|httpcore"
            + "|aws-core|sagemaker|cloudformation|cloudwatch|codebuild|ecr|s3|sfn|sns|sso|ssooidc|sts|pricing|servicequotas"
            + "|resourcegroupstaggingapi|glue|apache-client).*\\.jar");

    private final Path own;
    private final List<Path> libraries;

    /** @param own jar or folder of classes; @param libraries jars that it needs */
    public ProgramFiles(Path own, List<Path> libraries) {
        this.own = own;
        this.libraries = List.copyOf(libraries);
    }

    /** Of the program that runs. */
    static ProgramFiles running() {
        try {
            Path own = Path.of(ProgramFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return new ProgramFiles(own, Files.isDirectory(own) ? onClassPath(own) : besideJar(own));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> onClassPath(Path own) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of)
                .filter(path -> path.toString().endsWith(".jar") && !path.equals(own)).toList();
    }

    private static List<Path> besideJar(Path own) throws IOException {
        try (JarFile jar = new JarFile(own.toFile())) {
            String path = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return path == null ? List.of() : Stream.of(path.split(" ")).map(own::resolveSibling).filter(Files::exists).toList();
        }
    }

    /** The jar or folder that the program runs from. */
    Path own() {
        return own;
    }

    /** Names as in the image's folder {@code app/}, in order. */
    List<ReleaseFile> files() throws IOException {
        List<ReleaseFile> files = new ArrayList<>();
        List<Path> needed = libraries.stream().filter(path -> !NOT_IN_JOBS.matcher(path.getFileName().toString()).matches())
                .sorted(Comparator.comparing(path -> path.getFileName().toString())).toList();
        files.add(Files.isDirectory(own) ? ReleaseFile.of(JAR, packed(needed)) : ReleaseFile.of(JAR, own));
        needed.forEach(path -> files.add(ReleaseFile.of("lib/" + path.getFileName(), path)));
        return files;
    }

    /** The same classes give the same bytes, whenever they were compiled. */
    private byte[] packed(List<Path> needed) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH,
                needed.stream().map(path -> "lib/" + path.getFileName()).collect(Collectors.joining(" ")));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes); Stream<Path> tree = Files.walk(own)) {
            put(jar, JarFile.MANIFEST_NAME, out -> manifest.write(out));
            for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                put(jar, own.relativize(file).toString().replace(File.separatorChar, '/'), out -> Files.copy(file, out));
            }
        }
        return bytes.toByteArray();
    }

    private interface Writing {
        void to(JarOutputStream out) throws IOException;
    }

    private static void put(JarOutputStream jar, String name, Writing content) throws IOException {
        JarEntry entry = new JarEntry(name);
        entry.setLastModifiedTime(FileTime.fromMillis(ImageArchive.TIME));
        jar.putNextEntry(entry);
        content.to(jar);
        jar.closeEntry();
    }
}
