import assert from 'node:assert/strict'
import { deal } from '../../src/bricks/deals/model/records.ts'
import { relayIn } from '../exchange/web-villages.ts'
import { showWaiting } from './show-sent.ts'
import { type Member, type TestBox, testBox } from './test-box.ts'
import { idIn } from './waiting-people.ts'

/**
 * The two sides of a part, *j'en prendrais 20 kg*. Who takes: a member, a visitor by their ticket,
 * somebody for whom a relay writes. Of whom: a member, a visitor by their ticket, somebody without
 * a screen.
 */

/** A box with two members: Rosa has a notice, Nadia takes some of it. */
export type PartSides = Readonly<{ box: TestBox; nadia: Member; rosa: Member }>
export async function partSides(): Promise<PartSides> {
  const box = testBox()
  box.territory()
  return { box, nadia: await box.member('Nadia'), rosa: await box.member('Rosa') }
}

/** What a visitor reads of a notice, its count too. */
export const countedOn = async ({ box }: PartSides, notice: string): Promise<string> =>
  (await box.visitor().get(`/annonces/${notice}`)).text

export const partThreadsOf = ({ engine }: TestBox) =>
  engine.read.list(deal, { order: 'id' }, 'home')
/** The answer of that first name, on show or not yet: its id. */
export const partOf = ({ read }: TestBox, name: string): string =>
  String(
    read.all(
      `SELECT id FROM response WHERE firstName = ?1 AND removed IS NOT 1 UNION ALL
       SELECT id FROM response_home WHERE firstName = ?1`,
      name,
    )[0]?.['id'],
  )
const shownId = (box: TestBox): string =>
  String(box.read.all('SELECT id FROM offer WHERE removed IS NOT 1')[0]?.['id'])
const GIVEN = { title: 'donne du foin', amount: '400 kg', mode: 'give', accord: 'voisins' }
/** A member gives 400 kg, reached by a word: the id of that notice. */
export async function givenBy(box: TestBox, who: Member, title = GIVEN.title): Promise<string> {
  const sent = { ...GIVEN, title, reachBy: 'word' }
  return idIn(await box.leadsTo(who, '/annonces/proposer', sent))
}

/**
 * Of whom some is taken: their notice, and their next page; one tap leads to the words. `answers`:
 * *d'accord*, *pas cette fois*, of one part.
 */
export type PartAuthor = Readonly<{
  notice: string
  reads: () => Promise<string>
  saw: () => Promise<unknown>
  closes: () => Promise<unknown>
  answers: (act: string, part: string) => Promise<unknown>
}>
export const PART_AUTHORS: Readonly<Record<string, (of: PartSides) => Promise<PartAuthor>>> = {
  member: async ({ box, rosa }) => {
    const post = box.leadsTo
    const notice = await givenBy(box, rosa)
    const reads = async (): Promise<string> => {
      const home = await rosa.get('/')
      const [, thread] = /Pour vous[\s\S]*?href="(\/arrangements\/\w{26})"/.exec(home.body) ?? []
      assert.ok(thread, `no line leads to a thread: ${home.text}`)
      return `${home.text} ${(await rosa.get(thread)).text}`
    }
    const saw = async () => {
      for (const { id } of partThreadsOf(box)) await post(rosa, `/arrangements/${id}/vu`, {})
      assert.doesNotMatch((await rosa.get('/')).body, /href="\/arrangements\/\w{26}"/)
    }
    const answers = (act: string, part: string) =>
      post(rosa, `/arrangements/part/${act}`, { annonce: notice, part })
    const closes = () => post(rosa, '/annonces/fermer', { id: notice })
    return { notice, reads, saw, closes, answers }
  },
  visitor: async ({ box }) => {
    const post = box.leadsTo
    const by = box.visitor()
    const how = { who: 'Rosette', reachBy: 'phone', phone: '04 77 24 11 22' }
    const at = await post(by, '/annonces/proposer', { ...GIVEN, ...how })
    await showWaiting(box)
    const saw = async () => {
      for (const { id } of partThreadsOf(box)) await post(by, `${at}/vu`, { id })
    }
    const closes = () => post(by, `${at}/fermer`, {})
    const answers = async (act: string) => {
      // One tap of their page: the first button of it.
      box.later(1_000)
      const answer = await by.fill(await by.get(at), `${at}/${act}`, {})
      assert.equal(answer.status, 303, answer.text)
    }
    const reads = async () => (await by.get(at)).text
    return { notice: shownId(box), reads, saw, closes, answers }
  },
  'nobody’s': async ({ box }) => {
    const post = box.leadsTo
    const notice = box.bring('offer', {
      ...{ title: 'Simone donne du foin', who: 'Simone', reach: 'au bar', state: 'firm' },
      ...{ mode: 'give', amount: '400 kg' },
    })
    // Whose words go with it carries nothing: the keeper, who may have handed them over, is told.
    const reads = async () => {
      const pages = ['/mes-mots', `/arrangements/${partThreadsOf(box)[0]!.id}`]
      const read = await Promise.all(pages.map(path => box.keeper.get(path)))
      return read.map(({ text }) => text).join(' ')
    }
    const answers = (act: string, part: string) =>
      post(box.keeper, `/arrangements/part/${act}`, { annonce: notice, part })
    const closes = () => post(box.keeper, '/annonces/fermer', { id: notice })
    return { notice, reads, saw: () => Promise.resolve(), closes, answers }
  },
}

