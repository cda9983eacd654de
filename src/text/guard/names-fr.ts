/** The French around names, folded: pure data of `names.ts`. */
const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** What follows is somebody, whatever word it is. */
export const TITLES = set(`
  m mm mr mme mmes mlle mlles dr pr me epoux consorts tribu clan monsieur madame messieurs mesdames
  mademoiselle docteur maitre tonton tata meme pepe mamie papi papy tatie tati mere pere famille
  copain copine soeur frere oncle tante cousin cousine fiston
`)
/** After these words comes somebody, when the next word is no place and no thing. */
export const TO_SOMEBODY = set(`
  chez voir contacter appeler rappeler joindre demander prevenir relancer remercier merci excuser
  excuse excusee absent absente contact contacts ref referent referente telephoner signe redige
  animatrice animateur secretaire president presidente tresorier tresoriere maire adjoint adjointe
  auteur autrice utilisateur utilisatrice habitant habitante exploitant exploitante gerant gerante
`)
/** *demander à Firmin*, *la clé est à Odile*: what is done towards somebody. */
export const TOWARDS = set(`
  demander demande demandez dire dis donner donne ecrire ecris ecrit parler parle confier confie
  preter prete telephoner telephone remettre rendre rend proposer envoyer envoie adresser
  transmettre apporter payer rembourser montrer laisser succeder sourire acheter vendre promettre
  repondre repond porter lecture livrer offrir felicitations condoleances merci bravo bises bisous
  bise pensee pensees soutien hommage remboursement dette
`)
/** Between one of the words above and the name. */
export const SMALL = set('a au aux avec par de d du des la le les l pour aupres et ou sur')
/** A name after one of these is what it is called after, not somebody of the village. */
export const CALLED = set(`
  rue avenue boulevard impasse square quai ecole college lycee salle place stade gymnase mediatheque
  espace theatre pont chemin allee residence prix saint sainte st ste fete mont col route voie cours
  passage rond gite tracteur charrue tronconneuse moteur modele logiciel site systeme methode
  programme dispositif label chapelle
`)
/** A body or a house that bears a name that everybody knows: *foyer Jeanne-d'Arc*. */
export const NAMED_BODIES = set(`
  association amicale fondation foyer cercle bibliotheque maison centre creche cinema moulin club
`)
/** A house that is open to all and bears a name. */
export const SIGNS = set(
  'cafe bar bistrot auberge restaurant brasserie creperie pizzeria gite snack',
)
/** What has sorts or styles that bear a name: *prunes Reine-Claude*, *commode Louis-Philippe*. */
export const SORTED = set(`
  prune prunes pomme pommes poire poires rose roses rosier rosiers tomate tomates fraise fraises
  cerise cerises peche peches clematite clematites pivoine pivoines iris dahlia dahlias
  style meuble meubles armoire armoires commode commodes buffet buffets bahut vaisselier bonnetiere
  bibliotheque vitrine table tables gueridon console bureau secretaire scriban chevet chevets lit
  lits coiffeuse chaise chaises fauteuil fauteuils bergere bergeres canape canapes banquette miroir
  miroirs glace trumeau pendule horloge cheminee
`)
/**
 * Names that everybody knows, of people long dead, of sorts of fruits and flowers and of styles: a
 * body that bears one tells of nobody of the village.
 */
