import { lazy } from '../../../../core/lazy.ts'
import { wordsOf } from '../../../../core/letters/words.ts'
import { nullPrototype } from '../../../../core/null-prototype.ts'
import { contentOf, type NoticeMeaning } from './meaning.ts'
import { isKnown, keyOf, kindsOf } from './names.ts'
import type { SpokenNotice } from './spoken.ts'
import type { SaidThing } from './things-said.ts'
import { linesOf } from './vocabulary.ts'

/**
 * One word, several things: *un bureau* of oak and one to rent, *des avocats* by the crate and one
 * for a lawsuit.
 *
 * Shape   `FIELDS`: what tells that one speaks of a field of life. `SENSES`: a word, then its
 *         senses parted by `|`, each by fields (`@`) and words; a sense of which nobody thinks
 *         first (`!`) must be told by both. A sense is told by what stands around the word; where
 *         either notice tells none, nothing is held against it but a rare sense.
 * Source  our own; French of recognition, never shown.
 */
const FIELDS: Readonly<Record<string, string>> = nullPrototype({
  bêtes:
    'cheval, jument, poney, âne, chien, chat, poules, vaches, mouton, brebis, chèvre, ' +
    'lapin, étable, écurie, piège, cage, dératiser, équitation, cavalier, monter, élevage',
  route:
    'vélo, voiture, moto, tracteur, camion, camionnette, pneus, roue, démarrer, guidon, ' +
    'vtt, route, garagiste, panne, scooter, permis',
  repas:
    'manger, salade, confitures, compote, tarte, soupe, recette, cuisiner, kilo, kilos, ' +
    'mûrs, mûres, mûr, cueillir, verger, jus, cagette, cagettes, frais, marché, conserves, ' +
    'vigne',
  écran:
    'ordinateur, usb, clavier, écran, internet, imprimante, sans fil, tablette, clic, bluetooth',
  droit:
    'procès, bornage, bail, divorce, tribunal, notaire, litige, succession, droit, ' +
    'histoire, défendre, plainte, juridique, héritage, employeur',
  meuble:
    'chêne, bois, tiroirs, pin, meuble, massif, noyer, merisier, formica, chambre, enfant, ' +
    'écolier, tiroir',
  local:
    'louer, clients, recevoir, étage, télétravail, réunion, loyer, association, permanence, ' +
    'mètres, carrés, chauffé, fibre, partagé, coworking, travailler',
  fête:
    'fête, mariage, anniversaire, invités, personnes, bal, danser, noces, kermesse, ' +
    'réception, apéritif, concert',
  culture:
    'légumes, semer, cultiver, potager, planter, bêcher, arbres, tailler, désherber, ' +
    'tomates, récolter, serre, jardiner',
  musique:
    'concert, orchestre, chanter, jouer, groupe, fanfare, musicien, musical, musique, ' +
    'guitare, harmonie, notes, rock, répéter, instrument, tambour',
  jeu: 'jouer, belote, tarot, partie, partenaire, poker, joueurs, rami',
  couture: 'coudre, couture, tissu, robe, machine, ourlet, laine, tricot',
  chantier:
    'mur, béton, maçon, toit, carrelage, poser, chantier, plâtre, gravats, tranchée, ' +
    'terrasser, fondations',
  eau: 'rivière, pêcher, étang, ligne, truite, hameçon, bateau, lignon, canne, goujon',
  santé: 'dentiste, médecin, ordonnance, infirmière, hôpital, soin, yeux, dos, kiné',
  école: 'école, élève, classe, collège, lycée, devoirs, primaire, maîtresse, garderie',
  bois:
    'bûches, tronc, couper, scier, planches, poutres, chauffage, stère, branches, arbre, ' +
    'rondins, sapin, forêt',
  foyer:
    'froid, hiver, chauffer, pellets, granulés, bûches, cheminée, fumée, tuyau, ramoner, chauffage',
  cuisine: 'cuire, crêpes, viande, casserole, gâteau, four, recettes, frire, gaz, plaques, oeufs',
  lecture: 'lire, livre, livres, roman, bibliothèque, auteur, pages, revue, journal',
  papiers: 'dossier, courrier, formulaire, impôts, signature, démarches, administration, mairie',
})
const SENSES = `
avocat: @repas | !@droit
feuilles: mortes, paillage, pailler, compost, arbres, ramasser, fraisiers, massifs | dessin,
  dessiner, imprimer, cahiers, affiches, rames, ramettes
bureau: @meuble | @local
carte: @route, routières, routière, randonnée, ign, géographie | @jeu
cartes: @route, routières, randonnée, ign, géographie | @jeu
pêche: @repas | @eau
souris: @écran | !grain, grenier, grange, chat, piège, tapette
selle: @bêtes | @route
jardin: @culture | @fête
batterie: !@route | @musique | téléphone
scie: @bois | !musicale, musical, concert
cuisinière: gaz, four, émaillée, électrique, plaques, bois | cantine, embaucher, extra, traiteur,
  école
poêle: @foyer, bois | !crêpes, frire, antiadhésive, téfal
grue: @chantier | oiseau, étang
cours: @école, anglais, maths, musique, yoga | cour, ruisseau
fraise: @repas, plants | @santé, perceuse, métal, neige
tour: !eiffel, visiter | bois, métal, poterie, potier | vélo, visite, garde
pompe: vélo, pneus, gonfler, gonfleur | puits, arrosage, cave, relevage, vidange, citerne | essence
règle: @école | jeu
pièce: voiture, moteur, détachée, tracteur | théâtre, comédie, rôle | réunion, chambre, louer,
  logement | collection, monnaie
pièces: voiture, moteur, détachées, tracteur | théâtre, comédie | logement, louer, appartement |
  collection, monnaie
timbre: collection, collectionner, album | lettre, poster, courrier
lentilles: @repas, vertes, sac | !yeux, contact, opticien
toile: peinture, tableau, peindre | bâche, tente, store | araignée
volant: voiture, conduire | badminton
patron: @couture | embauche, emploi, apprentissage
banc: jardin, asseoir, bois, salle | musculation, sport | scie
canard: @repas, mare, plumes, basse | journal
glace: !@repas, vanille, sorbet | armoire, mur, salle, biseautée
grille: exposition, panneaux, exposer | portail, clôture, jardin | viande, barbecue | mots
guide: montagne, randonnée, visite | livre, michelin
lit: bébé, matelas, sommier, enfant | rivière
livre: @lecture | poids
moule: gâteau, tarte, silicone | marinière, frites | béton, plâtre
mine: crayon | charbon
mousse: matelas, canapé, coussin | jardin, toit, pelouse
orgue: @musique | basaltiques
palette: bois, transport, récup | @couture, peintre, gouache
planche: @bois, établi, étagère | surf, voile, neige | bd, dessin | découper
plante: @culture, pot, vivace, verte | pied, médicinale
prise: électrique, courant, électricien, multiprise | judo, sang
radio: @musique, poste, émission, écouter | @santé, poumons
robe: @couture, mariée, soirée, taille | cheval
sirop: @repas, menthe, sureau | toux
table: @meuble, repas, chaises, ferme, pliante | !multiplication | !orientation | !ping, pong,
  mixage, massage, repasser
tambour: @musique | frein, lave, machine
verre: boire, vin, vaisselle, pied, repas | vitre, vitrage, serre, fenêtre, casse | lunettes
tableau: école, craie, noir | peinture, accrocher, cadre | électrique, fusibles, disjoncteur
pension: chevaux, cheval, pré, box | retraite, alimentaire | chambre, repas
coffre: toit, voiture | jouets, bois, ancien | fort, banque
pinces: linge | outils, électricien | crabe
rouleau: peinture, peindre | pâtisserie | gazon, tasser, champ | papier
mortier: @chantier | pilon, @cuisine
plateau: remorque, camion | fromage, serveur | tournage
ampoule: lampe, lumière, plafond, culot | pied, pharmacie
bouchons: liège, bouteilles, vin | pêche | plastique, collecte
filet: pêche, poisson | tennis, volley, ballon | cerisier, oiseaux, protéger | viande, boeuf
hélice: bateau, avion | ventilateur
manche: outil, pioche, balai, fourche | robe, veste
chaîne: vélo | tronçonneuse | hifi, stéréo, musique | tracteur, attelage, vache
voiture: conduire, essence, diesel, permis, kilomètres | !télécommandée, majorettes, pédales,
  miniature, miniatures, jouet
chambre: louer, loger, dormir | !air
siège: auto, enfant, bébé | bureau, voiture, remplacer | association, local
cage: lapins, oiseau, poules, hamster | football, but
clés: voiture, perdues, trousseau, maison, trouvé | plates, tubes, molette, mécanique, outils | usb
vase: fleurs | expansion, étang
bac: lessive, compost, plantes, fleurs | !diplôme, révision, réviser, terminale, oral, français,
  philo
stage: @école, troisième, entreprise, apprentissage, lycéen | poterie, yoga, vannerie, danse
permis: conduire, code, voiture | construire, pêche, chasse
solde: compte | vêtements
mûres: @repas, ronces | personnes
noyer: @bois, planche, meuble | puits
orties: purin, soupe, @repas | débroussailler, talus, faucher
lampe: chevet, abat | frontale, torche
four: pain, pizza, fournil, cuire | micro, encastrable, électrique, cuisinière | poterie, céramique,
  émail
`