/** Who takes some: their acts, and their own page about it. */
export type PartTaker = Readonly<{
  name: string
  take: (n: string) => Promise<unknown>
  change: (n: string) => Promise<unknown>
  back: () => Promise<unknown>
  page: () => Promise<string>
}>
export const PART_TAKERS: Readonly<
  Record<string, (of: PartSides, notice: string) => Promise<PartTaker>>
> = {
  member: ({ box, nadia }, notice) => {
    const post = box.leadsTo
    const say = (n: string) =>
      post(nadia, `/repondre/${notice}`, { combien: n, from: `/annonces/${notice}` })
    const page = async () => {
      const { body } = await nadia.get(`/annonces/${notice}`)
      const [thread] = /\/arrangements\/\w{26}/.exec(body) ?? []
      return thread ? (await nadia.get(thread)).text : ''
    }
    const back = () => post(nadia, `/repondre/${notice}/reprendre`, {})
    return Promise.resolve({ name: 'Nadia', take: say, change: say, back, page })
  },
  visitor: ({ box }, notice) => {
    const post = box.leadsTo
    const by = box.visitor()
    let at = ''
    const who = { firstName: 'Zoé', reach: 'au four' }
    return Promise.resolve({
      name: 'Zoé',
      take: async n => {
        at = await post(by, `/repondre/${notice}`, { combien: n, ...who })
        assert.match(at, /^\/billet\//)
      },
      change: async n => post(by, `${at}/corriger`, { saying: n, ...who }),
      back: () => post(by, `${at}/reprendre`, {}),
      page: async () => (await by.get(at)).text,
    })
  },
  relay: async ({ box }, notice) => {
    const post = box.leadsTo
    const { who: relay } = await relayIn(box, 'Anaïs')
    const kept = () =>
      String(box.read.all('SELECT id FROM response_home WHERE keyedBy = ?', relay.id)[0]?.['id'])
    return {
      name: 'Josette',
      take: n => post(relay, `/repondre/${notice}`, { combien: n, pour: 'Josette' }),
      change: n =>
        post(relay, '/moi/corriger', {
          ...{ type: 'response', id: kept(), saying: n, reach: '' },
        }),
      back: () => post(relay, '/moi/retirer', { type: 'response', id: kept() }),
      page: async () => (await relay.get(`/arrangements/${partThreadsOf(box)[0]!.id}`)).text,
    }
  },
}
