package topicworkbench.ui.explore;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.curation.CuratedTopic;
import topicworkbench.curation.CurationEntry;
import topicworkbench.exploration.CuratedRun;
import topicworkbench.exploration.ExploredRun;
import topicworkbench.exploration.NameSuggestions;
import topicworkbench.exploration.NameSuggestions.Suggestion;
import topicworkbench.topic.Topic;
import topicworkbench.topic.TopicColors;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.Messages;
import topicworkbench.wording.Figures;

/** What people say about the chosen topic, and names that its words and reviews suggest; they are never taken unasked. */
final class CurationPanel extends ScrollPane {
    private static final int COLORS = 20;

    private final Exploration exploration;
    private final Curating curating;
    private final LatestTask suggesting;
    private final Messages messages;
    private final Label standing = new Label();
    private final TextField label = new TextField();
    private final TextArea description = new TextArea();
    private final TextArea note = new TextArea();
    private final FlowPane suggestions = new FlowPane(4, 4);
    private final FlowPane colors = new FlowPane(4, 4);
    private final VBox parts = new VBox(4);
    private CuratedTopic shown;
    private ExploredRun shownOf;

    CurationPanel(Exploration exploration, BackgroundTasks tasks, Messages messages) {
        this.exploration = exploration;
        this.curating = exploration.curating();
        this.suggesting = new LatestTask(tasks);
        this.messages = messages;
        getStyleClass().add("curation-panel");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        label.setId("label-field");
        label.setPromptText("Add label");
        label.setOnAction(event -> keepLabel());
        description.setId("description-field");
        note.setId("note-field");
        for (TextArea area : List.of(description, note)) {
            area.setPrefRowCount(3);
            area.setWrapText(true);
        }
        keepWhenLeft(label, this::keepLabel);
        keepWhenLeft(description, this::keepDescription);
        keepWhenLeft(note, this::keepNote);
        standing.getStyleClass().add("muted");
        standing.setWrapText(true);
        standing.setMinHeight(Region.USE_PREF_SIZE);
        for (int i = 0; i < COLORS; i++) {
            colors.getChildren().add(swatch(TopicColors.web(i)));
        }
        Button usual = Buttons.flat("Palette", null, () -> paint(null));
        usual.setTooltip(new Tooltip("The color that the topic has by its number"));
        colors.getChildren().add(usual);
        setContent(new VBox(12, standing, field("Label", label), field("Suggestions", suggestions), parts,
                field("Description", description), field("Note", note), field("Color", colors)));
        getContent().getStyleClass().add("curation-fields");
        exploration.selectedProperty().subscribe(topic -> show());
        curating.curatedProperty().subscribe(run -> show());
    }

    private static Node field(String name, Node control) {
        Label caption = new Label(name);
        caption.getStyleClass().add("caption");
        caption.setLabelFor(control);
        return new VBox(4, caption, control);
    }

    private static void keepWhenLeft(Node field, Runnable keep) {
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                keep.run();
            }
        });
    }

    private Button swatch(String web) {
        Button swatch = new Button();
        swatch.getStyleClass().add("swatch");
        swatch.setStyle("-fx-background-color: " + web);
        swatch.setAccessibleText("Color " + web);
        swatch.setOnAction(event -> paint(web));
        return swatch;
    }

    private void show() {
        Topic chosen = exploration.selectedProperty().get();
        CuratedTopic now = chosen == null ? null : curating.topic(chosen.id());
        CuratedRun run = curating.curatedProperty().get();
        if (run == null || run.run() != shownOf) {
            shown = null; // of another run
            shownOf = run == null ? null : run.run();
        }
        CuratedTopic before = shown;
        if (before != null && (now == null || now.id() != before.id())) {
            keepAll();
        }
        shown = now;
        setVisible(now != null);
        if (now == null || now.equals(before)) {
            return;
        }
        boolean other = before == null || before.id() != now.id();
        fill(label, other || !Objects.equals(before.label(), now.label()), now.label());
        fill(description, other || !Objects.equals(before.description(), now.description()), now.description());
        fill(note, other || !Objects.equals(before.note(), now.note()), now.note());
        standing.setText(standing(chosen, now));
        parts.getChildren().setAll(now.parts().stream().filter(part -> part != now.id()).map(this::part).toList());
        if (other || !before.parts().equals(now.parts())) {
            suggest(now.id());
        }
    }

    /** Leaves alone what is being typed. @param changed whether there is something else to show than what was shown */
    private static void fill(TextInputControl field, boolean changed, String now) {
        if (!field.isFocused() || changed) {
            field.setText(now == null ? "" : now);
        }
    }

    private static String standing(Topic topic, CuratedTopic curated) {
        String mark = curated.verdict() == null ? "" : " · marked " + curated.verdict().key();
        String origin = curated.splitOf() != null ? " · part of the former topic " + curated.splitOf() : "";
        return "Topic " + topic.id() + " · " + Figures.percent(topic.prevalence()) + " of all tokens" + origin + mark
                + (curated.hidden() ? " · hidden" : "");
    }

    private Node part(int id) {
        CuratedTopic part = curating.topic(id);
        Label name = new Label("with topic " + id + (part.label() == null ? "" : ", " + part.label()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button separate = Buttons.flat("Take out", Feather.LOG_OUT,
                () -> curating.edit(new CurationEntry.Separate(shown.id(), id)));
        separate.setId("separate-" + id);
        return new HBox(name, gap, separate);
    }

    private void keepAll() {
        keepLabel();
        keepDescription();
        keepNote();
    }

    private void keepLabel() {
        keep(label, CuratedTopic::label, text -> new CurationEntry.Name(shown.id(), text));
    }

    private void keepDescription() {
        keep(description, CuratedTopic::description, text -> new CurationEntry.Describe(shown.id(), text));
    }

    private void keepNote() {
        keep(note, CuratedTopic::note, text -> new CurationEntry.Note(shown.id(), text));
    }

    private void keep(TextInputControl field, Function<CuratedTopic, String> before,
            Function<String, CurationEntry.Edit> edit) {
        if (shown != null && shown.stands() && !field.getText().strip().equals(Objects.requireNonNullElse(before.apply(shown), ""))) {
            curating.edit(edit.apply(field.getText()));
        }
    }

    private void paint(String web) {
        if (shown != null) {
            curating.edit(new CurationEntry.Paint(shown.id(), web));
        }
    }

    private void suggest(int topic) {
        suggestions.getChildren().setAll(hint("Reading typical reviews …"));
        CuratedRun run = curating.curatedProperty().get();
        suggesting.run(() -> NameSuggestions.of(run, topic), this::showSuggestions, problem -> {
            suggestions.getChildren().setAll(hint("None"));
            messages.tell(problem);
        });
    }

    private static Label hint(String text) {
        Label hint = new Label(text);
        hint.getStyleClass().add("muted");
        return hint;
    }

    private void showSuggestions(List<Suggestion> found) {
        suggestions.getChildren().setAll(found.stream().map(this::suggestion).toList());
        if (found.isEmpty()) {
            suggestions.getChildren().setAll(hint("None"));
        }
    }

    private Button suggestion(Suggestion suggestion) {
        Button take = Buttons.plain(suggestion.text(), null,
                () -> curating.edit(new CurationEntry.Name(shown.id(), suggestion.text())));
        take.getStyleClass().addAll("small", "suggestion");
        take.setMinWidth(0);
        take.setTooltip(new Tooltip("Name the topic so; " + suggestion.reason()));
        return take;
    }
}
