package topicworkbench.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The roles against what their bearers need: nothing is missing, nothing is too much, and no asterisk that could be avoided. */
class RolePermissionsTest {
    /** Which AWS itself gives on everything only. */
    private static final Set<String> WITHOUT_RESOURCES = Set.of("cloudwatch:PutMetricData", "ecr:GetAuthorizationToken",
            "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies",
            "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery");

    private final DeployedStacks stacks = DeployedStacks.read();
    private final Map<String, List<IamNeed>> needs = RoleNeeds.of(stacks);
    private final Map<String, List<IamStatement>> roles = stacks.roles();

    @Test
    void everyPermissionThatIsNeededIsThere() {
        assertThat(roles.keySet()).isEqualTo(needs.keySet());
        roles.forEach((role, statements) -> assertThat(lacking(statements, needs.get(role))).as(role).isEmpty());
        assertThat(needs.get("PipelineRole")).hasSizeGreaterThan(40)
                .anySatisfy(need -> assertThat(need.action()).isEqualTo("sagemaker:CreateHyperParameterTuningJob"));
    }

    @Test
    void takingAnyActionOrResourceAwayIsCaught() {
        int taken = 0;
        for (Map.Entry<String, List<IamStatement>> role : roles.entrySet()) {
            for (IamStatement statement : role.getValue()) {
                for (IamStatement less : oneLess(statement)) {
                    List<IamStatement> rest = new ArrayList<>(role.getValue());
                    rest.set(rest.indexOf(statement), less);
                    assertThat(lacking(rest, needs.get(role.getKey()))).as("%s with %s", role.getKey(), less).isNotEmpty();
                    taken++;
                }
            }
        }
        assertThat(taken).isGreaterThan(100);
    }

    @Test
    void allowsEverythingOnlyWhereThereIsNothingToName() {
        roles.forEach((role, statements) -> assertThat(statements).as(role).allMatch(RolePermissionsTest::isNarrow));
        assertThat(isNarrow(new IamStatement(List.of("s3:GetObject"), List.of("*")))).isFalse();
        assertThat(isNarrow(new IamStatement(List.of("s3:*"), List.of("arn:aws:s3:::bucket")))).isFalse();
    }

    private static boolean isNarrow(IamStatement statement) {
        return statement.actions().stream().noneMatch(action -> action.contains("*")) && !statement.resources().contains("*")
                || WITHOUT_RESOURCES.containsAll(statement.actions());
    }

    @Test
    void actionsAndResourcesAreThoseOfAws() {
        IamReference reference = IamReference.read();
        roles.values().stream().flatMap(List::stream).forEach(statement -> assertThat(reference.faults(statement)).isEmpty());
        assertThat(reference.faults(new IamStatement(List.of("sagemaker:CreateTrainJob"), List.of("*"))))
                .containsExactly("there is no action sagemaker:CreateTrainJob");
        assertThat(reference.faults(new IamStatement(List.of("glue:StartJobRun"), List.of("arn:aws:glue:us-east-1:1:jobs/a"))))
                .anySatisfy(fault -> assertThat(fault).contains("cannot be allowed on"));
        Set<String> couldBeLimited = new TreeSet<>(WITHOUT_RESOURCES);
        couldBeLimited.removeIf(action -> !reference.hasResources(action));
        assertThat(couldBeLimited).as("of those that are allowed on everything").containsOnly("cloudwatch:PutMetricData");
    }

    private static List<IamNeed> lacking(List<IamStatement> statements, List<IamNeed> needs) {
        return needs.stream().filter(need -> statements.stream().noneMatch(statement -> statement.allows(need))).toList();
    }

    private static List<IamStatement> oneLess(IamStatement statement) {
        List<IamStatement> fewer = new ArrayList<>();
        for (String action : statement.actions()) {
            fewer.add(new IamStatement(without(statement.actions(), action), statement.resources()));
        }
        for (String resource : statement.resources()) {
            fewer.add(new IamStatement(statement.actions(), without(statement.resources(), resource)));
        }
        return fewer;
    }

    private static List<String> without(List<String> all, String one) {
        return all.stream().filter(each -> !each.equals(one)).toList();
    }
}
