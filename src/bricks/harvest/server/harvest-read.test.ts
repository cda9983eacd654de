import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lacking } from '../../../../tests/support/folders.ts'
import { harvested } from '../../../../tests/support/harvested.ts'
import { readBlocks } from '../../../text/harvest/pieces.ts'

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
