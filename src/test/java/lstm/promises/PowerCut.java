package lstm.promises;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import lstm.file.Disk;

/**
 * A disk whose power is cut before one of its calls. Beside the real one it keeps account of what was forced: bytes of
 * files, and names in the directory. After the cut, whatever was not forced may have been lost, each piece for itself:
 * bytes written are kept, dropped, cut off, turned to zeros or damaged in one bit; names created, changed or removed
 * are so or are not, in any combination.
 */
final class PowerCut implements Disk {
    /** What every call throws from the cut on. */
    static final class Dark extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** One file, whatever its names. */
    private static final class Inode {
        private byte[] forced = new byte[0];
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    }

    /** A name that leads elsewhere, or nowhere, since the directory was last forced. */
    private record Change(Path name, Optional<Inode> leadsTo) {}

    private final Disk disk = Disk.LOCAL;
    private final Random random;
    private final int last;
    private int calls;
    private final Map<Path, Inode> names = new LinkedHashMap<>();
    private final Map<Path, Inode> forcedNames = new TreeMap<>();
    private final List<List<Change>> changes = new ArrayList<>();

    /** @param last the number of calls before the power fails */
    PowerCut(Random random, int last) {
        this.random = random;
        this.last = last;
    }

    int calls() {
        return calls;
    }

    private void call() throws Dark {
        if (calls >= last) {
            throw new Dark();
        }
        calls++;
    }

    private void change(Change... together) {
        for (Change one : together) {
            one.leadsTo().ifPresentOrElse(inode -> names.put(one.name(), inode), () -> names.remove(one.name()));
        }
        changes.add(List.of(together));
    }

    @Override
    public Output create(Path file, Access access) throws IOException {
        call();
        Output output = disk.create(file, access);
        Inode inode = new Inode();
        change(new Change(file, Optional.of(inode)));
        return new Accounted(output, inode);
    }

    @Override
    public Output append(Path file) {
        throw new UnsupportedOperationException("devices have no power cut");
    }

    @Override
    public InputStream read(Path file) throws IOException {
        call();
        return disk.read(file);
    }

    @Override
    public Optional<Set<PosixFilePermission>> permissions(Path file) throws IOException {
        call();
        return disk.permissions(file);
    }

    @Override
    public void permit(Path file, Set<PosixFilePermission> permissions) throws IOException {
        call();
        disk.permit(file, permissions);
    }

    @Override
    public void rename(Path file, Path name) throws IOException {
        call();
        disk.rename(file, name);
        change(new Change(name, Optional.of(names.get(file))), new Change(file, Optional.empty()));
    }

    @Override
    public void link(Path file, Path name) throws IOException {
        call();
        disk.link(file, name);
        change(new Change(name, Optional.of(names.get(file))));
    }

    @Override
    public void delete(Path file) throws IOException {
        call();
        disk.delete(file);
        change(new Change(file, Optional.empty()));
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        call();
        forcedNames.clear();
        forcedNames.putAll(names);
        changes.clear();
    }

    /** Leaves in the directory what may be found there when the power is back. */
    void restart(Path directory) throws IOException {
        Map<Path, Inode> found = new TreeMap<>(forcedNames);
        for (List<Change> change : changes) {
            if (random.nextBoolean()) {
                for (Change one : change) {
                    one.leadsTo()
                            .ifPresentOrElse(inode -> found.put(one.name(), inode), () -> found.remove(one.name()));
                }
            }
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<Path, Inode> file : found.entrySet()) {
            Files.write(file.getKey(), leftOf(file.getValue()));
        }
    }

    private byte[] leftOf(Inode inode) {
        byte[] written = inode.written.toByteArray();
        int safe = inode.forced.length;
        if (written.length == safe) {
            return inode.forced;
        }
        int some = safe + random.nextInt(written.length - safe + 1);
        return switch (random.nextInt(5)) {
            case 0 -> written;
            case 1 -> inode.forced;
            case 2 -> Arrays.copyOf(written, some);
            case 3 -> Arrays.copyOf(Arrays.copyOf(written, some), written.length);
            default -> {
                written[Math.min(some, written.length - 1)] ^= (byte) (1 << random.nextInt(8));
                yield written;
            }
        };
    }

    private final class Accounted extends Output {
        private final Output output;
        private final Inode inode;

        Accounted(Output output, Inode inode) {
            this.output = output;
            this.inode = inode;
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            call();
            output.write(bytes, from, count);
            inode.written.write(bytes, from, count);
        }

        @Override
        public void force() throws IOException {
            call();
            // Not the real disk: what it would keep is known here.
            inode.forced = inode.written.toByteArray();
        }

        @Override
        public void close() throws IOException {
            output.close();
        }
    }
}
