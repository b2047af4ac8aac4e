package topicworkbench.export.report;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import topicworkbench.chart.FittedText;
import topicworkbench.exploration.ExploredReview;
import topicworkbench.export.Findings;
import topicworkbench.export.RunJson;
import topicworkbench.export.TopicFinding;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;
import topicworkbench.topic.Relevance;
import topicworkbench.topic.RelevanceRanking;
import topicworkbench.topic.Topic;
import topicworkbench.wording.Figures;

/** What the script of the report shows, as JSON that can stand within a page. */
final class ReportData {
    private static final int WORDS = 20;
    /** Steps of the slider from 0 to 1. */
    private static final int STEPS = 100;
    private static final int LONGEST_TEXT = 1200;

    private final Findings findings;
    private final ReportMap map;

    ReportData(Findings findings) {
        this.findings = findings;
        this.map = ReportMap.of(findings);
    }

    /** No letter of it ends the element it stands in, breaks a line, or turns the direction of text around. */
    String json() {
        JsonObject json = new JsonObject();
        json.add("topics", topics());
        JsonArray time = new JsonArray();
        for (int bin = 0; bin < findings.time().count(); bin++) {
            time.add(findings.time().name(bin));
        }
        json.add("time", time);
        json.add("reviews", reviews());
        if (map != null) {
            json.add("map", map.json());
        }
        return RunJson.visible(new Gson().newBuilder().serializeNulls().create().toJson(json));
    }

    /** Where the slider stands at first. */
    static double lambda(Findings findings) {
        return findings.run().summary().spec() == null ? Relevance.DEFAULT_LAMBDA
                : findings.run().summary().spec().relevanceLambda();
    }

    static String web(Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
    }

    private JsonArray topics() {
        Map<Integer, JsonArray> words = words();
        JsonArray topics = new JsonArray();
        for (TopicFinding topic : findings.topics()) {
            JsonObject json = new JsonObject();
            json.addProperty("id", topic.id());
            json.addProperty("name", topic.name());
            json.addProperty("description", topic.description() == null ? null : FittedText.visible(topic.description()));
            json.addProperty("color", web(topic.color()));
            json.addProperty("documents", topic.documents());
            json.addProperty("facts", facts(topic));
            json.add("words", words.get(topic.id()));
            JsonArray trend = new JsonArray();
            for (int bin = 0; bin < findings.time().count(); bin++) {
                double share = findings.shareInTime(topic, bin);
                trend.add(Double.isNaN(share) ? null : (Double) (Math.round(share * 1e5) / 1e5));
            }
            json.add("trend", trend);
            if (map != null && topic.documents() > 0) {
                json.add("at", map.middle(topic));
            }
            topics.add(json);
        }
        return topics;
    }

    private static String facts(TopicFinding topic) {
        String impact = topic.impact() == null ? "" : " · " + Figures.stars(topic.impact().meanStars()) + " stars · "
                + Figures.count(topic.impact().votes()) + " helpful votes · share of late "
                + Figures.factor(topic.impact().growth().ratio()) + " · impact " + Figures.count(Math.round(topic.impact().score()))
                + " of 100";
        return "Topic " + topic.id() + (topic.partOf() == null ? "" : " · part of " + topic.partOf()) + " · "
                + Figures.count(topic.documents()) + " reviews, " + Figures.percent(topic.share()) + impact + " · WETC "
                + Figures.shortScore(topic.topic().wetc()) + " · TU " + Figures.shortScore(topic.topic().tu())
                + " · NPMI " + Figures.shortScore(topic.topic().npmi()) + stability(topic.topic().stability());
    }

    private static String stability(Topic.Stability stability) {
        return stability == null ? "" : " · found in " + stability.foundIn() + " of " + stability.seeds() + " seeds, overlap "
                + Figures.shortScore(stability.overlap());
    }

    /** Of each topic every word that leads at some lambda, with its probability in the topic and in the corpus. */
    private Map<Integer, JsonArray> words() {
        FloatMatrix topicTerm = findings.curated().topicTerm();
        long[] totals = findings.run().corpus().counts().columnTotals();
        double all = Arrays.stream(totals).sum();
        Map<Integer, JsonArray> words = new HashMap<>();
        try (Threads threads = new Threads(1)) {
            RelevanceRanking ranking = RelevanceRanking.of(topicTerm, totals, WORDS, threads);
            List<Topic> topics = findings.curated().topics();
            for (int row = 0; row < topics.size(); row++) {
                Set<Integer> leading = new HashSet<>();
                JsonArray array = new JsonArray();
                for (int step = STEPS; step >= 0; step--) {
                    for (int term : ranking.words(row, (double) step / STEPS, WORDS)) {
                        if (leading.add(term)) {
                            JsonArray word = new JsonArray();
                            word.add(findings.run().corpus().vocabulary().term(term));
                            word.add(topicTerm.get(row, term));
                            word.add((float) (totals[term] / all));
                            array.add(word);
                        }
                    }
                }
                words.put(topics.get(row).id(), array);
            }
        }
        return words;
    }

    private JsonArray reviews() {
        JsonArray reviews = new JsonArray();
        for (TopicFinding topic : findings.topics()) {
            for (ExploredReview review : topic.typical()) {
                JsonObject json = new JsonObject();
                json.addProperty("topic", topic.id());
                json.addProperty("title", FittedText.visible(review.title()));
                json.addProperty("text", FittedText.shortened(review.text(), LONGEST_TEXT));
                json.addProperty("facts", facts(review));
                json.addProperty("point", map == null ? -1 : map.point(review.document()));
                reviews.add(json);
            }
        }
        return reviews;
    }

    private static String facts(ExploredReview review) {
        List<String> facts = new ArrayList<>();
        if (!Double.isNaN(review.stars())) {
            facts.add(Figures.stars(review.stars()) + " stars");
        }
        if (!review.product().isBlank()) {
            facts.add(FittedText.visible(review.product()));
        }
        if (review.date() != null) {
            facts.add(review.date().toString());
        }
        if (review.helpfulVotes() > 0) {
            facts.add(Figures.count(review.helpfulVotes()) + " helpful");
        }
        facts.add("review " + FittedText.visible(review.id()));
        return String.join(" · ", facts);
    }
}
