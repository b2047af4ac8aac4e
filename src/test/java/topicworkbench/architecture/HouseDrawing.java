package topicworkbench.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Draws the rules of the house: a box a package, on the lowest floor that all it may use lies below, and a line to each of
 * these that no other line leads to already. Packages that may use the same and are used by the same share a box.
 *
 * <pre>mvn -q test-compile exec:exec -Dexec.classpathScope=test …HouseDrawing</pre>
 */
final class HouseDrawing {
    static final Path FILE = Path.of("src/main/doc/house.svg");

    private static final int WIDTH = 1180;
    private static final int FLOOR = 74;
    private static final int LINE = 15;
    private static final int LETTER = 7;

    private final Map<String, Set<String>> uses = new LinkedHashMap<>();
    private final Map<String, String> boxOf = new HashMap<>();
    private final Map<String, Integer> floors = new HashMap<>();

    private HouseDrawing(Map<String, Set<String>> mayUse) {
        Map<String, List<String>> alike = mayUse.keySet().stream().filter(room -> !HouseRules.FOR_EVERYBODY.contains(room))
                .collect(Collectors.groupingBy(room -> below(mayUse, room) + " " + above(mayUse, room), LinkedHashMap::new,
                        Collectors.toList()));
        alike.values().forEach(rooms -> rooms.forEach(room -> boxOf.put(room, String.join("\n", rooms))));
        mayUse.keySet().stream().filter(boxOf::containsKey).forEach(room -> uses.computeIfAbsent(boxOf.get(room), box -> new TreeSet<>())
                .addAll(below(mayUse, room).stream().map(boxOf::get).toList()));
    }

    private static Set<String> below(Map<String, Set<String>> mayUse, String room) {
        Set<String> others = new TreeSet<>(mayUse.get(room));
        others.removeAll(HouseRules.FOR_EVERYBODY);
        others.remove(room);
        return others;
    }

    private static Set<String> above(Map<String, Set<String>> mayUse, String room) {
        return mayUse.keySet().stream().filter(other -> !other.equals(room) && mayUse.get(other).contains(room))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As text of an SVG file; the same for the same rules. */
    static String svg() {
        return new HouseDrawing(HouseRules.table()).draw();
    }

    private int floor(String box) {
        Integer known = floors.get(box);
        if (known == null) {
            known = uses.get(box).stream().mapToInt(used -> floor(used) + 1).max().orElse(0);
            floors.put(box, known);
        }
        return known;
    }

    /** Those that are reached from a box by more than the line between the two. */
    private boolean isReachedOtherwise(String from, String to) {
        return uses.get(from).stream().filter(used -> !used.equals(to)).anyMatch(used -> reaches(used, to));
    }

    private boolean reaches(String from, String to) {
        return uses.get(from).contains(to) || uses.get(from).stream().anyMatch(used -> reaches(used, to));
    }

    private String draw() {
        Map<Integer, List<String>> building = new TreeMap<>();
        uses.keySet().forEach(box -> building.computeIfAbsent(floor(box), at -> new ArrayList<>()).add(box));
        Map<String, double[]> places = new HashMap<>();
        double y = 20;
        for (List<String> boxes : new TreeMap<>(building).descendingMap().values()) {
            int tallest = boxes.stream().mapToInt(HouseDrawing::height).max().orElseThrow();
            double free = WIDTH - boxes.stream().mapToInt(HouseDrawing::width).sum();
            double x = free / (boxes.size() + 1);
            for (String box : boxes) {
                places.put(box, new double[] {x, y + (tallest - height(box)) / 2.0});
                x += width(box) + free / (boxes.size() + 1);
            }
            y += tallest + FLOOR - 2 * LINE;
        }
        StringBuilder lines = new StringBuilder();
        StringBuilder boxes = new StringBuilder();
        uses.forEach((box, used) -> {
            used.stream().filter(to -> !isReachedOtherwise(box, to))
                    .forEach(to -> lines.append(line(box, places.get(box), to, places.get(to))));
            boxes.append(box(box, places.get(box)));
        });
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %.0f" font-family="sans-serif" font-size="12">
                <title>Packages, and which may use which: whoever stands above may use what its lines lead to, and what is reached from there as far as the rules allow</title>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                %s%s</svg>
                """.formatted(WIDTH, y, lines, boxes);
    }

    private static int width(String box) {
        return 18 + LETTER * box.lines().mapToInt(String::length).max().orElse(0);
    }

    private static int height(String box) {
        return 10 + LINE * (int) box.lines().count();
    }

    private static String line(String from, double[] a, String to, double[] b) {
        return String.format(Locale.ROOT, "<line x1=\"%.0f\" y1=\"%.0f\" x2=\"%.0f\" y2=\"%.0f\" stroke=\"#9aa7b4\"/>%n",
                a[0] + width(from) / 2.0, a[1] + height(from), b[0] + width(to) / 2.0, b[1]);
    }

    private static String box(String name, double[] at) {
        StringBuilder box = new StringBuilder(String.format(Locale.ROOT, "<rect x=\"%.0f\" y=\"%.0f\" width=\"%d\" height=\"%d\" rx=\"6\" "
                + "fill=\"%s\" stroke=\"#41566b\"/>%n", at[0], at[1], width(name), height(name), color(name)));
        List<String> rooms = name.lines().toList();
        for (int i = 0; i < rooms.size(); i++) {
            box.append(String.format(Locale.ROOT, "<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\" fill=\"#1d2b3a\">%s</text>%n",
                    at[0] + width(name) / 2.0, at[1] + 5 + LINE * (i + 0.75), rooms.get(i)));
        }
        return box.toString();
    }

    private static String color(String name) {
        return name.startsWith("ui") ? "#dceafa" : name.startsWith("run.") ? "#fdeacc" : name.startsWith("cli") ? "#d9f2e8" : "#eef1f4";
    }

    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, svg());
    }
}
