package topicworkbench.run.aws.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * What this program deploys besides the stacks: the archive that the image is made of, the Spark jobs, the state machine. Its
 * name holds the hash of all content, so that equal content is uploaded and built once only.
 *
 * @param name  of the folder {@code releases/<name>/} in the tools bucket, and the image's tag
 * @param image of the processing jobs
 * @param files besides the image's archive
 */
public record Release(String name, ImageArchive image, List<ReleaseFile> files) {
    private static final int HASH_DIGITS = 16;

    /**
     * @param program  that goes into the image
     * @param sparkJar the Spark jobs
     */
    public static Release of(ProgramFiles program, ReleaseFile sparkJar) throws IOException {
        List<ReleaseFile> files = List.of(
                new ReleaseFile("glue/topic-workbench-glue.jar", sparkJar.source()),
                packed("glue/ingest.scala", "glue/ingest.scala"),
                packed("glue/prepare.scala", "glue/prepare.scala"),
                packed("topic-pipeline.asl.json", "statemachine/topic-pipeline.asl.json"));
        ImageArchive image = new ImageArchive(program);
        List<ReleaseFile> all = new ArrayList<>(image.files());
        all.addAll(files);
        MessageDigest digest = ReleaseFile.sha256();
        for (ReleaseFile file : all) {
            digest.update((file.name() + " " + file.hash() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        String hash = HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
        String version = Release.class.getPackage().getImplementationVersion();
        return new Release((version == null ? "source" : version) + "-" + hash, image, files);
    }

    /** Of the program that runs; reckoned once, since all its files are read for it. */
    public static Release own() {
        return OwnRelease.get();
    }

    private static ReleaseFile packed(String name, String template) {
        return ReleaseFile.of(name, PackedTemplate.bytes(template));
    }

    String folder() {
        return "releases/" + name + "/";
    }

    String imageKey() {
        return folder() + ImageArchive.NAME;
    }
}
