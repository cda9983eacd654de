import assert from 'node:assert/strict'
import fc from 'fast-check'
import { anyUnit } from '../../../../tests/support/any-unit.ts'
import { runs, testOnce as test, testEach } from '../../../../tests/support/pass.ts'
import { fold, wordsOf } from '../../../core/letters/words.ts'
import { distanceM } from '../../../core/place.ts'
import { meaningOf } from '../model/matching/meaning.ts'
import { counterpartFit, modeFit } from '../model/matching/modes.ts'
import { doingOf, keyOf, kindsOf, phraseKey, verbOf } from '../model/matching/names.ts'
import type { SpokenRide } from '../model/matching/rides-alike.ts'
import { SIDES, spokenFrom } from '../model/matching/rows.ts'
import {
  bothSaid,
  isOwn,
  pairKey,
  type SpokenNotice,
  shownTitle,
} from '../model/matching/spoken.ts'
import { metByTwo, type Reason } from '../model/matching/thing.ts'
import { COUNTERPARTS, MODES } from '../model/modes.ts'
import { barters, loopsOf, tradersIn } from './matching/loops.ts'
import { ANSWERS, argued, isAnswer, meet, themeOf } from './matching.ts'

const paper = themeOf({ id: 'papier', label: 'Papier', synonyms: 'chutes, palettes, carton' })
const tools = themeOf({ id: 'outils', label: 'Outils', synonyms: 'scie, remorque, machine' })
const themes = [paper, tools]
const SAIL = [45.7363, 3.9613] as const
const TRELINS = [45.725, 4.0012] as const

let drawn = 0
function said(
  side: SpokenNotice['side'],
  title: string,
  more: Partial<SpokenNotice> = {},
): SpokenNotice {
  const id = `${side}${drawn++}`
  return {
    id,
    side,
    title,
    more: '',
    themes: [],
    commune: null,
    point: null,
    whose: { who: null, reach: null, from: [] },
    ...more,
  }
}
const offer = (title: string, more: Partial<SpokenNotice> = {}) => said('offer', title, more)
const need = (title: string, more: Partial<SpokenNotice> = {}) => said('need', title, more)
const answers = (a: string | SpokenNotice, b: string | SpokenNotice) =>
  isAnswer(meet(typeof a === 'string' ? offer(a) : a, typeof b === 'string' ? need(b) : b, themes))

test('one thing under two names, a kind, a plural and a slip of the hand meet', () => {
  for (const [a, b] of [
    ['Paul donne des bûches', 'Odile cherche du bois de chauffage'],
    ['Odile a trop de courgettes', 'Hugo cherche des légumes'],
    ['Paul prête ses chaises', 'Rosa cherche une chaise'],
    ['Irène donne une tonduse', 'Robin voudrait une tondeuse à gazon'],
    ['Nadia prête sa remorque', 'Qui pourrait me prêter une remork ?'],
    ['Karim répare les vélos', 'Jeanne cherche quelqu’un pour réparer son vélo'],
    ['Rosa descend à Boën mardi matin, une place', 'Malo cherche une place pour Boën mardi'],
  ] as const)
    assert.ok(answers(a, b), `${a} / ${b}`)
})

test('what people say of themselves meets as what is told of them', () => {
  for (const [a, b] of [
    ['je donne des bûches', 'je cherche du bois de chauffage'],
    ['je répare les vélos', 'je cherche quelqu’un pour réparer mon vélo'],
    ['je fais des ourlets et des retouches', 'je voudrais faire reprendre une robe'],
    ['je couds et je peins', 'je cherche quelqu’un pour coudre un rideau'],
    ['je descends à Boën mardi matin, une place', 'je cherche une place pour Boën mardi'],
  ] as const)
    assert.ok(answers(a, b), `${a} / ${b}`)
  assert.ok(!answers('je donne une machine à laver', 'je cherche une machine à coudre'))
  // The name before it is no thing.
  const row = { id: 'a', title: 'Rose\u00a0: «\u00a0je vends mon poêle\u00a0»', who: 'Rose' }
  const spoken = spokenFrom(SIDES['offer']!, row)
  assert.equal(spoken.title, 'je vends mon poêle')
  assert.equal(shownTitle(spoken), row.title)
})

