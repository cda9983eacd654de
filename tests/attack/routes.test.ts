import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { before } from 'node:test'
import { bricks } from '../../src/app/bricks.ts'
import type { Command } from '../../src/contract/command.ts'
import { isLetIn, may, type Role } from '../../src/contract/permission.ts'
import type { Input } from '../../src/core/form/input.ts'
import { idFrom } from '../../src/core/id.ts'
import type { Space } from '../../src/core/schema.ts'
import { mendOf } from '../../src/engine/mending.ts'
import { ownerIn } from '../../src/engine/owner-in.ts'
import { typesOf } from '../../src/engine/shape.ts'
import { isWriter } from '../../src/engine/signed.ts'
import { entryId } from '../../src/log/log.ts'
import { allPages, type ServedPage } from '../../src/web/all-pages.ts'
import type { PageSource } from '../../src/web/pages/kit.ts'
import { wholeBricks } from '../../src/web/records/brick.ts'
import type { Browser } from '../support/browser.ts'
import { testAll, testOnce } from '../support/pass.ts'
import { type TestBox, testBox } from '../support/test-box.ts'
import { runBatch, type TurnAnswer } from '../support/turns.ts'
import { type Bringing, type Planted, plant, plantWaiting, sampleOf, wordsIn } from './planted.ts'

/** `box` and `host`: nobody signs in as one. */
type Who = Readonly<{ role: Role; me?: string; name: string }>

let box: TestBox
let source: PageSource
let planted: readonly Planted[]
let people: readonly (Who & Readonly<{ person: Browser }>)[]
const types = [...typesOf(bricks).values()]
const all = wholeBricks(bricks)
const newId = (): string => idFrom(Date.now(), randomBytes(10))

/** Records of any type for one page or one command: one in four. */
const others = (at: number): readonly Planted[] => planted.filter((_, n) => n % 4 === at % 4)

before(async () => {
  box = testBox({
    routes: (_app, server) => {
      source = server.source
    },
  })
  const member = async (name: string): Promise<Readonly<{ me: string; person: Browser }>> => {
    const me = box.welcome({ name })
    return { me, person: await box.memberOf(me) }
  }
  const [elodie, paul, kwan] = [await member('Élodie'), await member('Paul'), await member('Kwan')]
  await box.keeper.post(`/habitants/${kwan.me}/relais`, { name: 'Kwan', where: 'au bar', yes: '1' })
  const bring = (records: readonly Bringing[]): void => {
    const answer = box.turn('plain.bring', { records: JSON.stringify(records) })
    assert.ok(answer.done, `${records[0]?.type}: ${JSON.stringify(answer)}`)
  }
  const ground = { types, bricks: all, newId, bring }
  planted = [...plant(ground, paul.me), ...plantWaiting(ground)]
  people = [
    { role: 'visitor', name: 'a visitor', person: box.visitor() },
    { role: 'neighbour', name: 'another neighbour', ...elodie },
    { role: 'neighbour', name: 'whose it is', ...paul },
    { role: 'relay', name: 'a relay', ...kwan },
    { role: 'keeper', name: 'the keeper', person: box.keeper },
  ]
})

const addressOf = ({ path }: ServedPage, of: Planted): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => (name === 'type' ? of.type.name : of.id))
const isSignIn = (body: string): boolean =>
  body.includes('action="/entrer"') || body.includes('action="/entrer/carte"')
/**
 * What the table says of private fields: all of them for the keeper, theirs for a member, none for
 * a visitor.
 */
const maySee = ({ role, name }: Who, { isPauls }: Planted): boolean =>
  may(role, 'seePrivate') === 'yes' ||
  (may(role, 'seePrivate') === 'own' && name === 'whose it is' && isPauls)

/** Every page of the house, and which addresses come to it. */
const pagesHere = () =>
  allPages({ source, local: box.local }).map(page => ({
    ...page,
    at: new RegExp(`^${page.path.replaceAll(/:\w+/g, '[^/]+')}$`),
  }))

type Page = ReturnType<typeof pagesHere>[number]
/** Whether the table keeps this person out of every page that stands at this address. */
const isKeptOut = (pages: readonly Page[], path: string, { role }: Who): boolean =>
  pages
    .filter(({ at }) => at.test(path))
    .every(({ who }) => who !== undefined && !isLetIn(role, who))
const isAsRefused = (status: number, body: string): boolean => status === 403 && isSignIn(body)
const written = (): unknown => box.log.sql.all('SELECT name, last FROM feed')

/** One person asks one address, whatever it shows; how many private words it showed them. */
async function asks(
  pages: readonly Page[],
  path: string,
  who: (typeof people)[number],
): Promise<number> {
  const { status, body } = await who.person.get(path)
  const faults = box.faults.map(one => (one as Error).stack).join(' ')
  assert.ok(status < 500, `${path}, ${who.name}: ${status} ${faults}`)
  if (isKeptOut(pages, path, who))
    assert.ok(isAsRefused(status, body), `${path} is open to ${who.name}: ${status}`)
  const said = wordsIn(body)
  const shown = planted.filter(({ word }) => said.has(word))
  for (const each of shown)
    assert.ok(maySee(who, each), `${path} shows a private word of ${each.type.name} to ${who.name}`)
  return shown.length
}

