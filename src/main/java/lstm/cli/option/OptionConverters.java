package lstm.cli.option;

import lstm.evaluate.ForecastMethod;
import lstm.forecast.Intervals;
import lstm.model.Combine;
import lstm.model.StartFrom;
import lstm.network.CellKind;
import lstm.network.CellSignal;
import lstm.prepare.ColdStart;
import lstm.prepare.ScalingMethod;
import lstm.prepare.Strategy;
import lstm.prepare.Transform;
import lstm.preset.Preset;
import lstm.series.DecimalSign;
import lstm.series.Missing;
import lstm.series.TableLayout;
import lstm.series.ThousandsSign;
import lstm.train.Optimizer;
import lstm.train.Sampling;
import lstm.train.Schedule;
import lstm.train.SyntheticTask;
import lstm.workflow.Fallback;
import picocli.CommandLine;

/** How the values of options are read. */
public final class OptionConverters {
    /** What separates the items of a list. One that no item follows stays in the item, which is then refused. */
    static final String COMMA = ",(?=[^,])";

    private OptionConverters() {}

    /** Makes a command line read the values of all options of this package; returns it. */
    public static CommandLine addTo(CommandLine line) {
        return line.registerConverter(Double.class, new FiniteConverter())
                .registerConverter(double.class, new FiniteConverter())
                .registerConverter(DecimalSign.class, new EnumConverter<>(DecimalSign.values()))
                .registerConverter(ThousandsSign.class, new EnumConverter<>(ThousandsSign.values()))
                .registerConverter(CellKind.class, new EnumConverter<>(CellKind.values()))
                .registerConverter(CellSignal.class, new EnumConverter<>(CellSignal.values()))
                .registerConverter(SyntheticTask.class, new EnumConverter<>(SyntheticTask.values()))
                .registerConverter(Optimizer.class, new EnumConverter<>(Optimizer.values()))
                .registerConverter(LossName.class, new EnumConverter<>(LossName.values()))
                .registerConverter(Fallback.class, new EnumConverter<>(Fallback.values()))
                .registerConverter(Intervals.Kind.class, new EnumConverter<>(Intervals.Kind.values()))
                .registerConverter(ForecastMethod.class, new EnumConverter<>(ForecastMethod.values()))
                .registerConverter(Transform.class, new EnumConverter<>(Transform.values()))
                .registerConverter(ScalingMethod.class, new EnumConverter<>(ScalingMethod.values()))
                .registerConverter(ColdStart.class, new EnumConverter<>(ColdStart.values()))
                .registerConverter(Strategy.class, new EnumConverter<>(Strategy.values()))
                .registerConverter(Sampling.class, new EnumConverter<>(Sampling.values()))
                .registerConverter(Schedule.class, new EnumConverter<>(Schedule.values()))
                .registerConverter(TableLayout.Form.class, new EnumConverter<>(TableLayout.Form.values()))
                .registerConverter(Combine.class, new EnumConverter<>(Combine.values()))
                .registerConverter(StartFrom.class, new EnumConverter<>(StartFrom.values()))
                .registerConverter(Preset.class, new EnumConverter<>(Preset.values()))
                .registerConverter(Missing.class, new EnumConverter<>(Missing.values()));
    }
}
