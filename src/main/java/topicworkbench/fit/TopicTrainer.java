package topicworkbench.fit;

import topicworkbench.corpus.Corpus;

/** Trains a topic model. Same corpus, options and seed give the same bits on any number of threads. */
public interface TopicTrainer {

    /**
     * @param corpus   what to learn from; only its training documents are learnt, all documents get topics
     * @param listener hears every epoch on the calling thread, may stop or cancel the training
     * @return the model of the best epoch, with the topics of every document
     * @throws topicworkbench.failure.ExplainedException if the corpus is too small for the options, or training
     *                                                   diverges
     */
    TrainedModel train(Corpus corpus, TrainingListener listener);
}
