package topicworkbench.ui.explore;

import topicworkbench.exploration.ExploredReview;
import topicworkbench.exploration.MarkedText;

/**
 * A review as a list shows it.
 *
 * @param review its figures; the texts are empty, so that a page of long reviews takes little memory
 * @param topic  id of the topic it counts for
 * @param title  marked
 * @param begin  the beginning of its text, or where what was searched for stands, marked
 */
record ReviewRow(ExploredReview review, int topic, MarkedText title, MarkedText begin) { }
