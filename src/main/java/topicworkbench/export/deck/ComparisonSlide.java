package topicworkbench.export.deck;

import java.awt.Color;
import java.util.List;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import topicworkbench.comparison.AlignedTopics;
import topicworkbench.comparison.ComparedRun;
import topicworkbench.export.Findings;
import topicworkbench.topic.Topic;
import topicworkbench.wording.Figures;

/** The run beside another: scores on common ground, and which topics are the same. */
final class ComparisonSlide {
    private static final int MOST_PAIRS = 11;

    private final XMLSlideShow show;
    private final Findings findings;

    ComparisonSlide(XMLSlideShow show, Findings findings) {
        this.show = show;
        this.findings = findings;
    }

    void add(AlignedTopics aligned) {
        int same = aligned.same(AlignedTopics.SAME).size();
        Page page = new Page(show, "Beside " + aligned.second().name(), scores(aligned.first(), "this run") + "; "
                + scores(aligned.second(), "the other"));
        SlideTable table = new SlideTable(page, new double[] {370, 350, 144});
        table.head(same + " topics are the same", "Partner in the other run", "Words in common");
        List<AlignedTopics.Pair> pairs = aligned.pairs().stream().filter(pair -> pair.first() != null).limit(MOST_PAIRS).toList();
        for (AlignedTopics.Pair pair : pairs) {
            table.row(new Color(topicworkbench.topic.TopicColors.rgb(pair.first().id())), name(pair.first()),
                    pair.second() == null ? "none" : name(pair.second()),
                    pair.commonWords().size() + " of " + AlignedTopics.WORDS);
        }
        page.foot(findings.source());
        page.notes("Both runs are scored on the same documents, terms and word vectors, those of this run. Topics are paired so "
                + "that the pairs are as alike as can be; a pair with " + AlignedTopics.SAME + " of " + AlignedTopics.WORDS
                + " leading words in common counts as the same topic. The other run: " + aligned.second().id() + ".\n"
                + "Vanished: " + names(aligned.vanished(AlignedTopics.SAME).stream().map(AlignedTopics.Pair::first).toList())
                + "\nAppeared: " + names(aligned.appeared(AlignedTopics.SAME).stream().map(AlignedTopics.Pair::second).toList()));
    }

    private static String scores(ComparedRun run, String which) {
        return "WETC " + Figures.shortScore(run.quality().wetc()) + " and TU " + Figures.shortScore(run.quality().tu()) + " in " + which;
    }

    private static String names(List<Topic> topics) {
        return topics.isEmpty() ? "none" : String.join("; ", topics.stream().map(ComparisonSlide::name).toList());
    }

    private static String name(Topic topic) {
        return topic.id() + " " + (topic.label() != null ? topic.label()
                : String.join(", ", topic.words().stream().limit(4).map(Topic.Word::term).toList()));
    }
}
