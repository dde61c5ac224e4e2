package lstm.synthetic;

import lstm.random.SplitMix64;

/**
 * Effects of the calendar that a season of whole steps does not repeat in place: in each period one event of a few
 * rows, whose place wanders from period to period as Easter does, and a wave of working days, w cos(2 pi f t + phase)
 * with f = 0.348 cycles in a month, as Cleveland and Devlin (1980) found in monthly series.
 *
 * @param period m of the season that the events come in
 * @param size of an event
 * @param length of an event in rows
 * @param wander largest shift of an event, as a share of the period
 * @param workingDays w
 */
public record CalendarEvents(int period, double size, int length, double wander, double workingDays)
        implements Component {
    private static final double FREQUENCY = 0.348;

    @Override
    public void addTo(double[] values, SplitMix64 random) {
        double place = random.nextDouble();
        for (int start = 0; start < values.length; start += period) {
            double shift = Draws.uniform(random, -wander, wander);
            double effect = size * Draws.uniform(random, 0.7, 1.3);
            int first = (int) Math.round(start + (place + shift) * period);
            for (int t = Math.max(0, first); t < Math.min(values.length, first + length); t++) {
                values[t] += effect;
            }
        }
        double phase = 2 * Math.PI * random.nextDouble();
        for (int t = 0; t < values.length && workingDays > 0; t++) {
            values[t] += workingDays * StrictMath.cos(2 * Math.PI * FREQUENCY * t + phase);
        }
    }
}
