package topicworkbench.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The house as rules: which package may use which others, and where JavaFX and the AWS SDK may be seen. They are made
 * for a root package, so that a small planted house can show that each of them catches its violation.
 */
final class HouseRules {
    private static final List<String> SCREENS = List.of("ui.configure", "ui.monitor", "ui.explore", "ui.curate",
            "ui.compare", "ui.cloud", "ui.help");

    /** What formats numbers, or changes case, as the machine's language does unless it is given another. */
    private static final Set<String> LOCALIZED = Set.of("format", "formatted", "printf", "toLowerCase", "toUpperCase");
    private static final Set<String> PRINTERS = Set.of("java.lang.String", "java.io.PrintStream", "java.io.PrintWriter");

    /** How failures, numbers and single lines are worded. */
    static final Set<String> FOR_EVERYBODY = Set.of("failure", "wording");

    /** A package and those it may use, itself aside. Everybody may use {@link #FOR_EVERYBODY}; nobody may use the root. */
    private static final Map<String, Set<String>> MAY_USE = table();

    private HouseRules() { }

    static Set<String> packages() {
        return MAY_USE.keySet();
    }

    static Map<String, Set<String>> table() {
        Map<String, Set<String>> table = new LinkedHashMap<>();
        row(table, "failure");
        row(table, "wording");
        row(table, "math");
        row(table, "files");
        row(table, "corpus", "files", "math");
        row(table, "topic", "math", "corpus");
        row(table, "fit", "math", "corpus", "topic");
        row(table, "quality", "math", "corpus", "topic");
        row(table, "projection", "math");
        row(table, "scatter", "math");
        row(table, "sagemaker", "math", "corpus", "topic");
        row(table, "run", "math", "corpus", "topic", "fit");
        row(table, "cloud", "math", "run");
        row(table, "curation", "math", "topic");
        row(table, "workspace", "files", "math", "corpus", "topic", "fit", "quality", "projection", "run", "curation");
        row(table, "evaluation", "files", "math", "corpus", "topic", "fit", "quality", "sagemaker", "run", "workspace");
        row(table, "study", "files", "math", "corpus", "topic", "fit", "quality", "projection", "run", "curation", "workspace");
        row(table, "comparison", "math", "corpus", "topic", "fit", "quality", "projection", "run", "curation", "workspace");
        row(table, "exploration", "math", "corpus", "topic", "fit", "quality", "projection", "run", "curation", "workspace");
        row(table, "exploration.search", "files", "math", "corpus", "run", "workspace", "exploration");
        row(table, "exploration.classify", "math", "corpus", "topic", "fit", "sagemaker", "run", "cloud", "workspace",
                "evaluation", "exploration");
        row(table, "job", "files", "math", "corpus", "topic", "fit", "quality", "projection", "sagemaker", "run", "curation", "workspace",
                "evaluation");
        row(table, "chart", "math", "topic", "projection", "scatter");
        String[] told = {"chart", "files", "math", "corpus", "topic", "fit", "quality", "projection", "scatter", "run",
            "curation", "workspace", "study", "comparison", "exploration"};
        row(table, "export", told);
        row(table, "export.picture", plus(told, "export"));
        row(table, "export.table", plus(told, "export"));
        row(table, "export.deck", plus(told, "export", "export.picture"));
        row(table, "export.report", plus(told, "export", "export.picture"));
        row(table, "export.notebook", plus(told, "export"));
        row(table, "export.file", plus(told, "export", "export.picture", "export.table", "export.deck", "export.report",
                "export.notebook"));
        String[] exports = {"chart", "export", "export.picture", "export.table", "export.deck", "export.report",
            "export.notebook", "export.file"};
        String[] engine = plus(exports, "files", "math", "corpus", "topic", "fit", "quality", "projection", "scatter", "sagemaker",
                "run", "cloud", "job", "curation", "workspace", "evaluation", "study", "comparison", "exploration",
                "exploration.search",
                "exploration.classify");
        row(table, "run.local", engine);
        row(table, "run.aws.sdk", "run", "cloud");
        String[] aws = plus(engine, "run.aws.sdk");
        row(table, "run.aws.transfer", aws);
        row(table, "run.aws.platform", aws);
        row(table, "run.aws.spending", aws);
        row(table, "run.aws.endpoint", aws);
        row(table, "run.aws", plus(aws, "run.aws.transfer", "run.aws.platform", "run.aws.spending", "run.aws.endpoint"));
        row(table, "cli", plus(engine, "run.local", "run.aws"));
        row(table, "ui.support", "files", "math", "run", "cloud", "chart");
        row(table, "ui.chart", "files", "math", "topic", "projection", "scatter", "run", "workspace", "chart", "ui.support");
        for (String screen : SCREENS) {
            row(table, screen, plus(engine, "ui.support", "ui.chart"));
        }
        String[] shell = plus(engine, "ui.support", "ui.chart");
        row(table, "ui.shell", plus(shell, SCREENS.toArray(String[]::new)));
        return table;
    }

