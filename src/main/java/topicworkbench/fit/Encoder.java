package topicworkbench.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import topicworkbench.math.RandomStream;
import topicworkbench.math.Threads;
import topicworkbench.math.VectorKernels;

/** From counts to the mean and logsigma of the documents' latent variables. */
final class Encoder {
    private final SparseInputLayer input;
    private final List<DenseLayer> hidden = new ArrayList<>();
    private final DenseLayer meanHead;
    private final DenseLayer logSigmaHead;
    private final Optional<BatchNormalization> meanNorm;
    private final Optional<BatchNormalization> logSigmaNorm;
    private final ActivationFunction activation;
    private final Threads threads;
    /** For each layer the outputs of a batch's documents and their gradients. */
    private final float[][] outputs;
    private final float[][] gradients;
    private final float[][] scratch;

    Encoder(NtmOptions options, VocabularyTiles tiles, int capacity, Threads threads) {
        List<Integer> widths = widths(options);
        this.threads = threads;
        this.activation = new ActivationFunction(options.activation());
        this.input = new SparseInputLayer("enc_0", tiles.terms(), widths.getFirst(), options.logInput(),
                options.inputDropout());
        for (int i = 1; i < widths.size(); i++) {
            hidden.add(new DenseLayer("enc_" + i, widths.get(i - 1), widths.get(i)));
        }
        this.meanHead = new DenseLayer("mean", widths.getLast(), options.topics());
        this.logSigmaHead = new DenseLayer("logsigma", widths.getLast(), options.topics());
        // normalising logsigma to deviation 1/2 is normalising the log variance to 1
        this.meanNorm = normalization(options, "mean", 1);
        this.logSigmaNorm = normalization(options, "logsigma", 0.5f);
        this.outputs = widths.stream().map(w -> new float[Math.multiplyExact(capacity, VectorKernels.padded(w))])
                .toArray(float[][]::new);
        this.gradients = Stream.of(outputs).map(float[]::clone).toArray(float[][]::new);
        int most = Stream.concat(hidden.stream(), Stream.of(meanHead)).mapToInt(DenseLayer::scratchSize).max()
                .orElseThrow();
        this.scratch = new float[threads.count()][Math.max(most, input.scratchSize(tiles))];
    }

    /** Widths of the hidden layers, with SageMaker's meaning of {@code auto}. */
    static List<Integer> widths(NtmOptions options) {
        return options.encoderLayers().isEmpty() ? List.of(3 * options.topics(), 2 * options.topics())
                : options.encoderLayers();
    }

    private static Optional<BatchNormalization> normalization(NtmOptions options, String name, float deviation) {
        return options.batchNorm() ? Optional.of(new BatchNormalization(name, options.topics(), deviation))
                : Optional.empty();
    }

    /** What the update rule trains. */
    List<Parameter> parameters() {
        return Stream.of(input.parameters().stream(), hidden.stream().flatMap(l -> l.parameters().stream()),
                meanHead.parameters().stream(), logSigmaHead.parameters().stream()).flatMap(s -> s).toList();
    }

    /** What training leaves behind besides: the moving averages of the normalisation. */
    List<Parameter> averages() {
        return Stream.concat(meanNorm.stream(), logSigmaNorm.stream()).flatMap(n -> n.parameters().stream()).toList();
    }

    /**
     * Writes mean and logsigma.
     *
     * @param noise while learning, which hides inputs and normalises by the batch's own averages; null otherwise
     */
    void forward(DocumentBatch batch, GaussianLatent latent, RandomStream noise) {
        boolean learning = noise != null;
        input.reserve(batch);
        DocumentBlocks.run(threads, batch.size, (from, to) -> {
            input.forward(batch, outputs[0], from, to, noise);
            activation.apply(outputs[0], from * input.stride(), (to - from) * input.stride());
            int stride = input.stride();
            for (int i = 0; i < hidden.size(); i++) {
                DenseLayer layer = hidden.get(i);
                layer.forward(outputs[i], stride, outputs[i + 1], from, to);
                stride = layer.stride();
                activation.apply(outputs[i + 1], from * stride, (to - from) * stride);
            }
            meanHead.forward(outputs[hidden.size()], stride, latent.mean, from, to);
            logSigmaHead.forward(outputs[hidden.size()], stride, latent.logSigma, from, to);
            if (!learning) {
                meanNorm.ifPresent(n -> n.apply(latent.mean, from, to));
                logSigmaNorm.ifPresent(n -> n.apply(latent.logSigma, from, to));
            }
        });
        if (learning) {
            meanNorm.ifPresent(n -> n.learn(latent.mean, batch.size));
            logSigmaNorm.ifPresent(n -> n.learn(latent.logSigma, batch.size));
        }
    }

    /** From the gradients of mean and logsigma to those of every layer's outputs. */
    void backward(DocumentBatch batch, GaussianLatent latent) {
        meanNorm.ifPresent(n -> n.backward(latent.mean, latent.meanGradient, batch.size));
        logSigmaNorm.ifPresent(n -> n.backward(latent.logSigma, latent.logSigmaGradient, batch.size));
        DocumentBlocks.run(threads, batch.size, (from, to) -> {
            int last = hidden.size();
            meanHead.backward(latent.meanGradient, gradients[last], strideOf(last), from, to, false);
            logSigmaHead.backward(latent.logSigmaGradient, gradients[last], strideOf(last), from, to, true);
            for (int i = last; i >= 0; i--) {
                int stride = strideOf(i);
                activation.multiplyByDerivative(outputs[i], gradients[i], from * stride, (to - from) * stride);
                if (i > 0) {
                    hidden.get(i - 1).backward(gradients[i], gradients[i - 1], strideOf(i - 1), from, to, false);
                }
            }
        });
    }

    private int strideOf(int layer) {
        return layer == 0 ? input.stride() : hidden.get(layer - 1).stride();
    }

    /** One layer's update, in blocks that do not touch each other. */
    private record Update(int blocks, Threads.Block work) { }

    /** Updates all weights from the gradients of the last {@link #backward}. */
    void update(DocumentBatch batch, GaussianLatent latent, UpdateRule rule) {
        List<Update> updates = new ArrayList<>();
        updates.add(new Update(batch.tiles.count(), (tile, worker) ->
                input.update(rule, tile, batch, gradients[0], scratch[worker])));
        for (int i = 0; i < hidden.size(); i++) {
            updates.add(update(hidden.get(i), i, gradients[i + 1], batch, rule));
        }
        updates.add(update(meanHead, hidden.size(), latent.meanGradient, batch, rule));
        updates.add(update(logSigmaHead, hidden.size(), latent.logSigmaGradient, batch, rule));
        int[] owner = IntStream.range(0, updates.size())
                .flatMap(u -> IntStream.range(0, updates.get(u).blocks).map(b -> u)).toArray();
        int[] first = new int[updates.size()];
        for (int u = 1; u < first.length; u++) {
            first[u] = first[u - 1] + updates.get(u - 1).blocks;
        }
        threads.run(owner.length, (block, worker) -> {
            int u = owner[block];
            updates.get(u).work.run(block - first[u], worker);
        });
    }

    private Update update(DenseLayer layer, int inputLayer, float[] outputGradient, DocumentBatch batch,
            UpdateRule rule) {
        return new Update(layer.updateBlocks(), (block, worker) -> layer.update(rule, block, batch.size,
                outputs[inputLayer], strideOf(inputLayer), outputGradient, scratch[worker]));
    }
}
