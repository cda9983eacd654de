import assert from 'node:assert/strict'
import { test } from 'node:test'
import { saidBy } from '../model/matching/meaning.ts'
import { isPartForWhole } from '../model/matching/parts.ts'
import type { SpokenNotice } from '../model/matching/spoken.ts'
import { matchingFr } from '../words/matching/fr.ts'
import { reasonsSaid } from './matching/say.ts'
import { isAnswer, meet } from './matching.ts'

/** Words that look alike and are two things, and words that are one thing. */

const said = (side: 'offer' | 'need', title: string): SpokenNotice => ({
  id: side,
  side,
  title,
  more: '',
  themes: [],
  commune: null,
  point: null,
  whose: { who: null, reach: null, from: [] },
})
const met = (a: string, b: string) => meet(said('offer', a), said('need', b), [])

test('two words that are cut or sound alike are two things', () => {
  for (const [a, b] of [
    ['Je donne un barbecue', 'Je cherche des planches'],
    ['Je donne des planches', 'Je cherche une plancha'],
    ['Je donne une table de jardin', 'J’ai un canapé à porter samedi'],
    ['Je donne une table de jardin', 'Mon canapé est trop lourd pour l’étage'],
    ['Je donne des pots de fleurs', 'Je cherche des potirons'],
    ['Je débouche les éviers', 'Je cherche du bois de chauffage'],
    ['Je prête ma débroussailleuse', 'Ma cheminée fume'],
    ['Je répare ce qui est cassé', 'Je cherche du cassis'],
    ['Je donne des palettes', 'Mon terrain est trop grand'],
    ['Je donne un lit d’enfant', 'Je cherche un logement meublé'],
    ['Je donne une table de jardin', 'Je cherche un logement'],
  ] as const)
    assert.ok(!isAnswer(met(a, b)), `${a} / ${b}`)
})

test('one thing under two names is one thing', () => {
  for (const [a, b] of [
    ['Je vends des pommes de terre', 'Je cherche 10 kg de patates'],
    ['Je donne des patates', 'Je cherche des pommes de terre'],
    ['Je donne une plancha', 'Je cherche un barbecue'],
    ['Je donne un sofa', 'Je cherche une banquette'],
    ['Je répare les vélos', 'Mon vélo est crevé'],
    ['Je coupe les cheveux', 'Je cherche un coiffeur'],
  ] as const)
    assert.ok(isAnswer(met(a, b)), `${a} / ${b}`)
  assert.ok(!isAnswer(met('Je donne des pommes', 'Je cherche des patates')))
})

test('what both say is to be done is named, not its verb', () => {
  const meeting = met('Je peux faire les courses', 'Qui peut faire mes courses ?')
  assert.ok(isAnswer(meeting))
  const said = reasonsSaid(meeting, 'fr', matchingFr)
  assert.match(said, /courses/)
  assert.doesNotMatch(said, /faire/)
})

