package topicworkbench.topic;

import topicworkbench.corpus.Vocabulary;
import topicworkbench.math.FloatMatrix;

/**
 * What training found: which words each topic uses and which topics each document uses.
 *
 * @param vocabulary    the terms
 * @param topicTerm     topics x terms; each row is a probability distribution
 * @param documentTopic documents x topics, documents in the corpus's order; each row is a probability distribution
 */
public record TopicModel(Vocabulary vocabulary, FloatMatrix topicTerm, FloatMatrix documentTopic) {

    public TopicModel {
        if (topicTerm.columns() != vocabulary.size() || documentTopic.columns() != topicTerm.rows()) {
            throw new IllegalArgumentException("topic-term " + topicTerm.rows() + " x " + topicTerm.columns()
                    + ", document-topic " + documentTopic.rows() + " x " + documentTopic.columns() + ", vocabulary "
                    + vocabulary.size());
        }
    }

    public int topics() {
        return topicTerm.rows();
    }
}
