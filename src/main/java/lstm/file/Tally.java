package lstm.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32C;

/** Counts and sums the bytes that pass, so that a file read back can be held against what was meant to be in it. */
final class Tally extends FilterOutputStream {
    private final CRC32C sum = new CRC32C();
    private long count;

    Tally(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        sum.update(b);
        count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
        sum.update(bytes, from, length);
        count += length;
    }

    /** Flushes only: whoever opened the file has yet to force it to the disk. */
    @Override
    public void close() throws IOException {
        flush();
    }

    boolean sameAs(Tally other) {
        return count == other.count && sum.getValue() == other.sum.getValue();
    }
}
