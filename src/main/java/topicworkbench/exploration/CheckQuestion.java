package topicworkbench.exploration;

import java.util.List;

/** One question of the five-minute check, with the answer that the model would give. */
public sealed interface CheckQuestion {

    /** How many things there are to choose from. */
    int choices();

    /** Which of them is the model's, from 0. */
    int expected();

    /** The topic that the question is about. */
    int topic();

    /**
     * Which word does not belong? Five leading words of a topic and one of another topic.
     *
     * @param words    in the order in which they are shown
     * @param expected where the stranger is
     * @see <a href="https://papers.nips.cc/paper/3700-reading-tea-leaves-how-humans-interpret-topic-models">Chang et al. 2009</a>
     */
    record WordIntrusion(int topic, List<String> words, int expected) implements CheckQuestion {
        public WordIntrusion {
            words = List.copyOf(words);
        }

        @Override
        public int choices() {
            return words.size();
        }
    }

    /**
     * What is the review about? Its topic and three others.
     *
     * @param topics   ids, in the order in which they are shown
     * @param expected where the review's topic is
     */
    record ReviewAssignment(ExploredReview review, List<Integer> topics, int expected) implements CheckQuestion {
        public ReviewAssignment {
            topics = List.copyOf(topics);
        }

        @Override
        public int choices() {
            return topics.size();
        }

        @Override
        public int topic() {
            return topics.get(expected);
        }
    }
}
