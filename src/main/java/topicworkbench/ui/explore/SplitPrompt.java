package topicworkbench.ui.explore;

import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import topicworkbench.topic.Topic;
import topicworkbench.ui.chart.TopicNames;
import topicworkbench.ui.support.Buttons;

/** Asks into how many parts a topic's reviews are to be clustered; a digit answers. */
final class SplitPrompt extends CurationPrompt {
    private static final int MOST = 9;

    private final FlowPane numbers = new FlowPane(2, 2);

    SplitPrompt(Curating curating, Topic topic, Runnable close) {
        super("Split " + TopicNames.of(topic) + " into how many parts?");
        for (int parts = 2; parts <= MOST; parts++) {
            int answer = parts;
            Button number = Buttons.flat(Integer.toString(parts), null, () -> split(curating, topic, answer, close));
            number.setId("split-" + parts);
            numbers.getChildren().add(number);
        }
        addEventHandler(KeyEvent.KEY_TYPED, key -> {
            String typed = key.getCharacter();
            if (typed.length() == 1 && typed.charAt(0) >= '2' && typed.charAt(0) <= '9') {
                key.consume();
                split(curating, topic, typed.charAt(0) - '0', close);
            }
        });
        getChildren().add(numbers);
    }

    private static void split(Curating curating, Topic topic, int parts, Runnable close) {
        close.run();
        curating.split(topic.id(), parts);
    }

    @Override
    void begin() {
        numbers.getChildren().getFirst().requestFocus();
    }
}
