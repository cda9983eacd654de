import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold } from '../../../core/letters/words.ts'
import { THEMES } from '../../../core/themes.ts'
import { rideContext } from './rides/ride.ts'
import { understand } from './understood.ts'

/** The themes of a new box, as a notice finds them. */
const themes = THEMES.map(({ label, synonyms }) => ({
  id: label,
  words: [label, ...synonyms.split(',')].map(word => fold(word).trim()),
}))
const filed = (sentence: string): readonly string[] =>
  understand(sentence, {
    ...rideContext({ today: '2026-11-30', now: Date.UTC(2026, 10, 30) }, undefined),
    themes,
    territory: undefined,
  }).themes

test('what is brought is no book', () => {
  for (const [sentence, isBook] of [
    ['vends 4 stères de chêne sec, 65 € le stère, livré', false],
    ['je vends du foin, livrées les bottes', false],
    ['je donne des livres', true],
    ['je donne un livre et un vélo', true],
  ] as const)
    assert.equal(filed(sentence).includes('Livres'), isBook, sentence)
})

test('a notice that names no theme is filed under that of the thing or the job it names', () => {
  for (const [sentence, theme] of [
    ['je loue une débroussailleuse, 10 € la journée', 'Outils'],
    ['je fais des ourlets', 'Textile'],
    ['je donne des courgettes', 'Légumes'],
    ['je vends une commode', 'Meubles'],
    ['je cherche une nounou le mercredi', 'Enfance'],
    ['je cherche un ordi', 'Numérique'],
    ['je cherche un appartement', 'Logement'],
    ['je vends du pain', 'Alimentation'],
  ] as const)
    assert.deepEqual(filed(sentence), [theme], sentence)
})

test('a word that names several things, and a thing of no theme, file a notice nowhere', () => {
  for (const sentence of [
    'je cherche la clé de l’église',
    'portes ouvertes samedi',
    'je peux rendre service',
    'je cherche une place pour garer ma caravane',
    'réunion du village samedi',
  ])
    assert.deepEqual(filed(sentence), [], sentence)
})

test('a theme that the sentence names is told alone', () => {
  assert.deepEqual(filed('je répare une armoire'), ['Meubles', 'Réparation'])
  assert.deepEqual(filed('de la laine pour mon ordinateur'), ['Textile', 'Numérique'])
  assert.deepEqual(filed('couture : je cherche une débroussailleuse'), ['Textile'])
})

test('a word inside of another thing, or that only begins like it, tells no theme', () => {
  for (const [sentence, ...told] of [
    ['je vends des pommes de terre', 'Légumes'],
    ['aide pour des papiers administratifs'],
    ['je cherche de l’aide pour ma déclaration d’impôts'],
    ['vélo crevé, qui peut m’aider ?', 'Vélo'],
    ['je donne un barbecue'],
    ['je donne une balle de tennis'],
    ['je vends du papier à dessin', 'Papier'],
    ['je partage une palette de papier, 400 kg en tout', 'Papier'],
    ['papier par palettes, qui en veut ?', 'Papier'],
    ['je donne un carton d’outils', 'Outils'],
    ['je donne des palettes', 'Bois'],
    ['je donne des palettes de bois', 'Bois'],
  ] as const)
    assert.deepEqual(filed(sentence), told, sentence)
})

test('a word of two things, or that a word of a theme only begins like, files a notice nowhere', () => {
  for (const [sentence, ...told] of [
    ['je cherche quelqu’un pour reprendre deux jupes à la taille'],
    ['une livre de beurre de ferme'],
    ['le vent a couché mon antenne'],
    ['ma gouttière est bouchée par les feuilles'],
    ['Pierre prête sa remorque', 'Outils'],
    ['Jean-Luc donne des conseils'],
    ['une chambre à air de 28 pouces'],
    ['on tape le carton le jeudi'],
    ['ma terrasse est verte'],
    ['je tourne en rond'],
    ['je donne des livres de cuisine', 'Alimentation', 'Livres'],
    ['vends machine à coudre', 'Outils'],
    ['je cherche un poêle à bois', 'Bois', 'Énergie'],
    ['la taille de ma fille a changé, je donne ses robes', 'Textile'],
  ] as const)
    assert.deepEqual(filed(sentence), told, sentence)
})

test('what only sounds like a thing, a place, a meal or a wrapping files a notice nowhere', () => {
  for (const [sentence, ...told] of [
    ['Lulu et son accordéon font danser vos repas', 'Culture'],
    ['je prépare des repas pour les anciens', 'Alimentation'],
    ['Vends bouteilles de cidre par carton', 'Alimentation'],
    ['Cidre fermier en cartons de six', 'Alimentation'],
    ['je donne des cartons', 'Papier'],
    ['Y a-t-il une ferme qui livre du lait cru dans le bourg\u202f?', 'Alimentation'],
    ['lait de brebis à la livre', 'Alimentation'],
    ['je vends deux brebis', 'Bêtes'],
    ['le breton des voisins, j’aimerais le comprendre'],
    ['je vends deux sacs de ciment', 'Matériaux'],
    ['ça goutte dans la chambre'],
    ['je loue une chambre', 'Logement'],
    ['je donne de la terre', 'Terres'],
    ['famille avec jardin voudrait adopter un chiot'],
    ['je bêche votre jardin', 'Jardins'],
    ['j’aimerais connaître les gens d’ici'],
    ['mon docteur veut que je marche mais seule je n’ose pas', 'Santé'],
    ['je vends un vélo près de la gare', 'Vélo'],
    ['j’ai un pré pour des moutons', 'Terres', 'Bêtes'],
    ['Robe taille 40, portée une fois', 'Textile'],
    ['chambre meublée chez l’habitant', 'Logement'],
  ] as const)
    assert.deepEqual(filed(sentence), told, sentence)
})

test('a tag that is not surely told is not told', () => {
  const modeOf = (sentence: string) =>
    understand(sentence, {
      ...rideContext({ today: '2026-11-30', now: Date.UTC(2026, 10, 30) }, undefined),
      themes,
      territory: undefined,
    }).mode
  for (const [sentence, mode] of [
    ['Qui va à Limoges mercredi ? Ma voiture est prête au garage', undefined],
    ['Haie prête à planter', undefined],
    ['Mon Kärcher est prêté à qui me le ramène propre', 'lend'],
    ['Odette prête son échelle', 'lend'],
    ['Personne pour donner à manger à nos deux chats', undefined],
    ['Un hérisson boite, je ne sais pas quoi lui donner', undefined],
    ['Je donne deux chats', 'give'],
    ['Une place en maison de retraite se libérerait-elle pour mon oncle ?', undefined],
    ['Une place pour aller à la maison de retraite de Champdieu samedi', 'ride'],
    ['La maison du tonton est à vider avant la vente', undefined],
    ['Vente de miel', 'sell'],
    ['Je vends avant la vente de la maison', 'sell'],
  ] as const)
    assert.equal(modeOf(sentence), mode, sentence)
  for (const [sentence, ...told] of [
    ['Clouée au lit par la grippe, mon ordonnance attend sur la table'],
    ['je donne une table et un lit', 'Meubles'],
    ['Trouvé un bébé hérisson tout maigre'],
    ['je garde un bébé', 'Enfance'],
    ['La maison du tonton est à vider avant la vente', 'Logement'],
    ['vente de miel', 'Commerce'],
  ] as const)
    assert.deepEqual(filed(sentence), told, sentence)
})
