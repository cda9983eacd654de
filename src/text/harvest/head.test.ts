import assert from 'node:assert/strict'
import { test } from 'node:test'
import { notesPage } from './page.ts'

const COMMUNES = new Set([
  'ambert',
  'boen',
  'saint martin la sauvete',
  'chalmazel',
  'noiretable',
  'job',
  'arlanc',
  'saint anthelme',
])
const head = (text: string) => notesPage(text, name => COMMUNES.has(name)).head
const present = (text: string) =>
  head(text)
    .people.filter(p => p.listed === 'present')
    .map(p => p.name)

/** How people write who was there: the lines, and the names. */
const LISTS: readonly (readonly [string, readonly string[]])[] = [
  ['Présents : Odile, René et Sam', ['Odile', 'René', 'Sam']],
  ['Présent·e·s : Odile (compta), René, Sam', ['Odile', 'René', 'Sam']],
  ['Pésents : Odile, René, Sam', ['Odile', 'René', 'Sam']],
  ['Étaient présents Odile Faure, René Gay et Sam Roux.', ['Odile Faure', 'René Gay', 'Sam Roux']],
  [
    'Étaient présents : Mme Faure, présidente ; M. Gay, trésorier ; Mlle Roux',
    ['Mme Faure', 'M. Gay', 'Mlle Roux'],
  ],
  ['Participants : FAURE Odile / GAY René / ROUX Sam', ['FAURE Odile', 'GAY René', 'ROUX Sam']],
  ['Il y avait Odile, René, Sam et Luce.', ['Odile', 'René', 'Sam', 'Luce']],
  ['On était quatre : Odile, René, Sam et Luce', ['Odile', 'René', 'Sam', 'Luce']],
  ['Nous étions réunis chez Luce : Odile, René, Sam, Luce.', ['Odile', 'René', 'Sam', 'Luce']],
  ['Autour de la table : Odile, René & Sam', ['Odile', 'René', 'Sam']],
  ['Autour du feu, Odile, René, Sam, Luce.', ['Odile', 'René', 'Sam', 'Luce']],
  ['Avec Odile, René, Sam et Luce', ['Odile', 'René', 'Sam', 'Luce']],
  ['Là : Odile, René, Sam', ['Odile', 'René', 'Sam']],
  ['Étaient là : Odile, René, Sam', ['Odile', 'René', 'Sam']],
  ['Sont venus : Odile, René, Sam. Pas pu venir : Luce, Ali.', ['Odile', 'René', 'Sam']],
  ['Présents : Odile, René, Sam ; excusés : Luce, Ali', ['Odile', 'René', 'Sam']],
  ['Présents : Odile, René, Sam. Excusée Luce.', ['Odile', 'René', 'Sam']],
  ['Présents : Odile, René, Sam (excusé), Luce', ['Odile', 'René', 'Luce']],
  ['Odile, René, Sam et Luce étaient là, Ali s’est excusé.', ['Odile', 'René', 'Sam', 'Luce']],
  [
    'Participaient : Odile F., Odile G., René (arrivé à 19h), Sam',
    ['Odile F.', 'Odile G.', 'René', 'Sam'],
  ],
  ['Les courageux du soir : Odile, René, Sam', ['Odile', 'René', 'Sam']],
  ['Les présents → Odile, René, Sam', ['Odile', 'René', 'Sam']],
  ['qui : odile, rené, sam', ['Odile', 'René', 'Sam']],
  [
    'Présents :\n- Odile Faure, présidente\n- René Gay (trésorier)\n- Sam',
    ['Odile Faure', 'René Gay', 'Sam'],
  ],
  ['Présents :\nOdile Faure\nRené Gay\nSam Roux', ['Odile Faure', 'René Gay', 'Sam Roux']],
  [
    'Membres présents : 3\n- Odile Faure, présidente\n- René Gay, trésorier\n- Sam, voisin',
    ['Odile Faure', 'René Gay', 'Sam'],
  ],
  ['## Qui était là\n\n* Odile\n* René\n* Sam\n\n## Le reste\n\n* Luce', ['Odile', 'René', 'Sam']],
  [
    '- Odile Faure, présidente\n- René Gay, trésorier\n- Sam Roux, voisin',
    ['Odile Faure', 'René Gay', 'Sam Roux'],
  ],
  ['| Présents | Odile, René, Sam |\n| Excusés | Luce |', ['Odile', 'René', 'Sam']],
  [
    'Présents (5) : M. et Mme Faure, René Gay, Sam, Luce',
    ['M. Faure', 'Mme Faure', 'René Gay', 'Sam', 'Luce'],
  ],
  [
    'Présents : Odile Faure, Présidente, René Gay, Adjoint, Sam Roux, Conseiller municipal',
    ['Odile Faure', 'René Gay', 'Sam Roux'],
  ],
  [
    'Sous la présidence de Mme Odile Faure. Présents : M. Gay, M. Roux, Mme Petit.',
    ['Mme Odile Faure', 'M. Gay', 'M. Roux', 'Mme Petit'],
  ],
  [
    'Sont présents :\nPour l’association : Odile, René\nPour la mairie : Sam, Luce',
    ['Odile', 'René', 'Sam', 'Luce'],
  ],
  ['Tour de table des présents : Odile, René, Sam.', ['Odile', 'René', 'Sam']],
  ['Personnes présentes: Odile - René - Sam', ['Odile', 'René', 'Sam']],
  [
    'Nous étions 7 : Odile, René, Sam, Luce, Ali, Zoé et Jo, plus deux enfants.',
    ['Odile', 'René', 'Sam', 'Luce', 'Ali', 'Zoé', 'Jo'],
  ],
  ['Réunis ce soir : Odile, René, Sam', ['Odile', 'René', 'Sam']],
  ['En présence de Odile Faure, René Gay, Sam Roux', ['Odile Faure', 'René Gay', 'Sam Roux']],
  [
    'Présents : Odile, René, Sam\nAbsents excusés : Luce, Ali\nSecrétaire de séance : René',
    ['Odile', 'René', 'Sam'],
  ],
]
for (const [said, names] of LISTS) {
  test(`who was there is read: ${said.replace(/\n/g, ' ⏎ ')}`, () => {
    const text =
      `Réunion du 12 mars 2024 à Ambert\n\n${said}\n\nOn cherche un local. Le marché est ` +
      'remis à plus tard.\n'
    assert.deepEqual(present(text), names)
  })
}