test('a meeting is told by the words that people would name, not by what only tells of them', () => {
  for (const [a, b, ...words] of [
    ['Chatons roux à donner, sevrés', 'Ma fille voudrait un petit chat tigré', 'chatons', 'chat'],
    ['Vélo d’enfant 24 pouces à donner', 'Je cherche un vélo d’enfant pour Noël', 'vélo'],
    ['Laine brute de mes brebis', 'Je cherche une toison de mouton à filer', 'laine', 'toison'],
    ['J’abats les arbres penchés', 'Un sapin penche sur mon toit', 'arbres', 'sapin'],
    ['J’aiguise les couteaux', 'Mes couteaux ne coupent plus', 'couteaux'],
    ['Je prête un fauteuil roulant', 'Il me faut un fauteuil roulant', 'fauteuil roulant'],
  ] as const) {
    const meeting = met(a, b)
    assert.ok(isAnswer(meeting), `${a} / ${b}`)
    const said = reasonsSaid(meeting, 'fr', matchingFr)
    for (const word of words) assert.match(said, new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u'))
  }
})

test('two words that name no one matter are not quoted; one that both write is', () => {
  for (const [a, b, told] of [
    [
      'Prête fauteuil roulant',
      'Je me suis cassé la jambe, il me faudrait de quoi me déplacer',
      'Les deux touchent au même sujet\u00a0: fauteuil roulant.',
    ],
    [
      'On tricote ensemble le jeudi',
      'J’ai des mailles qui filent, qui m’aide au tricot\u202f?',
      'Les deux touchent au même sujet\u00a0: tricoter et broder ensemble.',
    ],
    [
      'Je fais des ourlets, je change les fermetures éclair',
      'La fermeture de mon blouson est cassée et mon pantalon est trop long',
      'Les deux parlent de fermeture.',
    ],
    [
      'Je loue mon camping-car',
      'Cherche un camping-car pour les vacances',
      'Les deux parlent de camping-car.',
    ],
  ] as const) {
    const meeting = met(a, b)
    assert.ok(isAnswer(meeting), `${a} / ${b}`)
    assert.equal(reasonsSaid(meeting, 'fr', matchingFr), told)
  }
})

test('nobody asks for money is said where both wrote so, in words or by their way', () => {
  const isFree = (a: string, b: string) => met(a, b)?.reasons.some(({ is }) => is === 'free')
  const need = 'J’emprunterais un broyeur pour mes branches'
  for (const a of [
    'Je prête mon broyeur à prix libre',
    'Je prête mon broyeur contre le gazole',
    'Je prête mon broyeur, 15 e la journée',
    'Je prête mon broyeur, participation aux frais',
    'Je prête mon broyeur, 12 la journée',
    'Je prête mon broyeur, pas cher',
    'Je prête mon broyeur, à rendre avec le plein',
  ])
    assert.equal(isFree(a, need), false, a)
  assert.equal(isFree('Je prête mon broyeur', `${need}, je paierai`), false)
  const house = 'Qui peut faire le ménage chez moi ?'
  assert.ok(!isFree('Je fais le ménage, chèque emploi service', house))
  assert.ok(!isFree('Je fais le ménage', `${house} Salaire à convenir`))
  // Nobody wrote a price, and one may be asked.
  for (const [a, b] of [
    ['Je prête mon broyeur', 'Je cherche un broyeur pour mes branches'],
    ['Mon broyeur est là', need],
    ['Je fais le ménage', house],
    ['Je donne des cours de guitare', 'Qui donne des cours de guitare\u202f?'],
  ] as const)
    assert.ok(!isFree(a, b), `${a} / ${b}`)
  for (const [a, b] of [
    ['Je prête mon broyeur', need],
    ['Je fais le ménage gratuitement', 'Cherche un coup de main pour le ménage'],
    ['Je donne des livres', 'Qui donne des livres\u202f?'],
    ['Je prête mon broyeur, sans payer', need],
    ['Je prête mon broyeur', `${need}, je suis au 4e étage`],
  ] as const)
    assert.equal(isFree(a, b), true, a)
})

test('a word that the notice explains by another is read as that other one', () => {
  const mouse = 'Je cherche une souris, enfin une souris d’ordinateur quoi'
  for (const [a, b] of [
    ['J’ai une collection de timbres à donner', 'Il me faut un timbre de vélo, une sonnette quoi'],
    ['Je donne des timbres de collection', 'Je cherche un timbre de vélo, une sonnette'],
    ['Je donne un plateau de fruits', 'Je cherche un plateau, c’est-à-dire une remorque plate'],
    ['Je donne des souris pour nourrir un serpent', mouse],
  ] as const)
    assert.ok(!isAnswer(met(a, b)), `${a} / ${b}`)
  for (const [a, b] of [
    ['Sonnette de vélo à donner', 'Il me faut un timbre de vélo, une sonnette quoi'],
    ['Je prête une remorque', 'Je cherche un plateau, c’est-à-dire une remorque'],
    ['Souris d’ordinateur à donner', mouse],
  ] as const)
    assert.ok(isAnswer(met(a, b)), `${a} / ${b}`)
})

/** Offers and needs, and whether the one is shown to the other. */
function areMet(pairs: readonly (readonly [string, string, boolean])[]): void {
  for (const [a, b, isMet] of pairs) assert.equal(isAnswer(met(a, b)), isMet, `${a} / ${b}`)
}

test('a part is no answer to who wants the whole, nor the whole to who wants a part', () => {
  areMet([
    ['Donne vélo enfant 20 pouces', 'Selle de vélo pour enfant, du 20 pouces', false],
    [
      'Mon Kärcher est prêté à qui me le ramène propre',
      'Cherche un flexible de rechange pour nettoyeur haute pression Kärcher K4',
      false,
    ],
    ['Donne machine à laver', 'Cherche un joint de machine à laver', false],
    ['Donne guitare', 'Cherche des cordes de guitare', false],
    ['Donne roue de brouette', 'Cherche une brouette', false],
    ['Donne selle de vélo', 'Cherche une selle de vélo', true],
    ['Donne vélo et selle', 'Cherche une selle de vélo', true],
    ['Donne un lot de pièces de vélo', 'Cherche une roue de vélo', true],
    ['Donne vélo à démonter', 'Cherche une roue de vélo', true],
    ['Épave de vélo à donner', 'Cherche une roue de vélo', true],
    ['Donne vélo pour pièces', 'Cherche une roue de vélo', true],
    ['Donne vélo à récupérer', 'Cherche une roue de vélo', false],
    ['Donne roue de vélo', 'Mon vélo est cassé, je cherche un vélo', false],
    ['Donne vélo', 'Cherche un vélo et un casque', true],
    ['Prête mon Kärcher', 'Cherche nettoyeur haute pression', true],
  ])
})

test('a whole that is broken, or for its parts, is not parted from who wants one of them', () => {
  for (const [whole, isParted] of [
    ['Donne vélo', true],
    ['Vélo à récupérer chez moi', true],
    ['Vélo à prix cassé', true],
    ['Donne vélo à démonter', false],
    ['Donne vieux vélo cassé', false],
    ['Donne vélo, pour récup', false],
    ['Donne vélo pour pièces', false],
    ['Épave de vélo', false],
  ] as const) {
    const [offer, need] = [said('offer', whole), said('need', 'Cherche une roue de vélo')]
    const pair = { offer, need, gives: saidBy(offer), asks: saidBy(need), themes: [] }
    assert.equal(isPartForWhole(pair), isParted, whole)
  }
})

test('a scanner of a hospital is none of a desk', () => {
  areMet([
    ['Scanner à prêter', 'Un scanner à l’hôpital mardi', false],
    ['Numérise vos photos au scanner', 'J’ai un scanner mardi et plus de voiture', false],
    ['Scanne vos vieilles photos', 'J’ai un scanner à Roanne jeudi', false],
    ['Je numérise photos et diapos', 'Papa passe un scanner mardi et ne conduit plus', false],
    ['Scanner à prêter', 'Cherche un scanner pour mardi', true],
    ['Je numérise photos et diapos', 'J’ai des photos à scanner', true],
  ])
})

test('who looks for work is answered by no week of a pupil', () => {
  const joiner = 'La menuiserie prend un collégien en stage d’observation en février'
  const work = 'Cherche du boulot, même quelques heures, j’aime les bêtes et je suis pas fainéant'
  areMet([
    [joiner, work, false],
    ['La ferme accueille des lycéens en stage', work, false],
    [joiner, 'Je cherche un stage de 3e en février', true],
    [joiner, 'Mon fils cherche son stage de troisième', true],
  ])
})

test('who ploughs with a tractor brings no manure', () => {
  const ploughs = 'Avec mon petit tracteur je laboure et je herse jardins et parcelles'
  areMet([
    [ploughs, 'Maraîcher cherche 20 tonnes de fumier, rendu au champ', false],
    ['Je laboure et j’apporte du fumier', 'Cherche 20 tonnes de fumier, rendu au champ', true],
    ['Donne du fumier', 'Maraîcher cherche 20 tonnes de fumier, rendu au champ', true],
    [ploughs, 'Cherche quelqu’un avec un tracteur pour labourer mon champ', true],
  ])
})

test('a size is nothing to be cut, and what is brought is no book', () => {
  areMet([
    ['Robe taille 40', 'Cherche quelqu’un pour tailler la haie', false],
    ['Manteau taille M, porté une fois', 'Je cherche quelqu’un pour tailler mes rosiers', false],
    ['Robe taille 40', 'Cherche une robe', true],
    ['Paul taille 40 pieds de vigne', 'Cherche quelqu’un pour tailler la vigne', true],
    ['Livres livrés à domicile par la médiathèque', 'Cherche livres, je ne sors plus', true],
    ['Repas livrés le midi', 'Qui peut apporter un repas à mon voisin\u202f?', true],
  ])
  const [chene, livres] = ['Chêne sec, livré', 'On cherche du bois de chauffe, livré']
  assert.ok(!met(chene, livres)?.reasons.some(reason => reason.is === 'same'))
  assert.ok(!met(chene, 'Je cherche des livres'))
  assert.equal(saidBy(said('offer', 'Robe taille 40')).act, undefined)
  assert.equal(saidBy(said('need', 'Des livres pour la boîte')).act, undefined)
  const [first] = saidBy(said('offer', 'Échelle double de 3 m, prêtée à la journée')).things
  assert.equal(first?.said, 'échelle')
})
