/** Endings of nouns and adjectives, each with its verb’s. The first that leads to a verb wins. */
export const RULES = `
  age>er gage>guer cage>quer çage>cer issage>ir age>re
  ification>ifier ication>iquer cation>quer gation>guer ation>er
  ition>er ition>ir ution>uer sion>der sion>ser sion>dre ction>guer
  iement>yer iement>ier ement>er issement>ir ement>ir ement>re
  ificateur>ifier icateur>iquer cateur>quer gateur>guer ateur>er
  uteur>uer eur>er iteur>er isseur>ir eur>ir eur>re
  çure>cer ure>er issure>ir
  ance>er ence>er issance>ir ance>ir ance>re
  aison>er gaison>guer aison>re
  able>er able>re
`

/**
 * Nouns and adjectives that a rule would lead to a verb, and that name another thing, or another
 * one too: *garage*, *visage*, *exploitation*, *chauffeur*. A family would say more than is sure.
 */
export const ELSEWHERE = `
  accostage adressage affermage affichage alliage allumage amenage appareillage arrivage attelage
  attrapage aunage bagage bandage baraquage bardage baronnage barrage barriérage batelage boisage
  bordage bossage branchage brigandage camionnage canotage carrelage cartonnage cavage centrage
  chantage chauffage cirage clavage coffrage coquillage cordage cornage corsage couchage coupage
  courage cousinage dallage débitage dosage échafaudage éclairage emballage embrayage empennage
  encrage engrenage entourage équipage étalage fermage feuillage feuilletage fichage filage
  filetage flottage formage formatage fourrage fuselage garage gazonnage glaçage grainage gréage
  grillage herbage héritage hivernage javelage jetage jumelage kilométrage lainage laminage
  langage lattage liage lignage limonage magasinage maillage maquillage marnage matage matelassage
  ménage métissage métrage mirage mitage mouillage nuage ombrage outillage outrage ouvrage panage
  pantouflage parage pariage passage pâturage pelage placage planage plissage plumage pontage
  potage primage quadrillage racinage ramage rayage rayonnage remettage reportage rivage rosage
  rouage roulage sauvage sondage tapage tapissage terrage tillage toilage tonnage touage tournage
  tuage tuilage typage usage ventage vernissage virage visage vitrage voilage voisinage voiturage
  voltage zonage

  ablution agglomération alimentation application association canalisation cassation cession
  civilisation climatisation cognition collation compassion compétition confédération
  conglomération considération constellation constitution contrition conversion corrosion
  déclination décoration délégation dérision destination déviation disposition distinction
  documentation dormition éducation élision élution émanation exploitation fédération fondation
  fortification fusion génération graduation habitation imposition indication indisposition
  infusion institution intimation lamination légation lésion libération mansion mensuration
  munition nomination obligation opération partition passation passion pension pétition position
  préposition pression prestation profession prohibition pulsation pulsion quartation radiation
  reconstitution récréation refusion représentation réputation respiration restauration rotation
  signalisation signification situation stagnation suspension tabulation taxation télévision
  tension tentation torsion transition vacation végétation ventilation version vision visitation
  volition

  abattement ameublement appontement armement arrondissement attachement avènement baraquement
  campement casernement cassement chevalement conditionnement croisement département embranchement
  encadrement entablement environnement épaulement équipement établissement ferrement flottement
  fondement forcement garnement gouvernement gréement lavement logement lotissement management
  mandement ménagement mouvement ornement pansement parement parlement passement pavement
  peuplement placement planement portement rangement règlement rendement retranchement revêtement
  roulement sacrement tènement vêtement virement

  accumulateur acteur adaptateur afficheur agresseur amateur amplificateur applicateur armateur
  arroseur assureur auditeur bailleur baladeur bateleur batteur bloqueur bonimenteur bouilleur
  broyeur bruleur brûleur cadreur calculateur castrateur centreur chargeur chasseur chauffeur
  chercheur chieur classeur collecteur commutateur compacteur composteur compteur concentreur
  conservateur convertisseur coucheur couvreur curateur débiteur déchargeur décodeur défibreur
  défileur détracteur diffuseur distributeur diviseur doseur douteur éboueur échangeur éclaireur
  éclateur écouteur effaceur égaliseur émetteur enregistreur enrouleur épilateur éplucheur
  excavateur farceur fauteur filtreur fixeur fondeur fouineur fouteur fureteur générateur
  gouverneur graveur indicateur ingénieur injecteur inspecteur instituteur isolateur jouteur
  lanceur leveur lisseur mainteneur mateur mélangeur metteur migrateur mineur négateur nettoyeur
  notateur obturateur opérateur ordonnateur oscillateur outilleur ouvreur parleur perceur
  perforateur pisteur planeur plaqueur plieur pointeur pompeur ponceur poseur procurateur
  procureur professeur programmateur raideur rameur rapporteur récupérateur régisseur régulateur
  remorqueur restaurateur rieur rouleur routeur sauteur sécheur séparateur sertisseur simulateur
  sonneur sorteur stabilisateur suiveur supporteur tabulateur tailleur téléopérateur tendeur
  teneur testateur testeur tiqueur tombeur traceur tracteur trieur vengeur videur viveur

  allure armure balayure bariolure bordure bouchure bouture brochure cambrure candidature capture
  carrure chapelure chaussure chlorure contracture coulure coupure courbure couture dentelure
  doublure écaillure embouchure embrasure emmanchure encadrure entrure enture envergure épaufrure
  épluchure ferrure feuillure figure foulure fourbure fourchure fourrure friture fumure gelure
  gerçure glaçure grenure hachure incisure iodure jointure levure liure luxure mandature mâture
  ménure moirure monture mouchure moulure nervure nitrure pagure panure parementure parlure parure
  passure paumure pelure perlure pliure plombure pointure posture procédure rainure ramure râpure
  rayure roture roulure salure sciure serrure stature talure teinture tenture tissure tournure
  triplure usure veinure vidure virure voilure zébrure

  accointance adhérence affluence alliance appartenance appétence assonance assurance battance
  brillance compétence condescendance conférence confiance confluence consistance contenance
  convenance correspondance créance dépendance descendance détergence déviance disconvenance
  dominance douance élégance endurance équipollence espérance évidence excellence finance fluence
  fluorescence garance gérance gourance gouvernance importance infogérance ingérence insurgence
  jactance jouissance maintenance mouvance muance nuance observance occurrence ordonnance outrance
  partance pénétrance performance pitance portance potence prestance prévenance quittance radiance
  rasance récréance redondance réjouissance relevance remontrance résidence résilience résistance
  révérence science semence somnolence sortance subsistance survivance tempérance tendance
  traitance urgence usance variance vergence vibrance violence

  bandaison calaison cargaison combinaison commémoraison déclinaison fleuraison frondaison
  inclinaison liaison paraison péroraison siglaison terminaison tomaison

  abordable acceptable adorable agréable aimable appréciable confortable considérable contestable
  déplorable détestable discutable durable épouvantable estimable fiable honorable irritable
  jetable lamentable louable notable ouvrable palpable passable pendable portable potable
  présentable probable raisonnable redoutable regrettable rentable respectable souhaitable
  supportable variable
`