type WordSet = ReadonlySet<string>
type Sense = Readonly<{ cues: WordSet; isRare: boolean }>
const keysOf = (names: string): readonly string[] =>
  names.split(',').flatMap(name => wordsOf(name).slice(0, 1).map(keyOf))
const senses = lazy(() => {
  const fields = new Map(Object.entries(FIELDS).map(([name, words]) => [name, keysOf(words)]))
  const cuesOf = (cue: string): readonly string[] => {
    const name = cue.trim()
    return name.startsWith('@') ? (fields.get(name.slice(1)) ?? []) : keysOf(name)
  }
  return new Map<string, readonly Sense[]>(
    linesOf(SENSES).flatMap(line => {
      const [word = '', all = ''] = line.split(':')
      if (word === '') return []
      const told = all.split('|').map(sense => ({
        cues: new Set(sense.replace('!', '').split(',').flatMap(cuesOf)),
        isRare: sense.includes('!'),
      }))
      return [[keyOf(wordsOf(word)[0] ?? ''), told] as const]
    }),
  )
})

/** What fits one thing only by what it is a part of, or what it is put on. */
const fitted = lazy(
  () =>
    new Set(
      (
        'selle, roue, housse, couvercle, pièce, moteur, cage, niche, panier, casque, sangle, ' +
        'câble, chargeur, batterie, cartouche, manche, lame, filtre, pompe, poignée, ' +
        'courroie, coussin, litière'
      )
        .split(', ')
        .map(keyOf),
    ),
)

