package topicworkbench.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import topicworkbench.curation.Curation;
import topicworkbench.curation.CurationEntry;
import topicworkbench.curation.Decision;
import topicworkbench.exploration.CheckAnswers.Agreement;
import topicworkbench.exploration.CheckQuestion.ReviewAssignment;
import topicworkbench.exploration.CheckQuestion.WordIntrusion;
import topicworkbench.failure.ExplainedException;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.testdata.SmallRun;
import topicworkbench.topic.Topic;
import topicworkbench.workspace.Workspace;

class TopicCheckTest {
    @TempDir
    private static Path folder;
    private static CuratedRun run;

    @BeforeAll
    static void makeARun() throws IOException, InterruptedException {
        Workspace workspace = new Workspace(folder);
        ExploredRun opened = ExploredRun.open(workspace.find(SmallRun.in(workspace, "small").id()), ProgressListener.NONE);
        try (Threads threads = new Threads(1)) {
            run = CuratedRun.of(opened, TopicAssignment.strongest(opened.shares(), threads), Curation.of(SmallRun.TOPICS));
        }
    }

    private static Topic topic(int id) {
        return run.topics().stream().filter(topic -> topic.id() == id).findFirst().orElseThrow();
    }

    @Test
    void aStrangerStandsAmongFiveLeadingWordsAndBelongsToAnotherTopic() {
        List<WordIntrusion> questions = TopicCheck.questions(run, 1).stream().filter(WordIntrusion.class::isInstance)
                .map(WordIntrusion.class::cast).toList();
        assertThat(questions).extracting(WordIntrusion::topic).doesNotHaveDuplicates().isNotEmpty();
        assertThat(questions).allSatisfy(question -> {
            List<String> own = topic(question.topic()).words().stream().map(Topic.Word::term).toList();
            assertThat(question.words()).hasSize(6).doesNotHaveDuplicates().containsAll(own.subList(0, 5));
            assertThat(own.subList(0, Math.min(20, own.size()))).doesNotContain(question.words().get(question.expected()));
        });
    }

    @Test
    void aReviewsOwnTopicIsAmongThoseShown() {
        List<ReviewAssignment> questions = TopicCheck.questions(run, 1).stream().filter(ReviewAssignment.class::isInstance)
                .map(ReviewAssignment.class::cast).toList();
        assertThat(questions).hasSize(TopicCheck.REVIEW_QUESTIONS).allSatisfy(question -> {
            assertThat(question.topics()).hasSize(SmallRun.TOPICS).doesNotHaveDuplicates();
            assertThat(question.topic()).isEqualTo(run.assignment().of(question.review().document()));
        });
        assertThat(questions).extracting(ReviewAssignment::expected).as("not always at the same place")
                .satisfies(places -> assertThat(places.stream().distinct().count()).isGreaterThan(1));
    }

    @Test
    void theSeedDecidesTheQuestions() {
        assertThat(TopicCheck.questions(run, 5)).isEqualTo(TopicCheck.questions(run, 5));
        assertThat(TopicCheck.questions(run, 5)).isNotEqualTo(TopicCheck.questions(run, 6));
    }

    @Test
    void hiddenTopicsAreNotAskedAbout() {
        CuratedRun oneLeft = run.with(run.curation().with(List.of(hide(0), hide(1))));
        assertThatThrownBy(() -> TopicCheck.questions(oneLeft, 1)).isInstanceOf(ExplainedException.class);
        CuratedRun twoLeft = run.with(run.curation().with(hide(0)));
        assertThat(TopicCheck.questions(twoLeft, 1)).extracting(CheckQuestion::topic).doesNotContain(0);
    }

    private static Decision hide(int topic) {
        return new Decision(Instant.EPOCH, "ada", new CurationEntry.Hide(topic, true));
    }

    @Test
    void answersOfSeveralPeopleAddUpAndDamagedLinesDoNot() throws IOException {
        Path file = folder.resolve("checks.jsonl");
        Clock noon = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
        CheckAnswers ada = new CheckAnswers(file, noon, "ada");
        assertThat(ada.result().words().share()).isNaN();
        WordIntrusion words = new WordIntrusion(2, List.of("a", "b", "c"), 1);
        ada.keep(words, 1, 1);
        ada.keep(words, 1, 0);
        new CheckAnswers(file, noon, "bob").keep(words, 1, -1);
        CheckQuestion review = TopicCheck.questions(run, 1).getLast();
        ada.keep(review, 1, review.expected());
        Files.writeString(file, "{\"asked\":7}\n{}\n{\"asked\":\"words\",\"to", StandardOpenOption.APPEND);
        assertThat(ada.result().words()).isEqualTo(new Agreement(1, 3));
        assertThat(ada.result().reviews()).isEqualTo(new Agreement(1, 1));
        assertThat(ada.result().byTopic().values().stream().mapToInt(Agreement::answered).sum()).isEqualTo(4);
        assertThat(Files.readString(file)).contains("\"who\":\"bob\"").contains("\"answer\":null");
    }
}
