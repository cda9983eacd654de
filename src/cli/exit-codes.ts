/**
 * The exit codes of the command line. Help and `docs/command-line.md` print this table.
 *
 * Shape   `done`: the work is done. `failed`: it is not, and a sentence says why. `mistyped`: the
 *         command line is wrong, and nothing was tried. `found`: the verb found damage, or another
 *         version.
 */
export const EXIT = { done: 0, failed: 1, mistyped: 2, found: 3 } as const
export type ExitName = keyof typeof EXIT
