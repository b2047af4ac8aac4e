package topicworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.corpus.ReviewSource;
import topicworkbench.run.CommandText;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Settings;
import topicworkbench.study.StudySpec;
import topicworkbench.study.Variation;

/** The command that the form copies starts the run that the form would start. */
class CommandTextTest {
    private static final ReviewSource SOURCE = new ReviewSource(List.of("my reviews/a.csv", "b.tsv", "sample:"),
            Map.of("text", "what they said", "title", ""));

    private static RunSpec spec(String... assignments) {
        return Settings.apply(RunSpecs.defaults("ntm", 20).withSource(SOURCE), List.of(assignments));
    }

    @ParameterizedTest
    @ValueSource(strings = {"seed=1", "preset=sagemaker", "preset=sagemaker;epochs=7;num_topics=40", "algorithm=lda;alpha=2",
        "algorithm=nmf;seed=3;seeds=4", "min_stars=1;max_stars=2;products=Acme\\, Ltd.,Other", "min_wetc=0.3;min_tu=0.6",
        "encoder_layers=100,50;clip_gradient=5;map=false", "embeddings=my vectors.txt;relevance_lambda=1"})
    void theCommandMeansTheSpecification(String assignments) {
        RunSpec spec = spec(assignments.split(";"));
        List<String> arguments = CommandText.arguments(spec, "March", List.of("--region", "eu-west-1"));
        assertThat(arguments.getFirst()).isEqualTo("run");
        RunCommand command = new RunCommand(null);
        new CommandLine(command).parseArgs(arguments.subList(1, arguments.size()).toArray(String[]::new));
        assertThat(command.spec()).isEqualTo(spec);
    }

    @Test
    void theCommandOfARunOnAwsAsksForItsPriceThere() {
        RunSpec spec = spec("where=aws", "max_cost=5", "num_topics=30");
        List<String> there = new CloudPlace("work", "eu-west-1", "tw-test").options();
        List<String> arguments = CommandText.arguments(spec, "March", there);
        assertThat(arguments).startsWith("cloud", "launch").containsSequence("--topics", "30").containsSequence("--run-name", "March")
                .endsWith("--profile", "work", "--region", "eu-west-1", "--name", "tw-test");
        CloudLaunchCommand command = new CloudLaunchCommand(null);
        new CommandLine(command).parseArgs(arguments.subList(2, arguments.size()).toArray(String[]::new));
        assertThat(command.spec()).isEqualTo(spec);
        assertThat(new CloudPlace(null, null, CloudPlace.DEFAULT_NAME).options()).isEmpty();
    }

    @Test
    void theCommandOfAStudyMeansTheStudy() {
        RunSpec base = spec("num_topics=15", "seed=3");
        List<String> arguments = CommandText.studyArguments(base, List.of("num_topics=5,10", "epochs=10..60"), 3, "March");
        assertThat(arguments.getFirst()).isEqualTo("sweep");
        SweepCommand command = new SweepCommand(null);
        new CommandLine(command).parseArgs(arguments.subList(1, arguments.size()).toArray(String[]::new));
        assertThat(command.study()).isEqualTo(new StudySpec(base,
                List.of(Variation.parse("num_topics=5,10"), Variation.parse("epochs=10..60")), 3));
        assertThat(CommandText.ofStudy(base, List.of("num_topics=5|10"), 0, "", false)).endsWith(" --vary 'num_topics=5|10'");
    }

    @Test
    void onlyDifferencesAreWritten() {
        assertThat(CommandText.of(RunSpecs.defaults("ntm", 20).withSource(new ReviewSource(List.of("sample:"), Map.of())), "",
                List.of(), false)).isEqualTo("topic-workbench run --sample");
        assertThat(CommandText.of(spec("num_topics=30"), "It's March", List.of(), false)).isEqualTo("topic-workbench run --reviews "
                + "'my reviews/a.csv' b.tsv --sample --column 'text=what they said' --column title= --topics 30 "
                + "--name 'It'\\''s March'");
        assertThat(CommandText.of(spec(), "March", List.of(), true)).contains("\"my reviews/a.csv\" b.tsv");
    }
}
