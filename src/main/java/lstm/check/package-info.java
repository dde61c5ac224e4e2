/** What a CSV holds, what is wrong with it, and the settings that suit it. */
package lstm.check;