export const FAMED: ReadonlySet<string> = new Set(
  `
  victor hugo | george sand | georges sand | marcel pagnol | jeanne d arc | jules ferry
  | jules verne | jean moulin | jean jaures | jean zay | jean mace | jean rostand | jean giono
  | jean de la fontaine | jean jacques rousseau | louis pasteur | louise michel | louis aragon
  | marie curie | pierre curie | simone veil | simone weil | simone de beauvoir | olympe de gouges
  | josephine baker | rosa parks | rosa luxemburg | lucie aubrac | germaine tillion | anne frank
  | emile zola | paul eluard | paul verlaine | arthur rimbaud | charles baudelaire | jacques prevert
  | jacques brel | georges brassens | edith piaf | boris vian | albert camus | albert schweitzer
  | albert einstein | alphonse daudet | alphonse de lamartine | honore de balzac | gustave flaubert
  | gustave eiffel | guy de maupassant | antoine de saint exupery | saint exupery | frederic mistral
  | henri pourrat | henri matisse | claude monet | camille claudel | pablo picasso | paul cezanne
  | auguste renoir | frederic chopin | hector berlioz | claude debussy | maurice ravel | leo ferre
  | leon blum | leon gambetta | pierre mendes france | charles de gaulle | aristide briand
  | ambroise croizat | celestin freinet | maria montessori | francoise dolto | olivier de serres
  | denis diderot | charles perrault | pierre de ronsard | joachim du bellay | blaise pascal
  | rene descartes | martin luther king | nelson mandela
  | reine claude | reine des reinettes | reine victoria | louise bonne | belle de boskoop
  | louis xiii | louis xiv | louis xv | louis xvi | louis philippe | charles x | henri ii | henri iv
  | napoleon iii | francois premier | sarah bernhardt | jacques cartier
  | ghislaine de feligonde | zephirine drouhin
`
    .trim()
    .split(/\s*\|\s*/),
)
/** Of the words above, those that are somebody’s after *de*: *les cours de Swann*. */
export const OF_SOMEBODY = set(
  'fete cours moteur tracteur tronconneuse charrue association amicale',
)
/** A thing or a group of a village, before *de* and its place: *la fanfare de Chabreuil*. */
export const OF_A_PLACE = set(`
  fanfare commune mairie village bourg hameau ecole college salle marche fournil jardin jardins gare
  pont lac col vallee plateau canton pays eglise chapelle chateau foire fete etang riviere route
  halle cafe moulin gite bibliotheque mediatheque epicerie association asso comite amap cuma club
  harmonie chorale paroisse foyer centre maison mjc office musee parc foret bois croix abbaye
  prieure plaine monts cote hauts haut bas bords rives sources source gorges barrage usine scierie
  carriere ferme domaine quartier place lotissement communaute agglomeration region departement
  secteur zone relais poste cinema theatre dechetterie decheterie recyclerie ressourcerie val vals
  vau combe coteau coteaux habitants habitant gens voisins anciens pompiers pecheurs chasseurs
  donjon lavoir four tour stade terrain piscine camping mas tennis plage port phare sentier buron
  estive ruisseau digue ecluse cale lande marais fontaine dolmen menhir clocher cimetiere
`)
/** What goes before the name of a place. */
export const TO_A_PLACE = set('a au aux en vers depuis jusqu dans sur sous entre pres')
/** Words that the dictionary lacks and that every village writes. */
export const JARGON = set(`
repair wi fi wifi cie comcom sarl sa scop scic eurl ets rv rdv cf etc coworking asso assos amap cuma
gaec mjc ccas sel wiki framapad framadate visio covid drive podcast newsletter flyer flyers planning
meeting workshop open data linux android facebook whatsapp instagram youtube helloasso billetweb
google zoom doodle tiers lieu lieux low tech jitsi discord signal mastodon peertube wikipedia
openstreetmap libreoffice excel word pdf earl sci gie cuisto share box source ecology lab labs maker
makers hack hackathon fablab fab jam camp collab conso commons creative explor day night green party
game games street bike food truck garden art arts music rock folk jazz blues swing dance show live
web radio kit smart box free soft cloud startup start up bnb trail cross fit fitness yoga zumba
pilates qi gong burger pizza bbq barbecue brunch apero dimanches samedis insta tiktok assoc tri
compost ebay leboncoin blablacar mobicoop covoit assoc secu bus car tgv ter sncf edf gdf enedis
engie orange free sfr ademe anah caf msa cpam ars drac dsden epci scot plu plui pnr inrae insee tv
dj cd dvd usb bd hd kwh led pvc wc sono internet web www http https fr org com net example eu info
html htm csv jpg png odt docx
kubota solex stihl husqvarna ferguson massey opinel honda yamaha michelin bosch makita dewalt
arduino raspberry montessori freinet steiner poucet pinocchio cendrillon guignol gargantua qqun qqn
ouaip ouais nope
`)
/** First names that are written in small letters for something else. */
export const NOT_WHEN_SMALL = set(`
  sam max mel don ali tim luc tux meg liv via lex kit bob adonis amandine andromede ares armando
  auguste augustes bill camelia chester constant constante cupidon dan diane dione donna eden
  florentin florentine fritz gargantua germain germaine ginger hermes hermine hermines honore
  hyacinthe jack jacobin jan jean jeans jeannette juda judas josephe lila line lise lison live louis
  mammon mandarine marc marine mira mina marion marjolaine mark martial mercure merlin moira moise
  moussa norma octave oedipe oscar ovide pan pandore pascal pascale pat patrice pegase penny pepin
  pete piper porphyre protee ray regis richard rob robert robin romain romaine rosa rose sibylle sue
  sylvestre tacite terri terre tess tite urbain urbaine valentin valentine victoria viola voltaire
  jules celeste candide maxime alto benoit benoite calypso casimir cesar cyprien damon eugenie
  felicite fiacre franca galathee gilles gus hans isabelle jenny jersey jocrisse lister macha maia
  melchior mimas moliere moloch muhammad nicodeme nina-ricci oberon paterne pierrot savon serge tom
  tommy
`)
/**
 * First names of today and of here that the dictionary lacks, and what the village makes of them.
 */
