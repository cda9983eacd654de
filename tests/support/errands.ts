import assert from 'node:assert/strict'
import type { Browser } from './browser.ts'
import { linesOn } from './waiting-acts.ts'

/** The first thing that a member has to tell for whom they said yes is told, in one tap. */
export async function tellsErrand(who: Browser): Promise<void> {
  const line = (await linesOn(who)).find(({ text }) => /^à dire à /.test(text))
  assert.ok(line, 'there is something to tell')
  const { status, text } = await who.fill(await who.get(line.href), `${line.href}/dit`)
  assert.equal(status, 303, text)
}
