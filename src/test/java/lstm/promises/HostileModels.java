package lstm.promises;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lstm.cli.Cli;
import lstm.cli.SeriesFile;
import lstm.error.LstmException;
import lstm.model.Model;
import lstm.modelfile.ModelFile;
import lstm.modelfile.Models;
import lstm.modelfile.Mutator;
import lstm.network.CellKind;
import lstm.train.Optimizer;

/**
 * Reads model files that a seeded mutator made of good ones, in a process of its own that has little memory. First come
 * those of the corpus. Each must be a model, which is then written and read again to the same bytes, or be refused in
 * one line; and one in {@link #COMMANDS} goes through the commands too. It stops at the first that does anything else,
 * and keeps it.
 */
final class HostileModels {
    /** One file in this many goes through the command line; a smaller share of those that are models. */
    private static final int COMMANDS = 1000;

    private static final List<Integer> CODES = List.of(0, 2, 3, 4, 5);
    private static final long LONGEST = 1_000_000_000L;

    private final Path folder;
    private final Path csv;
    private final Path file;
    private final Random random;
    private final Mutator mutator;
    private int models;
    private int commands;
    private long slowest;

    private HostileModels(Path folder, long seed) throws IOException {
        this.folder = folder;
        csv = SeriesFile.weekdays(folder.resolve("prices.csv"), 60);
        file = folder.resolve("hostile.model.json");
        random = new Random(seed);
        mutator = new Mutator(random, new String[] {
            Models.document(Models.tiny()),
            Models.document(Models.combined()),
            Models.document(Models.ensemble()),
            Models.document(Models.withStatics()),
            Models.document(Models.unfinished(CellKind.LSTM, Optimizer.ADAM)),
            Models.document(Models.justBegun(CellKind.GRU, Optimizer.RMSPROP)),
            trained(Cli.run("train", csv, "-o", file, "--features", "open", Cli.TINY)),
            trained(Cli.runInterrupted("train", csv, "-o", file, "--force", Cli.TINY)),
        });
    }

    private String trained(Cli run) throws IOException {
        if (run.code() != 0 && run.code() != 130) {
            throw new AssertionError(run.err());
        }
        String text = Files.readString(file);
        return text.substring(0, text.lastIndexOf(",\n")) + "}";
    }

    /**
     * Tries the given number of files.
     *
     * @param args folder to work in, seed, count
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        HostileModels hostile = new HostileModels(folder, Long.parseLong(args[1]));
        int count = Integer.parseInt(args[2]);
        for (Path known : Promise08HostileModelTest.corpus()) {
            byte[] bytes = Files.readAllBytes(known);
            hostile.tryIt(0, bytes, false);
        }
        for (int k = 0; k < count; k++) {
            hostile.tryIt(k, hostile.mutant(), k % COMMANDS == 0);
        }
        System.out.println(count + " " + hostile.models + " " + hostile.commands + " " + hostile.slowest / 1_000_000);
    }

    private void tryIt(int number, byte[] bytes, boolean throughCommands) throws IOException {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            boolean isModel = isModel(bytes);
            models += isModel ? 1 : 0;
            if (throughCommands || (isModel && models % COMMANDS == 0)) {
                commands(bytes);
            }
        } catch (RuntimeException | Error e) {
            keep(number, bytes, e);
        }
        long time = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
        slowest = Math.max(slowest, time);
        if (time > LONGEST) {
            keep(number, bytes, new AssertionError(time / 1_000_000 + " ms"));
        }
    }

    /** Mostly with the hash that belongs to it, so that more than the hash is tried. */
    private byte[] mutant() throws JsonProcessingException {
        byte[] bytes = Models.sealed(mutator.next());
        if (random.nextInt(10) == 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return random.nextInt(20) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    private static boolean isModel(byte[] bytes) {
        try {
            Model model = ModelFile.parse(bytes, "m");
            byte[] written = ModelFile.bytes(model);
            require(Arrays.equals(written, ModelFile.bytes(ModelFile.parse(written, "m"))), "another when read again");
            long last =
                    model.isOfSeveral() ? model.data().last() : model.context().stamps()[model.lookback() - 1];
            long[] after = model.calendar().after(last, 100);
            require(after[0] > last, "time stands still");
            model.stamps().text(after[99]);
            return true;
        } catch (LstmException e) {
            String message = e.getMessage();
            require(e.kind() == LstmException.Kind.MODEL, e.kind() + ": " + message);
            require(isOneLine(message) && message.startsWith("m:") && message.contains("; "), message);
            return false;
        }
    }

    private void commands(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        Path out = folder.resolve("out.json");
        run("inspect", file, "--json");
        run("inspect", file);
        run("inspect", file, "--history");
        run("predict", file, "--horizon", 3);
        run("predict", file, csv, "--quiet");
        run("evaluate", file, csv, "-o", out, "--force", "--quiet");
        // Resuming writes the model, as it may.
        Cli resumed = Cli.runInterrupted("train", csv, "-o", file, "--resume", "--quiet");
        require(resumed.code() == 130 || CODES.contains(resumed.code()), resumed.code() + ": " + resumed.err());
        commands++;
    }

    private static void run(Object... command) {
        Cli run = Cli.run(command);
        String what = Arrays.toString(command) + " ended with " + run.code() + ": " + run.err();
        require(CODES.contains(run.code()), what);
        require(run.code() == 0 || (isOneLine(run.err()) && run.bytes().length == 0), what);
        require(!run.out().contains("NaN") && !run.out().contains("Infinity"), what + run.out());
    }

    private static boolean isOneLine(String text) {
        return text.length() < 500 && text.lines().count() == 1 && text.chars().noneMatch(c -> c < ' ' && c != '\n');
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    private static void keep(int number, byte[] bytes, Throwable why) throws IOException {
        Path kept = Path.of("target", "hostile-" + number + ".model.json");
        Files.write(kept, bytes);
        throw new AssertionError("case " + number + ", kept in " + kept + ":\n" + new String(bytes, UTF_8), why);
    }
}
