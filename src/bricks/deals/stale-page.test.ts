import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser } from '../../../tests/support/browser.ts'
import { type FormRead, formsIn } from '../../../tests/support/forms.ts'
import {
  PART_AUTHORS,
  PART_TAKERS,
  partOf,
  partSides,
  partThreadsOf,
} from '../../../tests/support/part-sides.ts'
import { showWaiting } from '../../../tests/support/show-sent.ts'
import { handAll } from '../../../tests/support/slips.ts'
import type { TestBox } from '../../../tests/support/test-box.ts'
import { twoNeighbours } from '../../../tests/support/two-neighbours.ts'

/** Each press acts on what its page showed, and on nothing that came since. */

type Answer = Awaited<ReturnType<Browser['get']>>

/** Élodie and Mathieu agreed to a moment. */
async function agreed() {
  const found = await twoNeighbours()
  const { box, elodie, mathieu, rows, interested, does } = found
  const { location: at } = await interested(elodie)
  await does(mathieu, `${at}/proposer`, { when: 'jeudi 10 décembre 8 h', where: 'au four' })
  await does(elodie, `${at}/repondre`, { says: 'yes' })
  const state = () => rows()[0]!.state
  const isPlain = ({ fields }: FormRead): boolean => !('when' in fields)
  const press = (who: Browser, page: Answer, act: string, says?: string) => {
    box.later(1_000)
    return who.fill(page, `${at}/${act}`, says ? { says } : {}, isPlain)
  }
  /** Two tabs of one page. */
  const tabs = async (who: Browser) => [await who.get(at), await who.get(at)] as const
  return { ...found, at, state, press, tabs }
}
const isStale = (answer: Answer, now: RegExp): void => {
  assert.equal(answer.status, 422, answer.location)
  assert.match(answer.text, /entre-temps : rien n’a été fait\./)
  assert.match(answer.text, now)
}

test('who takes an answer back in two tabs takes back that one alone', async () => {
  const { elodie, mathieu, at, state, press, tabs, does } = await agreed()
  await does(elodie, `${at}/repondre`, { says: 'done' })
  await elodie.get(at)
  const [first, second] = await tabs(elodie)
  assert.equal((await press(elodie, first, 'revenir')).status, 303)
  assert.equal(state(), 'agreed')
  isStale(await press(elodie, second, 'revenir'), /Maintenant, c’est convenu\./)
  await does(elodie, `${at}/repondre`, { says: 'not' })
  isStale(await press(elodie, second, 'revenir'), /Maintenant, c’est sans suite\./)
  assert.equal(state(), 'fallen')
  await does(mathieu, `${at}/proposer`, { when: 'lundi 14 décembre' })
  await does(elodie, `${at}/repondre`, { says: 'yes' })
  isStale(await press(elodie, second, 'revenir'), /Maintenant, c’est convenu\./)
})

test('the button beside what was just said takes back what it says, and nothing since', async () => {
  const { elodie, at, state, press, does } = await agreed()
  for (const more of [{}, { said: 'Tout est rangé.' }]) {
    const done = async () => {
      await does(elodie, `${at}/repondre`, { says: 'done', ...more })
      return elodie.get(at)
    }
    assert.equal((await press(elodie, await done(), 'revenir')).status, 303)
    assert.equal(state(), 'agreed')
    const late = await done()
    await press(elodie, await elodie.get(at), 'revenir')
    await does(elodie, `${at}/repondre`, { says: 'not' })
    isStale(await press(elodie, late, 'revenir'), /Maintenant, c’est sans suite\./)
    await does(elodie, `${at}/revenir`)
  }
})

test('who says twice that it is not done yet calls nothing off', async () => {
  const { elodie, mathieu, at, state, press, tabs, does } = await agreed()
  await does(mathieu, `${at}/repondre`, { says: 'done' })
  const [first, second] = await tabs(elodie)
  assert.equal((await press(elodie, first, 'repondre', 'not')).status, 303)
  assert.equal(state(), 'agreed')
  isStale(await press(elodie, second, 'repondre', 'not'), /Maintenant, c’est convenu\./)
  assert.equal(state(), 'agreed')
})