/** Everything that a notice says around a thing. */
function around(one: SpokenNotice, said: NoticeMeaning, thing: SaidThing): WordSet {
  const all = new Set([
    ...contentOf(said),
    ...wordsOf(`${one.title} ${one.more}`.slice(0, 400)).map(keyOf),
  ])
  all.delete(thing.key)
  return all
}

/** Whether the same word names two things: each notice tells which, and they differ. */
export function isTwoSenses(
  thing: SaidThing,
  a: readonly [SpokenNotice, NoticeMeaning],
  b: readonly [SpokenNotice, NoticeMeaning],
): boolean {
  const all = senses().get(thing.key)
  if (all !== undefined) {
    const [mine, theirs] = [around(...a, thing), around(...b, thing)]
    const [ofMine, ofTheirs] = [mine, theirs].map(told =>
      all.filter(({ cues }) => [...told].some(key => cues.has(key))),
    )
    const isRare = [...ofMine!, ...ofTheirs!].some(sense => sense.isRare)
    const isTold = ofMine!.length > 0 && ofTheirs!.length > 0
    if ((isTold || isRare) && !ofMine!.some(sense => ofTheirs!.includes(sense))) return true
  }
  return fitted().has(thing.key) && areApart(fitOf(a[1], thing), fitOf(b[1], thing))
}

/** What it is put on: the nouns that the house knows, after it. */
const fitOf = (said: NoticeMeaning, { key }: SaidThing): readonly string[] =>
  contentOf(said).filter(one => one !== key && one !== said.act && isKnown(one))
const areApart = (mine: readonly string[], theirs: readonly string[]): boolean =>
  mine.length > 0 &&
  theirs.length > 0 &&
  !mine.some(one =>
    theirs.some(other => one === other || kindsOf(one).has(other) || kindsOf(other).has(one)),
  )
