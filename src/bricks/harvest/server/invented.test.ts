import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../../tests/support/folders.ts'
import { harvested } from '../../../../tests/support/harvested.ts'
import { bricks } from '../../../app/bricks.ts'
import { notesPage } from '../../../text/harvest/page.ts'
import { picked } from '../../../text/harvest/picked.ts'
import { unknownNames } from '../../../text/harvest/unknown-names.ts'
import { rulesOf } from './harvest.ts'

const skip = lacking('actor', 'need', 'offer', 'event', 'task', 'decision')
const HEAD = 'Réunion du 27 novembre 2026, salle des fêtes\nPrésents : Simone, Roger\n\n'
const found = (said: string): readonly string[] =>
  harvested(HEAD + said)
    .candidates.filter(one => !one.private && one.source.from >= HEAD.length)
    .map(one => `${one.kind}: ${one.title}`)
const asked = (said: string): readonly string[] =>
  unknownNames(notesPage(HEAD + said), ['Simone', 'Roger'], () => false).map(one => one.name)

/** What a sentence says, and a kind that no rule may make of it. */
const NOT: readonly (readonly [string, RegExp])[] = [
  ['Le fils Garnier a encore laissé ses chiens la nuit.', /offer/],
  ['La mairie a toujours prêté la salle aux forains.', /offer/],
  ['Demander à M. Rolland s’il est prêt à laisser passer le tracteur.', /offer/],
  ['Voir avec l’école si elle peut prêter ses bancs.', /offer/],
  ['Est-ce que le bar serait prêt à faire un repas ?', /offer/],
  ['Le club peut-il prêter ses barnums ?', /offer/],
  ['Les gobelets sont rangés dans la caisse de Gérard.', /actor/],
  ['Les clés sont dans la caisse du bar.', /actor/],
  ['Rendez-vous rue du Four.', /place/],
  ['Nettoyer le chemin du lavoir.', /place/],
  ['Je prête ma débroussailleuse si quelqu’un en a besoin.', /need/],
  ['Le fourgon est là quand vous en avez besoin.', /need/],
  ['Il faudrait le faire sans en parler partout.', /./],
  ['Blague : il faudrait ouvrir un bar pour le maire.', /./],
  ['Le maire devrait ouvrir un bar, il préside même les verres vides 😂', /./],
  ['exemple · =HYPERLINK("http://evil.example";"cliquez")', /./],
  ['Enterrement de Marcel mardi 1er décembre à 10h, église de Palogneux', /./],
  ['Marché de Noël le 13 décembre de 9h à 12h', /place/],
  ['L’été dernier la mairie a donné des graines.', /offer/],
  ['On garde le stock de bois.', /offer/],
  ['Penser à dire merci à Roger.', /./],
  ['Mardi 1er décembre on ne se voit pas à 14h.', /event/],
  ['On manque de temps.', /need/],
  ['Il manque toujours 40 € dans la caisse.', /need/],
  ['Cherche pas, c’est fermé.', /need/],
  ['Qui a pris la cafetière ?', /need/],
  ['Le club donne son avis mardi.', /offer/],
  ['Il faut être patient.', /task/],
]
for (const [said, not] of NOT)
  test(`nothing is invented: ${said}`, { skip }, () =>
    assert.ok(!found(said).some(one => not.test(one)), found(said).join(' | ')),
  )

/** The title that stands for a sentence. */
const IS: readonly (readonly [string, string])[] = [
  ['Le café commence le jeudi 7 janvier.', 'event: Le café'],
  ['Roger propose un atelier meubles samedi 12 décembre à 14h au Local', 'Un atelier meubles'],
  ['L’Atelier couture propose un atelier couture le mardi 8 décembre à 14h', 'Un atelier couture'],
  ['Les jeunes voudraient un endroit pour se retrouver.', 'need: Endroit pour se retrouver'],
  ['Le chemin du lavoir est cassé.', 'need: Le chemin du lavoir est cassé'],
  ['Perdu : chat gris, qui s’appelle Minou. Il manque une cage.', 'need: Une cage'],
  ['Roger peut garder les enfants de Julie le mercredi.', 'offer: Garder les enfants'],
  ['Le projet « Épicerie ambulante » avance.', 'initiative: Épicerie ambulante'],
  ['Bonsoir à tous. Mardi prochain on répare la barrière à 14h.', 'event: Réparer la barrière'],
  ['Qui peut aider Mme Pons à rentrer son bois ?', 'need: Qui peut aider à rentrer son bois'],
  [
    'Roger descend à Boën tous les mardis, il a trois places dans la voiture.',
    'offer: Transport\u00a0: à Boën tous les mardis',
  ],
]
for (const [said, title] of IS)
  test(`it is told whole: ${said}`, { skip }, () =>
    assert.ok(
      found(said).some(one => one.includes(title)),
      found(said).join(' | '),
    ),
  )

test('what stands after an event on a page without titles is nothing of that event', {
  skip,
}, () => {
  const { candidates, links } = harvested(
    `${HEAD}Le café commence le jeudi 7 janvier.\nIl manque des chaises pour la chorale.\n`,
  )
  const event = candidates.find(one => one.kind === 'event')?.id
  assert.ok(event)
  assert.ok(!links.some(one => [one.from, one.to].includes(event!)))
})

