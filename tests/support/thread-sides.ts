import assert from 'node:assert/strict'
import { type Answer, type Browser, textOf } from './browser.ts'
import { showSent } from './show-sent.ts'
import type { TestBox } from './test-box.ts'
import { linesOn } from './waiting-acts.ts'
import { newest } from './waiting-people.ts'

/** The two sides of a thread, by card, by ticket, or through who writes for them. */

type Fields = Readonly<Record<string, string>>
/**
 * One side.
 *
 * Shape   `name`: how the other reads them. `news`: what their first page says is new about it, one
 *         line each. `act`: they do that in the thread. `opens`: the page where the line leads.
 *         `sees`: they say there that they saw it, if they are asked.
 *         `code`: what the code of their ticket says, to anybody.
 */
export type ThreadSide = Readonly<{
  name: string
  news: () => Promise<readonly string[]>
  act: (does: string, fields?: Fields) => Promise<Answer>
  opens: () => Promise<Answer>
  sees: () => Promise<void>
  code?: () => Promise<string>
}>
/** `author`: of the notice. `change`: the author does that to it; undefined where they can't. */
export type ThreadPair = Readonly<{
  id: string
  starter: ThreadSide
  author: ThreadSide
  change: Readonly<Partial<Record<NoticeChange, () => Promise<unknown>>>>
}>
export type NoticeChange = 'worded' | 'closed' | 'off' | 'narrowed'

const idIn = (text: string): string => /[0-9a-z]{26}/.exec(text)![0]
const WORD = 'J’ai ce qu’il faut.'

/** Somebody who is signed in: home says what is new. `place`: for whom they write. */
export const signed = (box: TestBox, name: string, who: Browser, id: string, place?: string) => ({
  name,
  news: async () =>
    (await linesOn(who)).flatMap(({ href, text }) => (href.includes(id) ? [text] : [])),
  act: (does: string, fields: Fields = {}) => {
    box.later(1_000)
    const party = place === undefined ? {} : { party: place }
    return who.post(`/arrangements/${id}/${does}`, { from: '/', ...party, ...fields })
  },
  opens: () => who.get(`/arrangements/${id}`),
  sees: () => seesOn(box, who, `/arrangements/${id}`),
})
/** *J'ai vu*, as the page of the thread has it. */
async function seesOn(box: TestBox, who: Browser, at: string): Promise<void> {
  box.later(1_000)
  const page = await who.get(at)
  if (!page.body.includes(`action="${at}/vu"`)) return
  const { status, text } = await who.fill(page, `${at}/vu`)
  assert.equal(status, 303, text)
}

/** Somebody with a ticket: its page says what is new. `at`: its address. */
export function ticketed(
  box: TestBox,
  name: string,
  { by, at, code }: Readonly<{ by: Browser; at: string; code: string }>,
  id: string,
): ThreadSide {
  const page = () => by.get(at)
  return {
    name,
    news: async () => {
      const { body } = await page()
      const thread = body.split(/<h2>Ce qui s’est dit/)[0]!
      const isNew = /<div class="note">|votre réponse|pour vous aussi|Peut-on le raconter/.test(
        thread,
      )
      return isNew ? [textOf(thread.slice(thread.indexOf('<main')))] : []
    },
    act: (does, fields = {}) => {
      box.later(1_000)
      return by.post(`${at}/${does}`, { from: at, id, ...fields })
    },
    opens: page,
    sees: () => seesOn(box, by, at),
    code: async () => (await box.visitor().get(`/billet?${new URLSearchParams({ code })}`)).text,
  }
}

/** A visitor sends something by a form that gives a ticket. */
async function sends(box: TestBox, path: string, fields: Fields) {
  const by = box.visitor()
  const { location } = await by.post(path, fields)
  const at = location.split('?')[0]!
  assert.match(at, /^\/billet\/[0-9a-z]{26}$/)
  const code = /ticket-code"><b>([^<]+)</.exec((await by.get(at)).body)![1]!
  return { by, at, code }
}
/** A visitor's own notice, which the keeper shows. */
async function noticeOfVisitor(box: TestBox) {
  const title = 'cherche une place pour le marché'
  const asked = { title, who: 'Ginette', reachBy: 'phone', phone: '04 77 24 11 22' }
  const ticket = await sends(box, '/annonces/chercher', { ...asked, accord: 'voisins' })
  const proposal = newest(box, 'proposal')
  await showSent(box.keeper, proposal)
  const [shown] = box.read.all('SELECT shownAs FROM proposal_home WHERE id = ?', proposal)
  const notice = String(shown!['shownAs'])
  const corrected = async () => {
    await ticket.by.send(`${ticket.at}/corriger`, { title: `${title} samedi` })
    await showSent(box.keeper, newest(box, 'proposal'))
  }
  return { notice, ticket, change: { worded: corrected, off: offPage(box, 'need', notice) } }
}
const offPage = (box: TestBox, type: string, id: string) => () =>
  box.keeper.post('/retirer', { type, id })

