import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noticeOf } from '../../../../bin/lexicon/tried.ts'
import { idFrom } from '../../../core/id.ts'
import { areDaysOut, areTwoDates, daysSaid } from '../model/matching/days.ts'
import { isTooLittle } from '../model/matching/enough.ts'
import { saidBy } from '../model/matching/meaning.ts'
import { areOfTwoSeasons } from '../model/matching/months.ts'
import type { SpokenNotice } from '../model/matching/spoken.ts'
import { matchingFr } from '../words/matching/fr.ts'
import { reasonsSaid } from './matching/say.ts'
import { isAnswer, meet } from './matching.ts'

const told = (side: 'offer' | 'need', said: string): SpokenNotice => {
  const [title = '', more = ''] = said.split(' // ')
  return { ...noticeOf(side, title), more }
}
const days = (one: SpokenNotice) => daysSaid(one, saidBy(one))
/** Whether the days of the two part them. */
function areOfOtherDays(offer: SpokenNotice, need: SpokenNotice): boolean {
  const [mine, theirs] = [days(offer), days(need)]
  if (areDaysOut(offer, theirs) || areDaysOut(need, mine)) return true
  if (mine.length === 0 || theirs.length === 0) return false
  const day = mine.find(one => theirs.includes(one))
  return day === undefined || areTwoDates(offer, need, day)
}
function tried(
  parts: (offer: SpokenNotice, need: SpokenNotice) => boolean,
  pairs: readonly (readonly [string, string, boolean])[],
): void {
  for (const [offer, need, isApart] of pairs)
    assert.equal(parts(told('offer', offer), told('need', need)), isApart, `${offer} / ${need}`)
}

test('a day off, or one that is out in part, parts nobody', () => {
  tried(areOfOtherDays, [
    [
      'Je garde les enfants, je ne travaille pas le mercredi',
      'Qui peut garder ma fille le mercredi ?',
      false,
    ],
    [
      'Je prête ma remorque dimanche',
      'Cherche remorque dimanche, la déchetterie est fermée dimanche',
      false,
    ],
    ['Je prête ma remorque samedi', 'Cherche remorque, la déchetterie est fermée dimanche', false],
    [
      'Je garde les enfants le mercredi',
      'L’école est fermée le mercredi, qui garde mes enfants ?',
      false,
    ],
    ['Je garde les chiens vendredi, pourquoi pas samedi', 'Qui garde mon chien samedi ?', false],
    ['Je garde les chats, sauf le mercredi matin', 'Garde de chat le mercredi après-midi', false],
    ['Je garde les chats, sauf le mercredi matin', 'Garde de chat le mardi', false],
    ['Je garde les chiens', 'Je ne suis pas là samedi, qui garde mon chien samedi ?', false],
    ['Je garde les chats, jamais le mercredi', 'Garde de chat le mercredi', true],
    ['Je prête ma remorque, pas le samedi', 'Cherche remorque samedi', true],
    ['Atelier vélo, fermé le lundi', 'Réparer mon vélo lundi', true],
  ])
  const [offer, need] = [
    'Je garde les enfants, je ne travaille pas le mercredi',
    'Qui peut garder ma fille le mercredi ?',
  ]
  assert.ok(isAnswer(meet(told('offer', offer), told('need', need), [])))
})

test('all the dates of a weekday count', () => {
  tried(areOfOtherDays, [
    ['Salle à prêter samedi 9 ou 16', 'Cherche une salle samedi 16', false],
    ['Salle à prêter les samedis 9 et 16', 'Cherche une salle samedi 16', false],
    ['Salle à prêter // Les samedis 9, 16 et 23.', 'Cherche une salle samedi 23', false],
    ['Salle libre du samedi 9 au samedi 23', 'Cherche une salle samedi 16', false],
    ['Salle à prêter tous les samedis, sauf samedi 9', 'Cherche salle samedi 16', false],
    ['Salle à prêter à partir du samedi 9', 'Cherche salle samedi 16', false],
    ['Salle à prêter samedi 9 ou 16', 'Cherche une salle samedi 23', true],
    ['Salle à prêter samedi 9', 'Cherche une salle samedi 16', true],
  ])
})

