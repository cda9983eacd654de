/** What was measured, by the name of its budget. `seen`: where to look when it is too much. */
export type Figures = ReadonlyMap<string, Measured>
export type Figure = readonly [name: string, Measured]
type Measured = Readonly<{ figure: number; seen?: readonly string[] }>

/**
 * Two digits are kept, rounded up: of figures that any change of a sentence or of a line moves a
 * little (steps, bytes of pages, lines). Whoever adds a word fixes no budget for it; whoever adds a
 * tenth does.
 */
export function roundUp(figure: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, figure))) - 1)
  return Math.ceil(figure / unit) * unit
}
