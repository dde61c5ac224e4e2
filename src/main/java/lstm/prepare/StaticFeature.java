package lstm.prepare;

import java.util.Collections;
import java.util.List;
import lstm.series.StaticValue;

/** How a static column becomes an input of the network, fitted on the series to train on. */
public sealed interface StaticFeature {
    /** The input that stands for a fact. */
    float encode(StaticValue fact);

    /**
     * A number, scaled. One that is not known becomes 0, the mean.
     *
     * @param scaler to mean 0 and deviation 1 over the series
     */
    record Amount(Scaler scaler) implements StaticFeature {
        @Override
        public float encode(StaticValue fact) {
            return Double.isNaN(fact.number()) ? 0f : (float) scaler.scale(fact.number());
        }
    }

    /**
     * A category, by its code: 1 for the first of the vocabulary, and so on. All others, and one that is not known,
     * have the code {@link #OTHER}.
     *
     * @param vocabulary ascending
     */
    record Category(List<String> vocabulary) implements StaticFeature {
        /** The code of a category that is not in the vocabulary. */
        static final int OTHER = 0;

        /** Copies the list and checks its order. */
        public Category {
            vocabulary = List.copyOf(vocabulary);
            for (int k = 1; k < vocabulary.size(); k++) {
                if (vocabulary.get(k - 1).compareTo(vocabulary.get(k)) >= 0) {
                    throw new IllegalArgumentException("categories that do not ascend");
                }
            }
            if (!vocabulary.isEmpty() && vocabulary.get(0).isEmpty()) {
                throw new IllegalArgumentException("an empty category");
            }
        }

        @Override
        public float encode(StaticValue fact) {
            return Math.max(OTHER, Collections.binarySearch(vocabulary, fact.text()) + 1);
        }

        /** Number of codes. */
        public int codes() {
            return vocabulary.size() + 1;
        }
    }
}