test('people who are told of are no room for people', () => {
  tried(isTooLittle, [
    ['Je suis une personne sérieuse, je fais le ménage', 'Ménage chez deux personnes âgées', false],
    ['Table à donner // À porter à une personne.', 'Cherche table pour six personnes', false],
    ['Table à donner // À porter à deux personnes.', 'Cherche table pour six personnes', false],
    ['Je fais les courses pour deux personnes', 'Courses pour 8 personnes', false],
    ['Foin à vendre, 1 200 kg', '900 kg de foin', false],
    ['Foin à vendre, en bottes de 25 kg', '900 kg de foin', false],
    ['Trois tables pour 8 personnes', 'Des tables pour 24 personnes', false],
    ['Foin à vendre, 200 kg', 'Cherche 1 200 kg de foin', true],
    ['Table pour quatre personnes', 'Table pour 12 personnes', true],
    ['Lit pour une personne', 'Lit pour deux personnes', false],
    ['Gîte de 4 à 6 personnes', 'Gîte pour 20 personnes', true],
    ['Salle à prêter // 60 personnes', 'Une salle pour 200 personnes', true],
  ])
})

test('a month that is only mentioned parts nobody', () => {
  tried(areOfTwoSeasons, [
    ['Ma couveuse se prête en mars-avril', 'Cherche couveuse pour avril', false],
    ['Ma couveuse se prête en mars, avril et mai', 'Cherche couveuse pour mai', false],
    ['Je prête ma salle, elle sera repeinte en mars', 'Cherche salle en juin', false],
    [
      'Chatons. Il en reste seulement 3, nés en juin',
      'Cherche un chaton pour Noël en décembre',
      false,
    ],
    [
      'Cours de guitare à partir de septembre',
      'Je cherche des cours de guitare, j’ai commencé en mai',
      false,
    ],
    [
      'Je donne des tomates à partir de juillet',
      'Je cherche des tomates, j’ai raté les miennes en mai',
      false,
    ],
    ['Je prête mon vélo à partir de juin', 'Cherche vélo, rue du 11 novembre', false],
    ['Barnum à prêter, sauf en mai et juin', 'Cherche barnum en juillet', false],
    ['Ma salle est fermée à partir de mars', 'Cherche salle en janvier', false],
    ['Barnum à prêter, sauf en mai et juin', 'Cherche barnum pour juin', true],
    ['Ma couveuse se prête en mars, avril et mai', 'Cherche couveuse pour juillet', true],
    ['Je donne des tomates à partir de juillet', 'Cherche des tomates début mai', true],
    ['Le pressoir se prête entre septembre et novembre', 'Cherche pressoir en octobre', false],
    ['Mes chèvres broutent, dispo de janvier à mars', 'Ronces à nettoyer avant avril', false],
    ['Je prête ma tente à partir de mai', 'Cherche tente d’ici avril', true],
    ['Notre gîte est libre de mai à juillet', 'Cherche gîte pour septembre', true],
    ['Je prêterai ma tente cet été', 'Cherche tente pour juillet', false],
    ['Je prête ma tente à partir de mai', 'Cherche tente, mon fils est né en mars', false],
    ['Le pressoir se prête en septembre', 'Pressoir recherché pour le 8 mai', true],
  ])
})

/** Written on a day. */
const writtenOn = (day: string, one: SpokenNotice): SpokenNotice => ({
  ...one,
  id: idFrom(Date.parse(day), new Uint8Array(10).fill(one.side === 'need' ? 1 : 2)),
})
const areOfTwoSeasonsOn =
  (day: string) =>
  (offer: SpokenNotice, need: SpokenNotice): boolean =>
    areOfTwoSeasons(writtenOn(day, offer), writtenOn(day, need))

test('what begins next year is no answer to who needs it before the end of this one', () => {
  tried(areOfTwoSeasonsOn('2026-12-05'), [
    [
      'Mon pressoir et le broyeur, je les prêterai à l’automne prochain',
      'Il me reste 150 kilos de pommes, qui me laisserait son pressoir avant Noël ?',
      true,
    ],
    ['Pressoir à dispo tout l’automne prochain', 'Cherche pressoir d’ici Noël', true],
    ['Pressoir qu’on prête, pas avant septembre', 'Cherche un pressoir avant les fêtes', true],
    [
      'Mon pressoir sera de nouveau à louer à partir de septembre 2027',
      'Il reste 200 kg de pommes à presser ce week-end, je cherche un pressoir',
      true,
    ],
    ['Cours de guitare à partir de janvier 2028', 'Cours de guitare pour mars', true],
    [
      'Je prête ma presse à pommes, de septembre à octobre seulement',
      'Presse à pommes pour la semaine de Noël',
      true,
    ],
    ['Je prête mon barnum au printemps prochain', 'Cherche barnum pour avril', false],
    ['Je prête mon pressoir', 'Cherche un pressoir avant Noël', false],
    ['Je prête mon barnum l’hiver prochain', 'Cherche barnum avant Noël', false],
    ['Cours de guitare à partir de janvier', 'Cherche cours de guitare pour mars', false],
    ['Cours de guitare à partir de novembre', 'Cherche cours de guitare, urgent', false],
  ])
  tried(areOfTwoSeasonsOn('2026-10-05'), [
    ['Je prête mon pressoir en octobre seulement', 'Cherche un pressoir avant Noël', false],
  ])
})