export const MORE_FIRST = set(`
  maite mae maelwenn maewenn maylis maelyne alma romy marceau malo tiago jordan wassila fatou awa
  oumar kadiatou soizic bleuenn goulven rozenn josyane yveline alphonsine zephirine philibertine
  wivine ludwine eloane nael ayden soan mahe elio gabin ilyan lyam come ondine castille thais maya
  lya lyna kelyan kylian kilyan kilyann nolhan nolan lenny jonas jessy jimmy johnny kelly kimberley
  ophelie perrine marinette mauricette georgette pierrette lucette suzette jeannine roberte gilberte
  alberte lucienne marcelline philomene leontine ernestine clementin firmin gontran fernande aime
  aimee marthe bertille bertrande odilon theodule gwendolen gwendoline smain slimane djamila naima
  nawel kheira zohra mokhtar abdelkrim boubacar souleymane seydou moussa bakary mariam binta assetou
  ndeye astou cheikh krzysztof agnieszka malgorzata piotr pawel katarzyna dragan zoran milica jovana
  svetlana olena oksana vasyl bogdan mihaela ionut thi linh minh huong tuan xuan mei yuki kenji
  priya anil
`)
/**
 * What a village calls people, first names halved and doubled. They count without an article: *voir
 * lulu*, *une nana*.
 */
