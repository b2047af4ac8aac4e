package topicworkbench.ui.configure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import topicworkbench.run.Setting.Section;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.wording.Figures;

/** The form, section by section; every setting there is has its place in one of them. */
final class FormView extends ScrollPane {
    /** What is not folded away; a section that is not named here shows everything. */
    private static final Map<Section, Set<String>> PLAIN = new EnumMap<>(Map.of(
            Section.FILTER, Set.of("min_stars", "max_stars"),
            Section.TEXT, Set.of("normalization", "extra_stop_words", "max_ngram", "min_df", "max_df", "max_features"),
            Section.MODEL, Set.of(RunForm.ALGORITHM, RunForm.PRESET, "num_topics"),
            Section.QUALITY, Set.of("min_wetc", "min_tu"), Section.MAP, Set.of("map"), Section.RUN, Set.of("seed", "seeds"),
            Section.CLOUD, Set.of("where", "cloud_training", "instance_type", "instances", "spot", "tuning_jobs", "tuning_parallel_jobs",
                    "tune_learning_rate", "max_cost", "max_hours")));
    private static final List<String> STARS = List.of("none", "1", "2", "3", "4", "5");

    private final NewRunViewModel model;
    private final RunForm form;
    private final Dialogs dialogs;
    private final List<SectionPane> sections = new ArrayList<>();
    private final VBox content = new VBox();

