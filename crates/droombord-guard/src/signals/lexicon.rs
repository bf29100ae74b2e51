//! Classes of words for the danger signals: who, what happens, where, when, and what shows that nothing is wrong.
//!
//! Only single folded words live here (lower case, no accents); `*` stands for any ending. Sayings, phrases and rules are
//! next door. A word may be in several classes. Written for this crate; no list was copied.

/// Class and words.
pub(super) const CLASSES: &[(&str, &str)] = &[
    // Who
    ("IK", "ik"),
    ("ME", "me mij mezelf ons mn"),
    ("MIJN", "mijn me onze ons"),
    ("REFL", "mezelf zichzelf"),
    ("ZICH", "zich mezelf zichzelf"),
    ("WIJ", "we wij"),
    ("HIJ", "hij ze zij iemand"),
    ("HAAR", "haar hem hen"),
    (
        "OUDER",
        "vader pa papa pap moeder mama mam ma stiefvader stiefmoeder stiefpa stiefma stiefpapa stiefmama pleegvader pleegmoeder pleegouders \
         ouders pleegpa pleegma bonusvader bonusmoeder pappie mammie papaatje schoonvader vriend",
    ),
    (
        "VOLWASSENE",
        "vader pa papa pap moeder mama mam ma stiefvader stiefmoeder stiefpa stiefma stiefpapa stiefmama pleegvader pleegmoeder pleegouders \
         ouders pleegpa pleegma bonusvader bonusmoeder oom opa oma tante neef broer stiefbroer pleegbroer stiefopa buurman buurjongen trainer coach leraar \
         meester docent mentor begeleider begeleidster begeleiders begeleiding leiding leider leiders groepsleider groepsleiding groepsleiders groepsleidster \
         medewerker verzorger schoonvader schoonmoeder schoondochter schoonzoon ex man vriend vriendje kerel gast zus stiefzus leidster collega \
         voogd gezinshuisouder kennis huisgenoot groepsgenoot babysitter oppas imam dominee chauffeur taxichauffeur",
    ),
    ("DADER", "hij ze zij iemand ie"),
    (
        "KIND",
        "dochter zoon dochtertje zoontje kind kindje zusje broertje kleinzoon kleindochter kleinkind kleinzoontje kleindochtertje zus broer nichtje \
         neefje pleegkind pleegzoon pleegdochter meisje jongen jongetje leerling client clientje pupil jongere deelnemer deelneemster klasgenoot klasgenootje \
         vriendin vriendinnetje vriendje bewoner bewoonster puber tiener stiefdochter stiefzoon stiefbroertje stiefzusje groepsgenoot oudste jongste middelste",
    ),
    ("KINDEREN", "kinderen kleintjes kids kleinkinderen kindjes jongens meiden meisjes jongeren broertjes zusjes"),
    (
        "IEDEREEN",
        "iedereen jullie ze zij wereld mensen ouders familie gezin moeder mama vader papa zusje broertje alles leven allemaal rest niemand anderen vrienden",
    ),
    ("GROOTOUDER", "kleinkinderen kleinkind leeftijd ouderen oudjes generatie bejaard erfenis testament nalaten"),
    // Grammar
    ("NEG", "niet nooit geen niemand nergens nauwelijks"),
    ("MEER", "meer langer"),
    (
        "ALLEEN_",
        "gewoon stoppen serieus neemt gelooft ziet merkt luistert helpt hoort zag geloofde zien mogen vertellen zeggen alleen alleen leuk fijn normaal eens zacht meteen altijd durven grappig oke goed ver precies weten weet wil wilde",
    ),
    (
        "WIL",
        "wil wilt wilde wilden willen wou wouden zou zouden hoop hoopt hopen hoopte wens wenst verlang verlangt droom liefst liever graag zin wilden bid",
    ),
    ("WOU", "wou wilde zou hoop hoopte wens wenste wenst bid droom wil wouden hoopt fantaseer denk"),
    ("KAN", "kan kon kunnen hoef hoeft hoeven durf durft mag wil"),
    ("MOET", "moet moest moeten verplicht dwingt dwong gedwongen dwingen moesten dwing laat liet"),
    ("ZEGT", "zegt zei vertelt vertelde schreef schrijft appte appt stuurde riep roept verteld gezegd fluisterde"),
    ("DENK", "denk denkt denken dacht gedachte gedachten gedacht overweeg overweegt plan plannen fantaseer fantaseert"),
    (
        "WEER",
        "weer steeds opnieuw vaak elke altijd iedere vannacht gisteren gister gisteravond vanochtend gistermiddag stiekem terug verslaafd dagelijks soms nog",
    ),
    (
        "STRAKS",
        "straks binnenkort morgen morgenochtend vanavond vannacht dagen week weekend weken daarna volgende gauw snel zometeen over",
    ),
    ("NU", "vanavond vannacht morgen straks zo nu morgenochtend morgenavond vanmiddag dadelijk"),
    ("NACHT", "nachts nacht nachten avonds vannacht slaapt slapen slaap donker bedtijd"),
    (
        "DAGEN",
        "dagen dag nachten nacht weken week weekend uren maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gisteren gister vannacht maand",
    ),
    // Life and death
    ("LEEF", "leven leef leeft bestaan besta bestaat ademen ademhalen meemaken overleven voortbestaan bestond"),
    ("LEVEN", "leven bestaan"),
    ("DOOD", "dood doodgaan doodga doodgaat sterven sterf sterft overlijden"),
    ("GEBOREN", "geboren bestaan verwekt"),
    ("WAKKER", "wakker opstaan ontwaken opsta"),
    ("SLAAP", "slaap slapen slaapt inslapen inslaap"),
    (
        "SUIC",
        "zelfmoord zelfmoorden zelfmoordgedachten zelfmoordgedachtes zelfmoordpoging zelfmoordpogingen zelfmoordplannen zelfdoding suicide suicidale suicidepoging suicidepogingen zelfmoordneigingen",
    ),
    (
        "SUICIDAAL",
        "suicidaal suicidale zelfmoordgedachten zelfmoordgedachtes zelfmoordpoging zelfmoordpogingen zelfmoordplannen doodswens suicidepoging suicidepogingen zelfmoordneigingen levensmoe doodsgedachten",
    ),
    (
        "SUICDAAD",
        "denk denkt denken dacht plegen pleeg pleegt wil plan plannen overweeg overweegt ga gaat poging gedaan zegt praat praten zoek zei enige mee dreigt dreigde overwogen uitweg steeds vaak ooit",
    ),
    ("KMS", "kms kmself unalive suicidal khh"),
    (
        "OMBRENG",
        "ophangen ophang ophangt opknopen verdrinken vergiftigen ombrengen ombreng kant iets doden dood doodmaken kapot vermoorden kapotmaken verhangen gas doodschieten",
    ),
    (
        "BRUGGEN",
        "brug flat dak spoor rails trein balkon viaduct metro treinen perron toren snelweg raam afgrond gebouw auto vrachtwagen",
    ),
    ("SPRING", "springen spring springt gooien gooi werpen lopen stappen stap liggen"),
    ("PILLEN", "pillen medicijnen paracetamol tabletten slaappillen pil overdosis"),
    (
        "SPAAR",
        "spaar gespaard sparen verzameld verzamel bewaar opgespaard spaart teveel allemaal ingenomen geslikt tegelijk klaarliggen klaar potje leeg",
    ),
    ("MIS", "missen mist mis gemist"),
    (
        "MERK",
        "merken merkt merk opvallen huilt huilen janken interesseert boeit kan interesse verschil uitmaken erg verdrietig",
    ),
    (
        "BETER",
        "beter makkelijker rustiger gelukkiger gelukkig fijner leuker mooier blij blijer opgelucht beteraf gemakkelijker problemen opluchting lichter vrij rust",
    ),
    ("ZINLOOS", "zinloos nutteloos hopeloos waardeloos uitzichtloos"),
    ("WEGZIJN", "verdwijn verdwijnen wegval weg verdwenen verdween wegviel"),
    ("VOORALTIJD_", "voorgoed eeuwig eeuwigheid definitief"),
    ("BERICHT", "bericht berichtje berichten berichtjes post droom brief brieven briefje woorden"),
    ("GROET", "sorry bedankt vaarwel spijt doei adieu dankjewel dag houdoe"),
    ("BRIEF", "afscheidsbrief afscheidsbrieven afscheidsbriefje afscheidsvideo afscheidsbericht afscheidsfilmpje"),
    ("WERELD", "wereld aarde planeet leven"),
    // Self-harm
    (
        "SNIJ",
        "snij snijd snijdt snijden sneed gesneden kras krast krassen krasse gekrast kerf kerft kerven gekerfd kraste snijdend opensnijden openkrassen openkrabben",
    ),
    (
        "LIJF",
        "arm armen been benen pols polsen huid dijen dij bovenbeen bovenbenen onderarm onderarmen lichaam bovenarm heup heupen enkels armpje",
    ),
    (
        "PIJNIG",
        "pijn beschadig beschadigt beschadigen beschadigd verwond verwondt verwonden straf straft straffen brand brandt branden verbrand bijt bijten bijt gebeten krab krabt krabben gekrabd prik prikt prikken geprikt sla slaat slaan geslagen sloeg steek steekt knijp knijpt bonk bonkt stomp stompt uithongeren hongeren toetakelen toetakel toetakelt",
    ),
    (
        "ZELFSCHADE",
        "zelfbeschadiging zelfbeschadigend automutilatie automutileer automutileert automutileren zelfverwonding zelfbeschadigen zelfpijniging",
    ),
    (
        "MES",
        "mesje mesjes scheermes scheermesje scheermesjes schaartje glasscherf scherven naald naalden puntenslijper slijpertje stanleymes scherf",
    ),
    (
        "LITTEKEN",
        "littekens litteken strepen sneeen snee sneetjes wonden wondjes krassen wond brandwonden kerven sneden streep snijwonden sneen sneetje",
    ),
    (
        "BONK",
        "bonk bonkt bonken bonkte beuk beukt beuken sla slaat slaan sloeg ram ramt rammen knal knalt stoot stoten",
    ),
    ("PEUK", "sigaret peuk aansteker vlam strijkijzer kaars lucifer"),
    ("BLOED", "bloed bloedt bloeden bloedde"),
    // Violence and neglect
    (
        "SLAAT",
        "slaat slaan sloeg sloegen slaag mept meppen mepte schopt schoppen schopte trapt trappen trapte stompt stompen stompte beukt ramt wurgt wurgde knijpt kneep bijt \
         mishandelt mishandelde mishandelen duwt duwde smijt smeet sleurt sleurde sleepte sleept schopte tuigt afgetuigd afranselt ranselt knalde tikt kleineert vernedert verbrandt verbrandde slaad mepten martelt",
    ),
    (
        "SLAATHARD",
        "slaat sloeg mept schopt schopte stompt stompte mishandelt mishandelde wurgt wurgde slaan mishandelen sloegen schoppen ranselt martelt",
    ),
    (
        "GESLAGEN",
        "geslagen geschopt gestompt mishandeld gewurgd getrapt gemept vastgebonden bedreigd geknepen gebeten afgetuigd afgeranseld vernederd verwaarloosd \
         gemarteld geduwd gesmeten toegetakeld gegooid gesleurd gesleept geknuppeld aangevallen",
    ),
    (
        "KLAP",
        "klap klappen rammel slaag pak tik tikken stomp stompen trap schop schoppen billenkoek riem dreun dreunen lel mep meppen oplawaai langs vuist vuisten zweep",
    ),
    (
        "KRIJG",
        "gegeven verkocht uitgedeeld deelde gaf krijg krijgt krijgen kreeg kregen gekregen geeft gaf geven gehad vallen vielen vang vangen verkoopt deelt uitdeelt",
    ),
    (
        "WAPEN",
        "riem pollepel stok slipper ceintuur mes vuist vuisten pantoffel lat kabel snoer hanger schoen bezem bezemsteel",
    ),
    ("PLEKKEN", "plekken plek bulten bult schrammen striemen brandwond brandwonden kneuzing kneuzingen kneuzen blauwe"),
    ("DREIGT", "dreigt dreigde bedreigt bedreigde dreigen bedreigd dreiging bedreigen gedreigd"),
    (
        "MAAKAF",
        "vermoord vermoordt vermoorden afmaakt afmaken afmaakte doodmaakt doodmaken doodslaat doodslaan neersteken neersteekt neerschiet neerschieten steken doodsteekt doodsteken",
    ),
    ("GOOIT", "gooit gooide gooien smijt smeet gooiden smijten"),
    ("BANG", "bang angst angstig doodsbang schrik doodsangst bange bng"),
    ("DURF", "durf durft durven durfde"),
    (
        "BOOS",
        "boos dronken drinkt gedronken zuipt gezopen drank kwaad woedend ruzie schreeuwt schreeuwen ontploft agressief driftig bezopen lam gebruikt blowt zat drinken vechten uitflipt flipt",
    ),
    ("DRONKEN", "dronken drinkt gedronken zuipt gezopen drank bezopen gebruikt drinken blowt snuift"),
    ("VERSTOP", "verstop verstopt verstoppen verstopte schuil kruip"),
    ("VERSTOPPLEK", "kast bed kelder schuur wc kamer trap tafel badkamer"),
    ("OPSLUIT", "opgesloten opsluiten opsluit opsluiting opgeslote ingesloten vastgezet"),
    ("SLUIT", "sluit sluiten sloot sloten"),
    (
        "ISOLEER",
        "iso sepa separatie separatieruimte afzonderingscel isoleer isoleercel isoleercellen isoleerruimte isoleerkamer separeer separeercel afzonderingskamer afzondering cel separeerruimte afzonderingsruimte timeoutruimte prikkelarme",
    ),
    (
        "INCEL",
        "zit zat gezet gegooid gestopt gestoken lig lag gelegd zetten gooien gooiden stoppen zitten moet moest gebracht brachten gesleept geduwd dagen uren sluiten vast",
    ),
    (
        "DWANG",
        "gewerkt geduwd gedrukt drukte drukken drukt duwde duwden duwt duwen gelegd vastgehouden gegooid gooiden gooit werkte werken platgedrukt werkten gesmeten getrokken vasthouden legden vastgepakt zitten zaten",
    ),
    (
        "PLATSPUIT",
        "platgespoten gefixeerd vastgebonden platgedrukt vastgehouden fixeren fixeerden platspuiten vastgegrepen vastgreep hardhandig vastbinden gedrogeerd",
    ),
    ("ETEN", "eten avondeten ontbijt brood lunch drinken boterham avondmaal"),
    ("HONGER", "honger hongerig"),
    ("RAREPLEK", "schuur grond kelder garage hok gang vloer berging balkon zolder emmer kast buiten hondenhok"),
    ("LAATALLEEN", "laat laten liet lieten achtergelaten achterlaat gelaten"),
    // Sexual abuse
    (
        "KOMT",
        "komt kwam komen kruipt kroop kruipen sluipt sloop ligt lag liggen glipt stapt staat gaat gekropen gekomen gaan stond zit kwamen",
    ),
    ("BEDKAMER", "kamer bed slaapkamer slaapkamertje kamertje douche badkamer dekbed matras deken dekens"),
    ("ZIT", "zit zat zitten gezeten komt kwam"),
    (
        "RAAKT",
        "raakt raakte aanraakt aangeraakt aanraken aanraakte betast betastte betasten bevoelt voelt voelde voelen streelt streelde friemelt frunnikt wrijft wreef aait aaide grijpt greep bepotelt knuffelt likt likte pakt pakte bevoelde kriebelt masseert",
    ),
    (
        "BETAST",
        "betast betastte betasten bepotelt bepotelde gevingerd vingeren vingert vingerde ontmaagd betastten misbruikt misbruikte misbruiken seksueel",
    ),
    (
        "INTIEM",
        "piemel penis borsten tieten billen vagina kruis onderbroek onderbroekje slipje bh geslachtsdeel plassertje plasser kut lul kont bil string pik borst piemeltje poes spleetje kleren",
    ),
    ("PLEK", "plek plekken onder tussen benen dijen trui shirt broek rok kleren kleding blouse pyjama dekens deken"),
    (
        "SEKS",
        "seks sex neuken neukt neukte geneukt aftrekken pijpen pijp beffen vingeren aangerand penetreren klaarkomen seksuele seksueel tongen tongzoenen",
    ),
    (
        "VERKRACHT",
        "verkracht verkrachtte verkrachten verkrachting aangerand aanrandde aanrandt aanranding aanranden verkrachte misbruikt misbruikte misbruikten incest",
    ),
    (
        "NAAKT",
        "naaktfoto naaktfotos naakt bloot blote nudes nude naaktbeelden naaktfilmpje naaktfilmpjes naaktbeeld dickpic dickpics piemelfoto sexfilmpje seksfilmpje seksvideo sextape ontbloot",
    ),
    (
        "BEELD",
        "foto fotos filmpje filmpjes video videos selfie selfies beelden webcam cam camera snaps snap videobellen",
    ),
    (
        "STUUR",
        "stuur stuurt sturen stuurde gestuurd wil wilde moet moest zet zetten deelt delen dreigt doorstuurt doorsturen online chanteert gechanteerd chantage chanteren afperst afgeperst verspreid verspreiden verspreidt gedeeld rond rondgestuurd rondgaan maakt maakte vraagt vroeg doorgestuurd",
    ),
    ("CHANTAGE", "chanteert gechanteerd chantage chanteren afperst afgeperst afpersen"),
    (
        "GLUUR",
        "kijkt keek kijken loert gluurt gluren loeren staart filmt filmde begluurt bespiedt binnen binnenkomt binnenlopen filmen binnenkwam fotografeert",
    ),
    (
        "BLOOTMOMENT",
        "douche douchen douch douchet omkleed omkleden uitkleden uitkleed kleed bad badkamer omkleedt omkleedde wc",
    ),
    (
        "KLEED",
        "omhoog uitkleedt uitkleden uitgekleed uitkleed uittrekken uittrok uitgetrokken uitdoen openmaken omlaag beneden uitdeed opendoen strippen uitdoet uittrekt rits",
    ),
    ("KLEREN", "kleren broek shirt trui onderbroek bh rok jurk pyjama kleding bloesje hemd"),
    ("GEHEIM", "geheim geheimpje geheimen geheimpjes"),
    ("ZOEN", "zoent zoende zoenen kust kuste kussen tongt tongde zoen zoentjes gezoend tongen tongzoenen kusjes"),
    ("LOVERBOY", "loverboy loverboys pooier mensenhandel prostitutie prostituee pooiers"),
    ("MANNEN", "mannen klanten kerels vrienden man gasten vreemden kerel"),
    (
        "BETAAL",
        "betaalt betaald geld cadeaus cadeautjes kleren telefoons telefoon geeft koopt verdienen verdien sieraden drugs",
    ),
    // Running away
    (
        "LOOPWEG",
        "weglopen wegloop wegloopt weggelopen weggeloopt wegrennen weggerend wegren ontsnappen ontsnap gevlucht vluchten vlucht weggevlucht vluchtte weggeglipt weggeslopen wegsluipen wegglippen wegvluchten weggaan wegsluip wegga onderduiken ondergedoken",
    ),
    ("LOOP", "loop loopt liep lopen liepen ren rent sluip sluipt glip"),
    (
        "BUITEN",
        "kraakpand tunnel steegje duinen strand trapportaal flatgang winkelstraat buiten straat park portiek station auto bos trein bushokje winkelcentrum parkeergarage stad bushalte garagebox kelderbox brug viaduct speeltuin parkje trappenhuis straten metrostation schuurtje",
    ),
    (
        "KAMP",
        "tent kamp kamperen camping scouting tuin vakantie kampvuur schoolkamp survival hangmat sterren zeilkamp festival logeren logeerpartij efteling picknick tentje feestje verjaardag opa stage uitje reis zwemmen bios voetbal training les school concert pretpark trampoline weekendje bruiloft schoolreis vliegtuig camper gezellig sleepover",
    ),
    ("TAS", "tas rugzak koffer spullen tassen rugtas weekendtas kleren sporttas"),
    ("GEPAKT", "gepakt ingepakt klaar bed pak ligt klaargezet klaargelegd pakken klaarstaan staat klaarligt inpakken"),
    ("KLIM", "klim klimmen geklommen klimt spring gesprongen springen klom klauter kruip glip ontsnap"),
    ("SLAAPPLEK", "slaapplek slaapplaats onderdak slaapadres slaapplekje"),
    ("VERMIST", "vermist spoorloos zoek onvindbaar"),
    (
        "HUIS",
        "huis thuis groep instelling pleeggezin gezinshuis internaat leefgroep plek hier tehuis huize crisisopvang opvang kliniek",
    ),
    ("ZWERF", "zwerf zwerft zwerven zwierf gezworven dakloos rondzwerven zwervend"),
    (
        "DIER",
        "hond kat poes konijn hamster cavia paard pony vogel kip kippen kater puppy schildpad kitten hondje poesje parkiet katje konijntje vis goudvis dieren",
    ),
    // What shows that nothing is wrong
    (
        "FICTIE",
        "film films boek boeken serie series game games gta fortnite minecraft roblox musical toneel toneelstuk toneelspel documentaire docu docus netflix roman strip aflevering personage hoofdpersoon acteur actrice spelletje videogame theater fictie liedje lied songtekst thriller anime manga verhaallijn scene cod zombies sims detective sprookje fanfic soap gamen playstation xbox spel poppenkast romans hoofdrol podcast krimi levelen level rol rapnummer nummer voorstelling werkstuk spreekbeurt presentatie",
    ),
    (
        "BELEID",
        "beleid training trainingen cursus cursussen preventie werkgroep themaavond thema voorlichting protocol protocollen richtlijn richtlijnen jaarverslag rapport rapporten onderzoek cijfers statistiek wet wetgeving wetten regels congres campagne lezing scholing bijscholing meldcode meldpunt gastles workshop organisatie organisaties instellingen gemeente inspectie ministerie sector maatschappij samenleving beleidsplan bijeenkomst avond onderwerp onderwerpen aandacht overleg werkwijze visie methodiek statistieken percentage project verbod debat discussie spreker module elearning symposium wetsvoorstel nieuwsbericht artikel",
    ),
    (
        "PERSOON",
        "ik me mij mijn mezelf dochter zoon zusje broertje kleinzoon kleindochter kleinkind meisje jongen jongetje leerling client pupil deelnemer deelneemster broer zus \
         dochtertje zoontje vriendin hij haar hem nichtje neefje pleegzoon pleegdochter jongere",
    ),
    ("WENS", "droom droomt dromen wens wenst hoop hoopt wil wilde wou zou stop stopt stoppen graag wilt mocht"),
    ("HUMOR", "haha hahaha hahahaha hihi lol lmao lmfao xd grapje hahah haah lachen hahahah jk 😂 🤣 hehe grapjas"),
    ("VROEGER", "vroeger toen destijds verleden geleden jaren jeugd"),
    (
        "ETENSWAAR",
        "brood kaas ui uien taart vlees groente groenten komkommer tomaat tomaten appel papier karton koken kaart vinger vingers duim keuken bloemen rozen fruit koek cake pizza worst hout wortel paprika hagen gras figuren aardappels aardappel blik glas gras plantjes kapper haar haren pony heg snoei klei foam stof stoffen vis kip ham meloen ananas krijt stoep fiets lak telefoon scherm auto plaat plaatje loten kraslot kraslotten tafel plank deeg",
    ),
    (
        "DING",
        "duim maat bal ballen trommel drum drums drummen spijker spijkers hamer deur deuren boek bladzijde klok kerkklok hart raam ramen ritme alarm vergadering les golven regen wind tent haringen muntjes figuur handen piano gitaar kussen kussens kussengevecht sneeuwballen sneeuwbal ballon ballonnen paal paaltje piketpaaltjes slag munt tafel piñata boksbal bokszak zak racket tennis tennisbal hockey doel goal penalty fiets knikker vlieg mug muggen bladeren brug bruggen vlieger gong bliksem onweer toetsen tamboerijn stoepranden pingpong badminton honkbal golf hout boom ijs water bord steen stenen plons fifa potje wedstrijd boksen judo karate stoeien stoeipartij stoeide scooter skelter pedalen blik blikje bel motor",
    ),
    // Shields: usual words one letter away from a word of danger
    (
        "GEWOON",
        "spelen spelden steken gespeeld geslaagd gelegen gekropen gedacht gedaan geleerd gezeten kranten handen wensen worden wonen leren levert leven geven lezen streven stemmen schoppen schapen wachten wassen vrachten vrienden vriend vriendin schrijven springlevend gebruikt gebruiken slapen slagen klagen dragen vragen besteld bestaat verhuizen verhuist verdiend verdienen gesnoept betaald verbaasd vergeten gevonden gekocht geholpen beschreven sterren",
    ),
    (
        "GEWOON",
        "brieven bieden bidden broeder breder slaagt slaapt gesteld gesneeuwd straffe stranden starten strand strijken",
    ),
];
