/**
 * Words that name the same thing, a bar between two sets: an offer of the one answers a request for
 * the other. Somebody read pairs of the thesaurus to choose them (docs/decisions/0073). Of a set,
 * the pairs that the thesaurus lists both ways are kept. A word whose folded spelling is another
 * word too (*foret*, *forêt*) is in none, nor is one that often names something else (*café*).
 */
export const THINGS = `
  acacia robinier | achat acquisition emplette | acheminement transport | acompte arrhes |
  affilage affûtage aiguisage | affûteur aiguiseur rémouleur | agneau agnelet | agriculteur
  cultivateur fermier | aide assistance | airelle myrtille | almanach calendrier | annuaire
  bottin | anorak doudoune parka | apothicaire pharmacien | appartement habitation logement
  logis | appartement studio logement | appentis hangar | appentis resserre | argent fric |
  argile glaise | armoire penderie | aromate épice | arrosage irrigation | assaisonnement
  condiment | assemblée réunion | attelle éclisse | attestation certificat | auberge hôtel
  hôtellerie | auge mangeoire | auto automobile voiture véhicule | auto bagnole voiture |
  autobus autocar | aveline noisette | aveugle malvoyant | avion aéroplane | babouche pantoufle
  | backgammon jacquet trictrac | bagage valise | bagnole tacot | bahut buffet dressoir
  vaisselier | balade excursion promenade randonnée | balade virée | balancelle balançoire
  escarpolette | bambin enfant gamin | bandage pansement | banquet festin | banquette canapé
  divan sofa | baquet bassine cuvette | baquet cuvier | barbecue gril | barbecue grill | baril
  barrique futaille tonneau | baril tonnelet | barque canot | batavia laitue salade | bateau
  embarcation | baudet bourricot bourrique | bercail bergerie | berceau couffin | berger pâtre |
  bermuda short | besace sacoche | bicyclette bécane vélo | bicyclette vélocipède vélo | bidon
  jerrican jerricane jerrycan | bifteck steak | bigarreau burlat cerise | bijou joyau | binette
  houe | binette sarclette sarcloir | bingo loto | bique chèvre | biquet cabri chevreau |
  bistrot estaminet | bistrot troquet | bistrotier cafetier | blanchissage lessive | blouse
  sarrau tablier | blouson veste | bobine fusette | bodybuilding culturisme musculation |
  boiserie lambris | bonbon confiserie friandise sucrerie | bottillon bottine | bougie chandelle
  | bouquin livre | bourg village | bourgmestre maire | bourriche panier | bourrin cheval |
  boutique magasin | bouvier vacher | boxe pugilat | brimbelle myrtille | brochure dépliant
  prospectus | broyage concassage | building immeuble | bâche prélart | bâtiment bâtisse édifice
  | bâtiment immeuble | bâtisse maison | bébé nourrisson | bétail cheptel troupeau | bûche
  rondin | cabane cabanon cahute hutte | cabas panier | cabestan treuil | cachet comprimé |
  cageot caisse | caillou galet | caillou pierre | calepin carnet | camarade copain |
  camionnette fourgonnette | camionneur routier | canalisation tuyau | canari serin |
  cancérologue oncologue | canif couteau | canif opinel | caravane roulotte | cardigan gilet |
  carpette tapis | carriole charrette | cavale jument | cave cellier | chaise siège | chambre
  piaule | champ lopin | chandail pull | chandail sweater | chapeau galurin | charnière gond
  paumelle | charrette tombereau | chat matou | chaussette socquette | chausson pantoufle |
  chaussure godasse | chaussure godillot soulier | chemin sentier | chemise liquette | chien
  clebs | chipolata saucisse | châle foulard écharpe | châtaigne marron | chéneau gouttière |
  ciné cinéma | cinéaste réalisateur | citerne réservoir | citrouille courge potiron | clapier
  lapinière | cliché photo photographie | clôture palissade | cochon goret porc pourceau |
  cochonnet porcelet | cocotte faitout marmite | coffre malle | cognée hache | colimaçon
  escargot limaçon | collecte ramassage | comprimé pilule | concert récital | condiment épice |
  confection couture | confiture gelée | confiture marmelade | congélateur freezer | congélateur
  surgélateur | container conteneur | contrevent persienne volet | convecteur radiateur |
  corbeille panier | cordage corde | cordelette ficelle | cordonnier savetier | coryza rhume |
  couchage literie | couette édredon | courroie sangle | cours leçon | couverture plaid | cric
  vérin | crottin fumier | cruche pichet | crèche garderie nursery | crèche pouponnière nursery
  | crépi enduit | cuve réservoir | cyclomoteur mobylette vélomoteur | céphalée migraine |
  céramiste potier | dentelle guipure | dessinateur illustrateur | discussion débat | docteur
  médecin | débutant novice | dépanneur réparateur | déplacement voyage | dépliant tract
  prospectus | développeur programmeur | emmagasinage entreposage stockage | emploi travail |
  enfant gosse gamin | engrais fertilisant | enterrement inhumation obsèques | entorse foulure |
  entrepôt hangar | escabeau marchepied | escalade varappe | fagot fagotin | fagot fascine |
  fard maquillage | fauchage fauchaison fenaison | fauteuil siège | fayard hêtre | fayot haricot
  | fenil grange | fenil grenier | ferronnier forgeron | fioul fuel mazout | foin fourrage |
  footing jogging | friche jachère | frigidaire frigo réfrigérateur | futal pantalon | fête
  kermesse | gabardine imperméable | galetas grenier | gamelle écuelle | gamin mioche |
  garagiste mécanicien mécano | garde surveillance | gardiennage surveillance | gasoil gazole |
  gazette journal | gazon pelouse | glanage grappillage | glossaire lexique | gobelet godet
  timbale | goret porcelet | goupil renard | graine semence | grange hangar | gravier gravillon
  | grippe influenza | guignol marionnette | guimbarde tacot | guitoune tente | gâteau
  pâtisserie | gélule pilule | génisse taure | généraliste médecin omnipraticien | habillement
  habit vêtement | habitation maison logis | handicapé invalide | herbage pacage pâturage |
  hosto hôpital | huche maie | hypermarché supermarché | hébergement logement | impôt taxe |
  inoculation vaccination | instit instituteur | instructeur moniteur | jean pantalon | journal
  quotidien | labour labourage | lampe lanterne | lampe luminaire | lavage nettoiement nettoyage
  | lisier purin | location louage | logiciel progiciel software | lopin parcelle | loterie
  tombola | lunetier opticien | magazine périodique | magazine revue | maie pétrin | maillet
  mailloche | mairie municipalité | maison pavillon villa | malle valise | mallette valise |
  mamie mémère | mandat procuration | manteau paletot pardessus | marcheur promeneur | marcheur
  randonneur | mare étang | mari époux | mariage noce | marionnette pantin | microbus minibus |
  mitaine moufle | mitigeur robinet | moineau piaf pierrot | moto motocyclette | mototracteur
  tracteur | muret murette | mâche salade | médicament remède | métier profession | nage
  natation | nounou nourrice nurse | oculiste ophtalmologiste ophtalmologue | oncle tonton |
  oreiller polochon traversin | pacage pâture | paie rémunération salaire | paiement payement |
  palombe ramier | pamplemousse pomelo | panosse serpillière wassingue | pantoufle savate |
  paperasse papier | papi pépé | parapluie pébroque | parcage parking stationnement | patinette
  trottinette | pavage pavement | paye rémunération salaire | pelote écheveau | pensionné
  retraité | pergola tonnelle | pochon sachet | porcherie soue | potage soupe | poule volaille |
  poulet volaille | poutre solive | prairie pâturage | quittance reçu récépissé | raccommodage
  rapiéçage ravaudage | raccommodage réparation | rayonnage étagère | repiquage replantation |
  rideau tenture voilage | récolte vendange | réfection réparation | rôtissoire tournebroche |
  scie égoïne | scooter vespa | studette studio | stylo stylographe | subside subvention |
  supérette épicerie | tante tantine tata | tisserand tisseur | tondage tonte | toton toupie |
  tram tramway | treillage treillis | troc échange | typo typographe | veste veston | ébranchage
  élagage émondage | ébrancheur élagueur émondeur | écolier élève | étai étançon
`

