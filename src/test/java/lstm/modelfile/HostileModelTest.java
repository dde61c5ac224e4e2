package lstm.modelfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import lstm.error.LstmException;
import lstm.model.Model;
import lstm.model.TrainedNetwork;
import lstm.network.CellKind;
import lstm.train.Optimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files with a hash that is right and content that is not. */
class HostileModelTest {
    private static final String DOCUMENT = Models.document(Models.unfinished(CellKind.LSTM, Optimizer.ADAM));

    private static String refusal(String document) {
        LstmException e = assertThrows(LstmException.class, () -> ModelFile.parse(Models.sealed(document), "m"));
        checkRefusal(e, document);
        return withReason(e);
    }

    /** The message, with the reason of the part that was refused. */
    static String withReason(LstmException e) {
        String reason = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
        return e.getMessage().replace(" holds values that no model can have", reason);
    }

    private static void checkRefusal(LstmException e, String document) {
        assertEquals(LstmException.Kind.MODEL, e.kind(), document);
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        assertTrue(e.getMessage().startsWith("m:") && e.getMessage().contains("; "), e.getMessage());
        assertTrue(e.getMessage().length() < 400, e.getMessage());
    }

    private static String edited(String from, String to) {
        int at = DOCUMENT.indexOf(from);
        assertTrue(at >= 0, from);
        return DOCUMENT.substring(0, at) + to + DOCUMENT.substring(at + from.length());
    }

