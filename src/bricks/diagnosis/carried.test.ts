import assert from 'node:assert/strict'
import { test } from 'node:test'
import { carry, recognise } from '../../../tests/exchange/mail.ts'
import { textOf } from '../../../tests/support/browser.ts'
import { lacking } from '../../../tests/support/folders.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { newBox } from '../../log/box.ts'

/** What another box brought is of its own territory, unless it stands in a commune of this one. */

const skip = lacking('place', 'actor', 'initiative', 'offer', 'idea', 'meeting', 'commune')

const COMMUNES = [
  { code: '42195', name: 'Sail-sous-Couzan', population: 900 },
  { code: '42019', name: 'Boën-sur-Lignon', population: 3001 },
  { code: '42313', name: 'Trelins', population: 700 },
]
function villages(): Readonly<{ sail: TestBox; boen: TestBox }> {
  const [sail, boen] = (
    [
      ['Sail', ['42195']],
      ['Boën', ['42019', '42313']],
    ] as const
  ).map(([name, communes]) => {
    const box = testBox({ key: newBox() })
    for (const one of COMMUNES) box.bring('commune', one)
    const keptBy = 'Zita'
    box.bring('territory', { name, village: communes[0], communes, keptBy, reach: 'au local' })
    return box
  }) as [TestBox, TestBox]
  recognise(sail.engine, boen.engine, ['Sail', 'Boën'])
  return { sail, boen }
}
const plain = (text: string): string => text.replaceAll('\u00a0', ' ')
const read = (html: string | undefined): string => plain(textOf(html ?? ''))

/** Nine places, a group, a project, notices, an idea, a meeting, a request, what is lacking. */
function written(sail: TestBox): void {
  for (let i = 0; i < 9; i++)
    sail.bring('place', { name: `Lieu ${i}`, kind: 'hall', missing: `un toit ${i}` })
  sail.bring('actor', { name: 'Les Amis du four', kind: 'informal' })
  sail.bring('initiative', { title: 'Un four', state: 'running', commune: '42195' })
  for (let i = 0; i < 4; i++)
    sail.bring('offer', { title: `Une scie ${i}`, who: `Paul ${i}`, reach: 'au local' })
  sail.bring('idea', { title: 'Un car le jeudi' })
  sail.bring('meeting', { title: 'Soirée', date: '2026-11-05' })
  sail.bring('place', { name: 'La halle de Trelins', kind: 'market', commune: '42313' })
  const asked = { who: 'le groupe', reach: 'au local', why: 'Il pleut.', council: 'commune' }
  sail.bring('request', { ...asked, title: 'Un auvent ?' })
}

test('a diagnosis counts the things of its territory, and tells apart those of a neighbour', {
  skip,
}, async () => {
  const { sail, boen } = villages()
  written(sail)
  boen.bring('place', { name: 'Le lavoir', kind: 'other' })
  await carry(sail.engine, boen.engine, sail)
  assert.ok(boen.read.all('SELECT id FROM place').length > 9, 'the news came')
  const page = read(boen.page('/diagnostic'))
  assert.match(page, /On y connaît 2 lieux\./)
  assert.match(
    page,
    /venu des voisins, par la borne de Sail : 9 lieux, une association.*? et un projet\./,
  )
  assert.match(page, /lieux 2 /)
  assert.match(page, /offres publiées moins de 3/)
  for (const theirs of ['un toit', 'Un car le jeudi', 'Un auvent', 'Soirée'])
    assert.ok(!page.includes(theirs), theirs)
  for (const format of ['court', 'long']) {
    const sheet = plain(JSON.stringify(boen.paper('rapport', undefined, { query: { format } })))
    assert.match(sheet, /On y connaît 2 lieux\./)
    assert.match(sheet, /par la borne de Sail : 9 lieux, une association/)
    assert.doesNotMatch(sheet, /un toit|Un auvent/)
  }
  const commune = read(boen.page('/diagnostic/commune/:code', { params: { code: '42313' } }))
  assert.match(commune, /La halle de Trelins/)
  assert.match(commune, /Lieux 1 /)
  boen.done('diagnosis.keepReport')
  const [kept] = boen.read.all('SELECT figures FROM kept_report')
  assert.match(String(kept?.['figures']), /"directory.places":2,/)
  // The box that wrote them counts them, and has nothing of others to tell.
  const own = read(sail.page('/diagnostic'))
  assert.match(own, /On y connaît 9 lieux/)
  assert.doesNotMatch(own, /Sans compter/)
  assert.match(own, /Une commune, /)
})

test('what a neighbour asks of its council, and what that council said, is not on our home', {
  skip,
}, async () => {
  const { sail, boen } = villages()
  written(sail)
  const ours = { who: 'le club', reach: 'au local', why: 'Il gèle.', council: 'commune' }
  const [theirs] = sail.read.all('SELECT id FROM request')
  const own = boen.bring('request', { ...ours, title: 'Un banc ?', commune: '42019' })
  const said = { on: '2026-11-20', says: 'yes', council: 'conseil municipal' }
  sail.bring('council-answer', { ...said, to: theirs!['id'] })
  await carry(sail.engine, boen.engine, sail)
  const home = async (box: TestBox): Promise<string> => (await box.visitor().get('/')).text
  assert.match(await home(boen), /Un banc/)
  assert.doesNotMatch(await home(boen), /Un auvent/)
  assert.match(await home(sail), /Un auvent/)
  boen.bring('council-answer', { ...said, to: own })
  assert.match(await home(boen), /Un banc/)
  assert.doesNotMatch(await home(boen), /Un auvent/)
})
