import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openDoor } from '../../tests/door/door.ts'
import { printRoutes } from './print-routes.ts'
import { type Setter, setterThread } from './setter.ts'

const printing = (setter: Setter) => openDoor((app, web) => printRoutes(app, web, { folder: '/nowhere', setter }))

test('a print comes as PDF; when too many wait, one is told to come back, and nothing is set', async () => {
  const real = setterThread()
  const door = await printing(real)
  const id = door.bring('need', { title: 'Marcel cherche un établi', who: 'Marcel', reach: 'au bar' })
  assert.match((await door.person().get(`/imprimer/affichette/${id}`)).body, /^%PDF-/)
  await real.close()
  const busy = await printing({ ...real, isBusy: () => true, set: () => assert.fail('nothing is set') })
  const other = busy.bring('need', { title: 'Marcel cherche un établi', who: 'Marcel', reach: 'au bar' })
  const answer = await busy.person().get(`/imprimer/affichette/${other}`)
  assert.equal(answer.status, 503)
  assert.match(answer.said, /Beaucoup de gens impriment à la fois/)
})

test('so many prints may wait, and no more', async () => {
  const setter = setterThread()
  assert.equal(setter.isBusy(), false)
  const paper = { title: 'x', lang: 'fr', size: 'a4', layout: 'flow', blocks: [{ is: 'words', words: 'x' }] } as const
  const all = Array.from({ length: 12 }, () => setter.set(paper, () => undefined))
  assert.equal(setter.isBusy(), true)
  for (const one of await Promise.all(all)) assert.equal(one.pages, 1)
  assert.equal(setter.isBusy(), false)
  await setter.close()
})