test(
  'what only looks like it does not: another machine, another doing, another day, another way ' +
    'to go',
  () => {
    for (const [a, b] of [
      ['Paul donne une machine à laver', 'Odile cherche une machine à coudre'],
      ['Karim donne un vélo', 'Jeanne cherche quelqu’un pour réparer son vélo'],
      ['Rosa descend à Boën mardi', 'Malo cherche une place pour Boën samedi'],
      ['Rosa descend à Boën mardi', 'Malo cherche une place pour Roanne mardi'],
      ['Paul vend une remorque', 'Odile cherche à emprunter une remorque'],
      ['Paul donne du papier peint', 'Odile cherche du papier à dessin'],
      ['Nadia donne une scie', 'Malo cherche une remorque'],
    ] as const)
      assert.ok(!answers(a, b), `${a} / ${b}`)
  },
)

test('who tells a trouble, or what they want to do, finds what is good for it and who does it', () => {
  for (const [a, b] of [
    ['Paul rallume son four à pain samedi', 'Odile voudrait cuire son pain au feu de bois'],
    ['Nadia s’y connaît en informatique', 'Irène n’arrive plus à ouvrir ses mails'],
    ['Rosa fait des retouches', 'Hugo voudrait faire reprendre une robe'],
    ['Karim taille les haies des voisins', 'Jeanne a quatre haies à faire tailler au printemps'],
    ['Rosa garde des enfants', 'Malo cherche une nounou pour le mercredi'],
  ] as const)
    assert.ok(answers(a, b), `${a} / ${b}`)
})

test('one word is not one thing: senses, what a part fits, who mends what, who would do the same', () => {
  for (const [a, b] of [
    ['Paul donne un bureau en chêne', 'Odile cherche un bureau à louer où recevoir ses clients'],
    [
      'Paul donne une caisse d’avocats bien mûrs',
      'Odile cherche un avocat pour une histoire de bornage',
    ],
    ['Paul donne une selle de vélo', 'Odile cherche une selle pour son poney'],
    ['Karim répare les vélos', 'Odile a une tondeuse qui ne démarre plus'],
    ['Karim garde des enfants le soir', 'Odile part en vacances et a un chien'],
    ['Karim garde les chats', 'Odile cherche à garder des chats'],
    ['Karim a trouvé un chat', 'Odile cherche un chat à adopter'],
    ['Karim donne du bois de chauffage', 'Odile cherche du bois de construction'],
  ] as const)
    assert.ok(!answers(a, b), `${a} / ${b}`)
})

test(
  'a ride’s own date is a day: no seat tomorrow for who goes on Thursdays; *quand* tells days ' +
    'too',
  () => {
    // 25 November 2026 is a Wednesday.
    const tomorrow = offer('Rosa descend à Boën demain', { mode: 'ride', until: '2026-11-25' })
    const missed = meet(tomorrow, need('Malo cherche une place pour Boën le jeudi'), themes)!
    assert.ok(missed.score < ANSWERS)
    assert.ok(missed.doubts.some(doubt => doubt.not === 'days'))
    assert.ok(answers(tomorrow, need('Malo cherche une place pour Boën mercredi')))
    assert.ok(answers(tomorrow, need('Malo cherche une place pour Boën')))
    assert.ok(
      !answers(tomorrow, need('Malo cherche une place pour Boën', { when: 'le jeudi matin' })),
    )
    assert.ok(
      answers(tomorrow, need('Malo cherche une place pour Boën', { when: 'du lundi au vendredi' })),
    )
    for (const [when, isMet] of [
      ['du samedi au jeudi', true],
      ['du jeudi au mardi', false],
    ] as const)
      assert.equal(
        answers(tomorrow, need('Malo cherche une place pour Boën', { when })),
        isMet,
        when,
      )
    const nextWeek = need('Malo cherche une place pour Boën mercredi', {
      mode: 'ride',
      until: '2026-12-02',
    })
    assert.ok(!answers(tomorrow, nextWeek))
    assert.ok(
      answers(
        offer('Rosa va à Boën tous les mercredis', { mode: 'ride', until: '2026-12-30' }),
        nextWeek,
      ),
    )
  },
)

