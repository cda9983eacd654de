import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fold } from '../../core/letters/words.ts'
import { EVERY_DAY } from '../named-fr.ts'
import { type FindingKind, guard } from './guard.ts'
import { names } from './lexicon.cjs'
import { isCommune, isWord } from './lexicon.ts'
import { NO_NAME } from './names-fr.ts'
import { bitsFor, holdsWord, setWord } from './sieve.ts'

const kinds = (text: string, ...shown: string[]): readonly FindingKind[] =>
  guard(text, shown).map(one => one.kind)
const said = (text: string, ...shown: string[]): readonly string[] =>
  guard(text, shown).map(one => one.said)

const HELD: readonly (readonly [string, FindingKind])[] = [
  ['mamanDeTahira : covoiturage', 'name'],
  ['PapaDeJade vient', 'name'],
  ['#merciYounoussa pour le four', 'name'],
  ['tahira+shirin+moi : affiches', 'maybe'],
  ['Le trésorier, surnommé Bouboule', 'someone'],
  ['L’ado qui s’est scarifiée', 'situation'],
  ['Elle a fait une fugue en octobre', 'situation'],
  ['Pipi au lit : prévoir une alèse', 'situation'],
  ['Renvoyé trois jours', 'situation'],
  ['Réparer la guirlande avec Lucie', 'name'],
  ['Les amis de Lucie et Paul', 'name'],
  ['Association Léa Tom Inès', 'name'],
  ['titouan prête son fer à souder', 'name'],
  ['Pierre prête sa remorque', 'name'],
  ['Relancer la Zouzou pour les crêpes', 'name'],
  ['Installer la boîte de retour : Marie-Jo', 'name'],
  ['Visite effectuée par Wattebled', 'name'],
  ['Voir Marchand pour les clés', 'name'],
  ['J. Brunnenbach relie le fonds', 'name'],
  ['rapporter la plancha à mme vialaneix', 'name'],
  ['La clé est chez les Tardivat', 'home'],
  ['récupérer les chaises chez nono', 'name'],
  ['Fichier CR_mai_Solveig_Hammadi.pdf', 'name'],
  ['Photo de MarieCarmen42', 'name'],
  ['Chabassolle apporte la sono', 'maybe'],
  ['Deux jeunes, 14 ans, tiennent le vestiaire', 'age'],
  ['Soutenir une dame âgée de 83 ans', 'age'],
  ['Il touche le RSA', 'situation'],
  ['Excusé parce qu’il est en deuil', 'situation'],
  ['Elle attend son opération', 'situation'],
  ['Bon rétablissement, après ton opération', 'situation'],
  ['La voisine de la scierie ne peut arroser', 'someone'],
  ['Un goûter pour le fils du boulanger', 'someone'],
  ['Porter les livres à l’ancien facteur', 'someone'],
  ['« Mon mari est parti en mars »', 'situation'],
  ['Rendez-vous au 12 rue du Puits', 'home'],
  ['Répétition chez lui', 'home'],
  // A page without capitals: a word that is none, where somebody stands.
  ['le zorban a une bétaillère', 'maybe'],
  ['un rosier pour la petite mirzane', 'maybe'],
  ['la parcelle de taourik est libre', 'maybe'],
  ['une herse (voir colombine d’escarpoul)', 'maybe'],
  ['quelqu’un à la place de Fabienne', 'name'],
  ['les cours de Swann', 'maybe'],
  ['la fête de Lina', 'name'],
  ['dette à Lambert', 'name'],
  ['A. Chasse prête son vélo', 'name'],
  ['J.M. Tournebrise vient', 'name'],
  ['30 place de l’église', 'home'],
  // A name that is a word.
  ['Code de la salle : 4512B', 'secret'],
  ['clé sous le pot', 'secret'],
  ['le cadenas du vélo s’ouvre avec 4471', 'secret'],
  ['pour entrer taper 7788 puis étoile', 'secret'],
  ['le digicode a changé, c’est maintenant 56A12', 'secret'],
  ['on ouvre avec 1 2 3 4 sur le boîtier', 'secret'],
  ['code de la salle : quatre chiffres, 19 84', 'secret'],
  ['4512 pour le portail', 'secret'],
  ['code box : deux-deux-huit-huit', 'secret'],
  ['le code wifi reste boulangerie2024', 'secret'],
  ['alarme : 1234 puis #', 'secret'],
  ['mot de passe : tartine', 'secret'],
  ['IBAN FR76 3000 6000 0112 3456 7890 189', 'secret'],
  ['Le curé est un voleur', 'someone'],
  ['De la part du maire', 'someone'],
  ['ok fredou', 'maybe'],
  ['chaises (fredou)', 'maybe'],
  ['Les chaises sont à Fredou', 'maybe'],
  ['félicitations à Chabassou', 'name'],
  ['elle a porté plainte', 'situation'],
  ['il dort à la salle des fêtes', 'situation'],
  ['on dit qu’il vole', 'situation'],
  // Told in haste, by a nickname, by letters, by a verb.
  ['tréteaux : roumégous', 'maybe'],
  ['qui ferme ? poulou', 'name'],
  ['voir avec lulu pour le camion', 'name'],
  ['demander à perdrix pour le barnum', 'name'],
  ['les deux frères arnavel', 'maybe'],
  ['la bande à moumoune', 'name'],
  ['l’infirmière clémence', 'name'],
  ['référente c.m.', 'name'],
  ['prêt par a. bouscatié', 'name'],
  ['JM apporte le pain', 'name'],
  ['M. tournebrise assurera le marquage', 'name'],
  ['la famille rossignol', 'name'],
  ['le hangar des frères ginestou', 'maybe'],
  ['la clé est chez merle', 'name'],
  ['un pont à mme tchoubanian', 'name'],
  ['Fatou et Soizic tiennent la caisse', 'name'],
  ['appartement 3, deuxième étage', 'home'],
  ['le pavillon au portail vert', 'home'],
  ['ses reins sont fichus', 'situation'],
  ['elle arrive plus à payer son fioul', 'situation'],
  ['le couple est criblé de crédits', 'situation'],
  ['il a été exclu du collège', 'situation'],
  ['elle s’est remise à boire', 'situation'],
  ['le permis suspendu pour alcool', 'situation'],
  ['ses gamins sont placés', 'situation'],
  ['anniversaire surprise', 'situation'],
  ['on ne le dit pas en public', 'situation'],
  ['rester anonyme', 'situation'],
  ['elle va sur ses 90 ans', 'age'],
  ['né en 1941', 'age'],
  ['la rousse du 12', 'someone'],
  ['les gens du 12', 'someone'],
  ['Trouver un vélo pour Cerise', 'maybe'],
  ['Une remorque prêtée, merci M\u0430thieu', 'name'],
  ['Les clés sont à Mat\u200bhieu', 'name'],
  ['Chabass\u043ele', 'maybe'],
  ['Il touche le RS\u0410', 'situation'],
  ['Hier, Cerise a prêté sa scie', 'maybe'],
  ['Bruyère apporte la sono', 'maybe'],
  ['Un arbre pour qui n’a vécu que deux semaines', 'situation'],
  ['Une plaque pour les enfants mort-nés', 'situation'],
  ['« Depuis que j’ai quitté la maison, je revis »', 'situation'],
  ['Il est en rupture avec sa famille', 'situation'],
  ['Les 85 euros que le voisinage lui doit', 'situation'],
  ['Les 85 € qu’elle doit à la caisse', 'situation'],
  ['Il rembourse petit à petit', 'situation'],
  ['Le compteur de ceux qui sont coupés d’électricité', 'situation'],
  ['Olive et Cerise tiennent la buvette', 'maybe'],
  ['Un arbre pour le bébé qu’ils ont perdu', 'situation'],
  ['Il ne voit ses enfants qu’en été', 'situation'],
  ['Quelqu’un vit dans sa voiture', 'situation'],
  ['Il reste devoir 45 euros', 'situation'],
  ['Elle ne se lève plus', 'someone'],
  ['Il a fui avec deux valises', 'someone'],
  ['Le couple de la caravane', 'someone'],
  ['La petite nouvelle du CM2', 'someone'],
  ['Réserver au 06 44 12 87 30', 'phone'],
  ['Réserver au zéro six quarante-quatre douze quatre-vingt sept trente', 'phone'],
  ['Écrire à jardin.grand@exemple.example', 'mail'],
  ['Écrire à jardin (at) exemple.example', 'mail'],
]
for (const [text, kind] of HELD)
  test(`it is held (${kind}): ${text}`, () =>
    assert.ok(kinds(text).includes(kind), kinds(text).join(', ')))

