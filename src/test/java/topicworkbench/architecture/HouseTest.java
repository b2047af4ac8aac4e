package topicworkbench.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house holds: every rule passes on the product, and fails on the planted violations. */
class HouseTest {
    private static final String ROOT = "topicworkbench";
    private static final String PLANTED = "topicworkbench.architecture.planted";
    private static final int LONGEST_FILE = 500;
    private static final int LONGEST_LINE = 140;
    private static final Pattern TEXT_BLOCK = Pattern.compile("\"\"\"\n.*?\"\"\"", Pattern.DOTALL);

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(PLANTED);

    @TestFactory
    Stream<DynamicTest> theHouseHolds() {
        return HouseRules.all(ROOT).stream().map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(PRODUCT)));
    }

    @Test
    void everyPackageHasItsRow() {
        Set<String> rooms = PRODUCT.stream().map(c -> c.getPackageName()).filter(name -> !name.equals(ROOT))
                .map(name -> name.substring(ROOT.length() + 1)).collect(Collectors.toCollection(TreeSet::new));
        assertThat(HouseRules.packages()).containsAll(rooms);
    }

    @Test
    void theDrawingShowsTheRules() throws IOException {
        assertThat(HouseDrawing.svg()).as("HouseDrawing draws it anew").isEqualTo(Files.readString(HouseDrawing.FILE));
    }

    @TestFactory
    Stream<DynamicTest> aPlantedViolationIsCaught() {
        return Stream.of(
                caught("an engine package that uses the command line", HouseRules.mayUse(PLANTED, "math")),
                caught("a package that uses an adapter", HouseRules.mayUse(PLANTED, "run")),
                caught("a screen that knows another screen", HouseRules.mayUse(PLANTED, "ui.explore")),
                caught("an array of a forbidden type", HouseRules.mayUse(PLANTED, "corpus")),
                caught("a cycle", HouseRules.noCycles(PLANTED)),
                caught("JavaFX outside the window", HouseRules.javaFxOnlyInTheWindow(PLANTED)),
                caught("the AWS SDK outside its adapter", HouseRules.awsOnlyInItsAdapter(PLANTED)),
                caught("a connection beside AWS", HouseRules.networkOnlyWhereAwsIs(PLANTED)),
                caught("a scene in a view model", HouseRules.noSceneInViewModels(PLANTED)),
                caught("Platform in a screen", HouseRules.platformOnlyInSupport(PLANTED)),
                caught("numbers as the machine writes them", HouseRules.noWordsAsTheMachineHasThem(PLANTED)));
    }

    private static DynamicTest caught(String violation, ArchRule rule) {
        return dynamicTest(violation, () -> assertThat(rule.evaluate(VIOLATIONS).hasViolation()).isTrue());
    }

    @Test
    void noFileIsTooLong() throws IOException {
        List<String> tooLong = sources().entrySet().stream().filter(file -> file.getValue().lines().count() > LONGEST_FILE)
                .map(file -> file.getKey().toString()).toList();
        assertThat(tooLong).as("files over %d lines", LONGEST_FILE).isEmpty();
    }

    /** Texts in blocks and addresses cannot be broken. */
    @Test
    void noLineIsTooLong() throws IOException {
        List<String> tooLong = sources().entrySet().stream().flatMap(file -> TEXT_BLOCK.matcher(file.getValue()).replaceAll("\n").lines()
                .filter(line -> line.length() > LONGEST_LINE && !line.contains("://")).map(line -> file.getKey() + ": " + line.strip()))
                .toList();
        assertThat(tooLong).as("lines over %d characters", LONGEST_LINE).isEmpty();
    }

    private static Map<Path, String> sources() throws IOException {
        Map<Path, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : (Iterable<Path>) files.filter(file -> file.toString().endsWith(".java"))::iterator) {
                sources.put(file, Files.readString(file));
            }
        }
        return sources;
    }
}
