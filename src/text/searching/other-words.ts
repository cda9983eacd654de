import { lazy } from '../../core/lazy.ts'
import { fold } from '../../core/letters/words.ts'
import { familyOf } from '../french/families.ts'
import { infinitiveOf } from '../french/infinitives.ts'
import { isWord } from '../guard/lexicon.ts'
import { ENGLISH } from './english-words.ts'

/**
 * What neighbours write of what somebody searches in another word: who types *nounou* is answered
 * by a childminder, *bagnole* by a car. Everyday, family and older words; the lexicon of matching
 * has what is the very same thing (src/bricks/offers/lexicon/README.md).
 *
 * Shape   a line a subject: words that are typed (two with `+` between them stand together), `=`,
 *         what is written of it, the nearest first; a line that is indented more goes on. A
 *         linguist mends it.
 */
const LINES = `
  station+essence station+service = station-service, essence
  chambre+hôte = chambres d’hôtes, gîte
  pomme+terre = pommes de terre, patates
  château+gonflable = château gonflable
  panneau+solaire = panneaux solaires, photovoltaïque
  feu+artifice = feu d’artifice
  fuite+eau = plombier, plomberie
  garde+malade = garde-malade, auxiliaire de vie, aide à domicile
  pompe+chaleur = pompe à chaleur
  carte+pêche = carte de pêche, pêche
  fibre+optique = fibre
  ramassage+scolaire bus+scolaire car+scolaire transport+scolaire = transport, lycéens, car
  centre+aéré = centre de loisirs, garderie
  mazout = fioul, chaudière
  charrette carriole = remorque
  conférence causerie débat = conférence, discussion, réunion publique
  garder+enfant garder+gamin garder+gosse garder+môme garder+bébé garder+fils garder+fille
    garder+petit-enfant garder+petite-fille garde+enfant = baby sitting, baby sitter, garder
    enfants, garde d’enfants, assistante maternelle, garderie
  garder+animal garder+chat garder+chien garder+bête garder+poule garder+lapin = garder animaux,
    garde vos bêtes, garder bêtes, pension, garder chat, garder chien
  couper+cheveu coupe+cheveu = coupe de cheveux, coiffeuse, coiffeur, coiffure
  porter+repas livrer+repas apporter+repas livraison+repas = portage de repas, porter repas
  retirer+argent tirer+argent retrait+argent = distributeur, retraits, agence postale, banque
  retirer+espèces tirer+espèces = distributeur, retraits, agence postale, banque
  prise+sang = prises de sang, infirmière, laboratoire
  donner+sang don+sang = collecte de sang, don du sang
  carte+grise = carte grise, france services, démarches
  carte+identité = carte d’identité, mairie, état civil
  tondre+pelouse tondre+herbe tondre+gazon = tonte, tondeuse, tondre
  tailler+haie couper+haie = haie, élagage, taille-haie
  tailler+arbre couper+arbre abattre+arbre = élagage, élaguer, tronçonneuse
  machine+laver = lave-linge, machine à laver
  apprendre+anglais parler+anglais cours+anglais leçon+anglais = anglais, conversation en
    anglais, english
  apprendre+français parler+français cours+français = cours de français, français
  réparer+ordinateur réparer+ordi réparer+pc = dépannage ordinateur, informatique, ordinateur
  réparer+vélo = réparer vélos, répare vélos, vélos
  réparer+voiture réparer+auto = garage, mécanique, réparations
  dog+sitter cat+sitter pet+sitter dog+sitting cat+sitting pet+sitting = garde vos bêtes, garder
    animaux, pension
  french+lesson french+class = cours de français, français, conversation
  english+lesson english+class = anglais, cours d’anglais, english
  meal+delivery = portage de repas
  old+people = anciens, aînés, personnes âgées
  washing+machine = lave-linge, machine à laver
  autopartage = voiture partagée, autopartage, covoiturage
  boire+coup boire+verre boire+pot = bar, café, buvette
  boire trinquer = bar, café, buvette, vin chaud
  chauffeur conducteur = covoiturage, trajet, voiture, navette
  lumière lampadaire = éclairage, lumière
  nounou nourrice assmat babysitter babysitting = assistante maternelle, baby sitting, baby
    sitter, garde d’enfants, garder enfants, garderie, crèche
  crèche halte-garderie = micro-crèche, garderie, assistante maternelle
  garderie périscolaire = garderie, accueil périscolaire, centre de loisirs, école
  gosse gamin môme minot marmot bambin petiot mouflet = enfant, enfants
  ado adolescent = jeune, ado, lycéen, collégien
  bébé nourrisson nouveau-né = bébé, puériculture, poussette
  landau poussette = poussette, landau, bébé
  cantine = cantine, restaurant scolaire, école
  maîtresse instit instituteur institutrice = école, classe
  maternelle primaire élémentaire = école, classe
  lycée collège fac = lycée, lycéen, collège, collégien, étudiant
  devoir leçon = devoirs, soutien scolaire, aide aux devoirs, cours particuliers
  maths mathématiques math = maths, mathématiques, soutien scolaire
  jouet joujou = jouet, jeux, peluche, poupée
  histoire conte légende = conte, histoire, conteuse, conteur, lecture
  anniversaire baptême mariage noce communion fiançailles = salle des fêtes, barnum
  toubib docteur médecin généraliste = médecin, cabinet médical, maison médicale, maison de
    santé, docteur
  hosto hôpital clinique = hôpital, chu, clinique, centre hospitalier
  urgences samu = urgences, hôpital, pompiers, samu
  infirmier infirmière piqûre pansement = infirmière, cabinet infirmier, soins à domicile
  médicament médoc cachet ordonnance comprimé = pharmacie, médicament
  pharmacien apothicaire = pharmacie
  lunettes opticien oculiste ophtalmologue = opticien, ophtalmo, lunettes
  dentaire dentier = dentiste
  pédicure podologue = pédicure, podologue
  psy = psychologue
  taxi ambulance vsl = taxi, ambulance, vsl
  santé soigner maladie = maison de santé, cabinet médical, médecin, pharmacie, infirmière, kiné,
    dentiste, hôpital
  handicap handicapé invalide = handicap, fauteuil roulant, pmr, accessible
  béquille = béquille, canne, déambulateur
  coiffeur coiffeuse coiffure coupe cheveu barbier tif = coiffeuse, coiffeur, cheveux, salon de
    coiffure, coiffure
  épilation manucure maquillage esthéticienne = esthéticienne, beauté, soins
  vieux ancien aîné âgé senior retraité = anciens, aînés, seniors, retraités, personnes âgées,
    club
  ehpad hospice = maison de retraite, ehpad
  sentir+seul sentir+seule voir+monde rencontrer+monde rencontrer+gens seul seule solitude isolé
    isolement compagnie ennui ennuyer cafard déprime déprimer = personnes seules, visites, tenir
    compagnie, compagnie, table ouverte, goûter, rencontre, aînés, club, café
  manger cuisiner bouffe nourriture popote = repas, portage de repas, plat du jour
  restaurant resto bistrot bistro troquet brasserie auberge = restaurant, bar, café, auberge,
    plat du jour, menu
  bar café apéro = bar, café, buvette
  déjeuner dîner souper = repas, plat du jour, restaurant, menu
  pinard vin picole gnôle = vin, cave, caviste
  bière brasseur = bière, brasserie
  pain baguette boulanger croissant viennoiserie = boulangerie, dépôt de pain, pain, fournil,
    boulanger
  gâteau pâtisserie tarte = pâtisserie, gâteau, boulangerie
  viande boucher charcuterie charcutier saucisson steak barbaque = boucherie, viande,
    charcuterie, boucher, colis de viande
  fromage frometon fromager tomme fourme = fromage, fourme, chèvre, ferme, crémerie
  lait beurre yaourt crème = lait, beurre, ferme, fromage
  légume primeur maraîcher maraîchage = légumes, amap, maraîcher, panier, marché
  patate = pommes de terre, patates
  salade tomate courgette poireau carotte chou = légumes, amap, maraîcher
  fruit = fruits, pommes, poires, verger
  pomme = pommes, verger, jus de pomme
  miel apiculteur ruche abeille = miel, apiculteur, ruche, abeilles
  poisson truite poissonnier = poissonnier, truites, pisciculture, pêche
  volaille poulet poularde pintade = poulet, poules, volaille
  confiote confiture gelée = confiture, gelée
  bio local producteur = amap, producteur, ferme, marché
  épicerie supérette supermarché magasin = épicerie, supérette, commerce
  commerce commerçant = commerce, boutique, épicerie, marché
  marchand étal foire = marché, foire, exposant
  brocante broc puces vide-grenier braderie = vide-grenier, brocante, bourse, puces, recyclerie
  friperie fripe occasion occaz récup troc = friperie, bourse, recyclerie, ressourcerie,
    vide-grenier, occasion
  don donnerie gratuiterie gratos = donner, don, gratuit
  habit fringue sape vêtement nippe frusque = vêtements, habits, linge
  godasse tatane soulier = chaussures
  ourlet retouche fermeture zip raccommoder repriser rapiécer = couture, coudre, couturière,
    machine à coudre, retouches
  couturier couturière couture tailleur = couture, coudre, machine à coudre
  tricot tricoter crocheter aiguille pelote laine = tricot, tricoter, crochet, laine
  déguisement costume carnaval = déguisement, costume, carnaval
  linge lessive laver laverie pressing repasser = repassage, laverie, lave-linge, linge
  ménage nettoyer nettoyage femme ménagère poussière = ménage, aide ménagère, entretien,
    nettoyage
  bagnole auto véhicule voiture tacot = voiture, auto, covoiturage
  autostop lift covoiturage covoit blablacar = covoiturage, trajet, place dans la voiture
  véhiculer = trajet, covoiturage
  bus car autocar navette tram = navette, car, bus, arrêt de car, transport
  train gare ter sncf = train, gare, ter
  permis conduite code auto-école = permis, auto-école, code de la route, conduite accompagnée
  garagiste mécano mécanicien garage carrossier = garage, mécanique, réparations, garagiste
  panne dépannage remorquage dépanner dépanneuse = dépannage, garage, réparation, réparer
  pneu batterie vidange frein embrayage moteur = garage, pneus, batterie, mécanique
  essence gasoil gazole carburant diesel = station-service, essence, carburant
  bécane biclou vélo bicyclette vtt = vélo, bicyclette, vtt
  mob mobylette scooter solex cyclo moto = mobylette, scooter, moto, deux-roues
  remorque carriole bétaillère van = remorque, bétaillère, plateau
  camion fourgon utilitaire camionnette estafette = camion, camionnette, fourgon, utilitaire,
    remorque
  déménager déménagement déménageur emménager = déménagement, déménager, remorque, camionnette
  baraque logement logis appartement appart location loyer = logement, maison, appartement,
    location, chambre, studio
  chambre piaule studio colocation coloc = chambre, studio, colocation, logement
  hôtel auberge hébergement dormir nuitée coucher loger = gîte, hôtel, chambres d’hôtes,
    auberge, hébergement, couchages, camping
  vacances touriste tourisme = gîte, office de tourisme, camping, vacances
  camper caravane mobil-home = camping, tente, camper
  tonnelle chapiteau barnum tente vitabri pagode = barnum, chapiteau, tonnelle
  salle local réunir = salle des fêtes, salle, local, foyer
  sono enceinte haut-parleur ampli micro musique = sono, enceintes, ampli
  fiesta teuf nouba = fête, soirée, réveillon
  guinche = bal
  réveillon saint-sylvestre = réveillon, nouvel an
  tombola bingo quine loto = loto, tombola, quine
  belote tarot carte coinche rami = belote, cartes, tarot, club
  jeu échecs scrabble = jeux, ludothèque, club, jeux de société
  pétanque boule cochonnet bouliste = boules, pétanque, boule
  foot football ballon = foot, stade, club de foot
  gym fitness musculation sport stretching pilates = gym, gymnastique, yoga, sport
  yoga relaxation méditation sophrologie = yoga, relaxation, gym douce
  marcher marcheur rando randonner randonnée balade promenade promener = randonnée, rando,
    marche, balade
  ski skier = ski, skis, station
  nager natation piscine baignade bain = piscine, natation, baignade
  cheval équitation poney cavalier = cheval, centre équestre, poney
  danse danser danseur = danse, bal, zumba
  chanter chant chanteur choriste chorale chœur karaoké = chorale, chant, chœur
  musicien musique instrument orchestre fanfare harmonie = musique, concert, accordéon, guitare,
    harmonie
  accordéon accordéoniste = accordéon, accordéoniste
  spectacle = spectacle, théâtre, contes, concert
  théâtre sketch = théâtre, spectacle, troupe
  cinoche ciné cinéma film = cinéma, film, projection
  expo exposition musée = exposition, peinture, musée, artiste
  bouquin livre roman lecture lire bibli bd = bibliothèque, livres, médiathèque, boîte à livres,
    lecture
  informatique ordi ordinateur pc portable laptop = ordinateur, informatique, ordi, atelier
    informatique
  bug bugger virus clavier = ordinateur, informatique, dépannage, téléphone
  internet numérique web connexion box réseau = internet, numérique, ordinateur, informatique
  smartphone portable mobile gsm téléphone = téléphone, smartphone
  imprimer impression photocopie photocopier imprimante scanner scan polycopier = imprimante,
    imprimer, photocopie, scanner, impression
  papier paperasse dossier formulaire administratif administration courrier lettre = papiers,
    démarches, france services, courrier, administratif
  caf rsa apl cpam sécu carsat urssaf msa impôt = france services, papiers, impôts, démarches,
    caf
  retraite pension = retraite, caisse de retraite, france services
  chômage emploi boulot job taf travail embauche bosser travailler = emploi, travail, recrute,
    embauche, saisonnier, job
  stage apprentissage apprenti alternance stagiaire = stage, apprenti, stagiaire
  identité passeport cni = mairie, carte d’identité, passeport, état civil
  naissance décès acte = mairie, état civil
  vote voter élection électoral = mairie, élections, vote
  maire conseil élu municipal municipalité commune = mairie, maire, conseil municipal
  facteur factrice = bureau de poste, agence postale, la poste, courrier
  timbre colis recommandé poste = agence postale, la poste, colis, timbres, bureau de
    poste
  argent sou fric pognon thune liquide espèces monnaie = distributeur, retraits, agence postale,
    banque, espèces
  banque banquier guichet = banque, agence postale, distributeur, crédit agricole
  avocat juriste notaire = avocat, notaire, juriste, permanence juridique
  gendarme police flic gendarmerie plainte vol cambriolage = gendarmerie, police
  pompier incendie feu = pompiers, incendie
  messe église curé prêtre paroisse catéchisme culte temple = messe, paroisse, presbytère,
    église
  enterrement obsèques = obsèques, pompes funèbres
  poubelle ordure déchet encombrant décharge détritus ferraille jeter débarras débarrasser benne
    = déchèterie, encombrants, déchets, ferraille, poubelle
  recycler tri trier compost = compost, tri, déchèterie, recyclerie
  bûche stère = stère, bois de chauffage, bûches, bois
  pellet granulé granulés = granulés, pellets, poêle
  poêle cheminée insert âtre = poêle, cheminée, insert, ramonage
  ramoneur ramoner ramonage suie = ramonage, ramoner, ramoneur
  chaudière radiateur chauffagiste fioul = chaudière, chauffagiste
  plombier robinet évier wc = plombier, plomberie
  électricien électricité disjoncteur = électricien, électricité
  maçon parpaing béton ciment chaux = maçon, maçonnerie
  menuisier menuiserie charpentier ébéniste = menuisier, menuiserie, charpente
  couvreur toiture tuile gouttière chéneau = couvreur, toiture
  peintre tapisserie = peintre, peinture
  bricoler bricolage bricoleur bricole = bricolage, petits travaux, atelier partagé, réparer
  artisan travaux chantier = artisan, travaux, chantier
  outil outillage = outils, atelier partagé, outillage
  souder soudure forger ferronnier = soudure, forge, atelier, poste à souder
  échelle escabeau échafaudage = échelle, escabeau, échafaudage
  réparer réparation rafistoler arranger bidouiller = réparer, réparation, dépannage, atelier,
    repair café
  jardin jardinage jardiner potager = jardin, jardiner, jardinage, potager, plants
  jardinier paysagiste espaces = jardinier, paysagiste, tonte, élagage, jardinage
  gazon pelouse herbe tondre tonte tondeuse faucher = tonte, tondeuse, tondre, débroussaillage,
    pelouse
  haie élaguer élagueur branche abattre = haie, élagage, taille-haie
  ronce broussaille débroussailler friche = débroussaillage, débroussailleuse
  graine semence semis plant plantation = graines, plants, semences
  fleur fleuriste bouquet = fleuriste, fleurs
  fumier crottin engrais terreau = fumier, compost, crottin
  fruitier verger greffe greffer pommier poirier prunier cerisier = fruitiers, verger, greffer,
    arbres
  arrosage arroser citerne = récupérateur d’eau, citerne, arrosage
  neige déblayer déneiger verglas = déneigement, déneiger, chasse-neige
  pré prairie pâture pâturage champ herbage = pré, pâture, prairie, terrain, parcelle
  terrain parcelle lopin = terrain, parcelle, pré
  foin paille fourrage = foin, paille, fourrage
  ferme fermier agriculteur paysan agricole exploitation éleveur = ferme, agriculteur,
    producteur, éleveur
  vache veau génisse bœuf taureau bovin = vache, veau, génisse, bovins
  mouton brebis agneau bélier ovin = brebis, mouton, agneau, bélier
  chèvre bique cabri bouc = chèvre, cabri, bouc
  âne ânesse bourricot baudet = âne, ânesse
  poule pondeuse coq poulailler poussin cocotte = poules, œufs, poulailler, coq
  œuf = œufs, poules
  lapin clapier = lapin, clapier
  minou matou chaton minet mistigri = chat, chaton, chatons
  chien toutou clebs clébard cabot = chien, chienne, chiot
  animal bestiole bête compagnie = animaux, bêtes, chats, chien
  pension gardiennage = garde, garder, pension
  vétérinaire véto = vétérinaire
  guêpe frelon essaim nid = frelons, guêpes, pompiers, désinsectisation, apiculteur
  rat souris taupe nuisible dératisation = taupes, rats, piège, nuisibles
  chasse chasser chasseur gibier battue fusil sanglier = chasse, acca, battue, chasseurs
  pêche pêcher pêcheur = pêche, aappma, pêcheurs
  randonneur pèlerin = gîte, randonneurs, randonnée
  clef trousseau = clés, trousseau
  portefeuille porte-monnaie = portefeuille
  frigo frigidaire réfrigérateur congélo congélateur = réfrigérateur, frigo, congélateur
  électroménager gazinière = gazinière, cuisinière, électroménager, four électrique
  lave-vaisselle lave-linge sèche-linge = lave-linge, lave-vaisselle, machine à laver
  meuble mobilier armoire commode buffet canapé = meubles, armoire, buffet, canapé, recyclerie
  sommier plumard = lit, matelas, sommier
  assiette gobelet = vaisselle, gobelets
  fondue crêpière = raclette
  télé télévision téloche = télévision, télé
  anglais english angliche = anglais, english, conversation
  langue allemand espagnol italien français = langue, cours, conversation, français
  étranger réfugié migrant alphabétisation fle = français, cours de français, accueil
  bénévole bénévolat volontaire volontariat = bénévoles, volontaires
  pauvre précarité = ccas, assistante sociale, secours, colis alimentaire
  réunion assemblée ag débat = réunion, ag, assemblée, conseil
  sang donneur = collecte de sang, don du sang, sang
  visiter château patrimoine monument = château, visite, patrimoine
  mémoire souvenir autrefois patois témoignage = souvenirs, anciens, patois, mémoire
  générateur groupe électrogène = groupe électrogène
  nettoyeur karcher = nettoyeur haute pression, karcher
`
const lines = lazy(() => {
  const known = new Map<string, readonly string[]>()
  for (const line of `${LINES.trimEnd()}${ENGLISH}`.replaceAll('\n    ', ' ').trim().split('\n')) {
    const [typed = '', written = ''] = line.split('=')
    const names = written.split(',').map(name => name.trim())
    for (const word of typed.trim().split(/\s+/)) {
      const key = fold(word).replace('+', ' ')
      known.set(key, [...new Set([...(known.get(key) ?? []), ...names])])
    }
  }
  return known
})

