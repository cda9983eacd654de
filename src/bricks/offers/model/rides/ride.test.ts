import assert from 'node:assert/strict'
import { test } from 'node:test'
import { heardRide } from '../../../../../tests/support/heard-ride.ts'
import { namesOf } from './names.ts'
import { rideIn, rideMaybe, rideTold } from './ride.ts'

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
    ['7h moins le quart', '06:45'],
    ['7 h moins dix', '06:50'],
    ['huit heures et quart', '08:15'],
    ['8h et demie', '08:30'],
    ['4 h et demie de l’après-midi', '16:30'],
    ['8h30 moins le monde', '08:30'],
    ['0h moins cinq', '23:55'],
    ['vingt et une heures', '21:00'],
    ['cinq heures du soir', '17:00'],
  ] as const)
    assert.equal(at(text).leavesAt, hour, text)
})

test('an afternoon is no noon: its hour is told beside it, or none is', () => {
  for (const [text, hour, part] of [
    ['jeudi après-midi', undefined, 'afternoon'],
    ['jeudi après midi', undefined, 'afternoon'],
    ['jeudi après-midi à 15h', '15:00', undefined],
    ['jeudi après-midi à 3h', '15:00', undefined],
    ['jeudi soir vers six heures', '18:00', undefined],
    ['jeudi à midi', '12:00', undefined],
  ] as const) {
    const told = rideTold(`je descends à Boën ${text}`, { today, communes })
    assert.deepEqual([told.leavesAt, told.part], [hour, part], text)
  }
})

test('an hour at which something begins elsewhere is no hour to leave', () => {
  for (const [text, hour] of [
    ['j’ai rendez-vous chez le docteur à 10 h à Boën jeudi, qui m’emmène', undefined],
    ['je dois aller à Boën jeudi à 9 h', undefined],
    ['piscine à Feurs le mercredi 14 h, qui peut prendre mes filles', undefined],
    ['je fais Boën Lyon pour le boulot, 6 h 40 au péage', '06:40'],
    ['je pars à Lyon le 8 à 11 h', '11:00'],
    ['convoquée au tribunal de Roanne jeudi à 9 h', undefined],
    ['qui m’emmène à la gare de Boën pour le train de 6 h 52', undefined],
    ['je peux vous déposer à Montbrison jeudi, j’y vais pour 9 h', undefined],
    ['mon fils finit à 17 h, qui le ramène', undefined],
    ['je travaille à Feurs de 8 h à 16 h, qui fait la route', undefined],
    ['conseil à Montbrison jeudi 20 h, je pars de Sail à 19 h 20', '19:20'],
    ['j’embauche à 7 h à Boën, je pars de Leigneux à 6 h 20', '06:20'],
    ['je vais à Lyon jeudi, rendez-vous à 8 h devant la mairie', '08:00'],
    ['je descends au marché jeudi à 8 h', '08:00'],
    ['j’ai rendez-vous à 10 h je descends à Boën jeudi', undefined],
    ['je vais chez le coiffeur à Boën jeudi à 10 h', undefined],
    ['je descends chez le notaire à Feurs mardi 14 h', undefined],
    ['je vais au loto à Boën samedi à 20 h, départ 19 h 30', '19:30'],
    ['le train est à 7 h on part à Boën jeudi', undefined],
    ['rendez-vous mardi, à 8 h je descends à Boën', '08:00'],
  ] as const)
    assert.equal(rideTold(text, { today, communes }).leavesAt, hour, text)
})

test('who passes by a town, at an hour and with seats, takes people there', () => {
  const read = (sentence: string) => rideIn(sentence, { today, communes })
  const told = read('je passe par Boën tous les lundis, départ 7h moins le quart, 3 places')
  assert.deepEqual([told?.to, told?.leavesAt, told?.seats], ['Boën', '06:45', 3])
  assert.equal(told?.days?.is === 'often' && told.days.recurs, 'FREQ=WEEKLY;BYDAY=MO')
  for (const none of [
    'je passe par Boën lundi, je prends votre pain',
    'je passe par la mairie lundi à 8 h, 3 places',
    'je passe à table à midi, 3 places',
    'je passe à Boën vendre 3 places de concert lundi à 8 h',
  ])
    assert.equal(read(none), undefined, none)
})

test('what is sold or lent and taken to its buyer is no ride', () => {
  for (const sentence of [
    'je vends une armoire, je peux la déposer à Boën samedi',
    'je vends mon vélo, je vous emmène le voir à Boën samedi',
    'je loue une tondeuse, je peux vous la déposer à Boën samedi',
  ])
    assert.equal(heardRide(sentence), 'none', sentence)
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
  each('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR')('je descends à Boën tous les matins de la semaine')
  each('FREQ=WEEKLY;BYDAY=MO,TU,TH,FR,SA,SU')('à Boën tous les jours sauf le mercredi')
  each('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR')('à Boën tous les jours sauf le week-end')
  each('FREQ=WEEKLY;BYDAY=MO,TH,FR')('à Boën en semaine, pas le mardi ni le mercredi')
  on('2026-12-20')('à Boën le 20, je vis à Sail')
  on('2026-11-29')('qui descend à Boën ce midi')
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
  assert.deepEqual(rests('sauf pendant les vacances, pas le 24 décembre').off, ['2026-12-24'])
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

test('who must go somewhere on a day, or wants a car for it, tells a ride', () => {
  for (const text of [
    'je voudrais descendre au marché jeudi',
    'je voudrais aller à la messe dimanche',
    'il me faudrait une voiture pour Boën jeudi',
  ])
    assert.ok(read(text), text)
  for (const text of [
    'je voudrais descendre au marché',
    'je voudrais aller au cinéma samedi',
    'il me faudrait une voiture pour déménager jeudi',
    'je voudrais une voiture pour ma fille',
  ])
    assert.equal(read(text), undefined, text)
})

test('a place on a day, for somewhere one goes, is not sure; one of another kind is none', () => {
  const maybe = (text: string) => rideMaybe(text, { today, communes })?.to
  assert.equal(maybe('je cherche une place pour le marché de Boën jeudi'), 'marché de Boën')
  assert.equal(maybe('une place jeudi pour Boën'), 'Boën')
  assert.equal(maybe('il me reste une place pour le marché jeudi'), 'marché')
  for (const text of [
    'je cherche une place au marché de Boën jeudi',
    'une place pour mon stand au marché de Boën jeudi',
    'je cherche une place pour vendre mes fromages au marché de Boën jeudi',
    'une place pour le concert à Boën samedi',
    'une place pour mon chien à Boën jeudi',
    'une place en crèche à Boën mardi',
    'une place pour Boën',
    'je cherche une place pour Montbrison jeudi matin',
  ])
    assert.equal(maybe(text), undefined, text)
})

test('the place of a village where a ride begins is read whole', () => {
  const told = rideTold('je descends à Boën jeudi 8 h, départ place de l’église', {
    today,
    communes,
  })
  assert.equal(told.from, "place de l'église")
})
