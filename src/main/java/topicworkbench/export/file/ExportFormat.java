package topicworkbench.export.file;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import topicworkbench.failure.InvalidOptionException;

/** As what a run can be taken along. */
public enum ExportFormat {
    /** Slides. */
    PPTX,
    /** A report that is read in a browser. */
    HTML,
    /** A notebook for Jupyter. */
    IPYNB,
    /** Charts. */
    PNG, SVG, PDF,
    /** Tables. */
    CSV, PARQUET, JSON;

    private static final Set<ExportFormat> ONE_FILE = EnumSet.of(PPTX, HTML, IPYNB);

    /** As people write it, and as file names end. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a run makes one file of it. */
    public boolean isOneFile() {
        return ONE_FILE.contains(this);
    }

    /** @throws InvalidOptionException that lists the formats, if there is none of this name */
    public static ExportFormat of(String key) {
        return Arrays.stream(values()).filter(format -> format.key().equals(key.strip().toLowerCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> new InvalidOptionException("format", "There is no format \"" + key + "\".",
                        "Choose among " + Arrays.stream(values()).map(ExportFormat::key).collect(Collectors.joining(", ")) + "."));
    }
}
