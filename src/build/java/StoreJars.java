import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes the jars of folders without compression: {@code java StoreJars.java FOLDER...}. An archive of them is smaller
 * then, because it is compressed as a whole, and Java reads them faster. Modes and times of their entries are left out,
 * because they depend on the umask and the time zone of the build.
 */
public final class StoreJars {
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 2, 1, 0, 0);

    private StoreJars() {}

    public static void main(String[] args) throws IOException {
        for (String folder : args) {
            storeAll(Path.of(folder));
        }
    }

    private static void storeAll(Path folder) throws IOException {
        List<Path> jars;
        try (var files = Files.list(folder)) {
            jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
        for (Path jar : jars) {
            Path stored = jar.resolveSibling(jar.getFileName() + ".stored");
            store(jar, stored);
            Files.delete(jar);
            Files.move(stored, jar);
        }
    }

    private static void store(Path jar, Path stored) throws IOException {
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(stored)))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                CRC32 sum = new CRC32();
                sum.update(bytes);
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setMethod(ZipEntry.STORED);
                copy.setSize(bytes.length);
                copy.setCompressedSize(bytes.length);
                copy.setCrc(sum.getValue());
                copy.setTimeLocal(EARLIEST);
                to.putNextEntry(copy);
                to.write(bytes);
            }
        }
    }
}
