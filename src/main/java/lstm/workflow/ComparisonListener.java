package lstm.workflow;

import lstm.preset.PresetForm;
import lstm.progress.ProgressListener;

/** Follows the comparison of settings that a preset may choose, step by step, and may stop it. */
@FunctionalInterface
public interface ComparisonListener extends ProgressListener {
    /** Follows nothing and never stops. */
    ComparisonListener NONE = (done, total) -> false;

    /** Before the training of each. */
    default void begins(int number, int of, PresetForm form) {}
}
