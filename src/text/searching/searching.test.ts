import assert from 'node:assert/strict'
import { test } from 'node:test'
import { COMMUNES } from '../../../seeds/communes.ts'
import { fold, stems } from '../../core/letters/words.ts'
import { searchSpoken } from './asked.ts'
import { isEnglish } from './english-words.ts'
import { excerptOf } from './excerpt.ts'
import { ALL_APART, familyStems, isOfApart, maybeStems, otherForms } from './families.ts'
import { otherWords } from './other-words.ts'
import { respelled } from './respelled.ts'
import { isTelling, SMALL, WEAK } from './small-words.ts'

/** A Saturday. */
const TODAY = '2026-12-05'
const communes = COMMUNES.map(([code, name]) => ({ code, name }))
const read = (asked: string, today = TODAY) => searchSpoken(asked, { today, communes })
const said = (asked: string): string =>
  read(asked)
    .telling.map(({ typed }) => typed)
    .join(' ')

test('of a question the words that tell are left', () => {
  for (const [asked, telling] of [
    ['qui peut m’aider à remplir un papier', 'remplir papier'],
    ['marché où vendre des meubles', 'marché meubles'],
    ['le loto c’est quand', 'loto'],
    ['tél de la pharmacie', 'pharmacie'],
    ['est-ce que quelqu’un aurait une échelle à prêter ?', 'échelle'],
    ['Y a-t-il une épicerie près d’ici', 'épicerie'],
    ['j’ai besoin de bois', 'bois'],
    ['à quelle heure ferme la déchèterie', 'ferme déchèterie'],
    ['who can lend me a ladder please', 'ladder'],
    ['où est la ferme', 'ferme'],
    ['qui cherche', ''],
    ['il faut que je sois à la gare', 'gare'],
    ['ma fille ne comprend pas ses maths', 'maths'],
    ['une pension pour ma vieille mère', 'pension'],
    ['femme de ménage', 'femme ménage'],
    ['prise électrique', 'prise électrique'],
    ['retirer des sous', 'retirer argent'],
    ['sous la table', 'table'],
    ['un cours de danse', 'danse'],
    ['maman pressée cherche un vélo', 'vélo pressée'],
    ['papi a froid', 'froid'],
    ['qui garde mes deux enfants', 'garde enfants'],
    ['rentrer le bois', 'rentrer bois'],
    ['un bidule pour la prochaine fête', 'fête'],
    ['ouverture boulangerie', 'boulangerie'],
  ] as const)
    assert.equal(said(asked), telling, asked)
  assert.deepEqual(
    read('je cherche à vendre').weak.map(({ word }) => word),
    ['cherche', 'vendre'],
  )
})

test('no word is in both lists, and each is folded', () => {
  for (const word of [...SMALL, ...WEAK]) assert.equal(fold(word), word)
  for (const word of WEAK) assert.ok(!SMALL.has(word), word)
  assert.ok(isTelling('marche') && !isTelling('cherche') && !isTelling('le'))
})

test('a day is read beside other words, which are left without it', () => {
  const one = (day: string) => [day, day]
  for (const [asked, days, telling] of [
    ['covoiturage Montbrison jeudi', one('2026-12-10'), 'covoiturage montbrison'],
    ['loto samedi', one(TODAY), 'loto'],
    ['loto samedi prochain', one('2026-12-12'), 'loto'],
    ['loto dimanche en huit', one('2026-12-13'), 'loto'],
    ['loto dimanche en quinze', one('2026-12-20'), 'loto'],
    ['loto samedi en salle', one(TODAY), 'loto salle'],
    ['marché demain', one('2026-12-06'), 'marché'],
    ['concert après-demain', one('2026-12-07'), 'concert'],
    ['soupe ce soir', one(TODAY), 'soupe'],
    ['aujourd’hui', one(TODAY), ''],
    ['repas le 12', one('2026-12-12'), 'repas'],
    ['repas le 3 janvier', one('2027-01-03'), 'repas'],
    ['le soir du 31', one('2026-12-31'), ''],
    ['belote samedi 12', one('2026-12-12'), 'belote'],
    ['14 juillet', one('2027-07-14'), ''],
    ['que faire ce week-end', ['2026-12-05', '2026-12-06'], ''],
    ['randonnée le week-end prochain', ['2026-12-12', '2026-12-13'], 'randonnée'],
    ['la semaine prochaine', ['2026-12-07', '2026-12-13'], ''],
    ['concert cette semaine', [TODAY, '2026-12-06'], 'concert'],
    ['loto en janvier', ['2027-01-01', '2027-01-31'], 'loto'],
    ['ce mois-ci', [TODAY, '2026-12-31'], ''],
    ['une heure par semaine', undefined, 'semaine'],
    ['lift on Sunday', one('2026-12-06'), 'lift'],
    ['12 chaises', undefined, 'chaises'],
    ['lit pour 2', undefined, 'lit'],
    ['le 45', undefined, ''],
    ['soir', undefined, ''],
  ] as const) {
    const { days: found } = read(asked)
    assert.deepEqual(found && [found.from, found.to], days, asked)
    assert.equal(said(asked), telling, asked)
  }
  assert.deepEqual(read('samedi').days?.weekdays, ['SA'])
})

