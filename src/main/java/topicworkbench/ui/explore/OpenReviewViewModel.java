package topicworkbench.ui.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import topicworkbench.curation.CurationEntry;
import topicworkbench.exploration.DocumentNeighbors;
import topicworkbench.exploration.DocumentNeighbors.Neighbor;
import topicworkbench.exploration.OrderedDocuments;
import topicworkbench.math.FloatMatrix;
import topicworkbench.math.Threads;
import topicworkbench.ui.support.BackgroundTasks;
import topicworkbench.ui.support.LatestTask;
import topicworkbench.ui.support.UserMessage;

/** The review that is read in full: its text in parts, its place in the list, and the reviews most like it. */
final class OpenReviewViewModel {
    private static final int NEIGHBORS = 8;

    private final Exploration exploration;
    private final ReviewsViewModel reviews;
    private final LatestTask opening;
    private final LatestTask placing;
    private final LatestTask comparing;
    private final ReadOnlyObjectWrapper<ReviewReading.Part> part = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<UserMessage> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Like>> neighbors = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper place = new ReadOnlyIntegerWrapper(Exploration.NONE);

    /** A review whose topics are mixed alike. @param distance Hellinger's, 0 to 1 */
    record Like(ReviewRow row, double distance) { }

    OpenReviewViewModel(Exploration exploration, ReviewsViewModel reviews, BackgroundTasks tasks) {
        this.exploration = exploration;
        this.reviews = reviews;
        this.opening = new LatestTask(tasks);
        this.placing = new LatestTask(tasks);
        this.comparing = new LatestTask(tasks);
        exploration.openedDocumentProperty().subscribe(document -> open(document.intValue()));
        reviews.listedProperty().subscribe(listed -> findPlace());
    }

    /** Null while nothing is open, or not read yet. */
    ReadOnlyObjectProperty<ReviewReading.Part> partProperty() {
        return part.getReadOnlyProperty();
    }

    /** Why the review cannot be read; null for nothing. */
    ReadOnlyObjectProperty<UserMessage> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Nearest first; empty until they are found. */
    ReadOnlyObjectProperty<List<Like>> neighborsProperty() {
        return neighbors.getReadOnlyProperty();
    }

    /** Its place in the list, from 0; {@link Exploration#NONE} if it is not among the listed. */
    ReadOnlyIntegerProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    private void open(int document) {
        part.set(null);
        failure.set(null);
        neighbors.set(List.of());
        comparing.forget();
        if (document == Exploration.NONE) {
            opening.forget();
            place.set(Exploration.NONE);
            return;
        }
        findPlace();
        read(document, 0);
        compare(document);
    }

    private void read(int document, int wanted) {
        ReviewReading how = reviews.reading();
        opening.run(() -> how.part(document, wanted), part::set, problem -> failure.set(UserMessage.of(problem)));
    }

    private void findPlace() {
        int document = exploration.openedDocumentProperty().get();
        OrderedDocuments listed = reviews.listedProperty().get();
        if (document == Exploration.NONE || listed == null) {
            place.set(Exploration.NONE);
            return;
        }
        placing.run(() -> listed.place(document), place::set, problem -> failure.set(UserMessage.of(problem)));
    }

    private void compare(int document) {
        FloatMatrix shares = exploration.runProperty().get().shares();
        ReviewReading how = reviews.reading();
        comparing.run(() -> {
            try (Threads threads = new Threads(Threads.available())) {
                Neighbor[] nearest = DocumentNeighbors.nearest(shares, document, NEIGHBORS, threads);
                List<ReviewRow> rows = how.rows(Arrays.stream(nearest).mapToInt(Neighbor::document).toArray());
                List<Like> like = new ArrayList<>();
                for (int i = 0; i < rows.size(); i++) {
                    like.add(new Like(rows.get(i), nearest[i].distance()));
                }
                return like;
            }
        }, neighbors::set, problem -> failure.set(UserMessage.of(problem)));
    }

    /** How many reviews are in the list. */
    int listed() {
        return reviews.listedProperty().get() == null ? 0 : reviews.listedProperty().get().size();
    }

    boolean canStep(int steps) {
        OrderedDocuments listed = reviews.listedProperty().get();
        int target = place.get() + steps;
        return listed != null && place.get() != Exploration.NONE && target >= 0 && target < listed.size();
    }

    /** To the review so many places on in the list; stays at its ends. */
    void step(int steps) {
        if (canStep(steps)) {
            OrderedDocuments listed = reviews.listedProperty().get();
            int target = place.get() + steps;
            placing.run(() -> listed.documents(target, target + 1)[0], exploration.openedDocumentProperty()::set,
                    problem -> failure.set(UserMessage.of(problem)));
        }
    }

    /** Another part of a review that is too long to be shown at once. */
    void showPart(int wanted) {
        if (part.get() != null) {
            read(part.get().review().document(), wanted);
        }
    }

    boolean isFlagged() {
        return part.get() != null
                && exploration.curating().curatedProperty().get().curation().flagged().contains(part.get().review().review());
    }

    /** Puts the mark on the open review, or takes it off. */
    void flag() {
        if (part.get() != null) {
            flag(part.get().review().review(), !isFlagged());
        }
    }

    void flag(int review, boolean flagged) {
        exploration.curating().edit(new CurationEntry.Flag(List.of(review), flagged));
    }

    void close() {
        exploration.openedDocumentProperty().set(Exploration.NONE);
    }
}
