package topicworkbench.ui.configure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import topicworkbench.run.Setting.Section;
import topicworkbench.wording.Figures;

/** One section of the form: the fields that most people want, and the others folded away below them. */
final class SectionPane {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final RunForm form;
    private final List<FormField> fields;
    private final Set<String> plain;
    private final Function<FormField, Node> block;
    private final Fold fold;
    private final Fold advanced;
    private final List<Node> after = new ArrayList<>();

    /**
     * @param fields all of the section
     * @param plain  names of those that are not folded away
     * @param block  shows a field; null for one that another block shows too
     * @param first  stands above the fields, whatever the section wants to add
     */
    SectionPane(String id, String title, RunForm form, List<FormField> fields, Set<String> plain,
            Function<FormField, Node> block, Node... first) {
        this.form = form;
        this.fields = fields;
        this.plain = plain;
        this.block = block;
        advanced = new Fold(id + "-advanced", "Advanced", "advanced-title",
                () -> column(blocks(field -> !plain.contains(field.setting().name()))));
        fold = new Fold(id + "-section", title, "section-title", () -> {
            List<Node> nodes = new ArrayList<>(List.of(first));
            nodes.addAll(blocks(field -> plain.contains(field.setting().name())));
            nodes.addAll(after);
            if (fields.stream().anyMatch(field -> !plain.contains(field.setting().name()))) {
                nodes.add(advanced);
            }
            return column(nodes);
        });
        form.checksProperty().subscribe(any -> summarize());
    }

    private static VBox column(List<Node> nodes) {
        VBox column = new VBox();
        column.getStyleClass().add("form-section");
        column.getChildren().addAll(nodes);
        return column;
    }

    private List<Node> blocks(Predicate<FormField> which) {
        List<Node> blocks = new ArrayList<>();
        fields.stream().filter(which).forEach(field -> {
            Node shown = block.apply(field);
            if (shown != null) {
                form.checksProperty().subscribe(any -> {
                    shown.setVisible(isShown(field));
                    shown.setManaged(shown.isVisible());
                });
                blocks.add(shown);
            }
        });
        return blocks;
    }

    /** Stands below the fields that are not folded away; call before the section is first opened. */
    void add(Node node) {
        after.add(node);
    }

    /** Of the cloud's settings only those that change something now, and what must be corrected. */
    private boolean isShown(FormField field) {
        boolean idle = field.setting().section() == Section.CLOUD && !field.noteProperty().get().isEmpty()
                && field.errorProperty().get() == null;
        return form.applies(field.setting().name()) && !idle;
    }

    private void summarize() {
        boolean any = fields.stream().anyMatch(field -> !plain.contains(field.setting().name()) && isShown(field));
        advanced.setVisible(any);
        advanced.setManaged(any);
        summarize(fold, field -> true);
        summarize(advanced, field -> !plain.contains(field.setting().name()));
    }

    private void summarize(Fold part, Predicate<FormField> which) {
        long wrong = form.errors().stream().filter(fields::contains).filter(which).count();
        long changed = form.changes().stream().filter(fields::contains).filter(which).count();
        part.summary().setText(wrong > 0 ? Figures.count(wrong, "field") + " to correct"
                : changed > 0 ? Figures.count(changed) + " changed" : "");
        part.summary().pseudoClassStateChanged(WRONG, wrong > 0);
        part.summary().pseudoClassStateChanged(CHANGED, wrong == 0 && changed > 0);
    }

    Fold fold() {
        return fold;
    }

    /** Opens what hides a field; whether the section has it. */
    boolean reveal(String setting) {
        boolean mine = fields.stream().anyMatch(field -> field.setting().name().equals(setting));
        if (mine) {
            fold.openProperty().set(true);
            if (!plain.contains(setting)) {
                advanced.openProperty().set(true);
            }
        }
        return mine;
    }
}
