/** `alive`: what a box must never do is throw. */
export type Law =
  | 'alive'
  | 'law 1'
  | 'law 4'
  | 'law 6'
  | 'law 9'
  | 'law 10'
  | 'who may'
  | 'prose'
  | 'fork'

/** A law that a world broke: which, and how. */
export class Broken extends Error {
  override name = 'Broken'
  readonly law: Law
  constructor(law: Law, said: string) {
    super(said)
    this.law = law
  }
}
export function holds(law: Law, is: boolean, said: () => string): void {
  if (!is) throw new Broken(law, said())
}
