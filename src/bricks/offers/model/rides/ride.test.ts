import assert from 'node:assert/strict'
import { test } from 'node:test'
import { namesOf } from './places.ts'
import { rideIn, rideTold } from './ride.ts'

/** A Sunday. */
const today = '2026-11-29'
const communes = namesOf(['Boën-sur-Lignon', 'Montbrison', 'Sail-sous-Couzan', 'Trelins'])
const read = (sentence: string) => rideIn(sentence, { today, communes })

test('a weekly ride is read from its sentence alone', () => {
  const ride = read('je descends à Montbrison tous les jeudis à 8 h, il me reste deux places')
  assert.equal(ride?.to, 'Montbrison')
  assert.deepEqual(ride?.days, {
    is: 'often',
    recurs: 'FREQ=WEEKLY;BYDAY=TH',
    startsOn: '2026-12-03',
  })
  assert.equal(ride?.leavesAt, '08:00')
  assert.equal(ride?.seats, 2)
})

test('an hour is read in words, whole', () => {
  const at = (text: string) => rideTold(`je descends à Boën jeudi à ${text}`, { today, communes })
  for (const [text, hour] of [
    ['huit heures', '08:00'],
    ['dix-huit heures', '18:00'],
    ['dix-neuf heures et demie', '19:30'],
    ['douze heures', '12:00'],
    ['vingt et une heures', '21:00'],
    ['cinq heures du soir', '17:00'],
  ] as const)
    assert.equal(at(text).leavesAt, hour, text)
})

test('the first letter of a word is no “à”', () => {
  for (const sentence of [
    'une place pour aller à Boën mardi',
    'deux places pour aller à Boën mardi',
  ])
    assert.equal(rideTold(sentence, { today, communes }).to, 'Boën', sentence)
})

test('a place begins where a word begins, whatever word stands before it', () => {
  const VERBS =
    'aller allera visite visiter entrer verser départ vers département partons suisse habiteras ' +
    'passer parler jusque vissera chercher rentrer enlever auxiliaire laver depuis'
  for (const verb of VERBS.split(' '))
    for (const end of ['à Boën mardi', 'à boen mardi', 'en voiture à Trelins', 'mardi', 'noire'])
      for (const sentence of [`je cherche à ${verb} ${end}`, `un ${verb} ${end} à 8 h`]) {
        const { from, to, via } = rideTold(sentence, { today, communes })
        for (const place of [from, to, ...via])
          if (place !== undefined)
            assert.match(sentence, new RegExp(`(?<!\\p{L})${place}(?!\\p{L})`, 'u'), sentence)
      }
})

test('an article with a capital is a part of the name of a place', () => {
  for (const place of ['L’Hôpital-sous-Rochefort', 'La Chamba', 'Le Crozet'])
    assert.equal(
      rideTold(`je descends à ${place} mardi`, { today, communes }).to?.replace("'", '’'),
      place,
    )
  assert.equal(rideTold('je descends à la gare mardi', { today, communes }).to, 'gare')
})

test('a return names no other hour to leave', () => {
  const ride = read('tous les mardis et vendredis je monte à Noirétable, retour à 17 h')
  assert.equal(ride?.to, 'Noirétable')
  assert.equal(ride?.days?.is === 'often' && ride.days.recurs, 'FREQ=WEEKLY;BYDAY=TU,FR')
  assert.equal(ride?.leavesAt, undefined)
  assert.equal(ride?.backAt, '17:00')
  assert.equal(ride?.isBack, true)
})

