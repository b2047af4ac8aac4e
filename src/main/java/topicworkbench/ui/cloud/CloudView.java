package topicworkbench.ui.cloud;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.cloud.Cloud;
import topicworkbench.cloud.Spending.Running;
import topicworkbench.ui.cloud.CloudViewModel.Standing;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.LiveRuns;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.Notice;
import topicworkbench.ui.support.PageHeader;
import topicworkbench.ui.support.Skeleton;
import topicworkbench.ui.support.UserMessage;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.wording.Figures;
import topicworkbench.workspace.Workspace;

/** The room of AWS: who is signed in, what is deployed, what costs, endpoints and runs; deploying and taking away. */
public final class CloudView extends BorderPane {
    private final Dialogs dialogs;
    private final Models models;
    private final Ways ways;
    private final PageHeader header;
    private final Label hourly = new Label();
    private final TabPane tabs;
    private final Tab endpointsTab;
    private final Tab runsTab;
    private final DeployView deploy;
    private final DeletionView deletion;
    private Node step;

    /** What the room shows and does. */
    public record Models(CloudViewModel account, DeployViewModel deploy, DeletionViewModel deletion, EndpointsViewModel endpoints,
            CloudRunsViewModel runs) {

        public static Models of(Cloud cloud, Workspace workspace, LiveRuns liveRuns, WindowPreferences preferences, BackgroundTasks tasks,
                Messages messages) {
            CloudViewModel account = new CloudViewModel(cloud, preferences, tasks, messages, InstantSource.system());
            return new Models(account, new DeployViewModel(account, tasks), new DeletionViewModel(account, tasks),
                    new EndpointsViewModel(account, workspace, tasks), new CloudRunsViewModel(account, workspace, liveRuns, tasks));
        }
    }

    /**
     * Where this screen leads to; the shell knows the way.
     *
     * @param lookAt  gets the id of a run of this workspace
     * @param newRun  to the form
     * @param help    opens the page on setting up AWS
     * @param browser opens an address outside of the program
     */
    public record Ways(Consumer<String> lookAt, Runnable newRun, Runnable help, Consumer<String> browser) { }

