package lstm.error;

/**
 * A setting that a failure is about or that helps, with a value.
 *
 * @param value as a user would type it; empty for the setting as such
 */
public record SettingValue(Setting setting, String value) {
    /** For example {@code lookback 24}. */
    @Override
    public String toString() {
        return value.isEmpty() ? setting.toString() : setting + " " + value;
    }
}
