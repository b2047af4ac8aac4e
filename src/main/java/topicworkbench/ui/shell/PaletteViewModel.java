package topicworkbench.ui.shell;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The command palette: what is typed, and the commands that answer it, best first. */
final class PaletteViewModel {
    private static final int MOST_SHOWN = 60;

    private final Supplier<List<Command>> commands;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObservableList<Command> found = FXCollections.observableArrayList();
    private List<Command> all = List.of();

    private record Scored(Command command, int score) { }

    /** @param commands asked each time the palette opens */
    PaletteViewModel(Supplier<List<Command>> commands) {
        this.commands = commands;
        typed.subscribe((before, now) -> search());
    }

    StringProperty typedProperty() {
        return typed;
    }

    ObservableList<Command> found() {
        return found;
    }

    void open() {
        typed.set("");
        renew();
    }

    /** Asks for the commands again; what is typed stays. */
    void renew() {
        all = commands.get();
        search();
    }

    private void search() {
        found.setAll(all.stream().map(this::score).filter(scored -> scored.score() >= 0)
                .sorted(Comparator.comparingInt(Scored::score).reversed()) // stable: equals keep their order
                .limit(MOST_SHOWN).map(Scored::command).toList());
    }

    /** The title counts twice as much as what stands beside it; -1 for no answer. */
    private Scored score(Command command) {
        OptionalInt title = FuzzyMatch.score(typed.get(), command.title());
        OptionalInt whole = FuzzyMatch.score(typed.get(),
                command.title() + " " + command.detail() + " " + command.kind().word());
        return new Scored(command, title.isPresent() ? 2 * title.getAsInt() : whole.orElse(-1));
    }
}
