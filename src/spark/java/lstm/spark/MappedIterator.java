package lstm.spark;

import java.util.Iterator;
import lstm.error.LstmException;

/** Turns what an iterator gives into rows, one at a time. A failure ends the job. */
final class MappedIterator<T, R> implements Iterator<R> {
    /** What is made of each. */
    interface Step<T, R> {
        R of(T one) throws LstmException;
    }

    private final Iterator<T> each;
    private final Step<T, R> step;

    private MappedIterator(Iterator<T> each, Step<T, R> step) {
        this.each = each;
        this.step = step;
    }

    static <T, R> Iterator<R> of(Iterator<T> each, Step<T, R> step) {
        return new MappedIterator<>(each, step);
    }

    @Override
    public boolean hasNext() {
        return each.hasNext();
    }

    @Override
    public R next() {
        try {
            return step.of(each.next());
        } catch (LstmException e) {
            throw JobFailure.of(e);
        }
    }
}