test('the month in which one moves is that of a van, and not of everything else', () => {
  tried(areOfTwoSeasons, [
    ['Mon vélo se prête en mars seulement', 'Cherche vélo, je déménage en mai', false],
    ['Mon camion se prête en mars seulement', 'Cherche camion, je déménage en mai', true],
    ['Mon camion se prête en mai seulement', 'Cherche camion, je déménage en mai', false],
    ['Garage à louer, libre en septembre', 'Cherche garage, nous déménageons en mars', true],
    ['Garage à louer, libre en mars', 'Cherche garage, nous déménageons en mars', false],
    ['Grange libre en septembre', 'Où garder nos meubles ? Nous déménageons en mars', true],
    ['Box à louer, libre en septembre', 'Je déménage en mars, il me faut un box', true],
    ['Cave libre en septembre', 'Cherche une cave, nous déménageons en mars', true],
    ['Couvertures, à prêter en mai', 'Cherche couvertures, on déménage en mars', true],
  ])
})

test('a day in a week or in two is the day that it is', () => {
  const on = (offer: SpokenNotice, need: SpokenNotice): boolean =>
    areOfOtherDays(writtenOn('2026-12-05', offer), writtenOn('2026-12-05', need))
  tried(on, [
    ['Salle à prêter dimanche 13', 'Cherche une salle dimanche en huit', false],
    ['Salle à prêter dimanche 6', 'Cherche une salle dimanche en huit', true],
    ['Barnum à prêter samedi en quinze', 'Cherche barnum samedi 19', false],
    ['Barnum à prêter samedi en quinze', 'Cherche barnum samedi en huit', true],
    ['Barnum à prêter samedi', 'Cherche barnum samedi en huit', false],
  ])
})

test('what a notice excepts it does not offer: a part of the day, a week-end, a season', () => {
  const met = (offer: string, need: string) => meet(told('offer', offer), told('need', need), [])
  const mother = 'Ma mère a 88 ans, je cherche une personne pour dormir avec elle la nuit du 24'
  const keeps = 'Je garde vos enfants, jamais le soir ni le week-end'
  for (const [offer, need, isMet] of [
    ['Peut tenir compagnie à un malade l’après-midi, jamais la nuit', mother, false],
    ['Une aide-soignante reste avec un malade, la nuit aussi', mother, true],
    [keeps, 'Qui garde mes deux enfants mercredi soir\u202f?', false],
    [keeps, 'Qui garde mes deux enfants samedi\u202f?', false],
    [keeps, 'Qui garde mes deux enfants mercredi\u202f?', true],
    ['Je garde les enfants, pas le matin', 'Qui garde mes enfants mercredi matin\u202f?', false],
    [
      'Je garde les enfants, pas le matin',
      'Qui garde mes enfants mercredi, le matin ou le soir\u202f?',
      true,
    ],
    [
      'Je vous emmène à Guéret, je ne conduis pas la nuit',
      'Je ne conduis pas la nuit, qui m’emmène à Guéret\u202f?',
      true,
    ],
    ['Je prête ma tente, jamais l’été', 'Cherche une tente pour cet été', false],
    ['Je prête ma tente, jamais l’été', 'Cherche une tente pour avril', true],
    ['Je prête une tente, jamais été montée', 'Cherche une tente pour cet été', true],
  ] as const)
    assert.equal(isAnswer(met(offer, need)), isMet, `${offer} / ${need}`)
})

test('both are told to say a day where both write it', () => {
  const dayOf = (offer: string, need: string) => {
    const meeting = meet(told('offer', offer), told('need', need), [])
    return meeting && reasonsSaid(meeting, 'fr', matchingFr)
  }
  const garden = 'Je jardine chez vous le samedi'
  assert.match(dayOf(garden, 'Qui vient jardiner samedi\u202f?') ?? '', /les deux disent samedi/)
  for (const [offer, need] of [
    [garden, 'Qui vient jardiner le week-end\u202f?'],
    ['Je jardine chez vous le week-end', 'Qui vient jardiner samedi\u202f?'],
  ] as const)
    assert.match(dayOf(offer, need) ?? '', /samedi peut convenir aux deux/, need)
})
