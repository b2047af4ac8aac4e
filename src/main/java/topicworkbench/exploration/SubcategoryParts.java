package topicworkbench.exploration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import topicworkbench.curation.CuratedTopic;
import topicworkbench.curation.CurationEntry;
import topicworkbench.failure.ExplainedException;
import topicworkbench.topic.Topic;
import topicworkbench.workspace.RunId;
import topicworkbench.workspace.SplitTable;

/**
 * The topics of a run of one topic's reviews, put in that topic's place: from then on every view, chart and export counts
 * them, as it does the parts of a split. Since the inner run is taken as people left it, what they have put in place there
 * comes along: so the tree is used as deep as wanted.
 */
public final class SubcategoryParts {

    private SubcategoryParts() { }

    /**
     * Writes down which review goes where; nothing is decided yet.
     *
     * @param topic of the outer run
     * @param inner made of reviews of that topic, as people left it
     * @return the decision that puts its topics there, as one step. Reviews that the inner run lacks are a part of their own
     * @throws ExplainedException if they would not tell the reviews apart, or there are too many of them, or the inner
     *                            run's reviews are not to be found
     */
    public static CurationEntry.Several of(CuratedRun outer, int topic, CuratedRun inner) {
        int[] places = Subcategory.placesIn(outer.run(), inner);
        int rest = inner.curation().nextTopic();
        int[] topicOf = new int[outer.run().documents()];
        Arrays.fill(topicOf, rest);
        for (int document = 0; document < places.length; document++) {
            if (places[document] >= 0) {
                topicOf[places[document]] = inner.assignment().of(document);
            }
        }
        int[] documents = IntStream.range(0, topicOf.length).filter(d -> outer.assignment().of(d) == topic).toArray();
        List<Integer> used = Arrays.stream(documents).map(d -> topicOf[d]).distinct().sorted().boxed().toList();
        if (used.size() < 2 || used.size() > CurationEntry.MOST_PARTS) {
            throw new ExplainedException("The subcategories of \"" + name(outer, topic) + "\" hold its reviews in "
                    + (used.size() < 2 ? "one part." : used.size() + " parts; at most " + CurationEntry.MOST_PARTS + " are possible."),
                    used.size() < 2 ? "Model its reviews again with more topics." : "Merge some of them first.");
        }
        String file = RunId.at(Instant.now()) + ".parquet";
        new SplitTable(Arrays.stream(documents).map(d -> outer.run().reviews()[d]).toArray(),
                Arrays.stream(documents).map(d -> used.indexOf(topicOf[d])).toArray()).write(outer.run().folder().files().split(file));
        int first = outer.curation().nextTopic();
        List<CurationEntry.Edit> edits = new ArrayList<>();
        edits.add(new CurationEntry.Split(topic, IntStream.range(first, first + used.size()).boxed().toList(), file));
        for (int part = 0; part < used.size(); part++) {
            tell(inner, used.get(part), first + part, "Others of " + name(outer, topic), edits);
        }
        return new CurationEntry.Several("Put subcategories in the place of " + name(outer, topic), edits);
    }

    /** A part is called as in the inner run, though its words are now counted in the outer one's vocabulary. */
    private static void tell(CuratedRun inner, int topic, int part, String rest, List<CurationEntry.Edit> edits) {
        CuratedTopic told = inner.curation().topic(topic).orElse(null);
        edits.add(new CurationEntry.Name(part, told == null ? rest : name(inner, topic)));
        if (told != null && told.description() != null) {
            edits.add(new CurationEntry.Describe(part, told.description()));
        }
        if (told != null && told.hidden()) {
            edits.add(new CurationEntry.Hide(part, true));
        }
    }

    private static String name(CuratedRun run, int topic) {
        return run.topics().stream().filter(each -> each.id() == topic).findFirst().map(Topic::name).orElse("topic " + topic);
    }
}
