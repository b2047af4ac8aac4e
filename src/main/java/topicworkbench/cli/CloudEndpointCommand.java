package topicworkbench.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import topicworkbench.cloud.Endpoints;
import topicworkbench.cloud.Endpoints.Endpoint;
import topicworkbench.run.CloudOptions;
import topicworkbench.run.CloudOptions.Endpoint.Kind;

/** Models that answer over the network. */
@Command(name = "endpoint", mixinStandardHelpOptions = true, versionProvider = Version.class,
        synopsisSubcommandLabel = "(list | create | delete | classify | transform)",
        description = "Puts accepted models behind endpoints, asks them, and takes them away.",
        footer = {"", "Examples:", "  topic-workbench cloud endpoint create March                  serverless, billed by use",
            "  topic-workbench cloud endpoint create March --instance-type ml.m5.large   billed by the hour until it is deleted",
            "  topic-workbench cloud endpoint list", "  topic-workbench cloud endpoint classify March \"It never charged\"",
            "  topic-workbench cloud endpoint transform March --input april.csv --output april-topics.csv",
            "  topic-workbench cloud endpoint delete tw-20260412-101500-a1b2"})
final class CloudEndpointCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    static CommandLine with(CommandContext context) {
        return new CommandLine(new CloudEndpointCommand()).addSubcommand(new ListThem(context)).addSubcommand(new Create(context))
                .addSubcommand(new Delete(context)).addSubcommand(new EndpointClassifyCommand(context))
                .addSubcommand(new EndpointTransformCommand(context));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Say list, create, delete, classify or transform");
    }

    private static String table(List<Endpoint> endpoints, int width) {
        TextTable table = new TextTable("endpoint", "state", "on", "$ an hour", "since", "run", "why");
        for (Endpoint endpoint : endpoints) {
            table.row(endpoint.name(), endpoint.state(), endpoint.kind(), price(endpoint), String.valueOf(endpoint.since()),
                    endpoint.run() == null ? "" : endpoint.run(), endpoint.failure() == null ? "" : endpoint.failure());
        }
        return table.render(width);
    }

    private static String price(Endpoint endpoint) {
        return Double.isNaN(endpoint.priceHour()) ? "?" : endpoint.priceHour() == 0 ? "by use"
                : String.format(Locale.ROOT, "%.3f", endpoint.priceHour());
    }

    /** What all of them have. */
    private abstract static class OnAws implements Callable<Integer> {
        final CommandContext context;

        @Mixin
        final PlaceOption place = new PlaceOption();

        @Mixin
        final WorkspaceOption workspace = new WorkspaceOption();

        OnAws(CommandContext context) {
            this.context = context;
        }

        Services services() {
            return workspace.services(context.wiring());
        }

        Endpoints endpoints() {
            return services().cloud().endpoints(place.place());
        }

        void tellState(String state) {
            context.terminal().tell(state);
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, versionProvider = Version.class,
            description = "Lists the endpoints that are there, with what an hour of each costs.")
    private static final class ListThem extends OnAws {
        ListThem(CommandContext context) {
            super(context);
        }

        @Override
        public Integer call() {
            List<Endpoint> all = endpoints().list();
            context.terminal().print(all.isEmpty() ? "There are no endpoints." : table(all, context.terminal().width()));
            return ExitCode.DONE;
        }
    }

    @Command(name = "create", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
            description = "Puts the accepted model of a run behind an endpoint, new or updated, and waits until it is in service.")
    private static final class Create extends OnAws {
        @Parameters(paramLabel = "RUN", description = "Id or name of the run.")
        private String run;

        @Option(names = "--instance-type", paramLabel = "TYPE",
                description = "An instance of its own, billed by the hour until the endpoint "
                + "is deleted (default: serverless, billed by use).")
        private String instanceType;

        @Option(names = "--memory-mb", paramLabel = "MB", description = "Of a serverless one: 1024 to 6144 (default: 2048).")
        private int memoryMb = CloudOptions.DEFAULTS.endpoint().memoryMb();

        @Option(names = "--endpoint", paramLabel = "NAME",
                description = "Its name, which begins with tw- (default: made from the run's id).")
        private String name;

        @Spec
        private CommandSpec command;

        Create(CommandContext context) {
            super(context);
        }

        @Override
        public Integer call() throws InterruptedException {
            if (instanceType != null) {
                GivenOptions.refuse(command, "an endpoint with an instance of its own", "--memory-mb");
            }
            CloudOptions.Endpoint options = instanceType == null
                    ? new CloudOptions.Endpoint(Kind.SERVERLESS, CloudOptions.DEFAULTS.endpoint().instanceType(), memoryMb)
                    : new CloudOptions.Endpoint(Kind.REAL_TIME, instanceType, CloudOptions.DEFAULTS.endpoint().memoryMb());
            Endpoint made = endpoints().create(CloudRun.id(services().workspace(), run), name, options, this::tellState);
            context.terminal().print(table(List.of(made), context.terminal().width()));
            context.terminal().tell("Take it away with: topic-workbench cloud endpoint delete " + made.name());
            return ExitCode.DONE;
        }
    }

    @Command(name = "delete", mixinStandardHelpOptions = true, versionProvider = Version.class,
            description = "Takes an endpoint and its set-up away, and waits until it is gone. The model stays; it costs nothing.")
    private static final class Delete extends OnAws {
        @Parameters(paramLabel = "ENDPOINT", description = "Its name, as list shows it.")
        private String name;

        Delete(CommandContext context) {
            super(context);
        }

        @Override
        public Integer call() throws InterruptedException {
            endpoints().delete(name);
            context.terminal().print(name + " is gone; it costs no more.");
            return ExitCode.DONE;
        }
    }
}