test('the days of a ride: this one, each one, some of a month', () => {
  const days = (text: string) => rideTold(text, { today, communes }).days
  const each = (recurs: string) => (text: string) => {
    const told = days(text)
    assert.equal(told?.is === 'often' ? told.recurs : told, recurs, text)
  }
  const on = (day: string) => (text: string) =>
    assert.deepEqual(days(text), { is: 'once', day }, text)
  for (const text of ['le jeudi', 'les jeudis', 'chaque jeudi', 'tous les jeudis matin', 'jeudis'])
    each('FREQ=WEEKLY;BYDAY=TH')(`je descends à Boën ${text}`)
  for (const text of ['jeudi', 'ce jeudi', 'jeudi 3 décembre', 'le jeudi 3', 'jeudi prochain'])
    on('2026-12-03')(`je descends à Boën ${text}`)
  on('2026-12-10')('je descends à Boën jeudi en huit')
  on('2026-11-30')('je descends à Boën demain')
  each('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR')('je descends à Boën en semaine')
  each('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH')('je descends à Boën du lundi au jeudi')
  each('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU')('je descends à Boën un mardi sur deux')
  each('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU')('je descends à Boën une semaine sur deux, le mardi')
  each('FREQ=MONTHLY;BYDAY=1SA')('je descends à Boën tous les premiers samedis du mois')
  each('FREQ=MONTHLY;BYDAY=1MO,3MO')('je descends à Boën le 1er et le 3e lundi du mois')
  assert.equal(days('je descends à Boën'), undefined)
  assert.deepEqual(days('je descends à Boën toutes les semaines'), { is: 'often' })
})

test('the way: from, to, and the places between', () => {
  const way = (text: string) => {
    const { from, to, via } = rideTold(text, { today, communes })
    return [from, to, ...via].map(one => one ?? '-')
  }
  assert.deepEqual(way('de Boën à Montbrison, par Trelins et Champdieu'), [
    'Boën',
    'Montbrison',
    'Trelins',
    'Champdieu',
  ])
  assert.deepEqual(way('trajet Sail – Saint-Georges en Couzan jeudi'), [
    'Sail',
    'Saint-Georges en Couzan',
  ])
  assert.deepEqual(way('je fais du stop à Sail pour Montbrison'), ['Sail', 'Montbrison'])
  assert.deepEqual(way('je descends à montbrison en passant par boen'), ['-', 'montbrison', 'boen'])
  assert.deepEqual(way('qui m’emmène au marché de Boën, je suis à Sail'), [
    'Sail',
    'marché de Boën',
  ])
  assert.deepEqual(way('je monte à Noirétable puis Thiers'), ['-', 'Thiers', 'Noirétable'])
})

test('who looks for a seat tells a ride', () => {
  for (const text of [
    'je cherche quelqu’un pour m’emmener au marché le jeudi',
    'Je fais du stop à Sail tous les matins',
    'qui descend à Boën jeudi ?',
    'cherche une place dans une voiture pour Montbrison mardi',
    'Je n’ai plus de voiture, je dois aller à l’hôpital de Montbrison le 4 décembre',
    'Nadia : « je cherche quelqu’un pour m’emmener au marché »',
    'Rosa descend à Boën mardi matin, une place',
    'Marie va à Montbrison tous les mardis, 2 places',
    'Je cherche une place pour Montbrison mardi',
    'une place pour Montbrison mardi matin',
    'Je voudrais aller à Boën jeudi',
    'Je dois être à Montbrison mardi à 8 h 30',
    'Je dois rentrer de Boën vendredi soir',
    'qui remonte de Boën vendredi ?',
  ])
    assert.ok(read(text), text)
})

test('a way back says where it leaves, and goes nowhere that nobody said', () => {
  for (const [text, place] of [
    ['Je dois rentrer de Boën vendredi soir', 'Boën'],
    ['Je rentre de Boën vendredi à 18 h', 'Boën'],
    ['On cherche à rentrer de Saint-Étienne samedi soir', 'Saint-Étienne'],
  ] as const) {
    const ride = read(text)
    assert.deepEqual([ride?.from, ride?.to], [place, undefined], text)
  }
})

