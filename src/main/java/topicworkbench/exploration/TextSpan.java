package topicworkbench.exploration;

/**
 * A stretch of a text.
 *
 * @param from first character
 * @param to   after the last
 */
public record TextSpan(int from, int to) { }
