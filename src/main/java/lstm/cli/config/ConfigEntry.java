package lstm.cli.config;

import lstm.error.Place;

/**
 * One value in a file of options.
 *
 * @param key its name; within a section {@code section.name}
 * @param value as it is spelled, without quotes; a list is its items separated by commas
 * @param place file and line
 */
public record ConfigEntry(String key, String value, Place place) {}
