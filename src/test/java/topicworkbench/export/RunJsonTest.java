package topicworkbench.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import topicworkbench.run.RunState;
import topicworkbench.run.RunSummary;

class RunJsonTest {

    @Test
    void whatWasNotMeasuredIsNull() {
        String text = RunJson.write(Reports.of("plain"));
        JsonObject second = JsonParser.parseString(text).getAsJsonObject().getAsJsonArray("topics").get(1).getAsJsonObject();
        assertThat(second.get("wetc").isJsonNull()).isTrue();
        assertThat(second.get("npmi").getAsDouble()).isEqualTo(-0.2);
        assertThat(text).doesNotContain(": NaN", ": Infinity", ": -Infinity");
    }

    @Test
    void keepsNumbersTextAndOrder() {
        String hostile = "quote \" and </script> and line\nbreak, \u001b[2J \u009b \u202e \u200d \ud83d\ude00 \udb40\udc01";
        String text = RunJson.write(Reports.of(hostile));
        JsonObject json = JsonParser.parseString(text).getAsJsonObject();
        assertThat(text).as("what reaches the terminal").matches("(?s)[\\P{C}\\n]*");
        assertThat(json.get("name").getAsString()).isEqualTo(hostile);
        assertThat(json.getAsJsonObject("counts").toString()).isEqualTo("{\"read\":10,\"rejected\":1,\"filtered\":2,"
                + "\"duplicates\":1,\"too_short\":1,\"documents\":6,\"terms\":50,\"tokens\":300}");
        assertThat(json.getAsJsonObject("provenance").keySet()).containsExactly("application", "versions", "machine",
                "created", "seed", "corpus_hash", "taken_from", "stage_seconds", "stage_peak_mb", "peak_memory_mb", "cost_usd");
        assertThat(json.getAsJsonObject("spec").getAsJsonObject("model").get("num_topics").getAsInt()).isEqualTo(2);
    }

    @Test
    void runThatNeverBeganHasEveryMember() {
        RunSummary summary = new RunSummary("id", "name", RunState.INTERRUPTED, null, Instant.EPOCH, null, null, null,
                topicworkbench.run.RunRemarks.NONE, topicworkbench.run.Spent.NOTHING);
        JsonObject json = JsonParser.parseString(RunJson.write(new RunReport(summary, List.of(), null, false, List.of())))
                .getAsJsonObject();
        assertThat(json.getAsJsonArray("topics")).isEmpty();
        assertThat(json.getAsJsonObject("quality").get("wetc").isJsonNull()).isTrue();
        assertThat(json.get("spec").isJsonNull()).isTrue();
        assertThat(json.get("provenance").isJsonNull()).isTrue();
    }
}
