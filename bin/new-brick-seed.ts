import { type NewBrick, variable, wordedFor } from './new-brick-files.ts'

const SEED = `
import type { Calendar } from './calendar.ts'
import type { SeedRecord } from './record.ts'

/**
 * *%Many%* of the demonstration.
 *
 * A record of today is written last: the ids of the others stay as they were, so that the crawl
 * shows this one alone.
 */
export function %var%(when: Calendar): readonly SeedRecord[] {
  return [
    {
      key: '%name%',
      type: '%record%',
      fields: { title: '%One% du village', reach: 'au bar, le mercredi', commune: '42195' },
      at: when.day(0),
    },
  ]
}
`

/** The file of `seeds/` with one record of a new brick. */
export const seedOf = (made: NewBrick): string => wordedFor(made)(SEED)

/** `seeds/world.ts` with the records of one more brick; undefined when it has another shape. */
export function worldWith(world: string, name: string): string | undefined {
  const end = '(when),\n  ]\n}\n'
  if (!world.endsWith(end)) return undefined
  const records = `    ...${variable(name)}(when),\n  ]\n}\n`
  const whole = world.replace(/ {2}\]\n\}\n$/, records)
  return `import { ${variable(name)} } from './${name}.ts'\n${whole}`
}
