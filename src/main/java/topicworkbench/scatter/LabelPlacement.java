package topicworkbench.scatter;

import java.util.List;

/**
 * Finds room for labels: each at its place or beside it, none over another. The first of the list choose first; who finds
 * no room is left out. Offsets depend on the sizes and on distances between places only, not on what part is seen, so that
 * labels stay where they are while the map moves.
 */
public final class LabelPlacement {
    private static final double GAP = 4;
    /** In halves of a label's width, and its heights; the nearest first. */
    private static final double[][] OFFSETS = {{0, 0}, {0, -0.9}, {0, 0.9}, {-0.7, 0}, {0.7, 0}, {-0.7, -0.9}, {0.7, -0.9},
        {-0.7, 0.9}, {0.7, 0.9}};

    private LabelPlacement() { }

    /**
     * A label that wants its middle at a place; all in pixels.
     *
     * @param from what it must not reach beyond to the left
     * @param to   and to the right; heeded where there is so much room at all
     */
    public record Wish(double x, double y, double width, double height, double from, double to) {
        /** It may reach anywhere. */
        public Wish(double x, double y, double width, double height) {
            this(x, y, width, height, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }

        private double within(double left) {
            return to - from < width ? left : Math.clamp(left, from, to - width);
        }
    }

    /** Where a label's left upper corner goes. */
    public record Place(double left, double top) { }

    /** A part of a picture, in pixels. */
    public record Box(double left, double top, double width, double height) {
        private boolean overlaps(Place place, Wish wish) {
            return place.left < left + width && left < place.left + wish.width && place.top < top + height && top < place.top + wish.height;
        }
    }

    /** @return a place for each wish in its order, null where there is no room */
    public static Place[] place(List<Wish> wishes) {
        Place[] places = new Place[wishes.size()];
        for (int i = 0; i < places.length; i++) {
            Wish wish = wishes.get(i);
            for (int offset = 0; offset < OFFSETS.length && places[i] == null; offset++) {
                Place place = new Place(wish.within(wish.x + (OFFSETS[offset][0] - 1) * wish.width / 2),
                        wish.y + (OFFSETS[offset][1] - 0.5) * wish.height);
                places[i] = isFree(place, wish, wishes, places, i) ? place : null;
            }
        }
        return places;
    }

    /**
     * Where placed labels go in a picture that shows part of the plane. What an edge would cut is moved inwards as long as the middle it
     * wanted is seen.
     *
     * @param wishes as they were placed
     * @param places of the wishes, relative to the plane's origin; null for none
     * @param right  where that origin is in the picture, pixels from its left
     * @param down   and from its top
     * @param width  of the picture, in pixels
     * @param height likewise
     * @param hidden part of the picture that something lies over; null for none
     * @return places in the picture; null for what would still be cut or partly hidden, or would now cover one before it
     */
    public static Place[] inPicture(List<Wish> wishes, Place[] places, double right, double down, double width, double height,
            Box hidden) {
        Place[] seen = new Place[places.length];
        for (int i = 0; i < places.length; i++) {
            if (places[i] == null) {
                continue;
            }
            Wish wish = wishes.get(i);
            boolean near = isWithin(wish.x + right, 0, width) && isWithin(wish.y + down, 0, height);
            Place place = new Place(inwards(places[i].left + right, wish.width, width, near),
                    inwards(places[i].top + down, wish.height, height, near));
            boolean whole = isWithin(place.left, 0, width - wish.width) && isWithin(place.top, 0, height - wish.height);
            boolean clear = hidden == null || !hidden.overlaps(place, wish);
            seen[i] = whole && clear && isFree(place, wish, wishes, seen, i) ? place : null;
        }
        return seen;
    }

    private static double inwards(double begin, double length, double room, boolean wanted) {
        return wanted && length <= room ? Math.clamp(begin, 0, room - length) : begin;
    }

    private static boolean isWithin(double value, double from, double to) {
        return value >= from && value <= to;
    }

    private static boolean isFree(Place place, Wish wish, List<Wish> wishes, Place[] places, int before) {
        for (int i = 0; i < before; i++) {
            Place other = places[i];
            if (other != null && place.left < other.left + wishes.get(i).width + GAP
                    && other.left < place.left + wish.width + GAP && place.top < other.top + wishes.get(i).height + GAP
                    && other.top < place.top + wish.height + GAP) {
                return false;
            }
        }
        return true;
    }
}
