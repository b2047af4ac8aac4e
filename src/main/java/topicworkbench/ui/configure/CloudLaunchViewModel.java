package topicworkbench.ui.configure;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import topicworkbench.cloud.Cloud;
import topicworkbench.cloud.CloudPlace;
import topicworkbench.cloud.Spending.Quota;
import topicworkbench.run.RunSpec;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.Consent;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.UserMessage;

/**
 * What a run on AWS would take and cost, looked up once the form has been left alone for a moment, and asked about before
 * anything begins.
 */
public final class CloudLaunchViewModel implements Consent {
    private static final Duration LEFT_ALONE = Duration.ofMillis(900);

    private final Cloud cloud;
    private final Supplier<CloudPlace> place;
    private final BackgroundTasks tasks;
    private final LatestTask looking;
    private final Dialogs dialogs;
    private final ReadOnlyObjectWrapper<Look<LaunchOutlook>> outlook = new ReadOnlyObjectWrapper<>(new Look.Nothing<>());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<UserMessage> answer = new ReadOnlyObjectWrapper<>();
    private Subscription waiting = Subscription.EMPTY;
    private RunSpec asked;
    private CloudPlace askedAt;
    private boolean asking;

    /** @param place that runs go to, as it is when asked */
    public CloudLaunchViewModel(Cloud cloud, Supplier<CloudPlace> place, BackgroundTasks tasks, Dialogs dialogs) {
        this.cloud = cloud;
        this.place = place;
        this.tasks = tasks;
        this.looking = new LatestTask(tasks);
        this.dialogs = dialogs;
    }

    /** Of the form as it was last looked at; the old one stays in sight while it is looked up anew. */
    public ReadOnlyObjectProperty<Look<LaunchOutlook>> outlookProperty() {
        return outlook.getReadOnlyProperty();
    }

    /** Whether it is being looked up, or will be in a moment. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What AWS said to a request for a higher quota, or null. */
    public ReadOnlyObjectProperty<UserMessage> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /** Where a run would go that is started now. */
    CloudPlace place() {
        return place.get();
    }

    /** The form is now so; null where it says nothing that could be started on AWS. */
    void follow(RunSpec spec) {
        if (spec == null) {
            waiting.unsubscribe();
            looking.forget();
            busy.set(false);
            outlook.set(new Look.Nothing<>());
            asked = null;
        } else if (!spec.equals(asked) || !place.get().equals(askedAt)) {
            asked = spec;
            askedAt = place.get();
            busy.set(true);
            looking.forget();
            waiting.unsubscribe();
            waiting = tasks.repeat(LEFT_ALONE, this::lookAgain);
        }
    }

    /** Looks now, for example after signing in or deploying. */
    public void lookAgain() {
        waiting.unsubscribe();
        RunSpec spec = asked;
        if (spec == null) {
            return;
        }
        if (!(outlook.get() instanceof Look.Seen)) {
            outlook.set(new Look.Working<>());
        }
        busy.set(true);
        answer.set(null);
        CloudPlace there = place.get();
        looking.run(() -> lookUp(there, spec), this::show, why -> show(why));
    }

    private LaunchOutlook lookUp(CloudPlace there, RunSpec spec) {
        return new LaunchOutlook(there, spec, cloud.signIn(there), cloud.platform(there).status(), cloud.spending(there).plan(spec));
    }

    private void show(LaunchOutlook seen) {
        busy.set(false);
        outlook.set(new Look.Seen<>(seen));
    }

    private void show(Throwable why) {
        busy.set(false);
        outlook.set(new Look.Failed<>(UserMessage.of(why)));
    }

    /** Asks AWS for a higher quota, once the user has agreed. */
    public void requestIncrease(Quota quota) {
        if (!(outlook.get() instanceof Look.Seen<LaunchOutlook>(LaunchOutlook seen)) || !dialogs.confirm("Ask AWS for " + quota.needed()
                + " × " + quota.name() + "?", "The request goes to AWS in your account's name, for " + seen.account().region()
                + ". It costs nothing; a person there may answer by e-mail, in hours or days.", "Send request")) {
            return;
        }
        answer.set(UserMessage.news("Asking AWS for " + quota.name() + "…"));
        tasks.run(() -> cloud.spending(seen.place()).requestIncrease(quota), said -> answer.set(UserMessage.news(said)),
                why -> answer.set(UserMessage.of(why)));
    }

    /** Asks one question at a time, so that a second press while prices are looked up is the same one. */
    @Override
    public void ask(RunSpec spec, int runs, Runnable agreed, Consumer<Throwable> refused) {
        if (asking) {
            refused.accept(new CancellationException("Another start is being asked about; answer that first."));
            return;
        }
        asking = true;
        Consumer<Throwable> not = why -> {
            asking = false;
            refused.accept(why);
        };
        Consumer<LaunchOutlook> put = known -> {
            Runnable next = () -> refused.accept(Consent.turnedAway());
            try {
                next = put(known, runs, agreed, refused);
            } finally {
                asking = false;
                next.run();
            }
        };
        CloudPlace there = place.get();
        if (!busy.get() && outlook.get() instanceof Look.Seen<LaunchOutlook>(LaunchOutlook seen) && seen.spec().equals(spec)
                && seen.place().equals(there) && seen.obstacle().isEmpty()) {
            put.accept(seen);
        } else {
            tasks.run(() -> lookUp(there, spec), put, not);
        }
    }

    /** @return what comes of the answer */
    private Runnable put(LaunchOutlook known, int runs, Runnable agreed, Consumer<Throwable> refused) {
        if (known.spec().equals(asked)) {
            show(known);
        }
        if (known.obstacle().isPresent()) {
            return () -> refused.accept(known.obstacle().get());
        }
        boolean yes = dialogs.confirm(known.question(runs), known.consequence(runs), runs == 1 ? "Start run" : "Start " + runs + " runs");
        return yes ? agreed : () -> refused.accept(Consent.turnedAway());
    }
}
