package topicworkbench.ui.explore;

import javafx.beans.property.BooleanProperty;

/** A view that can keep what it shows while filters change, to be held against the others. */
interface Pinnable {
    BooleanProperty pinnedProperty();
}
