package topicworkbench.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ObservableListBase;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;
import topicworkbench.exploration.ExploredReview;
import topicworkbench.exploration.OrderedDocuments;
import topicworkbench.exploration.ReviewOrder;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.Buttons;
import topicworkbench.ui.support.Messages;
import topicworkbench.ui.support.Notice;
import topicworkbench.ui.support.WindowPreferences;
import topicworkbench.wording.Figures;

/** The reviews that meet the filters: searched, put in order, looked through, and read in full. */
public final class ReviewsPanel extends StackPane {
    private static final Map<ReviewOrder, String> ORDERS = Map.of(ReviewOrder.TOPIC_STRENGTH, "Topic strength",
            ReviewOrder.NEWEST, "Newest first", ReviewOrder.OLDEST, "Oldest first", ReviewOrder.FEWEST_STARS, "Fewest stars",
            ReviewOrder.MOST_STARS, "Most stars", ReviewOrder.MOST_HELPFUL, "Most helpful");

    private final Exploration exploration;
    private final BackgroundTasks tasks;
    private final Messages messages;
    private final ReviewsViewModel model;
    private final OpenReviewViewModel open;
    private final SearchField search;
    private final Label count = new Label();
    private final ListView<Integer> list = new ListView<>();
    private final List<ReviewCell> cells = new ArrayList<>();
    private final VBox listing;
    private final StackPane body = new StackPane();

    public ReviewsPanel(Exploration exploration, BackgroundTasks tasks, Messages messages, WindowPreferences preferences) {
        this.exploration = exploration;
        this.tasks = tasks;
        this.messages = messages;
        SearchViewModel searching = new SearchViewModel(exploration, tasks, preferences);
        this.model = new ReviewsViewModel(exploration, searching, tasks);
        this.open = new OpenReviewViewModel(exploration, model, tasks);
        this.search = new SearchField(searching, exploration);
        getStyleClass().add("reviews-panel");
        count.setId("reviews-count");
        count.getStyleClass().add("caption");
        count.setMinWidth(0);
        count.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(count, Priority.ALWAYS);
        HBox tools = new HBox(8, count, orders());
        tools.setAlignment(Pos.CENTER_LEFT);
        makeList();
        VBox.setVgrow(body, Priority.ALWAYS);
        listing = new VBox(8, search, tools, body);
        OpenReviewPane opened = new OpenReviewPane(exploration, open, this::copyOpen);
        getChildren().setAll(listing, opened);
        exploration.openedDocumentProperty().subscribe(document -> {
            boolean reading = document.intValue() != Exploration.NONE;
            boolean was = opened.isVisible();
            opened.setVisible(reading);
            listing.setVisible(!reading);
            if (reading && !was) {
                opened.requestFocus();
            } else if (was && !reading && opened.getScene() != null) {
                list.requestFocus();
            }
        });
        open.placeProperty().subscribe(place -> {
            if (place.intValue() != Exploration.NONE) {
                list.getSelectionModel().select(place.intValue());
                list.scrollTo(place.intValue());
            }
        });
        model.listedProperty().subscribe(this::showList);
        model.failureProperty().subscribe(failure -> showList(model.listedProperty().get()));
        model.readProperty().subscribe(read -> cells.forEach(ReviewCell::show));
        exploration.curating().curatedProperty().subscribe(curated -> {
            if (curated != null && curated.run() == exploration.runProperty().get()) { // else another run is about to be shown
                cells.forEach(ReviewCell::show);
            }
        });
        exploration.matchingOutdatedProperty().subscribe(outdated -> list.setOpacity(outdated ? 0.6 : 1));
    }

    private ComboBox<ReviewOrder> orders() {
        ComboBox<ReviewOrder> orders = new ComboBox<>();
        orders.setId("review-order");
        orders.getItems().setAll(ReviewOrder.values());
        orders.setConverter(new StringConverter<>() {
            @Override
            public String toString(ReviewOrder order) {
                return order == null ? "" : ORDERS.get(order);
            }

            @Override
            public ReviewOrder fromString(String words) {
                throw new UnsupportedOperationException();
            }
        });
        orders.valueProperty().bindBidirectional(model.orderProperty());
        orders.setAccessibleText("Order of the reviews");
        orders.setMinWidth(Region.USE_PREF_SIZE);
        return orders;
    }

