import assert from 'node:assert/strict'
import { test } from 'node:test'
import { harvestPage } from '../../../text/harvest/harvest.ts'
import { notesPage } from '../../../text/harvest/page.ts'
import { picked } from '../../../text/harvest/picked.ts'
import { agendaHarvest } from './harvest.ts'

const head = 'Réunion du 5 mars 2024\n\nPrésents : Marie, Paul\n\n'
const found = (said: string) => harvestPage(head + said, [agendaHarvest]).candidates

test('the next meeting has its day and hour, and never a home as its place', () => {
  const [next] = found('Prochaine réunion le mardi 2 avril à 20h chez Marie.')
  assert.equal(next?.title, 'Prochaine réunion')
  assert.deepEqual(
    [next?.fields['startsOn'], next?.fields['startsAt'], next?.fields['where']],
    ['2024-04-02', '20:00', undefined],
  )
})

test('what is to come is an event; what is past, or only a term, is not', () => {
  const [feast] = found('La fête du pain aura lieu le samedi 8 juin à 10h, salle des fêtes.')
  assert.deepEqual([feast?.fields['startsOn'], feast?.fields['startsAt']], ['2024-06-08', '10:00'])
  assert.deepEqual(found('La fête du 10 février s’est bien passée.'), [])
  assert.deepEqual(found('Envoyer les affiches de la fête avant le 12 avril.'), [])
})

test('an event keeps the roof under which it takes place, and takes no village for one', () => {
  const whereOf = (said: string) => found(said)[0]?.fields['where']
  const market = 'Le marché de Noël aura lieu le samedi 6 avril à 10h sous'
  assert.equal(whereOf(`${market} la halle.`), 'Halle')
  assert.equal(whereOf(`${market} le préau.`), 'Préau')
  assert.equal(whereOf(`${market} le nom de Marché d’hiver.`), undefined)
})

test('an event has the day of the sentence before, of what it follows or of the title above', () => {
  const days = (said: string) =>
    found(said).map(({ title, fields }) => [title, fields['startsOn'], fields['startsAt']])
  const market = 'La foire est le samedi 6 avril à 10h. '
  assert.deepEqual(days(`${market}Le vendredi suivant à 18h30, repas partagé.`).at(-1), [
    'Repas partagé',
    '2024-04-12',
    '18:30',
  ])
  assert.deepEqual(days(`${market}\n\nOn en reparle.\n\nLa veille, montage à 17 h.`).at(-1), [
    'Montage',
    '2024-04-05',
    '17:00',
  ])
  const far = 'Le four chauffe.\n\n'.repeat(6)
  assert.deepEqual(days(`${market}${far}Le lendemain de la foire, tri des invendus à 9h.`).at(-1), [
    'Tri des invendus',
    '2024-04-07',
    '09:00',
  ])
  assert.deepEqual(days('## Samedi 6 avril\n\n- 10h : troc de graines\n- 14h : soupe partagée\n'), [
    ['Troc de graines', '2024-04-06', '10:00'],
    ['Soupe partagée', '2024-04-06', '14:00'],
  ])
  for (const silent of [
    `${market}${far}Le lendemain, tri des invendus à 9h.`,
    'Le lendemain de la foire, tri des invendus à 9h.',
    `${market}Le lendemain, on trie les invendus.`,
    '## Mardi 5 mars\n\n- 20h : accueil\n- 21h : tour de table\n',
    '## Semaine du 6 avril\n\n- 10h : troc de graines\n',
  ])
    assert.deepEqual(days(silent).slice(silent.startsWith(market) ? 1 : 0), [], silent)
})

test('an event whose place is said first is titled by what it is', () => {
  const [meal] = found('Au foyer, repas le 2 avril à 20h.')
  assert.deepEqual([meal?.title, meal?.fields['where']], ['Repas', 'Foyer'])
  const [home] = found('Chez Mado, réunion le 2 avril à 20h.')
  assert.deepEqual([home?.title, home?.fields['where']], ['Réunion', undefined])
  const [feast] = found('La fête de la Saint-Jean est le 24 juin à 19h.')
  assert.deepEqual([feast?.title, feast?.fields['where']], ['La fête de la Saint-Jean', undefined])
})

test('what happens again and again has its rhythm, its hour and its next day', () => {
  const again = (said: string) => {
    const [one] = found(said)
    const { startsOn, recurs, startsAt, endsAt } = one?.fields ?? {}
    return one && [one.title, startsOn, recurs, startsAt, endsAt]
  }
  assert.deepEqual(again('café du lundi : tous les lundis 9h30 au bar de la Place'), [
    'Café du lundi',
    '2024-03-11',
    'FREQ=WEEKLY;BYDAY=MO',
    '09:30',
    undefined,
  ])
  assert.deepEqual(again('café tricot un jeudi sur deux 14h'), [
    'Café tricot',
    '2024-03-07',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TH',
    '14:00',
    undefined,
  ])
  assert.deepEqual(again('Repair café tous les premiers samedis 10h-12h'), [
    'Repair café',
    '2024-04-06',
    'FREQ=MONTHLY;BYDAY=1SA',
    '10:00',
    '12:00',
  ])
  assert.deepEqual(again('Marché le dernier dimanche du mois à 9 h'), [
    'Marché',
    '2024-03-31',
    'FREQ=MONTHLY;BYDAY=-1SU',
    '09:00',
    undefined,
  ])
  for (const none of [
    'La salle est libre tous les mercredis après-midi.',
    'Sabrina va à Montbrison tous les mardis 8h, 2 places',
    'Rendez-vous chez Marie mardi 2 avril à 14h',
  ])
    assert.equal(again(none), undefined, none)
})