    public CloudView(Models models, Dialogs dialogs, Ways ways) {
        this.dialogs = dialogs;
        this.models = models;
        this.ways = ways;
        CloudViewModel account = models.account();
        getStyleClass().addAll("page", "cloud-page");
        hourly.setId("cloud-hourly");
        hourly.setTooltip(new Tooltip("What everything that is there now costs an hour"));
        hourly.getStyleClass().add("cloud-hourly");
        Button refresh = Buttons.plain("Refresh", Feather.REFRESH_CW, this::refresh);
        refresh.setId("cloud-refresh");
        refresh.setTooltip(new Tooltip("Look at the account again (F5)"));
        refresh.visibleProperty().bind(account.standingProperty().map(Standing.SignedIn.class::isInstance));
        header = new PageHeader("Cloud", hourly, refresh);
        PlaceBar place = new PlaceBar(account);
        place.disableProperty().bind(Bindings.createBooleanBinding(this::isChangingStacks,
                models.deploy().standProperty(), models.deletion().standProperty()));
        setTop(new VBox(header, place));
        deploy = new DeployView(models.deploy(), dialogs, this::overview);
        deletion = new DeletionView(models.deletion(), dialogs, this::overview);
        endpointsTab = tab("cloud-endpoints", "Endpoints", new EndpointsPane(account, models.endpoints(), dialogs, ways.browser()));
        runsTab = tab("cloud-runs-tab", "Runs", new RunsPane(account, models.runs(), ways.lookAt(), ways.browser()));
        tabs = new TabPane(tab("cloud-account", "Account", new AccountPane(account, this::deploy, this::remove, ways.browser())),
                endpointsTab, runsTab);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        step = tabs;
        setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.F5) {
                refresh();
                key.consume();
            }
        });
        sceneProperty().subscribe(scene -> account.setShown(scene != null));
        account.standingProperty().subscribe(this::show);
        account.lookedAtProperty().subscribe(this::tell);
        account.busyBinding().subscribe(this::tell);
        account.running().foundProperty().subscribe(this::tell);
        account.endpoints().foundProperty().subscribe(this::count);
        account.runs().foundProperty().subscribe(this::count);
    }

    private static Tab tab(String id, String words, Node content) {
        Tab tab = new Tab(words, content);
        tab.setId(id);
        return tab;
    }

    /** Signs in if nobody is, and looks at the account. */
    public void refresh() {
        models.account().refresh();
        models.endpoints().open();
    }

    /** Begins a deployment, or goes back to the one under way; nothing as long as nobody is signed in. */
    public void deploy() {
        if (models.account().account() != null) {
            models.deploy().open();
            go(deploy);
        } else {
            refresh();
        }
    }

    /** Shows what deleting would take away; nothing as long as nobody is signed in. */
    public void remove() {
        if (models.account().account() != null) {
            models.deletion().open();
            go(deletion);
        } else {
            refresh();
        }
    }

    /** Whether this window is at a deployment or a deletion. */
    private boolean isChangingStacks() {
        return models.deploy().isGoing() || models.deletion().isGoing();
    }

    /** Whether the window may go although stacks change: they end the change that they are at, and no other begins. */
    public boolean mayClose() {
        return !isChangingStacks() || dialogs.confirm("Stacks in AWS are being changed. Close the window?",
                "AWS finishes the change that it is at. What would come after it is not begun; deploying or deleting again goes on "
                        + "from there.", "Close");
    }

    private void overview() {
        models.deploy().open();
        go(tabs);
    }

    private void go(Node next) {
        step = next;
        setCenter(next);
    }

    private void show(Standing standing) {
        if (standing instanceof Standing.SignedOut) { // perhaps at another place: what was planned was planned for the one before
            models.deploy().open();
            step = tabs;
        }
        setCenter(switch (standing) {
            case Standing.SignedOut() -> signedOut();
            case Standing.SigningIn() -> signingIn();
            case Standing.SignedIn(var account) -> step;
            case Standing.Refused(UserMessage why, String command) -> refused(why, command);
        });
        if (standing instanceof Standing.SignedIn) {
            models.endpoints().open();
        }
        tell();
    }

    private Node signingIn() {
        Button cancel = Buttons.plain("Cancel", Feather.X, models.account()::signOut);
        cancel.setId("cancel-sign-in");
        return new VBox(16, new Skeleton(6), cancel);
    }

    private Node signedOut() {
        Button signIn = Buttons.primary("Sign in", Feather.LOG_IN, this::refresh);
        signIn.setId("cloud-first-sign-in");
        return Notice.empty(Feather.CLOUD, "For runs that outgrow this computer",
                "AWS trains on GPUs and goes on while this computer is off, billed to your own account. Runs on this computer need "
                + "nothing of it.",
                signIn, Buttons.flat("How to set it up", Feather.HELP_CIRCLE, ways.help()),
                Buttons.flat("New run here", Feather.PLUS, ways.newRun()));
    }

    private Node refused(UserMessage why, String command) {
        Button again = Buttons.primary("Try again", Feather.REFRESH_CW, this::refresh);
        again.setId("cloud-try-again");
        if (command.isEmpty()) {
            return Notice.failure(why, again, Buttons.flat("How to sign in", Feather.HELP_CIRCLE, ways.help()));
        }
        Button copy = Buttons.plain("Copy command", Feather.COPY, () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(command);
            Clipboard.getSystemClipboard().setContent(content);
            models.account().messages().tell("Copied: " + command);
        });
        copy.setId("copy-command");
        return Notice.failure(why, again, copy, Buttons.flat("How to sign in", Feather.HELP_CIRCLE, ways.help()));
    }

    private void tell() {
        CloudViewModel account = models.account();
        boolean in = account.account() != null && account.lookedAtProperty().get() != null;
        header.subtitle().setText(in ? account.account().region()
                + (account.busyBinding().get() ? " · looking…" : " · looked at " + Figures.moment(account.lookedAtProperty().get()))
                : "Runs, endpoints and what they cost, in your AWS account");
        List<Running> running = account.running().value();
        hourly.setText(running == null ? "" : CloudWords.total(running) + " an hour now");
    }

    private void count() {
        CloudViewModel account = models.account();
        endpointsTab.setText(account.endpoints().value() == null ? "Endpoints" : "Endpoints (" + account.endpoints().value().size() + ")");
        runsTab.setText(account.runs().value() == null ? "Runs" : "Runs (" + account.runs().value().size() + ")");
    }
}
