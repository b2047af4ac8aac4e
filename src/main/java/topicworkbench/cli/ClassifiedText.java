package topicworkbench.cli;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import topicworkbench.exploration.classify.TextTopics;
import topicworkbench.topic.Topic;
import topicworkbench.wording.Figures;

/**
 * What a text is about, for people and for programs.
 *
 * @param topics those that were asked
 * @param answer what they said
 */
record ClassifiedText(TextTopics topics, TextTopics.Answer answer) {
    private static final double LEAST_SHARE = 0.005;
    private static final int WORDS_OF_A_NAME = 4;

    String table(int width) {
        if (answer.known() == 0) {
            return "The model knows none of these words.";
        }
        TextTable table = new TextTable("topic", "share", "about", "words that speak for it");
        for (int topic : answer.strongestFirst()) {
            if (answer.shares()[topic] >= LEAST_SHARE) {
                table.row(Integer.toString(topic), Figures.percent(answer.shares()[topic]), name(topics.topics().get(topic)),
                        String.join(" ", answer.words().get(topic)));
            }
        }
        return table.render(width) + "\n" + answer.known() + " known terms, by " + topics.model();
    }

    private static String name(Topic topic) {
        return topic.label() != null ? topic.label()
                : String.join(" ", topic.words().stream().limit(WORDS_OF_A_NAME).map(Topic.Word::term).toList());
    }

    String json() {
        JsonArray found = new JsonArray();
        for (int topic : answer.strongestFirst()) {
            JsonObject one = new JsonObject();
            one.addProperty("topic", topic);
            one.addProperty("label", topics.topics().get(topic).label());
            one.addProperty("share", answer.shares()[topic]);
            JsonArray words = new JsonArray();
            answer.words().get(topic).forEach(words::add);
            one.add("words", words);
            found.add(one);
        }
        JsonObject whole = new JsonObject();
        whole.addProperty("model", topics.model());
        whole.addProperty("known_terms", answer.known());
        whole.add("topics", found);
        return new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create().toJson(whole);
    }
}
