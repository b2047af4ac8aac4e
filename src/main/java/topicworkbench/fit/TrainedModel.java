package topicworkbench.fit;

import java.util.Map;
import topicworkbench.math.FloatMatrix;
import topicworkbench.topic.TopicModel;

/**
 * A trained model and what is needed to apply it to new documents.
 *
 * @param model      topics and the documents' topics
 * @param parameters the trained arrays by name, SageMaker's names where it has them; vectors are 1 x n
 * @param best       figures of the epoch whose weights were kept
 * @param epochsRun  epochs or sweeps done
 */
public record TrainedModel(TopicModel model, Map<String, FloatMatrix> parameters, EpochMetrics best, int epochsRun) { }
