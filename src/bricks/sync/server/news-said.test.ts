import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BoxSeen } from '../../../contract/box/boxes.ts'
import { pattern } from '../../../core/pattern.ts'
import type { Delivered } from '../../../sync/intake/delivered.ts'
import { newsSaid, newsThanked, unusableSaid } from './news-said.ts'
import { en } from './words/en.ts'
import { fr } from './words/fr.ts'

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
/** Boën is recognised; rifat modun came once, and nobody knows it. */
const SEEN: Readonly<Record<string, Pick<BoxSeen, 'called' | 'toGive'>>> = {
  boen: { called: 'Boën', toGive: 3 },
  usson: { called: 'rifat modun', toGive: null },
}
const told = (isKeeper: boolean) => ({
  me: 'sail',
  seenOf: (name: string) => SEEN[name],
  isKeeper,
  keeper: 'Zita, à la médiathèque',
  isKept: true,
})
const STRANGER =
  'Ce fichier vient d’une borne que personne n’a encore reconnue ici. Il attend trente jours au ' +
  'plus, sans rien montrer, et sans reçu. Dites-le à Zita, à la médiathèque : il sera pris dès ' +
  'que l’autre borne sera reconnue. Gardez-le jusque-là : il peut céder sa place à un plus récent.'
const said = (done: Partial<Delivered>, isKeeper = false): string =>
  plain(newsSaid({ ...NOTHING, ...done }, told(isKeeper), fr.news))
const thanked = (done: Partial<Delivered>): string =>
  plain(newsThanked({ ...NOTHING, ...done }, told(false), fr.news))

test(
  'what came is counted as people count news; what was there already, and a receipt, are told ' +
    'as such',
  () => {
    assert.equal(said({ taken: 40, records: 12 }), '12 nouvelles de Boën sont sur la page.')
    assert.equal(said({ taken: 1, records: 1 }), '1 nouvelle de Boën est sur la page.')
    assert.equal(
      said({ taken: 9_000, records: 1_000 }),
      'Plus de mille nouvelles de Boën sont sur la page.',
    )
    assert.equal(said({ taken: 3 }), 'Les nouvelles de Boën sont prises.')
    assert.equal(said({ held: 5 }), 'Tout ce que porte ce fichier était déjà là.')
    assert.equal(said({ total: 0 }), 'C’est un reçu : on sait ici ce que Boën a bien eu.')
    assert.equal(
      said({ from: 'sail', held: 5 }),
      'Ce fichier a été fait ici : c’est une autre borne qui l’attend.',
    )
    const back =
      'Ce fichier a été fait ici, mais cette borne n’avait plus tout ce qu’il porte : elle ' +
      'l’a repris.'
    for (const some of [
      { taken: 1, held: 4 },
      { held: 5, files: 1 },
    ])
      assert.equal(said({ from: 'sail', ...some }), back)
    assert.match(
      said({ from: 'sail', taken: 1, forked: ['sail.1.commons'] }, true),
      /elle l’a repris\. Une même borne a écrit deux suites/,
    )
  },
)