/** Verbs of the same act, likewise. */
export const ACTS = `
  abriter héberger loger | accompagner escorter | accueillir héberger | acheter acquérir |
  achever finir terminer | affermer louer | affiler affûter aiguiser | aider assister secourir |
  aider seconder | alimenter nourrir | amender fertiliser | amuser distraire | amuser divertir |
  arroser irriguer | aseptiser désinfecter | aseptiser stériliser | assaisonner épicer |
  astiquer frotter | balader promener | bavarder converser discuter | biner sarcler | bouger
  déplacer | bouquiner lire | brancher connecter | braser souder | brouter pacager paître
  pâturer | broyer concasser | broyer moudre | bâtir construire édifier | bêcher retourner |
  chauffer réchauffer | classer ranger | classer trier | coiffer peigner | commencer débuter |
  conduire mener | conduire piloter | congeler surgeler | converser dialoguer | convier inviter
  | copier recopier | couper découper trancher | cueillir récolter | cuisiner mijoter mitonner |
  céder vendre | digitaliser numériser | donner offrir | débarrasser dégager | débroussailler
  défricher essarter | déplumer plumer | dépoussiérer épousseter | désherber sarcler | détordre
  redresser | emballer empaqueter | embaucher engager recruter | emmagasiner stocker | emmener
  mener | empoter rempoter | ensemencer semer | enter greffer | entreposer stocker | faucher
  moissonner | forer percer trouer | frictionner masser | garder surveiller | garer stationner |
  glaner grappiller | graisser huiler lubrifier | griller rôtir | habiller vêtir | interpréter
  traduire | laquer vernir | laver lessiver nettoyer | laver savonner | libeller rédiger |
  malaxer pétrir | moissonner récolter | natter tresser | nettoyer récurer | nourrir sustenter |
  panser soigner | peler éplucher | photocopier polycopier | porter transporter | raccommoder
  rafistoler ravauder | raccommoder rapiécer ravauder repriser | raccommoder réparer rafistoler
  | raccompagner reconduire | ramasser récolter | rebâtir reconstruire | remorquer tracter |
  repiquer replanter transplanter | rédiger écrire | soigner traiter | surveiller veiller |
  tailler ébrancher élaguer émonder | transporter véhiculer | troquer échanger | vernir
  vernisser | vidanger vider
`
