package lstm.error;

/**
 * A setting of a call, by the name that it has everywhere: in failures, in configuration files and, with two hyphens,
 * on the command line.
 *
 * @param name in lower case, words joined by hyphens
 */
public record Setting(String name) {
    public static final Setting AT = new Setting("at");
    public static final Setting BASE = new Setting("base");
    public static final Setting BATCH = new Setting("batch");
    public static final Setting BY = new Setting("by");
    public static final Setting CALENDAR = new Setting("calendar");
    public static final Setting CELL = new Setting("cell");
    public static final Setting CELLS = new Setting("cells");
    public static final Setting CLIP_NORM = new Setting("clip-norm");
    public static final Setting COLD = new Setting("cold");
    public static final Setting COMBINE = new Setting("combine");
    public static final Setting CONTEXT = new Setting("context");
    public static final Setting DATE = new Setting("date");
    public static final Setting DATE_FORMAT = new Setting("date-format");
    public static final Setting DECIMAL = new Setting("decimal");
    public static final Setting DELIMITER = new Setting("delimiter");
    public static final Setting DROPOUT = new Setting("dropout");
    public static final Setting DURATION = new Setting("duration");
    public static final Setting EACH_TARGET = new Setting("each-target");
    public static final Setting ENSEMBLE = new Setting("ensemble");
    public static final Setting EPOCH_WINDOWS = new Setting("epoch-windows");
    public static final Setting EPOCHS = new Setting("epochs");
    public static final Setting EQUAL_PARAMETERS = new Setting("equal-parameters");
    public static final Setting FROM = new Setting("from");
    public static final Setting EVERY = new Setting("every");
    public static final Setting FALLBACK = new Setting("fallback");
    public static final Setting FEATURE_TRANSFORM = new Setting("feature-transform");
    public static final Setting FEATURES = new Setting("features");
    public static final Setting FORECASTS = new Setting("forecasts");
    public static final Setting FORCE = new Setting("force");
    public static final Setting FORMAT = new Setting("format");
    public static final Setting FUTURE = new Setting("future");
    public static final Setting GRADIENTS = new Setting("gradients");
    public static final Setting HEADER_LINE = new Setting("header-line");
    public static final Setting HEIGHT = new Setting("height");
    public static final Setting HISTORY = new Setting("history");
    public static final Setting HORIZON = new Setting("horizon");
    public static final Setting INTERVALS = new Setting("intervals");
    public static final Setting JOBS = new Setting("jobs");
    public static final Setting JSON = new Setting("json");
    public static final Setting KEEP_BIAS = new Setting("keep-bias");
    public static final Setting KNOWN_AHEAD = new Setting("known-ahead");
    public static final Setting LAST = new Setting("last");
    public static final Setting LAYER = new Setting("layer");
    public static final Setting LAYERS = new Setting("layers");
    public static final Setting LAYOUT = new Setting("layout");
    public static final Setting LEAK = new Setting("leak");
    public static final Setting LEARNING_RATE = new Setting("learning-rate");
    public static final Setting LEVEL = new Setting("level");
    public static final Setting LOG = new Setting("log");
    public static final Setting LOOKBACK = new Setting("lookback");
    public static final Setting LOSS = new Setting("loss");
    public static final Setting MAX = new Setting("max");
    public static final Setting METHOD = new Setting("method");
    public static final Setting MIN = new Setting("min");
    public static final Setting MIN_SKILL = new Setting("min-skill");
    public static final Setting MISSING = new Setting("missing");
    public static final Setting MISSING_MARK = new Setting("missing-mark");
    public static final Setting NO_HEADER = new Setting("no-header");
    public static final Setting ONLY = new Setting("only");
    public static final Setting OPTIMIZER = new Setting("optimizer");
    public static final Setting ORIGINS = new Setting("origins");
    public static final Setting OUTPUT = new Setting("output");
    public static final Setting PATIENCE = new Setting("patience");
    public static final Setting PLOT = new Setting("plot");
    public static final Setting POSITIVE = new Setting("positive");
    public static final Setting PRESET = new Setting("preset");
    public static final Setting QUANTITY = new Setting("quantity");
    public static final Setting QUIET = new Setting("quiet");
    public static final Setting REFIT = new Setting("refit");
    public static final Setting REPORT = new Setting("report");
    public static final Setting RESIDUAL = new Setting("residual");
    public static final Setting RESUME = new Setting("resume");
    public static final Setting SAMPLES = new Setting("samples");
    public static final Setting SAMPLING = new Setting("sampling");
    public static final Setting SCALER = new Setting("scaler");
    public static final Setting SCHEDULE = new Setting("schedule");
    public static final Setting SCORES = new Setting("scores");
    public static final Setting SEASON = new Setting("season");
    public static final Setting SEED = new Setting("seed");
    public static final Setting SEGMENT = new Setting("segment");
    public static final Setting START = new Setting("start");
    public static final Setting STATIC = new Setting("static");
    public static final Setting START_FROM = new Setting("start-from");
    public static final Setting STATIC_FILE = new Setting("static-file");
    public static final Setting STATUS = new Setting("status");
    public static final Setting STEP = new Setting("step");
    public static final Setting STEPS = new Setting("steps");
    public static final Setting STRATEGY = new Setting("strategy");
    public static final Setting STRICT = new Setting("strict");
    public static final Setting SUM_ALL = new Setting("sum-all");
    public static final Setting SUM_BY = new Setting("sum-by");
    public static final Setting TARGET = new Setting("target");
    public static final Setting TASK = new Setting("task");
    public static final Setting THOUSANDS = new Setting("thousands");
    public static final Setting THREADS = new Setting("threads");
    public static final Setting TIMEOUT = new Setting("timeout");
    public static final Setting TITLE = new Setting("title");
    public static final Setting TRANSFORM = new Setting("transform");
    public static final Setting TRIALS = new Setting("trials");
    public static final Setting UNIT = new Setting("unit");
    public static final Setting UNITS = new Setting("units");
    public static final Setting UPDATE = new Setting("update");
    public static final Setting VALIDATION = new Setting("validation");
    public static final Setting WEIGHT = new Setting("weight");
    public static final Setting WEIGHTS = new Setting("weights");
    public static final Setting WIDTH = new Setting("width");

    /** The setting with a value. */
    public SettingValue to(Object value) {
        return new SettingValue(this, String.valueOf(value));
    }

    @Override
    public String toString() {
        return name;
    }
}
