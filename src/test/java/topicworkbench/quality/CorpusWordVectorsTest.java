package topicworkbench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import topicworkbench.math.CsrMatrix;
import topicworkbench.math.ProgressListener;
import topicworkbench.math.Threads;
import topicworkbench.testdata.CountsFixture;

class CorpusWordVectorsTest {

    @Test
    void positiveInformationEqualsTheDenseDefinition() {
        int[][] dense = {{1, 2, 0, 1}, {1, 1, 0, 0}, {0, 1, 1, 0}, {0, 3, 1, 0}, {0, 0, 0, 1}};
        CsrMatrix information;
        try (Threads threads = new Threads(1)) {
            information = PositiveInformation.of(CountsFixture.fromDense(dense), threads, ProgressListener.NONE);
        }
        // only (0,1) and (1,2) are together twice; contexts weigh 2^.75, 4^.75, 2^.75, 2^.75
        double total = 3 * Math.pow(2, 0.75) + Math.pow(4, 0.75);
        double rare = Math.pow(2, 0.75) / total;
        double common = Math.pow(4, 0.75) / total;
        assertThat(information.columnIndices()).containsExactly(1, 0, 2, 1);
        assertThat(information.values()).containsExactly(new float[] {(float) Math.log(2 / 3.0 / common),
                (float) Math.log(2 / 5.0 / rare), (float) Math.log(2 / 5.0 / rare), (float) Math.log(1 / common)}, within(1e-6f));
    }

    @Test
    void termsOfOneTopicLieCloserThanOthers() {
        WordVectors vectors = train(1);
        assertThat(vectors.name()).isEqualTo("corpus PPMI-SVD 80d");
        int[][] together = {{74, 44, 5, 12}};
        int[][] apart = {{27, 77, 20, 28}};
        assertThat(Wetc.of(together, vectors)[0]).isGreaterThan(Wetc.of(apart, vectors)[0]);
    }

    @Test
    void sameBitsWithOneAndTwoThreads() {
        assertThat(train(2).rows().values()).isEqualTo(train(1).rows().values());
    }

    private static WordVectors train(int threadCount) {
        try (Threads threads = new Threads(threadCount)) {
            return CorpusWordVectors.train(CountsFixture.corpus(), 1, threads, ProgressListener.NONE);
        }
    }
}
