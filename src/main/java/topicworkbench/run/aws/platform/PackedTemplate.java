package topicworkbench.run.aws.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A file of the project's folder {@code templates}, which is packed with the program. */
final class PackedTemplate {
    private static final String FOLDER = "templates/";

    private PackedTemplate() { }

    /** @param name within the folder, for example {@code cloudformation/platform.yml} */
    static byte[] bytes(String name) {
        try (InputStream in = PackedTemplate.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("The program was built without " + FOLDER + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    /** A resource that a template names. @param condition under which it is made, or null */
    record Resource(String name, String type, String condition) { }

    /**
     * The resources of one of our templates. AWS tells a stack's resources only once what it builds upon is there; before,
     * our own file does. It is block style YAML throughout, which is all that is understood here.
     */
    static List<Resource> resources(String template) {
        List<Resource> found = new ArrayList<>();
        String name = null;
        String type = null;
        String condition = null;
        boolean within = false;
        for (String line : (template + "\nEnd:").lines().toList()) {
            boolean isSection = line.matches("[A-Za-z].*");
            boolean isResource = within && line.matches(" {2}[A-Za-z][A-Za-z0-9]*:.*");
            if ((isSection || isResource) && type != null) {
                found.add(new Resource(name, type, condition));
                type = null;
                condition = null;
            }
            if (isSection) {
                within = line.startsWith("Resources:");
            } else if (isResource) {
                name = line.strip().substring(0, line.strip().indexOf(':'));
            } else if (within && line.startsWith("    Type: ")) {
                type = line.substring("    Type: ".length()).strip();
            } else if (within && line.startsWith("    Condition: ")) {
                condition = line.substring("    Condition: ".length()).strip();
            }
        }
        return found;
    }
}