test(
  'a weekly ride answers who goes that day to a place on its way, and nobody of another day or ' +
    'the other way',
  () => {
    const ride = (fields: Partial<SpokenRide>): SpokenRide => ({
      mode: 'ride',
      rideFrom: null,
      rideTo: null,
      rideBy: null,
      rideDays: null,
      rideSince: '2026-12-01',
      rideBack: false,
      until: null,
      ...fields,
    })
    const of = (fields: Partial<SpokenRide>) => ({ mode: 'ride', ride: ride(fields) }) as const
    const thursdays = { rideDays: 'FREQ=WEEKLY;BYDAY=TH' }
    const way = { rideFrom: 'Noirétable', rideTo: 'Montbrison', rideBy: ['Boën'] }
    const gives = offer('Rosa descend à Montbrison tous les jeudis', of({ ...way, ...thursdays }))
    const seat = (fields: Partial<SpokenRide>) =>
      need('Nadia cherche quelqu’un pour l’emmener au marché', of(fields))
    const market = { rideTo: 'marché de Boën' }
    for (const [asked, isMet] of [
      [{ ...market, ...thursdays }, true],
      [{ ...market, until: '2026-12-10' }, true],
      [{ ...market, rideFrom: 'Noirétable', until: '2026-12-10' }, true],
      [{ ...market, until: '2026-12-11' }, false],
      [{ ...market, rideDays: 'FREQ=WEEKLY;BYDAY=TU' }, false],
      [{ rideTo: 'Feurs', ...thursdays }, false],
      [{ rideTo: 'Noirétable', ...thursdays }, false],
      [{ rideFrom: 'Feurs', rideTo: 'Boën', ...thursdays }, false],
    ] as const)
      assert.equal(answers(gives, seat(asked)), isMet, JSON.stringify(asked))
    const back = offer('Rosa va à Montbrison', of({ ...way, ...thursdays, rideBack: true }))
    assert.ok(answers(back, seat({ rideTo: 'Noirétable', ...thursdays })))
  },
)

test('what is given back is no way of asking', () => {
  const honey = offer('Paul troque son miel contre un peu de travail', {
    mode: 'barter',
    counterpart: 'time',
  })
  assert.ok(
    answers(
      honey,
      need('Odile cherche du miel et peut donner deux heures', { counterpart: 'time' }),
    ),
  )
})

test('a theme is wide: its words are a near miss, and no answer', () => {
  const on = { themes: ['papier'] }
  for (const [a, b] of [
    ['Une piste pour des chutes', 'Hugo cherche du papier'],
    ['Malo a des palettes', 'Hugo cherche des chutes'],
  ] as const) {
    const met = meet(offer(a, on), need(b, on), themes)
    assert.ok(met && !isAnswer(met), `${a} / ${b}`)
  }
  const shelf = { themes: ['outils'] }
  assert.ok(
    !answers(offer('Paul prête une scie', shelf), need('Lucie cherche une remorque', shelf)),
  )
})

test('Anaïs’s *piste* for paper finds whoever looks for paper and never her own workshop', () => {
  const piste = offer('Anaïs a une piste pour du papier. Qui en voudrait\u202f?', {
    themes: ['papier'],
    whose: { who: 'Anaïs', reach: 'au local', from: ['reliure'] },
  })
  assert.ok(answers(piste, need('Hugo cherche du papier à dessin pour l’école')))
  const own = { who: null, reach: 'ici', from: ['reliure'] }
  assert.equal(meet(piste, need('L’atelier cherche du papier', { whose: own }), themes), undefined)
  assert.equal(meet(piste, need('Du papier', { id: 'reliure' }), themes), undefined)
})

const WORDS = (
  'papier chutes scie remorque vélo réparer garder poules Boën mardi samedi deux chaises de ' +
  'à pour des cherche prête donne vend une coudre'
).split(' ')
const titles = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 7 })
  .map(all => `Paul ${all.join(' ')}`)
const communes: readonly (readonly [string, readonly [number, number]])[] = [
  ['42195', SAIL],
  ['42313', TRELINS],
  ['42019', [45.7508, 4.0084]],
]
const spokens = (side: fc.Arbitrary<SpokenNotice['side']>): fc.Arbitrary<SpokenNotice> =>
  fc
    .record({
      id: fc.string({ minLength: 3, maxLength: 6 }),
      side,
      title: titles,
      more: fc.constantFrom('', 'du papier', 'avec des chaises'),
      themes: fc.subarray(['papier', 'outils']),
      mode: fc.constantFrom(undefined, ...MODES),
      hand: fc.boolean(),
      counterpart: fc.constantFrom(undefined, ...COUNTERPARTS),
      against: fc.constantFrom(null, 'rien', '10 €'),
      when: fc.constantFrom(null, 'le mardi', 'en semaine', 'du lundi au jeudi'),
      until: fc.constantFrom(null, '2026-11-24', '2026-11-28'),
      commune: fc.constantFrom<number>(0, 1, 2, 3),
      who: fc.constantFrom(null, 'Paul', 'Rosa'),
      reach: fc.constantFrom(null, 'au local', 'au local le mercredi', 'au café'),
      author: fc.constantFrom(null, 'm1', 'm2'),
      from: fc.subarray(['reliure', 'ecole']),
    })
    .map(({ commune, who, reach, author, from, ...rest }) => {
      const here = communes[commune]
      return {
        ...rest,
        commune: here?.[0] ?? null,
        point: here?.[1] ?? null,
        whose: { who, reach, author, from },
      }
    })