/** A member answers; the id of the thread. */
const answers = async (who: Browser, annonce: string): Promise<string> =>
  idIn((await who.post('/arrangements/interet', { annonce, said: WORD })).location)
/** A visitor answers, and holds its ticket. */
async function answersBy(box: TestBox, annonce: string) {
  const typed = { firstName: 'Huguette', reach: '04 77 00 11 22', said: WORD }
  const by = await sends(box, '/arrangements/interet', { annonce, ...typed })
  return { id: newest(box, 'deal'), by }
}

/** The notice of Mathieu, who holds a card. */
async function noticeOfMember(box: TestBox) {
  const mathieu = await box.member('Mathieu')
  const sent = { title: 'je prête ma remorque', reachBy: 'word', accord: 'voisins' }
  const notice = idIn((await mathieu.post('/annonces/proposer', sent)).location)
  const title = 'je prête mon grand vélo'
  const change = {
    worded: () =>
      mathieu.post('/moi/corriger', { type: 'offer', id: notice, title, who: 'Mathieu' }),
    closed: () => mathieu.post('/annonces/fermer', { id: notice }),
    off: () => mathieu.post('/moi/retirer', { type: 'offer', id: notice }),
    narrowed: () => mathieu.post('/annonces/qui-la-voit', { id: notice, accord: 'carte' }),
  }
  return { mathieu, notice, change }
}
/** The notice of Rosa, who holds neither card nor ticket: `who` writes for her. */
function noticeFor(box: TestBox, keyedBy?: string): string {
  const fields = { title: 'Rosa : « je donne des plants »', who: 'Rosa', mode: 'give' }
  return box.bring('offer', { ...fields, ...(keyedBy === undefined ? {} : { keyedBy }) })
}

/** Each pair of sides between whom a thread goes. */
export const THREAD_PAIRS: Readonly<Record<string, (box: TestBox) => Promise<ThreadPair>>> = {
  'member, notice of a member': async box => {
    const { mathieu, notice, change } = await noticeOfMember(box)
    const elodie = await box.member('Élodie')
    const id = await answers(elodie, notice)
    const starter = signed(box, 'Élodie', elodie, id)
    return { id, starter, author: signed(box, 'Mathieu', mathieu, id), change }
  },
  'visitor, notice of a member': async box => {
    const { mathieu, notice, change } = await noticeOfMember(box)
    const { id, by } = await answersBy(box, notice)
    const starter = ticketed(box, 'Huguette', by, id)
    return { id, starter, author: signed(box, 'Mathieu', mathieu, id), change }
  },
  'member, notice of a visitor': async box => {
    const { notice, ticket, change } = await noticeOfVisitor(box)
    const rene = await box.member('René')
    const id = await answers(rene, notice)
    const author = ticketed(box, 'Ginette', ticket, id)
    return { id, starter: signed(box, 'René', rene, id), author, change }
  },
  'visitor, notice of a visitor': async box => {
    const { notice, ticket, change } = await noticeOfVisitor(box)
    const { id, by } = await answersBy(box, notice)
    const author = ticketed(box, 'Ginette', ticket, id)
    return { id, starter: ticketed(box, 'Huguette', by, id), author, change }
  },
  'member, notice through the keeper': async box => {
    const notice = noticeFor(box)
    const elodie = await box.member('Élodie')
    const id = await answers(elodie, notice)
    const author = signed(box, 'Rosa', box.keeper, id, '1')
    const change = { off: offPage(box, 'offer', notice) }
    return { id, starter: signed(box, 'Élodie', elodie, id), author, change }
  },
  'visitor, notice through the keeper': async box => {
    const notice = noticeFor(box)
    const { id, by } = await answersBy(box, notice)
    const author = signed(box, 'Rosa', box.keeper, id, '0')
    const change = { off: offPage(box, 'offer', notice) }
    return { id, starter: ticketed(box, 'Huguette', by, id), author, change }
  },
  'member, notice through a relay': async box => {
    const odile = await box.member('Odile')
    const where = { name: 'Odile', where: 'à l’épicerie', yes: '1' }
    await box.keeper.post(`/habitants/${odile.id}/relais`, where)
    const notice = noticeFor(box, odile.id)
    const elodie = await box.member('Élodie')
    const id = await answers(elodie, notice)
    const author = signed(box, 'Rosa', odile, id, '1')
    const change = { off: offPage(box, 'offer', notice) }
    return { id, starter: signed(box, 'Élodie', elodie, id), author, change }
  },
}