const FREE = [
  '#pourTous les âges',
  'wifi+imprimante : à brancher',
  'Colis renvoyé trois jours plus tard',
  'Fête de la Saint-Jean',
  'École Jules-Ferry : peindre la cour',
  'Rue Jean-Moulin, refaire le trottoir',
  'Marché de Noël',
  'La fanfare de Chabreuil',
  'Les Jardins de la Coise livrent le mardi',
  'Amap du Val d’Orzaille',
  'Réunion à Marcoux',
  'Permanence France Travail',
  'Atelier de prévention du diabète',
  'Accès en fauteuil roulant',
  'Jeux pour les enfants de 6 à 12 ans',
  'Il y a 20 ans, le lavoir',
  'Roses trémières et pierres plates',
  'Claire-voie à repeindre',
  'Cerise de Noël et pommes',
  'Mairie demande deux devis',
  'Le projet de légumerie avance',
  'Chez nous, on a des vaches',
  'Nous devons commander du broyat',
  'Eau coupée mardi matin',
  'Une poussette, elle a une roue neuve et prend peu de place',
  'Le four : il chauffe bien, il doit être nettoyé',
  'Il est prévu de repeindre, il reste deux pots',
  'Il manque une bâche, elle peut être petite',
  'La remorque, elle est arrivée mardi, elle est en bon état',
  'marché : 14 exposants pr linstant',
  'prix max 10e par jouet, 15% pr lassoc',
  'Demandes d’aide sociale',
  'Demander à plusieurs artisans',
  'Rendre les clés à temps',
  'Tréteaux : empruntés',
  'Ouvrir une parcelle pour les gens du quartier',
  'Passer le broyeur chez les voisins',
  'Choisir la couleur, deux enceintes à prêter',
  'Tablettes à disposition des habitants au foyer',
  'Le siège est transféré de l’ancienne cure',
  'EARL des Hauts',
  'Borne Wi-Fi de la place',
  'Le congélateur est mort',
  'Le club est né en 1950',
  'On ne peut plus monter, faute d’échelle',
  'Le chantier est suspendu trois mois',
  'Celui du bas est plein, utiliser celui du haut',
  'Un repas à 12 € par famille, boissons comprises',
  'Trois mois de location offerts',
  'a. ouvrir la salle',
  'p. ex. une bâche',
  'Code postal 42890, code de la route',
  'Wifi installé en 2023, ouvert à tous',
  'Les clés de la salle à rendre lundi',
  'Le cadenas est cassé depuis 2022',
  'Le portail du cimetière coûte 1200 €',
  '300 pour le portail',
  'Alarme à réviser en 2027',
  'Départ 8h30 place de l’église',
  'De 8 à 10 place du marché',
  'Qui peut tenir la buvette ?',
  'A.C.C.A. Chasse',
  'Fête de Noël',
  'Fête de la Saint-Jean',
  'Boire un verre à la place de la Mairie',
  'On ouvre avec 12 bénévoles',
  'Le cadenas de 1998 est rouillé',
  'Coffre de 400 litres',
  'Soupe et Contes',
  'Une planche de 10 μm, et du β-carotène',
  'Quelqu’un connaît un électricien ?',
  'Des graines de printemps',
  'Repas chez l’habitant',
  'Mairie, 3 place de l’Église',
  'Réunion le 12 03 2026 à 20 h',
  'Budget de 1 850 euros, facture 2026 0412 33',
]
for (const text of FREE) test(`nothing is held: ${text}`, () => assert.deepEqual(guard(text), []))

