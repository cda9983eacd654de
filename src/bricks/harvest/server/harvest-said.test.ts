import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { lacking } from '../../../../tests/support/folders.ts'
import { harvested } from '../../../../tests/support/harvested.ts'

/**
 * One sentence a line, `kind|sentence`, written for the way of saying it; `none`: nothing but
 * people, bodies and places.
 */
const SAID = readFileSync(join(import.meta.dirname, '../../../../tests/harvest/said.txt'), 'utf8')
  .split('\n')
  .filter(Boolean)
const HEAD = 'Réunion du 5 mars 2024 à Ambert\n\nPrésents : Odile Faure, René, Sam, Luce, Ali\n\n'
const STANDING = ['actor', 'place']

for (const line of SAID) {
  const [kind, sentence] = [line.slice(0, line.indexOf('|')), line.slice(line.indexOf('|') + 1)]
  test(`it is read as ${kind}: ${sentence}`, { skip: kind !== 'none' && lacking(kind) }, () => {
    const came = harvested(HEAD + sentence).candidates.filter(c => c.source.from >= HEAD.length)
    const kinds = came.map(c => c.kind)
    if (kind === 'none')
      assert.deepEqual(
        kinds.filter(k => !STANDING.includes(k)),
        [],
      )
    else assert.ok(kinds.includes(kind), kinds.join(', '))
  })
}

