package topicworkbench.glue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import topicworkbench.failure.ExplainedException;

/** Files in S3 or on a disk, by their full names. */
record JobFiles(Configuration hadoop) {

    /** The files below a folder, or the one that is named, in order of their names. */
    List<String> list(String place) throws IOException {
        List<Path> files = new ArrayList<>();
        try {
            RemoteIterator<LocatedFileStatus> found = system(place).listFiles(new Path(place), true);
            while (found.hasNext()) {
                LocatedFileStatus file = found.next();
                if (file.isFile()) {
                    files.add(file.getPath());
                }
            }
        } catch (FileNotFoundException e) {
            throw nothing(place, e);
        }
        if (files.isEmpty()) {
            throw nothing(place, null);
        }
        files.sort(Comparator.comparing(Path::toString));
        return files.stream().map(Path::toString).toList();
    }

    private static ExplainedException nothing(String place, Exception cause) {
        return new ExplainedException("There are no files in " + place + ".",
                "Launch the run again; its reviews are uploaded first.", cause);
    }

    String read(String file) throws IOException {
        try (var in = system(file).open(new Path(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (FileNotFoundException e) {
            throw new ExplainedException("There is no file " + file + ".", "Launch the run again with the program.", e);
        }
    }

    void write(String file, String text) throws IOException {
        try (OutputStream out = system(file).create(new Path(file), true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Writes a table as a single file of this name. */
    void writeOne(Dataset<Row> table, String file) throws IOException {
        String parts = file + ".parts";
        FileSystem system = system(file);
        table.coalesce(1).write().mode(SaveMode.Overwrite).parquet(parts);
        String part = list(parts).stream().filter(name -> name.endsWith(".parquet")).findFirst().orElseThrow();
        system.delete(new Path(file), true);
        if (!system.rename(new Path(part), new Path(file))) { // the parts stay: they are all there is of the table
            throw new ExplainedException("The table " + file + " could not be given its name.", "Resume the run.");
        }
        system.delete(new Path(parts), true);
    }

    /** What lies beside a folder: the results of a job that are no table for the next one. */
    static String beside(String folder, String name) {
        return new Path(new Path(folder).getParent(), name).toString();
    }

    /** Brings a file onto this machine. */
    void fetch(String file, java.nio.file.Path target) throws IOException {
        system(file).copyToLocalFile(false, new Path(file), new Path(target.toUri()), true);
    }

    private FileSystem system(String file) throws IOException {
        return new Path(file).getFileSystem(hadoop);
    }
}
