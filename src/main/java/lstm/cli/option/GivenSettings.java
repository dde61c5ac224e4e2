package lstm.cli.option;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lstm.cli.config.ConfiguredDefaults;
import lstm.error.Setting;
import lstm.model.NamedSetting;
import picocli.CommandLine.Model.CommandSpec;

/** The settings of a training that the user gave, on the command line or elsewhere. */
final class GivenSettings {
    private GivenSettings() {}

    static Set<Setting> of(CommandSpec command) {
        return Stream.concat(
                        NamedSetting.ALL.stream().map(NamedSetting::setting),
                        Stream.of(Setting.LEVEL, Setting.START_FROM))
                .filter(setting -> ConfiguredDefaults.isGiven(command, "--" + setting.name()))
                .collect(Collectors.toSet());
    }
}
