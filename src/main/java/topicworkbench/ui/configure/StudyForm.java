package topicworkbench.ui.configure;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import topicworkbench.failure.InvalidOptionException;
import topicworkbench.run.RunSpec;
import topicworkbench.run.RunSpecs;
import topicworkbench.run.Setting;
import topicworkbench.run.Settings;
import topicworkbench.study.StudySpec;
import topicworkbench.study.Variation;
import topicworkbench.ui.support.UserMessage;

/** What a study varies: settings with the values to try, as the command line takes them. */
public final class StudyForm {
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final StringProperty draws = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<UserMessage> error = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private RunSpec base = RunSpecs.defaults(RunSpecs.NTM, RunSpecs.DEFAULT_TOPICS);

    /** One setting that is varied. */
    public final class Row {
        private final StringProperty setting;
        private final StringProperty values;

        private Row(String setting, String values) {
            this.setting = new SimpleStringProperty(setting);
            this.values = new SimpleStringProperty(values);
            this.setting.subscribe((before, now) -> check());
            this.values.subscribe((before, now) -> check());
        }

        /** Its name. */
        public StringProperty settingProperty() {
            return setting;
        }

        /** {@code 5,10,20} or {@code 5..40:5}. */
        public StringProperty valuesProperty() {
            return values;
        }
    }

    StudyForm() {
        draws.subscribe((before, now) -> check());
    }

    /** Empty for one run. */
    public ObservableList<Row> rows() {
        return rows;
    }

    /** How many combinations to draw at random; empty for all. */
    public StringProperty drawsProperty() {
        return draws;
    }

    /** Null while all can be used. */
    public ReadOnlyObjectProperty<UserMessage> errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** How many runs there will be; 0 for one run that is no study, or while something is wrong. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Names of the settings that can be varied and are not yet, the number of topics first. */
    List<String> free() {
        return Settings.forAlgorithm(base.model().algorithm()).stream().map(Setting::name)
                .filter(name -> rows.stream().noneMatch(row -> row.setting.get().equals(name)))
                .sorted((a, b) -> Boolean.compare(b.equals("num_topics"), a.equals("num_topics"))).toList();
    }

    public Row add() {
        String setting = free().getFirst();
        Row row = new Row(setting, setting.equals("num_topics") ? "5,10,20,40" : "");
        rows.add(row);
        check();
        return row;
    }

    public void remove(Row row) {
        rows.remove(row);
        check();
    }

    /** Holds it against the rest of the form. @return the study, if one is asked for and nothing is wrong */
    Optional<StudySpec> check(RunSpec newBase) {
        base = newBase;
        return check();
    }

    private Optional<StudySpec> check() {
        Optional<StudySpec> study = Optional.empty();
        UserMessage wrong = null;
        try {
            study = rows.isEmpty() ? study : Optional.of(parsed());
        } catch (InvalidOptionException e) {
            wrong = new UserMessage(UserMessage.Kind.FAILURE, e.getMessage(), e.remedy());
        }
        count.set(study.map(StudySpec::size).orElse(0));
        error.set(wrong);
        return study;
    }

    private StudySpec parsed() {
        List<Variation> variations = rows.stream()
                .map(row -> Variation.parse(row.setting.get() + "=" + row.values.get())).toList();
        StudySpec spec = new StudySpec(base, variations, drawn());
        spec.trials();
        return spec;
    }

    private int drawn() {
        String text = draws.get() == null ? "" : draws.get().strip();
        InvalidOptionException.unless(text.matches("\\d{0,9}"), "random", "\"" + text + "\"",
                "Give a number of combinations to draw, or nothing for all of them.");
        return text.isEmpty() ? 0 : Integer.parseInt(text);
    }
}
