/** Numbers, durations, suggestions and shell quoting as text: what messages and reports are put together from. */
package lstm.text;