test(
  'what is left aside is said without naming whoever waits; what is much, hurt or forked, to ' +
    'whom it concerns',
  () => {
    const stranger = {
      from: 'usson',
      aside: [{ box: 'usson', why: 'unknown', entries: 5 }],
    } as const
    assert.equal(said(stranger), STRANGER)
    const unkept = { ...told(false), isKept: false }
    const saidUnkept = (words: typeof fr): string =>
      plain(newsSaid({ ...NOTHING, ...stranger }, unkept, words.news))
    assert.match(
      saidUnkept(fr),
      /trop gros pour attendre\. Dites-le à Zita.*, et rapportez-le quand l’autre borne sera/,
    )
    assert.match(
      saidUnkept(en),
      /too large to wait\. Tell Zita.*, and bring it again once that box/,
    )
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
      pattern()`
        ^2 nouvelles de Boën sont sur la page\. Une partie vient d’une borne présentée.*
        ${' '}Une partie est laissée de côté\.
      `,
    )
    assert.doesNotMatch(said({ ...mixed, ...stranger }), /usson/)
    assert.match(said({ taken: 1, isFull: true }), /attend un oui de la personne qui tient la page/)
    assert.match(said({ taken: 1, isFull: true }, true), /attend votre oui/)
    assert.match(
      said({ taken: 1, stopped: [{ feed: 'boen.1.commons', seq: 3, why: 'damaged', said: '' }] }),
      /abîmée/,
    )
    assert.match(said({ taken: 1, forked: ['boen.1.commons'] }, true), /deux suites/)
    assert.doesNotMatch(said({ taken: 1, forked: ['boen.1.commons'] }), /deux suites/)
  },
)

const stopped = (why: 'gap' | 'damaged') => [{ feed: 'boen.1.commons', seq: 3, why, said: '' }]
const MISSING =
  /^Rien n’a pu être pris : ce fichier est fait pour une autre borne, ou il en manque un avant\./

test(
  'a file that is whole and made for another box is not called hurt; where nothing was taken, ' +
    'nobody is thanked and nothing is called the rest',
  () => {
    for (const some of [{}, { held: 4 }, { from: 'sail' }]) {
      assert.match(said({ ...some, stopped: stopped('gap') }), MISSING)
      assert.match(thanked({ ...some, stopped: stopped('gap') }), MISSING)
    }
    assert.match(
      thanked({ taken: 2, records: 2, stopped: stopped('gap') }),
      pattern()`
        ^Merci ! 2 nouvelles de Boën sont sur la page\. Il manque une partie,
        ${' '}qui était dans un fichier d’avant\. Le reste est pris ;
      `,
    )
    const hurt =
      /^Ce fichier est abîmé : rien n’a pu en être pris\. Demandez là-bas un autre fichier\.$/
    assert.match(thanked({ stopped: stopped('damaged') }), hurt)
    // What a hurt page held is missing to what follows it.
    assert.match(thanked({ faults: ['altered commons/000001.zst'], stopped: stopped('gap') }), hurt)
    assert.match(
      thanked({ held: 4, faults: ['altered commons/000002.zst'] }),
      /^Une partie du fichier est abîmée ; le reste était déjà là\./,
    )
    assert.match(
      thanked({ taken: 4, faults: ['altered commons/000002.zst'] }),
      /^Merci ! .* Une partie du fichier est abîmée\. Le reste est pris/,
    )
    assert.doesNotMatch(said({ held: 5, isFull: true }), /déjà là/)
  },
)

test(
  'a receipt is of use from a box that is known; nothing is kept of a stranger’s, nor said to ' +
    'be',
  () => {
    assert.equal(
      thanked({ total: 0 }),
      'Merci ! C’est un reçu : on sait ici ce que Boën a bien eu.',
    )
    assert.equal(thanked({ total: 0, files: 2 }), 'Merci ! Les nouvelles de Boën sont prises.')
    for (const from of ['usson', 'never seen']) assert.equal(thanked({ from, total: 0 }), STRANGER)
    assert.equal(
      said({ from: 'usson', total: 0 }, true),
      'Ce fichier vient d’une borne que personne n’a encore reconnue ici : voyez « Les bornes ».',
    )
  },
)

test('a file that is no bundle says what to do: another file, a newer box, bring it again', () => {
  assert.match(unusableSaid('notZip', fr.news), /pas un fichier de nouvelles/)
  assert.match(unusableSaid('newer', fr.news), /plus récente/)
  assert.match(unusableSaid('cut', fr.news), /pas arrivé en entier/)
  for (const code of ['unsigned', 'altered', 'manifest', 'path', 'twice'] as const)
    assert.match(unusableSaid(code, fr.news), /abîmé/)
})
