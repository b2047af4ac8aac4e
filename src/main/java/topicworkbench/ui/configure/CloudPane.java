package topicworkbench.ui.configure;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.cloud.CloudAccount;
import topicworkbench.cloud.Spending.LaunchPlan;
import topicworkbench.cloud.Spending.Quota;
import topicworkbench.cloud.SpendingInWords;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Skeleton;
import topicworkbench.ui.support.UserMessage;

/** What the run would cost on AWS and whether the account lets it: price, ceiling, quotas, and what else to know before. */
final class CloudPane extends VBox {
    private final NewRunViewModel model;
    private final CloudLaunchViewModel launch;
    private final Runnable cloud;
    private final StackPane place = new StackPane();

    /** @param cloud to where AWS is looked at and deployed to */
    CloudPane(NewRunViewModel model, Runnable cloud) {
        this.cloud = cloud;
        this.model = model;
        this.launch = model.launch();
        setId("cloud-outlook");
        getStyleClass().add("cloud-outlook");
        place.setAlignment(Pos.TOP_LEFT);
        Label answer = new Label();
        answer.setId("quota-answer");
        answer.setWrapText(true);
        answer.managedProperty().bind(answer.visibleProperty());
        launch.answerProperty().subscribe(said -> {
            answer.setVisible(said != null);
            answer.setText(said == null ? "" : said.line());
            answer.getStyleClass().setAll("label", said != null && said.isFailure() ? "field-error" : "field-help");
        });
        getChildren().addAll(heading(), place, answer);
        launch.outlookProperty().subscribe(this::show);
        model.form().checksProperty().subscribe(any -> {
            boolean onAws = model.form().usableProperty().get().cloud().onAws();
            setVisible(onAws);
            setManaged(onAws);
            if (launch.outlookProperty().get() instanceof Look.Nothing) {
                show(launch.outlookProperty().get());
            }
        });
    }

    private Node heading() {
        Label title = new Label("What it takes");
        title.getStyleClass().add("field-name");
        ProgressIndicator busy = new ProgressIndicator();
        busy.getStyleClass().add("counting");
        busy.setAccessibleText("Looking up");
        busy.visibleProperty().bind(launch.busyProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button again = Buttons.flat("", Feather.REFRESH_CW, launch::lookAgain);
        again.setId("look-again");
        again.setTooltip(new Tooltip("Look again in your account"));
        again.setAccessibleText("Look again in your account");
        HBox line = new HBox(8, title, busy, gap, again);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void show(Look<LaunchOutlook> look) {
        place.getChildren().setAll(switch (look) {
            case Look.Nothing<LaunchOutlook> _ -> quiet(model.reviews().paths().isEmpty() ? "Choose reviews to see what the run costs."
                    : "Correct what is marked to see what the run costs.");
            case Look.Working<LaunchOutlook> _ -> new Skeleton(4);
            case Look.Failed<LaunchOutlook>(UserMessage why) -> failure(why);
            case Look.Seen<LaunchOutlook>(LaunchOutlook seen) -> seen(seen);
        });
    }

    private Node failure(UserMessage why) {
        Button open = Buttons.plain("Open Cloud", Feather.CLOUD, cloud);
        open.setId("open-cloud");
        VBox box = new VBox(8, wrapped(why.text()), wrapped(why.remedy()), open);
        box.getStyleClass().add("failure-story");
        return box;
    }

    private Node seen(LaunchOutlook seen) {
        LaunchPlan plan = seen.plan();
        VBox all = new VBox(12, price(plan), account(seen));
        if (!seen.platform().isReady()) {
            seen.obstacle().ifPresent(why -> all.getChildren().add(failure(UserMessage.of(why))));
        }
        VBox quotas = new VBox(6);
        plan.quotas().forEach(quota -> quotas.getChildren().add(quota(quota)));
        all.getChildren().add(quotas);
        List<HBox> concerns = plan.concerns().stream()
                .filter(concern -> plan.quotas().stream().noneMatch(quota -> concern.contains(quota.name())))
                .map(concern -> line(Feather.ALERT_TRIANGLE, concern, "warning")).toList();
        if (!concerns.isEmpty()) {
            VBox list = new VBox(6);
            list.getChildren().addAll(concerns);
            all.getChildren().add(list);
        }
        Fold jobs = new Fold("jobs-section", "Each job", "advanced-title", () -> new LaunchJobs(plan));
        all.getChildren().add(jobs);
        return all;
    }

    private static Node price(LaunchPlan plan) {
        Label expected = new Label(plan.expected().isKnown() ? "About " + SpendingInWords.money(plan.expected().expected(), 2)
                : "Price not known");
        expected.setId("expected-cost");
        expected.getStyleClass().add("cloud-price");
        VBox price = new VBox(2, expected);
        price.getChildren().add(quiet((plan.expected().isKnown() ? "Between " + SpendingInWords.money(plan.expected().low(), 2) + " and "
                + SpendingInWords.money(plan.expected().high(), 2) + ". " : "") + plan.workFrom()));
        Label most = quiet("At most " + SpendingInWords.atMost(plan.limits()) + ".");
        most.setId("most-cost");
        price.getChildren().add(most);
        if (plan.limits() != null) {
            price.getChildren().add(quiet("AWS ends each Spark job after " + minutes(plan.limits().sparkSeconds())
                    + ", each processing job after "
                    + minutes(plan.limits().processingSeconds()) + ", training after " + minutes(plan.limits().trainingSeconds()) + "."));
        }
        return price;
    }

    private static String minutes(int seconds) {
        return Math.round(seconds / 60.0) + " min";
    }

    private static Node account(LaunchOutlook seen) {
        CloudAccount account = seen.account();
        String where = "Account " + account.id() + " · " + account.region()
                + (account.profile() == null ? "" : " · profile " + account.profile());
        VBox lines = new VBox(2, line(Feather.USER_CHECK, where, ""), quiet("as " + account.who()));
        if (seen.platform().isReady()) {
            lines.getChildren().add(quiet("Deployed as " + seen.place().name() + (seen.platform().release() == null ? ""
                    : ", release " + seen.platform().release()) + (seen.platform().isCurrent() ? "" : ", which is not this program's")));
        }
        return lines;
    }

    private Node quota(Quota quota) {
        boolean unknown = Double.isNaN(quota.allowed());
        Node line = line(quota.isEnough() && !unknown ? Feather.CHECK : Feather.ALERT_TRIANGLE, SpendingInWords.quota(quota),
                quota.isEnough() ? unknown ? "warning" : "" : "field-error");
        if (quota.isEnough()) {
            return line;
        }
        Button request = Buttons.plain("Request an increase…", Feather.MAIL, () -> launch.requestIncrease(quota));
        request.setId("request-quota");
        return new VBox(6, line, request);
    }

    private static HBox line(Feather icon, String text, String style) {
        Label words = wrapped(text);
        HBox.setHgrow(words, Priority.ALWAYS);
        FontIcon mark = new FontIcon(icon);
        List<String> styles = new ArrayList<>(List.of("cloud-line"));
        if (!style.isEmpty()) {
            words.getStyleClass().add(style);
            styles.add(style + "-line");
        }
        HBox line = new HBox(8, mark, words);
        line.getStyleClass().addAll(styles);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private static Label quiet(String text) {
        Label label = wrapped(text);
        label.getStyleClass().add("field-help");
        return label;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinWidth(0);
        return label;
    }
}