    @Test
    void theDocumentItselfIsRead() throws Exception {
        ModelFile.parse(Models.sealed(DOCUMENT), "m");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        "cell": "lstm"            | "cell": "LSTM"                  | "config.cell"
        "cell": "lstm"            | "cell": "java.io.File"          | "config.cell"
        "cell": "lstm"            | "cell": ["lstm", {}]            | "config.cell" is not a text
        "cell": "lstm", "inputs": 2 | "inputs": 2, "cell": "lstm"   | "config.inputs" stands where "cell" belongs
        "inputs": 2               | "inputs": 3                     | "tensors.0.shape.0" is not 3
        "inputs": 2               | "inputs": 1                     | "columns.features.0" is one more
        "inputs": 2               | "inputs": 2147483647            | "config"
        "units": 2                | "units": -2                     | "config": no such network
        "units": 2                | "units": 0                      | "config": no such network
        "units": 2                | "units": 65536                  | "config"
        "units": 2                | "units": 1000                   | "tensors" cannot hold
        "units": 2                | "units": 3                      | "tensors.0.shape.1" is not 12
        "units": 2                | "units": 2.0                    | "config.units" is not a whole number
        "units": 2                | "units": 2147483648             | "config.units" is out of range
        "units": 2                | "units": 18446744073709551618   | "config.units" is out of range
        "units": 2                | "units": 2, "units": 2          | malformed
        "layers": 2               | "layers": 2147483647            | "config"
        "layers": 2               | "layers": 1024                  | "tensors" cannot hold
        "dropout": 0.2            | "dropout": 1                    | "config"
        "dropout": 0.2            | "dropout": NaN                  | malformed
        "dropout": 0.2            | "dropout": "NaN"                | "config.dropout" is not a number
        "outputs": 1              | "outputs": 2147483647           | "config": a network of
        "outputs": 1              | "outputs": 2                    | "config
        "lookback": 3             | "lookback": 2147483647          | "scaler"
        "lookback": 3             | "lookback": 0                   | "scaler"
        "lookback": 3             | "lookback": 1073741824          | has 3 items
        "horizon": 1              | "horizon": 0                    | "transform"
        "horizon": 1              | "horizon": 2147483647           | "transform"
        "strategy": "recursive"   | "strategy": "guess"             | not one of direct, recursive
        "loss": "huber"           | "loss": "series-mae"            | loss series-mae with scaler
        "horizon": 1, "strategy": "recursive" | "horizon": 2, "strategy": "direct" | "config"
        "targets": 1              | "targets": 0                    | "transform"
        "targets": 1              | "targets": 3                    | "scaler"
        "known_ahead": 0          | "known_ahead": 2                | "scaler"
        "validation": 0.1         | "validation": 1                 | "config"
        "epochs": 100             | "epochs": 1                     | "config": unfinished after 2 epochs of 1
        "batch": 32               | "batch": 0                      | "config"
        "learning_rate": 0.001    | "learning_rate": 1e400          | "config.learning_rate" is out of range
        "learning_rate": 0.001    | "learning_rate": 0              | "config"
        "seed": -9223372036854775808 | "seed": 9223372036854775808  | "config.seed" is out of range
        "seed": -9223372036854775808 | "seed": null                 | "config.seed" is not a whole number
        "seed": -9223372036854775808 | "seed": 1, "sampling": "all" | "config.sampling"
        "season": 5               | "cold": "warm", "season": 5     | "transform.cold"
        "season": 5               | "cold": "pad", "season": 5      | of one series
        "features": ["Volume"]    | "features": []                  | "scaler.columns.1" is one more
        "features": ["Volume"]    | "features": ["a", "b"]          | "columns.features.1"
        "features": ["Volume"]    | "features": ["\\ud800"]         | "columns.features.0" is not valid Unicode
        "features": ["Volume"]    | "features": ["Volume", "Volume"] | "columns.features.1" "Volume" is a column already
        "date": "Datum"           | "date": "Volume"                | "columns.date" "Volume" is a column of values
        "delimiter": ";"          | "delimiter": ";;"               | "columns.delimiter" is not one character
        "delimiter": ";"          | "delimiter": "\\""            | "columns.delimiter" cannot separate fields
        "date_format": "d.M.yyyy" | "date_format": "bbbb"           | "columns.date_format" "bbbb" is not a date format
        "date_format": "d.M.yyyy" | "date_format": "HH:mm"          | "columns.date_format" "HH:mm" is not a date format
        "stamps": "date"          | "stamps": "date-time"           | "data.first"
        "stamps": "date"          | "stamps": "none"                | "data.first" is not a whole number
        "missing": "interpolate"  | "missing": "guess"              | not one of error, drop, forward, interpolate, mask
        "rows": 120               | "rows": 107                     | "data"
        "train_rows": 108         | "train_rows": -1                | "data"
        "first": "2020-01-01"     | "first": "-999999999-01-01"     | a million years
        "first": "2020-01-01"     | "first": "-9999999999-01-01"    | "data.first"
        "first": "2020-01-01"     | "first": "2020-02-30"           | "data.first"
        "first": "2020-01-01"     | "first": "2021-01-01"           | "data"
        "target": "none"          | "target": "lstm.prepare.Plan"   | "transform.target"
        "target": "none"          | "target": "seasonal-difference" | has 3 items
        "min": -1.0E300           | "min": "low"                    | "transform.min"
        "max": null               | "max": -1.1E300                 | "transform": forecasts from
        "calendar": []            | "calendar": ["hour"]            | "config"
        "calendar": []            | "calendar": ["hour", "hour"]    | "transform": a calendar feature twice
        "kind": "robust"          | "kind": "lstm.prepare.ScalingMethod"  | "scaler.kind"
        "offset": -0.0            | "offset": 1e999                 | "scaler.columns.0.offset"
        "outer_scale": 0.25       | "outer_scale": -0.25            | "scaler"
        "column": "Volume"        | "column": "Volum"               | "scaler.columns.1.column"
        "step": "weekdays"        | "step": "rows"                  | calendar
        "step": "weekdays", "count": 1 | "step": "days", "count": 0 | "calendar": a step of 0
        "step": "weekdays", "count": 1 | "step": "seconds", "count": 9223372036854775807 | "calendar"
        "day_of_month": 0         | "day_of_month": 32              | "calendar"
        "stamps": ["2020-04-27"   | "stamps": ["2020-04-28"         | "context.stamps.1" is not after
        "recent": [-1.0E300       | "recent": [1, 2, 3              | baselines that reach 4 rows before the context
        "naive_mae": 0.25         | "naive_mae": -0.25              | "baselines": errors of
        "naive_mae": 0.25         | "naive_mae": null               | "baselines.0.naive_mae" is not a number
        "drift": -0.002           | "drift": 1e999                  | "baselines.0.drift" is out of range
        "deviation": 4.9E-324     | "deviation": 0                  | "baselines": an autoregression of mean
        "coefficients": [0.3333333333333333 | "coefficients": [1e13 | "baselines": an autoregression with the coeff
        "coefficients": [0.3333333333333333 | "coefficients": ["a"     | "baselines.0.autoregression.coefficients
        "recent": [               | "recent": ["a",                 | "baselines.0.recent.0" is not a number
        "status": "unfinished"    | "status": "finished"            | "training.batch" is not null
        "status": "unfinished", "epoch": 2 | "status": "unfinished", "epoch": 1 | "training.history"
        "best_epoch": 1           | "best_epoch": 3                 | "training": best epoch 3 of 2
        "best_epoch": 1           | "best_epoch": 0                 | "training"
        "batch": 3, "step": 11    | "batch": 5, "step": 11          | "config": step 11 is not batch 5
        "batch": 3, "step": 11    | "batch": -1, "step": 11         | "training"
        "step": 11                | "step": 12                      | step 12 is not batch 3
        "step": 11                | "step": 9223372036854775807     | "config": step
        "step": 11                | "step": 13                      | "config": step 13
        "loss_sum": 0.3           | "loss_sum": -0.3                | "training"
        "name": "adam"            | "name": "sgd"                   | "optimizer.slots" is not 0
        "name": "layer1.W"        | "name": "layer1.U"              | "tensors.0.name" is not layer1.W
        "shape": [2, 8]           | "shape": [8, 2]                 | "tensors.0.shape.0" is not 2
        "shape": [2, 8]           | "shape": [-2, -8]               | "tensors.0.shape.0" is not 2
        "shape": [2, 8]           | "shape": [2, 8, 1]              | "tensors.0.shape.2"
        "shape": [2, 8]           | "shape": [2]                    | "tensors.0.shape"
        "data": "AAA              | "data": "A A                    | "tensors.0.data" is not base64
        "data": "AAA              | "data": "A-A                    | "tensors.0.data" is not base64
        "data": "AAA              | "data": "\\u0041A               | "tensors.0.data" is not base64
        "data": "AAAAgAEAAAD      | "data": "AADAfwEAAAD            | "tensors.0.data" has a value that is not finite
        "scores": null            | "scores": null, "more": 1       | "more" stands where "intervals" belongs
        "intervals": null         | "intervals": []                 | "intervals" has 0 of 1 predictions
        "intervals": null         | "intervals": [[]]               | "intervals": a calibration without steps
        "intervals": null         | "intervals": [[{"count": 2147483647, "residuals": ""}]] | "intervals.0.0.count" is not 1 to 200
        "intervals": null         | "intervals": [[{"count": 1, "residuals": ""}]] | "intervals.0.0.residuals" is not base64
        "intervals": null         | "intervals": [[{"count": 1, "residuals": "AACAfw=="}]] | not finite
        "intervals": null         | "intervals": [[{"count": 1, "residuals": "AAAAAA=="}], []] | one more than
        """)
    void aWrongFieldIsNamed(String from, String to, String named) {
        String message = refusal(edited(from, to));
        assertTrue(message.contains(named), message);
    }

    @Test
    void moreLagsThanAnAutoregressionHasAreRefused() {
        String from = "\"coefficients\": [";
        assertTrue(refusal(edited(from, from + "0, ".repeat(999))).contains("is one more than the 1000"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        "rows": 12                | "rows": 0                       | "scores": rmse
        "season": 5, "model"      | "season": 1, "model"            | "scores": a seasonal naive forecast with
        "season": 5, "model"      | "season": 5, "naive"            | "scores.0.naive" stands where "model" belongs
        "rmse": 0.1               | "rmse": -0.1                    | "scores": rmse -0.1
        "rmse": 0.1               | "rmse": 0.2                     | "scores": the skill does not follow
        "smape": 1.5              | "smape": 201                    | "scores": smape 201
        "smape": 1.5              | "smape": null                   | "scores.0.model.smape" is not a number
        "mase": 0.28              | "mase": -1                      | "scores": mape
        "drift": null             | "drift": []                     | "scores.0.drift" is not an object
        "p_value": 0.03           | "p_value": 1.5                  | "scores": statistic -2.5, p 1.5
        "test": {                 | "test": {"x": 1,                | "scores.0.test.x" stands where
        """)
    void aWrongFieldOfTheScoresIsNamed(String from, String to, String named) {
        String document = Models.document(Models.tiny());
        int scores = document.indexOf("\"scores\"");
        int at = document.indexOf(from, scores);
        assertTrue(at > scores, from);
        String message = refusal(document.substring(0, at) + to + document.substring(at + from.length()));
        assertTrue(message.contains(named), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        "mode": "all"             | "mode": "none"                  | "combination": a combination of
        "mode": "all"             | "mode": "simple"                | "combination": a network among simple
        "mode": "all"             | "mode": "base"                  | "combination": a network among base
        "mode": "all"             | "mode": "java.io.File"          | not one of none, all, simple, base
        "network", "naive"        | "naive", "network"              | "combination": a combination of
        "network", "naive"        | "network", "network"            | is not a method or is there twice
        "network", "naive"        | "network", "/etc/passwd"        | is not a method or is there twice
        "network", "naive"        | "model", "naive"                | "combination": a combination of
        "network", "naive", "theta", "base" | ~~                    | is one more than the 0
        "theta", "base"           | "theta", "drift"                | "combination": a combination of
        "hash": "0123456789abcdef" | "hash": 7                      | is not a text
        "hash": "0123456789abcdef" | "basis": "0123456789abcdef"    | basis
        0.375                     | -0.375                          | "combination": weights
        0.375                     | 1e308                           | "combination": weights
        0.375                     | "0.375"                         | is not a number
        0.375,                    | ~~                              | "combination": weights
        0.375                     | 0.375, 0                        | is one more than the 4
        [[0.5                     | [[], [0.5                       | "combination": weights
        [[[0.5                    | [[[1, 0, 0]], [[0.5             | is one more than there are targets
        "trend": "damped"         | "trend": "wild"                 | not one of none, straight, damped
        "season": 5, "alpha"      | "season": 1, "alpha"            | "smoothing": smoothing with
        "season": 5, "alpha"      | "season": 2147483647, "alpha"   | is neither 1 nor the season
        "alpha": 0.5              | "alpha": 2                      | "smoothing": smoothing with
        "ratio": true             | "ratio": 1                      | is not true or false
        "alpha": 0.625            | "alpha": -1                     | "theta": theta with
        "chance": 0.0625          | "chance": 2                     | "tsb": shares of
        "season": 5, "longer"     | "season": 0, "longer"           | "base"
        "longer": 35              | "longer": -1                    | "base"
        "longer": 35              | "longer": 0.5                   | is not a whole number
        """)
    void aWrongFieldOfACombinationIsNamed(String from, String to, String named) throws Exception {
        String document = Models.document(Models.combined());
        ModelFile.parse(Models.sealed(document), "m");
        int at = document.indexOf(from);
        assertTrue(at >= 0, from);
        String message = refusal(document.substring(0, at) + to + document.substring(at + from.length()));
        assertTrue(message.contains(named), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        "column": "region"        | "column": "Volume"              | "Volume" is a column already
        "column": "region"        | "column": "price"               | "price" is a column already
        "column": "region"        | "column": 7                     | is not a text
        "categories": [           | "categories": ["a", "a",        | "statics": categories that do not ascend
        "categories": [           | "categories": ["",              | "statics": an empty category
        "categories": [           | "categories": ["1", "2",        | tensors
        "categories": []          | "categories": null              | is not a list
        "categories": []          | "offset": 0, "scale": 1         | tensors
        "offset": -1.0E300        | "offset": "0"                   | is not a number
        "scale": 4.9E-324         | "scale": -1                     | "statics": offset
        "statics": [              | "statics": [{},                 | "column"
        "statics": [              | "weight": "kg", "statics": [    | "kg" weighs nothing
        "statics": [              | "by": ["a"], "weight": "a", "statics": [ | "a" weighs nothing
        "statics": [              | "by": ["a"], "weight": "Datum", "statics": [ | "Datum" weighs nothing
        "statics": [              | "by": ["a"], "weight": 7, "statics": [ | "columns.weight" is not a text
        """)
    void aWrongFieldOfTheStaticsIsNamed(String from, String to, String named) throws Exception {
        String document = Models.document(Models.withStatics());
        ModelFile.parse(Models.sealed(document), "m");
        int at = document.indexOf(from, document.indexOf("\"statics\""));
        at = at < 0 ? document.indexOf(from) : at;
        assertTrue(at >= 0, from);
        String message = refusal(document.substring(0, at) + to + document.substring(at + from.length()));
        assertTrue(message.contains(named), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        "ensemble": [             | "ensemble": [null,              | "ensemble.0" is not an object
        "ensemble": [             | "ensemble": {                   | "ensemble" is not a list
        "status": "unfinished"    | "status": "waiting"             | not one of unfinished, finished
        "status": "unfinished"    | "status": "diverged"            | "ensemble.0.batch" is not null
        "best_epoch": 2           | "best_epoch": 3                 | "training": best epoch 3 of 2
        "step": 8                 | "step": 9                       | "config": step 9 is not batch 0
        "loss_sum": 0.3333333333333333 | "loss_sum": null           | "ensemble.0.loss_sum" is not a number
        "name": "network.2.       | "name": "network.3.             | is not network.2.layer1.W
        """)
    void aWrongFieldOfAnEnsembleIsNamed(String from, String to, String named) throws Exception {
        String document = Models.document(Models.ensemble());
        ModelFile.parse(Models.sealed(document), "m");
        int at = document.indexOf(from, document.indexOf("\"ensemble\""));
        assertTrue(at >= 0, from);
        String message = refusal(document.substring(0, at) + to + document.substring(at + from.length()));
        assertTrue(message.contains(named), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        "targets": ["a", "b"]     | "targets": ["a", "a"]           | "columns": a wide table with the targets
        "targets": ["a", "b"]     | "targets": ["a"]                | "columns": a wide table with the targets
        "targets": ["a", "b"]     | "targets": []                   | "columns.layout.targets" has no target
        "targets": ["a", "b"]     | "targets": [["a"]]              | "columns.layout.targets.0" is not a text
        "form": "wide"            | "form": "rows"                  | a rows table with the targets
        """)
    void aWrongTargetThatIsASeriesIsNamed(String from, String to, String named) throws Exception {
        String document = Models.document(Models.ofTargets());
        ModelFile.parse(Models.sealed(document), "m");
        int at = document.indexOf(from);
        assertTrue(at >= 0, from);
        String message = refusal(document.substring(0, at) + to + document.substring(at + from.length()));
        assertTrue(message.contains(named), message);
    }

    @Test
    void networksAreCountedBeforeTheirWeightsAreRead() {
        String document = Models.document(Models.ensemble());
        int begin = document.indexOf("[", document.indexOf("\"ensemble\"")) + 1;
        int end = document.indexOf("\n  ],", begin);
        String second = document.substring(begin, document.indexOf("},\n", begin) + 1);
        String none = document.substring(0, begin) + document.substring(end);
        assertTrue(refusal(none).contains("\"ensemble\" is no ensemble"));
        String many = document.substring(0, begin) + (second + ",").repeat(98) + second + document.substring(end);
        assertTrue(refusal(many).contains("cannot hold the") || refusal(many).contains("tensor"), refusal(many));
        String more = document.substring(0, begin) + (second + ",").repeat(99) + second + document.substring(end);
        assertTrue(refusal(more).contains("\"ensemble.99\" is one network more than the 100"), refusal(more));
    }

    @Test
    void networksThatEndedStandBesideNoneThatGoesOn() {
        Model going = Models.ensemble();
        TrainedNetwork ended = Models.tiny().networks().get(0);
        assertThrows(
                IllegalArgumentException.class,
                () -> Models.of(going, List.of(going.networks().get(0), ended)));
        assertThrows(IllegalArgumentException.class, () -> Models.of(going, List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> Models.of(going, Collections.nCopies(101, going.networks().get(0))));
    }

    @Test
    void aScoreHasModelAndNaive() {
        String document = Models.document(Models.tiny());
        String without = document.replaceFirst("\"naive\": \\{[^}]*}", "\"naive\": null");
        assertTrue(refusal(without).contains("a score without model or naive"));
    }

    @Test
    void aTensorThatIsMissingDoubledOrMovedIsNamed() {
        String[] lines = DOCUMENT.split("\n", -1);
        int first = 0;
        while (!lines[first].contains("\"layer1.W\"")) {
            first++;
        }
        String a = lines[first] + "\n";
        String b = lines[first + 1] + "\n";
        assertTrue(refusal(DOCUMENT.replace(a, "")).contains("\"tensors.0.name\" is not layer1.W"));
        assertTrue(refusal(DOCUMENT.replace(a, a + a)).contains("\"tensors.1.name\" is not layer1.U"));
        assertTrue(refusal(DOCUMENT.replace(a + b, b + a)).contains("\"tensors.0.name\" is not layer1.W"));
        int last = DOCUMENT.lastIndexOf(",\n    {");
        String tail = DOCUMENT.substring(last, DOCUMENT.lastIndexOf("\n  ]"));
        assertTrue(refusal(DOCUMENT.replace(tail, "")).contains("ends before the tensor optimizer.2.dense.b"));
        assertTrue(refusal(DOCUMENT.replace(tail, tail + tail)).contains("is one tensor too many"));
    }

    @Test
    void oneValueHasOneSpellingInBase64() {
        // The last digit before two signs of padding has 4 bits to spare.
        int at = DOCUMENT.indexOf("==\"");
        char digit = (char) (DOCUMENT.charAt(at - 1) + 1);
        String spare = DOCUMENT.substring(0, at - 1) + digit + DOCUMENT.substring(at);
        assertTrue(refusal(spare).contains("is not base64 of 16 values"));
        assertTrue(refusal(DOCUMENT.replaceFirst("==\"", "\"")).contains("is not base64 of 16 values"));
    }

    @Test
    void depthLengthAndEndAreLimited() {
        assertTrue(refusal(edited("\"loss_sum\": ", "\"loss_sum\": " + "[".repeat(100_000)))
                .contains("\"training.loss_sum\" is not a number"));
        assertTrue(refusal(edited("\"Volume\"", "\"" + "x".repeat((1 << 20) + 70_000) + "\""))
                .contains("malformed"));
        assertTrue(
                refusal(edited("\"d.M.yyyy\"", "\"" + "[".repeat(1001) + "\"")).contains("is not a date format"));
        assertTrue(refusal(edited("\"units\": 2", "\"units\": " + "2".repeat(1_000_000)))
                .contains("malformed"));
        assertTrue(refusal(edited("\"units\"", "\"" + "u".repeat(1_000_000) + "\""))
                .contains("malformed"));
        assertTrue(refusal(DOCUMENT + ",{}").contains("\"sha256\""));
        assertTrue(refusal("{\"format\": \"lstm-model\", \"version\": 1}")
                .contains("\"sha256\" stands where \"config\" belongs"));
    }
}