const anySide = fc.constantFrom<SpokenNotice['side']>('offer', 'need', 'there')

test('Law: whoever comes first, the meeting is the same; scores stand between nothing and one', () => {
  fc.assert(
    fc.property(spokens(anySide), spokens(anySide), (a, b) => {
      const one = meet(a, b, themes)
      assert.deepEqual(one, meet(b, a, themes))
      if (one) assert.ok(one.score > 0 && one.score <= 1)
    }),
    { numRuns: 200 },
  )
})

test('a refusal makes nothing an answer, and parts only those who meet by its two words', () => {
  fc.assert(
    fc.property(spokens(anySide), spokens(anySide), (a, b) => {
      const one = meet(a, b, themes)
      const two = metByTwo(one?.reasons ?? [])
      const other = meet(a, b, themes, new Set([pairKey('planches ≠ bois')]))
      assert.deepEqual(other, one, 'by other words')
      const refused = meet(a, b, themes, new Set(two === undefined ? [] : [pairKey(two)]))
      assert.ok(!isAnswer(refused) || isAnswer(one))
      if (two === undefined) assert.deepEqual(refused, one)
    }),
    { numRuns: 200 },
  )
  const names = meet(offer('Rosa donne un mathieu'), need('Hugo cherche un matthieu'), themes)!
  assert.ok(isAnswer(names) && metByTwo(names.reasons) === undefined, 'no word of the lexicon')
  const met = meet(offer('Jo a des planches'), need('Malo cherche du bois'), themes)!
  const unmet = new Set([pairKey(metByTwo(met.reasons)!)])
  const again = (a: string, b: string) => isAnswer(meet(offer(a), need(b), themes, unmet))
  assert.ok(isAnswer(met) && !again('Rosa donne une planche', 'Hugo cherche du bois'))
  assert.ok(again('Rosa donne une planche', 'Hugo cherche du bois ou des planches'))
})

test(
  'Law: nobody meets themselves, nor what is theirs by author, by name and way to reach, or ' +
    'by the project it is from',
  () => {
    fc.assert(
      fc.property(
        spokens(fc.constant('offer')),
        spokens(fc.constant('need')),
        fc.constantFrom('id', 'author', 'who', 'from', 'of'),
        (a, b, how) => {
          const own: SpokenNotice = {
            ...b,
            ...(how === 'id' ? { id: a.id } : {}),
            whose: {
              ...b.whose,
              ...(how === 'author' ? { author: a.whose.author ?? null } : {}),
              ...(how === 'who' ? { who: a.whose.who, reach: a.whose.reach } : {}),
              ...(how === 'from' ? { from: a.whose.from } : how === 'of' ? { from: [a.id] } : {}),
            },
          }
          const known = {
            id: true,
            author: !!a.whose.author,
            who: !!a.whose.who && !!a.whose.reach,
            from: a.whose.from.length > 0,
            of: true,
          }[how]
          if (known) assert.equal(meet(a, own, themes), undefined)
          assert.equal(isOwn(a, own), isOwn(own, a))
        },
      ),
      { numRuns: 200 },
    )
  },
)

/** What the runs' own *quand* and dates tell. */
const daysOfRun = ({ when, until }: SpokenNotice): readonly number[] => [
  ...({ 'le mardi': [2], 'en semaine': [1, 2, 3, 4, 5], 'du lundi au jeudi': [1, 2, 3, 4] }[
    when ?? ''
  ] ?? []),
  ...({ '2026-11-24': [2], '2026-11-28': [6] }[until ?? ''] ?? []),
]

/**
 * What a reason claims, looked for in each notice by itself, with nothing of the rules but their
 * dictionary.
 */
