import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { tempFolder } from './folders.ts'

/**
 * For tests: the run folder of an installed box, and somebody in the doer's place who takes what is
 * asked and answers.
 */
export type StandingDoer = Readonly<{
  run: string
  took: readonly Readonly<{ what: string; line: string }>[]
  answers: { clock: string; off: string; update: string; backup: string }
}>

export function standingDoer(t: TestContext): StandingDoer {
  const run = tempFolder()
  for (const name of ['asks', 'said']) mkdirSync(join(run, name))
  const took: { what: string; line: string }[] = []
  const answers = { clock: 'ok\nset', off: 'ok\ngoing', update: 'ok\nchanged', backup: 'ok\nsaved' }
  const take = (what: keyof typeof answers): void => {
    const file = join(run, 'asks', what)
    if (!existsSync(file) || answers[what] === '') return
    took.push({ what, line: readFileSync(file, 'utf8').trim() })
    rmSync(file)
    if (what === 'clock' && answers.clock.startsWith('ok'))
      writeFileSync(join(run, 'clock-set'), '')
    writeFileSync(join(run, 'said', what), `${answers[what]}\n`)
  }
  const looking = setInterval(
    () => (Object.keys(answers) as (keyof typeof answers)[]).forEach(take),
    20,
  )
  t.after(() => {
    clearInterval(looking)
    rmSync(run, { recursive: true, force: true })
  })
  return { run, took, answers }
}
