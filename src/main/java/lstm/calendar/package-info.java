/**
 * The time axis of a series: its step, trading sessions and closed days, what stamps come next, and features of a
 * stamp.
 */
package lstm.calendar;
