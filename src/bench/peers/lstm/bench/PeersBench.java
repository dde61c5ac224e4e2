package lstm.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * This project's engine beside PyTorch and Deeplearning4j at the classic job, each in its own process, in turn. Prints
 * medians and ratios. Arguments: the parts to run, {@code classic cells units128 units256 process growth} (all if none
 * is named), {@code rounds=N} (2) and {@code epochs=N} (8 a round, of which two are warm-up).
 */
public final class PeersBench {
    private static final int DL4J_EPOCHS = 4;

    private final Sheet sheet = new Sheet();
    private final int rounds;
    private final int epochs;

    private PeersBench(int rounds, int epochs) {
        this.rounds = rounds;
        this.epochs = epochs;
    }

    /** Runs the parts named. */
    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = 2;
        int epochs = 8;
        List<String> parts = new ArrayList<>();
        for (String word : args) {
            if (word.startsWith("rounds=")) {
                rounds = Integer.parseInt(word.substring(7));
            } else if (word.startsWith("epochs=")) {
                epochs = Integer.parseInt(word.substring(7));
            } else {
                parts.add(word);
            }
        }
        List<String> all = List.of("classic", "cells", "units128", "units256", "process", "growth");
        System.out.printf(
                Locale.ROOT,
                "Java %s, %d processors, %s%nmedians of %d rounds of %d epochs after 2 of warm-up%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                rounds,
                epochs - Stopwatch.WARM_UP);
        PeersBench bench = new PeersBench(rounds, epochs);
        for (String part : parts.isEmpty() ? all : parts) {
            bench.run(part);
        }
    }

    private void run(String part) throws IOException, InterruptedException {
        switch (part) {
            case "classic" -> classic();
            case "cells" -> {
                training("gru", 50, "< 1");
                training("rnn", 50, "< 1");
            }
            case "units128" -> training("lstm", 128, "<= 0.7");
            case "units256" -> training("lstm", 256, "< 1, share >= 0.6");
            case "process" -> WholeProcess.measure();
            case "growth" -> Run.lines(Growth.class.getName(), 1).forEach(System.out::println);
            default -> throw new IllegalArgumentException("no part " + part);
        }
    }

    private void classic() throws IOException, InterruptedException {
        Run[] own = runs(OwnEngine.class, "lstm", 50, true);
        Run[] torch = runs(TorchEngine.class, "lstm", 50, true);
        Run dl4j = new Run(Dl4jEngine.class, new Arguments(1, 50, "lstm", DL4J_EPOCHS, true));
        sheet.alternate(rounds, own[0], torch[0], own[1], torch[1]);
        sheet.alternate(1, dl4j);
        Sheet.head("lstm 50, seconds per epoch");
        Sheet.row("1 thread, beside PyTorch's 1", epoch(own[0]), epoch(torch[0]), "<= 0.45");
        Sheet.row("2 threads, beside PyTorch's 2", epoch(own[1]), epoch(torch[1]), "");
        Sheet.row("2 threads, beside PyTorch's best", epoch(own[1]), best(torch, "epoch"), "<= 0.35");
        Sheet.row("2 threads, beside Deeplearning4j (2 epochs)", epoch(own[1]), epoch(dl4j), "<= 0.1");
        Sheet.row("1 thread beside 2", epoch(own[0]), epoch(own[1]), ">= 1.8");
        Sheet.row("first epoch beside a warm one, 2 threads", sheet.median(own[1], "first"), epoch(own[1]), "<= 2.3");
        share(own);
        Sheet.head("prediction");
        Sheet.row(
                "windows a second, best beside PyTorch's best",
                sheet.median(own[1], "bulk"),
                Math.max(sheet.median(torch[0], "bulk"), sheet.median(torch[1], "bulk")),
                ">= 1.5");
        Sheet.row("the same, beside Deeplearning4j", sheet.median(own[1], "bulk"), sheet.median(dl4j, "bulk"), "");
        Sheet.row("one window, ms, 1 thread", sheet.median(own[0], "one"), best(torch, "one"), "< 0.6");
        Sheet.row("one window, ms, 2 threads", sheet.median(own[1], "one"), best(torch, "one"), "< 0.6");
    }

    private void training(String cell, int units, String aim) throws IOException, InterruptedException {
        Run[] own = runs(OwnEngine.class, cell, units, false);
        Run[] torch = runs(TorchEngine.class, cell, units, false);
        sheet.alternate(rounds, own[0], torch[0], own[1], torch[1]);
        Sheet.head(cell + " " + units + ", seconds per epoch");
        Sheet.row("1 thread, beside PyTorch's 1", epoch(own[0]), epoch(torch[0]), "");
        Sheet.row("2 threads, beside PyTorch's best", epoch(own[1]), best(torch, "epoch"), aim);
        Sheet.row("1 thread beside 2", epoch(own[0]), epoch(own[1]), "");
        share(own);
    }

    private void share(Run[] own) {
        for (Run run : own) {
            double rate = sheet.median(run, "gflop") / epoch(run);
            double machine = sheet.median(run, "sgemm") * run.arguments().threads();
            Sheet.row("GFLOP/s, beside one large product a thread: " + run.arguments().threads(), rate, machine, "");
        }
    }

    private Run[] runs(Class<?> contender, String cell, int units, boolean predict) {
        return new Run[] {
            new Run(contender, new Arguments(1, units, cell, epochs, predict)),
            new Run(contender, new Arguments(2, units, cell, epochs, predict))
        };
    }

    private double epoch(Run run) {
        return sheet.median(run, "epoch");
    }

    private double best(Run[] runs, String name) {
        return Arrays.stream(runs).mapToDouble(run -> sheet.median(run, name)).min().orElseThrow();
    }
}