testOnce('each page is refused at the door to whom the table keeps out', async t => {
  const pages = pagesHere()
  const had = written()
  let asked = 0
  for (const page of pages) {
    const path = addressOf(page, planted[0]!)
    for (const who of people.filter(one => isKeptOut(pages, path, one))) {
      await asks(pages, path, who)
      asked++
    }
  }
  assert.deepEqual(written(), had)
  assert.ok(asked > 100)
  t.diagnostic(`${asked} times`)
})

/** The short pass has these ask each page that is of no record and open to them. */
const isFirst = ({ role }: Who): boolean => role === 'visitor' || role === 'keeper'
testOnce(
  'each page of no record answers a visitor and the keeper whom the table lets in, shows the ' +
    'visitor no private word, and writes nothing',
  async t => {
    const pages = pagesHere()
    const had = written()
    const paths = pages.map(({ path }) => path).filter(path => !path.includes(':'))
    let seen = 0
    for (const path of paths)
      for (const who of people.filter(isFirst))
        if (!isKeptOut(pages, path, who)) seen += await asks(pages, path, who)
    assert.deepEqual(written(), had)
    assert.ok(seen > 10, 'the keeper sees the private words')
    t.diagnostic(`${paths.length} pages`)
  },
)

/** The page of a record itself, where its type has one. */
const ownPage = ({ type, id }: Planted): string | undefined => type.path && `${type.path}/${id}`
testOnce('no page of a record shows a stranger a private word, nor writes', async () => {
  const stranger = people[0]!
  const had = written()
  let seen = 0
  for (const one of planted) {
    const path = ownPage(one)
    if (path === undefined) continue
    const { status, body } = await stranger.person.get(path)
    assert.ok(status < 500, path)
    if (status === 200) seen++
    assert.deepEqual([...wordsIn(body)], [], one.type.name)
  }
  assert.deepEqual(written(), had)
  assert.ok(seen > 10, `${seen} pages`)
})

testAll(
  'each page that the short pass did not ask is open to whom the table lets in, shows no private ' +
    'word to anybody else, and writes nothing',
  async t => {
    const pages = pagesHere()
    const had = written()
    let asked = 0
    let seen = 0
    for (const [at, page] of pages.entries()) {
      const isOfRecord = page.path.includes(':')
      const own = planted.filter(
        one => one.type.path !== undefined && page.path.startsWith(one.type.path),
      )
      const of = isOfRecord ? [...new Set([...own, ...others(at)])] : planted.slice(0, 1)
      for (const one of of)
        for (const who of people) {
          const path = addressOf(page, one)
          const wasAsked =
            (one === planted[0] && isKeptOut(pages, path, who)) ||
            (!isOfRecord && isFirst(who)) ||
            (who.role === 'visitor' && path === ownPage(one))
          if (wasAsked) continue
          seen += await asks(pages, path, who)
          asked++
        }
    }
    assert.deepEqual(written(), had)
    assert.ok(seen > 20, 'the keeper sees the private words')
    t.diagnostic(`${pages.length} pages, ${asked} times`)
  },
)
testOnce('each command is refused at the door to whom the table keeps out', async t => {
  let asked = 0
  const had = written()
  for (const brick of all)
    for (const command of brick.commands)
      for (const who of people.filter(({ role }) => !isLetIn(role, command.who))) {
        const path = command.path.replaceAll(/:\w+/g, planted[0]!.id)
        const { status, body } = await who.person.post(path, { id: planted[0]!.id })
        asked++
        assert.ok(
          isAsRefused(status, body),
          `${brick.name}.${command.name}, ${who.name}: ${status}`,
        )
      }
  assert.deepEqual(written(), had)
  t.diagnostic(`${asked} times`)
})

/**
 * What a form could send of this record: each field by its kind, the record under every other name.
 */
function sentOf({ type, id }: Planted): Input {
  const fields = new Map(types.toReversed().flatMap(one => Object.entries(one.fields)))
  for (const [name, field] of Object.entries(type.fields)) fields.set(name, field)
  const given = (name: string): string => {
    const field = fields.get(name)
    if (name === 'type') return type.name
    if (name === 'id' || !field || field.kind === 'link') return id
    if (field.kind === 'phone' || name === 'reach') return '06 55 44 33 22'
    return String([sampleOf(field, 'une phrase')].flat()[0] ?? '')
  }
  const get = (_: object, name: string | symbol): string => given(String(name))
  return new Proxy(
    {},
    {
      get,
      getOwnPropertyDescriptor: (_, name) => ({
        value: given(String(name)),
        configurable: true,
        enumerable: true,
      }),
    },
  )
}