    private static void row(Map<String, Set<String>> table, String name, String... mayUse) {
        Set<String> allowed = new TreeSet<>(List.of(mayUse));
        allowed.addAll(FOR_EVERYBODY);
        allowed.add(name);
        table.put(name, allowed);
    }

    private static String[] plus(String[] some, String... more) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    static List<ArchRule> all(String root) {
        List<ArchRule> rules = new ArrayList<>();
        MAY_USE.keySet().forEach(name -> rules.add(mayUse(root, name)));
        rules.add(noCycles(root));
        rules.add(javaFxOnlyInTheWindow(root));
        rules.add(awsOnlyInItsAdapter(root));
        rules.add(networkOnlyWhereAwsIs(root));
        rules.add(noSceneInViewModels(root));
        rules.add(platformOnlyInSupport(root));
        rules.add(noWordsAsTheMachineHasThem(root));
        return rules;
    }

    static ArchRule mayUse(String root, String name) {
        Set<String> allowed = MAY_USE.get(name);
        return classes().that().resideInAPackage(root + "." + name)
                .should().onlyDependOnClassesThat(describe("live outside, or in " + allowed,
                        (JavaClass target) -> !isInside(root, target) || allowed.contains(roomOf(root, target))))
                .because("the house says what " + name + " may use (src/main/doc/decisions/0001-house.md)")
                .allowEmptyShould(true);
    }

    static ArchRule noCycles(String root) {
        return SlicesRuleDefinition.slices().matching(root + ".(**)").should().beFreeOfCycles()
                .because("packages that need each other are one package");
    }

    static ArchRule javaFxOnlyInTheWindow(String root) {
        return noClasses().that().resideOutsideOfPackages(root + ".ui..", root)
                .should().dependOnClassesThat().resideInAPackage("javafx..")
                .because("everything but the window also runs on a server").allowEmptyShould(true);
    }

    static ArchRule awsOnlyInItsAdapter(String root) {
        return noClasses().that().resideOutsideOfPackage(root + ".run.aws..")
                .should().dependOnClassesThat().resideInAPackage("software.amazon.awssdk..")
                .because("the cloud is reached through one adapter").allowEmptyShould(true);
    }

    static ArchRule networkOnlyWhereAwsIs(String root) {
        return noClasses().that().resideOutsideOfPackages(root + ".run.aws..", root + ".job")
                .should().dependOnClassesThat(describe("open connections", type -> type.getPackageName().startsWith("java.net.http")
                        || type.getName().matches("java\\.(net|nio\\.channels)\\.\\w*(Socket|URLConnection|Channel)")
                        && !type.getName().endsWith(".FileChannel") && !type.getName().endsWith("ByteChannel")))
                .because("no connection is opened but to AWS, when the user uses it").allowEmptyShould(true);
    }

    static ArchRule noSceneInViewModels(String root) {
        return noClasses().that().resideInAPackage(root + "..").and().haveSimpleNameContaining("ViewModel")
                .should().dependOnClassesThat().resideInAPackage("javafx.scene..")
                .because("a view model is tested without a toolkit").allowEmptyShould(true);
    }

    static ArchRule platformOnlyInSupport(String root) {
        return noClasses().that().resideInAPackage(root + "..").and().resideOutsideOfPackage(root + ".ui.support")
                .should().dependOnClassesThat().haveFullyQualifiedName("javafx.application.Platform")
                .because("one place decides what runs on the window's thread").allowEmptyShould(true);
    }

    /** The words are English, so that their numbers are, too; and what is lower case must not depend on where. */
    static ArchRule noWordsAsTheMachineHasThem(String root) {
        return noClasses().that().resideInAPackage(root + "..")
                .should().callMethodWhere(describe("of a text without a Locale", call -> LOCALIZED.contains(call.getTarget().getName())
                        && PRINTERS.contains(call.getTargetOwner().getName())
                        && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Locale.class))))
                .because("a German system would write 1.234 into English words; name a Locale").allowEmptyShould(true);
    }

    private static boolean isInside(String root, JavaClass type) {
        JavaClass element = type.getBaseComponentType();
        return element.getPackageName().equals(root) || element.getPackageName().startsWith(root + ".");
    }

    private static String roomOf(String root, JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.equals(root) ? "(root)" : name.substring(root.length() + 1);
    }
}
