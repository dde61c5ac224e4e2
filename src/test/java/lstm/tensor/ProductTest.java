package lstm.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each product agrees with a triple loop in float64, on whole matrices and on rectangles of larger ones. */
class ProductTest {
    private static final int[] SIZES = {1, 2, 3, 5, 16, 17, 50, 201};

    private enum Form {
        SET(false, false),
        ADD(false, true),
        SET_BY_TRANSPOSED(true, false),
        ADD_BY_TRANSPOSED(true, true);

        final boolean ofB;
        final boolean adds;

        Form(boolean ofB, boolean adds) {
            this.ofB = ofB;
            this.adds = adds;
        }

        void run(Matrix a, Matrix b, Matrix c) {
            Product product = ofB ? Product.byTransposed(a, b, c) : Product.of(a, b, c);
            if (adds) {
                product.add();
            } else {
                product.set();
            }
        }
    }

    /** How a matrix stands in the memory of a larger one. */
    private enum Place {
        WHOLE {
            @Override
            Rectangle of(BackendKind kind, int rows, int columns, Random random) {
                Matrix all = filled(kind, rows, columns, random);
                return new Rectangle(all, all, 0, columns);
            }
        },
        ROWS {
            @Override
            Rectangle of(BackendKind kind, int rows, int columns, Random random) {
                Matrix all = filled(kind, rows + 5, columns, random);
                return new Rectangle(all, all.rows(2, rows), 2 * columns, columns);
            }
        },
        COLUMNS {
            @Override
            Rectangle of(BackendKind kind, int rows, int columns, Random random) {
                Matrix all = filled(kind, rows, columns + 5, random);
                return new Rectangle(all, all.columns(3, columns), 3, columns + 5);
            }
        },
        ROWS_AND_COLUMNS {
            @Override
            Rectangle of(BackendKind kind, int rows, int columns, Random random) {
                Matrix all = filled(kind, rows + 3, columns + 4, random);
                int stride = columns + 4;
                return new Rectangle(all, all.columns(1, columns).rows(2, rows), 2 * stride + 1, stride);
            }
        },
        AT_A_FLAT_POSITION {
            @Override
            Rectangle of(BackendKind kind, int rows, int columns, Random random) {
                Matrix all = filled(kind, 1, rows * columns + 9, random);
                return new Rectangle(all, all.at(7, rows, columns), 7, columns);
            }
        };

        abstract Rectangle of(BackendKind kind, int rows, int columns, Random random);

        private static Matrix filled(BackendKind kind, int rows, int columns, Random random) {
            Matrix matrix = Matrices.zeros(kind, rows, columns);
            float[] values = new float[rows * columns];
            for (int k = 0; k < values.length; k++) {
                values[k] = 2 * random.nextFloat() - 1;
            }
            matrix.write(0, values, 0, values.length);
            return matrix;
        }
    }

    /** A view, and where its values stand among all those of its origin. */
    private record Rectangle(Matrix all, Matrix view, int offset, int stride) {
        double value(float[] values, int row, int column) {
            return values[offset + row * stride + column];
        }

        /** Whether the value at a flat position of the origin is of the view. */
        boolean has(int position) {
            int row = Math.floorDiv(position - offset, stride);
            int column = Math.floorMod(position - offset, stride);
            return row >= 0 && row < view.rows() && column < view.columns();
        }
    }

    record Case(BackendKind kind, Form form, int m, int k, int n, Place a, Place b, Place c) {}

    static List<Case> cases() {
        Random random = Seed.random();
        List<Case> cases = new ArrayList<>();
        for (BackendKind kind : BackendKind.values()) {
            for (Form form : Form.values()) {
                addCases(cases, kind, form, random);
            }
        }
        return cases;
    }

