package topicworkbench.run;

/**
 * A run's quality in short; NaN where not measured.
 *
 * @param wetc         mean over topics
 * @param tu           mean over topics
 * @param npmi         mean over topics
 * @param vectors      name of the word vectors behind wetc
 * @param vectorsFound terms of the vocabulary that have a vector
 */
public record Quality(double wetc, double tu, double npmi, String vectors, long vectorsFound) { }
