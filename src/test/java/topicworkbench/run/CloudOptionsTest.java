package topicworkbench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import topicworkbench.failure.InvalidOptionException;

class CloudOptionsTest {
    private static final RunSpec NTM = RunSpecs.defaults(RunSpecs.NTM, 20);

    @Test
    void aRunIsOnThisComputerUnlessAskedOtherwise() {
        assertThat(NTM.cloud().onAws()).isFalse();
        assertThat(RunSpecJson.write(NTM)).doesNotContain("cloud");
    }

    @Test
    void everythingSaidOfAwsComesBackFromAFile() {
        RunSpec spec = Settings.apply(NTM, List.of("where=aws", "cloud_training=tune", "instance_type=ml.g5.xlarge", "instances=2",
                "lda_instance_type=ml.m5.large", "volume_gb=50", "spot=true", "processing_instance_type=ml.r5.large",
                "processing_instances=3", "spark_worker_type=G.2X", "spark_workers=5", "tuning_jobs=20",
                "tuning_parallel_jobs=4", "tuning_strategy=random", "tune_learning_rate=0.001,0.05",
                "tune_mini_batch_size=64,512", "tune_optimizer=adam,sgd", "tune_activation=relu,tanh", "endpoint=serverless",
                "endpoint_instance_type=ml.c5.large", "endpoint_memory_mb=4096", "max_cost=2.5", "max_hours=12"));
        assertThat(spec.cloud().processing().workerType()).isEqualTo("G.2X");
        assertThat(spec.cloud().tuning().learningRates()).containsExactly(0.001, 0.05);
        assertThat(spec.cloud().maxCost()).isEqualTo(2.5);
        assertThat(RunSpecJson.read(RunSpecJson.write(spec), "spec.json")).isEqualTo(spec);
        assertThat(Settings.apply(spec, List.of("max_cost=none", "tune_optimizer=")).cloud())
                .satisfies(cloud -> assertThat(cloud.maxCost()).isNull())
                .satisfies(cloud -> assertThat(cloud.tuning().optimizers()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "where=moon|where", "instance_type=g4dn.xlarge|instance_type", "instances=0|instances", "volume_gb=0|volume_gb",
        "lda_instance_type=ml.c5|lda_instance_type", "spark_worker_type=G.9X|spark_worker_type",
        "spark_workers=1|spark_workers", "processing_instances=101|processing_instances", "tuning_jobs=0|tuning_jobs",
        "tuning_parallel_jobs=11|tuning_parallel_jobs", "tune_learning_rate=0.1|tune_learning_rate",
        "tune_learning_rate=0.1,0.001|tune_learning_rate", "tune_mini_batch_size=0,20000|tune_mini_batch_size",
        "tune_optimizer=adagrad|tune_optimizer", "tune_activation=gelu|tune_activation",
        "endpoint_memory_mb=1000|endpoint_memory_mb", "max_cost=0|max_cost", "max_hours=0|max_hours"})
    void mistakesAreRefusedAtTheirOption(String assignment, String option) {
        assertThatThrownBy(() -> Settings.apply(NTM, List.of(assignment))).isInstanceOfSatisfying(InvalidOptionException.class,
                refused -> assertThat(refused.option()).isEqualTo(option));
    }

    @Test
    void whatTheServiceDoesNotHaveIsRefused() {
        assertThatThrownBy(() -> Settings.apply(NTM, List.of("where=aws", "algorithm=nmf"))).hasMessageContaining("nmf");
        assertThatThrownBy(() -> Settings.apply(NTM, List.of("where=aws", "seeds=5"))).hasMessageContaining("seeds");
        assertThatThrownBy(() -> Settings.apply(NTM, List.of("where=aws", "cloud_training=tune", "algorithm=lda")))
                .hasMessageContaining("ntm");
        assertThatThrownBy(() -> Settings.apply(NTM, List.of("cloud_training=tune", "tune_learning_rate=")))
                .hasMessageContaining("nothing to tune");
    }

    @Test
    void settingsWithoutEffectSaySo() {
        RunSpec there = Settings.apply(NTM, List.of("where=aws"));
        assertThat(Settings.whyIdle(Settings.named("decoder"), NTM)).isEmpty();
        assertThat(Settings.whyIdle(Settings.named("decoder"), there).orElseThrow()).contains("service");
        assertThat(Settings.whyIdle(Settings.named("epochs"), there)).isEmpty();
        assertThat(Settings.whyIdle(Settings.named("instances"), NTM).orElseThrow()).contains("this computer");
        assertThat(Settings.whyIdle(Settings.named("tuning_jobs"), there).orElseThrow()).contains("tuning job");
    }
}
