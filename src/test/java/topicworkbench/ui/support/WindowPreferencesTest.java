package topicworkbench.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowPreferencesTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsSavedComesBack() {
        Path file = folder.resolve("new/window.json");
        WindowPreferences preferences = WindowPreferences.open(file);
        preferences.setAppearance(Appearance.DARK);
        preferences.setWindow(1500, 900, false);
        preferences.setSize("explore.room", 0.4);
        preferences.save();
        WindowPreferences again = WindowPreferences.open(file);
        assertThat(again.appearance()).isEqualTo(Appearance.DARK);
        assertThat(again.width()).isEqualTo(1500);
        assertThat(again.size("explore.room", 0.6)).isEqualTo(0.4);
        assertThat(again.size("another", 0.6)).isEqualTo(0.6);
    }

    @Test
    void aMaximizedWindowRemembersTheSizeItWillShrinkTo() {
        WindowPreferences preferences = WindowPreferences.open(folder.resolve("window.json"));
        preferences.setWindow(1920, 1080, true);
        assertThat(preferences.width()).isEqualTo(1280);
        assertThat(preferences.maximized()).isTrue();
    }

    @Test
    void settingsFromBeforeThereWasAnAwsProfileAreKept() throws IOException {
        Path file = Files.writeString(folder.resolve("window.json"),
                "{\"settings\": {\"workspace\": \"/runs\", \"threads\": 2, \"memory\": 0, \"wordVectors\": \"\"}}");
        assertThat(WindowPreferences.open(file).settings()).isEqualTo(new ProgramSettings("/runs", 2, 0, "", "", "", ""));
    }

    @Test
    void aDamagedFileCountsAsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("window.json"), "{\"appearance\": \"PINK\", \"width\":");
        assertThat(WindowPreferences.open(file).appearance()).isEqualTo(Appearance.SYSTEM);
        Path strange = Files.writeString(folder.resolve("strange.json"), "{\"appearance\": \"PINK\"}");
        assertThat(WindowPreferences.open(strange).appearance()).isEqualTo(Appearance.SYSTEM);
    }

    @Test
    void aWindowThatCannotRememberStillWorks() throws IOException {
        Path file = folder.resolve("window.json");
        Files.createDirectories(file.resolve("in the way"));
        WindowPreferences preferences = WindowPreferences.open(file);
        preferences.setAppearance(Appearance.DARK);
        preferences.save();
        assertThat(preferences.appearance()).isEqualTo(Appearance.DARK);
        assertThat(folder).isDirectoryNotContaining("glob:**.{partial,tmp}");
    }
}