    private static void addCases(List<Case> cases, BackendKind kind, Form form, Random random) {
        for (Place place : Place.values()) {
            cases.add(new Case(kind, form, 16, 50, 200, place, Place.WHOLE, Place.WHOLE));
            cases.add(new Case(kind, form, 16, 50, 200, Place.WHOLE, place, Place.WHOLE));
            cases.add(new Case(kind, form, 16, 50, 200, Place.WHOLE, Place.WHOLE, place));
        }
        // More than a million multiplications: cut by rows if there are few columns.
        cases.add(new Case(kind, form, 600, 128, 16, any(random), any(random), any(random)));
        cases.add(new Case(kind, form, 40, 2100, 32, any(random), any(random), any(random)));
        cases.add(new Case(kind, form, 70, 200, 190, any(random), any(random), any(random)));
        for (int m : SIZES) {
            for (int n : SIZES) {
                int k = SIZES[random.nextInt(SIZES.length)];
                cases.add(new Case(kind, form, m, k, n, any(random), any(random), any(random)));
            }
        }
    }

    private static Place any(Random random) {
        return Place.values()[random.nextInt(Place.values().length)];
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theProductIsTheTripleLoopsAndNothingElseIsTouched(Case tried) {
        Random random = Seed.random();
        Form form = tried.form;
        Rectangle a = tried.a.of(tried.kind, tried.m, tried.k, random);
        Rectangle b = form.ofB
                ? tried.b.of(tried.kind, tried.n, tried.k, random)
                : tried.b.of(tried.kind, tried.k, tried.n, random);
        Rectangle c = tried.c.of(tried.kind, tried.m, tried.n, random);
        float[] aValues = Matrices.values(a.all);
        float[] bValues = Matrices.values(b.all);
        float[] before = Matrices.values(c.all);

        form.run(a.view, b.view, c.view);

        float[] after = Matrices.values(c.all);
        for (int row = 0; row < tried.m; row++) {
            for (int column = 0; column < tried.n; column++) {
                double sum = form.adds ? c.value(before, row, column) : 0;
                for (int k = 0; k < tried.k; k++) {
                    sum += a.value(aValues, row, k)
                            * (form.ofB ? b.value(bValues, column, k) : b.value(bValues, k, column));
                }
                // Values up to 1: each of the k + 1 terms and sums is rounded by 2^-24 of at most k + 1.
                double tolerance = (tried.k + 1) * (tried.k + 2) * 0x1p-24;
                assertEquals(sum, c.value(after, row, column), tolerance, "[" + row + ", " + column + "]");
            }
        }
        for (int position = 0; position < after.length; position++) {
            if (!c.has(position)) {
                assertEquals(before[position], after[position], "a neighbour at " + position);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 16})
    void whatStoodThereBeforeIsForgotten(int columns) {
        for (BackendKind kind : BackendKind.values()) {
            Matrix a = Place.WHOLE.of(kind, 5, 3, Seed.random()).view;
            Matrix b = Place.WHOLE.of(kind, 3, columns, Seed.random()).view;
            Matrix c = Matrices.zeros(kind, 5, columns);
            Product product = Product.of(a, b, c);
            product.set();
            float[] expected = Matrices.values(c);
            float[] notANumber = new float[expected.length];
            Arrays.fill(notANumber, Float.NaN);
            c.write(0, notANumber, 0, notANumber.length);

            product.set();

            assertArrayEquals(expected, Matrices.values(c), kind.toString());
        }
    }

    @Test
    void shapesThatDoNotFitAreRefusedBeforeNativeCodeSeesThem() {
        Matrix a = Matrices.zeros(3, 4);
        Matrix b = Matrices.zeros(4, 5);

        assertThrows(IllegalArgumentException.class, () -> Product.of(a, a, Matrices.zeros(3, 4)));
        assertThrows(IllegalArgumentException.class, () -> Product.of(a, b, Matrices.zeros(3, 4)));
        assertThrows(IllegalArgumentException.class, () -> Product.byTransposed(a, b, Matrices.zeros(3, 5)));
    }
}