test('what was agreed is called off where the page showed it, and no other moment', async () => {
  const { elodie, mathieu, at, state, press, tabs, does } = await agreed()
  const [old] = await tabs(elodie)
  await does(mathieu, `${at}/repondre`, { says: 'other', when: 'lundi 14 décembre' })
  await does(elodie, `${at}/repondre`, { says: 'yes' })
  isStale(await press(elodie, old, 'repondre', 'not'), /Maintenant, c’est convenu\./)
  isStale(await press(elodie, old, 'repondre', 'done'), /Maintenant, c’est convenu\./)
  assert.equal(state(), 'agreed')
})

test('who takes back a moment in two tabs leaves the one that the other asked', async () => {
  const { elodie, mathieu, rows, interested, does, box } = await twoNeighbours()
  const { location: at } = await interested(elodie)
  await does(mathieu, `${at}/proposer`, { when: 'jeudi 10 décembre' })
  await does(elodie, `${at}/repondre`, { says: 'other', when: 'lundi 14 décembre' })
  const [first, second] = [await elodie.get(at), await elodie.get(at)]
  box.later(1_000)
  assert.equal((await elodie.fill(first, `${at}/repondre`, { says: 'no' })).status, 303)
  assert.deepEqual([rows()[0]!.state, rows()[0]!.when], ['proposed', 'jeudi 10 décembre'])
  const late = await elodie.fill(second, `${at}/repondre`, { says: 'no' })
  isStale(late, /Maintenant, un moment est proposé, et on attend une réponse\./)
  assert.deepEqual([rows()[0]!.state, rows()[0]!.when], ['proposed', 'jeudi 10 décembre'])
})

test('what the other did meanwhile of the same meaning keeps nobody from pressing', async () => {
  const { elodie, mathieu, at, state, press, tabs, does } = await agreed()
  const [old] = await tabs(elodie)
  await does(mathieu, `${at}/repondre`, { says: 'done' })
  await does(mathieu, `${at}/mot`, { said: 'Merci !' })
  assert.equal((await press(elodie, old, 'repondre', 'done')).status, 303)
  assert.equal(state(), 'done')
})

test('what moves nothing of the meaning of an answer keeps nobody from it', async () => {
  const telling = { says: 'thank', tell: '1', story: 'La remorque a servi' }
  for (const one of [{ says: 'keep' }, telling]) {
    const { elodie, mathieu, at, state, press, tabs, does } = await agreed()
    await does(mathieu, `${at}/repondre`, { says: 'done' })
    const [old] = await tabs(elodie)
    await does(mathieu, `${at}/repondre`, one)
    assert.equal((await press(elodie, old, 'repondre', 'not')).status, 303, one.says)
    assert.equal(state(), 'agreed')
  }
  const { elodie, mathieu, at, state, press, tabs, does } = await agreed()
  await does(mathieu, `${at}/repondre`, { says: 'other', when: 'lundi 14 décembre' })
  const [old] = await tabs(elodie)
  await does(mathieu, `${at}/repondre`, { says: 'no' })
  assert.equal(state(), 'agreed')
  assert.equal((await press(elodie, old, 'repondre', 'not')).status, 303)
  assert.equal(state(), 'fallen')
})

test('a page of the version before answers what it showed alone, by telephone too', async () => {
  const { box, elodie, mathieu, rows, interested, ticketed, does } = await twoNeighbours()
  const { location: at } = await interested(elodie)
  await does(mathieu, `${at}/proposer`, { when: 'jeudi 10 décembre' })
  /** Of two forms that a page has, the one that says what is proposed. */
  const older = async (who: Browser, path: string) => {
    const { body, ...page } = await who.get(path)
    return { ...page, body: body.replaceAll('name="shown"', 'name="proposed"') }
  }
  const yes = (who: Browser, page: Answer, path: string) => {
    box.later(1_000)
    return who.fill(page, path, { says: 'yes' }, ({ fields }) => !('when' in fields))
  }
  const old = await older(elodie, at)
  await does(mathieu, `${at}/repondre`, { says: 'no' })
  await does(mathieu, `${at}/proposer`, { when: 'lundi 14 décembre' })
  assert.equal((await yes(elodie, old, `${at}/repondre`)).status, 422)
  assert.equal(rows()[0]!.state, 'proposed')
  assert.equal((await yes(elodie, await older(elodie, at), `${at}/repondre`)).status, 303)

  const { at: ticket, id, visitor } = await ticketed()
  const thread = `/arrangements/${id}`
  await does(mathieu, `${thread}/proposer`, { when: 'jeudi 10 décembre' })
  const [, code = ''] = /ticket-code"><b>([^<]+)</.exec((await visitor.get(ticket)).body) ?? []
  const called = await older(box.keeper, thread)
  await does(mathieu, `${thread}/repondre`, { says: 'no' })
  await does(mathieu, `${thread}/proposer`, { when: 'lundi 14 décembre' })
  box.later(1_000)
  const noted = await box.keeper.fill(called, `${thread}/au-telephone`, { says: 'yes', code })
  assert.equal(noted.status, 422)
  assert.match(noted.text, /a avancé entre-temps/)
  assert.equal(rows()[1]!.state, 'proposed')
})

