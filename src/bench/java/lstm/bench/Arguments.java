package lstm.bench;

/**
 * What a contender's process is told: {@code threads units cell epochs predict}.
 *
 * @param cell lstm, gru or rnn
 * @param epochs with the warm-up
 * @param predict whether predictions are timed as well
 */
record Arguments(int threads, int units, String cell, int epochs, boolean predict) {
    static Arguments of(String... args) {
        return new Arguments(
                Integer.parseInt(args[0]),
                Integer.parseInt(args[1]),
                args[2],
                Integer.parseInt(args[3]),
                Boolean.parseBoolean(args[4]));
    }

    String[] words() {
        return new String[] {"" + threads, "" + units, cell, "" + epochs, "" + predict};
    }
}
