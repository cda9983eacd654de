import assert from 'node:assert/strict'
import { FADES_AFTER_MS } from '../../src/bricks/deals/model/fading.ts'
import { fade } from '../../src/engine/forgetting/fading.ts'
import type { Answer, Browser } from '../support/browser.ts'
import { cases, testEach, testOnce } from '../support/pass.ts'
import { GONE, planted, STAYS, wordsLeftIn } from '../support/planted-words.ts'
import { showSent } from '../support/show-sent.ts'
import { type TestBox, testBox } from '../support/test-box.ts'
import { newest } from '../support/waiting-people.ts'

/**
 * Two who talk about a notice, one of whom is forgotten: at any moment of the thread, by each way,
 * no row of the box says a word, the name or the number of theirs any more. Law 10.
 */

type Fields = Readonly<Record<string, string>>
type By = 'card' | 'ticket'
/** One side. `act`: in the thread. `goes`: they take back all that is theirs. */
type Side = Readonly<{
  act: (does: string, fields?: Fields) => Promise<Answer>
  goes: () => Promise<Answer>
}>
const done = (answer: Answer): Answer => {
  assert.equal(answer.status, 303, answer.text)
  return answer
}
const called = (isGone: boolean) => (isGone ? GONE : STAYS)
const word = (isGone: boolean, said: string): string => (isGone ? planted(said) : said)

const withCard = (box: TestBox, who: Browser, thread: () => string): Side => ({
  act: (does, fields = {}) => {
    box.later(1_000)
    return who.post(`/arrangements/${thread()}/${does}`, { from: '/', ...fields })
  },
  goes: () => who.post('/moi/oublier', {}),
})
const withTicket = (box: TestBox, who: Browser, at: string, thread: () => string): Side => ({
  act: (does, fields = {}) => {
    box.later(1_000)
    return who.post(`${at}/${does}`, { from: at, id: thread(), ...fields })
  },
  goes: () => who.post(`${at}/reprendre`, {}),
})

/** A notice, and its author. */
async function noticeOf(
  box: TestBox,
  { by, isGone, accord = 'voisins' }: Readonly<{ by: By; isGone: boolean; accord?: string }>,
  thread: () => string,
) {
  const { name, phone } = called(isGone)
  const sent = {
    ...{ title: `prête ${word(isGone, 'remorque')}`, detail: word(isGone, 'detail') },
    ...{ reachBy: 'phone', phone, accord },
  }
  if (by === 'card') {
    const who = await box.member({ name, how: 'phone', phone })
    done(await who.post('/annonces/proposer', sent))
    return { notice: shownIn(box), side: withCard(box, who, thread) }
  }
  const who = box.visitor()
  const at = done(await who.post('/annonces/proposer', { ...sent, who: name })).location
  done(await showSent(box.keeper, newest(box, 'proposal')))
  const side = withTicket(box, who, at.split('?')[0]!, thread)
  return { notice: shownIn(box), side }
}
const shownIn = (box: TestBox): string =>
  String(
    box.read.all("SELECT shownAs FROM proposal_home WHERE state = 'shown'")[0]?.['shownAs'] ??
      newest(box, 'offer', 'commons'),
  )
/** Who answers it. */
async function answers(box: TestBox, by: By, isGone: boolean, annonce: string): Promise<Side> {
  const { name, phone } = called(isGone)
  const said = `Bonjour ${word(isGone, 'salut')}, ici ${name}`
  const thread = () => newest(box, 'deal')
  if (by === 'card') {
    const who = await box.member({ name, how: 'phone', phone })
    done(await who.post('/arrangements/interet', { annonce, said }))
    return withCard(box, who, thread)
  }
  const who = box.visitor()
  const sent = { annonce, said, firstName: name, reach: phone }
  const { location } = done(await who.post('/arrangements/interet', sent))
  return withTicket(box, who, location.split('?')[0]!, thread)
}

type Role = 'author' | 'answers'
/** `accord`: who may read the notice; the villages around where nothing is said. */
type Pair = Readonly<{ role: Role; gone: By; stays: By; accord?: string }>
async function begun(box: TestBox, { role, gone, stays, ...more }: Pair) {
  box.territory()
  const isAuthor = role === 'author'
  const thread = () => newest(box, 'deal')
  const author = await noticeOf(
    box,
    { by: isAuthor ? gone : stays, isGone: isAuthor, ...more },
    thread,
  )
  const other = await answers(box, isAuthor ? stays : gone, !isAuthor, author.notice)
  const [theirs, others] = isAuthor ? [author.side, other] : [other, author.side]
  return { notice: author.notice, gone: theirs, stays: others }
}