/** What one of them typed on a page before the thread moved. */
async function typedThen(
  typed: Readonly<Record<string, string>>,
  moves: (of: Awaited<ReturnType<typeof agreed>>) => Promise<unknown>,
  before?: typeof moves,
) {
  const of = await agreed()
  const { box, elodie, at } = of
  await before?.(of)
  const old = await elodie.get(at)
  await moves(of)
  box.later(1_000)
  const act = 'says' in typed ? 'repondre' : 'mot'
  const has = ({ fields }: FormRead): boolean =>
    Object.keys(typed).every(name => name in fields || /says|tell/.test(name))
  const back = await elodie.fill(old, `${at}/${act}`, typed, has)
  assert.equal(back.status, 422, back.location)
  /** Where the page has it now: each form that no fold hides, and its field. */
  const closed = /<details(?![^>]* open)[^>]*>(?:(?!<details)[\s\S])*?<\/details>/g
  const forms = formsIn({ body: back.body.replaceAll(closed, '') })
  const where = (text: string): readonly string[] =>
    forms.flatMap(({ action, fields }) =>
      Object.entries(fields).flatMap(([name, value]) =>
        value === text ? `${action.slice(at.length + 1)} ${name}` : [],
      ),
    )
  return { back, where }
}
const BROKEN = 'ma remorque est cassée'
const MOVED: Parameters<typeof typedThen>[1] = async ({ mathieu, elodie, at, does }) => {
  await does(mathieu, `${at}/repondre`, { says: 'other', when: 'lundi 14 décembre' })
  await does(elodie, `${at}/repondre`, { says: 'yes' })
}
const saidBy =
  (says: string): Parameters<typeof typedThen>[1] =>
  ({ mathieu, at, does }) =>
    does(mathieu, `${at}/repondre`, { says })

test('the line of what is called off stands again where the page had moved', async () => {
  const off = { says: 'not', said: BROKEN }
  assert.deepEqual((await typedThen(off, MOVED)).where(BROKEN), ['repondre said'])
  for (const says of ['done', 'not'])
    assert.deepEqual((await typedThen(off, saidBy(says))).where(BROKEN), ['mot said'], says)
})

test('another moment that was typed stands again, or goes with a word', async () => {
  const other = { says: 'other', when: 'mardi 15 décembre', where: 'chez moi' }
  const to = async (moves: typeof MOVED) => (await typedThen(other, moves)).where(other.when)
  assert.deepEqual(await to(MOVED), ['repondre when'])
  assert.deepEqual(await to(saidBy('not')), ['proposer when'])
  const { where } = await typedThen(other, saidBy('done'))
  assert.deepEqual(where('mardi 15 décembre, chez moi'), ['mot said'])
})

test('a thank-you that was typed is not lost where it is not done yet', async () => {
  const thanks = 'Merci pour la remorque'
  const done: typeof MOVED = ({ elodie, at, does }) =>
    does(elodie, `${at}/repondre`, { says: 'done' })
  const telling = { says: 'thank', thanks, tell: '1' }
  const { where } = await typedThen(telling, saidBy('not'), done)
  assert.deepEqual(where(thanks), ['mot said'])
})

