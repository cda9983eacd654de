/**
 * Work on a text alone, which another thread may have done before it is asked for.
 *
 * Shape   `from`: the address of the module that makes it; loaded in the other thread, it registers
 *         the same work there. `done`: results that have come, by their text.
 * Law     `make` depends on its text alone. Who finds no result makes it, so that none depends on
 *         whether there was another thread.
 */
export type TextWork = Readonly<{
  from: string
  make: (text: string) => readonly string[]
  done: Map<string, readonly string[]>
}>
/** Work that will be asked for, of one text. */
export type TextAsked = readonly [work: TextWork, text: string]

const works = new Map<string, TextWork>()

/** The work of a module, one each; `from` is its `import.meta.url`. */
export function beforehand(make: TextWork['make'], from: string): TextWork {
  const work: TextWork = { from, make, done: new Map() }
  works.set(from, work)
  return work
}

/** The work of all modules that were loaded, by their address. */
export const worksLoaded = (): ReadonlyMap<string, TextWork> => works

/** What another thread made of a text; undefined where it did not. `text` is built when need be. */
export const doneBefore = (
  { done }: TextWork,
  text: () => string,
): readonly string[] | undefined => (done.size > 0 ? done.get(text()) : undefined)