/** Heads of many habits: the text, how many were there, the day, a part of the place. */
const HEADS: readonly (readonly [string, number, string, string])[] = [
  [
    "Asso Les Mains Vertes\nConseil d'administration n°4\nTenu le mercredi 14 septembre " +
      '2022 en mairie de Saint-Anthème\n\nAdministrateurs présents (5) : Chantal Roure, Denis ' +
      'Roure, Paul Védrine, Sofia Lopez, Yves B.\nAdministrateurs excusés : Line Fabre ' +
      '(pouvoir à Y. B.)\nInvitée : Cléa, stagiaire\n\n1. Trésorerie',
    6,
    '2022-09-14',
    'Saint-Anthème',
  ],
  [
    'compte rendu amap 3 juin 2021\nsalle paroissiale de montbrison\n\nétaient là : claire, ' +
      'momo, jean-louis, babette\nexcusés : paul\n\nle pain',
    4,
    '2021-06-03',
    'montbrison',
  ],
  [
    "CUMA DE LA VALLÉE\nRéunion d'hiver\n\nDate | 12/01/2023\nLieu | Salle des fêtes, " +
      'Cervières\nPrésents | Marc Faye, Luc Poyet, Anne-Lise Jacquet, Bruno\nExcusé | ' +
      'Henri\n\nFaneuse',
    4,
    '2023-01-12',
    'Cervières',
  ],
  [
    'Bonjour à tous,\n\nPetit résumé de notre rencontre de mardi (le 7 mars 2023) au café ' +
      'de Chalmazel. Nous étions sept autour de la table, à savoir Lison, Marco, les deux ' +
      'Julien (Julien B. et Julien T.), Zoé, Hervé et votre serviteur.\n\nOn a parlé.\n\nEric',
    7,
    '2023-03-07',
    'Chalmazel',
  ],
  [
    '# Repair Café de Boën-sur-Lignon\n\n**Bilan de la séance du 18 novembre ' +
      '2023**\n\n**Réparateurs :** Gilles, Mado, Rachid\n**Accueil :** Colette, Suzy\n\n## ' +
      'Chiffres\n',
    5,
    '2023-11-18',
    'Boën',
  ],
  [
    'Commission « cadre de vie »\nMairie de Feurs — 4 octobre 2021, 18h30\n\nMembres ' +
      'présents :\nMme Aline TISSOT (adjointe, présidente)\nM. Gérard ROLLE\nM. Idris ' +
      'BENALI\nMme Paule CHAVE\nAbsents :\nM. Jean PRAT\n\nOrdre du jour :\n1. Bancs',
    4,
    '2021-10-04',
    'Feurs',
  ],
  [
    'Jardin des Clés, Roanne\nréunion de printemps, samedi 26 mars 2022 au ' +
      'cabanon\n\nPrésent.e.s\nMaud\nTiti\nSelma\nGeorges et Mireille\n\n* Le puits\nIl est à ' +
      'sec.',
    5,
    '2022-03-26',
    'Roanne',
  ],
  [
    'Réunion du bureau — Saint-Just-en-Chevalet — le 09/02/2020\nde 19h à 21h30\nAnimation ' +
      ': Flore / Notes : Hugo\nParticipant⋅es : Flore, Hugo, Nina, Alassane, Brigitte.\nEn ' +
      'visio : Tom.\n\nPoint 1',
    6,
    '2020-02-09',
    'Saint-Just-en-Chevalet',
  ],
  [
    'Notes du 5/11/2019 – assemblée du four, Sauvain\nQui ? Denise, Robert, Robert fils, ' +
      'Agathe, Lulu\nQuoi ? le bois, la voûte\n\nLe bois',
    5,
    '2019-11-05',
    'Sauvain',
  ],
  [
    'PV de réunion – 21 janvier 2024\nLieu : chez Mme Pons, Noirétable\nSont présents ' +
      'Messieurs Arnaud, Blanc et Collet, Mesdames Denis et Esnault.\n\nRésolutions',
    5,
    '2024-01-21',
    'Noirétable',
  ],
  [
    "Dimanche 2 février 2025, ancienne gare de Sail-sous-Couzan.\nOn s'est retrouvés à six " +
      ': Pia, Max, Ludo, Ludo junior, Catherine, Aïcha (avec ses jumeaux).\n\nLe quai',
    6,
    '2025-02-02',
    'Sail-sous-Couzan',
  ],
  [
    "Ressourcerie du Haut-Forez\nRéunion d'équipe, 11 juin 2018, Montbrison\n\nÉquipe " +
      'salariée : Benoît, Karine\nBénévoles : Josette, Lucien, Farid\nExcusée : ' +
      'Marine\n\nCollecte',
    5,
    '2018-06-11',
    'Montbrison',
  ],
  [
    "= Réunion n°12 =\n'''Date''' : jeudi 8 décembre 2016<br/>\n'''Lieu''' : [[Café de la " +
      "Place]], Saint-Marcellin-en-Forez<br/>\n'''Présents''' : [[Utilisateur:Loic|Loïc]], " +
      'Anne, Hervé M., Hervé T., Fanny\n\n== Wiki ==\n',
    5,
    '2016-12-08',
    'Saint-Marcellin-en-Forez',
  ],
  [
    "COMPTE-RENDU\nCONSEIL MUNICIPAL DES JEUNES\nSéance du 15 mars 2023\n\nL'an deux mille " +
      'vingt-trois, le quinze mars à dix-huit heures, le Conseil municipal des jeunes de ' +
      "Panissières, dûment convoqué, s'est réuni en mairie.\n\nÉtaient présents : Lina BRUN, " +
      'maire junior, Tom FAURE, Aya KONÉ, Malo GIRARD, Inès ROCHE.\nÉtait absente excusée : ' +
      'Jade PETIT.\nSecrétaire de séance : Tom FAURE.\n',
    5,
    '2023-03-15',
    'Panissières',
  ],
  [
    'Objet: retour sur la rencontre\nDe: Béa\nÀ: liste\nDate: lun. 13 nov. ' +
      "2017\n\nSalut,\n\nSamedi 11 novembre on s'est vus chez Denis, à Usson-en-Forez. " +
      'Étaient de la partie Denis, Rosalie, Kamel, le grand Louis et moi.\n\nBéa',
    5,
    '2017-11-11',
    'Usson-en-Forez',
  ],
  [
    'Fruitière du Pilat, groupe projet\nBourg-Argental, le 3 avril 2024\n\n👥 Présents : ' +
      'Alice, Basile, Coralie, Dan\n🚫 Absents : Éric\n📝 Notes : Coralie\n',
    4,
    '2024-04-03',
    'Bourg-Argental',
  ],
  [
    'Groupe habitat léger / réu 5\n4.12.21 Saint-Bonnet-le-Château\nla : Gaston, Mina, Jo ' +
      'B, Jo V, Pétra\npas la : Yann (covid)\n\n> terrain',
    5,
    '2021-12-04',
    'Saint-Bonnet-le-Château',
  ],
  [
    "Bibliothèque de Marlhes. Réunion d'équipe du mardi 9 janvier 2018.\n\nPrésentes : " +
      'Marie-Thérèse, Odette, Chantal P., Chantal V., Yvonne ; Robert nous rejoint à 15 ' +
      'h.\n\n1 – Le désherbage',
    6,
    '2018-01-09',
    'Marlhes',
  ],
  [
    "Comité des fêtes de Rozier-Côtes-d'Aurec\nRéunion préparatoire – 22 avril 2022 – salle " +
      'Saint-Blaise\n\nParticipants : 7\nPrésidente : Nathalie\nMembres : Yoann, Cédric, ' +
      'Élise, Mickaël, Sandra, Jean-Marc\n',
    7,
    '2022-04-22',
    'Rozier-Côtes-d',
  ],
  [
    'Café des parents\nÉcole publique de Périgneux, 7 octobre 2020\n\nÀ table ce matin : ' +
      'Soraya, Emma, Emma D., Vincent, la directrice (Mme Chapuis)\n\nLa sieste',
    5,
    '2020-10-07',
    'Périgneux',
  ],
  [
    'AG 2023 des Amis du moulin\nvendredi 20 janvier 2023 à la salle polyvalente de ' +
      'Merle-Leignec\n23 adhérents présents, 11 pouvoirs.\nAu bureau : Roger Vial ' +
      '(président), Josiane Vial (secrétaire), Guy Peyron (trésorier), Lucette Barjon, Noël ' +
      'Barjon.\n\nRapport moral',
    5,
    '2023-01-20',
    'Merle-Leignec',
  ],
  [
    'Réunion de quartier des Ollières\nMontbrison, 28 septembre 2022 à 18h\n\nÉlus : Mme ' +
      'Gauthier, M. Ferreira\nHabitants : Zohra, Lucien, M. et Mme Paulin\nTechnicien voirie ' +
      ': M. Blanc\n\nVoirie',
    7,
    '2022-09-28',
    'Montbrison',
  ],
  [
    'Épicerie sociale – équipe du lundi\nFirminy – 14 février 2022\n\nprésents\n- ' +
      'Monique\n- Ahmed\n- Lise (en retard)\n- Franck\n\nexcusés\n- Rose\n\nles colis',
    4,
    '2022-02-14',
    'Firminy',
  ],
]
for (const [text, count, day, place] of HEADS) {
  test(`the head is read: ${text.split('\n').slice(0, 2).join(' ⏎ ')}`, () => {
    const { meeting } = harvested(`${text}\n\nOn cherche un local. La suite plus tard.\n`)
    assert.equal(meeting.people.length, count, meeting.people.join(', '))
    assert.equal(meeting.date, day)
    assert.ok(meeting.place.includes(place), meeting.place)
  })
}

