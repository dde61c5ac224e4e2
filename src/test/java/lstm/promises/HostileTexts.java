package lstm.promises;

import java.util.List;

/** Files of options and lists of files to be changed, and what to change them with. */
final class HostileTexts {
    static final List<String> PIECES = List.of(
            ":",
            ": ",
            " ",
            "\n",
            "-",
            "- ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "\"",
            "'",
            "&x ",
            "*x",
            "!!int ",
            "|",
            ">",
            "#",
            "%",
            "@",
            "`",
            "\t",
            "\\",
            "\\u0000",
            "\\0",
            "\\x00",
            "\\ud800",
            "\\u12",
            "=",
            "? ",
            "---\n",
            "...\n",
            "\0",
            "\u001b[2J",
            "\ufeff",
            "\u2028",
            "\ud83d\ude00",
            "<<: ",
            "null",
            "true",
            "1e999",
            "NaN",
            "-1",
            "0",
            "9",
            "2147483648",
            "close",
            "${sys:user.home}",
            "..",
            "*",
            "?",
            "//");

    static final List<String> OPTIONS = List.of(
            "seed: 7\nunits: 4\nlayers: 1\nlookback: 8\nepochs: 2\ntarget: close\nfeatures: [open]\n"
                    + "learning-rate: 1e-3\ntrain:\n  batch: 16\n  dropout: 0.1\n  missing: drop\n  date-format: 'y-M-d'\n",
            "{\"seed\": 7, \"units\": 4, \"layers\": 1, \"lookback\": 8, \"target\": \"close\",\n"
                    + " \"train\": {\"features\": [\"open\"], \"scaler\": \"robust\", \"season\": 5},\n"
                    + " \"check\": {\"delimiter\": \",\"}, \"compare\": {\"cells\": [\"gru\", \"rnn\"]}}\n",
            "seed=7\nunits = 4\nlayers:1\nlookback 8\ntarget=close\nfeatures=open\ntrain.transform=log-return\n"
                    + "train.calendar=weekday,month\ntrain.min=0\ncheck.missing=forward\n");

    private HostileTexts() {}

    static List<String> lists(String csv) {
        return List.of(
                "file,name,target,horizon,seed\n" + csv + ",a,close,2,1\n" + csv + ",\"b\",open,,2\n",
                "{\"file\": \"" + csv + "\", \"name\": \"a\", \"horizon\": 2}\n{\"file\": \"" + csv
                        + "\", \"name\": \"b\", \"target\": \"open\", \"seed\": null}\n");
    }
}