/** How an act is written by who does it: *ramoner*, *ramoneur*. */
const doersOf = (verb: string): readonly string[] =>
  verb.endsWith('er') ? [`${verb.slice(0, -2)}eur`, `${verb.slice(0, -2)}euse`].filter(isWord) : []

const single = (word: string): string => word.replace(/(?<=...)[sx]$/, '')
/** A word as lines write it: in the singular, a verb in the infinitive. */
const formsOf = (word: string): readonly string[] => [word, single(word), ...infinitiveOf(word)]
/** Two words that lines name together: *garder+enfant* of *gardent les enfants*. */
export function pairOf(one: string, other: string): string | undefined {
  if (!firsts().has(one) && !formsOf(one).some(form => firsts().has(form))) return undefined
  for (const first of formsOf(one))
    for (const second of formsOf(other))
      if (lines().has(`${first} ${second}`)) return `${first} ${second}`
  return undefined
}
const firsts = lazy(
  () =>
    new Set([...lines().keys()].filter(key => key.includes(' ')).map(key => key.split(' ')[0]!)),
)

/** Things that are also forms of verbs: who types *bois* looks for wood, and drinks nothing. */
const THINGS: ReadonlySet<string> = new Set(
  (
    'bois lit lits livre livres cours place places ferme fermes tour tours montre montres porte ' +
    'portes marche marches peche peches presse presses pompe pompes table tables serre serres ' +
    'pile piles piste pistes plante plantes poste postes tente tentes voile voiles planche vis ' +
    'mousse mousses cire colle colles selle selles neige neiges fil fils'
  ).split(' '),
)

/** What neighbours may write of a folded word, the nearest first. */
export function otherWords(word: string): readonly string[] {
  const own = [...new Set([word, single(word)])].flatMap(one => lines().get(one) ?? [])
  const read = THINGS.has(word) ? [] : [familyOf(word), ...infinitiveOf(word)]
  const verbs = [...new Set(read)].filter(one => one !== word)
  const acts = verbs.flatMap(verb => [verb, ...doersOf(verb)])
  const doers = /er$/.test(word) ? doersOf(word) : []
  const more = own.length > 0 ? [] : verbs.flatMap(verb => lines().get(verb) ?? [])
  return [...new Set([...own, ...more, ...acts, ...doers])].filter(one => fold(one) !== word)
}