function isTrueOf(reason: Reason, one: SpokenNotice, other: SpokenNotice): boolean {
  const words = wordsOf(`${one.title} ${one.more}`)
  const speaksOf = (key: string) =>
    words.some(
      (word, i) =>
        keyOf(word) === key ||
        [1, 2, 3, 4].some(
          n =>
            phraseKey(words.slice(i, i + n + 1).filter(w => !['a', 'de', 'd'].includes(w))) === key,
        ),
    )
  const isOffer = one.side !== 'need'
  switch (reason.is) {
    case 'same':
      return speaksOf(reason.key)
    case 'kind':
      return isOffer
        ? speaksOf(reason.narrow) && kindsOf(reason.narrow).has(reason.wide)
        : speaksOf(reason.wide)
    case 'topic':
    case 'serves':
      return words.includes(fold(isOffer ? reason.offer : reason.need))
    case 'theme':
      return (
        one.themes.includes(reason.theme) ||
        words.some(word => themes.find(theme => theme.id === reason.theme)!.keys.has(keyOf(word)))
      )
    case 'passing':
      return one.ride !== undefined
    case 'towards':
      return words.join(' ').includes(reason.key)
    case 'days':
      if (daysOfRun(one).includes(reason.day)) return true
      return words.some(word =>
        word.startsWith(
          ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'][
            reason.day - 1
          ]!,
        ),
      )
    case 'free':
      return (
        one.counterpart !== 'money' &&
        !/€/.test(one.against ?? '') &&
        (!isOffer || !['sell', 'rent'].includes(one.mode ?? ''))
      )
    case 'hands':
      return one.hand === true || one.mode === 'hand' || meaningOf(one.title).hand
    case 'doing':
      return words.some(word => doingOf([word]) === reason.act || verbOf(word, word) === reason.act)
    case 'commune':
      return one.commune === reason.commune
    case 'near':
      return distanceM(one.point!, other.point!) === reason.distanceM
  }
}

testEach('Law: every reason said is true of both', () => {
  const told = new Set<string>()
  fc.assert(
    fc.property(spokens(fc.constant('offer')), spokens(fc.constant('need')), (a, b) => {
      for (const reason of meet(a, b, themes)?.reasons ?? []) {
        told.add(reason.is)
        assert.ok(isTrueOf(reason, a, b), `${JSON.stringify(reason)} of ${a.title}`)
        assert.ok(isTrueOf(reason, b, a), `${JSON.stringify(reason)} of ${b.title}`)
      }
    }),
    runs(1_000, 4_000),
  )
  for (const is of ['same', 'theme', 'days', 'free', 'commune', 'near'])
    assert.ok(told.has(is), `no run said ${is}`)
})

test('Law: all else the same, nearer is never less', () => {
  const places = fc.tuple(
    fc.double({ min: 45, max: 46.5, noNaN: true }),
    fc.double({ min: 3, max: 5, noNaN: true }),
  )
  fc.assert(
    fc.property(places, places, places, (here, x, y) => {
      const at = (point: readonly [number, number]) =>
        meet(
          offer('Paul donne du papier', { point: here }),
          need('Hugo cherche du papier', { point }),
          themes,
        )!.score
      const [near, far] = distanceM(here, x) <= distanceM(here, y) ? [x, y] : [y, x]
      assert.ok(at(near) >= at(far))
    }),
  )
})

test(
  'Law: what both said is one sum whoever comes first, and another when either says something ' +
    'else',
  () => {
    fc.assert(
      fc.property(spokens(anySide), spokens(anySide), titles, (a, b, title) => {
        const sum = bothSaid(a, b)
        assert.match(sum, /^[0-9a-f]{16}$/)
        assert.equal(sum, bothSaid(b, a))
        assert.equal(sum, bothSaid({ ...a, themes: [...a.themes].reverse() }, b))
        if (title !== a.title) assert.notEqual(sum, bothSaid({ ...a, title }, b))
        assert.notEqual(sum, bothSaid(a, { ...b, more: `${b.more}!` }))
      }),
    )
  },
)

test(
  'ways and returns: a part of one, nobody who says nothing is refused, and money never meets ' +
    'nothing',
  () => {
    for (const mode of MODES) assert.ok(modeFit(mode, 'any') >= 0.85)
    for (const one of COUNTERPARTS) assert.equal(counterpartFit('nothing', one), 1)
    assert.ok(
      counterpartFit('money', 'nothing') < ANSWERS && counterpartFit(undefined, 'money') === 1,
    )
  },
)

