/** The French around names, folded: pure data of `names.ts`. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** What follows is somebody, whatever word it is. */
export const TITLES = set(`
  m mm mr mme mmes mlle mlles dr pr me monsieur madame messieurs mesdames mademoiselle docteur maitre tonton tata meme pepe mamie papi
  papy tatie tati mere pere famille copain copine soeur frere oncle tante cousin cousine fiston
`)
/** After these words comes somebody, when the next word is no place and no thing. */
export const TO_SOMEBODY = set(`
  chez voir contacter appeler rappeler joindre demander prevenir relancer remercier merci excuser excuse excusee absent absente
  contact contacts ref referent referente telephoner signe redige animatrice animateur secretaire president presidente tresorier
  tresoriere maire adjoint adjointe auteur autrice utilisateur utilisatrice habitant habitante exploitant exploitante gerant gerante
`)
/** *demander à Firmin*, *la clé est à Odile*: what is done towards somebody. */
export const TOWARDS = set(`
  demander demande demandez dire dis donner donne ecrire ecris ecrit parler parle confier confie preter prete telephoner telephone
  remettre rendre rend proposer envoyer envoie adresser transmettre apporter payer rembourser montrer laisser succeder sourire acheter
  vendre promettre repondre repond porter lecture livrer offrir
`)
/** Between one of the words above and the name. */
export const SMALL = set('a au aux avec par de d du des la le les l pour aupres et ou sur')
/** A name after one of these is what it is called after, not somebody of the village. */
export const CALLED = set(`
  rue avenue boulevard impasse square quai ecole college lycee salle place stade gymnase mediatheque espace theatre pont chemin allee
  residence prix saint sainte st ste fete mont col route voie cours passage rond gite tracteur charrue tronconneuse moteur modele
  logiciel site systeme methode programme dispositif label
`)
/** A thing or a group of a village, before *de* and its place: *la fanfare de Chabreuil*. */
export const OF_A_PLACE = set(`
  fanfare commune mairie village bourg hameau ecole college salle marche fournil jardin jardins gare pont lac col vallee plateau canton
  pays eglise chapelle chateau foire fete etang riviere route halle cafe moulin gite bibliotheque mediatheque epicerie association asso
  comite amap cuma club harmonie chorale paroisse foyer centre maison mjc office musee parc foret bois croix abbaye prieure plaine monts
  cote hauts haut bas bords rives sources source gorges barrage usine scierie carriere ferme domaine quartier place lotissement
  communaute agglomeration region departement secteur zone relais poste cinema theatre dechetterie decheterie recyclerie ressourcerie
  val vals vau combe coteau coteaux habitants habitant gens voisins anciens pompiers pecheurs chasseurs donjon lavoir four tour stade terrain piscine camping
`)
/** What goes before the name of a place. */
export const TO_A_PLACE = set('a au aux en vers depuis jusqu dans sur sous entre pres')
/** Words that the dictionary lacks and that every village writes. */
export const JARGON = set(`

  repair wi fi wifi cie comcom sarl sa scop scic eurl ets rv rdv cf etc coworking asso assos amap cuma gaec mjc ccas sel wiki framapad framadate visio covid drive podcast newsletter flyer flyers
  planning meeting workshop open data linux android facebook whatsapp instagram youtube helloasso billetweb google zoom doodle
  tiers lieu lieux low tech jitsi discord signal mastodon peertube wikipedia openstreetmap libreoffice excel word pdf
  tv dj cd dvd usb bd hd kwh led pvc wc sono internet web www http https fr org com net example eu info html htm csv jpg png odt docx
`)
/** First names that are written in small letters for something else. */
export const NOT_WHEN_SMALL = set('sam max mel don ali tim luc tux meg liv via lex kit bob')
/** Feasts, and words of every day that only look like first names. */
export const NO_NAME = set(`
  noel paques toussaint mars venus saturne mercure jupiter pluton titan apollon hercule eros figaro don al ha ra lois pie gene chase
  alia assa allah jesus apollo placide tara ed
`)
/** What somebody does, after a first word that is a name or a thing: *Pierre prête*, not *Pierre plate*. */
export const DOES = set(`
  a est va fait peut veut doit prend tient donne propose prete garde apporte cherche appelle relance se s ne n y demande vend offre
  envoie ecrit contacte anime organise prepare gere viendra sera fera aura ira peut pourra vient arrive dit pense sait connait reste
  habite travaille aide repare installe imprime ouvre ferme porte suit passe amene achete monte refait tond arrose lit joue chante
  coud tricote cuisine accueille remplace signe dessine tiendra prendra donnera apportera portera gardera relit verifie reserve lui qui
  voudrait aimerait souhaite refuse accepte rappelle raconte explique arrete quitte
`)
/** What only people do: before it stands somebody, though their name be another word (*Perle apporte*). */
export const PEOPLE_DO = set(`
  prete garde apporte amene ramene offre appelle relance repare tond arrose coud tricote cuisine jardine bricole accueille remplace signe
  tiendra prendra donnera apportera portera gardera relit verifie voudrait aimerait souhaite accepte raconte explique quitte rend note
  connait sait pense dit habite viendra vient aide peut veut doit nous
`)
/** Before somebody, without an article: *avec Perle, pour Perle*. */
export const BESIDE = set('avec chez par pour sans selon envers contre malgre')
/** What the village says before a name: *le petit loucian*. */
export const FONDLY = set('petit petite grand grande vieux vieille jeune gros grosse pauvre brave gentil gentille cher chere')
/** Bodies and functions that minutes write with a capital and no article: *Mairie demande*. */
export const BODIES = set(`
  commission bureau conseil groupe equipe collectif prefecture etat departement region banque federation syndicat societe entreprise
  fournisseur direction technicien architecte service services tresorerie notaire medecin collectivite communaute pole agence
  coordination collegiale assemblee benevoles benevole adherents adherent public personne quelqu chacun chacune tous toutes tout
  internet terre emmaus croix secours familles centre etape phase option projet plan
`)
