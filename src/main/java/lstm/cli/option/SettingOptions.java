package lstm.cli.option;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import lstm.error.Setting;
import lstm.forecast.IntervalLevels;
import lstm.model.NamedSetting;
import lstm.model.Settings;
import lstm.network.Loss;
import lstm.prepare.Bounds;
import lstm.prepare.Strategy;
import lstm.workflow.CombineCheck;

/**
 * Settings as the options in which they differ from the defaults, without the season, which is detected in the data.
 */
public final class SettingOptions {
    private SettingOptions() {}

    /** The options, in the order of {@link NamedSetting#ALL}. */
    public static List<OptionValue> of(Settings settings) {
        List<OptionValue> options = new ArrayList<>();
        for (NamedSetting named : NamedSetting.ALL) {
            if (!settings.combine().trains() && CombineCheck.isOfNetwork(named.setting())) {
                continue;
            }
            String option = "--" + named.setting().name();
            Object value = named.of(settings);
            if (value instanceof Loss.Quantiles quantiles) {
                options.add(new OptionValue(option, LossName.QUANTILE.toString()));
                options.add(new OptionValue(
                        "--level", String.join(",", IntervalLevels.of(quantiles).names())));
            } else if (!isUsual(named, settings)) {
                options.add(new OptionValue(option, text(value)));
            }
        }
        Bounds bounds = settings.plan().bounds();
        bounds.min().ifPresent(min -> options.add(new OptionValue("--min", text(min))));
        bounds.max().ifPresent(max -> options.add(new OptionValue("--max", text(max))));
        return options;
    }

    /** The options on one line, quoted for a shell. */
    public static String line(Settings settings) {
        return new TrainCommandLine(List.of()).with(of(settings)).line();
    }

    private static boolean isUsual(NamedSetting named, Settings settings) {
        Object value = named.of(settings);
        if (value instanceof Bounds || named.setting().equals(Setting.SEASON)) {
            return true;
        }
        return named.setting().equals(Setting.STRATEGY)
                ? value == Strategy.usual(settings.plan().horizon())
                : Objects.equals(value, named.of(Settings.CLASSIC));
    }

    private static String text(Object value) {
        if (value instanceof Double number) {
            // 0.0005 rather than 5.0E-4; it reads back as the same number.
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return value instanceof List<?> names
                ? names.stream().map(Object::toString).collect(Collectors.joining(","))
                : value.toString();
    }
}