test('whatever text a neighbour sends, reading it never fails', () => {
  fc.assert(fc.property(fc.string({ unit: anyUnit }), text => void meaningOf(text)))
  fc.assert(fc.property(fc.string(), text => void meaningOf(text)))
})

const trader = (who: string, gives: string, wants: string): readonly SpokenNotice[] => {
  const whose = { who, reach: `chez ${who}`, from: [] }
  return [offer(gives, { mode: 'barter', whose }), need(wants, { whose })]
}
const three = [
  ...trader('Anaïs', 'Anaïs troque du papier', 'Anaïs cherche des œufs'),
  ...trader('Hugo', 'Hugo troque des bûches', 'Hugo cherche du papier'),
  ...trader('Odile', 'Odile troque des œufs', 'Odile cherche du bois de chauffage'),
]

test('a barter of three is found once, each gift answering the next one’s need', () => {
  const found = loopsOf(tradersIn(three), themes, 10)
  assert.equal(found.length, 1)
  assert.deepEqual(
    found[0]!.map(one => one.offer.whose.who),
    ['Anaïs', 'Hugo', 'Odile'],
  )
  for (const [i, one] of found[0]!.entries())
    assert.ok(answers(one.offer, found[0]![(i + 1) % 3]!.need))
})

test('two do not make three, nor does a gift that nobody needs', () => {
  assert.deepEqual(loopsOf(tradersIn(three.slice(0, 4)), themes, 10), [])
  const other = [
    ...three.slice(0, 4),
    ...trader('Odile', 'Odile troque des pneus', 'Odile cherche du bois de chauffage'),
  ]
  assert.deepEqual(loopsOf(tradersIn(other), themes, 10), [])
  assert.ok(!barters(offer('Paul donne', { mode: 'give' })))
})

test('who looks for arms has the thing, a group’s name is no thing, what is asked in return is not given', () => {
  for (const [a, b] of [
    ['Thérèse propose un grand barnum', 'Anaïs cherche de l’aide pour monter un barnum'],
    [
      'Odette donne une chambre au chaud à qui dormirait là et lui rentrerait le bois',
      'Qui pourrait me rentrer mon bois\u00a0?',
    ],
  ] as const)
    assert.ok(!answers(a, b), `${a} / ${b}`)
  assert.ok(answers('Thérèse propose un grand barnum', 'Anaïs cherche un barnum'))
  // Whichever way its author chose.
  const byHand = offer('Thérèse propose un grand barnum', { mode: 'hand' })
  assert.ok(!answers(byHand, 'Anaïs cherche de l’aide pour monter un barnum'))
  const group = said('there', 'La caisse à outils')
  assert.ok(!answers(group, 'Yasmine cherche des cageots'))
})

test('two who both look are not brought together', () => {
  const choir = 'La chorale accueille toutes les voix, le mardi soir'
  for (const [a, b] of [
    [choir, 'Il manque un chef de chœur à notre chorale'],
    ['La chorale cherche des ténors', 'Notre chœur manque de basses'],
    ['Le club de pétanque accueille les débutants', 'L’amicale cherche des joueurs de pétanque'],
    ['Notre groupe cherche une salle pour répéter', 'Je cherche une salle pour répéter'],
  ] as const)
    assert.ok(!answers(a, b), `${a} / ${b}`)
  for (const [a, b] of [
    [choir, 'Je cherche une chorale pour chanter'],
    ['La chorale cherche des ténors', 'J’aimerais chanter dans une chorale'],
    ['Mes chatons cherchent une maison', 'Je cherche un chaton'],
  ] as const)
    assert.ok(answers(a, b), `${a} / ${b}`)
})

test('what is found or gone already is proposed to nobody', () => {
  const tiles = 'Je cherche des tuiles'
  for (const over of ['toutes parties, merci à tous', 'c’est pourvu', 'déjà réservées, merci'])
    assert.equal(meet(offer('Je donne des tuiles', { more: over }), need(tiles), []), undefined)
  assert.equal(meet(offer('Je donne des tuiles'), need(`${tiles}, trouvé, merci`), []), undefined)
  assert.ok(answers('Je donne des tuiles', `${tiles}, merci`))
  const van = 'Je prête mon camion pour un déménagement'
  assert.ok(!answers(van, 'Je déménage samedi, le camion est trouvé, il manque des bras'))
  assert.ok(answers(van, 'Je déménage samedi, il me faut un camion'))
})

