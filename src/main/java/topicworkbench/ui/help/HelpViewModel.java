package topicworkbench.ui.help;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.Messages;

/** The help: its pages, and the one that is read. */
public final class HelpViewModel {
    private static final List<String> OUTSIDE = List.of("https", "http");

    private final BackgroundTasks tasks;
    private final Messages messages;
    private final Consumer<String> browser;
    private final ObservableList<HelpPage> pages = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<HelpPage> page = new ReadOnlyObjectWrapper<>();
    private String wanted = "";

    /** @param browser opens a web address outside of the program */
    public HelpViewModel(BackgroundTasks tasks, Messages messages, Consumer<String> browser) {
        this.tasks = tasks;
        this.messages = messages;
        this.browser = browser;
    }

    /** In the order of reading; empty until one was opened. */
    public ObservableList<HelpPage> pages() {
        return pages;
    }

    /** Null until one was opened. */
    public ReadOnlyObjectProperty<HelpPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** @param path of a page; the first page is opened where there is no such page */
    public void open(String path) {
        wanted = path;
        if (pages.isEmpty()) {
            load();
        } else {
            turnTo(path);
        }
    }

    /** Reads the pages, unless they have been read. */
    public void load() {
        if (pages.isEmpty()) {
            tasks.run(HelpPages::read, this::show, messages::tell);
        }
    }

    private void show(List<HelpPage> read) {
        pages.setAll(read);
        if (!wanted.isEmpty()) {
            turnTo(wanted);
        }
    }

    private void turnTo(String path) {
        page.set(find(path).orElse(pages.getFirst()));
    }

    private Optional<HelpPage> find(String path) {
        return pages.stream().filter(each -> each.path().equals(path)).findFirst();
    }

    /** Follows a link of the page: to another page here, or out to the browser; files of the project lead nowhere. */
    public void follow(String link) {
        URI address = URI.create(link.replace(" ", "%20"));
        if (address.getScheme() != null) {
            if (OUTSIDE.contains(address.getScheme())) {
                browser.accept(link);
            }
        } else if (!address.getPath().isEmpty()) {
            String path = URI.create(page.get().path()).resolve(address.getPath()).getPath();
            find(path).ifPresentOrElse(page::set,
                    () -> messages.tell("That page is not part of the help: " + path + "."));
        }
    }
}
