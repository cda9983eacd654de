import assert from 'node:assert/strict'
import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { test } from 'node:test'
import { testBox } from '../../../tests/support/test-box.ts'
import { NotSet } from '../../paper/not-set.ts'
import { type Typesetter, typesetterProcess } from '../../paper/typesetter-client.ts'
import { printRoutes } from './print-routes.ts'

const printing = (typesetter: Typesetter) =>
  testBox({ routes: (app, server) => printRoutes(app, server, { folder: '/nowhere', typesetter }) })

test('a print comes as PDF; when too many wait, one is told to come back, and nothing is set', async () => {
  const real = typesetterProcess()
  const box = await printing(real)
  const id = box.bring('need', {
    title: 'Marcel cherche un établi',
    who: 'Marcel',
    reach: 'au bar',
  })
  assert.match((await box.visitor().get(`/imprimer/affichette/${id}`)).body, /^%PDF-/)
  await real.close()
  const busy = await printing({
    ...real,
    isBusy: () => true,
    set: () => assert.fail('nothing is set'),
  })
  const other = busy.bring('need', {
    title: 'Marcel cherche un établi',
    who: 'Marcel',
    reach: 'au bar',
  })
  const answer = await busy.visitor().get(`/imprimer/affichette/${other}`)
  assert.equal(answer.status, 503)
  assert.match(answer.text, /Beaucoup de gens impriment à la fois/)
})

test('what sets prints goes when it grew too large, and another comes with the next print', async () => {
  const made: ChildProcess[] = []
  const hears = (of: unknown): unknown => made.push((of as { process: ChildProcess }).process)
  subscribe('child_process', hears)
  const size = { title: 'x', lang: 'fr', size: 'a4', layout: 'flow' } as const
  const paper = { ...size, blocks: [{ is: 'words', words: 'x' }] } as const
  for (const [largestRss, processes] of [
    [undefined, 1],
    [1, 2],
  ] as const) {
    const typesetter = typesetterProcess(largestRss === undefined ? {} : { largestRss })
    for (const _ of [1, 2]) await typesetter.set(paper, () => undefined)
    await typesetter.close()
    assert.equal(made.splice(0).length, processes)
  }
  unsubscribe('child_process', hears)
})

test('a limited number of prints may wait', async () => {
  const typesetter = typesetterProcess()
  assert.equal(typesetter.isBusy(), false)
  const paper = {
    title: 'x',
    lang: 'fr',
    size: 'a4',
    layout: 'flow',
    blocks: [{ is: 'words', words: 'x' }],
  } as const
  const all = Array.from({ length: 12 }, () => typesetter.set(paper, () => undefined))
  assert.equal(typesetter.isBusy(), true)
  for (const one of await Promise.all(all)) assert.equal(one.pages, 1)
  assert.equal(typesetter.isBusy(), false)
  await typesetter.close()
})

test(
  'a paper that can’t be typeset is reported on its page with a reference, and by the ' +
    'process with its error',
  async () => {
    const typesetter = typesetterProcess()
    const bad = {
      title: 'x',
      lang: 'fr',
      size: 'a4',
      layout: 'flow',
      blocks: [{ is: 'drawing', svg: '<svg', shows: 'x' }],
    } as const
    await assert.rejects(
      typesetter.set(bad, () => undefined),
      NotSet,
    )
    const box = await printing({ ...typesetter, set: () => typesetter.set(bad, () => undefined) })
    const id = box.bring('need', {
      title: 'Marcel cherche un établi',
      who: 'Marcel',
      reach: 'au bar',
    })
    const answer = await box.visitor().get(`/imprimer/affichette/${id}`)
    assert.equal(answer.status, 500)
    assert.match(answer.text, /Cette feuille n’a pas pu être faite.*repère/s)
    assert.ok(box.faults[0] instanceof NotSet)
    await typesetter.close()
  },
)

test('a notice without a title is printed, with a word for it', async () => {
  const typesetter = typesetterProcess()
  const box = await printing(typesetter)
  const id = box.bring('need', { who: 'Marcel', reach: 'au bar' })
  assert.match((await box.visitor().get(`/imprimer/affichette/${id}`)).body, /^%PDF-/)
  await typesetter.close()
})
