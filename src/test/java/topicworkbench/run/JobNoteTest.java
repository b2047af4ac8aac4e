package topicworkbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JobNoteTest {
    private static final JobNote DOWNLOADING = new JobNote("tw-20260412-101500-a1b2-ntm-0", "InProgress, Downloading");

    @Test
    void whatIsToldIsUnderstood() {
        assertThat(JobNote.parse(DOWNLOADING.text(""))).contains(DOWNLOADING);
        assertThat(JobNote.parse(DOWNLOADING.text(" (Downloading the training image)"))).contains(DOWNLOADING);
        assertThat(JobNote.parse(new JobNote("tw-x-evaluate-0", "Failed").text(": no model: bad"))).contains(
                new JobNote("tw-x-evaluate-0", "Failed"));
    }

    @Test
    void otherNotesTellOfNoJob() {
        assertThat(JobNote.parse("Ends in AWS: tw-x-ntm-0.")).isEmpty();
        assertThat(JobNote.parse("69 of 5000 terms have no vector.")).isEmpty();
    }

    @Test
    void oneWordIsLeftForTheGraph() {
        assertThat(DOWNLOADING.inWords()).isEqualTo("downloading");
        assertThat(new JobNote("tw-x-count-0", "InProgress").inWords()).isEqualTo("in progress");
    }
}
