package topicworkbench.ui.cloud;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import topicworkbench.cloud.Cloud;
import topicworkbench.cloud.CloudAccount;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.CloudRuns;
import topicworkbench.cloud.ConsoleLinks;
import topicworkbench.cloud.Endpoints.Endpoint;
import topicworkbench.cloud.Platform;
import topicworkbench.cloud.Spending.Quota;
import topicworkbench.cloud.Spending.Running;
import topicworkbench.run.CloudOptions;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.ProgramSettings;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.ui.support.WindowPreferences;

/** The account: who is signed in where, what is deployed, what runs and costs. Nothing is asked of AWS before the user wants it. */
public final class CloudViewModel {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);
    private static final String BEFORE = "cloud.signed-in";
    private static final String YES = "yes";
    private static final int TOPICS = 20;

    private final Cloud cloud;
    private final WindowPreferences preferences;
    private final BackgroundTasks tasks;
    private final Messages messages;
    private final InstantSource clock;
    private final LatestTask signingIn;
    private final LatestTask listing;
    private final ReadOnlyObjectWrapper<Standing> standing = new ReadOnlyObjectWrapper<>(new Standing.SignedOut());
    private final ReadOnlyObjectWrapper<Choices> choices = new ReadOnlyObjectWrapper<>(new Choices(List.of(), List.of()));
    private final ReadOnlyObjectWrapper<Instant> lookedAt = new ReadOnlyObjectWrapper<>();
    private final Looking<Platform.Status> platform;
    private final Looking<List<Running>> running;
    private final Looking<List<Endpoint>> endpoints;
    private final Looking<List<CloudRuns.Found>> runs;
    private final Looking<List<Quota>> quotas;
    private final BooleanBinding busy;
    private boolean shown;

    /** Whether the account can be looked at. */
    public sealed interface Standing {
        /** Nobody has asked yet. */
        record SignedOut() implements Standing { }

        /** AWS is asked whose the credentials are. */
        record SigningIn() implements Standing { }

        record SignedIn(CloudAccount account) implements Standing { }

        /** @param command that mends it, or empty */
        record Refused(UserMessage why, String command) implements Standing { }
    }

    /** What the computer and AWS offer to choose from. */
    public record Choices(List<String> profiles, List<String> regions) { }

    public CloudViewModel(Cloud cloud, WindowPreferences preferences, BackgroundTasks tasks, Messages messages, InstantSource clock) {
        this.cloud = cloud;
        this.preferences = preferences;
        this.tasks = tasks;
        this.messages = messages;
        this.clock = clock;
        signingIn = new LatestTask(tasks);
        listing = new LatestTask(tasks);
        platform = new Looking<>(tasks);
        running = new Looking<>(tasks);
        endpoints = new Looking<>(tasks);
        runs = new Looking<>(tasks);
        quotas = new Looking<>(tasks);
        busy = whileAsking();
        tasks.repeat(BETWEEN_LOOKS, this::refreshWhileChanging);
    }

    public ReadOnlyObjectProperty<Standing> standingProperty() {
        return standing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Choices> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    /** When the account was last looked at; null before. */
    public ReadOnlyObjectProperty<Instant> lookedAtProperty() {
        return lookedAt.getReadOnlyProperty();
    }

    /** Whether any answer is waited for. */
    BooleanBinding busyBinding() {
        return busy;
    }

    private BooleanBinding whileAsking() {
        return Bindings.createBooleanBinding(() -> standing.get() instanceof Standing.SigningIn || all().stream()
                .anyMatch(part -> part.busyProperty().get()), standing,
                platform.busyProperty(), running.busyProperty(), endpoints.busyProperty(), runs.busyProperty(), quotas.busyProperty());
    }

    private List<Looking<?>> all() {
        return List.of(platform, running, endpoints, runs, quotas);
    }

    Looking<Platform.Status> platform() {
        return platform;
    }

    /** Everything of ours that is billed by the hour. */
    Looking<List<Running>> running() {
        return running;
    }

    Looking<List<Endpoint>> endpoints() {
        return endpoints;
    }

    /** Newest first; none are looked for before something is deployed. */
    Looking<List<CloudRuns.Found>> runs() {
        return runs;
    }

    /** For the instances that the form begins with. */
    Looking<List<Quota>> quotas() {
        return quotas;
    }

    Cloud cloud() {
        return cloud;
    }

    Messages messages() {
        return messages;
    }

    /** Where the preferences lead. */
    CloudPlace place() {
        return preferences.settings().place();
    }

    /** Null while nobody is signed in. */
    CloudAccount account() {
        return standing.get() instanceof Standing.SignedIn(CloudAccount account) ? account : null;
    }

    /** Pages of the AWS console; none while nobody is signed in. */
    Optional<ConsoleLinks> links() {
        return Optional.ofNullable(account()).map(account -> ConsoleLinks.of(account, place().name()));
    }

    /** The room is entered or left. Who has signed in here before is signed in again at once. */
    public void setShown(boolean now) {
        shown = now;
        if (now) {
            listing.run(() -> new Choices(cloud.profiles(), cloud.regions()), choices::set, messages::tell);
            if (standing.get() instanceof Standing.SignedOut && preferences.choice(BEFORE, "").equals(YES)) {
                refresh();
            }
        }
    }

    /**
     * Takes another place and keeps it; also new runs go there from now on.
     *
     * @param profile empty for the default
     * @param region  empty for the profile's
     * @param name    of the stacks; empty for the usual
     * @return whether it was in order and is another than before
     */
    boolean choose(String profile, String region, String name) {
        ProgramSettings now = preferences.settings();
        if (!ProgramSettings.isRegion(region) || !ProgramSettings.isName(name)
                || now.awsProfile().equals(profile) && now.awsRegion().equals(region) && now.awsName().equals(name)) {
            return false;
        }
        preferences.setSettings(new ProgramSettings(now.workspace(), now.threads(), now.memory(), now.wordVectors(), profile, region,
                name));
        preferences.save();
        boolean wasIn = !(standing.get() instanceof Standing.SignedOut);
        forget();
        if (wasIn) {
            refresh();
        }
        return true;
    }

    ProgramSettings settings() {
        return preferences.settings();
    }

    /** Waits for no answer any more, and forgets those that came. */
    void signOut() {
        forget();
    }

    private void forget() {
        signingIn.forget();
        all().forEach(Looking::clear);
        standing.set(new Standing.SignedOut());
        lookedAt.set(null);
    }

    /** Signs in, and looks at everything anew. */
    public void refresh() {
        if (account() == null) {
            standing.set(new Standing.SigningIn());
        }
        CloudPlace at = place();
        signingIn.run(() -> cloud.signIn(at), account -> {
            standing.set(new Standing.SignedIn(account));
            preferences.setChoice(BEFORE, YES);
            look();
        }, why -> {
            forget();
            UserMessage message = UserMessage.of(why);
            standing.set(new Standing.Refused(message, CloudWords.command(message.remedy())));
        });
    }

    private void look() {
        lookedAt.set(clock.instant());
        CloudPlace here = place();
        platform.look(() -> cloud.platform(here).status(), this::findRuns);
        ask(running, at -> cloud.spending(at).running());
        ask(endpoints, at -> cloud.endpoints(at).list());
        ask(quotas, at -> cloud.spending(at).quotas(usual()));
    }

    /** What changed with an endpoint changes what costs. */
    void lookAtEndpoints() {
        ask(endpoints, at -> cloud.endpoints(at).list());
        ask(running, at -> cloud.spending(at).running());
    }

    private <T> void ask(Looking<T> part, Function<CloudPlace, T> question) {
        CloudPlace at = place();
        part.look(() -> question.apply(at));
    }

    private void findRuns() {
        if (platform.value() != null && platform.value().release() != null) {
            ask(runs, at -> cloud.runs(at).find());
        } else if (platform.value() != null) {
            runs.clear();
        }
    }

    /** With both trainings and an endpoint, so that every kind of instance is among its quotas. */
    static RunSpec usual() {
        RunSpec spec = RunSpecs.defaults(RunSpecs.NTM, TOPICS);
        CloudOptions usual = CloudOptions.DEFAULTS;
        return spec.withCloud(new CloudOptions(CloudOptions.Place.AWS, CloudOptions.Training.BOTH, usual.machines(), usual.processing(),
                usual.tuning(), new CloudOptions.Endpoint(CloudOptions.Endpoint.Kind.REAL_TIME, usual.endpoint().instanceType(),
                        usual.endpoint().memoryMb()), usual.maxCost(), usual.maxHours()));
    }

    /** AWS answers by e-mail; what it says at once is told. */
    void requestIncrease(Quota quota) {
        CloudPlace at = place();
        tasks.run(() -> cloud.spending(at).requestIncrease(quota), messages::tell, messages::tell);
    }

    private void refreshWhileChanging() {
        boolean endpointsChange = endpoints.value() != null && endpoints.value().stream()
                .anyMatch(endpoint -> CloudWords.mark(endpoint) == Mark.GOING);
        boolean stacksChange = platform.value() != null && platform.value().stacks().stream().anyMatch(Platform.Stack::isChanging);
        boolean somethingRuns = running.value() != null && running.value().stream().anyMatch(thing -> !thing.kind().equals("endpoint"));
        if (shown && account() != null && (endpointsChange || stacksChange || somethingRuns)) {
            refresh();
        }
    }
}
