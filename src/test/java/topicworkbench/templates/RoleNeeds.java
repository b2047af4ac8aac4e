package topicworkbench.templates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The permissions that each role's bearer cannot do without; those of the pipeline are read off the state machine. */
final class RoleNeeds {
    private static final String NONE = "*";

    private final DeployedStacks stacks;

    private RoleNeeds(DeployedStacks stacks) {
        this.stacks = stacks;
    }

    /** By the role's name in the template. */
    static Map<String, List<IamNeed>> of(DeployedStacks stacks) {
        RoleNeeds needs = new RoleNeeds(stacks);
        Map<String, List<IamNeed>> roles = new LinkedHashMap<>();
        roles.put("SageMakerRole", needs.sagemaker());
        roles.put("GlueRole", needs.glue());
        roles.put("PipelineRole", needs.pipeline());
        roles.put("StartRole", List.of(new IamNeed("states:StartExecution", stacks.work("StartOnFile").getAsJsonArray("Targets")
                .get(0).getAsJsonObject().get("Arn").getAsString())));
        roles.put("BuildRole", needs.build());
        roles.put("ClassifyRole", needs.classify());
        return roles;
    }

    /** SageMaker developer guide, "SageMaker roles": CreateTrainingJob, CreateProcessingJob, CreateModel. */
    private List<IamNeed> sagemaker() {
        List<IamNeed> needs = new ArrayList<>();
        all(needs, data("/runs/a-run/spec.json"), "s3:GetObject");
        all(needs, data("/automatic/embeddings/glove.txt"), "s3:GetObject");
        all(needs, data("/runs/a-run/models/ntm/tw-a-run-ntm-0/output/model.tar.gz"), "s3:GetObject", "s3:PutObject");
        all(needs, data(""), "s3:ListBucket");
        String[] pull = {"ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"};
        all(needs, stacks.ground("Repository.Arn"), pull);
        for (String image : List.of("NtmImage", "LdaImage")) {
            String[] parts = stacks.substitutions().get(image).split("[./:]");
            all(needs, "arn:aws:ecr:" + parts[3] + ":" + parts[0] + ":repository/" + parts[parts.length - 2], pull);
        }
        for (String group : List.of("TrainingJobs", "ProcessingJobs", "TransformJobs", "Endpoints/tw-reviews")) {
            String arn = DeployedStacks.arn("logs", "log-group:/aws/sagemaker/" + group);
            all(needs, arn, "logs:CreateLogGroup", "logs:DescribeLogStreams");
            all(needs, arn + ":log-stream:a-job/algo-1-1", "logs:CreateLogStream", "logs:PutLogEvents");
        }
        all(needs, NONE, "ecr:GetAuthorizationToken", "cloudwatch:PutMetricData");
        return needs;
    }

    /** The script and jar, what they read and write, and the log (managed policy AWSGlueServiceRole, of which they need no more). */
    private List<IamNeed> glue() {
        List<IamNeed> needs = new ArrayList<>();
        for (String job : List.of("IngestJob", "PrepareJob")) {
            String script = stacks.work(job).getAsJsonObject("Command").get("ScriptLocation").getAsString();
            String jar = stacks.work(job).getAsJsonObject("DefaultArguments").get("--extra-jars").getAsString();
            all(needs, script.replace("s3://", "arn:aws:s3:::"), "s3:GetObject");
            all(needs, jar.replace("s3://", "arn:aws:s3:::"), "s3:GetObject");
        }
        all(needs, data("/raw/reviews.csv"), "s3:GetObject");
        all(needs, data("/runs/a-run/ingested/_temporary/0/part-0.parquet"), "s3:DeleteObject", "s3:GetObject", "s3:PutObject");
        all(needs, data(""), "s3:ListBucket");
        all(needs, stacks.ground("ToolsBucket.Arn"), "s3:ListBucket");
        for (String group : List.of("/aws-glue/jobs/error", stacks.ground("LogGroup"))) {
            String arn = DeployedStacks.arn("logs", "log-group:" + group);
            all(needs, arn + ":", "logs:CreateLogGroup");
            all(needs, arn + ":log-stream:jr_1", "logs:CreateLogStream", "logs:PutLogEvents");
        }
        return needs;
    }

    private List<IamNeed> pipeline() {
        List<IamNeed> needs = new ArrayList<>(PipelineNeeds.of(StateMachine.of(StateMachine.text(stacks.substitutions()))));
        // what a state machine needs for its log (Step Functions developer guide, "Logging using CloudWatch Logs")
        all(needs, NONE, "logs:CreateLogDelivery", "logs:GetLogDelivery", "logs:UpdateLogDelivery", "logs:DeleteLogDelivery",
                "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:DescribeResourcePolicies", "logs:DescribeLogGroups");
        return needs;
    }

    /** CodeBuild user guide, "Create a CodeBuild service role", for S3, ECR and CloudWatch Logs. */
    private List<IamNeed> build() {
        List<IamNeed> needs = new ArrayList<>();
        all(needs, stacks.ground("ToolsBucket.Arn") + "/releases/r1/image.zip", "s3:GetObject", "s3:GetObjectVersion");
        all(needs, stacks.ground("ToolsBucket.Arn"), "s3:GetBucketAcl", "s3:GetBucketLocation");
        all(needs, stacks.ground("Repository.Arn"), "ecr:BatchCheckLayerAvailability", "ecr:InitiateLayerUpload",
                "ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:PutImage");
        all(needs, NONE, "ecr:GetAuthorizationToken");
        ownLog(needs, "build/1");
        return needs;
    }

    /** What ClassifyFunction calls. */
    private List<IamNeed> classify() {
        List<IamNeed> needs = new ArrayList<>();
        String endpoint = stacks.work("Classify").getAsJsonObject("Environment").getAsJsonObject("Variables").get("TW_ENDPOINT")
                .getAsString();
        all(needs, DeployedStacks.arn("sagemaker", "endpoint/" + endpoint), "sagemaker:DescribeEndpoint", "sagemaker:InvokeEndpoint");
        all(needs, DeployedStacks.arn("sagemaker", "endpoint-config/tw-a-run-0"), "sagemaker:ListTags");
        all(needs, data("/runs/a-run/spec.json"), "s3:GetObject");
        all(needs, data("/runs/a-run/training/corpus/vocabulary.txt"), "s3:GetObject");
        ownLog(needs, "2026/11/30/function[1]");
        return needs;
    }

    private void ownLog(List<IamNeed> needs, String stream) {
        all(needs, DeployedStacks.arn("logs", "log-group:" + stacks.ground("LogGroup") + ":log-stream:" + stream),
                "logs:CreateLogStream", "logs:PutLogEvents");
    }

    private String data(String key) {
        return stacks.ground("DataBucket.Arn") + key;
    }

    private static void all(List<IamNeed> needs, String resource, String... actions) {
        for (String action : actions) {
            needs.add(new IamNeed(action, resource));
        }
    }
}