type Written = Readonly<{ record: string; type: string; space: Space }>
type Feed = Readonly<{ no: number; last: number }>
const feeds = (): readonly Feed[] => box.log.sql.all<Feed>('SELECT no, last FROM feed')
/** What the entries since then write. */
const since = (before: readonly Feed[]): readonly Written[] =>
  feeds().flatMap(({ no, last }) => {
    const had = before.find(feed => feed.no === no)?.last ?? 0
    const ids = Array.from({ length: last - had }, (_, i) => entryId(no, had + 1 + i))
    return ids.flatMap(id =>
      box.log.sql.all<Written>(
        'SELECT DISTINCT record, type, space FROM write WHERE entry = ?',
        id,
      ),
    )
  })

function does(brick: string, command: Pick<Command, 'name'>, who: Who, of: Planted): TurnAnswer {
  const asked = {
    brick,
    command: command.name,
    input: sentOf(of),
    by: who.role,
    ...(who.me ? { me: who.me } : {}),
    id: newId(),
    lang: 'fr' as const,
  }
  const today = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
  return runBatch(box.engine, [asked], { now: box.now, sure: true, today })[0]!
}

testAll(
  'no command writes for anybody what the table does not give them: not another’s, not wider, ' +
    'whatever is sent',
  t => {
    let asked = 0
    let wrote = 0
    const known = new Map<string, string>(planted.map(one => [one.id, '']))
    for (const brick of all)
      for (const [at, command] of brick.commands.entries())
        for (const who of people.filter(
          ({ role }) => role !== 'keeper' && isLetIn(role, command.who),
        )) {
          if (`${brick.name}.${command.name}` === 'members.beForgotten') continue
          const own = planted.filter(one => brick.records.includes(one.type))
          for (const of of new Set([...own, ...others(at)])) {
            const last = feeds()
            const answer = does(brick.name, command, who, of)
            asked++
            const writes = since(last)
            if (writes.length > 0) wrote++
            const where =
              `${brick.name}.${command.name} of ${of.type.name}, ${who.name}: ` +
              `${JSON.stringify(answer)}`
            for (const write of writes) {
              const before = known.get(write.record)
              if (who.me === undefined) {
                assert.equal(before, undefined, `a visitor changes ${write.type}: ${where}`)
                assert.equal(write.space, 'home', `a visitor shows ${write.type}: ${where}`)
              } else if (before !== undefined && before !== who.me) {
                const isOwn =
                  planted.some(one => one.id === write.record && one.isPauls) &&
                  who.name === 'whose it is'
                assert.ok(isOwn, `${write.type} is another’s: ${where}`)
              }
              if (before === undefined) known.set(write.record, who.me ?? 'visitor')
            }
          }
        }
    assert.ok(wrote > 20, 'what they may write is written')
    t.diagnostic(`${asked} times, ${wrote} written`)
  },
)

testOnce(
  'a member corrects and takes back what is theirs, type by type, as the table and their brick say',
  () => {
    const [, elodie, paul] = people as readonly [unknown, Who, Who]
    for (const { type } of planted) {
      const mend = mendOf(all, type.name)
      if (!mend) continue
      assert.equal(may('neighbour', 'change'), 'own')
      const owner = ownerIn({ bricks: all }, type.name)?.owner
      const fields = Object.fromEntries(
        Object.entries(type.fields).flatMap(([name, field]) => {
          if (name === owner) return [[name, field.many ? [paul.me!] : paul.me!]]
          if (['state', 'handedOn', 'box'].includes(name))
            return name === 'state' && type.name === 'deal' ? [[name, 'proposed']] : []
          const value = sampleOf(field, 'une phrase')
          return value === undefined || field.kind === 'choice' ? [] : [[name, value]]
        }),
      )
      const id = newId()
      // Written by Paul’s own card, which says whose it is where no field does.
      const by = {
        brick: 'plain',
        command: 'bring',
        input: { records: JSON.stringify([{ type: type.name, id, fields }]) },
        by: 'keeper',
        me: paul.me!,
        id: newId(),
        lang: 'fr',
      } as const
      assert.ok(
        runBatch(box.engine, [by], { now: box.now, sure: true, today: () => '2026-12-05' })[0]!
          .done,
      )
      assert.ok(isWriter(box.log, { type: type.name, record: id }, paul.me!))
      const of = { type, id, word: '', isPauls: true }
      for (const name of ['correct', ...(mend.withdraws ? ['withdraw', 'bringMine'] : [])]) {
        assert.ok(!does('plain', { name }, elodie, of).done, `${name} of ${type.name}, another`)
        assert.ok(
          !does('plain', { name }, { role: 'visitor', name: '' }, of).done,
          `${name} of ${type.name}, a visitor`,
        )
        const answer = does('plain', { name }, paul, of)
        // What has no field to correct is changed by acts of its own, whoever wrote it.
        const isMended: boolean = name !== 'correct' || mend.fields.length > 0
        assert.equal(answer.done, isMended, `${name} of ${type.name}: ${JSON.stringify(answer)}`)
      }
    }
  },
)
