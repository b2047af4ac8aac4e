package topicworkbench.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunFailureTest {

    @Test
    void aLackOfMemoryIsToldForWhatItIsWhicheverThreadMetIt() {
        for (Throwable cause : new Throwable[] {new OutOfMemoryError(), new IllegalStateException(new OutOfMemoryError())}) {
            RunFailure failure = RunFailure.of(Stage.TRAIN, cause);
            assertThat(failure.whatHappened()).contains("not enough memory for the stage train");
            assertThat(failure.remedy()).contains("max_features");
            assertThat(RunFailure.of(Stage.MAP, cause).remedy()).contains("resume", "topics and scores are kept");
        }
        assertThat(RunFailure.of(Stage.MAP, new IllegalStateException("odd")).whatHappened()).contains("odd");
    }
}
