package topicworkbench.ui.shell;

import java.util.function.Consumer;
import javafx.scene.Node;
import topicworkbench.exploration.CuratedRun;
import topicworkbench.ui.curate.CheckView;
import topicworkbench.ui.curate.CheckViewModel;
import topicworkbench.ui.curate.ExchangeView;
import topicworkbench.ui.curate.ExchangeViewModel;
import topicworkbench.ui.explore.ExploreViewModel;
import topicworkbench.ui.explore.LabelRoom;
import topicworkbench.ui.support.Messages;

/** The rooms where labelling goes on, opened from the run that is explored and left for it again. */
final class LabelRooms {
    private final ExploreViewModel explore;
    private final CheckViewModel check;
    private final ExchangeViewModel exchange;
    private final FirstUse<CheckView> checked;
    private final FirstUse<ExchangeView> exchanged;
    private final Consumer<Node> show;

    /** @param back to the topics */
    LabelRooms(ExploreViewModel explore, WorkbenchView.Surroundings with, Messages messages, Consumer<Node> show, Runnable back) {
        this.explore = explore;
        this.show = show;
        check = new CheckViewModel(with.tasks(), messages);
        exchange = new ExchangeViewModel(with.workspace(), with.tasks(), messages, explore.exploration().curating()::refresh);
        checked = new FirstUse<>(() -> new CheckView(check, back));
        exchanged = new FirstUse<>(() -> new ExchangeView(exchange, with.dialogs(), back));
        explore.whenWanted(this::open);
    }

    /** Does nothing as long as no run is explored. */
    void open(LabelRoom room) {
        CuratedRun run = explore.exploration().curating().curatedProperty().get();
        if (run == null) {
            return;
        }
        switch (room) {
            case CHECK -> {
                show.accept(checked.get());
                check.open(run);
            }
            case EXCHANGE -> {
                show.accept(exchanged.get());
                exchange.open(run.run().folder());
            }
        }
    }
}