test('a commune is read by its name, by the half that people say, and by its saint', () => {
  for (const [asked, codes, telling] of [
    ['pharmacie Boën', ['42019'], 'pharmacie'],
    ['à Sail-sous-Couzan', ['42195'], ''],
    ['mairie de st just en bas', ['42247'], 'mairie'],
    ['école Saint-Georges', ['42227'], 'école'],
    ['de Sail à Palogneux', ['42195', '42164'], ''],
    ['marché la valla', ['42321'], 'marché'],
    ['sainte barbe', [], 'barbe'],
    ['Lyon', [], 'lyon'],
  ] as const) {
    const { places } = read(asked)
    assert.deepEqual(places.map(({ code }) => code).sort(), [...codes].sort(), asked)
    assert.equal(said(asked), telling, asked)
  }
})

test('each line of families has one stem that the stemmer gives to several of them', () => {
  for (const line of ALL_APART.trim().split(/\n+/)) {
    const families = line.split('|').map(one => one.trim().split(/\s+/))
    const stemsOf = families.map(forms => new Set(forms.flatMap(form => stems(form))))
    for (const [i, own] of stemsOf.entries()) {
      const isShared = stemsOf.some((other, j) => j !== i && [...own].some(one => other.has(one)))
      assert.ok(isShared, `${line}: ${families[i]?.join(' ')}`)
    }
  }
})

test('families of one stem are told apart by accents, where they are written', () => {
  const meets = (asked: string, written: string): boolean => {
    const stem = stems(asked)[0] ?? ''
    const wanted = familyStems(asked, stem, true)
    return familyStems(written, stem, false).some(one => wanted.includes(one))
  }
  for (const [asked, written] of [
    ['marché', 'marchés'],
    ['marche', 'marché'],
    ['marche', 'marcher'],
    ['cours', 'cours'],
    ['livres', 'livre'],
    ['terrasses', 'terrasse'],
    ['coupes', 'couper'],
  ] as const)
    assert.ok(meets(asked, written), `${asked}, ${written}`)
  for (const [asked, written] of [
    ['marché', 'marche'],
    ['marché', 'marcher'],
    ['cours', 'courses'],
    ['terrasse', 'terre'],
    ['livre', 'livret'],
    ['ferme', 'fermé'],
    ['coup', 'coupe'],
    ['poste', 'poster'],
    ['clair', 'claire'],
    ['math', 'mathis'],
    ['télé', 'tel'],
  ] as const)
    assert.ok(!isOfApart(written) || !meets(asked, written), `${asked}, ${written}`)
  assert.equal(maybeStems('marche', 'march').length, 2, 'who writes no accent at all')
  assert.deepEqual(maybeStems('marché', 'march'), [])
  assert.deepEqual(familyStems('table', 'tabl', true), [])
})

test('a short or an old form of a word is known by the whole one, and the reverse', () => {
  assert.ok(otherForms('gymnastique').includes('gym'))
  assert.ok(otherForms('clefs').includes('cles'))
  assert.deepEqual(otherForms('table'), [])
})

test('an everyday word is known by what neighbours write, an act by who does it', () => {
  for (const [typed, written] of [
    ['nourrices', 'assistante maternelle'],
    ['toubib', 'cabinet médical'],
    ['ramone', 'ramoneur'],
    ['facteur', 'bureau de poste'],
    ['sante', 'médecin'],
    ['sentir seule', 'visites'],
    ['jardinier', 'jardiner'],
    ['vendeuse', 'vendre'],
    ['disparu', 'perdu'],
    ['nouvel', 'réveillon'],
    ['fendre', 'fendeuse'],
    ['impots', 'accès aux droits'],
    ['papiers', 'déclarations'],
    ['concert', 'festival'],
    ['femme menage', 'ménage'],
  ] as const)
    assert.ok(otherWords(typed).includes(written), typed)
  for (const [typed, other] of [
    ['fumier', 'compost'],
    ['portable', 'ordinateur'],
    ['reseau', 'ordinateur'],
    ['betaillere', 'plateau'],
    ['menuisier', 'scie à ruban'],
    ['cantine', 'école'],
    ['belote', 'club'],
    ['apero', 'café'],
    ['resto', 'café'],
  ] as const)
    assert.ok(!otherWords(typed).includes(other), `${typed}, ${other}`)
  assert.deepEqual(otherWords('zzz'), [])
  // A thing first, though it is the form of a verb too.
  for (const [typed, verb] of [
    ['bois', 'boire'],
    ['lit', 'lire'],
  ] as const)
    assert.ok(!otherWords(typed).includes(verb), typed)
  assert.ok(!otherWords('bois').includes('bar'))
})