test('a day that one excepts is not the day of the other, nor is one date another', () => {
  const room = 'Salle à prêter le samedi et le dimanche'
  for (const [a, more, b] of [
    ['Je garde les enfants', 'Jamais le mercredi', 'Qui peut garder ma fille le mercredi ?'],
    ['Je prête ma remorque', 'Pas le samedi ni le dimanche', 'Il me faut une remorque dimanche'],
    ['Je prête ma remorque sauf le lundi', '', 'Il me faut une remorque lundi'],
    [room, 'Il ne reste que le samedi 16.', 'Je cherche une salle pour le dimanche 17'],
    [room, 'Il ne reste que le samedi 16.', 'Je cherche une salle pour le samedi 9'],
  ] as const)
    assert.ok(!answers(offer(a, { more }), b), `${a} ${more} / ${b}`)
  for (const [a, more, b] of [
    ['Je garde les enfants', 'Jamais le mercredi', 'Qui peut garder ma fille le mardi ?'],
    [
      'Je garde les enfants le mercredi',
      '',
      'Qui peut garder ma fille ? L’école ferme le mercredi',
    ],
    ['Je prête ma remorque', 'Pas avant lundi', 'Il me faut une remorque lundi'],
    [room, 'Il ne reste que le samedi 16.', 'Je cherche une salle pour le samedi 16 à 9 h'],
    ['Je prête ma remorque samedi 9 h', '', 'Il me faut une remorque samedi 12'],
  ] as const)
    assert.ok(answers(offer(a, { more }), b), `${a} ${more} / ${b}`)
  // Nobody says the day that the other excepts.
  const beside = meet(
    offer('Je prête ma remorque sauf le lundi'),
    need('Il me faut une remorque'),
    [],
  )
  assert.ok(beside && !beside.reasons.some(({ is }) => is === 'days'))
})

test('two sizes that both say are two things, and children grow', () => {
  const boots = 'Je cherche des cuissardes pour la pêche, je chausse du'
  const coat = 'Je cherche un manteau pour ma fille de'
  for (const [a, b] of [
    ['Cuissardes 44 à donner', `${boots} 38`],
    ['Vélo d’enfant 20 pouces à donner', 'Je cherche un vélo d’enfant pour ma fille de 3 ans'],
    ['Habits de fille 5-6 ans à donner', 'Je cherche des habits pour ma fille de 12 ans'],
    ['Combinaison de ski taille M à prêter', 'Je cherche une combinaison de ski taille XL'],
    ['Habits de bébé 0-6 mois à donner', 'Je cherche des habits de bébé 18 mois'],
  ] as const) {
    const meeting = meet(offer(a), need(b), themes)
    const isDoubted = meeting?.doubts.some(({ not }) => not === 'size')
    assert.ok(isDoubted && meeting && meeting.score < ANSWERS, `${a} / ${b}`)
  }
  for (const [a, b] of [
    ['Cuissardes 38 à donner', `${boots} 38`],
    ['Vélo d’enfant 20 pouces à donner', 'Je cherche un vélo d’enfant pour ma fille de 8 ans'],
    ['Habits de fille 5-6 ans à donner', 'Je cherche des habits pour ma fille de 6 ans'],
    ['Habits de bébé, naissance à 12 mois', 'Je cherche des habits de bébé 6 mois'],
    ['Manteau de fille à donner', `${coat} 12 ans`],
    ['Je fais les ourlets depuis 20 ans', 'La robe de ma fille de 6 ans demande un ourlet'],
  ] as const)
    assert.ok(answers(a, b), `${a} / ${b}`)
})

test('of two that answer as well, the nearest stands first', () => {
  const asked = need('Je cherche une échelle', { point: [45.74, 3.96] })
  const far = offer('Je partage une échelle', { point: [45.77, 3.96] })
  const near = offer('Échelle alu à prêter', { point: [45.741, 3.961] })
  const found = argued(asked, [far, near], { themes: [] })
  assert.deepEqual(
    found.map(({ other }) => other),
    [near, far],
  )
  assert.ok(found[0]!.meeting.score < found[1]!.meeting.score)
  const away = offer('Échelle alu à prêter', { point: [45.83, 3.96] })
  const farther = offer('Je partage une échelle', { point: [45.832, 3.96] })
  assert.equal(argued(asked, [farther, away], { themes: [] })[0]?.other, away)
})
