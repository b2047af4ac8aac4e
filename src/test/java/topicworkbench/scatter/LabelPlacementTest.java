package topicworkbench.scatter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import topicworkbench.math.RandomStream;
import topicworkbench.scatter.LabelPlacement.Place;
import topicworkbench.scatter.LabelPlacement.Wish;

class LabelPlacementTest {
    private static List<Wish> crowd(double aside) {
        RandomStream random = RandomStream.of(4, "labels");
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            wishes.add(new Wish(aside + 800 * random.nextDouble(), aside + 500 * random.nextDouble(),
                    30 + random.nextInt(120), 14));
        }
        return wishes;
    }

    @Test
    void noTwoLabelsOverlap() {
        List<Wish> wishes = crowd(0);
        Place[] places = LabelPlacement.place(wishes);
        int placed = 0;
        for (int i = 0; i < places.length; i++) {
            placed += places[i] == null ? 0 : 1;
            for (int j = 0; j < i; j++) {
                if (places[i] != null && places[j] != null) {
                    boolean apart = places[i].left() >= places[j].left() + wishes.get(j).width()
                            || places[j].left() >= places[i].left() + wishes.get(i).width()
                            || places[i].top() >= places[j].top() + 14 || places[j].top() >= places[i].top() + 14;
                    assertThat(apart).as("labels %d and %d", i, j).isTrue();
                }
            }
        }
        assertThat(placed).isGreaterThan(60);
    }

    @Test
    void theFirstGetsItsPlaceAndAllStayNearTheirs() {
        List<Wish> wishes = crowd(0);
        Place[] places = LabelPlacement.place(wishes);
        Wish first = wishes.getFirst();
        assertThat(places[0]).isEqualTo(new Place(first.x() - first.width() / 2, first.y() - 7));
        for (int i = 0; i < places.length; i++) {
            if (places[i] != null) {
                Wish wish = wishes.get(i);
                assertThat(wish.x()).isBetween(places[i].left(), places[i].left() + wish.width());
                assertThat(Math.abs(places[i].top() + 7 - wish.y())).isLessThan(14);
            }
        }
    }

    @Test
    void theSameLabelsAreLeftOutWhereverTheMapIsMoved() {
        Place[] here = LabelPlacement.place(crowd(0));
        Place[] there = LabelPlacement.place(crowd(-512));
        for (int i = 0; i < here.length; i++) {
            assertThat(there[i] == null).isEqualTo(here[i] == null);
        }
    }

    @Test
    void aLabelThatMakesWayStaysWithinItsBounds() {
        Place[] places = LabelPlacement.place(List.of(new Wish(30, 50, 60, 10, 0, 200), new Wish(20, 56, 60, 10, 0, 200),
                new Wish(190, 50, 60, 10, 0, 200), new Wish(10, 100, 300, 10, 0, 200)));
        assertThat(places[1].left()).as("at the left end").isZero();
        assertThat(places[2].left() + 60).as("at the right end").isEqualTo(200);
        assertThat(places[3].left()).as("wider than the room: about its middle").isEqualTo(-140);
    }

    @Test
    void noEdgeOfThePictureCutsALabel() {
        List<Wish> wishes = List.of(new Wish(100, 50, 60, 10), new Wish(100, 80, 60, 10), new Wish(200, 100, 60, 10));
        Place[] places = LabelPlacement.place(wishes);
        assertThat(LabelPlacement.inPicture(wishes, places, 0, 0, 300, 200, null)).as("all of it is seen").containsExactly(places);
        assertThat(LabelPlacement.inPicture(wishes, places, -90, -78, 300, 200, null)).as("what is near the left or the upper edge")
                .containsExactly(null, new Place(0, 0), new Place(80, 17));
        assertThat(LabelPlacement.inPicture(wishes, places, 90, 95, 300, 200, null)).as("likewise at the others")
                .containsExactly(new Place(160, 140), new Place(160, 170), new Place(240, 190));
        assertThat(LabelPlacement.inPicture(wishes, places, -101, 0, 300, 200, null)).as("what it names is out of sight")
                .containsExactly(null, null, new Place(69, 95));
        assertThat(LabelPlacement.inPicture(wishes, places, 0, 0, 50, 200, null)).as("no room at all").containsOnlyNulls();
    }

    @Test
    void aLabelThatIsMovedInwardsCoversNone() {
        List<Wish> wishes = List.of(new Wish(100, 50, 60, 10), new Wish(30, 50, 60, 10));
        Place[] places = LabelPlacement.place(wishes);
        assertThat(LabelPlacement.inPicture(wishes, places, -10, 0, 300, 200, null)).containsExactly(new Place(60, 45), null);
    }

    @Test
    void noneIsSeenHalfBelowWhatLiesOverThePicture() {
        List<Wish> wishes = List.of(new Wish(100, 50, 60, 10), new Wish(200, 50, 60, 10), new Wish(100, 100, 60, 10));
        Place[] places = LabelPlacement.place(wishes);
        assertThat(LabelPlacement.inPicture(wishes, places, 0, 0, 300, 200, new LabelPlacement.Box(129, 40, 171, 160)))
                .containsExactly(null, null, null);
        assertThat(LabelPlacement.inPicture(wishes, places, 0, 0, 300, 200, new LabelPlacement.Box(130, 40, 170, 160)))
                .containsExactly(places[0], null, places[2]);
        assertThat(LabelPlacement.inPicture(wishes, places, 0, 0, 300, 200, new LabelPlacement.Box(0, 55, 300, 40)))
                .containsExactly(places);
    }
}
