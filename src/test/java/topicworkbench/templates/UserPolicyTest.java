package topicworkbench.templates;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The policy of whoever deploys and launches: enough for the stacks and for what the program calls, and no more than fits. */
class UserPolicyTest {
    private static final Path FILE = Path.of("templates/user-policy.json");
    private static final Path ADAPTER = Path.of("src/main/java/topicworkbench/run/aws");
    /** White space aside (IAM user guide, "IAM and AWS STS quotas"). */
    private static final int LONGEST_POLICY = 6144;

    /** What CloudFormation does in the user's name for a resource of each type: to make, tag, read and delete it. */
    private static final Map<String, List<String>> BY_TYPE = Map.ofEntries(
            Map.entry("AWS::S3::Bucket", List.of("s3:CreateBucket", "s3:DeleteBucket", "s3:PutBucketTagging",
                    "s3:PutEncryptionConfiguration", "s3:PutBucketPublicAccessBlock", "s3:PutBucketOwnershipControls",
                    "s3:PutBucketVersioning", "s3:PutLifecycleConfiguration", "s3:PutBucketNotification", "s3:GetBucketTagging",
                    "s3:GetEncryptionConfiguration", "s3:GetLifecycleConfiguration")),
            Map.entry("AWS::S3::BucketPolicy", List.of("s3:PutBucketPolicy", "s3:GetBucketPolicy", "s3:DeleteBucketPolicy")),
            Map.entry("AWS::ECR::Repository", List.of("ecr:CreateRepository", "ecr:DeleteRepository", "ecr:DescribeRepositories",
                    "ecr:PutLifecyclePolicy", "ecr:SetRepositoryPolicy", "ecr:PutImageTagMutability", "ecr:PutImageScanningConfiguration",
                    "ecr:TagResource", "ecr:ListTagsForResource", "ecr:GetLifecyclePolicy", "ecr:GetRepositoryPolicy",
                    "ecr:BatchDeleteImage")),
            Map.entry("AWS::CodeBuild::Project", List.of("codebuild:CreateProject", "codebuild:UpdateProject", "codebuild:DeleteProject",
                    "codebuild:BatchGetProjects")),
            Map.entry("AWS::SNS::Topic", List.of("sns:CreateTopic", "sns:DeleteTopic", "sns:SetTopicAttributes", "sns:GetTopicAttributes",
                    "sns:Subscribe", "sns:Unsubscribe", "sns:ListSubscriptionsByTopic", "sns:TagResource", "sns:ListTagsForResource",
                    "sns:GetDataProtectionPolicy")),
            Map.entry("AWS::Logs::LogGroup", List.of("logs:CreateLogGroup", "logs:DeleteLogGroup", "logs:PutRetentionPolicy",
                    "logs:TagResource", "logs:ListTagsForResource", "logs:GetDataProtectionPolicy")),
            Map.entry("AWS::IAM::Role", List.of("iam:CreateRole", "iam:DeleteRole", "iam:GetRole", "iam:PutRolePolicy",
                    "iam:GetRolePolicy", "iam:DeleteRolePolicy", "iam:ListRolePolicies", "iam:ListAttachedRolePolicies", "iam:TagRole",
                    "iam:UpdateAssumeRolePolicy", "iam:PassRole")),
            Map.entry("AWS::Glue::Job", List.of("glue:CreateJob", "glue:UpdateJob", "glue:DeleteJob", "glue:GetJob", "glue:TagResource",
                    "glue:GetTags")),
            Map.entry("AWS::StepFunctions::StateMachine", List.of("states:CreateStateMachine", "states:UpdateStateMachine",
                    "states:DeleteStateMachine", "states:DescribeStateMachine", "states:TagResource", "states:ListTagsForResource")),
            Map.entry("AWS::Events::Rule", List.of("events:PutRule", "events:DeleteRule", "events:DescribeRule", "events:PutTargets",
                    "events:RemoveTargets", "events:ListTargetsByRule")),
            Map.entry("AWS::Lambda::Function", List.of("lambda:CreateFunction", "lambda:DeleteFunction", "lambda:GetFunction",
                    "lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration", "lambda:TagResource")));