test('place, route, monter, descendre alone never make a ride', () => {
  for (const text of [
    'j’ai de la place dans ma grange',
    'je cherche une place pour garer ma caravane',
    'une place en crèche',
    'une place en crèche à Boën le jeudi',
    'monter un meuble',
    'monter un meuble à Boën samedi',
    'mettre en route le motoculteur',
    'monter un dossier',
    'aide pour monter un dossier à Montbrison jeudi',
    'descendre un poêle du grenier samedi',
    'Atelier de poterie à Boën le mardi, il reste deux places',
    'deux places pour le concert de Feurs samedi',
    'deux places pour Indochine samedi',
    'je cherche deux personnes pour déménager samedi à 14 h',
    'j’ai besoin de deux personnes pour déménager samedi à 14 h',
    'je voudrais aller au cinéma à Boën samedi, qui vient ?',
    'je dois être à la maison mardi pour le plombier',
    'je dois rentrer du bois vendredi',
    'je rentre de vacances samedi, qui a gardé mon chat ?',
    'je loue une place de garage à Boën',
    'je vais à Lyon samedi, qui peut garder mon chien ?',
    'Le car monte à Chalmazel à 8 h',
    'je vais chez Josette jeudi, une place au chaud',
    'je répare la route qui monte à Sail',
    'je ne descends plus à Boën le jeudi',
    'cherche à emprunter une voiture pour aller à Lyon samedi',
    'balade à pied de Sail à Boën dimanche à 9 h',
    'une aire de covoiturage à Boën, qui signe ?',
  ])
    assert.equal(read(text), undefined, text)
})

test('no text stops the reading', () => {
  for (const text of [
    '',
    ' ',
    '«',
    'à',
    'de à de à',
    `${'à Boën '.repeat(200)}`,
    'İ à Œ',
    '\u0301',
  ])
    assert.doesNotThrow(() => rideTold(text, { today, communes }))
})

test('the days on which a ride rests are read in its sentence', () => {
  const rests = (text: string) =>
    rideTold(`je descends à Boën tous les jeudis ${text}`, { today, communes }).rests
  for (const text of [
    'sauf vacances scolaires, deux places',
    'hors vacances',
    'sauf pendant les vacances à 8 h',
    'en période scolaire',
    'pas pendant les petites vacances',
  ])
    assert.deepEqual(rests(text), { school: true, holidays: false, off: [] }, text)
  assert.deepEqual(rests('sauf jours fériés et vacances scolaires à 8 h'), {
    school: true,
    holidays: true,
    off: [],
  })
  assert.deepEqual(rests('sauf le 24 et le 31 décembre').off, ['2026-12-24', '2026-12-31'])
  assert.deepEqual(rests('pas le 24 décembre, à 8 h 30').off, ['2026-12-24'])
  assert.equal(rests('sauf du 20 au 27 décembre').off.length, 8)
  assert.deepEqual(rests('sauf jeudi 24 décembre et jeudi 7 janvier').off, [
    '2026-12-24',
    '2027-01-07',
  ])
  for (const text of [
    'sauf du 21 décembre au 4 janvier',
    'sauf du lundi 21 décembre au lundi 4 janvier inclus',
    'sauf entre le 21 décembre et le 4 janvier',
  ])
    assert.deepEqual(
      [rests(text).off.length, rests(text).off[0], rests(text).off.at(-1)],
      [15, '2026-12-21', '2027-01-04'],
      text,
    )
  assert.equal(rests('sauf entre le 20 et le 27 décembre').off.length, 8)
  for (const text of ['à 8 h, pas de bagages', 'pendant les vacances', 'sauf imprévu, deux places'])
    assert.deepEqual(rests(text), { school: false, holidays: false, off: [] }, text)
})

test('a day that does not stand right after its “sauf” is no day of rest', () => {
  const off = (text: string) =>
    rideTold(`je descends à Boën tous les jeudis ${text}`, { today, communes }).rests.off
  for (const text of [
    'à 8 h, pas 9 h le 17 décembre',
    'sauf 2 places prises le 17 décembre',
    'pas le 2 places mais 3 le 12 décembre',
    'à 8 h, sans 1 € de péage du 3 au 20 décembre',
    'sauf du 21 décembre à je ne sais quand',
  ])
    assert.deepEqual(off(text), [], text)
  assert.deepEqual(off('sauf le 24 décembre, retour le 31 décembre'), ['2026-12-24'])
})
