package topicworkbench.ui.explore;

import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import topicworkbench.curation.CurationEntry;
import topicworkbench.topic.Topic;
import topicworkbench.ui.chart.TopicNames;

/** Asks for a note on a topic. */
final class NotePrompt extends CurationPrompt {
    private final TextArea text = new TextArea();

    NotePrompt(Curating curating, Topic topic, Runnable close) {
        super("Note on " + TopicNames.of(topic) + " (Ctrl+Enter keeps it)");
        String note = curating.topic(topic.id()).note();
        text.setId("note-prompt");
        text.setText(note == null ? "" : note);
        text.setPrefRowCount(3);
        text.setWrapText(true);
        text.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
                key.consume();
                close.run();
                curating.edit(new CurationEntry.Note(topic.id(), text.getText()));
            }
        });
        getChildren().add(text);
    }

    @Override
    void begin() {
        text.requestFocus();
        text.end();
    }
}
