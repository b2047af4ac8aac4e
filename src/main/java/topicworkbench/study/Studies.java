package topicworkbench.study;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import topicworkbench.failure.ExplainedException;
import topicworkbench.files.AtomicFile;
import topicworkbench.files.FolderTree;
import topicworkbench.run.RunSpecJson;
import topicworkbench.workspace.FolderLock;
import topicworkbench.workspace.RunId;
import topicworkbench.workspace.RunName;
import topicworkbench.workspace.Workspace;
import topicworkbench.workspace.WriteFailures;

/** The studies of a workspace: one folder each under {@code studies}, with a study.json that says all about it. */
public final class Studies {
    private static final int SCHEMA = 1;
    private static final String FILE = "study.json";
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

    private final Path folder;

    public Studies(Workspace workspace) {
        this.folder = workspace.root().resolve("studies");
    }

    /** Newest first; folders that hold no readable study are passed over. */
    public List<Study> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Study> studies = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(entry -> read(entry).ifPresent(studies::add));
        } catch (IOException e) {
            throw new ExplainedException("The folder " + folder + " cannot be read.",
                    "Check its permissions, or choose another workspace with --workspace.", e);
        }
        studies.sort(Comparator.comparing(Study::id).reversed());
        return studies;
    }

    /**
     * The study of this id or, where only one has it, of this name.
     *
     * @throws ExplainedException if several have the name
     */
    public Optional<Study> find(String idOrName) {
        List<Study> matches = all().stream().filter(study -> study.id().equals(idOrName)).toList();
        if (matches.isEmpty()) {
            matches = all().stream().filter(study -> study.name().equals(idOrName)).toList();
        }
        if (matches.size() > 1) {
            throw new ExplainedException(matches.size() + " studies are called \"" + idOrName + "\".",
                    "Give an id instead, newest first: " + String.join(", ", matches.stream().map(Study::id).toList()) + ".");
        }
        return matches.stream().findFirst();
    }

    /** The name of the study of each run that belongs to one, by the run's id. */
    public Map<String, String> ofRuns() {
        Map<String, String> names = new HashMap<>();
        all().forEach(study -> study.runs().forEach(run -> names.put(run, study.name())));
        return names;
    }

    /** @throws ExplainedException if the workspace cannot be written */
    Study create(String name, StudySpec spec) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Study study = Study.begin(RunId.at(now), name, now, spec);
        try {
            Files.createDirectories(path(study));
        } catch (IOException e) {
            throw WriteFailures.explain(e, folder);
        }
        save(study);
        return study;
    }

    void save(Study study) {
        AtomicFile.write(path(study).resolve(FILE), GSON.toJson(toJson(study)) + "\n");
    }

    /** Takes a study back none of whose runs could begin. */
    void removeIfEmpty(Study study) {
        boolean empty = find(study.id()).stream().flatMap(kept -> kept.runs().stream()).allMatch(Objects::isNull);
        if (empty) {
            try {
                FolderTree.delete(path(study));
            } catch (IOException e) {
                throw WriteFailures.explain(e, folder);
            }
        }
    }

    /** Whether some process, perhaps this one, carries the study out. */
    public boolean isAtWork(Study study) {
        return FolderLock.isHeld(path(study));
    }

    /**
     * Asks the process that carries a study out to cancel it; that looks once a second.
     *
     * @throws ExplainedException if none does
     */
    public void askToCancel(Study study) {
        if (!isAtWork(study)) {
            throw new ExplainedException("The study " + study.id() + " is not running.",
                    "The command list shows the runs that are.");
        }
        AtomicFile.write(request(study), "");
    }

    /** Whether {@link #askToCancel} was called since the last look. */
    boolean takeRequest(Study study) {
        try {
            return Files.deleteIfExists(request(study));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path request(Study study) {
        return path(study).resolve("cancel.request");
    }

    Path path(Study study) {
        return folder.resolve(study.id());
    }

    private static JsonObject toJson(Study study) {
        JsonObject json = new JsonObject();
        json.addProperty("schema", SCHEMA);
        json.addProperty("name", study.name());
        json.addProperty("created", study.created().toString());
        json.add("base", RunSpecJson.toJson(study.spec().base()));
        JsonArray vary = new JsonArray();
        study.spec().variations().forEach(variation -> vary.add(variation.text()));
        json.add("vary", vary);
        json.addProperty("random", study.spec().draws());
        JsonArray trials = new JsonArray();
        List<Map<String, String>> combinations = study.spec().combinations();
        for (int i = 0; i < study.runs().size(); i++) {
            JsonObject trial = new JsonObject();
            JsonObject settings = new JsonObject();
            combinations.get(i).forEach(settings::addProperty);
            trial.add("settings", settings);
            trial.addProperty("run", study.runs().get(i));
            trials.add(trial);
        }
        json.add("trials", trials);
        return json;
    }

    private static Optional<Study> read(Path entry) {
        try {
            JsonObject json = GSON.fromJson(Files.readString(entry.resolve(FILE)), JsonObject.class);
            if (json == null || json.get("schema").getAsInt() != SCHEMA) {
                return Optional.empty();
            }
            List<Variation> variations = json.getAsJsonArray("vary").asList().stream()
                    .map(text -> Variation.parse(text.getAsString())).toList();
            List<String> runs = new ArrayList<>();
            for (JsonElement trial : json.getAsJsonArray("trials")) {
                JsonElement run = trial.getAsJsonObject().get("run");
                runs.add(run.isJsonNull() ? null : run.getAsString());
            }
            StudySpec spec = new StudySpec(RunSpecJson.read(json.get("base").toString(), FILE), variations,
                    json.get("random").getAsInt());
            return Optional.of(new Study(entry.getFileName().toString(), RunName.require(json.get("name").getAsString()),
                    Instant.parse(json.get("created").getAsString()), spec, runs));
        } catch (IOException | JsonParseException | ExplainedException | DateTimeException | IllegalStateException
                | IllegalArgumentException | NullPointerException | UnsupportedOperationException | ClassCastException e) {
            return Optional.empty(); // never finished being created, damaged, or of another version
        }
    }
}
