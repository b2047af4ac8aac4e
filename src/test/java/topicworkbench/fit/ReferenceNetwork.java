package topicworkbench.fit;

import java.util.Map;
import topicworkbench.math.CsrCounts;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.RandomStream;

/**
 * The neural topic model's forward pass written as plainly as possible in double precision, from the graph in an
 * artifact: what the vectorised one and its gradients are held against. Batch normalisation by the batch's averages.
 */
final class ReferenceNetwork {
    private final NtmOptions options;
    private final Map<String, FloatMatrix> named;
    private final double klWeight;

    ReferenceNetwork(NtmOptions options, Map<String, FloatMatrix> named, double klWeight) {
        this.options = options;
        this.named = named;
        this.klWeight = klWeight;
    }

    /** Sum over documents of reconstruction + klWeight x KL. */
    double loss(CsrCounts counts, RandomStream noise) {
        double[][] mean = new double[counts.rows()][];
        double[][] logSigma = new double[counts.rows()][];
        for (int d = 0; d < counts.rows(); d++) {
            double[] h = hidden(counts, d);
            mean[d] = affine("mean", h);
            logSigma[d] = affine("logsigma", h);
        }
        if (options.batchNorm()) {
            normalize(mean, 1);
            normalize(logSigma, 0.5);
        }
        double loss = 0;
        for (int d = 0; d < counts.rows(); d++) {
            double tokens = counts.rowTotal(d);
            if (tokens > 0) {
                loss += (reconstruction(counts, d, latent(mean[d], logSigma[d], noise.substream(d)))
                        + klWeight * divergence(mean[d], logSigma[d])) / tokens;
            }
        }
        return loss;
    }

    /** What the encoder's last layer makes of a document. */
    private double[] hidden(CsrCounts counts, int d) {
        double[] h = new double[counts.columns()];
        for (int i = counts.rowStarts()[d]; i < counts.rowStarts()[d + 1]; i++) {
            int count = counts.counts()[i];
            h[counts.columnIndices()[i]] = options.logInput() ? Math.log1p(count) : count;
        }
        for (int layer = 0; named.containsKey("enc_" + layer + "_weight"); layer++) {
            h = affine("enc_" + layer, h);
            for (int j = 0; j < h.length; j++) {
                h[j] = switch (options.activation()) {
                    case SIGMOID -> 1 / (1 + Math.exp(-h[j]));
                    case TANH -> Math.tanh(h[j]);
                    case RELU -> Math.max(0, h[j]);
                };
            }
        }
        return h;
    }

    /** Of one document's scored words, its topics taken from the observed ones without noise, by moving averages. */
    double logLikelihood(CsrCounts observed, CsrCounts scored, int d) {
        double[] mean = affine("mean", hidden(observed, d));
        if (options.batchNorm()) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] = (mean[k] - named.get("mean_moving_mean").get(0, k))
                        / Math.sqrt(named.get("mean_moving_var").get(0, k) + 1e-3);
            }
        }
        return -reconstruction(scored, d, toWeights(mean));
    }

    private double[] affine(String layer, double[] x) {
        FloatMatrix weight = named.get(layer + "_weight");
        float[] bias = named.get(layer + "_bias").values();
        double[] y = new double[weight.rows()];
        for (int o = 0; o < y.length; o++) {
            y[o] = bias[o];
            for (int i = 0; i < x.length; i++) {
                if (x[i] != 0) {
                    y[o] += x[i] * weight.get(o, i);
                }
            }
        }
        return y;
    }

    private static void normalize(double[][] x, double deviation) {
        for (int k = 0; k < x[0].length; k++) {
            double mean = 0;
            double variance = 0;
            for (double[] row : x) {
                mean += row[k] / x.length;
            }
            for (double[] row : x) {
                variance += (row[k] - mean) * (row[k] - mean) / x.length;
            }
            for (double[] row : x) {
                row[k] = deviation * (row[k] - mean) / Math.sqrt(variance + 1e-3);
            }
        }
    }

    private double[] latent(double[] mean, double[] logSigma, RandomStream noise) {
        double[] z = new double[mean.length];
        for (int k = 0; k < z.length; k++) {
            z[k] = mean[k] + Math.exp(logSigma[k]) * (float) noise.nextGaussian();
        }
        return toWeights(z);
    }

    private double[] toWeights(double[] standard) {
        double[] z = java.util.Arrays.stream(standard).map(v -> options.priorDeviation() * v).toArray();
        return switch (options.latent()) {
            case RELU -> {
                for (int k = 0; k < z.length; k++) {
                    z[k] = Math.max(0, z[k]);
                }
                yield z;
            }
            case SOFTMAX -> softmax(z);
        };
    }

    private static double divergence(double[] mean, double[] logSigma) {
        double sum = 0;
        for (int k = 0; k < mean.length; k++) {
            sum += 1 - mean[k] * mean[k] + 2 * logSigma[k] - Math.exp(2 * logSigma[k]);
        }
        return -0.5 * sum;
    }

    private double reconstruction(CsrCounts counts, int d, double[] z) {
        double[] p = switch (options.decoder()) {
            case LOGITS -> softmax(affine("projection", z));
            case MIXTURE -> mixture(z);
        };
        double sum = 0;
        for (int i = counts.rowStarts()[d]; i < counts.rowStarts()[d + 1]; i++) {
            sum -= counts.counts()[i] * Math.log(p[counts.columnIndices()[i]]);
        }
        return sum;
    }

    private double[] mixture(double[] z) {
        FloatMatrix weight = named.get("projection_weight");
        float[] bias = named.get("projection_bias").values();
        double[] p = new double[bias.length];
        for (int k = 0; k < z.length; k++) {
            double[] logits = new double[p.length];
            for (int w = 0; w < p.length; w++) {
                logits[w] = (double) weight.get(w, k) + bias[w];
            }
            double[] topic = softmax(logits);
            for (int w = 0; w < p.length; w++) {
                p[w] += z[k] * topic[w];
            }
        }
        return p;
    }

    private static double[] softmax(double[] x) {
        double max = java.util.Arrays.stream(x).max().orElseThrow();
        double[] e = java.util.Arrays.stream(x).map(v -> Math.exp(v - max)).toArray();
        double sum = java.util.Arrays.stream(e).sum();
        return java.util.Arrays.stream(e).map(v -> v / sum).toArray();
    }
}
