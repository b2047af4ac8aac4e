package topicworkbench.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Everything about AWS. */
@Command(name = "cloud", mixinStandardHelpOptions = true, versionProvider = Version.class, synopsisSubcommandLabel = "COMMAND",
        description = "Deploys Topic Workbench into your AWS account, runs pipelines there, and shows and ends what costs.",
        commandListHeading = "%nCommands:%n",
        footer = {"", "Examples:", "  topic-workbench cloud plan                                     what deploying would make",
            "  topic-workbench cloud deploy --profile work --region eu-west-1",
            "  topic-workbench cloud plan --reviews reviews.csv --stars 1-2    what a run would take and cost",
            "  topic-workbench cloud launch --reviews reviews.csv --stars 1-2",
            "  topic-workbench cloud status                                   what is there, what runs, what it costs",
            "  topic-workbench cloud delete --yes topic-workbench", "",
            "Sign in as for the AWS command line; no secret is ever kept here."})
final class CloudCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    static CommandLine with(CommandContext context) {
        return new CommandLine(new CloudCommand())
                .addSubcommand(new CloudPlanCommand(context))
                .addSubcommand(new CloudDeployCommand(context))
                .addSubcommand(new CloudStatusCommand(context))
                .addSubcommand(new CloudLaunchCommand(context))
                .addSubcommand(new CloudWatchCommand(context))
                .addSubcommand(new CloudStopCommand(context))
                .addSubcommand(new CloudFetchCommand(context))
                .addSubcommand(new CloudAutomaticCommand(context))
                .addSubcommand(CloudEndpointCommand.with(context))
                .addSubcommand(new CloudDeleteCommand(context));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "No command was given");
    }
}