/**
 * Ties between what is carried, wanted, offered, cited and done: the text, and the two ends by kind
 * and word.
 */
const TIES: readonly (readonly [string, readonly [string, RegExp], readonly [string, RegExp]])[] = [
  ['- Luce monte une ressourcerie.', ['actor', /Luce/], ['initiative', /ressourcerie/]],
  [
    '## Le lavoir\n\n- Sam mène la réfection du lavoir.\n- Il manque du sable.',
    ['initiative', /lavoir/],
    ['need', /able/],
  ],
  [
    'Le toit. Sam mène la réfection du toit.\nIl lui manque une échelle.',
    ['initiative', /toit/],
    ['need', /chelle/],
  ],
  [
    '## Four\n\n- Ali a lancé un four mobile.\n- Voir le guide « Pains d’ici ».',
    ['reference', /Pains/],
    ['initiative', /four/],
  ],
  ['- La ferme des Prés donne 30 cagettes.', ['actor', /[Ff]erme des Prés/], ['offer', /cagettes/]],
  [
    '- L’association Fil Bleu passe le lundi. Elle peut prendre deux élèves de plus.',
    ['actor', /Fil Bleu/],
    ['offer', /l[eè]ves/],
  ],
  ['- Odile appelle le maçon avant le 20 mars.', ['task', /ma[cç]on/], ['actor', /Odile/]],
  [
    '- Ali a lancé un vélobus.\n\nAutre chose.\n\nPour le vélobus on cherche des gilets.',
    ['initiative', /v[eé]lobus/],
    ['need', /[Gg]ilets/],
  ],
]
for (const [text, from, to] of TIES) {
  test(`what goes together is tied: ${text.replaceAll('\n', ' ⏎ ')}`, {
    skip: lacking(from[0], to[0]),
  }, () => {
    const came = harvested(HEAD + text)
    const ids = ([kind, word]: readonly [string, RegExp]) =>
      came.candidates.filter(c => c.kind === kind && word.test(c.title)).map(c => c.id)
    const [a, b] = [ids(from), ids(to)]
    assert.ok(
      came.links.some(
        l => (a.includes(l.from) && b.includes(l.to)) || (b.includes(l.from) && a.includes(l.to)),
      ),
      JSON.stringify(came.links),
    )
  })
}