export const NICKNAMES = set(`
  loulou lulu titi toto jojo zaza roro bebert nono dede gege riri fifi mimi momo lolo mumu lili juju
  keke zizou mado ginou gigi kiki didi fanfan fonfonse mimile pierrot jeannot paulo nanou minou
  loulette poupette ninette nenette moumoune mimine poulou riton bibi tonio tonin toine toinou
  marinou louison nini nanette lisette manue manu cath cathy babeth zabeth babette domi flo fred
  phiphi titou tiphaine dom jeje jeff clo cloclo nath sylvette mireio mumu pepito juju gaby guitou
  ti-jean
`)
/** What a household owns, before *de* and whose it is. */
export const OWNED = set(`
  maison jardin ferme grange garage hangar champ pre parcelle terrain verger cour cave voiture
  camion fourgon tracteur remorque caravane chien chienne chat vache vaches chevaux cheval ane mari
  femme fils fille gendre bru mere pere frere soeur bande equipe copain copine numero telephone
  portable adresse aide avis nom part place camionnette kangoo barnum tronconneuse sono
`)
/** A trade or a function: a name may follow it at once. */
export const ROLES = set(`
  infirmier infirmiere medecin presidente president tresorier tresoriere secretaire maire adjoint
  adjointe boulanger boulangere boucher bouchere macon menuisier plombier electricien tailleur
  berger bergere instit institutrice instituteur maitresse directeur directrice cure pasteur
  cafetier cafetiere patron patronne epicier epiciere facteur factrice cantonnier animateur
  animatrice intervenant intervenante benevole referent referente suppleant suppleante proprietaire
  locataire gardien gardienne conteur conteuse musicien musicienne agriculteur agricultrice eleveur
  eleveuse responsable responsables maraicher maraichere apiculteur apicultrice correspondant
  correspondante stagiaire salarie salariee conseiller conseillere
`)
/** After *à*, no person: *rendre à temps*, *dire à voix haute*. */
export const NOT_TOLD = set(`
  temps neuf nouveau plat zero jour voix main domicile part terme distance disposition table pied
  velo chacun chacune tous toutes plusieurs tout nouveaux haute basse quelqu personne partir propos
  cote droite gauche peu moins mieux quiconque qui quoi celui celle ceux celles lui elle eux elles
  nous vous soi moi toi chaque certains certaines d'autres autrui cause titre mairie prefecture
  region radio cette cet ce son sa ses leur leurs notre nos votre vos mon ma mes ton ta tes un une
  deux trois quatre cinq six
`)
/** Feasts, and words of every day that only look like first names. */
export const NO_NAME = set(`
  noel paques toussaint mars venus saturne mercure jupiter pluton titan apollon hercule eros figaro
  don al ha ra lois pie gene chase alia assa allah jesus apollo placide tara ed earl
`)
/**
 * What somebody does, after a first word that is a name or a thing: *Pierre prête*, not *Pierre
 * plate*.
 */
export const DOES = set(`
  a est va fait peut veut doit prend tient donne propose prete garde apporte cherche appelle relance
  se s ne n y demande vend offre envoie ecrit contacte anime organise prepare gere viendra sera fera
  aura ira peut pourra vient arrive dit pense sait connait reste habite travaille aide repare
  installe imprime ouvre ferme porte suit passe amene achete monte refait tond arrose lit joue
  chante coud tricote cuisine accueille remplace signe dessine tiendra prendra donnera apportera
  portera gardera relit verifie reserve lui qui voudrait aimerait souhaite refuse accepte rappelle
  raconte explique arrete quitte
`)
/**
 * What only people do: before it stands somebody, though their name be another word (*Perle
 * apporte*).
 */
export const PEOPLE_DO = set(`
  prete garde apporte amene ramene offre appelle relance repare tond arrose coud tricote cuisine
  jardine bricole accueille remplace signe tiendra prendra donnera apportera portera gardera relit
  verifie voudrait aimerait souhaite accepte raconte explique quitte rend note connait sait pense
  dit habite viendra vient aide peut veut doit nous
`)
/** Before somebody, without an article: *avec Perle, pour Perle*. */
export const BESIDE = set('avec chez par pour sans selon envers contre malgre')
/** What the village says before a name: *le petit loucian*. */
export const FONDLY = set(
  'petit petite grand grande vieux vieille jeune gros grosse pauvre brave gentil gentille ' +
    'cher chere',
)
/** Bodies and functions that minutes write with a capital and no article: *Mairie demande*. */
export const BODIES = set(`
  commission bureau conseil groupe equipe collectif prefecture etat departement region banque
  federation syndicat societe entreprise fournisseur direction technicien architecte service
  services tresorerie notaire medecin collectivite communaute pole agence coordination collegiale
  assemblee benevoles benevole adherents adherent public personne quelqu chacun chacune tous toutes
  tout internet terre emmaus croix secours familles centre etape phase option projet plan
`)