    /** The adapter's names of clients, as IAM spells the services. */
    private static final Map<String, String> SERVICES = Map.ofEntries(Map.entry("s3", "s3"), Map.entry("sageMaker", "sagemaker"),
            Map.entry("sageMakerRuntime", "sagemaker"), Map.entry("stepFunctions", "states"), Map.entry("glue", "glue"),
            Map.entry("cloudFormation", "cloudformation"), Map.entry("cloudWatch", "cloudwatch"), Map.entry("logs", "logs"),
            Map.entry("codeBuild", "codebuild"), Map.entry("ecr", "ecr"), Map.entry("sns", "sns"), Map.entry("sts", "sts"),
            Map.entry("quotas", "servicequotas"), Map.entry("pricing", "pricing"), Map.entry("tagging", "tag"));
    /** Calls of S3 whose permission has another name, or several (S3 user guide, "Required permissions for API operations"). */
    private static final Map<String, List<String>> S3 = Map.ofEntries(Map.entry("HeadObject", List.of("s3:GetObject")),
            Map.entry("HeadBucket", List.of("s3:ListBucket")), Map.entry("ListObjectsV2", List.of("s3:ListBucket")),
            Map.entry("ListObjectVersions", List.of("s3:ListBucketVersions")),
            Map.entry("DeleteObjects", List.of("s3:DeleteObject", "s3:DeleteObjectVersion")),
            Map.entry("ListMultipartUploads", List.of("s3:ListBucketMultipartUploads")),
            Map.entry("ListParts", List.of("s3:ListMultipartUploadParts")), Map.entry("CreateMultipartUpload", List.of("s3:PutObject")),
            Map.entry("UploadPart", List.of("s3:PutObject")), Map.entry("CompleteMultipartUpload", List.of("s3:PutObject")),
            Map.entry("CopyObject", List.of("s3:GetObject", "s3:PutObject")),
            Map.entry("UploadPartCopy", List.of("s3:GetObject", "s3:PutObject")));
    private static final Pattern CALL = Pattern.compile(
            "\\b(" + String.join("|", SERVICES.keySet())
            + ")\\(\\)\\s*\\.(\\w+?)(?:Paginator)?\\(\\s*(?:request|\\w+ ->|[A-Z]\\w+Request)");

    private final List<IamStatement> statements = statements();

    private static List<IamStatement> statements() {
        return IamStatement.all(JsonParser.parseString(StackTemplate.text(FILE)).getAsJsonObject());
    }

    @Test
    void fitsIntoOnePolicy() {
        assertThat(StackTemplate.text(FILE).replaceAll("\\s", "")).hasSizeLessThan(LONGEST_POLICY);
    }

    @Test
    void isEnoughForEveryResourceOfTheStacks() {
        List<IamNeed> needs = stackNeeds();
        assertThat(lacking(statements, needs)).isEmpty();
        assertThat(needs).hasSizeGreaterThan(100);
        for (String service : List.of("s3:Put", "iam:", "ecr:", "codebuild:", "sns:", "logs:", "glue:", "states:", "events:", "lambda:")) {
            List<IamStatement> less = statements.stream().map(statement -> new IamStatement(statement.actions().stream()
                    .filter(action -> !action.startsWith(service)).toList(), statement.resources())).toList();
            assertThat(lacking(less, needs)).as("without " + service).isNotEmpty();
        }
    }

    private static List<IamNeed> stackNeeds() {
        DeployedStacks stacks = DeployedStacks.read();
        List<IamNeed> needs = new ArrayList<>();
        for (Path file : List.of(StackTemplate.PLATFORM, StackTemplate.WORKFLOW)) {
            StackTemplate.read(file).resources().forEach((name, resource) -> {
                String type = resource.get("Type").getAsString();
                assertThat(BY_TYPE).containsKey(type);
                BY_TYPE.get(type).forEach(action -> needs.add(new IamNeed(action, stacks.arnOf(name))));
            });
        }
        return needs;
    }

    @Test
    void isEnoughForEveryCallOfTheProgram() throws IOException {
        Set<String> actions = new TreeSet<>();
        for (String source : sources()) {
            actions.addAll(actions(source));
        }
        assertThat(actions.stream().filter(action -> statements.stream().flatMap(statement -> statement.actions().stream())
                .noneMatch(allowed -> IamStatement.matches(allowed, action))))
                .as("called in " + ADAPTER + ", but not allowed in " + FILE).isEmpty();
        assertThat(actions("aws.sageMaker().listTrainingJobsPaginator(request -> request)\naws.s3()\n  .headObject(request -> {"))
                .containsExactlyInAnyOrder("sagemaker:ListTrainingJobs", "s3:GetObject");
    }

    private static Set<String> actions(String source) {
        Set<String> actions = new TreeSet<>();
        Matcher call = CALL.matcher(source);
        while (call.find()) {
            String operation = call.group(2).substring(0, 1).toUpperCase(Locale.ROOT) + call.group(2).substring(1);
            String action = SERVICES.get(call.group(1)) + ":" + operation;
            actions.addAll(call.group(1).equals("s3") ? S3.getOrDefault(operation, List.of(action)) : List.of(action));
        }
        return actions;
    }

    private static List<String> sources() throws IOException {
        if (!Files.isDirectory(ADAPTER)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(ADAPTER)) {
            return files.filter(file -> file.toString().endsWith(".java")).map(StackTemplate::text).toList();
        }
    }

    @Test
    void namesWhatItIsAboutWhereAwsLetsIt() {
        IamReference reference = IamReference.read();
        statements.forEach(statement -> assertThat(reference.faults(statement)).isEmpty());
        Set<String> wide = new TreeSet<>(statements.stream().filter(statement -> statement.resources().contains("*"))
                .flatMap(statement -> statement.actions().stream()).toList());
        assertThat(wide.stream().filter(reference::hasResources)).as("of those that are allowed on everything")
                .containsExactly("cloudwatch:GetMetricData", "cloudwatch:ListMetrics");
    }

    private static List<IamNeed> lacking(List<IamStatement> statements, List<IamNeed> needs) {
        return needs.stream().filter(need -> statements.stream().noneMatch(statement -> statement.allows(need))).toList();
    }
}