/** What the two say, in this order; the one who stays names the other and their number. */
type Step = readonly [who: 'gone' | 'stays', does: string, fields?: Fields]
const ANSWERS = 'repondre'
const NAMED = { when: `dimanche avec ${GONE.name}`, where: `chez ${GONE.name}` }
const LIFE: readonly Step[] = [
  ['gone', 'mot', { said: planted('mot') }],
  ['stays', 'mot', { said: `Merci ${GONE.name}, je note le ${GONE.phone}` }],
  ['gone', 'proposer', { when: `samedi ${planted('quand')}`, where: planted('ou') }],
  ['stays', ANSWERS, { says: 'other', ...NAMED, said: `Plutôt, ${GONE.name}` }],
  ['gone', ANSWERS, { says: 'yes', said: planted('oui') }],
  ['gone', 'revenir'],
  ['gone', ANSWERS, { says: 'other', when: `lundi ${planted('lundi')}`, where: planted('la') }],
  ['stays', ANSWERS, { says: 'yes', said: `Oui ${GONE.name}` }],
  ['stays', 'revenir'],
  ['stays', ANSWERS, { says: 'yes' }],
  ['gone', 'retard', { said: planted('retard') }],
  ['stays', ANSWERS, { says: 'other', ...NAMED }],
  ['gone', ANSWERS, { says: 'other', when: `mardi ${planted('mardi')}`, where: planted('ici') }],
  ['stays', ANSWERS, { says: 'yes' }],
  ['gone', ANSWERS, { says: 'done', said: planted('fait') }],
  ['gone', 'revenir'],
  ['gone', ANSWERS, { says: 'done' }],
  ['stays', ANSWERS, { says: 'done' }],
  [
    'gone',
    ANSWERS,
    {
      says: 'thank',
      tell: '1',
      named: '1',
      story: 'Les plants ont pris',
      thanks: planted('merci'),
    },
  ],
  ['stays', ANSWERS, { says: 'thank', tell: '1', named: '1', thanks: `Merci ${GONE.name}` }],
]
async function lived(pair: Pair, steps: number) {
  const box = testBox()
  const sides = await begun(box, pair)
  for (const [who, does, fields] of LIFE.slice(0, steps)) {
    const answer = await sides[who].act(does, fields)
    assert.equal(answer.status, 303, `${who} ${does} ${JSON.stringify(fields)}: ${answer.text}`)
  }
  assert.ok(wordsLeftIn(box).length > 3)
  return { box, ...sides }
}
const PAIRS: readonly Pair[] = (['author', 'answers'] as const).flatMap(role =>
  (['card', 'ticket'] as const).flatMap(gone =>
    (['card', 'ticket'] as const).map(stays => ({ role, gone, stays })),
  ),
)
/** After how many of these steps somebody goes. */
const MOMENTS = cases([...LIFE.keys(), LIFE.length].toReversed(), 5, 1)

for (const pair of PAIRS) {
  const said = `${pair.role}, by ${pair.gone}, with somebody by ${pair.stays}`
  testEach(
    `law 10: who is forgotten leaves nothing at any moment of a thread: ${said}`,
    async () => {
      for (const steps of MOMENTS) {
        const { box, gone } = await lived(pair, steps)
        done(await gone.goes())
        assert.deepEqual(wordsLeftIn(box), [], `after ${LIFE[steps - 1]?.slice(0, 2).join(' ')}`)
        assert.deepEqual(box.faults, [])
        box[Symbol.dispose]()
      }
    },
  )
}

/** What happens to a notice without its sender, who takes it back afterwards. */
const NOTICE_GONE: Readonly<Record<string, (box: TestBox, id: string) => Promise<Answer>>> = {
  'is off the page': (box, id) => box.keeper.post('/retirer', { type: 'offer', id }),
  'is closed': (box, id) => box.keeper.post('/annonces/fermer', { id }),
}
for (const [how, happens] of Object.entries(NOTICE_GONE))
  for (const stays of ['card', 'ticket'] as const)
    testOnce(`a notice that ${how} leaves nothing once it is taken back: ${stays}`, async () => {
      const { box, notice, gone } = await lived({ role: 'author', gone: 'ticket', stays }, 8)
      done(await happens(box, notice))
      done(await gone.goes())
      assert.deepEqual(wordsLeftIn(box), [])
      assert.deepEqual(box.faults, [])
    })

for (const accord of ['ici', 'carte'])
  testOnce(
    `what is answered to a notice read less far goes with its ticket: ${accord}`,
    async () => {
      const box = testBox()
      const pair = { role: 'author', gone: 'ticket', stays: 'card', accord } as const
      const { gone, stays } = await begun(box, pair)
      for (const [who, does, fields] of LIFE.slice(0, 4))
        if (who === 'stays') await stays.act(does, fields)
      done(await stays.act('proposer', NAMED))
      done(await gone.goes())
      assert.deepEqual(wordsLeftIn(box), [])
      assert.deepEqual(box.faults, [])
    },
  )

testOnce('a notice that says another name by now leaves none of the two', async () => {
  const pair = { role: 'author', gone: 'ticket', stays: 'card' } as const
  const { box, notice, gone } = await lived(pair, 8)
  const kept = { title: 'Zwyntrine prête une remorque', reach: STAYS.phone, reachBy: 'phone' }
  box.done('plain.write', { type: 'offer', id: notice, ...kept, who: 'Zwyntrine' })
  done(await gone.goes())
  assert.deepEqual(wordsLeftIn(box), [])
  assert.deepEqual(box.faults, [])
})

testOnce('what a thread said goes three months after its end, taken back or not', async () => {
  const sought = /zwyntr(?!ude)|avec zwyn|chez zwyn/iu
  for (const steps of [8, 9, LIFE.length - 2]) {
    const { box, gone } = await lived({ role: 'answers', gone: 'ticket', stays: 'card' }, steps)
    done(await gone.act('finir'))
    box.later(2 * FADES_AFTER_MS)
    fade(box.engine, box)
    assert.deepEqual(wordsLeftIn(box, sought), [], String(steps))
    assert.deepEqual(box.faults, [])
  }
})
