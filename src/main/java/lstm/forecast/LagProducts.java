package lstm.forecast;

/** Means, variances and covariances of a column and its lags, over the rows that have all lags. */
final class LagProducts {
    private final double[][] products;
    private final double[] means;
    private final int count;

    /** @param order the longest lag, less than the number of values */
    LagProducts(double[] values, int order) {
        int rows = values.length;
        count = rows - order;
        products = new double[order + 1][order + 1];
        means = new double[order + 1];
        for (int row = order; row < rows; row++) {
            means[0] += values[row];
            for (int lag = 0; lag <= order; lag++) {
                products[0][lag] += values[row] * values[row - lag];
            }
        }
        for (int i = 0; i < order; i++) {
            double entering = values[order - 1 - i];
            double leaving = values[rows - 1 - i];
            means[i + 1] = means[i] + entering - leaving;
            products[i + 1][0] = products[0][i + 1];
            for (int j = 0; j < order; j++) {
                products[i + 1][j + 1] =
                        products[i][j] + entering * values[order - 1 - j] - leaving * values[rows - 1 - j];
            }
        }
        for (int i = 0; i <= order; i++) {
            means[i] /= count;
        }
    }

    int order() {
        return means.length - 1;
    }

    /** Of the columns with these lags; lag 0 is the column itself. */
    double covariance(int lag, int other) {
        return products[lag][other] / count - means[lag] * means[other];
    }

    /** Of the line with these coefficients of lags 1, 2, ... */
    double intercept(double[] coefficients) {
        double intercept = means[0];
        for (int k = 0; k < coefficients.length; k++) {
            intercept -= coefficients[k] * means[k + 1];
        }
        return intercept;
    }
}
