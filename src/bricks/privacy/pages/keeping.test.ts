import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { Hono } from 'hono'
import { bricks } from '../../../app/bricks.ts'
import { type Brick, brick } from '../../../contract/brick.ts'
import type { Kit } from '../../../contract/kit.ts'
import type { Reader } from '../../../contract/reader.ts'
import type { Territory } from '../../../contract/territory.ts'
import type { Lang } from '../../../core/lang.ts'
import { pattern } from '../../../core/pattern.ts'
import { type RecordType, recordType, spaceOf } from '../../../core/schema.ts'
import type { TypeWords } from '../../../core/type-words.ts'
import { openLocal } from '../../../files/local.ts'
import { keptOf } from '../../../web/pages/retention.ts'
import { plainBrick } from '../../../web/records/brick.ts'
import { COOKIES } from '../../../web/session/cookies.ts'
import { browserOf, giveSession, leaveSaid, noteDone, visitOf } from '../../../web/session/visit.ts'
import { privacy } from '../brick.ts'
import { en } from '../words/keeping/en.ts'
import { fr } from '../words/keeping/fr.ts'
import { keepingPages } from './keeping.ts'
import { KEEPING } from './keeping-pieces.ts'
import { READ_ON } from './keeping-texts.ts'

const WEB = new URL('../../../web/', import.meta.url)
/** A village of its own: this page says what any bricks hold, whichever this house has. */
const held = (name: string, shown: string, ...home: readonly string[]): RecordType =>
  recordType({
    name,
    title: shown,
    fields: {
      [shown]: { kind: 'text' },
      ...Object.fromEntries(home.map(field => [field, { kind: 'text', space: 'home' } as const])),
    },
  })
const actor = held('actor', 'name')
const initiative = held('initiative', 'title', 'ledBy')
const confirmation = held('confirmation', 'saying', 'reach')
const meeting = held('meeting', 'title', 'people', 'notes')
const task = held('task', 'title', 'who')
const response = held('response', 'answer', 'reach')
const offer = held('offer', 'title', 'who', 'reach')
const need = held('need', 'title', 'who')
const nearby = recordType({
  name: 'nearby',
  title: 'name',
  fields: { name: { kind: 'text' }, secret: { kind: 'phone', space: 'network' } },
})

/** Labels that say which field of which type they are, so that one listed under another is seen. */
function wordsFor(types: readonly RecordType[]): Readonly<Record<string, TypeWords>> {
  return Object.fromEntries(
    types.map(type => {
      const fields = Object.fromEntries(
        Object.keys(type.fields).map(name => [name, { label: `${type.name}.${name}` }]),
      )
      return [
        type.name,
        { one: `one ${type.name}`, many: `many ${type.name}`, add: `add ${type.name}`, fields },
      ]
    }),
  )
}
function made(name: string, records: readonly RecordType[], more: Partial<Brick> = {}): Brick {
  const words = { types: wordsFor(records) }
  return brick({ name, records, commands: [], pages: [], words: { fr: words, en: words }, ...more })
}
const village = [
  made('directory', [actor, initiative, confirmation], {
    grants: ['confirmation'],
    slots: { menu: () => [{ order: 1, href: '/x', words: 'Annuaire <b>' }] },
  }),
  made('meetings', [meeting, task, response], { grants: ['response'] }),
  made('offers', [offer, need], { grants: ['offer', 'need'] }),
  made('friends', [nearby]),
]
const all: readonly Brick[] = [plainBrick(village), ...village, privacy]

const territory: Territory = {
  name: 'Sail et alentours',
  heading: null,
  village: '42195',
  keptBy: 'Anaïs & Malo <au local>',
  reach: 'le mercredi, 04 77 00 00 00',
  communes: [{ code: '42195', name: 'Sail-sous-Couzan', postalCodes: null, point: null }],
}
const NOWHERE = {} as Reader
const kitOf = (
  path: string,
  lang: Lang,
  at: Territory | undefined,
  bricks: readonly Brick[],
): Kit => {
  const retentionTable = () => keptOf(bricks, lang)
  return {
    request: {
      path,
      params: {},
      query: {},
      lang,
      by: 'visitor',
      now: 0,
      today: '2026-11-24',
    },
    territory: at,
    retentionTable,
  } as unknown as Kit
}

function show(
  page: '' | '/registre' | '/accessibilite',
  lang: Lang = 'fr',
  at: Territory | 'nobody' = territory,
  bricks = all,
): string {
  const found = keepingPages.find(one => one.path === `${KEEPING}${page}`)!
  const leaf = found.show(
    kitOf(found.path, lang, at === 'nobody' ? undefined : at, bricks),
    NOWHERE,
    undefined,
  )!
  assert.ok(leaf.title.length > 0)
  return leaf.body.html
}
const PAGES = ['', '/registre', '/accessibilite'] as const
const LANGS: readonly Lang[] = ['fr', 'en']
const plain = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')

