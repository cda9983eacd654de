import assert from 'node:assert/strict'
import { isNewsKey } from '../../src/contract/to-do.ts'
import { SAW_NEWS } from '../../src/ui/waits.ts'
import { type Answer, type Browser, textOf } from './browser.ts'
import { formsIn } from './forms.ts'
import type { TestBox } from './test-box.ts'

/** A line of what is new for somebody, as their first page shows it. */
export type NewLine = Readonly<{ href: string; text: string }>

/**
 * An act that waits for somebody.
 *
 * Shape   `who`: who must act. `others`: whom it does not concern.
 *         `arises`: what makes it wait; it gives the texts (ids) by which its form is known, the
 *         first of them that of the record or of its page.
 *         `act`: they act on the page where the line led.
 */
export type WaitingAct = Readonly<{
  who: Browser
  others: readonly Browser[]
  arises: () => Promise<readonly string[]>
  act: (page: Answer, ids: readonly string[]) => Promise<Answer>
}>
export type Waiting = (box: TestBox) => Promise<WaitingAct>

export async function linesOn(who: Browser): Promise<readonly NewLine[]> {
  const { body } = await who.get('/')
  for (const { action, fields } of formsIn({ body }))
    for (const key of action === SAW_NEWS ? [fields['news'] ?? []].flat() : [])
      assert.ok(isNewsKey(key), `the news ${key} can be seen`)
  const list = /<div class="waits[^>]*>[\s\S]*?<h1/.exec(body)?.[0] ?? ''
  return [...list.matchAll(/<li><a href="([^"]*)">([\s\S]*?)<\/a><\/li>/g)].map(
    ([, href = '', text = '']) => ({ href, text: textOf(text) }),
  )
}

const isSame = (one: NewLine, other: NewLine): boolean =>
  one.href === other.href && one.text === other.text
const newIn = (after: readonly NewLine[], before: readonly NewLine[]): readonly NewLine[] =>
  after.filter(line => !before.some(other => isSame(line, other)))

/**
 * The page where the new line led, after checking that its button is there.
 *
 * Law     The act is on that page: in the record whose address it is, at the place that the address
 *         names, or first of all. News are seen on the first page itself.
 */
async function reached(who: Browser, line: NewLine, ids: readonly string[]): Promise<Answer> {
  const [path = '', place] = line.href.split('#')
  const page = await who.get(path)
  assert.equal(page.status, 200, `${line.href}: ${page.status}`)
  const from = place === undefined ? page.body.indexOf('<main') : page.body.indexOf(`id="${place}"`)
  assert.ok(from > 0, `${line.href} names a place of its page`)
  const own = formsIn(await who.get('/')).filter(({ action }) => action === SAW_NEWS)
  if (own.some(({ fields }) => ids.some(id => JSON.stringify(fields).includes(id)))) return page
  const forms = formsIn({ body: page.body.slice(from) }).filter(({ action }) => action !== '')
  const isIts = (form: (typeof forms)[number]): boolean =>
    ids.some(id => `${form.action} ${JSON.stringify(form.fields)}`.includes(id))
  assert.ok(forms.some(isIts), `${line.href} has the act: ${forms.map(one => one.action)}`)
  const isItsPage = ids.some(id => path.includes(id))
  assert.ok(isItsPage || isIts(forms[0]!), `${line.href}: searched among others`)
  return page
}

/** Whoever must act is told, by one line, and acts in one tap; nobody else is; then it is gone. */
export async function holdsFor(box: TestBox, waiting: Waiting): Promise<void> {
  const { who, others, arises, act } = await waiting(box)
  const all = [who, ...others]
  const before = await Promise.all(all.map(linesOn))
  const ids = await arises()
  box.later(1_000)
  const after = await Promise.all(all.map(linesOn))
  const [mine, ...theirs] = after.map((lines, i) => newIn(lines, before[i]!))
  assert.equal(mine!.length, 1, `one line, not ${JSON.stringify(mine)}`)
  assert.deepEqual(theirs.flat(), [], 'nobody else is told')
  const answer = await act(await reached(who, mine![0]!, ids), ids)
  assert.ok(answer.status < 400, answer.text)
  box.later(1_000)
  const left = await linesOn(who)
  assert.ok(!left.some(line => isSame(line, mine![0]!)), `gone after it: ${mine![0]!.text}`)
}
