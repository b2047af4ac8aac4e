package topicworkbench.job;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import topicworkbench.corpus.Corpus;
import topicworkbench.corpus.Split;

/**
 * How SageMaker's algorithms are told of a corpus: for each of them the hyperparameters that follow from it and the channels
 * that there are, as {@code CreateTrainingJob} takes them.
 *
 * @param place  in S3, without a slash at its end; each channel is a folder there
 * @param corpus to be trained on
 */
record TrainingInput(String place, Corpus corpus) {
    private static final String RECORDS = "application/x-recordio-protobuf";

    String json() {
        JsonObject told = new JsonObject();
        told.addProperty("documents", corpus.documents());
        told.addProperty("terms", corpus.vocabulary().size());
        told.addProperty("tokens", corpus.counts().total());
        told.add("ntm", ntm());
        told.add("lda", lda());
        return new Gson().toJson(told);
    }

    private JsonObject ntm() {
        JsonObject hyperparameters = new JsonObject();
        hyperparameters.addProperty("feature_dim", Integer.toString(corpus.vocabulary().size()));
        JsonArray channels = new JsonArray();
        channels.add(channel("train", RECORDS));
        addIfAny(Split.VALIDATION, "validation", channels);
        addIfAny(Split.TEST, "test", channels);
        channels.add(channel("auxiliary", "text/plain"));
        return input(hyperparameters, channels);
    }

    /** LDA takes all documents as one batch, and has no channel for validation. */
    private JsonObject lda() {
        JsonObject hyperparameters = new JsonObject();
        hyperparameters.addProperty("feature_dim", Integer.toString(corpus.vocabulary().size()));
        hyperparameters.addProperty("mini_batch_size", Integer.toString(corpus.documentsOf(Split.TRAIN).length));
        JsonArray channels = new JsonArray();
        channels.add(channel("train", RECORDS));
        addIfAny(Split.TEST, "test", channels);
        return input(hyperparameters, channels);
    }

    private void addIfAny(Split split, String name, JsonArray channels) {
        if (corpus.documentsOf(split).length > 0) {
            channels.add(channel(name, RECORDS));
        }
    }

    private JsonObject channel(String name, String contentType) {
        JsonObject place = new JsonObject();
        place.addProperty("S3DataType", "S3Prefix");
        place.addProperty("S3Uri", this.place + "/" + name);
        place.addProperty("S3DataDistributionType", "FullyReplicated");
        JsonObject source = new JsonObject();
        source.add("S3DataSource", place);
        JsonObject channel = new JsonObject();
        channel.addProperty("ChannelName", name);
        channel.addProperty("ContentType", contentType);
        channel.add("DataSource", source);
        return channel;
    }

    private static JsonObject input(JsonObject hyperparameters, JsonArray channels) {
        JsonObject input = new JsonObject();
        input.add("hyperparameters", hyperparameters);
        input.add("channels", channels);
        return input;
    }
}
