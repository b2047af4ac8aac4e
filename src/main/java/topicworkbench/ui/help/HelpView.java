package topicworkbench.ui.help;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.concurrent.Worker;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.web.WebView;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.w3c.dom.events.EventTarget;
import topicworkbench.ui.support.PageHeader;

/** The pages of the help at the left, the one that is read beside them. Scripts are off; nothing comes from outside. */
public final class HelpView extends BorderPane {
    private static final double LIST_WIDTH = 260;

    private final HelpViewModel model;
    private final ReadOnlyBooleanProperty dark;
    private final WebView web = new WebView();

    public HelpView(HelpViewModel model, ReadOnlyBooleanProperty dark) {
        this.model = model;
        this.dark = dark;
        getStyleClass().add("page");
        PageHeader header = new PageHeader("Help");
        header.subtitle().setText("How to use the program, what its files hold, and why it is as it is");
        setTop(header);
        web.setId("help-page");
        web.setAccessibleText("Help page");
        web.setContextMenuEnabled(false);
        web.getEngine().setJavaScriptEnabled(false);
        web.getEngine().getLoadWorker().stateProperty().addListener((any, before, now) -> {
            if (now == Worker.State.SUCCEEDED) {
                takeOverLinks(web.getEngine().getDocument());
            }
        });
        setLeft(pages());
        setCenter(web);
        model.pageProperty().subscribe(page -> show());
        dark.subscribe(now -> show());
    }

    private ListView<HelpPage> pages() {
        ListView<HelpPage> list = new ListView<>(model.pages());
        list.setId("help-pages");
        list.setAccessibleText("Help pages");
        list.getStyleClass().add("help-pages");
        list.setPrefWidth(LIST_WIDTH);
        list.setCellFactory(any -> new ListCell<>() {
            @Override
            protected void updateItem(HelpPage page, boolean empty) {
                super.updateItem(page, empty);
                setText(empty ? null : page.title());
                setPrefWidth(0);
                setWrapText(true);
            }
        });
        list.getSelectionModel().selectedItemProperty().subscribe(page -> {
            if (page != null) {
                model.open(page.path());
            }
        });
        model.pageProperty().subscribe(page -> list.getSelectionModel().select(page));
        return list;
    }

    private void show() {
        HelpPage page = model.pageProperty().get();
        if (page != null) {
            web.getEngine().loadContent(HelpStyle.document(page, dark.get()));
        }
    }

    /** The page itself never goes anywhere: a click is told to the model. */
    private void takeOverLinks(Document document) {
        NodeList links = document.getElementsByTagName("a");
        for (int i = 0; i < links.getLength(); i++) {
            Element link = (Element) links.item(i);
            ((EventTarget) link).addEventListener("click", event -> {
                event.preventDefault();
                model.follow(link.getAttribute("href"));
            }, false);
        }
    }
}
