import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesOf } from './names.ts'
import { rideTold } from './ride.ts'

const context = { today: '2026-11-29', communes: namesOf([]) }
const way = (text: string): string => {
  const { from, to, via } = rideTold(text, context)
  return [from ?? '-', to ?? '-', ...via].join(' > ')
}

test('the place that one comes from is read where people say it', () => {
  for (const [text, told] of [
    ['qui peut me ramener de la gare vendredi', 'gare > -'],
    ['quelqu’un rentre de la réunion de Feurs ce soir', 'réunion de Feurs > -'],
    ['je vais à Roanne lundi, départ 6 h de Cremeaux', 'Cremeaux > Roanne'],
    ['concert à Feurs, je pars à 19 h de Sail', 'Sail > Feurs'],
    ['on habite scrignac, qui va à Carhaix', 'scrignac > Carhaix'],
    ['coincé à Montbrison, qui rentre à Boën ce soir', 'Montbrison > Boën'],
    ['mon fils arrive au train de 19 h à Boën, qui le remonte à Sail', 'Boën > Sail'],
    ['qui passe par Trelins pour aller à Boën', 'Trelins > Boën'],
    ['qui m’emmène de Trelins chaque lundi à la dialyse de Feurs', 'Trelins > dialyse de Feurs'],
    ['match à Feurs, rdv 12 h au stade de Sail', 'stade de Sail > Feurs'],
    ['Marché de Florac, j’y vais du Pont-de-Montvert', 'Pont-de-Montvert > Florac'],
    ['je finis à 16 h à Roanne et je rentre à Noirétable', 'Roanne > Noirétable'],
    ['départ de Vialas en direction d’Alès', 'Vialas > Alès'],
    ['je suis Lucie, j’habite Leigneux', 'Leigneux > -'],
    ['pour Paris vendredi, je vous prends à Boën', 'Boën > Paris'],
    ['ils habitent Débats-Rivière-d’Orpra', "Débats-Rivière-d'Orpra > -"],
  ] as const)
    assert.equal(way(text), told, text)
})

test('a goal that is no name has the town beside it, or what it is of', () => {
  for (const [text, told] of [
    ['je vais chez le docteur à 10 h jeudi à Boën', '- > docteur à Boën'],
    ['je vais aux Restos du cœur à Boën', '- > Restos du coeur à Boën'],
    ['emmener mon mari à l’hôpital Nord à Saint-Étienne', '- > hôpital Nord à Saint-Étienne'],
    ['je vais à la salle de sport', '- > salle de sport'],
    ['je vais à mon stage à Feurs', '- > stage à Feurs'],
    ['je vais chercher ma fille à la gare de Feurs', '- > gare de Feurs'],
    ['je monte au col de la Loge', '- > col de la Loge'],
    ['je descends au centre de loisirs de Sail', '- > centre de loisirs de Sail'],
    ['je vais à Roanne mercredi, rendez-vous à la CAF', '- > Roanne'],
  ] as const)
    assert.equal(way(text), told, text)
})

test('two names side by side are a way, and a name of two words is none', () => {
  for (const [text, told] of [
    ['je fais Sail-Montbrison tous les jours', 'Sail > Montbrison'],
    ['quelqu’un fait-il Boën–Clermont le 23', 'Boën > Clermont'],
    ['Boën Lyon lundi 5 h, une place', 'Boën > Lyon'],
    ['covoit boen - st etienne', 'boen > st etienne'],
    ['je fais Saint-Just Boën tous les jours', 'Saint-Just > Boën'],
    ['je vais à Geoffroy Guichard samedi', '- > Geoffroy Guichard'],
    ['je vais à Lyon Part-Dieu vendredi, deux places', '- > Lyon Part-Dieu'],
    ['trajet Lyon Perrache vendredi matin', '- > Lyon Perrache'],
    ['Boën – Lyon Part-Dieu vendredi', 'Boën > Lyon Part-Dieu'],
    ['je pars de Lyon Part-Dieu dimanche pour Boën', 'Lyon Part-Dieu > Boën'],
    ['je monte à Paris Montparnasse dimanche', '- > Paris Montparnasse'],
    ['je fais Lyon Grenoble tous les vendredis', 'Lyon > Grenoble'],
    ['je fais Clermont-Ferrand tous les lundis', '- > Clermont-Ferrand'],
    ['Vends Kangoo samedi', '- > -'],
  ] as const)
    assert.equal(way(text), told, text)
})

test('a town in small letters is one; what somebody has is no place where they go', () => {
  assert.equal(way('je rentre de lyon dimanche'), 'lyon > -')
  assert.equal(way('elle a rendez-vous à Feurs'), '- > Feurs')
  assert.equal(way('je fais la route de Noirétable'), '- > Noirétable')
  assert.equal(way('je fais la route de Boën à Feurs'), 'Boën > Feurs')
})
