import assert from 'node:assert/strict'
import { test } from 'node:test'
import { notesPage } from './page.ts'

const people = (text: string): readonly string[] =>
  notesPage(text)
    .head.people.filter(one => one.listed === 'present')
    .map(one => one.name)
const day = (text: string, today?: string): string | null =>
  notesPage(text, undefined, today ? { today } : {}).head.date

test('those who write the mails of a thread are there, each once', () => {
  const thread = `De : Marlène Giraud <marlene@exemple.org>
Date : mardi 3 novembre 2026 21:14
Objet : Re: les fours

Bonsoir, Zoé Marin nous prête une remorque.

Le lun. 2 nov. 2026 à 19:03, Bruno Teyssier <bruno@exemple.org> a écrit :
> Je pétris dix kilos.
>
> Le dim. 1 nov. 2026 à 10:12, Claire a écrit :
>> Et si on faisait des pizzas ?
>> Marlène
`
  assert.deepEqual(people(thread), ['Marlène Giraud', 'Bruno Teyssier', 'Claire'])
  assert.equal(day(thread), '2026-11-03')
})

test('those who took the notes, who sign a letter or who went along are there', () => {
  assert.deepEqual(
    people('Réponses (dépouillement du 12/06/2026, par Aline Roux et Gilles Faure)\n\nMerci.'),
    ['Aline Roux', 'Gilles Faure'],
  )
  assert.deepEqual(
    people(`Monsieur le Maire,

Nous vous demandons deux barrières.

Veuillez agréer nos salutations distinguées.

Pour le collectif,
Jeanne Astier, Paul Roche
`),
    ['Jeanne Astier', 'Paul Roche'],
  )
  assert.deepEqual(
    people('Tournée du bibliobus\nmardi 13 octobre\navec Sylvie (chauffeuse) et Noémie\n\n9 h.'),
    ['Sylvie', 'Noémie'],
  )
})

test('people told one after the other, without a stop, are there up to who did not come', () => {
  assert.deepEqual(
    people(`alors on s'est vus au bar il y avait moi Fred
il y avait Babeth et puis Lucien Marand le père Lucien
et Inaya et c'est tout parce que Patrice il est pas venu
`),
    ['Fred', 'Babeth', 'Lucien Marand', 'Inaya'],
  )
})

test('initials are the names that the page explains, where they begin so', () => {
  const text = `Réunion du 5 mars 2026
AC = Anaïs Coste, JP = Jean-Paul Vidal, ML = Zoé Martin
Présents : AC, JP, ML
`
  assert.deepEqual(people(text), ['Anaïs Coste', 'Jean-Paul Vidal', 'ML'])
})

test('a day without its month is the nearest to the writing', () => {
  assert.equal(day('Ce jeudi 12, à la grange\n\nOn range.', '2026-11-29'), '2026-11-12')
  assert.equal(day('Prochaine réunion jeudi 12 à la grange', '2026-11-29'), null)
  const article = 'Vendredi soir, trente habitants sont venus.\n\nTexte remis le 23/11/2026.'
  assert.equal(day(article), '2026-11-20')
})

test('of a letter, the day is that of the meeting that it tells', () => {
  const letter = `Vernassal, le 14 octobre 2026

Objet : le lavoir

Madame, nous nous sommes retrouvés vendredi 9 octobre au lavoir.
`
  assert.equal(day(letter), '2026-10-09')
})