test('a list of who does what, or of who was not there, is not taken for who was there', () => {
  for (const said of [
    'Excusés : Odile, René, Sam',
    'Pas venus : Odile, René, Sam',
    'Tour de permanence : Odile, René, Sam',
    'N’ont pas pu venir : Odile, René et Sam',
  ])
    assert.deepEqual(present(`Réunion du 12 mars 2024\n\n${said}\n`), [])
})

const DAYS: readonly (readonly [string, string])[] = [
  ['AG du samedi 3 février 2018', '2018-02-03'],
  ['Réunion du 29/10/21', '2021-10-29'],
  ['CR réu 29.10.2021', '2021-10-29'],
  ['Réunion du 17 mai\n\nExercice 2019', '2019-05-17'],
  ['CR_2019-05-17_bureau', '2019-05-17'],
  ['20190517 – notes', '2019-05-17'],
  ['Compte rendu – jeudi 1er octobre 2020, 20 h', '2020-10-01'],
  [
    'L’an deux mille dix-neuf, le dix-sept mai, à vingt heures, le conseil s’est réuni',
    '2019-05-17',
  ],
  ['Notes du vendredi 17 mai 2019 (prochaine réunion le 7 juin 2019)', '2019-05-17'],
  ['Le 17 mai 2019, sur convocation du 2 mai 2019, le bureau s’est réuni', '2019-05-17'],
  ['Sur convocation du 2 mai 2019, le bureau s’est réuni le 17 mai 2019', '2019-05-17'],
]
for (const [said, day] of DAYS) {
  test(`the day of the meeting is read: ${said.replace(/\n/g, ' ⏎ ')}`, () => {
    assert.equal(head(`${said}\n\nPrésents : Odile, René, Sam\n\nOn cherche un local.\n`).date, day)
  })
}

const PLACES: readonly (readonly [string, RegExp])[] = [
  [
    'Réunion du 12 mars 2024 à la salle des fêtes de Saint-Martin-la-Sauveté',
    /Saint-Martin-la-Sauveté/,
  ],
  ['Réunion du 12 mars 2024, chez Luce, à Chalmazel', /^Chalmazel$/],
  ['AMAP de Boën – réunion du 12 mars 2024', /Boën/],
  ['Réunion du 12 mars 2024\nLieu : mairie d’Ambert', /Ambert/],
  [
    'Comité des fêtes de Noirétable\nRéunion du 12 mars 2024, salle du haut',
    /salle du haut, Noirétable/,
  ],
  ['COMMUNE DE NOIRETABLE\nCommission du 12 mars 2024', /NOIRETABLE/],
  ['réu du 12 mars 2024, local des jeunes, ambert', /ambert/],
  ['Réunion du 12 mars 2024 (Job)', /Job/],
  [
    'Réunion du 12 mars 2024\n\nPrésents : Odile, René, Sam\n\nOn parle du four.\n\nFait à ' +
      'Arlanc, le 15 mars 2024',
    /Arlanc/,
  ],
]
for (const [said, place] of PLACES) {
  test(`the place of the meeting is read: ${said.replace(/\n/g, ' ⏎ ')}`, () => {
    assert.match(head(`${said}\n\nOn cherche un local.\n`).place, place)
  })
}

