import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fold } from '../../../core/letters/words.ts'
import { COUNTERPARTS, MODES, misfitOf, toldMode, usualCounterpart } from './modes.ts'
import { thirdPerson, withSubject } from './subject.ts'

test('what people write of themselves becomes a sentence with their first name', () => {
  const said = [
    [
      'Je cherche un marché où montrer mes meubles',
      'Lucie',
      'need',
      'Lucie cherche un marché où montrer ses meubles',
    ],
    [
      'j’ai des chutes de papier à donner',
      'Anaïs',
      'offer',
      'Anaïs a des chutes de papier à donner',
    ],
    [
      "J'ai besoin d’un tracteur, une heure",
      'Malo',
      'need',
      'Malo a besoin d’un tracteur, une heure',
    ],
    ['je vends mon poêle à bois', 'Kwan', 'offer', 'Kwan vend son poêle à bois'],
    [
      'Je descends à Boën mardi matin, une place',
      'Rosa',
      'offer',
      'Rosa descend à Boën mardi matin, une place',
    ],
    [
      'je peux garder des enfants le mercredi',
      'Élodie',
      'offer',
      'Élodie peut garder des enfants le mercredi',
    ],
    ['Bonjour, je me propose pour tondre', 'Paul', 'offer', 'Paul se propose pour tondre'],
    ['je n’ai plus besoin de ma remorque', 'Paul', 'offer', 'Paul n’a plus besoin de sa remorque'],
    ['Paul prête sa scie à ruban', 'Paul', 'offer', 'Paul prête sa scie à ruban'],
    ['à donner : un canapé', 'Léo', 'offer', 'Léo donne un canapé'],
    ['vends vélo enfant', 'Léo', 'offer', 'Léo vend vélo enfant'],
    ['Une brouette en bois', 'Inès', 'offer', 'Inès propose une brouette en bois'],
    ['Des bocaux vides', 'Inès', 'need', 'Inès cherche des bocaux vides'],
    [
      'quelqu’un pour relire une lettre',
      'Rosa',
      'need',
      'Rosa cherche quelqu’un pour relire une lettre',
    ],
    ['Besoin d’un coup de main samedi', 'Malo', 'need', 'Malo a besoin d’un coup de main samedi'],
    [
      'Le club de lecture cherche une salle',
      'Rosa',
      'need',
      'Rosa\u00a0: le club de lecture cherche une salle',
    ],
    ['qui aurait une remorque ?', 'Malo', 'need', 'Malo\u00a0: qui aurait une remorque ?'],
  ] as const
  for (const [sentence, name, side, expected] of said)
    assert.equal(withSubject(sentence, name, side), expected)
})

test('verbs in the third person', () => {
  const verbs =
    'ai suis vais vends peux veux voudrais pourrais mets fais connais cherche prête ' +
    'descends finis dois sais viens'
  const third =
    'a est va vend peut veut voudrait pourrait met fait connaît cherche prête descend finit ' +
    'doit sait vient'
  assert.equal(verbs.split(' ').map(thirdPerson).join(' '), third)
})

test('whatever is said, the name is in it once more at most, and saying it again changes nothing', () => {
  const name = fc.constantFrom('Lucie', 'Anaïs', 'Jean-Paul', 'Élodie', 'Li')
  const words = fc.array(
    fc.constantFrom(
      'je',
      'cherche',
      'un',
      'marché',
      'mes',
      'à',
      'donner',
      ':',
      'Boën',
      'j’ai',
      'vends',
      '?',
    ),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  fc.assert(
    fc.property(
      words,
      name,
      fc.constantFrom('offer' as const, 'need' as const),
      (said, who, side) => {
        const once = withSubject(said.join(' '), who, side)
        assert.ok(fold(once).startsWith(fold(who)), once)
        assert.equal(withSubject(once, who, side), once)
      },
    ),
  )
})

test('the verb tells the way; a thing alone tells nothing', () => {
  const told = {
    'paul prete sa scie': 'lend',
    'lucie donne des bocaux': 'give',
    'kwan vend son poele': 'sell',
    'rosa descend a boen mardi matin une place': 'ride',
    'malo cherche un coup de main samedi': 'hand',
    'ines loue sa remorque': 'rent',
    'leo echange des plants': 'exchange',
    'leo troque du miel': 'barter',
    'ines partage son broyeur': 'share',
    'anais a une brouette': undefined,
    'un terrain a cultiver': undefined,
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
