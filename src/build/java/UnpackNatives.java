import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Unpacks the native libraries from the jars of a folder, so that they are loaded in place, and removes these jars:
 * {@code java UnpackNatives.java LIB NATIVES [PLATFORM,...]}. Those of this platform go into the folder itself; for
 * platforms that are named, each gets a folder in it. On Linux, what is never loaded is left out: OpenBLAS is there
 * once, its binding without LAPACK stands in for the one with LAPACK, which ND4J loads but never calls, and libraries
 * lose their tables of symbols for debuggers.
 */
public final class UnpackNatives {
    /** Under this name OpenBLAS is found by all: its own binding asks for the file, ND4J for the library in memory. */
    private static final String OPENBLAS = "libopenblas_nolapack.so.0";

    private UnpackNatives() {}

    public static void main(String[] args) throws IOException {
        Path lib = Path.of(args[0]);
        Path natives = Path.of(args[1]);
        Path made = natives.resolveSibling(natives.getFileName() + ".new");
        delete(made);
        List<Path> unpacked = new ArrayList<>();
        if (args.length < 3 || args[2].isEmpty()) {
            String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
            unpacked.addAll(unpackAll(lib, platform, made));
        } else {
            for (String platform : args[2].split(",")) {
                unpacked.addAll(unpackAll(lib, platform, made.resolve(platform)));
            }
        }
        delete(natives);
        Files.move(made, natives, StandardCopyOption.ATOMIC_MOVE);
        for (Path jar : unpacked) {
            Files.delete(jar);
        }
    }

    /** Unpacks the jars of one platform, and tells which they are. */
    private static List<Path> unpackAll(Path lib, String platform, Path into) throws IOException {
        Files.createDirectories(into);
        List<Path> jars;
        try (var files = Files.list(lib)) {
            jars = files.filter(file -> file.toString().endsWith("-" + platform + ".jar"))
                    .sorted()
                    .toList();
        }
        for (Path jar : jars) {
            unpack(jar, platform, into);
        }
        if (jars.isEmpty()) {
            throw new IOException("no native libraries of " + platform + " in " + lib);
        }
        if (platform.startsWith("linux-")) {
            Files.createLink(into.resolve("libjniopenblas.so"), into.resolve("libjniopenblas_nolapack.so"));
        } else {
            linkOpenBlas(into);
        }
        return jars;
    }

    /** As the classifiers of JavaCPP name it. */
    private static String platform(String name, String arch) {
        String system = name.startsWith("Mac") ? "macosx" : name.startsWith("Windows") ? "windows" : "linux";
        return system + "-" + (arch.equals("aarch64") ? "arm64" : "x86_64");
    }

    private static void unpack(Path jar, String platform, Path into) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName().replaceFirst(".*/", "");
                if (!entry.getName().matches("org/.*/" + platform + "/[^/]*\\.(so[.0-9]*|dylib|dll)")
                        || name.contains("jniopenblas_full")
                        || name.equals("libjniopenblas.so")) {
                    continue;
                }
                Path file = into.resolve(name.equals("libopenblas.so.0") ? OPENBLAS : name);
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, file);
                }
                if (platform.startsWith("linux-")) {
                    strip(file);
                }
            }
        }
    }

    /** On other platforms the two names of OpenBLAS are two names of one file. */
    private static void linkOpenBlas(Path made) throws IOException {
        for (String ending : List.of(".0.dylib", ".dll")) {
            Path library = made.resolve("libopenblas" + ending);
            if (Files.exists(library)) {
                Files.createLink(made.resolve("libopenblas_nolapack" + ending), library);
            }
        }
    }

    /**
     * Cuts a 64-bit ELF file after the last byte that is loaded; what follows are sections for linkers and debuggers.
     */
    private static void strip(Path file) throws IOException {
        try (RandomAccessFile elf = new RandomAccessFile(file.toFile(), "rw")) {
            ByteBuffer header = elf.getChannel()
                    .map(FileChannel.MapMode.READ_ONLY, 0, Math.min(elf.length(), 4096))
                    .order(ByteOrder.LITTLE_ENDIAN);
            long end = 0;
            for (int k = 0; k < header.getShort(0x38); k++) {
                int segment = (int) header.getLong(0x20) + k * header.getShort(0x36);
                end = Math.max(end, header.getLong(segment + 0x08) + header.getLong(segment + 0x20));
            }
            // No section headers: their place in the file, their number, and which of them has the names.
            elf.seek(0x28);
            elf.write(new byte[Long.BYTES]);
            elf.seek(0x3c);
            elf.write(new byte[2 * Short.BYTES]);
            elf.setLength(end);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            List<Path> all;
            try (var files = Files.walk(folder)) {
                all = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : all) {
                Files.delete(file);
            }
        }
    }
}