test('what was typed is read again where nothing may be written any more', async () => {
  const ends: typeof MOVED = ({ mathieu, at, does }) => does(mathieu, `${at}/finir`)
  const more = { when: 'mardi 15 décembre', where: 'chez moi' }
  for (const typed of [
    { said: BROKEN },
    { says: 'not', said: BROKEN },
    { says: 'other', ...more },
  ]) {
    const { text } = (await typedThen(typed, ends)).back
    assert.match(
      text,
      /Vous aviez écrit : « (ma remorque est cassée|mardi 15 décembre, chez moi) »/,
    )
  }
})

test('a place that nobody typed is not told as what they had written', async () => {
  const more = { says: 'other', when: 'lundi 14 décembre' }
  const isOther = ({ fields }: FormRead): boolean => 'when' in fields
  const back = async (act: string, then: Readonly<Record<string, string>>) => {
    const { elodie, mathieu, interested, does } = await twoNeighbours()
    const { location: at } = await interested(elodie)
    await does(mathieu, `${at}/proposer`, { when: 'jeudi', where: 'chez moi' })
    const old = await elodie.get(at)
    await does(mathieu, `${at}/repondre`, { says: 'no' })
    await does(mathieu, `${at}/${act}`, then)
    const answer = await elodie.fill(old, `${at}/repondre`, more, isOther)
    assert.equal(answer.status, 422, answer.location)
    return answer
  }
  assert.match((await back('finir', {})).text, /Vous aviez écrit : « lundi 14 décembre »/)
  const moved = await back('proposer', { when: 'mardi 15 décembre', where: 'au lavoir' })
  const { when, where } = formsIn(moved).find(isOther)!.fields
  assert.deepEqual([when, where], ['lundi 14 décembre', 'au lavoir'], 'the place as it is now')
})

test('the place of what stands is in its form after another form came back', async () => {
  const { back } = await typedThen({ says: 'not', said: BROKEN }, MOVED)
  const { where } = formsIn(back).find(({ fields }) => 'when' in fields)!.fields
  assert.equal(where, 'au four')
})

test('what the keeper noted for somebody is not lost where they may note it no more', async () => {
  const typed = { says: 'other', when: 'mardi 15 décembre' }
  const isOther = ({ fields }: FormRead): boolean => 'when' in fields
  const back = async (isAnswered: boolean): Promise<Answer> => {
    const { box, mathieu, ticketed, does } = await twoNeighbours()
    const { at: ticket, id, visitor } = await ticketed({ reach: 'chez elle, rue du four' })
    const at = `/arrangements/${id}`
    await does(mathieu, `${at}/proposer`, { when: 'jeudi 10 décembre' })
    await handAll(box)
    const old = await box.keeper.get(at)
    if (isAnswered) await does(visitor, `${ticket}/repondre`, { says: 'yes' })
    else {
      await does(mathieu, `${at}/repondre`, { says: 'no' })
      await does(mathieu, `${at}/mot`, { said: 'Plutôt une autre fois ?' })
      await handAll(box)
    }
    box.later(1_000)
    const answer = await box.keeper.fill(old, `${at}/repondre`, typed, isOther)
    assert.equal(answer.status, 422, answer.location)
    assert.deepEqual(box.faults, [])
    return answer
  }
  assert.match((await back(true)).text, /Vous aviez écrit : « mardi 15 décembre »/)
  const forms = formsIn(await back(false))
  assert.ok(forms.some(({ fields }) => fields['said'] === typed.when))
})

test('a sentence that was written is not dropped where nobody ticked that it be told', async () => {
  const { box, elodie, mathieu, at, does } = await agreed()
  for (const one of [elodie, mathieu]) await does(one, `${at}/repondre`, { says: 'done' })
  const story = 'La remorque a servi à porter du bois'
  const thanks = 'Merci pour la remorque'
  const isTelling = ({ fields }: FormRead): boolean => 'story' in fields
  type Typed = Readonly<Record<string, string>>
  const sends = async (page: Answer, typed: Typed, who: Browser = elodie) => {
    box.later(1_000)
    return who.fill(page, `${at}/repondre`, typed, isTelling)
  }
  const back = await sends(await elodie.get(at), { story, thanks })
  assert.equal(back.status, 422, back.location)
  assert.match(back.text, /Cochez pour que cette phrase soit racontée, ou effacez-la\./)
  const { fields } = formsIn(back).find(isTelling)!
  assert.deepEqual([fields['story'], fields['thanks']], [story, thanks])
  assert.equal((await sends(back, { story: '' })).status, 303)
  assert.equal((await sends(await elodie.get(at), { story, tell: '1' })).status, 303)
  const his = await sends(await mathieu.get(at), { thanks }, mathieu)
  assert.equal(his.status, 303, 'the sentence of somebody else stood in his form')
})

