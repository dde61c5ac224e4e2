package lstm;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import lstm.tensor.Seed;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Order;

/**
 * The order of test classes: those marked {@link Order} first, since they take the longest and others can run beside
 * them, then all others in an order drawn from the seed of the random tests.
 */
public final class LongestFirst implements ClassOrderer {
    @Override
    public void orderClasses(ClassOrdererContext context) {
        List<? extends ClassDescriptor> classes = context.getClassDescriptors();
        Collections.shuffle(classes, Seed.random());
        Collections.sort(classes, Comparator.comparingInt(LongestFirst::place));
    }

    private static int place(ClassDescriptor one) {
        return one.findAnnotation(Order.class).map(Order::value).orElse(Order.DEFAULT);
    }
}
