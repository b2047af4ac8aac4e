package topicworkbench.reliability;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import topicworkbench.curation.CurationJournal;
import topicworkbench.exploration.CheckAnswers;
import topicworkbench.exploration.search.SearchQuery;
import topicworkbench.export.LabelsFile;
import topicworkbench.export.LabelsImport;
import topicworkbench.run.RunSpecFile;
import topicworkbench.run.RunSpecJson;
import topicworkbench.run.RunSpecs;
import topicworkbench.testdata.SmallRun;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.workspace.RunFiles;

/** The readers of what people write, save, and send to one another. */
final class PeopleTargets {
    /** Of each file that it cannot read it says so, once for every input. */
    private static final Logger PREFERENCES = Logger.getLogger(WindowPreferences.class.getName());
    private static final String JOURNAL = """
            {"time":"2026-11-30T10:00:00.000Z","who":"ana","do":"name","topic":0,"label":"Batteries"}
            {"time":"2026-11-30T10:00:01.000Z","who":"ana","do":"merge","topic":0,"others":[1]}
            {"time":"2026-11-30T10:00:02.000Z","who":"ben","do":"split","topic":2,"parts":[3,4],"file":"2-parts.parquet"}
            {"time":"2026-11-30T10:00:03.000Z","who":"ben","do":"several","reason":"x","edits":[{"do":"hide","topic":1,"hidden":true},{"do":"note","topic":2,"note":"y"}]}
            {"time":"2026-11-30T10:00:04.000Z","who":"ben","do":"undo"}
            {"time":"2026-11-30T10:00:05.000Z","who":"ben","do":"redo"}
            {"time":"2026-11-30T10:00:06.000Z","who":"ben","do":"mark","topic":2,"verdict":"good"}
            {"time":"2026-11-30T10:00:07.000Z","who":"ben","do":"paint","topic":2,"color":"#336699"}
            {"time":"2026-11-30T10:00:08.000Z","who":"ben","do":"separate","topic":0,"part":1}
            {"time":"2026-11-30T10:00:09.000Z","who":"ben","do":"attach","topic":2,"run":"20261130-100000-abcd"}
            {"time":"2026-11-30T10:00:10.000Z","who":"ben","do":"correct","reviews":[4,7],"topic":1}
            {"time":"2026-11-30T10:00:11.000Z","who":"ben","do":"flag","reviews":[4],"flagged":true}
            {"time":"2026-11-30T10:00:12.000Z","who":"ben","do":"describe","topic":2,"description":"z"}
            """;

    private PeopleTargets() { }

    static List<FuzzTarget> all() {
        return List.of(spec(), journal(), checks(), labels("labels-json", "labels.json"), labels("labels-csv", "labels.csv"), search(),
                preferences());
    }

    private static FuzzTarget spec() {
        Scratch scratch = Scratch.make();
        return FuzzTarget.explained("spec",
                () -> RunSpecs.ALGORITHMS.stream().map(name -> RunSpecs.defaults(name, 7)).map(RunSpecJson::write)
                .map(PeopleTargets::utf8).toList(),
                bytes -> RunSpecJson.write(RunSpecFile.read(scratch.file("a.twspec", bytes)))).inFiles();
    }

    private static FuzzTarget journal() {
        Scratch scratch = Scratch.make();
        return FuzzTarget.forgiving("journal", texts(JOURNAL, beginning(3)), bytes -> {
            CurationJournal journal = CurationJournal.of(scratch.file("labels.jsonl", bytes), SmallRun.TOPICS);
            journal.curation().everything();
            journal.decisions();
        }).inFiles();
    }

    private static FuzzTarget checks() {
        Scratch scratch = Scratch.make();
        return FuzzTarget.forgiving("check-answers", texts("""
                {"time":"2026-11-30T10:00:00Z","who":"ana","seed":3,"topic":1,"asked":"words","shown":["a","b"],"expected":1,"answer":0}
                {"time":"2026-11-30T10:00:00Z","who":"ana","seed":3,"topic":1,"asked":"review","review":7,"shown":[1,2],"expected":1,"answer":null}
                """), bytes -> {
            CheckAnswers answers = new CheckAnswers(scratch.file("checks.jsonl", bytes), Clock.systemUTC(), "ana");
            answers.result();
            answers.people();
        }).inFiles();
    }

    private static FuzzTarget labels(String target, String name) {
        OneRun run = new OneRun();
        Scratch scratch = Scratch.make();
        Supplier<List<byte[]>> seeds = () -> {
            run.damage(RunFiles::labels, utf8(beginning(4)));
            Path written = scratch.folder().resolve(name);
            LabelsFile.write(run.folder(), written, true);
            return List.of(Scratch.bytes(written));
        };
        return FuzzTarget.explained(target, seeds, bytes -> {
            LabelsImport.read(run.folder(), scratch.file(name, bytes));
            scratch.holdsOnly(name);
        }).inDatabase();
    }

    private static FuzzTarget search() {
        String review = "It never charged, and nobody answers my e-mails. 100% waste of money! Crème brûlée";
        return FuzzTarget.explained("search", texts("late refund", "\"waste of money\" -windows", "refund* OR late", "/charg(e|ing)/ b*",
                "/(a|b)*c{2,3}[^d-f]?/ OR x"), bytes -> SearchQuery.parse(new String(bytes, StandardCharsets.UTF_8)).hits(review));
    }

    private static FuzzTarget preferences() {
        Scratch scratch = Scratch.make();
        return FuzzTarget.forgiving("preferences", () -> {
            PREFERENCES.setLevel(Level.OFF);
            Path file = scratch.folder().resolve("window.json");
            WindowPreferences preferences = WindowPreferences.open(file);
            preferences.setSize("divider", 0.4);
            preferences.setColumns("topics", List.of("label", "words"));
            preferences.setChoice("room", "words");
            preferences.addRecentReviews(List.of("a.csv", "b.csv"));
            preferences.addSearch("late");
            preferences.save();
            return List.of(Scratch.bytes(file));
        }, bytes -> {
            WindowPreferences read = WindowPreferences.open(scratch.file("window.json", bytes));
            read.appearance().name();
            read.settings().place();
            read.size("divider", 1);
            read.columns("topics", List.of("label"));
            List<String> shown = new ArrayList<>(read.searches());
            shown.add(read.choice("room", "words"));
            read.recentReviews().forEach(shown::addAll);
            if (shown.contains(null)) {
                throw new IllegalStateException("nothing would be shown where there should be a text");
            }
            read.setWindow(read.width(), read.height(), read.maximized());
            read.addRecentReviews(List.of("c.csv"));
            read.addSearch("refund");
            read.save();
        }).inFiles();
    }

    /** Of the journal, without a split, to which a table belongs. */
    private static String beginning(int lines) {
        return JOURNAL.lines().filter(line -> !line.contains("split")).limit(lines).collect(Collectors.joining("\n", "", "\n"));
    }

    private static Supplier<List<byte[]>> texts(String... texts) {
        return () -> Stream.of(texts).map(PeopleTargets::utf8).toList();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
