package topicworkbench.study;

import java.util.Comparator;
import java.util.List;
import topicworkbench.run.SettingKind;
import topicworkbench.run.Settings;
import topicworkbench.wording.Figures;

/**
 * Which trial a study speaks for, and why, in words. Trials are judged by topic quality, NPMI times TU; where a single
 * number was varied its curve is read ({@link Knee}), because the highest value at the edge of what was tried, or a
 * curve without any bend, says something else than a peak.
 *
 * @param row null if nothing speaks for any
 * @param why one or two sentences
 */
public record StudyAdvice(StudyRow row, String why) {
    private static final String MEASURE = "topic quality (NPMI × TU)";

    static StudyAdvice of(StudySpec spec, List<StudyRow> rows) {
        List<StudyRow> judged = rows.stream().filter(StudyRow::isFinished)
                .filter(row -> Double.isFinite(row.topicQuality())).toList();
        if (judged.isEmpty()) {
            return new StudyAdvice(null, "No run has finished with scores yet.");
        }
        return isCurve(spec) ? ofCurve(spec.variations().getFirst().setting(), judged) : ofBest(judged);
    }

    private static boolean isCurve(StudySpec spec) {
        SettingKind kind = Settings.named(spec.variations().getFirst().setting()).kind();
        return spec.variations().size() == 1 && (kind == SettingKind.WHOLE || kind == SettingKind.NUMBER);
    }

    private static StudyAdvice ofBest(List<StudyRow> rows) {
        StudyRow best = rows.stream().max(Comparator.comparingDouble(StudyRow::topicQuality)).orElseThrow();
        return new StudyAdvice(best, "Of " + rows.size() + " finished runs " + best.trial().inWords() + " has the highest "
                + MEASURE + ", " + score(best) + ".");
    }

    private static StudyAdvice ofCurve(String setting, List<StudyRow> unsorted) {
        List<StudyRow> rows = unsorted.stream().sorted(Comparator.comparingDouble(row -> value(row, setting))).toList();
        Knee knee = Knee.of(rows.stream().mapToDouble(row -> value(row, setting)).toArray(),
                rows.stream().mapToDouble(StudyRow::topicQuality).toArray());
        StudyRow at = rows.get(knee.at());
        StudyRow last = rows.getLast();
        String here = at.trial().inWords();
        return new StudyAdvice(at, switch (knee.shape()) {
            case UNKNOWN -> "Of the finished runs " + here + " has the highest " + MEASURE + ", " + score(at) + "; "
                    + Knee.LEAST_POINTS + " or more values are needed to see a knee.";
            case FLAT -> "There is no knee: the " + MEASURE + " differs by less than "
                    + Math.round(100 * Knee.FLAT) + "% between all values tried, so nothing speaks against the smallest, "
                    + here + ".";
            case PEAK -> "The " + MEASURE + " is highest at " + here + ", " + score(at)
                    + ", and lower on both sides of it.";
            case KNEE -> "The " + MEASURE + " still rises at the end, from " + score(rows.getFirst()) + " to " + score(last)
                    + ", but its knee (Kneedle) is at " + here + " with " + score(at) + "; beyond it little is gained.";
            case RISING -> "There is no knee: the " + MEASURE + " rises to the end, " + here + " with " + score(at)
                    + "; the best may lie above what was tried.";
            case FALLING -> "There is no knee: the " + MEASURE + " is highest at the smallest value, " + here + " with "
                    + score(at) + "; the best may lie below what was tried.";
        });
    }

    private static double value(StudyRow row, String setting) {
        return Double.parseDouble(row.trial().settings().get(setting));
    }

    private static String score(StudyRow row) {
        return Figures.score(row.topicQuality());
    }
}