/** Three tabs of the page of who answers a part. */
async function threeTabs(box: TestBox, by: Browser, at: string, under = '/arrangements/part') {
  const tabs = [await by.get(at), await by.get(at), await by.get(at)] as const
  return (tab: 0 | 1 | 2, act: string) => {
    box.later(1_000)
    return by.fill(tabs[tab], `${under}/${act}`)
  }
}

test('a member who declines a raise in two tabs lets what was agreed stand', async () => {
  const sides = await partSides()
  const { box, rosa } = sides
  const { notice, answers } = await PART_AUTHORS['member']!(sides)
  const { take, page: told } = await PART_TAKERS['member']!(sides, notice)
  await take('20 kg')
  await answers('d-accord', partOf(box, 'Nadia'))
  for (const at of [`/annonces/${notice}`, `/arrangements/${partThreadsOf(box)[0]!.id}`]) {
    await take('40 kg')
    const press = await threeTabs(box, rosa, at)
    assert.equal((await press(0, 'pas-cette-fois')).status, 303)
    const said = await rosa.get(at)
    const now = /Part : 20 kg ; c’est non pour 40 kg\./
    isStale(await press(1, 'pas-cette-fois'), now)
    isStale(await press(2, 'd-accord'), now)
    assert.match(await told(), /Part : 20 kg\./)
    box.later(1_000)
    assert.equal((await rosa.fill(said, '/arrangements/part/finalement')).status, 303)
    assert.match(await told(), /Part : 40 kg\./)
    isStale(await press(2, 'd-accord'), /Part : 40 kg ; c’est convenu\./)
    await take('20 kg')
  }
  assert.deepEqual(box.faults, [])
})

test('what was declined is taken back as the page said it, and no later amount is', async () => {
  const sides = await partSides()
  const { box, rosa } = sides
  const { notice } = await PART_AUTHORS['member']!(sides)
  const { take } = await PART_TAKERS['member']!(sides, notice)
  await take('20 kg')
  const at = `/annonces/${notice}`
  const press = await threeTabs(box, rosa, at)
  await take('300 kg')
  isStale(await press(0, 'd-accord'), /Part : 300 kg ; c’est sans réponse\./)
  assert.equal((await (await threeTabs(box, rosa, at))(0, 'pas-cette-fois')).status, 303)
  const late = await threeTabs(box, rosa, at)
  isStale(await press(1, 'pas-cette-fois'), /C’est non pour 300 kg\./)
  assert.equal((await late(0, 'finalement')).status, 303)
  isStale(await late(1, 'finalement'), /Part : 300 kg ; c’est convenu\./)
  assert.deepEqual(box.faults, [])
})

test('a raise is declined once by the ticket of a notice, and what was agreed stands', async () => {
  const sides = await partSides()
  const { box } = sides
  const by = box.visitor()
  const hay = { title: 'donne du foin', amount: '400 kg', mode: 'give', accord: 'voisins' }
  const how = { who: 'Rosette', reachBy: 'phone', phone: '04 77 24 11 22' }
  const at = await box.leadsTo(by, '/annonces/proposer', { ...hay, ...how })
  await showWaiting(box)
  const notice = String(box.read.all('SELECT id FROM offer')[0]!['id'])
  const { take, page: told } = await PART_TAKERS['member']!(sides, notice)
  await take('20 kg')
  assert.equal((await (await threeTabs(box, by, at, at))(0, 'd-accord')).status, 303)
  await take('40 kg')
  const press = await threeTabs(box, by, at, at)
  assert.equal((await press(0, 'pas-cette-fois')).status, 303)
  isStale(await press(1, 'pas-cette-fois'), /Part : 20 kg ; c’est non pour 40 kg\./)
  assert.match(await told(), /Part : 20 kg\./)
  assert.deepEqual(box.faults, [])
})
