package topicworkbench.cli;

import java.util.ArrayList;
import java.util.List;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Setting;
import topicworkbench.run.Settings;

/** The settings of {@code --set}, as the help of run lists them. */
final class SettingsHelp {

    private SettingsHelp() { }

    /** @param examples stand before the list */
    static String[] lines(String... examples) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(List.of(examples));
        lines.add("");
        lines.add("Settings for --set, with their defaults and what they accept:");
        for (Setting setting : Settings.all()) {
            String algorithm = setting.algorithm() == null ? RunSpecs.NTM : setting.algorithm();
            String only = setting.algorithm() == null ? "" : " (" + setting.algorithm() + " only)";
            lines.add("  " + setting.name() + "=" + setting.defaultText(algorithm));
            lines.add("      " + setting.help() + only + ". Give " + setting.range() + ".");
        }
        return lines.stream().map(line -> line.replace("%", "%%")).toArray(String[]::new);
    }
}
