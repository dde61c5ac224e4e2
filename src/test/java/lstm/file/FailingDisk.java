package lstm.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** The real disk, save that calls fail, half done, when a test says so. Notes the calls that were made. */
public final class FailingDisk implements Disk {
    private final Disk disk = Disk.LOCAL;
    private final BiPredicate<Integer, String> fails;
    private final List<String> calls = new ArrayList<>();

    /** @param fails given how many calls were made with this one, and its name, whether it fails */
    public FailingDisk(BiPredicate<Integer, String> fails) {
        this.fails = fails;
    }

    /** The calls made so far. */
    public List<String> calls() {
        return calls;
    }

    private void call(String name) throws IOException {
        calls.add(name);
        if (fails.test(calls.size(), name)) {
            throw new IOException("Input/output error");
        }
    }

    @Override
    public Output create(Path file, Access access) throws IOException {
        call("create");
        return new FailingOutput(disk.create(file, access));
    }

    @Override
    public Output append(Path file) throws IOException {
        call("append");
        return new FailingOutput(disk.append(file));
    }

    @Override
    public InputStream read(Path file) throws IOException {
        call("read");
        return new FilterInputStream(disk.read(file)) {
            @Override
            public int read(byte[] bytes, int from, int count) throws IOException {
                call("read bytes");
                return super.read(bytes, from, count);
            }
        };
    }

    @Override
    public Optional<Set<PosixFilePermission>> permissions(Path file) throws IOException {
        call("permissions");
        return disk.permissions(file);
    }

    @Override
    public void permit(Path file, Set<PosixFilePermission> permissions) throws IOException {
        call("permit");
        disk.permit(file, permissions);
    }

    @Override
    public void rename(Path file, Path name) throws IOException {
        call("rename");
        disk.rename(file, name);
    }

    @Override
    public void link(Path file, Path name) throws IOException {
        call("link");
        disk.link(file, name);
    }

    @Override
    public void delete(Path file) throws IOException {
        call("delete");
        disk.delete(file);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        call("force directory");
        disk.forceDirectory(directory);
    }

    private final class FailingOutput extends Output {
        private final Output output;

        FailingOutput(Output output) {
            this.output = output;
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            try {
                call("write");
            } catch (IOException e) {
                output.write(bytes, from, count / 2);
                throw e;
            }
            output.write(bytes, from, count);
        }

        @Override
        public void force() throws IOException {
            call("force");
            output.force();
        }

        @Override
        public void close() throws IOException {
            output.close();
            call("close");
        }
    }
}
