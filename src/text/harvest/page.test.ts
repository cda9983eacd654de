import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anyUnit } from '../../../tests/support/any-unit.ts'
import { composed } from './composed.ts'
import { clearOf, plainOf } from './mask.ts'
import { notesPage } from './page.ts'
import { namesOf } from './private.ts'
import { ended, titled } from './title.ts'

const people = (text: string) =>
  notesPage(text)
    .head.people.filter(p => p.listed === 'present')
    .map(p => p.name)

test('somebody, whoever it is, is nobody of a list', () => {
  assert.deepEqual(people('Présents : Colette, Jean Vidal, Qqun de la mairie, quelqu’un du club'), [
    'Colette',
    'Jean Vidal',
  ])
})

test('clear and plain readings keep the length of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyUnit }), text => {
      assert.equal(clearOf(text).length, text.length)
      assert.equal(plainOf(clearOf(text)).length, text.length)
    }),
  )
})

test('a text with accents apart is put together, and every offset leads back', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('e\u0301', 'a', 'c\u0327', ' ', '\u0301', 'x\u0301\u0302', '\n')),
      parts => {
        const text = parts.join('')
        const { text: whole, back } = composed(text)
        assert.equal(back(whole.length), text.length)
        let last = 0
        for (let at = 0; at <= whole.length; at++) {
          assert.ok(back(at) >= last)
          last = back(at)
          // In the middle of a letter and its marks there is no place to lead back to.
          if (/\p{M}/u.test(whole.charAt(at))) continue
          assert.equal(
            text.slice(0, back(at)).normalize('NFC'),
            whole.slice(0, at).normalize('NFC'),
          )
        }
      },
    ),
  )
})

test('blocks and pieces slice inside the text, in order, without overlap', () => {
  const lines = fc.array(
    fc.constantFrom(
      'Présents : Marie, Paul',
      '',
      '- un point',
      '1. Titre',
      '== Titre ==',
      '# Titre',
      'Une phrase. Une autre !',
      '| a | b |',
      '\ud83d',
      '\u202e',
    ),
  )
  fc.assert(
    fc.property(lines, fc.constantFrom('\n', '\r\n', '\r'), (parts, end) => {
      const text = parts.join(end)
      const page = notesPage(text)
      let last = 0
      for (const block of page.blocks) {
        assert.ok(block.from >= last && block.to > block.from && block.to <= text.length)
        last = block.to
      }
      for (const piece of page.pieces)
        assert.equal(piece.clear, page.clear.slice(piece.from, piece.to))
    }),
  )
})

test('who was there is read in each way of writing it, doubles kept', () => {
  assert.deepEqual(people('Présents : Marie, Paul et Marie'), ['Marie', 'Paul', 'Marie'])
  assert.deepEqual(people('Présent·es : Zoé (référente), Karim'), ['Zoé', 'Karim'])
  assert.deepEqual(people('**Qui :** Aurore, Hakim'), ['Aurore', 'Hakim'])
  assert.deepEqual(people('Étaient présents : MM. Dupuy et Roche, Mme Pagès.'), [
    'Dupuy',
    'Roche',
    'Mme Pagès',
  ])
  assert.deepEqual(people('Présents :\n\n• Marie (trésorière)\n• Paul\n• ...\n\nOrdre du jour'), [
    'Marie',
    'Paul',
  ])
  assert.deepEqual(people('Présents :\nFlorian\nJonas\nPoint sur les adhésions'), [
    'Florian',
    'Jonas',
  ])
  assert.deepEqual(people('Présents : 3 personnes (Aline, Hugo, Martine et Jean Rey)'), [
    'Aline',
    'Hugo',
    'Martine',
    'Jean Rey',
  ])
  assert.deepEqual(
    people('On était trois à la salle : Manu, moi (Sandrine) et Jojo. Belle soirée.'),
    ['Manu', 'Sandrine', 'Jojo'],
  )
})

test('the head is read whatever its shape: labels, sentence, table of two columns, letter', () => {
  const head = (text: string) => {
    const {
      date,
      place,
      people: all,
    } = notesPage(text, name => ['boen', 'usson en forez'].includes(name)).head
    return [date, place, all.length]
  }
  assert.deepEqual(
    head(
      'CR bureau 08.09.2023\nLieu : chez Anne, 3 rue du Lavoir à Boën\nParticipaient : Anne, Guy',
    ),
    ['2023-09-08', 'Boën', 2],
  )
  assert.deepEqual(
    head(
      'Conseil\n\n| Date | 4 juin 2021 |\n| Lieu | Maison commune, Boën |\n| Présents | Ana, Léo |',
    ),
    ['2021-06-04', 'Maison commune, Boën', 2],
  )
  assert.deepEqual(
    head('Le 12 février 2018, à Usson-en-Forez\n\nNous étions 3 : Pierre, Jeanne et Omar.'),
    ['2018-02-12', 'Usson-en-Forez', 3],
  )
  assert.deepEqual(
    head(
      'De : Bruno\nDate : 13 mars 2022\nObjet : compte rendu du 12 mars\n\nBonjour, on ' +
        'était deux à Boën : Bruno et Ève.',
    ),
    ['2022-03-12', 'Boën', 2],
  )
  assert.deepEqual(
    head(
      'École\nJeudi 14 mars 2024\n\nPrésents\nEnseignants : Mme Roux, M. Blanc\nMairie : M. Dupuis',
    ),
    ['2024-03-14', '', 3],
  )
})

