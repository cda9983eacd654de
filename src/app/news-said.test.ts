import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Delivered } from './courier.ts'
import { fr } from './fr.ts'
import { newsSaid, unusableSaid } from './news-said.ts'

const NOTHING: Delivered = {
  from: 'boen',
  faults: [],
  files: 0,
  isSealed: false,
  total: 5,
  taken: 0,
  held: 0,
  bytes: 0,
  records: 0,
  isFull: false,
  aside: [],
  stopped: [],
  forked: [],
}
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')
const said = (done: Partial<Delivered>, isKeeper = false): string =>
  plain(newsSaid({ ...NOTHING, ...done }, { me: 'sail', calledOf: name => (name === 'boen' ? 'Boën' : undefined), isKeeper }, fr.news))

test('what came is counted as people count news; what was there already, and a receipt, are told as such', () => {
  assert.equal(said({ taken: 40, records: 12 }), '12 nouvelles de Boën sont sur la page.')
  assert.equal(said({ taken: 1, records: 1 }), '1 nouvelle de Boën est sur la page.')
  assert.equal(said({ taken: 9_000, records: 1_000 }), 'Plus de mille nouvelles de Boën sont sur la page.')
  assert.equal(said({ taken: 3 }), 'Les nouvelles de Boën sont prises.')
  assert.equal(said({ held: 5 }), 'Tout ce que porte ce fichier était déjà là.')
  assert.equal(said({ total: 0 }), 'C’est un reçu : on sait ici ce que Boën a bien eu.')
  assert.equal(said({ from: 'sail', held: 5 }), 'Ce fichier a été fait ici : c’est une autre borne qui l’attend.')
  const back = 'Ce fichier a été fait ici, mais cette borne n’avait plus tout ce qu’il porte : elle l’a repris.'
  for (const some of [
    { taken: 1, held: 4 },
    { held: 5, files: 1 },
  ])
    assert.equal(said({ from: 'sail', ...some }), back)
  assert.match(said({ from: 'sail', taken: 1, forked: ['sail.1.commons'] }, true), /elle l’a repris\. Une même borne a écrit deux suites/)
})

test('what is left aside is said without naming whoever waits; what is much, hurt or forked, to whom it concerns', () => {
  const stranger = { from: 'usson', aside: [{ box: 'usson', why: 'unknown', entries: 5 }] } as const
  assert.equal(said(stranger), 'Ce fichier vient d’une borne que personne n’a encore reconnue ici. La personne qui tient la page le verra.')
  const mixed = {
    taken: 2,
    records: 2,
    aside: [
      { box: 'usson', why: 'waits', entries: 1 },
      { box: '', why: 'paused', entries: 2 },
    ],
  } as const
  assert.match(
    said(mixed),
    /^2 nouvelles de Boën sont sur la page\. Une partie vient d’une borne présentée.* Une partie est laissée de côté\./,
  )
  assert.doesNotMatch(said({ ...mixed, ...stranger }), /usson/)
  assert.match(said({ taken: 1, isFull: true }), /attend un oui de la personne qui tient la page/)
  assert.match(said({ taken: 1, isFull: true }, true), /attend votre oui/)
  assert.match(said({ taken: 1, stopped: [{ feed: 'boen.1.commons', seq: 3, why: 'damaged', said: '' }] }), /abîmée/)
  assert.match(said({ taken: 1, forked: ['boen.1.commons'] }, true), /deux suites/)
  assert.doesNotMatch(said({ taken: 1, forked: ['boen.1.commons'] }), /deux suites/)
})

test('a file that is no bundle says what to do: another file, a newer box, bring it again', () => {
  assert.match(unusableSaid('notZip', fr.news), /pas un fichier de nouvelles/)
  assert.match(unusableSaid('newer', fr.news), /plus récente/)
  assert.match(unusableSaid('cut', fr.news), /pas arrivé en entier/)
  for (const code of ['unsigned', 'altered', 'manifest', 'path', 'twice'] as const) assert.match(unusableSaid(code, fr.news), /abîmé/)
})