describe('who keeps this page', () => {
  test('each page ends with the person, where to reach them and the commune', () => {
    for (const page of PAGES)
      for (const lang of LANGS) {
        const end = show(page, lang).split('<h2>').at(-1)!
        assert.ok(end.includes('Anaïs &amp; Malo &lt;au local&gt;'), `${page} ${lang}`)
        assert.ok(
          end.includes('04 77 00 00 00') && end.includes('Sail-sous-Couzan'),
          `${page} ${lang}`,
        )
      }
  })

  test('without a territory each page still renders, and says where to ask', () => {
    for (const page of PAGES)
      for (const lang of LANGS) {
        const html = show(page, lang, 'nobody')
        assert.ok(
          html
            .split('<h2>')
            .at(-1)!
            .includes((lang === 'fr' ? fr : en).contact.unknown),
          `${page} ${lang}`,
        )
        assert.doesNotMatch(html, /undefined|null|\[object|NaN/)
      }
  })

  test('every record type with fields that stay home is listed, with each of these fields', () => {
    for (const lang of LANGS)
      for (const page of ['', '/registre'] as const) {
        const html = plain(show(page, lang))
        for (const type of all.flatMap(one => one.records)) {
          const kept = keptOf(all, lang)
            .groups.flatMap(group => group.types)
            .find(one => one.name === type.name)!
          const home = Object.entries(type.fields).filter(
            ([, field]) => spaceOf(type, field) === 'home',
          )
          assert.equal(kept.home.length, home.length, type.name)
          if (home.length > 0)
            assert.ok(
              html.includes(kept.label) && html.includes(kept.home.join(', ')),
              `${type.name} on ${page} in ${lang}`,
            )
        }
      }
  })

  test(
    'what a counter shows to readers is never said to stay unseen, nor to go to whoever hands ' +
      'it over',
    () => {
      const file = recordType({
        name: 'shelf-file',
        title: 'title',
        space: 'home',
        fields: { title: { kind: 'text' } },
      })
      const shelf = (hereOnly: boolean) =>
        made('shelf', [file], { grants: ['shelf-file'], hereOnly })
      const page = (hereOnly: boolean) =>
        plain(show('', 'fr', territory, [plainBrick(village), ...village, shelf(hereOnly)]))
      assert.ok(page(false).includes(fr.sent.left('many shelf-file')))
      assert.ok(page(true).includes(fr.sent.counter('many shelf-file', 'Anaïs & Malo <au local>')))
      assert.ok(!page(true).includes(fr.sent.left('many shelf-file')))
      assert.match(page(true), new RegExp(`${fr.kept.counterLead}.*many shelf-file`, 's'))
    },
  )

  test('the record lists every type of every brick, and what goes to friendly machines only', () => {
    const html = plain(show('/registre'))
    for (const group of keptOf(all, 'fr').groups)
      for (const type of group.types) assert.ok(html.includes(type.label), type.name)
    assert.ok(html.includes(fr.record.network('nearby.secret')))
    assert.ok(html.includes('offer.who, offer.reach'))
    assert.ok(html.includes('Annuaire <b>'))
  })

  test('a field that stays home is in no list of what is shown', () => {
    for (const group of keptOf(all, 'fr').groups)
      for (const type of group.types)
        for (const label of type.home)
          assert.ok(!type.shown.includes(label) && !type.network.includes(label), label)
  })

  test(
    'every kept field of the house is said in words, never by its name in code, and what no ' +
      'form shows is said in several',
    () => {
      for (const lang of ['fr', 'en'] as const)
        for (const owner of [plainBrick(bricks), ...bricks])
          for (const type of owner.records) {
            const said = owner.words[lang].types[type.name]
            assert.ok(said && said.many !== type.name, type.name)
            for (const name of Object.keys(type.fields)) {
              const label: string = said.fields[name]?.label ?? ''
              assert.ok(label !== '' && label !== name, `${type.name}.${name} (${lang})`)
              if (owner.name === 'plain') assert.match(label, / /, `${type.name}.${name} (${lang})`)
            }
          }
    },
  )

  test('a brick taken out is named no more; what nobody may send is not offered', () => {
    const without = plain(show('/registre', 'fr', territory, [all[0]!, village[0]!]))
    assert.ok(!without.includes('many offer'))
    assert.ok(
      plain(show('')).includes(
        'des many confirmation, des many response, des many offer et des many need',
      ),
    )
    const none = plain(show('', 'fr', territory, [plainBrick([])]))
    assert.ok(none.includes(fr.sent.nothing))
    assert.ok(
      !plain(show('/registre', 'fr', territory, [plainBrick([])])).includes(
        fr.record.activities.sent.what,
      ),
    )
  })

  test(
    'what nobody could read is said to be checked by the person who keeps the page, never ' +
      'dated',
    () => {
      for (const [key, readOn] of Object.entries(READ_ON) as [
        keyof typeof READ_ON,
        string | null,
      ][]) {
        const parts = PAGES.flatMap(page => show(page).split('<h3>')).filter(part =>
          part.includes(`<li><b>${fr.texts[key].text}</b>`),
        )
        assert.ok(parts.length > 0, `${key} is cited on no page`)
        for (const part of parts)
          assert.ok(
            part.startsWith(
              readOn === null ? fr.cited.unread : fr.cited.readOn('24 novembre 2026'),
            ),
            key,
          )
      }
    },
  )

  test('no sentence stands outside the words', () => {
    const own = readdirSync(new URL('.//', import.meta.url)).filter(
      name => /^keeping.*\.ts$/.test(name) && !name.endsWith('.test.ts'),
    )
    const files = [...own, '../../../web/pages/retention.ts']
    assert.ok(files.length >= 6, files.join(' '))
    for (const file of files) {
      const code = readFileSync(new URL(file, import.meta.url), 'utf8').replace(
        /\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
        '',
      )
      assert.doesNotMatch(code, /[àâçéèêëîïôûùœÀÉÈ’]/, file)
      assert.doesNotMatch(code.replace(/\$\{/g, '{'), />\s*[A-Za-z]{3,}\s[a-z ]+</, file)
    }
  })
})

/** What the page claims of the code is held against the code. */
describe('the page does not lie', () => {
  test('the cookies listed are those that the door sets, and last as long', async () => {
    const local = openLocal(':memory:')
    const app = new Hono()
    app.get('/', c => {
      const visit = visitOf(c, local, 0, () => undefined)
      giveSession(c, 'token', visit, c.req.query('own') === '1')
      leaveSaid(c, local.secret, 'bonjour')
      browserOf(c, false)
      const answer = c.text('')
      noteDone(answer, { secret: local.secret, path: '/', spanMs: 600_000 }, [0])
      return answer
    })
    const set = (await app.request('/?langue=en&own=1', {}, {})).headers.getSetCookie()
    const found = set.map(text => [text.split('=')[0], Number(/Max-Age=(\d+)/.exec(text)?.[1])])
    const listed = COOKIES.map(cookie => [cookie.name, cookie.ownSeconds ?? cookie.seconds])
    assert.deepEqual(found.sort(), listed.sort())
    local.db.close()
  })

  test('no other file sets a cookie', () => {
    const sources = readdirSync(new URL('../', WEB), { recursive: true, encoding: 'utf8' }).filter(
      name => /(?<!\.test)\.ts$/.test(name),
    )
    const setting = sources.filter(name =>
      /\bsetCookie\(|set-cookie/i.test(readFileSync(new URL(name, new URL('../', WEB)), 'utf8')),
    )
    assert.deepEqual(setting, ['web/session/visit.ts'])
  })

  test('the address of a visitor is only counted and compared, never kept', () => {
    const lines = readdirSync(new URL('../', WEB), { recursive: true, encoding: 'utf8' })
      .filter(name => /(?<!\.test)\.ts$/.test(name))
      .flatMap(name => readFileSync(new URL(name, new URL('../', WEB)), 'utf8').split('\n'))
      .filter(line => /\bvisit\.address\b/.test(line))
    assert.ok(lines.length > 0)
    for (const line of lines)
      assert.match(
        line,
        pattern()`
          \b(addresses|tries|posts|of|opening|coming|seen|near)\.(allows|wrong|mayTry|has
          |add)\((?:visit\.me \?\? )?visit\.address, |\.isCode\(.*, visit\.address,${' '}
        `,
        line,
      )
  })

  test('the number of answers kept is the one said', () => {
    const kept = readFileSync(new URL('../engine/kept-answers.ts', WEB), 'utf8')
    assert.match(kept, /KEPT_ANSWERS = 10_000\b/)
    assert.ok(
      fr.long.said.some(one => one.includes('dix mille')) &&
        en.long.said.some(one => one.includes('ten thousand')),
    )
  })
})

/** Every sentence of a table of words; functions are said with what they are given. */
function sentences(words: unknown): readonly string[] {
  if (typeof words === 'string') return [words]
  if (typeof words === 'function')
    return sentences((words as (...given: unknown[]) => unknown)('1', '2'))
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(sentences) : []
}

test('French is set as French is, and English says everything that French says', () => {
  for (const sentence of sentences(fr)) {
    assert.doesNotMatch(sentence, /'| [;:?!»]|« /, sentence)
    assert.doesNotMatch(sentence, /[^\s\u00a0\u202f][?!»](?!\w)|«[^\u202f]/, sentence)
    assert.doesNotMatch(sentence, /utilisateur|\bfiches?\b|boîte|\bmode\b/i, sentence)
  }
  assert.equal(sentences(en).length, sentences(fr).length)
  for (const sentence of sentences(en)) assert.doesNotMatch(sentence, /'/, sentence)
})
