package topicworkbench.ui.cloud;

import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import topicworkbench.ui.support.Skeleton;

/** A part of the account under its title: what was found, or pale lines until then, or why it could not be looked up. */
final class Section<T> extends VBox {
    private final Looking<T> looking;
    private final Function<T, Node> view;
    private final Node otherwise;

    /**
     * @param otherwise shown while nothing is looked up
     * @param actions   at the right of the title
     */
    Section(String title, Looking<T> looking, Function<T, Node> view, Node otherwise, Node... actions) {
        super(8);
        this.looking = looking;
        this.view = view;
        this.otherwise = otherwise;
        getStyleClass().add("cloud-section");
        Label name = new Label(title);
        name.getStyleClass().add("section-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, name, gap);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(28);
        head.getChildren().addAll(actions);
        getChildren().add(head);
        looking.foundProperty().subscribe(found -> draw());
        looking.busyProperty().subscribe(busy -> draw());
    }

    /** Draws it anew, where something else that it shows has changed. */
    void draw() {
        Node content = switch (looking.foundProperty().get()) {
            case Looking.Found.NotYet<T> _ -> looking.busyProperty().get() ? new Skeleton(2) : otherwise;
            case Looking.Found.There<T>(T value) -> view.apply(value);
            case Looking.Found.Failed<T>(var why) -> new Trouble(why);
        };
        if (getChildren().size() > 1) {
            getChildren().set(1, content);
        } else {
            getChildren().add(content);
        }
    }
}
