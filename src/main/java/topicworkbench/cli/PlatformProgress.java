package topicworkbench.cli;

import java.util.function.Consumer;
import topicworkbench.cloud.Platform.Event;
import topicworkbench.wording.Figures;

/** What happens while the platform is made or taken away: a line an event, and the step at hand over itself on a terminal. */
final class PlatformProgress implements Consumer<Event> {
    private final Terminal terminal;

    PlatformProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void accept(Event event) {
        switch (event) {
            case Event.ResourceChanged changed -> terminal.tell(changed.state() + "  " + changed.resource() + "  " + changed.type()
                    + (changed.reason() == null ? "" : "  " + changed.reason()));
            case Event.BuildLine line -> terminal.tell("  | " + Terminal.line(line.text()));
            case Event.Step step -> tell(step);
        }
    }

    private void tell(Event.Step step) {
        if (Double.isNaN(step.fraction())) {
            terminal.tell(step.text());
        } else if (step.fraction() >= 1) {
            if (terminal.interactive()) {
                terminal.redraw("");
            }
            terminal.tell(step.text() + ": done");
        } else if (terminal.interactive()) {
            terminal.redraw(step.text() + ": " + Figures.percent(step.fraction()));
        }
    }
}