test('a commune is said once', () => {
  assert.equal(
    head(
      'Page de travail sur Saint Martin la Sauveté\n\nDate : 12 mars 2024\nLieu : Saint ' +
        'Martin la Sauveté\n',
    ).place,
    'Saint Martin la Sauveté',
  )
  assert.equal(head('Réunion à Ambert, Ambert, le 12 mars 2024\n').place, 'Ambert')
})

test('a village that no list knows is read by its name’s shape, an hour is no place', () => {
  assert.equal(
    head(
      'Réunion du 12 mars 2024\nLieu : salle du haut, 3 rue du Puits, Brize-la-Vieille, à ' +
        '19 heures\n',
    ).place,
    'salle du haut, 3 rue du Puits, Brize-la-Vieille',
  )
  assert.equal(
    head(
      'COMITÉ DES FÊTES DE BRIZE-LA-VIEILLE\nRéunion du 12 mars 2024\nSalle du haut, place ' +
        'du Puits — 20 h 30\n',
    ).place,
    'Salle du haut, place du Puits, BRIZE-LA-VIEILLE',
  )
})

test('in a letter, the place is read where the meeting is told; its farewell names no village', () => {
  const letter =
    'De : Odile\nÀ : la liste\nObjet : notre réunion\n\nBonsoir,\n\nvoici le compte rendu ' +
    'de la réunion du 12 mars 2024, à la salle du haut de Brize-la-Vieille.\n\nBonne ' +
    'nuit,\nOdile\n'
  assert.equal(
    notesPage(letter, name => name === 'bonne').head.place,
    'salle du haut de Brize-la-Vieille',
  )
})

test('who is added in parentheses to a list of people was there', () => {
  assert.deepEqual(
    present(
      'Réunion du 12 mars 2024\n\nPrésents : Odile, René, Sam (+ Luce notre boulangère, ' +
        'arrivée à 20 h)\n',
    ),
    ['Odile', 'René', 'Sam', 'Luce'],
  )
})

test('a village is read after its postal code', () => {
  assert.match(
    head('Relevé de conclusions du 12 mars 2024\nSiège, 4 avenue du Puits, 99310 Bourg-Brize\n')
      .place,
    /Bourg-Brize/,
  )
})

const people = (text: string): readonly string[] =>
  notesPage(text).head.people.map(one => `${one.listed} ${one.name}`)

test('a subject apart from the list of people is nobody, and a first name goes on with it', () => {
  const notes = 'Réunion du 5 mars 2024\nPrésents : Odile, Sam\n\nKermesse\n\nOn prépare la fête.'
  assert.deepEqual(people(notes), ['present Odile', 'present Sam'])
  assert.deepEqual(people(notes.replace('Kermesse', 'Jeanne')), [
    'present Odile',
    'present Sam',
    'present Jeanne',
  ])
})

test('names typed without capitals are read with what stands beside them; wishes are nobody', () => {
  assert.deepEqual(people('réu du 5/02/25\nlà : moi (yann), maëlle (service civ), gaëtan\n'), [
    'present Yann',
    'present Maëlle',
    'present Gaëtan',
  ])
  assert.deepEqual(people('réu du 5/02/25\n\n## tour de table\n- envies en vrac, cf photo\n'), [])
  assert.deepEqual(people('réu du 5/02/25\npas là : romane. NE PAS EN PARLER au groupe\n'), [])
})

test('the day under the title is the meeting’s, and not that of minutes that were approved', () => {
  const notes = [
    'COMPTE RENDU DU CONSEIL D’ADMINISTRATION',
    'du mardi 14 novembre 2023 à 20 h 30, petite salle du foyer',
    '',
    'Présents : Odile Lacombe, Guy Tournié',
    'Excusée : Mme Calmon, à Vichy depuis dimanche',
    '',
    'Le compte rendu du 12 septembre est adopté.',
  ].join('\n')
  const { head } = notesPage(notes, name => name === 'vichy')
  assert.deepEqual([head.date, head.place], ['2023-11-14', 'petite salle du foyer'])
})