test('words behind *pour* say what the thing is for', () => {
  const beside = (asked: string) =>
    read(asked)
      .telling.filter(({ isBeside }) => isBeside)
      .map(({ word }) => word)
  assert.deepEqual(beside('une bâche pour mon vieux toit'), ['toit'])
  assert.deepEqual(beside('pour mon toit'), [])
})

test('a word with a letter too many, too few, or another that sounds alike is known', () => {
  for (const [typed, meant] of [
    ['tonelle', 'tonnelle'],
    ['farmacie', 'pharmacie'],
    ['bibliotèque', 'bibliotheque'],
    ['mobilette', 'mobylette'],
    ['ortophoniste', 'orthophoniste'],
    ['aurtie', 'ortie'],
  ] as const)
    assert.ok(respelled(fold(typed)).includes(meant), typed)
})

test('an English sentence is told by its small words, and its words by what neighbours write', () => {
  const is = (text: string): boolean => isEnglish(text.split(' '))
  assert.ok(is('where is the library') && is('someone to mend a roof'))
  assert.ok(!is('library') && !is('i aller a la gare') && !is('pain au levain'))
  assert.ok(otherWords('library').includes('bibliothèque'))
})

test('two words that name one thing are looked for as one', () => {
  const words = (asked: string) => read(asked).telling.map(({ word }) => word)
  assert.deepEqual(words('qui garde mes enfants samedi'), ['garde enfant'])
  assert.deepEqual(words('je me sens seule'), ['sentir seule'])
  assert.deepEqual(words('garder le silence'), ['garder', 'silence'])
  assert.deepEqual(words('retirer des sous'), ['retirer argent'])
  assert.ok(otherWords('garde enfant').includes('baby sitting'))
})

test('a word that a line has as searched is no form of a verb', () => {
  for (const [word, verb] of [
    ['bus', 'boire'],
    ['souris', 'sourire'],
    ['moules', 'moudre'],
  ] as const)
    assert.ok(!otherWords(word).includes(verb), word)
})

test('plain words may stand between two that name one thing', () => {
  const words = (asked: string) => read(asked).telling.map(({ word }) => word)
  assert.deepEqual(words('faire garder ma petite fille'), ['garder fille'])
  assert.deepEqual(words('garder la clé de ma fille'), ['garder', 'cle'])
})

test('one’s own telephone is a thing, and that of a shop is asked of it', () => {
  const words = (asked: string) => read(asked).telling.map(({ word }) => word)
  assert.deepEqual(words('aide pour mon téléphone'), ['telephone'])
  assert.deepEqual(words('téléphone de la pharmacie'), ['pharmacie'])
})

test('an excerpt shows the word that was asked among some words of its line', () => {
  const said = (text: string, ...asked: readonly string[]) => {
    const { before, word, after } = excerptOf(text, asked) ?? {}
    return word && `${before}[${word}]${after}`
  }
  assert.equal(said('Apportez une chaise.', 'chaises'), 'Apportez une [chaise].')
  assert.equal(
    said(
      'Un repas.\nOn mange tous ensemble le soir à table chez ma sœur qui habite au bourg',
      'table',
    ),
    '…\u00a0tous ensemble le soir à [table] chez ma sœur qui habite au…',
  )
  assert.equal(said('Débroussaillage du chemin', 'debroussaill'), '[Débroussaillage] du chemin')
  assert.equal(said('Une pâte, une pâtée', 'pate'), 'Une [pâte], une pâtée')
  assert.equal(said('Rien de cela', 'piano'), undefined)
  const rights = 'Accès par la rue. Accès aux droits le mardi.'
  assert.equal(said(rights, 'acces aux droits'), 'Accès par la rue. [Accès aux droits] le mardi.')
  assert.equal(said('Accès par la rue.', 'acces aux droits'), undefined)
})

test('the season of a search says when, and the new year is a feast', () => {
  const words = (asked: string) => read(asked).telling.map(({ word, isBeside }) => [word, isBeside])
  assert.deepEqual(words('une chambre à Noël'), [
    ['chambre', undefined],
    ['noel', true],
  ])
  assert.deepEqual(words('sapin de Noël')[1], ['noel', undefined])
  assert.deepEqual(words('nouvel an'), [['reveillon', undefined]])
})