    private void makeList() {
        list.setId("reviews");
        list.getStyleClass().add("review-list");
        list.setFixedCellSize(ReviewCell.HEIGHT);
        list.setCellFactory(view -> {
            ReviewCell cell = new ReviewCell(exploration, model);
            cells.add(cell);
            cell.setOnMouseClicked(click -> {
                if (click.getClickCount() == 2) {
                    openSelected();
                }
            });
            cell.hoverProperty().subscribe(hovered -> hover(cell, hovered));
            return cell;
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::type);
    }

    private void hover(ReviewCell cell, boolean hovered) {
        ReviewRow row = hovered && cell.getItem() != null ? model.row(cell.getItem()) : null;
        exploration.hoveredDocumentProperty().set(row == null ? Exploration.NONE : row.review().document());
    }

    private void type(KeyEvent key) {
        if (key.isShortcutDown() && key.getCode() == KeyCode.C) {
            withSelected(row -> copy(row.review().document()));
        } else if (key.isControlDown() || key.isAltDown() || key.isMetaDown()) {
            return;
        } else {
            switch (key.getCode()) {
                case ENTER, SPACE -> openSelected();
                case J -> list.getSelectionModel().selectNext();
                case K -> list.getSelectionModel().selectPrevious();
                case C -> withSelected(row -> copy(row.review().document()));
                case F -> withSelected(row -> open.flag(row.review().review(), !exploration.curating().curatedProperty().get()
                        .curation().flagged().contains(row.review().review())));
                case SLASH -> search.begin();
                default -> {
                    return;
                }
            }
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 1));
        }
        key.consume();
    }

    private void withSelected(Consumer<ReviewRow> action) {
        Integer place = list.getSelectionModel().getSelectedItem();
        ReviewRow row = place == null ? null : model.row(place);
        if (row != null) {
            action.accept(row);
        }
    }

    private void openSelected() {
        withSelected(row -> exploration.openedDocumentProperty().set(row.review().document()));
    }

    private void copyOpen() {
        if (open.partProperty().get() != null) {
            copy(open.partProperty().get().review().document());
        }
    }

    /** The whole text and where it comes from, as plain text. */
    private void copy(int document) {
        var run = exploration.runProperty().get();
        tasks.run(() -> run.texts().read(document).getFirst(), review -> {
            ClipboardContent content = new ClipboardContent();
            content.put(DataFormat.PLAIN_TEXT, words(review, run.summary().name()));
            Clipboard.getSystemClipboard().setContent(content);
            messages.tell("Review copied.");
        }, messages::tell);
    }

    private static String words(ExploredReview review, String run) {
        String title = review.title().isBlank() ? "" : review.title() + "\n";
        return title + review.text() + "\n" + ReviewFacts.source(review, run);
    }

    private void showList(OrderedDocuments listed) {
        if (model.failureProperty().get() != null) {
            body.getChildren().setAll(Notice.failure(model.failureProperty().get()));
            return;
        }
        int size = listed == null ? 0 : listed.size();
        count.setText(Figures.count(size, "review"));
        list.setItems(new Places(size));
        if (listed != null && size == 0) {
            body.getChildren().setAll(Notice.empty(Feather.FILTER, "No review meets all filters",
                    "Take one of the filters away, or search for less.",
                    Buttons.plain("Clear filters", Feather.X, exploration::clearFilters)));
        } else {
            body.getChildren().setAll(list);
        }
    }

    /** The numbers from 0 on, none of them kept. */
    private static final class Places extends ObservableListBase<Integer> {
        private final int size;

        Places(int size) {
            this.size = size;
        }

        @Override
        public Integer get(int place) {
            return place;
        }

        @Override
        public int size() {
            return size;
        }
    }
}