/** Doers of these names are tools or animals: they say what is lent, and not who does it. */
export const APART = `
  agrafeur agrafeuse arracheur arracheuse arroseuse balayeuse batteuse berceuse bétonneuse bineuse
  botteleuse brodeuse broyeuse calculatrice carreleuse causeuse centrifugeuse chauffeuse cintreuse
  cireuse composteuse couveuse débroussailleuse déchaumeuse déchiqueteur déchiqueteuse
  dégauchisseuse déneigeuse doseuse écorceuse égreneuse élagueuse emballeuse enfonceuse ensileuse
  épandeuse épareuse épilatrice éplucheuse essoreuse étiqueteuse excavatrice faneuse faucheuse
  fendeur fendeuse foreuse fouleuse fraiseuse friteuse imprimante imprimeuse laveuse lieuse
  locomotrice mélangeuse meuleuse mitrailleuse moissonneuse motrice nettoyeuse niveleuse
  pelleteuse perceuse perforatrice photocopieuse planteuse plieuse poinçonneuse ponceuse pondeur
  pondeuse presseuse raboteuse ramasseuse rogneuse sableuse saleuse scieuse sécheuse semeuse
  sertisseuse soudeuse souffleuse sulfateuse surjeteuse taraudeuse tarière tondeuse toupilleuse
  tourneuse trancheuse trayeuse tricoteuse trieuse tronçonneuse vareuse veilleuse vendangeuse
  visionneuse visseuse
`