test('who is shown already is not held, and hides nobody else', () => {
  assert.deepEqual(said('Lucie apporte la sono', 'Lucie'), [])
  assert.deepEqual(said('Lucie et Paul apportent la sono', 'Lucie'), ['Paul'])
  assert.deepEqual(said('Lucienne apporte la sono', 'Lucie'), ['Lucienne'])
})

/** First names that nobody takes for something else. */
const FIRST = names()
  .first.split(' | ')
  .filter(one => /^[a-z]{4,}$/.test(one) && !EVERY_DAY.has(one) && !NO_NAME.has(one))
const capital = (name: string): string => name[0]!.toUpperCase() + name.slice(1)
const PLACES = [
  (n: string) => `${n} garde les clés`,
  (n: string) => `Les clés sont chez ${n}`,
  (n: string) => `Le groupe de ${n} et Lucie`,
  (n: string) => `Sono (${n})`,
  (n: string) => `Demander à ${n}`,
]

test('law 11: a first name of the lexicon is found wherever it stands', () => {
  fc.assert(
    fc.property(fc.constantFrom(...FIRST), fc.constantFrom(...PLACES), (name, at) => {
      const text = at(capital(name))
      assert.ok(
        guard(text).some(one => fold(one.said).includes(name)),
        text,
      )
    }),
    { numRuns: 500 },
  )
})

