package topicworkbench.run.aws.platform;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What CodeBuild makes the image of: the Dockerfile, how to build it, and the program. */
public final class ImageArchive {
    static final String NAME = "image.zip";
    /** Of every file within, so that equal files give equal archives: 1 January 2020. */
    static final long TIME = 1_577_836_800_000L;

    private final List<ReleaseFile> files;

    ImageArchive(ProgramFiles program) throws IOException {
        files = new ArrayList<>();
        files.add(ReleaseFile.of("Dockerfile", PackedTemplate.bytes("processing/Dockerfile")));
        files.add(ReleaseFile.of("buildspec.yml", PackedTemplate.bytes("processing/buildspec.yml")));
        program.files().forEach(file -> files.add(new ReleaseFile("app/" + file.name(), file.source())));
    }

    /** Those within, in order. */
    List<ReleaseFile> files() {
        return List.copyOf(files);
    }

    /** Jars are compressed already, so nothing is compressed again. */
    void writeTo(Path target) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
            zip.setLevel(0);
            for (ReleaseFile file : files) {
                ZipEntry entry = new ZipEntry(file.name());
                entry.setLastModifiedTime(FileTime.fromMillis(TIME));
                zip.putNextEntry(entry);
                try (InputStream in = file.source().open()) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
            }
        }
    }
}
