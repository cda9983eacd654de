import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { lackingBrick } from '../../../tests/support/folders.ts'
import { type TestBox, testBox } from '../../../tests/support/test-box.ts'
import { bricks } from '../../app/bricks.ts'

let box: TestBox
beforeEach(() => {
  box = testBox()
})
const tools = async (): Promise<string> => (await box.keeper.get('/tenir')).text
/** Between two pieces of the page, in order. */
const part = (text: string, from: string, to: string): string =>
  text.slice(text.indexOf(from), text.indexOf(to, text.indexOf(from)))

test('the keeper’s page opens on what waits, then the acts of the week, then the tools', async () => {
  const text = await tools()
  const order = ['Ce qui vous attend', 'Chaque semaine', 'La page et sa borne', 'Ajouter une']
  const at = order.map(words => text.indexOf(words))
  assert.ok(
    at.every(where => where >= 0),
    String(at),
  )
  assert.deepEqual(
    at.toSorted((a, b) => a - b),
    at,
  )
})

test('the acts of the week are the harvest, the queue, the sheet and prints', {
  skip: lackingBrick('harvest') || lackingBrick('printing'),
}, async () => {
  const week = part(await tools(), 'Chaque semaine', 'Faire entrer')
  assert.match(week, /Cueillir une page.*À montrer.*La feuille de la semaine.*Imprimer/)
})

test('no link of the keeper’s page stands there twice, and each of the bar stands in it', {
  skip: lackingBrick('harvest') || lackingBrick('printing') || lackingBrick('meetings'),
}, async () => {
  const { body } = await box.keeper.get('/tenir')
  const main = body.slice(body.indexOf('class="week"'), body.indexOf('</main'))
  const links = [...main.matchAll(/<li><a href="(\/[^"]*)"/g)].map(([, href]) => href ?? '')
  assert.deepEqual(
    links.filter((href, at) => links.indexOf(href) !== at),
    [],
  )
  const bar = /<nav class="keeper"[\s\S]*?<\/nav>/.exec(body)?.[0] ?? ''
  for (const [, href] of bar.matchAll(/<a href="(\/[^"]+)"/g))
    assert.ok(href === '/tenir' || links.includes(href ?? ''), href ?? '')
})

test('each link of the keeper’s page has a sentence under it, in both languages', () => {
  for (const lang of ['fr', 'en'] as const)
    for (const brick of bricks)
      for (const tool of brick.slots?.tools?.(brick.words[lang], box.read) ?? [])
        assert.match(tool.about, /^.{20,130}[.?]$/u, `${brick.name}: ${tool.words}`)
})

test('the first steps are ticked by what the box holds, and leave once all are done', {
  skip: lackingBrick('harvest') || lackingBrick('printing') || lackingBrick('directory'),
}, async () => {
  const harvest = 'Cueillez une page de notes'
  const before = part(await tools(), 'Maintenant', 'Chaque semaine')
  assert.match(before, new RegExp(`${harvest}`))
  assert.doesNotMatch(before, new RegExp(`${harvest}[^.]* c’est fait`))
  const of = box.bring('harvest', { title: 'Réunion du 3', state: 'open' }, 'home')
  const piece = box.bring('idea', { title: 'Un four' }, 'home')
  const shown = { of: 'idea', piece, sentBy: 'harvest', harvest: of, state: 'shown' }
  box.bring('proposal', shown, 'home')
  const after = part(await tools(), 'Maintenant', 'Chaque semaine')
  assert.match(after, new RegExp(`${harvest}[^.]*\\. c’est fait`))
  assert.match(after, /Imprimez la première feuille de la semaine\.(?! c’est fait)/)
})

test('« et une autre » comes back to the form, with the meeting and the commune kept', {
  skip: lackingBrick('meetings'),
}, async () => {
  const meeting = box.bring('meeting', { title: 'Réunion du 3', date: '2026-12-03' })
  const form = await box.keeper.get(`/idees/decisions/ajouter?notedAt=${meeting}`)
  const done = await box.keeper.fill(form, '/ecrire', { title: 'On ouvre le samedi', more: '1' })
  assert.equal(done.status, 303)
  assert.equal(done.location, `/idees/decisions/ajouter?genre=decision&notedAt=${meeting}`)
  const next = await box.keeper.get(done.location ?? '')
  assert.match(next.text, /C’est enregistré\. Au suivant/)
  assert.match(next.body, new RegExp(`<option value="${meeting}" selected>`))
  const last = await box.keeper.fill(next, '/ecrire', { title: 'On ferme le mardi' })
  assert.match(last.location ?? '', /^\/idees\/decisions\/(?!ajouter)/)
})

test('a first page where nothing is written says how to begin, until something is', {
  skip: lackingBrick('offers'),
}, async () => {
  box.territory({})
  const home = async () => (await box.visitor().get('/')).text
  assert.match(await home(), /Rien n’est encore écrit ici\. Une phrase suffit pour commencer/)
  box.bring('offer', { title: 'Paul prête sa scie', who: 'Paul', reach: 'au local', state: 'open' })
  assert.doesNotMatch(await home(), /Rien n’est encore écrit/)
})

test('each head of the keeper’s page is folded, its address inside; what waits is not', async () => {
  const { body } = await box.keeper.get('/tenir')
  const folds = [...body.matchAll(/<details class="wide-open">[\s\S]*?<\/details>/g)].map(String)
  for (const head of ['in', 'people', 'box', 'add'])
    assert.ok(folds.some(fold => fold.includes(`<ul class="`) && fold.includes(`id="${head}"`)))
  for (const shown of ['Ce qui vous attend', 'Chaque semaine'])
    assert.ok(!folds.some(fold => fold.includes(shown)), shown)
})
