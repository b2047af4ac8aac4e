package topicworkbench.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The stacks against AWS's schema of resources, and every name in them against what there is. */
class StackTemplateTest {

    @Test
    void whatStacksAreMadeOfIsAsAwsHasIt() {
        ResourceSchema schema = ResourceSchema.read();
        assertThat(schema.faults(StackTemplate.read(StackTemplate.PLATFORM))).isEmpty();
        assertThat(schema.faults(StackTemplate.read(StackTemplate.WORKFLOW))).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> mistakesInResourcesAreCaught() {
        ResourceSchema schema = ResourceSchema.read();
        return Stream.of(mistake(schema, StackTemplate.PLATFORM, "AWS::SNS::Topic", "AWS::SNS::Subject", "there is no type"),
                mistake(schema, StackTemplate.PLATFORM, "BlockPublicAcls", "BlockPublicAcl", "has no property BlockPublicAcl"),
                mistake(schema, StackTemplate.PLATFORM, "SSEAlgorithm: AES256", "SSEAlgorithm: AES", "may not be AES"),
                mistake(schema, StackTemplate.PLATFORM, "PrivilegedMode: true", "PrivilegedMode: privileged", "is no boolean"),
                mistake(schema, StackTemplate.PLATFORM, "      ServiceRole: !GetAtt BuildRole.Arn\n", "", "lacks ServiceRole"),
                mistake(schema, StackTemplate.PLATFORM, "{Protocol: email, Endpoint", "{Protocoll: email, Endpoint", "lacks Protocol"),
                mistake(schema, StackTemplate.PLATFORM, "!GetAtt Repository.RepositoryUri", "!GetAtt Repository.Uri",
                        "has no attribute Uri"),
                mistake(schema, StackTemplate.PLATFORM, "NoncurrentDays: 7", "NoncurrentDays: seven", "is no integer"),
                mistake(schema, StackTemplate.WORKFLOW, "WorkerType: G.1X", "WorkerType: G.3X", "may not be G.3X"),
                mistake(schema, StackTemplate.WORKFLOW, "LogGroupArn:", "LogGroupARN:", "has no property LogGroupARN"),
                mistake(schema, StackTemplate.WORKFLOW, "        - Id: pipeline\n          Arn:", "        - Arn:", "lacks Id"),
                mistake(schema, StackTemplate.WORKFLOW, "DefinitionSubstitutions:", "DefinitionSubstitution:",
                        "has no property DefinitionSubstitution"),
                mistake(schema, StackTemplate.WORKFLOW, "Tags: [{Key: ", "Tags: [{key: ", "is no tag"));
    }

    private static DynamicTest mistake(ResourceSchema schema, Path file, String right, String wrong, String fault) {
        return DynamicTest.dynamicTest(right + " as " + wrong, () -> caught(schema.faults(planted(file, right, wrong)), fault));
    }

    private static StackTemplate planted(Path file, String right, String wrong) {
        String text = StackTemplate.text(file);
        assertThat(text).contains(right);
        return StackTemplate.of(text.replace(right, wrong));
    }

    private static void caught(List<String> faults, String fault) {
        assertThat(faults).anySatisfy(found -> assertThat(found).contains(fault));
    }

    @Test
    void whatIsNamedIsThereAndWhatIsThereIsNamed() {
        assertThat(StackReferences.faults(StackTemplate.read(StackTemplate.PLATFORM))).isEmpty();
        assertThat(StackReferences.faults(StackTemplate.read(StackTemplate.WORKFLOW))).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> namesOfNothingAreCaught() {
        return Stream.of(unknown(StackTemplate.PLATFORM, "!GetAtt BuildRole.Arn", "!GetAtt BuilderRole.Arn",
                "BuilderRole is none of Resources"),
                unknown(StackTemplate.PLATFORM, "!Ref RunDays", "90", "RunDays of Parameters is not used"),
                unknown(StackTemplate.PLATFORM, "${DataBucket.Arn}/raw/*", "${Bucket.Arn}/raw/*", "Bucket is none of Resources"),
                unknown(StackTemplate.PLATFORM, "        - Notifies\n", "        - Notify\n", "Notify is none of Conditions"),
                unknown(StackTemplate.WORKFLOW, "Condition: Classifies", "Condition: Classified", "Classified is none of Conditions"),
                unknown(StackTemplate.WORKFLOW, "!FindInMap [Algorithms", "!FindInMap [Algorithm", "Algorithm is none of Mappings"),
                unknown(StackTemplate.WORKFLOW, "- Account:", "- Registry:", "Account is none of Resources"),
                unknown(StackTemplate.WORKFLOW, "!Ref ClassifyEndpoint", "endpoint", "ClassifyEndpoint of Parameters is not used"));
    }

    private static DynamicTest unknown(Path file, String right, String wrong, String fault) {
        return DynamicTest.dynamicTest(right + " as " + wrong, () -> caught(StackReferences.faults(planted(file, right, wrong)), fault));
    }

    @Test
    void aliasesAndDoubledKeysAreRefusedAsCloudFormationDoes() {
        assertThatThrownBy(() -> StackTemplate.of("A: &a {B: c}\nD: *a\n")).hasMessageContaining("aliases");
        assertThatThrownBy(() -> StackTemplate.of("A: 1\nA: 2\n")).hasMessageContaining("twice");
    }

    @Test
    void theSecondStackTakesOnlyWhatTheFirstGives() {
        DeployedStacks stacks = DeployedStacks.read();
        assertThat(stacks.missingExports()).isEmpty();
        assertThat(stacks.substitutions().keySet()).isEqualTo(StateMachine.placeholders());
        assertThat(stacks.substitutions().get("NtmImage")).isEqualTo("382416733822.dkr.ecr.us-east-1.amazonaws.com/ntm:1");
        assertThat(stacks.substitutions().get("ProcessingImage"))
                .isEqualTo("123456789012.dkr.ecr.us-east-1.amazonaws.com/topic-workbench:r1");
    }
}
