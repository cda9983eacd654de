import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fillSet, readSet } from '../../bench/matching-set.ts'
import { foundById } from '../../src/bricks/offers/model/matching/found.ts'
import type { Signs } from '../../src/bricks/offers/model/matching/likelihood.ts'
import { groundOf } from '../../src/bricks/offers/pages/matching/find.ts'
import { signsOf } from '../../src/bricks/offers/pages/matching.ts'

/** The villages of which every pair is known (`bench/villages`), as they are learnt from. */
export const VILLAGES = join(import.meta.dirname, '../../bench/villages')
export const villages = (): readonly string[] =>
  readdirSync(VILLAGES, { withFileTypes: true })
    .filter(one => one.isDirectory())
    .map(({ name }) => name)
    .toSorted()

/** A pair of a village: its signs, and whether a good relay would bring the two together. */
export type Example = Readonly<{ village: string; signs: Signs; isRight: boolean }>
export type Village = Readonly<{ examples: readonly Example[]; wanted: number }>

/** Every pair of a village that the signs weigh. `wanted`: all that answer, so weighed or not. */
export function villageOf(name: string): Village {
  const set = readSet(join(VILLAGES, name))
  const { box, ids } = fillSet(set)
  using _ = box
  const { territory, request } = box.kit('/annonces')
  const ground = groundOf(box.source.read, territory, request.today)
  const spoken = (all: typeof set.offers) =>
    all.flatMap(({ id }) => {
      const own = ids.get(id)
      const found = own && foundById(box.source.read, own, ground.points)
      return found ? [{ id, found }] : []
    })
  const needs = spoken(set.needs)
  const examples = spoken(set.offers).flatMap(offer =>
    needs.flatMap(need => {
      const signs = signsOf(offer.found, need.found, ground.themes)
      const isRight = set.expected.get(`${offer.id} ${need.id}`) === 'answers'
      return signs ? [{ village: name, signs, isRight }] : []
    }),
  )
  const wanted = [...set.expected.values()].filter(level => level === 'answers').length
  return { examples, wanted }
}