test('law 11: a made-up name is found after Mme, after chez and before what somebody does', () => {
  const name = fc
    .stringMatching(/^[BCDFGJKLMNPRSTV][aeiou](?:[bcdfgjklmnprstv][aeiou]){2,3}[lrnz]$/)
    .filter(one => !isWord(one) && !isCommune(one) && !names().places.includes(one.toLowerCase()))
  fc.assert(
    fc.property(
      name,
      fc.constantFrom(
        'Mme X passe en voiture',
        'La plancha est chez X',
        'Hier, X a prêté sa remorque',
      ),
      (one, at) => {
        const text = at.replace('X', one)
        assert.ok(
          guard(text).some(found => found.said.includes(one)),
          text,
        )
      },
    ),
    { numRuns: 300 },
  )
})

test('a day after a doctor is no name, where no capital makes it one', () => {
  const names = (text: string): readonly string[] =>
    guard(text).flatMap(({ kind, said }) => (kind === 'name' ? [said] : []))
  for (const day of ['jeudi', 'lundi matin', 'demain'])
    assert.deepEqual(names(`l’emmener chez le docteur ${day}`), [], day)
  assert.deepEqual(names('l’emmener chez le docteur Jeudi'), ['Jeudi'])
  assert.deepEqual(names('demander à Mme jeudi'), ['Mme jeudi'])
  assert.deepEqual(names('voir le docteur rossignol'), ['rossignol'])
})

test('when one goes to a doctor is neither a name nor a home; whose doctor it is stays one', () => {
  const whens = 'le 15 à 14h30|jeudi|janvier|ce soir|cet après-midi|avant noël|vite|aujourd’hui'
  for (const who of ['le docteur', 'le dentiste', 'le kiné', 'la pharmacienne', 'le véto'])
    for (const when of [...whens.split('|'), 'à Boën', '']) {
      const text = `une conduite chez ${who} ${when}`.trim()
      const found = guard(text, ['Boën']).filter(({ kind }) => kind !== 'situation')
      assert.deepEqual(found, [], text)
    }
  assert.deepEqual(guard('chez kiné lundi, puis chez coiffeur mardi'), [])
  assert.deepEqual(guard('un repas pour la famille dimanche'), [])
  for (const text of [
    'chez le docteur rossignol',
    'chez le dentiste rossignol',
    'chez le docteur Jeudi',
    'chez Kiné lundi',
    'la famille rossignol',
    'la famille Dimanche',
    'chez la voisine jeudi',
  ])
    assert.notDeepEqual(guard(text), [], text)
})

test('a village by its short name is nobody where a ride goes; a person there still is one', () => {
  for (const text of [
    'trajet Saint-Just Boën',
    'trajet Noirétable Boën vendredi',
    'cherche un trajet pour Essertines',
    'navette vers Essertines',
  ])
    assert.deepEqual(guard(text), [], text)
  for (const [text, said] of [
    ['trajet Paul Martin', 'Paul Martin'],
    ['trajet Nadia Montbrison', 'Nadia'],
    ['un trajet pour Rosa', 'Rosa'],
    ['trajet Essertines avec Yvette', 'Yvette'],
    ['des chaussures pour Essertine', 'Essertine'],
  ] as const)
    assert.ok(
      guard(text).some(one => one.said.includes(said)),
      `${text}: ${JSON.stringify(guard(text))}`,
    )
})

test('a telephone number is found however it is spaced', () => {
  const between = fc.constantFrom('', ' ', '.', '-', ' - ', '/', '·', '\u00a0')
  fc.assert(
    fc.property(fc.stringMatching(/^0[1-79][0-9]{8}$/), between, (number, gap) => {
      const text = `Appeler le ${number.replace(/..(?=.)/g, two => two + gap)} le soir`
      assert.ok(kinds(text).includes('phone'), text)
    }),
  )
})

test('findings stand in order, apart, and give back the words of the text', () => {
  const word = fc.constantFrom(
    'Lucie',
    'le',
    'chez',
    'RSA',
    '14 ans',
    '06 44 12 87 30',
    'Mme',
    'Brunnenbach',
    ',',
    'son mari',
    '\n',
    '’',
    '😀',
    'l’',
  )
  fc.assert(
    fc.property(
      fc.array(fc.oneof(word, fc.string({ unit: 'grapheme' })), { maxLength: 14 }),
      words => {
        const text = words.join(' ')
        let end = 0
        for (const { from, to, said } of guard(text)) {
          assert.ok(from >= end && to > from && to <= text.length)
          assert.equal(text.slice(from, to), said)
          end = to
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('a word that was set is held, and few that were not', () => {
  const words = Array.from({ length: 2_000 }, (_, at) => `mot${at}a`)
  const bits = new Uint8Array(bitsFor(words.length))
  for (const one of words) setWord(bits, one)
  assert.ok(words.every(one => holdsWord(bits, one)))
  assert.ok(words.filter(one => holdsWord(bits, `${one}b`)).length < 20)
})
