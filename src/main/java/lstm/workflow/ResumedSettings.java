package lstm.workflow;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import lstm.error.LstmException;
import lstm.error.Setting;
import lstm.model.Model;
import lstm.model.NamedSetting;
import lstm.model.Settings;
import lstm.network.Loss;
import lstm.series.Series;

/** The settings of a training that is resumed: those it has. One that is given again must say the same. */
final class ResumedSettings {
    private ResumedSettings() {}

    static Settings of(Model model, SettingsRequest request, List<Series> files) throws LstmException {
        Settings running = Settings.of(model);
        Set<Setting> given = request.given();
        boolean quantiles = running.recipe().loss() instanceof Loss.Quantiles;
        if (quantiles && given.contains(Setting.LEVEL) && !given.contains(Setting.LOSS)) {
            throw LstmException.usage(Setting.LEVEL, " belongs to ", Setting.LOSS.to("quantile"))
                    .remedy("give both, or neither to resume the training as it is");
        }
        Settings asked = request.settings(files);
        for (NamedSetting setting : NamedSetting.ALL) {
            Object now = setting.of(asked);
            Object then = setting.of(running);
            if (given.contains(setting.setting()) && !Objects.equals(now, then)) {
                throw LstmException.usage(
                                setting.setting().to(now), " differs from the ", then, " of the training to resume")
                        .remedy(
                                "leave it out to resume, or use ",
                                Setting.FORCE,
                                " instead of ",
                                Setting.RESUME,
                                " to start over");
            }
        }
        return running;
    }
}
