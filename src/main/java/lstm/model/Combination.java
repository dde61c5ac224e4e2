package lstm.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lstm.base.BaseNetwork;

/**
 * How the forecast of a model is put together from those of the network and of simple methods.
 *
 * @param mode what it may be made of, other than {@link Combine#NONE}
 * @param members methods that it is made of, in the order of {@link Method}; {@link Method#NETWORK} for the network;
 *     none while the weights are not learned yet
 * @param weights [target][step][member], not negative, with a sum of one; later steps have the weights of the last; not
 *     copied
 * @param base which base network it is of; empty if none is a member, or it is still to be filled in
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody writes to it or compares it.
public record Combination(Combine mode, List<Method> members, double[][][] weights, Optional<BaseMember> base) {
    /** Maximum number of steps with weights of their own. */
    public static final int MOST_STEPS = 10_000;

    private static final double ROUNDING = 1e-6;

    /** Copies the list, and checks that the weights of each step are shares. */
    public Combination {
        members = List.copyOf(members);
        boolean rising = members.equals(members.stream().distinct().sorted().toList());
        if (mode == Combine.NONE || !rising || members.contains(Method.MODEL)) {
            throw new IllegalArgumentException("a combination of " + members);
        }
        boolean fit = mode.trains() || !members.contains(Method.NETWORK);
        if (!fit || !mode.hasBase() && members.contains(Method.BASE)) {
            throw new IllegalArgumentException("a network among " + mode + " methods");
        }
        if (members.isEmpty() != (weights.length == 0)) {
            throw new IllegalArgumentException(weights.length + " weights of " + members.size() + " methods");
        }
        for (double[][] steps : weights) {
            checkSteps(steps, members.size());
        }
    }

    /** One whose base network, if it has one, is to be filled in. */
    public Combination(Combine mode, List<Method> members, double[][][] weights) {
        this(mode, members, weights, Optional.empty());
    }

    /** The same with a base network, if one is a member. */
    public Combination with(BaseMember network) {
        return members.contains(Method.BASE) ? new Combination(mode, members, weights, Optional.of(network)) : this;
    }

    /** The base network that it is of if that has been trained on. */
    public Optional<BaseNetwork> tuned() {
        return base.flatMap(BaseMember::tuned);
    }

    private static void checkSteps(double[][] steps, int members) {
        if (steps.length == 0 || steps.length > MOST_STEPS) {
            throw new IllegalArgumentException("weights of " + steps.length + " steps");
        }
        for (double[] step : steps) {
            boolean shares = Arrays.stream(step).allMatch(weight -> weight >= 0 && weight <= 1);
            if (step.length != members
                    || !shares
                    || Math.abs(Arrays.stream(step).sum() - 1) > ROUNDING) {
                throw new IllegalArgumentException("weights " + Arrays.toString(step));
            }
        }
    }

    /** One whose weights are still to be learned. */
    public static Combination toLearn(Combine mode) {
        return new Combination(mode, List.of(), new double[0][][]);
    }

    /** Whether the weights are known. */
    public boolean isLearned() {
        return !members.isEmpty();
    }

    /** The weights of the members at a step ahead, from 0. */
    public double[] at(int target, int step) {
        double[][] steps = weights[target];
        return steps[Math.min(step, steps.length - 1)];
    }

    /** The mean weight of a member over the steps of a target, in the order of the members. */
    public double[] shares(int target) {
        double[] shares = new double[members.size()];
        for (double[] step : weights[target]) {
            for (int k = 0; k < shares.length; k++) {
                shares[k] += step[k] / weights[target].length;
            }
        }
        return shares;
    }

    /** Whether simple methods have a share in the forecasts, or will have one when the weights are learned. */
    public boolean usesMethods() {
        return !members.equals(List.of(Method.NETWORK));
    }

    /** Whether the network has a share in any forecast. */
    public boolean usesNetwork() {
        return uses(Method.NETWORK);
    }

    /** Whether a method has a share in any forecast. */
    public boolean uses(Method method) {
        int place = members.indexOf(method);
        return place >= 0 && Arrays.stream(weights).flatMap(Arrays::stream).anyMatch(step -> step[place] > 0);
    }
}
