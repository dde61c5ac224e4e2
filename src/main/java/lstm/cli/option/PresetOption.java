package lstm.cli.option;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lstm.cli.config.ConfiguredDefaults;
import lstm.error.Setting;
import lstm.model.Settings;
import lstm.preset.Hyperparameter;
import lstm.preset.Preset;
import lstm.text.LabelledLines;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code --preset} option: defaults for options not given. */
public final class PresetOption {
    /** The source of the values it chooses. */
    public static final String SOURCE = "preset accurate";

    private static final String NAME = "--preset";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = NAME,
            paramLabel = "NAME",
            description = "Defaults for options that are not given: classic (those listed here) or accurate (a"
                    + " small network on changes, or on segments for several series; --cell, --transform, --residual,"
                    + " --scaler, --strategy, --calendar, --lookback, --segment, --layers, --units, --dropout,"
                    + " --learning-rate, --schedule, --epochs, --epoch-windows, --batch, --loss, --clip-norm,"
                    + " --patience and --combine are chosen from the training rows, where need be by brief trainings"
                    + " on them, and printed) (default:"
                    + " ${DEFAULT-VALUE}).")
    private Preset preset = Preset.CLASSIC;

    /** The option as {@code batch} has it, whose default differs. */
    public static OptionSpec ofBatch(OptionSpec option) {
        return OptionSpec.builder(option)
                .defaultValue(Preset.ACCURATE.toString())
                .description("Defaults for options that are not given: classic (those listed here) or accurate, as"
                        + " check advises (default: accurate; where an earlier batch has trained a classic model"
                        + " with the same options, classic).")
                .build();
    }

    /** Whether this is the option. */
    public static boolean isPreset(OptionSpec option) {
        return option.longestName().equals(NAME);
    }

    /** Whether the user named one. */
    public boolean isGiven() {
        return ConfiguredDefaults.isGiven(command, NAME);
    }

    /** The preset. */
    public Preset preset() {
        return preset;
    }

    /** The preset's choices as options; nothing for the classic preset. */
    public String text(Settings settings) {
        if (preset == Preset.CLASSIC) {
            return "";
        }
        Set<Setting> free = Hyperparameter.without(GivenSettings.of(command)).stream()
                .map(Hyperparameter::setting)
                .collect(Collectors.toSet());
        List<OptionValue> chosen = SettingOptions.of(settings).stream()
                .filter(option -> free.contains(new Setting(option.name())))
                .toList();
        LabelledLines lines = new LabelledLines();
        lines.addLines("preset", TrainCommandLine.options(chosen));
        return lines.toString();
    }

    /** Whether the preset of a command chooses this option from the rows of the file. */
    public static boolean chooses(CommandSpec command, String option) {
        return command.findOption(NAME) != null
                && command.findOption(NAME).getValue() == Preset.ACCURATE
                && Arrays.stream(Hyperparameter.values())
                        .anyMatch(one -> option.equals("--" + one.setting().name()));
    }
}
