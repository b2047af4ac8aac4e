package topicworkbench.evaluation;

import java.util.Map;
import topicworkbench.corpus.Corpus;
import topicworkbench.math.FloatMatrix;
import topicworkbench.topic.TopicModel;
import topicworkbench.workspace.DocumentTables;
import topicworkbench.workspace.ModelTables;
import topicworkbench.workspace.RunFiles;

/** What a run keeps of a trained model: its arrays, the words of its topics, the topics of its documents. */
public final class ModelFiles {

    private ModelFiles() { }

    /** @param corpus whose documents the model's document-topic matrix is about */
    public static void write(RunFiles files, TopicModel model, Map<String, FloatMatrix> parameters, Corpus corpus) {
        ParameterFile.write(files.parameters(), parameters);
        ModelTables.writeTopicTerm(files.topicTerm(), model);
        DocumentTables.writeDocumentTopic(files.documentTopic(), model.documentTopic(), corpus);
    }
}
