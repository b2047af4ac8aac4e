package topicworkbench.ui.curate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.comparison.LabelTransfer;
import topicworkbench.curation.CurationEntry.Edit;
import topicworkbench.curation.EditWords;
import topicworkbench.curation.Replay;
import topicworkbench.run.RunSummary;
import topicworkbench.ui.curate.ExchangeViewModel.Content;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Dialogs;
import topicworkbench.ui.support.Notice;
import topicworkbench.ui.support.PageHeader;
import topicworkbench.ui.support.Skeleton;
import topicworkbench.wording.Figures;

/** Labels from other runs and people: what fits is listed to be applied, what is in doubt to be decided one by one. */
public final class ExchangeView extends BorderPane {
    private static final IntFunction<String> NUMBERS = id -> "topic " + id;

    private final ExchangeViewModel model;
    private final PageHeader header;
    private final ComboBox<RunSummary> source = new ComboBox<>();

    /** @param back to the topics */
    public ExchangeView(ExchangeViewModel model, Dialogs dialogs, Runnable back) {
        this.model = model;
        getStyleClass().add("page");
        Button leave = Buttons.plain("Back to the topics", Feather.ARROW_LEFT, back);
        leave.setId("leave-exchange");
        header = new PageHeader("Labels from and to others", leave);
        source.setId("replay-source");
        source.setItems(model.sources());
        source.setPromptText("Replay the labels of another run");
        source.setMaxWidth(320);
        source.setConverter(new StringConverter<>() {
            @Override
            public String toString(RunSummary run) {
                return run == null ? "" : run.name() + " · " + Figures.moment(run.created());
            }

            @Override
            public RunSummary fromString(String text) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        });
        source.valueProperty().subscribe(run -> {
            if (run != null) {
                model.replay(run);
            }
        });
        Button read = Buttons.plain("Import from file…", Feather.DOWNLOAD,
                () -> dialogs.chooseFile("Import labels", "Labels", List.of(".json", ".csv")).ifPresent(model::readFile));
        read.setId("import-labels");
        Button json = Buttons.plain("Export for a colleague…", Feather.UPLOAD,
                () -> dialogs.chooseNewFile("Export labels", "labels.json").ifPresent(model::export));
        json.setId("export-labels");
        Button csv = Buttons.plain("Export as table…", Feather.UPLOAD,
                () -> dialogs.chooseNewFile("Export labels", "labels.csv").ifPresent(model::export));
        HBox ways = new HBox(8, source, read, json, csv);
        ways.getStyleClass().add("exchange-ways");
        setTop(new VBox(header, ways));
        model.contentProperty().subscribe(this::show);
    }

    private void show(Content content) {
        header.subtitle().setText(model.runName() + " · nothing is changed before it is applied");
        if (content instanceof Content.Nothing) {
            source.setValue(null);
        }
        setCenter(switch (content) {
            case Content.Nothing(String _) -> Notice.empty(Feather.SHARE, "Nothing to look at yet", "Replay the labels of another run, by"
                    + " topics that are alike, or import what a colleague has exported.");
            case Content.Comparing() -> new Skeleton(6);
            case Content.Failed(var why) -> Notice.failure(why);
            case Content.Proposed(LabelTransfer transfer) -> proposed(transfer.replay());
        });
    }

    private Node proposed(Replay replay) {
        List<CheckBox> choices = new ArrayList<>();
        VBox list = new VBox(6, heading("To be done: " + Figures.count(replay.fitting().size(), "change")
                + (replay.alreadySo() == 0 ? "" : "; " + replay.alreadySo() + " are so already")));
        for (Edit edit : replay.fitting()) {
            list.getChildren().add(wrapped(EditWords.of(edit, NUMBERS)));
        }
        if (!replay.doubts().isEmpty()) {
            list.getChildren().add(heading("To be decided by you: " + replay.doubts().size()));
        }
        for (Replay.Doubt doubt : replay.doubts()) {
            CheckBox choice = new CheckBox(doubt.proposal() == null ? "Cannot be done: " + EditWords.of(doubt.original(), NUMBERS)
                    : EditWords.of(doubt.proposal(), NUMBERS));
            choice.setDisable(doubt.proposal() == null);
            choice.setUserData(doubt);
            choice.getStyleClass().add("exchange-doubt");
            choices.add(choice);
            Label reason = wrapped(doubt.reason());
            reason.getStyleClass().addAll("muted", "exchange-reason");
            list.getChildren().addAll(choice, reason);
        }
        list.getStyleClass().add("exchange-list");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        Button apply = Buttons.primary("Apply", Feather.CHECK, () -> model.apply(choices.stream().filter(CheckBox::isSelected)
                .map(choice -> (Replay.Doubt) choice.getUserData()).toList()));
        apply.setId("apply-labels");
        HBox foot = new HBox(apply);
        foot.setAlignment(Pos.CENTER_RIGHT);
        foot.getStyleClass().add("exchange-ways");
        BorderPane page = new BorderPane(scroll);
        page.setBottom(foot);
        return page;
    }

    private static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("fact-heading");
        return heading;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
