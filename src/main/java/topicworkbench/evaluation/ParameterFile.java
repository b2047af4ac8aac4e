package topicworkbench.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import topicworkbench.failure.ExplainedException;
import topicworkbench.files.AtomicFile;
import topicworkbench.math.FloatMatrix;
import topicworkbench.sagemaker.MxnetArray;
import topicworkbench.sagemaker.MxnetArrays;

/** The trained arrays as SageMaker's NTM keeps them: a list of named MXNet arrays, vectors with one extent. */
public final class ParameterFile {
    private static final String TRAINED = "arg:";

    private ParameterFile() { }

    public static void write(Path target, Map<String, FloatMatrix> parameters) {
        Map<String, MxnetArray> arrays = new TreeMap<>();
        parameters.forEach((name, matrix) -> arrays.put(TRAINED + name, matrix.rows() == 1
                ? MxnetArray.ofFloats(List.of(matrix.columns()), matrix.values()) : MxnetArray.of(matrix)));
        AtomicFile.write(target, temporary -> Files.write(temporary, MxnetArrays.write(arrays)));
    }

    /** @throws ExplainedException if the file is missing or damaged */
    public static Map<String, FloatMatrix> read(Path file) {
        try {
            return MxnetArrays.matrices(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ExplainedException("The trained model " + file + " cannot be read.",
                    "Bring it back from a backup, or run again with the run's spec.json.", e);
        }
    }
}
