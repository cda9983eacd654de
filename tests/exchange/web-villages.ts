import assert from 'node:assert/strict'
import { newBox } from '../../src/log/box.ts'
import type { Browser } from '../support/browser.ts'
import { showSent, waitingIn } from '../support/show-sent.ts'
import { type Member, type TestBox, testBox } from '../support/test-box.ts'
import { carry, recognise } from './mail.ts'

/**
 * Sail and Boën, each a whole box in memory with its pages, whose keepers recognised each other; a
 * courier goes between them.
 */
export type TwoVillages = Readonly<{ sail: TestBox; boen: TestBox }>

const COMMUNES = [
  { code: '42195', name: 'Sail-sous-Couzan' },
  { code: '42019', name: 'Boën-sur-Lignon' },
]
export function twoVillages(): TwoVillages {
  const [sail, boen] = (
    [
      ['Sail', '42195', 'Anaïs, au local'],
      ['Boën', '42019', 'Malo, à la mairie'],
    ] as const
  ).map(([name, village, keptBy]) => {
    const box = testBox({ key: newBox() })
    for (const one of COMMUNES) box.bring('commune', one)
    box.territory({ name, village, communes: [village], keptBy })
    return box
  }) as [TestBox, TestBox]
  recognise(sail.engine, boen.engine, ['Sail', 'Boën'])
  return { sail, boen }
}

/** The courier goes from one to the other, and back. A second passes in both. */
export async function meet(from: TestBox, to: TestBox): Promise<void> {
  await carry(from.engine, to.engine, from, to)
  await carry(to.engine, from.engine, to, from)
  for (const box of [from, to]) box.later(1_000)
}

export const idIn = (at: string): string => /[0-9a-z]{26}/.exec(at)?.[0] ?? ''

/** What somebody does in a browser, a second later: it must be done. Gives where they go on. */
export async function does(
  box: TestBox,
  who: Browser,
  path: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  box.later(1_000)
  const answer = await who.post(path, { from: path, ...fields })
  assert.equal(answer.status, 303, `${path} ${JSON.stringify(fields)} ${answer.text}`)
  return answer.location.split('?')[0]!
}

/**
 * A notice of somebody without a card, reached by telephone where nothing else is said, shown by
 * the keeper. `at`: the secret page of its ticket · `code`: its word and digits · `by`: the browser
 * that sent it.
 */
export type SentNotice = Readonly<{ by: Browser; at: string; code: string; notice: string }>
export async function sentNotice(
  box: TestBox,
  fields: Readonly<{ title: string; who: string } & Record<string, string>>,
  to = '/annonces/chercher',
): Promise<SentNotice> {
  const by = box.visitor()
  const { location } = await by.post(to, { reachBy: 'phone', accord: 'voisins', ...fields })
  const at = location.split('?')[0]!
  assert.match(at, /^\/billet\/[0-9a-z]{26}$/)
  const code = /ticket-code"><b>([^<]+)</.exec((await by.get(at)).body)![1]!
  const id = waitingIn(box)
  assert.equal((await showSent(box.keeper, id)).status, 303)
  const [shown] = box.read.all('SELECT shownAs FROM proposal_home WHERE id = ?', id)
  return { by, at, code, notice: String(shown!['shownAs']) }
}

/** Somebody with a landline, who asks for a seat on Thursday. */
export const asksForSeat = (
  box: TestBox,
  by = { who: 'Odette', phone: '04 77 24 12 34' },
): Promise<SentNotice> =>
  sentNotice(box, { title: 'cherche une place pour Montbrison jeudi', ...by })

/** A member who relays, au bar, and came in again since. */
export async function relayIn(
  box: TestBox,
  name: string,
  more: Readonly<{ when?: string }> = {},
): Promise<Readonly<{ who: Member; id: string }>> {
  const member = box.welcome({ name })
  const found = { name, where: 'au bar', yes: '1', ...more }
  await box.keeper.post(`/habitants/${member}/relais`, found)
  const id = String(box.read.all('SELECT id FROM relay')[0]!['id'])
  return { who: await box.memberOf(member), id }
}
