package topicworkbench.export.file;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import topicworkbench.chart.PictureOptions;
import topicworkbench.workspace.RunFolder;

/**
 * What of a run is written, and how.
 *
 * @param formats  at least one
 * @param pictures how charts look; their format is set for each
 * @param compared the run that the deck sets beside it
 * @param force    whether files of the same names may be replaced
 */
public record ExportOptions(Set<ExportFormat> formats, PictureOptions pictures, Optional<RunFolder> compared, boolean force) {

    public ExportOptions {
        formats = Collections.unmodifiableSet(EnumSet.copyOf(formats));
    }
}
