import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../../tests/support/folders.ts'
import { harvested } from '../../../../tests/support/harvested.ts'
import { bricks } from '../../../app/bricks.ts'
import { notesPage } from '../../../text/harvest/page.ts'
import { picked } from '../../../text/harvest/picked.ts'
import { readBlocks } from '../../../text/harvest/pieces.ts'
import { harvest, inFrance, rulesOf } from './harvest.ts'

/** What these pages hold: with a brick less, its pieces are not found. */
const skip = lacking('actor', 'need', 'offer', 'event', 'task', 'decision')

const said = (text: string): readonly string[] =>
  readBlocks(text)
    .filter(block => !block.aside)
    .map(block => text.slice(block.from, block.to))
const folded = (text: string): readonly string[] =>
  readBlocks(text)
    .filter(block => block.aside)
    .map(block => text.slice(block.from, block.to))

const ANDROID = `12/11/2026, 18:30 - Nadine a créé le groupe « Entraide du vallon »
12/11/2026, 18:42 - Nadine: Bonsoir, qui aurait une fendeuse à prêter ?
12/11/2026, 18:44 - Odile R.: <Médias omis>
12/11/2026, 18:51 - Odile R.: j'ai des pommes à donner
venez avec vos sacs
13/11/2026, 08:05 - +33 6 39 98 55 12: c'est Josette. Je cherche un broyeur
13/11/2026, 08:20 - Nadine: chantier samedi à 14h au lavoir`

test('menus, share buttons, notices and signatures are folded, and nothing of them is proposed', {
  skip,
}, () => {
  const page = [
    '---\ntitle: "La soirée du 21 octobre"\ndate: 2026-10-24\nauthor: criee\n---\n',
    'Accueil · Agenda · Contact\n',
    'Il manque une table pour la soirée.\n',
    '[Partager sur Facebook] [Mastodon] [Copier le lien]\n',
    'Lire la suite →\n\nMentions légales · Plan du site · Propulsé par Hugo\n',
  ].join('\n')
  assert.deepEqual(said(page), ['Il manque une table pour la soirée.'])
  assert.ok(folded(page).includes('Lire la suite →'))
  const found = harvested(page)
  assert.deepEqual([found.meeting.title, found.author], ['La soirée du 21 octobre', 'criee'])
  assert.deepEqual(
    found.candidates.map(one => one.kind),
    ['need'],
  )
})

test('each message is a block of its author’s, read against its own day', { skip }, () => {
  const found = harvested(ANDROID)
  assert.deepEqual(
    [found.meeting.title, found.meeting.date, found.meeting.place],
    ['Entraide du vallon', '2026-11-12', ''],
  )
  const event = found.candidates.find(one => one.kind === 'event')
  assert.equal(event?.fields['startsOn'], '2026-11-14')
  assert.ok(said(ANDROID).includes("j'ai des pommes à donner\nvenez avec vos sacs"))
  assert.equal(folded(ANDROID).length, 2)
})

test('what a message asks or gives is its author’s, whose name is in no title', { skip }, () => {
  const found = harvested(ANDROID)
  const idOf = (title: string): string | undefined =>
    found.candidates.find(one => one.title.includes(title))?.id
  const tied = (from: string, to: string): boolean =>
    found.links.some(
      link =>
        [link.from, link.to].includes(idOf(from)!) && [link.from, link.to].includes(idOf(to)!),
    )
  assert.ok(tied('pommes', 'Odile'))
  assert.ok(tied('royeur', 'Josette'))
  for (const one of found.candidates.filter(each => !each.private))
    assert.doesNotMatch(one.title, /Nadine|Odile|Josette|\d\d:\d\d/)
})

test('a title tells no age, no situation, no home of somebody whom no list holds', { skip }, () => {
  const titles = harvested(
    [
      'Présents : Odile, Sam',
      '- Tâche : conduire Lucas (16 ans) et sa sœur Inès au stade',
      '- Il manque une table, elle est chez Mme Ravel, 12 rue du Four',
      '- Décidé : garder le local ouvert, René est hospitalisé depuis samedi',
    ].join('\n'),
  ).candidates.filter(one => !one.private)
  const all = titles.map(one => [one.title, ...Object.values(one.fields)].join(' ')).join('\n')
  assert.doesNotMatch(all, /Lucas|Inès|16|Ravel|rue du Four|hospitalis/)
  assert.match(all, /table/)
})