test('a sentence picked as an event happens again as it says, with or without an hour', () => {
  const made = (said: string) => {
    const span = { from: head.length, to: head.length + said.length }
    const page = notesPage(head + said)
    const one = picked(head + said, page, [agendaHarvest], { kind: 'event', span, known: [] })
    const { title, startsOn, startsAt, recurs } = one?.piece.fields ?? {}
    return [title, startsOn, startsAt, recurs]
  }
  assert.deepEqual(made('Jeux de société tous les jeudis à la salle des fêtes.'), [
    ...['Jeux de société', '2024-03-07', undefined, 'FREQ=WEEKLY;BYDAY=TH'],
  ])
  assert.deepEqual(made('Le marché, c’est le 1er vendredi du mois.'), [
    ...['Le marché', '2024-04-05', undefined, 'FREQ=MONTHLY;BYDAY=1FR'],
  ])
  assert.deepEqual(made('Chaque mardi de 18h à 20h, soupe partagée.'), [
    ...['Soupe partagée', '2024-03-12', '18:00', 'FREQ=WEEKLY;BYDAY=TU'],
  ])
  assert.deepEqual(made('La soupe est le samedi 8 juin à 10h.'), [
    ...['La soupe', '2024-06-08', '10:00', undefined],
  ])
})

const rhythm = (said: string) => found(said).find(one => one.fields['recurs'])?.fields['recurs']

test('the first Saturday is a rhythm only of each month', () => {
  for (const [said, day, title] of [
    ['Réunion le premier samedi 5 décembre à 9h.', '2024-12-05', 'Réunion'],
    ['Atelier le dernier mardi 26 mars à 18h.', '2024-03-26', 'Atelier'],
    ['Repair café le deuxième samedi 9 mars 14h.', '2024-03-09', 'Repair café'],
    ['Marché le premier samedi d’avril à 9h.', '2024-04-06', 'Marché'],
    ['Café le premier samedi du mois de mai à 9h.', '2024-05-04', 'Café'],
  ] as const) {
    const [one] = found(said)
    const told = [one?.fields['startsOn'], one?.title, one?.fields['recurs']]
    assert.deepEqual(told, [day, title, undefined], said)
  }
  for (const said of [
    'Marché le premier samedi à 9h.',
    'Chantier le premier samedi après la fête à 9h.',
    'Chantier le premier samedi des vacances à 9h.',
    'Café le premier samedi du mois prochain à 9h.',
    'Marché le premier et le troisième samedi du mois à 9h.',
    'Café tous les samedis 5 et 12 avril à 9h.',
  ])
    assert.equal(rhythm(said), undefined, said)
  assert.equal(rhythm('Café le 1er lundi de chaque mois de 9h à 11h.'), 'FREQ=MONTHLY;BYDAY=1MO')
})

test('a thing that stops, or is no more, has no rhythm', () => {
  for (const said of [
    'Plus de permanence tous les lundis à 9h.',
    'Le marché tous les samedis à 9h est supprimé.',
    'Il n’y a pas de café tous les lundis à 9h.',
    'Fini le café tricot tous les jeudis 14h.',
    'La permanence de chaque mardi 10h est annulée.',
    'Le café du lundi, tous les lundis 9h30, s’arrête.',
    'Aucune distribution tous les jeudis à 18h.',
    'Arrêt de l’atelier tous les mercredis à 14h.',
    'L’atelier chaque mercredi 14h n’a plus lieu.',
    'La chorale ne chante plus tous les mardis à 20h.',
    'L’amicale n’organise plus le loto, le premier dimanche du mois à 14h.',
    'Pas encore de café tous les lundis à 9h.',
    'Autrefois, bal tous les dimanches à 15h.',
  ])
    assert.equal(rhythm(said), undefined, said)
  for (const said of [
    'Café tous les lundis à 9h, plus de renseignements à la mairie.',
    'N’oubliez pas le café tous les lundis à 9h.',
    'Plus de 30 personnes au café tous les lundis à 9h.',
    'Café tous les lundis à 9h : ne restez plus seul.',
    'Café tous les lundis à 9h, annulé s’il pleut.',
    'Café au bar, tous les lundis à 9h.',
    'Café du lundi, tous les lundis 9h.',
  ])
    assert.equal(rhythm(said), 'FREQ=WEEKLY;BYDAY=MO', said)
  const [tea] = found('Goûter à la ferme tous les mercredis 16h.')
  assert.equal(tea?.fields['where'], 'Ferme')
})