    /** @param cloud to where AWS is looked at and deployed to */
    FormView(NewRunViewModel model, Dialogs dialogs, Runnable cloud) {
        this.model = model;
        this.form = model.form();
        this.dialogs = dialogs;
        setId("form");
        add(Section.FILTER, "Reviews", true, new SourcePane(model, dialogs));
        add(Section.TEXT, "Text", false);
        add(Section.MODEL, "Model", true);
        add(Section.QUALITY, "Quality gate", false);
        add(Section.MAP, "Map", false);
        add(Section.RUN, "Run", false, name());
        Fold several = new Fold("study-section", "Several runs", "section-title", () -> new StudyPane(model.study()));
        model.study().countProperty().subscribe(count -> several.summary().setText(count.intValue() == 0 ? "One run"
                : Figures.count(count.longValue(), "run")));
        content.getChildren().add(several);
        add(Section.CLOUD, "Where to run", false);
        sections.getLast().add(place());
        sections.getLast().add(new CloudPane(model, cloud));
        content.getStyleClass().add("form");
        setContent(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        model.attentionProperty().subscribe(this::reveal);
    }

    private void add(Section section, String title, boolean open, Node... first) {
        List<FormField> fields = having(field -> field.setting().section() == section);
        SectionPane pane = new SectionPane(section.key(), title, form, fields, PLAIN.get(section), this::block, first);
        pane.fold().openProperty().set(open);
        sections.add(pane);
        content.getChildren().add(pane.fold());
    }

    private List<FormField> having(Predicate<FormField> which) {
        return form.fields().stream().filter(which).toList();
    }

    private Node block(FormField field) {
        return switch (field.setting().name()) {
            case "min_stars" -> stars(field);
            case "max_stars" -> null;
            case "preset" -> preset(field);
            case "embeddings" -> vectors(field);
            default -> FieldBlock.of(field);
        };
    }

    private Node stars(FormField least) {
        FormField most = form.field("max_stars");
        ComboBox<String> from = stars(least, "Any");
        ComboBox<String> to = stars(most, "any");
        HBox range = new HBox(8, from, new Label("to"), to, Buttons.flat("Negative", null, () -> stars("1", "2")),
                Buttons.flat("Positive", null, () -> stars("4", "5")), Buttons.flat("All", null, () -> stars("none", "none")));
        range.setAlignment(Pos.CENTER_LEFT);
        Label title = new Label("Stars");
        title.setLabelFor(from);
        Label help = new Label("Complaints are mostly in reviews of 1 and 2 stars · default all");
        help.getStyleClass().add("field-help");
        Label error = new Label();
        error.setId("min_stars-error");
        Fields.showError(error, least.errorProperty());
        VBox block = new VBox(title, range, help, error);
        block.getStyleClass().add("field");
        return block;
    }

    private static ComboBox<String> stars(FormField field, String any) {
        ComboBox<String> choice = Fields.choice(field, STARS);
        choice.setConverter(new javafx.util.StringConverter<>() {
            @Override
            public String toString(String value) {
                return value == null || value.equals("none") ? any : value + " ★";
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        return choice;
    }

    private void stars(String least, String most) {
        form.field("min_stars").textProperty().set(least);
        form.field("max_stars").textProperty().set(most);
    }

    /** Says how many of the model's fields differ, and brings them all back. */
    private Node preset(FormField field) {
        FieldBlock block = new FieldBlock(field, Fields.choice(field,
                field.setting().choices().stream().filter(choice -> !choice.equals("custom")).toList()));
        Label changed = new Label();
        changed.getStyleClass().add("field-changes");
        Button reset = Buttons.flat("Reset all", Feather.ROTATE_CCW, () -> form.reset(modelChanges()));
        reset.setId("reset-model");
        HBox line = new HBox(8, changed, reset);
        line.setAlignment(Pos.CENTER_LEFT);
        line.managedProperty().bind(line.visibleProperty());
        form.checksProperty().subscribe(any -> {
            int count = modelChanges().size();
            line.setVisible(count > 0);
            changed.setText(Figures.count(count, "field") + (count == 1 ? " differs" : " differ") + " from the preset");
        });
        block.getChildren().add(line);
        return block;
    }

    private List<FormField> modelChanges() {
        return form.changes().stream().filter(field -> field.setting().section() == Section.MODEL).toList();
    }

    private Node vectors(FormField field) {
        TextField path = Fields.text(field);
        HBox.setHgrow(path, Priority.ALWAYS);
        Button choose = Buttons.plain("Choose…", null, () -> dialogs
                .chooseFile("Choose word vectors", "Word vectors", List.of(".txt", ".vec", ".bin", ".gz"))
                .ifPresent(file -> field.textProperty().set(file.toString())));
        choose.setId("choose-vectors");
        return new FieldBlock(field, new HBox(8, path, choose));
    }

    private Node name() {
        TextField control = new TextField();
        control.setId("run-name");
        control.setPromptText("Made from the reviews");
        control.setAccessibleText("Name of the run");
        control.textProperty().bindBidirectional(model.nameProperty());
        Label title = new Label("Name");
        title.setLabelFor(control);
        VBox block = new VBox(title, control);
        block.getStyleClass().add("field");
        return block;
    }

    private Node place() {
        Label here = new Label("This computer has", new FontIcon(Feather.MONITOR));
        here.getStyleClass().add("chosen-file");
        Label what = new Label(Figures.count(Runtime.getRuntime().availableProcessors(), "processor") + " · "
                + Figures.count(Runtime.getRuntime().maxMemory() >> 20) + " MB of memory at most");
        what.getStyleClass().add("field-help");
        VBox place = new VBox(here, what);
        place.getStyleClass().add("field");
        form.checksProperty().subscribe(any -> {
            place.setVisible(!form.usableProperty().get().cloud().onAws());
            place.setManaged(place.isVisible());
        });
        return place;
    }

    /** Opens what hides the field, scrolls to it, and gives it the keyboard. */
    private void reveal(String setting) {
        if (setting == null) {
            return;
        }
        String shown = setting.equals(NewRunViewModel.REVIEWS) ? "choose-files" : setting;
        if (setting.equals(NewRunViewModel.REVIEWS)) {
            sections.getFirst().fold().openProperty().set(true);
        } else {
            sections.forEach(section -> section.reveal(setting));
        }
        Node control = content.lookup("#" + shown);
        if (control != null) {
            applyCss();
            layout();
            control.requestFocus();
            scrollTo(control);
        }
    }

    private void scrollTo(Node control) {
        Bounds place = content.sceneToLocal(control.localToScene(control.getBoundsInLocal()));
        double above = place.getCenterY() - getViewportBounds().getHeight() / 2;
        double room = content.getHeight() - getViewportBounds().getHeight();
        setVvalue(room <= 0 ? 0 : Math.clamp(above / room, 0, 1));
    }
}