const TABLES = `Réunion du 23/10/2026\tsalle des Tilleuls
Quoi faire\tQui\tPour le\tRemarques
Réserver les barnums\tSam\t30/10\til manque quatre piquets

Il nous manque\tCombien\tPour quoi
Marmites de 30 l\t6\tla fête
On nous propose\tDe la part de\tQuand
40 bancs\tBoules de la Vallée\ttout le week-end
Date\tHeure\tQuoi\tOù
21/11/2026\t11:00\tFête de la soupe\tplace du Marché
Décidé le 23/10\tPour\tContre
Gobelets consignés\t5\t0
Budget prévu\tDépenses\tRecettes
Buvette\t210,00\t600,00
`
test('a table is read by its columns, each after its own first row; a budget is none', {
  skip,
}, () => {
  const found = harvested(TABLES).candidates.map(one => `${one.kind}: ${one.title}`)
  for (const one of [
    'task: Réserver les barnums',
    'need: Quatre piquets',
    'need: Marmites de 30 l (6)',
    'offer: 40 bancs',
    'actor: Boules de la Vallée',
    'event: Fête de la soupe',
    'decision: Gobelets consignés',
  ])
    assert.ok(found.includes(one), one)
  assert.doesNotMatch(found.join(), /Budget|Buvette|Dépenses|Combien/)
})

test('an event with its day and hour is no offer of whoever holds it', { skip }, () => {
  const notes =
    'Réunion du 2 décembre 2026\nPrésents : Léa, Sam\n\n' +
    'Léa propose un atelier meubles samedi 12 décembre à 14h au Local, 5 euros.'
  const kinds = harvested(notes).candidates.map(one => one.kind)
  assert.ok(kinds.includes('event') && !kinds.includes('offer'))
})

test('how one says things here finds what no rule knows, and is counted by itself', {
  skip,
}, () => {
  const notes = 'Réunion du 2 décembre 2026\n\nAu four, y a plus de fagots.'
  const cues = [{ kind: 'need', words: 'y a plus de >' }]
  const found = harvest(notes, rulesOf(bricks), inFrance, { cues })
  const need = found.candidates.find(one => one.kind === 'need')
  assert.deepEqual([need?.title, need?.rule, need?.ink], ['Fagots', 'own.need', 'perhaps'])
})

const PICKED = [
  'Réunion du 2 décembre 2026',
  'Présents : Léa, Sam',
  '',
  'Bonsoir, moi je voudrais bien un vieux rouet.',
  'Sam voit ça avec la cuma des deux vallées pour le 12 décembre.',
  'Le 12 décembre à 14 h on ouvre les caves.',
].join('\n')
test('what a person picks has the title and the fields of its kind', { skip }, () => {
  const of = (kind: string, words: string) => {
    const from = PICKED.indexOf(words)
    const span = { from, to: from + words.length }
    const page = notesPage(PICKED, inFrance)
    return picked(PICKED, page, rulesOf(bricks), { kind, span, known: [] })?.piece
  }
  const [want, ask, open] = PICKED.split('\n').slice(3) as [string, string, string]
  assert.equal(of('need', want)?.title, 'Un vieux rouet')
  assert.equal(of('actor', ask)?.title, 'Cuma des deux vallées')
  const task = of('task', ask)
  assert.deepEqual([task?.fields['who'], task?.fields['dueDay']], ['Sam', '2026-12-12'])
  assert.doesNotMatch(task?.title ?? 'Sam', /Sam|12/)
  const event = of('event', open)
  assert.deepEqual([event?.fields['startsOn'], event?.fields['startsAt']], ['2026-12-12', '14:00'])
})

const BETWEEN_US = `Réunion du 2 décembre 2026
Présents : Léa, Sam

# Le four
- Il manque une pelle à pain.
- Sam cherche une remorque, ça reste entre nous.
- Tâche : voir la mairie. Ne pas en parler au maire.

# À garder pour moi
- Il manque un éducateur le mercredi.
- Tâche : appeler la mère du petit nouveau

# La fête
- Il manque des tables.
`
test('what its writer keeps to themselves is proposed by no rule and taught by no pick', {
  skip,
}, () => {
  const titles = harvested(BETWEEN_US).candidates.filter(one => !one.private)
  assert.deepEqual(
    titles.map(one => one.title),
    ['Four', 'Une pelle à pain', 'Tables'],
  )
  const words = 'Il manque une pelle à pain.'
  const from = BETWEEN_US.indexOf(words)
  const span = { from, to: from + words.length }
  const page = notesPage(BETWEEN_US, inFrance)
  const came = picked(BETWEEN_US, page, rulesOf(bricks), { kind: 'need', span, known: [] })
  assert.doesNotMatch(came?.alike.map(one => one.piece.title).join() ?? '', /remorque|éducateur/)
})
