import { NAMES, type Signs } from '../../src/bricks/offers/model/matching/likelihood.ts'
import { fit } from './regression.ts'
import type { Example } from './villages.ts'

/** From this chance on a pair is shown. */
export const SHOWN = 0.6

export const rowOf = (signs: Signs): readonly number[] => NAMES.map(name => signs[name])

const rounded = (n: number): number => Number(n.toFixed(3))

/** The file of weights: half is the chance from which on a pair is shown. */
export function learntFile(examples: readonly Example[]): string {
  const { bias, weights } = fit(
    examples.map(({ signs }) => rowOf(signs)),
    examples.map(({ isRight }) => isRight),
  )
  const lines = NAMES.map((name, at) => `  ${name}: ${rounded(weights[at]!)},`)
  return `/** Made by \`bin/make-likelihood.ts\` from the villages of \`bench/villages\`. */
export const BIAS = ${rounded(bias - Math.log(SHOWN / (1 - SHOWN)))}
export const WEIGHTS = {
${lines.join('\n')}
}
`
}
