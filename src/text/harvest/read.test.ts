import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { chatOf } from './chat.ts'
import { notesPage } from './page.ts'
import { readBlocks } from './pieces.ts'
import { notesText } from './read.ts'

const said = (text: string): readonly string[] =>
  readBlocks(text)
    .filter(block => !block.aside)
    .map(block => text.slice(block.from, block.to))
const folded = (text: string): readonly string[] =>
  readBlocks(text)
    .filter(block => block.aside)
    .map(block => text.slice(block.from, block.to))

const WRAPPED = `Bonjour à tous,

Voici ce qui s'est dit le vendredi 16 octobre 2026 à la grange de
Verrières, à Sainte-Foy. Nous avons décidé de garder le panier à quinze
euros toute la saison. En revanche Odile cherche des bras pour rebâcher
la grande serre, une matinée suffira si nous venons à dix.

Il manque aussi une étagère. Le groupe a parlé du frigo partagé, qui est
posé sous l'auvent de la salle, et chacun y dépose ce qu'il ne mange pas
avant de partir en vacances ou le soir même.
`
const ANDROID = `12/11/2026, 18:30 - Nadine a créé le groupe « Entraide du vallon »
12/11/2026, 18:42 - Nadine: Bonsoir, qui aurait une fendeuse à prêter ?
12/11/2026, 18:44 - Odile R.: <Médias omis>
12/11/2026, 18:51 - Odile R.: j'ai des pommes à donner
venez avec vos sacs
13/11/2026, 08:05 - +33 6 39 98 55 12: c'est Josette. Je cherche un broyeur
13/11/2026, 08:20 - Nadine: chantier samedi à 14h au lavoir`
const IPHONE = `[12/11/2026, 18:42:10] Nadine: Bonsoir, on cherche une échelle
[12/11/2026, 18:44:02] Sam: \u200eimage absente
[12/11/2026, 18:51:33] Sam: j'en ai une
[13/11/2026, 08:05:00] ~ Luce: merci Sam`
const SMS = `Nadine (12/11/2026 18:42) : Bonsoir, on cherche une échelle
Sam (12/11/2026 18:44) : j'en ai une
Nadine (12/11/2026 18:45) : parfait
Luce (13/11/2026 08:00) : merci Sam`

test('menus, share buttons, notices and signatures are folded', () => {
  const page = [
    '---\ntitle: "La soirée du 21 octobre"\ndate: 2026-10-24\nauthor: criee\n---\n',
    'Accueil · Agenda · Contact\n',
    'Il manque une table pour la soirée.\n',
    '[Partager sur Facebook] [Mastodon] [Copier le lien]\n',
    'Lire la suite →\n\nMentions légales · Plan du site · Propulsé par Hugo\n',
  ].join('\n')
  assert.deepEqual(said(page), ['Il manque une table pour la soirée.'])
  assert.ok(folded(page).includes('Lire la suite →'))
})

test('lines that a program cut at a width are one paragraph, sentences whole', () => {
  const [, first, second] = said(WRAPPED)
  assert.ok(first?.startsWith('Voici') && first.endsWith('à dix.'))
  assert.ok(second?.endsWith('le soir même.'))
  const sentences = notesPage(WRAPPED).pieces.map(piece => piece.clear)
  assert.ok(
    sentences.includes('Nous avons décidé de garder le panier à quinze euros toute la saison.'),
  )
})

test('lines that their writer ended stay apart', () => {
  const notes = 'Il manque une table\nOdile prête un diable\nOn se revoit jeudi\nRené vient\n'
  assert.equal(said(notes).length, 4)
})

test('the edit links of a wiki leave its titles whole', () => {
  const page = '== Le four ==[modifier | modifier le code]\n\nSam répare le four.\n'
  const [title] = notesText(page).blocks
  assert.equal(notesText(page).clear.slice(title!.from, title!.to).trim(), 'Le four')
})

test('of numbers that end alike, four figures are said at most, and each is a person', () => {
  const all = ['+33 6 12 34 56 78', '+33 7 12 34 56 78', '07 12 34 56 78', '+33 6 39 98 41 47']
  const text = all.map((who, at) => `12/11/2026, 18:4${at} - ${who}: je prête une échelle\n`)
  const people = chatOf(text.join(''))?.people.map(person => person.name)
  assert.deepEqual(people, ['…5678 n°\u00a01', '…5678 n°\u00a02', '…47'])
})

test('a conversation is read from Android, from an iPhone and from SMS as text', () => {
  const people = (text: string): unknown => chatOf(text)?.people.map(person => person.name)
  assert.deepEqual(people(ANDROID), ['Nadine', 'Odile R.', 'Josette'])
  assert.deepEqual(people(IPHONE), ['Nadine', 'Sam', 'Luce'])
  assert.deepEqual(people(SMS), ['Nadine', 'Sam', 'Luce'])
  assert.equal(chatOf(WRAPPED), undefined)
})

test('no offset moves: every reading has the length of its text', () => {
  const part = fc.constantFrom(
    'Accueil · Agenda · Contact',
    '12/11/2026, 18:42 - Nadine: Bonsoir',
    '[modifier | modifier le code]',
    '![](https://x.example/a.png)',
    'Il manque une table',
    '---',
    '| a | b | c |',
    'a\tb\tc',
    '',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), fc.string(), (parts, more) => {
      const text = [...parts, more].join('\n')
      const read = notesText(text)
      assert.deepEqual([read.clear.length, read.plain.length], [text.length, text.length])
      for (const block of readBlocks(text))
        assert.ok(block.from >= 0 && block.to <= text.length && block.from <= block.to)
    }),
  )
})

test('lines that a hand cut nearly at one width are one paragraph', () => {
  const text = `Au café du lavoir

Ils étaient une trentaine, vendredi soir, à avoir bravé la
pluie pour gagner la salle des fêtes du bourg. Il faut une
vingtaine de planches pour les étagères de l'épicerie, que
Luce veut ouvrir au printemps avec ses voisins du hameau
d'en haut et tous ceux qui voudront tenir la caisse.

Autre souci, plus discret : le car du matin. Trois enfants
des fermes d'en haut marchent deux kilomètres le long de
la route, sans trottoir ni lampe, et personne ne sait qui
pourrait les prendre en voiture. On cherche six adultes,
un matin par semaine chacun, avec des gilets, et un banc
pour attendre à l'abri quand il pleut sur la place.
`
  const paragraphs = said(text).filter(block => block.includes('\n'))
  assert.equal(paragraphs.length, 2)
  assert.ok(notesText(text).clear.includes('une vingtaine de planches'))
})

test('a line that begins with a capital goes on with the one before on a wide page only', () => {
  const text = `Sabrina va à Montbrison tous les mardis 8h, deux places
Paul prête un groupe électrogène, le voir à la coop
Luce propose un covoiturage vers Feurs tous les jeudis
puis on range
clés chez qui veut
`
  assert.ok(notesText(text).blocks.length >= 4)
})
