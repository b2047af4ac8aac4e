package topicworkbench.run;

/**
 * Of which reviews of which other run a run is about. The other run may be gone by now.
 *
 * @param run     id of the other run
 * @param runName what it was called
 * @param topic   id of the topic there whose reviews they are, or null for reviews that were selected in another way
 * @param what    what they were called: the topic's name, or what the selection was about
 * @param reviews how many there were
 */
public record RunOrigin(String run, String runName, Integer topic, String what, long reviews) { }
