import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fold } from '../../../core/letters/words.ts'
import { COUNTERPARTS, MODES, misfitOf, toldMode, usualCounterpart } from './modes.ts'
import { withSubject, wordsQuoted } from './subject.ts'

test('what people write is kept as they said it, after their first name', () => {
  const said = [
    [
      'Je cherche quelqu’un pour m’emmener au marché',
      'Nadia',
      'Nadia\u00a0: «\u00a0Je cherche quelqu’un pour m’emmener au marché\u00a0»',
    ],
    [
      'je prête ma remorque, mais seulement aux gens que je connais',
      'Mathieu',
      'Mathieu\u00a0: «\u00a0je prête ma remorque, mais seulement aux gens que je connais\u00a0»',
    ],
    ['à donner : un canapé', 'Léo', 'Léo\u00a0: «\u00a0à donner : un canapé\u00a0»'],
    ['Une brouette  en bois', 'Inès', 'Inès propose\u00a0: «\u00a0Une brouette en bois\u00a0»'],
    ['le club cherche une salle', 'Rosa', 'Rosa\u00a0: «\u00a0le club cherche une salle\u00a0»'],
    ['nous vendons « du miel »', 'Li', 'Li\u00a0: «\u00a0nous vendons “du miel”\u00a0»'],
    // Its person is named in it already, by somebody else.
    ['rosa prête sa machine', 'Rosa', 'Rosa prête sa machine'],
    ['Le père de Lucie cherche un vélo', 'Lucie', 'Le père de Lucie cherche un vélo'],
    ['je garde Rosa, ma chienne', 'Rosa', 'Rosa\u00a0: «\u00a0je garde Rosa, ma chienne\u00a0»'],
    ['Malo : qui aurait une remorque ?', 'Malo', 'Malo : qui aurait une remorque ?'],
    ['des bocaux vides', '', 'Des bocaux vides'],
  ] as const
  for (const [sentence, name, expected] of said)
    assert.equal(withSubject(sentence, name, 'offer'), expected)
  assert.equal(
    withSubject('des bocaux', 'Li', 'need'),
    'Li cherche\u00a0: «\u00a0des bocaux\u00a0»',
  )
})

test('what was said is found again in its title, under that name alone', () => {
  const title = withSubject('je vends ma scie', 'Nadia', 'offer')
  assert.equal(wordsQuoted(title, 'nadia'), 'je vends ma scie')
  assert.equal(wordsQuoted(title, 'Rosa'), undefined)
  assert.equal(wordsQuoted(title, null), undefined)
  assert.equal(wordsQuoted('Nadia vend sa scie', 'Nadia'), undefined)
  assert.equal(wordsQuoted(withSubject('des bocaux', 'Li', 'need'), 'Li'), 'des bocaux')
})

test('whatever is said, no word of it is turned, and saying it again changes nothing', () => {
  const name = fc.constantFrom('Lucie', 'Anaïs', 'Jean-Paul', 'Élodie', 'Li')
  const word = fc.constantFrom(
    ...[
      'je',
      'cherche',
      'un',
      'marché',
      'mes',
      'm’aider',
      'à',
      ':',
      'Boën',
      '«',
      '»',
      'Lucie',
      '?',
    ],
  )
  const words = fc.array(word, { minLength: 1, maxLength: 8 })
  const bare = (text: string): string => fold(text.replace(/[«»“”]/g, ' ')).replace(/\s+/g, ' ')
  fc.assert(
    fc.property(words, name, (said, who) => {
      const once = withSubject(said.join(' '), who, 'need')
      assert.ok(fold(once).includes(fold(who)), once)
      assert.ok(bare(once).includes(bare(said.join(' ')).trim()), once)
      assert.equal(withSubject(once, who, 'need'), once)
    }),
  )
})

test('the verb tells the way; a thing alone tells nothing', () => {
  const told = {
    'paul prete sa scie': 'lend',
    'lucie donne des bocaux': 'give',
    'kwan vend son poele': 'sell',
    'rosa descend a boen mardi matin une place': undefined,
    'malo cherche un coup de main samedi': 'hand',
    'ines loue sa remorque': 'rent',
    'leo echange des plants': 'exchange',
    'leo troque du miel': 'barter',
    'ines partage son broyeur': 'share',
    'anais a une brouette': undefined,
    'un terrain a cultiver': undefined,
    'je donne des cours de guitare': undefined,
    'je donne un coup de main': 'hand',
    'une commode 120 €': 'sell',
    'je cherche quelqu un pour le menage je paie 15 € de l heure': undefined,
    'un velo budget 100 €': undefined,
    'menage 15 € de l heure': undefined,
    'oeufs 2 € la douzaine': 'sell',
    'oeufs 2 € 50 la douzaine': 'sell',
    'je garde les petits le mercredi, 3 € 50 de l heure': undefined,
    'menage 15€/h': undefined,
    'une place de camping 10 euros par jour': undefined,
  }
  for (const [plain, mode] of Object.entries(told)) assert.equal(toldMode(plain), mode, plain)
})

test(
  'each way has something that it may ask, and each pair that does not go together has its ' +
    'reason',
  () => {
    for (const mode of MODES) {
      assert.equal(misfitOf(mode, usualCounterpart(mode)), undefined)
      assert.equal(misfitOf(mode, undefined), undefined)
    }
    const refused = MODES.flatMap(mode =>
      COUNTERPARTS.flatMap(asks =>
        misfitOf(mode, asks) ? [`${mode}+${asks} ${misfitOf(mode, asks)}`] : [],
      ),
    )
    assert.deepEqual(refused, [
      'give+time gift-asks',
      'give+thing gift-asks',
      'give+money gift-asks',
      'give+any gift-asks',
      'lend+money lend-money',
      'exchange+nothing barter-free',
      'exchange+money barter-money',
      'barter+nothing barter-free',
      'barter+time barter-free',
      'barter+money barter-money',
      'rent+nothing rent-free',
      'rent+time rent-free',
      'rent+thing rent-free',
      'rent+any rent-free',
      'sell+nothing sale-free',
      'sell+time sale-free',
      'sell+thing sale-free',
      'sell+any sale-free',
      'hand+money hand-money',
    ])
  },
)