test('those who were excused are not counted among those who were there', () => {
  assert.deepEqual(people('Présents : Marie\nExcusés : Paul (malade), Jean'), ['Marie'])
})

test('the meeting’s place never says a home', () => {
  const place = (text: string) => notesPage(text, name => name === 'boen').head.place
  assert.equal(place('Date : 5 mars 2024\nLieu : chez Marie, 12 rue des Lilas, Boën'), 'Boën')
  assert.equal(
    place('Réunion du 5 mars 2024\n\nLieu : salle des fêtes, Boën'),
    'salle des fêtes, Boën',
  )
  assert.equal(place('Lieu : chez les Martin'), '')
})

test('a title says the thing: no name, home, situation, telephone or bullet', () => {
  const names = namesOf([{ name: 'Marie Dupont', from: 0, to: 0, note: '', listed: 'present' }])
  assert.equal(titled('- tailler les haies avec Marie', names), 'Tailler les haies')
  assert.equal(titled('ranger le matériel chez Paul', names), 'Ranger le matériel')
  assert.equal(titled('Marie (au chômage) : le tri des graines', names), 'Le tri des graines')
  assert.equal(titled('appeler le 06 39 98 00 00 pour la clé', names), 'Appeler le pour la clé')
  assert.equal(titled('et si on faisait une soupe ?', names), 'Et si on faisait une soupe\u202f?')
  assert.ok(titled('mot '.repeat(80), names).length <= 90)
})

test('on a page typed without capitals, a few bare words over what is said of them are a title', () => {
  const page = notesPage(
    'réunion du 12/03/24\n\nle four\nil manque du bois\nsam rappelle le maçon\n\nle ' +
      'reste\non verra plus tard\nrien de neuf\n',
  )
  assert.deepEqual(
    page.blocks.filter(b => b.heading === 4).map(b => page.text.slice(b.from, b.to)),
    ['le four', 'le reste'],
  )
})

test('letters under numbers are titles of their own', () => {
  const page = notesPage(
    'Réunion du 12 mars 2024\n\n2. Les projets\na) Le four\nSam mène la réfection.\nb) Le ' +
      'lavoir\nLuce attend un devis.\n',
  )
  assert.deepEqual(
    page.blocks
      .filter(b => b.heading > 1)
      .map(b => page.text.slice(b.from, b.to))
      .slice(-3),
    ['Les projets', 'Le four', 'Le lavoir'],
  )
})

test('a few words over a line that says much more are a title, after the head of the page', () => {
  const page = notesPage(
    'Réunion du 12 mars 2024\n\nPrésents : Sam, Luce\n\nMinibus\nLe foyer met son minibus ' +
      'de neuf places à disposition des associations.\n',
  )
  assert.ok(page.blocks.some(b => b.heading === 4 && page.text.slice(b.from, b.to) === 'Minibus'))
})

test('notes whose lines begin with small letters keep each line apart', () => {
  const long = 'sam a une remorque bâchée qui peut servir à toutes les familles du bourg\n'
  const page = notesPage(
    `réu du 12/03/24\n\n${long}cherche trois chauffeurs\n${long}voir la mairie\nfini à ` +
      'minuit\nmerci\n',
  )
  assert.ok(page.blocks.some(b => page.text.slice(b.from, b.to) === 'cherche trois chauffeurs'))
})

test('a title never ends where its home, its number or its name was taken out', () => {
  const names = namesOf(notesPage('Présents : Colette, Dédé, Luc').head.people)
  for (const [said, title] of [
    ['échelle, sonner au 12 rue des Lilas chez Colette', 'Échelle, sonner au 12 rue des Lilas'],
    ['le tri des clés, la liste est chez Colette', 'Le tri des clés'],
    ['août, la clé est chez Colette', ''],
    ['réparer le site, son mail luc@exemple.org', 'Réparer le site'],
    ['un groupe électrogène, tel 06 39 98 00 00', 'Un groupe électrogène'],
    ['trois places Dédé prête un groupe électrogène', 'Prête un groupe électrogène'],
    ['ranger la salle avec Luc et Dédé', 'Ranger la salle'],
  ] as const)
    assert.equal(titled(said, names), title, said)
})

test('a title keeps a thing that is written as a small word', () => {
  for (const thing of [
    'Affréter un car',
    'Louer un grand car',
    'Y aller en car',
    'Des sous',
    'Sous',
    'Une histoire de sous',
    'Trier les vers',
    'Semer du mais',
    'Réparer le tel',
    'Rien de tel',
    'Micro, lumière, son',
    'Apprendre à sonner',
    'Repeindre la façade est',
    'Un jardin à l’est',
    'Dix voix pour',
    'Donnez-les',
  ])
    assert.equal(ended(thing), thing)
  for (const [said, title] of [
    ['Réparer le site car', 'Réparer le site'],
    ['La salle sous', 'La salle'],
    ['Sous la', ''],
    ['Marcher vers', 'Marcher'],
    ['Plier les tables mais', 'Plier les tables'],
    ['Échelle, sonner au', 'Échelle'],
    ['Réparer le site, son', 'Réparer le site'],
    ['Le tri des clés, la liste est', 'Le tri des clés'],
  ] as const)
    assert.equal(ended(said), title, said)
})
