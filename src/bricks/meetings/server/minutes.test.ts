import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { bring, houseIn, lacking, recordId, tempFolder } from '../../../../tests/support/folders.ts'
import { harvested } from '../../../../tests/support/harvested.ts'
import { cases, testOnce as test, testEach } from '../../../../tests/support/pass.ts'
import { bricks } from '../../../app/bricks.ts'
import { plainWikitext } from '../../../text/wikitext.ts'
import type { PageSource } from '../../../web/pages/kit.ts'
import type { Server } from '../../../web/server-parts.ts'
import { minutesOf, minutesRoutes } from './minutes.ts'

const skip = lacking('meeting', 'decision', 'task', 'idea', 'voice', 'reference', 'need')
const CANARY = 'canari'
const KINDS = ['decision', 'task', 'idea', 'voice', 'reference', 'need']

/**
 * The pieces of a page of notes, shown as a keeper would, and the minutes that come back of them.
 */
async function backFrom(file: string) {
  const found = harvested(
    plainWikitext(
      readFileSync(new URL(`../../../../tests/harvest/${file}.txt`, import.meta.url), 'utf8'),
    ),
  )
  const pieces = found.candidates.filter(one => KINDS.includes(one.kind))
  const engine = houseIn(tempFolder())
  bring(engine, {
    type: 'meeting',
    id: recordId(1),
    fields: {
      title: found.meeting.title,
      date: found.meeting.date ?? '2026-12-01',
      licence: 'CC BY-SA 4.0',
      author: 'Anaïs',
      people: [`${CANARY}-present`],
    },
  })
  for (const [n, { kind, title, fields }] of pieces.entries()) {
    const own = kind === 'voice' ? { saying: title } : { title }
    const url =
      typeof fields['url'] === 'string' && kind === 'reference' ? { url: fields['url'] } : {}
    const who = kind === 'task' ? { who: `${CANARY}-who` } : {}
    bring(engine, {
      type: kind,
      id: recordId(n + 2),
      fields: { ...own, ...url, ...who, notedAt: recordId(1) },
    })
  }
  const app = new Hono()
  minutesRoutes(app, { source: engine as unknown as PageSource } as Server)
  const text = async (form: string) =>
    (await app.request(`/reunions/${recordId(1)}.${form}`)).text()
  return { pieces, wiki: await text('wiki'), yeswiki: await text('yeswiki'), app }
}
const said = (
  all: readonly Readonly<{ kind: string; title: string }>[],
  kinds: readonly string[],
) => new Set(all.filter(one => kinds.includes(one.kind)).map(one => `${one.kind}: ${one.title}`))

const FILES = ['05-tiers-lieu-wiki', '03-jardin-partage', '06-commission-municipale']
for (const file of cases(FILES, 3, 1))
  testEach(
    `what goes back to a wiki is read again as the same pieces: ${file}`,
    {
      skip: skip || bricks.length < 4,
    },
    async () => {
      const { pieces, wiki, yeswiki } = await backFrom(file)
      const was = said(pieces, KINDS)
      assert.ok(was.size > 8)
      for (const text of [wiki, yeswiki]) {
        const is = said(harvested(plainWikitext(text)).candidates, KINDS)
        const lost = [...was].filter(one => !is.has(one))
        // A task is told from its verb: one or two lose theirs when the line that said it is gone.
        assert.ok(lost.length <= 2 && lost.every(one => one.startsWith('task: ')), lost.join(' · '))
      }
    },
  )

test('a task that is done is not among what is to do, and one that was dropped is not told', {
  skip,
}, () => {
  const engine = houseIn(tempFolder())
  bring(engine, {
    type: 'meeting',
    id: recordId(1),
    fields: { title: 'Réunion', date: '2026-12-01' },
  })
  for (const [n, state] of ['todo', 'doing', 'done', 'dropped'].entries())
    bring(engine, {
      type: 'task',
      id: recordId(2 + n),
      fields: { title: `Suite ${state}`, state, notedAt: recordId(1) },
    })
  const parts = minutesOf(engine as unknown as PageSource, recordId(1))!.parts.filter(
    one => one.lines.length > 0,
  )
  assert.deepEqual(
    parts.map(one => [one.title, one.lines.map(line => line.text)]),
    [
      ['À faire', ['Suite todo', 'Suite doing']],
      ['Déjà fait', ['Suite done']],
    ],
  )
})

test('who was there and who takes care of what stay in this box; another record has no minutes', {
  skip,
}, async () => {
  const { wiki, yeswiki, app } = await backFrom('05-tiers-lieu-wiki')
  for (const text of [wiki, yeswiki])
    assert.ok(!text.includes(CANARY) && text.includes('CC BY-SA 4.0') && text.includes('Anaïs'))
  for (const path of [`${recordId(2)}.wiki`, `${recordId(99)}.wiki`, `${recordId(1)}.txt`])
    assert.equal((await app.request(`/reunions/${path}`)).status, 404)
})