test('an event keeps the place that its words say, with an apostrophe too', { skip }, () => {
  const whereOf = (said: string) =>
    harvested(HEAD + said).candidates.find(one => one.kind === 'event')?.fields['where']
  const when = 'Atelier réparation de vélos samedi 5 décembre de 14h à 17h,'
  assert.equal(whereOf(`${when} place de l'église.`), 'Place de l’église')
  assert.equal(whereOf(`${when} parking de l’école.`), 'Parking de l’école')
  assert.equal(whereOf(`${when} chez Roger.`), undefined)
})

test('what advances is not said to run', { skip }, () => {
  const stateOf = (said: string) =>
    harvested(HEAD + said).candidates.find(one => one.kind === 'initiative')?.fields['state']
  assert.equal(stateOf('Le projet « Épicerie ambulante » avance.'), undefined)
  assert.equal(stateOf('Le projet « Épicerie ambulante » tourne.'), 'running')
})

test('whom somebody works for is a body by its own name, and none by what it is', { skip }, () => {
  const bodies = harvested(
    'Réunion du 27 novembre 2026\nPrésents : Simone (mairie), Farid (école), Zoé (AMAP du Lac)\n',
  ).candidates.filter(one => one.kind === 'actor' && !one.private)
  assert.deepEqual(
    bodies.map(one => one.title),
    ['AMAP du Lac'],
  )
})

test('of a way to reach somebody nothing is picked', { skip }, () => {
  const text = `${HEAD}Tél de Lucienne : 04 77 11 11 11\n`
  const span = { from: text.indexOf('Tél'), to: text.length - 1 }
  const page = notesPage(text)
  for (const kind of ['offer', 'need', 'idea'])
    assert.equal(picked(text, page, rulesOf(bricks), { kind, span, known: [] }), undefined)
})

const SMS = `28 nov. 2026 09:12
Maman : J'ai rdv chez le cardiologue jeudi à 15h à Montbrison
Moi : Je cherche quelqu'un, je travaille
Maman : Appelle Denise, elle prend sa voiture
Moi : ok
28 nov. 2026 10:02
Maman : J'ai des confitures à donner
`
test('a thread of SMS is a conversation: its authors are there, and a day of one’s own is none', {
  skip,
}, () => {
  const { meeting, candidates } = harvested(SMS)
  assert.deepEqual([meeting.date, meeting.place, meeting.people], ['2026-11-28', '', ['Maman']])
  assert.deepEqual(
    candidates.filter(one => !one.private).map(one => `${one.kind}: ${one.title}`),
    ['offer: J’ai des confitures à donner'],
  )
})

test('in a conversation, who writes next carries nothing of what was just told', { skip }, () => {
  const { candidates, links } = harvested(
    [
      '12/11/2026, 18:42 - Nadine: Bonsoir',
      '12/11/2026, 18:51 - Odile R.: Le projet d’épicerie avance',
      '12/11/2026, 18:55 - Paul: Merci',
      '12/11/2026, 18:56 - Paul: Qui vient ?',
    ].join('\n'),
  )
  const idOf = (title: RegExp) => candidates.find(one => title.test(one.title))?.id
  const [project, paul] = [idOf(/picerie/), idOf(/Paul/)]
  assert.ok(project && paul)
  assert.ok(!links.some(({ from, to }) => from === paul && to === project))
})

test('the day after the place of a meeting is no part of it, nor is when its notes went up', () => {
  const { title, place } = notesPage(
    'CR du jeudi 26 novembre 2026, mis en ligne le 28\nLieu : Local le vendredi 4 décembre\n\nOui.',
  ).head
  assert.deepEqual([title, place], ['CR du jeudi 26 novembre 2026', 'Local'])
})

test('lines under labels are no conversation, a day above them or not', () => {
  const minutes = '28 nov. 2026 09:12\nLieu : mairie\nPrésents : Simone, Roger\nSuite : à voir\n'
  assert.equal(notesPage(minutes).isChat, false)
})

test('a day without its year is the last such day, or next week’s, and none without a clock', () => {
  const on = (day: string, today?: string) =>
    notesPage(`Réunion du ${day}, chez Paul\n\nOn range.`, undefined, today ? { today } : {}).head
      .date
  assert.equal(on('27 novembre', '2026-11-29'), '2026-11-27')
  assert.equal(on('4 décembre', '2026-11-29'), '2026-12-04')
  assert.equal(on('20 décembre', '2026-11-29'), '2025-12-20')
  assert.equal(on('5 janvier', '2026-01-08'), '2026-01-05')
  assert.equal(on('28 décembre', '2026-01-08'), '2025-12-28')
  assert.equal(on('5 mars 2024', '2026-11-29'), '2024-03-05')
  assert.equal(on('27 novembre'), null)
  const cr = 'CR du 28 novembre, mairie de Palogneux\n\nDemander un devis pour le frigo'
  assert.equal(notesPage(cr, undefined, { today: '2026-11-29' }).head.date, '2026-11-28')
})

test('a name is asked without the words that the sentence begins with', () => {
  assert.deepEqual(
    [
      'Demander à M. Rolland le tracteur.',
      'Le Wi-Fi ne marche pas au bar, revoir le Wi-Fi.',
      'Tél de Lucienne à retrouver.',
      'Enterrement de Marcel mardi.',
      'Rendez-vous rue du Four.',
      'La barrière est chez les Garnier.',
    ].map(asked),
    [['Rolland'], [], ['Lucienne'], ['Marcel'], [], ['Garnier']],
  )
})
