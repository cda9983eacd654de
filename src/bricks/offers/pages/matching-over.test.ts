import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noticeOf } from '../../../../bin/lexicon/tried.ts'
import { isOver } from '../model/matching/apart.ts'
import { isAnswer, meet } from './matching.ts'

/** A title, and what stands beside it. */
type Told = string | readonly [title: string, more: string]
const notice = (side: 'offer' | 'need', told: Told) => {
  const [title, more] = typeof told === 'string' ? [told, ''] : told
  return { ...noticeOf(side, title), more }
}
const met = (offer: Told, need: Told) => meet(notice('offer', offer), notice('need', need), [])
const areAnswers = (isOne: boolean, pairs: readonly (readonly [offer: Told, need: Told])[]) => {
  for (const [offer, need] of pairs)
    assert.equal(isAnswer(met(offer, need)), isOne, `${offer} / ${need}`)
}

test('a notice that tells of a part, of some days or of others is still open', () => {
  areAnswers(true, [
    ['Chat roux trouvé, merci d’appeler', 'Chat roux perdu'],
    [
      ['Je donne 4 chatons', 'Deux sont déjà réservés, deux cherchent une famille.'],
      'Je cherche un chaton',
    ],
    [['Gîte à louer', 'Juillet est déjà complet.'], 'Je cherche un gîte pour août'],
    [['Je prête mon broyeur', 'Le mois de mai est déjà réservé.'], 'Je cherche un broyeur'],
    [['Vends tondeuse', 'Moteur réglé, merci de rappeler le soir'], 'Je cherche une tondeuse'],
    ['Je donne des légumes', ['Je cherche des légumes', 'À l’AMAP c’est complet.']],
  ])
  for (const [title, more] of [
    ['Gîte à louer', 'En juillet tout est réservé.'],
    ['Je donne des chaises', 'Les blanches sont toutes réservées, il reste les bleues.'],
    ['Je donne des jouets', 'Mes enfants sont tous partis, ils ne servent plus.'],
    ['Je garde les enfants', 'Retraitée, je suis plus disponible qu’avant.'],
    ['Vends poêle', 'Réservé, merci de me dire si vous voulez le suivant.'],
  ] as const)
    assert.ok(!isOver(notice('offer', [title, more])), more)
  for (const [title, more] of [
    ['Je cherche un gîte', 'Dans le village tout est réservé.'],
    ['Je cherche une salle', 'Celle de la mairie n’est plus disponible.'],
    ['Je cherche un meuble', 'J’ai trouvé un matelas, il me faut le sommier.'],
  ] as const)
    assert.ok(!isOver(notice('need', [title, more])), more)
})

test('a notice that is gone or has found is over', () => {
  for (const [title, more] of [
    ['Je donne 4 chatons', 'Tous sont déjà réservés.'],
    ['Je donne 4 chatons', 'C’est pourvu, merci.'],
    ['Les poires sont toutes parties, merci à tous', ''],
    ['VENDU : tondeuse', ''],
    ['Je donne un lit', 'Le lit n’est plus disponible.'],
    ['Je donne un lit, c’est réservé, merci', ''],
  ] as const)
    assert.ok(isOver(notice('offer', [title, more])), `${title} ${more}`)
  for (const [title, more] of [
    ['Je cherche un chaton', 'Trouvé, merci !'],
    ['Je cherche un chaton', 'C’est trouvé.'],
    ['Chat roux perdu', 'Merci à tous, on a trouvé !'],
  ] as const)
    assert.ok(isOver(notice('need', [title, more])), `${title} ${more}`)
})

test('who has a group and looks for another does not look for members', () => {
  const choir = 'La chorale accueille toutes les voix'
  areAnswers(true, [
    [choir, 'Mon école de musique ferme, je cherche une chorale'],
    [choir, 'Notre chorale a fermé, je cherche une autre chorale'],
  ])
  const football = met(choir, 'Je quitte mon club de foot et je cherche une chorale')
  assert.deepEqual(football?.doubts, [])
  for (const need of [
    'Notre chorale cherche un chef',
    'Notre chorale manque de ténors',
    'Il manque à notre chorale deux basses',
  ])
    assert.ok(!isAnswer(met(choir, need)), need)
})

test('who is lost in something is no lost thing', () => {
  const papers = 'J’aide à remplir les papiers administratifs'
  areAnswers(true, [
    [papers, 'Perdue dans mes papiers administratifs, qui peut m’aider ?'],
    [papers, 'Perdu devant mes papiers administratifs, qui peut m’aider ?'],
  ])
  areAnswers(false, [
    ['Je donne un chat roux', 'Perdu chat roux'],
    ['Je donne un chaton noir', 'Disparue, ma chatte noire'],
  ])
})

test('what others have taken is not found by who asks for it', () => {
  areAnswers(true, [
    ['Je prête ma salle des fêtes', 'La salle est réservée ce jour-là, je cherche une salle'],
    ['Je prête ma remorque', 'La remorque est louée samedi, je cherche une remorque'],
    ['Je prête ma remorque', 'La remorque est louée samedi, il m’en faut une autre'],
  ])
  areAnswers(false, [
    ['Je prête mon camion', 'J’ai trouvé un camion, cherche un chauffeur pour le camion'],
    ['Je prête mon camion', 'Le camion est réservé, il manque des bras'],
  ])
})

test('a stage meets who takes a trainee, and a course', () => {
  areAnswers(true, [
    ['Je prends un stagiaire en menuiserie', 'Je cherche un stage en menuiserie'],
    ['Je prends un apprenti en menuiserie', 'Je cherche une alternance en menuiserie'],
    ['Stage de poterie samedi', 'Je cherche un stage de poterie'],
  ])
  areAnswers(false, [
    ['Je prends un stagiaire en menuiserie', 'Je cherche un menuisier'],
    ['Je prends un apprenti en menuiserie', 'Je cherche un cours de menuiserie'],
  ])
})

test('a night is no year, and who keeps a dog at night keeps it', () => {
  areAnswers(false, [
    ['Chambre à la nuit', 'Je cherche une chambre à l’an'],
    ['Chambre à louer au mois', 'Je cherche une chambre pour une nuit'],
  ])
  areAnswers(true, [
    ['Chambre à la nuit', 'Je cherche une chambre pour une nuit le mois prochain'],
    ['Chambre à louer à l’an', 'Je cherche une chambre à l’année'],
    ['Je garde les chiens le week-end', 'Chien à garder pendant nos absences'],
  ])
})

test('a neighbour who looks for some, too, gives none', () => {
  areAnswers(false, [
    ['Mon voisin cherche d’anciennes tuiles', 'Je cherche des tuiles anciennes'],
    ['Ma sœur cherche d’autres bocaux', 'Je cherche des bocaux'],
  ])
  areAnswers(true, [
    ['Mon voisin donne d’anciennes tuiles', 'Je cherche des tuiles anciennes'],
    ['Mes chatons cherchent d’urgence une maison', 'Je cherche un chaton'],
  ])
})
