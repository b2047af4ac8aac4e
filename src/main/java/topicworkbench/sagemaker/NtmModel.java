package topicworkbench.sagemaker;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import topicworkbench.math.FloatMatrix;

/**
 * What a host of SageMaker's NTM leaves: a zip, stored and not compressed, of {@code meta.json}, {@code symbol.json} (the
 * network as MXNet's graph) and {@code params}.
 *
 * @param hyperparameters as the job ran with them, all as text
 * @param parameters      trained arrays by name, weights outputs x inputs, vectors 1 x n
 */
public record NtmModel(Map<String, String> hyperparameters, Map<String, FloatMatrix> parameters) implements HostModel {
    private static final String META = "meta.json";
    private static final String SYMBOL = "symbol.json";
    private static final String PARAMS = "params";
    private static final String TRAINED = "arg:";
    private static final String PROJECTION = "projection_weight";
    private static final String ACTIVATION = "encoder_layers_activation";
    /** Bytes of meta.json, which holds a few hundred. */
    private static final int LONGEST_META = 1 << 16;
    /** The service's own limits. */
    private static final int MOST_TERMS = 1_000_000;
    private static final int MOST_TOPICS = 1000;

    /** @throws IllegalArgumentException if the topics are missing, or an array holds what is no number */
    public NtmModel {
        hyperparameters = new TreeMap<>(hyperparameters);
        parameters = new LinkedHashMap<>(parameters);
        FloatMatrix projection = parameters.get(PROJECTION);
        if (projection == null) {
            throw new IllegalArgumentException("there is no array " + PROJECTION);
        }
        requireSize(projection.columns(), projection.rows());
        parameters.forEach((name, array) -> {
            for (float value : array.values()) {
                if (!Float.isFinite(value)) {
                    throw new IllegalArgumentException("the array " + name + " holds what is no number, as after a training"
                            + " that diverged");
                }
            }
        });
    }

    static void requireSize(int topics, int terms) {
        if (topics < 2 || topics > MOST_TOPICS || terms < 1 || terms > MOST_TERMS) {
            throw new IllegalArgumentException(topics + " topics of " + terms + " terms are beyond the service's limits");
        }
    }

    @Override
    public String algorithm() {
        return "ntm";
    }

    @Override
    public int topics() {
        return parameters.get(PROJECTION).columns();
    }

    @Override
    public int terms() {
        return parameters.get(PROJECTION).rows();
    }

    /**
     * Widths of the encoder's layers, as the arrays have them.
     *
     * @throws IllegalArgumentException if the arrays are not those of the network that the service trains without
     *                                  {@code batch_norm}, the only one of which it is known
     */
    public List<Integer> encoderLayers() {
        return NtmGraph.encoderLayers(parameters);
    }

    @Override
    public byte[] bytes() throws IOException {
        List<Integer> layers = encoderLayers();
        JsonObject training = new JsonObject();
        hyperparameters.forEach(training::addProperty);
        JsonObject meta = new JsonObject();
        meta.add("training_parameters", training);
        meta.addProperty("version", 1);
        meta.addProperty("epoch_number", 1);
        Map<String, MxnetArray> arrays = new LinkedHashMap<>();
        parameters.forEach((name, matrix) -> arrays.put(TRAINED + name, name.endsWith("_weight") ? MxnetArray.of(matrix)
                : MxnetArray.ofFloats(List.of(matrix.columns()), matrix.values())));
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put(META, new Gson().toJson(meta).getBytes(StandardCharsets.UTF_8));
        members.put(SYMBOL, NtmGraph.json(layers, hyperparameters.getOrDefault(ACTIVATION, "sigmoid"), topics(), terms())
                .getBytes(StandardCharsets.UTF_8));
        members.put(PARAMS, MxnetArrays.write(arrays));
        return StoredZip.write(members);
    }

    static boolean begins(byte[] bytes) {
        return StoredZip.begins(bytes);
    }

    /** @throws IOException if the bytes are something else, or unpack to much more than they are */
    static NtmModel of(byte[] bytes) throws IOException {
        Map<String, byte[]> members = StoredZip.read(bytes);
        if (!members.keySet().containsAll(List.of(PARAMS, META))) {
            throw new IOException("params or meta.json is missing");
        }
        try {
            return new NtmModel(hyperparameters(members.get(META)), MxnetArrays.matrices(members.get(PARAMS)));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The part of meta.json that is read. */
    private record Meta(@SerializedName("training_parameters") Map<String, String> trainingParameters) { }

    private static Map<String, String> hyperparameters(byte[] json) throws IOException {
        if (json.length > LONGEST_META) {
            throw new IOException("meta.json is longer than " + LONGEST_META + " bytes");
        }
        try {
            Meta meta = new Gson().fromJson(new String(json, StandardCharsets.UTF_8), Meta.class);
            if (meta == null || meta.trainingParameters == null) {
                throw new IOException("meta.json has no training_parameters");
            }
            meta.trainingParameters.values().removeIf(value -> value == null);
            return meta.trainingParameters;
        } catch (JsonParseException e) {
            throw new IOException("meta.json is not JSON", e);
        }
    }
}
