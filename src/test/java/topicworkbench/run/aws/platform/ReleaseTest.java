package topicworkbench.run.aws.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.jar.JarInputStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release is named by what is in it, whenever and wherever it was packed. */
class ReleaseTest {
    @TempDir
    private Path folder;

    private Release release(String code) throws Exception {
        Files.createDirectories(folder.resolve("classes/a"));
        Files.writeString(folder.resolve("classes/a/Code.class"), code);
        Path library = Files.writeString(folder.resolve("gson-2.jar"), "library");
        Path window = Files.writeString(folder.resolve("javafx-controls-26.jar"), "window");
        return Release.of(new ProgramFiles(folder.resolve("classes"), List.of(window, library)), ReleaseFile.of("spark", new byte[] {1}));
    }

    @Test
    void equalContentHasOneName() throws Exception {
        Release first = release("one");
        Files.setLastModifiedTime(folder.resolve("classes/a/Code.class"), FileTime.fromMillis(0));
        assertThat(release("one").name()).isEqualTo(first.name());
        assertThat(release("two").name()).isNotEqualTo(first.name());
        assertThat(first.name()).matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    }

    @Test
    void theArchiveHoldsWhatTheImageNeedsAndNoMore() throws Exception {
        Path archive = folder.resolve("image.zip");
        release("one").image().writeTo(archive);
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName())).containsExactly("Dockerfile", "buildspec.yml",
                    "app/topic-workbench.jar", "app/lib/gson-2.jar");
            byte[] jar = zip.getInputStream(zip.getEntry("app/topic-workbench.jar")).readAllBytes();
            try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar))) {
                assertThat(in.getManifest().getMainAttributes().getValue("Class-Path")).isEqualTo("lib/gson-2.jar");
                assertThat(in.getNextJarEntry().getName()).isEqualTo("a/Code.class");
            }
        }
    }

    @Test
    void readsItsTemplatesAsTheyAre() {
        String platform = PackedTemplate.text("cloudformation/platform.yml");
        String workflow = PackedTemplate.text("cloudformation/workflow.yml");
        assertThat(platform.length()).isLessThan(StackDefinition.LONGEST_TEMPLATE);
        assertThat(workflow.length()).isLessThan(StackDefinition.LONGEST_TEMPLATE);
        assertThat(PackedTemplate.resources(platform)).extracting(PackedTemplate.Resource::type).contains("AWS::S3::Bucket",
                "AWS::CodeBuild::Project").hasSize((int) platform.lines().filter(line -> line.matches(" {4}Type: AWS::.*")).count());
        assertThat(PackedTemplate.resources(workflow)).contains(
                new PackedTemplate.Resource("Pipeline", "AWS::StepFunctions::StateMachine", null),
                new PackedTemplate.Resource("StartOnFile", "AWS::Events::Rule", "StartsAutomatically"))
                .hasSize((int) workflow.lines().filter(line -> line.matches(" {4}Type: AWS::.*")).count());
        assertThat(AwsPlatform.regions()).contains("eu-west-1", "us-east-1", "us-gov-west-1").hasSize(33);
    }
}
