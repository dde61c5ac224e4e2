package lstm.network;

import java.util.List;

/**
 * What a network is told about a window as a whole, beside its rows: numbers, and categories, each of which has a
 * learned vector (an embedding). The values follow the rows of the window: the numbers, then the code of a category of
 * each list.
 *
 * @param numbers how many
 * @param embeddings the lists of categories
 */
public record StaticInputs(int numbers, List<Embedding> embeddings) {
    /** A network that sees nothing but rows. */
    public static final StaticInputs NONE = new StaticInputs(0, List.of());

    private static final int MOST = 1 << 10;

    /**
     * The learned vectors of a list of categories.
     *
     * @param categories number of them; their codes are 0, 1, ...
     * @param size values of a vector
     */
    public record Embedding(int categories, int size) {
        private static final int MOST_CATEGORIES = 1 << 20;
        private static final int LARGEST = 16;

        /** Checks the ranges. */
        public Embedding {
            if (categories < 1 || categories > MOST_CATEGORIES || size < 1 || size > LARGEST) {
                throw new IllegalArgumentException(categories + " categories with vectors of " + size + " values");
            }
        }

        /** Vectors whose size grows with the number of categories: 2 values for 2, 6 for 10, 16 for 60 or more. */
        public static Embedding of(int categories) {
            long size = Math.round(1.6 * Math.pow(categories, 0.56));
            return new Embedding(categories, (int) Math.min(LARGEST, size));
        }
    }

    /** Copies the list and checks the counts. */
    public StaticInputs {
        embeddings = List.copyOf(embeddings);
        if (numbers < 0 || numbers > MOST || embeddings.size() > MOST) {
            throw new IllegalArgumentException(numbers + " numbers and " + embeddings.size() + " lists of categories");
        }
    }

    /** S, values that follow the rows of a window. */
    public int values() {
        return numbers + embeddings.size();
    }

    /** E, what the layers see of them: the numbers, and the vectors of the categories. */
    int width() {
        return numbers + embeddings.stream().mapToInt(Embedding::size).sum();
    }

    /** Values of all learned vectors. */
    long vectors() {
        return embeddings.stream()
                .mapToLong(each -> (long) each.categories() * each.size())
                .sum();
    }
}