/** Families that no rule finds, or that a rule would find wrong. */
export const CHOSEN = `
  couture>coudre couturier>coudre tonte>tondre tonture>tondre vente>vendre revente>revendre
  débroussaillage>débroussailler perte>perdre attente>attendre aide>aider aidant>aider
  entraide>entraider garde>garder gardien>garder gardiennage>garder jardinier>jardiner
  cuisinier>cuisiner covoiturage>covoiturer covoitureur>covoiturer cuisson>cuire lecture>lire
  lecteur>lire relecture>relire écriture>écrire réécriture>réécrire inscription>inscrire
  description>décrire souscription>souscrire transcription>transcrire construction>construire
  constructeur>construire reconstruction>reconstruire production>produire producteur>produire
  reproduction>reproduire traduction>traduire traducteur>traduire destruction>détruire
  correction>corriger correcteur>corriger rédaction>rédiger rédacteur>rédiger protection>protéger
  protecteur>protéger réfection>refaire achat>acheter rachat>racheter élection>élire
  conduite>conduire mouture>moudre semis>semer semailles>semer traite>traire moisson>moissonner
  vendange>vendanger vidange>vidanger récolte>récolter cueillette>cueillir cueillaison>cueillir
  greffe>greffer collecte>collecter quête>quêter recherche>rechercher visite>visiter
  voyage>voyager vote>voter danse>danser nage>nager baignade>baigner promenade>promener
  balade>balader randonnée>randonner plongée>plonger arrivée>arriver traversée>traverser
  pesée>peser dictée>dicter tétée>téter couvée>couver rencontre>rencontrer échange>échanger
  partage>partager troc>troquer don>donner envoi>envoyer renvoi>renvoyer emprunt>emprunter
  essai>essayer tri>trier transport>transporter accueil>accueillir choix>choisir refus>refuser
  retrait>retirer dépôt>déposer soin>soigner soignant>soigner secours>secourir soutien>soutenir
  maintien>maintenir repos>reposer débarras>débarrasser labour>labourer gâchis>gâcher
  dessin>dessiner chant>chanter calcul>calculer combat>combattre débat>débattre défi>défier
  rêve>rêver saut>sauter séjour>séjourner suivi>suivre oubli>oublier pari>parier pardon>pardonner
  galop>galoper souhait>souhaiter regret>regretter rejet>rejeter récit>réciter demande>demander
  commande>commander offre>offrir réponse>répondre promesse>promettre permission>permettre
  écoute>écouter étude>étudier enquête>enquêter contrôle>contrôler analyse>analyser
  découpe>découper fouille>fouiller bagarre>bagarrer attaque>attaquer menace>menacer
  dispute>disputer dépense>dépenser récompense>récompenser poursuite>poursuivre réussite>réussir
  découverte>découvrir saisie>saisir garantie>garantir guérison>guérir trahison>trahir
  floraison>fleurir comparaison>comparer ouverture>ouvrir trouvaille>trouver mélange>mélanger
  embauche>embaucher lutte>lutter triche>tricher relance>relancer noyade>noyer
  bousculade>bousculer glissade>glisser rigolade>rigoler prière>prier sauvetage>sauver
  sauveteur>sauver apprentissage>apprendre enseignant>enseigner remplaçant>remplacer
  participant>participer habitant>habiter surveillant>surveiller gestion>gérer gestionnaire>gérer
  gérant>gérer location>louer locataire>louer loueur>louer naissance>naître croissance>croître
  braderie>brader broderie>broder causerie>causer escroquerie>escroquer flânerie>flâner
  flatterie>flatter jonglerie>jongler maçonnerie>maçonner maçon>maçonner moquerie>moquer
  plaisanterie>plaisanter rêverie>rêver raillerie>railler taquinerie>taquiner
  tracasserie>tracasser tricherie>tricher tromperie>tromper menuiserie>menuiser
  charpenterie>charpenter charpentier>charpenter peintre>peindre teinturier>teindre
  tisserand>tisser tissage>tisser remblai>remblayer déblai>déblayer pâturage>pâturer
  pâture>pâturer parcours>parcourir survie>survivre
`
