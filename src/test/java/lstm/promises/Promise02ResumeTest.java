package lstm.promises;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A training that goes on from any step ends in the same bits as one without a break: the optimizer's moments and step,
 * the schedule, shuffling, dropout, early stopping, the last batch. After kills see {@link Promise01KillTest}.
 */
class Promise02ResumeTest {
    private static int resumed;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--cell lstm --optimizer adam --patience 2 --learning-rate 0.05",
                "--cell lstm --optimizer adamw --schedule cosine --clip-norm 0.01",
                "--cell gru --optimizer rmsprop --loss huber",
                "--cell gru-original --optimizer sgd --validation 0 --loss mae",
                "--cell peephole --optimizer adam --batch 31 --threads 2",
                "--cell coupled --optimizer rmsprop --batch 1000 --epochs 12",
                "--cell rnn --optimizer sgd --batch 1 --dropout 0 --epochs 1"
            })
    void fromEveryStepItEndsInTheSameBits(String options) throws Exception {
        List<Object> more = new ArrayList<>();
        if (!options.contains("--epochs")) {
            more.addAll(List.of("--epochs", Tier.count(4, 50)));
        }
        more.addAll(Arrays.asList(options.split(" ")));
        TinyTraining training = TinyTraining.run(Files.createDirectory(directory.resolve("whole")), more.toArray());
        Path model = Files.createDirectory(directory.resolve("resumed")).resolve("goog.model.json");
        for (int save = 0; save < training.saves().size(); save++) {
            Files.write(model, training.saves().get(save));
            training.endsInTheSameBytes(model, options + " from save " + save);
            resumed++;
        }
    }

    @AfterAll
    static void report() {
        Figures.report("02.resumed.from.any.step", resumed);
    }
}
