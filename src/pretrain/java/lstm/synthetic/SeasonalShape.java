package lstm.synthetic;

import java.util.Arrays;
import lstm.random.SplitMix64;

/** The shapes of a season: what a period looks like before its mean is set to 0 and its deviation to 1. */
public enum SeasonalShape {
    /**
     * A sum of one to six harmonics whose size falls with their number: sum of a_j cos(2 pi j t / m + phase), a_j
     * normal with deviation 1 / j; the Fourier seasons of Harvey (1989).
     */
    HARMONICS {
        @Override
        void fill(double[] profile, SplitMix64 random) {
            int most = Math.min(profile.length / 2, 1 + random.nextInt(6));
            for (int j = 1; j <= Math.max(1, most); j++) {
                double size = random.nextGaussian() / j;
                double phase = 2 * Math.PI * random.nextDouble();
                for (int t = 0; t < profile.length; t++) {
                    profile[t] += size * StrictMath.cos(2 * Math.PI * j * t / profile.length + phase);
                }
            }
        }
    },
    /** One to three humps, such as the rush hours of a day: sum of a exp((cos(2 pi (t - c) / m) - 1) / w^2). */
    HUMPS {
        @Override
        void fill(double[] profile, SplitMix64 random) {
            int humps = 1 + random.nextInt(3);
            for (int j = 0; j < humps; j++) {
                double size = Draws.uniform(random, 0.3, 1);
                double center = random.nextDouble() * profile.length;
                double width = Draws.logUniform(random, 0.15, 1);
                for (int t = 0; t < profile.length; t++) {
                    double cosine = StrictMath.cos(2 * Math.PI * (t - center) / profile.length);
                    profile[t] += size * StrictMath.exp((cosine - 1) / (width * width));
                }
            }
        }
    },
    /** Low and high with slopes between them, such as opening hours: a logistic function of a cosine. */
    PLATEAU {
        @Override
        void fill(double[] profile, SplitMix64 random) {
            double threshold = Draws.uniform(random, -0.7, 0.7);
            double steepness = Draws.logUniform(random, 3, 40);
            double phase = random.nextDouble();
            for (int t = 0; t < profile.length; t++) {
                double cosine = StrictMath.cos(2 * Math.PI * ((double) t / profile.length + phase));
                profile[t] = 1 / (1 + StrictMath.exp(-steepness * (cosine - threshold)));
            }
        }
    },
    /** Rises evenly and falls evenly, in different times: a sawtooth at one extreme, a triangle in the middle. */
    SAWTOOTH {
        @Override
        void fill(double[] profile, SplitMix64 random) {
            double top = Draws.uniform(random, 0.05, 0.95);
            double phase = random.nextDouble();
            for (int t = 0; t < profile.length; t++) {
                double place = ((double) t / profile.length + phase) % 1;
                profile[t] = place < top ? place / top : (1 - place) / (1 - top);
            }
        }
    },
    /** A normal value of its own for each place, smoothed over neighbors zero to three times. */
    IRREGULAR {
        @Override
        void fill(double[] profile, SplitMix64 random) {
            Arrays.setAll(profile, t -> random.nextGaussian());
            int times = random.nextInt(4);
            for (int k = 0; k < times; k++) {
                double[] before = profile.clone();
                int m = before.length;
                Arrays.setAll(profile, t -> (before[(t + m - 1) % m] + 2 * before[t] + before[(t + 1) % m]) / 4);
            }
        }
    },
    /** Flat but for one to three places, such as December, or the day on which bills are sent. */
    SPIKES {
        @Override
        void fill(double[] profile, SplitMix64 random) {
            int spikes = 1 + random.nextInt(3);
            for (int j = 0; j < spikes; j++) {
                profile[random.nextInt(profile.length)] += Draws.uniform(random, -0.3, 1);
            }
        }
    },
    /**
     * Constant over each of seven equal parts, such as the days in a week of hours; two of them are alike and apart.
     */
    STEPS {
        @Override
        void fill(double[] profile, SplitMix64 random) {
            double[] levels = new double[7];
            Arrays.setAll(levels, k -> 0.3 * random.nextGaussian());
            int first = random.nextInt(7);
            double apart = 2 * random.nextGaussian();
            levels[first] += apart;
            levels[(first + 1) % 7] += apart;
            Arrays.setAll(profile, t -> levels[t * 7 / profile.length]);
        }
    };

    abstract void fill(double[] profile, SplitMix64 random);

    /**
     * Draws a profile with mean 0 and deviation 1; all zero if its values came out alike.
     *
     * @param period m, at least 2
     */
    public double[] profile(int period, SplitMix64 random) {
        double[] profile = new double[period];
        fill(profile, random);
        double mean = Arrays.stream(profile).sum() / period;
        double squares = 0;
        for (double value : profile) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / period);
        Arrays.setAll(profile, t -> deviation < 1e-9 ? 0 : (profile[t] - mean) / deviation);
        return profile;
    }
}
